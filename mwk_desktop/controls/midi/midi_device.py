"""One bound controller: its messages become actions, its lights follow the show.

Used by one thread (the MIDI worker's); nothing waits. However fast a device sends, each control
makes at most one action every :data:`EVERY_S`, with its newest position: there is no queue that
could grow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from mwk_desktop.controls.midi.control_map import ControlMap, MapEntry, control_words
from mwk_desktop.controls.midi.control_reader import (
    ControlKey,
    ControlReader,
    ControlReading,
    relative_steps,
)
from mwk_desktop.controls.midi.midi_lights import MidiLights
from mwk_desktop.controls.midi.midi_messages import ChannelMessage, MidiParser
from mwk_desktop.controls.midi.soft_takeover import SETTLED_S, SoftTakeover
from mwk_desktop.show.action_kinds import Kind, Value
from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.controllers_state import DeviceControl, HeardControl

EVERY_S: Final = 0.005
"""A control acts this often at most; a fader's own ramp is twice as long."""
PRESS_EVERY_S: Final = 0.01
"""A button acts again only after this: no finger is faster."""

Perform = Callable[[str, Value], None]


class MidiDevice:
    """The controls of one device.

    Parameters
    ----------
    control_map
        Its map.
    perform
        Performs an action with a value.
    takeover
        Whether controls of the mode ``takeover`` wait until they meet the strip.
    """

    def __init__(self, control_map: ControlMap, perform: Perform, *, takeover: bool = True) -> None:
        self.control_map = control_map
        self.lights = MidiLights(control_map.entries)
        self.perform = perform
        self.soft = takeover
        """Whether controls of the mode ``takeover`` wait; may change at any time."""
        self._parser = MidiParser()
        self._reader = ControlReader(entry.key for entry in control_map.entries)
        self._by_key: dict[ControlKey, list[MapEntry]] = defaultdict(list)
        for entry in control_map.entries:
            self._by_key[entry.key].append(entry)
        self._touches = {entry.touch for entry in control_map.entries if entry.touch >= 0}
        self._takeovers: dict[int, tuple[MapEntry, SoftTakeover]] = {}
        self._newest: dict[int, tuple[MapEntry, float | bool]] = {}
        self._steps: dict[int, tuple[MapEntry, int]] = {}
        self._acted_s: dict[int, float] = {}
        self._reached: dict[str, tuple[float, float]] = {}
        self.actions = frozenset(entry.action for entry in control_map.entries)
        self.controls = tuple(_control(entry) for entry in control_map.entries)

    def parse(self, data: Iterable[int]) -> list[ChannelMessage]:
        """Channel messages of bytes from the port."""
        return self._parser.feed(data)

    def read(self, message: ChannelMessage) -> ControlReading | None:
        """What a message says of a control."""
        return self._reader.read(message)

    def handle(self, reading: ControlReading, values: Mapping[str, Value], now_s: float) -> None:
        """Handle one reading: presses act at once, positions wait for :meth:`act`."""
        kind, _, number = reading.key
        if kind == "note" and number in self._touches:
            self._touch(number, reading.raw > 0)
        for entry in self._by_key.get(reading.key, ()):
            if entry.is_relative:
                steps = self._steps.get(id(entry), (entry, 0))[1]
                self._steps[id(entry)] = entry, steps + relative_steps(entry.mode, reading.raw)
            elif entry.mode in ("absolute", "takeover"):
                if entry.mode == "takeover" and self.soft:
                    _, takeover = self._takeovers.setdefault(id(entry), (entry, SoftTakeover()))
                    takeover.move(reading.position, _position(values, entry.action), now_s)
                else:
                    self._newest[id(entry)] = entry, reading.position
            elif entry.mode == "toggle" and entry.value is None:
                # The device has the state: its newest one counts, however fast it changed.
                self._newest[id(entry)] = entry, reading.raw > 0
            else:
                self._press(entry, reading, now_s)

    def act(self, values: Mapping[str, Value], now_s: float) -> None:
        """Perform the waiting actions: the newest position of each control."""
        for entry, position in list(self._newest.values()):
            if self._is_due(entry, now_s):
                del self._newest[id(entry)]
                self.perform(entry.action, position)
        for entry, steps in list(self._steps.values()):
            if self._is_due(entry, now_s):
                del self._steps[id(entry)]
                self._turn(entry, steps, values, now_s)
        for entry, takeover in self._takeovers.values():
            takeover.watch(_position(values, entry.action), now_s)
            if now_s - self._acted_s.get(id(entry), -1.0) < EVERY_S:
                continue
            place = takeover.next_sent()
            if place is not None:
                self._acted_s[id(entry)] = now_s
                self.perform(entry.action, place)

    def heard(self, reading: ControlReading, now_ms: int, name: str) -> HeardControl:
        """What a reading means by the map."""
        entry = next(iter(self._by_key.get(reading.key, ())), None)
        if entry is None:
            return HeardControl(now_ms, name, control_words(reading.key), reading.raw)
        _, takeover = self._takeovers.get(id(entry), (entry, None))
        waits = self.soft and takeover is not None and not takeover.follows
        words = control_words(reading.key)
        return HeardControl(now_ms, name, words, reading.raw, entry.action, waits)

    def ghosts(self) -> dict[str, float]:
        """Where controls are that the strips do not follow: action -> position."""
        return {
            entry.action: takeover.ghost
            for entry, takeover in self._takeovers.values()
            if takeover.ghost is not None and self.soft
        }

    def _is_due(self, entry: MapEntry, now_s: float) -> bool:
        if now_s - self._acted_s.get(id(entry), -1.0) < EVERY_S:
            return False
        self._acted_s[id(entry)] = now_s
        return True

    def _touch(self, note: int, touched: bool) -> None:
        if touched:
            self.lights.touched.add(note)
        else:
            self.lights.touched.discard(note)

    def _press(self, entry: MapEntry, reading: ControlReading, now_s: float) -> None:
        if not reading.raw or now_s - self._acted_s.get(id(entry), -1.0) < PRESS_EVERY_S:
            return
        self._acted_s[id(entry)] = now_s
        self.perform(entry.action, entry.value)

    def _turn(self, entry: MapEntry, steps: int, values: Mapping[str, Value], now_s: float) -> None:
        if not steps:
            return
        if ACTIONS[entry.action].kind is not Kind.FADER:
            self.perform(entry.action, steps * entry.step)
            return
        # The show may not have answered the last turn yet: count on from what was asked.
        position, asked_s = self._reached.get(entry.action, (0.0, -1.0))
        if now_s - asked_s > SETTLED_S:
            position = _position(values, entry.action)
        position = max(0.0, min(1.0, position + steps * entry.step))
        self._reached[entry.action] = position, now_s
        self.perform(entry.action, position)


def _control(entry: MapEntry) -> DeviceControl:
    form = "button"
    if entry.action.endswith(".fader") and not entry.is_relative:
        form = "fader"
    elif ACTIONS[entry.action].kind is Kind.FADER or entry.is_relative:
        form = "knob"
    value = entry.value if isinstance(entry.value, str) else ""
    return DeviceControl(control_words(entry.key), entry.action, form, value)


def _position(values: Mapping[str, Value], action: str) -> float:
    value = values.get(action)
    return float(value) if isinstance(value, int | float) else 0.0
