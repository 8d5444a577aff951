"""Sends a source's messages to the current show: into Kafka, or straight into the show.

Threads: a worker's thread and the thread that starts and ends shows open and close an outlet; the
source's thread calls :meth:`MessageOutlet.put`. Closing waits for Kafka, :data:`CLOSE_S` at most.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.messages import message, message_of
from mwk_desktop.sources.status_source import PutMany, ShowInlet, StatusMessage, one_by_one

if TYPE_CHECKING:
    from mwk_desktop.app.workers.kafka_inlet import KafkaInlet

CLOSE_S: Final = 2.0
"""At its end a show waits this long for messages that Kafka has not acknowledged."""


@dataclass(frozen=True, slots=True)
class _Target:
    """One show's receiver of messages (None: they are dropped), and the inlet into Kafka."""

    show: RunningShow
    put_many: PutMany | None
    kafka: KafkaInlet | None = None


class MessageOutlet:
    """Sends one source's messages to the running show.

    Parameters
    ----------
    what
        What these messages are, for the line about lost ones: "votes of the page".
    client_id
        The producer's name in Kafka's logs.
    partition
        Marks these messages in the recording of a show without Kafka.
    """

    def __init__(self, what: str, client_id: str, partition: int) -> None:
        self._what = what
        self._client_id = client_id
        self._partition = partition
        self._target: _Target | None = None
        self._opening = threading.Lock()

    @property
    def is_open(self) -> bool:
        """Whether messages have somewhere to go (any thread)."""
        return self._target is not None

    @property
    def link(self) -> Link:
        """The connection to Kafka; "connected" if none is needed (any thread)."""
        target = self._target
        return Link.CONNECTED if target is None or target.kafka is None else target.kafka.state.link

    def open(self, show: Callable[[], RunningShow | None]) -> None:
        """Open it for the show that ``show`` returns, unless it already is.

        Messages during a replay are dropped: they do not belong to it.

        Raises
        ------
        KafkaSettingError
            A property of ``[kafka]`` is refused.
        """
        with self._opening:
            running, target = show(), self._target
            if running is None or (target is not None and target.show is running):
                return
            self._target = self._target_of(running)
        self._close(target)

    def close(self) -> None:
        """Close it once its messages have reached Kafka; lost ones are reported on stderr."""
        with self._opening:
            target, self._target = self._target, None
        self._close(target)

    def put(self, message: StatusMessage) -> bool:
        """Send a message (any thread); False: no place now, offer it again."""
        return self.put_many((message,)) == 1

    def put_many(self, messages: Sequence[StatusMessage]) -> int:
        """Send messages together; returns how many had a place now (any thread)."""
        target = self._target
        if target is None:
            return 0
        return len(messages) if target.put_many is None else target.put_many(messages)

    def _target_of(self, running: RunningShow) -> _Target:
        if running.kind == "replay":
            return _Target(running, None)
        if not running.kafka:
            thread = running.thread
            inlet_of_show = ShowInlet(
                thread.put, partition=self._partition, now_ms=lambda: thread.snapshot().t_ms
            )
            return _Target(running, inlet_of_show.put_many)
        # Late: a show without Kafka does not load its client.
        from mwk_desktop.app.workers.kafka_inlet import KafkaInlet

        inlet = KafkaInlet(running.kafka, running.topic, client_id=self._client_id)
        inlet.start()
        return _Target(running, one_by_one(inlet), inlet)

    def _close(self, target: _Target | None) -> None:
        if target is None or target.kafka is None:
            return
        from mwk_desktop.kafka.tweet_producer import ProduceError  # late: as above

        try:
            target.kafka.close(CLOSE_S)
        except ProduceError as error:
            print_stderr(message("{what}: {problem}", what=self._what, problem=message_of(error)))
