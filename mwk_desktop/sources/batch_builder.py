"""Builds batches from a recording's lines: decoded tweets, times, and the requested batch size.

Pure computation on the caller's thread. The common case (all lines readable, all records with their
own timestamp) uses list comprehensions; everything else a slower loop.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

from mwk_desktop.messages import Message, message
from mwk_desktop.records.batch import Batch, malformed_record
from mwk_desktop.records.deletions import deleted_ids
from mwk_desktop.records.envelope import (
    EnvelopeLine,
    FullEnvelopeLine,
    line_arrival_ms,
    line_headers,
    line_record,
    line_timestamp_ms,
    line_value,
)
from mwk_desktop.records.record_types import Record, Tweet
from mwk_desktop.records.schema_types import header_of
from mwk_desktop.records.tweet_decoding import (
    FRAMED,
    ValueDecoder,
    are_event_times,
    decode_tweets,
    event_time_ms,
)
from mwk_desktop.records.tweet_sources import tweet_sources
from mwk_desktop.sources.recording_plan import RecordingPlan
from mwk_desktop.units import EARLIEST_EVENT_MS

UNREADABLE: Final = message("an unreadable line")


class BatchBuilder:
    """Decode lines of the input topic, in the order of the plan.

    Parameters
    ----------
    plan
        The recording's plan. Records before the first known time get its smallest event time.
    keep_records
        Also fill ``Batch.records``; the lines must then be :class:`FullEnvelopeLine`.
    keep_places, keep_sources
        Also fill ``Batch.places`` and ``Batch.sources``.
    schemas
        Decodes values with a schema; None: no schema is known.
    """

    def __init__(
        self,
        plan: RecordingPlan,
        *,
        keep_records: bool = False,
        keep_places: bool = False,
        keep_sources: bool = False,
        schemas: ValueDecoder | None = None,
    ) -> None:
        self._schemas = schemas
        self._plan = plan
        self._keep_records = keep_records
        self._keep_places = keep_places
        self._keep_sources = keep_sources
        self._in_file_order = plan.order != "event"
        self._last_ms = plan.first_event_ms or 0
        self._partition_last_ms: dict[int, int] = {}
        self._arrival_ms = -1

    def build_batch(
        self, lines: Sequence[EnvelopeLine | None], events_ms: list[int] | None = None
    ) -> Batch:
        """Build one batch of any size with an entry for every line (None for an unreadable one).

        Parameters
        ----------
        lines
            Of the input topic only, at least one.
        events_ms
            Their event times in ms, if an index already knows them.
        """
        tweets, errors, deleted = self._tweets(lines)
        readable = [line for line in lines if line is not None]
        whole = len(readable) == len(lines)
        if whole and min([line.ts for line in readable]) >= EARLIEST_EVENT_MS:
            record_ms = [line.ts for line in readable]
        else:
            record_ms = [-1 if line is None else line_timestamp_ms(line) for line in lines]
        batch = Batch(tweets=tweets, record_ms=record_ms, errors=errors, deleted=deleted)
        if events_ms is not None:
            batch.events_ms = events_ms
        else:
            batch.events_ms = self._events(lines, tweets, record_ms)
        if self._in_file_order:
            arrivals = (-1 if line is None else line_arrival_ms(line) for line in lines)
            # Never backwards: setting the wall clock back must not reorder a show.
            batch.arrivals_ms = list(accumulate(arrivals, max, initial=self._arrival_ms))[1:]
            self._arrival_ms = batch.arrivals_ms[-1]
        if self._keep_records:
            batch.records = [self._record(line) for line in lines]
        if self._keep_places:
            batch.places = [
                (-1, -1) if line is None else (line.partition, line.offset) for line in lines
            ]
        if self._keep_sources:
            batch.sources = tweet_sources(
                None if line is None else line_value(line) for line in lines
            )
        return batch

    def _tweets(
        self, lines: Sequence[EnvelopeLine | None]
    ) -> tuple[list[Tweet | None], list[Message], list[int]]:
        values: list[bytes | str | None]
        values = [None if line is None else line.payload for line in lines]
        if not all(values):
            values = [None if line is None else line_value(line) for line in lines]
        schemas = self._schemas
        if schemas is not None:
            headers = [None if line is None else line_headers(line) for line in lines]
            if any(headers):
                values = list(map(schemas.with_framing, values, headers))
        tweets, reasons = decode_tweets(values, schemas)
        errors = []
        for index, reason in reasons:
            line = lines[index]
            if line is None:
                errors.append(UNREADABLE)
            else:
                framed = schemas is None and header_of(line_headers(line)) is not None
                why = FRAMED if framed else reason
                errors.append(malformed_record(line.topic, line.partition, line.offset, why))
        return tweets, errors, deleted_ids(values, tweets)

    def _events(
        self, lines: Sequence[EnvelopeLine | None], tweets: list[Tweet | None], record_ms: list[int]
    ) -> list[int]:
        if not self._plan.timeless and are_event_times(record_ms):
            if not self._in_file_order:
                return list(record_ms)
            # Every line is readable here: an unreadable one would have a time of -1.
            arrivals = [-1 if line is None else line_arrival_ms(line) for line in lines]
            if max(arrivals) < 0:
                self._last_ms = record_ms[-1]
                return list(record_ms)
            if min(arrivals) >= 0:
                events_ms = list(map(min, record_ms, arrivals))
                self._last_ms = events_ms[-1]
                return events_ms
        return [
            self._event(line, tweet, timestamp_ms)
            for line, tweet, timestamp_ms in zip(lines, tweets, record_ms, strict=True)
        ]

    def _event(self, line: EnvelopeLine | None, tweet: Tweet | None, timestamp_ms: int) -> int:
        if line is None:
            return self._last_ms
        created_at_ms = None if tweet is None else tweet.created_at_ms
        event_ms = event_time_ms(timestamp_ms, created_at_ms, self._arrival_of(line))
        if event_ms is None:
            first_ms = self._plan.first_event_ms or 0
            event_ms = self._partition_last_ms.get(line.partition, first_ms)
        self._partition_last_ms[line.partition] = self._last_ms = event_ms
        return event_ms

    def _arrival_of(self, line: EnvelopeLine) -> int:
        return -1 if self._plan.is_copy else line_arrival_ms(line)

    def _record(self, line: EnvelopeLine | None) -> Record:
        if isinstance(line, FullEnvelopeLine):
            return line_record(line)
        return Record(self._plan.topic, -1, -1, -1, None, None)


class BatchResizer:
    """Cuts batches of any size into batches of one size."""

    def __init__(self, batch_size: int) -> None:
        if batch_size < 1:
            raise ValueError(f"a batch holds at least one record, not {batch_size}")
        self._size = batch_size
        self._pending = Batch()

    def add(self, rows: Batch) -> Iterator[Batch]:
        """Add a batch and yield those that are full."""
        pending = self._pending
        if pending.tweets:
            pending.tweets += rows.tweets
            pending.events_ms += rows.events_ms
            pending.record_ms += rows.record_ms
            pending.arrivals_ms += rows.arrivals_ms
            pending.records += rows.records
            pending.places += rows.places
            pending.sources += rows.sources
            pending.errors += rows.errors
            pending.deleted += rows.deleted
        else:
            self._pending = pending = rows
        count, size = len(pending.tweets), self._size
        if count < size:
            return
        whole = count - count % size
        for first in range(0, whole, size):
            batch = _cut(pending, first, first + size)
            batch.errors = pending.errors if first == 0 else []
            batch.deleted = pending.deleted if first == 0 else []
            yield batch
        self._pending = _cut(pending, whole, count)

    def rest(self) -> Iterator[Batch]:
        """Yield the remaining rows, if any."""
        rows, self._pending = self._pending, Batch()
        if rows.tweets:
            yield rows


def _cut(rows: Batch, first: int, stop: int) -> Batch:
    return Batch(
        tweets=rows.tweets[first:stop],
        events_ms=rows.events_ms[first:stop],
        record_ms=rows.record_ms[first:stop],
        arrivals_ms=rows.arrivals_ms[first:stop],
        records=rows.records[first:stop],
        places=rows.places[first:stop],
        sources=rows.sources[first:stop],
    )
