"""A phone hears "counted" only of what was counted."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.app.workers.vote_tap import VoteTap
from mwk_desktop.sources.page.vote_outcomes import (
    CAPPED,
    COUNTED,
    LATE,
    MOST_EXPECTED,
    ExpectedVote,
    VoteOutcomes,
)
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.app.live_process import WINDOW_MS
from tests.app.tapped import batch_of, feed
from tests.support import T0_MS, arithmetic_music, examples


def expected(*numbers: int, name: str = "ana") -> tuple[VoteOutcomes, VoteTap]:
    outcomes = VoteOutcomes()
    for number in numbers:
        outcomes.expect(ExpectedVote(number, f"phone{number}", name, number, "drum"))
    return outcomes, VoteTap(outcomes)


def told(outcomes: VoteOutcomes) -> dict[int, str]:
    return {each.vote: each.code for each in outcomes.drain()}


def test_counted_capped_and_late() -> None:
    counting = Counting(
        CountingRules(window_ms=WINDOW_MS, max_votes_per_user=2), arithmetic_music().clips, 1
    )
    outcomes, tap = expected(1, 2, 3, 4)
    feed(tap, counting, batch_of([("ana", "drum")] * 3, first=1))
    assert told(outcomes) == {1: COUNTED, 2: COUNTED, 3: CAPPED}
    counting.close(T0_MS + WINDOW_MS)
    feed(tap, counting, batch_of([("ana", "drum")], first=4))
    assert told(outcomes) == {4: LATE}
    assert not outcomes.any_expected


def test_what_is_not_counted_is_not_said_to_be() -> None:
    counting = Counting(CountingRules(window_ms=WINDOW_MS), arithmetic_music().clips, 1)
    outcomes, tap = expected(1, 2, 3)
    counting.block("ana")
    feed(tap, counting, batch_of([("ana", "drum")], first=1))
    feed(tap, counting, batch_of([("bob", "drum")], first=2))  # another's tweet of that number
    feed(tap, counting, batch_of([("ana", "hello")], first=3))
    assert told(outcomes) == {}
    counting.unblock("ana")
    feed(tap, counting, batch_of([("ana", "drum")], first=1))
    assert told(outcomes) == {1: COUNTED}


def test_a_vote_that_was_not_sent_is_not_waited_for_and_old_ones_are_forgotten() -> None:
    outcomes, _ = expected(*range(MOST_EXPECTED + 5))
    assert outcomes.find([3, 4, 5, None]) == [2]
    outcomes.withdraw(5)
    assert outcomes.find([5]) == []


VOTES = st.lists(
    st.tuples(st.sampled_from(["ana", "bob"]), st.sampled_from(["drum", "hello"]), st.booleans()),
    max_size=40,
)


@given(VOTES, st.integers(0, 3), st.integers(0, 40))
@settings(max_examples=examples(100), deadline=None)
def test_phones_hear_counted_as_often_as_the_chart_has_their_votes(
    votes: list[tuple[str, str, bool]], most: int, closes_after: int
) -> None:
    rules = CountingRules(window_ms=WINDOW_MS, max_votes_per_user=most)
    counting = Counting(rules, arithmetic_music().clips, 1)
    outcomes = VoteOutcomes()
    tap = VoteTap(outcomes)
    heard: list[str] = []
    for number, (name, text, of_page) in enumerate(votes):
        if number == closes_after:
            counting.close(T0_MS + WINDOW_MS)
        if of_page:
            outcomes.expect(ExpectedVote(number, "phone", name, number, "drum"))
        before = counting.counts
        feed(tap, counting, batch_of([(name, text)], first=number))
        after = counting.counts
        said = [each.code for each in outcomes.drain()]
        moved = {
            COUNTED: after.votes - before.votes,
            LATE: after.late - before.late,
            CAPPED: after.capped - before.capped,
        }
        assert said == [code for code, by in moved.items() if by and of_page]
        heard += said
    assert len(heard) <= sum(of_page for _, _, of_page in votes)
