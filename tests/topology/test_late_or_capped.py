"""Counting says which votes of a fold are in no chart, and who is blocked."""

from __future__ import annotations

from mwk_desktop.topology.counting import Counting, CountingRules
from tests.support import T0_MS, live_batch


def test_late_and_capped_votes_are_named_by_their_place() -> None:
    counting = Counting(CountingRules(max_votes_per_user=1), {}, 0)
    batch = live_batch(["drum"] * 8, T0_MS)  # user0 to user6, then user0 again
    counting.fold(batch)
    assert counting.late_or_capped == [7]
    counting.close(T0_MS + 30_000)
    late = live_batch(["hello", "pad", "pad"], T0_MS, first=20)
    counting.fold(late, 1)
    assert counting.late_or_capped == [1, 2]
    counting.fold(live_batch(["pad"], T0_MS + 30_000, first=30))
    assert counting.late_or_capped == []
    assert (counting.counts.late, counting.counts.capped) == (2, 1)


def test_a_block_is_told_once() -> None:
    counting = Counting(CountingRules(), {}, 0)
    told: list[tuple[str, bool]] = []
    counting.on_block = lambda name, blocked: told.append((name, blocked))
    counting.block("anna")
    counting.block("anna")
    counting.unblock("anna")
    counting.unblock("anna")
    assert told == [("anna", True), ("anna", False)]
