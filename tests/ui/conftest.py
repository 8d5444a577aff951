"""A display, an application and real windows on a show that stands still."""

from __future__ import annotations

import ctypes
import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from fake_show import FakeShow, evening

from tests.support import needed

_PR_SET_PDEATHSIG = 1

SIZES = [(1280, 800), (1440, 900), (1920, 1080)]


@pytest.fixture(scope="session", autouse=True)
def display() -> Iterator[str]:
    """An X server: the one there is, else our own Xvfb; in CI its absence is a failure."""
    os.environ["QT_QUICK_BACKEND"] = "software"
    os.environ.pop("QT_SCALE_FACTOR", None)
    if os.environ.get("DISPLAY"):
        yield os.environ["DISPLAY"]
        return
    needed("Xvfb", "xvfb")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "2560x1600x24", "-nolisten", "tcp"]
    # It ends with this process, not with the fixture: Qt keeps its connection until the very end.
    server = subprocess.Popen(
        command,
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM),
    )
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    if not number:
        pytest.fail("Xvfb did not start")
    os.environ["DISPLAY"] = f":{number}"
    yield os.environ["DISPLAY"]
    del os.environ["DISPLAY"]
    server.returncode = 0


@pytest.fixture(scope="session")
def qapp_cls() -> type:
    """No widgets here: the plain GUI application."""
    from PySide6.QtGui import QGuiApplication

    return QGuiApplication


@pytest.fixture(scope="session")
def qapp_args(display: str) -> list[str]:
    """The application is made after the display."""
    return ["mwk-tests"]


class OpenWindows:
    """Both windows under test, and hands to press things with."""

    def __init__(self, show: FakeShow, size: tuple[int, int], **options: Any) -> None:
        from PySide6.QtTest import QTest

        from mwk_desktop.ui.application import AppWindows
        from mwk_desktop.ui.ui_options import UiOptions

        self.show = show
        self.opened: list[Path] = []
        options.setdefault("on_open_recording", self.opened.append)
        options.setdefault("reduced_motion", True)
        pacer = options.pop("pacer", None)
        settings = UiOptions(console_size=size, **options)
        self.windows = AppWindows(show, settings, pacer)
        assert self.windows.load()
        self.quits: list[int] = []
        self.windows.open(None, lambda: self.quits.append(1))
        self.console = self.windows.console_window
        self.stage = self.windows.stage_window
        assert QTest.qWaitForWindowExposed(self.console, 60_000)
        assert QTest.qWaitForWindowActive(self.console, 60_000)
        self.settle()

    def settle(self) -> None:
        """Take over the show's snapshot and let what it changed happen."""
        from PySide6.QtCore import QCoreApplication
        from PySide6.QtTest import QSignalSpy

        for _ in range(4):
            self.windows.pull()
            QCoreApplication.processEvents()
        # Rows and columns are laid out when the next frame is made, not before.
        frames = QSignalSpy(self.console.frameSwapped)
        self.console.update()
        assert frames.wait(10_000) or frames.count()

    def items(self, root: Any = None) -> Iterator[Any]:
        """Every item below ``root`` (the console's content by default), parents first."""
        yield from _walk(self.console.contentItem() if root is None else root)

    def find(self, name: str, root: Any = None) -> Any:
        """The visible item of that object name, else any of that name."""
        hidden = None
        for item in self.items(root):
            if item.objectName() == name:
                if item.isVisible():
                    return item
                hidden = item if hidden is None else hidden
        assert hidden is not None, f"no item named {name}"
        return hidden

    def shows(self, name: str, root: Any = None) -> bool:
        """Whether an item of that object name is visible; what was never shown is not made yet."""
        return any(item.objectName() == name and item.isVisible() for item in self.items(root))

    def in_strip(self, instrument: str, name: str) -> Any:
        return self.find(name, self.find(f"strip_{instrument}"))

    def click(self, item: Any, *, double: bool = False) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        point = centre(item)
        press = QTest.mouseDClick if double else QTest.mouseClick
        if double:
            self.click(item)
        press(
            self.console,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            point.toPoint(),
        )
        self.settle()

    def menu(self, page: str) -> None:
        """A page that the menu leads to, by mouse."""
        self.click(self.find("menu"))
        self.click(self.find(f"menu_{page}"))

    def press(self, key: Any, modifiers: Any = None, window: Any = None) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtTest import QTest

        modifiers = Qt.KeyboardModifier.NoModifier if modifiers is None else modifiers
        # As with real keys: the window that has the keyboard gets them.
        window = window or QGuiApplication.focusWindow() or self.console
        QTest.keyClick(window, key, modifiers)
        self.settle()

    def native_key(
        self,
        key: int,
        scan_code: int,
        modifiers: Any = None,
        *,
        repeats: bool = False,
        released: bool = False,
    ) -> None:
        """A key as the X server gives it, with its place on the keyboard."""
        from PySide6.QtCore import QCoreApplication, QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        modifiers = Qt.KeyboardModifier.NoModifier if modifiers is None else modifiers
        kind = QEvent.Type.KeyRelease if released else QEvent.Type.KeyPress
        event = QKeyEvent(kind, key, modifiers, scan_code, 0, 0, "", repeats, 1)
        QCoreApplication.sendEvent(self.console, event)
        self.settle()

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        from PySide6.QtCore import QCoreApplication, QEvent, Qt
        from PySide6.QtGui import QKeyEvent

        for char in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                none = Qt.KeyboardModifier.NoModifier
                event = QKeyEvent(kind, ord(char.upper()), none, char)
                QCoreApplication.sendEvent(self.console, event)
        self.settle()

    def sent(self) -> list[Any]:
        """What the show was told since the last look."""
        told = list(self.show.sent)
        self.show.sent.clear()
        return told

    def close(self) -> None:
        self.windows.close()
        _keep_what_was_imported()


@cache
def _keep_what_was_imported() -> None:
    """What the first windows imported stays to the end: later searches for garbage, one whenever
    windows are closed, pass it by (each took 45 ms of the 500 that opening and closing take)."""
    gc.freeze()


def _walk(root: Any) -> Iterator[Any]:
    left = [root]
    while left:
        item = left.pop()
        yield item
        left += reversed(item.childItems())


def centre(item: Any) -> Any:
    """An item's middle in its window."""
    from PySide6.QtCore import QPointF

    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2))


@pytest.fixture
def open_ui(qapp: Any) -> Iterator[Callable[..., OpenWindows]]:
    """Opens both windows on a fake show; all are closed at the end."""
    opened: list[OpenWindows] = []

    def make(
        snapshot: Any = None, size: tuple[int, int] = (1280, 800), **options: Any
    ) -> OpenWindows:
        opened.append(OpenWindows(FakeShow(snapshot or evening()), size, **options))
        return opened[-1]

    yield make
    for ui in opened:
        ui.close()


@pytest.fixture
def ui(open_ui: Callable[..., OpenWindows]) -> OpenWindows:
    """Both windows on the evening of the mock-ups."""
    return open_ui()


@pytest.fixture(scope="module")
def shared_console(qapp: Any) -> Iterator[Callable[..., OpenWindows]]:
    """Gives the file's one console in another state and size: for tests that only look at it."""
    made: list[OpenWindows] = []

    def give(snapshot: Any, size: tuple[int, int] = (1280, 800)) -> OpenWindows:
        if not made:
            made.append(OpenWindows(FakeShow(snapshot), size))
        ui = made[0]
        ui.show.set(snapshot)
        ui.console.resize(*size)
        # The second lays out what the new size has brought under the pointer.
        ui.settle()
        ui.settle()
        ui.sent()
        return ui

    yield give
    for ui in made:
        ui.close()


@pytest.fixture(scope="module")
def held_stage(qapp: Any) -> Iterator[Callable[..., Any]]:
    """Gives a stage whose array the test feeds; those of one size and options are one window."""
    from held_stage import HeldStage

    made: dict[Any, Any] = {}
    spoken = ["en"]

    def open_windows(snapshot: Any, size: tuple[int, int], **options: Any) -> OpenWindows:
        return OpenWindows(FakeShow(snapshot), size, **options)

    def give(snapshot: Any, size: tuple[int, int] = (1920, 1080), **options: Any) -> Any:
        key = (size, tuple(sorted(options.items())))
        language = options.get("language", "en")
        if made and language != spoken[0]:
            # A program speaks one language at a time: windows of two would speak the newer one's.
            for stage in made.values():
                stage.ui.close()
            made.clear()
        spoken[0] = language
        if key not in made:
            made[key] = HeldStage(open_windows, snapshot, size, **options)
        return made[key].begin(snapshot)

    yield give
    for stage in made.values():
        stage.ui.close()
