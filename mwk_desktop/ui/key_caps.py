"""Keys as their caps say them, in the windows' language."""

from __future__ import annotations

from mwk_desktop.ui.interface_language import translate

_SIGNS = {"Left": "\u2190", "Right": "\u2192", "Up": "\u2191", "Down": "\u2193", "Shift": "\u21e7"}


def key_cap(chord: str) -> str:
    """A key of the tables (``Ctrl+Shift+PageDown``) as its cap says it: ``Ctrl ⇧ Page ↓``."""
    prefix, _, key = chord.rpartition("+")
    if chord.endswith("+"):  # the key + itself
        prefix, key = chord[:-1].removesuffix("+"), "+"
    words = {
        **_SIGNS,
        "Ctrl": translate("CheatSheet", "Ctrl"),
        "Alt": translate("CheatSheet", "Alt"),
        "Escape": translate("CheatSheet", "Esc"),
        "Space": translate("CheatSheet", "Space"),
        "Home": translate("CheatSheet", "Home"),
        "End": translate("CheatSheet", "End", "key"),
        "PageDown": translate("CheatSheet", "Page \u2193"),
        "PageUp": translate("CheatSheet", "Page \u2191"),
        "Insert": translate("CheatSheet", "Ins"),
        "Pause": translate("CheatSheet", "Pause"),
    }
    parts = [*prefix.split("+"), key] if prefix else [key]
    return " ".join(words.get(part, part) for part in parts)
