"""Scenes and overrides: what lands when, and what the engine is told."""

from __future__ import annotations

import numpy as np
import pytest

from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import (
    NOW,
    Curve,
    EngineSpec,
    Launch,
    audible_curve,
    fader_curve,
)
from mwk_desktop.show.commands import (
    CancelChange,
    CancelScene,
    FadeOut,
    Mode,
    NextVariation,
    Panic,
    Resume,
    SetGain,
    SetHold,
    SetMode,
    SetMute,
    SetSolo,
    SetVariation,
    Undo,
)
from mwk_desktop.show.conductor import Conductor
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.grid import Grid
from mwk_desktop.units import INSTRUMENTS
from tests.show.held_conductor import BAR, GRID, MUSIC, ORIGIN, WINDOW, HeldConductor
from tests.support import arithmetic_clips


def test_the_opening_plays_the_first_clip_of_each_at_once() -> None:
    held = HeldConductor()
    assert held.playing() == {"drum", "pad"}
    assert held.landed("drum") == [(0, "drum/drum1.flac")]
    assert held.planned.launches[0] == [Launch(0, 0, 480, 480)]


def test_a_scene_replaces_the_one_before_on_its_frame() -> None:
    held = HeldConductor()
    held.scene("vocal", "drum", at=ORIGIN + WINDOW, variation=2)
    held.go(ORIGIN + WINDOW - 1)
    assert held.playing() == {"drum", "pad"}
    held.go(ORIGIN + WINDOW)
    assert held.playing() == {"drum", "vocal"}
    assert held.landed("drum")[-1] == (ORIGIN + WINDOW, "drum/drum2.flac")
    assert held.landed("pad")[-1] == (ORIGIN + WINDOW, None)
    assert held.conductor.scenes.number == 1


@pytest.mark.parametrize("quantize", ["beat", "bar", "loop"])
def test_modes_land_on_the_quantized_grid(quantize: str) -> None:
    held = HeldConductor()
    held.conductor.quantize = quantize  # type: ignore[assignment]
    held.go(100_000)
    held.do(SetMode("vocal", Mode.ON))
    line = {"beat": 112_500, "bar": 112_500, "loop": 202_500}[quantize]
    held.go(line - 1)
    assert "vocal" not in held.playing()
    held.go(line)
    assert held.landed("vocal") == [(line, "vocal/vocal1.flac")]


def test_off_beats_votes_and_auto_gives_back() -> None:
    held = HeldConductor()
    held.do(SetMode("drum", Mode.OFF))
    held.go(ORIGIN)
    assert held.playing() == {"pad"}
    held.scene("drum", "synth", at=ORIGIN + WINDOW)
    held.go(ORIGIN + WINDOW)
    assert held.playing() == {"synth"}
    held.do(SetMode("drum", Mode.AUTO))
    held.go(ORIGIN + WINDOW + BAR)
    assert held.playing() == {"drum", "synth"}


def test_on_plays_the_last_drawn_clip_after_its_scene() -> None:
    held = HeldConductor()
    held.scene("vocal", at=ORIGIN, variation=3)
    held.go(ORIGIN)
    held.scene("drum", at=ORIGIN + WINDOW)
    held.do(SetMode("vocal", Mode.ON))
    held.go(ORIGIN + WINDOW)
    assert held.playing() == {"drum", "vocal"}
    assert held.landed("vocal") == [(ORIGIN, "vocal/vocal3.flac")]


def test_all_eight_on_sound_together_in_phase() -> None:
    held = HeldConductor()
    for name in INSTRUMENTS:
        held.do(SetMode(name, Mode.ON))
    held.go(ORIGIN + 10)
    assert held.playing() == set(INSTRUMENTS)
    clips = arithmetic_clips(MUSIC)
    spec = EngineSpec(180_000, origin_frame=ORIGIN)
    plans = dict(enumerate(held.planned.launches))
    out = np.concatenate(list(render(clips, spec, plans, {}, 300_000)))
    wanted = sum(clips[MUSIC.clip_ids[f"{name}/{name}1.flac"]] for name in INSTRUMENTS)
    settled = ORIGIN + 480
    position = (np.arange(settled, 300_000) - ORIGIN) % 180_000
    np.testing.assert_allclose(out[settled:], wanted[position], rtol=0, atol=2e-7)


def test_a_variation_by_hand_stays_until_it_is_given_back() -> None:
    held = HeldConductor()
    held.do(SetVariation("drum", "drum/drum3.flac"))
    held.go(ORIGIN)
    held.scene("drum", at=ORIGIN + WINDOW, variation=2)
    held.go(ORIGIN + WINDOW)
    assert held.landed("drum") == [(0, "drum/drum1.flac"), (ORIGIN, "drum/drum3.flac")]
    held.go(ORIGIN + WINDOW + 1)
    held.do(SetVariation("drum", None))
    held.go(ORIGIN + WINDOW + BAR)
    assert held.landed("drum")[-1] == (ORIGIN + WINDOW + BAR, "drum/drum2.flac")


def test_next_variation_goes_round() -> None:
    held = HeldConductor()
    for wanted in ("drum/drum2.flac", "drum/drum3.flac", "drum/drum1.flac"):
        held.do(NextVariation("drum"))
        assert held.conductor.overrides["drum"].target_variation == wanted


def test_the_next_variation_of_a_clip_that_is_not_here_is_the_first() -> None:
    held = HeldConductor()
    held.conductor.overrides["drum"].variation = "drum/of_another_set.flac"
    assert held.conductor.next_variation("drum") == "drum/drum1.flac"
    # What was never drawn would play its first clip: so the next one is the second.
    assert held.conductor.next_variation("vocal") == "vocal/vocal2.flac"


def test_solo_starts_a_silent_instrument_now_and_beats_off_and_mute() -> None:
    held = HeldConductor()
    held.do(SetMode("vocal", Mode.OFF))
    held.do(SetMute("vocal", True))
    held.go(50_000)
    held.do(SetSolo("vocal", True))
    assert held.landed("vocal") == [(50_000, "vocal/vocal1.flac")]
    launched = held.planned.launches[INSTRUMENTS.index("vocal")]
    assert launched == [Launch(50_000, MUSIC.clip_ids["vocal/vocal1.flac"], 480, 480)]
    assert held.conductor.audible("vocal")
    assert not held.conductor.audible("drum")
    assert held.gains(audible_curve(0)) == [(50_000, 0.0, 480)]
    held.go(60_000)
    held.do(SetSolo("vocal", False))
    assert held.landed("vocal")[-1] == (60_000, None)
    assert held.gains(audible_curve(0))[-1] == (60_000, 1.0, 480)


def test_hold_drops_the_pending_scene_and_release_lands_the_newest() -> None:
    held = HeldConductor()
    held.scene("vocal", at=ORIGIN + WINDOW)
    held.go(ORIGIN + WINDOW - 1000)
    held.do(SetHold(True))
    held.go(ORIGIN + WINDOW + 1000)
    assert held.playing() == {"drum", "pad"}
    held.scene("synth", at=ORIGIN + 2 * WINDOW)
    held.go(ORIGIN + 2 * WINDOW + 5)
    held.do(SetHold(False))
    held.go(ORIGIN + 2 * WINDOW + BAR)
    assert held.playing() == {"synth"}
    assert held.landed("synth") == [(ORIGIN + 2 * WINDOW + BAR, "synth/synth1.flac")]


def test_cancel_skips_the_coming_scene_and_a_second_press_takes_it_back() -> None:
    held = HeldConductor()
    held.do(CancelScene())
    held.scene("vocal", at=ORIGIN)
    held.go(ORIGIN)
    assert held.playing() == {"drum", "pad"}
    held.scene("synth", at=ORIGIN + WINDOW)
    held.do(CancelScene())
    held.do(CancelScene())
    held.go(ORIGIN + WINDOW)
    assert held.playing() == {"synth"}


def test_a_pending_change_can_be_cancelled_and_undone() -> None:
    held = HeldConductor()
    held.do(SetMode("vocal", Mode.ON))
    assert held.do(CancelChange("vocal"))
    assert not held.do(CancelChange("vocal"))
    held.go(ORIGIN)
    assert "vocal" not in held.playing()
    held.do(Undo())  # of the cancel
    held.go(ORIGIN + BAR)
    assert "vocal" in held.playing()
    held.do(Undo())  # of the mode
    held.go(ORIGIN + 2 * BAR)
    assert "vocal" not in held.playing()
    assert not held.do(Undo())


def test_undo_of_a_dragged_fader_is_one_step() -> None:
    held = HeldConductor()
    for step in range(20):
        held.go(1_000 + 500 * step)
        held.do(SetGain("drum", 1.0 - step / 40))
    held.do(Undo())
    assert held.conductor.overrides["drum"].gain == 1.0


def test_every_fader_begins_at_0_db_and_an_undo_brings_it_back_there() -> None:
    held = HeldConductor()
    for name, curve in ((None, Curve.MASTER), ("pad", fader_curve(INSTRUMENTS.index("pad")))):
        held.go(held.planned.frame + 10_000)
        held.do(SetGain(name, 0.5))
        assert held.gains(curve)[-1] == (held.planned.frame, 0.5, 480)
        held.do(Undo())
        assert held.gains(curve)[-1] == (held.planned.frame, 1.0, 480)
    assert held.conductor.master_gain == 1.0


def test_panic_fades_then_cuts_and_resume_lands_on_the_next_bar() -> None:
    held = HeldConductor()
    held.go(10_000)
    held.do(Panic())
    assert held.conductor.gates.panic == "fading"
    held.go(20_000)
    held.do(Panic())
    assert held.gains(Curve.PANIC) == [(10_000, 0.0, 9_600), (20_000, 0.0, 48)]
    held.go(30_000)
    assert held.conductor.gates.panic == "silent"
    held.do(Resume())
    held.go(ORIGIN + BAR)
    assert held.gains(Curve.PANIC)[-1] == (ORIGIN + BAR, 1.0, 480)
    assert held.conductor.gates.panic == ""


def test_fade_out_takes_two_loops_and_comes_back_on_a_bar() -> None:
    held = HeldConductor()
    held.do(FadeOut())
    assert held.gains(Curve.FADE) == [(0, 0.0, 360_000)]
    held.go(360_000)
    assert held.conductor.gates.fade == "silent"
    held.do(FadeOut())
    held.go(ORIGIN + 4 * BAR)
    assert held.gains(Curve.FADE)[-1] == (ORIGIN + 4 * BAR, 1.0, 480)


def test_what_lies_within_the_lead_cannot_be_taken_back() -> None:
    held = HeldConductor(lead_frames=2_400)
    held.scene("vocal", at=ORIGIN)
    held.go(ORIGIN - 2_000)
    held.do(SetHold(True))
    held.go(ORIGIN + 1)
    assert held.playing() == {"vocal"}
    assert held.landed("vocal") == [(ORIGIN, "vocal/vocal1.flac")]


def test_two_landings_within_the_lead_both_stay_planned() -> None:
    """The engine has confirmed neither when the second is decided."""
    held = HeldConductor(lead_frames=BAR + 2_400)
    held.scene("vocal", at=ORIGIN)
    held.scene("synth", at=ORIGIN + BAR)
    held.conductor.advance(ORIGIN - 2_000)
    assert held.playing() == {"synth"}
    held.go(ORIGIN + BAR)
    assert held.landed("vocal") == [(ORIGIN, "vocal/vocal1.flac"), (ORIGIN + BAR, None)]
    assert held.landed("synth") == [(ORIGIN + BAR, "synth/synth1.flac")]


def test_a_mode_and_a_clip_that_are_set_back_in_time_leave_nothing_to_land() -> None:
    held = HeldConductor()
    held.do(SetMode("vocal", Mode.ON))
    held.do(SetMode("vocal", Mode.AUTO))
    held.do(SetVariation("drum", "drum/drum3.flac"))
    held.do(SetVariation("drum", None))
    for name in ("vocal", "drum"):
        assert held.conductor.coming(name, None) is None
        assert not held.do(CancelChange(name))


def test_what_comes_next_on_a_strip_and_by_whom() -> None:
    held = HeldConductor()
    held.scene("vocal", at=ORIGIN + BAR)

    def coming(name: str) -> tuple[int, str | None, bool] | None:
        return held.conductor.coming(name, held.conductor.scenes.pending)

    assert coming("vocal") == (ORIGIN + BAR, "vocal/vocal1.flac", False)
    assert coming("drum") == (ORIGIN + BAR, None, False)
    assert coming("synth") is None
    held.do(SetMode("drum", Mode.ON))  # stays: the same clip, and still the hand's doing
    held.do(SetVariation("vocal", "vocal/vocal2.flac"))  # nothing sounds there before the scene
    assert coming("drum") == (ORIGIN, "drum/drum1.flac", True)
    assert coming("vocal") == (ORIGIN, None, True)
    held.go(ORIGIN)
    assert coming("drum") is None
    assert coming("vocal") == (ORIGIN + BAR, "vocal/vocal2.flac", False)
    pending = held.conductor.scenes.pending
    held.do(CancelScene())
    assert coming("vocal") is None
    held.do(CancelScene())
    held.do(SetHold(True))
    assert held.conductor.coming("vocal", pending) is None
    held.do(SetMode("synth", Mode.ON))
    assert coming("synth") == (ORIGIN, "synth/synth1.flac", True)  # this line is still in reach


def test_a_command_that_changes_nothing_says_so() -> None:
    held = HeldConductor()
    assert not held.do(SetMode("drum", Mode.AUTO))
    assert not held.do(SetMute("drum", False))
    assert not held.do(SetHold(False))
    assert not held.do(SetGain("drum", float("nan")))


def test_two_scenes_on_one_line_are_the_newer_one() -> None:
    held = HeldConductor()
    held.scene("vocal", at=ORIGIN)
    held.scene("synth", at=ORIGIN)
    held.go(ORIGIN)
    assert held.playing() == {"synth"}
    assert held.landed("vocal") == []


def test_no_clip_no_sound() -> None:
    planned = PlannedLaunches(48_000)
    conductor = Conductor(planned, GRID, {}, {}, ("drum",))
    assert conductor.next_landing_frame(ORIGIN) == ORIGIN  # an offline engine needs no lead
    conductor.start(0)
    conductor.set_mode("drum", Mode.ON, 0)
    planned.advance_to(WINDOW)
    conductor.advance(WINDOW)
    assert not any(planned.launches)
    clips = np.ones((1, 180_000, 2), dtype=np.float32)
    out = np.concatenate(list(render(clips, EngineSpec(180_000), {}, {}, 50_000)))
    assert not out.any()


def test_the_score_takes_now_as_where_the_transport_stands() -> None:
    planned = PlannedLaunches(48_000)
    planned.advance_to(777)
    planned.plan_launches(0, [Launch(NOW, 3, 0, 0)])
    assert planned.launches[0] == [Launch(777, 3, 0, 0)]


@pytest.mark.parametrize(
    ("rate_hz", "loop_frames", "beats"), [(44_100, 165_375, 8), (48_000, 164_571, 8), (8_000, 7, 4)]
)
def test_bars_and_beats_count_on_at_any_rate(rate_hz: int, loop_frames: int, beats: int) -> None:
    grid = Grid(rate_hz, loop_frames, beats, 4, origin_frame=loop_frames // beats)
    first = grid.next_line(0, "bar")
    assert grid.position(first).bar == 1
    assert grid.position(first).beat == 1
    assert grid.position(first - 1).bar == 0
    lines = [grid.next_line(first, "beat")]
    for _ in range(40):
        lines.append(grid.next_line(lines[-1] + 1, "beat"))
    places = [(grid.position(line).bar, grid.position(line).beat) for line in lines]
    assert places == [(1 + n // 4, 1 + n % 4) for n in range(41)]
    assert grid.bar_1_frame == first
    phrase = lines[grid.beats_to_phrase(4)]
    assert (phrase - grid.origin_frame) % (4 * loop_frames) == 0


def test_of_two_scenes_less_than_a_landing_apart_the_older_lands_first() -> None:
    held = HeldConductor()
    held.scene("vocal", at=ORIGIN)
    held.scene("synth", at=ORIGIN + BAR)
    held.go(ORIGIN + BAR)
    assert held.playing() == {"synth"}
    assert held.landed("vocal") == [(ORIGIN, "vocal/vocal1.flac"), (ORIGIN + BAR, None)]
    assert held.conductor.scenes.number == 2


def test_a_landing_begins_steeply_and_ends_what_sounded_under_the_usual_ramp() -> None:
    """Planned ahead and when it lands alike: the engine may have to carry out either."""
    held = HeldConductor()
    planned = Launch(ORIGIN, MUSIC.clip_ids["drum/drum2.flac"], 96, 480)
    held.scene("drum", at=ORIGIN, variation=2)
    held.planned.advance_to(ORIGIN)  # the engine is there before the show thread
    assert held.planned.launches[0][-1] == planned
    held = HeldConductor(lead_frames=480)
    held.scene("drum", at=ORIGIN, variation=2)
    held.conductor.advance(ORIGIN - 480)
    held.planned.advance_to(ORIGIN)
    assert held.planned.launches[0][-1] == planned
