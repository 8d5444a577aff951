"""A soak: one show on a topic and a computer to which everything happens, and what is checked.

Everything of ours is real: source, decoding, positions, committing, the show's file, counting,
conductor, clock, driver and mixer. The world moves where the source would wait for records, so the
whole soak runs on the source's thread, one thing after another.
"""

from __future__ import annotations

import logging
import random
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import KafkaError, KafkaException

from mwk_desktop.kafka import batch_poller, damaged_batches, source_thread, topic_reader
from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.kafka.topic_source import KafkaSource, LostChoice
from mwk_desktop.messages import Message
from mwk_desktop.records.batch import Batch, Delivery, OffsetMark
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.show.commands import Mode, SetHold, SetMode
from mwk_desktop.show.drivers.committing import TOPIC_ID, Committer, restored
from mwk_desktop.show.drivers.live import SLEEP_MS, LiveShow, live_grid
from mwk_desktop.show.json_lines import health_line, window_line
from mwk_desktop.show.snapshot import Snapshot, SourceState
from mwk_desktop.store.changes import Changes
from mwk_desktop.store.show_file import ShowFile
from mwk_desktop.topology.counting import NEVER_MS, Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.show.soak_crowd import Crowd
from tests.show.soak_machine import (
    BAR_FRAMES,
    BEAT_FRAMES,
    MUSIC,
    RATE_HZ,
    FailingEngine,
    Machine,
)
from tests.show.soak_topic import TOPIC, LogConsumer, SoakTopic
from tests.show.soak_truth import Counted, PartitionTruth, Totals, Truth, totals_of

GRACE_MS = 250

PASSED = re.compile(r"Passed by \S+ \[(\d+)\], offsets? (\d+)(?: to (\d+))?:")


class ProgramDies(BaseException):
    """As by kill -9: nothing that would end it in order is done."""


_excepthook = threading.excepthook


def _let_die(failed: threading.ExceptHookArgs) -> None:
    if failed.exc_type is not ProgramDies:
        _excepthook(failed)


class _Said(logging.Handler):
    """What the program's log says."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def emit(self, record: logging.LogRecord) -> None:
        self._lines.append(record.getMessage())


class Soak:
    """All lives of one show.

    Parameters
    ----------
    seed
        Everything at random hangs on it.
    length_ms
        Time that the program runs for (suspends and pauses come on top) until nothing happens any
        more and the show ends.
    window_ms, every_ms
        The windows, and the mean time between two things that happen.
    folder
        For the show's file and its recordings.
    patch
        Puts the topic of this soak in Kafka's place.
    """

    def __init__(
        self,
        seed: int,
        length_ms: int,
        window_ms: int,
        every_ms: int,
        folder: Path,
        patch: pytest.MonkeyPatch,
    ) -> None:
        self._patch = patch
        patch.setattr(topic_reader, "topic_id", lambda *_: self.topic.id)
        patch.setattr(batch_poller, "SPACING_S", 0.0)
        patch.setattr(source_thread, "RESTART_S", 0.0)
        patch.setattr(threading, "excepthook", _let_die)
        self.rng = random.Random(seed)
        self.machine = Machine()
        self.topic = SoakTopic(3)
        self.crowd = Crowd(self.rng, self.machine)
        self.folder = folder
        self.until_ms = self.machine.awake_ms + length_ms
        self.every_ms = every_ms
        self.rules = CountingRules(window_ms=window_ms, max_votes_per_user=self.rng.choice([0, 4]))
        self.truth: Truth = {}
        self.lines: list[dict[str, Any]] = []
        self.committed: tuple[Truth, int] = ({}, 0)
        self.happened: list[str] = []
        self.said: list[str] = []
        self.next_ms = self.machine.true_ms + self.rng.randrange(1_000, 2 * every_ms)
        self.rate = 5.0
        self.rate_until_ms = 0
        self.file_path: Path | None = None
        self.lives = 0
        self.graceful = True

    def run(self) -> Totals:
        """Life after life, to the end; returns what the show must have come to."""
        log = logging.getLogger("mwk_desktop.kafka.topic_source")
        handler = _Said(self.said)
        log.addHandler(handler)
        try:
            while not self._live():
                self._pass_time_between_lives()
        finally:
            log.removeHandler(handler)
        return totals_of(self.counted)

    def _live(self) -> bool:
        """One life; True where it was the last."""
        life = Life(self)
        self._patch.setattr(source_thread, "open_consumer", life.open_consumer)
        self._patch.setattr(damaged_batches, "open_consumer", life.open_consumer)
        life.run()
        if life.finished:
            self.check_end(life)
        return life.finished

    @property
    def counted(self) -> list[Counted]:
        """Every record that the show must have counted."""
        return [
            record
            for number, truth in self.truth.items()
            for chunk in (*truth.read, truth.chunk(self.topic.logs[number]))
            for record in chunk
        ]

    # -- the world ------------------------------------------------------------------------

    def pick(self, *weighted: tuple[float, Callable[[], bool]]) -> None:
        """Let one thing happen; some cannot now, and then nothing does."""
        weights, kinds = zip(*weighted, strict=True)
        kind = self.rng.choices(kinds, weights)[0]
        if kind():
            self.happened.append(kind.__name__.strip("_"))

    def post_some(self, ms: int) -> None:
        """What is sent in so much time."""
        if self.machine.true_ms > self.rate_until_ms:
            self.rate = self.rng.choice([0.0, 0.5, 3.0, 8.0, 8.0, 15.0])
            self.rate_until_ms = self.machine.true_ms + self.rng.randrange(1_000, 60_000)
        expected = self.rate * ms / 1_000
        count = int(expected) + (self.rng.random() < expected % 1)
        for _ in range(count):
            self.rng.choice(list(self.topic.logs.values())).append(self.crowd.post())

    def change_log(self, number: int, *, down: bool) -> bool:
        """A partition loses its tail (or, while nobody reads, its head)."""
        log, states = self.topic.logs[number], (self.truth, self.committed[0])
        known = [truth[number] for truth in states if number in truth]
        if len(known) < 2 or any(each.before or not each.has_mark(log) for each in known):
            return False
        if down and self.rng.random() < 0.3:
            low = self.rng.randrange(log.low, log.end + 1)
            before = log.expire(low)
            for truth in states:
                truth[number] = truth[number].expired(before, low)
        else:
            cut = self.rng.randrange(max(log.low, log.end - 40), log.end + 1)
            batch = log.damaged_at(cut)
            cut = batch[0] if batch else cut
            before = log.truncate(cut, same_epoch=down and self.rng.random() < 0.5)
            for truth in states:
                truth[number] = truth[number].cut(before, cut)
        return True

    def _pass_time_between_lives(self) -> None:
        """Nobody reads: what was not committed is forgotten, and the topic goes on."""
        truth, count = self.committed
        self.truth = dict(truth)
        del self.lines[count:]
        for _ in range(self.rng.randrange(1, 40)):
            ms = self.rng.randrange(100, 3_000)
            self.machine.sleep(ms)
            self.post_some(ms)
            if self.rng.random() < 0.03:
                self.machine.error_ms += self.rng.choice([-1, 1]) * self.rng.randrange(3_600_000)
                self.happened.append("step while down")
            if self.rng.random() < 0.04 and self.change_log(
                self.rng.choice(list(self.topic.logs)), down=True
            ):
                self.happened.append("change while down")
        if self.rng.random() < 0.1:
            self._recreate()

    def _recreate(self) -> None:
        """Somebody deletes the topic and creates it again."""
        states = (self.truth, self.committed[0])
        for number, log in self.topic.logs.items():
            for truth in states:
                if number not in truth or truth[number].before or not truth[number].has_mark(log):
                    return
        for number, log in self.topic.logs.items():
            before = log.truncate(log.low, same_epoch=True)
            log.low = log.epoch = 0
            for truth in states:
                truth[number] = truth[number].cut(before, 0)
        self.topic.id = f"{self.topic.id}+"
        self.happened.append("topic created again")

    # -- the end --------------------------------------------------------------------------

    def check_end(self, life: Life) -> None:
        """Counts, windows, leaderboard and the show's file equal what was sent."""
        for number, log in self.topic.logs.items():
            assert self.truth[number].before is None
            assert self.truth[number].at == log.end
        counted = self.counted
        totals = totals_of(counted)
        assert self.file_path is not None
        file = ShowFile.open(self.file_path)
        again = restored(file.load(), self.rules, MUSIC.clips)
        file.close()
        assert again is not None
        for counting in (life.counting, again):
            counts = counting.counts
            assert counts.tweets == totals.tweets
            assert counts.malformed == totals.malformed
            assert counts.duplicates == totals.duplicates
            assert counts.votes + counts.late + counts.capped == totals.votes
            assert counts.late >= 0.9 * totals.old
            assert counts.records == totals.tweets + totals.malformed + totals.duplicates
            standings = counting.leaderboard.top(counts.users)
            assert {each.name: each.tweets for each in standings} == totals.users
            regular = [(s.name, s.tweets) for s in standings if s.name != "odd"]
            assert regular == [each for each in totals.ranking if each[0] != "odd"]
            assert counts.votes == sum(sum(line["votes"].values()) for line in self.lines)
        starts = [line["start_ms"] for line in self.lines]
        assert starts == sorted(set(starts))
        assert not any(start_ms % self.rules.window_ms for start_ms in starts)
        self._check_said(counted)

    def _check_said(self, counted: list[Counted]) -> None:
        """Whatever was passed by has its line."""
        said = "\n".join(self.said)
        places = [(int(p), int(a), int(b or a)) for p, a, b in PASSED.findall(said)]
        ranges = {(number, at) for number, first, last in places for at in range(first, last + 1)}
        for number, offset, posted, damaged in counted:
            if damaged or posted.bad_header:
                assert (number, offset) in ranges, (number, offset, posted, damaged)
        assert said.count("Reading from Kafka failed") == self.happened.count("client failed")


class _Recorder:
    """A recorder whose own lines are kept to look at."""

    def __init__(self, path: Path) -> None:
        self._writer = RecordingWriter(path)
        self.lines: list[Mapping[str, Any]] = []

    def write_all(self, records: Sequence[Record]) -> None:
        self._writer.write_all(records)

    def write_show(self, line: Mapping[str, Any], arrival_ms: int) -> None:
        self.lines.append(line)
        self._writer.write_show(line, arrival_ms)

    def close(self) -> None:
        self._writer.close()


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
        self.recorder = _Recorder(soak.folder / f"life-{soak.lives}.jsonl")
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
        self._choosing: LostChoice | None = None
        self._choose_ms = 0
        self._away_until_ms = 0
        self._back_ms = 0
        self._bar = 0
        self._sounding_since_ms = 0
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
        self._sounding_since_ms = self.machine.awake_ms
        self.source.start()
        assert self._ended.wait(600)
        if self.failure is None and self.soak.graceful:
            assert self.source.stop_reading()
            self.show.finish()
        self.source.stop()
        if self.failure is not None:
            raise self.failure
        self.file.close()
        self.recorder.close()

    def _guarded(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A failed check must not be taken for a failure of the client."""

        def guarded(*arguments: Any) -> Any:
            try:
                return function(*arguments)
            except (KafkaException, ProgramDies):
                raise
            except BaseException as error:
                self.failure = error
                self._ended.set()
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
            self._happen()
        self.show.tick()
        if self.rng.random() < 0.5:
            self._check(self.show.next_snapshot())
        if not self._ended.is_set() and machine.awake_ms < soak.until_ms:
            soak.post_some(ms)

    def _meanwhile(self) -> None:
        """What ends by itself: a broker that is away, a silent engine, a question."""
        now_ms, topic = self.machine.true_ms, self.soak.topic
        if topic.away and now_ms >= self._away_until_ms:
            topic.away = False
            self._report()
        if not self.engine.running and now_ms >= self._back_ms:
            self.engine.come_back()
            self._sounding_since_ms = self.machine.awake_ms
        lost = self.source.state.link is Link.HISTORY_GONE
        if not lost:
            self._choose_ms = 0
        elif not self._choose_ms:
            self._choose_ms = now_ms + self.rng.randrange(500, 20_000)
        elif now_ms >= self._choose_ms:
            self._choosing = self.rng.choice([LostChoice.OLDEST, LostChoice.NOW])
            self.source.choose(self._choosing)
            self._choose_ms = now_ms + 60_000

    def _report(self) -> None:
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
            self._ended.set()

    # -- what happens ---------------------------------------------------------------------

    def _happen(self) -> None:
        self.soak.pick(
            (3, self._clock_step),
            (2, self._suspend),
            (2, self._kill),
            (1, self._quit),
            (2, self._client_fails),
            (1, self._leader_moves),
            (0.5, self._new_partition),
            (3, self._truncation),
            (2, self._damaged_batch),
            (1, self._broker_away),
            (3, self._device_lost),
            (2, self._burst),
            (2, self._hand),
        )

    def _clock_step(self) -> bool:
        limit_ms = self.rng.choice([1_000, 10_000, 60_000, 3_600_000])
        step_ms = self.rng.choice([-1, 1]) * self.rng.randrange(1_000, limit_ms + 1)
        if abs(self.machine.error_ms + step_ms) > 3 * 3_600_000:
            step_ms = -step_ms
        self.machine.error_ms += step_ms
        self.show.tick()
        said = " ".join(map(str, self.show.next_snapshot().problems))
        assert f"clock was set {'back' if step_ms < 0 else 'forward'}" in said
        return True

    def _suspend(self) -> bool:
        ms = self.rng.randrange(1_000, self.rng.choice([5_000, 60_000, 600_000]))
        before = len(self.recorder.lines)
        self.show.tick()
        self.machine.sleep(ms)
        self.show.tick()
        sleeps = [line for line in self.recorder.lines[before:] if line["type"] == "sleep"]
        assert len(sleeps) == (ms > SLEEP_MS)
        self.soak.post_some(ms)
        return True

    def _kill(self) -> bool:
        self.soak.happened.append("kill")
        self.soak.graceful = False
        self._ended.set()
        raise ProgramDies

    def _quit(self) -> bool:
        self.soak.graceful = True
        self._ended.set()
        return True

    def _client_fails(self) -> bool:
        self.soak.happened.append("client failed")
        raise KafkaException(KafkaError(KafkaError._FAIL, "the client has had enough"))

    def _leader_moves(self) -> bool:
        self.rng.choice(list(self.soak.topic.logs.values())).epoch += 1
        return True

    def _new_partition(self) -> bool:
        logs = self.soak.topic.logs
        if len(logs) >= 6:
            return False
        logs[len(logs)] = type(logs[0])()
        self._report()
        return True

    def _truncation(self) -> bool:
        return self.soak.change_log(self.rng.choice(list(self.soak.topic.logs)), down=False)

    def _damaged_batch(self) -> bool:
        log = self.rng.choice(list(self.soak.topic.logs.values()))
        count = self.rng.randrange(1, 30)
        for _ in range(count):
            log.append(self.soak.crowd.tweet())
        log.damage(count)
        return True

    def _broker_away(self) -> bool:
        self.soak.topic.away = True
        self._away_until_ms = self.machine.true_ms + self.rng.randrange(500, 60_000)
        self._report()
        return True

    def _device_lost(self) -> bool:
        if not self.engine.running:
            return False
        self.engine.die()
        self._back_ms = self.machine.true_ms + self.rng.choice([0, 300, 3_000])
        engine = self.show.next_snapshot().engine
        assert engine.state == "restarting"
        assert str(engine.detail)
        return True

    def _burst(self) -> bool:
        for _ in range(self.rng.randrange(100, 2_000)):
            self.rng.choice(list(self.soak.topic.logs.values())).append(self.soak.crowd.post())
        return True

    def _hand(self) -> bool:
        name = self.rng.choice(INSTRUMENTS)
        command = self.rng.choice(
            [SetHold(True), SetHold(False), SetMode(name, Mode.ON), SetMode(name, Mode.AUTO)]
        )
        self.show.apply_command(command)
        return True

    # -- checks ---------------------------------------------------------------------------

    def _check(self, snapshot: Snapshot) -> None:
        """The music goes on, bar by bar; what is lost is said."""
        frame = self.engine.frame_now()
        assert snapshot.transport.frame == frame
        bar = (frame - self.first_bar_frame) // BAR_FRAMES + 1
        assert snapshot.transport.bar == bar >= self._bar
        self._bar = bar
        if self.engine.running and self.machine.awake_ms - self._sounding_since_ms > 500:
            assert snapshot.engine.master_peak_left > 0
        if self.source.state.link is Link.HISTORY_GONE:
            line = health_line(snapshot, 0.0)
            assert line["source"] == "history gone"
            assert str(self.source.state.sentence) in map(str, snapshot.problems)
        if self.counting.counts.malformed and not self.soak.truth:
            assert snapshot.counts.first_malformed
