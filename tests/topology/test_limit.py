"""The limit of votes, changed while the show runs: what was counted stays and counts against it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.records.record_types import Tweet
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.topology.conftest import CLIPS, make_batch, make_tweet

WINDOW_MS = 100


def vote(counting: Counting, user: str, event_ms: int, serial: int) -> None:
    tweet = make_tweet("drum", user, serial)
    counting.fold(make_batch([(tweet, event_ms, event_ms)]))


def test_a_limit_set_in_the_middle_of_a_window_counts_earlier_votes_against_it(
    tweet: Callable[..., Tweet], batch: Callable[..., Any]
) -> None:
    counting = Counting(CountingRules(window_ms=WINDOW_MS), CLIPS, 0)
    entries = [(tweet("drum", "anna", n), 5, 5) for n in range(3)]
    counting.fold(batch([*entries, (tweet("pad", "bert", 9), 6, 6)]))
    counting.limit_votes(3)
    counting.fold(batch([(tweet("drum", "anna", 10), 7, 7), (tweet("pad", "bert", 11), 7, 7)]))
    assert counting.chart(0) == {"drum": 3, "pad": 2}
    assert (counting.counts.votes, counting.counts.capped) == (5, 1)
    counting.limit_votes(1)  # nothing that was counted is taken away
    assert counting.chart(0) == {"drum": 3, "pad": 2}
    counting.fold(batch([(tweet("drum", "cleo", 12), 8, 8), (tweet("drum", "cleo", 13), 8, 8)]))
    assert counting.chart(0) == {"drum": 4, "pad": 2}
    counting.limit_votes(0)
    counting.fold(batch([(tweet("drum", "anna", 14), 8, 8)]))
    assert counting.chart(0) == {"drum": 5, "pad": 2}
    assert counting.counts.capped == 2
    assert counting.rules.max_votes_per_user == 0


STEPS = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 3 * WINDOW_MS)) | st.integers(0, 3),
    max_size=60,
)


@given(steps=STEPS, first=st.integers(0, 2), saved_at=st.integers(0, 60))
def test_votes_and_capped_follow_the_limit_of_their_moment(
    steps: list[Any], first: int, saved_at: int
) -> None:
    rules = CountingRules(window_ms=WINDOW_MS, max_votes_per_user=first)
    counting = Counting(rules, CLIPS, 0, remember=64)
    limit = first
    used: Counter[tuple[str, int]] = Counter()
    capped = 0
    for serial, step in enumerate(steps):
        if serial == saved_at:
            counting = Counting.from_rows(rules, CLIPS, counting.all_rows(), remember=64)
        if isinstance(step, int):
            limit = step
            counting.limit_votes(limit)
            continue
        user, event_ms = step
        vote(counting, user, event_ms, serial)
        key = (user, event_ms // WINDOW_MS)
        if limit and used[key] >= limit:
            capped += 1
        else:
            used[key] += 1
    assert counting.counts.capped == capped
    assert counting.counts.votes == sum(used.values())
    assert counting.rules.max_votes_per_user == limit


@pytest.mark.parametrize(("rules_now", "limit_now"), [(0, 2), (3, 3)])
def test_a_limit_set_by_hand_outlives_a_restart_unless_the_rules_changed(
    rules_now: int, limit_now: int
) -> None:
    counting = Counting(CountingRules(window_ms=WINDOW_MS), CLIPS, 0)
    counting.limit_votes(2)
    again = Counting.from_rows(
        CountingRules(window_ms=WINDOW_MS, max_votes_per_user=rules_now), CLIPS, counting.all_rows()
    )
    assert again.rules.max_votes_per_user == limit_now


def test_a_block_and_its_undo_under_a_limit() -> None:
    counting = Counting(CountingRules(window_ms=WINDOW_MS, max_votes_per_user=2), CLIPS, 0)
    for serial in range(3):
        vote(counting, "anna", 5, serial)
    vote(counting, "bert", 5, 7)
    version = counting.version
    counting.block("anna")
    assert counting.version > version
    assert counting.chart(0) == {"drum": 1}
    vote(counting, "anna", 6, 8)
    assert counting.counts.blocked == 1
    counting.unblock("anna")
    assert counting.chart(0) == {"drum": 3}
    vote(counting, "anna", 6, 9)  # her two votes still count against the limit
    assert counting.chart(0) == {"drum": 3}
    assert counting.counts.capped == 2
