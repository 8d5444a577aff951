"""Takes, clean edges, one-shots and the floor against analytic truth."""

from __future__ import annotations

import numpy as np
import pytest

from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.protocol import (
    FLOOR_TRACK,
    NOW,
    SILENCE,
    TRANSITION_TRACKS,
    Curve,
    EngineSpec,
    Landed,
    Launch,
    Ramp,
)
from mwk_desktop.engine.tracks import MAX_VOICES, NEVER, Track
from mwk_desktop.sounds.sound_layout import PagePiece, SoundLayout

LOOP = 1_000
PAGES = 12
FADE = 40
PICKUP = 70
EARLY = 200


@pytest.fixture
def bank() -> ClipBank:
    """Page ``n`` holds ``n + 1`` at every sample, so that the output says which page sounds.

    Clip 0: takes over eight loops, pages 0 to 3; clip 1: one page, a tail of 1,300 frames and a
    pickup; clip 2: a fill; clip 3: plays once; clip 4: two pages.
    """
    pages = np.empty((PAGES, LOOP, 2), np.float32)
    pages[:] = np.arange(1, PAGES + 1, dtype=np.float32)[:, None, None]
    tail = (PagePiece(6, 0, LOOP), PagePiece(7, 100, 300))
    pickup = (PagePiece(8, 900, PICKUP),)
    layouts = (
        SoundLayout("a", 0, (0, 0, 1, 0, 2, 0, 2, 3), ((),) * 8),
        SoundLayout("b", 1, (4,), ((),), tail, pickup),
        SoundLayout("b.fill", 1, (5,), ((),), tail),
        SoundLayout("riser", 3, shot=(PagePiece(9, 500, 200), PagePiece(10, 0, 60))),
        SoundLayout("c", 4, (11, 3), ((), ())),
    )
    return ClipBank(pages, layouts)


def mix(mixer: Mixer, frames: int) -> np.ndarray:
    out = np.empty((frames, 2), dtype=np.float32)
    mixer.mix_into(out)
    assert (out[:, 0] == out[:, 1]).all()
    return out[:, 0]


@pytest.mark.parametrize("origin", [0, 300, -7_700])
@pytest.mark.parametrize("enters", [0, 2_300, 5_999])
def test_the_take_is_the_phrase_s_business(bank: ClipBank, origin: int, enters: int) -> None:
    """Whenever a voice enters, loop ``n`` since the origin plays the take that the form says."""
    mixer = Mixer(bank, EngineSpec(LOOP, origin_frame=origin))
    mixer.plan_launches(0, [Launch(enters, 0, 0, 0)])
    out = mix(mixer, 20_000)
    loops = (np.arange(20_000) - origin) // LOOP % 8
    expected = np.array([1, 1, 2, 1, 3, 1, 3, 4], np.float32)[loops]
    expected[:enters] = 0
    assert out.tolist() == expected.tolist()
    assert mixer.period_frames == 8 * LOOP


def test_the_outgoing_voice_ends_on_the_line_and_its_tail_rings_after(bank: ClipBank) -> None:
    """With a pickup of its own it ends where that would begin: no orphan of the next phrase."""
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(0, [Launch(0, 1, 0, 0), Launch(3_000, SILENCE, 0, FADE, EARLY)])
    out = mix(mixer, 6_000)
    begins = 3_000 - PICKUP - FADE
    assert (out[:begins] == 5).all()
    falling = np.float32(5) * (1.0 - np.arange(FADE) / FADE).astype(np.float32)
    assert out[begins : begins + FADE].tolist() == falling.tolist()
    assert not out[begins + FADE : 3_000].any()
    assert (out[3_000:4_000] == 7).all()
    assert (out[4_000:4_300] == 8).all()
    assert not out[4_300:].any()


def test_without_a_pickup_the_fade_ends_on_the_line(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(0, [Launch(0, 4, 0, 0), Launch(4_000, 0, 0, FADE, EARLY)])
    out = mix(mixer, 5_000)
    assert (out[3_000 : 4_000 - FADE] == 4).all()
    falling = np.float32(4) * (1.0 - np.arange(FADE) / FADE).astype(np.float32)
    assert out[4_000 - FADE : 4_000].tolist() == falling.tolist()
    assert (out[4_000:5_000] == 3).all()
    events = [event for event in mixer.events() if isinstance(event, Landed)]
    assert events[-1] == Landed(4_000, 0, 0, 0, 0, FADE, EARLY)


def test_an_incoming_clip_begins_before_the_line_by_its_pickup(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(3, [Launch(2_000, 1, 96, FADE, EARLY)])
    out = mix(mixer, 2_500)
    assert not out[: 2_000 - PICKUP].any()
    assert (out[2_000 - PICKUP : 2_000] == 9).all()
    assert (out[2_000:] == 5).all()  # it goes on from the pickup, without a fade


def test_a_plan_that_comes_late_acts_from_then_on_and_says_so(bank: ClipBank) -> None:
    def late(seen: int) -> tuple[list[float], Landed]:
        mixer = Mixer(bank, EngineSpec(LOOP))
        mixer.plan_launches(0, [Launch(0, 4, 0, 0)])
        mixer.plan_launches(3, [Launch(0, 0, 0, 0)])
        mix(mixer, seen)
        mixer.events()
        mixer.plan_launches(0, [Launch(2_000, SILENCE, 0, FADE, EARLY)])
        mixer.plan_launches(3, [Launch(2_000, 1, 0, FADE, EARLY)])
        out = mix(mixer, 3_000 - seen)
        last = next(event for event in mixer.events() if isinstance(event, Landed))
        return out.tolist(), last

    out, event = late(1_975)
    assert event.early_frames == 25
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(0, [Launch(0, 4, 0, 0), Launch(2_000, SILENCE, 0, FADE, 25)])
    mixer.plan_launches(3, [Launch(0, 0, 0, 0), Launch(2_000, 1, 0, FADE, 25)])
    assert out == mix(mixer, 3_000)[1_975:].tolist()
    assert late(100)[1].early_frames == EARLY


def test_a_pickup_that_begins_in_its_middle_fades_in(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(3, [Launch(2_000, 1, 20, FADE, 50)])
    out = mix(mixer, 2_500)
    rising = np.float32(9) * (np.arange(20) / 20).astype(np.float32)
    assert out[1_950:1_970].tolist() == rising.tolist()
    assert (out[1_970:2_000] == 9).all()
    assert (out[2_000:] == 5).all()


def test_a_launch_for_now_fades_after_the_line_as_ever(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(0, [Launch(0, 1, 0, 0)])
    mix(mixer, 500)
    mixer.plan_launches(0, [Launch(NOW, SILENCE, 0, FADE, EARLY)])
    out = mix(mixer, 600)
    falling = np.float32(5) * (1.0 - np.arange(FADE) / FADE).astype(np.float32)
    assert out[:FADE].tolist() == falling.tolist()
    assert not out[FADE:].any()


def test_what_leads_to_a_launch_is_taken_back_with_it(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(0, [Launch(0, 4, 0, 0), Launch(2_000, 0, 0, FADE, EARLY)])
    mixer.plan_launches(3, [Launch(2_000, 1, 0, FADE, EARLY)])
    mix(mixer, 1_980)
    mixer.plan_launches(0, [])
    mixer.plan_launches(3, [])
    out = mix(mixer, 1_000)
    assert (out[40:100] == 12).all()
    assert (np.diff(out[:20]) <= 9).all()


def test_the_same_plan_sent_again_changes_nothing(bank: ClipBank) -> None:
    def run(again: bool) -> bytes:
        mixer = Mixer(bank, EngineSpec(LOOP))
        plan = [Launch(0, 4, 0, 0), Launch(2_000, 1, 0, FADE, EARLY)]
        mixer.plan_launches(0, plan)
        parts = []
        for _ in range(300):
            parts.append(mix(mixer, 10))
            if again:
                mixer.plan_launches(0, [each for each in plan if each.frame >= mixer.frame])
        return np.concatenate(parts).tobytes()

    assert run(True) == run(False)


def test_a_fill_of_the_same_clip_is_a_splice(bank: ClipBank) -> None:
    """No fade, no tail, no pickup: take and fill are made to join."""
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(0, [Launch(0, 1, 0, 0), Launch(1_000, 2, 0, 0), Launch(2_000, 1, 0, 0)])
    out = mix(mixer, 3_000)
    assert out.tolist() == [5] * 1_000 + [6] * 1_000 + [5] * 1_000


def test_a_transition_plays_once_from_its_frame(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    riser = TRANSITION_TRACKS[0]
    mixer.plan_launches(riser, [Launch(950, 3, 0, 0), Launch(3_000, 3, 0, 0)])
    assert mixer.steady_until() == 950
    out = mix(mixer, 3_400)
    expected = np.zeros(3_400, np.float32)
    for begin in (950, 3_000):
        expected[begin : begin + 200] = 10
        expected[begin + 200 : begin + 260] = 11
    assert out.tolist() == expected.tolist()
    assert [event.frame for event in mixer.events()] == [950, 3_000]
    assert mixer.steady_until() == NEVER


def test_while_a_sound_plays_once_nothing_repeats(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(TRANSITION_TRACKS[3], [Launch(0, 3, 0, 0)])
    mix(mixer, 100)
    assert mixer.steady_until() == 100
    mix(mixer, 160)
    assert mixer.steady_until() == NEVER


def test_a_transition_that_is_sent_again_goes_on(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    riser = TRANSITION_TRACKS[0]
    mixer.plan_launches(riser, [Launch(0, 3, 0, 0)])
    mix(mixer, 100)
    mixer.plan_launches(riser, [Launch(0, 3, 0, 0)])
    out = mix(mixer, 400)
    assert out.tolist() == [10] * 100 + [11] * 60 + [0] * 240


def test_a_transition_can_be_ended(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    riser = TRANSITION_TRACKS[0]
    mixer.plan_launches(riser, [Launch(0, 3, 0, 0), Launch(100, SILENCE, 0, 50)])
    out = mix(mixer, 400)
    assert (
        out[100:150].tolist()
        == (np.float32(10) * (1.0 - np.arange(50) / 50).astype(np.float32)).tolist()
    )
    assert not out[150:].any()


def test_the_floor_has_its_own_level_and_switch(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(FLOOR_TRACK, [Launch(0, 4, 0, 0)])
    mixer.plan_ramps(Curve.FLOOR_FADER, [Ramp(100, 0.5, 0)])
    mixer.plan_ramps(Curve.FLOOR_AUDIBLE, [Ramp(200, 0.0, 0), Ramp(300, 1.0, 0)])
    out = mix(mixer, 400)
    assert out.tolist() == [12] * 100 + [6] * 100 + [0] * 100 + [6] * 100
    assert not mixer.strip_peaks.any()


def test_stems_hold_the_floor_and_the_transitions(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(FLOOR_TRACK, [Launch(0, 4, 0, 0)])
    mixer.plan_launches(TRANSITION_TRACKS[1], [Launch(0, 3, 0, 0)])
    out = np.empty((100, 2), np.float32)
    stems = np.empty((13, 100, 2), np.float32)
    mixer.mix_into(out, stems)
    assert (stems[FLOOR_TRACK] == 12).all()
    assert (stems[TRANSITION_TRACKS[1]] == 10).all()
    assert (out == 22).all()


def run(track: Track, begin: int, end: int) -> None:
    """Carry out what is due from ``begin`` up to (not including) ``end``, as a mixer does."""
    frame = begin
    while frame < end:
        track.apply_due(frame)
        frame = min(track.next_change(frame), end)


def clips_of(track: Track) -> list[int]:
    return [voice.clip for voice in track.voices]


def test_a_voice_that_has_faded_is_gone(bank: ClipBank) -> None:
    track = Track(bank, lambda frame: frame + LOOP, 48_000)
    track.plan([Launch(0, 4, 0, 0), Launch(1_500, 0, 0, FADE)], 0)
    run(track, 0, 1_500 + FADE)
    assert clips_of(track) == [4, 0]
    run(track, 1_500 + FADE, 2_000)
    assert clips_of(track) == [0]
    track.plan([Launch(NOW, SILENCE, 0, 0)], 2_000)
    run(track, 2_000, 2_010)
    assert clips_of(track) == []
    assert track.current is None


def test_after_a_jump_only_the_loop_that_was_launched_last_sounds(bank: ClipBank) -> None:
    """Also where its fade had begun, or something that plays once was sounding."""
    track = Track(bank, lambda frame: frame + LOOP, 48_000)
    track.plan([Launch(0, 4, 0, 0), Launch(1_500, 0, FADE, FADE), Launch(9_000, 1, 0, 0)], 0)
    run(track, 0, 1_510)
    assert clips_of(track) == [4, 0]
    track.jump(700)
    assert clips_of(track) == [0]
    assert track.current is not None
    assert track.current.gain.at(700) == 1.0
    assert [launch.frame for launch in track.pending] == [9_000]


def test_a_sound_that_plays_once_does_not_survive_a_jump(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    mixer.plan_launches(TRANSITION_TRACKS[0], [Launch(500, 3, 0, 0)])
    assert mix(mixer, 600)[500:].any()
    mixer.jump(550)
    assert not mix(mixer, 300).any()
    assert mixer.steady_until() == NEVER


def test_a_pickup_that_was_taken_back_is_gone(bank: ClipBank) -> None:
    track = Track(bank, lambda frame: frame + LOOP, 48_000)
    track.plan([Launch(2_000, 1, 0, FADE, EARLY)], 0)
    run(track, 0, 1_980)
    assert clips_of(track) == [1]
    track.plan([], 1_980)
    run(track, 1_980, 2_001)
    assert clips_of(track) == []


def test_voices_stay_bounded_and_the_current_one_stays(bank: ClipBank) -> None:
    track = Track(bank, lambda frame: frame + LOOP, 48_000)
    track.plan([Launch(0, 4, 0, 0)], 0)
    run(track, 0, 950)
    for number in range(20):
        track.plan([Launch(1_000 + number, 1, 0, FADE, EARLY)], 950 + number)
        run(track, 950 + number, 951 + number)
    assert track.current in track.voices
    assert len(track.voices) <= MAX_VOICES


@pytest.mark.parametrize(("late_frames", "sounds"), [(0, True), (31, True), (32, False)])
def test_what_plays_once_is_left_out_where_it_would_come_too_late(
    bank: ClipBank, late_frames: int, sounds: bool
) -> None:
    """After a new engine's start a riser must not end somewhere after its landing."""
    mixer = Mixer(bank, EngineSpec(LOOP))
    mix(mixer, 500 + late_frames)
    mixer.plan_launches(TRANSITION_TRACKS[0], [Launch(500, 3, 0, 0)])
    assert mix(mixer, 300).any() == sounds
    mixer.plan_launches(TRANSITION_TRACKS[0], [Launch(NOW, 3, 0, 0)])
    assert mix(mixer, 300).any()


def test_what_is_due_with_one_that_is_left_out_begins_in_the_same_block(bank: ClipBank) -> None:
    mixer = Mixer(bank, EngineSpec(LOOP))
    mix(mixer, 1_000)
    mixer.plan_launches(0, [Launch(500, 3, 0, 0), Launch(990, 0, 0, 0)])
    assert (mix(mixer, 100) == 1).all()
    assert [event.frame for event in mixer.events()] == [1_000]
