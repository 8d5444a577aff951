"""The settings page's view-model (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtGui import QFontDatabase

from mwk_desktop.messages import own_name
from mwk_desktop.show.commands import ChangeSetting, ListOutputs, WorkerRequest
from mwk_desktop.show.setting_commands import JudgeKafka, UndoSetting
from mwk_desktop.show.settings.load import split_name
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import SettingRow, SettingsList
from mwk_desktop.ui.console.file_choice import FilesView
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.message_text import LONGEST, message_text
from mwk_desktop.ui.pages.finding_rows import finding_rows
from mwk_desktop.ui.pages.rows_model import RowsModel
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class

_SettingsProperties = view_model_class(
    "SettingsProperties",
    {
        "groups": [],  # {"title", "wrong"}
        "group": 0,
        "search": "",
        "path": "",
        "problem": "",
        "undo": "",
        "canReset": False,
        "kafkaShown": False,
        "judging": False,
        "findings": [],
        "mono": "monospace",
    },
)

GROUPS: Final[tuple[tuple[str, ...], ...]] = (
    ("show",),
    ("audio",),
    ("sounds", "music"),
    ("kafka", "topics", "schema_registry", "schema_registry.fields"),
    ("ui",),
    ("talk",),
    ("page",),
    ("midi", "osc", "remote", "clock"),
    ("twitter", "mastodon", "bluesky", "twitch"),
    ("spare",),
)
"""Sections of ``mwk.toml`` that share a page, in the pages' order."""

KAFKA_GROUP: Final = next(place for place, group in enumerate(GROUPS) if "kafka" in group)

SEGMENTS_MOST: Final = 5
"""So many choices stand beside each other; more are a list."""


def group_title(place: int) -> str:
    """The title of a page of settings."""
    return {
        2: translate("Settings", "Sounds and music"),
        KAFKA_GROUP: translate("Settings", "Kafka and topics"),
        4: translate("Settings", "Windows and language"),
        7: translate("Settings", "Controllers"),
        8: translate("Settings", "Networks"),
    }.get(place, section_title(GROUPS[place][0]))


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
    origin = translate("Settings", "from mwk.toml")
    parts = [origin] if row.source == "file" else [translate("Settings", "default")]
    restart = translate("Settings", "a change waits for the next start")
    parts.append(restart if row.needs_restart else translate("Settings", "acts at once"))
    return " \u00b7 ".join(parts)


def _capital(text: str) -> str:
    """A sentence's first letter is large; librdkafka's own names stay as they are."""
    return text if "." in text.partition(" ")[0] else text[:1].upper() + text[1:]


def row_properties(row: SettingRow, offers: Offers) -> dict[str, Any]:
    """One setting as QML shows it; ``offers``: what there is to choose from on this computer."""
    section, key = split_name(row.name)
    choices, words, details = _choices(row, offers)
    control = row.kind
    if row.kind in ("output", "screen", "language") or len(choices) > SEGMENTS_MOST:
        control = "picker"
    default = clean(row.default, 80) or translate("Settings", "none")
    if row.kind == "switch":
        default = _switch_word(row.default)
    elif row.default in choices:
        default = words[choices.index(row.default)]
    return {
        "name": row.name,
        "section": section,
        "label": _capital(message_text(row.label)) or clean(key, 80),
        "unit": message_text(row.unit),
        "value": row.value,
        "default": default,
        "help": message_text(row.help),
        "control": control,
        "kind": row.kind,
        "choices": choices,
        "words": words,
        "details": details,
        "source": row.source,
        "sourceText": source_text(row),
        "wins": row.source in ("option", "environment"),
        "restart": row.needs_restart,
        "canReset": row.source == "file" or (row.kept and bool(row.given_by)),
        "problem": _capital(message_text(row.problem)),
        "right": message_text(row.right),
        "title": "",
    }


@dataclass(frozen=True, slots=True)
class Offers:
    """Outputs and screens of this computer: value, words, small print."""

    outputs: tuple[tuple[str, str, str], ...] = ()
    screens: tuple[tuple[str, str, str], ...] = ()


def _choices(row: SettingRow, offers: Offers) -> tuple[list[str], list[str], list[str]]:
    """The values to choose from, their words, and what is written beside them."""
    found: list[tuple[str, str, str]] = []
    if row.kind == "output":
        found = [
            ("", translate("Settings", "System's default"), ""),
            *offers.outputs,
            ("null", translate("Outputs", "Silence"), ""),
        ]
    elif row.kind == "screen":
        found = [("", translate("Settings", "The second screen"), ""), *offers.screens]
    else:
        found = [(choice, _choice_word(row.name, choice), "") for choice in row.choices]
        return [one[0] for one in found], [one[1] for one in found], ["" for _ in found]
    if row.value not in [one[0] for one in found]:
        away = translate("Settings", "not there now")
        found.append((row.value, clean(row.value, 60), away))
    return [one[0] for one in found], [one[1] for one in found], [one[2] for one in found]


def _switch_word(value: str) -> str:
    return translate("Settings", "on") if value == "true" else translate("Settings", "off")


def _matches(row: dict[str, Any], search: str) -> bool:
    """Whether a search finds a setting: in its label, its key and its help."""
    text = f"{row['label']} {row['name']} {row['help']}".casefold()
    return all(word in text for word in search.casefold().split())


class SettingsView(_SettingsProperties):  # type: ignore[misc, valid-type]
    """A page of the settings at a time, or what a search finds.

    Parameters
    ----------
    send
        Takes requests; never waits.
    screens
        The screens of this computer: name, title, size.
    """

    def __init__(
        self,
        send: Callable[[WorkerRequest], None],
        screens: Callable[[], tuple[tuple[str, str, str], ...]] = lambda: (),
    ) -> None:
        super().__init__()
        self._send = send
        self._screens = screens
        self._list: SettingsList | None = None
        self._offers = Offers()
        self._outputs: Any = None
        self._groups: list[int] = []
        self.model = RowsModel()
        self._folders = FilesView(Path.home(), recordings=False)
        self._files = FilesView(Path.home(), shows=lambda name: True)
        fixed = QFontDatabase.SystemFont.FixedFont
        self.set_properties({"mono": QFontDatabase.systemFont(fixed).family()})

    folders = Property(QObject, lambda self: self._folders, constant=True)
    files = Property(QObject, lambda self: self._files, constant=True)

    @property
    def choosers(self) -> tuple[QObject, ...]:
        """The view-models behind the choice of folders and files."""
        return self._folders, self._files

    @Slot(int)
    def choose(self, group: int) -> None:
        """Show another page of settings."""
        if 0 <= group < len(self._groups):
            self.set_properties({"group": group, "search": ""})
            self._show(reset=True)
            self._judge()

    @Slot(str)
    def find(self, text: str) -> None:
        """Show what a search finds on all pages; empty: the page again."""
        if text.strip() != self.search:
            self.set_properties({"search": text.strip()})
            self._show(reset=True)

    @Slot(str, str)
    def change(self, name: str, text: str) -> None:
        """Save a setting; empty text resets it to the default."""
        now = next((r for r in self._list.rows if r.name == name), None) if self._list else None
        if now is None or now.value != text or now.problem:
            self._send(ChangeSetting(name, text))

    @Slot(str)
    def reset(self, name: str) -> None:
        """Reset a setting to the default."""
        self._send(ChangeSetting(name, ""))

    @Slot()
    def resetPage(self) -> None:
        """Reset everything that is shown to the default."""
        for row in self.model.rows:
            if row["canReset"]:
                self.reset(row["name"])

    @Slot()
    def undoChange(self) -> None:
        """Take the newest change back."""
        self._send(UndoSetting())

    @Slot()
    def lookAgain(self) -> None:
        """Look for outputs and screens: a list of them opens."""
        self._send(ListOutputs())
        self._show_offers()

    @Slot(str, bool)
    def browse(self, value: str, folders: bool) -> None:
        """Begin to choose a folder or file where the one that is set is."""
        view = self._folders if folders else self._files
        try:
            there = Path(value).expanduser()
            while value and not there.is_dir() and there != there.parent:
                there = there.parent
        except (OSError, RuntimeError, ValueError):
            there = Path.home()
        view.show_folder(there if value else Path.home())

    @Slot()
    def opened(self) -> None:
        """The page was opened."""
        self._show_offers()
        self._judge()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the settings as saved now."""
        settings, outputs = snapshot.workers.settings, snapshot.outputs
        if settings is None or (settings is self._list and outputs is self._outputs):
            return
        self._list, self._outputs = settings, outputs
        self._show_offers()
        self._show_list(settings)

    def retranslate(self) -> None:
        """Update all texts in another language."""
        if self._list is not None:
            self._show_list(self._list)

    def _judge(self) -> None:
        if self.kafkaShown and self._list is not None and not self._list.judging:
            self._send(JudgeKafka())

    def _show_offers(self) -> None:
        outputs = () if self._outputs is None else self._outputs.rows
        offers = Offers(
            tuple((row.name, clean(row.title, 60), clean(row.system, 40)) for row in outputs),
            self._screens(),
        )
        if offers != self._offers:
            self._offers = offers
            self._show(reset=False)

    def _show_list(self, settings: SettingsList) -> None:
        sections = {split_name(row.name)[0] for row in settings.rows}
        groups = [place for place, group in enumerate(GROUPS) if sections & set(group)]
        reset = groups != self._groups
        self._groups = groups
        wrong = {split_name(row.name)[0] for row in settings.rows if row.problem}
        changed = next((row for row in settings.rows if row.name == settings.undo), None)
        undo = "" if changed is None else _capital(message_text(changed.label))
        self.set_properties(
            {
                "groups": [
                    {"title": group_title(place), "wrong": bool(wrong & set(GROUPS[place]))}
                    for place in groups
                ],
                "path": clean(settings.path, LONGEST),
                "problem": message_text(settings.problem),
                "undo": undo or clean(settings.undo.partition(".")[2], 60),
                "judging": settings.judging,
                "findings": finding_rows(settings.kafka),
            }
        )
        self._show(reset=reset)

    def _show(self, *, reset: bool) -> None:
        if self._list is None or not self._groups:
            return
        rows = [row_properties(row, self._offers) for row in self._list.rows]
        group = self._groups[min(self.group, len(self._groups) - 1)]
        if self.search:
            rows = [row for row in rows if _matches(row, self.search)]
        else:
            order = {section: place for place, section in enumerate(GROUPS[group])}
            rows = [row for row in rows if row["section"] in order]
            rows.sort(key=lambda row: order[row["section"]])
        before = ""
        many = len({row["section"] for row in rows}) > 1
        for row in rows:
            if many and row["section"] != before:
                row["title"] = section_title(row["section"])
            before = row["section"]
        self.set_properties(
            {
                "canReset": any(row["canReset"] for row in rows) and not self.search,
                "kafkaShown": group == KAFKA_GROUP and not self.search,
            }
        )
        self.model.set_rows(rows, reset=reset)


def _choice_word(name: str, choice: str) -> str:
    """A choice for people; each language says its own name."""
    if name == "ui.stage_second_language":
        return own_name(choice) if choice else translate("Settings", "none")
    if name in ("show.quantize", "show.moderation", "talk.ending", "spare.takeover"):
        return _choice_words().get(choice, choice)
    if not choice:
        return translate("Settings", "system")
    return own_name(choice) if name == "ui.language" else choice


def _choice_words() -> dict[str, str]:
    """The choices that are words, in the windows' language."""
    return {
        "beat": translate("Settings", "beat"),
        "bar": translate("Settings", "bar"),
        "loop": translate("Settings", "loop"),
        "open": translate("Settings", "all"),
        "approve": translate("Settings", "approved only"),
        "none": translate("Settings", "nothing"),
        "fade": translate("Settings", "fade out"),
        "winner": translate("Settings", "the winner"),
        "thanks": translate("Settings", "thanks"),
        "key": translate("Settings", "by a press"),
        "auto": translate("Settings", "by itself"),
    }
