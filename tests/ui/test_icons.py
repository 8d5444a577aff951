"""Every icon that the windows name is there."""

from __future__ import annotations

import re
from pathlib import Path

from mwk_desktop.units import INSTRUMENTS

UI = Path(__file__).parents[2] / "mwk_desktop" / "ui"
ICONS = UI / "icons"


def named() -> set[str]:
    """``ui/x`` and ``heavy/x`` in QML and Python."""
    sources = [*UI.rglob("*.qml"), *UI.rglob("*.py")]
    return {
        name
        for source in sources
        for name in re.findall(r'"((?:ui|heavy)/[a-z]+)"', source.read_text("utf-8"))
    }


def test_every_icon_that_is_named_is_there() -> None:
    files = {path.relative_to(ICONS).with_suffix("").as_posix() for path in ICONS.rglob("*.svg")}
    assert len(named()) > 40
    assert named() - files == set()
    assert set(INSTRUMENTS) <= files
