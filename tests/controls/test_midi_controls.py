"""MIDI devices: takeover, presses, encoders, motors, ports that come and go, learning."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mwk_desktop.controls.midi.midi_controls import SCAN_S
from mwk_desktop.controls.midi.midi_ports import device_name
from mwk_desktop.show import commands as ask
from mwk_desktop.show.action_kinds import ConsoleState, Refusal
from mwk_desktop.show.actions import resolve
from mwk_desktop.show.commands import Mode
from mwk_desktop.show.control_requests import UndoLearning
from mwk_desktop.show.fader_law import fader_position
from mwk_desktop.show.workers_state import WorkersState
from tests.controls.stands import Bench

NANO, MACKIE = "nanoKONTROL2:out", "X-Touch:out"
Benches = Callable[..., Bench]


def test_a_fader_waits_for_its_strip_and_shows_where_it_is(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    assert bench.send(NANO, "b0 00 10") == []
    assert bench.controls.state.ghosts == {"strip.1.fader": pytest.approx(16 / 127)}
    commands = bench.send(NANO, "b0 00 65")  # past 0.8, at 0.795: it has met
    bench.step(0.006, 5)
    assert isinstance(commands[-1], ask.SetGain)
    assert fader_position(bench.show.strip("drum").gain) == pytest.approx(101 / 127, abs=1e-3)
    assert bench.controls.state.ghosts == {}


def test_at_once_where_the_settings_say_so(bench_of: Benches) -> None:
    bench = bench_of(NANO, takeover=False)
    (command,) = bench.send(NANO, "b0 00 00")
    assert command == ask.SetGain("drum", 0.0)


def test_presses_toggle_and_lights_follow(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    assert "b02e00" in bench.lights(NANO), "at first everything is sent"
    assert bench.send(NANO, "b0 30 7f", "b0 30 00") == [ask.SetMute("drum", True)]
    assert bench.lights(NANO) == ["b0307f"]
    bench.step()
    assert bench.send(NANO, "b0 30 7f") == [ask.SetMute("drum", False)]
    assert bench.lights(NANO) == ["b03000"]
    bench.show.change(hold=True)  # another hand
    assert bench.lights(NANO) == ["b02e7f"]


def test_a_grid_shows_the_mode(bench_of: Benches) -> None:
    apc = "APC MINI:out"
    bench = bench_of(apc)
    bench.lights(apc)
    assert bench.send(apc, "90 38 7f") == [ask.SetMode("drum", Mode.ON)]
    assert set(bench.lights(apc)) == {"903801", "903000"}


def test_a_motor_fader_follows_but_not_under_a_finger(bench_of: Benches) -> None:
    bench = bench_of(MACKIE)
    bench.lights(MACKIE)
    bench.show.change_strip("drum", gain=0.0)
    assert bench.lights(MACKIE) == ["e00000"]
    bench.send(MACKIE, "90 68 7f")
    (moved,) = bench.send(MACKIE, "e0 00 40")
    assert isinstance(moved, ask.SetGain)
    assert bench.lights(MACKIE) == []
    bench.send(MACKIE, "90 68 00")
    (sent,) = bench.lights(MACKIE)
    assert sent.startswith("e0")
    assert bench.controls.state.ghosts == {}


def test_an_encoder_counts_on_before_the_show_has_answered(tmp_path: Path) -> None:
    own = tmp_path / "own"
    own.mkdir()
    (own / "box.toml").write_text(
        'name = "Box"\nports = ["Box"]\n[[control]]\naction = "strip.1.fader"\ntype = "encoder"\n'
        'number = 5\nmode = "relative-2c"\nstep = 0.01\n',
        "utf-8",
    )
    bench = Bench(own, "Box")
    stale = bench.show.now
    for _ in range(5):
        bench.send("Box", "b0 05 7f", "b0 05 7e")
        gain = bench.show.strip("drum").gain
        bench.show.now = stale
    assert fader_position(gain) == pytest.approx(0.8 - 5 * 0.03, abs=1e-6)


def test_a_flood_is_its_last_position(bench_of: Benches) -> None:
    bench = bench_of(NANO, takeover=False)
    moves = [f"b0 00 {n % 128:02x}" for n in range(5_000)]
    commands = bench.send(NANO, *moves, "b0 00 40")
    assert len(commands) == 1
    assert fader_position(commands[0].gain) == pytest.approx(64 / 127, abs=1e-3)
    presses = bench.send(NANO, *["b0 30 7f", "b0 30 00"] * 500)
    assert len(presses) == 1


def test_the_lock_holds_for_other_hands_too(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    bench.show.link.publish(ConsoleState(locked=True))
    assert bench.send(NANO, "b0 30 7f") == []
    assert "locked" in str(bench.controls.refused)
    assert bench.send(NANO, "b0 3c 7f") == [ask.Panic()]


def test_who_did_what_is_listed(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    bench.sender.try_action("show.hold")
    bench.send(NANO, "b0 30 7f", "b0 31 7f")
    bench.show.link.publish(ConsoleState(locked=True))
    bench.send(NANO, "b0 32 7f")  # refused, so not done
    hands = bench.show.link.hands.newest
    assert [(hand.action, hand.by) for hand in hands] == [
        ("strip.2.mute", "nanoKONTROL2"),
        ("strip.1.mute", "nanoKONTROL2"),
        ("show.hold", ""),
    ]


def test_requests_to_windows_want_windows(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    bench.send(NANO, "b0 3a 7f")
    assert "no console window" in str(bench.controls.refused)
    bench.show.link.publish(ConsoleState())
    bench.step()
    bench.send(NANO, "b0 3a 7f")
    assert [request.action for request in bench.show.link.fetch_requests()] == ["stage.window"]


# ---- ports ---------------------------------------------------------------------------------------


def test_a_device_comes_and_goes_a_hundred_times(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    name = device_name(NANO)
    for _ in range(100):
        bench.send(NANO, "b0 00 10")
        assert bench.controls.state.ghosts
        bench.system.unplug(NANO)
        bench.step(SCAN_S, 2)
        assert bench.state_of(name) == {name: "lost"}
        assert bench.controls.state.ghosts == {}, "a lost device has no ghosts"
        bench.system.plug(NANO)
        bench.step(SCAN_S, 2)
        assert bench.state_of(name) == {name: "back"}
        assert "b02e00" in bench.lights(NANO), "its lights are sent again"
    bench.step(SCAN_S, 12)
    assert bench.state_of(name) == {name: "ok"}
    assert len(bench.controls.state.rows) == 1


def test_two_devices_of_one_name(bench_of: Benches) -> None:
    first, second = "nanoKONTROL2:out", "nanoKONTROL2-01:out"
    bench = bench_of(first, second)
    assert [row.name for row in bench.controls.state.rows] == ["nanoKONTROL2", "nanoKONTROL2 #2"]
    assert bench.send(second, "b0 30 7f") == [ask.SetMute("drum", True)]
    bench.lights(first)
    bench.step()
    assert bench.send(first, "b0 30 7f") == [ask.SetMute("drum", False)]
    assert bench.lights(second)[-1:] == bench.lights(first)[-1:] == ["b03000"]
    bench.system.unplug(second)
    bench.step(SCAN_S, 2)
    assert [row.state for row in bench.controls.state.rows] == ["ok", "lost"]
    bench.system.plug(second)
    bench.step(SCAN_S, 2)
    assert [row.state for row in bench.controls.state.rows] == ["ok", "back"]


def test_a_port_that_is_busy_is_tried_again(bench_of: Benches) -> None:
    bench = bench_of()
    bench.system.busy.add(NANO)
    bench.system.plug(NANO)
    bench.step(SCAN_S, 2)
    assert [row.state for row in bench.controls.state.rows] == ["busy"]
    bench.system.busy.clear()
    bench.step(SCAN_S, 2)
    assert [row.state for row in bench.controls.state.rows] == ["ok"]


@pytest.mark.parametrize(
    ("port", "device"),
    [
        ("nanoKONTROL2:nanoKONTROL2 nanoKONTROL2 _ CTRL 20:0", "nanoKONTROL2"),
        ("nanoKONTROL2-01:out", "nanoKONTROL2"),
        ("a2j:nanoKONTROL2 [20] (capture): CTRL", "nanoKONTROL2"),
        ("nanoKONTROL2 1", "nanoKONTROL2"),
        ("nanoKONTROL2 SLIDER/KNOB", "nanoKONTROL2 SLIDER/KNOB"),
    ],
)
def test_a_port_belongs_to_a_device(port: str, device: str) -> None:
    assert device_name(port) == device


# ---- learning ------------------------------------------------------------------------------------


def learn(bench: Bench, action: str, name: str, *data: str) -> str:
    bench.controls.learn(action)
    bench.send(name, *data)
    bench.controls.learn("")
    bench.step()
    learn_state = bench.controls.state.learn
    assert learn_state is not None
    return learn_state.controls.get(action, "")


def test_a_control_is_learnt_and_taken_from_another(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    bench.controls.learn("master.fader")
    assert bench.send(NANO, "b0 30 7f", "b0 30 00") == [], "it acts not while it is learnt"
    state = bench.controls.state.learn
    assert state is not None
    assert str(state.learnt) == "CC 48 does: gain of the master. Before: mute of Drum."
    bench.controls.learning.stop()
    assert isinstance(bench.send(NANO, "b0 30 65")[-1], ask.SetGain)
    assert bench.controls.state.rows[0].own_map
    bench.controls.learn("")
    bench.controls.undo_learn()
    bench.controls.learning.stop()
    assert bench.send(NANO, "b0 30 7f") == [ask.SetMute("drum", True)]
    assert not bench.controls.state.rows[0].own_map


def test_undo_in_learn_mode_is_about_the_map(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    bench.controls.learn("show.hold")
    bench.send(NANO, "b0 07 01")
    bench.step()
    there = replace(
        bench.show.now, can_undo=True, workers=WorkersState(controllers=bench.controls.state)
    )
    assert resolve(there, "show.undo") == UndoLearning()
    bench.controls.learning.stop()
    bench.step()
    there = replace(there, workers=WorkersState(controllers=bench.controls.state))
    assert resolve(there, "show.undo") == ask.Undo()


@pytest.mark.parametrize(
    ("data", "control"),
    [
        (["b0 05 40", "b0 05 41"], "CC 5"),
        (["b0 05 40", "b0 25 01"], "CC14 5"),
        (["b0 63 02", "b0 62 2c", "b0 06 10"], "NRPN 300"),
        (["e2 00 40"], "PB (channel 3)"),
        (["b0 05 01", "b0 05 01", "b0 05 01"], "CC 5"),
    ],
)
def test_what_kind_of_fader_it_is(bench_of: Benches, data: list[str], control: str) -> None:
    bench = bench_of("Box:out")
    assert learn(bench, "strip.2.fader", "Box:out", *data) == control
    entry = bench.controls.devices[0].control_map.entries[0]
    assert entry.mode == ("relative-2c" if data[0] == data[-1] and len(data) > 1 else "takeover")


def test_a_control_is_forgotten(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    bench.controls.forget("strip.1.mute")
    assert bench.send(NANO, "b0 30 7f") == []
    assert bench.send(NANO, "b0 31 7f") == [ask.SetMute("heavy_bass", True)]


def test_only_what_a_control_can_do_is_learnt(bench_of: Benches) -> None:
    bench = bench_of(NANO)
    bench.controls.learn("user.block")
    assert bench.controls.learning.action == ""
    refusal = bench.sender.try_action("show.cancel_next", 0)
    assert isinstance(refusal, Refusal)
