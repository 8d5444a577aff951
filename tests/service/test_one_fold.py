"""The console's counting and the service's stages give the same of the same records."""

from __future__ import annotations

import json
import random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import DecodeError, Tweet
from mwk_desktop.records.tweet_decoding import decode_tweet, event_time_ms
from mwk_desktop.service.stages import VOTE, ChartStage, CountStage, DecodeStage
from mwk_desktop.topics import CHARTS_TOPIC, SOUNDS_TOPIC, USERS_TOPIC
from mwk_desktop.topology.counting import Counting
from mwk_desktop.topology.counting_rules import CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.support import T0_MS, arithmetic_music

CLIPS = arithmetic_music().clips
WINDOW_MS = 30_000
NOW_MS = T0_MS + 10 * WINDOW_MS
BEYOND = 1 << 70

Sent = tuple[bytes, int]
"""A record's value and its timestamp."""


def value_of(word: str, user: str, number: int, second: int, kind: str) -> Sent:
    """A record; one number, author and second stand for one tweet, so it always says the same."""
    at_ms = T0_MS + second * 1_000
    if kind == "garbage":
        return b"{", at_ms
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


class Memory(dict[str, Any]):
    """A key's state as the library keeps it: what is set has been through JSON."""

    def set(self, key: str, value: Any) -> None:
        self[key] = json.loads(json.dumps(value))

    def exists(self, key: str) -> bool:
        return key in self


def of_the_console(records: list[Sent], rules: CountingRules) -> dict[str, Any]:
    counting, batch = Counting(rules, CLIPS, 7), Batch()
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
    counting.fold(batch)
    closed = counting.close(NOW_MS)
    counts, board = counting.counts, counting.leaderboard
    return {
        "malformed": counts.malformed,
        "duplicates": counts.duplicates,
        "users": {each.name: (each.tweets, each.image_url) for each in board.top(board.users)},
        "times": {each.name: each.latest_ms for each in board.top(board.users)},
        "charts": {window.start_ms: window.votes for window in closed},
        "scenes": {window.start_ms: list(window.drawn.values()) for window in closed},
    }


def of_the_service(
    records: list[Sent], rules: CountingRules, chance: random.Random
) -> dict[str, Any]:
    """Stage by stage; ticks come at any time."""
    read, count, chart = DecodeStage(rules), CountStage(rules), ChartStage(rules, CLIPS, 7)
    states: dict[str, Memory] = {}
    votes = Memory()
    users: dict[str, tuple[int, str]] = {}
    out: list[dict[str, Any]] = []
    for value, at_ms in records:
        for tweet in read(value, at_ms, NOW_MS):
            tweet = json.loads(json.dumps(tweet))
            for result in count(tweet, states.setdefault(tweet["n"], Memory()), NOW_MS):
                if result["to"] == USERS_TOPIC:
                    line = result["value"]
                    users[result["key"]] = (line["tweetCount"], line["imgUri"])
                elif result["to"] == VOTE:
                    out += chart(result["value"], votes, NOW_MS)
        if chance.random() < 0.2:
            out += chart({"tick": NOW_MS, "over": None}, votes, NOW_MS)
    out += chart({"tick": NOW_MS, "over": NOW_MS}, votes, NOW_MS)
    return {
        "malformed": read.malformed,
        "duplicates": count.duplicates,
        "users": users,
        "times": {name: state["u"][1] for name, state in states.items() if "u" in state},
        "charts": {
            each["ms"]: {row["sound"]: row["count"] for row in each["value"]["charts"]}
            for each in out
            if each["to"] == CHARTS_TOPIC
        },
        "scenes": {
            each["ms"]: each["value"]["sounds"] for each in out if each["to"] == SOUNDS_TOPIC
        },
    }


@given(RECORDS, st.booleans(), st.booleans(), st.randoms(use_true_random=False))
def test_in_any_order_of_partitions(
    records: list[Sent], require_hashtag: bool, count_retweets: bool, chance: random.Random
) -> None:
    rules = CountingRules(
        window_ms=WINDOW_MS,
        require_hashtag=require_hashtag,
        count_retweets=count_retweets,
        blocked=frozenset({"eve"}),
    )
    one, other = list(records), list(records)
    chance.shuffle(one)
    chance.shuffle(other)
    assert of_the_service(one, rules, chance) == of_the_console(other, rules)


@given(RECORDS, st.integers(1, 3), st.randoms(use_true_random=False))
def test_with_a_limit_of_votes_in_the_same_order(
    records: list[Sent], limit: int, chance: random.Random
) -> None:
    """Which votes are within the limit depends on the order: it is that of a user's partition."""
    rules = CountingRules(window_ms=WINDOW_MS, max_votes_per_user=limit)
    assert of_the_service(records, rules, chance) == of_the_console(records, rules)
