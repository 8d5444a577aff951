"""Plays a recording into a show's core, as far as a clock says. On the caller's thread.

One class for each order that a recording can have:

- :class:`EventOrder`: what kcat wrote, by event time, which closes windows at their ends;
- :class:`ArrivalOrder`: with our recorder's arrival times, in file order;
- :class:`~mwk_desktop.show.drivers.log_playback.LogOrder`: a recorded show, in file order with its
  own closes and overrides.

``run_until(None)`` goes to the end at once; a replay in real time calls ``run_until(now)`` often.
Both make the same calls on the core in the same order. A jump runs in slices.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from mwk_desktop.records.batch import Batch
from mwk_desktop.show.core import ShowCore
from mwk_desktop.show.drivers.timeline import GAP_MS, Timeline, gap_to_skip_ms
from mwk_desktop.show.log.recorded_landings import LogClock
from mwk_desktop.show.log.show_log import command_of
from mwk_desktop.sources.recording_source import ShowRecord
from mwk_desktop.topology.counting import ClosedWindow
from mwk_desktop.window_times import window_start_ms

Step = Batch | ShowRecord

Rest = Callable[[], bool]
"""Whether it is time to pause and let other work go on."""


def _never() -> bool:
    return False


class Playback(ABC):
    """Shared by all orders: reading ahead by one step, the last window, where scenes land.

    Parameters
    ----------
    steps
        The recording, in the order to be played.
    core
        The show that counts and conducts.
    timeline
        Event time against transport frames; gaps are left out of it as they are met.
    reach
        Offline: moves the transport to a frame, so that everything before it has landed. None if
        the transport moves by itself.
    by_rule
        Whether scenes land by the rule of event time (True), or, at another speed, on the next line
        from where the transport stands.
    """

    def __init__(
        self,
        steps: Iterable[Step],
        core: ShowCore,
        timeline: Timeline,
        *,
        reach: Callable[[int], None] | None = None,
        by_rule: bool = True,
    ) -> None:
        self.core = core
        self.timeline = timeline
        self.by_rule = by_rule
        self._reach_frame = reach
        self.ended = False
        self.last_window_start_ms: int | None = None
        self._window_ms = core.counting.rules.window_ms
        self.log_clock: LogClock | None = None
        """For a recorded show: maps its overrides' frames to time."""
        self.on_step: Callable[[], None] | None = None
        self._steps: Iterator[Step] = iter(steps)
        self._ahead: deque[Step] = deque()
        self._step: Step | None = next(self._steps, None)
        self._index = 0
        self._last_tweet_ms: int | None = None
        self._slept_ms = 0
        self._foreseen_ms = -1
        loop_ms = core.grid.loop_frames * 1000 // core.grid.rate_hz
        self._foresight_ms = self._window_ms - loop_ms
        self._foresees = core.music.arrangement.is_arranged

    @property
    def end_ms(self) -> int | None:
        """End of the last window that holds a tweet so far; None before the first one."""
        if self.last_window_start_ms is None:
            return None
        return self.last_window_start_ms + self._window_ms

    @property
    def tweets_over(self) -> bool:
        """Whether no more tweets will come, so that the end of the show is known."""
        return self.ended

    @property
    def head_ms(self) -> int | None:
        """Time of the next step; None after the last one."""
        step = self._step
        if isinstance(step, ShowRecord):
            return step.arrival_ms
        return step.events_ms[min(self._index, len(step.tweets) - 1)] if step else None

    def run_until(self, now_ms: int | None, rest: Rest = _never) -> bool:
        """Carry out what is due at ``now_ms`` (None: everything); False if ``rest`` stopped it
        before."""
        while not self.ended:
            if not self._advance(now_ms):
                break
            if rest():
                return False
        return True

    def continue_in(self, core: ShowCore, *, by_rule: bool) -> None:
        """Continue with another core, whose transport moves by itself."""
        self.core = core
        self.by_rule = by_rule
        self._reach_frame = None

    @abstractmethod
    def _advance(self, now_ms: int | None) -> bool:
        """One step of :meth:`run_until`; False if nothing more is due."""

    def _next_step(self) -> None:
        if self.on_step is not None:
            self.on_step()
        self._step = self._ahead.popleft() if self._ahead else next(self._steps, None)
        self._index = 0

    def _floor(self, t_ms: int) -> int:
        return window_start_ms(t_ms, self._window_ms)

    def _foresee(self, until_ms: int) -> None:
        """Before the windows that are open at ``until_ms`` close, what leads to their scenes'
        landings begins: a loop before the window's end, from the votes of that moment.

        All votes before that moment must be counted, and none after it.
        """
        if not (self.by_rule and self._foresees):
            return
        for start_ms in self.core.counting.open_windows_ms:
            moment_ms = start_ms + self._foresight_ms
            if start_ms <= self._foreseen_ms or moment_ms > until_ms:
                continue
            self._foreseen_ms = start_ms
            self._reach(int(self.timeline.frame_of(moment_ms)))
            end_frame = self.timeline.frame_of(start_ms + self._window_ms)
            self.core.expect_scene(start_ms, self.core.landing_by_rule(end_frame))

    def _moment_after(self, t_ms: int) -> int:
        """The next moment of :meth:`_foresee` or end of a window after ``t_ms``."""
        start_ms = self._floor(t_ms)
        moment_ms = start_ms + self._foresight_ms
        foresees = self._foresees and t_ms < moment_ms
        return moment_ms if foresees else start_ms + self._window_ms

    def _close(self, until_ms: int) -> None:
        if until_ms > self.core.counting.closed_until_ms:
            self.core.close(until_ms, self._landing)

    def _landing(self, window: ClosedWindow) -> int:
        if not self.by_rule:
            return self.core.landing_from_now(self.core.port.frame_now())
        frame = self.timeline.frame_of(window.end_ms)
        self._reach(int(frame))
        return self.core.landing_by_rule(frame)

    def _reach(self, frame: int) -> None:
        if self._reach_frame is not None:
            self._reach_frame(frame)

    def _fold(self, batch: Batch, start: int, stop: int) -> None:
        """Count a run of records and remember the latest window that got a tweet.

        A duplicate or blocked tweet makes no window but ends a gap, because whether it counts is
        not known before its time.
        """
        before = self.core.counting.counts.tweets
        self.core.fold(batch, start, stop)
        times, tweets = batch.events_ms[start:stop], batch.tweets[start:stop]
        if not all(tweets):
            times = [ms for ms, tweet in zip(times, tweets, strict=True) if tweet is not None]
        newest = max(times, default=None)
        if newest is None:
            return
        if self._last_tweet_ms is None or newest > self._last_tweet_ms:
            self._last_tweet_ms = newest
        if self.core.counting.counts.tweets == before:
            return
        window = self._floor(newest)
        if self.last_window_start_ms is None or window > self.last_window_start_ms:
            self.last_window_start_ms = window

    def _override(self, record: ShowRecord) -> None:
        """Carry out the recorded presenter's command, if the line is one."""
        line = record.line
        if line.get("type") != "override" or not isinstance(line.get("frame"), int):
            return
        command = command_of(line)
        if command is None:
            return
        clock = self.log_clock
        moment_ms: Fraction | int = record.arrival_ms
        if clock is not None:
            moment_ms = clock.event_ms(line["frame"]) + self._slept_ms
        frame = max(0, round(self.timeline.frame_of(moment_ms)))
        if self._reach_frame is None:
            # Anything behind the transport would land off the grid.
            frame = max(frame, self.core.port.frame_now() - self.core.lead_frames // 2)
        self._reach(frame)
        self.core.apply_command(command, frame, round(moment_ms), recorded=True)

    def _finish(self) -> None:
        """After the last record: close the open windows at their ends."""
        if self.end_ms is not None:
            self._close(self.end_ms)
        self.ended = True

    def _note_gap(self, next_tweet_ms: int) -> None:
        if self._last_tweet_ms is None:
            return
        skip = gap_to_skip_ms(self._last_tweet_ms, next_tweet_ms, self._window_ms)
        if skip:
            self.timeline.skip(self._floor(next_tweet_ms), skip)
            self._last_tweet_ms = next_tweet_ms  # noted once


class EventOrder(Playback):
    """By (event time, topic, partition, offset); windows close when event time reaches their
    end."""

    def _advance(self, now_ms: int | None) -> bool:
        batch = self._step
        if batch is None:
            self._foresee((self.end_ms or 0) if now_ms is None else now_ms)
            if now_ms is None or self.end_ms is None or now_ms >= self.end_ms:
                self._finish()
            else:
                self._close(self._floor(now_ms))
            return False
        if not isinstance(batch, Batch) or not self._finds_tweet(batch):
            self._next_step()
            return True
        first_ms = batch.events_ms[self._index]
        self._note_gap(first_ms)
        if now_ms is not None and first_ms > now_ms:
            self._foresee(now_ms)
            self._close(self._floor(now_ms))
            return False
        self._foresee(first_ms)
        self._close(self._floor(first_ms))
        stop = bisect_left(batch.events_ms, self._moment_after(first_ms), self._index)
        if now_ms is not None:
            stop = min(stop, bisect_right(batch.events_ms, now_ms, self._index))
        self._fold(batch, self._index, stop)
        self._index = stop
        return True

    def _finds_tweet(self, batch: Batch) -> bool:
        """Advance to the next tweet of the batch; other records before it are counted at once."""
        start = index = self._index
        end = len(batch.tweets)
        while index < end and batch.tweets[index] is None:
            index += 1
        if index > start:
            self.core.fold(batch, start, index)
            self._index = index
        return index < end


class ArrivalOrder(Playback):
    """In file order; a window closes when arrival passes its end plus the grace."""

    _clock_ms: int | None = None

    def _advance(self, now_ms: int | None) -> bool:
        batch = self._step
        if batch is None:
            self._foresee((self.end_ms or 0) if now_ms is None else now_ms)
            if now_ms is None or self.end_ms is None or now_ms - self._grace >= self.end_ms:
                self._finish()
            else:
                self._close(self._floor(now_ms - self._grace))
            return False
        if isinstance(batch, ShowRecord):  # from a show that ended before its first window did
            if now_ms is not None and batch.arrival_ms > now_ms:
                self._close(self._floor(now_ms - self._grace))
                return False
            # Windows closed by then were closed before the command came, live and here.
            self._foresee(batch.arrival_ms)
            self._close(self._floor(batch.arrival_ms - self._grace))
            self._override(batch)
        if isinstance(batch, ShowRecord) or self._index >= len(batch.tweets):
            self._next_step()
            return True
        if batch.tweets[self._index] is None:
            # Counted at once, as by event time: not a tweet, so a gap continues past it.
            self.core.fold(batch, self._index, self._index + 1)
            self._index += 1
            return True
        arrival_ms = self._arrival_ms(batch, self._index)
        self._note_gap(batch.events_ms[self._index])
        if now_ms is not None and arrival_ms > now_ms:
            self._foresee(now_ms)
            self._close(self._floor(now_ms - self._grace))
            return False
        self._foresee(arrival_ms)
        self._close(self._floor(arrival_ms - self._grace))
        self._fold_run(batch, arrival_ms, now_ms)
        return True

    @property
    def _grace(self) -> int:
        return self.core.grace_ms

    def _arrival_ms(self, batch: Batch, index: int) -> int:
        """Arrival clock at a record: never goes back; the event's time if none was recorded."""
        arrival = batch.arrivals_ms[index] if batch.arrivals_ms else -1
        if arrival < 0:
            arrival = self._clock_ms if self._clock_ms is not None else batch.events_ms[index]
        self._clock_ms = arrival if self._clock_ms is None else max(arrival, self._clock_ms)
        return self._clock_ms

    def _fold_run(self, batch: Batch, arrival_ms: int, now_ms: int | None) -> None:
        """Fold until the arrival clock closes a window or is ahead of now."""
        limit_ms = self._floor(arrival_ms - self._grace) + self._window_ms + self._grace
        if self._foresees:
            limit_ms = min(limit_ms, self._moment_after(arrival_ms))
        stop = self._index + 1
        last_ms = max(batch.events_ms[self._index], self._last_tweet_ms or 0)
        while stop < len(batch.tweets):
            clock_ms = max(batch.arrivals_ms[stop] if batch.arrivals_ms else -1, arrival_ms)
            if clock_ms >= limit_ms or (now_ms is not None and clock_ms > now_ms):
                break
            if batch.tweets[stop] is not None:
                event_ms = batch.events_ms[stop]
                if event_ms - last_ms > GAP_MS:
                    break
                last_ms = max(event_ms, last_ms)
            self._clock_ms = arrival_ms = clock_ms
            stop += 1
        self._fold(batch, self._index, stop)
        self._index = stop
