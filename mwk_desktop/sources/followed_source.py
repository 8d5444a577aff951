"""What every source that follows a network shares: its state, its figures, its end.

Threads: the source's own thread changes them; :attr:`FollowedSource.state` and
:attr:`FollowedSource.figures` may be read on any thread and never wait.
"""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from typing import Any, Final, Generic, TypeVar

from mwk_desktop.messages import Message, message
from mwk_desktop.sources.status_source import Put, StatusMessage, StatusSourceState

STOP_S: Final = 5.0

ENDED_BY_STOP: Final = "stopped"
ENDED_BY_REFUSAL: Final = "refused"
ENDED_BY_BUG: Final = "bug"


@dataclass(frozen=True, slots=True)
class FollowFigures:
    """What was received.

    ``posts`` came and ``sent`` of them were passed on; ``duplicates`` came again, ``unreadable``
    were no posts. ``connections`` counts how often the stream was open. ``ended``: why the source
    has ended (empty if it has not).
    """

    posts: int = 0
    sent: int = 0
    duplicates: int = 0
    unreadable: int = 0
    connections: int = 0
    ended: str = ""


@dataclass(frozen=True, slots=True)
class NetworkFigures(FollowFigures):
    """What was received; ``edited`` and ``deleted`` are changes of earlier posts (an edit is no new
    vote)."""

    edited: int = 0
    deleted: int = 0


_log = logging.getLogger(__name__)

Figures = TypeVar("Figures", bound=FollowFigures)


class FollowedSource(ABC, Generic[Figures]):
    """A :class:`~mwk_desktop.sources.status_source.StatusSource` with a thread that follows a
    network.

    A subclass follows the network in :meth:`_follow`, and says there why it ends (:meth:`_end`).

    Parameters
    ----------
    thread_name
        The name of its thread.
    network
        The network's name, for people.
    figures
        The figures at the beginning.
    """

    def __init__(self, thread_name: str, network: str, figures: Figures) -> None:
        self._thread_name = thread_name
        self._network = network
        self._put: Put = lambda _message: False
        self._stopping = threading.Event()
        self._ended = threading.Event()
        self._figures = figures
        self._state = StatusSourceState()
        self._thread: threading.Thread | None = None

    # -- any thread -------------------------------------------------------------------------

    @property
    def state(self) -> StatusSourceState:
        """The current state; never waits."""
        return self._state

    @property
    def figures(self) -> Figures:
        """What was received; never waits."""
        return self._figures

    def wait_ended(self, timeout_s: float) -> bool:
        """Wait until the source has ended by itself or by :meth:`stop`."""
        return self._ended.wait(timeout_s)

    def stop(self) -> None:
        """End the connection and the thread; waits at most a few seconds."""
        self._stopping.set()
        self._interrupt()
        if self._thread is not None:
            self._thread.join(timeout=STOP_S)

    def _interrupt(self) -> None:
        """End what the thread waits for (any thread)."""

    @abstractmethod
    def start(self, put: Put) -> None:
        """Connect and pass every post to ``put``; returns at once."""

    # -- the source's thread ----------------------------------------------------------------

    def _start_thread(self, put: Put) -> None:
        self._put = put
        self._thread = threading.Thread(target=self._run, name=self._thread_name, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._follow()
        except Exception as error:  # a bug: the show continues without the network and reports it
            _log.exception("following %s failed", self._network)
            what = message(
                "Following {network} failed ({error}).",
                network=self._network,
                error=type(error).__name__,
            )
            self._end("failed", what, ENDED_BY_BUG)
        finally:
            self._ended.set()

    @abstractmethod
    def _follow(self) -> None:
        """Pass posts on until :meth:`stop`, or until going on makes no sense."""

    def _send(self, record: StatusMessage) -> bool:
        """Offer a message until the queue has room; False: the source ends."""
        while not self._put(record):
            if self._stopping.is_set():
                return False
        return True

    def _count(self, **more: int) -> None:
        now = self._figures
        counted: dict[str, Any] = {key: getattr(now, key) + n for key, n in more.items()}
        self._figures = replace(now, **counted)
        self._state = replace(self._state, messages=self._figures.sent)

    def _set_state(self, link: str, detail: Message) -> None:
        self._state = StatusSourceState(link, detail, self._figures.sent)

    def _end(self, link: str, detail: Message, why: str) -> None:
        self._figures = replace(self._figures, ended=why)
        self._set_state(link, detail)
