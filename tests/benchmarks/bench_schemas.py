"""Tweets a second of values with a schema, decoded and counted on one core, beside plain JSON.

Run: ``python tests/benchmarks/bench_schemas.py [tweets]`` (default 1,000,000: a few minutes). The
same simulated audience in every kind; the summaries must be equal. Processor time, all kinds in
turn, piece by piece: a busy machine slows all. The yardstick of plain JSON is the loop of before
schemas were read.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPO))

from mwk_desktop.messages import Message  # noqa: E402
from mwk_desktop.records import tweet_decoding  # noqa: E402
from mwk_desktop.records.batch import Batch  # noqa: E402
from mwk_desktop.records.record_types import Tweet  # noqa: E402
from mwk_desktop.records.schema_decoding import KnownSchemas, SchemaDecoder  # noqa: E402
from mwk_desktop.records.tweet_decoding import decode_tweets  # noqa: E402
from mwk_desktop.sources.crowd_source import Crowd  # noqa: E402
from mwk_desktop.topology.counting import Counting, CountingRules  # noqa: E402
from tests import framed  # noqa: E402

START_MS = 1_523_450_010_000
PIECE = 500
RATE_PER_S = 20_000

Decoded = tuple[list[Tweet | None], list[tuple[int, Message]]]


def decode_before(values: Iterable[bytes | None]) -> Decoded:
    """``decode_tweets`` as it was when only plain JSON was read."""
    tweets: list[Tweet | None] = []
    append, decode = tweets.append, vars(tweet_decoding)["_decode_status"]
    for value in values:
        if value is not None:
            try:
                status = decode(value)
            except (ValueError, RecursionError):
                pass
            else:
                user, text = status.User, status.Text
                if user is not None and text is not None and user.ScreenName:
                    append(
                        Tweet(
                            status.Id,
                            user.ScreenName,
                            user.Name or "",
                            user.ProfileImageURL or "",
                            text,
                            status.CreatedAt,
                            status.Retweet is True,
                        )
                    )
                    continue
        append(None)
    return tweets, []


def summary_of(counting: Counting) -> dict[str, Any]:
    board = counting.leaderboard
    users = [(each.name, each.tweets, each.image_url) for each in board.top(board.users)]
    return {"counts": counting.counts, "users": users, "closed": counting.close(1 << 60)}


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    crowd = Crowd("calm", RATE_PER_S, 10_000, start_ms=START_MS)
    guids = {framed.guid_of(number): framed.by_guid(number) for number in framed.SCHEMAS}
    shared = SchemaDecoder(KnownSchemas(framed.SCHEMAS | guids))

    def with_schemas(values: Iterable[bytes | None]) -> Decoded:
        return decode_tweets(values, shared)

    def with_headers(values: Iterable[Any]) -> Decoded:
        return decode_tweets([shared.with_framing(*each) for each in values], shared)

    kinds: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Decoded]]] = {
        "plain JSON, before": (lambda status: json.dumps(status).encode(), decode_before),
        "plain JSON": (lambda status: json.dumps(status).encode(), decode_tweets),
        "plain JSON, registry set": (lambda status: json.dumps(status).encode(), with_schemas),
        "JSON Schema": (framed.json_status, with_schemas),
        "JSON Schema, other names": (framed.camel_status, with_schemas),
        "Avro": (framed.avro_status, with_schemas),
        "Protobuf": (framed.protobuf_status, with_schemas),
        "Avro, GUID in a header": (
            lambda status: framed.headed(framed.avro_status(status)),
            with_headers,
        ),
    }
    seconds = dict.fromkeys(kinds, 0.0)
    decoding = dict.fromkeys(kinds, 0.0)
    sizes = dict.fromkeys(kinds, 0)
    countings = {name: Counting(CountingRules(), {}, 0) for name in kinds}
    done, at_ms = 0, START_MS
    while done < count:
        at_ms += 1_000 * PIECE // RATE_PER_S
        records = crowd.tweets_until(at_ms)
        statuses = [json.loads(record.value or b"") for record in records]
        done += len(records)
        order = list(kinds) if done % 2 else list(reversed(kinds))
        for name in order:
            make, decode = kinds[name]
            values = [make(status) for status in statuses]
            sizes[name] += sum(len(each[0] if isinstance(each, tuple) else each) for each in values)
            batch = Batch(
                events_ms=[record.timestamp_ms for record in records],
                record_ms=[record.timestamp_ms for record in records],
            )
            begun = time.process_time()
            batch.tweets, _ = decode(values)
            decoded = time.process_time()
            countings[name].fold(batch)
            countings[name].close(at_ms - 1_000)
            seconds[name] += time.process_time() - begun
            decoding[name] += decoded - begun
    summaries = {name: summary_of(each) for name, each in countings.items()}
    first = next(iter(summaries.values()))
    print(f"{done:,} tweets, decoded and counted; processor time of one core")
    before = decoding["plain JSON, before"]
    for name in kinds:
        same = "same summary" if summaries[name] == first else "ANOTHER SUMMARY"
        print(
            f"  {name:26s} {done / seconds[name]:9,.0f} /s  {sizes[name] / done:4.0f} bytes  "
            f"decoding {decoding[name] / before:5.2f} x plain JSON before  {same}"
        )
    return 0 if all(each == first for each in summaries.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
