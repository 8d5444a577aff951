"""Plays a recorded show by its own log: in file order, with the closes and overrides that it holds.

What leads up to a landing is in the log too, as landings of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from typing import Any

from mwk_desktop.records.batch import Batch, move_events
from mwk_desktop.show.drivers.playback import Playback
from mwk_desktop.show.log.show_log import draws_of, shift_of, sleep_of
from mwk_desktop.sources.recording_source import ShowRecord


class LogOrder(Playback):
    """A recorded show: in file order, with the closes and overrides that it holds."""

    _tweets_over = False
    _shift_ms = 0
    _slept_at: ShowRecord | None = None

    def _note_sleep(self, record: ShowRecord) -> None:
        """Skip the time that the recorded machine slept: the music stood still."""
        sleep = sleep_of(record.line)
        if sleep is not None and sleep[0] > self.timeline.first_ms:
            self._slept_at = record
            self._slept_ms += sleep[1]
            self.timeline.skip(*sleep)

    def _next_step(self) -> None:
        """Shift event times where the recorded computer's clock was set."""
        if isinstance(self._step, ShowRecord):
            shift_ms = shift_of(self._step.line)
            self._shift_ms = self._shift_ms if shift_ms is None else shift_ms
        super()._next_step()
        if self._shift_ms and isinstance(self._step, Batch):
            move_events(self._step, self._shift_ms)

    def _draw_as_recorded(self, line: Mapping[str, Any]) -> None:
        """Bring the shuffle bags to the recorded show's state.

        They differ if it was continued in the middle of a window: earlier votes are not in this
        file, so that window's winners may differ here.
        """
        draws = draws_of(line)
        counting = self.core.counting
        if draws is not None and draws != counting.bags.counts:
            counting.bags = counting.bags.after(draws)

    @property
    def tweets_over(self) -> bool:
        """Whether no more tweets will come; the log may go on for longer."""
        if self.ended or self._tweets_over:
            return True
        step = self._step
        if isinstance(step, Batch) and any(step.tweets[self._index :]):
            return False
        while not any(isinstance(each, Batch) and any(each.tweets) for each in self._ahead):
            following = next(self._steps, None)
            if following is None:
                self._tweets_over = True
                return True
            self._ahead.append(following)
        return False

    def _advance(self, now_ms: int | None) -> bool:
        step = self._step
        if step is None:
            if now_ms is None or self.end_ms is None or now_ms >= self.end_ms:
                self._finish()
            return False
        if isinstance(step, ShowRecord):
            if step is not self._slept_at:
                self._note_sleep(step)
            if now_ms is not None and step.arrival_ms > now_ms:
                return False
            if step.line.get("type") == "close" and isinstance(step.line.get("end_ms"), int):
                self._close(step.line["end_ms"])
                self._draw_as_recorded(step.line)
            self._override(step)
            self._next_step()
            return True
        stop = len(step.tweets)
        if now_ms is not None and step.arrivals_ms:
            stop = bisect_right(step.arrivals_ms, now_ms, self._index)
        if stop > self._index:
            self._fold(step, self._index, stop)
            self._index = stop
        if stop < len(step.tweets):
            return False
        self._next_step()
        return True
