"""Sends commands to an engine process without waiting for it.

A small command goes out at once where the pipe has room. Else it waits for a thread that writes, so
that an engine which reads late, or has been stopped, delays nobody and still gets every command in
order.
"""

from __future__ import annotations

import contextlib
import pickle
import threading
from collections import deque
from typing import Final, Protocol

from mwk_desktop import platform
from mwk_desktop.engine.engine_commands import EngineCommand

DIRECT_BYTES: Final = 2048
"""Up to this size a command fits into a pipe that accepts data; a longer one may block."""


class WritableConnection(Protocol):
    """What is needed of a connection; Windows' pipes have another class than other systems'."""

    def fileno(self) -> int: ...

    def send_bytes(self, _data: bytes, /) -> None: ...


class CommandPipe:
    """The parent's end of the pipe to one engine process.

    Parameters
    ----------
    connection : WritableConnection
        Closed by its owner, after :meth:`join`.
    """

    def __init__(self, connection: WritableConnection) -> None:
        self._connection = connection
        self._lock = threading.Lock()
        self._waiting: deque[bytes] = deque()
        self._writer: threading.Thread | None = None

    def send(self, command: EngineCommand) -> None:
        """Send a command, or keep it until the engine reads (any thread; never waits for it).

        What cannot be sent because the engine has died is dropped: the plans that its replacement
        gets contain it.
        """
        data = pickle.dumps(command, pickle.HIGHEST_PROTOCOL)
        with self._lock:
            if not self._waiting and len(data) <= DIRECT_BYTES:
                with contextlib.suppress(OSError, ValueError):
                    if platform.current.can_write(self._connection.fileno()):
                        self._connection.send_bytes(data)
                        return
            self._waiting.append(data)
            if self._writer is None:
                self._writer = threading.Thread(
                    target=self._write_waiting, name="mwk-engine-commands", daemon=True
                )
                self._writer.start()

    def join(self) -> None:
        """Wait for the writer's end; call it when the engine's process has ended."""
        with self._lock:
            writer = self._writer
        if writer is not None:
            writer.join()

    def _write_waiting(self) -> None:
        """Write what waits, and end (the writer thread; may wait for the engine)."""
        while True:
            with self._lock:
                if not self._waiting:
                    self._writer = None
                    return
                data = self._waiting[0]
            try:
                self._connection.send_bytes(data)
            except (OSError, ValueError):
                with self._lock:
                    self._waiting.clear()
                continue
            with self._lock:
                self._waiting.popleft()
