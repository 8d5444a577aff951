"""A consumer for the stages that passes by what cannot be read, as the console's source does.

The library would end every instance in turn at the same place, for ever. Its thread runs this.
"""

from __future__ import annotations

import logging
import operator
import threading
from collections.abc import Callable, Collection, Mapping
from typing import Any

from confluent_kafka import Message as KafkaMessage
from confluent_kafka import TopicPartition
from quixstreams.internal_consumer import InternalConsumer

from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.connection_state import reason_of
from mwk_desktop.kafka.damaged_batches import DAMAGE_CODES, find_next_batch
from mwk_desktop.kafka.message_decoding import Passed
from mwk_desktop.messages import message

_headers_of = operator.methodcaller("headers")
"""WORKAROUND: see :mod:`mwk_desktop.kafka.message_decoding`."""

_log = logging.getLogger(__name__)


class _WithoutHeaders:
    """A record whose headers cannot be read: all the rest of it."""

    def __init__(self, record: KafkaMessage) -> None:
        self._record = record

    def headers(self) -> None:
        return None

    def __len__(self) -> int:
        return len(self._record)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._record, name)


class PassingConsumer(InternalConsumer):
    """The library's consumer.

    Attributes
    ----------
    properties
        ``[kafka]``, for the search behind a damaged batch.
    topics
        In these, damage is passed by. A state's changelog is none of them: it must be whole.
    on_passed
        Told what was passed by, and how many records were not read at all.
    """

    properties: Mapping[str, PropertyValue] = {}
    topics: Collection[str] = ()
    on_passed: Callable[[Passed, int], None] | None = None

    def poll(self, timeout: float | None = None) -> Any:
        """One record, or None: nothing came, or what came was passed by."""
        found = super().poll(timeout)
        if found is None:
            return None
        error = found.error()
        if error is None:
            return found if _has_headers(found) else self._without_headers(found)
        if error.code() in DAMAGE_CODES and found.topic() in self.topics:
            return None if self._pass_damage(found) else found
        return found

    def _without_headers(self, found: Any) -> _WithoutHeaders:
        unreadable = message("the headers cannot be read")
        at = found.offset()
        self._report(Passed(found.topic(), found.partition(), at, at, unreadable), 0)
        return _WithoutHeaders(found)

    def _pass_damage(self, event: Any) -> bool:
        """Go on behind a batch that cannot be read; False: the place is not found now."""
        topic, partition, at = event.topic(), event.partition(), event.offset()
        behind = find_next_batch(self.properties, topic, partition, at, threading.Event())
        if behind is None:
            return False
        behind = max(behind, at + 1)
        reason = message("a damaged batch ({text})", text=reason_of(event.error().str()))
        self.seek(TopicPartition(topic, partition, behind))
        self._report(Passed(topic, partition, at, behind - 1, reason), behind - at)
        return True

    def _report(self, passed: Passed, unread: int) -> None:
        _log.warning("%s", passed.sentence)
        if self.on_passed is not None:
            self.on_passed(passed, unread)


def _has_headers(record: Any) -> bool:
    try:
        _headers_of(record)
    except Exception:
        return False
    return True
