"""The driver of a console that follows: another console decides, this one shows and plays the same.

Owned by the show thread; only :meth:`FollowShow.hear` is called from elsewhere.

The other console's decisions come from the topic ``mwk-show``, some milliseconds after they were
made. They are carried out here at the frames at which they were made there, in the same order, on
the same grid, so both shows are in the same state. That is why this show's own moment (what has
landed and can no longer be taken back) goes by the newest record of the topic: the other console's
heartbeats move it on. The music does not wait: whatever is to come is planned ahead.

The tweets are counted here too, from the input topic. Whose votes decide is settled: a closed
window's line holds those of the other console.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Final

from mwk_desktop.clock import Clock
from mwk_desktop.engine.protocol import EnginePort
from mwk_desktop.messages import message
from mwk_desktop.show.commands import Command
from mwk_desktop.show.drivers.follow_port import FollowPort
from mwk_desktop.show.drivers.live import LiveShow
from mwk_desktop.show.log.show_log import command_of, draws_of, orders_of, window_votes_of
from mwk_desktop.show.log.show_topic import MOMENT, TopicRecord
from mwk_desktop.show.music import Music
from mwk_desktop.show.snapshot import Problem, ProblemKind
from mwk_desktop.show.sound_commands import CueCommand
from mwk_desktop.topology.counting import ClosedWindow, Counting
from mwk_desktop.topology.shuffle_bags import ShuffleBags
from mwk_desktop.topology.window_decision import decide_window
from mwk_desktop.units import INSTRUMENTS

RECORDS_A_TICK: Final = 40
"""Decisions that are carried out in one tick: about 4 ms of the show thread's limit of 10."""

UNCOUNTED_MS: Final = 30_000
"""How long to wait for the other console's count of a closed window."""

NOTICE_MS: Final = 6_000
"""How long the console shows that a press decided nothing."""

FOLLOWS_ONLY: Final = Problem(
    ProblemKind.OTHER,
    message("This console follows: the other one decides until this one takes over."),
)

_AT_A_MOMENT: Final = frozenset(("override", "armed", "close", MOMENT))
"""Their frame is where the other show was. What its engine reports may lie a little ahead of it."""


class FollowShow(LiveShow):
    """A live show whose decisions another console makes, until :meth:`lead`.

    Parameters
    ----------
    start
        The line with which the other console began the show.
    more
        As for :class:`~mwk_desktop.show.drivers.live.LiveShow`; the grid is the other console's.
    """

    def __init__(
        self,
        counting: Counting,
        music: Music,
        port: EnginePort,
        clock: Clock,
        anchor_ms: int,
        *,
        start: Mapping[str, Any],
        **more: Any,
    ) -> None:
        seed = start.get("seed")
        counting.bags = ShuffleBags(
            music.clips,
            seed if isinstance(seed, int) else counting.bags.seed,
            draws_of(start),
            counting.rules.energies,
            orders_of(start),
            window_votes_of(start),
        )
        self._past = FollowPort(port, music.rate_hz)
        super().__init__(
            counting,
            music,
            self._past,
            clock,
            anchor_ms,
            seed=counting.bags.seed,
            grid=replace(music.grid(0), origin_frame=start["origin_frame"]),
            **more,
        )
        self.core.follows = True
        self._first_frame = int(start["anchor_frame"])
        self._frame_here = self._first_frame
        self._heard: deque[TopicRecord] = deque()
        self._decided_ms = -1
        self._closing: deque[tuple[int, int, dict[str, int], dict[int, int], int]] = deque()
        self._noticed_ms = -NOTICE_MS

    @property
    def follows(self) -> bool:
        """Whether another console decides."""
        return self.core.follows

    def hear(self, records: Iterable[TopicRecord]) -> None:
        """Queue records of the topic that count, in order (any thread; never waits)."""
        self._heard.extend(records)

    @property
    def has_heard(self) -> bool:
        """Whether records wait to be carried out."""
        return bool(self._heard)

    def carry_out_all(self) -> None:
        """Carry out everything that was queued (the show thread)."""
        self._carry_out_heard(len(self._heard))

    def lead(self) -> None:
        """Let this console decide and be heard from now on: at once, from where the other stood."""
        if not self.follows:
            return
        self.carry_out_all()
        self._past.reach_now()
        self._close_counted(whatever=True)
        self.core.follows = False
        frame = self._port.frame_now()
        self.core.advance(max(frame, self._frame_here), self._clock.now_ms())
        self.core.conductor.gains.set_heard(True)

    # -- as a driver -------------------------------------------------------------------------

    def start(self) -> None:
        """Start muted, with what played at the show's beginning."""
        self.core.conductor.gains.start_unheard()
        self.core.conductor.start(self._first_frame)
        self._port.play()

    def apply_command(self, command: Command) -> None:
        """Carry out a command of this console; while it follows, only one for its own
        headphones."""
        if not self.follows:
            super().apply_command(command)
        elif isinstance(command, CueCommand):
            # It lands nothing: the other console decides about landings.
            self.core.apply_command(command, self._frame_here, self._clock.now_ms())
        else:
            self._noticed_ms = self._clock.now_ms()

    def tick(self) -> None:
        """Carry out what was decided elsewhere; once this console leads, run like every live
        show."""
        if not self.follows:
            super().tick()
            return
        self._notice_sleep()
        now_ms, frame = self._clock.now_ms(), self._port.frame_now()
        self._carry_out_heard(RECORDS_A_TICK)
        if not self._heard:
            self._past.reach_now()
            self.core.advance(self._frame_here, now_ms)  # the engine's events
        self._close_counted()
        self._expect_scene(now_ms, frame)
        if self._committer is not None:
            self._committer.tick(now_ms)
        self._on_tick(frame, now_ms)

    def _all_problems(self) -> tuple[Problem, ...]:
        found = super()._all_problems()
        told = self.follows and self._clock.now_ms() - self._noticed_ms < NOTICE_MS
        return (FOLLOWS_ONLY, *found) if told else found

    def _backlog_problem(self) -> tuple[Problem, ...]:
        return () if self.follows else super()._backlog_problem()

    # -- what was decided --------------------------------------------------------------------

    def _carry_out_heard(self, most: int) -> None:
        for _ in range(min(most, len(self._heard))):
            record = self._heard.popleft()
            at_ms, line = record.stamp.at_ms, record.line
            if record.frame is not None and record.type in _AT_A_MOMENT:
                self._advance(record.frame, at_ms)
            if record.type in ("override", "armed"):
                command = command_of(line)
                if command is not None and not isinstance(command, CueCommand):
                    self.core.apply_command(command, self._frame_here, at_ms, seen=_seen(line))
            elif record.type == "close":
                self._follow_close(line, at_ms)

    def _advance(self, frame: int, now_ms: int) -> None:
        if frame > self._frame_here:
            self._frame_here = frame
            self._past.advance_past(frame)
            self.core.advance(frame, now_ms)

    def _follow_close(self, line: Mapping[str, Any], at_ms: int) -> None:
        """Close a window that the other console closed: its scene is drawn here too, from those
        votes."""
        start_ms, end_ms, votes = line.get("start_ms"), line.get("end_ms"), _votes(line)
        if not (isinstance(start_ms, int) and isinstance(end_ms, int) and votes is not None):
            return
        if type(line.get("lands")) is not int or end_ms <= self._decided_ms:
            return
        self._decided_ms = end_ms
        counting = self._counting
        window = ClosedWindow(start_ms, end_ms, {}, (), {})
        if votes:
            window = decide_window(start_ms, votes, counting.rules, counting.bags)
        self.core.follow_close(window, line, at_ms)
        draws = draws_of(line)
        if draws is not None and draws != counting.bags.counts:
            counting.bags = counting.bags.after(draws)
        self._closing.append((start_ms, end_ms, votes, _offsets(line), at_ms))

    def _close_counted(self, *, whatever: bool = False) -> None:
        """Close the windows of which this console has counted as much as the other had."""
        while self._closing:
            start_ms, end_ms, votes, offsets, at_ms = self._closing[0]
            counted = all(self._next_offsets.get(n, -1) >= at for n, at in offsets.items())
            late = not self._catching_up and self._clock.now_ms() - at_ms > UNCOUNTED_MS
            if not (counted or late or whatever):
                return
            self._counting.votes_elsewhere.close(start_ms, end_ms, votes)
            self._closing.popleft()


def _seen(line: Mapping[str, Any]) -> dict[str, Any]:
    """What the other console saw when it decided."""
    votes = _votes(line)
    seen: dict[str, Any] = {} if votes is None else {"votes": votes}
    return {**seen, "standings": line["standings"]} if "standings" in line else seen


def _votes(line: Mapping[str, Any]) -> dict[str, int] | None:
    found = line.get("votes")
    if not isinstance(found, dict) or not set(found) <= set(INSTRUMENTS):
        return None
    return found if all(type(count) is int and count > 0 for count in found.values()) else None


def _offsets(line: Mapping[str, Any]) -> dict[int, int]:
    found = line.get("offsets")
    if not isinstance(found, dict):
        return {}
    return {int(n): at for n, at in found.items() if n.isdecimal() and type(at) is int}
