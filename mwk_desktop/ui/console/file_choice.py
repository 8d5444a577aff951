"""Browses for a recording: folders and recordings of one folder at a time (GUI thread).

Listing a local folder takes well under a frame; a very long list is cut, and a folder that cannot
be read shows an error.
"""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import Slot

from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import decimal
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class
from mwk_desktop.units import INSTRUMENTS

_SUFFIXES = (".jsonl", ".ndjson", ".json")
_PACKED = (".gz", ".zst")
_MOST_ENTRIES = 500

_FilesProperties = view_model_class(
    "FilesProperties", {"folder": "", "entries": [], "note": "", "chosen": "", "usable": False}
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
    """

    def __init__(self, folder: Path, *, recordings: bool = True) -> None:
        super().__init__()
        self._recordings = recordings
        self._folder = folder
        self._names: list[str] = []

    @Slot()
    def refresh(self) -> None:
        """Read the folder again."""
        self.show_folder(self._folder)

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
        if path.is_dir():
            self.show_folder(path)
            return ""
        return str(path)

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
            self.show_folder(self._folder)

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
                    elif self._recordings and is_recording(entry.name):
                        with contextlib.suppress(OSError):  # a link to a file that is gone
                            files.append((entry.name, entry.stat().st_size))
        except OSError as error:
            note = translate("Files", "This folder cannot be read: %1")
            note = note.replace("%1", error.strerror or str(error))
        else:
            self._folder = folder
        folders.sort(key=str.casefold)
        files.sort(key=lambda file: file[0].casefold())
        if len(folders) + len(files) > _MOST_ENTRIES:
            note = translate("Files", "More than %1 entries: type the path instead.")
            note = note.replace("%1", str(_MOST_ENTRIES))
        elif not note and not self._recordings:
            note = _sounds_words(folders)
        elif not note and not folders and not files:
            note = translate("Files", "No recordings here.")
        folders = folders[:_MOST_ENTRIES]
        files = files[: _MOST_ENTRIES - len(folders)]
        self._names = [*folders, *(name for name, _ in files)]
        entries: list[dict[str, Any]] = [
            {"name": clean(name), "folder": True, "size": ""} for name in folders
        ]
        entries += [
            {"name": clean(name), "folder": False, "size": _size(size)} for name, size in files
        ]
        usable = not self._recordings and any(name in INSTRUMENTS for name in self._names)
        facts = {"folder": str(self._folder), "entries": entries, "note": note, "usable": usable}
        self.set_properties(facts)


def _sounds_words(folders: list[str]) -> str:
    found = sum(name in INSTRUMENTS for name in folders)
    if not found:
        return translate("Files", "No sound set here: it has a folder for each instrument.")
    words = translate("Files", "A sound set with %1 of %2 instruments.")
    return words.replace("%1", str(found)).replace("%2", str(len(INSTRUMENTS)))


def _size(size: int) -> str:
    if size < 1_000_000:
        return translate("Files", "%1 kB").replace("%1", str(max(1, size // 1000)))
    if size < 1e9:
        return translate("Files", "%1 MB").replace("%1", decimal(f"{size / 1e6:.1f}"))
    return translate("Files", "%1 GB").replace("%1", decimal(f"{size / 1e9:.1f}"))
