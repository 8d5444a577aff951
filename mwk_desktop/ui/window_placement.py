"""Opens, places and closes the two windows on the screens (GUI thread)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQuick import QQuickWindow

from mwk_desktop.ui import screen_choice
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.screen_choice import ScreenId
from mwk_desktop.ui.view_model import view_model_class

_WindowsProperties = view_model_class(
    "WindowsProperties",
    {
        "stageOpen": False,
        "stageText": "",
        "stageName": "",  # of the stage's screen; empty: it is in a window
        "stageLost": False,
        "screens": [],
        "stageScreen": "",
    },
)

_CONSOLE_SIZE = QSize(1440, 900)
_STAGE_SIZE = QSize(1280, 720)
_SETTLE_MS = 50


class WindowsView(_WindowsProperties):  # type: ignore[misc, valid-type]
    """Opens, places and closes the windows; the console's Stage button shows its state.

    ``screens`` is the list to choose from (:func:`.screen_choice.rows`), :meth:`chooseScreen`
    chooses.

    Parameters
    ----------
    stage_screen
        The projector's screen by name; empty: the one that the console is not on.
    goes_on
        Whether the stage goes to another screen while the named one is missing.
    """

    def __init__(self, stage_screen: str = "", *, goes_on: bool = False) -> None:
        super().__init__()
        self._console: QQuickWindow | None = None
        self._stage: QQuickWindow | None = None
        self._wanted = stage_screen
        self.goes_on = goes_on
        self._on: ScreenId | None = None
        """The projector that the stage fills, or filled until it was lost; None: the stage is a
        window."""
        self._notes: tuple[int, bool] = (0, False)
        self._watched: list[QScreen] = []
        # Qt is still busy when it reports a changed screen: check once it is done.
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._place_windows)
        self.set_properties({"stageScreen": stage_screen})

    def adopt(self, console: QQuickWindow, stage: QQuickWindow) -> None:
        """Adopt the windows that QML made; both are still hidden."""
        self._console, self._stage = console, stage
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._screen_removed)
        app.screenAdded.connect(self._screen_added)
        for screen in QGuiApplication.screens():
            self._watch(screen)
        console.screenChanged.connect(self._screens_changed)
        self._publish_screens()

    def forget(self) -> None:
        """Drop the windows before the engine deletes them."""
        self._settling.stop()
        if self._stage is not None and self._console is not None:
            app = QGuiApplication.instance()
            assert isinstance(app, QGuiApplication)
            app.screenRemoved.disconnect(self._screen_removed)
            app.screenAdded.disconnect(self._screen_added)
            self._console.screenChanged.disconnect(self._screens_changed)
            for screen in self._watched:
                screen.geometryChanged.disconnect(self._screens_changed)
        self._watched.clear()
        self._console = self._stage = None

    def show_console(self, size: tuple[int, int] | None) -> None:
        """Show the console in the given size, else as large as is comfortable on its screen."""
        console = self._console
        if console is None:
            return
        room = console.screen().availableSize()
        wanted = QSize(*size) if size else _CONSOLE_SIZE.boundedTo(room)
        if room.width() < console.minimumWidth() or room.height() < console.minimumHeight():
            # Better fit the screen than cut off the window's foot.
            console.setMinimumSize(QSize(min(1024, room.width()), min(600, room.height())))
        console.resize(wanted)
        console.show()
        console.requestActivate()

    def second_screen(self) -> QScreen | None:
        """The screen for the stage: the wanted one, else one without the console."""
        if self._console is None:
            return None
        others = screen_choice.others(self._console.screen())
        return screen_choice.choose(others, self._wanted, self._on, any_other=self.goes_on)

    def waits_for_screen(self) -> bool:
        """Whether the wanted screen is missing; the stage then stays closed."""
        return bool(self._wanted) and self.second_screen() is None

    def open_stage(self, size: tuple[int, int] | None = None) -> None:
        """Show the stage: full screen on the second screen, else as a window."""
        stage = self._stage
        if stage is None:
            return
        screen = self.second_screen()
        if screen is not None and size is None:
            self._fill(stage, screen)
        else:
            self._on = None
            stage.resize(QSize(*size) if size else _STAGE_SIZE)
            stage.show()
        self._publish_stage_state(stage)

    def _fill(self, stage: QQuickWindow, screen: QScreen) -> None:
        stage.setScreen(screen)
        stage.setGeometry(screen.geometry())
        stage.showFullScreen()
        self._on = ScreenId.of(screen)

    @Slot()
    def toggleStage(self) -> None:
        """Open or close the stage (its key and button)."""
        if self._stage is None:
            return
        if self.stageOpen:
            self._stage.hide()
            self.stageClosed()
        else:
            self.open_stage()

    @property
    def is_stage_full_screen(self) -> bool:
        """Whether the stage fills its screen."""
        stage = self._stage
        if stage is None or not self.stageOpen:
            return False
        return bool(stage.windowStates() & Qt.WindowState.WindowFullScreen)

    @Slot()
    def toggleFullScreen(self) -> None:
        """Toggle the stage's full screen; opens the stage if it was closed."""
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
        self._publish_stage_state(stage)

    @Slot(str)
    def chooseScreen(self, name: str) -> None:
        """Put the stage on the screen of this name, now and whenever it opens; empty: on any
        without the console."""
        self._wanted = name
        self.set_properties({"stageScreen": name})
        self._on = None
        if self.waits_for_screen():
            self._projector_lost()
        else:
            self.open_stage()
            if self._console is not None:
                self._console.requestActivate()
        self._publish_screens()

    def use_screen(self, name: str) -> None:
        """The settings name another screen: an open stage moves there, a closed one stays
        closed."""
        if self.stageOpen or self.stageLost:
            self.chooseScreen(name)
        else:
            self._wanted, self._on = name, None
            self.set_properties({"stageScreen": name})
            self._publish_screens()

    def use_lost(self, what: str) -> None:
        """The settings say what happens when the named screen is gone: ``wait`` or ``next``."""
        self.goes_on = what == "next"
        self._screens_changed()

    @Slot()
    def stageClosed(self) -> None:
        """The stage was closed, by its key or by the window system."""
        self._on = None
        self.set_properties({"stageOpen": False, "stageText": "", "stageLost": False})
        self._publish_screens()

    # ---- screens come and go ---------------------------------------------------------------

    def _watch(self, screen: QScreen) -> None:
        if screen not in self._watched:
            self._watched.append(screen)
            screen.geometryChanged.connect(self._screens_changed)

    def _screen_removed(self, screen: QScreen) -> None:
        if screen in self._watched:
            self._watched.remove(screen)
            screen.geometryChanged.disconnect(self._screens_changed)
        # Qt would put the stage over the console: better no stage than no console.
        if self._filled_screen() is None:
            self._projector_lost()
        self._screens_changed()

    def _screen_added(self, screen: QScreen) -> None:
        self._watch(screen)
        if self.stageLost and self.second_screen() is not None:
            self._projector_returned()
        self._screens_changed()

    def _screens_changed(self, *_: Any) -> None:
        self._settling.start()

    def _place_windows(self) -> None:
        """After screens changed: put the windows where they belong."""
        stage = self._stage
        if stage is None or self._console is None:
            return
        screen = self._filled_screen()
        if self.stageOpen and self._on is not None:
            if screen is None:
                self._projector_lost()
            elif stage.screen() is not screen or stage.geometry() != screen.geometry():
                # Another resolution, or Qt moved it: fill its screen again.
                self._fill(stage, screen)
                self._publish_stage_state(stage)
        if self.stageLost and self.second_screen() is not None:
            self._projector_returned()
        self._publish_screens()

    def _filled_screen(self) -> QScreen | None:
        """The screen that the stage belongs on while it fills one; None when it is gone."""
        screen = self.second_screen()
        if self._on is None or screen is None:
            return screen
        return screen if self._on.is_same(ScreenId.of(screen)) else None

    def _projector_lost(self) -> None:
        if self._stage is None or (self._on is None and not self.waits_for_screen()):
            return
        self._stage.hide()
        self.set_properties({"stageOpen": False, "stageText": "", "stageLost": True})
        if self._console is not None:
            self._console.requestActivate()

    def _projector_returned(self) -> None:
        self.open_stage()
        if self._console is not None:
            self._console.requestActivate()

    def _publish_screens(self) -> None:
        stage = self._stage
        console = None if self._console is None else self._console.screen()
        on = stage.screen() if stage is not None and self.stageOpen else None
        self.set_properties({"screens": screen_choice.rows(console, on, self._wanted)})

    def retranslate(self) -> None:
        """Update all texts in another language."""
        if self._stage is not None and self.stageOpen:
            self._publish_stage_state(self._stage)

    def note_stage(self, economy: int, *, may_sleep: bool) -> None:
        """What the health line says of the stage: how much it saves, and that nothing keeps its
        screen awake."""
        if (economy, may_sleep) != self._notes:
            self._notes = economy, may_sleep
            self.retranslate()

    def _notes_text(self) -> str:
        economy, may_sleep = self._notes
        text = ""
        if economy:
            text += ", " + translate("Health", "saves frames (%1)").replace("%1", str(economy))
        if may_sleep:
            text += ", " + translate("Health", "the screen may sleep")
        return text

    def _publish_stage_state(self, stage: QQuickWindow) -> None:
        name = ""
        if self._on is not None and stage.screen() is not None:
            screen = stage.screen()
            name = clean(screen.model() or screen.name(), 40)
            size = screen.size()
            text = translate("Health", "stage on %1 %2\u00d7%3")
            text = text.replace("%1", name).replace("%2", str(size.width()))
            text = text.replace("%3", str(size.height()))
        else:
            text = translate("Health", "stage in a window")
        text += self._notes_text()
        self.set_properties(
            {"stageOpen": True, "stageText": text, "stageName": name, "stageLost": False}
        )
        self._publish_screens()

    def wait_for_screen(self) -> None:
        """At the start: show that the wanted screen is missing."""
        if self.waits_for_screen():
            self.set_properties({"stageLost": True})
