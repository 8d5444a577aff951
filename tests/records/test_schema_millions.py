"""A million tweets with a schema of each kind are counted as plain JSON is."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.schema_decoding import KnownSchemas, SchemaDecoder
from mwk_desktop.records.tweet_decoding import decode_tweets
from mwk_desktop.sources.crowd_source import Crowd
from mwk_desktop.topology.counting import Counting, CountingRules
from tests import framed
from tests.support import T0_MS

RATE_PER_S = 20_000
STEP_MS = 50

KINDS: dict[str, Callable[[Any], bytes]] = {
    "plain": lambda status: json.dumps(status).encode(),
    "json": framed.json_status,
    "avro": framed.avro_status,
    "protobuf": framed.protobuf_status,
}


@pytest.mark.parametrize(
    "tweets",
    [
        10_000,
        pytest.param(1_000_000, marks=[pytest.mark.soak, pytest.mark.timeout(1_800)]),
    ],
)
def test_every_kind_of_schema_gives_the_same_summary(tweets: int) -> None:
    crowd = Crowd("calm", RATE_PER_S, 10_000, start_ms=T0_MS)
    decoder = SchemaDecoder(KnownSchemas(framed.SCHEMAS))
    countings = {kind: Counting(CountingRules(), {}, 0) for kind in KINDS}
    windows: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    done, at_ms = 0, T0_MS
    while done < tweets:
        at_ms += STEP_MS
        records = crowd.tweets_until(at_ms)
        done += len(records)
        statuses = [json.loads(record.value or b"") for record in records]
        times_ms = [record.timestamp_ms for record in records]
        for kind, encode in KINDS.items():
            found, _ = decode_tweets(list(map(encode, statuses)), decoder)
            counting = countings[kind]
            counting.fold(Batch(found, times_ms, times_ms))
            windows[kind] += counting.close(at_ms - 1_000)
    plain = countings["plain"]
    assert plain.counts.tweets > 0.9 * tweets
    for kind, counting in countings.items():
        windows[kind] += counting.close(at_ms + 60_000)
        assert counting.counts == plain.counts, kind
        assert counting.leaderboard.top(10_000) == plain.leaderboard.top(10_000), kind
    assert windows["plain"]
    assert all(each == windows["plain"] for each in windows.values())
