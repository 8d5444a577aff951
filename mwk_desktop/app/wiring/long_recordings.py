"""Recordings of more than half a day need ``--yes``: usually one record has a wrong time."""

from __future__ import annotations

import time
from itertools import pairwise
from pathlib import Path
from typing import Final

from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.value_schemas import recording_schemas
from mwk_desktop.messages import message
from mwk_desktop.records.batch import Batch
from mwk_desktop.sources.recording_source import RecordingSource

LONG_H: Final = 12
"""No evening lasts longer, and its bounce takes gigabytes and many minutes."""

MS_PER_H: Final = 3_600_000


def check_length_confirmed(options: Options, path: Path, length_ms: float) -> None:
    """Refuse a long recording unless ``--yes`` was given.

    Parameters
    ----------
    length_ms
        The length of its music.

    Raises
    ------
    BadInput
        It is longer than :data:`LONG_H`; the message names the record behind the longest silence.
    """
    if length_ms <= LONG_H * MS_PER_H or options.yes:
        return
    hours = length_ms / MS_PER_H
    place, event_ms = outlying_record(options, path)
    raise BadInput(
        message(
            "{path}: it would be {hours:,.1f} h long, because of {place}, at {moment}. Where that "
            "is right, add --yes.",
            path=str(path),
            hours=hours,
            place=place,
            moment=_moment(event_ms),
        )
    )


def outlying_record(options: Options, path: Path) -> tuple[str, int]:
    """The record on the emptier side of the longest silence, and its time in milliseconds."""
    schemas = recording_schemas(options.settings)
    source = RecordingSource(path, options.topic, schemas=schemas)
    topic = source.prepare().topic
    source.keep_places = True
    found: list[tuple[int, tuple[int, int]]] = []
    for step in source.steps():
        if isinstance(step, Batch):
            rows = zip(step.tweets, step.events_ms, step.places, strict=True)
            found += [(event_ms, place) for tweet, event_ms, place in rows if tweet is not None]
    source.close()
    found.sort()
    gaps = [after[0] - before[0] for before, after in pairwise(found)]
    longest = max(range(len(gaps)), key=gaps.__getitem__, default=-1)
    index = longest + 1 if len(found) - longest - 1 <= longest + 1 else longest
    event_ms, (partition, offset) = found[index]
    return f"{topic}[{partition}] offset {offset}", event_ms


def _moment(event_ms: int) -> str:
    try:
        return time.strftime("%Y-%m-%d %H:%M:%S", time.localtime(event_ms / 1000))
    except (OverflowError, ValueError, OSError):
        return f"{event_ms} ms"
