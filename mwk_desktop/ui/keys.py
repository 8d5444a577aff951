"""Maps keys to actions: pure tables, so that cheat sheet, tests and windows agree.

Digits act by their place on the keyboard, not by the character they type: on AZERTY the row types
``&é"'(-è_`` and needs Shift for digits, and Shift means solo here. No Qt in this module: key codes
are Qt's numbers, which are part of its stable interface.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from mwk_desktop.messages import Message, message
from mwk_desktop.show.stored_desks import PLACES
from mwk_desktop.units import STRIPS

SHIFT = 0x02000000
CTRL = 0x04000000
ALT = 0x08000000
META = 0x10000000
KEYPAD = 0x20000000

_EVDEV_DIGITS = range(10, 20)
"""X11 and Wayland key codes of the keys 1 to 9 and 0: Linux's own codes plus 8."""
_WINDOWS_DIGITS = range(2, 12)

_EVDEV_PERIOD = 60
_WINDOWS_PERIOD = 52
"""The key that types a full stop on QWERTY, and that a clicker presses for black."""

_TYPED_DIGITS = {
    **{ord(c): i for i, c in enumerate("1234567890")},
    **{ord(c): i for i, c in enumerate("!@#$%^&*")},
}
_AZERTY_DIGITS = {ord(c): i for i, c in enumerate("&\u00c9\"'(-\u00c8_\u00c7\u00c0")}

_F1 = 0x01000030
NAMED_KEYS = {
    0x01000000: "Escape",
    0x20: "Space",
    0x01000006: "Insert",
    0x01000008: "Pause",
    0x01000010: "Home",
    0x01000011: "End",
    0x01000012: "Left",
    0x01000013: "Up",
    0x01000014: "Right",
    0x01000015: "Down",
    0x01000016: "PageUp",
    0x01000017: "PageDown",
    **{_F1 + number: f"F{number + 1}" for number in range(12)},
}
"""A test compares them with :data:`mwk_desktop.show.settings.key_table.NAMED_KEYS`."""

KEYS: Final[Mapping[str, str]] = {
    **{f"{place}": f"strip.{place}.mode.next" for place in range(1, STRIPS + 1)},
    **{f"Shift+{place}": f"strip.{place}.solo" for place in range(1, STRIPS + 1)},
    **{f"Ctrl+{place}": f"strip.{place}.clip.next" for place in range(1, STRIPS + 1)},
    **{f"Alt+{place}": f"strip.{place}.focus" for place in range(1, STRIPS + 1)},
    **{f"Ctrl+Shift+{place}": f"snapshot.{place}.recall" for place in range(1, PLACES + 1)},
    "Ctrl+S": "console.store",
    "Ctrl+U": "show.take_over",
    "0": "show.all_auto",
    "A": "show.arm",
    "G": "show.go",
    "Shift+A": "show.forget",
    "N": "show.next_now",
    "Alt+0": "master.focus",
    "Alt+9": "message.focus",
    "Space": "show.hold",
    "Escape": "show.panic",
    "Shift+Escape": "show.panic",
    "F": "show.fade",
    "D": "master.dim",
    "R": "show.record",
    "V": "stage.votes",
    "J": "stage.join",
    "Q": "stage.sql",
    "T": "stage.messages",
    "W": "stage.winner",
    "E": "stage.end",
    "B": "stage.black.next",
    ".": "stage.black",
    "PageDown": "show.go",
    "P": "replay.pause",
    "L": "show.lock",
    "S": "stage.window",
    "F11": "stage.fullscreen",
    "Ctrl+G": "console.crowd",
    "F10": "console.menu",
    "?": "console.help",
    "Ctrl+Z": "show.undo",
    "Ctrl+Y": "show.redo",
    "Ctrl+Shift+Z": "show.redo",
    "Ctrl+O": "console.open",
    "Ctrl+K": "console.connect",
    "Ctrl+E": "console.query",
    "Ctrl+P": "console.checks",
    "Ctrl+M": "console.controllers",
    "Ctrl+L": "console.learn",
    "Ctrl+T": "console.talk",
    "Ctrl+Shift+T": "talk.extend",
    "Ctrl+,": "console.settings",
    "Ctrl+Q": "console.quit",
}
"""The action of each key, anywhere in the windows, unless ``[keys]`` says otherwise."""

KEY_NOTES: Final[Mapping[str, Message]] = {
    "Ctrl+S": message("Then a digit, 1 to 8. Esc: no."),
    "0": message("Modes, clips and filters; gains and mutes stay."),
    "A": message("Again: no more; what is armed stays so."),
    "G": message("What is armed lands on the next bar."),
    "PageDown": message("A clicker's forward button. Where nothing is armed it does nothing."),
    "N": message("The votes lock at once. Again, before it lands: taken back."),
    "Escape": message(
        "Closes what is open first. Again within 2 s: cut. It never brings the music back."
    ),
    "Shift+Escape": message("Works through any page, menu and text field, and on the stage."),
    "F": message("Two loops to silence."),
    "R": message("While nothing is heard: held for 0.6 s, it brings the music back."),
    "E": message("Twice within two seconds."),
    "L": message("Panic, resume and takeover work on a locked console."),
    "Ctrl+U": message("On a console that follows: it is heard at once, the other one follows."),
}
"""What the label of a key's action does not say."""


def key_table(own: Mapping[str, str]) -> Mapping[str, str]:
    """The keys with the presenter's own (``[keys]``): key -> action; an empty action: no key."""
    return {key: action for key, action in {**KEYS, **own}.items() if action}


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
    "Ctrl+Up": StripPress("{channel}.fader.step", 3.0, repeats=True),
    "Ctrl+Down": StripPress("{channel}.fader.step", -3.0, repeats=True),
}
STRIP_KEYS: Final[Mapping[str, StripPress]] = {
    **_FADER_KEYS,
    "Left": StripPress("{channel}.filter.step", -0.05, repeats=True),
    "Right": StripPress("{channel}.filter.step", 0.05, repeats=True),
    "Shift+Left": StripPress("{channel}.filter.step", -0.01, repeats=True),
    "Shift+Right": StripPress("{channel}.filter.step", 0.01, repeats=True),
    "Home": StripPress("{channel}.gain_db", 0.0),
    "End": StripPress("{channel}.filter", 0.5),
    "H": StripPress("{channel}.cue"),
    "U": StripPress("{channel}.clip.auto"),
    "M": StripPress("{channel}.mute"),
    "C": StripPress("{channel}.cancel"),
}
MASTER_KEYS: Final[Mapping[str, StripPress]] = {
    **_FADER_KEYS,
    "C": StripPress("show.cancel_next"),
}
"""The actions of the keys on the strip, or on the master, that has the focus."""


def digit_place(key: int, scan_code: int, platform: str) -> int:
    """Place of a key in the row of digits (0 to 8, and 9 for the digit 0), or -1.

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
        return _TYPED_DIGITS[key] if 0x30 <= key <= 0x39 else -1
    if scan_code > 0 and platform == "windows":
        if scan_code in _WINDOWS_DIGITS:
            return scan_code - _WINDOWS_DIGITS.start
        return _TYPED_DIGITS[key] if 0x30 <= key <= 0x39 else -1
    place = _TYPED_DIGITS.get(key, -1)
    return place if place >= 0 else _AZERTY_DIGITS.get(key, -1)


def _is_period(key: int, scan_code: int, platform: str) -> bool:
    """Whether a key is in the full stop's place, where no Latin letter is (as on Dvorak)."""
    places = {"windows": _WINDOWS_PERIOD}
    if platform in ("xcb", "wayland", "wayland-egl"):
        places[platform] = _EVDEV_PERIOD
    return places.get(platform) == scan_code and not ord("A") <= key <= ord("Z")


def chord_of(key: int, scan_code: int, modifiers: int, platform: str) -> str:
    """A key press as named in the tables: ``Space``, ``Shift+3``, ``Ctrl+Z``; empty: not ours.

    Digits go by their place on the keyboard, see :func:`digit_place`, and so does the full stop:
    clickers send the key, not the sign. Shift means nothing with Alt,
    nor where a sign such as the comma may need it.
    """
    modifiers &= ~KEYPAD
    if modifiers & META:
        return ""
    place = digit_place(key, scan_code, platform)
    if place >= 0:
        name = str((place + 1) % 10)
    elif _is_period(key, scan_code, platform):
        name = "."
    elif key in NAMED_KEYS:
        name = NAMED_KEYS[key]
    elif 0x20 < key < 0x7F:
        name = chr(key)
    else:
        return ""
    if modifiers & ALT:
        # AltGr types characters: with Ctrl as well it is no key of ours.
        return "" if modifiers & CTRL else f"Alt+{name}"
    if modifiers & CTRL:
        types_sign = len(name) == 1 and not name.isalnum()
        return f"Ctrl+Shift+{name}" if modifiers & SHIFT and not types_sign else f"Ctrl+{name}"
    return f"Shift+{name}" if modifiers & SHIFT and name != "?" else name
