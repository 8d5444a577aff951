"""The settings page's view-model (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Slot

from mwk_desktop.show.commands import ChangeSetting, ListOutputs, WorkerRequest
from mwk_desktop.show.setting_commands import CheckKafkaSettings, UndoSetting
from mwk_desktop.show.settings.load import split_name
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import SettingsList
from mwk_desktop.ui.console.file_choice import FilesView
from mwk_desktop.ui.fixed_font import fixed_family
from mwk_desktop.ui.message_text import LONGEST, message_text
from mwk_desktop.ui.pages.finding_rows import finding_rows
from mwk_desktop.ui.pages.rows_model import RowsModel
from mwk_desktop.ui.pages.setting_rows import (
    GROUPS,
    KAFKA_GROUP,
    Offers,
    capitalized,
    group_title,
    matches,
    row_properties,
    section_title,
)
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
        "checking": False,
        "findings": [],
        "mono": "monospace",
    },
)


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
        self.set_properties({"mono": fixed_family()})

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
            self._check_kafka()

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
        self._check_kafka()

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

    def _check_kafka(self) -> None:
        if self.kafkaShown and self._list is not None and not self._list.checking:
            self._send(CheckKafkaSettings())

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
        undo = "" if changed is None else capitalized(message_text(changed.label))
        self.set_properties(
            {
                "groups": [
                    {"title": group_title(place), "wrong": bool(wrong & set(GROUPS[place]))}
                    for place in groups
                ],
                "path": clean(settings.path, LONGEST),
                "problem": message_text(settings.problem),
                "undo": undo or clean(settings.undo.partition(".")[2], 60),
                "checking": settings.checking,
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
            rows = [row for row in rows if matches(row, self.search)]
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
