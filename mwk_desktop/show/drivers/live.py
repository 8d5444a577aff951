"""The live driver: feeds batches, commands and the wall clock into the core.

Owned by the show thread (:mod:`mwk_desktop.show.drivers.threads`); a test with a held clock calls
:meth:`LiveShow.fold_batch` and :meth:`LiveShow.tick` itself. Never blocks.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from mwk_desktop.clock import Clock
from mwk_desktop.engine.protocol import EnginePort
from mwk_desktop.frame_pacing import YieldToFrames, no_pacing, paced_slices
from mwk_desktop.messages import message
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.show.commands import BlockUser, Command, SetVoteCap, UnblockUser
from mwk_desktop.show.core import MAX_CLOSES, ShowCore, WindowListener
from mwk_desktop.show.counted_state import CountedState
from mwk_desktop.show.counting_listener import CountingListener
from mwk_desktop.show.desk_commands import PutSnapshot
from mwk_desktop.show.drivers.clock_following import ClockFollower
from mwk_desktop.show.drivers.committing import Committer
from mwk_desktop.show.drivers.timeline import LEAD_MS
from mwk_desktop.show.grid import Grid, Quantize
from mwk_desktop.show.log.show_log import (
    Recorder,
    override_line,
    recorded_health_line,
    sleep_line,
    start_line,
)
from mwk_desktop.show.music import Music
from mwk_desktop.show.snapshot import Problem, ProblemKind, Snapshot, SourceState
from mwk_desktop.show.snapshot_builder import SnapshotBuilder
from mwk_desktop.topology.counting import NEVER_MS, Counting
from mwk_desktop.units import ms_to_frames
from mwk_desktop.window_times import closed_until_ms, into_window_ms, window_start_ms

HEALTH_MS = 10_000
"""Lag and xruns are recorded this often, for a report's curves: about 30 kB an hour."""

SLEEP_MS = 5_000
"""If the transport falls further behind the clock between two checks, the machine has slept."""

MOST_OPEN = 20_000
"""At most this many windows with votes are open while a backlog is read: a week of half minutes,
about 10 MB. Beyond that the oldest close: no partition is read that much later than another."""

BACKLOG_UNREAD = Problem(
    ProblemKind.OTHER,
    message("No window closes yet: what the topic held at the start is not all counted."),
    message("The music goes on, and the scenes begin as soon as it is."),
)


def live_grid(music: Music, anchor_ms: int, window_ms: int) -> Grid:
    """A grid for a transport that starts now: a loop begins one beat after a window's start."""
    into_window = into_window_ms(anchor_ms, window_ms)
    return music.grid(-int(ms_to_frames(into_window, music.rate_hz)))


def wall_clock_core(
    counting: CountedState,
    music: Music,
    port: EnginePort,
    anchor_ms: int,
    *,
    opening: tuple[str, ...],
    quantize: Quantize,
    grace_ms: int,
    recorder: Recorder | None,
    on_window: WindowListener | None = None,
    listener: CountingListener | None = None,
    grid: Grid | None = None,
) -> ShowCore:
    """The core of a show on the wall clock; for the arguments see :class:`LiveShow`."""
    return ShowCore(
        counting,
        music,
        grid or live_grid(music, anchor_ms, counting.rules.window_ms),
        port,
        opening=opening,
        quantize=quantize,
        grace_ms=grace_ms,
        lead_frames=int(ms_to_frames(LEAD_MS, music.rate_hz)),
        recorder=recorder,
        on_window=on_window,
        listener=listener,
    )


def _by_hand_before(counting: Counting) -> list[Command]:
    """Commands that describe a continued show's blocks and limits, for its new log."""
    rules = counting.rules
    blocked, usual = counting.blocked, rules.blocked
    commands: list[Command] = [BlockUser(name) for name in sorted(blocked - usual)]
    commands += [UnblockUser(name) for name in sorted(usual - blocked)]
    if counting.limit_by_rules != rules.max_votes_per_user:
        commands.append(SetVoteCap(rules.max_votes_per_user))
    return commands


class LiveShow:
    """A show on the wall clock (live from Kafka, or the demo's crowd).

    Parameters
    ----------
    counting, music, port
        The counting, the sound set's names, and the engine (its transport not yet started).
    clock
        The wall clock.
    anchor_ms
        The moment at which the transport starts; the grid is fixed to it.
    source_state
        Called for every snapshot: returns where records come from and the connection's state.
    committer
        Commits counts and offsets; None: nothing is stored (the demo).
    listener
        Also receives every counted tweet.
    catching_up
        Whether a topic's backlog comes first: no window closes until a delivery marks its end
        (:attr:`mwk_desktop.records.batch.Delivery.caught_up`; at most :data:`MOST_OPEN` stay open).
        So every vote of the backlog counts in the window of its event time, in whatever order the
        partitions arrive. Then past windows close in order, and from there on the wall clock closes
        them.
    yield_to_frames
        Called before each piece of a large batch (see
        :class:`mwk_desktop.frame_pacing.FramePacer`).
    broker_ahead_ms
        Returns how far the broker's clock is ahead of this computer's; None: not known.
    stored_desks
        The presenter's snapshots of the desk, as stored before.
    grid, start_frame
        The grid of a show that already runs elsewhere, and its transport frame at ``anchor_ms``;
        None: the show begins here, at frame 0.
    on_tick
        Called after each tick with its transport frame and the show's time.
    muted
        Start unheard: another console of the show may be heard.
    writes_file
        Whether the recorder writes a file, or only passes on what other consoles need.
    """

    def __init__(
        self,
        counting: Counting,
        music: Music,
        port: EnginePort,
        clock: Clock,
        anchor_ms: int,
        *,
        opening: tuple[str, ...],
        quantize: Quantize,
        grace_ms: int,
        source_state: Callable[[], SourceState],
        hashtag: str = "mwk",
        seed: int = 0,
        settings: dict[str, Any] | None = None,
        recorder: Recorder | None = None,
        committer: Committer | None = None,
        on_window: WindowListener | None = None,
        problems: Callable[[], tuple[Problem, ...]] = tuple,
        listener: CountingListener | None = None,
        catching_up: bool = False,
        yield_to_frames: YieldToFrames = no_pacing,
        broker_ahead_ms: Callable[[], int | None] = lambda: None,
        stored_desks: bytes = b"",
        grid: Grid | None = None,
        start_frame: int = 0,
        on_tick: Callable[[int, int], None] = lambda _frame, _now_ms: None,
        muted: bool = False,
        writes_file: bool = True,
    ) -> None:
        self._muted = muted
        self._writes_file = writes_file
        self._on_tick = on_tick
        self._start_frame = start_frame
        self._next_offsets: dict[int, int] = {}
        self._clock = clock
        self._port = port
        self._catching_up = catching_up
        self._begun_ms = anchor_ms
        self._grace_ms = grace_ms
        self._counting = counting
        self._window_ms = counting.rules.window_ms
        self._source_state = source_state
        self._problems = problems
        self._yield_to_frames = yield_to_frames
        self._recorder = recorder
        self._committer = committer
        self.core = wall_clock_core(
            counting,
            music,
            port,
            anchor_ms,
            opening=opening,
            quantize=quantize,
            grace_ms=grace_ms,
            recorder=recorder,
            on_window=on_window,
            listener=listener,
            grid=grid,
        )
        self.core.positions = self._positions
        self._snapshots = SnapshotBuilder(self.core, hashtag, music.name)
        desks = self.core.desk.stored
        desks.restore(stored_desks)
        if committer is not None:
            committer.keep_desks(desks)
        if recorder is not None:
            line = start_line(
                music, self.core.grid, anchor_ms, start_frame, seed, settings or {}, counting.bags
            )
            recorder.write_show(line, anchor_ms)
            kept = [PutSnapshot(number, desk) for number, desk in desks.all.items()]
            for command in (*_by_hand_before(counting), *kept):
                recorder.write_show(override_line(command, start_frame, 0), anchor_ms)
        self._following = ClockFollower(clock, self._window_ms, recorder, broker_ahead_ms)

    finished = False
    """False: a live show runs until stopped."""

    _expected_ms = -1
    """Start of the window whose scene was expected last."""

    _health_ms = 0
    """When health was recorded last."""

    _looked = (0, 0)
    """Wall clock and transport frame at the last check."""

    def _notice_sleep(self) -> None:
        """Record that the machine slept or its clock was set, before anything that came
        afterwards."""
        frame = self._port.frame_now()
        followed = self._following.follow(frame)
        now_ms = self._clock.now_ms()
        if followed:
            self._looked = now_ms, frame
        looked_ms, looked_frame = self._looked
        self._looked = now_ms, frame
        played_ms = (frame - looked_frame) * 1000 // self.core.grid.rate_hz
        skip_ms = now_ms - looked_ms - played_ms
        if looked_ms and skip_ms > SLEEP_MS and self._recorder is not None:
            self._recorder.write_show(sleep_line(now_ms, skip_ms, frame), now_ms)

    def _fold(self, batch: Batch, between_slices: Callable[[], None]) -> None:
        self._following.move_events(batch)
        length = len(batch.tweets)
        for piece in paced_slices(length, self._yield_to_frames, between_slices):
            if piece.start > 0:
                between_slices()
            self.core.fold(batch, piece.start, piece.stop, feed=piece.stop == length)

    def start(self) -> None:
        """Plan the opening and start the transport."""
        if self._muted:
            self.core.conductor.gains.start_unheard()
        self.core.conductor.start(self._start_frame)
        self._port.play()

    def fold_batch(
        self, batch: Batch | Delivery, between_slices: Callable[[], None] = lambda: None
    ) -> None:
        """Count a source's batch; ``between_slices`` may apply commands, but not tick."""
        self._notice_sleep()
        if isinstance(batch, Batch):
            self._fold(batch, between_slices)
        else:
            self._fold(batch.batch, between_slices)
            if not self._catching_up:
                self._following.compare(batch.batch)
            self._catching_up = self._catching_up and not batch.caught_up
            self._next_offsets.update(batch.next_offsets)
            if self._committer is not None:
                self._committer.note(batch.next_offsets, batch.marks, batch.waiting)

    def _positions(self) -> dict[str, Any]:
        """How far the topic is counted, for a line of the log; nothing where there is none."""
        offsets = {str(number): at for number, at in self._next_offsets.items()}
        return {"offsets": offsets} if offsets else {}

    def apply_command(self, command: Command) -> None:
        """Carry out a presenter's command."""
        self._notice_sleep()
        now_ms, frame = self._clock.now_ms(), self._port.frame_now()
        # What is due lands first: so a console that follows, and hears of both later, agrees.
        self.core.advance(frame, now_ms)
        self.core.apply_command(command, frame, now_ms)

    def tick(self) -> None:
        """Handle what is due: landings, and closing a window once its grace is over."""
        self._notice_sleep()
        now_ms = self._clock.now_ms()
        frame = self._port.frame_now()
        self.core.advance(frame, now_ms)
        self._close_due(now_ms, frame)
        self._expect_scene(now_ms, frame)
        if self._committer is not None:
            self._committer.tick(now_ms)
        self._record_health(now_ms, frame)
        self._on_tick(frame, now_ms)

    def _record_health(self, now_ms: int, frame: int) -> None:
        """Record lag and xruns now and then, for the show's report."""
        if self._recorder is not None and now_ms - self._health_ms >= HEALTH_MS:
            self._health_ms = now_ms
            line = recorded_health_line(self._source_state().lag, self._port.status().xruns, frame)
            self._recorder.write_show(line, now_ms)

    def _close_due(self, now_ms: int, frame: int) -> None:
        """Close the windows whose grace is over."""
        until_ms = closed_until_ms(now_ms - self._grace_ms, self._window_ms)
        if self._catching_up:
            until_ms = min(until_ms, self._until_ms_in_backlog())
        if until_ms > self.core.counting.closed_until_ms:
            until_ms = self._until_ms_at_once(until_ms)
            self.core.close(until_ms, self.core.landing_from_now(frame), now_ms, frame)

    def _until_ms_in_backlog(self) -> int:
        """How far windows close while a backlog is read: not at all, unless too many are open."""
        too_many = self._counting.open_count - MOST_OPEN
        if too_many <= 0:
            return NEVER_MS
        return self._counting.open_windows_ms[too_many - 1] + self._window_ms

    def _expect_scene(self, now_ms: int, frame: int) -> None:
        """A loop before the window's end, start what leads to its scene's landing."""
        rate_hz, start_ms = self.core.grid.rate_hz, window_start_ms(now_ms, self._window_ms)
        left_ms = start_ms + self._window_ms - now_ms
        if start_ms == self._expected_ms or self._catching_up:
            return
        if left_ms * rate_hz > self.core.grid.loop_frames * 1000:
            return
        self._expected_ms = start_ms
        closes = frame + ms_to_frames(left_ms + self._grace_ms, rate_hz)
        self.core.expect_scene(start_ms, self.core.landing_from_now(math.ceil(closes)))

    def _until_ms_at_once(self, until_ms: int) -> int:
        """How far one tick closes windows: a whole night's must not stall the show thread."""
        open_ms = self._counting.open_windows_ms
        if len(open_ms) <= MAX_CLOSES:
            return until_ms
        return min(until_ms, open_ms[MAX_CLOSES - 1] + self._window_ms)

    def _backlog_problem(self) -> tuple[Problem, ...]:
        """What to say while no window closes, once one should have."""
        wait_ms = self._window_ms + self._grace_ms
        if self._catching_up and self._clock.now_ms() - self._begun_ms > wait_ms:
            return (BACKLOG_UNREAD,)
        return ()

    def _all_problems(self) -> tuple[Problem, ...]:
        return (*self._following.problems(), *self._backlog_problem(), *self._problems())

    def finish(self) -> None:
        """End the show: commit what is counted."""
        if self._committer is not None:
            self._committer.commit()

    def next_snapshot(self) -> Snapshot:
        return self._snapshots.next_snapshot(
            self._clock.now_ms(),
            self._port.frame_now(),
            self._port.status(),
            self._source_state(),
            ahead_ms=self._clock.ahead_ms,
            recording=self._recorder is not None and self._writes_file,
            problems=self._all_problems(),
        )
