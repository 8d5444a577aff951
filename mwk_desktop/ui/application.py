"""Runs the windows: one Qt application, two windows, one clock that pulls the newest snapshot.

Everything here runs on the main thread. The show runs elsewhere: ``snapshot()`` gives its newest
value without waiting, ``send()`` hands a command over without waiting, and nothing ever pushes
into the windows.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Callable
from typing import Any

from mwk_desktop.frame_pacing import FramePacer
from mwk_desktop.messages import message, render
from mwk_desktop.show.audience_snapshot import audience_snapshot
from mwk_desktop.show.stage_state import StageMoment
from mwk_desktop.ui.assets import QML_DIR, use_own_assets
from mwk_desktop.ui.display import prepare_graphics
from mwk_desktop.ui.frame_clock import FrameClock
from mwk_desktop.ui.ui_options import UiOptions


def run_windows(
    show: Any,
    *,
    settings: UiOptions,
    pacer: FramePacer | None = None,
    on_ready: Callable[[], None] | None = None,
) -> int:
    """Open the windows and run until they are closed.

    Parameters
    ----------
    show
        Has ``snapshot() -> Snapshot`` and ``send(command) -> None``; neither may wait.
    settings
        How the windows start.
    pacer
        Notified of each frame drawn, so that worker threads yield to the next frame.
    on_ready
        Called once, after the console's first frame is on the screen.

    Returns
    -------
    int
        The exit code: 0, or 1 when the windows could not be made.
    """
    prepare_graphics(os.environ, settings.scale)
    from PySide6.QtGui import QGuiApplication

    running = QGuiApplication.instance()
    app = running or QGuiApplication(sys.argv[:1])
    assert isinstance(app, QGuiApplication)
    app.setApplicationName("Music with Kafka")
    app.setQuitOnLastWindowClosed(False)
    try:
        return _run(app, AppWindows(show, settings, pacer), settings, on_ready)
    finally:
        if running is None:
            # Now, while Qt can call nothing any more, not at some moment of Python's exit.
            gc.collect()
            app.shutdown()


def _run(
    app: Any, windows: AppWindows, settings: UiOptions, on_ready: Callable[[], None] | None
) -> int:
    """Run until the windows are closed or a signal comes; only the application is left then."""
    # Before the windows are made: Qt swallows what a handler raises while it reads a property. The
    # handler stays until everything is closed: a second signal must not interrupt that. Python runs
    # it only between its own steps, which the pull timer provides.
    before = {
        number: signal.signal(number, lambda *_: windows.leave())
        for number in (signal.SIGINT, signal.SIGTERM)
    }
    try:
        if not windows.load():
            return 1
        # Not quit(): it asks every window to close while it walks the list of windows, and closing
        # the console asks to leave again. That crashed about one exit in ten.
        windows.open(on_ready, lambda: app.exit(0))
        if settings.exit_after_s is not None:
            windows.leave_after(settings.exit_after_s)
        app.exec()
    finally:
        windows.close()
        for number, handler in before.items():
            signal.signal(number, handler)
    return windows.exit_code


class AppWindows:
    """Engine, view-models and windows; made, opened and closed in the one safe order."""

    def __init__(self, show: Any, settings: UiOptions, pacer: FramePacer | None = None) -> None:
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtQml import QQmlEngine

        from mwk_desktop.ui.console.console_view import ConsoleView
        from mwk_desktop.ui.console.drop_view import DropView
        from mwk_desktop.ui.console.tour_view import TourView
        from mwk_desktop.ui.language_switch import Translations
        from mwk_desktop.ui.pages.pages_view import PagesView
        from mwk_desktop.ui.qml_types import register_views
        from mwk_desktop.ui.stage.stage_view import StageView
        from mwk_desktop.ui.stage_companion import StageCompanion
        from mwk_desktop.ui.window_placement import WindowsView

        self.show = show
        self.exit_code = 0
        self._settings = settings
        self._quit: Callable[[], None] = lambda: None
        use_own_assets()
        register_views()
        self._translations = Translations()
        self._use_language(settings.language)
        language = self._translations.language
        self.console = ConsoleView(
            show,
            visual_offset_ms=settings.visual_offset_ms,
            language=language,
            platform=QGuiApplication.platformName(),
            on_open_recording=settings.on_open_recording,
            own_keys=settings.keys,
            escape_leaves_full_screen=settings.escape_leaves_full_screen,
            recordings_dir=settings.recordings_dir,
        )
        if settings.console_link is not None:
            self.console.note_hands_in(settings.console_link.hands)
        self.console.show_pictures(settings.pictures)
        self.drop = DropView(self.console, show.snapshot)
        self.stage = StageView(
            show.snapshot,
            visual_offset_ms=settings.visual_offset_ms,
            pictures=settings.pictures,
            language=language,
            second_language=settings.stage_second_language,
            reduced_motion=settings.reduced_motion,
        )
        self.windows = WindowsView(settings.stage_screen, goes_on=settings.stage_goes_on)
        self.tour = TourView(settings.tour, settings.on_tour_over)
        self.companion = StageCompanion(
            self.console, self.stage, self.windows, keeps_awake=settings.keep_awake
        )
        self.companion.use_black(settings.stage_black)
        self.companion.use_picture(settings.stage_picture)
        self.console.use_escape(held=settings.escape_held)
        self.pages = PagesView(
            show.send,
            language=language,
            reduced_motion=settings.reduced_motion,
            at_once={
                "audio.visual_offset_ms": self._set_visual_offset,
                "ui.language": self.change_language,
                "ui.stage_screen": self.windows.use_screen,
                "ui.stage_second_language": self.stage.show_second_language,
                "ui.stage_lost": self.windows.use_lost,
                "ui.escape_held": lambda text: self.console.use_escape(held=text == "true"),
                "stage.black": self.companion.use_black,
                "stage.picture": self.companion.use_picture,
            },
            show_on_stage=lambda: self.console.showOnStage("sql"),
            screens=lambda: self.windows.screens,
            use_keys=self.console.use_keys,
        )
        self.windows.screensChanged.connect(self.pages.show_screens)
        console, stage = self.console, self.stage
        views: list[Any] = [console, console.feed, console.files, console.outputs]
        views += [console.crowd, console.audience, console.sound_folders]
        views += [console.silence, console.queue, console.leave, console.talk, self.tour]
        views += [console.cue, console.ceiling, self.drop]
        for view in (*views, stage, *self.pages.views, self.windows):
            # QML must never own what Python made.
            QQmlEngine.setObjectOwnership(view, QQmlEngine.ObjectOwnership.CppOwnership)
        self.engine: Any = None
        self.console_window: Any = None
        self.stage_window: Any = None
        self._frames = FrameClock(self.pull, self.stage.tick, pacer)
        self.stage.on_frame = self._frames.stage_frame
        self._leaving: Any = None
        self._is_leaving = False

    def load(self) -> bool:
        """Make both windows, hidden; False when the QML could not be loaded."""
        from PySide6.QtQml import QQmlApplicationEngine

        from mwk_desktop.ui.pictures.picture_cache import PROVIDER
        from mwk_desktop.ui.pictures.picture_provider import PictureProvider
        from mwk_desktop.ui.stage.how_to_vote import CODE_PROVIDER
        from mwk_desktop.ui.stage_picture import STAGE_PROVIDER

        self.engine = QQmlApplicationEngine()
        self.engine.addImportPath(str(QML_DIR))
        self.engine.addImageProvider(CODE_PROVIDER, self.stage.code)
        self.engine.addImageProvider(STAGE_PROVIDER, self.companion.picture)
        if self._settings.pictures is not None:
            self.engine.addImageProvider(PROVIDER, PictureProvider(self._settings.pictures))
        self.engine.setInitialProperties(
            {
                "view": self.console,
                "feed": self.console.feed,
                "files": self.console.files,
                "outputs": self.console.outputs,
                "crowd": self.console.crowd,
                "audience": self.console.audience,
                "soundFolders": self.console.sound_folders,
                "silence": self.console.silence,
                "queue": self.console.queue,
                "leave": self.console.leave,
                "drop": self.drop,
                "talk": self.console.talk,
                "ceiling": self.console.ceiling,
                "cue": self.console.cue,
                "tour": self.tour,
                "windows": self.windows,
                "pages": self.pages,
                "reducedMotion": self._settings.reduced_motion,
            }
        )
        self.engine.loadFromModule("Mwk.Console", "ConsoleWindow")
        self.engine.setInitialProperties(
            {
                "view": self.console,
                "stage": self.stage,
                "windows": self.windows,
            }
        )
        self.engine.loadFromModule("Mwk.Stage", "StageWindow")
        roots = self.engine.rootObjects()
        if len(roots) != 2:
            return False
        self.console_window, self.stage_window = roots
        self.windows.adopt(self.console_window, self.stage_window)
        return True

    def open(self, on_ready: Callable[[], None] | None, quit_: Callable[[], None]) -> None:
        """Show the windows and start pulling."""
        self._quit = quit_
        self.console.stageAsked.connect(self.windows.toggleStage)
        self.console.fullScreenAsked.connect(self.windows.toggleFullScreen)
        self.console.leave.leaveAsked.connect(quit_)
        self._call_when_ready(on_ready)
        self.pull()
        self.windows.show_console(self._settings.console_size)
        pictured = self._settings.screenshot is not None
        if pictured:
            self.windows.open_stage(self._settings.stage_size or (1920, 1080))
        elif self._settings.stage or self.windows.second_screen() is not None:
            self.windows.open_stage(self._settings.stage_size)
            self.console_window.requestActivate()
        else:
            self.windows.wait_for_screen()
        self._frames.start()

    def _call_when_ready(self, on_ready: Callable[[], None] | None) -> None:
        """Call it once the console's first frame is on the screen."""
        from PySide6.QtCore import Qt

        def ready() -> None:
            # Not before the first frame: asking the desktop takes a moment, in which the window
            # would be black.
            self.companion.begin()
            if on_ready is not None:
                on_ready()

        window, waiting = self.console_window, [ready]

        def once() -> None:
            if waiting:
                # Each later frame would wait here for the interpreter in a flood.
                window.frameSwapped.disconnect(link)
                waiting.pop()()

        # frameSwapped may come from the render thread; the callback must not run there.
        link = window.frameSwapped.connect(once, Qt.ConnectionType.QueuedConnection)

    def pull(self) -> None:
        """Show the newest snapshot."""
        if self._is_leaving:
            self._quit()
        self._serve_other_controls()
        snapshot = self.console.pull()
        self.pages.show_snapshot(snapshot)
        self.tour.show_snapshot(snapshot)
        self.drop.show_snapshot(snapshot)
        if self.windows.stageOpen:
            self.stage.show_snapshot(audience_snapshot(snapshot))
            if self.stage.moment != StageMoment.BLACK:
                self.stage.tick()
        self.companion.follow(self.stage_window)

    def _serve_other_controls(self) -> None:
        """Tell MIDI, OSC and phones about the windows, and do what they asked of them."""
        console, link = self.console, self._settings.console_link
        console.stage_open = self.windows.stageOpen
        console.stage_full_screen = self.windows.is_stage_full_screen
        if link is None:
            return
        for request in link.fetch_requests():
            console.carry_out(request)
        link.publish(console.state())

    def _use_language(self, wanted: str) -> bool:
        changed = self._translations.use(wanted)
        if self._translations.problem:
            print(f"mwk: {self._translations.problem}", file=sys.stderr)
        return changed

    def change_language(self, wanted: str) -> None:
        """Switch both windows to another language; empty: the system's."""
        if not self._use_language(wanted):
            return
        language = self._translations.language
        self.engine.retranslate()
        self.console.retranslate(language)
        self.stage.retranslate(language)
        self.pages.retranslate(language)
        self.tour.retranslate()
        self.windows.retranslate()

    def _set_visual_offset(self, text: str) -> None:
        """Change the delay of the visible beat."""
        offset_ms = float(text or 0)
        self.console.visual_offset_ms = offset_ms
        self.stage.visual_offset_ms = offset_ms

    def leave(self) -> None:
        """End the event loop, or at the next pull if it has not begun yet (an early signal)."""
        self._is_leaving = True
        self._quit()

    def leave_after(self, seconds: float) -> None:
        """After ``seconds``, save the requested screenshots and leave."""
        from PySide6.QtCore import QTimer

        self._leaving = QTimer()
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(self.save_and_quit)
        self._leaving.start(round(seconds * 1000))

    def save_and_quit(self) -> None:
        """Save the requested screenshots and leave."""
        target = self._settings.screenshot
        if target is not None:
            stage_file = target.with_name(f"{target.stem}-stage{target.suffix}")
            for window, path in ((self.console_window, target), (self.stage_window, stage_file)):
                with contextlib.suppress(OSError):  # then saving fails, too
                    path.parent.mkdir(parents=True, exist_ok=True)
                if not window.grabWindow().save(str(path)):
                    problem = message("{path}: the picture cannot be written", path=str(path))
                    print(f"mwk: {render(problem, self._translations.language)}", file=sys.stderr)
                    self.exit_code = 1
        self._quit()

    def close(self) -> None:
        """Close everything: timers, windows, engine, then the models.

        Each window is hidden and its native window destroyed while Qt still runs, so that no event
        of the window system reaches a half-deleted one. Deferred deletions are carried out before
        the next step.
        """
        from PySide6.QtCore import QCoreApplication, QEvent

        self._frames.stop()
        if self._leaving is not None:
            self._leaving.stop()
            self._leaving = None
        self.pages.leave()
        self.console.silence.close()
        self.console.leave.close()
        if self._settings.console_link is not None:
            self._settings.console_link.windows_closed()
        self.companion.end()
        self.windows.forget()
        for window in (self.stage_window, self.console_window):
            if window is not None:
                window.hide()
                window.destroy()
        self.console_window = self.stage_window = None
        QCoreApplication.sendPostedEvents()
        if self.engine is not None:
            import shiboken6

            shiboken6.delete(self.engine)
            self.engine = None
        if self._settings.pictures is not None:
            self._settings.pictures.close()
        self._translations.leave()
        gc.collect()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
