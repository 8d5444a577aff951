"""What the stage shows: one moment at a time, asked for by any hand, recorded and replayed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.show.action_kinds import ConsoleState, Refusal
from mwk_desktop.show.actions import feedback, resolve
from mwk_desktop.show.commands import ShowWinner
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.scene_history import SceneHistory
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.stage_moments import LONG_AGO_FRAME, StageMoments
from mwk_desktop.show.stage_state import ShowOnStage, StageMoment, StageState
from mwk_desktop.show.winner_moment import WinnerMoment
from mwk_desktop.show.workers_state import QueryState, WorkersState
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.show.shows import Live, Replayed
from tests.support import T0_MS, live_batch

RATE_HZ = 48_000
EMPTY = Counting(CountingRules(), {}, 0)


def moments() -> StageMoments:
    return StageMoments(WinnerMoment(), RATE_HZ)


def test_the_end_is_asked_for_twice_within_two_seconds() -> None:
    stage = moments()
    assert stage.show("end", EMPTY, 0, 0)
    assert stage.state(95_999) == StageState(end_asked=True)
    assert not stage.state(96_000).end_asked
    assert stage.show("end", EMPTY, 96_000, 0)  # too late: this one is the first again
    assert stage.state(96_000).moment is StageMoment.VOTES
    assert stage.show("end", EMPTY, 96_001, 7)
    assert stage.state(96_002) == StageState(StageMoment.END, 96_001, 7)


def test_another_moment_forgets_the_first_press_of_the_end() -> None:
    stage = moments()
    stage.show("end", EMPTY, 0, 0)
    stage.show("join", EMPTY, 10, 0)
    stage.show("end", EMPTY, 20, 0)
    assert stage.state(30).moment is StageMoment.JOIN


def test_unknown_moments_and_a_winner_of_nobody_change_nothing() -> None:
    stage = moments()
    assert not stage.show("dance", EMPTY, 0, 0)
    assert not stage.show("winner", EMPTY, 0, 0)
    assert not stage.show("votes", EMPTY, 0, 0)
    assert stage.state(0) == StageState()


def test_the_winner_stays_frozen_until_something_else_is_shown() -> None:
    stage = moments()
    counting = Counting(CountingRules(), {}, 0)
    counting.fold(live_batch(["drum"], T0_MS))
    assert stage.show("winner", counting, 0, 5)
    assert stage.winner.state(frozenset()) is not None
    assert not stage.show("winner", counting, 1, 6)
    assert stage.show("black", counting, 2, 7)
    assert stage.winner.state(frozenset()) is None
    assert not stage.hide_winner(counting, 3, 8)


def test_after_a_jump_the_moment_has_stood_for_long() -> None:
    stage = moments()
    stage.show("join", EMPTY, 500, 1)
    stage.arrive()
    assert stage.state(0) == StageState(StageMoment.JOIN, LONG_AGO_FRAME, 1)


@given(st.lists(st.sampled_from(["votes", "join", "sql", "messages", "black", "logo"])))
def test_what_is_shown_is_what_was_asked_for_last(asked: list[str]) -> None:
    stage, shown = moments(), "votes"
    for frame, name in enumerate(asked):
        assert stage.show(name, EMPTY, frame, 0) == (name != shown)
        shown = name
        assert stage.state(frame).moment.value == shown


# -- actions --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    live = Live(Path(tmp_path_factory.mktemp("stage")) / "show.jsonl")
    live.show.tick()
    made = live.show.next_snapshot()
    live.writer.close()
    return made


def shown(snapshot: Snapshot, moment: StageMoment) -> Snapshot:
    return replace(snapshot, stage=StageState(moment))


@pytest.mark.parametrize("name", ["join", "messages", "black", "logo", "end"])
def test_each_moment_is_a_toggle_whose_second_press_returns_to_the_votes(
    snapshot: Snapshot, name: str
) -> None:
    assert resolve(snapshot, f"stage.{name}") == ShowOnStage(name)
    there = shown(snapshot, StageMoment(name))
    assert resolve(there, f"stage.{name}") == ShowOnStage("votes")
    assert resolve(there, "stage.votes") == ShowOnStage("votes")
    assert isinstance(resolve(there, f"stage.{name}", 1), Refusal)
    lit = {key for key, value in feedback(there).items() if key.startswith("stage.") and value}
    black = {"stage.black.next"} if name in ("black", "logo") else set()
    assert lit == {f"stage.{name}"} | black
    locked = ConsoleState(locked=True)
    assert isinstance(resolve(snapshot, f"stage.{name}", None, locked), Refusal)


def test_one_key_goes_from_black_to_the_logo_to_the_votes(snapshot: Snapshot) -> None:
    from_moments = (StageMoment.VOTES, StageMoment.BLACK, StageMoment.LOGO, StageMoment.JOIN)
    went = [resolve(shown(snapshot, moment), "stage.black.next") for moment in from_moments]
    names = ("black", "logo", "votes", "black")
    assert went == [ShowOnStage(name) for name in names]


def test_what_is_not_dark_needs_no_logo_after_it(snapshot: Snapshot) -> None:
    """Whatever presses it: keys, buttons, MIDI, OSC and phones."""
    console = ConsoleState(black_is_dark=False)
    from_moments = (StageMoment.VOTES, StageMoment.BLACK, StageMoment.LOGO)
    went = [
        resolve(shown(snapshot, moment), "stage.black.next", None, console)
        for moment in from_moments
    ]
    assert went == [ShowOnStage("black"), ShowOnStage("votes"), ShowOnStage("votes")]


def test_sql_waits_for_an_answer(snapshot: Snapshot) -> None:
    refused = resolve(snapshot, "stage.sql")
    assert isinstance(refused, Refusal)
    assert "SQL page" in str(refused.reason)
    answered = WorkersState(query=QueryState("SELECT 1", columns=("1",), types=("INTEGER",)))
    assert resolve(replace(snapshot, workers=answered), "stage.sql") == ShowOnStage("sql")


def test_a_locked_console_keeps_its_stage(snapshot: Snapshot) -> None:
    for name in ("stage.window", "stage.fullscreen", "stage.votes", "stage.black.next"):
        refused = resolve(shown(snapshot, StageMoment.JOIN), name, None, ConsoleState(locked=True))
        assert isinstance(refused, Refusal), name


# -- the history of scenes ------------------------------------------------------------------


@given(st.lists(st.sets(st.sampled_from(INSTRUMENTS), min_size=1), max_size=12))
def test_scenes_count_once_and_streaks_end_with_a_missed_scene(scenes: list[set[str]]) -> None:
    history = SceneHistory()
    for number, scene in enumerate(scenes, 1):
        for _ in range(2):  # seen in many snapshots
            history.observe(number, scene)
    assert history.totals.scenes == len(scenes)
    for name, total in history.totals.by_instrument:
        assert total == sum(name in scene for scene in scenes)
        streak = 0
        for scene in scenes:
            streak = streak + 1 if name in scene else 0
        assert history.in_a_row(name) == streak


# -- recorded -------------------------------------------------------------------------------


def test_the_stage_is_recorded_and_replayed(tmp_path: Path) -> None:
    live = Live(tmp_path / "show.jsonl")
    happenings = [
        (100, live_batch(["drum", "pad"], T0_MS)),
        (1_000, ShowOnStage("join")),
        (2_000, ShowOnStage("black")),
        (5_000, ShowWinner(True)),
        (6_000, ShowOnStage("end")),
        (6_500, ShowOnStage("end")),
    ]
    live.run(8_000, happenings)
    assert live.show.next_snapshot().stage.moment is StageMoment.END
    show = Replayed(tmp_path / "show.jsonl").show(planned := PlannedLaunches(RATE_HZ))
    show.start()
    seen: list[StageMoment] = []
    while not show.finished:
        planned.advance_to(planned.frame + 2_400)
        show.tick()
        moment = show.next_snapshot().stage.moment
        if not seen or seen[-1] is not moment:
            seen.append(moment)
    kinds = StageMoment
    assert seen == [kinds.VOTES, kinds.JOIN, kinds.BLACK, kinds.WINNER, kinds.END]


@pytest.mark.parametrize("command", [ShowWinner(True), ShowOnStage("winner")])
def test_either_command_for_the_winner_says_since_when(
    tmp_path: Path, command: ShowWinner | ShowOnStage
) -> None:
    live = Live(tmp_path / "show.jsonl")
    live.show.fold_batch(live_batch(["drum"], T0_MS))
    live.clock.advance(2_000)
    live.engine.advance(2 * RATE_HZ)
    live.show.apply_command(command)
    live.show.tick()
    stage = live.show.next_snapshot().stage
    assert stage.moment is StageMoment.WINNER
    assert stage.since_frame == 2 * RATE_HZ
