"""Arm, GO, snapshots of the desk, all to AUTO, redo: on a held conductor and a live show."""

from __future__ import annotations

from pathlib import Path

import pytest

from mwk_desktop.engine.protocol import Ramp, audible_curve, fader_curve, filter_curve
from mwk_desktop.show.action_kinds import Refusal
from mwk_desktop.show.actions import resolve
from mwk_desktop.show.commands import (
    CancelChange,
    Mode,
    SetGain,
    SetMode,
    SetMute,
    SetSolo,
    SetVariation,
    Undo,
)
from mwk_desktop.show.desk_commands import (
    AllAuto,
    Arm,
    ClearSnapshot,
    Control,
    Forget,
    Go,
    RecallSnapshot,
    Redo,
    RenameSnapshot,
    StoreSnapshot,
    StripChange,
)
from mwk_desktop.show.sound_commands import SetFilter
from mwk_desktop.units import INSTRUMENTS
from tests.show.held_show import BAR, HeldShow

LEAD = 2_400
MARGIN = 12_000
"""250 ms at 48 kHz."""


def test_armed_presses_are_one_change_on_the_next_bar() -> None:
    show = HeldShow()
    assert show.do(Arm(True))
    for command in (
        SetMode("drum", Mode.OFF),
        SetMode("vocal", Mode.ON),
        SetVariation("pad", "pad/pad2.flac"),
        SetMute("pad", True),
    ):
        assert show.do(command)
    before = show.snapshot()
    assert before.strips[0].mode is Mode.AUTO
    assert not before.strips[5].mute
    assert len(before.desk.armed) == 4
    assert show.lines == []  # nothing is recorded until GO
    show.do(Go())
    assert [line["command"] for line in show.lines] == ["Go"]
    assert before.desk.go_bar == show.snapshot().desk.fired_bar
    assert not show.snapshot().desk.arming
    assert show.snapshot().desk.armed == ()
    line = show.bar_line()
    assert show.launches("drum")[-1] == (line, None)
    assert show.launches("vocal")[-1] == (line, "vocal/vocal1.flac")
    assert show.launches("pad")[-1] == (line, "pad/pad2.flac")
    show.go(line + BAR // 2)
    assert show.ramps(audible_curve(INSTRUMENTS.index("pad"))) == [Ramp(line, 0.0, 480)]
    after = show.snapshot()
    assert after.strips[0].mode is Mode.OFF
    assert after.strips[5].mute
    assert after.desk.fired_bar is None


@pytest.mark.parametrize(("early", "bars"), [(LEAD + MARGIN + 1, 0), (LEAD + MARGIN - 1, 1)])
def test_a_go_lands_250_ms_and_the_lead_later_at_the_earliest(early: int, bars: int) -> None:
    show = HeldShow()
    line = show.bar_line(after=show.frame + BAR)
    show.go(line - early)
    show.do(Arm(True))
    show.do(SetMode("drum", Mode.OFF))
    wanted = show.core.grid.bar_at(line) + bars
    assert show.snapshot().desk.go_bar == wanted
    show.do(Go())
    assert show.snapshot().desk.fired_bar == wanted
    assert show.launches("drum")[-1] == (line + bars * BAR, None)


def test_faders_and_filters_never_wait() -> None:
    show = HeldShow()
    show.do(Arm(True))
    show.do(SetGain("drum", 0.5))
    show.do(SetFilter("pad", 0.2))
    desk = show.snapshot()
    assert (desk.strips[0].gain, desk.strips[5].filter) == (0.5, 0.2)
    assert desk.desk.armed == ()


def test_a_press_flips_what_is_armed_and_twice_is_nothing() -> None:
    show = HeldShow()
    show.do(Arm(True))
    for wanted in (True, False):
        mute = resolve(show.snapshot(), "strip.1.mute")
        assert mute == SetMute("drum", wanted)
        show.do(mute)
    assert show.snapshot().desk.armed == ()
    for mode in (Mode.ON, Mode.OFF, Mode.AUTO):
        press = resolve(show.snapshot(), "strip.1.mode.next")
        assert press == SetMode("drum", mode)
        show.do(press)
    assert show.snapshot().desk.armed == ()


def test_what_is_armed_outlives_a_scene_and_arming_and_can_be_forgotten() -> None:
    show = HeldShow()
    show.do(Arm(True))
    show.do(SetMode("drum", Mode.OFF))
    show.do(SetSolo("pad", True))
    show.do(Arm(False))
    show.scene("vocal", "synth")
    assert show.snapshot().desk.armed == (
        StripChange("drum", Control.MODE, "off"),
        StripChange("pad", Control.SOLO, True),
    )
    show.do(CancelChange("drum"))
    assert [each.instrument for each in show.snapshot().desk.armed] == ["pad"]
    show.do(Forget())
    assert show.snapshot().desk.armed == ()
    assert isinstance(resolve(show.snapshot(), "show.go"), Refusal)
    assert not show.do(Go())
    # Not arming: a press acts at once, and the newest hand wins over what is armed.
    show.do(Arm(True))
    show.do(SetMute("pad", True))
    show.do(Arm(False))
    show.do(SetMute("pad", True))
    assert show.snapshot().strips[5].mute
    assert show.snapshot().desk.armed == ()


def test_undo_takes_a_whole_go_back_before_and_after_it_lands() -> None:
    show = HeldShow()
    for late in (False, True):
        before = show.desk()
        show.do(Arm(True))
        show.do(SetMode("drum", Mode.OFF))
        show.do(SetMute("pad", True))
        show.do(SetSolo("vocal", True))
        show.do(Go())
        if late:
            show.go(show.frame + 2 * BAR)
            assert show.desk() != before
        show.do(Undo())
        show.go(show.frame + 2 * BAR)
        assert show.desk() == before
        show.do(Redo())
        show.go(show.frame + 2 * BAR)
        assert show.desk()["drum"][Control.MODE] is Mode.OFF
        assert show.desk()["vocal"][Control.SOLO]
        show.do(Undo())
        show.go(show.frame + 2 * BAR)
        assert show.desk() == before


def test_a_new_act_empties_redo() -> None:
    show = HeldShow()
    show.do(SetMute("pad", True))
    show.do(Undo())
    assert show.snapshot().desk.can_redo
    assert str(show.snapshot().desk.redo_label) == "mute of Pad"
    show.do(SetMute("drum", True))
    assert not show.snapshot().desk.can_redo
    assert not show.do(Redo())
    for n in range(30):
        show.do(SetMute("drum", bool(n % 2)))
    assert len(show.snapshot().desk.undo_labels) == 20


def test_a_recalled_snapshot_is_the_stored_desk_after_one_beat() -> None:
    show = HeldShow()
    show.do(SetMode("vocal", Mode.ON))
    show.do(SetVariation("drum", "drum/drum3.flac"))
    show.do(SetGain("pad", 0.25))
    show.do(SetFilter("pad", 0.125))
    show.do(SetMute("drum", True))
    show.do(StoreSnapshot(3))  # what is pending counts as set
    show.do(RenameSnapshot(3, "  Drop   of the night "))
    show.go(show.frame + 2 * BAR)
    stored = show.desk()
    place = show.snapshot().desk.places[2]
    assert (place.name, place.state) == ("Drop of the", "current")
    show.do(AllAuto())
    show.do(SetGain("pad", 1.0))
    show.do(SetMute("drum", False))
    show.do(SetSolo("synth", True))
    show.go(show.frame + 2 * BAR)
    assert show.snapshot().desk.places[2].state == "changed"
    show.do(RecallSnapshot(3))
    line = show.bar_line()
    assert show.snapshot().desk.places[2].state == "lands"
    assert show.snapshot().strips[5].gain == 1.0  # until the bar
    assert show.snapshot().strips[5].pending_gain == 0.25
    show.go(line + BAR)
    beat = int(show.core.grid.beat_frames)
    pad = INSTRUMENTS.index("pad")
    assert show.ramps(fader_curve(pad))[-1] == Ramp(line, 0.25, beat)
    assert show.ramps(filter_curve(pad))[-1] == Ramp(line, 0.125, beat)
    assert show.launches("drum")[-1] == (line, "drum/drum3.flac")
    synth = {**stored["synth"], Control.SOLO: True}  # a solo is no part of it
    assert show.desk() == {**stored, "synth": synth}
    show.do(Undo())
    show.go(show.frame + 2 * BAR)
    assert show.desk()["pad"][Control.GAIN] == 1.0
    assert show.desk()["vocal"][Control.MODE] is Mode.AUTO


def test_a_fader_moved_before_a_recall_lands_stays_with_the_hand() -> None:
    show = HeldShow()
    show.do(StoreSnapshot(1))
    show.do(SetGain("pad", 0.5))
    show.do(RecallSnapshot(1))
    show.do(SetGain("pad", 0.75))
    show.go(show.frame + 3 * BAR)
    assert show.desk()["pad"][Control.GAIN] == 0.75
    assert show.ramps(fader_curve(5))[-1].target == 0.75


def test_storing_and_clearing_are_one_undo_step_each() -> None:
    show = HeldShow()
    show.do(StoreSnapshot(8))
    show.do(SetGain("pad", 0.5))
    show.do(StoreSnapshot(8))
    show.do(ClearSnapshot(8))
    assert show.snapshot().desk.places[7].state == "empty"
    assert not show.do(RecallSnapshot(8))
    show.do(Undo())
    assert show.snapshot().desk.places[7].state != "empty"
    assert not show.core.desk.stored.changes(8, show.core.conductor, show.core.desk.has_clip)
    show.do(Undo())
    (change,) = show.core.desk.stored.changes(8, show.core.conductor, show.core.desk.has_clip)
    assert change == StripChange("pad", Control.GAIN, 1.0)
    show.do(Redo())
    assert not show.core.desk.stored.changes(8, show.core.conductor, show.core.desk.has_clip)


def test_all_to_auto_is_one_step_and_then_nothing() -> None:
    show = HeldShow()
    show.do(SetMode("vocal", Mode.ON))
    show.do(SetVariation("drum", "drum/drum3.flac"))
    show.do(SetFilter("pad", 0.3))
    show.do(SetGain("pad", 0.5))
    show.go(show.frame + 2 * BAR)
    assert show.snapshot().desk.not_auto == (1, 1, 1)
    before = show.desk()
    assert show.do(AllAuto())
    assert not show.do(AllAuto())
    show.go(show.frame + 2 * BAR)
    assert show.snapshot().desk.not_auto == (0, 0, 0)
    assert show.desk()["pad"][Control.GAIN] == 0.5
    show.do(Undo())
    show.go(show.frame + 2 * BAR)
    assert show.desk() == before


def test_a_snapshot_waits_for_go_while_arming() -> None:
    show = HeldShow()
    show.do(SetMode("vocal", Mode.ON))
    show.do(SetGain("pad", 0.5))
    show.do(StoreSnapshot(2))
    show.go(show.frame + 2 * BAR)
    show.do(AllAuto())
    show.do(SetGain("pad", 1.0))
    show.go(show.frame + 2 * BAR)
    show.do(Arm(True))
    show.do(RecallSnapshot(2))
    assert show.snapshot().desk.places[1].state == "armed"
    assert show.snapshot().strips[7].armed == {Control.MODE: "on"}
    assert show.snapshot().strips[7].armed_next is not None
    show.do(Go())
    line = show.bar_line()
    show.go(line + BAR)
    assert show.desk()["vocal"][Control.MODE] is Mode.ON
    assert show.ramps(fader_curve(5))[-1].frame == line


def test_stored_desks_survive_as_json_and_damage_is_left_out(tmp_path: Path) -> None:
    show = HeldShow()
    show.do(SetMode("vocal", Mode.ON))
    show.do(StoreSnapshot(4))
    show.do(RenameSnapshot(4, "Drop"))
    data = show.core.desk.stored.to_json()
    other = HeldShow()
    other.core.desk.stored.restore(data)
    assert other.core.desk.stored.all == show.core.desk.stored.all
    for broken in (b"", b"{", b"[]", data.replace(b'"on"', b'"loud"'), b'{"4": {"strips": 3}}'):
        third = HeldShow()
        third.core.desk.stored.restore(broken)
        assert third.core.desk.stored.all == {}
