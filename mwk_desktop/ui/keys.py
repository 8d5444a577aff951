"""Which key does what: one pure table, so that the cheat sheet, the tests and the windows agree.

Digits act by their place on the keyboard, not by the character they type: on AZERTY the row types
``&é"'(-è_`` and needs Shift for digits, and Shift means solo here. No Qt in this module: key codes
are Qt's numbers, which are part of its stable interface.
"""

from __future__ import annotations

from dataclasses import dataclass

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

_LETTERS = {
    "F": "fade",
    "S": "stage",
    "L": "lock",
    "R": "record",
    "W": "winner",
    "P": "pause",
    "G": "crowd",
}
_WITH_CTRL = {
    "Z": "undo",
    "O": "open",
    "K": "connect",
    "E": "query",
    "P": "checks",
    ",": "settings",
}
"""Ctrl and a key; the last four are pages of their own."""


@dataclass(frozen=True, slots=True)
class Act:
    """What a key asks for: a name, and the strip (0 to 7) where one is meant, else -1."""

    name: str
    strip: int = -1


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
        # A key from elsewhere that types a digit is the keypad's; punctuation is not meant.
        return _TYPED_DIGITS[key] if 0x31 <= key <= 0x38 else -1
    if scan_code > 0 and platform == "windows":
        if scan_code in _WINDOWS_DIGITS:
            return scan_code - _WINDOWS_DIGITS.start
        return _TYPED_DIGITS[key] if 0x31 <= key <= 0x38 else -1
    place = _TYPED_DIGITS.get(key, -1)
    return place if place >= 0 else _AZERTY_DIGITS.get(key, -1)


def act_of(key: int, scan_code: int, modifiers: int, platform: str) -> Act | None:
    """What a key pressed anywhere in a window asks for; None: not ours."""
    modifiers &= ~KEYPAD
    if modifiers & (ALT | META):
        return None
    place = digit_place(key, scan_code, platform)
    if place >= 0:
        if modifiers & CTRL:
            return Act("next_variation", place)
        return Act("solo" if modifiers & SHIFT else "mode", place)
    if modifiers & CTRL:
        named = _WITH_CTRL.get(chr(key)) if 0x20 < key < 0x7F else None
        return Act(named) if named else None
    if key == ord("?"):
        return Act("help")
    if modifiers & SHIFT:
        return None
    named = {_ESCAPE: "panic", _SPACE: "hold", _F10: "menu", _F11: "full_screen"}.get(key)
    if named is None and 0x41 <= key <= 0x5A:
        named = _LETTERS.get(chr(key))
    return Act(named) if named else None


def strip_act_of(key: int, modifiers: int) -> str | None:
    """What a key asks of the strip that has the focus; None: not the strip's."""
    if modifiers & (ALT | META | CTRL):
        return None
    return {ord("M"): "mute", ord("C"): "cancel", _UP: "up", _DOWN: "down"}.get(key)


REPEATS = frozenset({"up", "down"})
"""Acts that a key held down repeats; every other one acts once."""
