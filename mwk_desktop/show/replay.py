"""The replay driver: a recording in its own time, the engine's transport as the only clock.

Owned by the show thread. Event time = anchor + frames x speed, so a replay cannot drift, and what
it plays is what the bounce of the same recording renders.
"""

from __future__ import annotations

from collections.abc import Callable

from mwk_desktop.engine.protocol import Curve, EnginePort, Ramp
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.show.commands import Command, Pause, SetSpeed
from mwk_desktop.show.core import ShowCore, Tap, WindowListener
from mwk_desktop.show.grid import Quantize
from mwk_desktop.show.live import LEAD_MS
from mwk_desktop.show.log_score import FollowPort
from mwk_desktop.show.offline import end_of_show
from mwk_desktop.show.playback import Playback
from mwk_desktop.show.recorded import Recorded
from mwk_desktop.show.snapshot import ReplayState, Snapshot, SourceState
from mwk_desktop.show.view import View
from mwk_desktop.topology.counting import Counting
from mwk_desktop.units import ms_to_frames, ramp_frames

MIN_SPEED = 0.25
MAX_SPEED = 8.0


class ReplayShow:
    """A recording in real time, or at another speed, once or round and round.

    Parameters
    ----------
    recorded
        The recording, made ready; it must hold a tweet.
    new_counting
        Makes an empty counting: one for each pass, as each pass is a new show.
    port
        The engine; its transport has not been started.
    speed, loop
        Milliseconds of the recording per millisecond of music; whether to begin again at the end.
    opening, quantize, grace_ms, hashtag, on_window, tap
        As for every driver.
    """

    def __init__(
        self,
        recorded: Recorded,
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
        tap: Tap | None = None,
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
        self._tap = tap
        if tap is not None:
            recorded.source.keep_places = True
        self._paused = False
        self._since_ms = recorded.first_window_ms or 0
        self._start_frame = 0
        self.finished = False
        self._new_pass(0)

    def _new_pass(self, start_frame: int) -> None:
        """Everything that one pass owns; its first window begins at ``start_frame``."""
        recorded = self._recorded
        by_log = recorded.score is not None and self._speed == 1.0 and start_frame == 0
        self._follow = FollowPort(self._port) if by_log else None
        self._start_frame = start_frame
        self._end_frame: int | None = None
        self._fade_frames = 0
        self.core = ShowCore(
            self._new_counting(),
            recorded.music,
            recorded.grid,
            self._port if self._follow is None else self._follow,
            opening=self._opening,
            quantize=self._quantize,
            grace_ms=self._grace_ms,
            lead_frames=int(ms_to_frames(LEAD_MS, recorded.music.rate_hz)),
            on_window=self._on_window,
            tap=self._tap,
        )
        self._timeline = recorded.timeline(start_frame, self._speed)
        self._playback: Playback = recorded.playback(
            self.core, self._timeline, by_rule=self._speed == 1.0
        )
        self._view = View(self.core, self._hashtag, recorded.music.name)

    def start(self) -> None:
        if self._follow is not None and self._recorded.score is not None:
            self._follow.plan_log(self._recorded.score)
        self.core.conductor.start(self._start_frame)
        self._port.play()

    def finish(self) -> None:
        """A replay keeps nothing."""

    # -- the show thread's calls ------------------------------------------------------------

    def take(self, item: Batch | Delivery | Command) -> None:
        """A presenter's command (a recording brings its own batches)."""
        if isinstance(item, Batch | Delivery):
            return
        frame = self._port.frame_now()
        if isinstance(item, Pause):
            if item.pause != self._paused:
                self._set_speed(0.0 if item.pause else self._speed, frame)
            self._paused = item.pause
        elif isinstance(item, SetSpeed):
            self._speed = min(max(item.speed, MIN_SPEED), MAX_SPEED)
            if not self._paused:
                self._set_speed(self._speed, frame)
        else:
            if self._follow is not None:
                self._follow.take_over()
            self.core.command(item, frame)

    def _set_speed(self, speed: float, frame: int) -> None:
        """Another pace from ``frame`` on: scenes land on the next line after their close."""
        self._timeline.set_speed(speed, frame)
        self._playback.by_rule = False
        if self._follow is not None:
            self._follow.take_over()
        if self._end_frame is not None and not self.finished:
            if not self._loop and frame < self._end_frame:
                self._port.plan_ramps(Curve.FADE, [])
            self._end_frame = None  # it moves with the pace

    def tick(self) -> None:
        frame = self._port.frame_now()
        self.core.advance(frame)
        if self.finished or self._paused:
            return
        if frame >= self._start_frame and not self._playback.ended:
            self._playback.run_until(self._timeline.event_ms_at(frame))
        if self._playback.ended:
            self._end(frame)

    def _end(self, frame: int) -> None:
        """Plan the closing fade once; then stop, or begin the next pass."""
        end_ms = self._playback.end_ms
        if end_ms is None:
            self.finished = True
            return
        if self._end_frame is None:
            window_ms = self.core.counting.rules.window_ms
            self._end_frame, self._fade_frames = end_of_show(
                self._recorded, self._timeline, end_ms, window_ms
            )
            if not self._loop:
                ramp = Ramp(self._end_frame, 0.0, self._fade_frames)
                self._port.plan_ramps(Curve.FADE, [ramp])
        if self._loop and frame >= self._end_frame:
            self._begin_again(frame)
        elif frame >= self._end_frame + self._fade_frames:
            self.finished = True

    def _begin_again(self, frame: int) -> None:
        """The next pass: a new show, its first window one beat before a loop's line."""
        grid = self._recorded.grid
        line = grid.next_line(frame + int(grid.beat_frames) + self.core.lead_frames, "loop")
        if self._follow is not None:
            self._follow.take_over()
        for curve in range(Curve.FADE + 1):
            self._port.plan_ramps(curve, [Ramp(line, 1.0, ramp_frames(grid.rate_hz))])
        before = self.core.conductor
        if self._tap is not None:
            self._tap.restart()
        self._new_pass(line - int(grid.beat_frames))
        self.core.conductor.go_on_from(before)
        self.core.conductor.start(line)

    def snapshot(self) -> Snapshot:
        frame = self._port.frame_now()
        now_ms = self._timeline.event_ms_at(frame)
        first_ms = self._recorded.first_window_ms or 0
        state = "ended" if self.finished else "paused" if self._paused else "connected"
        source = SourceState("replay", self._file_name, state, self._since_ms)
        replay = ReplayState(
            position_ms=max(0, min(now_ms - first_ms, self._length_ms)),
            length_ms=self._length_ms,
            speed=self._speed,
            paused=self._paused,
            ended=self.finished,
            file_name=self._file_name,
        )
        return self._view.snapshot(now_ms, frame, self._port.status(), source, replay=replay)
