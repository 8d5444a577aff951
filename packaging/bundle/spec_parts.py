"""What the specs of all systems share: what is frozen, and what is left out."""

from __future__ import annotations

import importlib.metadata as metadata
import re
from typing import Any

from build_tools import BUILD, HERE, ROOT
from PyInstaller.utils.hooks import collect_data_files

from mwk_desktop.program_version import COMMIT_FILE

ENTRY = HERE / "mwk_entry.py"
ICONS = BUILD / "icons"

NEVER = [
    "link", "_link",  # an extra whose library is GPL: never shipped
    "matplotlib", "setuptools", "tkinter",
    "zstandard._cffi",  # the second of two backends: its C one is used
]  # fmt: skip

# Qt parts that no window of ours uses and that together weigh more than the program.
UNUSED_QT = (
    "Qt6Pdf", "Qt6VirtualKeyboard", "Qt6Quick3D", "Qt6Charts", "Qt6DataVis", "Qt6Designer",
    "Qt6Multimedia", "Qt6WebEngine", "Qt6Sql", "Qt6Test", "qml/QtQuick/VirtualKeyboard",
    "qml/QtQuick3D", "qml/QtTest", "qml/QtQuick/Controls/Imagine", "qml/QtQuick/Controls/Material",
    "qml/QtQuick/Controls/Universal", "qml/QtQuick/Controls/FluentWinUI3", "PySide6/translations",
    "Qt6QuickControls2Imagine", "Qt6QuickControls2Material", "Qt6QuickControls2Universal",
    "Qt6QuickControls2FluentWinUI3",
)  # fmt: skip


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def left_out() -> list[str]:
    """Modules of every installed package that the runtime lock does not pin.

    What only builds, tests or documents the product would else slip in through somebody's
    ``try: import``.
    """
    lock = (ROOT / "requirements" / "runtime.lock").read_text("utf-8")
    pinned = {canonical(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
    pinned.add("music-with-kafka")
    foreign = {
        module
        for module, packages in metadata.packages_distributions().items()
        if not {canonical(name) for name in packages} & pinned and module.isidentifier()
    }
    return sorted(foreign - {"PyInstaller", "_pyinstaller_hooks_contrib"}) + NEVER


def analysis_arguments() -> dict[str, Any]:
    """Arguments of PyInstaller's ``Analysis``."""
    datas = collect_data_files("mwk_desktop", excludes=["**/__pycache__", "**/*.pyc"])
    datas += [(str(ROOT / "assets"), "mwk_desktop/assets")]
    if (BUILD / COMMIT_FILE).exists():
        datas += [(str(BUILD / COMMIT_FILE), "mwk_desktop")]
    return {
        "scripts": [str(ENTRY)],
        "pathex": [str(ROOT)],
        "datas": datas,
        "hiddenimports": ["PySide6.QtQuick", "PySide6.QtQml", "PySide6.QtSvg"],
        "excludes": left_out(),
    }


def wanted(entries: list[Any]) -> list[Any]:
    """A table of PyInstaller's without the unused parts of Qt."""
    return [
        entry
        for entry in entries
        if not any(part in entry[0].replace("\\", "/") for part in UNUSED_QT)
    ]
