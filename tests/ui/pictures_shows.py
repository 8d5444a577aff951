"""The shows whose pictures are taken, and the camera inside the real program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

SIZES = ((1280, 800), (1920, 1080))
STAGE_SIZES = (*SIZES, (1024, 768))
LARGEST = (3840, 2160)
NAMES = {"console-live": "console", "stage-playing": "stage"}
"""The two that the first page shows have short names."""
SERVERS_VARIABLE = "PICTURES_SERVERS"


Step = Iterator[float]


class Camera:
    """Hands and eyes on the open windows; steps are generators that yield seconds to wait."""

    def __init__(self, windows: Any, folder: Path) -> None:
        self.windows = windows
        self._folder = folder

    @property
    def snapshot(self) -> Any:
        return self.windows.show.snapshot()

    def send(self, command: Any) -> None:
        self.windows.show.send(command)

    def key(self, name: str) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.keyClick(self.windows.console_window, getattr(Qt.Key, f"Key_{name}"))

    def click(self, name: str) -> None:
        from PySide6.QtCore import QPointF, Qt
        from PySide6.QtTest import QTest

        window = self.windows.console_window
        item = next(item for item in _walk(window.contentItem()) if item.objectName() == name)
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, none, middle)

    def until(self, what: Callable[[], bool], most_s: float) -> Step:
        """Wait for something that is to happen."""
        end = time.monotonic() + most_s
        while not what():
            if time.monotonic() > end:
                raise RuntimeError("what the picture is to show did not happen")
            yield 0.05

    def in_window(self, share: float) -> Step:
        """Wait for a place in the window of votes: most of its bars stand then."""
        for wanted in (False, True):

            def there(wanted: bool = wanted) -> bool:
                snapshot = self.snapshot
                gone = 1 - snapshot.window.remaining_ms / snapshot.window_ms
                return (share <= gone < share + 0.2) is wanted

            if wanted or not there(True):
                yield from self.until(there, 40)

    def shot(
        self,
        *names: str,
        each: Callable[[], Step] | None = None,
        sizes: Any = SIZES,
        moving: bool = False,
    ) -> Step:
        """Picture windows (``console-...``, ``stage-...``) at every size.

        ``each`` happens before each picture. Unless ``moving``, rows that overtake each other jump:
        a picture holds no half of a movement.
        """
        from tests.ui import pictures_png

        self.windows.pages.set_properties({"reducedMotion": not moving})
        for width, height in sizes:
            for window in (self.windows.console_window, self.windows.stage_window):
                if width >= window.minimumWidth():
                    window.resize(width, height)
            yield 1.0
            if each is not None:
                yield from each()
            for name in names:
                console = name.startswith("console")
                window = self.windows.console_window if console else self.windows.stage_window
                file = self._folder / f"{NAMES.get(name, name)}-{width}x{height}.png"
                pictures_png.save(window.grabWindow(), file)
                print(f"{file.name}: {file.stat().st_size // 1000} kB", flush=True)


def _walk(item: Any) -> Iterator[Any]:
    yield item
    for child in item.childItems():
        yield from _walk(child)


def demo(camera: Camera) -> Step:
    """The demo, what hands do, the pages, the audience's page, French, and a lost sound card."""
    from mwk_desktop.show import commands as ask

    console, pages = camera.windows.console, camera.windows.pages
    yield from camera.until(lambda: camera.snapshot.scene_number >= 2, 90)
    yield from camera.in_window(0.6)
    yield from camera.shot("console-first-run")
    console.dismissFirstRun()
    yield from camera.shot("console-demo", "stage-playing", sizes=(*SIZES, LARGEST), moving=True)
    yield from stage_moments(camera)
    for key in ("4", "4", "8", "Space"):
        camera.key(key)
        yield 0.2
    camera.send(ask.NextVariation("lead_bass"))
    yield from camera.in_window(0.4)
    yield from camera.shot("console-hold")
    camera.key("Space")
    camera.send(ask.SetMute("melody", True))
    camera.send(ask.SetGain("pad", 0.5))
    playing = [strip.instrument for strip in camera.snapshot.strips if strip.now]
    camera.send(ask.SetSolo(playing[0], True))
    camera.key("R")
    yield 6
    yield from camera.shot("console-recording")
    camera.key("R")
    camera.send(ask.SetSolo(playing[0], False))
    camera.send(ask.SetMute("melody", False))

    def panic() -> Step:
        if camera.snapshot.panic:
            yield from camera.until(lambda: camera.snapshot.panic == "silent", 10)
            camera.send(ask.Resume())
            yield from camera.until(lambda: not camera.snapshot.panic, 10)
            yield 1.5
        camera.key("Escape")
        yield from camera.until(lambda: camera.snapshot.panic == "fading", 5)
        yield 0.1

    yield from camera.shot("console-panic", each=panic)
    yield 3
    camera.send(ask.Resume())
    yield from camera.until(lambda: not camera.snapshot.panic, 10)
    yield 2
    camera.key("W")
    yield 4
    yield from camera.shot("stage-winner", moving=True)
    camera.key("W")
    pages.open("checks")
    yield from camera.until(lambda: pages.checks.rows and not pages.checks.running, 60)
    yield from camera.shot("console-checks")
    pages.open("connect")
    pages.connect_.test()
    yield from camera.until(lambda: pages.connect_.tested, 30)
    yield from camera.shot("console-connect", sizes=SIZES[:1])
    pages.open("query")
    yield 0.5
    camera.click("query_3")
    yield from camera.until(lambda: pages.query.columns, 30)
    yield 4
    yield from camera.shot("console-sql")
    pages.close()
    camera.key("Q")
    yield from camera.shot("stage-sql", sizes=STAGE_SIZES, moving=True)
    camera.key("Q")
    pages.open("settings")
    yield from camera.shot("console-settings", sizes=SIZES[:1])
    pages.close()
    camera.windows.console.audience.toggleServe()
    yield from camera.until(lambda: camera.windows.stage.pageServed, 20)
    if not camera.windows.stage.pageOpen:
        camera.windows.console.audience.toggleVoting()
    yield from camera.until(lambda: camera.windows.stage.pageOpen, 20)
    yield from camera.in_window(0.6)
    yield from camera.shot("stage-page", moving=True)
    camera.key("J")
    yield from camera.shot("stage-join", sizes=STAGE_SIZES, moving=True)
    camera.key("J")
    camera.windows.change_language("fr")
    yield 1
    french = ("console-french", "stage-french")
    yield from camera.shot(*french, sizes=(SIZES[0], LARGEST), moving=True)
    camera.windows.change_language("en")
    os.kill(int(os.environ["PICTURES_JACK"]), signal.SIGKILL)
    yield from camera.until(lambda: camera.snapshot.engine.device_missing, 30)
    yield 2
    yield from camera.shot("console-no-device")


def stage_moments(camera: Camera) -> Step:
    """The stage around a lock, then what its keys show."""

    def at(seconds: float) -> Callable[[], Step]:
        def there() -> bool:
            left_s = camera.snapshot.window.remaining_ms / 1000
            return seconds - 0.4 <= left_s < seconds

        return lambda: camera.until(there, 40)

    for name, left_s in (("last", 3.0), ("reveal", 27.8), ("leaders", 22.0)):
        each = at(left_s)
        yield from camera.shot(f"stage-{name}", each=each, sizes=STAGE_SIZES, moving=True)
    for key, name in (("T", "messages"), ("B", "black"), ("B", "logo")):
        camera.key(key)
        yield 1
        if name != "black":
            yield from camera.shot(f"stage-{name}", sizes=STAGE_SIZES, moving=True)
    camera.key("V")
    camera.key("E")
    camera.key("E")
    yield 3
    yield from camera.shot("stage-end", sizes=STAGE_SIZES, moving=True)
    camera.key("V")


def live(camera: Camera) -> Step:
    """A live show: an empty chart, a crowd, and a broker that dies."""
    servers = os.environ[SERVERS_VARIABLE]
    yield from camera.until(lambda: camera.snapshot.source.state == "connected", 30)
    yield from camera.until(lambda: bool(camera.snapshot.feed), 30)
    yield 2
    yield from camera.shot("stage-empty", moving=True)
    command = [sys.executable, "-m", "mwk_desktop", "crowd", "--bootstrap-servers", servers]
    command += ["--rate", "12", "--users", "421", "--profile", "swing", "--seed", "5"]
    with subprocess.Popen([*command, "--exit-after", "120"], stdout=subprocess.DEVNULL) as crowd:
        yield from camera.until(lambda: camera.snapshot.scene_number >= 2, 120)
        yield from camera.in_window(0.6)
        yield from camera.shot("console-live")
        broker = int((Path(os.environ["PICTURES_BROKER"]) / "broker.pid").read_text())
        os.kill(broker, signal.SIGKILL)
        yield from camera.until(lambda: camera.snapshot.source.state not in ("connected",), 30)
        yield 14  # after eight seconds, on a bar line, the stage grows calm
        yield from camera.shot("console-lost", "stage-lost", moving=True)
        crowd.kill()


def spare(camera: Camera) -> Step:
    """The second of two laptops: it follows, then it takes the show over."""

    def other() -> Any:
        return camera.snapshot.workers.spare

    yield from camera.until(lambda: other() is not None and other().music_ms is not None, 60)
    yield from camera.until(lambda: camera.snapshot.scene_number >= 2, 120)
    yield from camera.in_window(0.6)
    yield 4
    yield from camera.shot("console-follows", sizes=SIZES[:1])
    camera.click("bannerTakeOver")
    yield from camera.until(lambda: other().role == "main", 20)
    yield from camera.until(lambda: 0 <= other().other_age_ms < 500, 30)
    yield 3
    yield from camera.shot("console-main", sizes=SIZES[:1])


def replay(camera: Camera) -> Step:
    """A recording of an evening, in its middle."""
    from mwk_desktop.show import commands as ask

    yield from camera.until(lambda: camera.snapshot.transport.running, 60)
    camera.send(ask.Scrub(19 * 60_000 + 2_000))
    yield 2
    yield from camera.until(lambda: not camera.snapshot.replay.scrubbing, 60)
    yield from camera.in_window(0.6)
    yield from camera.shot("console-replay")


def tie(camera: Camera) -> Step:
    """Two who wrote the same number of messages."""
    yield from camera.until(lambda: camera.snapshot.counts.tweets >= 60, 60)
    camera.key("W")
    yield 4
    yield from camera.shot("stage-tie", moving=True)


def controllers(camera: Camera) -> Step:
    """A MIDI controller on the JACK server: its page, and ghosts at the strips."""
    from mwk_desktop.show import commands as ask
    from tests.controls.stands import JackDevice

    device = JackDevice(os.environ["JACK_DEFAULT_SERVER"], "nanoKONTROL2")

    def known() -> Any:
        return camera.snapshot.workers.controllers

    try:
        yield from camera.until(lambda: known() is not None and bool(known().rows), 30)
        camera.windows.console.dismissFirstRun()
        camera.windows.tour.close()
        yield from camera.until(lambda: camera.snapshot.scene_number >= 2, 90)
        # Faders from their strips' place, 0 dB, to others; filters and buttons.
        for number, wanted in enumerate((102, 94, 110, 87, 102, 78, 106, 99)):
            for value in (102, *range(102, wanted, 1 if wanted > 102 else -1), wanted):
                device.send(f"b0 {number:02x} {value:02x}")
            yield 0.2
        for data in ("b0 10 2c", "b0 14 58", "b0 34 7f", "b0 34 00", "b0 21 7f", "b0 21 00"):
            device.send(data)
            yield 0.2
        device.send("b0 21 7f", "b0 21 00")  # the solo is over
        yield 0.2
        device.send("b0 5a 7f", "b0 05 4e")  # one that no map has, then a fader again
        camera.windows.pages.open("controllers")
        yield 1
        yield from camera.shot("console-controllers", sizes=SIZES[:1])
        camera.windows.pages.close()
        # The strips are moved on the screen: the hardware stays where it is.
        for name, gain in (("heavy_bass", 0.25), ("melody", 1.6), ("synth", 0.35)):
            camera.send(ask.SetGain(name, gain))
        yield 1
        for number, value in ((1, 93), (4, 101), (6, 105)):
            device.send(f"b0 {number:02x} {value:02x}")
        yield from camera.until(lambda: len(known().ghosts) >= 3, 10)
        yield from camera.in_window(0.6)
        yield from camera.shot("console-ghost", sizes=SIZES[:1])
    finally:
        device.unplug()


STEPS = {
    "demo": demo,
    "controllers": controllers,
    "live": live,
    "spare": spare,
    "replay": replay,
    "tie": tie,
}


def run(name: str, folder: Path, arguments: list[str]) -> int:
    """One show of the real program, with a camera on its windows."""
    from PySide6.QtCore import QTimer

    from mwk_desktop.__main__ import main as mwk
    from mwk_desktop.ui import application

    failed: list[BaseException] = []

    class Pictured(application.AppWindows):
        def open(self, on_ready: Any, quit_: Callable[[], None]) -> None:
            super().open(on_ready, quit_)
            todo = STEPS[name](Camera(self, folder))

            def go_on() -> None:
                try:
                    QTimer.singleShot(round(next(todo) * 1000), go_on)
                except StopIteration:
                    quit_()
                except BaseException as error:
                    failed.append(error)
                    quit_()

            QTimer.singleShot(500, go_on)

        def __init__(self, show: Any, settings: Any, *more: Any) -> None:
            sized = {"console_size": SIZES[0], "stage_size": SIZES[0], "stage": True}
            super().__init__(show, replace(settings, **sized), *more)

    application.AppWindows = Pictured  # type: ignore[misc]
    sys.argv = ["mwk", *arguments]
    code = mwk() or 0
    if failed:
        raise failed[0]
    return code
