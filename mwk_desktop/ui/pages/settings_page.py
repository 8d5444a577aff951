"""The settings page's view-model (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot

from mwk_desktop.messages import own_name
from mwk_desktop.show.commands import ChangeSetting, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import SettingRow, SettingsList
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.message_text import LONGEST, message_text
from mwk_desktop.ui.pages.rows_model import RowsModel
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class

_SettingsProperties = view_model_class(
    "SettingsProperties", {"sections": [], "section": 0, "path": "", "problem": ""}
)


def section_title(section: str) -> str:
    """A section of ``mwk.toml`` as a title for people."""
    return {
        "show": translate("Settings", "Show"),
        "audio": translate("Settings", "Sound card"),
        "sounds": translate("Settings", "Sound set"),
        "music": translate("Settings", "Music"),
        "topics": translate("Settings", "Topics"),
        "schema_registry": translate("Settings", "Schema Registry"),
        "schema_registry.fields": translate("Settings", "Schema Registry: fields"),
        "kafka": translate("Settings", "Kafka"),
        "ui": translate("Settings", "Windows"),
        "twitter": translate("Settings", "Twitter"),
        "mastodon": translate("Settings", "Mastodon"),
        "bluesky": translate("Settings", "Bluesky"),
        "twitch": translate("Settings", "Twitch chat"),
        "page": translate("Settings", "Voting page"),
        "midi": translate("Settings", "MIDI"),
        "clock": translate("Settings", "Clock out"),
        "osc": translate("Settings", "OSC"),
        "remote": translate("Settings", "Presenter's phone"),
        "talk": translate("Settings", "Talk clock"),
        "spare": translate("Settings", "Second laptop"),
        "keys": translate("Settings", "Keys"),
    }.get(section, section)


def source_text(row: SettingRow) -> str:
    """Where a value comes from, and when a change takes effect."""
    if row.source == "option":
        text = translate("Settings", "set by the option %1, which wins over the file")
        return text.replace("%1", row.given_by)
    if row.source == "environment":
        text = translate("Settings", "set by the variable %1, which wins over the file")
        return text.replace("%1", row.given_by)
    if row.kept and row.needs_restart:
        return translate("Settings", "kept; from the next start on")
    if row.source == "file":
        return translate("Settings", "from mwk.toml")
    return translate("Settings", "default")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def row_properties(row: SettingRow) -> dict[str, Any]:
    """One setting as QML shows it."""
    section, _, key = row.name.partition(".")
    default = clean(row.default, 80) or translate("Settings", "none")
    return {
        "name": row.name,
        "section": section,
        "key": clean(key, 80),
        "value": row.value,
        "default": default,
        "help": message_text(row.help),
        "kind": row.kind,
        "choices": list(row.choices),
        "words": [_choice_word(row.name, choice) for choice in row.choices],
        "source": row.source,
        "sourceText": source_text(row),
        "wins": row.source in ("option", "environment"),
        "restart": row.needs_restart,
        "canReset": row.source == "file" or (row.kept and bool(row.given_by)),
        "problem": _capital(message_text(row.problem)),
        "right": message_text(row.right),
    }


class SettingsView(_SettingsProperties):  # type: ignore[misc, valid-type]
    """One section of the settings at a time."""

    def __init__(self, send: Callable[[WorkerRequest], None]) -> None:
        super().__init__()
        self._send = send
        self._list: SettingsList | None = None
        self._names: list[str] = []
        self.model = RowsModel()

    @Slot(int)
    def choose(self, section: int) -> None:
        """Show another section."""
        if 0 <= section < len(self._names):
            self.set_properties({"section": section})
            self._show(reset=True)

    @Slot(str, str)
    def change(self, name: str, text: str) -> None:
        """Save a setting; empty text resets it to the default."""
        now = next((r for r in self._list.rows if r.name == name), None) if self._list else None
        if now is not None and (now.value != text or now.problem):
            self._send(ChangeSetting(name, text))

    @Slot(str)
    def reset(self, name: str) -> None:
        """Reset a setting to the default."""
        self._send(ChangeSetting(name, ""))

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the settings as saved now."""
        settings = snapshot.workers.settings
        if settings is self._list or settings is None:
            return
        self._list = settings
        self._show_list(settings)

    def retranslate(self) -> None:
        """Update all texts in another language."""
        if self._list is not None:
            self._show_list(self._list)

    def _show_list(self, settings: SettingsList) -> None:
        names = list(dict.fromkeys(row.name.partition(".")[0] for row in settings.rows))
        reset = names != self._names
        self._names = names
        self.set_properties(
            {
                "sections": [section_title(name) for name in names],
                "path": clean(settings.path, LONGEST),
                "problem": message_text(settings.problem),
            }
        )
        self._show(reset=reset)

    def _show(self, *, reset: bool) -> None:
        if self._list is None or not self._names:
            return
        section = self._names[min(self.section, len(self._names) - 1)]
        rows = [
            row_properties(row) for row in self._list.rows if row.name.partition(".")[0] == section
        ]
        self.model.set_rows(rows, reset=reset)


def _choice_word(name: str, choice: str) -> str:
    """A choice for people; each language says its own name."""
    if name == "ui.stage_second_language":
        return own_name(choice) if choice else translate("Settings", "none")
    if not choice:
        return translate("Settings", "system")
    return own_name(choice) if name == "ui.language" else choice
