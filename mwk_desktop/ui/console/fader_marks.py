"""The scale beside the faders, for QML: places and texts of its marks (pure values)."""

from __future__ import annotations

from typing import Any

from mwk_desktop.show.fader_law import FADER_MARKS


def fader_marks() -> list[dict[str, Any]]:
    """A mark per row, from the top: its ``place`` (0 to 1), its ``text`` in decibels, and whether
    it is ``zero`` (0 dB)."""
    return [
        {
            "place": place,
            "text": f"{db:+.0f}".replace("-", "\u2212") if db else "0",
            "zero": db == 0,
        }
        for place, db in FADER_MARKS
    ]
