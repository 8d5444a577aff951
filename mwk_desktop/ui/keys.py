"""Maps keys to actions: pure tables, so that cheat sheet, tests and windows agree.

Digits act by their place on the keyboard, not by the character they type: on AZERTY the row types
``&é"'(-è_`` and needs Shift for digits, and Shift means solo here. No Qt in this module: key codes
are Qt's numbers, which are part of its stable interface.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mwk_desktop.units import STRIPS

SHIFT = 0x02000000
CTRL = 0x04000000
ALT = 0x08000000
META = 0x10000000
KEYPAD = 0x20000000

_ESCAPE, _F10, _F11, _SPACE = 0x01000000, 0x01000039, 0x0100003A, 0x20
_UP, _DOWN = 0x01000013, 0x01000015

_EVDEV_DIGITS = range(10, 18)
"""X11 and Wayland key codes of the keys 1 to 8: Linux's own codes plus 8."""
_WINDOWS_DIGITS = range(2, 10)

_TYPED_DIGITS = {
    **{ord(c): i for i, c in enumerate("12345678")},
    **{ord(c): i for i, c in enumerate("!@#$%^&*")},
}
_AZERTY_DIGITS = {ord(c): i for i, c in enumerate("&\u00c9\"'(-\u00c8_")}

_NAMED_KEYS = {
    _ESCAPE: "Escape",
    _F10: "F10",
    _F11: "F11",
    _SPACE: "Space",
    _UP: "Up",
    _DOWN: "Down",
}

KEYS: Final[Mapping[str, str]] = {
    **{f"{place}": f"strip.{place}.mode.next" for place in range(1, STRIPS + 1)},
    **{f"Shift+{place}": f"strip.{place}.solo" for place in range(1, STRIPS + 1)},
    **{f"Ctrl+{place}": f"strip.{place}.clip.next" for place in range(1, STRIPS + 1)},
    "Space": "show.hold",
    "Escape": "show.panic_or_resume",
    "F": "show.fade",
    "R": "show.record",
    "W": "stage.winner",
    "P": "replay.pause",
    "L": "show.lock",
    "S": "stage.window",
    "F11": "stage.fullscreen",
    "G": "console.crowd",
    "F10": "console.menu",
    "?": "console.help",
    "Ctrl+Z": "show.undo",
    "Ctrl+O": "console.open",
    "Ctrl+K": "console.connect",
    "Ctrl+E": "console.query",
    "Ctrl+P": "console.checks",
    "Ctrl+,": "console.settings",
}
"""The action of each key, anywhere in the windows."""


@dataclass(frozen=True, slots=True)
class StripPress:
    """What a key does on the focused strip; ``repeats``: also while held down."""

    action: str
    value: float | None = None
    repeats: bool = False


_FADER_KEYS: Final = {
    "Up": StripPress("{channel}.fader.step", 0.5, repeats=True),
    "Down": StripPress("{channel}.fader.step", -0.5, repeats=True),
    "Shift+Up": StripPress("{channel}.fader.step", 0.1, repeats=True),
    "Shift+Down": StripPress("{channel}.fader.step", -0.1, repeats=True),
}
STRIP_KEYS: Final[Mapping[str, StripPress]] = {
    **_FADER_KEYS,
    "M": StripPress("{channel}.mute"),
    "C": StripPress("{channel}.cancel"),
}
MASTER_KEYS: Final[Mapping[str, StripPress]] = {
    **_FADER_KEYS,
    "C": StripPress("show.cancel_next"),
}
"""The actions of the keys on the strip, or on the master, that has the focus."""


def digit_place(key: int, scan_code: int, platform: str) -> int:
    """Place (0 to 7) of a key in the row of digits, or -1.

    Parameters
    ----------
    key
        Qt's key code.
    scan_code
        The native one; 0 where the platform has none (then the typed character decides).
    platform
        Qt's platform name: ``xcb``, ``wayland``, ``windows``, ...
    """
    if scan_code > 0 and platform in ("xcb", "wayland", "wayland-egl"):
        if scan_code in _EVDEV_DIGITS:
            return scan_code - _EVDEV_DIGITS.start
        # Any other key that types a digit is on the keypad; punctuation is not accepted.
        return _TYPED_DIGITS[key] if 0x31 <= key <= 0x38 else -1
    if scan_code > 0 and platform == "windows":
        if scan_code in _WINDOWS_DIGITS:
            return scan_code - _WINDOWS_DIGITS.start
        return _TYPED_DIGITS[key] if 0x31 <= key <= 0x38 else -1
    place = _TYPED_DIGITS.get(key, -1)
    return place if place >= 0 else _AZERTY_DIGITS.get(key, -1)


def chord_of(key: int, scan_code: int, modifiers: int, platform: str) -> str:
    """A key press as named in the tables: ``Space``, ``Shift+3``, ``Ctrl+Z``; empty: not ours.

    Digits go by their place on the keyboard, see :func:`digit_place`. With Ctrl, Shift means
    nothing.
    """
    modifiers &= ~KEYPAD
    if modifiers & (ALT | META):
        return ""
    place = digit_place(key, scan_code, platform)
    if place >= 0:
        name = str(place + 1)
    elif key in _NAMED_KEYS:
        name = _NAMED_KEYS[key]
    elif 0x20 < key < 0x7F:
        name = chr(key)
    else:
        return ""
    if modifiers & CTRL:
        return f"Ctrl+{name}"
    return f"Shift+{name}" if modifiers & SHIFT and name != "?" else name
