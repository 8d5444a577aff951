"""A recorded topic as a source: the same records give the same batches every time.

No thread and no clock: the caller iterates on its own thread, as fast as it wants, and waits only
for the disk.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import msgspec

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.envelope import EnvelopeLine, line_arrival_ms, read_lines
from mwk_desktop.records.line_reader import LineReader, RecordingError
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas
from mwk_desktop.sources.batch_builder import BatchBuilder, BatchResizer
from mwk_desktop.sources.recording_index import EventIndex
from mwk_desktop.sources.recording_plan import Order, RecordingPlan, prepare_recording
from mwk_desktop.sources.recording_survey import Progress, show_line
from mwk_desktop.topics import SHOW_TOPIC

__all__ = [
    "Order",
    "RecordingError",
    "RecordingPlan",
    "RecordingSource",
    "ShowRecord",
    "Step",
]

BATCH_SIZE: Final = 512
"""Records per batch: large enough to make the cost per batch negligible, small enough that its
tweets are still in the processor's cache when counted (4096 made decoding plus counting 7 %
slower)."""


class ShowRecord(msgspec.Struct, frozen=True, gc=False):
    """A decision of the recorded show; ``line["type"]`` is its kind."""

    line: dict[str, Any]
    arrival_ms: int


Step = Batch | ShowRecord


class RecordingSource:
    """A recording that every call of :meth:`steps` replays from the beginning.

    Parameters
    ----------
    path
        ``.jsonl``, ``.gz``, ``.zst``: the envelope of ``kcat -C -J``, one record a line.
    topic
        The input topic; None for ``twitter_json`` or else the only topic in the file that is not
        ours.
    keep_records
        Also put the raw records into the batches (an empty record for an unreadable line).
    schemas
        What is known about the schemas of the values, besides those in the file.

    Attributes
    ----------
    keep_places, keep_sources : bool
        Also put each record's partition and offset, or the program with which it was posted, into
        the batches; set them before :meth:`steps`.
    """

    def __init__(
        self,
        path: Path,
        topic: str | None = None,
        *,
        keep_records: bool = False,
        schemas: ValueSchemas = NO_SCHEMAS,
    ) -> None:
        self.path = path
        self.topic = topic
        self._schemas = schemas
        self.keep_records = keep_records
        self.keep_places = self.keep_sources = False
        self._plan: RecordingPlan | None = None
        self._index: EventIndex | None = None

    def prepare(self, progress: Progress | None = None) -> RecordingPlan:
        """Find out what the recording holds. The first call reads all of it, later calls read
        nothing.

        Parameters
        ----------
        progress
            Called about once per megabyte with (bytes read, total bytes). A file that must be
            sorted is read twice; from the second pass on the total counts both passes.

        Raises
        ------
        RecordingError
            If it cannot be read, holds no record, or it is unclear which topic is meant.
        """
        if self._plan is None:
            plan = prepare_recording(self.path, self.topic, progress, self._schemas)
            if plan.order == "event" and not plan.in_order and plan.records > plan.unreadable:
                decoder = self._schemas.decoder(plan.schemas)
                self._index = EventIndex(plan, _second_half(progress), decoder)
            self._plan = plan
        return self._plan

    def close(self) -> None:
        """Close all files. The source must not be used afterwards."""
        if self._index is not None:
            self._index.close()

    def steps(self, batch_size: int = BATCH_SIZE) -> Iterator[Step]:
        """Yield the recording from its beginning, in the order of its plan.

        Batches hold ``batch_size`` entries, fewer before a :class:`ShowRecord` and at the end. In
        order ``event`` there are no show records, event times never fall, and unreadable lines come
        last. In the other orders all entries come in file order and ``arrivals_ms`` is filled and
        never falls. Several iterations may run one after another.

        Raises
        ------
        RecordingError
            If the file cannot be read any more.
        """
        plan = self.prepare()
        builder = BatchBuilder(
            plan,
            keep_records=self.keep_records,
            keep_places=self.keep_places,
            keep_sources=self.keep_sources,
            schemas=self._schemas.decoder(plan.schemas),
        )
        resizer = BatchResizer(batch_size)
        if plan.order == "event":
            yield from self._by_event_time(plan, builder, resizer)
        else:
            yield from self._in_file_order(plan, builder, resizer)
        yield from resizer.rest()

    def show_records(self) -> Iterator[ShowRecord]:
        """Yield only the recorded show's decisions, in file order; tweets are not decoded."""
        plan = self.prepare()
        for chunk in LineReader(plan.path, plan.size_bytes).chunks():
            for line in read_lines(chunk):
                if line is not None and line.topic == SHOW_TOPIC:
                    decision = show_line(line)
                    if decision is not None:
                        yield ShowRecord(decision, line_arrival_ms(line))

    def _by_event_time(
        self, plan: RecordingPlan, builder: BatchBuilder, resizer: BatchResizer
    ) -> Iterator[Batch]:
        left = plan.records
        if self._index is not None:
            for lines, events_ms in self._index.groups(full=self.keep_records):
                left -= len(lines)
                yield from resizer.add(builder.build_batch(lines, events_ms))
        else:
            alone = len(plan.topics) == 1 and not plan.unreadable
            for chunk in LineReader(plan.path, plan.size_bytes).chunks():
                lines = read_lines(chunk, full=self.keep_records)
                if not alone:
                    lines = [line for line in lines if line and line.topic == plan.topic]
                if lines:
                    left -= len(lines)
                    yield from resizer.add(builder.build_batch(lines))
        # A line that is not a record has no time, so it comes last, wherever it is in the file.
        while left > 0:
            count = min(left, BATCH_SIZE)
            left -= count
            yield from resizer.add(
                builder.build_batch([None] * count, [plan.last_event_ms or 0] * count)
            )

    def _in_file_order(
        self, plan: RecordingPlan, builder: BatchBuilder, resizer: BatchResizer
    ) -> Iterator[Step]:
        reader = LineReader(plan.path, plan.size_bytes)
        for chunk in reader.chunks():
            run: list[EnvelopeLine | None] = []
            for line in read_lines(chunk, full=self.keep_records):
                if line is None or line.topic == plan.topic:
                    run.append(line)
                elif line.topic == SHOW_TOPIC:
                    decision = show_line(line)
                    if decision is None:
                        continue
                    if run:
                        yield from resizer.add(builder.build_batch(run))
                        run = []
                    yield from resizer.rest()
                    yield ShowRecord(decision, line_arrival_ms(line))
            if run:
                yield from resizer.add(builder.build_batch(run))
        if reader.oversized:
            yield from resizer.add(builder.build_batch([None] * reader.oversized))


def _second_half(progress: Progress | None) -> Progress | None:
    if progress is None:
        return None
    return lambda done, total: progress(total + done, 2 * total)
