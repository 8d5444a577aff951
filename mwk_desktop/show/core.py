"""One show: counting, conducting and the show's log, behind the few calls that every driver makes.

Live, replay and bounce are three drivers of this core. It has no thread and no clock: its driver
passes the time in. The show thread owns it (offline: the caller's thread).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from typing import Any

from mwk_desktop.engine.protocol import ROOM_CURVES, TRANSITION_TRACKS, EnginePort, Landed, Ramped
from mwk_desktop.records.batch import Batch
from mwk_desktop.show.arranger import ARRANGED_LEAD_MS, Arranger
from mwk_desktop.show.commands import Command, HideMessage, SetVariation, ShowWinner
from mwk_desktop.show.conductor import Conductor
from mwk_desktop.show.counted_state import CountedState
from mwk_desktop.show.counting_listener import CountingListener
from mwk_desktop.show.desk_commands import NextNow
from mwk_desktop.show.desk_operations import DeskOperations
from mwk_desktop.show.grid import Grid, Quantize, landing_frame
from mwk_desktop.show.log.show_log import (
    Recorder,
    armed_line,
    close_lines,
    event_line,
    override_line,
)
from mwk_desktop.show.message_commands import DecideMessages
from mwk_desktop.show.moderation import Moderation
from mwk_desktop.show.music import Music
from mwk_desktop.show.next_now import NextScene
from mwk_desktop.show.presenter import Presenter
from mwk_desktop.show.scene_history import SceneHistory
from mwk_desktop.show.sound_controls import is_for_the_room
from mwk_desktop.show.stage_moments import StageMoments
from mwk_desktop.show.stage_state import ShowOnStage
from mwk_desktop.show.winner_moment import WinnerMoment
from mwk_desktop.topology.counting import NEVER_MS, ClosedWindow
from mwk_desktop.units import INSTRUMENTS, ms_to_frames
from mwk_desktop.window_times import window_start_ms

FEED_PER_BATCH = 20
"""At most this many messages of one batch go to the feed: no one can follow more."""

MAX_CLOSES = 100
"""Closes of empty windows that are recorded at once; the show thread must not stall."""

WindowListener = Callable[[ClosedWindow, list[str]], None]


class ShowCore:
    """Counting + conductor + log of one show.

    Parameters
    ----------
    counting
        The topology's fold over the tweets.
    music, grid, port
        The sound set's names and metre, the musical grid, and the engine to plan on.
    opening, quantize, grace_ms, lead_frames
        Settings of the show (``docs/settings.md``).
    recorder
        Writes tweets and decisions; None: nothing is recorded.
    on_window
        Called for each closed window that had a vote, with its scene.
    feed
        Whether to keep the newest messages for people to read.
    listener
        Also receives every counted tweet.
    """

    def __init__(
        self,
        counting: CountedState,
        music: Music,
        grid: Grid,
        port: EnginePort,
        *,
        opening: tuple[str, ...],
        quantize: Quantize,
        grace_ms: int,
        lead_frames: int = 0,
        recorder: Recorder | None = None,
        on_window: WindowListener | None = None,
        feed: bool = True,
        listener: CountingListener | None = None,
    ) -> None:
        self.counting = counting
        self.music = music
        self.grid = grid
        self.port = port
        self.grace_ms = grace_ms
        if music.arrangement.is_arranged:
            least = ms_to_frames(ARRANGED_LEAD_MS, music.rate_hz)
            lead_frames = max(lead_frames, int(least))
        self.lead_frames = lead_frames
        self.conductor = Conductor(
            port,
            grid,
            music.clips,
            music.clip_ids,
            opening,
            quantize,
            lead_frames,
            Arranger(port, grid, music.arrangement),
        )
        self.moderation = Moderation(counting)
        self.desk = DeskOperations(self.conductor, music.clips)
        self.next_now = NextScene(self.conductor, lambda: self.counting, self.planned_landing)
        self.presenter = Presenter(self.conductor, self.moderation, self.desk.stored)
        # A separate undo for the recorded presenter: it must not undo what is done here now.
        self.recorded_presenter = Presenter(self.conductor, self.moderation, self.desk.stored)
        self.stage = StageMoments(WinnerMoment(), grid.rate_hz)
        self.scenes = SceneHistory(opening)
        self.last_closed: ClosedWindow | None = None
        self.segment = 0
        self.listener = listener
        self.follows = False
        """Whether another console decides; what it saw then counts, not what this one sees."""
        self.positions: Callable[[], dict[str, Any]] = dict
        """Returns how far the show has counted, for the lines of closed windows."""
        self.feed_per_batch = FEED_PER_BATCH
        self._feed_wanted = feed
        self._recorder = recorder
        self._on_window = on_window
        # What the crowd chose last, whatever overrides, hold and grid made of it.
        self._crowd_scene = [music.clips[name][0] for name in opening if music.clips.get(name)]
        self._clip_names = music.sounds
        self._recorded_clip: dict[int, int] = {}
        self._prepares = True
        if listener is not None:
            counting.on_block = lambda name, blocked: listener.blocked(
                name, blocked, counting.closed_until_ms
            )

    # -- records ----------------------------------------------------------------------------

    def fold(
        self, batch: Batch, start: int = 0, stop: int | None = None, *, feed: bool = True
    ) -> None:
        """Count records ``start`` to ``stop`` of a batch, record them, keep the newest to show.

        ``feed`` False: skip the feed, because newer records of the same batch follow at once.
        """
        feed = feed and self._feed_wanted
        end = len(batch.tweets) if stop is None else stop
        if self._recorder is not None:
            if batch.schemas and start == 0:
                self._recorder.write_all(batch.schemas)
            self._recorder.write_all(batch.records[start:end])
        counted: list[tuple[int, str | None]] = []
        if self.listener is not None:
            self.counting.fold(batch, start, end, counted)
            self.listener.on_counted(
                batch, counted, self.counting.closed_until_ms, self.counting.late_or_capped
            )
        elif feed:
            shown_from = max(start, end - self.feed_per_batch)
            if shown_from > start:
                self.counting.fold(batch, start, shown_from)
            self.counting.fold(batch, shown_from, end, counted)
        else:
            self.counting.fold(batch, start, end)
        if feed:
            self.moderation.add(batch, counted[-self.feed_per_batch :])
        if batch.deleted and end == len(batch.tweets):
            self.moderation.remove_deleted(batch.deleted)

    def adopt_counting(self, there: ShowCore, keep: Collection[str] = ()) -> None:
        """Continue with another core's counts and messages (a jump in a recording); ``keep`` is
        that of :meth:`Moderation.adopt_moment`."""
        self.counting = there.counting
        self.moderation.adopt_moment(there.moderation, keep)
        self._crowd_scene = there._crowd_scene
        self.scenes, self.last_closed = there.scenes, there.last_closed

    # -- windows ----------------------------------------------------------------------------

    def close(
        self,
        until_ms: int,
        landing: Callable[[ClosedWindow], int] | int,
        now_ms: int = -1,
        frame: int | None = None,
    ) -> None:
        """Close every window that ends at or before ``until_ms`` and plan its scene.

        ``landing`` is the frame on which scenes land, or a function of the closed window;
        ``now_ms`` is the wall clock for the log (-1: not recorded), ``frame`` where the transport
        was (None: where it is).
        """
        self._settle_next_now(closing=True)
        before_ms = self.counting.closed_until_ms
        closed = {window.end_ms: window for window in self.counting.close(until_ms)}
        last_drawn_ms = max((w.end_ms for w in closed.values() if w.drawn), default=0)
        for window in closed.values():
            if isinstance(landing, int):
                # If many windows close at once, the engine only gets the last scene.
                plan = window.end_ms == last_drawn_ms
                self.conductor.scene_drawn(window.drawn, landing, plan=plan)
            else:
                self.conductor.scene_drawn(window.drawn, landing(window))
            self._note_closed(window)
        self._prepares = True
        if self._recorder is not None and now_ms >= 0:
            window_ms, until_ms = self.counting.rules.window_ms, self.counting.closed_until_ms
            first_ms = until_ms if before_ms == NEVER_MS else before_ms + window_ms
            # After a night's pause a few are enough: a close also closes everything before it.
            first_ms = max(first_ms, until_ms - MAX_CLOSES * window_ms)
            ends_ms = sorted({*closed, *range(first_ms, until_ms + 1, window_ms)})
            draws = self.counting.bags.counts
            lands = landing if isinstance(landing, int) else None
            at = self.port.frame_now() if frame is None else frame
            for line in close_lines(ends_ms, window_ms, closed, at, lands, draws):
                self._recorder.write_show({**line, **self.positions()}, now_ms)

    def follow_close(self, window: ClosedWindow, line: Mapping[str, Any], now_ms: int) -> None:
        """Close a window as another console closed and recorded it: its scene lands where it did
        there."""
        self._settle_next_now(closing=True)
        self.conductor.scene_drawn(window.drawn, line["lands"])
        if window.votes:
            self._note_closed(window)
        self._prepares = True
        if self._recorder is not None:
            self._recorder.write_show(line, now_ms)

    def _note_closed(self, window: ClosedWindow) -> None:
        self.last_closed = window
        if window.drawn:
            self._crowd_scene = list(window.drawn.values())
        if self._on_window is not None:
            self._on_window(window, self._crowd_scene)

    def landing_by_rule(self, end_frame: Fraction | int) -> int:
        """Where the scene of a window that ends at transport frame ``end_frame`` lands."""
        margin = ms_to_frames(self.grace_ms, self.grid.rate_hz) + self.lead_frames
        return landing_frame(self.grid, end_frame, self.conductor.quantize, margin)

    def landing_from_now(self, frame: int) -> int:
        """The first grid line that the engine can still reach (live, or at other speeds)."""
        return self.conductor.next_landing_frame(frame)

    def expect_scene(self, start_ms: int, frame: int) -> None:
        """Start what leads up to the landing of the open window's scene at ``frame`` (fills, a
        riser)."""
        self.conductor.expect_scene(self.counting.forecast(start_ms), frame)

    def planned_landing(self, now_ms: int, frame: int) -> int:
        """Where the scene of the window that is open at ``now_ms`` will land."""
        end_ms = window_start_ms(now_ms, self.counting.rules.window_ms)
        left_ms = end_ms + self.counting.rules.window_ms - now_ms
        return self.landing_by_rule(frame + ms_to_frames(left_ms, self.grid.rate_hz))

    def _settle_next_now(self, *, closing: bool = False) -> None:
        window = self.next_now.settle(closing=closing)
        if window is not None:
            self._crowd_scene = list(window.drawn.values())
            self._prepares = True

    # -- the presenter ----------------------------------------------------------------------

    def apply_command(
        self,
        command: Command,
        frame: int,
        now_ms: int = -1,
        *,
        recorded: bool = False,
        seen: Mapping[str, Any] | None = None,
    ) -> bool:
        """Carry out a presenter's command at ``frame``; False if it changed nothing.

        ``now_ms`` is the show's time; ``recorded``: the command comes from a recorded show's log;
        ``seen``: what the console that this one follows saw then (:meth:`_sees`).
        """
        named = self._named(command, now_ms)
        if named is None:
            return False
        if not recorded and self.desk.apply_to_armed(named):
            if self._recorder is not None and now_ms >= 0:
                self._recorder.write_show(armed_line(named, frame, self.segment), now_ms)
            return True
        if seen is None:
            seen = self._sees(named, now_ms)
        elif "standings" in seen:
            self.stage.winner.follow(seen["standings"])
        if not self._carry_out(named, frame, now_ms, recorded, seen):
            return False
        if isinstance(named, ShowWinner | ShowOnStage):
            seen = self.stage.winner.seen
        self._prepares = True
        self.desk.note(named, frame, recorded=recorded)
        self._settle_next_now()
        if self._recorder is not None and now_ms >= 0:
            line = override_line(named, frame, self.segment)
            self._recorder.write_show({**line, **seen}, now_ms)
        return True

    def _sees(self, command: Command, now_ms: int) -> dict[str, Any]:
        """What this console's own counts add to a command, for a console that follows."""
        if isinstance(command, NextNow) and command.on:
            start_ms = window_start_ms(now_ms, self.counting.rules.window_ms)
            return {"votes": self.counting.chart(start_ms)}
        return {}

    def _named(self, command: Command, now_ms: int) -> Command | None:
        """The command with names that are valid here and in a log; None if there are none."""
        if isinstance(command, SetVariation) and command.clip is not None:
            clip = self.music.resolve(command.clip)
            if clip is None or clip not in self.music.clips.get(command.instrument, ()):
                return None
            return SetVariation(command.instrument, clip)
        if isinstance(command, HideMessage):
            return self.moderation.named(command)
        if isinstance(command, DecideMessages):
            return self.moderation.completed(command)
        return self.desk.named(command, now_ms)

    def _carry_out(
        self,
        command: Command,
        frame: int,
        now_ms: int,
        recorded: bool,
        seen: Mapping[str, Any],
    ) -> bool:
        if isinstance(command, ShowOnStage):
            return self.stage.show(command.moment, self.counting, frame, now_ms)
        if recorded and is_for_the_room(command):
            return False
        if isinstance(command, ShowWinner):
            if command.show:
                return self.stage.show("winner", self.counting, frame, now_ms)
            return self.stage.hide_winner(self.counting, frame, now_ms)
        if isinstance(command, NextNow):
            if command.on:
                there = seen.get("votes") if self.follows else None
                return self.next_now.begin(now_ms, frame, there)
            return self.next_now.take_back()
        presenter = self.recorded_presenter if recorded else self.presenter
        return presenter.carry_out(command, frame)

    # -- the engine -------------------------------------------------------------------------

    def advance(self, frame: int, now_ms: int = -1) -> None:
        """Land what is due, and process what the engine has carried out."""
        if self._prepares:
            self._prepares = False
            self._prepare_clips()
        self._handle_events(now_ms)
        self._record_passed(frame, now_ms)
        self.conductor.advance(frame)
        self.desk.advance(frame)
        self._settle_next_now()
        self.scenes.observe(self.conductor.scenes.number, self.conductor.scenes.clips)
        self._handle_events(now_ms)

    def _record_passed(self, frame: int, now_ms: int) -> None:
        """Record the messages that the rules let through as if somebody had approved them."""
        passed = self.moderation.fetch_passed()
        if passed and self._recorder is not None and now_ms >= 0:
            keys = tuple(f"{name}\n{tweet}" for name, tweet in passed)
            line = override_line(
                DecideMessages(True, (), keys, by_itself=True), frame, self.segment
            )
            self._recorder.write_show(line, now_ms)

    def _prepare_clips(self) -> None:
        """Tell the engine which clips may be launched next: what the crowd would draw, and what the
        presenter can ask for. Of a large set only a part is in memory."""
        bags, conductor = self.counting.bags, self.conductor
        drawable = [name for name in INSTRUMENTS if bags.has_clips(name)]
        names: list[str | None] = [bags.peek(name) for name in drawable]
        names += [conductor.next_variation(name) for name in INSTRUMENTS]
        names += [conductor.playable(name) for name in INSTRUMENTS]
        # A lively or a calm room draws other clips.
        names += [bags.peek(name, lean) for lean in (1, -1) for name in drawable]
        names.append(conductor.gains.cue.clip)
        ids = [clip for name in names if (clip := self.music.clip_ids.get(name or "")) is not None]
        self.port.prepare_clips(list(dict.fromkeys(ids)))

    def _handle_events(self, now_ms: int) -> None:
        for event in self.port.events():
            self.segment = max(self.segment, event.segment)
            if isinstance(event, Landed):
                self.conductor.landed(event)
                again = self._recorded_clip.get(event.strip, -1) == event.clip
                if again and event.strip not in TRANSITION_TRACKS:
                    continue  # already reported: a plan was sent again
                self._recorded_clip[event.strip] = event.clip
            elif isinstance(event, Ramped) and event.curve in ROOM_CURVES:
                continue
            if self._recorder is not None and now_ms >= 0:
                self._recorder.write_show(event_line(event, self._clip_names), now_ms)
