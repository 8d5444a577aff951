"""The stages by themselves give what one counting of the show gives."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.service.stages import (
    MOST_TEXT,
    VOTE,
    ChartStage,
    CountStage,
    DecodeStage,
    OtherWindowsError,
)
from mwk_desktop.topics import CHARTS_TOPIC, SOUNDS_TOPIC, USERS_TOPIC
from mwk_desktop.topology import counting as one_place
from mwk_desktop.topology.counting_rules import CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.support import T0_MS, arithmetic_music, status

CLIPS = arithmetic_music().clips
WINDOW_MS = 30_000


class Memory(dict[str, Any]):
    """A key's state as the library keeps it: what is set has been through JSON."""

    def set(self, key: str, value: Any) -> None:
        self[key] = json.loads(json.dumps(value))

    def exists(self, key: str) -> bool:
        return key in self


def through(
    records: Iterable[tuple[bytes, int]], rules: CountingRules, seed: int = 0
) -> tuple[dict[str, int], dict[int, dict[str, int]], dict[int, list[str]]]:
    """(tweets per user, final chart per window, scene per window) of some records."""
    reading, counting = DecodeStage(rules), CountStage(rules)
    charting = ChartStage(rules, CLIPS, seed)
    by_user: dict[str, Memory] = {}
    of_charts = Memory()
    users: dict[str, int] = {}
    out: list[dict[str, Any]] = []
    last_ms = 0
    for value, at_ms in records:
        last_ms = max(last_ms, at_ms)
        for tweet in reading(value, at_ms, at_ms):
            tweet = json.loads(json.dumps(tweet))
            for result in counting(tweet, by_user.setdefault(tweet["n"], Memory()), at_ms):
                if result["to"] == USERS_TOPIC:
                    users[result["key"]] = result["value"]["tweetCount"]
                elif result["to"] == VOTE:
                    out += charting(result["value"], of_charts, at_ms)
        if random.Random(at_ms).random() < 0.1:
            out += charting({"tick": at_ms, "over": None}, of_charts, at_ms)
    out += charting({"tick": last_ms, "over": last_ms + 2 * rules.window_ms}, of_charts, last_ms)
    charts = {
        result["ms"]: {row["sound"]: row["count"] for row in result["value"]["charts"]}
        for result in out
        if result["to"] == CHARTS_TOPIC
    }
    scenes = {
        result["ms"]: result["value"]["sounds"] for result in out if result["to"] == SOUNDS_TOPIC
    }
    return users, charts, scenes


WORDS = [*INSTRUMENTS, "nothing"]
TWEETS = st.lists(
    st.tuples(
        st.sampled_from(WORDS),
        st.sampled_from(["monty", "venus", "ana", "Zoë"]),
        st.integers(0, 40),
        st.integers(0, 4 * WINDOW_MS),
    ),
    max_size=60,
)


@given(TWEETS, st.randoms())
def test_any_order_is_one_counting(
    tweets: list[tuple[str, str, int, int]], shuffled: random.Random
) -> None:
    records = [
        (
            json.dumps(
                # The same id, author and time is the same tweet: it says the same.
                status(word, user, id_=9 * number + WORDS.index(word), created_ms=T0_MS + at)
            ).encode(),
            T0_MS + at,
        )
        for word, user, number, at in tweets
    ]
    rules = CountingRules(window_ms=WINDOW_MS)
    whole = one_place.Counting(rules, CLIPS, 7)
    batch = Batch()
    for value, at_ms in records:
        batch.tweets.append(decode_tweet(value))
        batch.events_ms.append(at_ms)
        batch.record_ms.append(at_ms)
    whole.fold(batch)
    closed = list(whole.close(T0_MS + 6 * WINDOW_MS))

    shuffled.shuffle(records)
    users, charts, scenes = through(records, rules, seed=7)
    assert users == {row.name: row.tweets for row in whole.leaderboard.top(10)}
    assert charts == {window.start_ms: window.votes for window in closed}
    assert scenes == {window.start_ms: list(window.drawn.values()) for window in closed}


def test_a_vote_for_a_closed_window_is_late() -> None:
    rules = CountingRules(window_ms=WINDOW_MS)
    charting, state = ChartStage(rules, CLIPS, 0), Memory()
    now_ms = T0_MS + WINDOW_MS
    charting({"v": "drum", "e": T0_MS}, state, now_ms)
    out = charting({"tick": 0, "over": T0_MS + WINDOW_MS}, state, now_ms)
    assert [result["to"] for result in out] == [CHARTS_TOPIC, SOUNDS_TOPIC]
    assert charting({"v": "pad", "e": T0_MS + 5}, state, now_ms) == []
    assert charting.late == 1
    # A tick that another instance wrote later, about less, changes nothing.
    assert charting({"tick": 0, "over": T0_MS}, state, now_ms) == []
    assert charting({"tick": 0, "over": T0_MS + WINDOW_MS}, state, now_ms) == []


def test_history_is_never_late() -> None:
    """A topic that is read from its beginning, also where the service was idle until then."""
    rules = CountingRules(window_ms=WINDOW_MS)
    charting, state = ChartStage(rules, CLIPS, 0), Memory()
    now_ms = T0_MS + 86_400_000
    over_ms = now_ms - now_ms % WINDOW_MS
    charting({"tick": now_ms, "over": over_ms}, state, now_ms)
    charting({"v": "drum", "e": T0_MS}, state, now_ms)
    out = charting({"tick": now_ms, "over": over_ms}, state, now_ms)
    assert [result["to"] for result in out] == [CHARTS_TOPIC, SOUNDS_TOPIC]
    # One scene a window; the chart goes on being right.
    charting({"v": "drum", "e": T0_MS + 1}, state, now_ms)
    (chart,) = charting({"tick": now_ms, "over": over_ms}, state, now_ms)
    assert chart["value"] == {"charts": [{"sound": "drum", "count": 2}]}
    assert charting.late == 0


def test_the_cap_and_blocked_users_hold() -> None:
    rules = CountingRules(window_ms=WINDOW_MS, max_votes_per_user=2, blocked=frozenset({"eve"}))
    records = [
        (json.dumps(status("drum", user, id_=n, created_ms=T0_MS + n)).encode(), T0_MS + n)
        for n, user in enumerate(["monty"] * 5 + ["eve"] * 3)
    ]
    users, charts, _ = through(records, rules)
    assert users == {"monty": 5}
    assert charts == {T0_MS: {"drum": 2}}


def test_garbage_is_counted_and_dropped() -> None:
    reading = DecodeStage(CountingRules())
    for value in (None, b"", b"\xff\xfe", b"[]", b'{"Text": 3}'):
        assert reading(value, T0_MS, T0_MS) == []
    assert reading.malformed == 5


def test_windows_of_another_length_are_refused() -> None:
    state = Memory()
    ChartStage(CountingRules(window_ms=WINDOW_MS), CLIPS, 0)(
        {"v": "drum", "e": T0_MS}, state, T0_MS
    )
    other = ChartStage(CountingRules(window_ms=3_750), CLIPS, 0)
    for item in ({"tick": T0_MS, "over": None}, {"v": "drum", "e": T0_MS + WINDOW_MS}):
        with pytest.raises(OtherWindowsError, match=r"3750.*30000"):
            other(item, state, T0_MS)


def test_monsters_become_records_that_kafka_takes() -> None:
    """A result that Kafka refuses would end every instance in turn."""
    reading, counting = DecodeStage(CountingRules()), CountStage(CountingRules())
    century_ms = 4_070_908_800_000
    huge = status("drum " + "\U0001f941" * 200_000, "n" * 100_000, id_=1, created_ms=century_ms)
    huge["User"]["ProfileImageURL"] = "https://x/" + "p" * 500_000
    (tweet,) = reading(json.dumps(huge).encode(), century_ms, T0_MS)
    assert (len(tweet["t"]), tweet["p"], tweet["v"]) == (MOST_TEXT, "", "drum")
    for out in counting(tweet, Memory(), T0_MS):
        # In the future a broker refuses it, and retention goes by it.
        assert 0 <= out["ms"] <= T0_MS
        assert len(json.dumps(out).encode()) < 400_000
    for name in ("n" * 250_000, "\0" * 40_000):
        value = json.dumps(status("drum", name, id_=2, created_ms=T0_MS)).encode()
        assert reading(value, T0_MS, T0_MS) == []
    assert reading.malformed == 2
    (odd,) = reading(json.dumps(status("pad", "\0", id_=3, created_ms=-5)).encode(), -1, T0_MS)
    assert {out["ms"] for out in counting(odd, Memory(), T0_MS)} <= {0, T0_MS}
