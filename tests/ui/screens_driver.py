"""Both windows on a display whose screens come and go; run by ``test_screens_xorg.py``.

``python screens_driver.py SCENARIO``: drives xrandr and the windows, prints ``ok`` when all was as
it should be.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

import pages_state
from fake_show import FakeShow

LAPTOP, PROJECTOR, OTHER = "DUMMY0", "DUMMY1", "DUMMY2"


def xrandr(*words: str) -> None:
    subprocess.run(["xrandr", *words], check=True, timeout=60)


def plug(name: str, mode: str = "1280x720", after: str = LAPTOP) -> None:
    xrandr("--output", name, "--mode", mode, "--right-of", after)


def unplug(name: str) -> None:
    xrandr("--output", name, "--off")


class Evening:
    """The windows under test."""

    def __init__(self, **options: Any) -> None:
        from PySide6.QtGui import QGuiApplication

        from mwk_desktop.ui.application import AppWindows
        from mwk_desktop.ui.ui_options import UiOptions

        self.app = QGuiApplication.instance() or QGuiApplication(["screens"])
        self.app.setQuitOnLastWindowClosed(False)
        self.all = AppWindows(FakeShow(), UiOptions(console_size=(1280, 800), **options))
        assert self.all.load()
        self.all.open(None, self.app.quit)
        self.view = self.all.windows

    def until(self, what: Callable[[], bool], told: str) -> None:
        from PySide6.QtTest import QTest

        for _ in range(1_000):
            if what():
                return
            QTest.qWait(20)
        raise AssertionError((told, self.state()))

    def rests(self, ms: int = 600) -> None:
        from PySide6.QtTest import QTest

        QTest.qWait(ms)

    def state(self) -> dict[str, Any]:
        stage, console = self.all.stage_window, self.all.console_window
        return {
            "screens": [(s.name(), s.geometry().getRect()) for s in self.app.screens()],
            "open": self.view.stageOpen,
            "lost": self.view.stageLost,
            "text": self.view.stageText,
            "visible": stage.isVisible(),
            "stage": (stage.screen().name(), stage.geometry().getRect()),
            "console": (console.isVisible(), console.screen().name(), console.geometry().getRect()),
        }

    def fills(self, name: str) -> bool:
        screen = next((s for s in self.app.screens() if s.name() == name), None)
        stage = self.all.stage_window
        return (
            screen is not None
            and self.view.stageOpen
            and not self.view.stageLost
            and stage.isVisible()
            and stage.screen() is screen
            and stage.geometry() == screen.geometry()
        )

    def lost(self) -> bool:
        return (
            self.view.stageLost
            and not self.view.stageOpen
            and not self.all.stage_window.isVisible()
        )

    def console_stands(self) -> None:
        console = self.all.console_window
        assert console.isVisible(), self.state()
        assert console.screen().name() == LAPTOP, self.state()
        assert (console.width(), console.height()) == (1280, 800), self.state()

    def count(self, number: int) -> None:
        self.until(lambda: len(self.app.screens()) == number, f"{number} screens")

    def close(self) -> None:
        self.all.close()


def unplugged() -> None:
    """The projector is unplugged and back, twice, the second time with another resolution."""
    plug(PROJECTOR)
    evening = Evening()
    evening.until(lambda: evening.fills(PROJECTOR), "it opens on the projector")
    assert evening.view.stageText == f"stage on {PROJECTOR} 1280\u00d7720"
    for mode in ("1280x720", "1920x1080"):
        unplug(PROJECTOR)
        evening.until(evening.lost, "the projector is lost")
        evening.rests()
        assert evening.lost(), evening.state()
        evening.console_stands()
        plug(PROJECTOR, mode)
        evening.until(lambda: evening.fills(PROJECTOR), "the projector is back")
        evening.rests()
        assert evening.fills(PROJECTOR), evening.state()
        evening.console_stands()
    assert evening.all.stage_window.width() == 1920
    # Another resolution, or a window system that moves it: it fills its screen again.
    evening.all.stage_window.setGeometry(100, 100, 800, 600)
    screen = evening.all.stage_window.screen()
    screen.geometryChanged.emit(screen.geometry())
    evening.until(lambda: evening.fills(PROJECTOR), "it fills its screen again")
    evening.console_stands()
    # A stage that the presenter closed stays closed, whatever is plugged.
    evening.view.toggleStage()
    unplug(PROJECTOR)
    evening.count(1)
    plug(PROJECTOR)
    evening.count(2)
    evening.rests()
    assert not evening.view.stageOpen, evening.state()
    assert not evening.view.stageLost, evening.state()
    evening.close()


def another() -> None:
    """Where any screen will do, another projector takes the lost one's place."""
    plug(PROJECTOR)
    evening = Evening()
    evening.until(lambda: evening.fills(PROJECTOR), "it opens")
    unplug(PROJECTOR)
    evening.until(evening.lost, "lost")
    plug(OTHER, "1024x768")
    evening.until(lambda: evening.fills(OTHER), "the other one will do")
    plug(PROJECTOR, after=OTHER)
    evening.count(3)
    evening.rests()
    assert evening.fills(OTHER), evening.state()
    evening.console_stands()
    # With two to choose from, the one that is left takes over.
    unplug(OTHER)
    evening.until(lambda: evening.fills(PROJECTOR), "the one that is left")
    evening.console_stands()
    evening.close()


def chosen() -> None:
    """A screen chosen by name is waited for; the list says what there is."""
    plug(PROJECTOR)
    plug(OTHER, "1024x768", after=PROJECTOR)
    evening = Evening(stage_screen=OTHER)
    evening.until(lambda: evening.fills(OTHER), "it opens where the settings say")
    rows = {row["name"]: row for row in evening.view.screens}
    assert set(rows) == {LAPTOP, PROJECTOR, OTHER}, rows
    assert rows[LAPTOP]["console"], rows
    assert rows[OTHER]["stage"], rows
    assert rows[OTHER]["wanted"], rows
    assert rows[OTHER]["size"] == "1024\u00d7768", rows
    unplug(OTHER)
    evening.until(evening.lost, "lost, though there is another screen")
    evening.rests()
    assert evening.lost(), evening.state()
    evening.console_stands()
    evening.view.chooseScreen(PROJECTOR)
    evening.until(lambda: evening.fills(PROJECTOR), "chosen from the list")
    plug(OTHER, "1024x768", after=PROJECTOR)
    evening.count(3)
    evening.rests()
    assert evening.fills(PROJECTOR), evening.state()
    evening.view.chooseScreen(OTHER)
    evening.until(lambda: evening.fills(OTHER), "moved from screen to screen")
    evening.view.chooseScreen("nowhere")
    evening.until(evening.lost, "waits for a screen that is not there")
    evening.view.chooseScreen("")
    evening.until(lambda: evening.fills(PROJECTOR) or evening.fills(OTHER), "any will do")
    evening.console_stands()
    evening.close()


def goes_on() -> None:
    """Where the settings say so, the stage goes to another screen and returns to its own."""
    plug(PROJECTOR)
    plug(OTHER, "1024x768", after=PROJECTOR)
    evening = Evening(stage_screen=OTHER, stage_goes_on=True)
    evening.until(lambda: evening.fills(OTHER), "it opens where the settings say")
    unplug(OTHER)
    evening.until(lambda: evening.fills(PROJECTOR), "on the next one")
    evening.console_stands()
    plug(OTHER, "1024x768", after=PROJECTOR)
    evening.until(lambda: evening.fills(OTHER), "on its own again")
    unplug(PROJECTOR)
    unplug(OTHER)
    evening.until(evening.lost, "never over the console")
    evening.console_stands()
    evening.close()


def numbered() -> None:
    """Each screen's number stands on that screen, and the console keeps the keyboard."""
    plug(PROJECTOR)
    plug(OTHER, "1024x768", after=PROJECTOR)
    evening = Evening()
    evening.until(lambda: evening.fills(PROJECTOR), "it opens")
    screen = pages_state.row("ui.stage_screen", "", "screen")
    known = pages_state.workers_state(settings=pages_state.settings(screen=screen))
    evening.all.show.change(workers=known)
    settings = evening.all.pages.settings
    evening.all.pages.open("settings")
    evening.until(lambda: len(settings.groups) > 0, "the settings are there")
    titles = [group["title"] for group in settings.groups]
    settings.choose(titles.index("Windows and language"))
    evening.rests(200)
    settings.showNumbers()

    def shown() -> dict[str, str]:
        """Number -> the screen that it lies on, whole."""
        found = {}
        for window in evening.app.topLevelWindows():
            if window.objectName().startswith("screenNumber_") and window.isVisible():
                whole = [
                    s for s in evening.app.screens() if s.geometry().contains(window.geometry())
                ]
                found[window.objectName().removeprefix("screenNumber_")] = whole[0].name()
        return found

    names = [screen.name() for screen in evening.app.screens()]
    wanted = {str(number): name for number, name in enumerate(names, 1)}
    evening.until(lambda: shown() == wanted, "a number on each")
    evening.until(lambda: not shown(), "they go by themselves")
    assert evening.fills(PROJECTOR), evening.state()
    # The settings name another screen: the stage moves there at once.
    evening.view.use_screen(OTHER)
    evening.until(lambda: evening.fills(OTHER), "moved")
    settings.showNumbers()
    evening.until(lambda: shown() == wanted, "again")
    evening.close()  # with the numbers still there


def waiting() -> None:
    """A screen of the settings that is not there at the start is said, and waited for."""
    plug(PROJECTOR)
    evening = Evening(stage_screen=OTHER)
    evening.rests()
    assert evening.lost(), evening.state()
    evening.console_stands()
    plug(OTHER, after=PROJECTOR)
    evening.until(lambda: evening.fills(OTHER), "it came")
    evening.close()


if __name__ == "__main__":
    globals()[sys.argv[1]]()
    print("ok")
