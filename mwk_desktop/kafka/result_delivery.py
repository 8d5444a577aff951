"""Decoded results from the result topics, for the show thread. Pure."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import dataclass, field

from mwk_desktop.kafka.result_records import (
    MessageResult,
    ResultError,
    UserResult,
    read_charts,
    read_message,
    read_sounds,
    read_user,
)
from mwk_desktop.messages import message
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.topics import CHARTS_TOPIC, SOUNDS_TOPIC, USERS_TOPIC

MOST_TWEETS = 2**32 - 1
"""The largest count that the leaderboard can hold; a larger one is invalid."""


@dataclass(frozen=True, slots=True)
class SceneResult:
    """A record of ``sounds``.

    ``timestamp_ms`` is the record's own (-1: missing); ``standing``: it was there before this
    console began to read.
    """

    timestamp_ms: int
    clips: tuple[str, ...]
    standing: bool = False


@dataclass(slots=True)
class ResultDelivery(Delivery):
    """One delivery from the result topics.

    ``charts`` holds (timestamp, votes per instrument); ``users`` (screen name, line or None if it
    was removed, timestamp); ``messages`` (screen name, message, timestamp). ``users_restarted``:
    the leaderboard's topic is read from its beginning again, so earlier users are void.
    ``unreadable`` counts records of other shapes; ``example`` names one of them.
    """

    batch: Batch = field(default_factory=Batch)
    charts: list[tuple[int, dict[str, int]]] = field(default_factory=list)
    scenes: list[SceneResult] = field(default_factory=list)
    users: list[tuple[str, UserResult | None, int]] = field(default_factory=list)
    messages: list[tuple[str, MessageResult, int]] = field(default_factory=list)
    users_restarted: bool = False
    unreadable: int = 0
    example: str = ""

    @property
    def records(self) -> int:
        """Number of records in it, including unreadable ones."""
        kinds: tuple[Sized, ...] = (self.charts, self.scenes, self.users, self.messages)
        return sum(map(len, kinds)) + self.unreadable

    def add_record(
        self, topic: str, place: str, timestamp_ms: int, key: object, value: object
    ) -> None:
        """Decode one record; an unreadable one is counted and named by ``place``. Key and value are
        bytes, or what a schema made of them."""
        try:
            if topic == CHARTS_TOPIC:
                self.charts.append((timestamp_ms, read_charts(value)))
            elif topic == SOUNDS_TOPIC:
                self.scenes.append(SceneResult(timestamp_ms, tuple(read_sounds(value))))
            elif topic == USERS_TOPIC:
                self.users.append((*_line(key, value), timestamp_ms))
            else:
                shown = read_message(value)
                name = _name(key) or shown.name
                if not name:
                    raise ResultError(message("neither a key nor a name"))
                self.messages.append((name, shown, timestamp_ms))
        except ResultError as error:
            self.add_unreadable(place, error)

    def add_unreadable(self, place: str, error: ResultError) -> None:
        """Count a record that cannot be read."""
        self.unreadable += 1
        self.example = f"{place}: {error}"


def _line(key: object, value: object) -> tuple[str, UserResult | None]:
    """A user's line; None if the record is a tombstone."""
    name = _name(key)
    if value is None and name:
        return name, None
    user = read_user(value)
    name = name or user.name
    if not name:
        raise ResultError(message("neither a key nor a name"))
    if not 0 <= user.tweets <= MOST_TWEETS:
        raise ResultError(
            message("tweetCount {count} is no count of tweets", count=str(user.tweets))
        )
    return name, user


def _name(key: object) -> str:
    """The screen name: the key, as the original writes it; of what a schema made of it the only
    text."""
    if not isinstance(key, bytes):
        parts = key.values() if isinstance(key, dict) else (key,)
        texts = [each for each in parts if isinstance(each, str)]
        return texts[0] if len(texts) == 1 else ""
    try:
        return key.decode()
    except UnicodeDecodeError:
        raise ResultError(
            message("the key is not UTF-8 text; right would be a screen name")
        ) from None
