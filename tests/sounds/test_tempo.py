"""The documented rule by which lengths give a tempo."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.sounds.tempo import (
    BEATS,
    common_length,
    loop_of_length,
    tempo,
    whole_bars,
)

S = Fraction


@pytest.mark.parametrize(
    ("length_s", "loop_s", "beats"),
    [
        (S(180_000, 48_000), S(15, 4), 8),  # The default set: 128 BPM, not 64 and not 256.
        (S(15, 2), S(15, 2), 16),
        (S(15, 8), S(15, 8), 4),
        (S(4), S(4), 8),  # 120
        (S(2), S(2), 4),
        (S(16, 3), S(16, 3), 8),  # 90 exactly
        (S(8, 3), S(8, 3), 4),  # 90 exactly: 180 would be 8 beats
        (S(4, 3), S(8, 3), 4),  # 180 is not reached: half a loop of 90
        (S(1), S(2), 4),  # Two beats count as four.
        (S(1, 2), S(2), 4),
    ],
)
def test_the_rule(length_s: Fraction, loop_s: Fraction, beats: int) -> None:
    assert loop_of_length(length_s) == (loop_s, beats)


@pytest.mark.parametrize("length_s", [S(1, 100), S(1, 3), S(64, 3) + S(1, 100), S(240)])
def test_hits_and_tracks_give_no_tempo(length_s: Fraction) -> None:
    assert loop_of_length(length_s) is None


@given(st.fractions(S(1, 2), S(21)))
def test_half_and_double_lengths_agree(length_s: Fraction) -> None:
    loop, twice = loop_of_length(length_s), loop_of_length(length_s * 2)
    assert loop is not None
    loop_s, beats = loop
    assert beats in BEATS
    assert 90 <= tempo(loop_s, beats) < 180
    if twice is not None:
        assert tempo(*twice) == tempo(loop_s, beats)


def test_the_common_length() -> None:
    assert common_length([]) is None
    assert common_length([S(1), S(2), S(2)]) == 2
    assert common_length([S(1), S(2)]) == 2
    # Encoders' extra frames do not split what is one length.
    near = S(4) + S(1, 48_000)
    assert common_length([S(4), S(4), near, S(8), S(8)]) == 4


def test_whole_bars() -> None:
    assert whole_bars(S(15, 4), S(128), 4) == 8
    assert whole_bars(S(1, 10), S(128), 4) == 4
    assert whole_bars(S(3), S(120), 3) == 6
