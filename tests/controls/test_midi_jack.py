"""MIDI over real ports: JACK with the dummy driver, devices in processes of their own."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.controls.midi import midi_ports
from mwk_desktop.controls.midi.map_files import load_maps
from mwk_desktop.controls.midi.midi_controls import MidiControls, MidiOptions
from mwk_desktop.controls.midi.midi_ports import MidiPortError, RtMidiSystem
from mwk_desktop.show import commands as ask
from mwk_desktop.show.action_sender import remote_sender
from mwk_desktop.show.controllers_state import LearnState
from mwk_desktop.show.fader_law import fader_position
from tests.controls.control_bytes import messages_of
from tests.controls.stands import AnsweringShow, JackDevice
from tests.support import wait_for

MAPS, _ = load_maps(Path("/nowhere"))
NANO = "nanoKONTROL2"


class JackBench:
    """MIDI controls on real ports, in front of an answering show."""

    def __init__(self, server: str, folder: Path, *, takeover: bool = False) -> None:
        self.show = AnsweringShow()
        self.server = server
        self.devices: list[JackDevice] = []
        self.steps = 0
        self.controls = MidiControls(
            RtMidiSystem("jack"),
            remote_sender(self.show, self.show.link),
            lambda: (self.show.snapshot(), self.show.link.state),
            MidiOptions(folder, takeover),
            lambda: time.time_ns() // 1_000_000,
        )

    def plug(self, name: str) -> JackDevice:
        device = JackDevice(self.server, name)
        self.devices.append(device)
        return device

    def until(
        self, condition: Callable[[], Any], otherwise: Callable[[], object] | None = None
    ) -> Any:
        """Let the controls run until something is so; ``otherwise``: what was seen instead."""

        def step() -> Any:
            self.controls.step(time.monotonic())
            self.steps += 1
            return condition()

        return wait_for(step, pause_s=0.002, otherwise=otherwise or self.states)

    def states(self) -> list[str]:
        return [row.state for row in self.controls.state.rows]

    def close(self) -> None:
        for device in self.devices:
            device.unplug()
        self.controls.close()


@pytest.fixture
def jack_bench(jack_of: Callable[..., Any], tmp_path: Path) -> Iterator[JackBench]:
    # One that waits for late clients: else what was sent in a late block is gone.
    bench = JackBench(jack_of(256, synchronous=True).name, tmp_path / "own")
    yield bench
    bench.close()


@pytest.mark.parametrize("control_map", MAPS, ids=lambda one: Path(one.origin).stem)
def test_each_built_in_map_drives_its_controls_and_gets_its_lights(
    jack_bench: JackBench, control_map: Any
) -> None:
    device = jack_bench.plug(control_map.ports[0])
    jack_bench.until(lambda: jack_bench.states() == ["ok"])
    lit = {
        (each.light.type, each.light.channel, each.light.number)
        for each in control_map.entries
        if each.light is not None
    }
    got: list[str] = []

    def everything_is_lit() -> bool:
        got.extend(device.got())
        return len({data[:4] if data[0] != "e" else data[:2] for data in got}) >= len(lit)

    jack_bench.until(everything_is_lit, lambda: (sorted(set(got)), jack_bench.states()))
    for data in control_map.init:
        assert data.hex() in got
    bound = jack_bench.controls.devices[0]
    assert bound.control_map == control_map
    done: set[str] = set()
    bound.perform = lambda action, value: done.add(action)  # type: ignore[assignment]
    for entry in control_map.entries:
        device.send(*messages_of(entry))
    wanted = {entry.action for entry in control_map.entries}
    jack_bench.until(lambda: done == wanted)


def test_a_message_moves_a_strip_and_its_light_follows(jack_bench: JackBench) -> None:
    device = jack_bench.plug(NANO)
    jack_bench.until(lambda: jack_bench.states() == ["ok"])
    jack_bench.until(lambda: "b03000" in device.got())
    # A clock tick and system exclusive between the messages do not disturb.
    device.send("f8", "f0 00 20 29 f7", "b0 30 7f", "fe", "b0 00 40")
    jack_bench.until(lambda: len(jack_bench.show.commands) == 2)
    assert jack_bench.show.taken()[0] == ask.SetMute("drum", True)
    assert fader_position(jack_bench.show.strip("drum").gain) == pytest.approx(64 / 127, abs=1e-3)
    jack_bench.until(lambda: "b0307f" in device.got())


def test_controls_are_taught_one_after_another(jack_bench: JackBench) -> None:
    device = jack_bench.plug(NANO)
    controls = jack_bench.controls
    jack_bench.until(lambda: jack_bench.states() == ["ok"])

    def learn_state() -> LearnState:
        state = controls.state.learn
        assert state is not None
        return state

    controls.learn("strip.1.fader")
    jack_bench.until(lambda: controls.state.learn is not None and learn_state().waits)
    device.send("b0 05 40")  # the fader of the sixth strip
    jack_bench.until(lambda: not learn_state().waits)
    assert str(learn_state().learnt) == "CC 5 does: gain of Drum. Before: gain of Pad."
    assert "strip.6.fader" not in learn_state().controls
    # The next one, without leaving: it waits, and nothing is said of the one before.
    controls.learn("show.hold")
    jack_bench.until(lambda: learn_state().waits)
    assert not learn_state().learnt
    device.send("90 29 7f", "80 29 00")
    jack_bench.until(lambda: not learn_state().waits)
    assert learn_state().controls["show.hold"] == "N 41"
    controls.forget("show.hold")
    jack_bench.until(lambda: "show.hold" not in learn_state().controls)
    controls.undo_learn()
    jack_bench.until(lambda: learn_state().controls.get("show.hold") == "N 41")
    controls.undo_learn()
    controls.undo_learn()
    jack_bench.until(lambda: learn_state().controls.get("strip.6.fader") == "CC 5")
    assert jack_bench.show.taken() == [], "nothing was done meanwhile"
    controls.learning.stop()
    device.send("b0 05 41")
    jack_bench.until(lambda: jack_bench.show.commands)
    assert jack_bench.show.taken()[0].instrument == "pad"


def test_a_port_that_vanishes_is_bound_again_with_its_lights(jack_bench: JackBench) -> None:
    for turn in range(3):
        device = jack_bench.plug(NANO)
        jack_bench.until(lambda turn=turn: jack_bench.states() == ["back" if turn else "ok"])
        jack_bench.until(lambda device=device: "b02e00" in device.got())
        device.unplug()
        jack_bench.until(lambda: jack_bench.states() == ["lost"])


def test_two_devices_of_one_name_are_two(jack_bench: JackBench) -> None:
    first, second = jack_bench.plug(NANO), jack_bench.plug(NANO)
    jack_bench.until(lambda: jack_bench.states() == ["ok", "ok"])
    second.send("b0 31 7f")
    jack_bench.until(lambda: jack_bench.show.taken() == [ask.SetMute("heavy_bass", True)])
    for device in (first, second):
        jack_bench.until(lambda device=device: "b0317f" in device.got())


def test_a_flood_keeps_its_last_position_and_no_queue(jack_bench: JackBench) -> None:
    device = jack_bench.plug(NANO)
    jack_bench.until(lambda: jack_bench.states() == ["ok"])
    import threading

    sent: list[int] = []
    steps = jack_bench.steps
    flood = threading.Thread(target=lambda: sent.append(device.flood(10_000, 1.0)))
    flood.start()
    jack_bench.until(lambda: sent)
    flood.join()
    last = pytest.approx(64 / 127, abs=1e-3)
    jack_bench.until(lambda: fader_position(jack_bench.show.strip("drum").gain) == last)
    assert sent[0] >= 9_000
    # At most one a step, whatever came, and however long it took.
    assert 1 < len(jack_bench.show.commands) <= jack_bench.steps - steps


def test_a_server_that_dies_takes_its_devices_and_brings_them_back(
    jack_of: Callable[..., Any], tmp_path: Path
) -> None:
    server = jack_of(256)
    bench = JackBench(server.name, tmp_path / "own")
    device = bench.plug(NANO)
    bench.until(lambda: bench.states() == ["ok"])
    server.kill()
    bench.until(lambda: bench.states() == ["lost"])
    bench.until(lambda: "no JACK server" in str(bench.controls.state.problem))
    bench.devices.remove(device)
    device.kill()
    server.start()
    bench.plug(NANO)
    bench.until(lambda: bench.states() == ["back"])
    bench.close()


def test_a_server_that_does_not_answer_stops_only_the_controllers(
    jack_of: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library would wait for it for ever, and the whole program with it."""
    monkeypatch.setattr(midi_ports, "JACK_ANSWER_S", 2.0)
    monkeypatch.setattr(midi_ports, "JACK_CHECKED_S", 0.0)
    server, system = jack_of(256), RtMidiSystem("jack")
    server.stop()
    assert system.input_names() == []
    assert "JACK does not answer" in str(system.problem)
    with pytest.raises(MidiPortError, match="JACK does not answer"):
        system.open_own_output("mwk clock", "clock")
    server.go_on()
    wait_for(lambda: system.input_names() == [] and not system.problem)
    system.close()


WITH_PORTS = """
from mwk_desktop.controls.midi import midi_ports
midi_ports.JACK_CLOSES_S = 1.0
system = midi_ports.RtMidiSystem("jack")
system.output_names()
port = system.open_input(system.input_names()[0])
input("open")
port.close()
system.close()
"""


def test_a_program_ends_though_its_ports_are_at_a_jack_that_does_not_answer(
    jack_of: Callable[..., Any],
) -> None:
    """In a process of its own: the library would keep the interpreter, and with it this test."""
    server = jack_of(256)
    device = JackDevice(server.name, NANO)
    command = [sys.executable, "-c", WITH_PORTS]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as program:
        assert program.stdin is not None
        assert program.stdout is not None
        assert program.stdout.read(4) == "open"
        server.stop()
        program.stdin.write("\n")
        program.stdin.flush()
        try:
            assert program.wait(60) == 0
        finally:
            program.kill()
            server.go_on()
            device.kill()
