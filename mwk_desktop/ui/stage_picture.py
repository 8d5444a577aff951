"""A small picture of the stage for the console: what the room sees (GUI thread only)."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

STAGE_PROVIDER: Final = "stage"
PICTURE_WIDTH: Final = 448
"""Twice the larger place for it on the console."""
PAUSE_S: Final = 1.0
SHARE: Final = 0.01
"""Most of the time that pictures may take: where drawing is slow, they come less often."""
OLD_S: Final = 3.0


class StagePicture(QQuickImageProvider):
    """The newest picture as ``image://stage/N``.

    Parameters
    ----------
    clock
        Seconds.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)
        self._clock = clock
        self._picture = QImage(1, 1, QImage.Format.Format_RGB32)
        self._number = 0
        self._taken_s: float | None = None
        self._due_s = 0.0
        self._shown: Any = None

    def picture_window(self, window: Any, shown: Any, *, may_wait: bool) -> bool:
        """Take a picture of the window if it is time; returns whether there is a new one.

        Parameters
        ----------
        window
            The stage; never asked while it is closed.
        shown
            What the stage shows: a change is pictured at once.
        may_wait
            Whether frames are late already: then only a change is worth a picture.
        """
        begun_s = self._clock()
        changed = shown != self._shown
        if not changed and (begun_s < self._due_s or may_wait):
            return False
        self._shown = shown
        grabbed = window.grabWindow()
        if grabbed.isNull():
            return False
        self._picture = grabbed.scaledToWidth(
            PICTURE_WIDTH, Qt.TransformationMode.SmoothTransformation
        )
        self._number += 1
        self._taken_s = self._clock()
        self._due_s = self._taken_s + max(PAUSE_S, (self._taken_s - begun_s) / SHARE)
        return True

    def forget(self) -> None:
        """Drop the last picture, because the stage is closed."""
        self._taken_s, self._shown = None, None

    @property
    def source(self) -> str:
        """The picture's address in QML; empty without one."""
        return "" if self._taken_s is None else f"image://{STAGE_PROVIDER}/{self._number}"

    @property
    def is_old(self) -> bool:
        """Whether the stage may look otherwise by now."""
        return self._taken_s is not None and self._clock() - self._taken_s > OLD_S

    def requestImage(self, key: str, size: QSize, requested: QSize) -> QImage:
        return self._picture
