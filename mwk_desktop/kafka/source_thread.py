"""What the sources share: a consumer, the thread that owns it, and what is told of the connection.

:meth:`SourceThread._run` is that thread; callbacks of the client come inside its ``poll`` and
``consume``, so on it too. ``state`` may be read by any thread.
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
from mwk_desktop.messages import Message, message

POLL_S: Final = 0.1
ASK_S: Final = 0.5
HOLD_S: Final = 0.02
"""A delivery that finds no room is offered again this often."""


MOST_RESTARTS: Final = 8
RESTART_S: Final = 0.5
LONGEST_RESTART_S: Final = 30.0
"""A source that fails begins again after half a second, then after twice as long each time; after
eight times with nothing delivered in between (a minute and a half) it ends."""


class SourceThread(ABC):
    """A consumer on a thread of its own.

    Parameters
    ----------
    properties
        ``[kafka]``.
    topic
        What sentences about the connection name; empty: none.
    name
        Of the thread.
    log
        Where the source says what happens.
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
            waits_for_topic=bool(topic),
        )
        self._stopping = threading.Event()
        self._no_restart = threading.Event()
        self._delivered = 0
        """Hand-overs so far: a failure that comes after one is not the same failure again."""
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
        """Let the thread end; False when it did not in time."""
        self._stopping.set()
        self._no_restart.set()
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    @property
    def ended(self) -> bool:
        """Whether the thread has come and gone, however that was."""
        return self._thread.ident is not None and not self._thread.is_alive()

    def _run(self) -> None:
        """Read until the end; what fails is begun again, so that one failure ends no show."""
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
        """Let go of the client, and of what is only true as long as there is one."""
        consumer.close()

    @abstractmethod
    def _on_error(self, error: KafkaError) -> None:
        """What the client says of the connection or of a topic."""

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
        """Whatever it is that failed: the show must hear of it in words."""
        self._log.error("reading failed: %r", error)
        self._log.debug("where it failed", exc_info=error)
        told = error.args[0] if isinstance(error, KafkaException) else None
        return told.str() if isinstance(told, KafkaError) else f"{error!r}"

    def _remark(self, remark: Message) -> None:
        """Say something that is no state of the connection."""
        self._log.warning("%s", remark)
        self._report_state(self._connection.on_remark(remark, self._clock_ms()))

    def _report_state(self, changed: bool) -> None:
        if not changed:
            return
        state = self._connection.state
        self._log.info("%s: %s", state.link, state.sentence)
        if self._on_state is not None:
            self._on_state(state)
