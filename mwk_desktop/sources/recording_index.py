"""Reads a recording by event time if the file is not in that order.

The index is three arrays, 20 bytes per record: the line's position, its length and its event time.
A compressed recording is first unpacked into an unnamed temporary file, because it cannot be read
from the middle; the operating system removes that file even after a crash. Runs on the caller's
thread and blocks on the disk.
"""

from __future__ import annotations

import tempfile
import weakref
from collections.abc import Iterator
from typing import BinaryIO, Final, cast

import numpy as np
import numpy.typing as npt

from mwk_desktop.messages import message
from mwk_desktop.records.envelope import EnvelopeLine, read_line, read_lines, strict_heads
from mwk_desktop.records.line_reader import LineReader, RecordingError, open_recording, unreadable
from mwk_desktop.records.tweet_decoding import ValueDecoder, are_event_times
from mwk_desktop.sources.recording_plan import RecordingPlan
from mwk_desktop.sources.recording_survey import Progress, own_event_ms

# Lines decoded together, so that their text stays in the processor's cache.
_GROUP: Final = 512

_Longs = npt.NDArray[np.int64]


class EventIndex:
    """The order of a recording by (event time, partition, offset).

    A record without a time gets the event time of the record before it in its partition; at the
    start of a partition, the smallest event time in the file.

    Parameters
    ----------
    plan
        The result of :func:`mwk_desktop.sources.recording_plan.prepare_recording`.
    progress
        Called about once per megabyte with (bytes read, total bytes).
    schemas
        Decodes values with a schema, for the times of records without one.

    Raises
    ------
    RecordingError
        If the recording cannot be read any more, or there is no room to unpack it.
    """

    def __init__(
        self,
        plan: RecordingPlan,
        progress: Progress | None = None,
        schemas: ValueDecoder | None = None,
    ) -> None:
        self._plan = plan
        self._schemas = schemas
        packed = plan.path.suffix in (".gz", ".zst")
        self._file: BinaryIO = _scratch_file() if packed else open_recording(plan.path)
        # Closes the file even if the source is not closed.
        self._close = weakref.finalize(self, self._file.close)
        self._last_ms: dict[int, int] = {}
        parts: list[tuple[_Longs, ...]] = []
        reader = LineReader(plan.path, plan.size_bytes)
        for chunk in reader.chunks():
            parts.append(self._heads(chunk, reader.position))
            if packed:
                self._spool(chunk)
            if progress is not None:
                progress(reader.bytes_read, reader.size_bytes)
        columns = [np.concatenate(column) for column in zip(*parts, strict=True)]
        starts, lengths, events_ms, partitions, offsets = columns
        order = np.lexsort((offsets, partitions, events_ms))
        self._starts = starts[order]
        self._lengths = lengths[order].astype(np.uint32)
        self._events_ms = events_ms[order]

    def close(self) -> None:
        """Close the file (a temporary one is deleted)."""
        self._close()

    def groups(
        self, *, full: bool = False
    ) -> Iterator[tuple[list[EnvelopeLine | None], list[int]]]:
        """Yield lines with their event times (ms), in order; with ``full``, complete lines.

        A line is None if the file has changed since and the line is no longer a record.
        """
        for first in range(0, len(self._starts), _GROUP):
            stop = first + _GROUP
            places = zip(
                self._starts[first:stop].tolist(), self._lengths[first:stop].tolist(), strict=True
            )
            raws = [self._read(start, length) for start, length in places]
            lines = read_lines(b"\n".join(raws), full=full)
            if len(lines) != len(raws):
                lines = [read_line(raw) for raw in raws]
            yield lines, self._events_ms[first:stop].tolist()

    def _read(self, start: int, length: int) -> bytes:
        try:
            self._file.seek(start)
            return self._file.read(length) or b""
        except OSError as error:
            raise unreadable(self._plan.path, error) from None

    def _spool(self, chunk: memoryview) -> None:
        try:
            written = 0
            while written < len(chunk):
                written += self._file.write(chunk[written:])
        except OSError as error:
            text = message(
                "{path} is out of order and there is no room to unpack it in {folder} ({reason}): "
                "unpack it yourself",
                path=str(self._plan.path),
                folder=tempfile.gettempdir(),
                reason=error.strerror or "",
            )
            raise RecordingError(text) from None

    def _heads(self, chunk: memoryview, position: int) -> tuple[_Longs, ...]:
        """Columns (start, length, event ms, partition, offset) of the chunk's input records."""
        ends = np.flatnonzero(np.frombuffer(chunk, np.uint8) == 0x0A)
        if chunk[-1] != 0x0A:
            ends = np.append(ends, len(chunk))
        starts = np.concatenate((np.zeros(1, np.int64), ends[:-1] + 1))
        topic = self._plan.topic
        try:
            heads = strict_heads(chunk)
        except (ValueError, RecursionError):
            return self._heads_one_by_one(chunk, starts, ends, position)
        if len(heads) != len(starts) or not are_event_times([head.ts for head in heads]):
            return self._heads_one_by_one(chunk, starts, ends, position)
        chosen = np.array([head.topic == topic for head in heads])
        heads = [head for head in heads if head.topic == topic]
        if self._plan.timeless:
            for head in heads:
                self._last_ms[head.partition] = head.ts
        return (
            starts[chosen] + position,
            (ends - starts)[chosen],
            np.array([head.ts for head in heads], np.int64),
            np.array([head.partition for head in heads], np.int64),
            np.array([head.offset for head in heads], np.int64),
        )

    def _heads_one_by_one(
        self, chunk: memoryview, starts: _Longs, ends: _Longs, position: int
    ) -> tuple[_Longs, ...]:
        rows = []
        for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
            line = read_line(bytes(chunk[start:end]))
            if line is None or line.topic != self._plan.topic:
                continue
            event_ms = own_event_ms(line, -1, self._schemas)
            if event_ms is None:
                event_ms = self._last_ms.get(line.partition, self._plan.first_event_ms or 0)
            self._last_ms[line.partition] = event_ms
            rows.append((start + position, end - start, event_ms, line.partition, line.offset))
        table = np.array(rows, np.int64).reshape(-1, 5)
        return tuple(table.T)


def _scratch_file() -> BinaryIO:
    try:
        return cast("BinaryIO", tempfile.TemporaryFile(buffering=0))
    except OSError as error:
        text = message(
            "{folder}: no room to unpack a recording ({reason})",
            folder=tempfile.gettempdir(),
            reason=error.strerror or "",
        )
        raise RecordingError(text) from None
