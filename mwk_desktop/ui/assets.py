"""Paths of the windows' own files: QML, icons, fonts, recordings."""

from __future__ import annotations

from pathlib import Path

_UI = Path(__file__).resolve().parent
_PACKAGE = _UI.parent

QML_DIR = _UI / "qml"
ICON_DIR = _UI / "icons"

FONT_FILES = (
    "Inter-Regular.otf",
    "Inter-Medium.otf",
    "Inter-SemiBold.otf",
    "Inter-Bold.otf",
    "InterDisplay-SemiBold.otf",
    "InterDisplay-Bold.otf",
)


def recordings_dir() -> Path | None:
    """The recordings that come with the program; None where they are missing."""
    for folder in (_PACKAGE / "assets" / "recordings", _PACKAGE.parent / "assets" / "recordings"):
        if folder.is_dir():
            return folder
    return None


def font_paths() -> list[Path]:
    """The fonts found: inside an installed package, else in the checkout."""
    for folder in (_PACKAGE / "assets" / "fonts", _PACKAGE.parent / "assets" / "fonts"):
        paths = [folder / name for name in FONT_FILES if (folder / name).is_file()]
        if paths:
            return paths
    return []


def use_own_assets() -> None:
    """Use the program's own fonts and icons, and none of the system's."""
    from PySide6.QtGui import QFontDatabase, QIcon

    # Where Qt finds an icon theme, each button without an icon looks for that in a thousand places:
    # hundreds of thousands of files at a start. An empty list would mean the system's own places.
    QIcon.setThemeSearchPaths([":/none"])
    QIcon.setFallbackSearchPaths([":/none"])
    for path in font_paths():
        QFontDatabase.addApplicationFont(str(path))
