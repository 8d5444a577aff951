"""Hands pictures to QML as ``image://people/KEY`` (GUI thread only).

Not asynchronous on purpose: a provider that QML's own thread calls needs the GIL there, and taking
the engine apart waits for that thread. Here it is one look into a dictionary.
"""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

from mwk_desktop.ui.pictures.picture_cache import PictureCache


class PictureProvider(QQuickImageProvider):
    """Pictures of users by key; a key that is gone gives an empty pixel."""

    def __init__(self, pictures: PictureCache) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._pictures = pictures
        self._none = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
        self._none.fill(0)

    def requestImage(self, key: str, size: QSize, requested: QSize) -> QImage:
        image = self._pictures.image(key)
        return self._none if image is None else image
