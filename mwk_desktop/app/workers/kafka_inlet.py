"""Writes a source's messages to Kafka.

Threads: any thread hands a message over and waits at most a fifth of a second for a place in a
bounded queue. The *inlet thread* of :class:`KafkaInlet` owns the producer, which may wait for
Kafka. In a show without a broker :class:`mwk_desktop.sources.status_source.ShowInlet` takes this
place; it needs no thread.
"""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable, Mapping
from typing import Final

from mwk_desktop.kafka.client_settings import PropertyValue
from mwk_desktop.kafka.connection_state import ConnectionState
from mwk_desktop.kafka.tweet_producer import Deliveries, ProduceError, TweetProducer
from mwk_desktop.messages import NOTHING, Message, message_of, plural_message, sentences
from mwk_desktop.sources.status_source import StatusMessage

PLACE_S: Final = 0.2
"""How long a caller waits for a place in the queue."""

QUEUE_MESSAGES: Final = 4096
"""At a thousand messages a second, four seconds of a waiting producer; more are refused.
(librdkafka's own queue of 64 MB comes on top.)"""

POLL_S: Final = 0.05
"""Delivery reports and the connection's state are served at least this often."""

_log = logging.getLogger(__name__)


class KafkaInlet:
    """A ``put`` function that writes to a topic: idempotent, ``acks=all``, each message once.

    While Kafka is away messages wait, however long that takes: people wrote them, and some were
    paid for.

    Parameters
    ----------
    properties
        ``[kafka]``.
    topic
        The topic to write to; it must exist (see
        :func:`mwk_desktop.kafka.topic_admin.ensure_topic`).
    client_id
        The producer's name in Kafka's logs.
    on_state
        Called with each new state of the connection, on the inlet thread.

    Raises
    ------
    KafkaSettingError
        A property of ``[kafka]`` is refused.
    """

    def __init__(
        self,
        properties: Mapping[str, PropertyValue],
        topic: str,
        *,
        client_id: str,
        on_state: Callable[[ConnectionState], None] | None = None,
    ) -> None:
        patient: dict[str, PropertyValue] = {"message.timeout.ms": 0, **properties}
        self._producer = TweetProducer(patient, topic, client_id=client_id, on_state=on_state)
        self._queue: queue.Queue[StatusMessage] = queue.Queue(QUEUE_MESSAGES)
        self._closing = threading.Event()
        self._hurry = threading.Event()
        self._thread = threading.Thread(target=self._run, name="inlet", daemon=True)
        self._unfit = 0
        self._left = 0
        self._problem: Message = NOTHING

    def start(self) -> None:
        self._thread.start()

    def __call__(self, status: StatusMessage) -> bool:
        """Queue a message (any thread); False: the queue is full, offer it again."""
        if self._closing.is_set():
            return False
        try:
            self._queue.put(status, timeout=PLACE_S)
        except queue.Full:
            return False
        return True

    @property
    def deliveries(self) -> Deliveries:
        """How many messages were delivered or lost so far (any thread)."""
        return self._producer.deliveries

    @property
    def waiting(self) -> int:
        """How many messages Kafka has not acknowledged yet (any thread)."""
        return self._queue.qsize() + self._producer.deliveries.waiting

    @property
    def state(self) -> ConnectionState:
        """The connection to Kafka (any thread)."""
        return self._producer.state

    @property
    def problem(self) -> Message:
        """Why the last message was refused or given up; empty if none was (any thread)."""
        return self._problem or self._producer.problem

    def abandon(self) -> None:
        """End without waiting for Kafka; does nothing after :meth:`close`."""
        self._closing.set()
        self._hurry.set()

    def close(self, timeout_s: float = 10.0) -> Deliveries:
        """Write the queued messages, wait for the acknowledgements, end the thread.

        Raises
        ------
        ProduceError
            Some messages did not reach Kafka: how many, and why.
        """
        self._closing.set()
        ends_s = time.monotonic() + timeout_s
        if self._thread.is_alive():
            self._thread.join(timeout_s)
        if self._thread.is_alive():  # librdkafka's queue is full and does not drain
            self._hurry.set()
            self._thread.join(1.0)
        self._left += self._queue.qsize()
        try:
            done = self._producer.close(max(0.1, ends_s - time.monotonic()))
        except ProduceError as error:
            raise ProduceError(self._with_left(message_of(error))) from None
        if self._unfit or self._left:
            raise ProduceError(self._with_left(NOTHING))
        return done

    def _with_left(self, problem: Message) -> Message:
        more = self._unfit + self._left
        if not more:
            return problem
        unsent = plural_message(
            "{count} message was not sent.", "{count} messages were not sent.", more
        )
        if problem:
            unsent = plural_message(
                "{count} more message was not sent.", "{count} more messages were not sent.", more
            )
        return sentences([unsent, problem or self._problem])

    def _run(self) -> None:
        while not self._hurry.is_set():
            try:
                message = self._queue.get(timeout=POLL_S)
            except queue.Empty:
                if self._closing.is_set():
                    return
                self._producer.poll(0.0)
                continue
            try:
                taken = self._producer.produce(
                    message.value,
                    message.key,
                    message.timestamp_ms,
                    give_up=self._hurry.is_set,
                )
                self._left += not taken
            except ProduceError as error:
                self._unfit += 1
                self._problem = message_of(error)
                _log.warning("a message is not sent: %s", error)
