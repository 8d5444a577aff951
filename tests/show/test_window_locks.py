"""The newest lock: who won, who leaves and when it lands, from the lock to long after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mwk_desktop.records.batch import Batch
from mwk_desktop.show.commands import (
    CancelScene,
    Command,
    Mode,
    Scrub,
    SetHold,
    SetMode,
)
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.stage_state import LockedWindow, LockOutcome
from tests.show.shows import RATE_HZ, WINDOW_MS, Live, Replayed
from tests.support import T0_MS, live_batch

STEP_MS = 20
BEAT_FRAMES = 22_500
FIRST = ("drum", "drum", "pad", "pad", "synth", "vocal", "melody", "line_bass")
SECOND = ("drum", "heavy_bass", "heavy_bass", "pad")


class Evening:
    """A live show, seen every 20 ms."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "show.jsonl"
        self.live = Live(self.path)
        self.seen: list[tuple[int, Snapshot]] = []
        self._first = 0

    def vote(self, *instruments: str) -> Batch:
        batch = live_batch(instruments, T0_MS + self.now_ms, first=self._first)
        self._first += len(instruments)
        return batch

    @property
    def now_ms(self) -> int:
        return len(self.seen) * STEP_MS

    def run(self, until_ms: int, *happenings: tuple[int, Command | Callable[[], Batch]]) -> None:
        waiting = sorted(happenings, key=lambda each: each[0])
        while self.now_ms < until_ms:
            while waiting and waiting[0][0] <= self.now_ms:
                what = waiting.pop(0)[1]
                if callable(what):
                    self.live.show.fold_batch(what())
                else:
                    self.live.show.apply_command(what)
            self.live.show.tick()
            self.seen.append((self.now_ms, self.live.show.next_snapshot()))
            self.live.clock.advance(STEP_MS)
            self.live.engine.advance(STEP_MS * RATE_HZ // 1000)

    def at(self, t_ms: int) -> LockedWindow:
        locked = self.seen[t_ms // STEP_MS][1].locked
        assert locked is not None
        return locked


@pytest.fixture
def evening(tmp_path: Path) -> Evening:
    return Evening(tmp_path)


def play_two_windows(
    evening: Evening, *happenings: tuple[int, Command | Callable[[], Batch]]
) -> None:
    evening.run(
        3 * WINDOW_MS,
        (200, lambda: evening.vote(*FIRST)),
        (WINDOW_MS + 1_500, lambda: evening.vote(*SECOND)),
        *happenings,
    )


def test_before_the_first_lock_there_is_none(evening: Evening) -> None:
    evening.run(WINDOW_MS)
    assert all(snapshot.locked is None for _, snapshot in evening.seen)


def test_a_lock_is_known_at_once_and_lands_where_it_said(evening: Evening) -> None:
    play_two_windows(evening)
    first = evening.at(WINDOW_MS + STEP_MS)
    assert (first.start_ms, first.end_ms) == (T0_MS, T0_MS + WINDOW_MS)
    assert not first.closed
    assert first.top == ("drum", "pad", "line_bass", "melody", "synth")
    assert first.chart[:2] == (("drum", 2), ("pad", 2))
    assert len(first.chart) == 8
    assert first.before == ("drum", "pad")
    assert first.after == ("drum", "line_bass", "melody", "pad", "synth")
    assert first.outcome is LockOutcome.LANDS
    frames = {evening.at(t).landing_frame for t in range(WINDOW_MS + STEP_MS, 2 * WINDOW_MS, 200)}
    assert len(frames) == 1
    landed = next(s for _, s in evening.seen if s.scene_number == 1)
    final = evening.at(2 * WINDOW_MS - STEP_MS)
    assert final.closed
    assert final.landing_frame in frames
    assert final.scene_number == 1
    assert landed.transport.frame <= (final.landing_frame or 0) + STEP_MS * RATE_HZ // 1000
    assert final.before == first.before
    assert abs(final.lock_frame - WINDOW_MS * RATE_HZ // 1000) <= 1


def test_votes_that_were_cast_in_time_count_until_the_close(evening: Evening) -> None:
    def late() -> Batch:
        return live_batch(["vocal"] * 3, T0_MS + WINDOW_MS - 10, first=900)

    play_two_windows(evening, (WINDOW_MS + 100, late))
    assert evening.at(WINDOW_MS + 60).top[0] == "drum"
    after = evening.at(WINDOW_MS + 400)
    assert after.closed
    assert after.chart[0] == ("vocal", 4)
    assert after.top == ("vocal", "drum", "pad", "line_bass", "melody")


def test_who_stays_and_how_often_in_a_row(evening: Evening) -> None:
    play_two_windows(evening)
    second = evening.at(3 * WINDOW_MS - 2 * STEP_MS)
    assert second.scene_number == 2
    assert dict(zip(second.top, second.in_a_row, strict=True)) == {
        "heavy_bass": 1,
        "drum": 2,
        "pad": 2,
    }
    assert second.before == ("drum", "line_bass", "melody", "pad", "synth")
    assert second.after == ("drum", "heavy_bass", "pad")


def test_a_window_without_votes_locks_nothing(evening: Evening) -> None:
    evening.run(WINDOW_MS + 1_000)
    locked = evening.at(WINDOW_MS + 900)
    assert locked.outcome is LockOutcome.STAYS
    assert (locked.top, locked.landing_frame) == ((), None)
    assert locked.before == locked.after


@pytest.mark.parametrize(
    ("command", "outcome"),
    [(SetHold(True), LockOutcome.HELD), (CancelScene(), LockOutcome.CANCELLED)],
    ids=["held", "cancelled"],
)
@pytest.mark.parametrize("when_ms", [WINDOW_MS - 500, WINDOW_MS + 100, WINDOW_MS + 300])
def test_what_does_not_land_says_so(
    evening: Evening, command: Command, outcome: LockOutcome, when_ms: int
) -> None:
    play_two_windows(evening, (when_ms, command))
    locked = evening.at(2 * WINDOW_MS - STEP_MS)
    assert (locked.outcome, locked.landing_frame) == (outcome, None)
    assert locked.top[0] == "drum"
    assert evening.at(WINDOW_MS + STEP_MS).chart == locked.chart


def test_the_hand_decides_who_sounds_after_it(evening: Evening) -> None:
    play_two_windows(evening, (1_000, SetMode("vocal", Mode.ON)), (2_900, SetMode("pad", Mode.OFF)))
    locked = evening.at(2 * WINDOW_MS - STEP_MS)
    assert "vocal" in locked.before
    assert "vocal" in locked.after
    assert "pad" not in locked.after
    assert "pad" in locked.top


def test_after_a_jump_there_is_no_lock_until_the_next(evening: Evening) -> None:
    play_two_windows(evening)
    evening.live.writer.close()
    planned = PlannedLaunches(RATE_HZ)
    show = Replayed(evening.path).show(planned)
    show.start()

    def play(ms: int) -> Snapshot:
        for _ in range(ms // STEP_MS):
            planned.advance_to(planned.frame + STEP_MS * RATE_HZ // 1000)
            show.tick()
            snapshot = show.next_snapshot()
        return snapshot

    assert play(WINDOW_MS + 1_000).locked is not None
    show.apply_command(Scrub(500))
    jumped = play(400)
    assert jumped.locked is None
    assert play(WINDOW_MS).locked is not None


def test_a_vote_that_comes_with_the_close_is_in_the_final_chart(evening: Evening) -> None:
    """The votes of the closed window count, not those that were last seen open."""
    close_ms = WINDOW_MS + 240
    last = live_batch(["vocal"] * 9, T0_MS + WINDOW_MS - 50, first=500)
    evening.run(close_ms + 200, (200, lambda: evening.vote(*FIRST)), (close_ms, lambda: last))
    final = evening.at(close_ms + 100)
    assert final.closed
    assert final.chart[0] == ("vocal", 10)
    assert final.top[0] == "vocal"
