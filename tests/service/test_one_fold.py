"""Partitions counted apart and merged give what one console gives of the same records."""

from __future__ import annotations

import json
import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import DecodeError, Tweet
from mwk_desktop.records.tweet_decoding import decode_tweet, event_time_ms
from mwk_desktop.service.partials_merge import MergeState, PartialsMerge
from mwk_desktop.service.partition_counting import PartitionCounting
from mwk_desktop.topology.counting import NEVER_MS, Counting
from mwk_desktop.topology.counting_rules import CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.support import T0_MS, arithmetic_music

CLIPS = arithmetic_music().clips
WINDOW_MS = 30_000
NOW_MS = T0_MS + 10 * WINDOW_MS
BEYOND = 1 << 70
PARTITIONS = 3

Sent = tuple[bytes, int]
GARBAGE = b"{"
"""A record's value and its timestamp."""


def value_of(word: str, user: str, number: int, second: int, kind: str) -> Sent:
    """A record; one number, author and second stand for one tweet, so it always says the same."""
    # Without its own time a tweet is told by its number alone: it always comes at the same second.
    at_ms = T0_MS + (number if kind == "untimed" else second) * 1_000
    if kind == "garbage":
        return GARBAGE, at_ms
    status: dict[str, Any] = {
        "Text": f"{word}{' #mwk' if number % 3 else ''}",
        "Retweet": number % 5 == 0,
        "User": {
            "ScreenName": user,
            "ProfileImageURL": ["", "https://a/1", "https://b/2"][number % 3],
        },
    }
    if kind != "no id":
        status["Id"] = number * 8 + ("timed", "untimed", "beyond").index(kind)
        status["Id"] = status["Id"] * 16 + [*INSTRUMENTS, "nothing"].index(word)
    if kind != "untimed":
        status["CreatedAt"] = BEYOND + second if kind == "beyond" else at_ms
    return json.dumps(status).encode(), at_ms


RECORDS = st.lists(
    st.builds(
        value_of,
        st.sampled_from([*INSTRUMENTS, "nothing"]),
        st.sampled_from(["monty", "venus", "eve", "Zo\u00eb"]),
        st.integers(0, 11),
        st.integers(0, 4 * WINDOW_MS // 1_000),
        st.sampled_from(["timed", "timed", "untimed", "beyond", "no id", "garbage"]),
    ),
    max_size=40,
)


def batch_of(records: list[Sent]) -> Batch:
    batch = Batch()
    for value, at_ms in records:
        tweet: Tweet | None
        try:
            tweet = decode_tweet(value)
            event_ms = event_time_ms(at_ms, tweet.created_at_ms, NOW_MS)
        except DecodeError:
            tweet, event_ms = None, 0
        batch.tweets.append(tweet)
        batch.events_ms.append(NOW_MS if event_ms is None else event_ms)
        batch.record_ms.append(at_ms)
    return batch


def of_the_console(records: list[Sent], rules: CountingRules) -> dict[str, Any]:
    counting = Counting(rules, CLIPS, 7)
    counting.fold(batch_of(records))
    closed = counting.close(NOW_MS)
    counts, board = counting.counts, counting.leaderboard
    return {
        "malformed": counts.malformed,
        "duplicates": counts.duplicates,
        "users": {
            each.name: (each.tweets, each.image_url, each.latest_ms)
            for each in board.top(board.users)
        },
        "charts": {window.start_ms: window.votes for window in closed},
        "scenes": {window.start_ms: list(window.drawn.values()) for window in closed},
    }


class Log:
    """The partials' topic: what is committed, compacted at any time."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.committed: dict[int, list[tuple[bytes, bytes | None]]] = {
            number: [] for number in range(PARTITIONS)
        }

    def commit(self, number: int, counting: PartitionCounting) -> None:
        log = self.committed[number]
        log += counting.drain_changes()
        if self._chance.random() < 0.3:
            last = {key: place for place, (key, _) in enumerate(log)}
            log[:] = [record for place, record in enumerate(log) if last[record[0]] == place]


def of_the_service(
    records: list[Sent], rules: CountingRules, chance: random.Random
) -> dict[str, Any]:
    """Every partition for itself, in pieces, with kills before and after commits; one merge reads
    all, or begins again in the middle."""
    log = Log(chance)
    parts: dict[int, list[Sent]] = {number: [] for number in range(PARTITIONS)}
    for record in records:
        # As with the original's key, the tweet's id, a repeated tweet lies in one partition.
        parts[sum(record[0]) % PARTITIONS].append(record)
    heads = []
    for number, part in parts.items():
        counting = PartitionCounting(rules)
        at = 0
        while at < len(part) or not counting.passed_ms > T0_MS:
            step = chance.randrange(1, 6)
            counting.count(batch_of(part[at : at + step]), min(at + step, len(part)), NOW_MS)
            at = min(at + step, len(part))
            if at == len(part):
                counting.pass_windows(NOW_MS, NEVER_MS)
            if chance.random() < 0.7 or at == len(part):
                log.commit(number, counting)
            if chance.random() < 0.4:  # killed: what is not committed is counted again
                counting = PartitionCounting.restored(rules, log.committed[number])
                at = counting.next_offset or 0
                counting.remember(batch_of(part[:at]))
        heads.append(counting.head)
    merge = PartialsMerge(rules, CLIPS, MergeState(7))
    places = [(number, record) for number, log in log.committed.items() for record in log]
    users: dict[str, tuple[int, str, int]] = {}
    charts: dict[int, dict[str, int]] = {}
    for place, (number, (key, value)) in enumerate(places):
        merge.apply(number, key, value, news=True)
        if chance.random() < 0.2:
            users |= {x.name: (x.tweets, x.image_url, x.latest_ms) for x in merge.drain_lines(2)}
        if chance.random() < 0.1 and not merge.waiting:
            charts |= dict(merge.drain_charts())
            users |= {x.name: (x.tweets, x.image_url, x.latest_ms) for x in merge.drain_lines(99)}
            merge = PartialsMerge(rules, CLIPS, merge.state)  # another one merges now
            for again, (of, (k, v)) in enumerate(places[: place + 1]):
                merge.apply(of, k, v, news=again > place)
    charts |= dict(merge.drain_charts())
    while merge.waiting:
        users |= {x.name: (x.tweets, x.image_url, x.latest_ms) for x in merge.drain_lines(2)}
    closed = merge.close(range(PARTITIONS))
    assert merge.close(range(PARTITIONS)) == []
    assert merge.close(range(PARTITIONS + 1)) == []  # an added partition has passed nothing
    return {
        "malformed": sum(head.malformed for head in heads),
        "duplicates": sum(head.duplicates for head in heads),
        "users": users,
        "charts": {start_ms: votes for start_ms, votes in charts.items() if votes},
        "scenes": {window.start_ms: list(window.drawn.values()) for window in closed},
    }


@given(RECORDS, st.booleans(), st.booleans(), st.randoms(use_true_random=False))
def test_in_any_partition_and_after_any_kill(
    records: list[Sent], require_hashtag: bool, count_retweets: bool, chance: random.Random
) -> None:
    rules = CountingRules(
        window_ms=WINDOW_MS,
        require_hashtag=require_hashtag,
        count_retweets=count_retweets,
        blocked=frozenset({"eve"}),
    )
    other = list(records)
    chance.shuffle(other)
    assert of_the_service(records, rules, chance) == of_the_console(other, rules)


@given(RECORDS, st.integers(1, 3), st.randoms(use_true_random=False))
def test_a_limit_of_votes_holds_over_all_partitions(
    records: list[Sent], limit: int, chance: random.Random
) -> None:
    """The first votes by time count, whatever partition they came through; two of one second may
    be told apart by their partition alone, so none are."""
    seconds: dict[tuple[str, int], Sent] = {}
    for value, at_ms in records:
        name = "" if value == GARBAGE else json.loads(value)["User"]["ScreenName"]
        seconds.setdefault((name, at_ms), (value, at_ms))
    single = sorted(seconds.values(), key=lambda each: each[1])
    rules = CountingRules(window_ms=WINDOW_MS, max_votes_per_user=limit)
    assert of_the_service(single, rules, chance) == of_the_console(single, rules)
