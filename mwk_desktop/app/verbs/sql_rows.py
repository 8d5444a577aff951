"""Feeds `mwk sql` with rows: a recording or a topic, counted by the show's own code.

Threads: a recording is folded on the caller's thread, which waits while the query process is
behind. A topic has a *fold thread*, fed by the source's thread through a bounded queue: when the
disk is behind, the fold thread waits, then the source, then Kafka.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mwk_desktop.analysis.counted_rows import (
    CountingRestarted,
    StreamEvent,
    UserBlocked,
    counted_rows_of,
    pack,
)
from mwk_desktop.analysis.query_client import QueryClient
from mwk_desktop.analysis.stream_tap import StreamTap
from mwk_desktop.app.kafka_options import kafka_properties
from mwk_desktop.app.report_lines import progress_bar
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.sound_setup import outline_music, quantize_of, rules_of
from mwk_desktop.app.value_schemas import live_schemas, recording_schemas
from mwk_desktop.app.wiring.recording_setup import open_recording, prepare_recorded
from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import message, message_of
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.show.drivers.offline import OfflineShow
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording
from mwk_desktop.show.music import Music
from mwk_desktop.sources.one_pass_source import OnePassSource, PreparationNeeded
from mwk_desktop.topology.counting import Counting

if TYPE_CHECKING:
    from mwk_desktop.kafka.connection_state import ConnectionState

FEED_TWEETS: Final = 10_000
"""Tweets sent to the query process at once: about 2.5 MB."""

MOST_WAITING: Final = 100_000
"""Tweets of a topic that may wait for the disk."""


class RecordingFeeder:
    """A ``CountingListener`` that feeds the process, and may wait."""

    def __init__(self, process: QueryClient) -> None:
        self._process = process
        self._events: list[StreamEvent] = []
        self._tweets = 0
        self._window_ms = 30_000

    def begin(self, window_ms: int) -> None:
        """Discard everything so far; windows have this length from now on."""
        self._window_ms = window_ms
        self.restart()

    def restart(self) -> None:
        self._events = [CountingRestarted(self._window_ms)]
        self._tweets = 0

    def on_counted(
        self,
        batch: Batch,
        counted: Sequence[tuple[int, str | None]],
        closed_until_ms: int,
        refused: Sequence[int],
    ) -> None:
        if not counted:
            return
        self._events.append(counted_rows_of(batch, counted, closed_until_ms, refused))
        self._tweets += len(counted)
        if self._tweets >= FEED_TWEETS:
            self.flush()

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        self._events.append(UserBlocked(name, blocked, closed_until_ms))

    def flush(self) -> None:
        """Hand over the waiting tweets."""
        if self._events:
            self._process.feed(pack(self._events))
        self._events = []
        self._tweets = 0


def feed_recording(options: Options, path: Path, process: QueryClient) -> None:
    """Fold a recording as ``mwk replay --speed max`` does, into the process."""
    music = outline_music(options.settings)
    feeder = RecordingFeeder(process)
    try:
        source = OnePassSource(path, options.topic, recording_schemas(options.settings))
        recorded = prepare_recorded(options, source, music)
        _fold(options, recorded, feeder)
    except PreparationNeeded:
        options, recorded = open_recording(options, path, music)
        _fold(options, recorded, feeder)
        recorded.source.close()
    feeder.flush()


def _fold(options: Options, recorded: PreparedRecording, feeder: RecordingFeeder) -> None:
    show = options.settings.show
    music = recorded.music
    feeder.begin(show.window_ms)
    offline = OfflineShow(
        recorded,
        recorded.counting(rules_of(options.settings, music)),
        opening=show.opening,
        quantize=quantize_of(options.settings),
        grace_ms=show.grace_ms,
        listener=feeder,
    )
    with progress_bar("reading", " records") as advance:
        offline.run(advance)


class TopicRows:
    """A topic, folded for as long as this runs.

    What the topic held at the start counts by its event time, in whatever order partitions deliver
    it. After that a window closes as in a live show: when its grace is over on the wall clock.

    Attributes
    ----------
    caught_up
        Whether everything that the topic held at the start has been folded.
    forbidden
        Topics that this user may not read.
    ended
        Whether reading has failed for good; a line on stderr says why.
    """

    def __init__(self, options: Options, music: Music, tap: StreamTap) -> None:
        show = options.settings.show
        self._counting = Counting(rules_of(options.settings, music), {}, 0)
        self._tap = tap
        self._grace_ms = show.grace_ms
        self._inbox: queue.Queue[Delivery] = queue.Queue(64)
        self._stop = threading.Event()
        self._read_all = False
        self.caught_up = False
        self.failed: Exception | None = None
        self.forbidden: list[str] = []
        self.ended = False
        self._thread = threading.Thread(target=self._run, name="sql-fold", daemon=True)
        self._counting.on_block = None
        tap.begin(show.window_ms)

    def deliver(self, delivery: Delivery) -> bool:
        """Hand over from the source's thread without waiting; False: full, it is offered again."""
        try:
            self._inbox.put_nowait(delivery)
        except queue.Full:
            return False
        return True

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        self._thread.join(timeout=5)

    def check(self) -> None:
        """Raise what keeps rows from coming.

        Raises
        ------
        BadInput
            The user may not read the topic.
        """
        if self.failed is not None:
            raise self.failed
        if self.forbidden:
            names = ", ".join(self.forbidden)
            raise BadInput(message("this user may not read topic {names}", names=names))

    def note_progress(self, read_all: bool) -> None:
        """Note whether the source has delivered everything the topic held at the start."""
        self._read_all = self._read_all or read_all

    def _run(self) -> None:
        try:
            while not self._stop.is_set():
                self._step()
        except Exception as error:  # the main thread reports it
            self.failed = error

    def _step(self) -> None:
        # Read before the queue is emptied: "caught up" must only cover what was folded.
        read_all = self._read_all
        try:
            batch = self._inbox.get(timeout=0.05).batch
            while True:
                self._fold(batch)
                if self._stop.is_set():
                    return
                batch = self._inbox.get_nowait().batch
        except queue.Empty:
            pass
        self.caught_up = self.caught_up or read_all
        if self.caught_up:
            self._counting.close(wall_ms() - self._grace_ms)

    def _fold(self, batch: Batch) -> None:
        counted: list[tuple[int, str | None]] = []
        counting = self._counting
        counting.fold(batch, counted=counted)
        self._tap.on_counted(batch, counted, counting.closed_until_ms, counting.late_or_capped)
        while self._tap.waiting > MOST_WAITING and not self._stop.wait(0.01):
            pass


@contextmanager
def topic_rows(options: Options, since_text: str, tap: StreamTap) -> Iterator[TopicRows]:
    """Read and fold the input topic inside the block.

    Raises
    ------
    BadInput
        A Kafka setting is wrong, or ``since_text`` is not a time.
    """
    # Late: a recording needs no Kafka client.
    from mwk_desktop.app.wiring.connection_lines import ConnectionLines, since_option
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.kafka.topic_source import KafkaSource, LostChoice

    since = since_option(since_text, wall_ms())
    music = outline_music(options.settings)
    rows = TopicRows(options, music, tap)
    topic, says = options.settings.topics.input, ConnectionLines()

    def report(state: ConnectionState) -> None:
        says(state, topic)
        rows.forbidden = says.forbidden

    resources = ExitStack()
    source = KafkaSource(
        kafka_properties(options),
        topic,
        rows.deliver,
        since=since,
        lost_history=LostChoice.OLDEST,
        on_state=report,
        client_id="mwk-sql",
        schemas=resources.enter_context(live_schemas(options.settings)),
    )
    try:
        source.start()
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from None
    rows.start()
    stop = threading.Event()

    def watch() -> None:
        while not stop.wait(0.05):
            progress = source.progress
            rows.ended = source.ended
            rows.note_progress(source.ended or (progress is not None and progress.caught_up))

    watcher = threading.Thread(target=watch, name="sql-progress", daemon=True)
    watcher.start()
    try:
        yield rows
    finally:
        stop.set()
        watcher.join(timeout=5)
        source.stop()
        resources.close()
        rows.stop()
