"""A stage under test whose array is fed by hand: nothing moves unless the test moves it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtTest import QTest

from mwk_desktop.show.snapshot import Snapshot
from tests.support import wait_for

Pixels = NDArray[np.uint8]
_MARKS = {"\u25b2", "\u25bc"}


class HeldStage:
    """Both windows; the stage shows exactly what :meth:`show` was given.

    Parameters
    ----------
    open_ui
        Opens both windows: snapshot and the console's size, options.
    snapshot
        Where it begins.
    size
        Of the stage, in pixels.
    """

    def __init__(
        self,
        open_ui: Callable[..., Any],
        snapshot: Snapshot,
        size: tuple[int, int] = (1920, 1080),
        **options: Any,
    ) -> None:
        options.setdefault("reduced_motion", False)
        self.ui = open_ui(snapshot, (1280, 800), stage=True, stage_size=size, **options)
        self.view = self.ui.windows.stage
        self.window = self.ui.stage
        self.u = min(size[1] / 1080, size[0] / 1300)
        # The window's own frames bring nothing: the test is the clock.
        self.view.snapshots = None
        self.now_s = 1_000.0
        self.show(snapshot)

    def begin(self, snapshot: Snapshot) -> HeldStage:
        """Begin again: nobody was shown, nothing has moved."""
        self.view.begin_show()
        self.show(snapshot)
        return self

    def show(self, snapshot: Snapshot, passed_s: float = 1 / 60) -> None:
        """A frame of this snapshot, ``passed_s`` after the last one."""
        self.now_s += passed_s
        self.ui.show.set(snapshot)
        self.ui.windows.pull()
        self.view.show_levels(snapshot, self.now_s)
        QCoreApplication.processEvents()

    def rest(self, snapshot: Snapshot, seconds: float = 2.0) -> None:
        """The same snapshot until its levels have settled, and Qt's own animations are over."""
        for _ in range(round(seconds * 20)):
            self.show(snapshot, 0.05)
        QTest.qWait(450)

    def items(self, name: str = "", root: Any = None) -> list[Any]:
        """Visible items below ``root`` (the whole stage), of one name or all."""
        below = self.window.contentItem() if root is None else root
        return [
            item
            for item in self.ui.items(below)
            if item.isVisible() and (not name or item.objectName() == name)
        ]

    def item(self, name: str, root: Any = None) -> Any:
        found = self.items(name, root)
        assert found, f"no {name} on the stage"
        return found[0]

    def has(self, name: str) -> bool:
        """Whether an item is there at all, seen or not."""
        root = self.window.contentItem()
        return any(item.objectName() == name for item in self.ui.items(root))

    def texts(self, root: Any = None) -> Iterator[Any]:
        """Texts that people read: no initials, no arrows."""
        for item in self.items(root=root):
            if not item.metaObject().className().startswith("Words"):
                continue
            above = item.parentItem()
            initial = above is not None and above.objectName() == "avatar"
            if item.property("text") and not initial and item.property("text") not in _MARKS:
                yield item

    def words(self, root: Any = None) -> list[str]:
        """What the texts say."""
        return [str(item.property("text")).strip("\u2068\u2069") for item in self.texts(root)]

    def grab_at_rest(self) -> Pixels:
        """The window's pixels, once nothing moves any more."""
        before = self.grab()

        def is_still() -> bool:
            nonlocal before
            QTest.qWait(30)
            last, before = before, self.grab()
            return np.array_equal(last, before)

        wait_for(is_still)
        return before

    def grab(self) -> Pixels:
        """The window's pixels: height x width x 3."""
        image = self.window.grabWindow().convertToFormat(_rgb())
        width, height = image.width(), image.height()
        raw = np.frombuffer(image.constBits(), np.uint8, image.sizeInBytes())
        rows = raw.reshape(height, image.bytesPerLine())[:, : width * 3]
        return rows.reshape(height, width, 3).copy()


def _rgb() -> Any:
    from PySide6.QtGui import QImage

    return QImage.Format.Format_RGB888


def rect(item: Any) -> QRectF:
    """An item's place in its window."""
    corner = item.mapToScene(QPointF(0, 0))
    return QRectF(corner.x(), corner.y(), item.width(), item.height())


def inked(item: Any) -> QRectF:
    """Where a text's letters are, in its window."""
    place = rect(item)
    width = min(place.width(), item.property("contentWidth"))
    height = min(place.height(), item.property("contentHeight"))
    align = _ask(item, "horizontalAlignment")
    left = place.left()
    if align == 4:  # centred
        left += (place.width() - width) / 2
    elif align == 2:  # right
        left += place.width() - width
    top = place.top()
    if _ask(item, "verticalAlignment") == 128:  # centred
        top += (place.height() - height) / 2
    return QRectF(left, top, width, height)


def _ask(item: Any, expression: str) -> Any:
    return QQmlExpression(qmlContext(item), item, expression).evaluate()[0]


def crop(pixels: Pixels, where: QRectF) -> Pixels:
    """The pixels of a rectangle."""
    top, left = max(0, round(where.top())), max(0, round(where.left()))
    return pixels[top : round(where.bottom()), left : round(where.right())]
