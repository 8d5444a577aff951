"""What tests of controls share: a show that answers, ports in memory, devices over JACK."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from mwk_desktop.controls.midi.midi_controls import MidiControls, MidiOptions
from mwk_desktop.controls.midi.midi_ports import MidiPortError
from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.show import commands as ask
from mwk_desktop.show.action_sender import remote_sender
from mwk_desktop.show.console_link import ConsoleLink
from mwk_desktop.show.snapshot import (
    EngineState,
    ShowCounts,
    Snapshot,
    SourceState,
    TransportState,
    WindowState,
)
from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.show.strip_state import Clip, StripState
from mwk_desktop.units import INSTRUMENTS
from tests.driven_program import DrivenProgram

PROGRAM = Path(__file__).with_name("jack_device.py")


def still_snapshot() -> Snapshot:
    """A show at rest: every fader at 0 dB, three clips each."""
    strips = tuple(
        StripState(name, tuple(Clip(f"{name}/{name}{n}.flac", name) for n in (1, 2, 3)))
        for name in INSTRUMENTS
    )
    return Snapshot(
        serial=1,
        t_ms=0,
        transport=TransportState(48_000, 0, 1, 1, 0.0, 0.0, 128.0, 4, 2, True),
        window=WindowState(0, 30_000, 30_000, 17, 16, 1, 16, 0.0, 16.0),
        strips=strips,
        chart=(),
        top=5,
        scene_number=1,
        scene_since_bar=1,
        scene=(),
        next_scene=(),
        next_scene_cancelled=False,
        leaders=(),
        feed=(FeedItem(7, "ana", "Ana", "", "drum", "drum", 0),),
        counts=ShowCounts(),
        source=SourceState("demo", "demo", "connected", 0),
        engine=EngineState("running", "null", 48_000, 256, 0),
    )


class AnsweringShow:
    """A show that does at once what strips are asked, and keeps all commands."""

    def __init__(self) -> None:
        self.now = still_snapshot()
        self.commands: list[Any] = []
        self.link = ConsoleLink()

    def snapshot(self) -> Snapshot:
        return self.now

    def send(self, command: Any) -> None:
        self.commands.append(command)
        match command:
            case ask.SetGain(None, gain):
                self.change(master_gain=gain)
            case ask.SetGain(name, gain):
                self.change_strip(str(name), gain=gain)
            case ask.SetMute(name, mute):
                self.change_strip(name, mute=mute)
            case ask.SetSolo(name, solo):
                self.change_strip(name, solo=solo)
            case ask.SetMode(name, mode):
                self.change_strip(name, mode=mode)
            case ask.SetHold(hold):
                self.change(hold=hold)

    def change(self, **fields: Any) -> None:
        self.now = replace(self.now, serial=self.now.serial + 1, **fields)

    def change_strip(self, name: str, **fields: Any) -> None:
        strips = tuple(
            replace(strip, **fields) if strip.instrument == name else strip
            for strip in self.now.strips
        )
        self.change(strips=strips)

    def strip(self, name: str) -> StripState:
        return self.now.strips[INSTRUMENTS.index(name)]

    def taken(self) -> list[Any]:
        """The commands since the last call."""
        found, self.commands = self.commands, []
        return found


class MemoryPort:
    """An open port of :class:`MemorySystem`."""

    def __init__(self, queue: list[bytes]) -> None:
        self.queue = queue

    def receive(self) -> list[bytes]:
        found = list(self.queue)
        self.queue.clear()
        return found

    def send(self, data: bytes) -> None:
        self.queue.append(data)

    def close(self) -> None:
        pass


class MemorySystem:
    """Ports without a machine: each name has one queue in and one out."""

    problem: Message = NOTHING

    def __init__(self, *names: str) -> None:
        self.to_show: dict[str, list[bytes]] = {name: [] for name in names}
        self.to_device: dict[str, list[bytes]] = {name: [] for name in names}
        self.busy: set[str] = set()

    def input_names(self) -> list[str]:
        return list(self.to_show)

    output_names = input_names

    def open_input(self, name: str) -> MemoryPort:
        if name in self.busy or name not in self.to_show:
            raise MidiPortError(name)
        return MemoryPort(self.to_show[name])

    def open_output(self, name: str) -> MemoryPort:
        return MemoryPort(self.to_device[name])

    def close(self) -> None:
        pass

    def plug(self, name: str) -> None:
        self.to_show[name], self.to_device[name] = [], []

    def unplug(self, name: str) -> None:
        del self.to_show[name], self.to_device[name]


class Bench:
    """MIDI controls in front of an answering show, under a clock that the test moves."""

    def __init__(self, folder: Path, *names: str, takeover: bool = True) -> None:
        self.system = MemorySystem(*names)
        self.show = AnsweringShow()
        self.now_s = 100.0
        self.sender = remote_sender(self.show, self.show.link)
        self.controls = MidiControls(
            self.system,
            self.sender,
            lambda: (self.show.snapshot(), self.show.link.state),
            MidiOptions(folder, takeover),
            lambda: round(self.now_s * 1000),
        )
        self.step(steps=50)  # a second: the lights have been sent twice
        for queue in self.system.to_device.values():
            del queue[: len(queue) // 2]

    def step(self, seconds: float = 0.02, steps: int = 1) -> None:
        for _ in range(steps):
            self.controls.step(self.now_s)
            self.now_s += seconds

    def send(self, name: str, *data: str) -> list[Any]:
        """Messages in hexadecimal, together; returns what the show was asked."""
        self.system.to_show[name] += [bytes.fromhex(each) for each in data]
        self.step()
        return self.show.taken()

    def lights(self, name: str) -> list[str]:
        """What the device was sent since, in hexadecimal."""
        self.step(steps=2)
        found = [data.hex() for data in self.system.to_device[name]]
        self.system.to_device[name].clear()
        return found

    def state_of(self, name: str) -> Mapping[str, str]:
        return {row.name: row.state for row in self.controls.state.rows if row.name == name}


class JackDevice:
    """A controller on a JACK server; see :mod:`jack_device`."""

    def __init__(self, server: str, name: str) -> None:
        self._program = DrivenProgram(PROGRAM, server, name)

    def send(self, *data: str) -> None:
        for each in data:
            self._program.write(each)

    def got(self) -> list[str]:
        """What came since the last call, in hexadecimal."""
        return self._program.ask("got").split()

    def stamp(self, data: str) -> float:
        """Send a message; returns the moment at which it was handed to JACK, in seconds."""
        return float(self._program.ask(f"stamp {data}"))

    def flood(self, per_s: int, seconds: float) -> int:
        """Send fader moves; returns how many, when all are sent."""
        return int(self._program.ask(f"flood {per_s} {seconds}"))

    def kill(self) -> None:
        self._program.kill()

    def unplug(self) -> None:
        if self._program.process.poll() is None:
            self._program.write("quit")
        self._program.process.communicate(timeout=60)
