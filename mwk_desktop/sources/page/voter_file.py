"""Keeps the phones' names in a file, so that a page that is started again knows its voters.

Used on the page's event loop. A line is written when a phone gets a name, without waiting for the
disk: what a killed process has written is in the file all the same. If the file cannot be read or
written, the log says so once, and the page goes on.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

from mwk_desktop.clock import wall_ms
from mwk_desktop.sources.page.phones import MOST_PHONES, Phone, Phones
from mwk_desktop.whole_files import write_whole

KEPT_MS: Final = 12 * 3_600_000
"""A name that was given longer ago belonged to another show."""

MOST_LINES: Final = 4 * MOST_PHONES
"""A file with more is rewritten with the newest of each phone."""

_log = logging.getLogger(__name__)


class VoterFile:
    """Writes names, and gives them back to the phones at the next start.

    Parameters
    ----------
    path
        The file; None: nothing is kept.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._file: IO[str] | None = None
        self._lines = 0

    def restore(self, phones: Phones, now_s: float) -> None:
        """Give the phones of the file their names, and rewrite it without the old ones."""
        if self._path is not None:
            for row in self._open(self._path):
                phones.restore(row["id"], row["name"], row["asked"], now_s)

    def note(self, phone: Phone) -> None:
        """Write a phone's name."""
        if self._file is None or self._path is None:
            return
        row = {"id": phone.id, "name": phone.name, "asked": phone.asked_name}
        try:
            self._file.write(_line({**row, "at_ms": wall_ms()}))
        except OSError as error:
            _cannot_be_kept(error)
            self.close()
            return
        self._lines += 1
        if self._lines > MOST_LINES:
            self.close()
            self._open(self._path)

    def close(self) -> None:
        if self._file is not None:
            with suppress(OSError):  # a full disk: said when it was noticed
                self._file.close()
            self._file = None

    def _open(self, path: Path) -> list[dict[str, Any]]:
        """Rewrite the file and open it; returns what was in it."""
        rows: list[dict[str, Any]] = []
        try:
            if path.exists():
                rows = _rows_of(path.read_text("utf-8", "replace"))
            write_whole(path, "".join(map(_line, rows)))
            self._file = path.open("a", encoding="utf-8", buffering=1)
        except OSError as error:
            _cannot_be_kept(error)
        self._lines = len(rows)
        return rows


def _cannot_be_kept(error: OSError) -> None:
    """Log once that names cannot be kept: the page goes on, but after a restart the phones have
    other names."""
    _log.warning("the voters' names cannot be kept: %s", error)


def _rows_of(text: str) -> list[dict[str, Any]]:
    """The newest row of each phone, the oldest first; torn and old lines are left out."""
    newest: dict[str, dict[str, Any]] = {}
    oldest_ms = wall_ms() - KEPT_MS
    for line in text.splitlines():
        with suppress(ValueError, RecursionError):  # the last one may be torn
            row = json.loads(line)
            if _is_row(row) and row["at_ms"] > oldest_ms:
                newest.pop(row["id"], None)
                newest[row["id"]] = row
    return list(newest.values())[-MOST_PHONES:]


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, separators=(",", ":")) + "\n"


def _is_row(row: object) -> bool:
    if not isinstance(row, dict) or type(row.get("at_ms")) is not int:
        return False
    return all(isinstance(row.get(key), str) for key in ("id", "name", "asked"))
