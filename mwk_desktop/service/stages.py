"""What each stage does with one record: pure functions over a key's state.

1. :class:`DecodeStage`: a record of the input topic becomes a plain dictionary (any partition).
2. :class:`CountStage`: by screen name: duplicates, the user's count, the cap of votes.
3. :class:`ChartStage`: one key for all votes: charts per window, the draw when a window is over.

What a tweet votes for, how windows lie, a user's line, the rank and the draw are the counting's
own (:mod:`mwk_desktop.topology`). What is left here, because the state of a service is split by
keys and must be small and plain:

- the memory of duplicates is a mark per tweet in its author's state (the counting has one ring for
  the newest two million tweets; both know a tweet by its id, author and ``CreatedAt``);
- the limit of votes per user is counted with the user, where the counting has it with the window;
- a window is counts alone, without ballots: nobody is blocked while it runs;
- history is never late (:data:`HISTORY_MS`), as many instances read it at their own pace, where the
  one counting closes windows by event time until it has caught up.

Dictionaries travel between the stages as JSON, with short names: they are written for every tweet.
``n`` screen name, ``t`` text, ``p`` picture, ``i`` the tweet's id, ``c`` its CreatedAt (None:
missing), ``l`` the time that orders the leaderboard, ``e`` event time, ``v`` the instrument (None:
no vote).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, Protocol

import msgspec

from mwk_desktop.kafka.result_records import charts_value, message_value, sounds_value, user_value
from mwk_desktop.messages import message
from mwk_desktop.records.record_types import DecodeError
from mwk_desktop.records.tweet_decoding import decode_tweet, event_time_ms
from mwk_desktop.topics import CHARTS_TOPIC, MESSAGES_TOPIC, SOUNDS_TOPIC, USERS_TOPIC
from mwk_desktop.topology.batch_columns import order_time_ms
from mwk_desktop.topology.chart import ranked
from mwk_desktop.topology.counting_rules import CountingRules
from mwk_desktop.topology.keyed_counting import UserLine, decide_window
from mwk_desktop.topology.matching import Matcher
from mwk_desktop.topology.shuffle_bags import ShuffleBags
from mwk_desktop.window_times import closed_until_ms, window_start_ms

VOTE: Final = "vote"


HISTORY_MS: Final = 600_000

# What a record may hold on its way. Kafka takes no record above 1 MB, and a name stands in one
# twice: one monster that is refused there would end every instance in turn.
MOST_NAME_BYTES: Final = 200_000
MOST_TEXT: Final = 4_000
MOST_PICTURE: Final = 4_000


class OtherWindowsError(ValueError):
    """The state counts in windows of another length; the message names both."""


class KeyState(Protocol):
    """The state of one key; what is set is there again for this key's next record."""

    def get(self, key: Any, default: Any = None) -> Any: ...

    def set(self, key: Any, value: Any) -> None: ...

    def exists(self, key: Any) -> bool: ...


StageOutput = dict[str, Any]
"""A result: ``to`` which topic, ``key``, ``ms`` (its timestamp) and ``value``."""


class DecodeStage:
    """Stage 1: decode, match, find the event time. Garbage is counted and dropped."""

    def __init__(self, rules: CountingRules) -> None:
        self._matcher = Matcher(
            rules.aliases, rules.hashtag, rules.require_hashtag, rules.count_retweets
        )
        self.malformed = 0

    def __call__(self, value: bytes | None, timestamp_ms: int, now_ms: int) -> list[StageOutput]:
        """None or one tweet."""
        try:
            tweet = decode_tweet(value)
        except DecodeError:
            self.malformed += 1
            return []
        name, picture = tweet.screen_name, tweet.image_url
        if len(name) > MOST_NAME_BYTES // 6 and len(msgspec.json.encode(name)) > MOST_NAME_BYTES:
            self.malformed += 1
            return []
        event_ms = event_time_ms(timestamp_ms, tweet.created_at_ms, now_ms)
        created_ms = tweet.created_at_ms
        return [
            {
                "n": name,
                "t": tweet.text[:MOST_TEXT],
                "p": picture if len(picture) <= MOST_PICTURE else "",
                "i": tweet.id,
                "c": created_ms,
                "l": order_time_ms(created_ms, timestamp_ms),
                "e": event_ms,
                "v": self._matcher.vote(tweet),
            }
        ]


class CountStage:
    """Stage 2, by screen name: every distinct tweet counts one."""

    def __init__(self, rules: CountingRules) -> None:
        self._rules = rules
        self.duplicates = 0

    def __call__(self, tweet: Mapping[str, Any], state: KeyState, now_ms: int) -> list[StageOutput]:
        """The user's new line, the message, and the vote if it is one.

        A result's time is never later than now, whatever the tweet says: a broker refuses that.
        """
        name = tweet["n"]
        if name in self._rules.blocked:
            return []
        if tweet["i"] is not None:
            seen = f"i{tweet['i']}:{tweet['c']}"
            if state.exists(seen):
                self.duplicates += 1
                return []
            state.set(seen, 1)
        stored, order_ms, url = state.get("u"), tweet["l"], tweet["p"] or ""
        if stored:
            line = UserLine(*stored).with_tweet(order_ms, url)
        else:
            line = UserLine.of_first(order_ms, url)
        state.set("u", tuple(line))
        out = [
            {
                "to": USERS_TOPIC,
                "key": name,
                "ms": min(max(0, line.latest_ms), now_ms),
                "value": user_value(name, line.image_url, line.tweets),
            },
            {
                "to": MESSAGES_TOPIC,
                "key": name,
                "ms": min(max(0, tweet["e"]), now_ms),
                "value": message_value(name, tweet["t"]),
            },
        ]
        if tweet["v"] is not None and self._may_vote(tweet["e"], state):
            vote = {"v": tweet["v"], "e": tweet["e"]}
            # Retention goes by a record's time: history would be deleted before it was counted.
            out.append({"to": VOTE, "key": VOTE, "ms": now_ms, "value": vote})
        return out

    def _may_vote(self, event_ms: int, state: KeyState) -> bool:
        limit = self._rules.max_votes_per_user
        if not limit:
            return True
        key = f"v{window_start_ms(event_ms, self._rules.window_ms)}"
        votes = state.get(key) or 0
        if votes >= limit:
            return False
        state.set(key, votes + 1)
        return True


class ChartStage:
    """Stage 3, one key: votes into windows; at a tick what changed goes out, and what is over.

    A vote for a window that is over comes late and is in no chart. Records that are older than
    :data:`HISTORY_MS` when they are read are history (a topic read from its beginning, a recording
    sent again): nobody's clock was running, and none of them is late.

    Parameters
    ----------
    clips
        Clip names per instrument: what is drawn from.
    seed
        Of the draw; the one that the state began with wins.
    """

    def __init__(self, rules: CountingRules, clips: Mapping[str, Sequence[str]], seed: int) -> None:
        self._rules = rules
        self._clips = clips
        self._seed = seed
        self.late = 0

    def __call__(self, item: Mapping[str, Any], state: KeyState, now_ms: int) -> list[StageOutput]:
        """A vote, or a tick: ``{"tick": ms, "over": ms or None}``."""
        if "tick" in item:
            return list(self._tick(item["over"], state))
        start_ms = window_start_ms(item["e"], self._rules.window_ms)
        end_ms = start_ms + self._rules.window_ms
        closed_ms = state.get("closed")
        if closed_ms is not None and end_ms <= closed_ms and now_ms - end_ms < HISTORY_MS:
            self.late += 1
            return []
        key = f"w{start_ms}"
        votes = state.get(key)
        if votes is None:
            self._check_windows(state)
            votes = {}
            state.set("open", sorted([*(state.get("open") or []), start_ms]))
        votes[item["v"]] = votes.get(item["v"], 0) + 1
        state.set(key, votes)
        changed = state.get("changed") or []
        if start_ms not in changed:
            state.set("changed", [*changed, start_ms])
        return []

    def _check_windows(self, state: KeyState) -> None:
        ours_ms, stored_ms = self._rules.window_ms, state.get("window_ms")
        if stored_ms is None:
            state.set("window_ms", ours_ms)
        elif stored_ms != ours_ms:
            raise OtherWindowsError(
                message(
                    "--window-ms {ours}: this group counts in windows of {stored} ms; "
                    "right would be that, or another --group",
                    ours=str(ours_ms),
                    stored=str(stored_ms),
                )
            )

    def _tick(self, over_ms: int | None, state: KeyState) -> Iterator[StageOutput]:
        self._check_windows(state)
        changed = state.get("changed") or []
        for start_ms in sorted(changed):
            votes = ranked(state.get(f"w{start_ms}") or {})
            yield {
                "to": CHARTS_TOPIC,
                "key": None,
                "ms": max(0, start_ms),
                "value": charts_value(votes),
            }
        if changed:
            state.set("changed", [])
        if over_ms is None:
            return
        over_ms = closed_until_ms(over_ms, self._rules.window_ms)
        closed_ms = state.get("closed")
        if closed_ms is None or over_ms > closed_ms:
            state.set("closed", over_ms)
        starts = state.get("open") or []
        done = [start for start in starts if start + self._rules.window_ms <= over_ms]
        if not done:
            return
        seed, counts = state.get("draw") or (self._seed, {})
        bags = ShuffleBags(self._clips, seed, counts)
        for start_ms in done:
            closed = decide_window(start_ms, state.get(f"w{start_ms}") or {}, self._rules, bags)
            yield {
                "to": SOUNDS_TOPIC,
                "key": None,
                "ms": max(0, start_ms),
                "value": sounds_value(list(closed.drawn.values())),
            }
        state.set("open", [start for start in starts if start not in done])
        state.set("draw", (seed, bags.counts))
