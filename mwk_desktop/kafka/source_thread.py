"""What the sources share: a consumer, the thread that owns it, and what is told of the connection.

:meth:`SourceThread._run` is that thread; callbacks of the client come inside its ``poll`` and
``consume``, so on it too. ``state`` may be read by any thread.
"""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import Any, Final

from confluent_kafka import Consumer, KafkaError, KafkaException

from mwk_desktop.kafka.client_settings import PropertyValue, servers_of
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.connection import ConnectionState, ConnectionTracker, Link

POLL_S: Final = 0.1
ASK_S: Final = 0.5
HOLD_S: Final = 0.02
"""A delivery that finds no room is offered again this often."""


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
        self._connection = ConnectionTracker(servers_of(properties), topic, clock_ms())
        self._stopping = threading.Event()
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
        if self._thread.ident is not None:
            self._thread.join(timeout_s)
        return not self._thread.is_alive()

    @abstractmethod
    def _run(self) -> None:
        """The thread."""

    @abstractmethod
    def _on_error(self, error: KafkaError) -> None:
        """What the client says of the connection or of a topic."""

    @abstractmethod
    def _on_stats(self, text: str) -> None:
        """The client's statistics, as JSON."""

    def _failure(self, error: Exception) -> tuple[Link, str]:
        """The end of the thread by whatever it is: the show must hear of it in words."""
        self._log.error("the source thread ended: %r", error)
        self._log.debug("where it ended", exc_info=error)
        told = error.args[0] if isinstance(error, KafkaException) else None
        return Link.FAILED, told.str() if isinstance(told, KafkaError) else f"{error!r}"

    def _report_state(self, changed: bool) -> None:
        if not changed:
            return
        state = self._connection.state
        self._log.info("%s: %s", state.link, state.sentence)
        if self._on_state is not None:
            self._on_state(state)
