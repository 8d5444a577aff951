"""Consoles that follow a show: always in the state of the one that decides."""

from __future__ import annotations

import random

import pytest

from mwk_desktop.engine.protocol import Curve
from mwk_desktop.show.commands import Mode, SetMode
from mwk_desktop.show.drivers.follow_show import FOLLOWS_ONLY
from mwk_desktop.show.sound_commands import SetCue
from tests.show.followed import Follower, Main, agreed, play


def same_counts(main: Main, follower: Follower) -> None:
    assert follower.counting.counts == main.counting.counts
    board, there = main.counting.leaderboard, follower.counting.leaderboard
    assert there.top(50) == board.top(50)


def evening(seed: int, length_ms: int, *, counts: bool) -> None:
    rng = random.Random(seed)
    main = Main(seed=seed)
    followers = [Follower(main, random.Random(seed + 1))]
    joins = {
        length_ms // 3: lambda: followers.append(Follower(main, random.Random(seed + 2))),
    }
    play(main, rng, length_ms, followers, joins, counts=counts)
    for follower in followers:
        follower.advance(40_000)
        follower.hear()
        assert follower.compared > length_ms // 2_000
        if not counts:
            same_counts(main, follower)


@pytest.mark.parametrize("seed", range(3))
def test_minutes_of_a_random_hand_agree_at_every_bar(seed: int) -> None:
    evening(seed, 60_000, counts=bool(seed % 2))


@pytest.mark.soak
def test_an_hour_of_a_random_hand_agrees_at_every_bar() -> None:
    evening(2024, 3_600_000, counts=True)


@pytest.mark.parametrize("seed", range(4))
def test_a_follower_that_leads_goes_on_as_the_other_would_have(seed: int) -> None:
    """Whatever was under way: a window that closed, a hold, a panic, a GO."""
    rng = random.Random(seed)
    main = Main(seed=seed)
    follower = Follower(main, random.Random(seed + 1))
    play(main, rng, rng.randrange(20_000, 40_000), [follower], counts=False, presses_per_s=2.0)
    follower.hear(main.clock.now_ms() + 1_000)
    assert follower.port.ramps[Curve.HEARD][-1].target == 0.0
    follower.show.lead()
    assert not follower.show.follows
    assert follower.port.ramps[Curve.HEARD][-1].target == 1.0
    for step in range(400):
        for show in (main.show, follower.show):
            show.tick()
        assert agreed(follower.show.next_snapshot()) == agreed(main.show.next_snapshot()), step
        main.advance(25)
        follower.advance(25)
    same_counts(main, follower)
    scenes = [
        [line["scene"] for line in lines if line["type"] == "close"]
        for lines in (follower.lines, main.lines)
    ]
    assert scenes[0] == scenes[1]


def test_a_follower_decides_nothing_and_says_so() -> None:
    main = Main()
    follower = Follower(main, random.Random(1))
    play(main, random.Random(1), 3_000, [follower], presses_per_s=0.0)
    before = agreed(follower.show.next_snapshot())
    follower.show.apply_command(SetMode("drum", Mode.OFF))
    follower.show.apply_command(SetCue("drum", True))
    follower.tick()
    snapshot = follower.show.next_snapshot()
    assert agreed(snapshot) == before
    assert snapshot.strips[0].cue  # its own headphones
    assert FOLLOWS_ONLY in snapshot.problems
    follower.advance(10_000)
    assert FOLLOWS_ONLY not in follower.show.next_snapshot().problems
