"""Finds the tempo of a set from the lengths of its clips, if ``set.toml`` does not give it.

The rule: the most common length among the clips (the longest if several are equally common) is a
loop of 4, 8, 16 or 32 beats, whichever gives a tempo of at least 90 and less than 180 BPM. That
range is one octave, so exactly one power of two fits: 3.75 s are 8 beats at 128 BPM, never 4 at 64.
Clips of half or double that length give the same tempo. A length of one or two beats is repeated
until it fills four.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import Final

SLOWEST_BPM: Final = 90
FASTEST_BPM: Final = 180
BEATS: Final = (4, 8, 16, 32)

_SHORTEST_BEAT_S: Final = Fraction(60, FASTEST_BPM)
_SAME_LENGTH_S: Final = Fraction(1, 100)
"""Lengths that differ by less count as equal: lossy encoders add or lose a few frames."""


def loop_of_length(length_s: Fraction) -> tuple[Fraction, int] | None:
    """Length in seconds and beats of the loop for a clip of this length, by the rule above.

    None if the rule does not apply: less than one beat, or more than 32 beats.
    """
    if length_s <= _SHORTEST_BEAT_S:
        return None
    while tempo(length_s, BEATS[0]) >= FASTEST_BPM:
        length_s *= 2
    for beats in BEATS:
        if SLOWEST_BPM <= tempo(length_s, beats) < FASTEST_BPM:
            return length_s, beats
    return None


def tempo(length_s: Fraction, beats: int) -> Fraction:
    """Beats per minute of a loop with this length in seconds and this many beats."""
    return beats * 60 / length_s


def common_length(lengths_s: Iterable[Fraction]) -> Fraction | None:
    """The most common length; of several equally common ones the longest; None if there is none."""
    lengths_s = list(lengths_s)
    if not lengths_s:
        return None
    alike = Counter(round(length_s / _SAME_LENGTH_S) for length_s in lengths_s)
    exact = Counter(lengths_s)
    return max(
        exact,
        key=lambda length_s: (
            alike[round(length_s / _SAME_LENGTH_S)],
            round(length_s / _SAME_LENGTH_S),
            exact[length_s],
            length_s,
        ),
    )


def whole_bars(length_s: Fraction, bpm: Fraction, beats_per_bar: int) -> int:
    """Beats in a loop of this length at a known tempo, rounded to whole bars, at least one."""
    bars = round(length_s * bpm / 60 / beats_per_bar)
    return max(1, bars) * beats_per_bar
