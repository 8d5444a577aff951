"""Writes a recording in a separate process: for floods, when the windows need the interpreter.

Encoding a record holds Python's lock for 2 us, sending it packed for 0.2 us. Threads: the *recorder
thread* owns a :class:`RemoteWriter` and may wait for the process. The process has one thread, which
waits for the pipe and the disk; when the pipe ends, it completes the file and exits.

If the process dies, nothing is lost: packed records are kept here until a checkpoint includes them,
and any other writer can continue from that checkpoint.
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
from mwk_desktop.platform.spawning import SPAWN, start_process
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingError, RecordingWriter

CHECKPOINT_BYTES: Final = 4 << 20
"""Bytes not yet on disk that trigger a checkpoint request."""

MOST_BYTES: Final = 16 << 20
"""Bytes not yet on disk beyond which the writer waits for the process."""

MESSAGE_BYTES: Final = 1 << 20
"""Bytes sent at once: after each blocking call the thread has to get Python's lock again."""

ANSWER_S: Final = 5.0
"""Seconds without an answer after which the process counts as dead."""

LAST_S: Final = 0.5
"""Extra seconds for the answer, in case this process was stopped too (Ctrl+Z)."""

NICENESS: Final = 5
"""Lower priority than the windows, and much lower than the music."""

_Message = list[bytes | list[Record]]
"""Records in parts: packed, or plain if they cannot be packed."""

_pack: Final = msgspec.msgpack.Encoder().encode
_unpack: Final = msgspec.msgpack.Decoder(list[Record]).decode


class WriterGoneError(Exception):
    """The process has ended or does not answer; ``left`` holds the records that no checkpoint
    includes.

    The file can be continued at ``size_bytes``.
    """

    def __init__(self, size_bytes: int, left: list[list[Record]]) -> None:
        super().__init__("the process that writes the recording is gone")
        self.size_bytes = size_bytes
        self.left = left


@dataclass(frozen=True, slots=True)
class _CheckpointRequest:
    """Requests a checkpoint; ``end``: nothing will follow."""

    end: bool = False


@dataclass(frozen=True, slots=True)
class _Checkpoint:
    """``messages`` batches of records are in the first ``size_bytes`` of the file.

    ``problem`` says why the rest is not; empty if nothing is wrong.
    """

    messages: int
    size_bytes: int
    problem: Message = NOTHING


class RemoteWriter:
    """Continues a recording in a separate process.

    Parameters
    ----------
    path, size_bytes
        The file, and the checkpoint to continue from.

    Raises
    ------
    WriterGoneError
        By every method, once the process has died or does not answer.
    RecordingError
        By :meth:`write_all`, :meth:`request_checkpoint` and :meth:`finish`, if writing fails. The
        records are kept, and the next call tries again.
    """

    def __init__(self, path: Path, size_bytes: int) -> None:
        try:
            self._connection, theirs = SPAWN.Pipe()
        except OSError:
            raise WriterGoneError(size_bytes, []) from None
        self._size_bytes = size_bytes
        # Records not sent yet, and records sent but perhaps not in the file yet.
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
            start_process(self._process)
        except OSError:
            self._connection.close()
            raise WriterGoneError(size_bytes, []) from None
        finally:
            theirs.close()

    @property
    def pid(self) -> int | None:
        """The id of the process."""
        pid: int | None = self._process.pid
        return pid

    def write_all(self, records: Sequence[Record]) -> None:
        """Collect records and send them together. Waits only if the process is far behind."""
        try:
            data = _pack(records)
            self._collected.append(data)
            self._collected_bytes += len(data)
        except UnicodeEncodeError:  # a header name is not Unicode: send unpacked
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
        """Request a checkpoint of all records so far; with ``wait``, wait until it is on disk."""
        self._read_answer(ANSWER_S if wait else 0.0)  # the answer to an earlier request
        if self._requested_s is None:
            self._send_collected()
            self._requested_s = time.monotonic()
            self._send(_CheckpointRequest())
        if wait:
            self._read_answer(ANSWER_S)

    def finish(self) -> int:
        """Write everything to disk and end the process; returns the file's size in bytes.

        After a ``RecordingError`` the process is still alive and this can be called again.
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
        """End the process at once; the result holds the records that no checkpoint includes."""
        self._end_process()
        messages = [message for message, _ in self._unconfirmed] + [self._collected]
        left = [_records(part) for message in messages for part in message]
        self._unconfirmed.clear()
        self._collected = []
        return WriterGoneError(self._size_bytes, left)

    def kill_if_stuck(self) -> None:
        """Kill a process that does not read (any thread); its writer notices and gives up."""
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
    """Runs in the process: write what arrives until the pipe ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent process handles Ctrl+C
    platform.current.lower_priority(NICENESS)
    try:
        writer = RecordingWriter(path, continue_at=size_bytes)
    except RecordingError:
        return  # another process still has the file open
    try:
        _serve(connection, writer, size_bytes)
    except (EOFError, OSError):
        with suppress(RecordingError):
            writer.close()  # the parent is gone: leave a complete file


def _serve(connection: Connection, writer: RecordingWriter, size_bytes: int) -> None:
    batches = 0
    while True:
        message = connection.recv()
        if not isinstance(message, _CheckpointRequest):
            batches += 1
            for part in message:
                with suppress(RecordingError):  # records are kept; the next checkpoint reports it
                    writer.write_all(_records(part))
            continue
        try:
            size_bytes = writer.checkpoint()
        except RecordingError as error:
            connection.send(_Checkpoint(0, size_bytes, error.message))
            continue
        connection.send(_Checkpoint(batches, size_bytes))
        batches = 0
        if message.end:
            return
