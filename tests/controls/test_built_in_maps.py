"""Every built-in map: each control that it names does its action, each light follows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mwk_desktop.controls.midi.control_map import ControlMap, parse_map
from mwk_desktop.controls.midi.map_files import built_in_folder, load_maps, map_for, map_text
from mwk_desktop.controls.midi.midi_lights import MidiLights, light_message, light_value
from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.planned_actions import PLANNED
from tests.controls.control_bytes import messages_of
from tests.controls.stands import Bench

FOLDER = built_in_folder()
assert FOLDER is not None
MAPS, FAULTS = load_maps(Path("/nowhere"))
LATER = {action.name for action in PLANNED}


def test_they_are_all_there_and_valid() -> None:
    assert not FAULTS
    assert {Path(one.origin).stem for one in MAPS} == {
        "apc-mini",
        "apc-mini-mk2",
        "launchpad-mini-mk3",
        "launchpad-x",
        "mackie-control",
        "nanokontrol2",
        "x-touch-one",
    }
    for one in MAPS:
        assert parse_map(map_text(one), one.origin) == one


@pytest.mark.parametrize("control_map", MAPS, ids=lambda one: Path(one.origin).stem)
def test_every_control_does_what_the_map_says(
    control_map: ControlMap, bench_of: Callable[..., Bench]
) -> None:
    for entry in control_map.entries:
        bench = bench_of(control_map.ports[0])
        bench.show.change(can_undo=True)
        bench.show.change_strip("drum", can_cancel=True)
        done: list[tuple[str, object]] = []
        device = bench.controls.devices[0]
        device.perform = lambda action, value, done=done: done.append((action, value))  # type: ignore[misc]
        bench.send(control_map.ports[0], *messages_of(entry))
        bench.step(0.006, 60)
        assert done, entry
        assert {action for action, _ in done} == {entry.action}
        # The real sender takes the value.
        refused = bench.sender.try_action(*done[-1])
        later = refused is not None and "cannot do that yet" in str(refused.reason)
        assert later == (entry.action in LATER)
        assert refused is None or "must be" not in str(refused.reason)


@pytest.mark.parametrize("control_map", MAPS, ids=lambda one: Path(one.origin).stem)
def test_every_light_follows_its_action(control_map: ControlMap) -> None:
    lit = [entry for entry in control_map.entries if entry.light is not None]
    assert lit
    for entry in lit:
        assert entry.light is not None
        on = entry.value if entry.value is not None else True
        if ACTIONS[entry.action].kind == "fader":
            on = 1.0
        dark = {each.action: None for each in lit}
        lights = MidiLights(control_map.entries)
        lights.changes(dark)
        assert lights.changes(dark) == []
        sent = lights.changes({**dark, entry.action: on})
        assert light_value(entry, entry.light, on) == entry.light.on
        assert light_message(entry.light, entry.light.on) in sent


def test_a_port_gets_the_map_that_names_most_of_it() -> None:
    for port, wanted in {
        "nanoKONTROL2:nanoKONTROL2 nanoKONTROL2 _ CTRL 20:0": "nanokontrol2",
        "APC MINI:APC MINI MIDI 1 24:0": "apc-mini",
        "APC mini mk2:APC mini mk2 APC mini mk2 Contr 28:0": "apc-mini-mk2",
        "Launchpad Mini MK3:Launchpad Mini MK3 LPMiniMK3 MI 28:1": "launchpad-mini-mk3",
        "Launchpad X:Launchpad X LPX MIDI In 28:1": "launchpad-x",
        "X-TOUCH ONE:X-TOUCH ONE MIDI 1 20:0": "x-touch-one",
        "X-Touch:X-Touch X-TOUCH_INT 24:0": "mackie-control",
    }.items():
        found = map_for(MAPS, port)
        assert found is not None
        assert Path(found.origin).stem == wanted
    assert map_for(MAPS, "Keystation 49") is None
