"""A recording that turns out to be in event order already, read just once.

Most recordings are what one consumer printed in order. Looking through them first costs a third of
the time of replaying them, so this source begins at once, checks as it goes what the preparation
would have found out, and raises :class:`Doubt` at the first line that makes it matter: a record out
of order, a time of arrival, a decision of a show, a record without a time, a line that cannot be
read. Whoever replays throws away what it has and begins again with a :class:`RecordingSource`.

No thread and no clock, as there.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from mwk_desktop.records.envelope import Line, read_lines
from mwk_desktop.records.lines import LineReader
from mwk_desktop.records.recording import SHOW_TOPIC
from mwk_desktop.sources.preparation import (
    DEFAULT_TOPIC,
    Progress,
    RecordingPlan,
    TopicSurvey,
)
from mwk_desktop.sources.recording import BATCH_SIZE, RecordingSource, Step
from mwk_desktop.sources.rows import Packer, RowDecoder
from mwk_desktop.units import EARLIEST_EVENT_MS


class Doubt(Exception):  # noqa: N818  (no error: the file is fine, the short way is not)
    """The recording has to be looked through before it is replayed."""


class OnePassSource(RecordingSource):
    """A :class:`RecordingSource` in event order that has not been looked through.

    Its plan knows the topic and the first event time; ``records`` is an estimate from the first
    chunk, good enough for a progress bar.
    """

    def __init__(self, path: Path, topic: str | None = None) -> None:
        super().__init__(path, topic)
        self._first: RecordingPlan | None = None

    def prepare(self, progress: Progress | None = None) -> RecordingPlan:
        """Look at the first chunk only.

        Raises
        ------
        Doubt
            It already says that one pass will not do.
        RecordingError
            The file cannot be read.
        """
        del progress  # nothing here takes long
        if self._first is None:
            self._first = self._look()
        return self._first

    def _look(self) -> RecordingPlan:
        reader = LineReader(self.path)
        chunks = reader.chunks()
        try:
            chunk = next(chunks, None)
            if chunk is None:
                raise Doubt("nothing in it")
            lines = read_lines(chunk)
            wanted = self.topic or DEFAULT_TOPIC
            ours = [line for line in lines if line is not None and line.topic == wanted]
            if not ours:
                raise Doubt("another topic")
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
            )
        finally:
            close = getattr(chunks, "close", None)
            if close is not None:
                close()

    def steps(self, batch_size: int = BATCH_SIZE) -> Iterator[Step]:
        """Yield the recording from its beginning.

        Raises
        ------
        Doubt
            A line was met that asks for the long way; what was yielded before is void.
        """
        plan = self.prepare()
        decoder = RowDecoder(plan)
        packer = Packer(batch_size)
        survey = TopicSurvey()
        reader = LineReader(plan.path, plan.size_bytes)
        for chunk in reader.chunks():
            ours = self._checked(read_lines(chunk), plan.topic, survey)
            if ours:
                yield from packer.add(decoder.rows(ours))
        if reader.tear or reader.oversized:
            raise Doubt("lines that cannot be read")
        yield from packer.rest()

    def _checked(self, lines: list[Line | None], topic: str, survey: TopicSurvey) -> list[Line]:
        """Lines of the topic, if they are in order and nothing else is in the file."""
        readable = [line for line in lines if line is not None]
        if len(readable) < len(lines):
            raise Doubt("lines that cannot be read")
        if not readable:
            return readable
        topics = {line.topic for line in readable}
        if SHOW_TOPIC in topics or max([line.arrival_ms for line in readable]) >= 0:
            raise Doubt("times of arrival, or a show's decisions")
        if len(topics) > 1 or topic not in topics:
            readable = [line for line in readable if line.topic == topic]
            if not readable:
                return readable
        times = [line.ts for line in readable]
        if min(times) < EARLIEST_EVENT_MS:
            raise Doubt("records without a time")
        survey.add(readable, times)
        if not survey.in_order:
            raise Doubt("out of order")
        return readable
