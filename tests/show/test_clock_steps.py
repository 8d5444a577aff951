"""The system's clock is set during a show: nothing closes twice, and every vote counts."""

from __future__ import annotations

import ast
import itertools
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import mwk_desktop
from mwk_desktop.clock import STEP_MS, ShowClock
from mwk_desktop.records.batch import Batch, move_events
from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.show.drivers.live import LiveShow
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.json_lines import health_line, window_line
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.show.shows import COMMON, MUSIC, RATE_HZ, WINDOW_MS, Replayed, batch_of
from tests.support import T0_MS, examples

HOUR_MS = 3_600_000
NS = 1_000_000


class Machine:
    """A computer's two clocks, and a live show on them.

    ``true_ms`` is the time everywhere else; the system's clock differs by ``error_ms``.
    """

    def __init__(self, path: Path | None = None, error_ms: int = 0, start_ms: int = T0_MS) -> None:
        self.true_ms = start_ms
        self.error_ms = error_ms
        self.clock = ShowClock(lambda: (self.true_ms - T0_MS) * NS, lambda: self.wall_ms * NS)
        anchor_ms = self.clock.now_ms()
        self.engine = PlannedLaunches(RATE_HZ)
        self.counting = Counting(CountingRules(window_ms=WINDOW_MS), MUSIC.clips, 5)
        self.lines: list[dict[str, Any]] = []
        self.writer = None if path is None else RecordingWriter(path)
        self.show = LiveShow(
            self.counting,
            MUSIC,
            self.engine,
            self.clock,
            anchor_ms,
            source_state=lambda: SourceState("live", "test", "connected", anchor_ms),
            seed=5,
            settings={"show": {"window_ms": WINDOW_MS}},
            recorder=self.writer,
            on_window=lambda window, scene: self.lines.append(window_line(window, scene)),
            **COMMON,
        )
        self.show.start()
        self.votes = itertools.count(1)
        self.sent = 0

    @property
    def wall_ms(self) -> int:
        return self.true_ms + self.error_ms

    def vote(self, event_ms: int, word: str = "drum") -> None:
        """A vote arrives now; as the sources do, with no time in the show's future."""
        number = next(self.votes)
        self.sent += 1
        batch = batch_of(event_ms, (f"user{number}", word), first=number)
        arrival_ms = self.clock.now_ms()
        batch.events_ms = [min(event_ms, arrival_ms)]
        batch.arrivals_ms = [arrival_ms]
        batch.records = [replace(record, arrival_ms=arrival_ms) for record in batch.records]
        self.show.fold_batch(batch)

    def go(self, ms: int) -> None:
        self.true_ms += ms
        self.engine.advance_to(self.engine.frame + ms * RATE_HZ // 1000)
        self.show.tick()

    def close_all(self) -> None:
        for _ in range(4):
            self.go(WINDOW_MS)

    def check(self) -> None:
        """No window twice, none out of order or off the grid; every vote is in one of them."""
        starts = [line["start_ms"] for line in self.lines]
        assert starts == sorted(set(starts))
        assert all(start_ms % WINDOW_MS == 0 for start_ms in starts)
        assert self.counting.counts.late == 0
        assert sum(sum(line["votes"].values()) for line in self.lines) == self.sent


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["step", "wait", "suspend"]),
        st.one_of(
            st.integers(-2 * HOUR_MS, 2 * HOUR_MS),
            st.sampled_from([-STEP_MS, STEP_MS, -WINDOW_MS, WINDOW_MS, -400, 400, 40_000]),
        ),
    ),
    max_size=8,
)


@given(STEPS, st.integers(0, 2**32))
@settings(max_examples=examples(60), deadline=None)
def test_whatever_is_set_every_vote_counts_once(steps: Any, seed: int) -> None:
    rng = random.Random(seed)
    machine = Machine()
    for kind, ms in steps:
        for _ in range(rng.randrange(4)):
            machine.go(rng.randrange(1, 1_500))
            machine.vote(machine.wall_ms, rng.choice(["drum", "pad"]))
        if kind == "step":
            machine.error_ms += ms
        elif kind == "wait":
            machine.go(abs(ms) % 9_000)
        else:  # both clocks go on, the music does not
            machine.true_ms += abs(ms)
        machine.vote(machine.wall_ms)
    machine.close_all()
    machine.check()


@pytest.mark.parametrize("step_ms", [-HOUR_MS, HOUR_MS, -400, 400, -WINDOW_MS, 17_001])
def test_a_step_is_said_written_down_and_replays_the_same(tmp_path: Path, step_ms: int) -> None:
    path = tmp_path / "show.jsonl"
    machine = Machine(path)
    for n in range(60):
        machine.go(200)
        machine.vote(machine.wall_ms, "pad" if n % 3 else "synth")
        if n == 20:
            machine.error_ms = step_ms
    said = machine.show.next_snapshot().problems
    assert len(said) == (abs(step_ms) >= 1_000)
    if said:
        assert ("back" if step_ms < 0 else "forward") in str(said[0])
    machine.close_all()
    machine.check()
    assert machine.writer is not None
    machine.writer.close()
    replayed = Replayed(path)
    replayed.offline()
    assert replayed.lines == machine.lines
    timed = Replayed(path)
    timed.timed()
    assert timed.lines == machine.lines


@given(st.integers(-HOUR_MS, HOUR_MS), st.integers(0, 20))
@settings(max_examples=examples(40), deadline=None)
def test_a_clock_that_was_wrong_at_the_start_and_is_put_right_counts_right_producers_again(
    error_ms: int, windows: int
) -> None:
    """Seen: a console that starts 40 s ahead counted no vote for the rest of the night."""
    machine = Machine(error_ms=error_ms)
    for _ in range(windows):
        machine.go(WINDOW_MS)
    machine.error_ms = 0  # NTP
    for _ in range(40):
        machine.go(400)
        machine.vote(machine.true_ms)
    machine.close_all()
    machine.check()
    assert machine.clock.ahead_ms > -WINDOW_MS


def test_a_show_that_goes_on_after_its_clock_was_set_back_reopens_nothing() -> None:
    machine = Machine()
    closed_ms = T0_MS + 3 * HOUR_MS
    machine.counting.close(closed_ms)
    machine.clock.begin_after(closed_ms, WINDOW_MS)
    assert machine.clock.now_ms() >= closed_ms
    for _ in range(10):
        machine.go(700)
        machine.vote(machine.true_ms)
    machine.close_all()
    machine.check()


def test_what_people_read_is_the_systems_time_and_the_next_show_begins_there() -> None:
    machine = Machine()
    machine.go(1_000)
    machine.error_ms = -HOUR_MS
    machine.go(1_000)
    snapshot = machine.show.next_snapshot()
    assert snapshot.t_ms == T0_MS + 2_000
    assert snapshot.wall_ms == machine.wall_ms
    assert health_line(snapshot, 0.0)["t_ms"] == machine.wall_ms
    machine.clock.restart()
    assert machine.clock.now_ms() == machine.wall_ms
    assert (machine.clock.shift_ms, machine.clock.ahead_ms) == (0, 0)
    assert machine.clock.follow(WINDOW_MS) is None


def test_small_differences_are_no_step_and_a_slow_reading_is_none() -> None:
    reads = iter([0, 0, 0, 0, 50 * NS, 0, 0])
    wall = iter([0, (STEP_MS - 1) * NS, HOUR_MS * NS, HOUR_MS * NS])
    clock = ShowClock(lambda: next(reads), lambda: next(wall))
    assert clock.follow(WINDOW_MS) is None
    assert clock.follow(WINDOW_MS) is None  # 50 ms passed between the readings
    step = clock.follow(WINDOW_MS)
    assert step is not None
    assert step.moved_ms == HOUR_MS


def test_a_record_without_a_time_gets_none() -> None:
    times = Batch(events_ms=[0, -1, T0_MS, T0_MS + 5], arrivals_ms=[T0_MS + WINDOW_MS] * 4)
    move_events(times, WINDOW_MS)
    assert times.events_ms == [0, -1, T0_MS + WINDOW_MS, T0_MS + WINDOW_MS]


def test_nothing_but_the_clock_module_reads_the_time_of_day() -> None:
    readers = {"time", "time_ns", "now", "utcnow", "today"}
    found = []
    package = Path(mwk_desktop.__file__).parent
    for path in package.rglob("*.py"):
        if path == package / "clock.py":
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
                continue
            if node.value.id in ("time", "datetime", "date") and node.attr in readers:
                found.append(f"{path.relative_to(package)}:{node.lineno}: {ast.unparse(node)}")
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "time":
                found += [f"{path}: {n.name}" for n in node.names if n.name in readers]
    assert found == []
