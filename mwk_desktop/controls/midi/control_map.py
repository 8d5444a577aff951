"""A MIDI map: which control of a device does which action, and which light shows it.

A map is a TOML file::

    name = "Korg nanoKONTROL2"
    ports = ["nanoKONTROL2"]          # a part of the port's name

    [[control]]
    action = "strip.N.fader"          # N: for the strips 1 to 8, number and light count up
    type = "cc"                       # cc, cc14, nrpn, note, pitchbend, encoder
    number = 0
    mode = "takeover"

:func:`parse_map` names every fault of a file, each in one line. Pure values.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, Final

from mwk_desktop.controls.midi.control_reader import ControlKey
from mwk_desktop.messages import Message, message, verbatim
from mwk_desktop.show.action_kinds import Action, Kind
from mwk_desktop.show.actions import ACTIONS, UnknownActionError
from mwk_desktop.units import STRIPS

TYPES: Final = ("cc", "cc14", "nrpn", "note", "pitchbend", "encoder")
RELATIVE: Final = ("relative-2c", "relative-signed", "relative-offset")
MODES: Final = ("absolute", "takeover", *RELATIVE, "toggle", "momentary")
LIGHT_TYPES: Final = ("note", "cc", "pitchbend")
_MOST_NUMBER: Final = {"cc14": 31, "nrpn": 16_383}
_CONTROL_HEAD: Final = re.compile(r"\s*\[\[\s*control\s*\]\]")
ENCODER_STEP: Final = 1 / 100
"""A detent of an encoder moves a fader this far, where the map says nothing."""


@dataclass(frozen=True, slots=True)
class Light:
    """A light, a ring or a motor. ``values``: what to send for a value of a choice; a fader's
    position is spread from ``off`` to ``on``."""

    type: str
    channel: int
    number: int
    off: int
    on: int
    values: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MapEntry:
    """One control. ``value`` is what a press sends with a choice; ``step`` an encoder's detent;
    ``touch`` the note that a motor fader sends while a finger is on it (-1: none)."""

    action: str
    type: str
    channel: int
    number: int
    mode: str
    value: str | float | None = None
    step: float = ENCODER_STEP
    touch: int = -1
    light: Light | None = None

    @property
    def key(self) -> ControlKey:
        """What its messages look like."""
        return ("cc" if self.type == "encoder" else self.type, self.channel, self.number)

    @property
    def is_relative(self) -> bool:
        return self.mode in RELATIVE


@dataclass(frozen=True, slots=True)
class ControlMap:
    """A device's map. ``ports`` are parts of its ports' names; ``init`` and ``close`` system
    exclusive messages for the begin and the end; ``origin`` is its file."""

    name: str
    ports: tuple[str, ...]
    entries: tuple[MapEntry, ...]
    init: tuple[bytes, ...] = ()
    close: tuple[bytes, ...] = ()
    origin: str = ""
    own: bool = False

    def fits(self, port: str) -> int:
        """How many characters of a port's name it names; 0: it is not for this port."""
        name = port.casefold()
        return max((len(part) for part in self.ports if part.casefold() in name), default=0)


class MapError(ValueError):
    """A map cannot be used; ``faults`` has a line for each fault."""

    def __init__(self, faults: list[Message]) -> None:
        super().__init__(faults[0])
        self.faults = faults


def control_words(key: ControlKey) -> str:
    """A control as people and manuals name it: ``CC 5``, ``N 41``, ``CC 5 (channel 2)``."""
    kind, channel, number = key
    name = {"note": "N", "pitchbend": "PB", "nrpn": "NRPN", "cc14": "CC14"}.get(kind, "CC")
    words = name if kind == "pitchbend" else f"{name} {number}"
    return words if channel == 1 else f"{words} (channel {channel})"


def parse_map(text: str, origin: str, *, own: bool = False) -> ControlMap:
    """Read a map.

    Raises
    ------
    MapError
        Something in it is wrong; one message per fault names the file, the line and what would be
        right.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        line = int(at[1]) if at else text.count("\n") + 1  # "at end of document"
        place = f"{origin}:{line}"
        said = message("{file}: is not TOML: {reason}", file=place, reason=str(error))
        raise MapError([said]) from None
    return _MapReader(table, text, origin, own).read()


class _MapReader:
    """Collects the faults of one file."""

    def __init__(self, table: Mapping[str, Any], text: str, origin: str, own: bool) -> None:
        self._table = table
        self._origin = origin
        self._own = own
        self._faults: list[Message] = []
        self._lines = text.split("\n")
        heads = [at for at, line in enumerate(self._lines) if _CONTROL_HEAD.match(line)]
        self._parts = [*pairwise([*heads, len(self._lines)])]
        """First line of each control, and of what follows it; counted from 0."""
        self._whole_file = (0, heads[0] if heads else len(self._lines))
        self._part = self._whole_file

    def read(self) -> ControlMap:
        table = self._table
        for key in table.keys() - {"name", "ports", "init", "close", "control"}:
            self._fault(key, message("there is no such key"))
        name = table.get("name")
        if not isinstance(name, str) or not name:
            self._fault("name", message("must be the device's name in quotes"))
        ports = table.get("ports")
        if not isinstance(ports, list) or not all(isinstance(p, str) and p for p in ports):
            self._fault("ports", message('must be a list such as ["nanoKONTROL2"]'))
            ports = []
        controls = table.get("control", [])
        entries: list[tuple[MapEntry, tuple[int, int]]] = []
        if not isinstance(controls, list) or not all(isinstance(c, dict) for c in controls):
            self._fault("control", message("must be tables, [[control]]"))
        else:
            for place, control in enumerate(controls):
                if place < len(self._parts):
                    self._part = self._parts[place]
                entries += [(entry, self._part) for entry in self._entries(control)]
        self._check_twice(entries)
        self._part = self._whole_file
        init, close = self._sysex("init"), self._sysex("close")
        if self._faults:
            raise MapError(self._faults)
        found = tuple(entry for entry, _ in entries)
        return ControlMap(str(name), tuple(ports), found, init, close, self._origin, self._own)

    def _fault(self, key: str, problem: Message) -> None:
        place = f"{self._origin}:{self._line_of(key)}"
        said = message("{place}: {key}: {problem}", place=place, key=key, problem=problem)
        self._faults.append(said)

    def _line_of(self, key: str) -> int:
        """The line that sets a key of the part that is read, else the part's first one."""
        first, end = self._part
        sets = re.compile(rf"\s*[\"']?{re.escape(key.partition('.')[0])}[\"']?\s*[.=]")
        return next((at for at in range(first, end) if sets.match(self._lines[at])), first) + 1

    def _check_twice(self, entries: list[tuple[MapEntry, tuple[int, int]]]) -> None:
        seen: set[tuple[object, ...]] = set()
        for entry, self._part in entries:
            what = (entry.key, entry.action, entry.value)
            if what in seen:
                words = control_words(entry.key)
                self._fault(entry.action, message("{control} is given twice", control=words))
            seen.add(what)

    def _sysex(self, key: str) -> tuple[bytes, ...]:
        given = self._table.get(key, [])
        found = []
        for text in given if isinstance(given, list) else [given]:
            try:
                data = bytes.fromhex(text)
            except (TypeError, ValueError):
                data = b""
            if len(data) < 3 or data[0] != 0xF0 or data[-1] != 0xF7 or max(data[1:-1]) > 0x7F:
                self._fault(key, message('must be hexadecimal bytes such as "F0 00 20 29 F7"'))
            else:
                found.append(data)
        return tuple(found)

    def _whole(self, table: Mapping[str, Any], key: str, low: int, high: int, default: int) -> int:
        value = table.get(key, default)
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            right = message(
                "must be {low} to {high}, is {value}",
                low=str(low),
                high=str(high),
                value=_shown(value),
            )
            self._fault(key, right)
            return low
        return value

    def _one_of(self, table: Mapping[str, Any], key: str, right: tuple[str, ...], at: str) -> str:
        value = table.get(key, at)
        if value not in right:
            problem = message(
                "must be one of {choices}, is {value}",
                choices=", ".join(right),
                value=_shown(value),
            )
            self._fault(key, problem)
            return right[0]
        return str(value)

    def _entries(self, control: Mapping[str, Any]) -> Iterator[MapEntry]:
        known = {"action", "type", "channel", "number", "mode", "value", "step", "touch", "light"}
        known |= {"number_step", "channel_step"}
        for key in control.keys() - known:
            self._fault(key, message("there is no such key"))
        action = control.get("action")
        if not isinstance(action, str):
            self._fault("action", message("must be an action in quotes"))
            action = ""
        # "strip.N.mode" would be no action of its own: every strip has the same ones.
        first = action.replace(".N.", ".1.")
        does = ACTIONS.get(first)
        if first and does is None:
            self._fault(action, UnknownActionError(first).message)
        kind = self._one_of(control, "type", TYPES, "cc")
        bend = kind == "pitchbend"
        steps = (
            self._whole(control, "number_step", -127, 127, 0 if bend else 1),
            self._whole(control, "channel_step", 0, 15, 1 if bend else 0),
        )
        entry = self._entry(control, does, kind)
        if does is None:
            return
        faults = len(self._faults)
        for place in range(STRIPS if ".N." in action else 1):
            moved = self._moved(entry, action.replace(".N.", f".{place + 1}."), place, steps)
            if len(self._faults) == faults:
                most = _MOST_NUMBER.get(kind, 127)
                if not 0 <= moved.number <= most or not 1 <= moved.channel <= 16:
                    what = control_words(moved.key)
                    self._fault(action, message("{control} is beyond the last one", control=what))
            yield moved

    @staticmethod
    def _moved(entry: MapEntry, action: str, place: int, steps: tuple[int, int]) -> MapEntry:
        """The entry of a later strip."""
        numbers, channels = place * steps[0], place * steps[1]
        light = entry.light
        if light is not None:
            light = replace(light, number=light.number + numbers, channel=light.channel + channels)
        return replace(
            entry,
            action=action,
            number=entry.number + numbers,
            channel=entry.channel + channels,
            light=light,
            touch=entry.touch + place if entry.touch >= 0 else -1,
        )

    def _entry(self, control: Mapping[str, Any], action: Action | None, kind: str) -> MapEntry:
        """One control; without an action only what needs none is checked."""
        what = None if action is None else action.kind
        moves = what is Kind.FADER
        default = "takeover" if moves else "momentary"
        mode = self._one_of(control, "mode", MODES, "" if kind == "encoder" else default)
        if (kind == "encoder") != (mode in RELATIVE) and kind in ("encoder", "note", "pitchbend"):
            right = message("must be one of {choices}", choices=", ".join(RELATIVE))
            if kind != "encoder":
                right = message("{mode} is for encoders", mode=mode)
            self._fault("mode", right)
        if mode in ("absolute", "takeover") and action and not moves and what is not Kind.NUMBER:
            problem = message("{action} is a button: toggle or momentary", action=action.name)
            self._fault("mode", problem)
        value = control.get("value")
        if action and what is Kind.CHOICE and value not in action.choices:
            choices = ", ".join(action.choices) or message("a text")
            self._fault("value", message("must be one of {choices}", choices=choices))
        step = control.get("step", ENCODER_STEP)
        if isinstance(step, bool) or not isinstance(step, int | float) or not 0 < abs(step) <= 100:
            self._fault("step", message("must be a number such as 0.01"))
            step = ENCODER_STEP
        channel = self._whole(control, "channel", 1, 16, 1)
        number = 0
        if kind != "pitchbend":
            number = self._whole(control, "number", 0, _MOST_NUMBER.get(kind, 127), -1)
        touch = self._whole(control, "touch", -1, 127, -1)
        part = self._part
        self._part = self._line_of("light") - 1, part[1]
        light = self._light(control.get("light"), kind, channel, number)
        self._part = part
        name = "" if action is None else action.name
        return MapEntry(name, kind, channel, number, mode, value, float(step), touch, light)

    def _light(self, given: object, kind: str, channel: int, number: int) -> Light | None:
        if given is None or given is False:
            return None
        table = {} if given is True else given
        if not isinstance(table, dict):
            self._fault("light", message("must be true or a table"))
            return None
        for key in table.keys() - {"type", "channel", "number", "off", "on", "values"}:
            self._fault(f"light.{key}", message("there is no such key"))
        own = kind if kind in LIGHT_TYPES else "cc"
        what = self._one_of(table, "type", LIGHT_TYPES, own)
        most = 16_383 if what == "pitchbend" else 127
        values = table.get("values", {})
        fits = isinstance(values, dict) and all(
            isinstance(one, int) and not isinstance(one, bool) and 0 <= one <= most
            for one in values.values()
        )
        if not fits:
            self._fault("light.values", message("must be a table of numbers"))
            values = {}
        return Light(
            what,
            self._whole(table, "channel", 1, 16, channel),
            self._whole(table, "number", 0, 127, min(number, 127)),
            self._whole(table, "off", 0, most, 0),
            self._whole(table, "on", 0, most, most),
            dict(values),
        )


def _shown(value: object) -> Message:
    return verbatim(f'"{value}"' if isinstance(value, str) else str(value)[:40])
