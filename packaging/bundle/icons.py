"""Draw the program's icon in the sizes and formats that the systems need.

    python packaging/bundle/icons.py FOLDER

Writes ``mwk-<size>.png``, ``mwk.ico`` (Windows) and ``mwk.icns`` (macOS) from ``mwk.svg``.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

SIZES = (16, 32, 48, 64, 128, 256)
SVG = Path(__file__).with_name("mwk.svg")


def draw(size: int):  # type: ignore[no-untyped-def]
    """The icon as an image of ``size`` pixels a side."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(SVG)).render(painter)
    painter.end()
    return image


def main() -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtGui import QGuiApplication

    app = QGuiApplication([])
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        if not draw(size).save(str(folder / f"mwk-{size}.png")):
            print(f"icons.py: {folder} cannot be written", file=sys.stderr)
            return 1
    draw(256).save(str(folder / "mwk.ico"))
    draw(256).save(str(folder / "mwk.icns"))
    del app
    return 0


if __name__ == "__main__":
    sys.exit(main())
