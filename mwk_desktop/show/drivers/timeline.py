"""Maps event time to the transport: which frame belongs to which millisecond.

Live, the wall clock and the transport are tied once, at the start. In a replay the transport *is*
the clock: event time = anchor + frames x speed, so it cannot drift. A long gap without a tweet is
left out; a pause or another speed makes a new tie at the frame where it begins.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from fractions import Fraction

from mwk_desktop.window_times import window_number

GAP_MS = 600_000
"""Offline, a longer gap without a tweet is shortened to one empty window."""


LEAD_MS = 50
"""A plan made this far ahead lands exactly: a few blocks, the pipe, and a busy machine's delays."""


class Timeline:
    """Maps event time to transport frames and back.

    Parameters
    ----------
    anchor_ms, anchor_frame
        One moment in both clocks.
    rate_hz
        Frames per second.
    speed
        Milliseconds of event time per millisecond of music; 0 is a pause.
    """

    def __init__(
        self, anchor_ms: int, anchor_frame: int, rate_hz: int, speed: Fraction | float = 1
    ) -> None:
        self.rate_hz = rate_hz
        self.first_ms = anchor_ms
        self._tie_ms = Fraction(anchor_ms)
        self._tie_frame = Fraction(anchor_frame)
        self._speed = Fraction(speed)
        self._gap_starts_ms: list[int] = []
        self._skipped_ms: list[int] = [0]

    @property
    def speed(self) -> float:
        return float(self._speed)

    def skip(self, from_ms: int, skip_ms: int) -> None:
        """Leave out ``skip_ms`` of event time just before ``from_ms`` (later than any skip
        before)."""
        self._gap_starts_ms.append(from_ms)
        self._skipped_ms.append(self._skipped_ms[-1] + skip_ms)

    def _played_ms(self, event_ms: Fraction | int) -> Fraction:
        """Event time with the gaps left out."""
        gap = bisect_right(self._gap_starts_ms, event_ms)
        return Fraction(event_ms) - self._skipped_ms[gap]

    def frame_of(self, event_ms: Fraction | int) -> Fraction:
        """Transport frame (exact, not rounded) of an event time; speed must not be 0."""
        played = self._played_ms(event_ms) - self._played_ms(self._tie_ms)
        return self._tie_frame + played * self.rate_hz / (1000 * self._speed)

    def event_ms_at(self, frame: int) -> int:
        """Event time of a transport frame, rounded down to the millisecond."""
        played = (frame - self._tie_frame) * 1000 * self._speed / self.rate_hz
        played += self._played_ms(self._tie_ms)
        gap = 0
        while gap < len(self._gap_starts_ms):
            if played + self._skipped_ms[gap + 1] < self._gap_starts_ms[gap]:
                break
            gap += 1
        return math.floor(played + self._skipped_ms[gap])

    def out_of_gap(self, event_ms: int) -> int:
        """The time itself or, inside a gap that is left out, the end of that gap."""
        gap = bisect_right(self._gap_starts_ms, event_ms)
        if gap < len(self._gap_starts_ms):
            end_ms = self._gap_starts_ms[gap]
            if event_ms >= end_ms - (self._skipped_ms[gap + 1] - self._skipped_ms[gap]):
                return end_ms
        return event_ms

    def tie(self, event_ms: int, frame: int, speed: Fraction | float) -> None:
        """Tie another event time to transport frame ``frame``; the gaps stay."""
        self._tie_ms = Fraction(event_ms)
        self._tie_frame = Fraction(frame)
        self._speed = Fraction(speed)

    def set_speed(self, speed: Fraction | float, frame: int) -> None:
        """Change the speed from transport frame ``frame`` on."""
        self.tie(self.event_ms_at(frame), frame, speed)


def gap_to_skip_ms(last_tweet_ms: int, next_tweet_ms: int, window_ms: int) -> int:
    """Whole windows to leave out between two tweets so that exactly one empty window is left."""
    if next_tweet_ms - last_tweet_ms <= GAP_MS:
        return 0
    last_window = window_number(last_tweet_ms, window_ms)
    empty = window_number(next_tweet_ms, window_ms) - last_window - 1
    return max(0, empty - 1) * window_ms
