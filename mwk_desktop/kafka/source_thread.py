"""The base class of sources: a consumer, the thread that owns it, and the connection's state.

:meth:`SourceThread._run` is that thread; the client calls back inside its ``poll`` and ``consume``,
so on this thread. ``state`` may be read by any thread.
"""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from confluent_kafka import Consumer, KafkaError, KafkaException

from mwk_desktop.kafka.client_settings import PropertyValue, servers_of, user_of
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.connection import ConnectionTracker
from mwk_desktop.kafka.connection_state import ConnectionState, Link
from mwk_desktop.kafka.positions import FoundPartitions, find_partitions
from mwk_desktop.messages import Message, message

POLL_S: Final = 0.1
ASK_S: Final = 0.5
LONGEST_ASK_S: Final = 2.0
"""A question waits half a second for its answer, as nothing is read meanwhile. A broker that is
there and needs longer (a far one, one under load) gets more time: else it would never be heard."""
HOLD_S: Final = 0.02
"""How often a delivery is offered again when there was no room."""


MOST_RESTARTS: Final = 8
RESTART_S: Final = 0.5
LONGEST_RESTART_S: Final = 30.0
"""A source that fails is restarted after half a second, then after twice as long each time; after
eight failures without a delivery in between (a minute and a half) it ends."""


class SourceThread(ABC):
    """A consumer on its own thread.

    Parameters
    ----------
    properties
        ``[kafka]``.
    topic
        The topic named in messages about the connection; empty: none. Either way the state becomes
        "connected" only after :meth:`ConnectionTracker.on_topic`.
    name
        The thread's name.
    log
        Receives the source's log lines.
    """

    def __init__(
        self,
        properties: Mapping[str, PropertyValue],
        topic: str,
        *,
        name: str,
        log: logging.Logger,
        on_state: Callable[[ConnectionState], None] | None,
        clock_ms: Callable[[], int],
        client_id: str,
    ) -> None:
        self._properties = dict(properties)
        self._log = log
        self._on_state = on_state
        self._clock_ms = clock_ms
        self._client_id = client_id
        self._connection = ConnectionTracker(
            servers_of(properties),
            topic,
            clock_ms(),
            user=user_of(properties),
            waits_for_topic=True,
        )
        self._stopping = threading.Event()
        self._no_restart = threading.Event()
        self._patience_s = ASK_S
        self._delivered = 0
        """Number of deliveries so far; a failure after a delivery counts as a new one."""
        self._consumer: Consumer | None = None
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    @property
    def state(self) -> ConnectionState:
        """The newest state."""
        return self._connection.state

    def _open(self, **more: Any) -> None:
        """Create the client; ``more`` are callbacks beside those for errors and statistics."""
        self._consumer = open_consumer(
            self._properties,
            client_id=self._client_id,
            error_cb=self._on_error,
            stats_cb=self._on_stats,
            **more,
        )

    def _join(self, timeout_s: float) -> bool:
        """End the thread; False if it did not end in time."""
        self._stopping.set()
        self._no_restart.set()
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    def _find_partitions(self, consumer: Consumer, topic: str) -> FoundPartitions:
        """Ask for a topic's partitions; longer next time if Kafka is there and says nothing."""
        found = find_partitions(consumer, topic, self._patience_s)
        if not found.led and not found.code and self._connection.up:
            self._patience_s = min(self._patience_s * 2, LONGEST_ASK_S)
        return found

    @property
    def _resolve_s(self) -> float:
        """How long a question for offsets waits: for all partitions, of several brokers."""
        return max(ASK_S * 4, self._patience_s * 2)

    @property
    def ended(self) -> bool:
        """Whether the thread has started and ended, for whatever reason."""
        return self._thread.ident is not None and not self._thread.is_alive()

    def _run(self) -> None:
        """Read until the end; after a failure, restart, so that one failure ends no show."""
        link, reason, tries = Link.STOPPED, "", 0
        try:
            while True:
                delivered = self._delivered
                try:
                    if self._consumer is None:  # it was let go, or could not be opened
                        self._open()
                    self._read_to_the_end(cast("Consumer", self._consumer))
                    break
                except Exception as error:
                    failed = self._failure(error)
                tries = 1 if self._delivered > delivered else tries + 1
                if self._no_restart.is_set():
                    break
                if tries > MOST_RESTARTS:
                    link, reason = Link.FAILED, failed
                    break
                self._remark(
                    message(
                        "Reading from Kafka failed ({reason}); it begins again where it was.",
                        reason=failed,
                    )
                )
                self._close_client()
                if self._no_restart.wait(min(RESTART_S * 2 ** (tries - 1), LONGEST_RESTART_S)):
                    break
        except Exception as error:  # not even letting go works
            link, reason = Link.FAILED, self._failure(error)
        finally:
            self._close_client()
            self._report_state(self._connection.on_end(link, reason, self._clock_ms()))

    def _close_client(self) -> None:
        """Close the client, if there is one: it may have failed between two."""
        consumer, self._consumer = self._consumer, None
        if consumer is not None:
            self._close(consumer)

    @abstractmethod
    def _read_to_the_end(self, consumer: Consumer) -> None:
        """Read on with a client that has just been opened, until the show ends."""

    def _close(self, consumer: Consumer) -> None:
        """Drop the client, and all state that depends on it."""
        consumer.close()

    @abstractmethod
    def _on_error(self, error: KafkaError) -> None:
        """Handle an error that the client reports about the connection or a topic."""

    @abstractmethod
    def _on_stats(self, text: str) -> None:
        """The client's statistics, as JSON."""

    def _serve_callbacks(self, consumer: Consumer) -> None:
        """Errors and statistics come only inside poll; some errors come as what it returns."""
        early = consumer.poll(POLL_S / 2)
        error = None if early is None else early.error()
        if error is not None:
            self._on_error(error)

    def _failure(self, error: Exception) -> str:
        """Report an unexpected failure: the show must be able to say what is wrong."""
        self._log.error("reading failed: %r", error)
        self._log.debug("where it failed", exc_info=error)
        told = error.args[0] if isinstance(error, KafkaException) else None
        return told.str() if isinstance(told, KafkaError) else f"{error!r}"

    def _remark(self, remark: Message) -> None:
        """Report something that is not a state of the connection."""
        self._log.warning("%s", remark)
        self._report_state(self._connection.on_remark(remark, self._clock_ms()))

    def _report_state(self, changed: bool) -> None:
        if not changed:
            return
        state = self._connection.state
        self._log.info("%s: %s", state.link, state.sentence)
        if self._on_state is not None:
            self._on_state(state)
