"""Actions: every hand's vocabulary, resolved by the newest snapshot and shown back."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mwk_desktop.messages import render
from mwk_desktop.show import commands as ask
from mwk_desktop.show.action_kinds import (
    UNCHANGED,
    ConsoleRequest,
    ConsoleState,
    Kind,
    Refusal,
)
from mwk_desktop.show.action_labels import action_label
from mwk_desktop.show.actions import ACTIONS, UnknownActionError, feedback, resolve
from mwk_desktop.show.commands import Mode
from mwk_desktop.show.fader_law import (
    FADER_ZERO,
    fader_gain,
    fader_position,
    gain_of_db,
    typed_db,
)
from mwk_desktop.show.filter_law import snapped_filter
from mwk_desktop.show.planned_actions import PLANNED
from mwk_desktop.show.snapshot import Leader, ReplayState, Snapshot
from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.show.sound_commands import SetFilter
from mwk_desktop.show.winner_state import Winner
from mwk_desktop.show.workers_state import PageState, WorkersState
from mwk_desktop.units import INSTRUMENTS, db_to_gain
from tests.show.shows import Live
from tests.support import examples

LOCKED = ConsoleState(locked=True)
REPLAY = ReplayState(30_000, 120_000, 1.0, False, False, "x.jsonl")


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Live]:
    """A show that is never wound back: an action must hold wherever it stands."""
    made = Live(Path(tmp_path_factory.mktemp("actions")) / "show.jsonl")
    made.show.tick()
    yield made
    made.writer.close()


@pytest.fixture
def calm(live: Live) -> Snapshot:
    """A snapshot at rest, to be changed by hand."""
    snapshot = live.show.next_snapshot()
    strips = tuple(
        replace(
            strip,
            mode=Mode.AUTO,
            pending_mode=None,
            mute=False,
            solo=False,
            gain=1.0,
            filter=0.5,
            can_cancel=False,
        )
        for strip in snapshot.strips
    )
    return replace(snapshot, strips=strips, panic="", fade="", can_undo=False, hold=False)


def reason(outcome: object) -> str:
    assert isinstance(outcome, Refusal), outcome
    assert render(outcome.reason, "fr") != str(outcome.reason)
    return str(outcome.reason)


# ---- asked, applied, shown -------------------------------------------------------------------

_BY_KIND = {
    Kind.TOGGLE: st.sampled_from([None, True, False, 0, 1]),
    Kind.FADER: st.floats(-0.5, 1.5),
    Kind.COUNT: st.integers(0, 20),
}
_HELD_BY_THE_SHOW = [
    action
    for action in ACTIONS.values()
    if action.name.startswith(("strip.", "master.", "show.hold", "show.fade", "votes."))
    and (action.kind in _BY_KIND or action.choices)
    and action not in PLANNED
]


@st.composite
def asked(draw: st.DrawFn) -> tuple[str, Any]:
    action = draw(st.sampled_from(_HELD_BY_THE_SHOW))
    values = st.sampled_from(action.choices) if action.choices else _BY_KIND[action.kind]
    return action.name, draw(values)


@settings(max_examples=examples(80), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked())
def test_what_is_asked_is_what_is_shown(live: Live, wish: tuple[str, Any]) -> None:
    name, value = wish
    before = live.show.next_snapshot()
    outcome = resolve(before, name, value)
    if isinstance(outcome, Refusal) and outcome is not UNCHANGED:
        return  # there is nothing that it could change
    if not isinstance(outcome, Refusal):
        assert not isinstance(outcome, ConsoleRequest)
        live.show.apply_command(outcome)  # type: ignore[arg-type]
    live.show.tick()
    shown = feedback(live.show.next_snapshot())[name]
    kind = ACTIONS[name].kind
    if kind is Kind.TOGGLE:
        wanted = not feedback(before)[name] if value is None else bool(value)
        assert shown is wanted
    elif kind is Kind.FADER:
        place = max(0.0, min(1.0, value))
        wanted = snapped_filter(place) if name.endswith(".filter") else place
        assert shown == pytest.approx(wanted, abs=1e-6)
    else:
        assert shown == value


def test_every_action_has_its_value(calm: Snapshot) -> None:
    shown = feedback(calm)
    assert list(shown) == list(ACTIONS)
    assert shown["strip.1.mode"] == "auto"
    assert shown["strip.1.fader"] == pytest.approx(FADER_ZERO)
    assert shown["strip.1.gain_db"] == 0.0
    assert shown["show.undo"] is False
    assert shown["replay.position"] is None
    assert feedback(replace(calm, replay=REPLAY))["replay.position"] == 0.25
    assert feedback(calm, LOCKED)["show.lock"] is True


@pytest.mark.parametrize("name", ACTIONS)
def test_no_value_breaks_an_action(name: str, calm: Snapshot) -> None:
    replaying = replace(calm, replay=REPLAY)
    for value in (None, 0, 1, True, 0.5, -3, 1e30, math.inf, -math.inf, math.nan, "", "on", "x"):
        assert resolve(replaying, name, value) is not None


@pytest.mark.parametrize(
    ("name", "nearest"),
    [("strip.1.mut", "strip.1.mute"), ("show.panik", "show.panic"), ("strip.9.mute", "strip.")],
)
def test_an_unknown_action_is_an_error_that_names_the_nearest(
    name: str, nearest: str, calm: Snapshot
) -> None:
    with pytest.raises(UnknownActionError, match=f"no action {name}.*{nearest}"):
        resolve(calm, name)


# ---- strips ----------------------------------------------------------------------------------


def strip_with(snapshot: Snapshot, **changes: Any) -> Snapshot:
    return replace(snapshot, strips=(replace(snapshot.strips[0], **changes), *snapshot.strips[1:]))


def test_modes_cycle_by_what_was_asked_last(calm: Snapshot) -> None:
    for mode, after in ((Mode.AUTO, Mode.ON), (Mode.ON, Mode.OFF), (Mode.OFF, Mode.AUTO)):
        wanted = ask.SetMode("drum", after)
        assert resolve(strip_with(calm, mode=mode), "strip.1.mode.next") == wanted
        assert resolve(strip_with(calm, pending_mode=mode), "strip.1.mode.next") == wanted


def test_clips_go_round(calm: Snapshot) -> None:
    names = [clip.name for clip in calm.strips[0].clips]
    assert resolve(calm, "strip.1.clip.next") == ask.NextVariation("drum")
    for name, before in zip(names, [names[-1], *names], strict=False):
        chosen = strip_with(calm, variation=name)
        assert resolve(chosen, "strip.1.clip.previous") == ask.SetVariation("drum", before)
    assert resolve(calm, "strip.1.clip", names[1]) == ask.SetVariation("drum", names[1])
    assert resolve(calm, "strip.1.clip.auto") == ask.SetVariation("drum", None)
    assert "has no clip pad/x.flac" in reason(resolve(calm, "strip.1.clip", "pad/x.flac"))
    assert "has no clip" in reason(resolve(strip_with(calm, clips=()), "strip.1.clip.next"))


def test_a_pending_change_is_cancelled_only_where_there_is_one(calm: Snapshot) -> None:
    assert "Nothing is pending" in reason(resolve(calm, "strip.1.cancel"))
    pending = strip_with(calm, can_cancel=True)
    assert resolve(pending, "strip.1.cancel") == ask.CancelChange("drum")


def test_faders_follow_one_law(calm: Snapshot) -> None:
    assert resolve(calm, "strip.8.fader", FADER_ZERO) == ask.SetGain("vocal", 1.0)
    assert resolve(calm, "master.fader", 0) == ask.SetGain(None, 0.0)
    assert resolve(calm, "master.floor.fader", FADER_ZERO) == ask.SetFloorGain(1.0)
    assert resolve(calm, "master.floor.fader", FADER_ZERO + 1e-7) == ask.SetFloorGain(1.0)
    step = resolve(calm, "strip.1.fader.step", -0.5)
    assert isinstance(step, ask.SetGain)
    assert step.gain == pytest.approx(db_to_gain(-0.5))
    typed = resolve(calm, "strip.1.gain_db", 40.0)
    assert isinstance(typed, ask.SetGain)
    assert typed.gain == pytest.approx(db_to_gain(6.0))
    assert resolve(calm, "strip.1.gain_db", -math.inf) == ask.SetGain("drum", 0.0)


def test_a_filter_snaps_to_the_middle_and_moves_by_steps(calm: Snapshot) -> None:
    assert resolve(calm, "strip.7.filter", 64 / 127) == SetFilter("synth", 0.5)
    assert resolve(calm, "strip.7.filter", 0.2) == SetFilter("synth", 0.2)
    low = strip_with(calm, filter=0.54)
    assert resolve(low, "strip.1.filter.step", -0.05) == SetFilter("drum", 0.5)
    assert resolve(low, "strip.1.filter.step", 9.0) == SetFilter("drum", 1.0)
    assert resolve(low, "strip.1.filter.step", math.inf) == UNCHANGED
    assert feedback(low)["strip.1.filter"] == 0.54


@given(st.floats(0.0, 1.0))
def test_a_place_on_the_fader_comes_back(place: float) -> None:
    assert fader_position(fader_gain(place)) == pytest.approx(place, abs=1e-6)


@pytest.mark.parametrize(
    ("text", "db"),
    [("-3.5", -3.5), ("\u22123,5 dB", -3.5), ("0", 0.0), ("loud", None), ("nan", None), ("", None)],
)
def test_typed_decibels(text: str, db: float | None) -> None:
    assert typed_db(text) == db


def test_silence_is_below_ninety_decibels() -> None:
    assert gain_of_db(-90.1) == 0.0
    assert gain_of_db(-90.0) > 0.0


# ---- the whole show --------------------------------------------------------------------------


def test_panic_never_resumes_and_resume_never_panics(calm: Snapshot) -> None:
    silent = replace(calm, panic="silent")
    assert resolve(calm, "show.panic") == ask.Panic()
    assert resolve(replace(calm, panic="fading"), "show.panic") == ask.Panic()
    assert "silent already" in reason(resolve(silent, "show.panic"))
    assert resolve(silent, "show.resume") == ask.Resume()
    assert resolve(replace(calm, panic="fading"), "show.resume") == ask.Resume()
    assert resolve(replace(calm, fade="silent"), "show.resume") == ask.Resume()
    assert "plays already" in reason(resolve(calm, "show.resume"))


@pytest.mark.parametrize(
    ("fade", "faded"), [("", False), ("fading", True), ("silent", True), ("resuming", False)]
)
def test_music_that_is_about_to_return_can_be_faded_again(
    calm: Snapshot, fade: str, faded: bool
) -> None:
    snapshot = replace(calm, fade=fade)
    assert feedback(snapshot)["show.fade"] is faded
    assert resolve(snapshot, "show.fade", not faded) == ask.FadeOut()
    reason(resolve(snapshot, "show.fade", faded))


def test_what_has_nothing_to_do_says_so(calm: Snapshot) -> None:
    assert "nothing to undo" in reason(resolve(calm, "show.undo"))
    assert resolve(replace(calm, can_undo=True), "show.undo") == ask.Undo()
    assert "like that already" in reason(resolve(calm, "show.fade", 0))
    assert "like that already" in reason(resolve(calm, "show.cancel_next", False))
    assert resolve(calm, "show.cancel_next") == ask.CancelScene()
    alone = replace(calm, leaders=(), winner=None)
    assert "no winner" in reason(resolve(alone, "stage.winner"))
    with_leader = replace(calm, leaders=(Leader("ana", 3, ""),))
    assert resolve(with_leader, "stage.winner") == ask.ShowWinner(True)
    shown = replace(with_leader, winner=Winner(0, (), ()))
    assert resolve(shown, "stage.winner") == ask.ShowWinner(False)


def test_replay_actions_want_a_replay(calm: Snapshot) -> None:
    for name, value in (("replay.pause", None), ("replay.speed", 2.0), ("replay.position", 0.5)):
        assert "No recording" in reason(resolve(calm, name, value))
    there = replace(calm, replay=REPLAY)
    assert resolve(there, "replay.pause") == ask.Pause(True)
    assert resolve(there, "replay.speed", 100) == ask.SetSpeed(8.0)
    assert resolve(there, "replay.position", 0.5) == ask.Scrub(60_000)


def test_a_message_is_hidden_or_its_author_blocked(calm: Snapshot) -> None:
    feed = (FeedItem(7, "ana", "Ana", "", "drum", "drum", 0),)
    there = replace(calm, feed=feed)
    assert resolve(there, "message.hide", 7) == ask.HideMessage(7)
    assert resolve(there, "message.block", 7) == ask.BlockUser("ana")
    assert "gone" in reason(resolve(there, "message.block", 8))
    assert resolve(there, "user.unblock", "ana") == ask.UnblockUser("ana")


def test_only_what_this_program_offers_is_asked_for(calm: Snapshot) -> None:
    there = replace(calm, workers=WorkersState(page=PageState("http://a/", open=True)))
    assert "cannot do that" in reason(resolve(there, "page.voting"))
    offered = replace(there, workers=replace(there.workers, offers=("SetVoting",)))
    assert resolve(offered, "page.voting") == ask.SetVoting(False)


def test_values_that_are_none_are_refused_by_name(calm: Snapshot) -> None:
    assert reason(resolve(calm, "strip.1.mode", "loud")) == (
        'The value of strip.1.mode must be one of auto, on, off, is "loud".'
    )
    for name, value in (("strip.1.fader", math.nan), ("strip.1.mute", 0.5), ("votes.per_user", -1)):
        assert f"The value of {name} must be" in reason(resolve(calm, name, value))


def test_a_message_is_the_selected_one_where_none_is_named(calm: Snapshot) -> None:
    feed = (FeedItem(7, "ana", "Ana", "", "drum", "drum", 0),)
    there = replace(calm, feed=feed)
    assert "No message is selected" in reason(resolve(there, "message.hide"))
    selected = ConsoleState(selected_message=7)
    assert resolve(there, "message.hide", None, selected) == ask.HideMessage(7)


def test_what_is_still_to_come_is_named_and_refused(calm: Snapshot) -> None:
    names = [action.name for action in PLANNED]
    assert len(set(names)) == len(names)
    for action in PLANNED:
        assert ACTIONS[action.name] is action, "two actions of one name"
        value = 7 if action.kind is Kind.MESSAGE else 0.5 if action.kind is Kind.FADER else 1
        assert "cannot do that yet" in reason(resolve(calm, action.name, value))


# ---- the lock --------------------------------------------------------------------------------


def test_the_lock_leaves_the_way_out_of_trouble(calm: Snapshot) -> None:
    open_ = {
        name
        for name in ACTIONS
        if not isinstance(outcome := resolve(calm, name, 1, LOCKED), Refusal)
        or "locked" not in str(outcome.reason)
    }
    assert open_ == {
        "show.panic",
        "show.resume",
        "show.lock",
        "talk.extend",
        "talk.ending",
        "show.take_over",
        "console.help",
        "console.quit",
        "source.lost_history",
        "master.focus",
        "message.focus",
        *(f"strip.{place}.focus" for place in range(1, 9)),
    }
    assert resolve(calm, "show.lock", None, LOCKED) == ConsoleRequest("show.lock", False)
    assert resolve(calm, "show.lock") == ConsoleRequest("show.lock", True)
    assert "locked" in reason(resolve(calm, "show.hold", 1, LOCKED))


def test_every_strip_has_the_same_actions() -> None:
    per_strip = [
        {name.split(".", 2)[2] for name in ACTIONS if name.startswith(f"strip.{place}.")}
        for place in range(1, len(INSTRUMENTS) + 1)
    ]
    assert per_strip[0] == {
        *("fader", "fader.step", "gain_db", "mute", "solo", "mode", "mode.next"),
        *("clip", "clip.next", "clip.previous", "clip.auto", "cancel", "focus"),
        *("filter", "filter.step", "cue"),
    }
    assert all(actions == per_strip[0] for actions in per_strip)


def test_every_action_is_said_in_words() -> None:
    for name in ACTIONS:
        label = action_label(name)
        assert str(label) != name
        assert render(label, "fr") != str(label) or name in ("master.mono", "show.go")
    assert str(action_label("strip.6.fader")) == "gain of Pad"
    assert str(action_label("nothing.like.this")) == "nothing.like.this"
