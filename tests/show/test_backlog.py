"""Votes of a topic's backlog count in their windows, in whatever order the partitions arrive."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.clock import HeldClock
from mwk_desktop.engine.local_engine import LocalEngine
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.show.drivers import live
from mwk_desktop.show.drivers.live import BACKLOG_UNREAD, LiveShow, live_grid
from mwk_desktop.show.json_lines import window_line
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.show.shows import CLIPS, COMMON, MUSIC, RATE_HZ, WINDOW_MS, Replayed, batch_of
from tests.support import T0_MS, examples

NOW_MS = T0_MS + 20 * WINDOW_MS
"""When the show starts: twenty windows after the topic's first vote."""


class Show:
    """A live show that starts behind its topic."""

    def __init__(self, recorder: Any = None, counting: Counting | None = None) -> None:
        self.clock = HeldClock(NOW_MS)
        grid = live_grid(MUSIC, NOW_MS, WINDOW_MS)
        spec = EngineSpec(MUSIC.loop_frames, RATE_HZ, 480, origin_frame=grid.origin_frame)
        self.engine = LocalEngine(CLIPS, spec)
        self.lines: list[dict[str, Any]] = []
        self.counting = counting or Counting(CountingRules(window_ms=WINDOW_MS), MUSIC.clips, 5)
        self.show = LiveShow(
            self.counting,
            MUSIC,
            self.engine,
            self.clock,
            NOW_MS,
            source_state=lambda: SourceState("live", "test", "connected", NOW_MS),
            seed=5,
            recorder=recorder,
            on_window=lambda window, scene: self.lines.append(window_line(window, scene)),
            catching_up=True,
            **COMMON,
        )
        self.show.start()

    def read(self, batch: Batch, *, caught_up: bool) -> None:
        """A delivery, and time for the show to close something."""
        self.show.fold_batch(Delivery(batch, {}, caught_up=caught_up))
        self.go(20)

    def go(self, ms: int) -> None:
        self.clock.advance(ms)
        self.engine.advance(ms * RATE_HZ // 1000)
        self.show.tick()

    @property
    def votes(self) -> dict[int, dict[str, int]]:
        return {line["start_ms"]: line["votes"] for line in self.lines}


def _expected(votes: list[tuple[int, str]]) -> dict[int, dict[str, int]]:
    charts: dict[int, Counter[str]] = {}
    for t_ms, word in votes:
        charts.setdefault(t_ms - t_ms % WINDOW_MS, Counter())[word] += 1
    return {start_ms: dict(charts[start_ms]) for start_ms in sorted(charts)}


def _vote(t_ms: int, word: str, number: int) -> Batch:
    return batch_of(t_ms, (f"user{number}", word), first=number)


BACKLOG = st.lists(
    st.tuples(
        st.integers(T0_MS, NOW_MS - WINDOW_MS - 251),
        st.sampled_from(["drum", "pad", "synth"]),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=30,
)


@given(BACKLOG, st.randoms())
@settings(max_examples=examples(40), deadline=None)
def test_every_order_of_the_partitions_gives_the_same_windows(votes: Any, rng: Any) -> None:
    show = Show()
    partitions: list[list[tuple[int, str]]] = [[], [], []]
    for t_ms, word, partition in votes:
        partitions[partition].append((t_ms, word))
    number, last = 0, len(votes)
    while any(partitions):
        t_ms, word = rng.choice([each for each in partitions if each]).pop(0)
        number += 1
        show.read(_vote(t_ms, word, number), caught_up=number == last)
    show.go(10)
    assert show.votes == _expected([(t_ms, word) for t_ms, word, _ in votes])
    assert [line["start_ms"] for line in show.lines] == sorted(show.votes)
    assert show.counting.counts.late == 0


def test_the_wall_clock_takes_over_without_a_seam() -> None:
    show = Show()
    show.read(_vote(NOW_MS - 3 * WINDOW_MS, "drum", 1), caught_up=False)
    assert show.lines == []
    at_ms = show.clock.now_ms()
    show.read(_vote(at_ms, "pad", 2), caught_up=True)  # in the window that is open now
    assert list(show.votes) == [NOW_MS - 3 * WINDOW_MS]
    show.go(250)
    show.read(_vote(NOW_MS - WINDOW_MS, "synth", 3), caught_up=True)  # that one has passed
    assert show.counting.counts.late == 1
    show.go(WINDOW_MS)
    show.go(300)
    assert show.votes[at_ms - at_ms % WINDOW_MS] == {"pad": 1}
    assert show.counting.closed_until_ms == NOW_MS + WINDOW_MS


def test_nothing_closes_before_the_source_has_spoken() -> None:
    """Kafka comes up a minute after the show: the backlog waits for it."""
    show = Show()
    for _ in range(16):
        show.go(WINDOW_MS)
    show.read(_vote(NOW_MS - WINDOW_MS, "drum", 1), caught_up=True)
    assert show.votes == {NOW_MS - WINDOW_MS: {"drum": 1}}


def test_a_show_that_goes_on_counts_what_came_while_it_was_down() -> None:
    before = Show()
    before.read(_vote(NOW_MS, "drum", 1), caught_up=True)
    rules = CountingRules(window_ms=WINDOW_MS)
    counting = Counting.from_rows(rules, MUSIC.clips, before.counting.all_rows())
    after = Show(counting=counting)
    after.clock.advance(5 * WINDOW_MS)
    after.read(_vote(NOW_MS + 2 * WINDOW_MS, "pad", 2), caught_up=False)
    after.read(_vote(NOW_MS + WINDOW_MS, "synth", 3), caught_up=True)
    assert after.votes == {
        NOW_MS: {"drum": 1},
        NOW_MS + WINDOW_MS: {"synth": 1},
        NOW_MS + 2 * WINDOW_MS: {"pad": 1},
    }


@pytest.mark.parametrize("windows", [3, 250])
def test_one_tick_closes_so_many_windows_and_one_scene_is_sent(
    windows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole night's windows must not stall the show thread."""
    show = Show()
    start_ms = NOW_MS - (windows + 2) * WINDOW_MS
    for number in range(windows):
        show.show.fold_batch(Delivery(_vote(start_ms + number * WINDOW_MS, "drum", number), {}))
    sent: list[int] = []
    plan_launches = show.engine.plan_launches
    monkeypatch.setattr(
        show.engine,
        "plan_launches",
        lambda strip, launches: (sent.append(strip), plan_launches(strip, launches)),
    )
    ticks = 0
    while len(show.lines) < windows:
        before = len(show.lines)
        show.go(1)
        ticks += 1
        assert len(show.lines) - before <= 100
    assert ticks == -(-windows // 100)
    assert len(sent) <= 3 * 8 * ticks


def test_the_recording_of_a_backlog_replays_the_same_windows(tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    writer = RecordingWriter(path)
    show = Show(writer)
    for number, (windows_ago, word) in enumerate([(3, "drum"), (7, "pad"), (5, "synth")]):
        show.read(_vote(NOW_MS - windows_ago * WINDOW_MS, word, number), caught_up=number == 2)
    show.go(WINDOW_MS)
    writer.close()
    replayed = Replayed(path)
    replayed.offline()
    assert replayed.lines == show.lines
    assert len(show.lines) == 3


def test_while_a_backlog_is_not_read_the_show_says_why_no_window_closes() -> None:
    """Kafka is away from the start, or the topic is long."""
    show = Show()
    show.read(_vote(NOW_MS - WINDOW_MS, "drum", 1), caught_up=False)
    assert show.show.next_snapshot().problems == ()
    show.go(2 * WINDOW_MS)
    assert show.show.next_snapshot().problems == (BACKLOG_UNREAD,)
    assert show.lines == []
    show.read(Batch(), caught_up=True)
    assert show.show.next_snapshot().problems == ()
    assert len(show.lines) == 1


def test_a_backlog_of_years_does_not_keep_every_window_open(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(live, "MOST_OPEN", 5)
    show = Show()
    for number in range(20):
        batch = _vote(NOW_MS - (20 - number) * WINDOW_MS, "drum", number)
        show.read(batch, caught_up=False)
        assert show.counting.open_count <= 5
    assert [line["start_ms"] for line in show.lines] == [
        NOW_MS - (20 - number) * WINDOW_MS for number in range(15)
    ]
    show.read(Batch(), caught_up=True)
    assert len(show.lines) == 20
    assert show.counting.counts.late == 0
