"""A soak: one show on a topic and a computer to which everything happens, and what is checked.

Everything of ours is real: source, decoding, positions, committing, the show's file, counting,
conductor, clock, driver and mixer. The world moves where the source would wait for records, so the
whole soak runs on the source's thread, one thing after another.
"""

from __future__ import annotations

import faulthandler
import logging
import random
import re
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.kafka import (
    batch_poller,
    broker_clock,
    damaged_batches,
    source_thread,
    topic_reader,
    unreadable_batches,
)
from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.kafka.topic_facts import TopicFacts
from mwk_desktop.kafka.topic_source import KafkaSource
from mwk_desktop.show.drivers.committing import restored
from mwk_desktop.show.json_lines import health_line
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.store.show_file import ShowFile
from mwk_desktop.topology.counting import CountingRules
from tests.show.soak_crowd import Crowd
from tests.show.soak_life import Life
from tests.show.soak_machine import (
    BAR_FRAMES,
    GRACE_MS,
    MUSIC,
    Machine,
    ProgramDies,
)
from tests.show.soak_topic import MOST_POLLS, SoakTopic
from tests.show.soak_truth import Counted, Totals, Truth, totals_of

PASSED = re.compile(r"Passed by \S+ \[(\d+)\], offsets? (\d+)(?: to (\d+))?:")


FIVE_MINUTES = (22,)
"""Seeds of five minutes that notice each of the broken rules in ``test_soak_notices``."""

PATIENCE_S = 120.0
"""A soak in which no time goes on for so long has died; a machine under load may be slow."""

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
        patch.setattr(topic_reader, "describe_topic", lambda *_, **__: TopicFacts(self.topic.id))
        patch.setattr(batch_poller, "SPACING_S", 0.0)
        patch.setattr(source_thread, "RESTART_S", 0.0)
        patch.setattr(broker_clock, "newest_commit_ms", lambda _: -1)  # it does not tell its time
        patch.setattr(unreadable_batches, "AGAIN_S", 0.0)
        patch.setattr(unreadable_batches, "run_beside", lambda task: task())
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
        self.caught_up = False

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
        self.caught_up = False
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
            before = log.create_again()
            for truth in states:
                truth[number] = truth[number].cut(before, 0)
        self.topic.id = f"{self.topic.id}+"
        self.happened.append("topic created again")

    # -- progress -------------------------------------------------------------------------

    def wait_for(self, ended: threading.Event, source: KafkaSource) -> None:
        """Wait for the end of a life; a source that does nothing any more fails at once."""
        before_ms = -1
        while not ended.wait(PATIENCE_S):
            assert self.machine.true_ms != before_ms, f"it stands still: {self.where(source)}"
            before_ms = self.machine.true_ms

    def check_progress(self, source: KafkaSource) -> None:
        """A source that is busy without getting on fails."""
        polls, self.topic.polls = self.topic.polls, 0
        assert polls <= MOST_POLLS, f"it goes round in circles: {self.where(source)}"

    def where(self, source: KafkaSource) -> str:
        """Everything that tells why a soak does not go on."""
        logs = {n: (log.low, log.end, log.epoch, log.damaged) for n, log in self.topic.logs.items()}
        states = {n: (truth.at, truth.before is not None) for n, truth in self.truth.items()}
        facts = f"{source.state}\nlogs {logs}\nread {states}\nthe last things {self.happened[-8:]}"
        with tempfile.TemporaryFile("w+") as file:
            faulthandler.dump_traceback(file)
            file.seek(0)
            return f"{facts}\n{file.read()}"

    # -- the end --------------------------------------------------------------------------

    def check(self, life: Life, snapshot: Snapshot) -> None:
        """The music goes on, bar by bar; what is lost is said."""
        frame = life.engine.frame_now()
        assert snapshot.transport.frame == frame
        bar = (frame - life.first_bar_frame) // BAR_FRAMES + 1
        assert snapshot.transport.bar == bar >= life.bar
        life.bar = bar
        if life.engine.running and life.machine.awake_ms - life.sounding_since_ms > 500:
            assert snapshot.engine.master_peak_left > 0
        if life.source.state.link is Link.HISTORY_GONE:
            line = health_line(snapshot, 0.0)
            assert line["source"] == "history gone"
            assert str(life.source.state.sentence) in map(str, snapshot.problems)
        if self.caught_up:
            closed_ms = life.clock.now_ms() - self.rules.window_ms - GRACE_MS
            assert all(at > closed_ms for at in life.counting.open_windows_ms)
        if life.counting.counts.malformed and not self.truth:
            assert snapshot.counts.first_malformed

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
