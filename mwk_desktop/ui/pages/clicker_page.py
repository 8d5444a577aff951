"""What a presenter's clicker does, and a place to try it where nothing fires (GUI thread only)."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication

from mwk_desktop.show.action_kinds import Refusal
from mwk_desktop.show.actions import resolve
from mwk_desktop.show.commands import ChangeSetting, WorkerRequest
from mwk_desktop.show.settings.key_table import NO_ACTION
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.key_caps import key_cap
from mwk_desktop.ui.keys import KEYS, chord_of, key_table
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.pages.key_setting import (
    MODIFIER_KEYS,
    action_offers,
    action_words,
    default_words,
    own_keys,
)
from mwk_desktop.ui.pages.rows_model import RowsModel
from mwk_desktop.ui.view_model import view_model_class

BUTTONS: Final = (("PageDown",), ("PageUp",), ("B", "."), ("F5", "Shift+F5"))
"""The keys that clickers send, those of one button together."""

ESCAPE_HELD: Final = "ui.escape_held"

_ClickerProperties = view_model_class(
    "ClickerProperties",
    {
        "choices": [],
        "words": [],
        "details": [],
        "escapeHeld": False,
        "escapeActs": True,
        "tried": "",
        "triedText": "",
        "triedNow": "",
        "listening": False,
    },
)


class ClickerView(_ClickerProperties):  # type: ignore[misc, valid-type]
    """Each key of a clicker, and each of the presenter's own, with its action.

    Parameters
    ----------
    send
        Takes requests; never waits.
    """

    def __init__(self, send: Callable[[WorkerRequest], None]) -> None:
        super().__init__()
        self._send = send
        self._own: dict[str, str] = {}
        self._list: Any = None
        self._snapshot: Snapshot | None = None
        self._heard: tuple[str, str] | None = None
        self.model = RowsModel()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the keys as the settings have them now."""
        self._snapshot = snapshot
        settings = snapshot.workers.settings
        if settings is not self._list or not self.choices:
            self._list = settings
            self._show()

    def retranslate(self) -> None:
        """Update all texts in another language."""
        self._show()
        self._show_heard()

    def _show(self) -> None:
        rows = self._list.rows if self._list is not None else ()
        self._own = own_keys(rows)
        offers = action_offers(self._own)
        held = next((row.value for row in rows if row.name == ESCAPE_HELD), "false")
        self.set_properties(
            {
                "choices": [offer[0] for offer in offers],
                "words": [offer[1] for offer in offers],
                "details": [offer[2] for offer in offers],
                "escapeHeld": held == "true",
                "escapeActs": key_table(self._own).get("Escape") == "show.panic",
            }
        )
        self.model.set_rows(key_rows(self._own))

    @Slot(str, str)
    def choose(self, keys: str, action: str) -> None:
        """Give keys, with spaces between them, an action; their own again: back to that."""
        for key in keys.split(" "):
            default = action == KEYS.get(key, NO_ACTION)
            self._send(ChangeSetting(f"keys.{key}", "" if default else action))

    @Slot(str)
    def reset(self, keys: str) -> None:
        """Let keys do again what the program gives them."""
        for key in keys.split(" "):
            if key in self._own:
                self._send(ChangeSetting(f"keys.{key}", ""))

    @Slot(bool)
    def holdEscape(self, held: bool) -> None:
        """Whether Esc is panic only when it is held."""
        if held != self.escapeHeld:
            self._send(ChangeSetting(ESCAPE_HELD, "true" if held else "false"))

    @Slot(bool)
    def listen(self, on: bool) -> None:
        """Hear every key, Esc too, or no longer."""
        self.set_properties({"listening": on})

    @Slot(int, int, int)
    def hearKey(self, key: int, scan_code: int, modifiers: int) -> None:
        """A key has arrived: say what it would do, and do nothing."""
        if key in MODIFIER_KEYS:
            return
        chord = chord_of(key, scan_code, modifiers, QGuiApplication.platformName())
        self._heard = chord, time.strftime("%H:%M:%S")
        self._show_heard()

    @Slot()
    def forget(self) -> None:
        """The page closes: what was tried is over."""
        self._heard = None
        self.set_properties({"tried": "", "triedText": "", "triedNow": "", "listening": False})

    def _show_heard(self) -> None:
        if self._heard is None:
            return
        chord, at = self._heard
        action = key_table(self._own).get(chord, NO_ACTION)
        text = translate("Clicker", "heard at %1: would be \u201c%2\u201d.")
        if action == NO_ACTION:
            text = translate("Clicker", "heard at %1: would do nothing.")
        refused = ""
        if action != NO_ACTION and self._snapshot is not None:
            outcome = resolve(self._snapshot, action)
            if isinstance(outcome, Refusal):
                refused = translate("Clicker", "Just now it would be refused: %1")
                refused = refused.replace("%1", message_text(outcome.reason))
        self.set_properties(
            {
                "tried": key_cap(chord) or translate("Clicker", "another key"),
                "triedText": text.replace("%1", at).replace("%2", action_words(action)),
                "triedNow": refused,
            }
        )


def key_rows(own: Mapping[str, str]) -> list[dict[str, Any]]:
    """The keys of a clicker, then the presenter's other ones; keys of one button that do the same
    share a row."""
    table = key_table(own)
    groups: list[tuple[str, ...]] = []
    for keys in BUTTONS:
        same = len({table.get(key, NO_ACTION) for key in keys}) == 1
        groups += [keys] if same else [(key,) for key in keys]
    known = {key for keys in groups for key in keys}
    groups += [(key,) for key in sorted(own) if key not in known]
    return [
        {
            "keys": " ".join(keys),
            "cap": ", ".join(map(key_cap, keys)),
            "role": _role(keys[0]),
            "action": table.get(keys[0], NO_ACTION),
            "default": default_words(keys[0]),
            "canReset": any(key in own for key in keys),
        }
        for keys in groups
    ]


def _role(key: str) -> str:
    """What is written on the clicker's button that sends a key."""
    return {
        "PageDown": translate("Clicker", "\u201cnext slide\u201d"),
        "PageUp": translate("Clicker", "\u201cslide before\u201d"),
        "B": translate("Clicker", "\u201cblack screen\u201d"),
        ".": translate("Clicker", "\u201cblack screen\u201d"),
        "F5": translate("Clicker", "\u201cstart the slides\u201d"),
        "Shift+F5": translate("Clicker", "\u201cstart the slides\u201d"),
    }.get(key, translate("Clicker", "your own key"))
