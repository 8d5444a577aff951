"""A lively room leans the draw to clips of more energy, without touching the bags' fairness."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.topology.shuffle_bags import AHEAD, ShuffleBag, ShuffleBags
from mwk_desktop.topology.voting_pace import VotingPace

CLIPS = tuple(f"drum/drum{n}.flac" for n in range(1, 7))
ENERGIES = {clip: 1 + n % 5 for n, clip in enumerate(CLIPS)}


def drawn(leans: list[int], seed: str = "1:drum") -> list[str]:
    bag = ShuffleBag(CLIPS, seed, ENERGIES)
    return [bag.draw(lean) for lean in leans]


@given(st.lists(st.sampled_from([-1, 0, 1]), min_size=12, max_size=60), st.integers(0, 50))
def test_none_repeats_before_all_have_played_whichever_way_it_leans(
    leans: list[int], seed: int
) -> None:
    clips = drawn(leans, f"{seed}:drum")
    for begin in range(0, len(clips) - len(CLIPS) + 1, len(CLIPS)):
        assert set(clips[begin : begin + len(CLIPS)]) == set(CLIPS)
    assert all(one != other for one, other in itertools.pairwise(clips))


@pytest.mark.parametrize("seed", range(20))
def test_it_takes_the_most_or_least_energy_of_the_next_three(seed: int) -> None:
    order = drawn([0] * 6, f"{seed}:drum")
    ahead = order[:AHEAD]
    energies = [ENERGIES[clip] for clip in ahead]
    assert drawn([1], f"{seed}:drum")[0] == ahead[energies.index(max(energies))]
    assert drawn([-1], f"{seed}:drum")[0] == ahead[energies.index(min(energies))]


def test_what_is_peeked_is_what_is_drawn() -> None:
    bag = ShuffleBag(CLIPS, "3:drum", ENERGIES)
    for lean in (1, -1, 0, 1, 1, -1, -1, 0, 1, 0):
        peeked = bag.peek(lean)
        assert bag.draw(lean) == peeked


def test_without_energies_nothing_leans() -> None:
    plain = ShuffleBag(CLIPS, "3:drum")
    leaning = ShuffleBag(CLIPS, "3:drum")
    assert [plain.draw() for _ in range(20)] == [leaning.draw(1) for _ in range(20)]


def test_the_bags_lean_together_and_keep_their_energies() -> None:
    bags = ShuffleBags({"drum": CLIPS}, 7, energies=ENERGIES)
    bags.draw("drum", 1)
    again = bags.after({"drum": 1})
    assert again.counts == bags.counts == {"drum": 1}
    loudest = max((again.peek("drum", lean) for lean in (-1, 1)), key=lambda clip: ENERGIES[clip])
    assert again.peek("drum", 1) == loudest


@pytest.mark.parametrize(
    ("before", "votes", "lean"),
    [
        ([], 100, 0),
        ([10], 100, 0),
        ([10, 10], 15, 1),
        ([10, 10], 14, 0),
        ([10, 10], 7, 0),
        ([10, 10], 6, -1),
        ([1, 9, 11, 80], 15, 1),
        ([80, 11, 1, 9], 14, 0),
        ([3, 90, 20], 13, -1),
        ([3, 90, 20], 30, 1),
    ],
)
def test_the_pace_is_compared_with_the_median(before: list[int], votes: int, lean: int) -> None:
    pace = VotingPace()
    for each in before:
        pace.add(each)
    assert pace.lean(votes) == lean


def windows(tweet, batch, votes: list[int], energies: dict[str, int]) -> list[str]:
    """What is drawn for the drum in windows with so many votes, each forecast first."""
    counting = Counting(CountingRules(window_ms=1_000, energies=energies), {"drum": CLIPS}, 5)
    clips = []
    for window, count in enumerate(votes):
        start_ms = window * 1_000
        at = [start_ms + n for n in range(count)]
        entries = [(tweet(text="drum", user=f"u{ms}"), ms, ms) for ms in at]
        counting.fold(batch(entries))
        forecast = counting.forecast(start_ms)
        closed = counting.close(start_ms + 1_000)[0]
        assert closed.drawn == forecast
        clips.append(closed.drawn["drum"])
    return clips


def test_a_loud_room_gets_a_louder_scene(tweet, batch) -> None:
    steady = windows(tweet, batch, [10, 10, 10, 10], ENERGIES)
    loud = windows(tweet, batch, [10, 10, 30, 10], ENERGIES)
    calm = windows(tweet, batch, [10, 10, 2, 10], ENERGIES)
    assert steady == windows(tweet, batch, [10, 10, 30, 2], {})
    assert loud[:2] == calm[:2] == steady[:2]
    assert ENERGIES[loud[2]] > ENERGIES[calm[2]]
    assert loud == windows(tweet, batch, [10, 10, 30, 10], ENERGIES)


@given(st.lists(st.sampled_from([-1, 0, 1]), max_size=30), st.integers(0, 50), st.booleans())
def test_restored_bags_go_on_as_they_leaned(leans: list[int], seed: int, peeks: bool) -> None:
    """What is left in the bag is part of the state: no clip comes again early after a restart."""
    bags = ShuffleBags({"drum": CLIPS}, seed, energies=ENERGIES)
    for lean in leans:
        bags.draw("drum", lean)
    if peeks:
        bags.peek("drum")
    again = ShuffleBags({"drum": CLIPS}, seed, bags.counts, ENERGIES, bags.orders)
    for lean in (1, 0, -1) * 6:
        assert again.draw("drum", lean) == bags.draw("drum", lean)


def test_an_order_of_other_clips_is_left_aside() -> None:
    bags = ShuffleBags({"drum": CLIPS}, 3, energies=ENERGIES)
    for lean in (1, -1):
        bags.draw("drum", lean)
    plain = ShuffleBags({"drum": CLIPS}, 3, bags.counts, ENERGIES)
    for wrong in (["x"], [*bags.orders["drum"], "x"], ["x"] * 5, [CLIPS[0]] * 5):
        again = ShuffleBags({"drum": CLIPS}, 3, bags.counts, ENERGIES, {"drum": wrong})
        assert again.orders == plain.orders


def test_a_restored_counting_remembers_the_room() -> None:
    """The median of the votes and the rest of the bags, as they were before the restart."""
    rules = CountingRules(energies=ENERGIES)
    counting = Counting(rules, {"drum": CLIPS}, 5)
    for lean, votes in ((0, 10), (0, 10), (1, 40), (-1, 2)):
        counting.bags.draw("drum", lean)
        counting.bags.pace.add(votes)
    again = Counting.from_rows(rules, {"drum": CLIPS}, counting.all_rows())
    assert again.bags.orders == counting.bags.orders
    assert [again.bags.pace.lean(votes) for votes in (40, 10, 2)] == [1, 0, -1]
