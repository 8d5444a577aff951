"""All MIDI controllers of a show: found by name, bound, lost and bound again.

One thread (the MIDI worker's) calls :meth:`MidiControls.step` every few milliseconds; any thread
reads :attr:`MidiControls.state`. Ports are listed once a second; a device that comes back gets its
lights and motor faders as if it were new. See :mod:`.midi_ports` for why nothing runs on the
library's own thread.
"""

from __future__ import annotations

import contextlib
import logging
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Final

from mwk_desktop.controls.midi.control_map import ControlMap, control_words
from mwk_desktop.controls.midi.device_maps import NO_MAP, DeviceMaps, map_id
from mwk_desktop.controls.midi.learn_session import LearnSession
from mwk_desktop.controls.midi.map_files import map_for
from mwk_desktop.controls.midi.midi_device import MidiDevice
from mwk_desktop.controls.midi.midi_ports import (
    MidiInputPort,
    MidiOutputPort,
    MidiPortError,
    MidiSystem,
    device_name,
)
from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.show.action_kinds import ConsoleState, Value
from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.actions import feedback
from mwk_desktop.show.controllers_state import ControllerRow, ControllersState, HeardControl
from mwk_desktop.show.snapshot import Snapshot

SCAN_S: Final = 1.0
LIGHTS_S: Final = 0.02
"""Lights and motors follow 50 times a second: a motor fader needs no more."""
AGAIN_S: Final = 0.5
"""A device gets everything a second time this long after it was bound: one that has just been
plugged in may not listen yet."""
BACK_S: Final = 10.0
"""So long the console says that a device is back."""

HEARD_MOST: Final = 12
"""So many controls that were moved last are listed."""

_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Binding:
    """A device's place, kept while it is away."""

    name: str
    port: str = ""
    device: MidiDevice | None = None
    input: MidiInputPort | None = None
    output: MidiOutputPort | None = None
    state: str = "lost"
    since_s: float = 0.0
    since_ms: int = 0
    heard: str = ""
    positions: dict[str, float] = field(default_factory=dict)
    was_lost: bool = False
    again_s: float = 0.0


@dataclass(frozen=True, slots=True)
class MidiOptions:
    """``[midi]``: whether faders wait for their strips and lights follow the show, and the
    presenter's folder of maps."""

    own_folder: Path
    takeover: bool = True
    lights: bool = True


@dataclass(slots=True)
class _Values:
    """The actions' newest values, those that some map names."""

    names: frozenset[str] = frozenset()
    read: Mapping[str, Value] = field(default_factory=dict)


class MidiControls:
    """Binds devices, performs what they send, lights them.

    Parameters
    ----------
    system
        The machine's ports.
    sender
        Performs actions.
    read_show
        The newest snapshot and the windows' state.
    options
        Settings.
    now_ms
        The wall clock, for the console's "since".
    """

    def __init__(
        self,
        system: MidiSystem,
        sender: ActionSender,
        read_show: Callable[[], tuple[Snapshot, ConsoleState]],
        options: MidiOptions,
        now_ms: Callable[[], int],
    ) -> None:
        self._system = system
        self._sender = sender
        self._read_show = read_show
        self._options = options
        self._now_ms = now_ms
        self._maps = DeviceMaps(options.own_folder)
        self._bindings: list[_Binding] = []
        self._values = _Values()
        self._scan_due_s = self._lights_due_s = 0.0
        self.learning = LearnSession(self._maps)
        self.refused: Message = NOTHING
        """Why the newest action was not done."""
        self._heard: deque[HeardControl] = deque(maxlen=HEARD_MOST)
        self._state = ControllersState(faults=tuple(self._maps.faults), takeover=options.takeover)

    @property
    def state(self) -> ControllersState:
        """What the console shows (any thread)."""
        return self._state

    @property
    def devices(self) -> list[MidiDevice]:
        """The known devices, those that are away included."""
        return [each.device for each in self._bindings if each.device is not None]

    @property
    def is_bound(self) -> bool:
        """Whether any device is connected."""
        return any(each.input is not None for each in self._bindings)

    def step(self, now_s: float) -> None:
        """Read what came, act, light; list the ports when it is time."""
        if now_s >= self._scan_due_s:
            self._scan_due_s = now_s + SCAN_S
            self._scan(now_s)
        lights_due = now_s >= self._lights_due_s
        received = [
            (each, each.input.receive()) for each in self._bindings if each.input is not None
        ]
        heard = any(data for _, data in received)
        if heard or lights_due:
            snapshot, console = self._read_show()
            self._values.read = feedback(snapshot, console, self._values.names)
        values = self._values.read
        for binding, messages in received:
            if binding.device is not None:
                self._handle(binding, binding.device, messages, values, now_s)
                binding.device.act(values, now_s)
        if lights_due:
            self._lights_due_s = now_s + LIGHTS_S
            for binding in self._bindings:
                if binding.again_s and now_s >= binding.again_s:
                    binding.again_s = 0.0
                    self._begin_lights(binding)
                device, output = binding.device, binding.output
                if self._options.lights and device is not None and output is not None:
                    for data in device.lights.changes(values):
                        output.send(data)
        if heard or lights_due:
            self._publish(now_s)

    def reload_maps(self) -> None:
        """Read the map files again, and bind the devices with them."""
        self._maps.read()
        for binding in self._bindings:
            if binding.device is not None:
                self._give_map(binding, binding.device.control_map)

    def use_map(self, device: str, chosen: str) -> None:
        """Let a device use another map, and keep that."""
        for binding in self._bindings:
            if binding.name == device:
                self._maps.choose(device, chosen, binding.port or binding.name)
        self.reload_maps()

    def copy_map(self, device: str) -> None:
        """Copy a device's map into the presenter's folder, and let it use the copy."""
        for binding in self._bindings:
            if binding.name == device and binding.device is not None:
                port = binding.port or binding.name
                self._maps.copy(device, port, binding.device.control_map)
        self.reload_maps()

    def use_takeover(self, soft: bool) -> None:
        """Let faders wait for their strips, or not."""
        self._options = replace(self._options, takeover=soft)
        for device in self.devices:
            device.soft = soft

    def use_lights(self, on: bool) -> None:
        """Let lights and motors follow the show, or darken them."""
        self._options = replace(self._options, lights=on)
        for binding in self._bindings:
            if binding.device is not None and binding.output is not None and not on:
                for data in binding.device.lights.all_off():
                    binding.output.send(data)

    def learn(self, action: str) -> None:
        """Wait for a control for an action; "" begins with no action chosen."""
        self.learning.choose(action)

    def forget(self, action: str) -> None:
        """No control does an action any more."""
        maps = [(each.name, each.device.control_map) for each in self._bindings if each.device]
        self.learning.forget(action, maps)
        self.reload_maps()

    def undo_learn(self) -> None:
        """Take the last change of a map back."""
        self.learning.undo()
        self.reload_maps()

    def close(self) -> None:
        """Darken and release all devices."""
        for binding in self._bindings:
            device, output = binding.device, binding.output
            if device is not None and output is not None:
                for data in (*device.lights.all_off(), *device.control_map.close):
                    output.send(data)
            self._release(binding)
        self._system.close()

    # -- ports ---------------------------------------------------------------------------------

    def _scan(self, now_s: float) -> None:
        if self._maps.changed():
            self.reload_maps()  # the presenter has edited one
        present = self._system.input_names()
        for binding in self._bindings:
            if binding.port and binding.port not in present:
                self._release(binding)
                self._set_state(binding, "lost", now_s)
                _log.info("the controller %s is gone", binding.name)
            elif binding.state == "back" and now_s - binding.since_s > BACK_S:
                self._set_state(binding, "ok", now_s)
        bound = {binding.port for binding in self._bindings}
        for port in [each for each in present if each not in bound]:
            self._bind(port, now_s)

    def _bind(self, port: str, now_s: float) -> None:
        name = device_name(port)
        twins = [each for each in self._bindings if each.name.partition(" #")[0] == name]
        binding = next((each for each in twins if not each.port), None)
        if binding is None:
            binding = _Binding(f"{name} #{len(twins) + 1}" if twins else name)
            self._bindings.append(binding)
        try:
            binding.input = self._system.open_input(port)
        except MidiPortError as error:
            _log.info("%s", error)
            if binding.state != "busy":
                self._set_state(binding, "busy", now_s)
            return  # tried again at the next scan
        binding.port = port
        with contextlib.suppress(MidiPortError, StopIteration):
            binding.output = self._system.open_output(self._output_of(binding))
        self._set_state(binding, "back" if binding.was_lost else "ok", now_s)
        binding.was_lost = True
        before = binding.device
        self._give_map(binding, before.control_map if before is not None else None)
        binding.again_s = now_s + AGAIN_S
        _log.info("the controller %s is there", binding.name)

    def _output_of(self, binding: _Binding) -> str:
        """The output that belongs to an input: of the same device, its place among twins."""
        name = device_name(binding.port)
        wanted = map_for(self._maps.maps, binding.port)

        def same(port: str) -> bool:
            return device_name(port) == name and (wanted is None or wanted.fits(port) > 0)

        taken = {id(each.output): each.port for each in self._bindings if each.output is not None}
        inputs = [port for port in self._system.input_names() if same(port)]
        outputs = [port for port in self._system.output_names() if same(port)]
        place = inputs.index(binding.port) if binding.port in inputs else len(taken)
        return outputs[place] if place < len(outputs) else next(iter(outputs))

    def _give_map(self, binding: _Binding, before: ControlMap | None) -> None:
        port = binding.port or binding.name
        control_map = self._maps.map_of(binding.name, port, before)
        same = binding.device is not None and before == control_map
        if not same or binding.device is None:
            binding.device = self._device(binding.name, control_map)
        self._values.names = frozenset(name for device in self.devices for name in device.actions)
        self._lights_due_s = 0.0
        self._begin_lights(binding)

    def _device(self, name: str, control_map: ControlMap) -> MidiDevice:
        perform = partial(self._perform, name)
        return MidiDevice(control_map, perform, takeover=self._options.takeover)

    @staticmethod
    def _begin_lights(binding: _Binding) -> None:
        """Switch a device to the mode of its map; all its lights are sent at the next step."""
        device = binding.device
        if device is None or binding.output is None:
            return
        device.lights.forget()
        for data in device.control_map.init:
            binding.output.send(data)

    def _release(self, binding: _Binding) -> None:
        for port in (binding.input, binding.output):
            if port is not None:
                port.close()
        binding.input = binding.output = None
        binding.port = ""
        # A new one begins without positions: the hardware may have been moved meanwhile.
        if binding.device is not None:
            binding.device = self._device(binding.name, binding.device.control_map)

    def _set_state(self, binding: _Binding, state: str, now_s: float) -> None:
        binding.state, binding.since_s, binding.since_ms = state, now_s, self._now_ms()

    # -- messages ------------------------------------------------------------------------------

    def _handle(
        self,
        binding: _Binding,
        device: MidiDevice,
        messages: list[bytes],
        values: Mapping[str, Value],
        now_s: float,
    ) -> None:
        for data in messages:
            for message in device.parse(data):
                if self.learning.action:
                    twins = device.control_map
                    if self.learning.hear(binding.name, twins, message, now_s):
                        self.reload_maps()
                    continue
                reading = device.read(message)
                if reading is not None:
                    words = control_words(reading.key)
                    binding.heard = f"{words} = {reading.raw}"
                    binding.positions = {**binding.positions, words: reading.position}
                    device.handle(reading, values, now_s)
                    self._note(device.heard(reading, self._now_ms(), binding.name))

    def _note(self, heard: HeardControl) -> None:
        """List what was moved; one that goes on moving stays one line."""
        newest = self._heard[0] if self._heard else None
        if newest is not None and (newest.device, newest.control) == (heard.device, heard.control):
            self._heard.popleft()
        self._heard.appendleft(heard)

    def _perform(self, device: str, action: str, value: Value) -> None:
        refusal = self._sender.try_action(action, value, device)
        self.refused = NOTHING if refusal is None else refusal.reason

    def _publish(self, now_s: float) -> None:
        rows = []
        ghosts: dict[str, float] = {}
        controls: dict[str, str] = {}
        for each in self._bindings:
            control_map = each.device.control_map if each.device is not None else NO_MAP
            rows.append(
                ControllerRow(
                    each.name,
                    each.state,
                    each.since_ms,
                    control_map.name,
                    control_map.own,
                    each.heard,
                    each.device.controls if each.device is not None else (),
                    each.positions,
                    map_id(control_map),
                    control_map.origin if control_map.own else "",
                )
            )
            if each.device is not None and each.input is not None:
                ghosts |= each.device.ghosts()
                controls |= {one.action: control_words(one.key) for one in control_map.entries}
        self._state = ControllersState(
            tuple(rows),
            ghosts,
            self.learning.state(controls),
            self._system.problem,
            (*([self._maps.problem] if self._maps.problem else []), *self._maps.faults),
            self._options.takeover,
            self._options.lights,
            tuple(self._heard),
            self._maps.choices,
        )
