"""A map with wrong numbers: each fault has its line."""

from __future__ import annotations

import pytest

from mwk_desktop.controls.midi.control_map import MapError, parse_map

HEAD = 'name = "Box"\nports = ["Box"]\n'


def faults(text: str) -> list[str]:
    with pytest.raises(MapError) as error:
        parse_map(text, "box.toml")
    return [str(fault) for fault in error.value.faults]


@pytest.mark.parametrize(
    ("control", "said"),
    [
        ("number = 200", "number: must be 0 to 127, is 200"),
        ("number = -3", "number: must be 0 to 127, is -3"),
        ("number = true", "number: must be 0 to 127, is True"),
        ("", "number: must be 0 to 127, is -1"),
        ("number = 1\nchannel = 17", "channel: must be 1 to 16, is 17"),
        ("number = 32\ntype = 'cc14'", "number: must be 0 to 31, is 32"),
        ("number = 1\ntype = 'knob'", "type: must be one of cc, cc14,"),
        ("number = 1\nmode = 'soft'", "mode: must be one of absolute,"),
        ("number = 1\ntype = 'encoder'", "mode: must be one of"),
        ("number = 1\ntype = 'note'\nmode = 'relative-2c'", "mode: relative-2c is for encoders"),
        ("number = 1\nstep = 0", "step: must be a number such as 0.01"),
        ("number = 1\nligth = true", "ligth: there is no such key"),
        ("number = 1\nlight = 5", "light: must be true or a table"),
        ("number = 1\nlight = { on = 128 }", "on: must be 0 to 127, is 128"),
        ("number = 1\nlight = { values = { auto = 300 } }", "light.values: must be a table of"),
    ],
)
def test_a_wrong_control_names_its_line(control: str, said: str) -> None:
    found = faults(f'{HEAD}\n[[control]]\naction = "strip.1.fader"\n{control}\n')
    # The line of the key itself; of the control where the key is missing.
    lines = [
        *HEAD.splitlines(),
        "",
        "[[control]]",
        'action = "strip.1.fader"',
        *control.split("\n"),
    ]
    key = said.partition(":")[0].partition(".")[0]
    key = "light" if key == "on" else key
    line = next((at for at, each in enumerate(lines, 1) if each.startswith(f"{key} =")), 4)
    assert any(each.startswith(f"box.toml:{line}: ") and said in each for each in found), found


def test_each_fault_has_a_line_of_its_own() -> None:
    text = (
        f'{HEAD}[[control]]\naction = "strip.1.fadr"\nnumber = 1\n'
        '[[control]]\naction = "strip.N.mute"\nnumber = 125\n'
        '[[control]]\naction = "strip.1.mode"\nnumber = 3\nvalue = "loud"\n'
        '[[control]]\naction = "show.hold"\nnumber = 9\nmode = "takeover"\n'
    )
    found = faults(text)
    assert "box.toml:3: strip.1.fadr: There is no action strip.1.fadr." in found[0]
    assert "box.toml:6: strip.N.mute: CC 128 is beyond the last one" in found
    assert "box.toml:12: value: must be one of auto, on, off" in found
    assert "box.toml:16: mode: show.hold is a button: toggle or momentary" in found


@pytest.mark.parametrize("action", ["action = 'strip.1.fadr'", "", "action = 3"])
def test_a_control_without_an_action_still_names_its_other_faults(action: str) -> None:
    found = faults(f"{HEAD}[[control]]\n{action}\nnumber = 200\nchannel = 17\nligth = true\n")
    assert len(found) == 4, found
    line = 5
    assert f"box.toml:{line}: number: must be 0 to 127, is 200" in found
    assert f"box.toml:{line + 1}: channel: must be 1 to 16, is 17" in found
    assert f"box.toml:{line + 2}: ligth: there is no such key" in found


def test_what_the_whole_file_lacks() -> None:
    assert faults("\n\nname = ")[0].startswith("box.toml:3: is not TOML: ")
    assert faults("name = [")[0].startswith("box.toml:1: is not TOML: ")
    assert faults('ports = "x"\ncontrol = 3\ninit = "F0 00"\nfoo = 1') == [
        "box.toml:4: foo: there is no such key",
        "box.toml:1: name: must be the device's name in quotes",
        'box.toml:1: ports: must be a list such as ["nanoKONTROL2"]',
        "box.toml:2: control: must be tables, [[control]]",
        'box.toml:3: init: must be hexadecimal bytes such as "F0 00 20 29 F7"',
    ]


def test_one_control_twice() -> None:
    control = '[[control]]\naction = "show.hold"\nnumber = 9\n'
    assert faults(HEAD + control * 2) == ["box.toml:6: show.hold: CC 9 is given twice"]
