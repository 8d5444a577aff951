"""The names that phones have, in a file: a page that is started again knows its voters.

Used on the page's event loop. A line is written when a phone gets a name, without waiting for the
disk: what a killed process has written is in the file all the same.
"""

from __future__ import annotations

import json
import logging
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

from mwk_desktop.clock import wall_ms
from mwk_desktop.sources.page.phones import MOST_PHONES, Phone, Phones

KEPT_MS: Final = 12 * 3_600_000
"""A name that was given longer ago belonged to another show."""

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

    def restore(self, phones: Phones, now_s: float) -> None:
        """Give the phones of the file their names, then write the file anew, without the old."""
        rows = self._rows()
        for row in rows:
            phones.restore(row["id"], row["name"], row["asked"], now_s)
        if self._path is None:
            return
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            fresh = self._path.with_suffix(".new")
            fresh.write_text("".join(map(_line, rows)), encoding="utf-8")
            fresh.replace(self._path)
            self._file = self._path.open("a", encoding="utf-8", buffering=1)
        except OSError as error:  # the page goes on; a restart will not know the names
            _log.warning("the voters' names cannot be kept: %s", error)

    def note(self, phone: Phone) -> None:
        """Write a phone's name."""
        if self._file is not None:
            row = {"id": phone.id, "name": phone.name, "asked": phone.asked_name}
            with suppress(OSError, ValueError):
                self._file.write(_line({**row, "at_ms": wall_ms()}))

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None

    def _rows(self) -> list[dict[str, Any]]:
        text = ""
        if self._path is not None:
            with suppress(OSError):
                text = self._path.read_text("utf-8", "replace")
        newest: dict[str, dict[str, Any]] = {}
        for line in text.splitlines():
            with suppress(ValueError, RecursionError):  # the last one may be torn
                row = json.loads(line)
                if _is_row(row) and row["at_ms"] > wall_ms() - KEPT_MS:
                    newest.pop(row["id"], None)
                    newest[row["id"]] = row
        return list(newest.values())[-MOST_PHONES:]


def _line(row: dict[str, Any]) -> str:
    return json.dumps(row, separators=(",", ":")) + "\n"


def _is_row(row: object) -> bool:
    if not isinstance(row, dict) or type(row.get("at_ms")) is not int:
        return False
    return all(isinstance(row.get(key), str) for key in ("id", "name", "asked"))
