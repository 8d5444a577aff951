"""The stages wired with Quix Streams: exactly once, state in RocksDB with changelog topics.

    twitter_json -> read -> (by screen name) -> count -> users, user-message
                                                      -> mwk-votes -> charts, sounds

N instances of one group share the partitions. When one ends, the others take over its partitions
and restore their state from the changelogs. Everything that a record caused, state and results and
position, is committed in one transaction.

Threads: the caller's runs the stages and waits for Kafka; :mod:`mwk_desktop.service.ticks` has one.
"""

from __future__ import annotations

import time
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from confluent_kafka import Consumer, Producer

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # what the library's own libraries will change one day
    from quixstreams import Application
    from quixstreams.kafka.configuration import ConnectionConfig
    from quixstreams.models import JSONSerializer, TopicConfig

from mwk_desktop.service.steps import (
    CHARTS,
    MESSAGE,
    SOUNDS,
    USERS,
    VOTE,
    Charting,
    Counting,
    Reading,
)
from mwk_desktop.service.ticks import Ticker, tick_settings
from mwk_desktop.topology.rules import Rules

VOTES_TOPIC: Final = "mwk-votes"
COMMIT_S: Final = 0.2
SESSION_MS: Final = 6_000
"""After this long without a heartbeat an instance is dead, and the others take over."""

_KEY: Final = VOTE.encode()


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """What an instance needs to know.

    ``properties`` are librdkafka's; ``state_dir`` belongs to this instance alone; ``replication``
    is that of topics which are created (-1: the broker's default).
    """

    properties: Mapping[str, str]
    state_dir: Path
    input_topic: str = "twitter_json"
    group: str = "mwk-streams"
    rules: Rules = field(default_factory=Rules)
    grace_ms: int = 250
    clips: Mapping[str, Sequence[str]] = field(default_factory=dict)
    seed: int = 0
    partitions: int = 4
    replication: int = 1


@dataclass(slots=True)
class Progress:
    """What this instance has done since it started."""

    tweets: int = 0
    malformed: int = 0
    duplicates: int = 0
    late: int = 0
    windows: int = 0


class _ValueOf(JSONSerializer):
    """Writes the value of a result; key and time travel beside it."""

    def __call__(self, value: Any, ctx: Any) -> Any:
        return super().__call__(value["value"], ctx)


class Service:
    """One instance."""

    def __init__(self, settings: ServiceSettings) -> None:
        self._settings = settings
        self.progress = Progress()
        properties = dict(settings.properties)
        servers = properties.pop("bootstrap.servers", "localhost:9092")
        rest = {name: value for name, value in properties.items() if name.startswith(_LOGIN)}
        extra = {name: value for name, value in properties.items() if name not in rest}
        connection = ConnectionConfig.from_librdkafka_dict(
            {"bootstrap.servers": servers, **rest}, ignore_extras=True
        )
        common = {"topic.metadata.refresh.interval.ms": 1000, **extra}
        self._app = Application(
            broker_address=connection,
            consumer_group=settings.group,
            auto_offset_reset="earliest",
            commit_interval=COMMIT_S,
            state_dir=settings.state_dir,
            processing_guarantee="exactly-once",
            consumer_poll_timeout=0.05,
            consumer_extra_config={
                "session.timeout.ms": SESSION_MS,
                "heartbeat.interval.ms": SESSION_MS // 3,
                "fetch.queue.backoff.ms": 5,
                **common,
            },
            producer_extra_config={"compression.type": "lz4", "linger.ms": 5, **common},
            loglevel="WARNING",
        )
        self._between = self._wire()
        everything = {"bootstrap.servers": servers, **rest, **extra}
        self._ticker = Ticker(
            Consumer(tick_settings(everything, self._app.config.consumer_group)),
            Producer({**everything, "linger.ms": 0, "enable.idempotence": True}),
            (settings.input_topic, self._between),
            VOTES_TOPIC,
            _KEY,
            window_ms=settings.rules.window_ms,
            grace_ms=settings.grace_ms,
            now_ms=_now_ms,
        )

    def run(self) -> None:
        """Until :meth:`stop`, or SIGINT or SIGTERM on the main thread."""
        self._ticker.start()
        try:
            self._app.run()
        finally:
            with suppress(RuntimeError):
                self._ticker.stop()

    def stop(self) -> None:
        """End after the record at hand (any thread)."""
        self._app.stop()

    # -- the stages ------------------------------------------------------------------------------

    def _topic(self, name: str, partitions: int, *, compact: bool = False, **more: Any) -> Any:
        extra = {"cleanup.policy": "compact"} if compact else {}
        config = TopicConfig(partitions, self._settings.replication, extra)
        return self._app.topic(name, config=config, **more)

    def _wire(self) -> str:
        """Make all stages; returns the topic between the first two."""
        settings, app, progress = self._settings, self._app, self.progress
        raw: dict[str, Any] = {"value_deserializer": "bytes", "key_deserializer": "bytes"}
        source = self._topic(settings.input_topic, settings.partitions, **raw)
        text_key: dict[str, Any] = {"key_serializer": "str", "value_serializer": _ValueOf()}
        users = self._topic(USERS, settings.partitions, compact=True, **text_key)
        messages = self._topic(MESSAGE, settings.partitions, **text_key)
        charts = self._topic(CHARTS, 1, value_serializer=_ValueOf())
        sounds = self._topic(SOUNDS, 1, value_serializer=_ValueOf())
        votes = self._topic(VOTES_TOPIC, 1, value_serializer=_ValueOf())

        reading = Reading(settings.rules)
        counting = Counting(settings.rules)
        charting = Charting(settings.rules, settings.clips, settings.seed)

        def read(value: Any, _key: Any, timestamp_ms: int, _headers: Any) -> Any:
            found = reading(value, timestamp_ms, _now_ms())
            progress.tweets += len(found)
            progress.malformed = reading.malformed
            return found

        def count(tweet: Any, state: Any) -> Any:
            found = counting(tweet, state)
            progress.duplicates = counting.duplicates
            return found

        def chart(item: Any, state: Any) -> Any:
            found = charting(item, state, _now_ms())
            progress.late = charting.late
            progress.windows += sum(out["to"] == SOUNDS for out in found)
            return found

        tweets = app.dataframe(source).apply(read, expand=True, metadata=True)
        by_name = tweets.group_by(
            _name_of, name="user", key_serializer="str", key_deserializer="str"
        )
        counted = by_name.apply(count, stateful=True, expand=True)
        _send(counted, USERS, users, _key_of)
        _send(counted, MESSAGE, messages, _key_of)
        _send(counted, VOTE, votes, lambda _out: _KEY)
        charted = app.dataframe(votes).apply(chart, stateful=True, expand=True)
        _send(charted, CHARTS, charts, _no_key)
        _send(charted, SOUNDS, sounds, _no_key)
        between: str = by_name.topics[0].name
        return between


_LOGIN: Final = ("security.protocol", "sasl.", "ssl.")


def _send(frame: Any, which: str, topic: Any, key: Callable[[Any], Any]) -> None:
    """The results of one kind to their topic, under their own time.

    The dictionary still says its key and time when the key is taken; the topic gets its value.
    """
    chosen = frame[frame.apply(lambda out: out["to"] == which)]
    chosen = chosen.set_timestamp(lambda out, _key, _ms, _headers: out["ms"])
    chosen.to_topic(topic, key=key)


def _name_of(tweet: Any) -> str:
    name: str = tweet["n"]
    return name


def _key_of(out: Any) -> Any:
    return out["key"]


def _no_key(_out: Any) -> None:
    return None


def _now_ms() -> int:
    return time.time_ns() // 1_000_000
