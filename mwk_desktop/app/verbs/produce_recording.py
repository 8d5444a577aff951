"""`mwk produce`: a recording back into a topic, with its own timing."""

from __future__ import annotations

import time
from array import array
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from mwk_desktop import platform
from mwk_desktop.app.report_lines import print_json, progress_bar
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.wiring.connection_lines import ConnectionLines, cannot_begin
from mwk_desktop.clock import steady_ns, wall_ms
from mwk_desktop.kafka.client_settings import KafkaSettingError, PropertyValue
from mwk_desktop.kafka.probe import probe_topic
from mwk_desktop.kafka.topic_admin import TopicError, ensure_topic
from mwk_desktop.kafka.tweet_producer import ProduceError, TweetProducer
from mwk_desktop.messages import message, message_of
from mwk_desktop.records.line_reader import RecordingError
from mwk_desktop.records.record_types import Record
from mwk_desktop.sources.record_pacing import when_due
from mwk_desktop.sources.topic_playback import DueRecord, TopicPlayback

LATE_NS: Final = 1_000_000_000
BREATHER: Final = 256
BREATHER_S: Final = 0.001
"""Records that are more than a second late are sent as fast as Kafka takes them. The thread then
sleeps this long every so many records: with real-time priority it would never yield the
processor."""

BAR_S: Final = 0.1
FIGURES_S: Final = 1.0
"""The progress bar moves, and with ``--json`` figures are printed, this often."""

CLOSE_S: Final = 30.0
"""At the end acknowledgements are waited for this long."""


@dataclass(frozen=True, slots=True)
class PlaybackOptions:
    """The options of `mwk produce`. ``speed`` None is as fast as Kafka takes it."""

    speed: float | None = 1.0
    shift_to_now: bool = False
    keep_partitions: bool = False
    loop: bool = False
    from_topic: str | None = None
    partitions: int = 4


def produce_recording(options: Options, wanted: PlaybackOptions, file: Path) -> int:
    """Send until the end, Ctrl+C or ``--exit-after``; 1: Kafka has not acknowledged all.

    Raises
    ------
    BadInput
        The file is no recording, Kafka is not there, or the topic has too few partitions.
    """
    settings, topic = options.settings, options.settings.topics.input
    try:
        with progress_bar("reading", "B") as advance:
            playback = TopicPlayback(file, wanted.from_topic, advance)
    except RecordingError as error:
        raise BadInput(message_of(error)) from None
    if not playback.records:
        raise BadInput(
            message("{path} has no record of topic {topic}", path=str(file), topic=playback.topic)
        )
    partitions = playback.partitions if wanted.keep_partitions else wanted.partitions
    # A record leaves at its time: it must not wait for others to fill a batch.
    properties: dict[str, PropertyValue] = dict(settings.kafka)
    if wanted.speed is not None:
        properties = {"linger.ms": 0, **properties}
    try:
        ensure_topic(settings.kafka, topic, partitions=partitions)
        if wanted.keep_partitions:
            _check_partitions(options, topic, partitions)
        with _on_time(wanted):  # the client's threads inherit it
            producer = TweetProducer(
                properties, topic, client_id="mwk-produce", on_state=ConnectionLines()
            )
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from error
    except TopicError as error:
        raise cannot_begin(error) from error
    sender = _Sender(options, wanted, playback, producer)
    lost = False
    try:
        with progress_bar("producing", "records") as advance, _on_time(wanted):
            sender.send_all(advance)
    except KeyboardInterrupt:
        pass
    except ProduceError as error:
        print_stderr(message_of(error))
        lost = True
    try:
        producer.close(CLOSE_S)
    except ProduceError as error:
        print_stderr(message_of(error))
        lost = True
    sender.print_figures("summary")
    return 1 if lost else 0


def _on_time(wanted: PlaybackOptions) -> AbstractContextManager[None]:
    """Real-time priority where records have their times, if the system grants it: on a busy
    machine an ordinary thread is woken, or stopped for, tens of milliseconds."""
    return nullcontext() if wanted.speed is None else platform.current.realtime_launch()


def _check_partitions(options: Options, topic: str, needed: int) -> None:
    found = probe_topic(options.settings.kafka, topic, read_messages=False).partitions
    if found is not None and found < needed:
        raise BadInput(
            message(
                "topic {topic} has {found} partitions, the recording has {needed}: add partitions, "
                "or leave out --keep-partitions",
                topic=topic,
                found=found,
                needed=needed,
            )
        )


class _Sender:
    """Sends a playback, once or round and round, and says how far it is."""

    def __init__(
        self,
        options: Options,
        wanted: PlaybackOptions,
        playback: TopicPlayback,
        producer: TweetProducer,
    ) -> None:
        self._options = options
        self._wanted = wanted
        self._playback = playback
        self._producer = producer
        self._ends_s = time.monotonic() + (options.exit_after_s or float("inf"))
        self._figures_s = self._shown_s = time.monotonic()
        self._late_ms = array("f")

    def send_all(self, advance: Callable[[int, int], None]) -> None:
        """Send until the end of the file, or with ``--loop`` until the end of the time."""
        while self._send_once(advance) and self._wanted.loop:
            pass

    def _send_once(self, advance: Callable[[int, int], None]) -> bool:
        """One pass; False: the time is over."""
        wanted, playback = self._wanted, self._playback
        shift_ms = wall_ms() - playback.first_ms if wanted.shift_to_now else 0
        total = self._producer.deliveries.produced + playback.records
        begun_ns = steady_ns()
        if wanted.speed is None:
            for number, record in enumerate(playback.in_file_order()):
                if not self._send(record, shift_ms):
                    return False
                if not number % 256:
                    self._report(advance, total)
            return True
        speed = wanted.speed

        def due_ns_of(each: DueRecord) -> int:
            return begun_ns + int(each.due_ms * 1e6 / speed)

        def idle() -> bool:
            self._report(advance, total)
            self._producer.poll()
            return not self._is_over()

        behind = 0
        due = when_due(playback.in_time(), due_ns_of, idle, now_ns=steady_ns, sleep=time.sleep)
        for each, late_ns in due:
            self._late_ms.append(late_ns / 1e6)
            if not self._send(each.record, shift_ms):
                return False
            behind = behind + 1 if late_ns > LATE_NS else 0
            if behind and not behind % BREATHER:  # nothing is ever waited for
                time.sleep(BREATHER_S)
        return not self._is_over()

    def _send(self, record: Record, shift_ms: int) -> bool:
        at_ms = record.timestamp_ms
        return (
            self._producer.produce(
                record.value,
                record.key,
                0 if at_ms < 0 else max(1, at_ms + shift_ms),
                record.partition if self._wanted.keep_partitions else None,
                headers=record.headers,
                give_up=self._is_over,
            )
            and not self._is_over()
        )

    def _is_over(self) -> bool:
        return time.monotonic() >= self._ends_s

    def _report(self, advance: Callable[[int, int], None], total: int) -> None:
        """Move the progress bar, and print figures every second: each in its own time."""
        now_s = time.monotonic()
        if now_s - self._shown_s >= BAR_S:
            self._shown_s = now_s
            advance(self._producer.deliveries.delivered, total)
        if now_s - self._figures_s >= FIGURES_S:
            self._figures_s = now_s
            if self._options.json:
                self.print_figures("produce")

    def print_figures(self, kind: str) -> None:
        """Print what Kafka has acknowledged."""
        found = self._producer.deliveries
        lost = found.produced - found.delivered
        if self._options.json:
            line: dict[str, object] = {
                "type": kind,
                "topic": self._producer.topic,
                "produced": found.produced,
                "acknowledged": found.delivered,
                "failed": found.failed,
            }
            if self._late_ms:
                line["late_p99_ms"] = round(float(np.percentile(self._late_ms, 99)), 3)
            print_json(self._options, line)
        elif kind == "summary":
            self._options.lines.print_line(
                f"{found.delivered:,} records acknowledged in {self._producer.topic}, {lost:,} not"
            )
