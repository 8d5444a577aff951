"""The console at 150 % or 200 %, laid out and looked at in its own process: ``scaled.py 2``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(1, str(Path(__file__).parents[2]))


def main(scale: str) -> int:
    """Every state at 1280x800 logical pixels; a warning of Qt is a failure."""
    from mwk_desktop.ui.display import prepare_graphics

    os.environ["QT_QUICK_BACKEND"] = "software"
    prepare_graphics(os.environ, float(scale))
    from conftest import OpenWindows
    from fake_show import FakeShow
    from layout_checks import STATES, check_whole_console
    from PySide6.QtCore import QtMsgType, qInstallMessageHandler
    from PySide6.QtGui import QGuiApplication

    warnings: list[str] = []

    def heard(kind: QtMsgType, _context: object, message: str) -> None:
        if kind != QtMsgType.QtDebugMsg and kind != QtMsgType.QtInfoMsg:
            warnings.append(message)

    qInstallMessageHandler(heard)
    app = QGuiApplication(["mwk-tests"])
    ui = OpenWindows(FakeShow(), (1280, 800))
    assert ui.console.devicePixelRatio() == float(scale), ui.console.devicePixelRatio()
    for name, state in STATES.items():
        ui.show.set(state())
        ui.settle()
        assert (ui.console.width(), ui.console.height()) == (1280, 800)
        check_whole_console(ui)
        picture = ui.console.grabWindow()
        assert picture.width() == round(1280 * float(scale)), (name, picture.width())
        if len(sys.argv) > 2:
            picture.save(str(Path(sys.argv[2]) / f"scaled-{scale}-{name}.png"))
    ui.close()
    del app
    assert not warnings, warnings
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
