"""Pages and stage, enlarged as a user sets it, in their own process: ``scaled_windows.py 2``."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(1, str(Path(__file__).parents[2]))


def main(scale: str, folder: Path | None = None) -> int:
    """Everything at 1280x800 logical pixels; a warning of Qt is a failure."""
    from mwk_desktop.ui.display import prepare_graphics

    os.environ["QT_QUICK_BACKEND"] = "software"
    prepare_graphics(os.environ, float(scale))
    import french_checks
    import pages_shots
    import pages_state as known
    from conftest import OpenWindows
    from fake_show import FakeShow, demo, empty, evening, trouble
    from PySide6.QtCore import QPointF, QRectF, QtMsgType, qInstallMessageHandler
    from PySide6.QtGui import QGuiApplication
    from stage_states import one, served, tie, with_winner

    warnings: list[str] = []

    def heard(kind: QtMsgType, _context: object, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            warnings.append(message)

    qInstallMessageHandler(heard)
    app = QGuiApplication(["mwk-tests"])
    ui = OpenWindows(FakeShow(demo()), (1280, 800), stage=True, stage_size=(1280, 800))
    english = french_checks.ENGLISH.copy()
    french_checks.ENGLISH.clear()

    def look(window: Any, name: str, root: Any) -> None:
        assert window.devicePixelRatio() == float(scale), window.devicePixelRatio()
        assert (window.width(), window.height()) == (1280, 800)
        french_checks.check_words(ui, root, name)
        room = QRectF(-0.5, -0.5, 1281, 801)
        for item in french_checks.texts_of(ui, root):
            corner = item.mapToScene(QPointF(0, 0))
            drawn = min(item.width(), item.implicitWidth()) if item.width() else 0
            inside = QRectF(corner.x(), corner.y(), drawn, 1)
            flows = french_checks.place_of(item) & {"queryRows", "queryList", "settingRows"}
            assert flows or room.contains(inside), (name, item.property("text"), inside)
        picture = window.grabWindow()
        assert picture.width() == round(1280 * float(scale)), (name, picture.width())
        if folder is not None:
            picture.save(str(folder / f"scaled-{scale}-{name}.png"))

    for name, (page, facts) in pages_shots.STATES.items():
        ui.windows.pages.open(page)
        ui.show.change(workers=known.workers_state(**facts))
        ui.settle()
        look(ui.console, name, ui.find("page"))
        ui.windows.pages.close()
        ui.settle()
    stages = {
        "evening": evening(),
        "page": evening(workers=served()),
        "trouble": trouble(),
        "empty": empty(),
        "winner": with_winner(one()),
        "tie": with_winner(tie(2)),
    }
    for name, state in stages.items():
        ui.show.set(state)
        ui.settle()
        look(ui.stage, f"stage-{name}", ui.stage.contentItem())
    ui.close()
    french_checks.ENGLISH |= english
    del app
    assert not warnings, warnings
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None))
