"""What a frame of the stage costs: CPU of the whole process, Python's share, and what is repainted.

The real windows draw a band that plays and a crowd that votes, at 1920x1080 in Qt's software
renderer, on a display of their own. The yardstick in the same run is a control loop: a fixed piece
of numpy work, so that figures of a busy or slow machine can be read against it.

    python tests/benchmarks/bench_stage.py [--seconds 8] [--players 5 8]
"""

from __future__ import annotations

import argparse
import math
import os
import re
import statistics
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

from tests.x_server import x_server

REPO = Path(__file__).resolve().parents[2]
SIZE = (1920, 1080)
MOST_MS = {5: 8.0, 8: 13.0}
PYTHON_MS = 2.5
REPAINTED = 0.35
SNAPSHOT_S = 1 / 80
"""Just less than a frame: the newest snapshot is always another one."""
RENDERER = "qt.scenegraph.softwarecontext.renderer"
"""Qt's software renderer logs there the region that it has painted in a frame."""


class MovingShow:
    """The evening of the tests, moved by the clock: levels, votes, beats.

    As the show's own thread does, it makes a snapshot some sixty times a second, however often one
    is asked for. What that costs is not the stage's: ``spent_s`` is taken off.
    """

    def __init__(self, players: int) -> None:
        from stage_evening import BAND, voting

        from mwk_desktop.units import INSTRUMENTS

        self.names = BAND if players == 5 else INSTRUMENTS
        self.begun_s = time.perf_counter()
        self.serial = 0
        self.spent_s = 0.0
        self._base = voting()
        self._newest: Any = None
        self._made_s = -1.0

    def snapshot(self) -> Any:
        at_s = time.perf_counter() - self.begun_s
        if self._newest is None or at_s - self._made_s >= SNAPSHOT_S:
            begun_s = time.thread_time()
            self._newest, self._made_s = self._made(at_s), at_s
            self.spent_s += time.thread_time() - begun_s
        return self._newest

    def _made(self, at_s: float) -> Any:
        from dataclasses import replace

        from stage_evening import at_beat, with_band

        levels = []
        for place in range(8):
            every_s = 0.46875 / (1, 1, 2, 2, 1, 0.5, 2, 0.75)[place]
            since = (at_s + 0.11 * place) % every_s
            levels.append(0.08 + 0.5 * math.exp(-since / (0.35 * every_s)))
        self.serial += 1
        base = self._base
        chart = tuple(
            replace(row, votes=row.votes + int(at_s * (8 - i) / 4))
            for i, row in enumerate(base.chart)
        )
        placed = at_beat(replace(base, chart=chart, serial=self.serial), 10 + at_s * 128 / 60)
        return with_band(placed, self.names, levels)

    def send(self, command: Any) -> None:
        """Nobody presses anything."""


def control_ms() -> float:
    """CPU milliseconds of a fixed piece of work."""
    import numpy as np

    table = np.linspace(0.0, 1.0, 200_000)
    spent = []
    for _ in range(15):
        begun_s = time.process_time()
        for _ in range(8):
            np.sqrt(table * table + 0.5).sum()
        spent.append((time.process_time() - begun_s) * 1000)
    return statistics.median(spent)


def measure(players: int, seconds: float) -> bool:
    """Draw for some seconds; prints the figures, returns whether they are within bounds."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtGui import QGuiApplication

    from mwk_desktop.ui.application import AppWindows
    from mwk_desktop.ui.ui_options import UiOptions

    app = QGuiApplication.instance() or QGuiApplication([])
    show = MovingShow(players)
    windows = AppWindows(show, UiOptions(stage=True, stage_size=SIZE))
    assert windows.load()
    windows.open(None, app.quit)
    windows.console_window.hide()  # the stage alone
    frames: list[float] = []
    windows.stage_window.frameSwapped.connect(
        lambda: frames.append(time.perf_counter()), Qt.ConnectionType.DirectConnection
    )
    python_s = [0.0]
    _time_python(windows, python_s)
    marks: dict[str, float] = {}

    def begin() -> None:
        frames.clear()
        python_s[0] = 0.0
        show.spent_s = 0.0
        marks.update(cpu=time.process_time(), wall=time.perf_counter())

    def end() -> None:
        marks.update(spent=time.process_time() - marks["cpu"] - show.spent_s)
        marks.update(wall=time.perf_counter() - marks["wall"])
        app.exit(0)

    QTimer.singleShot(3_000, begin)
    QTimer.singleShot(round(3_000 + seconds * 1000), end)
    app.exec()
    repainted = _repainted(app)
    number = max(1, len(frames))
    cpu_ms = marks["spent"] * 1000 / number
    python_ms = python_s[0] * 1000 / number
    gaps = sorted((b - a) * 1000 for a, b in pairwise(frames))
    ninth = gaps[int(0.95 * len(gaps))] if gaps else math.nan
    step = windows.stage.economy
    windows.close()
    print(
        f"{players} players: {number / marks['wall']:5.1f} frames/s, gap p95 {ninth:4.0f} ms | "
        f"CPU a frame {cpu_ms:5.2f} ms (bound {MOST_MS[players]:.0f}), "
        f"Python {python_ms:4.2f} ms (bound {PYTHON_MS}), economy step {step}, "
        f"repainted {repainted:.0%} of the window (bound {REPAINTED:.0%}) | "
        f"control loop {control_ms():.2f} ms"
    )
    # The bound on what is repainted is for the usual five.
    repaints = players != 5 or 0 < repainted <= REPAINTED
    return cpu_ms <= MOST_MS[players] and python_ms <= PYTHON_MS and repaints


def _repainted(app: Any, seconds: float = 3.0) -> float:
    """The share of the window that the software renderer paints in a frame, on average; -1: it does
    not say so. Apart from the other figures: its log costs time."""
    from PySide6.QtCore import QLoggingCategory, QTimer, qInstallMessageHandler

    areas: list[int] = []

    def read(kind: Any, context: Any, text: str) -> None:
        if context.category == RENDERER and "QRegion" in text:
            areas.append(region_area(text))

    before = qInstallMessageHandler(read)
    QLoggingCategory.setFilterRules(f"{RENDERER}.debug=true")
    # Not quit(): that asks the windows first.
    QTimer.singleShot(round(seconds * 1000), lambda: app.exit(0))
    app.exec()
    QLoggingCategory.setFilterRules("")
    qInstallMessageHandler(before)
    return statistics.mean(areas) / (SIZE[0] * SIZE[1]) if areas else -1.0


def region_area(text: str) -> int:
    """The area of a ``QRegion`` as Qt writes it: ``(x,y WxH)`` for each of its rectangles."""
    inside = text[text.index("QRegion") :]
    rectangles = re.findall(r"\(-?\d+,-?\d+ (\d+)x(\d+)\)", inside)
    # The bounds come first where there are several.
    if len(rectangles) > 1:
        rectangles = rectangles[1:]
    return sum(int(width) * int(height) for width, height in rectangles)


def _time_python(windows: Any, spent_s: list[float]) -> None:
    """Add up the thread's time in the two calls that Python answers to draw a frame."""
    view = windows.stage

    def timed(call: Any) -> Any:
        def run(*arguments: Any, **options: Any) -> Any:
            begun_s = time.thread_time()
            result = call(*arguments, **options)
            spent_s[0] += time.thread_time() - begun_s
            return result

        return run

    view.show_snapshot = timed(view.show_snapshot)
    view.motion.step = timed(view.motion.step)


def main() -> int:
    """On a display of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=8.0)
    parser.add_argument("--players", type=int, nargs="+", choices=(5, 8), default=[5, 8])
    asked = parser.parse_args()
    sys.path[:0] = [str(REPO), str(REPO / "tests" / "ui")]
    os.environ["QT_QUICK_BACKEND"] = "software"
    with x_server(*SIZE) as display:
        os.environ["DISPLAY"] = display
        within = [measure(players, asked.seconds) for players in asked.players]
    print("within the bounds" if all(within) else "beyond a bound")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
