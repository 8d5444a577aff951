"""The two windows as things: which is open, on which screen, full screen or not (GUI thread)."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickWindow

from mwk_desktop.ui.facts import facts_class
from mwk_desktop.ui.names import translate
from mwk_desktop.ui.safe_text import clean

_WindowsFacts = facts_class(
    "WindowsFacts", {"stageOpen": False, "stageText": "", "stageLost": False}
)

_CONSOLE_SIZE = QSize(1440, 900)
_STAGE_SIZE = QSize(1280, 720)


class WindowsView(_WindowsFacts):  # type: ignore[misc, valid-type]
    """Opens, places and closes the windows; the console's Stage button shows what it tells."""

    def __init__(self) -> None:
        super().__init__()
        self._console: QQuickWindow | None = None
        self._stage: QQuickWindow | None = None
        self._on_projector = False

    def adopt(self, console: QQuickWindow, stage: QQuickWindow) -> None:
        """Take the windows that QML made; both are still hidden."""
        self._console, self._stage = console, stage
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._screen_removed)
        app.screenAdded.connect(self._screen_added)

    def forget(self) -> None:
        """Let go of the windows, before the engine deletes them."""
        if self._stage is not None:
            app = QGuiApplication.instance()
            assert isinstance(app, QGuiApplication)
            app.screenRemoved.disconnect(self._screen_removed)
            app.screenAdded.disconnect(self._screen_added)
        self._console = self._stage = None

    def show_console(self, size: tuple[int, int] | None) -> None:
        """Show the console: as asked, else as large as is comfortable on its screen."""
        console = self._console
        if console is None:
            return
        room = console.screen().availableSize()
        wanted = QSize(*size) if size else _CONSOLE_SIZE.boundedTo(room)
        if room.width() < console.minimumWidth() or room.height() < console.minimumHeight():
            # Better a window that fits the screen than one whose foot is cut off.
            console.setMinimumSize(QSize(min(1024, room.width()), min(600, room.height())))
        console.resize(wanted)
        console.show()
        console.requestActivate()

    def second_screen(self) -> QScreen | None:
        """A screen that the console is not on, if there is one."""
        if self._console is None:
            return None
        mine = self._console.screen()
        for screen in QGuiApplication.screens():
            if screen is not mine and screen.geometry() != mine.geometry():
                return screen
        return None

    def open_stage(self, size: tuple[int, int] | None = None) -> None:
        """Show the stage: full screen on the second screen, else as a window."""
        stage = self._stage
        if stage is None:
            return
        screen = self.second_screen()
        if screen is not None and size is None:
            stage.setScreen(screen)
            stage.setGeometry(screen.geometry())
            stage.showFullScreen()
            self._on_projector = True
        else:
            self._on_projector = False
            stage.resize(QSize(*size) if size else _STAGE_SIZE)
            stage.show()
        self._tell(stage)

    @Slot()
    def toggleStage(self) -> None:
        """The stage's key and button."""
        if self._stage is None:
            return
        if self.stageOpen:
            self._stage.hide()
            self.stageClosed()
        else:
            self.open_stage()

    @Slot()
    def toggleFullScreen(self) -> None:
        """Full screen of the stage; it opens if it was closed."""
        stage = self._stage
        if stage is None:
            return
        if not self.stageOpen:
            self.open_stage()
            stage.showFullScreen()
        elif stage.windowStates() & Qt.WindowState.WindowFullScreen:
            stage.showNormal()
        else:
            stage.showFullScreen()
        self._tell(stage)

    @Slot()
    def stageClosed(self) -> None:
        """The stage was closed, by its key or by the window system."""
        self._on_projector = False
        self.tell({"stageOpen": False, "stageText": "", "stageLost": False})

    def _screen_removed(self, _screen: QScreen) -> None:
        # Qt would put the stage over the console, full screen: no stage is better than no console.
        if self._stage is None or not self._on_projector or self.second_screen() is not None:
            return
        self._stage.hide()
        self.tell({"stageOpen": False, "stageText": "", "stageLost": True})

    def _screen_added(self, _screen: QScreen) -> None:
        if self.stageLost and self.second_screen() is not None:
            self.open_stage()

    def _tell(self, stage: QQuickWindow) -> None:
        if self.second_screen() is not None and stage.screen() is not None:
            screen = stage.screen()
            name = clean(screen.model() or screen.name(), 40)
            size = screen.size()
            text = translate("Health", "stage on %1 %2\u00d7%3")
            text = text.replace("%1", name).replace("%2", str(size.width()))
            text = text.replace("%3", str(size.height()))
        else:
            text = translate("Health", "stage in a window")
        self.tell({"stageOpen": True, "stageText": text, "stageLost": False})
