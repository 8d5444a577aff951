"""What the service keeps does not grow with the length of the night."""

from __future__ import annotations

import pytest

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.service.partials_merge import MergeState, PartialsMerge
from mwk_desktop.service.partition_counting import PartitionCounting
from mwk_desktop.show.drivers.running import rss_mb
from mwk_desktop.topology.counting_rules import CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.support import T0_MS, arithmetic_music

TWEETS = 5_000_000
BATCH = 5_000
USERS = 5_000
A_SECOND = 2_000


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_five_million_tweets_take_no_more_memory_than_one() -> None:
    """What the others leave is newer windows, and votes that the draw remembers."""
    rules = CountingRules()
    counting = PartitionCounting(rules)
    merge = PartialsMerge(rules, arithmetic_music().clips, MergeState(1))
    after_a_million_mb = 0.0
    for first in range(0, TWEETS, BATCH):
        at_ms = T0_MS + first * 1_000 // A_SECOND
        tweets: list[Tweet | None] = [
            Tweet(n, f"user{n % USERS}", "", "", f"{INSTRUMENTS[n % 8]} please", at_ms)
            for n in range(first, first + BATCH)
        ]
        times = [at_ms] * BATCH
        counting.count(Batch(tweets, times, times), first + BATCH, at_ms)
        counting.pass_windows(at_ms - at_ms % rules.window_ms, at_ms)
        for record in counting.drain_changes():
            merge.apply(0, *record, news=True)
        merge.drain_lines(USERS)
        list(merge.drain_charts())
        merge.close([0])
        if first + BATCH == 1_000_000:
            after_a_million_mb = rss_mb()
    assert counting.head.tweets == TWEETS
    assert rss_mb() < after_a_million_mb + 8
