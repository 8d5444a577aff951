"""Collects facts about each topic in one pass over the heads of a recording's lines.

Runs on the caller's thread and blocks on the disk.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec
import numpy as np

from mwk_desktop.records.envelope import (
    EnvelopeHead,
    EnvelopeLine,
    line_arrival_ms,
    line_headers,
    line_timestamp_ms,
    line_value,
    read_lines,
    strict_heads,
)
from mwk_desktop.records.line_reader import LineReader
from mwk_desktop.records.record_types import DecodeError
from mwk_desktop.records.recording_writer import is_copy_start
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas
from mwk_desktop.records.schema_types import Schema, SchemaId, recorded_schema
from mwk_desktop.records.tweet_decoding import (
    ValueDecoder,
    are_event_times,
    decode_tweet,
    event_time_ms,
)
from mwk_desktop.topics import SCHEMAS_TOPIC, SHOW_TOPIC
from mwk_desktop.units import GRACE_MS, LATEST_EVENT_MS, WINDOW_MS

Progress = Callable[[int, int], None]
"""Called with (bytes read so far, total bytes), both counted in the file on disk."""

MOST_ERRORS: Final = 5
"""How many positions of unreadable lines are remembered."""

MOST_SCHEMAS: Final = 1_000


def look_through(
    reader: LineReader,
    progress: Progress | None,
    *,
    use_arrivals: bool,
    schemas: ValueSchemas = NO_SCHEMAS,
) -> RecordingSurvey:
    survey = RecordingSurvey(use_arrivals, schemas)
    for chunk in reader.chunks():
        survey.add(chunk, reader.position)
        if progress is not None:
            progress(reader.bytes_read, reader.size_bytes)
    survey.unreadable += reader.oversized
    return survey


@dataclass(slots=True)
class TopicSurvey:
    """The facts about one topic so far."""

    records: int = 0
    timeless: int = 0
    first_event_ms: int | None = None
    last_event_ms: int | None = None
    in_order: bool = True
    per_second: Counter[int] = field(default_factory=Counter)
    arrived: int = 0
    arrived_late: int = 0
    _last: tuple[int, int, int] | None = None

    def add(self, heads: Sequence[EnvelopeHead | EnvelopeLine], times: list[int]) -> None:
        """Add heads, and the event times (ms) of those that have a time."""
        self.records += len(heads)
        if len(times) < len(heads):
            # Their position depends on the file's smallest time, which the index finds.
            self.timeless += len(heads) - len(times)
            self.in_order = False
        if not times:
            return
        low, high = min(times), max(times)
        if self.first_event_ms is None or low < self.first_event_ms:
            self.first_event_ms = low
        if self.last_event_ms is None or high > self.last_event_ms:
            self.last_event_ms = high
        seconds, counts = np.unique(np.array(times, np.int64) // 1000, return_counts=True)
        self.per_second.update(dict(zip(seconds.tolist(), counts.tolist(), strict=True)))
        if self.in_order:
            self._check_order(heads, times)

    def count_late(self, times: Sequence[int | None], arrivals_ms: Sequence[int]) -> None:
        """Count the records that arrived after the window of their own time had closed."""
        pairs = np.array(
            [
                (time_ms, arrival_ms)
                for time_ms, arrival_ms in zip(times, arrivals_ms, strict=True)
                if time_ms is not None and arrival_ms >= 0
            ],
            np.int64,
        ).reshape(-1, 2)
        ends_ms = pairs[:, 0] // WINDOW_MS * WINDOW_MS + WINDOW_MS
        self.arrived += len(pairs)
        self.arrived_late += int((pairs[:, 1] > ends_ms + GRACE_MS).sum())

    def _check_order(self, heads: Sequence[EnvelopeHead | EnvelopeLine], times: list[int]) -> None:
        head = heads[0]
        if self._last is not None and (times[0], head.partition, head.offset) < self._last:
            self.in_order = False
            return
        head = heads[-1]
        self._last = (times[-1], head.partition, head.offset)
        steps = np.diff(np.array(times, np.int64))
        if steps.size and int(steps.min()) < 0:
            self.in_order = False
            return
        ties = steps == 0
        if ties.any():
            partitions = np.array([head.partition for head in heads], np.int64)
            offsets = np.array([head.offset for head in heads], np.int64)
            same = partitions[1:] == partitions[:-1]
            falls = (partitions[1:] < partitions[:-1]) | (same & (offsets[1:] < offsets[:-1]))
            self.in_order = not bool((ties & falls).any())


@dataclass(slots=True)
class RecordingSurvey:
    """The facts about the whole file so far.

    ``use_arrivals``: arrival times are the audience's unless the file says that it is a copy.
    ``schemas``: those that the file holds.
    """

    use_arrivals: bool
    value_schemas: ValueSchemas = NO_SCHEMAS
    topics: dict[str, TopicSurvey] = field(default_factory=dict)
    unreadable: int = 0
    unreadable_at: list[int] = field(default_factory=list)
    torn: bool = False
    used_arrivals: bool = False
    is_copy: bool = False
    has_closes: bool = False
    start: dict[str, Any] | None = None
    schemas: dict[SchemaId, Schema] = field(default_factory=dict)

    def add(self, chunk: memoryview, position: int) -> None:
        heads: Sequence[EnvelopeHead | EnvelopeLine]
        try:
            heads = strict_heads(chunk)
        except (ValueError, RecursionError):
            heads = self._readable(chunk, position)
        if not heads:
            return
        names = {head.topic for head in heads}
        if SHOW_TOPIC in names:
            self._look_at_show(chunk)
        if SCHEMAS_TOPIC in names:
            self._add_schemas(chunk)
        if len(names) == 1:
            self._add_topic(names.pop(), heads, chunk)
            return
        for name in names:
            self._add_topic(name, [head for head in heads if head.topic == name], chunk)

    def _readable(self, chunk: memoryview, position: int) -> list[EnvelopeLine]:
        lines = read_lines(chunk)
        lost = lines.count(None)
        if lost and len(self.unreadable_at) < MOST_ERRORS:
            places = itertools.accumulate(
                (len(raw) + 1 for raw in bytes(chunk).split(b"\n")), initial=position
            )
            raws = bytes(chunk).split(b"\n")
            found = [place for raw, place in zip(raws, places, strict=False) if raw.strip()]
            self.unreadable_at += [
                place for line, place in zip(lines, found, strict=True) if line is None
            ]
        self.unreadable += lost
        # Only the last chunk of a file can end without a newline.
        self.torn = bool(lines) and lines[-1] is None and chunk[-1] != 0x0A
        return [line for line in lines if line is not None]

    def _add_topic(
        self, name: str, heads: Sequence[EnvelopeHead | EnvelopeLine], chunk: memoryview
    ) -> None:
        topic = self.topics.setdefault(name, TopicSurvey())
        times_ms = [head.ts for head in heads]
        own_ms: Sequence[int | None] = times_ms
        is_plain = are_event_times(times_ms)
        if not is_plain:
            lines = [line for line in read_lines(chunk) if line and line.topic == name]
            decoder = self.value_schemas.decoder(self.schemas)
            own_ms = [own_event_ms(line, -1, decoder) for line in lines]
        arrivals_ms = [head.arrival_ms for head in heads] if self.use_arrivals else [-1]
        if max(arrivals_ms) > LATEST_EVENT_MS:
            arrivals_ms = [line_arrival_ms(head) for head in heads]
        if max(arrivals_ms) >= 0:
            is_plain = False
            self.used_arrivals = True
            topic.count_late(own_ms, arrivals_ms)
            own_ms = [
                event_time_ms(-1 if time_ms is None else time_ms, None, arrival_ms)
                for time_ms, arrival_ms in zip(own_ms, arrivals_ms, strict=True)
            ]
        if not is_plain:
            times_ms = [time_ms for time_ms in own_ms if time_ms is not None]
        topic.add(heads, times_ms)

    def _add_schemas(self, chunk: memoryview) -> None:
        for line in read_lines(chunk):
            if line is not None and line.topic == SCHEMAS_TOPIC:
                schema = recorded_schema(line_value(line))
                if schema is not None and len(self.schemas) < MOST_SCHEMAS:
                    self.schemas[schema.id] = schema

    def _look_at_show(self, chunk: memoryview) -> None:
        if self.has_closes and self.start is not None and self.is_copy:
            return
        for line in read_lines(chunk):
            if line is None or line.topic != SHOW_TOPIC:
                continue
            decision = show_line(line)
            kind = decision.get("type") if decision else None
            if is_copy_start(decision):
                self.is_copy = True
                self.use_arrivals = False
            elif kind == "close":
                self.has_closes = True
            elif kind == "start" and self.start is None:
                self.start = decision


def own_event_ms(
    line: EnvelopeLine, arrival_ms: int, schemas: ValueDecoder | None = None
) -> int | None:
    """A line's own event time; None if it has no time."""
    timestamp_ms = line_timestamp_ms(line)
    created_at_ms = None
    if not are_event_times((timestamp_ms,)):
        value = line_value(line)
        if schemas is not None:
            value = schemas.with_framing(value, line_headers(line))
        try:
            created_at_ms = decode_tweet(value, schemas).created_at_ms
        except DecodeError:
            created_at_ms = None
    return event_time_ms(timestamp_ms, created_at_ms, arrival_ms)


def show_line(line: EnvelopeLine) -> dict[str, Any] | None:
    """The decision in a line of the show's log; None if it holds none."""
    try:
        decision = msgspec.json.decode(line_value(line) or b"")
    except (ValueError, RecursionError):
        return None
    return decision if isinstance(decision, dict) else None
