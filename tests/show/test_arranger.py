"""Fills, floor, drop-out and transitions: what lands when, and how it ends when called off."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mwk_desktop.engine.protocol import (
    FLOOR_TRACK,
    SILENCE,
    TRANSITION_TRACKS,
    Curve,
    Landed,
)
from mwk_desktop.show.arrangement import Arrangement
from mwk_desktop.show.arranger import Arranger
from mwk_desktop.show.commands import (
    CancelScene,
    Mode,
    Panic,
    Resume,
    SetHold,
    SetMode,
    SetSolo,
    SetVariation,
)
from mwk_desktop.show.conductor import Conductor
from mwk_desktop.show.core import ShowCore
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.moderation import Moderation
from mwk_desktop.show.presenter import Presenter
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.show.snapshot_builder import SnapshotBuilder
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.show.arranged_music import (
    CLIPS,
    CYMBAL,
    DROP,
    FLOOR,
    IMPACT,
    RISER,
    arranged_music,
)

BEAT, BAR, LOOP = 22_500, 90_000, 180_000
ORIGIN = BEAT
X = ORIGIN + 8 * LOOP
"""Where the first scene lands."""
DECIDED = X - LOOP - BEAT
LEAD = 5_760
EARLY = 4_800


class Held:
    """A conductor of an arranged set, its transport moved by hand."""

    def __init__(self, *opening: str, **switches: bool) -> None:
        music = arranged_music(**switches)
        grid = music.grid(0)
        self.music = music
        self.planned = PlannedLaunches(48_000)
        self.arranger = Arranger(self.planned, grid, music.arrangement)
        self.conductor = Conductor(
            self.planned,
            grid,
            music.clips,
            music.clip_ids,
            opening or ("drum", "pad"),
            "bar",
            LEAD,
            self.arranger,
        )
        self.presenter = Presenter(
            self.conductor, Moderation(Counting(CountingRules(), music.clips, 0))
        )
        self.conductor.start(0)
        self.go(0)

    def go(self, frame: int) -> None:
        """Move on in steps, as a show does: events come back a little later."""
        step = 7_000
        for at in (*range(self.planned.frame + step, frame, step), frame):
            self.planned.advance_to(at)
            self._events()
            self.conductor.advance(at)
            self._events()

    def _events(self) -> None:
        for event in self.planned.events():
            if isinstance(event, Landed):
                self.conductor.landed(event)

    def drawn(self, *names: str, variation: int = 1) -> dict[str, str]:
        return {name: f"{name}/{name}{variation}.flac" for name in names}

    def scene(self, drawn: dict[str, str], frame: int = X) -> None:
        self.go(max(self.planned.frame, DECIDED))
        self.conductor.expect_scene(drawn, frame)
        self.go(frame - 10_000)
        self.conductor.scene_drawn(drawn, frame)
        self.go(frame + LOOP)

    def track(self, track: int | str) -> list[tuple[int, int]]:
        """Frames from the first landing, and clips."""
        number = INSTRUMENTS.index(track) if isinstance(track, str) else track
        return [(launch.frame - X, launch.clip) for launch in self.planned.launches[number]]


def clip(name: str, variation: int = 1) -> int:
    return arranged_music().clip_ids[f"{name}/{name}{variation}.flac"]


def fill(name: str) -> int:
    return CLIPS + INSTRUMENTS.index(name)


def test_a_small_change_fills_the_last_loop_or_bar_and_gets_a_cymbal() -> None:
    held = Held()
    held.scene(held.drawn("drum", "vocal"))  # the pad stops, the voice enters
    assert held.track("drum") == [(-X, clip("drum")), (-LOOP, fill("drum")), (0, clip("drum"))]
    assert held.track("pad") == [(-X, clip("pad")), (-BAR, fill("pad")), (0, SILENCE)]
    assert held.track("vocal") == [(0, clip("vocal"))]
    assert held.track(TRANSITION_TRACKS[3]) == [(0, CYMBAL)]
    assert [held.track(track) for track in TRANSITION_TRACKS[:3]] == [[], [], []]


def test_a_large_change_has_riser_drop_out_and_impact() -> None:
    held = Held()
    held.scene(held.drawn("drum", "vocal", "synth", variation=2))
    assert held.track("drum") == [
        (-X, clip("drum")),
        (-LOOP, fill("drum")),
        (-BEAT, SILENCE),
        (0, clip("drum", 2)),
    ]
    assert held.track("pad") == [(-X, clip("pad")), (-BAR, fill("pad")), (-BEAT, SILENCE)]
    riser, drop, impact, cymbal = (held.track(track) for track in TRANSITION_TRACKS)
    assert (riser, drop) == ([(-BAR, RISER)], [(-BEAT, DROP)])
    assert (impact, cymbal) == ([(0, IMPACT)], [(0, CYMBAL)])


def test_a_clip_that_stays_comes_back_after_the_drop_out() -> None:
    held = Held()
    held.scene({**held.drawn("drum"), **held.drawn("vocal", "synth", "melody")})
    assert held.track("drum")[-2:] == [(-BEAT, SILENCE), (0, clip("drum"))]


def test_edges_are_clean_where_something_ends_or_begins_and_fills_are_splices() -> None:
    held = Held()
    held.scene(held.drawn("drum", "vocal", "synth", variation=2))
    launches = held.planned.launches[0]
    assert [launch.early_frames for launch in launches] == [EARLY, 0, EARLY, EARLY]
    assert launches[1][2:4] == (0, 0)
    assert held.planned.launches[INSTRUMENTS.index("vocal")][0].early_frames == EARLY


def test_no_change_is_no_event() -> None:
    held = Held()
    held.scene(held.drawn("drum", "pad"))
    assert held.track("drum") == [(-X, clip("drum"))]
    assert [held.track(track) for track in TRANSITION_TRACKS] == [[], [], [], []]


def test_the_real_scene_decides_what_its_first_beat_sounds_like() -> None:
    held = Held()
    held.go(DECIDED)
    held.conductor.expect_scene(held.drawn("vocal", "synth", "melody"), X)
    held.go(X - 10_000)
    held.conductor.scene_drawn(held.drawn("drum", "pad", "vocal"), X)
    held.go(X + LOOP)
    assert held.track(TRANSITION_TRACKS[0]) == [(-BAR, RISER)]
    assert held.track(TRANSITION_TRACKS[2]) == []
    assert held.track(TRANSITION_TRACKS[3]) == [(0, CYMBAL)]
    assert held.track("drum")[-1] == (0, clip("drum"))


def test_what_was_expected_and_does_not_come_ends_on_its_line() -> None:
    held = Held()
    held.go(DECIDED)
    held.conductor.expect_scene(held.drawn("vocal", "synth", "melody"), X)
    held.go(X + LOOP)
    assert held.track("drum")[-2:] == [(-BEAT, SILENCE), (0, clip("drum"))]
    assert held.track("pad")[-1] == (0, clip("pad"))
    assert held.track(TRANSITION_TRACKS[3]) == []


@pytest.mark.parametrize("command", [SetHold(True), CancelScene()])
def test_a_hold_or_cancel_in_time_ends_it_on_the_next_beat(command: SetHold | CancelScene) -> None:
    held = Held()
    held.go(DECIDED)
    held.conductor.expect_scene(held.drawn("vocal", "synth", "melody"), X)
    held.go(X - 3 * BEAT - LEAD - 100)
    assert held.presenter.carry_out(command, held.planned.frame)
    held.go(X + LOOP)
    assert held.track("drum") == [
        (-X, clip("drum")),
        (-LOOP, fill("drum")),
        (-3 * BEAT, clip("drum")),
    ]
    assert held.track("pad") == [(-X, clip("pad")), (-BAR, fill("pad")), (-3 * BEAT, clip("pad"))]
    assert held.track(TRANSITION_TRACKS[0]) == [(-BAR, RISER), (-3 * BEAT, SILENCE)]
    assert held.track(TRANSITION_TRACKS[1])[-1:] != [(-BEAT, DROP)]
    assert held.track(TRANSITION_TRACKS[2]) == []


def test_a_cancel_that_is_taken_back_in_time_changes_nothing() -> None:
    held = Held()
    held.go(DECIDED)
    held.conductor.expect_scene(held.drawn("drum", "vocal"), X)
    held.go(X - BAR - BEAT)
    held.presenter.carry_out(CancelScene(), held.planned.frame)
    held.presenter.carry_out(CancelScene(), held.planned.frame)
    held.go(X - 10_000)
    held.conductor.scene_drawn(held.drawn("drum", "vocal"), X)
    held.go(X + LOOP)
    assert held.track("drum") == [(-X, clip("drum")), (-LOOP, fill("drum")), (0, clip("drum"))]


def test_while_the_scene_is_held_nothing_is_expected() -> None:
    held = Held()
    held.presenter.carry_out(SetHold(True), 0)
    held.go(DECIDED)
    held.conductor.expect_scene(held.drawn("vocal"), X)
    held.go(X + LOOP)
    assert held.track("drum") == [(-X, clip("drum"))]


def test_a_change_by_hand_on_the_way_has_the_last_word_on_its_strip() -> None:
    held = Held()
    held.go(DECIDED)
    held.conductor.expect_scene(held.drawn("drum", "vocal"), X)
    held.go(X - LOOP + 1_000)
    held.presenter.carry_out(SetVariation("drum", "drum/drum3.flac"), held.planned.frame)
    held.go(X - 10_000)
    held.conductor.scene_drawn(held.drawn("drum", "vocal"), X)
    held.go(X + LOOP)
    assert held.track("drum") == [
        (-X, clip("drum")),
        (-LOOP, fill("drum")),
        (-BAR, clip("drum", 3)),
    ]


def test_a_loop_long_fill_needs_a_landing_on_a_loop() -> None:
    """On the second bar of a loop it would be out of phase; a bar's fill is in phase there."""
    held = Held()
    late = X + BAR
    held.go(DECIDED)
    held.conductor.expect_scene(held.drawn("vocal", "drum"), late)
    held.go(late + LOOP)
    assert held.track("drum") == [(-X, clip("drum"))]
    assert held.track("pad")[1] == (0, fill("pad"))


def test_a_scene_that_lands_later_than_expected_is_played_as_it_comes() -> None:
    held = Held()
    held.go(DECIDED)
    held.conductor.expect_scene(held.drawn("vocal", "drum"), X)
    held.go(X - 1_000)
    held.conductor.scene_drawn(held.drawn("vocal", "drum"), X + BAR)
    held.go(X + 2 * LOOP)
    assert held.track("drum") == [(-X, clip("drum")), (-LOOP, fill("drum")), (0, clip("drum"))]
    assert held.track("vocal") == [(BAR, clip("vocal"))]
    assert held.track(TRANSITION_TRACKS[3]) == [(BAR, CYMBAL)]


# -- the floor ------------------------------------------------------------------------------------


def test_the_floor_plays_where_nothing_has_a_kick() -> None:
    held = Held()
    assert held.track(FLOOR_TRACK) == []
    held.scene(held.drawn("pad", "vocal"))
    assert held.track(FLOOR_TRACK) == [(0, FLOOR)]
    assert held.planned.launches[FLOOR_TRACK][0].early_frames == EARLY
    held.presenter.carry_out(SetVariation("drum", "drum/drum2.flac"), held.planned.frame)
    held.presenter.carry_out(SetMode("drum", Mode.ON), held.planned.frame)
    held.go(X + 2 * LOOP)
    assert held.track("drum")[-1][1] == clip("drum", 2)
    assert len(held.track(FLOOR_TRACK)) == 1  # this drum has no kick
    held.presenter.carry_out(SetVariation("drum", "drum/drum1.flac"), held.planned.frame)
    held.go(X + 3 * LOOP)
    assert held.track(FLOOR_TRACK)[1:] == [(2 * LOOP + BAR, SILENCE)]


def test_from_the_start_too_and_never_alone() -> None:
    held = Held("pad")
    assert held.track(FLOOR_TRACK) == [(-X, FLOOR)]
    held.presenter.carry_out(SetMode("pad", Mode.OFF), 0)
    held.go(LOOP)
    assert held.track(FLOOR_TRACK) == [(-X, FLOOR), (ORIGIN - X, SILENCE)]


def test_a_scene_that_is_skipped_leaves_the_floor() -> None:
    held = Held("pad")
    held.go(X - 10_000)
    held.conductor.scene_drawn(held.drawn("drum"), X)
    held.presenter.carry_out(CancelScene(), held.planned.frame)
    held.go(X + LOOP)
    assert held.track(FLOOR_TRACK) == [(-X, FLOOR)]


def test_the_floor_s_switch_and_level_are_ramps() -> None:
    held = Held("pad")
    held.arranger.set_floor(False)
    held.arranger.set_floor(False)
    held.arranger.set_floor_gain(0.5)
    assert [tuple(ramp)[1:] for ramp in held.planned.ramps[Curve.FLOOR_AUDIBLE]] == [(0.0, 480)]
    assert [tuple(ramp)[1:] for ramp in held.planned.ramps[Curve.FLOOR_FADER]] == [(0.5, 480)]
    held.arranger.set_floor(True)
    assert [ramp.target for ramp in held.planned.ramps[Curve.FLOOR_AUDIBLE]] == [0.0, 1.0]


def test_a_solo_silences_the_floor() -> None:
    held = Held("pad")
    held.presenter.carry_out(SetSolo("pad", True), 0)
    held.presenter.carry_out(SetSolo("pad", False), 0)
    assert [ramp.target for ramp in held.planned.ramps[Curve.FLOOR_AUDIBLE]] == [0.0, 1.0]


def test_switched_off_it_is_silent_from_the_start() -> None:
    held = Held("pad", floor_on=False)
    assert [tuple(ramp) for ramp in held.planned.ramps[Curve.FLOOR_AUDIBLE]] == [(0, 0.0, 0)]
    assert not held.arranger.floor_on


def test_without_transitions_only_fills_lead_to_a_landing() -> None:
    held = Held(plays_transitions=False)
    held.scene(held.drawn("drum", "vocal", "synth", variation=2))
    assert held.track("drum") == [(-X, clip("drum")), (-LOOP, fill("drum")), (0, clip("drum", 2))]
    assert [held.track(track) for track in TRANSITION_TRACKS] == [[], [], [], []]


def test_the_nearest_energy_plays_and_equal_ones_take_turns() -> None:
    arrangement = Arrangement(energies={7: 1, 8: 5, 9: 5})
    assert arrangement.nearest((7, 8, 9), arrangement.energy_of([7]), 0) == 7
    assert [arrangement.nearest((7, 8, 9), arrangement.energy_of([8]), n) for n in range(3)] == [
        8,
        9,
        8,
    ]
    assert arrangement.nearest((), arrangement.energy_of([]), 0) is None
    assert arrangement.energy_of([1, 8]) == 4


def test_a_riser_that_would_begin_before_the_landing_is_known_is_not_chosen() -> None:
    """A landing is known a loop ahead: a longer riser would end somewhere after it."""
    held = Held()
    lengths = {**held.arranger.arrangement.lengths, RISER: LOOP + 1}
    held.arranger.arrangement = replace(held.arranger.arrangement, lengths=lengths)
    held.scene(held.drawn("drum", "vocal", "synth", variation=2))
    assert held.track(TRANSITION_TRACKS[0]) == []
    assert held.track(TRANSITION_TRACKS[1]) == [(-BEAT, DROP)]


def test_under_panic_floor_and_strips_are_shown_silent_for_as_long() -> None:
    planned, music = PlannedLaunches(48_000), arranged_music()
    core = ShowCore(
        Counting(CountingRules(), music.clips, 0),
        music,
        music.grid(0),
        planned,
        opening=("pad",),
        quantize="bar",
        grace_ms=250,
    )
    core.conductor.start(0)
    snapshots = SnapshotBuilder(core, "mwk", "x")
    source = SourceState("demo", "", "connected", 0, lag=0)
    pad = INSTRUMENTS.index("pad")
    shown = []
    for frame, command in ((0, None), (100, Panic()), (20_000, None), (30_000, Resume())):
        if command is not None:
            core.apply_command(command, frame)
        core.advance(frame)
        snapshot = snapshots.next_snapshot(0, frame, planned.status(), source)
        assert snapshot.floor.audible == snapshot.strips[pad].audible
        shown.append((snapshot.panic, snapshot.floor.audible))
    assert shown == [("", True), ("fading", False), ("fading", False), ("resuming", True)]
