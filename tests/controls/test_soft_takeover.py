"""Soft takeover: nothing before hardware and strip have met, no jump when they do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.controls.midi.soft_takeover import (
    MET_DB,
    SETTLED_S,
    STEP,
    SoftTakeover,
    has_met,
    next_position,
)
from mwk_desktop.show.fader_law import fader_gain
from mwk_desktop.units import gain_to_db

positions = st.integers(0, 127).map(lambda raw: raw / 127)


def moved(takeover: SoftTakeover, positions: list[float], strip: float) -> list[float]:
    """What the strip does while the hand moves, a millisecond a step."""
    places, now_s = [], 10.0
    for position in positions:
        takeover.move(position, strip, now_s)
        for _ in range(200):
            place = takeover.next_sent()
            if place is None:
                break
            strip = place
            places.append(place)
        now_s += 0.001
    return places


def is_step(one: float, other: float) -> bool:
    first, second = gain_to_db(fader_gain(one)), gain_to_db(fader_gain(other))
    return abs(one - other) <= STEP + 1e-9 or abs(first - second) <= MET_DB + 1e-6


def test_it_waits_below_and_follows_from_the_meeting_on() -> None:
    takeover = SoftTakeover()
    assert moved(takeover, [0.1, 0.2, 0.3], 0.8) == []
    assert takeover.ghost == 0.3
    assert moved(takeover, [0.79, 0.9], 0.8) == [0.79, 0.9]
    assert takeover.ghost is None


def test_one_sweep_past_the_strip_is_a_meeting_and_catches_up_in_steps() -> None:
    takeover = SoftTakeover()
    places = moved(takeover, [0.1, 1.0], 0.5)
    assert places[-1] == 1.0
    assert all(is_step(a, b) for a, b in zip([0.5, *places], places, strict=False))
    assert moved(takeover, [0.2], 1.0) == [0.2], "then it follows directly"


def test_another_hand_takes_the_strip_away() -> None:
    takeover = SoftTakeover()
    moved(takeover, [0.5], 0.5)
    takeover.watch(0.5, 20.0)
    assert takeover.follows
    takeover.watch(0.9, 20.0 + SETTLED_S)
    assert not takeover.follows
    assert moved(takeover, [0.51], 0.9) == []


def test_while_the_show_has_not_answered_it_goes_on() -> None:
    takeover = SoftTakeover()
    assert takeover.move(0.5, 0.5, 10.0)
    assert takeover.next_sent() is None
    assert takeover.move(0.7, 0.5, 10.01)
    assert takeover.next_sent() == 0.7
    takeover.watch(0.5, 10.02)  # an old snapshot
    assert takeover.move(0.8, 0.5, 10.03)


@given(st.lists(positions, min_size=1, max_size=60), positions)
def test_the_strip_never_jumps_before_the_pickup(hardware: list[float], strip: float) -> None:
    """Up to the pickup nothing moves; the pickup itself goes in steps."""
    takeover = SoftTakeover()
    before, now_s = strip, 10.0
    for position in hardware:
        follows_already = takeover.follows
        takeover.move(position, strip, now_s)
        now_s += 0.001
        while (place := takeover.next_sent()) is not None:
            if not follows_already:
                assert is_step(before, place)
            before = strip = place
        if not takeover.follows:
            assert before == strip
            assert takeover.ghost == position


@given(positions, positions)
def test_steps_arrive(position: float, goal: float) -> None:
    for _ in range(200):
        position = next_position(position, goal)
        if position == goal:
            break
    assert position == goal
    assert has_met(goal, goal)
