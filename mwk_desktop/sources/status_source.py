"""The interface between a network where people write and the destination of their messages.

A :class:`StatusSource` (Twitter, the audience's page, one you add) turns each message into a
:class:`StatusMessage` and passes it to the ``put`` that it was started with. It knows neither Kafka
nor the show: ``app`` decides whether ``put`` writes to the topic or directly into a show without a
broker (:class:`ShowInlet`).

Threads: a source calls ``put`` from one or more threads of its own. ``put`` may wait a moment (for
a full queue), so it must not be called on a thread that may not block. ``state`` may be read from
any thread and never waits. :class:`ShowInlet` may be called from any number of threads.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final, Protocol

import msgspec

from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.records.batch import Batch, malformed_record
from mwk_desktop.records.deletions import deleted_ids, deletion_value
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.tweet_decoding import decode_tweets, event_time_ms, well_formed
from mwk_desktop.topics import INPUT_TOPIC

TWITTER_EPOCH_MS: Final = 1_288_834_974_657
"""Tweet numbers count milliseconds from this time in their upper 42 bits."""


@dataclass(frozen=True, slots=True)
class StatusMessage:
    """A message that a person wrote, as a record of the input topic.

    ``value`` is TwitterStatus JSON, ``key`` is ``{"Id": n}``, ``timestamp_ms`` is when it was
    written (0: now). A message that is sent twice has the same three values.
    """

    value: bytes
    key: bytes
    timestamp_ms: int


Put = Callable[[StatusMessage], bool]
"""Passes a message on. Returns False if the queue stayed full for a moment; the source may then try
again or refuse the message. It never raises for an unusable message."""


PutMany = Callable[[Sequence[StatusMessage]], int]
"""Passes messages on together; returns how many, from the first on, had room (see :data:`Put`)."""


def one_by_one(put: Put) -> PutMany:
    """A :data:`PutMany` that passes messages on singly."""

    def put_many(messages: Sequence[StatusMessage]) -> int:
        for taken, message in enumerate(messages):
            if not put(message):
                return taken
        return len(messages)

    return put_many


@dataclass(frozen=True, slots=True)
class StatusSourceState:
    """A source's state: a word for programs, a sentence for people, and its counters.

    ``link`` is ``off``, ``connecting``, ``connected``, ``waiting`` (it continues by itself) or
    ``failed`` (a person has to act).
    """

    link: str = "off"
    detail: Message = NOTHING
    messages: int = 0


class StatusSource(Protocol):
    """A network where people write: the interface that a new source implements."""

    @property
    def state(self) -> StatusSourceState:
        """The current state; never waits."""

    def start(self, put: Put) -> None:
        """Start to pass messages on, on the source's own threads; returns at once."""

    def stop(self) -> None:
        """End those threads and wait for them, at most a few seconds."""


def status_message(
    text: str,
    screen_name: str,
    *,
    status_id: int,
    created_at_ms: int,
    name: str = "",
    user_id: int = 0,
    image_url: str = "",
    source: str = "mwk",
    lang: str = "und",
    retweet: bool = False,
) -> StatusMessage:
    """Build a message in the format that the original show reads.

    Parameters
    ----------
    text, screen_name
        The text and its author; neither may be empty.
    status_id
        Identifies the tweet: two with the same number, author and time count as one. See
        :func:`new_status_id`.
    created_at_ms
        When it was written (ms since the epoch); also the record's time.

    Notes
    -----
    The schema is ``com.github.jcustenborder.kafka.connect.twitter.Status`` of
    kafka-connect-twitter; fields without information are omitted; all are optional there.
    """
    status: dict[str, Any] = {
        "CreatedAt": created_at_ms,
        "Id": status_id,
        "Text": text,
        "Source": source,
        "Truncated": False,
        "Favorited": False,
        "Retweeted": False,
        "FavoriteCount": 0,
        "RetweetCount": 0,
        "Retweet": retweet or text.startswith("RT @"),
        "Lang": lang,
        "User": {
            "Id": user_id,
            "Name": name or screen_name,
            "ScreenName": screen_name,
            "ProfileImageURL": image_url,
        },
    }
    return StatusMessage(_json(status), b'{"Id":%d}' % status_id, created_at_ms)


def deletion_message(status_id: int, deleted_at_ms: int) -> StatusMessage:
    """The record that says that a post was deleted (:mod:`mwk_desktop.records.deletions`)."""
    return StatusMessage(deletion_value(status_id), b'{"Id":%d}' % status_id, deleted_at_ms)


def new_status_id(now_ms: int) -> int:
    """A number like Twitter's: it increases with time, and two in one millisecond differ."""
    import secrets

    return max(0, now_ms - TWITTER_EPOCH_MS) << 22 | secrets.randbelow(1 << 22)


def _json(status: dict[str, Any]) -> bytes:
    try:
        return msgspec.json.encode(status)
    except UnicodeEncodeError:  # half of a surrogate pair is not text, but the rest is usable
        return msgspec.json.encode(_well_formed(status))


def _well_formed(value: Any) -> Any:
    if isinstance(value, str):
        return well_formed(value)
    if isinstance(value, dict):
        return {key: _well_formed(each) for key, each in value.items()}
    return value


class ShowInlet:
    """A ``put`` that writes directly into a running show, without a broker.

    Parameters
    ----------
    put_batch
        :meth:`mwk_desktop.show.drivers.threads.ShowThread.put` of the running show.
    partition
        Distinguishes the records of several sources in the show's recording.
    now_ms
        The wall clock.
    """

    def __init__(
        self,
        put_batch: Callable[[Batch], bool],
        *,
        topic: str = INPUT_TOPIC,
        partition: int = 0,
        now_ms: Callable[[], int] = wall_ms,
    ) -> None:
        self._put_batch = put_batch
        self._topic = topic
        self._partition = partition
        self._now_ms = now_ms
        self._lock = threading.Lock()
        self._offset = 0

    def __call__(self, message: StatusMessage) -> bool:
        return self.put_many((message,)) == 1

    def put_many(self, messages: Sequence[StatusMessage]) -> int:
        """Write messages together, as one batch: all of them, or none where there is no room."""
        with self._lock:  # one at a time: offsets follow the order in the show
            if not self._put_batch(self._batch_of(messages)):
                return 0
            self._offset += len(messages)
            return len(messages)

    def _batch_of(self, messages: Sequence[StatusMessage]) -> Batch:
        now_ms = self._now_ms()
        values = [message.value for message in messages]
        times_ms = [message.timestamp_ms or now_ms for message in messages]
        tweets, reasons = decode_tweets(values)
        records = [
            Record(
                self._topic,
                self._partition,
                self._offset + place,
                time_ms,
                message.key,
                message.value,
                (),
                now_ms,
            )
            for place, (message, time_ms) in enumerate(zip(messages, times_ms, strict=True))
        ]
        return Batch(
            tweets=tweets,
            events_ms=[
                event_time_ms(time_ms, None if tweet is None else tweet.created_at_ms, now_ms)
                or now_ms
                for time_ms, tweet in zip(times_ms, tweets, strict=True)
            ],
            record_ms=times_ms,
            arrivals_ms=[now_ms] * len(messages),
            records=records,
            errors=[
                malformed_record(self._topic, self._partition, self._offset + place, reason)
                for place, reason in reasons
            ],
            deleted=deleted_ids(values, tweets),
        )
