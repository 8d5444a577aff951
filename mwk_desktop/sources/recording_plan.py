"""Finds out in a first pass what a recording holds and in which order it is replayed.

Before a replay can begin, it must know whether the file holds a show's own log, arrival times, or
neither, with records out of order (kcat writes partition after partition). The pass decodes only
the heads of the lines. Runs on the caller's thread and blocks on the disk.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from mwk_desktop.messages import NOTHING, Message, message, plural_message
from mwk_desktop.records.line_reader import LineReader, RecordingError
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas
from mwk_desktop.records.schema_types import Schema, SchemaId
from mwk_desktop.sources.recording_survey import (
    MOST_ERRORS,
    Progress,
    RecordingSurvey,
    TopicSurvey,
    look_through,
)
from mwk_desktop.topics import INPUT_TOPIC, SHOW_TOPIC

OUR_TOPICS: Final = "mwk-"
"""Topics with this prefix hold what the program wrote, never the audience's messages."""

Order = Literal["log", "arrival", "event"]


COPY_SHARE: Final = 0.9
"""If more than this share of records is too late for their windows, the file counts as a copy. A
show in which nearly every vote is late has wrong clocks, and is also better replayed by event
time."""


@dataclass(frozen=True, slots=True)
class RecordingPlan:
    """The content of a recording and the order of its replay.

    Attributes
    ----------
    path, size_bytes
        The file, and how much of it is replayed (not what is appended later).
    topic
        The input topic, the only one that is counted.
    order
        ``log``: file order, because the file holds closes of windows (and starts, landings,
        overrides); ``arrival``: file order, because the file holds arrival times; ``event``: sorted
        by (event time, topic, partition, offset).
    in_order
        Only for ``event``: whether the file already has that order.
    records
        Number of entries in the batches: records of the input topic plus unreadable lines.
    unreadable
        How many of these are lines that are no record (including a torn last line).
    timeless
        Number of records without a time of their own.
    topics
        Number of records per topic in the file.
    first_event_ms, last_event_ms
        Smallest and largest event time of the input topic; None if there is none.
    start
        The first record of the show's own log; None if there is none.
    warnings
        What the presenter should know, one sentence each.
    is_copy
        Whether the file is a copy of topics. Its arrival times are then those of the copying and
        are not used.
    per_second
        Number of records of the input topic per second of event time (those that have one).
    schemas
        The schemas that the file holds.
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
    warnings: tuple[Message, ...]
    per_second: Mapping[int, int] = field(default_factory=dict)
    is_copy: bool = False
    schemas: Mapping[SchemaId, Schema] = field(default_factory=dict)


def prepare_recording(
    path: Path,
    topic: str | None = None,
    progress: Progress | None = None,
    schemas: ValueSchemas = NO_SCHEMAS,
) -> RecordingPlan:
    """Prepare a recording by reading it once.

    Parameters
    ----------
    path
        The recording.
    topic
        The input topic; None for ``twitter_json`` or else the only topic in the file that is not
        ours.
    progress
        Called about once per megabyte with (bytes read, total bytes).
    schemas
        What is known about the schemas of the values, besides those in the file.

    Raises
    ------
    RecordingError
        If it cannot be read, holds no record, or it is unclear which topic is meant.
    """
    reader = LineReader(path)
    survey = look_through(reader, progress, use_arrivals=True, schemas=schemas)
    if not survey.topics:
        why = message(" ({reason})", reason=reader.tear) if reader.tear else NOTHING
        raise RecordingError(
            message(
                "{path} holds no record{why}: a recording is what kcat -C -J or mwk record writes",
                path=str(path),
                why=why,
            )
        )
    name = _input_topic(path, topic, survey.topics)
    facts = survey.topics.get(name, TopicSurvey())
    is_old_copy = SHOW_TOPIC not in survey.topics and _arrived_after_the_show(facts)
    if survey.used_arrivals and (survey.is_copy or is_old_copy):
        reader = LineReader(path, reader.size_bytes)
        survey = look_through(reader, None, use_arrivals=False, schemas=schemas)
        survey.is_copy = True
        facts = survey.topics.get(name, TopicSurvey())
    order: Order = "event"
    if survey.has_closes and not survey.is_copy:
        order = "log"
    elif survey.used_arrivals:
        order = "arrival"
    warnings = _warnings(path, survey, reader)
    if is_old_copy:
        warnings = (
            *warnings,
            message(
                "{path}: its times of arrival are those of a copy made after the show; it is "
                "replayed by event time",
                path=str(path),
            ),
        )
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
        warnings=warnings,
        per_second=facts.per_second,
        is_copy=survey.is_copy,
        schemas=survey.schemas,
    )


def _arrived_after_the_show(topic: TopicSurvey) -> bool:
    """Whether nearly every record came after its window was over: an older ``mwk record`` copied
    topics later without saying so."""
    return topic.arrived_late > topic.arrived * COPY_SHARE


def _input_topic(path: Path, wanted: str | None, topics: dict[str, TopicSurvey]) -> str:
    theirs = sorted(name for name in topics if not name.startswith(OUR_TOPICS))
    if wanted is not None:
        if wanted not in topics and theirs:
            raise RecordingError(
                message(
                    "{path} has no topic {topic}: it has {topics}",
                    path=str(path),
                    topic=repr(wanted),
                    topics=", ".join(theirs),
                )
            )
        return wanted
    if INPUT_TOPIC in topics or not theirs:
        return INPUT_TOPIC  # a show without any message is also a recording
    if len(theirs) > 1:
        raise RecordingError(
            message(
                "{path} has several topics: choose one with --topic ({topics})",
                path=str(path),
                topics=", ".join(theirs),
            )
        )
    return theirs[0]


def _warnings(path: Path, survey: RecordingSurvey, reader: LineReader) -> tuple[Message, ...]:
    warnings = []
    where = str(path)
    if reader.tear:
        warnings.append(
            message(
                "{path}: {reason}; everything before that is replayed",
                path=where,
                reason=reader.tear,
            )
        )
    if survey.torn:
        warnings.append(
            message(
                "{path}: the last line is torn (a power cut?); it counts as malformed", path=where
            )
        )
    count = survey.unreadable - survey.torn
    if count:
        places = [str(place) for place in survey.unreadable_at[:count][:MOST_ERRORS]]
        if count > len(places) and places:
            places.append("…")
        warnings.append(
            plural_message(
                "{path}: 1 line is unreadable{at}; it counts as malformed",
                "{path}: {count} lines are unreadable{at}; they count as malformed",
                count,
                path=where,
                at=message(" (at byte {places})", places=", ".join(places)) if places else NOTHING,
            )
        )
    return tuple(warnings)
