"""The dated sections of ``CHANGELOG.md``, the newest first (format: keepachangelog.com)."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

PATH = Path(__file__).resolve().parents[2] / "CHANGELOG.md"

_SECTION = re.compile(
    r"^## \[(\d[^]]*)\] - (\d{4}-\d{2}-\d{2})\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL
)


class Release(NamedTuple):
    """A version, its day (``2026-11-30``), and what changed in it (Markdown)."""

    version: str
    date: str
    notes: str


def releases(text: str | None = None) -> list[Release]:
    """The releases in the text of a changelog; by default in the project's own."""
    found = _SECTION.findall(PATH.read_text("utf-8") if text is None else text)
    return [Release(version, date, notes.strip() + "\n") for version, date, notes in found]
