"""How the audience takes part: the hashtag, and the page's address and code when it is served."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from mwk_desktop.show.workers_state import PageState
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.safe_text import clean

CODE_PROVIDER = "code"
_INK = 0xFF101216
_PAPER = 0xFFF2F4F7
_ADDRESS_LIMIT = 64
_CODED_ADDRESS_LIMIT = 18
_HASHTAG_LIMIT = 24
_MOST_MODULES = 177
"""The largest QR code there is."""

VOTING_DEFAULTS: dict[str, Any] = {
    "pageServed": False,
    "pageOpen": False,
    "pageAddress": "",
    "pageCode": "",
    "pageModules": 0,
}


class CodeProvider(QQuickImageProvider):
    """The page's QR code as ``image://code/KEY``, one pixel a module (GUI thread only)."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._rows: tuple[str, ...] = ()
        self._picture = code_picture(())
        self._key = 0

    def key_of(self, rows: tuple[str, ...]) -> str:
        """The key that QML uses for these rows; a new code gets a new key."""
        if not rows:
            return ""
        if rows != self._rows:
            self._rows = rows
            self._picture = code_picture(rows)
            self._key += 1
        return f"image://{CODE_PROVIDER}/{self._key}"

    def requestImage(self, key: str, size: QSize, requested: QSize) -> QImage:
        return self._picture


def code_picture(rows: tuple[str, ...]) -> QImage:
    """Rows of ``"1"`` for dark modules as a picture, one pixel a module; empty rows: one pixel."""
    side = min(_MOST_MODULES, max(1, len(rows)))
    picture = QImage(side, side, QImage.Format.Format_RGB32)
    picture.fill(_PAPER)
    for y, row in enumerate(rows[:side]):
        for x, module in enumerate(row[:side]):
            if module == "1":
                picture.setPixel(x, y, _INK)
    return picture


def voting_properties(page: PageState | None, code: CodeProvider, hashtag: str) -> dict[str, Any]:
    """What the stage shows about taking part: what people write, and the page if it is served."""
    tag, room = f"#{clean(hashtag, _HASHTAG_LIMIT)}", "" if page is None else page.room_code
    tag = f"{tag} {room}" if room else tag
    if page is None or not page.address:
        return {**VOTING_DEFAULTS, "hashtag": tag}
    parts = urlsplit(page.address)
    # People type it: leave out what every browser adds.
    short = page.address.removeprefix(f"{parts.scheme}://").rstrip("/")
    # A longer address has no room for it; it stands with the hashtag, and the page asks for it.
    if room and len(short) + len(room) < _CODED_ADDRESS_LIMIT:
        short = f"{short}/{room}"
    return {
        "hashtag": tag,
        "pageServed": True,
        "pageOpen": page.open,
        "pageAddress": clean(short, _ADDRESS_LIMIT)
        if page.open
        else translate("Stage", "page votes are closed"),
        "pageCode": code.key_of(page.qr) if page.open else "",
        "pageModules": len(page.qr) if page.open else 0,
    }
