"""A recording written by a process of its own: for floods, when the windows need the interpreter.

Encoding a record takes 2 us of Python's lock, handing it over packed takes 0.2. Threads: the
*recorder thread* owns a :class:`RemoteWriter` and may wait for the process; the process has one
thread, which waits for the pipe and the disk, and ends the file and itself when the pipe ends.

Nothing is lost with the process: packed records are kept here until the file holds them before a
checkpoint, from which any other writer can continue.
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
"""With more than this not on the disk, the process is asked for a checkpoint."""

MOST_BYTES: Final = 16 << 20
"""With more than this it is waited for."""

MESSAGE_BYTES: Final = 1 << 20
"""Sent at once: after each call that waits, the thread has to win Python's lock again."""

ANSWER_S: Final = 5.0
"""A process that has not answered for this long counts as dead."""

LAST_S: Final = 0.5
"""...unless this process was stopped, too (Ctrl+Z): the answer gets one more moment."""

NICENESS: Final = 5
"""Behind the windows and far behind the music."""

_Message = list[bytes | list[Record]]
"""Records, each part packed or as it is where it cannot be packed."""

_pack: Final = msgspec.msgpack.Encoder().encode
_unpack: Final = msgspec.msgpack.Decoder(list[Record]).decode


class WriterGoneError(Exception):
    """The process has ended or does not answer; what was not in a checkpoint is in ``left``.

    The file can be continued at ``size_bytes``.
    """

    def __init__(self, size_bytes: int, left: list[list[Record]]) -> None:
        super().__init__("the process that writes the recording is gone")
        self.size_bytes = size_bytes
        self.left = left


@dataclass(frozen=True, slots=True)
class _CheckpointRequest:
    """Ask for a checkpoint; ``end``: nothing will follow."""

    end: bool = False


@dataclass(frozen=True, slots=True)
class _Checkpoint:
    """``messages`` batches of records are in the first ``size_bytes`` of the file.

    ``problem`` says why the rest is not; empty where nothing is wrong.
    """

    messages: int
    size_bytes: int
    problem: Message = NOTHING


class RemoteWriter:
    """Goes on with a recording in a process of its own.

    Parameters
    ----------
    path, size_bytes
        The file, and the checkpoint to continue from.

    Raises
    ------
    WriterGoneError
        By every method, once the process does not live or answer any more.
    RecordingError
        By :meth:`write_all`, :meth:`request_checkpoint` and :meth:`finish`, where the disk refuses.
        Nothing is lost then: the records are kept, and the next call tries again.
    """

    def __init__(self, path: Path, size_bytes: int) -> None:
        try:
            self._connection, theirs = SPAWN.Pipe()
        except OSError:
            raise WriterGoneError(size_bytes, []) from None
        self._size_bytes = size_bytes
        # What is not sent yet, and what was sent but may not be in the file yet.
        self._collected: _Message = []
        self._collected_bytes = 0
        self._unconfirmed: deque[tuple[_Message, int]] = deque()
        self._unconfirmed_bytes = 0
        self._requested_s: float | None = None
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
        """Collect records and send them together. Waits only where the process is far behind."""
        try:
            data = _pack(records)
            self._collected.append(data)
            self._collected_bytes += len(data)
        except UnicodeEncodeError:  # a header's name that is no Unicode text travels as it is
            self._collected.append(list(records))
            self._collected_bytes += 1_000 * len(records)
        if self._collected_bytes >= MESSAGE_BYTES:
            self._send_collected()
        if self._unconfirmed_bytes > MOST_BYTES:
            self._read_answer(ANSWER_S)
        if self._unconfirmed_bytes > CHECKPOINT_BYTES:
            self.request_checkpoint()

    def _send_collected(self) -> None:
        if not self._collected:
            return
        message, size_bytes = self._collected, self._collected_bytes
        self._unconfirmed.append((message, size_bytes))
        self._unconfirmed_bytes += size_bytes
        self._collected, self._collected_bytes = [], 0
        self._send(message)

    def request_checkpoint(self, *, wait: bool = False) -> None:
        """Ask for a checkpoint of everything so far; ``wait`` until it is on the disk."""
        self._read_answer(ANSWER_S if wait else 0.0)  # an earlier question's answer
        if self._requested_s is None:
            self._send_collected()
            self._requested_s = time.monotonic()
            self._send(_CheckpointRequest())
        if wait:
            self._read_answer(ANSWER_S)

    def finish(self) -> int:
        """Bring everything to the disk and end the process; returns the file's size.

        After a ``RecordingError`` the process lives on, and this can be tried again.
        """
        if self._requested_s is not None:
            self._read_answer(ANSWER_S)
        self._send_collected()
        self._requested_s = time.monotonic()
        self._send(_CheckpointRequest(end=True))
        self._read_answer(ANSWER_S)
        self._process.join(ANSWER_S)
        self._end_process()
        return self._size_bytes

    def abandon(self) -> WriterGoneError:
        """End the process at once; returns what was not in a checkpoint."""
        self._end_process()
        messages = [message for message, _ in self._unconfirmed] + [self._collected]
        left = [_records(part) for message in messages for part in message]
        self._unconfirmed.clear()
        self._collected = []
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
            raise self.abandon() from None
        finally:
            self._sending_s = None

    def _read_answer(self, wait_s: float) -> None:
        """Read the process's answer to the last request, if one is due."""
        if self._requested_s is None:
            return
        try:
            if not self._connection.poll(wait_s):
                if not wait_s and time.monotonic() - self._requested_s < ANSWER_S:
                    return
                if not self._connection.poll(LAST_S):
                    raise self.abandon()
            secured: _Checkpoint = self._connection.recv()
        except (EOFError, OSError):
            raise self.abandon() from None
        self._requested_s = None
        self._size_bytes = secured.size_bytes
        for _ in range(secured.messages):
            self._unconfirmed_bytes -= self._unconfirmed.popleft()[1]
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
        return  # the process that had the file open still has it
    try:
        _serve(connection, writer, size_bytes)
    except (EOFError, OSError):
        with suppress(RecordingError):
            writer.close()  # the parent is gone: leave a whole file


def _serve(connection: Connection, writer: RecordingWriter, size_bytes: int) -> None:
    batches = 0
    while True:
        message = connection.recv()
        if not isinstance(message, _CheckpointRequest):
            batches += 1
            with suppress(RecordingError):  # the writer keeps them; the next checkpoint says so
                writer.write_all([record for part in message for record in _records(part)])
            continue
        try:
            size_bytes = writer.checkpoint()
        except RecordingError as error:
            connection.send(_Checkpoint(0, size_bytes, error.said))
            continue
        connection.send(_Checkpoint(batches, size_bytes))
        batches = 0
        if message.end:
            return
