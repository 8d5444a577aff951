"""A user's picture and time are those of the show's leaderboard, in any order of partitions."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.service.stages import CountStage, DecodeStage
from mwk_desktop.topics import USERS_TOPIC
from mwk_desktop.topology.counting import Counting, CountingRules

T0_MS = 1_523_450_010_000

TWEETS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["", "https://a/1", "https://b/2"])),
    min_size=1,
    max_size=8,
)


class Memory(dict[str, Any]):
    """A key's state as the library keeps it: what is set has been through JSON."""

    def set(self, key: str, value: Any) -> None:
        self[key] = json.loads(json.dumps(value))

    def exists(self, key: str) -> bool:
        return key in self


def of_the_service(tweets: list[tuple[int, str]]) -> str:
    read, count, state = DecodeStage(CountingRules()), CountStage(CountingRules()), Memory()
    picture = ""
    for number, (second, url) in enumerate(tweets):
        user = {"ScreenName": "ana", "ProfileImageURL": url}
        created_ms = T0_MS + second * 1_000
        value = {"Id": number, "Text": "hello", "User": user, "CreatedAt": created_ms}
        for tweet in read(json.dumps(value).encode(), created_ms, T0_MS):
            for out in count(json.loads(json.dumps(tweet)), state, T0_MS):
                if out["to"] == USERS_TOPIC:
                    picture = out["value"]["imgUri"]
    return picture


def of_the_show(tweets: list[tuple[int, str]]) -> str:
    counting = Counting(CountingRules(), {}, 0)
    for number, (second, url) in enumerate(tweets):
        user = {"ScreenName": "ana", "ProfileImageURL": url}
        created_ms = T0_MS + second * 1_000
        value = {"Id": number, "Text": "hello", "User": user, "CreatedAt": created_ms}
        tweet = decode_tweet(json.dumps(value).encode())
        counting.fold(Batch([tweet], [created_ms], [created_ms]))
    return counting.leaderboard.top(1)[0].image_url


@given(TWEETS, st.randoms())
def test_the_picture_is_the_same_in_both_whatever_the_order(
    tweets: list[tuple[int, str]], chance: Any
) -> None:
    right = max(tweets)[1]
    shuffled = list(tweets)
    chance.shuffle(shuffled)
    assert of_the_service(tweets) == of_the_service(shuffled) == right
    assert of_the_show(tweets) == of_the_show(shuffled) == right


def test_a_latest_tweet_without_a_picture_takes_it_away() -> None:
    tweets = [(0, "https://a/1"), (1, "")]
    assert of_the_service(tweets) == of_the_show(tweets) == ""


def test_an_older_tweet_that_comes_later_changes_nothing() -> None:
    tweets = [(2, "https://a/1"), (1, "https://b/2")]
    assert of_the_service(tweets) == of_the_show(tweets) == "https://a/1"


def test_at_the_same_time_the_larger_address_wins() -> None:
    for tweets in ([(1, "https://a/1"), (1, "https://b/2")], [(1, "https://b/2"), (1, "")]):
        assert of_the_service(tweets) == of_the_show(tweets) == "https://b/2"
