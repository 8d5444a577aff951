"""What the controllers page shows of a device: its controls, what was heard, lights, takeover."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mwk_desktop.controls.midi.midi_controls import HEARD_MOST
from mwk_desktop.show import commands as ask
from tests.controls.stands import Bench

NANO, MACKIE = "nanoKONTROL2:out", "X-Touch:out"
Benches = Callable[..., Bench]


def test_every_control_of_the_map_has_its_form(bench_of: Benches) -> None:
    (nano,) = bench_of(NANO).controls.state.rows
    forms = {(one.control, one.action, one.form) for one in nano.controls}
    assert ("CC 0", "strip.1.fader", "fader") in forms
    assert ("CC 16", "strip.1.filter", "knob") in forms
    assert ("CC 48", "strip.1.mute", "button") in forms
    (xtouch,) = bench_of(MACKIE).controls.state.rows
    assert {one.form for one in xtouch.controls if one.action == "strip.1.fader"} == {"fader"}


def test_what_is_heard_is_listed_the_newest_first(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    bench.send(NANO, "b0 00 10", "b0 00 11")
    bench.send(NANO, "b0 21 7f")
    bench.send(NANO, "b0 7c 7f")  # of no map
    state = bench.controls.state
    told = [(one.control, one.value, one.action, one.waits) for one in state.heard]
    assert told == [
        ("CC 124", 127, "", False),
        ("CC 33", 127, "strip.2.solo", False),
        ("CC 0", 17, "strip.1.fader", True),
    ]
    (row,) = state.rows
    assert row.positions == {
        "CC 0": pytest.approx(17 / 127),
        "CC 33": pytest.approx(1.0),
        "CC 124": pytest.approx(1.0),
    }
    for number in range(64):
        bench.send(NANO, f"b0 {number:02x} 01")
    assert len(bench.controls.state.heard) == HEARD_MOST


def test_takeover_changes_at_once(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    assert bench.send(NANO, "b0 00 10") == []
    bench.controls.use_takeover(False)
    bench.step()
    assert bench.controls.state.ghosts == {}
    assert not bench.controls.state.takeover
    (command,) = bench.send(NANO, "b0 00 00")
    assert command == ask.SetGain("drum", 0.0)
    bench.controls.use_takeover(True)
    bench.show.change_strip("drum", gain=1.0)
    bench.step(1.0)
    assert bench.send(NANO, "b0 00 02") == []


def test_lights_go_dark_and_come_back(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    bench.lights(NANO)
    bench.controls.use_lights(False)
    assert "b02e00" in bench.lights(NANO)
    bench.show.change(hold=True)
    assert bench.lights(NANO) == []
    bench.controls.use_lights(True)
    assert "b02e7f" in bench.lights(NANO)
    assert bench.controls.state.lights
