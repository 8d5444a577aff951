"""The worker that keeps the presenter's word list in its file.

The list changes in the show, by a command that is recorded and can be undone; the file follows.

Threads: any thread hands snapshots in; the worker's own thread writes.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import ClassVar

from mwk_desktop.app.rules_setup import show_word_list, word_list_path
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.show.settings.load import Settings, SettingsError
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WordListFile, WorkersState
from mwk_desktop.whole_files import write_whole


class WordListWorker(Worker):
    """Writes the list when it has changed. Each show begins with what its file holds.

    A replay changes no file: its words are those of another evening.

    Parameters
    ----------
    settings
        Name the file.
    """

    idle_s: ClassVar[float | None] = 0.2

    def __init__(self, settings: Settings) -> None:
        super().__init__("word list")
        self._settings = settings
        self._path = word_list_path(settings)
        self._words = self._saved = show_word_list(settings).words
        # Until a show that has just started uses the list, its own one is no change.
        self._agreed = False
        self._state = WordListFile(str(self._path))

    def on_show_started(self, running: RunningShow) -> None:
        """Read what the show has begun with: somebody may have edited the file."""
        self._agreed = False
        if running.kind != "replay" and self._words == self._saved:
            with suppress(SettingsError):  # the show was started before it went
                self._words = self._saved = show_word_list(self._settings).words
        super().on_show_started(running)

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        """Note the list, and add its file."""
        running = self.running
        if running is not None and running.kind != "replay":
            words = snapshot.moderation.word_list.words
            self._agreed = self._agreed or words == self._words
            if self._agreed:
                self._words = words
        return replace(state, word_list=self._state)

    def on_idle(self) -> None:
        """Write a changed list."""
        words = self._words
        if words == self._saved:
            return
        self._saved = words
        self._state = WordListFile(str(self._path), _write(self._path, words))


def _write(named: Path, words: Sequence[str]) -> Message:
    """Keep what else stands in the file; returns why it could not be written."""
    path = Path(os.path.realpath(named))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, "".join(f"{line}\n" for line in lines_with(_lines(path), words)))
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return message("{path}: cannot be written ({reason})", path=str(path), reason=reason)
    return NOTHING


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text("utf-8-sig").splitlines()
    except FileNotFoundError:
        return []


def lines_with(lines: Sequence[str], words: Sequence[str]) -> list[str]:
    """The lines of a list's file that holds ``words`` now: what else stands in it stays."""
    wanted, there, kept = set(words), set(), []
    for line in lines:
        word = line.partition("#")[0].strip()
        if not word or word in wanted:
            kept.append(line)
            there.add(word)
    return [*kept, *(word for word in words if word not in there)]
