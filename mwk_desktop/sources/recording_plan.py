"""The first pass over a recording: what it holds, and in which order it is to be replayed.

A replay cannot begin before it knows whether the file holds a show's own log, arrival times, or
neither and its records out of order (kcat writes partition after partition). The pass looks at
the heads of the lines only. Runs on the caller's thread and blocks on the disk.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

import msgspec
import numpy as np

from mwk_desktop.records.envelope import (
    EnvelopeHead,
    EnvelopeLine,
    decode_heads,
    line_arrival_ms,
    line_timestamp_ms,
    line_value,
    read_lines,
)
from mwk_desktop.records.line_reader import LineReader, RecordingError
from mwk_desktop.records.record_types import DecodeError
from mwk_desktop.records.tweet_decoding import are_event_times, decode_tweet, event_time_ms
from mwk_desktop.topics import INPUT_TOPIC, SHOW_TOPIC

OUR_TOPICS: Final = "mwk-"
"""Topics that begin so hold what we wrote, never the audience's messages."""

Order = Literal["log", "arrival", "event"]

Progress = Callable[[int, int], None]
"""Called with (bytes read so far, bytes in all), both of the file as it is on the disk."""

_MOST_ERRORS: Final = 5


@dataclass(frozen=True, slots=True)
class RecordingPlan:
    """What a recording holds and how it is replayed.

    Attributes
    ----------
    path, size_bytes
        The file, and how much of it is replayed (what is appended later is not).
    topic
        The input topic: the only one that counts.
    order
        ``log``: file order, the file holds closes of windows (and starts, landings, overrides);
        ``arrival``: file order, the file holds arrival times; ``event``: by (event time, topic,
        partition, offset).
    in_order
        Order ``event`` only: whether the file already is so.
    records
        Records of the input topic plus unreadable lines: the entries that the batches hold.
    unreadable
        Of these, lines that are no record at all (a torn one too).
    timeless
        Records without any time of their own.
    topics
        Records per topic of the file.
    first_event_ms, last_event_ms
        Smallest and largest event time of the input topic; None without any.
    start
        The show's own first record, None where there is none.
    warnings
        What a presenter should know: one sentence each.
    per_second
        Records of the input topic by their second of event time (those that have one).
    """

    path: Path
    size_bytes: int
    topic: str
    order: Order
    in_order: bool
    records: int
    unreadable: int
    timeless: int
    topics: dict[str, int]
    first_event_ms: int | None
    last_event_ms: int | None
    start: dict[str, Any] | None
    warnings: tuple[str, ...]
    per_second: Mapping[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class _TopicSurvey:
    """What one topic's heads have told so far."""

    records: int = 0
    timeless: int = 0
    first_event_ms: int | None = None
    last_event_ms: int | None = None
    in_order: bool = True
    per_second: Counter[int] = field(default_factory=Counter)
    _last: tuple[int, int, int] | None = None

    def add(self, heads: Sequence[EnvelopeHead | EnvelopeLine], times: list[int]) -> None:
        """Take heads and the event times (ms) of those that have one."""
        self.records += len(heads)
        if len(times) < len(heads):
            # Where they stand depends on the file's smallest time: the index finds out.
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
class _Survey:
    """What the whole file has told so far."""

    topics: dict[str, _TopicSurvey] = field(default_factory=dict)
    unreadable: int = 0
    unreadable_at: list[int] = field(default_factory=list)
    torn: bool = False
    has_arrivals: bool = False
    has_closes: bool = False
    start: dict[str, Any] | None = None

    def add(self, chunk: memoryview, position: int) -> None:
        heads: Sequence[EnvelopeHead | EnvelopeLine]
        try:
            heads = decode_heads(chunk)
        except (ValueError, RecursionError):
            heads = self._readable(chunk, position)
        if not heads:
            return
        names = {head.topic for head in heads}
        if len(names) == 1:
            self._add_topic(names.pop(), heads, chunk)
            return
        for name in names:
            self._add_topic(name, [head for head in heads if head.topic == name], chunk)

    def _readable(self, chunk: memoryview, position: int) -> list[EnvelopeLine]:
        lines = read_lines(chunk)
        lost = lines.count(None)
        if lost and len(self.unreadable_at) < _MOST_ERRORS:
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
        arrivals_ms = [line_arrival_ms(head) for head in heads]
        latest_arrival_ms = max(arrivals_ms)
        if latest_arrival_ms >= 0:
            self.has_arrivals = True
        if name == SHOW_TOPIC:
            self._look_at_show(chunk)
        times_ms = [head.ts for head in heads]
        if not are_event_times(times_ms):
            lines = [line for line in read_lines(chunk) if line and line.topic == name]
            own_ms = [own_event_ms(line) for line in lines]
            times_ms = [event_ms for event_ms in own_ms if event_ms is not None]
        elif latest_arrival_ms >= 0:
            # What has arrived is not from the future.
            times_ms = [
                min(time_ms, arrival_ms) if arrival_ms >= 0 else time_ms
                for time_ms, arrival_ms in zip(times_ms, arrivals_ms, strict=True)
            ]
        self.topics.setdefault(name, _TopicSurvey()).add(heads, times_ms)

    def _look_at_show(self, chunk: memoryview) -> None:
        if self.has_closes and self.start is not None:
            return
        for line in read_lines(chunk):
            if line is None or line.topic != SHOW_TOPIC:
                continue
            decision = show_line(line)
            kind = decision.get("type") if decision else None
            if kind == "close":
                self.has_closes = True
            elif kind == "start" and self.start is None:
                self.start = decision


def prepare_recording(
    path: Path, topic: str | None = None, progress: Progress | None = None
) -> RecordingPlan:
    """Look through a recording once.

    Parameters
    ----------
    path
        The recording.
    topic
        The input topic; None: ``twitter_json``, else the file's only one that is not ours.
    progress
        Called about once a megabyte.

    Raises
    ------
    RecordingError
        It cannot be read, holds no record at all, or leaves open which topic is meant.
    """
    reader = LineReader(path)
    survey = _Survey()
    for chunk in reader.chunks():
        survey.add(chunk, reader.position)
        if progress is not None:
            progress(reader.bytes_read, reader.size_bytes)
    survey.unreadable += reader.oversized
    if not survey.topics:
        why = f" ({reader.tear})" if reader.tear else ""
        raise RecordingError(
            f"{path} holds no record{why}: a recording is what kcat -C -J or mwk record writes"
        )
    name = _input_topic(path, topic, survey.topics)
    facts = survey.topics.get(name, _TopicSurvey())
    order: Order = "event"
    if survey.has_closes:
        order = "log"
    elif survey.has_arrivals:
        order = "arrival"
    return RecordingPlan(
        path=path,
        size_bytes=reader.size_bytes,
        topic=name,
        order=order,
        in_order=facts.in_order,
        records=facts.records + survey.unreadable,
        unreadable=survey.unreadable,
        timeless=facts.timeless,
        topics={key: value.records for key, value in survey.topics.items()},
        first_event_ms=facts.first_event_ms,
        last_event_ms=facts.last_event_ms,
        start=survey.start,
        warnings=_warnings(path, survey, reader),
        per_second=facts.per_second,
    )


def own_event_ms(line: EnvelopeLine) -> int | None:
    """Event time of a line by itself; None where it has no time of its own."""
    timestamp_ms = line_timestamp_ms(line)
    created_at_ms = None
    if not are_event_times((timestamp_ms,)):
        try:
            created_at_ms = decode_tweet(line_value(line)).created_at_ms
        except DecodeError:
            created_at_ms = None
    return event_time_ms(timestamp_ms, created_at_ms, line.arrival_ms)


def show_line(line: EnvelopeLine) -> dict[str, Any] | None:
    """The decision in a line of the show's log; None where it is none."""
    try:
        decision = msgspec.json.decode(line_value(line) or b"")
    except (ValueError, RecursionError):
        return None
    return decision if isinstance(decision, dict) else None


def _input_topic(path: Path, wanted: str | None, topics: dict[str, _TopicSurvey]) -> str:
    theirs = sorted(name for name in topics if not name.startswith(OUR_TOPICS))
    if wanted is not None:
        if wanted not in topics and theirs:
            raise RecordingError(f"{path} has no topic {wanted!r}: it has {', '.join(theirs)}")
        return wanted
    if INPUT_TOPIC in topics or not theirs:
        return INPUT_TOPIC  # a show in which nobody said a word is a recording, too
    if len(theirs) > 1:
        raise RecordingError(f"{path} has several topics: choose --topic {' or '.join(theirs)}")
    return theirs[0]


def _warnings(path: Path, survey: _Survey, reader: LineReader) -> tuple[str, ...]:
    warnings = []
    if reader.tear:
        warnings.append(f"{path}: {reader.tear}; everything before that is replayed")
    if survey.torn:
        warnings.append(f"{path}: the last line is torn (a power cut?); it counts as malformed")
    count = survey.unreadable - survey.torn
    if count:
        places = ", ".join(str(place) for place in survey.unreadable_at[:count][:_MOST_ERRORS])
        at = f" (at byte {places}{', ...' if count > _MOST_ERRORS else ''})" if places else ""
        lines = "1 line is" if count == 1 else f"{count} lines are"
        warnings.append(f"{path}: {lines} unreadable{at}: malformed")
    return tuple(warnings)
