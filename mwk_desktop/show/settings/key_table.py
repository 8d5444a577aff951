"""``[keys]``: which key or clicker button does which action.

A key is named as the windows name it: a character (``B``, ``.``), a name (``PageDown``, ``F5``),
with ``Shift+``, ``Ctrl+``, ``Ctrl+Shift+`` or ``Alt+`` before it. An empty action takes the key
away.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable
from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.show.settings.value_kinds import UnfitValueError, must_be

NAMED_KEYS: Final = (
    *("Escape", "Space", "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown"),
    *("Insert", "Pause"),
    *(f"F{number}" for number in range(1, 13)),
)
"""Keys that type no character."""

NO_ACTION: Final = "none"
"""In the settings form: the key does nothing. (An empty text there is the default again.)"""

_MODIFIERS: Final = {
    "ctrl": "Ctrl",
    "shift": "Shift",
    "alt": "Alt",
    "ctrl+shift": "Ctrl+Shift",
}
_NAMES: Final = {name.lower(): name for name in NAMED_KEYS}


def key_name(text: str) -> str:
    """The key's name as the windows write it (``ctrl+b`` is ``Ctrl+B``).

    Raises
    ------
    UnfitValueError
        There is no such key.
    """
    words = text.strip()
    if words.endswith("+"):  # the key + itself
        prefix, key = words[:-1].removesuffix("+"), "+"
    else:
        prefix, _, key = words.rpartition("+")
    modifier = _MODIFIERS.get(prefix.lower(), "")
    name = _NAMES.get(key.lower(), key.upper() if len(key) == 1 and " " < key <= "~" else "")
    if not name or (prefix and not modifier):
        right = message("a key such as PageDown, B or Ctrl+F5")
        raise UnfitValueError(must_be(right, text))
    return f"{modifier}+{name}" if modifier else name


def key_action(value: object) -> str:
    """The action of a key, "" for none.

    Raises
    ------
    UnfitValueError
        There is no such action, or it needs a value that a key cannot give.
    """
    # Late: settings are read long before a show, and most know nothing of keys.
    from mwk_desktop.show.action_kinds import Kind
    from mwk_desktop.show.actions import ACTIONS, UnknownActionError

    if not isinstance(value, str):
        raise UnfitValueError(must_be(message('an action in quotes, or "" for none'), value))
    name = value.strip()
    if not name:
        return ""
    if name not in ACTIONS:
        raise UnfitValueError(UnknownActionError(name).message)
    if ACTIONS[name].kind not in (Kind.TOGGLE, Kind.TRIGGER, Kind.MESSAGE):
        raise UnfitValueError(message("{action} needs a value, a key has none", action=name))
    return name


def key_in(table: Iterable[str], key: str) -> str:
    """The name under which a table of ``mwk.toml`` holds a key, which may be spelled differently
    (``ctrl+b`` for ``Ctrl+B``); the key itself if it does not hold it."""
    for name in table:
        with contextlib.suppress(UnfitValueError):
            if key_name(name) == key:
                return name
    return key
