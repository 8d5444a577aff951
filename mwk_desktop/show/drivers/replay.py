"""The replay driver: plays a recording in its own time, with the engine's transport as clock.

Owned by the show thread. Event time = anchor + frames x speed, so a replay cannot drift, and it
plays exactly what the bounce of the same recording renders. A jump folds the recording from its
start while the show runs (:mod:`mwk_desktop.show.drivers.scrubbing`); meanwhile the show reads no
records.
"""

from __future__ import annotations

from collections.abc import Callable

from mwk_desktop.engine.protocol import INITIAL, ROOM_CURVES, Curve, EnginePort, Ramp
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.show.commands import (
    BlockUser,
    Command,
    HideMessage,
    Pause,
    Scrub,
    SetSpeed,
    SetVoteCap,
    ShowWinner,
    UnblockUser,
    Undo,
)
from mwk_desktop.show.core import ShowCore, WindowListener
from mwk_desktop.show.counting_listener import CountingListener
from mwk_desktop.show.drivers.offline import end_of_show
from mwk_desktop.show.drivers.playback import Playback
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording
from mwk_desktop.show.drivers.scrubbing import SLICE_S, Refold, TouchedControls, adopt_moment
from mwk_desktop.show.drivers.timeline import LEAD_MS
from mwk_desktop.show.grid import Quantize
from mwk_desktop.show.log.recorded_landings import RecordedLandingsPort
from mwk_desktop.show.snapshot import ReplayState, Snapshot, SourceState
from mwk_desktop.show.snapshot_builder import SnapshotBuilder
from mwk_desktop.show.sound_controls import is_for_the_room
from mwk_desktop.show.source_commands import SetLoop
from mwk_desktop.show.stage_state import ShowOnStage
from mwk_desktop.topology.counting import Counting
from mwk_desktop.units import ms_to_frames, ramp_frames

MIN_SPEED = 0.25
MAX_SPEED = 8.0
FADE_AHEAD_LEADS = 4
"""The closing fade is planned this many engine leads ahead: until then a presenter may fade out and
back without removing it."""


class ReplayShow:
    """A recording in real time or at another speed, once or in a loop.

    Parameters
    ----------
    recorded
        The prepared recording; it must hold a tweet.
    new_counting
        Makes an empty counting for each pass, as each pass is a new show.
    port
        The engine; its transport has not been started.
    speed, loop
        Milliseconds of the recording per millisecond of music; whether to start over at the end.
    opening, quantize, grace_ms, hashtag, on_window, listener
        As for every driver.
    """

    def __init__(
        self,
        recorded: PreparedRecording,
        new_counting: Callable[[], Counting],
        port: EnginePort,
        *,
        speed: float,
        loop: bool,
        opening: tuple[str, ...],
        quantize: Quantize,
        grace_ms: int,
        file_name: str,
        hashtag: str = "mwk",
        on_window: WindowListener | None = None,
        listener: CountingListener | None = None,
    ) -> None:
        self._recorded = recorded
        self._new_counting = new_counting
        self._port = port
        self._speed = speed
        self._loop = loop
        self._opening = opening
        self._quantize: Quantize = quantize
        self._grace_ms = grace_ms
        self._file_name = file_name
        self._length_ms = recorded.length_ms
        self._hashtag = hashtag
        self._on_window = on_window
        self._listener = listener
        if listener is not None:
            recorded.source.keep_places = True
        self._paused = False
        self._since_ms = recorded.first_window_ms or 0
        self._start_frame = 0
        self.finished = False
        self._refold: Refold | None = None
        self.slice_s = SLICE_S
        self._new_pass(0)

    def _new_pass(self, start_frame: int) -> None:
        """Make everything that one pass owns; its first window begins at ``start_frame``."""
        recorded = self._recorded
        by_log = recorded.landings is not None and self._speed == 1.0 and start_frame == 0
        self._log_port = RecordedLandingsPort(self._port) if by_log else None
        self._start_frame = start_frame
        self._end_frame: int | None = None
        self._fade_frames = 0
        self._closing = False
        self._own = TouchedControls()
        self.core = self._new_core(
            self._port if self._log_port is None else self._log_port, self._on_window
        )
        self._timeline = recorded.timeline(start_frame, self._speed)
        self._playback: Playback = recorded.playback(
            self.core, self._timeline, by_rule=self._speed == 1.0
        )
        self._snapshots = SnapshotBuilder(self.core, self._hashtag, recorded.music.name)

    def _new_core(self, port: EnginePort, on_window: WindowListener | None = None) -> ShowCore:
        music = self._recorded.music
        return ShowCore(
            self._new_counting(),
            music,
            self._recorded.grid,
            port,
            opening=self._opening,
            quantize=self._quantize,
            grace_ms=self._grace_ms,
            lead_frames=int(ms_to_frames(LEAD_MS, music.rate_hz)),
            on_window=on_window,
            listener=self._listener,
        )

    def start(self) -> None:
        if self._log_port is not None and self._recorded.landings is not None:
            self._log_port.plan_log(self._recorded.landings)
        self.core.conductor.start(self._start_frame)
        self._port.play()

    def finish(self) -> None:
        """Do nothing: a replay stores nothing."""

    # -- the show thread's calls ------------------------------------------------------------

    def fold_batch(
        self, batch: Batch | Delivery, between_slices: Callable[[], None] = lambda: None
    ) -> None:
        """Do nothing: a recording brings its own batches."""

    def apply_command(self, command: Command) -> None:
        """Carry out a presenter's command."""
        frame = self._port.frame_now()
        if isinstance(command, Pause):
            paused, self._paused = self._paused, command.pause
            if paused != command.pause:
                self._set_pace(frame)
        elif isinstance(command, SetSpeed):
            self._speed = min(max(command.speed, MIN_SPEED), MAX_SPEED)
            if not self._paused:
                self._set_pace(frame)
        elif isinstance(command, SetLoop):
            self._loop = command.on
            if command.on and self.finished:
                self._scrub(0, frame)
        elif isinstance(command, Scrub):
            self._scrub(command.position_ms, frame)
        else:
            self._apply_live_command(command, frame)

    def _apply_live_command(self, command: Command, frame: int) -> None:
        presenter = self.core.presenter
        silent = isinstance(command, HideMessage | ShowWinner | ShowOnStage)
        silent |= self.core.desk.is_unheard(command)
        silent |= isinstance(command, Undo) and presenter.undo_is_silent
        silent |= is_for_the_room(command)
        if self._log_port is not None and not silent:
            self._log_port.take_over()
        if not self.core.apply_command(command, frame, self._timeline.event_ms_at(frame)):
            return
        self._own.note(command)
        self._own.note_changes(self.core.desk.last_changes)
        if self._refold is not None and isinstance(
            command, BlockUser | UnblockUser | SetVoteCap | Undo
        ):
            # Blocks or limits have changed, so everything so far must be folded again.
            self._fold_to(self._refold.target_ms)

    def _set_pace(self, frame: int) -> None:
        """Change the pace from ``frame`` on: scenes land on the next line after their close."""
        if self._log_port is not None:
            self._log_port.take_over()
        self._playback.by_rule = False
        if self._refold is not None:
            return  # the new place begins with this pace
        self._timeline.set_speed(0.0 if self._paused else self._speed, frame)
        if self._closing and self._end_frame is not None and frame >= self._end_frame:
            return  # already fading: let it end
        self._cancel_closing_fade(frame)

    def _cancel_closing_fade(self, frame: int) -> None:
        """The end moved (another pace or place): remove the planned closing fade, and bring back on
        the next line what it has silenced."""
        if self._closing and self.core.conductor.gates.fade == "":
            ramps = []
            if self._end_frame is not None and frame + self.core.lead_frames >= self._end_frame:
                line = self.core.landing_from_now(frame)
                ramps.append(Ramp(line, 1.0, ramp_frames(self._recorded.grid.rate_hz)))
            self._port.plan_ramps(Curve.FADE, ramps)
        self._closing = False
        self._end_frame = None

    def tick(self) -> None:
        frame = self._port.frame_now()
        self.core.advance(frame)
        if self._refold is not None:
            if self._refold.fold_slice(self.slice_s):
                self._arrive(self._refold, self._port.frame_now())
            return
        if self.finished or self._paused:
            return
        if frame >= self._start_frame and not self._playback.ended:
            self._playback.run_until(self._timeline.event_ms_at(frame))
        if self._playback.tweets_over:
            self._end(frame)

    # -- a jump -----------------------------------------------------------------------------

    def _scrub(self, position_ms: int, frame: int) -> None:
        """Begin to fold up to a place; the show reads no records until then."""
        self._timeline.set_speed(0.0, frame)
        first_ms = self._recorded.first_window_ms or 0
        self._fold_to(first_ms + min(max(position_ms, 0), self._length_ms))

    def _fold_to(self, target_ms: int) -> None:
        if self._listener is not None:
            self._listener.restart()
        self._refold = Refold(self._recorded, self._new_core, self.core, self._own, target_ms)

    def _arrive(self, place: Refold, frame: int) -> None:
        """Continue from the place: the transport runs on, everything else is that moment's."""
        self._refold = None
        if self._log_port is not None:
            self._log_port.take_over()
        self._timeline = place.timeline
        self._timeline.tie(place.target_ms, frame, 0.0 if self._paused else self._speed)
        self._playback = place.playback
        self._playback.continue_in(self.core, by_rule=self._speed == 1.0 and not self._paused)
        self._start_frame = frame
        adopt_moment(self.core, place.core, self._own, frame)
        self._cancel_closing_fade(frame)
        self.finished = False

    # -- the end ----------------------------------------------------------------------------

    def _end(self, frame: int) -> None:
        """Plan the closing fade once; then stop, or begin the next pass."""
        end_ms = self._playback.end_ms
        if end_ms is None:
            self.finished = self._playback.ended
            return
        lead_frames = self.core.lead_frames
        if self._end_frame is None:
            window_ms = self.core.counting.rules.window_ms
            end_frame, self._fade_frames = end_of_show(
                self._recorded, self._timeline, end_ms, window_ms
            )
            # Known only now (the last records did not count): never end without the fade.
            self._end_frame = max(end_frame, frame + lead_frames)
        if self._loop:
            if frame >= self._end_frame:
                self._begin_again(frame)
            return
        if not self._closing and frame + FADE_AHEAD_LEADS * lead_frames >= self._end_frame:
            self._closing = True
            ramp = Ramp(self._end_frame, 0.0, self._fade_frames)
            self._port.plan_ramps(Curve.FADE, [*self._log_fades(frame), ramp])
        if frame >= self._end_frame + self._fade_frames:
            self.finished = True

    def _log_fades(self, frame: int) -> list[Ramp]:
        """Fades of the log that are still to come before the end."""
        landings = self._recorded.landings
        if landings is None or self._log_port is None or not self._log_port.following:
            return []
        end_frame = self._end_frame or 0
        return [r for r in landings.ramps.get(Curve.FADE, ()) if frame < r.frame < end_frame]

    def _begin_again(self, frame: int) -> None:
        """Start the next pass: a new show, its first window one beat before a loop's line."""
        grid = self._recorded.grid
        line = grid.next_line(frame + int(grid.beat_frames) + self.core.lead_frames, "loop")
        if self._log_port is not None:
            self._log_port.take_over()
        for curve, value in enumerate(INITIAL):
            if curve not in ROOM_CURVES:
                self._port.plan_ramps(curve, [Ramp(line, value, ramp_frames(grid.rate_hz))])
        before = self.core.conductor
        if self._listener is not None:
            self._listener.restart()
        self._new_pass(line - int(grid.beat_frames))
        self.core.conductor.continue_from(before)
        self.core.conductor.start(line)

    def next_snapshot(self) -> Snapshot:
        frame = self._port.frame_now()
        now_ms = self._timeline.event_ms_at(frame)
        first_ms = self._recorded.first_window_ms or 0
        refold = self._refold
        ended = self.finished and refold is None
        state = "ended" if ended else "paused" if self._paused else "connected"
        source = SourceState("replay", self._file_name, state, self._since_ms)
        place_ms = now_ms if refold is None else refold.target_ms
        replay = ReplayState(
            position_ms=max(0, min(place_ms - first_ms, self._length_ms)),
            length_ms=self._length_ms,
            speed=self._speed,
            paused=self._paused,
            ended=ended,
            file_name=self._file_name,
            start_ms=first_ms,
            density=self._recorded.density,
            scrubbing=refold is not None,
            scrub_share=0.0 if refold is None else refold.share,
            overrides_ms=self._recorded.overrides_ms,
            loop=self._loop,
        )
        return self._snapshots.next_snapshot(
            now_ms, frame, self._port.status(), source, replay=replay
        )
