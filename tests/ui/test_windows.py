"""The windows' life: screens, pictures, the end; and the way in through one function."""

from __future__ import annotations

import itertools
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fake_show import demo, empty, evening, replayed, trouble
from PySide6.QtGui import QGuiApplication, QIcon, QImage

HERE = Path(__file__).parent


def test_every_state_may_follow_every_other(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(stage=True)
    states = (evening, trouble, replayed, empty, demo)
    # A missing picture or a binding that breaks on the way is a warning, and so a failure.
    for first, then in itertools.permutations(states, 2):
        for state in (first, then):
            ui.show.set(state())
            ui.settle()
    assert ui.windows.console.pillText == "DEMO"


def test_the_projector_is_lost_and_comes_back(
    open_ui: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, qapp: Any
) -> None:
    ui = open_ui()
    windows = ui.windows.windows
    screen = QGuiApplication.primaryScreen()
    there = [screen]
    monkeypatch.setattr(windows, "second_screen", lambda: there[0] if there else None)
    windows.open_stage()
    assert windows.stageOpen
    assert windows.stageText.startswith("stage on")
    there.clear()
    qapp.screenRemoved.emit(screen)
    ui.settle()
    assert (windows.stageOpen, windows.stageLost) == (False, True)
    assert not ui.stage.isVisible()
    assert ui.console.isVisible()
    assert ui.find("stage").property("text") == "No screen"
    assert ui.find("stageHealth").property("text") == "projector lost"
    there.append(screen)
    qapp.screenAdded.emit(screen)
    ui.settle()
    assert (windows.stageOpen, windows.stageLost) == (True, False)
    assert ui.stage.isVisible()


def test_no_icon_theme_of_the_desktop_is_searched(ui: Any) -> None:
    """Each button without an icon would look for hundreds of files, at every start."""
    paths = QIcon.themeSearchPaths() + QIcon.fallbackSearchPaths()
    assert paths
    assert not [path for path in paths if not path.startswith(":")]


def test_a_stage_in_a_window_does_not_mind_screens(open_ui: Callable[..., Any], qapp: Any) -> None:
    ui = open_ui(stage=True)
    qapp.screenRemoved.emit(QGuiApplication.primaryScreen())
    ui.settle()
    assert ui.windows.windows.stageOpen
    ui.stage.close()
    ui.settle()
    assert not ui.windows.windows.stageOpen
    assert ui.find("stageHealth").property("text") == "stage closed"


def _run(tmp_path: Path, code: str, **env: str) -> subprocess.CompletedProcess[str]:
    prelude = (
        f"import sys; sys.path.insert(0, {str(HERE)!r})\n"
        "from pathlib import Path\nfrom fake_show import FakeShow, evening\n"
        "from mwk_desktop.ui.application import run_windows\n"
        "from mwk_desktop.ui.ui_options import UiOptions\n"
    )
    return _run_program(tmp_path, prelude + code, **env)


SEEN_FIRST = """
from mwk_desktop.ui import application
class SeenFirst(application.AppWindows):
    def open(self, on_ready, quit_):
        def seen():
            if on_ready is not None:
                on_ready()
            super(SeenFirst, self).leave_after(0.5)
        super().open(seen, quit_)
    def leave_after(self, seconds):
        pass
application.AppWindows = SeenFirst
"""
"""A slow machine draws its windows later than a program ends that is to end soon: here it ends soon
after they were drawn."""


def _run_program(tmp_path: Path, code: str, **env: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1]), **env},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_both_windows_are_pictured_and_the_program_ends(tmp_path: Path) -> None:
    done = _run(
        tmp_path,
        SEEN_FIRST + "ready = []\n"
        "options = UiOptions(screenshot=Path('shots/a.png'), exit_after_s=1.0,"
        " console_size=(1280, 800))\n"
        "code = run_windows(FakeShow(), settings=options, on_ready=lambda: ready.append(1))\n"
        "assert ready == [1], ready\n"
        "raise SystemExit(code)",
    )
    assert (done.returncode, done.stderr) == (0, "")
    console = QImage(str(tmp_path / "shots" / "a.png"))
    stage = QImage(str(tmp_path / "shots" / "a-stage.png"))
    assert (console.width(), console.height()) == (1280, 800)
    assert (stage.width(), stage.height()) == (1920, 1080)
    for picture in (console, stage):
        colours = {picture.pixel(x, y) for x in range(0, 1280, 7) for y in range(0, 720, 7)}
        assert len(colours) > 50


def test_a_signal_ends_the_program_without_asking_the_windows(tmp_path: Path) -> None:
    """Qt's own quit() asks each window to close on the way through their list: it crashed there."""
    done = _run(
        tmp_path,
        "import os, signal\n"
        "from mwk_desktop.ui import application\n"
        "asked = []\n"
        "class Watched(application.AppWindows):\n"
        "    def open(self, on_ready, quit_):\n"
        "        for window in (self.console_window, self.stage_window):\n"
        "            window.closing.connect(lambda *_: asked.append(1))\n"
        "        super().open(on_ready, quit_)\n"
        "application.AppWindows = Watched\n"
        "end = lambda: os.kill(os.getpid(), signal.SIGTERM)\n"
        "code = run_windows(FakeShow(), settings=UiOptions(stage=True), on_ready=end)\n"
        "assert asked == [], asked\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "assert QGuiApplication.instance() is None\n"
        "raise SystemExit(code)",
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_signal_while_the_windows_are_made_ends_the_program(tmp_path: Path) -> None:
    """Qt swallows an exception that a handler raises while QML reads a property."""
    done = _run(
        tmp_path,
        "import os, signal\n"
        "from mwk_desktop.ui import application\n"
        "class Slow(application.AppWindows):\n"
        "    def load(self):\n"
        "        os.kill(os.getpid(), signal.SIGTERM)\n"
        "        return super().load()\n"
        "application.AppWindows = Slow\n"
        "raise SystemExit(run_windows(FakeShow(), settings=UiOptions(stage=True)))",
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("target", ["a.nonsense", "file/a.png"])
def test_a_picture_that_cannot_be_written_is_said(tmp_path: Path, target: str) -> None:
    (tmp_path / "file").touch()
    done = _run(
        tmp_path,
        f"options = UiOptions(screenshot=Path('{target}'), exit_after_s=0.5)\n"
        "raise SystemExit(run_windows(FakeShow(), settings=options))",
    )
    assert done.returncode == 1
    assert f"{target}: the picture cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_stage_opens_full_screen_on_the_second_screen(tmp_path: Path) -> None:
    screens = [
        {"name": n, "x": x, "y": 0, "width": w, "height": h, "dpr": 1}
        for n, x, w, h in (("laptop", 0, 1440, 900), ("projector", 1440, 1920, 1080))
    ]
    for screen in screens:
        screen |= {"logicalDpi": 96, "logicalBaseDpi": 96}
    (tmp_path / "screens.json").write_text(json.dumps({"screens": screens}))
    done = _run(
        tmp_path,
        SEEN_FIRST + "from mwk_desktop.ui.application import AppWindows\n"
        "seen = []\n"
        "save = AppWindows.save_and_quit\n"
        "def look(self):\n"
        "    w = self.stage_window\n"
        "    seen.append((w.isVisible(), w.screen().name(), w.width(), w.height()))\n"
        "    save(self)\n"
        "AppWindows.save_and_quit = look\n"
        "run_windows(FakeShow(), settings=UiOptions(exit_after_s=0.7))\n"
        "print(*seen[0])",
        QT_QPA_PLATFORM=f"offscreen:configfile={tmp_path / 'screens.json'}",
    )
    assert done.stdout.split() == ["True", "projector", "1920", "1080"], done.stderr
