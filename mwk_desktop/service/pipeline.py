"""One instance of the service: a thread counts input partitions, another one may merge.

    twitter_json -> count (each partition) -> <group>-partials -> merge -> users, charts, sounds
                          `-> user-message

N instances of one group share the partitions, and one of them merges. When one ends, the others
take over what it had, with its state from the group's topics.

Threads: the caller's counts and waits for Kafka; the *merge* thread merges. Any thread may call
:meth:`Service.stop` and read :attr:`Service.progress`.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from confluent_kafka import KafkaError, KafkaException

from mwk_desktop.kafka.client_settings import PropertyValue, user_of
from mwk_desktop.kafka.message_decoding import Passed
from mwk_desktop.kafka.topic_facts import may_not_read
from mwk_desktop.messages import Message, message
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas
from mwk_desktop.service.count_loop import CountLoop
from mwk_desktop.service.group_topics import GroupTopics
from mwk_desktop.service.merge_loop import MergeLoop
from mwk_desktop.service.partials import DamagedPartialError
from mwk_desktop.service.partition_counting import OtherWindowsError
from mwk_desktop.topics import INPUT_TOPIC
from mwk_desktop.topology.counting_rules import CountingRules

END_S: Final = 15.0

FETCH_BYTES: Final = 262_144
"""Bytes of a partition that are fetched at once, unless ``[kafka]`` sets another limit. Kafka's
1 MiB become several when they are unpacked, and took an instance more memory."""

_log = logging.getLogger(__name__)

__all__ = [
    "BrokenOffError",
    "DamagedPartialError",
    "OtherWindowsError",
    "RightMissingError",
    "Service",
    "ServiceProgress",
    "ServiceSettings",
]


class BrokenOffError(Exception):
    """Kafka made an instance end; a new one goes on where this one was."""


class RightMissingError(Exception):
    """Kafka does not let this user do what the service does; the message says what."""


@dataclass(frozen=True, slots=True)
class ServiceSettings:
    """What an instance needs to know.

    ``properties`` are librdkafka's (``[kafka]``); ``replication`` is that of topics which are
    created (-1: the broker's default).
    """

    properties: Mapping[str, PropertyValue]
    input_topic: str = INPUT_TOPIC
    group: str = "mwk-streams"
    rules: CountingRules = field(default_factory=CountingRules)
    grace_ms: int = 250
    clips: Mapping[str, Sequence[str]] = field(default_factory=dict)
    seed: int = 0
    partitions: int = 4
    replication: int = -1
    schemas: ValueSchemas = NO_SCHEMAS


@dataclass(slots=True)
class ServiceProgress:
    """What this instance has done since it started.

    ``partitions`` are those of the input that it counts now; ``merges``: whether it is the one that
    merges; ``problem``: why it was broken off last ("": it was not); ``passed``: what was passed by
    last, records or headers that cannot be read.
    """

    tweets: int = 0
    malformed: int = 0
    duplicates: int = 0
    late: int = 0
    windows: int = 0
    partitions: int = 0
    merges: bool = False
    problem: str = ""
    passed: str = ""


class Service:
    """One instance.

    Raises
    ------
    KafkaSettingError
        A property of ``[kafka]`` is refused.
    """

    def __init__(self, settings: ServiceSettings, progress: ServiceProgress | None = None) -> None:
        self._settings = settings
        self.progress = ServiceProgress() if progress is None else progress
        # Nobody reads these statistics, and there is a producer for each partition. Consumers that
        # join no group have this one, too: a client asks whether it may use the one it is given.
        ours: dict[str, PropertyValue] = {"statistics.interval.ms": 0, "group.id": settings.group}
        fetch = {"fetch.message.max.bytes": FETCH_BYTES}
        properties = {**fetch, **settings.properties, **ours}
        self._topics = GroupTopics(
            properties,
            settings.group,
            settings.input_topic,
            settings.partitions,
            settings.replication,
        )
        self._stop = threading.Event()
        self._failed: Exception | None = None
        self._counting = CountLoop(
            self._topics,
            settings.rules,
            settings.grace_ms,
            self._stop,
            self._on_passed,
            self._on_remark,
            settings.schemas,
        )
        self._merging = MergeLoop(
            self._topics, settings.rules, settings.clips, settings.seed, self._stop
        )
        self._before = replace(self.progress)

    def run(self) -> None:
        """Until :meth:`stop`.

        Raises
        ------
        BrokenOffError
            Kafka is not there, or another instance has what this one had.
        DamagedPartialError
            The group's own topics hold what cannot be read.
        OtherWindowsError
            The group counts in windows of another length.
        TopicError
            A topic cannot be created or written.
        RightMissingError
            Another right is missing.
        """
        merging = threading.Thread(target=self._merge, name="merge", daemon=True)
        try:
            self._topics.create_missing()
            merging.start()
            self._counting.run()
        except KafkaException as error:
            if not self._stop.is_set() or self._failed is not None:
                raise self._broken_off(self._failed or error) from error
        finally:
            asked = self._stop.is_set() and self._failed is None
            self._stop.set()
            if merging.ident is not None:
                merging.join(END_S)
        if self._failed is not None and not asked:
            if isinstance(self._failed, (DamagedPartialError, OtherWindowsError)):
                raise self._failed
            raise self._broken_off(self._failed) from self._failed

    def _broken_off(self, error: Exception) -> Exception:
        """The error to raise for a failure: waiting does not help against a missing right."""
        told = error.args[0] if error.args else None
        code = told.code() if isinstance(told, KafkaError) else 0
        user = user_of(self._topics.properties) or "?"
        if code == KafkaError.GROUP_AUTHORIZATION_FAILED:
            return RightMissingError(
                message(
                    "Kafka does not let user {user} use the groups {group} and {merge}.",
                    user=user,
                    group=self._topics.group,
                    merge=self._topics.merge,
                )
            )
        if code == KafkaError.TRANSACTIONAL_ID_AUTHORIZATION_FAILED:
            return RightMissingError(
                message(
                    "Kafka does not let user {user} write transactions whose ids begin with "
                    "{group}.",
                    user=user,
                    group=self._topics.group,
                )
            )
        if code == KafkaError.TOPIC_AUTHORIZATION_FAILED:
            topics = self._topics  # the error does not say which one
            missing = topics.missing_right()
            return RightMissingError(missing or may_not_read(topics.properties, topics.input))
        return BrokenOffError(_error_text(error))

    def _merge(self) -> None:
        try:
            self._merging.run()
        except Exception as error:  # the instance begins again
            _log.info("merging ended", exc_info=True)
            if not self._stop.is_set():
                self._failed = error
                self._stop.set()

    def stop(self) -> None:
        """End after a last commit (any thread)."""
        self._stop.set()

    def update_progress(self) -> ServiceProgress:
        """Count again what was done (any thread)."""
        progress, before = self.progress, self._before
        done = self._counting.counts_here()
        progress.tweets = before.tweets + done.tweets
        progress.malformed = before.malformed + done.malformed
        progress.duplicates = before.duplicates + done.duplicates
        progress.late = before.late + done.late
        progress.windows = before.windows + self._merging.windows
        progress.partitions = len(self._counting.heads)
        progress.merges = self._merging.merge is not None
        return progress

    @property
    def lags(self) -> dict[int, int]:
        """Records of each partition of this instance that are not counted yet."""
        return self._counting.lags

    @property
    def latencies(self) -> list[tuple[str, str, tuple[int, float]]]:
        """Name, meaning, and (how many, seconds in sum) of what takes time."""
        return [
            (
                "commit",
                "Time to commit what all partitions changed.",
                self._counting.commits,
            ),
            ("merge", "Time to publish what has changed.", self._merging.publishes),
        ]

    def read(self, name: str) -> object:
        """The newest ``charts``, ``tops`` and ``users`` of the instance that merges, ``tweets`` of
        each one; None where this instance does not know it."""
        if name == "tweets":
            return {"tweets": list(self._counting.messages.newest)}
        return None if self._merging.view is None else self._merging.view.get(name)

    def _on_passed(self, passed: Passed) -> None:
        self._on_remark(passed.sentence)

    def _on_remark(self, remark: Message) -> None:
        # Each one is said: two may come before the progress is looked at.
        _log.warning("%s", remark)
        self.progress.passed = str(remark)


def _error_text(error: Exception) -> str:
    """One line."""
    told = error.args[0] if error.args else error
    text = told.str() if isinstance(told, KafkaError) else str(told)
    return " ".join(text.split()) or type(error).__name__
