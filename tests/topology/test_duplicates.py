"""The duplicates' memory against a plain queue: exact, over many rounds of the ring."""

from __future__ import annotations

import random
from collections import deque

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.topology.duplicates import CAPACITY, SeenTweets
from tests.support import examples

ODD = [1 << 63, -(1 << 63) - 1, 1 << 90]
IDENTS = st.none() | st.integers(0, 9) | st.sampled_from([*ODD, (1 << 63) - 1, -(1 << 63)])
TIMES_MS = st.none() | st.integers(0, 2) | st.sampled_from([*ODD, -(1 << 63)])
KEYS = st.tuples(IDENTS, st.integers(0, 2), TIMES_MS)


class Queue:
    """The rule: known is what is among the last ``capacity`` distinct tweets."""

    def __init__(self, capacity: int) -> None:
        self.keys: deque = deque(maxlen=capacity)

    def repeats(self, keys):
        found = []
        for n, key in enumerate(keys):
            if key[0] is None:
                continue
            if key in self.keys:
                found.append(n)
            else:
                self.keys.append(key)
        return found


@settings(max_examples=examples(200), deadline=None)
@given(
    capacity=st.sampled_from([1, 2, 4, 8]),
    batches=st.lists(st.lists(KEYS, min_size=1, max_size=20), max_size=12),
    copies=st.sets(st.integers(0, 12)),
)
def test_equals_a_queue(capacity, batches, copies):
    memory, queue = SeenTweets(capacity), Queue(capacity)
    taken = 0
    runs = []
    for n, keys in enumerate(batches):
        assert memory.repeats(*map(list, zip(*keys, strict=True))) == queue.repeats(keys)
        assert len(memory) == len(queue.keys)
        runs.append(memory.since(taken))
        taken = memory.serial
        if n in copies:
            # From one run, and from all the small ones: the same memory.
            whole, pieces = SeenTweets(capacity), SeenTweets(capacity)
            whole.restore(memory.since(0))
            for run in runs:
                if run.first + len(run.ids) // 8 - 1 > taken - capacity:
                    pieces.restore(run)
            assert whole.serial == memory.serial
            if pieces.serial:
                assert pieces.since(0) == whole.since(0) == memory.since(0)
            memory = whole


def test_long_stream_of_real_ids():
    rng = random.Random(5)
    memory, queue = SeenTweets(256), Queue(256)
    newest = 1 << 60
    sent: list[tuple[int, int, int]] = []
    for _ in range(200):
        keys = []
        for _ in range(rng.randrange(1, 120)):
            if sent and rng.random() < 0.3:
                keys.append(sent[-min(len(sent), rng.randrange(1, 400))])
            else:
                newest += rng.randrange(1, 3) << 22
                keys.append((newest, rng.randrange(50), newest >> 22))
                sent.append(keys[-1])
        assert memory.repeats(*map(list, zip(*keys, strict=True))) == queue.repeats(keys)


def test_all_tweets_with_one_id():
    """A careless producer's constant Id neither slows the memory down nor confuses it."""
    memory = SeenTweets(1 << 12)
    count = 1 << 13
    assert memory.repeats([1] * count, [0] * count, range(count)) == []
    assert len(memory.repeats([1] * 10, [0] * 10, range(count - 10, count))) == 10
    longest = max(chain_length(memory, head) for head in memory._heads.tolist())
    assert longest < 20


def chain_length(memory: SeenTweets, link: int) -> int:
    length, age = 0, -1
    while link > 0:
        older = memory._written - link & memory._mask
        if older <= age:
            break
        length, age = length + 1, older
        link = int(memory._after[link - 1])
    return length


def test_damaged_runs():
    memory = SeenTweets(8)
    memory.repeats([1, 2, 3], [0, 0, 0], [1, 2, 3])
    run = memory.since(0)
    again = SeenTweets(8)
    again.restore(run)
    with pytest.raises(ValueError, match="gap"):
        again.restore(run)
    for broken in (
        type(run)(1, run.ids[:-1], run.users, run.created),
        type(run)(1, run.ids[:-8], run.users, run.created),
        type(run)(1, run.ids, run.users, run.created, ((1, "x", 0, "1"),)),
        type(run)(1, run.ids * 2, run.users * 2, run.created * 2),
    ):
        with pytest.raises(ValueError, match=r"damaged: \S.*(size|length|literal|twice)"):
            SeenTweets(8).restore(broken)


def test_capacity():
    assert CAPACITY == 2_097_152
    with pytest.raises(ValueError, match="power of two"):
        SeenTweets(1000)


@pytest.mark.soak
def test_two_rounds_of_the_real_ring():
    memory = SeenTweets()
    step = 1 << 16
    for first in range(0, 2 * CAPACITY, step):
        idents = [(1 << 60) + (n << 22) for n in range(first, first + step)]
        assert memory.repeats(idents, [n & 1023 for n in idents], range(first, first + step)) == []
    oldest = CAPACITY
    idents = [(1 << 60) + (n << 22) for n in (oldest, oldest - 1)]
    assert memory.repeats(idents, [n & 1023 for n in idents], [oldest, oldest - 1]) == [0]


def test_a_batch_longer_than_the_ring():
    """Cut into pieces inside: places are those of the whole batch."""
    seen = SeenTweets(4)
    idents = [1, 2, 3, 4, 5, 5, 4, 6, 6, 1]
    assert seen.repeats(idents, [0] * 10, [0] * 10) == [5, 6, 8]
    assert (seen.serial, len(seen)) == (7, 4)
