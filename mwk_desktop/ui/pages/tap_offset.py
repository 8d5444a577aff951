"""How late the loudspeakers are heard, from taps on the beat (pure, no Qt).

Somebody who hears the music taps along. Each tap has a place between two beats of the computer's
transport; their mean place is how much later than the computer the beat is heard.
"""

from __future__ import annotations

import cmath
import math
from collections import deque
from typing import Final

MOST_MS: Final = 300
"""The largest offset of the setting ``[audio] visual_offset_ms``."""
FEWEST_TAPS: Final = 4
_MOST_TAPS: Final = 16
_PAUSE_BEATS: Final = 6.0
"""After a longer pause somebody begins to tap again."""
_UNEVEN_MS: Final = 60.0
"""Taps with a larger standard deviation do not follow the beat."""


class TapOffset:
    """The taps of one attempt."""

    def __init__(self) -> None:
        self._places: deque[complex] = deque(maxlen=_MOST_TAPS)
        self._last_beats = -math.inf
        self._beat_ms = 0.0

    @property
    def taps(self) -> int:
        """How many count: the newest ones of this attempt."""
        return len(self._places)

    def tap(self, beats: float, bpm: float) -> None:
        """Count a tap ``beats`` beats after bar 1 of the transport, which plays at ``bpm``."""
        beat_ms = 60_000.0 / bpm
        if not 0 < beats - self._last_beats <= _PAUSE_BEATS or beat_ms != self._beat_ms:
            self._places.clear()
        self._last_beats, self._beat_ms = beats, beat_ms
        # Places between two beats lie on a circle: just before a beat is near just after it.
        self._places.append(cmath.exp(2j * math.pi * beats))

    @property
    def is_even(self) -> bool:
        """Whether the taps agree; false while there are too few."""
        if self.taps < FEWEST_TAPS:
            return False
        agreement = min(1.0, abs(sum(self._places)) / self.taps)
        # Circular standard deviation, Mardia and Jupp, Directional Statistics, 2.3.11.
        spread = math.sqrt(-2 * math.log(agreement)) if agreement > 0 else math.inf
        return spread / (2 * math.pi) * self._beat_ms <= _UNEVEN_MS

    @property
    def offset_ms(self) -> int | None:
        """The offset that the taps ask for, 0 to :data:`MOST_MS`; None while they do not agree."""
        if not self.is_even:
            return None
        beat_ms, middle_ms = self._beat_ms, MOST_MS / 2
        late_ms = cmath.phase(sum(self._places)) / (2 * math.pi) * beat_ms
        # Of the places that are whole beats apart, the one nearest the middle of the range.
        late_ms -= round((late_ms - middle_ms) / beat_ms) * beat_ms
        return round(min(float(MOST_MS), max(0.0, late_ms)))
