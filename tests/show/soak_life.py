"""One life of a show in a soak: from its start to its end or its death, and what happens to it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from confluent_kafka import KafkaException

from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.kafka.topic_source import KafkaSource, LostChoice
from mwk_desktop.messages import Message
from mwk_desktop.records.batch import Batch, Delivery, OffsetMark
from mwk_desktop.show.drivers.committing import TOPIC_ID, Committer, restored
from mwk_desktop.show.drivers.live import LiveShow, live_grid
from mwk_desktop.show.json_lines import window_line
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.store.changes import Changes
from mwk_desktop.store.show_file import ShowFile
from mwk_desktop.topology.counting import NEVER_MS, Counting
from tests.show.soak_events import LifeEvents
from tests.show.soak_machine import (
    BAR_FRAMES,
    BEAT_FRAMES,
    GRACE_MS,
    MUSIC,
    RATE_HZ,
    FailingEngine,
    ProgramDies,
    Recorder,
)
from tests.show.soak_topic import TOPIC, LogConsumer
from tests.show.soak_truth import PartitionTruth

if TYPE_CHECKING:
    from tests.show.soak_show import Soak


class Life:
    """The program, from a start to its end or its death."""

    def __init__(self, soak: Soak) -> None:
        self.soak, self.rng, self.machine = soak, soak.rng, soak.machine
        soak.lives += 1
        self.finished = False
        self.failure: BaseException | None = None
        self.counting, self.file, kept = self._open()
        self.clock = self.machine.show_clock()
        self.clock.begin_after(self.counting.closed_until_ms, soak.rules.window_ms)
        anchor_ms = self.clock.now_ms()
        grid = live_grid(MUSIC, anchor_ms, soak.rules.window_ms)
        into_frames = anchor_ms % soak.rules.window_ms * RATE_HZ // 1_000
        self.first_bar_frame = (BEAT_FRAMES - into_frames) % BAR_FRAMES
        self.engine = FailingEngine(self.machine, grid)
        self.recorder = Recorder(soak.folder / f"life-{soak.lives}.jsonl")
        self.consumer: LogConsumer | None = None
        self.source = KafkaSource(
            {"bootstrap.servers": "nowhere:1"},
            TOPIC,
            self._guarded(self._deliver),
            next_offsets=kept.next_offsets,
            marks={p: OffsetMark(*mark) for p, mark in kept.marks.items()},
            topic_id=kept.values.get(TOPIC_ID, b"").decode(),
            clock_ms=self.clock.now_ms,
        )
        self.show = LiveShow(
            self.counting,
            MUSIC,
            self.engine,
            self.clock,
            anchor_ms,
            opening=("drum", "pad"),
            quantize="bar",
            grace_ms=GRACE_MS,
            source_state=self._source_state,
            seed=self.counting.bags.seed,
            recorder=self.recorder,
            committer=Committer(
                self.counting, self._submit, lambda: True, lambda: self.source.topic_id
            ),
            on_window=lambda window, scene: soak.lines.append(window_line(window, scene)),
            problems=self._problems,
            listener=self,
            catching_up=True,
        )
        self._ended = threading.Event()
        self._events = LifeEvents(self)
        self._choosing: LostChoice | None = None
        self._choose_ms = 0
        self.away_until_ms = 0
        self.back_ms = 0
        self.bar = 0
        self.sounding_since_ms = 0
        self._refuse = False
        self._end_ms = 0
        self._restarts = 0

    def _open(self) -> tuple[Counting, ShowFile, Any]:
        soak = self.soak
        if soak.file_path is None:
            file = ShowFile.create(soak.folder, {"topic": TOPIC, "seed": 7}, self.machine.wall_ms)
            soak.file_path = file.path
        else:
            file = ShowFile.open(soak.file_path)
        kept = file.load()
        counting = restored(kept, soak.rules, MUSIC.clips)
        assert kept.next_offsets == {p: truth.at for p, truth in soak.truth.items()}
        return counting or Counting(soak.rules, MUSIC.clips, 7, track=True), file, kept

    def open_consumer(self, *_: Any, **callbacks: Any) -> LogConsumer:
        """In the place of the client's."""
        if callbacks["client_id"] != "mwk":
            return LogConsumer(self.soak.topic, callbacks, lambda: None)  # looks behind a batch
        self.consumer = LogConsumer(self.soak.topic, callbacks, self._guarded(self._step))
        self.consumer.report()
        return self.consumer

    def run(self) -> None:
        self.show.start()
        self.sounding_since_ms = self.machine.awake_ms
        self.source.start()
        self.soak.wait_for(self._ended, self.source)
        if self.failure is None and self.soak.graceful:
            assert self.source.stop_reading()
            self.show.finish()
        self.source.stop()
        if self.failure is not None:
            raise self.failure
        self.file.close()
        self.recorder.close()

    def end(self) -> None:
        """End this life as soon as the source looks."""
        self._ended.set()

    def _guarded(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A failed check must not be taken for a failure of the client."""

        def guarded(*arguments: Any) -> Any:
            try:
                return function(*arguments)
            except (KafkaException, ProgramDies):
                raise
            except BaseException as error:
                self.failure = error
                self.end()
                raise ProgramDies from None

        return guarded

    # -- what the show is given -----------------------------------------------------------

    def _source_state(self) -> SourceState:
        state = self.source.state
        return SourceState(
            "live", "soak", state.link.value, state.since_ms, self.source.lag, state.sentence
        )

    def _problems(self) -> tuple[Message | str, ...]:
        state = self.source.state
        quiet = state.link in (Link.CONNECTED, Link.CONNECTING, Link.STOPPED)
        remark = (state.remark,) if state.remark else ()
        return remark if quiet else (state.sentence, *remark)

    def _submit(self, changes: Changes) -> None:
        """The store's thread, without the thread."""
        soak = self.soak
        for number, at in changes.next_offsets.items():
            assert soak.truth[number].at == at
        self.file.apply(changes)
        soak.committed = (dict(soak.truth), len(soak.lines))
        if changes.next_offsets:
            self.source.committed(changes.next_offsets)

    def _deliver(self, delivery: Delivery) -> bool:
        assert self.consumer is not None
        self._refuse = not self._refuse and self.rng.random() < 0.001
        self.consumer.held = self._refuse
        if self._refuse:
            return False
        self.show.fold_batch(delivery)
        self.soak.caught_up |= delivery.caught_up
        for number, at in delivery.next_offsets.items():
            self._moved(number, at, delivery)
        return True

    def _moved(self, number: int, at: int, delivery: Delivery) -> None:
        truth, log = self.soak.truth, self.soak.topic.logs[number]
        if number not in truth:
            assert not delivery.batch.tweets
            truth[number] = PartitionTruth(number, (), at, at)
            return
        before = truth[number]
        if before.before is None:
            assert before.at <= at <= log.end, (number, before.at, at, log.low, log.end, delivery)
            truth[number] = replace(before, at=at)
            return
        # History was lost: nothing counts but what the presenter has chosen.
        assert self._choosing is not None
        assert not delivery.batch.tweets
        assert log.low <= at <= log.end
        if self._choosing is LostChoice.OLDEST:
            assert at <= before.at or log.low > before.at
        truth[number] = before.answered(at)

    def on_counted(
        self,
        batch: Batch,
        counted: Sequence[tuple[int, str | None]],
        closed_until_ms: int,
        refused: Sequence[int],
    ) -> None:
        """What carries this moment's time is never late, what is days old always is."""
        if self.soak.rules.max_votes_per_user:
            return
        late = set(refused)
        for index, instrument in counted:
            record = batch.records[index]
            posted = self.soak.topic.logs[record.partition].at(record.offset)[1]
            assert posted.instrument == instrument
            if posted.fresh and posted.sent_ms == self.machine.true_ms:
                assert index not in late
            elif posted.old and instrument and closed_until_ms != NEVER_MS:
                assert index in late

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        raise AssertionError("nobody is blocked")

    def restart(self) -> None:
        raise AssertionError("a live show does not begin again")

    # -- time -----------------------------------------------------------------------------

    def _step(self) -> None:
        """The source waits: time goes on."""
        soak, machine = self.soak, self.machine
        assert self.consumer is not None
        soak.check_progress(self.source)
        if self._ended.is_set():
            if not soak.graceful:
                raise ProgramDies
            return  # the program ends
        ms = self.rng.randrange(20, 250)
        machine.true_ms += ms
        self.engine.render()
        if self.rng.random() < 0.3:
            self.consumer.report()
        self._meanwhile()
        if machine.awake_ms >= soak.until_ms:
            self._come_to_an_end()
        elif machine.true_ms >= soak.next_ms:
            soak.next_ms = machine.true_ms + self.rng.randrange(500, 2 * soak.every_ms)
            self._events.happen()
        self.show.tick()
        if self.rng.random() < 0.5:
            self.soak.check(self, self.show.next_snapshot())
        if not self._ended.is_set() and machine.awake_ms < soak.until_ms:
            soak.post_some(ms)

    def _meanwhile(self) -> None:
        """What ends by itself: a broker that is away, a silent engine, a question."""
        now_ms, topic = self.machine.true_ms, self.soak.topic
        if topic.away and now_ms >= self.away_until_ms:
            topic.away = False
            self.report()
        if not self.engine.running and now_ms >= self.back_ms:
            self.engine.come_back()
            self.sounding_since_ms = self.machine.awake_ms
        lost = self.source.state.link is Link.HISTORY_GONE
        if not lost:
            self._choose_ms = 0
        elif not self._choose_ms:
            self._choose_ms = now_ms + self.rng.randrange(500, 20_000)
        elif now_ms >= self._choose_ms:
            self._choosing = self.rng.choice([LostChoice.OLDEST, LostChoice.NOW])
            self.source.choose(self._choosing)
            self._choose_ms = now_ms + 60_000

    def report(self) -> None:
        assert self.consumer is not None
        self.consumer.report()

    def _come_to_an_end(self) -> None:
        """Nothing happens any more; what is open is read, answered and closed."""
        soak, now_ms = self.soak, self.machine.awake_ms
        if not self._end_ms:
            self._end_ms = now_ms + 30_000 + 2 * soak.rules.window_ms
        open_questions = any(truth.before is not None for truth in soak.truth.values())
        if open_questions or soak.topic.away or len(soak.truth) < len(soak.topic.logs):
            self._end_ms = max(self._end_ms, now_ms + 2 * soak.rules.window_ms)
            assert now_ms < soak.until_ms + 600_000
        if now_ms >= self._end_ms:
            self.finished = soak.graceful = True
            self.end()
