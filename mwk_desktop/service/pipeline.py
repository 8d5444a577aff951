"""The stages wired with Quix Streams: exactly once, state in RocksDB with changelog topics.

    twitter_json -> read -> (by screen name) -> count -> users, user-message
                                                      -> (votes) -> charts, sounds

The topics in brackets are the group's own (:func:`own_topics`). N instances of one group share the
partitions. When one ends, the others take over its partitions and restore their state from the
changelogs. Everything that a record caused, state and results and position, is committed in one
transaction.

Threads: the caller's runs the stages and waits for Kafka; :mod:`mwk_desktop.service.ticks` has one.
Any thread may call :meth:`Service.stop` and read :class:`ServiceProgress`.
"""

from __future__ import annotations

import json
import logging
import warnings
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicCollection
from confluent_kafka.admin import AdminClient

# What the library's own libraries will change one day; one of them undoes an "ignore".
with warnings.catch_warnings(record=True):
    from quixstreams import Application
    from quixstreams.exceptions import QuixException
    from quixstreams.kafka.configuration import ConnectionConfig
    from quixstreams.models import JSONSerializer, TopicConfig

from mwk_desktop.clock import ShowClock, wall_ms
from mwk_desktop.kafka.client_settings import (
    PropertyValue,
    admin_config,
    passed_on,
    servers_of,
    setting_error,
)
from mwk_desktop.kafka.message_decoding import Passed
from mwk_desktop.service.passing_consumer import PassingConsumer
from mwk_desktop.service.stages import (
    VOTE,
    ChartStage,
    CountStage,
    DecodeStage,
    OtherWindowsError,
)
from mwk_desktop.service.ticks import Ticker, tick_settings
from mwk_desktop.topics import (
    CHARTS_TOPIC,
    INPUT_TOPIC,
    MESSAGES_TOPIC,
    SOUNDS_TOPIC,
    USERS_TOPIC,
)
from mwk_desktop.topology.counting_rules import CountingRules

COMMIT_S: Final = 0.2
SESSION_MS: Final = 6_000
"""After this long without a heartbeat an instance is dead, and the others take over."""

TRANSACTION_MS: Final = 10_000
"""The transaction that a killed instance left open: until Kafka gives it up (it looks every ten
seconds) nobody reads on behind it. Ours last a fifth of a second; a minute is the default."""
ASK_S: Final = 10.0

_KEY: Final = VOTE.encode()
_LOGIN: Final = ("security.protocol", "sasl.", "ssl.")
_LIBRARY: Final = "quixstreams"

_log = logging.getLogger(__name__)

__all__ = ["BrokenOffError", "OtherWindowsError", "Service", "ServiceProgress", "ServiceSettings"]


class BrokenOffError(Exception):
    """Kafka, or the state, made an instance end; a new one goes on where this one was."""


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """What an instance needs to know.

    ``properties`` are librdkafka's (``[kafka]``); ``state_dir`` belongs to this instance alone;
    ``replication`` is that of topics which are created (-1: the broker's default).
    """

    properties: Mapping[str, PropertyValue]
    state_dir: Path
    input_topic: str = INPUT_TOPIC
    group: str = "mwk-streams"
    rules: CountingRules = field(default_factory=CountingRules)
    grace_ms: int = 250
    clips: Mapping[str, Sequence[str]] = field(default_factory=dict)
    seed: int = 0
    partitions: int = 4
    replication: int = 1


@dataclass(slots=True)
class ServiceProgress:
    """What this instance has done since it started."""

    tweets: int = 0
    malformed: int = 0
    duplicates: int = 0
    late: int = 0
    windows: int = 0
    problem: str = ""
    """Why Kafka is not heard of ("": it is)."""
    passed: str = ""
    """What was passed by last: records or headers that cannot be read."""


def own_topics(group: str) -> tuple[str, str]:
    """Between stages 1 and 2, and between 2 and 3. Another group counts for itself."""
    return f"{group}-by-user", f"{group}-votes"


class _ValueOf(JSONSerializer):
    """Writes the value of a result; key and time travel beside it."""

    def __call__(self, value: Any, ctx: Any) -> Any:
        return super().__call__(value["value"], ctx)


class _Engine(Application):
    """The library's application, which tells an end that was asked for from one that was not."""

    asked_to_end = False
    consumer: PassingConsumer

    def _get_internal_consumer(
        self, on_error: Any = None, extra_config_overrides: Mapping[str, Any] | None = None
    ) -> PassingConsumer:
        """The library's own, but one that passes by what cannot be read."""
        config = self._config
        self.consumer = PassingConsumer(
            broker_address=config.broker_address,
            consumer_group=config.consumer_group,
            auto_offset_reset=config.auto_offset_reset,
            auto_commit_enable=False,
            max_partition_buffer_size=config.max_partition_buffer_size,
            extra_config={**config.consumer_extra_config, **(extra_config_overrides or {})},
            on_error=on_error,
        )
        return self.consumer

    def stop(self, fail: bool = False) -> None:
        """Any thread; also from a signal."""
        self.asked_to_end = self.asked_to_end or not fail
        super().stop(fail=fail)


class Service:
    """One instance.

    Raises
    ------
    BrokenOffError
        Kafka is not there, or does not allow something; also from :meth:`run`.
    KafkaSettingError
        A property of ``[kafka]`` is refused.
    """

    def __init__(self, settings: ServiceSettings, progress: ServiceProgress | None = None) -> None:
        self._settings = settings
        self._clock = ShowClock()
        self.progress = ServiceProgress() if progress is None else progress
        self._between, self._votes = own_topics(settings.group)
        # Its lines name its own inner life, twenty a second while a broker is away; ours say it.
        logging.getLogger(_LIBRARY).setLevel(
            logging.NOTSET if _log.isEnabledFor(logging.DEBUG) else logging.CRITICAL
        )
        try:
            self._engine, self._ticker = self._build()
        except (KafkaException, QuixException) as error:
            told = error.args[0] if error.args else None
            if isinstance(told, KafkaError) and told.code() == KafkaError._INVALID_ARG:
                raise setting_error(error) from error
            raise BrokenOffError(_error_text(error)) from error

    def run(self) -> None:
        """Until :meth:`stop`, or SIGINT or SIGTERM on the main thread.

        Raises
        ------
        OtherWindowsError
            The group counts in windows of another length.
        """
        self._ticker.start()
        try:
            self._engine.run()
        except (KafkaException, QuixException) as error:
            if not self._engine.asked_to_end:  # else the last transaction is done again next time
                raise BrokenOffError(_error_text(error)) from error
        finally:
            with suppress(RuntimeError):
                self._ticker.stop()

    def stop(self) -> None:
        """End after the record at hand (any thread)."""
        self._engine.stop()

    @property
    def problem(self) -> str:
        """Why Kafka is not heard of ("": it is)."""
        return self._ticker.problem

    def _on_passed(self, passed: Passed, unread: int) -> None:
        self.progress.passed = str(passed.sentence)
        self._decoding.malformed += unread
        self.progress.malformed = self._decoding.malformed

    def _build(self) -> tuple[_Engine, Ticker]:
        settings = self._settings
        for_consumer, for_producer = passed_on(settings.properties)
        for_consumer.pop("group.id", None)
        login = {
            name: value
            for name, value in for_consumer.items()
            if name.startswith(_LOGIN) or name == "bootstrap.servers"
        }
        login["bootstrap.servers"] = servers_of(settings.properties)
        for names in (for_consumer, for_producer):
            names["bootstrap.servers"] = login["bootstrap.servers"]
        common = {"topic.metadata.refresh.interval.ms": 1000, "log_level": 2}
        engine = _Engine(
            broker_address=ConnectionConfig.from_librdkafka_dict(login, ignore_extras=True),
            consumer_group=settings.group,
            auto_offset_reset="earliest",
            commit_interval=COMMIT_S,
            state_dir=settings.state_dir,
            processing_guarantee="exactly-once",
            consumer_poll_timeout=0.05,
            consumer_extra_config={
                **common,
                "session.timeout.ms": SESSION_MS,
                "heartbeat.interval.ms": SESSION_MS // 3,
                "fetch.queue.backoff.ms": 5,
                **_without_servers(for_consumer),
            },
            producer_extra_config={
                **common,
                "compression.type": "lz4",
                "linger.ms": 5,
                "transaction.timeout.ms": TRANSACTION_MS,
                **_without_servers(for_producer),
            },
            loglevel=None,
        )
        self._wire(engine)
        consumer = engine.consumer
        consumer.properties = settings.properties
        consumer.topics = (settings.input_topic, self._between, self._votes)
        consumer.on_passed = self._on_passed
        self._clear_foreign_state(engine)
        # Murmur2 is the library's: a tick must meet the votes, however many partitions there are.
        of_ticks = {
            **common,
            **for_producer,
            "linger.ms": 0,
            "enable.idempotence": False,
            "partitioner": "murmur2_random",
        }
        of_ticks.pop("transactional.id", None)
        ticker = Ticker(
            Consumer({**common, **tick_settings(for_consumer, engine.config.consumer_group)}),
            Producer(of_ticks),
            AdminClient(admin_config(settings.properties, client_id="mwk-ticks")),
            (settings.input_topic, self._between),
            self._votes,
            _KEY,
            window_ms=settings.rules.window_ms,
            grace_ms=settings.grace_ms,
            clock=self._clock,
        )
        return engine, ticker

    def _clear_foreign_state(self, engine: _Engine) -> None:
        """Throw the state on this disk away where it is not of the changelogs that are there now.

        Topics that were deleted and made anew (another cluster, a new evening) have the same names;
        the state would be taken for one that only misses the newest changes.
        """
        admin = AdminClient(admin_config(self._settings.properties, client_id="mwk-streams"))
        found = admin.list_topics(timeout=ASK_S)
        names = sorted(name for name in found.topics if f"__{self._settings.group}--" in name)
        ids = {}
        if names:
            asked = admin.describe_topics(TopicCollection(names), request_timeout=ASK_S)
            ids = {name: str(future.result(ASK_S).topic_id) for name, future in asked.items()}
        now = json.dumps({"cluster": found.cluster_id, "topics": ids}, sort_keys=True)
        path = self._settings.state_dir.with_suffix(".of")
        before = path.read_text("utf-8") if path.exists() else ""
        if before != now:
            if before:
                _log.warning("the state in %s is of other topics: it is restored from Kafka", path)
            engine.clear_state()
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(now, "utf-8")

    # -- the stages ------------------------------------------------------------------------------

    def _wire(self, engine: _Engine) -> None:
        settings, progress = self._settings, self.progress

        def topic(name: str, partitions: int, *, compact: bool = False, **more: Any) -> Any:
            extra = {"cleanup.policy": "compact"} if compact else {}
            config = TopicConfig(partitions, settings.replication, extra)
            return engine.topic(name, config=config, **more)

        raw: dict[str, Any] = {"value_deserializer": "bytes", "key_deserializer": "bytes"}
        source = topic(settings.input_topic, settings.partitions, **raw)
        # A topic of its own, so that the input may have one partition, and get more later.
        several = max(settings.partitions, source.broker_config.num_partitions or 1)
        between = topic(self._between, several, key_serializer="str", key_deserializer="str")
        as_result: dict[str, Any] = {"key_serializer": "str", "value_serializer": _ValueOf()}
        to = {
            USERS_TOPIC: topic(USERS_TOPIC, settings.partitions, compact=True, **as_result),
            MESSAGES_TOPIC: topic(MESSAGES_TOPIC, settings.partitions, **as_result),
            VOTE: topic(self._votes, 1, **as_result),
            CHARTS_TOPIC: topic(CHARTS_TOPIC, 1, value_serializer=_ValueOf()),
            SOUNDS_TOPIC: topic(SOUNDS_TOPIC, 1, value_serializer=_ValueOf()),
        }

        reading = self._decoding = DecodeStage(settings.rules)
        counting = CountStage(settings.rules)
        charting = ChartStage(settings.rules, settings.clips, settings.seed)
        reading.malformed, counting.duplicates = progress.malformed, progress.duplicates
        charting.late = progress.late

        def read(value: Any, _key: Any, timestamp_ms: int, _headers: Any) -> Any:
            found = reading(value, timestamp_ms, self._clock.now_ms())
            progress.tweets += len(found)
            progress.malformed = reading.malformed
            return found

        def count(tweet: Any, state: Any) -> Any:
            found = counting(tweet, state, self._clock.now_ms())
            progress.duplicates = counting.duplicates
            return found

        def chart(item: Any, state: Any) -> Any:
            found = charting(item, state, self._clock.now_ms())
            progress.late = charting.late
            progress.windows += sum(out["to"] == SOUNDS_TOPIC for out in found)
            return found

        # One way out for all kinds of results: each branch would copy each result.
        def send(frame: Any) -> None:
            timed = frame.set_timestamp(lambda out, _key, _ms, _headers: out["ms"])
            timed.to_topic(lambda out, _key, _ms, _headers: to[out["to"]], key=_key_of)

        tweets = engine.dataframe(source).apply(read, expand=True, metadata=True)
        # Retention goes by a record's time: history would be deleted before it was counted, and
        # what a clock that is off wrote would be refused.
        tweets = tweets.set_timestamp(lambda _tweet, _key, _ms, _headers: wall_ms())
        tweets.to_topic(between, key=_name_of)
        send(engine.dataframe(between).apply(count, stateful=True, expand=True))
        send(engine.dataframe(to[VOTE]).apply(chart, stateful=True, expand=True))


def _without_servers(properties: Mapping[str, PropertyValue]) -> dict[str, Any]:
    return {name: value for name, value in properties.items() if name != "bootstrap.servers"}


def _error_text(error: Exception) -> str:
    """One line."""
    told = error.args[0] if error.args else error
    text = told.str() if hasattr(told, "str") else str(told)
    return " ".join(text.split()) or type(error).__name__


def _name_of(tweet: Any) -> str:
    name: str = tweet["n"]
    return name


def _key_of(out: Any) -> Any:
    return out["key"]
