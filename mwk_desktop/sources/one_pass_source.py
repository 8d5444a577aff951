"""Replays a recording in one pass, if it is already in event order.

Most recordings were printed in order by one consumer. Preparing them takes a third of the replay's
time, so this source starts at once and checks on the way what the preparation would find. It raises
:class:`PreparationNeeded` at the first line that needs it: a record out of order, a time of
arrival, a decision of a show, a schema, a record without a time, or an unreadable line. The caller
then discards the result and starts again with a :class:`RecordingSource`.

No thread and no clock, as in that class.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np

from mwk_desktop.records.envelope import EnvelopeLine, read_lines
from mwk_desktop.records.line_reader import LineReader
from mwk_desktop.records.recording_writer import is_copy_start
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas
from mwk_desktop.sources.batch_builder import BatchBuilder
from mwk_desktop.sources.recording_plan import RecordingPlan
from mwk_desktop.sources.recording_source import BATCH_SIZE, RecordingSource, Step
from mwk_desktop.sources.recording_survey import Progress, show_line
from mwk_desktop.topics import INPUT_TOPIC, SCHEMAS_TOPIC, SHOW_TOPIC
from mwk_desktop.units import EARLIEST_EVENT_MS, LATEST_EVENT_MS


class PreparationNeeded(Exception):  # noqa: N818  (no error: the file is fine, the short way is not)
    """The recording must be prepared before it is replayed."""


class OnePassSource(RecordingSource):
    """A :class:`RecordingSource` in event order that was not prepared.

    Its plan holds the topic and the first event time; ``records`` is an estimate from the first
    chunk, good enough for a progress bar.
    """

    def __init__(
        self, path: Path, topic: str | None = None, schemas: ValueSchemas = NO_SCHEMAS
    ) -> None:
        super().__init__(path, topic, schemas=schemas)
        self._first: RecordingPlan | None = None

    def prepare(self, progress: Progress | None = None) -> RecordingPlan:
        """Read the first chunk only.

        Raises
        ------
        PreparationNeeded
            If the first chunk shows that one pass is not enough.
        RecordingError
            If the file cannot be read.
        """
        del progress  # nothing here takes long
        if self._first is None:
            self._first = self._read_first_chunk()
        return self._first

    def _read_first_chunk(self) -> RecordingPlan:
        reader = LineReader(self.path)
        chunks = reader.chunks()
        try:
            chunk = next(chunks, None)
            if chunk is None:
                raise PreparationNeeded("nothing in it")
            lines = read_lines(chunk)
            wanted = self.topic or INPUT_TOPIC
            first = lines[0] if lines else None
            is_copy = first is not None and _is_copy_start(first)
            ours = [line for line in lines if line is not None and line.topic == wanted]
            if not ours:
                raise PreparationNeeded("another topic")
            times = [line.ts for line in ours]
            return RecordingPlan(
                path=self.path,
                size_bytes=reader.size_bytes,
                topic=wanted,
                order="event",
                in_order=True,
                records=max(len(lines), len(lines) * reader.size_bytes // max(1, len(chunk))),
                unreadable=0,
                timeless=0,
                topics={},
                first_event_ms=min(times),
                last_event_ms=max(times),
                start=None,
                warnings=(),
                is_copy=is_copy,
            )
        finally:
            close = getattr(chunks, "close", None)
            if close is not None:
                close()

    def steps(self, batch_size: int = BATCH_SIZE) -> Iterator[Step]:
        """Yield the recording from its beginning, in batches of at most this size.

        A batch is what one chunk of the file holds, counted while a core's cache still holds it;
        batches of one size would need lists joined and cut for every chunk.

        Raises
        ------
        PreparationNeeded
            If a line needs preparation; what was yielded before must be discarded.
        """
        plan = self.prepare()
        builder = BatchBuilder(
            plan,
            keep_places=self.keep_places,
            keep_sources=self.keep_sources,
            schemas=self._schemas.decoder(),
        )
        ties = _Ties()
        reader = LineReader(plan.path, plan.size_bytes)
        for chunk in reader.chunks():
            ours = ties.sorted(self._checked(read_lines(chunk), plan))
            for first in range(0, len(ours), batch_size):
                yield builder.build_batch(ours[first : first + batch_size])
        if reader.tear or reader.oversized:
            raise PreparationNeeded("lines that cannot be read")
        for first in range(0, len(ties.held), batch_size):
            yield builder.build_batch(ties.held[first : first + batch_size])

    def _checked(self, lines: list[EnvelopeLine | None], plan: RecordingPlan) -> list[EnvelopeLine]:
        """The topic's lines; raises if the file holds anything else that matters."""
        if not all(lines):
            raise PreparationNeeded("lines that cannot be read")
        readable = cast("list[EnvelopeLine]", lines)
        if not readable:
            return readable
        topics = {line.topic for line in readable}
        topic = plan.topic
        if SCHEMAS_TOPIC in topics:
            raise PreparationNeeded("schemas")
        if plan.is_copy:
            # A copy's arrival times are useless, and this line says only that it is a copy.
            if not all(_is_copy_start(line) for line in readable if line.topic == SHOW_TOPIC):
                raise PreparationNeeded("a show's decisions")
        elif SHOW_TOPIC in topics or max([line.arrival_ms for line in readable]) >= 0:
            raise PreparationNeeded("times of arrival, or a show's decisions")
        if len(topics) > 1 or topic not in topics:
            readable = [line for line in readable if line.topic == topic]
        return readable


def _is_copy_start(line: EnvelopeLine) -> bool:
    return line.topic == SHOW_TOPIC and is_copy_start(show_line(line))


class _Ties:
    """Sorts records of the same millisecond by partition and offset.

    Partitions in one file interleave as the consumer fetched them. As long as time never falls,
    only records of the same millisecond need sorting. The last millisecond of a chunk waits for the
    next chunk, which may continue it.
    """

    def __init__(self) -> None:
        self.held: list[EnvelopeLine] = []

    def sorted(self, lines: list[EnvelopeLine]) -> list[EnvelopeLine]:
        """All lines before the last millisecond of ``lines``, in order.

        Raises
        ------
        PreparationNeeded
            If time falls, or a record has no time.
        """
        lines = self.held + lines
        if not lines:
            return lines
        times = np.array([line.ts for line in lines], np.int64)
        steps = np.diff(times)
        if times[0] < EARLIEST_EVENT_MS or times[-1] > LATEST_EVENT_MS:
            raise PreparationNeeded("records without a time")
        if steps.size and int(steps.min()) < 0:
            raise PreparationNeeded("out of order")
        if not steps.all():
            partitions = np.array([line.partition for line in lines], np.int64)
            offsets = np.array([line.offset for line in lines], np.int64)
            tied = steps == 0
            lower = np.diff(partitions) < 0
            lower |= (np.diff(partitions) == 0) & (np.diff(offsets) < 0)
            if (tied & lower).any():
                order = np.lexsort((offsets, partitions, times)).tolist()
                lines = [lines[index] for index in order]
        keep = int(np.searchsorted(times, times[-1]))
        self.held = lines[keep:]
        return lines[:keep]
