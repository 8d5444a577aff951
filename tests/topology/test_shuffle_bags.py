"""The shuffle-bag: fair, seeded, forecast without drawing, restored from counts alone."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.topology.shuffle_bags import ShuffleBag, ShuffleBags

NAMES = st.lists(st.text(min_size=1, max_size=3), min_size=1, max_size=5, unique=True)


def by_the_rule(names: list[str], seed: str, draws: int) -> list[str]:
    """Chapter 6, read aloud."""
    generator = random.Random(seed)
    bag: list[str] = []
    drawn: list[str] = []
    for _ in range(draws):
        if not bag:
            bag = sorted(names)
            generator.shuffle(bag)
            if len(bag) > 1 and drawn and bag[0] == drawn[-1]:
                bag[0], bag[1] = bag[1], bag[0]
        drawn.append(bag.pop(0))
    return drawn


@given(NAMES, st.integers(0, 99), st.integers(1, 30), st.sets(st.integers(0, 30)))
def test_draws_follow_the_rule_whoever_peeks(names, seed, draws, peeks):
    bags = ShuffleBags({"drum": names}, seed)
    drawn = []
    for n in range(draws):
        if n in peeks:
            assert bags.peek("drum") == bags.peek("drum")
        drawn.append(bags.draw("drum"))
    assert drawn == by_the_rule(names, f"{seed}:drum", draws)
    assert bags.counts == {"drum": draws}
    for n in range(0, draws - len(names), len(names)):
        assert sorted(drawn[n : n + len(names)]) == sorted(names)
    if len(names) > 1:
        assert all(a != b for a, b in pairwise(drawn))


@given(NAMES, st.integers(0, 30), st.booleans())
def test_restored_from_counts(names, draws, peek):
    bags = ShuffleBags({"drum": names, "pad": ["a", "b"]}, 3)
    for _ in range(draws):
        bags.draw("drum")
    if peek:
        bags.peek("drum")
    again = ShuffleBags({"drum": names[::-1], "pad": ["b", "a"]}, 3, bags.counts)
    assert [again.draw("drum") for _ in range(9)] == [bags.draw("drum") for _ in range(9)]
    assert again.draw("pad") == bags.draw("pad")


@given(NAMES, st.integers(0, 30))
def test_after_so_many_draws(names, draws):
    bags = ShuffleBags({"drum": names, "pad": ["a", "b"]}, 3)
    later = bags.after({"drum": draws})
    assert later.counts == ({"drum": draws} if draws else {})
    for _ in range(draws):
        bags.draw("drum")
    assert [later.draw("drum") for _ in range(9)] == [bags.draw("drum") for _ in range(9)]


def test_instruments_without_clips():
    bags = ShuffleBags({"drum": []}, 0, {"drum": 4})
    assert not bags.has_clips("drum")
    assert bags.counts == {"drum": 4}
    with pytest.raises(ValueError, match="at least one clip"):
        ShuffleBag([], "0:drum")


def test_seed_and_instrument_decide():
    clips = {"drum": list("abcdef"), "pad": list("abcdef")}
    first = {(seed, k): ShuffleBags(clips, seed).draw(k) for seed in range(20) for k in clips}
    assert len(set(first.values())) == 6
    assert any(first[seed, "drum"] != first[seed, "pad"] for seed in range(20))
