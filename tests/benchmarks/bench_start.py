"""From typing `mwk` to the visible console and the first sound, beside a bare Python and a bare Qt.

Run: ``python tests/benchmarks/bench_start.py [rounds]``. Starts its own Xvfb; the output is the
silent clock (the same path as a sound card, without its own delay). Goals: 1.0 s and 2.0 s.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.x_server import x_server

ROOT = Path(__file__).parents[2]
MARKS = {
    "console visible": "the console is on the screen",
    "first sound": "the first sound is out",
}
BARE_QT = (
    "from PySide6.QtGui import QGuiApplication\n"
    "from PySide6.QtQuick import QQuickView\n"
    "from PySide6.QtCore import QTimer\n"
    "app = QGuiApplication([])\nview = QQuickView()\nview.resize(1440, 900)\n"
    "view.frameSwapped.connect(app.quit)\nview.show()\napp.exec()\n"
)


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """An X server of our own."""
    if shutil.which("Xvfb") is None:
        sys.exit("not run: Xvfb is not installed (apt-get install xvfb)")
    with x_server(2560, 1600) as name:
        yield {**os.environ, "DISPLAY": name, "QT_QUICK_BACKEND": "software"}


def once(environ: dict[str, str], folder: str) -> dict[str, float]:
    """Seconds until each mark of one start."""
    command = [sys.executable, "-m", "mwk_desktop", "-v", "--device", "null"]
    command += ["--exit-after", "4", "--state-dir", folder]
    began = time.perf_counter()
    found: dict[str, float] = {}
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env=environ, cwd=ROOT
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            for name, words in MARKS.items():
                if words in line:
                    found[name] = time.perf_counter() - began
    return found


def seconds_of(command: list[str], environ: dict[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, env=environ, check=True, cwd=ROOT)
    return time.perf_counter() - began


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    rows: dict[str, list[float]] = {name: [] for name in ("bare Python", "bare Qt Quick", *MARKS)}
    with screen() as environ, tempfile.TemporaryDirectory() as folder:
        environ["MWK_CONFIG"] = str(Path(folder) / "mwk.toml")
        Path(environ["MWK_CONFIG"]).touch()
        once(environ, folder)  # a warm disk, as on the evening of a show
        for _ in range(rounds):
            rows["bare Python"].append(seconds_of([sys.executable, "-c", ""], environ))
            rows["bare Qt Quick"].append(seconds_of([sys.executable, "-c", BARE_QT], environ))
            for name, seconds in once(environ, folder).items():
                rows[name].append(seconds)
    for name, values in rows.items():
        middle = statistics.median(values) if values else float("nan")
        print(f"{name:<16} median {middle:5.2f} s  of {[round(value, 2) for value in values]}")


if __name__ == "__main__":
    main()
