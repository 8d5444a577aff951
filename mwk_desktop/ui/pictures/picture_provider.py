"""Hands pictures to QML as ``image://people/KEY`` (GUI thread only).

Synchronous on purpose: QML's own thread would need the GIL to call an asynchronous provider, and
destroying the engine waits for that thread. Here it is a single dictionary lookup.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from mwk_desktop.ui.pictures.picture_cache import PictureCache


class PictureProvider(QQuickImageProvider):
    """Users' pictures by key; an unknown key gives an empty pixel."""

    def __init__(self, pictures: PictureCache) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pictures = pictures
        self._none = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        self._none.fill(0)

    def requestImage(self, key: str, size: QSize, requested: QSize) -> QImage:
        image = self._pictures.image(key)
        return self._none if image is None else image
