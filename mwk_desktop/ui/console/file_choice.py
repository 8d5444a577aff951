"""Browses for a recording: folders and recordings of one folder at a time (GUI thread).

Listing a local folder takes well under a frame; a very long list is cut, and a folder that cannot
be read shows an error.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, Slot

from mwk_desktop import platform
from mwk_desktop.show.recording_facts import RecordingFacts
from mwk_desktop.ui.assets import recordings_dir
from mwk_desktop.ui.console.recording_rows import preview, recording_columns
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import decimal
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class
from mwk_desktop.units import INSTRUMENTS

_SUFFIXES = (".jsonl", ".ndjson", ".json")
_PACKED = (".gz", ".zst")
_MOST_ENTRIES = 500
_LOOKED_AT = 40
"""How many entries of a list are looked into, at most."""

_FilesProperties = view_model_class(
    "FilesProperties",
    {
        "folder": "",
        "entries": [],
        "note": "",
        "usable": False,
        "places": [],  # {"name", "icon"}: where recordings usually are
        "place": -1,
        "recentCount": 0,
        "cells": [],  # of each entry, see recording_rows.recording_columns
        "preview": {},  # of the selected recording, see recording_rows.preview
    },
)


def is_recording(name: str) -> bool:
    """Whether a file's name says that it may be a recording."""
    lower = name.lower()
    for packed in _PACKED:
        lower = lower.removesuffix(packed)
    return lower.endswith(_SUFFIXES)


class FilesView(_FilesProperties):  # type: ignore[misc, valid-type]
    """A folder's sub-folders and recordings, and its parent folder.

    Parameters
    ----------
    folder
        Where to begin.
    recordings
        Whether to choose recordings; else folders of sounds.
    shows
        Which files to list, by name, where files are chosen.
    look
        Asks what recordings hold, the first one first; never waits.
    """

    def __init__(
        self,
        folder: Path,
        *,
        recordings: bool = True,
        shows: Callable[[str], bool] = is_recording,
        look: Callable[[tuple[Path, ...]], None] = lambda paths: None,
    ) -> None:
        super().__init__()
        self._shows = shows
        self._look = look
        self._facts: dict[str, RecordingFacts] = {}
        self._facts_seen: tuple[RecordingFacts, ...] = ()
        self._selected = ""
        self._recordings = recordings
        self._folder = folder
        self._home = folder
        self._recent: tuple[str, ...] = ()
        self._shows_recent = False
        self._places: list[Path | None] = []
        self._names: list[str] = []

    @Slot()
    def refresh(self) -> None:
        """Look again."""
        self._list_places()
        if self._shows_recent:
            self._show_recent()
        else:
            self.show_folder(self._folder)

    @Slot(int)
    def choosePlace(self, place: int) -> None:
        """Go to one of the usual places; 0 is what was played last, where there is any."""
        self._list_places()
        if not 0 <= place < len(self._places):
            return
        folder = self._places[place]
        if folder is None:
            self._show_recent()
        else:
            self.show_folder(folder)

    def show_recent(self, paths: tuple[str, ...]) -> None:
        """Take over which recordings were played last."""
        if paths != self._recent:
            self._recent = paths
            self.set_properties({"recentCount": len(paths)})

    def show_facts(self, recordings: tuple[RecordingFacts, ...]) -> None:
        """Take over what is known of recordings."""
        if recordings is self._facts_seen:
            return
        self._facts_seen = recordings
        self._facts = {facts.path: facts for facts in recordings}
        self._show_cells()
        self._show_preview()

    @Slot(int)
    def select(self, row: int) -> None:
        """Show the recording of a row: it is looked into first, the others after it."""
        path = self.fileAt(row)
        if not path or not is_recording(path):
            path = ""
        if path != self._selected:
            self._selected = path
            self._show_preview()
        if path:
            others = (self.fileAt(place) for place in range(min(len(self._names), _LOOKED_AT)))
            found = (path, *(other for other in others if other and other != path))
            self._look(tuple(map(Path, found)))

    def _show_preview(self) -> None:
        facts = self._facts.get(self._selected)
        shown: dict[str, Any] = {}
        if self._selected:
            shown = {"name": clean(Path(self._selected).name), "reading": facts is None}
            shown |= preview(facts) if facts is not None else {}
        self.set_properties({"preview": shown})

    def _show_cells(self) -> None:
        # Beside the entries: a new list of those would lose its place.
        facts = (self._facts.get(str(self._folder / name)) for name in self._names)
        self.set_properties({"cells": [recording_columns(one) for one in facts]})

    @Slot()
    def up(self) -> None:
        """Go to the folder above."""
        self.show_folder(self._folder.parent)

    @Slot(int, result=str)
    def choose(self, row: int) -> str:
        """Enter a folder (returns an empty text) or choose a recording (returns its path)."""
        if not 0 <= row < len(self._names):
            return ""
        path = self._folder / self._names[row]
        if self._shows_recent:
            return str(path) if path.is_file() else ""
        if path.is_dir():
            self.show_folder(path)
            return ""
        return str(path)

    @Slot(int, result=str)
    def fileAt(self, row: int) -> str:
        """The recording in a row; empty for a folder and for a file that is gone."""
        if not 0 <= row < len(self._names):
            return ""
        path = self._folder / self._names[row]
        return str(path) if path.is_file() else ""

    @Slot(str, result=str)
    def typed(self, text: str) -> str:
        """Go to a typed folder (returns an empty text) or choose a typed file (returns its
        path)."""
        # The system may refuse to look, and the user after a ~ may be unknown (RuntimeError).
        with contextlib.suppress(OSError, RuntimeError):
            path = self._folder / Path(text.strip()).expanduser()
            if path.is_dir():
                self.show_folder(path)
                return ""
            if path.is_file() and self._recordings:
                return str(path)
        self.set_properties({"note": translate("Files", "There is no such file or folder.")})
        return ""

    def retranslate(self) -> None:
        """Update all texts in another language."""
        if self.entries or self.note:
            self.refresh()
        self._show_preview()

    def show_folder(self, folder: Path) -> None:
        """List a folder: folders first, then recordings, by name."""
        note = ""
        folders: list[str] = []
        files: list[tuple[str, int]] = []
        try:
            with os.scandir(folder) as found:
                for entry in found:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir():
                        folders.append(entry.name)
                    elif self._recordings and self._shows(entry.name):
                        with contextlib.suppress(OSError):  # a link to a file that is gone
                            files.append((entry.name, entry.stat().st_size))
        except OSError as error:
            note = translate("Files", "This folder cannot be read: %1")
            note = note.replace("%1", error.strerror or str(error))
        else:
            self._folder = folder
        self._shows_recent = False
        folders.sort(key=str.casefold)
        files.sort(key=lambda file: file[0].casefold())
        if len(folders) + len(files) > _MOST_ENTRIES:
            note = translate("Files", "More than %1 entries: type the path instead.")
            note = note.replace("%1", str(_MOST_ENTRIES))
        elif not note and not self._recordings:
            note = _sounds_words(folders)
        elif not note and not folders and not files:
            note = translate("Files", "No files here.")
            if self._shows is is_recording:
                note = translate("Files", "No recordings here.")
        folders = folders[:_MOST_ENTRIES]
        files = files[: _MOST_ENTRIES - len(folders)]
        self._names = [*folders, *(name for name, _ in files)]
        entries: list[dict[str, Any]] = [
            {"name": clean(name), "folder": True, "size": "", "gone": False} for name in folders
        ]
        entries += [
            {"name": clean(name), "folder": False, "size": file_size(size), "gone": False}
            for name, size in files
        ]
        self._show_cells()
        usable = not self._recordings and any(name in INSTRUMENTS for name in self._names)
        place = self._places.index(self._folder) if self._folder in self._places else -1
        facts = {"folder": str(self._folder), "entries": entries, "note": note, "usable": usable}
        self.set_properties({**facts, "place": place})

    def _list_places(self) -> None:
        """The usual places that are there: what was played last, recordings, home..."""
        found: list[tuple[str, str, Path | None]] = []
        if self._recordings and self._recent:
            found.append((translate("Files", "Recent"), "ui/recent", None))
        if self._recordings and self._home.is_dir():
            found.append((translate("Files", "Recordings"), "ui/folder", self._home))
        shipped = recordings_dir()
        if self._recordings and shipped is not None and shipped != self._home:
            found.append((translate("Files", "With the program"), "ui/star", shipped))
        for name, icon, where in (
            (translate("Files", "Home"), "ui/home", QStandardPaths.StandardLocation.HomeLocation),
            (
                translate("Files", "Desktop"),
                "ui/stage",
                QStandardPaths.StandardLocation.DesktopLocation,
            ),
            (
                translate("Files", "Downloads"),
                "ui/down",
                QStandardPaths.StandardLocation.DownloadLocation,
            ),
            (translate("Files", "Music"), "ui/wave", QStandardPaths.StandardLocation.MusicLocation),
        ):
            path = Path(QStandardPaths.writableLocation(where))
            if path.is_dir() and path not in [each[2] for each in found]:
                found.append((name, icon, path))
        drives = (drive for drive in platform.current.drive_folders() if drive.name)
        found += [(clean(drive.name, 40), "ui/drive", drive) for drive in drives]
        self._places = [path for _, _, path in found]
        self.set_properties({"places": [{"name": n, "icon": icon} for n, icon, _ in found]})

    def _show_recent(self) -> None:
        """List what was played last; a file that is gone stays, with a mark."""
        self._shows_recent = True
        self._names = list(self._recent)
        entries = []
        for name in self._recent:
            path, size, gone = Path(name), "", True
            with contextlib.suppress(OSError):
                size, gone = file_size(path.stat().st_size), False
            if gone:
                size = translate("Files", "not found: %1").replace("%1", str(path.parent))
            entries.append({"name": clean(path.name), "folder": False, "size": size, "gone": gone})
        self._show_cells()
        facts: dict[str, Any] = {"entries": entries, "note": "", "usable": False, "place": 0}
        self.set_properties({**facts, "folder": translate("Files", "Recent")})


def _sounds_words(folders: list[str]) -> str:
    found = sum(name in INSTRUMENTS for name in folders)
    if not found:
        return translate("Files", "No sound set here: it has a folder for each instrument.")
    words = translate("Files", "A sound set with %1 of %2 instruments.")
    return words.replace("%1", str(found)).replace("%2", str(len(INSTRUMENTS)))


def file_size(size: int) -> str:
    """A file's size for people."""
    if size < 1_000_000:
        return translate("Files", "%1 kB").replace("%1", str(max(1, size // 1000)))
    if size < 1e9:
        return translate("Files", "%1 MB").replace("%1", decimal(f"{size / 1e6:.1f}"))
    return translate("Files", "%1 GB").replace("%1", decimal(f"{size / 1e9:.1f}"))
