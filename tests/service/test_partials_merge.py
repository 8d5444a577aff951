"""The merge draws each window's scene once, and whoever merges limits votes alike."""

from __future__ import annotations

from dataclasses import replace

import msgspec

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.service.partials import (
    MOST_WINDOWS,
    PartialHead,
    PartialRecord,
    encode_ballots,
    encode_head,
    encode_window,
)
from mwk_desktop.service.partials_merge import MergeState, PartialsMerge
from mwk_desktop.service.partition_counting import PartitionCounting
from mwk_desktop.topology.counting import NEVER_MS
from mwk_desktop.topology.counting_rules import CountingRules
from tests.support import T0_MS, arithmetic_music

RULES = CountingRules()
CLIPS = arithmetic_music().clips
BEYOND_MS = 1 << 40


def tell(merge: PartialsMerge, partition: int, windows: range) -> None:
    """Each of these windows gets a vote in the partition, which has passed them all."""
    for number in windows:
        key, value = encode_window(number * RULES.window_ms, {"drum1": 1})
        merge.apply(partition, key, value, news=True)
    head = PartialHead(1, RULES.window_ms, passed_ms=BEYOND_MS)
    merge.apply(partition, *encode_head(head), news=True)


def test_more_windows_than_are_remembered_are_drawn_once() -> None:
    # Partitions keep their own windows, so that there are more over all than the draw remembers.
    windows = {0: range(0, 2 * MOST_WINDOWS, 2), 1: range(1, 2 * MOST_WINDOWS, 2)}
    merge = PartialsMerge(RULES, CLIPS, MergeState(1))
    for partition, found in windows.items():
        tell(merge, partition, found)
    assert len(merge.close([0, 1])) == 2 * MOST_WINDOWS
    assert merge.close([0, 1]) == []

    kept = msgspec.json.decode(msgspec.json.encode(merge.state), type=MergeState)
    assert len(kept.drawn) == MOST_WINDOWS
    another = PartialsMerge(RULES, CLIPS, kept)
    for partition, found in windows.items():
        tell(another, partition, found)
    assert another.close([0, 1]) == [], "another instance merges now"
    tell(another, 1, range(2 * MOST_WINDOWS, 2 * MOST_WINDOWS + 1))
    assert [one.start_ms for one in another.close([0, 1])] == [2 * MOST_WINDOWS * RULES.window_ms]


def test_a_partition_that_is_windows_behind_keeps_the_others_ballots() -> None:
    rules = replace(RULES, max_votes_per_user=1)
    window_ms = rules.window_ms
    merge = PartialsMerge(rules, CLIPS, MergeState(1))

    def say(partition: int, record: PartialRecord) -> None:
        merge.apply(partition, *record, news=True)

    def pass_windows(partition: int, count: int) -> None:
        say(partition, encode_head(PartialHead(1, window_ms, passed_ms=count * window_ms)))

    say(0, encode_window(0, {"drum1": 1}))
    say(0, encode_ballots(0, 3, {"eve": [(5, "drum1")]}))
    pass_windows(0, 1)
    assert dict(merge.drain_charts()) == {0: {"drum1": 1}}
    say(0, encode_ballots(0, 3, None))  # for partition 0 the window is long over
    pass_windows(0, 2)
    say(1, encode_window(0, {"bass1": 2}))
    say(1, encode_ballots(0, 3, {"eve": [(9, "bass1")], "bob": [(6, "bass1")]}))
    pass_windows(1, 2)
    assert dict(merge.drain_charts()) == {0: {"bass1": 1, "drum1": 1}}
    (window,) = merge.close([0, 1])
    assert window.votes == {"bass1": 1, "drum1": 1}
    say(1, encode_ballots(0, 3, None))
    assert merge.chart(0) == window.votes


def ballot(name: str, word: str, at_ms: int) -> Batch:
    return Batch([Tweet(None, name, "", "", word, at_ms)], [at_ms], [at_ms])


def test_who_begins_to_merge_while_a_partition_is_windows_behind_has_all_ballots() -> None:
    rules = replace(RULES, max_votes_per_user=1)
    window_ms = rules.window_ms
    now_ms = T0_MS + 10 * window_ms
    quick, slow = PartitionCounting(rules), PartitionCounting(rules)
    quick.count(ballot("eve", "drum", T0_MS), 1, now_ms)
    committed = [(0, record) for record in quick.drain_changes()]
    for passed in range(1, 5):
        quick.pass_windows(T0_MS + passed * window_ms, NEVER_MS)
        committed += [(0, record) for record in quick.drain_changes()]
    merge = PartialsMerge(rules, CLIPS, MergeState(1))
    for partition, record in committed:
        merge.apply(partition, *record, news=False)
    for name, at_ms in (("eve", T0_MS + 1), ("bob", T0_MS + 2)):
        slow.count(ballot(name, "pad", at_ms), 1, now_ms)
    slow.pass_windows(T0_MS + window_ms, NEVER_MS)
    for record in slow.drain_changes():
        merge.apply(1, *record, news=True)
    assert dict(merge.drain_charts()) == {T0_MS: {"drum": 1, "pad": 1}}
    (window,) = merge.close([0, 1])
    assert window.votes == {"drum": 1, "pad": 1}

    # Closed: the ballots go, one partition after the other, and the chart stands.
    for number, counting in enumerate((quick, slow)):
        counting.pass_windows(T0_MS + 5 * window_ms, merge.state.closed_until_ms)
        records = counting.drain_changes()
        assert any(key.startswith(b"b") and value is None for key, value in records)
        for record in records:
            merge.apply(number, *record, news=True)
        another = PartialsMerge(rules, CLIPS, merge.state)
        for partition, record in [*committed, *((number, each) for each in records)]:
            another.apply(partition, *record, news=True)
        assert dict(another.drain_charts()) == {}
        assert merge.chart(T0_MS) == {"drum": 1, "pad": 1}
