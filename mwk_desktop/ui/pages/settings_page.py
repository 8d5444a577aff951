"""The settings page's view-model (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from mwk_desktop.show.commands import ChangeSetting, ListOutputs, WorkerRequest
from mwk_desktop.show.setting_commands import CheckKafkaSettings, UndoSetting
from mwk_desktop.show.settings.key_table import key_name
from mwk_desktop.show.settings.load import UnfitValueError, split_name
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.tone_state import PlayTone, ToneState
from mwk_desktop.show.workers_state import SettingsList
from mwk_desktop.ui.console.file_choice import FilesView
from mwk_desktop.ui.fixed_font import fixed_family
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.keys import chord_of
from mwk_desktop.ui.message_text import LONGEST, message_text
from mwk_desktop.ui.pages.finding_rows import finding_rows
from mwk_desktop.ui.pages.key_setting import MODIFIER_KEYS, action_offers, judge_key, own_keys
from mwk_desktop.ui.pages.rows_model import RowsModel
from mwk_desktop.ui.pages.screen_tiles import numbered_screens, screen_tiles
from mwk_desktop.ui.pages.setting_rows import (
    GROUPS,
    KAFKA_GROUP,
    Offers,
    capitalized,
    group_title,
    matches,
    output_details,
    row_properties,
    section_title,
)
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class

OUTPUT: Final = "audio.device"
SCREEN: Final = "ui.stage_screen"
TONE_ROWS: Final = {"1-2": OUTPUT, "3-4": "audio.cue"}
"""A pair of outputs -> the setting beside which its test tone is asked for."""

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
        "newKey": "",  # of [keys], that gets an action
        "newAction": "",
        "keyLevel": "",
        "keyText": "",
        "listening": False,
        "canTone": False,
        "toneFor": "",  # the setting beside which the newest test tone is answered
        "toneText": "",
        "toneLevel": "",
        "toneRunning": False,
        "screens": [],  # see screen_tiles
        "numbered": [],  # the screens that show their numbers
    },
)


class SettingsView(_SettingsProperties):  # type: ignore[misc, valid-type]
    """A page of the settings at a time, or what a search finds.

    Parameters
    ----------
    send
        Takes requests; never waits.
    screens
        The screens of this computer (:func:`mwk_desktop.ui.screen_choice.rows`).
    """

    def __init__(
        self,
        send: Callable[[WorkerRequest], None],
        screens: Callable[[], list[dict[str, Any]]] = lambda: [],
    ) -> None:
        super().__init__()
        self._send = send
        self._screens = screens
        self._list: SettingsList | None = None
        self._offers = Offers()
        self._outputs: Any = None
        self._rate_hz = 0
        self._tone: Any = None
        self._groups: list[int] = []
        self.model = RowsModel()
        self._folders = FilesView(Path.home(), recordings=False)
        self._files = FilesView(Path.home(), shows=lambda name: True)
        self.set_properties({"mono": fixed_family()})

    tapsAsked = Signal()
    """The presenter wants to tap on the beat, which is done on the pre-flight page."""

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
    def showNumbers(self) -> None:
        """Show each screen's number on it."""
        self.set_properties({"numbered": numbered_screens(self._screens())})

    @Slot()
    def hideNumbers(self) -> None:
        """Take the numbers off the screens."""
        self.set_properties({"numbered": []})

    @Slot()
    def show_screens(self) -> None:
        """Screens have come or gone, or a window has moved to another one."""
        rows = self._list.rows if self._list is not None else ()
        chosen = next((row.value for row in rows if row.name == SCREEN), "")
        self.set_properties({"screens": screen_tiles(self._screens(), chosen)})

    @Slot()
    def askForTaps(self) -> None:
        """Go where the offset of the picture is set by tapping."""
        self.tapsAsked.emit()

    @Slot(str)
    def playTone(self, name: str) -> None:
        """Play a test tone on the output of the settings, beside the show."""
        rows = self._list.rows if self._list is not None else ()
        output = next((row.value for row in rows if row.name == OUTPUT), "")
        pair = next((pair for pair, setting in TONE_ROWS.items() if setting == name), "")
        if pair and not self.toneRunning:
            self._send(PlayTone(output, pair))

    @Slot(bool)
    def listen(self, on: bool) -> None:
        """Wait for a key or a clicker's button, or no longer."""
        self.set_properties({"listening": on})

    @Slot(int, int, int)
    def hearKey(self, key: int, scan_code: int, modifiers: int) -> None:
        """A key was pressed while the form waits for one; it does nothing else."""
        if key in MODIFIER_KEYS:
            return
        chord = chord_of(key, scan_code, modifiers, QGuiApplication.platformName())
        try:
            name = key_name(chord)
        except UnfitValueError:
            text = translate("Settings", "This key cannot be given an action.")
            self.set_properties({"newKey": "", "keyLevel": "bad", "keyText": text})
        else:
            self.set_properties({"newKey": name})
            self._judge_key()
        self.set_properties({"listening": False})

    @Slot(str)
    def chooseAction(self, action: str) -> None:
        """Choose what the key does."""
        self.set_properties({"newAction": action})
        self._judge_key()

    @Slot()
    def assignKey(self) -> None:
        """Give the key the action."""
        if self.newKey and self.newAction:
            self._send(ChangeSetting(f"keys.{self.newKey}", self.newAction))
            self.set_properties({"newKey": "", "newAction": "", "keyLevel": "", "keyText": ""})

    def _judge_key(self) -> None:
        rows = self._list.rows if self._list is not None else ()
        verdict = judge_key(self.newKey, self.newAction, own_keys(rows))
        self.set_properties({"keyLevel": verdict.level, "keyText": verdict.text})

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
        """Look for choices and check Kafka, when the page opens."""
        self._show_offers()
        self._check_kafka()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the settings as saved now."""
        self._show_tone(snapshot)
        settings, outputs = snapshot.workers.settings, snapshot.outputs
        seen = settings is self._list and outputs is self._outputs
        if settings is None or (seen and snapshot.engine.rate_hz == self._rate_hz):
            return
        self._list, self._outputs, self._rate_hz = settings, outputs, snapshot.engine.rate_hz
        self._show_offers()
        self._show_list(settings)

    def retranslate(self) -> None:
        """Update all texts in another language."""
        if self._list is not None:
            self._show_offers()
            self._show_list(self._list)
            self._judge_key()
        self._tone = None

    def _show_tone(self, snapshot: Snapshot) -> None:
        workers = snapshot.workers
        if (workers.tone, workers.offers) == self._tone:
            return
        self._tone = workers.tone, workers.offers
        tone = workers.tone or ToneState(pair="")
        text = translate("Settings", "The tone sounds…") if tone.running else ""
        self.set_properties(
            {
                "canTone": PlayTone.__name__ in workers.offers,
                "toneFor": TONE_ROWS.get(tone.pair, ""),
                "toneText": text or message_text(tone.text, LONGEST),
                "toneLevel": tone.level,
                "toneRunning": tone.running,
            }
        )

    def _check_kafka(self) -> None:
        if self.kafkaShown and self._list is not None and not self._list.checking:
            self._send(CheckKafkaSettings())

    def _show_offers(self) -> None:
        outputs = () if self._outputs is None else self._outputs.rows
        offers = Offers(
            tuple((row.name, clean(row.title, 60), output_details(row)) for row in outputs),
            tuple(action_offers(own_keys(self._list.rows if self._list is not None else ()))),
            self._rate_hz,
        )
        self.show_screens()
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
