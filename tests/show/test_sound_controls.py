"""Filters and the master's switches: they act at once, and are recorded, undone and replayed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mwk_desktop.engine.protocol import SILENCE, CuePlan, Curve, filter_curve
from mwk_desktop.show.commands import Mode, Panic, Resume, SetMode, Undo
from mwk_desktop.show.cue_controls import CueControls
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.sound_commands import (
    SetCeiling,
    SetCrossfade,
    SetCue,
    SetCueAfterFader,
    SetCueClip,
    SetCueMaster,
    SetDim,
    SetFilter,
    SetMono,
)
from mwk_desktop.show.sound_state import SoundState
from mwk_desktop.units import INSTRUMENTS
from tests.show.held_conductor import HeldConductor
from tests.show.shows import RATE_HZ, Live


def test_a_filter_moves_at_once_and_a_drag_is_one_undo_step() -> None:
    held = HeldConductor()
    curve = filter_curve(INSTRUMENTS.index("pad"))
    for step in range(5):
        held.go(10_000 + 500 * step)
        held.do(SetFilter("pad", 0.5 - step / 20))
    assert held.gains(curve)[-1] == (12_000, 0.3, 480)
    held.do(SetFilter("pad", 7.0))
    assert held.conductor.overrides["pad"].filter == 1.0
    assert not held.do(SetFilter("pad", float("nan")))
    held.do(Undo())
    assert held.conductor.overrides["pad"].filter == 0.5
    assert held.gains(curve)[-1] == (12_000, 0.5, 480)


def test_dim_and_mono_are_for_the_room_the_ceiling_is_the_shows() -> None:
    held = HeldConductor()
    held.go(1_000)
    held.do(SetDim(True))
    assert held.gains(Curve.DIM) == [(1_000, pytest.approx(0.1), 2_400)]
    held.do(SetMono(True))
    assert held.gains(Curve.WIDTH) == [(1_000, 0.0, 480)]
    held.conductor.gains.set_heard(False)
    assert held.gains(Curve.HEARD) == [(1_000, 0.0, 480)]
    held.do(SetCeiling(-40.0))
    assert held.gains(Curve.CEILING) == [(1_000, -6.0, 0)]
    assert not held.do(SetCeiling(-6.0))
    assert not held.do(SetCeiling(float("nan")))
    assert not held.do(SetDim(True))
    held.do(Undo())
    state = held.conductor.gains.sound_state(held.planned.status())
    assert (state.dim, state.mono, state.ceiling_dbtp) == (True, True, -1.0)
    assert not held.do(Undo())
    held.do(Panic())
    held.do(Resume())
    assert held.conductor.gains.dim


def test_a_scene_fades_over_from_its_line_on_and_a_hand_does_not() -> None:
    held = HeldConductor()
    held.do(SetCrossfade(2.0))
    beats = 2 * held.conductor.grid.beat_frames
    line = held.conductor.grid.next_line(50_000, "bar")
    held.conductor.scene_drawn({"drum": "drum/drum2.flac", "pad": "pad/pad2.flac"}, line)
    held.go(line + 10)
    landed = [launch for plan in held.planned.launches for launch in plan if launch.frame == line]
    assert landed
    for launch in landed:
        assert (launch.fade_in_frames, launch.fade_out_frames) == (beats, beats)
        assert launch.early_frames == 0
    held.do(SetMode("vocal", Mode.ON))
    held.go(held.conductor.grid.next_line(line + 20, "bar") + 10)
    entry = held.planned.launches[INSTRUMENTS.index("vocal")][-1]
    assert entry.frame > line
    assert entry.fade_in_frames < 1_000
    held.do(Undo())
    held.do(Undo())
    assert held.conductor.arranger.crossfade_beats == 0.0


def test_what_is_for_the_room_is_recorded_but_does_not_replay(tmp_path: Path) -> None:
    made = Live(tmp_path / "show.jsonl")
    made.show.tick()
    for command in (SetDim(True), SetMono(True), SetCeiling(-3.0), SetCrossfade(1.0)):
        made.show.apply_command(command)
        assert made.show.core.apply_command(command, 0, recorded=True) is False
    made.show.tick()
    sound = made.show.next_snapshot().sound
    assert sound == SoundState(True, True, -3.0, 1.0)
    made.writer.close()
    lines = [json.loads(line) for line in (tmp_path / "show.jsonl").read_text().splitlines()]
    shown = [json.loads(line["payload"]) for line in lines if line["topic"] == "mwk-show"]
    commands = [line["command"] for line in shown if line["type"] == "override"]
    assert commands == ["SetDim", "SetMono", "SetCeiling", "SetCrossfade"]
    curves = {line["curve"] for line in shown if line["type"] == "ramp"}
    assert not curves & {Curve.DIM, Curve.WIDTH}


def test_the_headphones_choices_are_recorded_and_neither_undone_nor_replayed(
    tmp_path: Path,
) -> None:
    made = Live(tmp_path / "show.jsonl")
    made.show.tick()
    before = made.show.next_snapshot().sound
    assert not before.cue_after_fader
    assert not before.cue_master
    for command in (SetCueAfterFader(True), SetCueMaster(True)):
        assert made.show.core.apply_command(command, 0, recorded=True) is False
        made.show.apply_command(command)
    made.show.apply_command(Undo())
    made.show.tick()
    sound = made.show.next_snapshot().sound
    assert sound.cue_after_fader
    assert sound.cue_master
    made.writer.close()
    lines = [json.loads(line) for line in (tmp_path / "show.jsonl").read_text().splitlines()]
    shown = [json.loads(line["payload"]) for line in lines if line["topic"] == "mwk-show"]
    commands = [line["command"] for line in shown if line["type"] == "override"]
    assert commands[:2] == ["SetCueAfterFader", "SetCueMaster"]


def test_a_choice_of_the_headphones_that_holds_already_changes_nothing() -> None:
    held = HeldConductor()
    for command in (SetCueAfterFader, SetCueMaster):
        assert not held.do(command(False))
        assert held.do(command(True))
        assert not held.do(command(True))
        assert held.do(command(False))


def test_one_clip_takes_the_place_of_what_is_pre_listened_to(tmp_path: Path) -> None:
    made = Live(tmp_path / "show.jsonl")
    made.show.apply_command(SetCue("drum", True))
    name = made.show.next_snapshot().strips[INSTRUMENTS.index("pad")].clips[1].name
    port = PlannedLaunches(RATE_HZ)
    plans: list[CuePlan] = []
    port.plan_cue = plans.append  # type: ignore[method-assign]
    controls = CueControls(port)
    controls.set_strip("drum", True)
    controls.follow([None] * len(INSTRUMENTS), {name: 7})
    controls.set_after_fader(True)
    controls.set_clip("pad", name)
    place = INSTRUMENTS.index("pad")
    clips = tuple(7 if n == place else SILENCE for n in range(len(INSTRUMENTS)))
    assert plans[-1] == CuePlan((place,), True, clips, 1.0, after_fader=False)
    controls.set_clip("pad", None)
    assert plans[-1] == CuePlan((INSTRUMENTS.index("drum"),), after_fader=True)
    # In a show: said, and neither undone nor replayed.
    assert made.show.core.apply_command(SetCueClip("pad", name), 0, recorded=True) is False
    made.show.apply_command(SetCueClip("pad", name))
    made.show.apply_command(Undo())
    made.show.tick()
    assert made.show.next_snapshot().sound.cue_clip == name
    made.show.apply_command(SetCueClip("pad", None))
    made.show.tick()
    assert made.show.next_snapshot().sound.cue_clip == ""
