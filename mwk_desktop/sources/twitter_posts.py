"""Converts posts of the X API (v2) to messages, and remembers which posts were already sent.

Pure, without a thread: the Twitter source's thread owns one :class:`PostReader`.

The API's answer to a post on the filtered stream is one line of JSON::

    {"data": {"id": "98...", "text": "...", "created_at": "2018-04-11T12:33:30.000Z",
              "author_id": "27..."},
     "includes": {"users": [{"id": "27...", "username": "monty", "name": "Monty",
                             "profile_image_url": "https://..."}]},
     "matching_rules": [{"id": "15...", "tag": "mwk"}]}

Missing fields are filled in if possible: a post whose author was deleted keeps its vote, under the
author's number.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from mwk_desktop.records.tweet_decoding import are_event_times
from mwk_desktop.sources.status_source import TWITTER_EPOCH_MS, StatusMessage, status_message
from mwk_desktop.units import EARLIEST_EVENT_MS

REMEMBERED: Final = 1 << 17
"""How many posts and authors are remembered (about 15 MB). The API repeats a post within five
minutes at most, and 131,072 posts are more than a room writes in an evening."""

DAY_MS: Final = 86_400_000

NOBODY: Final = "unknown"
"""The screen name for a post without even an author's number."""

_INT64: Final = 1 << 63
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))


class RecentKeys:
    """Recently seen keys, at most ``most``; the oldest is forgotten first."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self._most = most
        self._keys: OrderedDict[int | str, None] = OrderedDict()

    def __contains__(self, key: int | str) -> bool:
        return key in self._keys

    def __len__(self) -> int:
        return len(self._keys)

    def add(self, key: int | str) -> None:
        self._keys[key] = None
        self._keys.move_to_end(key)
        if len(self._keys) > self._most:
            self._keys.popitem(last=False)

    def clear(self) -> None:
        self._keys.clear()


@dataclass(frozen=True, slots=True)
class Author:
    """The author of a post; ``user_id`` 0 and a made-up screen name if unknown."""

    user_id: int
    screen_name: str
    name: str = ""
    image_url: str = ""
    known: bool = True


@dataclass(frozen=True, slots=True)
class Post:
    """One post as a message that is ready to send."""

    post_id: int
    message: StatusMessage
    author: Author


class UnreadablePost(ValueError):  # noqa: N818  (the line is wrong, not the program)
    """A line of the stream contains no post; the message says what is wrong."""


class PostReader:
    """Turns the stream's lines into messages; remembers recent authors and posts."""

    def __init__(self, most: int = REMEMBERED) -> None:
        self._authors: OrderedDict[str, Author] = OrderedDict()
        self._most = most
        self._sent = RecentKeys(most)

    def was_sent(self, post_id: int) -> bool:
        """Whether this post was passed on (see :meth:`mark_sent`)."""
        return post_id in self._sent

    def mark_sent(self, post: Post) -> None:
        """Remember that this post was passed on, so that it is not sent again."""
        self._sent.add(post.post_id)

    def read(self, line: dict[str, Any], now_ms: int) -> Post:
        """Read the post in a line.

        Parameters
        ----------
        line
            The line's JSON.
        now_ms
            The wall clock, used for a post without a creation time.

        Raises
        ------
        UnreadablePost
            If the line contains no post.
        """
        data = line.get("data")
        if not isinstance(data, dict):
            raise UnreadablePost("no data")
        post_id = _number(data.get("id"))
        if post_id <= 0:
            raise UnreadablePost("a post without id")
        text = _text_of(data)
        if text is None:
            raise UnreadablePost(f"post {post_id} has no text")
        author = self._author_of(data, _users_of(line))
        source, lang = data.get("source"), data.get("lang")
        message = status_message(
            text,
            author.screen_name,
            status_id=post_id,
            created_at_ms=_created_ms(data, post_id, now_ms),
            name=author.name,
            user_id=author.user_id,
            image_url=author.image_url,
            source=source if isinstance(source, str) and source else "Twitter",
            lang=lang if isinstance(lang, str) and lang else "und",
            retweet=_is_retweet(data),
        )
        return Post(post_id, message, author)

    def _author_of(self, data: dict[str, Any], users: list[dict[str, Any]]) -> Author:
        author_id = data.get("author_id")
        author_id = str(author_id) if isinstance(author_id, str | int) else ""
        for user in users:
            username = user.get("username")
            if isinstance(username, str) and username and str(user.get("id", "")) == author_id:
                author = Author(
                    _number(author_id),
                    username,
                    _text(user, "name"),
                    _text(user, "profile_image_url"),
                )
                self._remember(author_id, author)
                return author
        if not author_id:
            return Author(0, NOBODY, known=False)
        # Deleted, suspended or omitted authors: known ones keep their names.
        return self._authors.get(author_id) or Author(_number(author_id), author_id, known=False)

    def _remember(self, author_id: str, author: Author) -> None:
        self._authors[author_id] = author
        self._authors.move_to_end(author_id)
        if len(self._authors) > self._most:
            self._authors.popitem(last=False)


class Bill:
    """The cost of the posts and users read so far.

    The API bills each delivered post and user, and the same one only once per (UTC) day.
    Source: docs.x.com/x-api/getting-started/pricing.
    """

    def __init__(
        self, usd_per_post: float = 0.005, usd_per_user: float = 0.010, most: int = REMEMBERED
    ) -> None:
        self._usd_per_post = usd_per_post
        self._usd_per_user = usd_per_user
        self._posts_today, self._users_today = RecentKeys(most), RecentKeys(most)
        self._day = -1
        self.posts = 0
        self.users = 0

    @property
    def spent_usd(self) -> float:
        return self.posts * self._usd_per_post + self.users * self._usd_per_user

    @property
    def next_usd(self) -> float:
        """The most that one more post by a new author would cost, in USD."""
        return self._usd_per_post + self._usd_per_user

    def add(self, line: dict[str, Any], now_ms: int) -> None:
        """Count a delivered line, even if it is not used."""
        if now_ms // DAY_MS != self._day:
            self._day = now_ms // DAY_MS
            self._posts_today.clear()
            self._users_today.clear()
        data = line.get("data")
        if isinstance(data, dict):
            self.posts += self._once(self._posts_today, str(data.get("id")))
        for user in _users_of(line):
            self.users += self._once(self._users_today, str(user.get("id")))

    @staticmethod
    def _once(seen: RecentKeys, key: str) -> int:
        new = key not in seen
        seen.add(key)
        return int(new)


def rules_matched(line: dict[str, Any]) -> frozenset[str] | None:
    """Numbers of the rules that a post matched; None if the line does not tell."""
    matched = line.get("matching_rules")
    if not isinstance(matched, list):
        return None
    found = frozenset(
        str(rule["id"]) for rule in matched if isinstance(rule, dict) and "id" in rule
    )
    return found or None


def _users_of(line: dict[str, Any]) -> list[dict[str, Any]]:
    includes = line.get("includes")
    users = includes.get("users") if isinstance(includes, dict) else None
    return [user for user in users if isinstance(user, dict)] if isinstance(users, list) else []


def _text_of(data: dict[str, Any]) -> str | None:
    """The text of a post; for a long post the whole text."""
    note = data.get("note_tweet")
    text = note.get("text") if isinstance(note, dict) else None
    if not isinstance(text, str):
        text = data.get("text")
    if not isinstance(text, str):
        return None
    for entity, char in _ENTITIES:  # the API escapes exactly these three
        text = text.replace(entity, char)
    return text


def _text(table: dict[str, Any], key: str) -> str:
    value = table.get(key)
    return value if isinstance(value, str) else ""


def _number(value: object) -> int:
    """A positive 64-bit number, also if written as text; else 0."""
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 20:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < _INT64:
        return 0
    return value


def _created_ms(data: dict[str, Any], post_id: int, now_ms: int) -> int:
    """When a post was written: from its field, else from its number, else now."""
    text = data.get("created_at")
    if isinstance(text, str):
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            pass
        else:
            moment = moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
            said_ms = int(moment.timestamp() * 1000 + 0.5)
            if are_event_times((said_ms,)):
                return said_ms
    by_number_ms = (post_id >> 22) + TWITTER_EPOCH_MS
    # Numbers before November 2010 were consecutive and contain no time.
    plausible = by_number_ms > TWITTER_EPOCH_MS + DAY_MS and by_number_ms <= now_ms + DAY_MS
    return by_number_ms if plausible else max(now_ms, EARLIEST_EVENT_MS)


def _is_retweet(data: dict[str, Any]) -> bool:
    referenced = data.get("referenced_tweets")
    if not isinstance(referenced, list):
        return False
    return any(isinstance(each, dict) and each.get("type") == "retweeted" for each in referenced)
