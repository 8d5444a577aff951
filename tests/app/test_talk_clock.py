"""The talk's clock: its rule, its file, what happens at zero."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.app.workers.talk_worker import FILE, TalkWorker
from mwk_desktop.show.action_kinds import Refusal
from mwk_desktop.show.actions import resolve
from mwk_desktop.show.commands import Command, FadeOut
from mwk_desktop.show.settings.load import TalkSettings
from mwk_desktop.show.silence import SilenceState
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.stage_state import ShowOnStage
from mwk_desktop.show.talk_actions import next_time_of_day_ms
from mwk_desktop.show.talk_clock import (
    FORGOTTEN_MS,
    ExtendTalk,
    PauseTalk,
    PlanTalk,
    ResetTalk,
    StartTalk,
    TalkClock,
)
from mwk_desktop.show.workers_state import WorkersState
from tests.show.shows import Live

MINUTE_MS = 60_000
REQUESTS = st.sampled_from([StartTalk(), PauseTalk(), ResetTalk(), ExtendTalk(120_000)])


class Talk:
    """A worker without its thread, on a clock that is set by hand."""

    def __init__(self, folder: Path, ending: str = "none") -> None:
        self.t_ms = 1_000_000
        self.sent: list[object] = []
        self.now = Live(folder / "show.jsonl").show.next_snapshot()
        settings = TalkSettings(minutes=20, ending=ending)
        self.worker = TalkWorker(settings, folder, self, lambda: self.t_ms)

    def snapshot(self) -> Snapshot:
        return self.now

    def send(self, command: Command) -> None:
        self.sent.append(command)

    def left(self) -> tuple[int, str]:
        talk = self.worker.complete_state(WorkersState(), self.now).talk
        assert talk is not None
        return talk.left_ms, talk.level

    def wait(self, ms: int) -> None:
        self.t_ms += ms
        self.worker.on_idle()


@given(st.lists(st.tuples(REQUESTS, st.integers(0, 100_000)), max_size=20))
def test_the_clock_counts_only_while_it_runs(steps: list[tuple[object, int]]) -> None:
    clock, now_ms = TalkClock.of_length(MINUTE_MS), 5
    left_ms, running = MINUTE_MS, False
    for request, passed_ms in steps:
        clock = clock.changed_by(request, now_ms)  # type: ignore[arg-type]
        if isinstance(request, ResetTalk):
            left_ms, running = MINUTE_MS, False
        elif isinstance(request, ExtendTalk):
            left_ms += 120_000
        else:
            running = isinstance(request, StartTalk)
        now_ms += passed_ms
        left_ms -= passed_ms if running else 0
        assert clock.left_at(now_ms) == left_ms
        assert TalkClock.from_row(clock.as_row(), MINUTE_MS, now_ms) == clock


def test_amber_red_and_over(tmp_path: Path) -> None:
    talk = Talk(tmp_path)
    assert talk.left() == (20 * MINUTE_MS, "")
    talk.worker.handle_request(StartTalk())
    talk.wait(15 * MINUTE_MS - 1)
    assert talk.left()[1] == "rest"
    talk.wait(1)
    assert talk.left() == (5 * MINUTE_MS, "amber")
    talk.wait(4 * MINUTE_MS)
    assert talk.left() == (MINUTE_MS, "red")
    talk.wait(2 * MINUTE_MS)
    assert talk.left() == (-MINUTE_MS, "red")
    assert talk.sent == []


def test_a_restart_keeps_the_clock_and_another_night_forgets_it(tmp_path: Path) -> None:
    talk = Talk(tmp_path)
    talk.worker.handle_request(StartTalk())
    talk.wait(19 * MINUTE_MS + 30_000)
    again = Talk(tmp_path)
    again.t_ms = talk.t_ms + 10_000
    assert again.left() == (20_000, "red")
    again.t_ms += FORGOTTEN_MS + MINUTE_MS
    other = TalkWorker(TalkSettings(minutes=20), tmp_path, again, lambda: again.t_ms)
    state = other.complete_state(WorkersState(), again.now).talk
    assert state is not None
    assert (state.left_ms, state.running) == (20 * MINUTE_MS, False)


@pytest.mark.parametrize("text", ["", "[]", '{"length_ms": 1}', "{", '{"a": 1}', "null"])
def test_a_damaged_file_is_a_fresh_clock(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    assert Talk(tmp_path).left() == (20 * MINUTE_MS, "")


@pytest.mark.parametrize(
    ("ending", "expected"),
    [
        ("none", []),
        ("fade", [FadeOut()]),
        ("winner", [ShowOnStage("winner")]),
        ("thanks", [FadeOut(), ShowOnStage("end"), ShowOnStage("end")]),
    ],
)
def test_what_happens_at_zero_happens_once(
    tmp_path: Path, ending: str, expected: list[object]
) -> None:
    talk = Talk(tmp_path, ending)
    talk.worker.handle_request(StartTalk())
    talk.wait(20 * MINUTE_MS - 1)
    assert talk.sent == []
    talk.wait(1)
    talk.wait(1_000)
    assert talk.sent == expected
    again = Talk(tmp_path, ending)
    again.t_ms = talk.t_ms
    again.wait(1)
    assert again.sent == [], "a restart does not end the talk again"


def test_a_silent_hall_is_not_faded_back(tmp_path: Path) -> None:
    talk = Talk(tmp_path, "fade")
    talk.now = replace(talk.now, silence=SilenceState("silent", 3.0))
    talk.worker.handle_request(StartTalk())
    talk.wait(20 * MINUTE_MS)
    assert talk.sent == []


def test_two_more_minutes_twice_put_the_end_off(tmp_path: Path) -> None:
    talk = Talk(tmp_path, "fade")
    talk.worker.handle_request(StartTalk())
    talk.wait(20 * MINUTE_MS - 1_000)
    talk.worker.handle_request(ExtendTalk(2 * MINUTE_MS))
    talk.worker.handle_request(ExtendTalk(2 * MINUTE_MS))
    talk.wait(4 * MINUTE_MS)
    assert talk.sent == []
    talk.wait(1_000)
    assert talk.sent == [FadeOut()]


def test_a_plan_by_hand_survives_a_restart_until_the_settings_change(tmp_path: Path) -> None:
    talk = Talk(tmp_path)
    talk.worker.handle_request(PlanTalk(length_ms=30 * MINUTE_MS, ending="fade"))
    assert talk.left() == (30 * MINUTE_MS, "")
    assert Talk(tmp_path).left() == (30 * MINUTE_MS, "")
    again = Talk(tmp_path).worker.complete_state(WorkersState(), talk.now).talk
    assert again is not None
    assert again.ending == "fade"
    other = TalkWorker(TalkSettings(minutes=10), tmp_path, talk, lambda: talk.t_ms)
    state = other.complete_state(WorkersState(), talk.now).talk
    assert state is not None
    assert (state.left_ms, state.ending) == (10 * MINUTE_MS, "none")


def test_a_longer_talk_ends_later_also_while_it_runs(tmp_path: Path) -> None:
    talk = Talk(tmp_path)
    talk.worker.handle_request(StartTalk())
    talk.wait(MINUTE_MS)
    talk.worker.handle_request(PlanTalk(length_ms=25 * MINUTE_MS))
    assert talk.left() == (24 * MINUTE_MS, "rest")


def test_a_talk_starts_at_its_time_also_where_the_program_was_off_then(tmp_path: Path) -> None:
    talk = Talk(tmp_path)
    talk.worker.handle_request(PlanTalk(starts_at_ms=talk.t_ms + MINUTE_MS))
    talk.wait(MINUTE_MS - 1)
    assert talk.left()[1] == ""
    again = Talk(tmp_path)
    again.t_ms = talk.t_ms
    again.wait(3 * MINUTE_MS + 1)
    assert again.left() == (17 * MINUTE_MS, "rest")


@given(st.lists(REQUESTS | st.builds(PlanTalk, st.integers(1, 10**8)), max_size=9))
def test_a_clock_has_its_length_minus_what_has_passed(requests: list[object]) -> None:
    """Whatever the order of requests: no time passes, so all that was added is there."""
    clock, added_ms = TalkClock.of_length(MINUTE_MS), 0
    for request in requests:
        clock = clock.changed_by(request, 5)  # type: ignore[arg-type]
        if isinstance(request, ExtendTalk):
            added_ms += request.by_ms
        elif isinstance(request, ResetTalk):
            added_ms = 0
        assert clock.left_at(5) == clock.length_ms + added_ms


@pytest.mark.parametrize(
    ("action", "value", "expected"),
    [
        ("talk.length", 45, PlanTalk(length_ms=45 * MINUTE_MS)),
        ("talk.amber", 5.5, PlanTalk(amber_ms=330_000)),
        ("talk.ending", "thanks", PlanTalk(ending="thanks")),
        ("talk.add", -1, PlanTalk(length_ms=19 * MINUTE_MS)),
        ("talk.starts_at", "", Refusal),
        ("talk.starts_at", "25:00", Refusal),
        ("talk.starts_at", "soon", Refusal),
    ],
)
def test_the_actions_of_the_plan(tmp_path: Path, action: str, value: object, expected: Any) -> None:
    talk = Talk(tmp_path)
    now = replace(talk.now, workers=talk.worker.complete_state(WorkersState(), talk.now))
    outcome = resolve(now, action, value)  # type: ignore[arg-type]
    assert outcome == expected or type(outcome) is expected


def test_a_time_of_day_is_the_next_one() -> None:
    now_ms = 1_700_000_000_000
    at_ms = next_time_of_day_ms("20:04", now_ms)
    assert at_ms is not None
    assert 0 < at_ms - now_ms <= 86_400_000
    assert f"{datetime.fromtimestamp(at_ms / 1000):%H:%M:%S}" == "20:04:00"
