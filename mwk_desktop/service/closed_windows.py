"""Follows which windows the group has closed: until then, votes of limited users are kept.

Read from the merge's own topic, by the thread that counts; it never waits for Kafka.
"""

from __future__ import annotations

import logging
from typing import Final

import msgspec
from confluent_kafka import OFFSET_BEGINNING, TopicPartition

from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.message_decoding import bytes_of
from mwk_desktop.service.group_topics import GroupTopics
from mwk_desktop.service.partials_merge import MergeState

DRAW_KEY: Final = b"draw"
"""Key of the record that holds the merge's state (:class:`MergeState`)."""

NO_WINDOW_MS: Final = -(1 << 63)

_log = logging.getLogger(__name__)


class ClosedWindows:
    """Follows what the merge has closed."""

    def __init__(self, topics: GroupTopics) -> None:
        self._until_ms = NO_WINDOW_MS
        self._consumer = open_consumer(
            topics.properties,
            client_id="mwk-streams-closed",
            **{"isolation.level": "read_committed"},
        )
        self._consumer.assign([TopicPartition(topics.merge, 0, OFFSET_BEGINNING)])

    def until_ms(self) -> int:
        """Windows that end at or before this are closed, as far as is known here."""
        for each in self._consumer.consume(1_000, 0):
            if each.error() is not None or bytes_of(each.key()) != DRAW_KEY:
                continue
            try:
                state = msgspec.json.decode(bytes_of(each.value()) or b"", type=MergeState)
            except ValueError as error:  # the merge says it, and ends
                _log.info("no state of the merge: %s", error)
                continue
            self._until_ms = max(self._until_ms, state.closed_until_ms)
        return self._until_ms

    def close(self) -> None:
        """End reading."""
        self._consumer.close()
