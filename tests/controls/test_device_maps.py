"""Which map a device uses: chosen, copied, edited while it is used; kept for the next show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mwk_desktop.controls.midi.device_maps import DeviceMaps
from mwk_desktop.controls.midi.map_files import built_in_folder
from mwk_desktop.show import commands as ask
from mwk_desktop.show.controllers_state import NO_MAP_ID, ControllerRow
from tests.controls.stands import Bench

NANO = "nanoKONTROL2"
APC = "built-in/apc-mini.toml"
HEAD = 'name = "Mine"\nports = ["nanoKONTROL2"]\n'
HOLD = HEAD + '[[control]]\naction = "show.hold"\nnumber = 48\n'
Benches = Callable[..., Bench]


def row(bench: Bench, place: int = 0) -> ControllerRow:
    bench.step(seconds=1.1, steps=2)  # files are looked at with the ports, once a second
    return bench.controls.state.rows[place]


def test_every_map_can_be_chosen_and_stays_chosen(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    assert row(bench).map_id == "built-in/nanokontrol2.toml"
    offered = {one.id: one for one in bench.controls.state.maps}
    there = built_in_folder()
    assert there is not None
    assert set(offered) == {f"built-in/{path.name}" for path in there.glob("*.toml")}
    bench.controls.use_map(NANO, APC)
    assert row(bench).map_id == APC
    assert row(bench_of(NANO)).map_id == APC, "kept for the next show"
    bench.controls.use_map(NANO, NO_MAP_ID)
    assert row(bench).map_id == NO_MAP_ID
    assert bench.send(NANO, "b0 30 7f") == []
    bench.controls.use_map(NANO, "built-in/nanokontrol2.toml")
    assert bench.send(NANO, "b0 30 7f") == [ask.SetMute("drum", True)]
    assert row(bench_of(NANO)).map_id == "built-in/nanokontrol2.toml"


def test_two_devices_of_one_name_can_have_two_maps(bench_of: Benches) -> None:
    bench = bench_of(f"{NANO} 20:0", f"{NANO} 24:0")
    second = row(bench, 1).name
    assert second == "nanoKONTROL2 #2"
    bench.controls.use_map(second, APC)
    assert [row(bench, place).map_id for place in (0, 1)] == ["built-in/nanokontrol2.toml", APC]


def test_a_copy_is_used_and_says_where_it_is(bench_of: Benches, tmp_path: Path) -> None:
    bench = bench_of(NANO)
    bench.controls.copy_map(NANO)
    copied = tmp_path / "own" / "nanokontrol2.toml"
    assert row(bench).map_file == str(copied)
    there = built_in_folder()
    assert there is not None
    assert copied.read_text("utf-8") == (there / "nanokontrol2.toml").read_text("utf-8")
    assert bench.controls.state.maps[0].file == str(copied), "the own ones come first"
    assert bench.send(NANO, "b0 30 7f") == [ask.SetMute("drum", True)]
    bench.controls.use_map(NANO, "built-in/nanokontrol2.toml")
    bench.controls.copy_map(NANO)
    assert row(bench).map_file.endswith("nanokontrol2-2.toml"), "no map is written over"


def test_a_copy_for_another_device_is_not_the_first_ones(bench_of: Benches) -> None:
    bench = bench_of(NANO, "Box:out")
    bench.controls.use_map("Box", "built-in/nanokontrol2.toml")
    bench.controls.copy_map("Box")
    assert row(bench, 1).map_id == "nanokontrol2.toml"
    assert row(bench, 0).map_id == "built-in/nanokontrol2.toml"


def test_an_edited_map_counts_as_soon_as_it_is_saved(bench_of: Benches, tmp_path: Path) -> None:
    bench = bench_of(NANO)
    bench.controls.copy_map(NANO)
    file = Path(row(bench).map_file)
    file.write_text(HOLD, "utf-8")
    assert row(bench).map_name == "Mine"
    assert bench.send(NANO, "b0 30 7f") == [ask.SetHold(True)]
    # While it has a fault, the one before it stays, and the fault names file and line.
    file.write_text(HOLD.replace("= 48", "= 480"), "utf-8")
    assert row(bench).map_name == "Mine"
    (fault,) = bench.controls.state.faults
    assert str(fault) == f"{file}:5: number: must be 0 to 127, is 480"
    assert bench.send(NANO, "b0 30 7f") == [ask.SetHold(False)]
    file.write_text(HOLD.replace("show.hold", "show.fade"), "utf-8")
    assert row(bench).controls[0].action == "show.fade"
    assert bench.controls.state.faults == ()
    file.unlink()
    assert row(bench).map_id == "built-in/nanokontrol2.toml"


def test_learning_on_a_chosen_map_goes_into_a_copy_of_it(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    bench.controls.use_map(NANO, APC)
    bench.controls.learn("show.hold")
    bench.send(NANO, "b0 07 7f")
    learnt = row(bench)
    assert learnt.map_name == "Akai APC mini"
    assert learnt.map_id == "nanokontrol2.toml"
    assert any(one.action == "show.hold" for one in learnt.controls)
    bench.controls.undo_learn()
    assert row(bench).map_id == APC, "the choice is taken back with the map"


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.write_text("a file", "utf-8")
    maps = DeviceMaps(folder)
    maps.choose("Box", APC, "Box:out")
    assert str(folder) in str(maps.problem)
    maps.read()
    assert maps.map_of("Box", "Box:out").name == "Akai APC mini", "for this show it counts"


@pytest.mark.parametrize("text", ["nano = ", "nanoKONTROL2 = 3", 'nanoKONTROL2 = "../x.toml"'])
def test_choices_that_make_no_sense_change_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / "chosen-maps.toml").write_text(text, "utf-8")
    maps = DeviceMaps(tmp_path)
    assert maps.map_of(NANO, NANO).name == "Korg nanoKONTROL2"
    assert all("chosen-maps.toml" in str(fault) for fault in maps.faults)
