"""The records of one topic of a recording, in the order and at the times to send them again.

Pure but for the disk. A partition keeps its order, whatever its timestamps say: a record is due no
earlier than the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import read_recording
from mwk_desktop.sources.recording_plan import prepare_recording
from mwk_desktop.sources.recording_survey import Progress


@dataclass(frozen=True, slots=True)
class DueRecord:
    """A record, and when it is due: milliseconds after the first one."""

    due_ms: int
    record: Record


class TopicPlayback:
    """One topic of a recording.

    Parameters
    ----------
    path
        The recording.
    topic
        Which topic in it; None: as a replay chooses.
    progress
        Called while the file is looked through, with (bytes read, total bytes).

    Attributes
    ----------
    topic : str
        The topic that was chosen.
    records : int
        How many of its lines are records.
    partitions : int
        The largest partition's number plus one.
    first_ms : int
        The earliest timestamp; -1: no record has one.

    Raises
    ------
    RecordingError
        The file cannot be read, or it is unclear which topic is meant.
    """

    def __init__(self, path: Path, topic: str | None, progress: Progress | None = None) -> None:
        plan = prepare_recording(path, topic, progress)
        self.path = path
        self.topic = plan.topic
        self.records = 0
        self.partitions = 1
        self.first_ms = -1
        dues: list[int] = []
        latest: dict[int, int] = {}
        for record in self.in_file_order():
            self.records += 1
            number = record.partition
            self.partitions = max(self.partitions, number + 1)
            at_ms = record.timestamp_ms
            if at_ms >= 0 and not 0 <= self.first_ms <= at_ms:
                self.first_ms = at_ms
            latest[number] = max(latest.get(number, -1), at_ms)
            dues.append(latest[number])
        self._dues_ms = np.maximum(np.array(dues, np.int64) - self.first_ms, 0)
        self._in_order = bool((np.diff(self._dues_ms) >= 0).all())

    def in_file_order(self) -> Iterator[Record]:
        """The topic's records as they lie in the file, which keeps each partition's order."""
        return (record for record in read_recording(self.path) if record.topic == self.topic)

    def in_time(self) -> Iterator[DueRecord]:
        """The topic's records as they are due.

        A file that has another order (kcat writes partition after partition) is held in memory.
        """
        dues_ms = self._dues_ms
        if self._in_order:
            for due_ms, record in zip(dues_ms.tolist(), self.in_file_order(), strict=False):
                yield DueRecord(due_ms, record)
            return
        held = list(self.in_file_order())
        for index in np.argsort(dues_ms, kind="stable").tolist():
            yield DueRecord(int(dues_ms[index]), held[index])
