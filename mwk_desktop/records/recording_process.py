"""A recording written by a process of its own: for floods, when the windows need the interpreter.

Encoding a record takes 2 us of Python's lock, handing it over packed takes 0.2. Threads: the
*recorder thread* owns a :class:`RemoteWriter` and may wait for the process; the process has one
thread, which waits for the pipe and the disk, and ends the file and itself when the pipe ends.

Nothing is lost with the process: packed records are kept here until the file holds them before a
checkpoint, from which any other writer can go on.
"""

from __future__ import annotations

import signal
import time
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import msgspec

from mwk_desktop import platform
from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.platform.spawning import SPAWN
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingError, RecordingWriter

CHECKPOINT_BYTES: Final = 4 << 20
"""With more than this not on the disk, the process is asked to bring it there."""

MOST_BYTES: Final = 16 << 20
"""With more than this it is waited for."""

MESSAGE_BYTES: Final = 1 << 20
"""So much is handed over at once: after each call that waits, Python's lock has to be won again."""

ANSWER_S: Final = 5.0
"""A process that has not answered for so long is as good as dead."""

LAST_S: Final = 0.5
"""...unless this process was stopped, too (Ctrl+Z): a moment after all for the answer."""

NICENESS: Final = 5
"""Behind the windows and far behind the music."""

_Message = list[bytes | list[Record]]
"""Records, each part packed or as it is where it cannot be packed."""

_pack: Final = msgspec.msgpack.Encoder().encode
_unpack: Final = msgspec.msgpack.Decoder(list[Record]).decode


class WriterGoneError(Exception):
    """The process has ended or does not answer; what it had not secured is in ``left``.

    The file can be continued at ``size_bytes``.
    """

    def __init__(self, size_bytes: int, left: list[list[Record]]) -> None:
        super().__init__("the process that writes the recording is gone")
        self.size_bytes = size_bytes
        self.left = left


@dataclass(frozen=True, slots=True)
class _Secure:
    """Bring everything to the disk; ``end``: nothing will follow."""

    end: bool = False


@dataclass(frozen=True, slots=True)
class _Secured:
    """So many messages of records are in the first ``size_bytes`` of the file; why no more."""

    messages: int
    size_bytes: int
    problem: Message = NOTHING


class RemoteWriter:
    """Goes on with a recording in a process of its own.

    Parameters
    ----------
    path, size_bytes
        The file, and the checkpoint to go on from.

    Raises
    ------
    WriterGoneError
        By every method, once the process does not live or answer any more.
    RecordingError
        By :meth:`write_all`, :meth:`secure` and :meth:`end`, where the disk refuses: nothing is
        lost then, what was given is kept, the next call tries again.
    """

    def __init__(self, path: Path, size_bytes: int) -> None:
        try:
            self._connection, theirs = SPAWN.Pipe()
        except OSError:
            raise WriterGoneError(size_bytes, []) from None
        self._size_bytes = size_bytes
        # What waits to be handed over, and what was and the file may not hold yet.
        self._coming: _Message = []
        self._coming_bytes = 0
        self._kept: deque[tuple[_Message, int]] = deque()
        self._kept_bytes = 0
        self._asked_s: float | None = None
        self._sending_s: float | None = None
        self._process: Any = SPAWN.Process(
            target=main, args=(theirs, path, size_bytes), name="mwk-recorder", daemon=True
        )
        try:
            with platform.current.interrupts_blocked():
                self._process.start()
        except OSError:
            self._connection.close()
            raise WriterGoneError(size_bytes, []) from None
        finally:
            theirs.close()

    @property
    def pid(self) -> int | None:
        """Of the process."""
        pid: int | None = self._process.pid
        return pid

    def write_all(self, records: Sequence[Record]) -> None:
        """Take records; hand them over together. Waits only where the process is far behind."""
        try:
            data = _pack(records)
            self._coming.append(data)
            self._coming_bytes += len(data)
        except UnicodeEncodeError:  # a header's name that is no Unicode text travels as it is
            self._coming.append(list(records))
            self._coming_bytes += 1_000 * len(records)
        if self._coming_bytes >= MESSAGE_BYTES:
            self._hand_over()
        if self._kept_bytes > MOST_BYTES:
            self._listen(ANSWER_S)
        if self._kept_bytes > CHECKPOINT_BYTES:
            self.secure()

    def _hand_over(self) -> None:
        if not self._coming:
            return
        message, size_bytes = self._coming, self._coming_bytes
        self._kept.append((message, size_bytes))
        self._kept_bytes += size_bytes
        self._coming, self._coming_bytes = [], 0
        self._send(message)

    def secure(self, *, wait: bool = False) -> None:
        """Have everything so far brought to the disk; ``wait`` until it is there."""
        self._listen(ANSWER_S if wait else 0.0)  # an earlier question's answer
        if self._asked_s is None:
            self._hand_over()
            self._asked_s = time.monotonic()
            self._send(_Secure())
        if wait:
            self._listen(ANSWER_S)

    def end(self) -> int:
        """Bring everything to the disk and end the process; returns the file's size.

        After a ``RecordingError`` the process lives on, and this can be tried again.
        """
        if self._asked_s is not None:
            self._listen(ANSWER_S)
        self._hand_over()
        self._asked_s = time.monotonic()
        self._send(_Secure(end=True))
        self._listen(ANSWER_S)
        self._process.join(ANSWER_S)
        self._end_process()
        return self._size_bytes

    def give_up(self) -> WriterGoneError:
        """End the process at once; returns what it had not secured."""
        self._end_process()
        messages = [message for message, _ in self._kept] + [self._coming]
        left = [_records(part) for message in messages for part in message]
        self._kept.clear()
        self._coming = []
        return WriterGoneError(self._size_bytes, left)

    def kill_if_stuck(self) -> None:
        """End a process that does not read (any thread): its writer finds out and gives up."""
        since_s = self._sending_s
        if since_s is not None and time.monotonic() - since_s > ANSWER_S:
            self._process.kill()

    def kill(self) -> None:
        """End the process at once (any thread)."""
        self._process.kill()

    def _send(self, message: object) -> None:
        self._sending_s = time.monotonic()
        try:
            self._connection.send(message)
        except OSError:
            raise self.give_up() from None
        finally:
            self._sending_s = None

    def _listen(self, wait_s: float) -> None:
        """Take the process's answer to the last question, if there is one."""
        if self._asked_s is None:
            return
        try:
            if not self._connection.poll(wait_s):
                if not wait_s and time.monotonic() - self._asked_s < ANSWER_S:
                    return
                if not self._connection.poll(LAST_S):
                    raise self.give_up()
            secured: _Secured = self._connection.recv()
        except (EOFError, OSError):
            raise self.give_up() from None
        self._asked_s = None
        self._size_bytes = secured.size_bytes
        for _ in range(secured.messages):
            self._kept_bytes -= self._kept.popleft()[1]
        if secured.problem:
            raise RecordingError(secured.problem)

    def _end_process(self) -> None:
        self._connection.close()
        self._process.kill()
        self._process.join()


def _records(part: bytes | list[Record]) -> list[Record]:
    return _unpack(part) if isinstance(part, bytes) else part


def main(connection: Connection, path: Path, size_bytes: int) -> None:
    """The process: write what comes, until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is the other process's business
    platform.current.lower_priority(NICENESS)
    try:
        writer = RecordingWriter(path, continue_at=size_bytes)
    except RecordingError:
        return  # whoever had the file open until now still has it
    try:
        _serve(connection, writer, size_bytes)
    except (EOFError, OSError):
        with suppress(RecordingError):
            writer.close()  # nobody is there any more: the file is to be whole


def _serve(connection: Connection, writer: RecordingWriter, size_bytes: int) -> None:
    taken = 0
    while True:
        message = connection.recv()
        if not isinstance(message, _Secure):
            taken += 1
            with suppress(RecordingError):  # kept by the writer; who asks is told
                writer.write_all([record for part in message for record in _records(part)])
            continue
        try:
            size_bytes = writer.checkpoint()
        except RecordingError as error:
            connection.send(_Secured(0, size_bytes, error.said))
            continue
        connection.send(_Secured(taken, size_bytes))
        taken = 0
        if message.end:
            return
