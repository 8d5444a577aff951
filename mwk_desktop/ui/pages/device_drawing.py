"""A MIDI device as a drawing: what each control does by its map, and what was heard (pure)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Any, Final

from mwk_desktop.show.controllers_state import ControllerRow, DeviceControl, HeardControl
from mwk_desktop.ui.console.learn_properties import capitalized_label
from mwk_desktop.ui.interface_language import short_instrument_name, translate
from mwk_desktop.ui.number_text import wall_clock
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.units import INSTRUMENTS

_ORDER: Final = (
    *("filter", "solo", "mute", "mode.on", "mode.auto", "mode.off", "mode.next", "cue"),
    *("clip.next", "clip.previous", "clip.auto", "cancel", "focus"),
)
"""Buttons of a strip, from the top."""

_LETTERS: Final = {
    "solo": "S",
    "mute": "M",
    "mode.on": "ON",
    "mode.auto": "A",
    "mode.off": "OFF",
    "mode.next": "R",
    "cue": "H",
    "clip.next": "\u203a",
    "clip.previous": "\u2039",
    "clip.auto": "U",
    "cancel": "C",
    "focus": "\u25a1",
}


def drawn_controls(row: ControllerRow, lit: Set[str]) -> list[dict[str, Any]]:
    """Every control of a device as QML draws it.

    Parameters
    ----------
    row
        The device.
    lit
        The controls (``CC 5``) that were heard a moment ago.

    Returns
    -------
    list
        ``strip`` (0 to 7; -1: not of a strip), ``form`` (fader, knob, button), ``line`` (from the
        top of its form), ``letter``, ``label``, ``control``, ``lit``, ``position`` (0 to 1; -1:
        not heard yet).
    """
    found = []
    lines: dict[tuple[int, str], int] = {}
    for control in sorted(row.controls, key=_place):
        strip, what = _strip_of(control)
        form = control.form if strip >= 0 else "other"
        line = lines.get((strip, form), 0)
        lines[strip, form] = line + 1
        found.append(
            {
                "strip": strip,
                "form": form,
                "line": line,
                "letter": _LETTERS.get(what, ""),
                "label": capitalized_label(control.action),
                "control": control.control,
                "lit": control.control in lit,
                "position": row.positions.get(control.control, -1.0),
            }
        )
    return found


def drawn_height(drawn: Iterable[Mapping[str, Any]]) -> int:
    """The height in pixels that the drawing needs (the numbers are those of DeviceDrawing.qml)."""
    lines = {"other": 0, "button": 0, "knob": 0}
    for one in drawn:
        lines[one["form"]] = max(lines.get(one["form"], 0), one["line"] + 1)
    strips = 34 + max(32 + 24 * lines["button"], 28 * lines["knob"], 120)
    return max(strips, 10 + 24 * lines["other"]) + 34


def legend(row: ControllerRow) -> str:
    """What the drawing's forms and letters mean, those that the device has."""
    words = {
        "filter": translate("Controllers", "knob: filter"),
        "solo": translate("Controllers", "S: solo"),
        "mute": translate("Controllers", "M: mute"),
        "mode.next": translate("Controllers", "R: mode, as keys 1 to 8"),
        "mode.on": translate("Controllers", "ON, A, OFF: mode"),
        "cue": translate("Controllers", "H: pre-listen"),
        "clip.next": translate("Controllers", "\u2039 \u203a: clip"),
        "clip.auto": translate("Controllers", "U: clip by the crowd"),
        "cancel": translate("Controllers", "C: cancel"),
        "fader": translate("Controllers", "fader: gain"),
    }
    there = {what for strip, what in map(_strip_of, row.controls) if strip >= 0}
    return " \u00b7 ".join(text for what, text in words.items() if what in there)


def strip_names() -> list[str]:
    """The strips' names, short enough for a drawing."""
    return [short_instrument_name(instrument) for instrument in INSTRUMENTS]


def heard_rows(heard: Iterable[HeardControl]) -> list[dict[str, Any]]:
    """What was heard last, the newest first."""
    return [
        {
            "time": wall_clock(one.t_ms),
            "control": f"{clean(one.control, 40)} = {one.value}",
            "text": _done(one),
            "mapped": one.action != "",
            "device": clean(one.device, 60),
        }
        for one in heard
    ]


def _done(one: HeardControl) -> str:
    if not one.action:
        return translate("Controllers", "nothing: not mapped")
    if one.waits:
        label = capitalized_label(one.action)
        return translate("Controllers", "%1: waits for the fader").replace("%1", label)
    return capitalized_label(one.action)


def newly_heard(
    before: Mapping[str, float], row: ControllerRow, heard: Iterable[HeardControl]
) -> set[str]:
    """The controls of a device whose newest reading is not the one seen before."""
    fresh = {name for name, place in row.positions.items() if before.get(name) != place}
    newest = next((one for one in heard if one.device == row.name), None)
    return fresh | ({newest.control} if newest is not None and fresh else set())


def _strip_of(control: DeviceControl) -> tuple[int, str]:
    head, _, rest = control.action.partition(".")
    number, _, what = rest.partition(".")
    if head != "strip" or not number.isdecimal():
        return -1, control.action
    return int(number) - 1, f"{what}.{control.value}" if control.value else what


def _place(control: DeviceControl) -> tuple[int, int]:
    strip, what = _strip_of(control)
    return strip, _ORDER.index(what) if what in _ORDER else len(_ORDER)
