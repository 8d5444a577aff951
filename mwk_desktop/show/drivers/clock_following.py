"""Notices when the system's clock was set during a live show; reports and records it.

Show thread only. :class:`mwk_desktop.clock.ShowClock` defines how a show follows. This module
writes it to the show's log, so that a replay counts the same votes, and tells the console.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Final

from mwk_desktop.clock import Clock
from mwk_desktop.messages import NOTHING, Message, duration, message
from mwk_desktop.records.batch import Batch, move_events
from mwk_desktop.show.drivers.clock_comparison import ClockComparison
from mwk_desktop.show.log.show_log import Recorder, clock_line, sleep_line
from mwk_desktop.show.snapshot import Problem, ProblemKind

NOTICE_MS: Final = 60_000
"""The console shows this long that the clock was set."""

WORTH_SAYING_MS: Final = 1_000
"""Smaller corrections are followed and logged, but not shown."""

_log = logging.getLogger(__name__)


class ClockFollower:
    """Follows the system's clock for one show.

    Parameters
    ----------
    clock
        The show's clock.
    window_ms
        The length of the show's windows: the clock is followed by whole windows.
    recorder
        The show's log; None: nothing is recorded.
    broker_ahead_ms
        Returns how far the broker's clock is ahead of this computer's; None: not known.
    """

    def __init__(
        self,
        clock: Clock,
        window_ms: int,
        recorder: Recorder | None,
        broker_ahead_ms: Callable[[], int | None] = lambda: None,
    ) -> None:
        self._clock = clock
        self._broker_ahead_ms = broker_ahead_ms
        self._window_ms = window_ms
        self._recorder = recorder
        self._notice: Message = NOTHING
        self._noticed_ms = 0
        self._comparison = ClockComparison()
        if clock.shift_ms and recorder is not None:  # shifted from the beginning
            recorder.write_show(clock_line(0, clock.shift_ms), clock.now_ms())

    def follow(self, frame: int) -> bool:
        """Check whether the system's clock was set; True if the show's clock moved with it."""
        before_ms = self._clock.shift_ms
        step = self._clock.follow(self._window_ms)
        if step is None:
            return False
        now_ms = self._clock.now_ms()
        self._comparison.forget()
        _log.warning("the system's clock moved by %d ms: %s", step.moved_ms, step)
        if self._recorder is not None:
            if step.shift_ms != before_ms:
                line = clock_line(step.moved_ms, step.shift_ms)
                self._recorder.write_show(line, now_ms)
            if step.skip_ms:
                self._recorder.write_show(sleep_line(now_ms, step.skip_ms, frame), now_ms)
        if abs(step.moved_ms) >= WORTH_SAYING_MS:
            self._notice, self._noticed_ms = clock_was_set(step.moved_ms), now_ms
        return step.skip_ms > 0

    def move_events(self, batch: Batch) -> None:
        """Shift a batch's event times into the show's time, at most up to their arrival."""
        if self._clock.shift_ms:
            move_events(batch, self._clock.shift_ms)

    def compare(self, batch: Batch) -> None:
        """Compare the times of records as they arrive with this computer's clock."""
        self._comparison.note(batch.records, self._clock.ahead_ms)

    def problems(self) -> tuple[Problem, ...]:
        """The console's current messages about clocks."""
        self._comparison.note_broker(self._broker_ahead_ms())
        was_set = self._clock.now_ms() - self._noticed_ms <= NOTICE_MS
        texts = (self._notice if was_set else NOTHING, self._comparison.notice)
        return tuple(Problem(ProblemKind.CLOCK, each) for each in texts if each)


def clock_was_set(moved_ms: int) -> Message:
    """The message after the system's clock was set."""
    if moved_ms < 0:
        return message(
            "The computer's clock was set back by {length}: the show's own clock goes on, "
            "and every vote counts.",
            length=duration(-moved_ms),
        )
    return message(
        "The computer's clock was set forward by {length}: the show follows it by whole windows, "
        "and every vote counts.",
        length=duration(moved_ms),
    )
