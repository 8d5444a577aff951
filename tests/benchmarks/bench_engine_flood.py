"""Missed audio blocks while 100,000 tweets a second are parsed and two windows redraw.

Needs jackd, Xvfb and PySide6. Everything competes for the machine as on the stage: the parsing
thread and two Qt Quick windows share this process and its interpreter lock, the engine is a process
of its own and plays eight voices into JACK's dummy driver, each through a filter that never rests.
The yardstick is a callback that does nothing at all, in a process of its own: alone under the same
load, and then beside the engine, in the same minutes on the same server. A second one beside it
multiplies numbers for as long as the engine mixes (`--busy-ms`): what a machine that stops now and
then does to any callback of that length, whatever is in it. JACK tells every client of
an xrun and its log names who was late: `not_woken` of these had not even been called by then. A
witness (`standstill.py`) says when the machine itself stood still, and which xruns are therefore
nobody's: `unexplained` is the rest.

    python tests/benchmarks/bench_engine_flood.py --seconds 60 --other-seconds 60
"""

from __future__ import annotations

import argparse
import contextlib
import functools
import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jack_control import CLIENTS, JOINING_S, RATE_HZ, control, jack_server, late_for_jack
from standstill import Witness

LOOP_FRAMES = 180_000
BATCH = 500
LOOK_S = 0.02
SWEEP_S = 0.5
"""Every filter is sent to its other side so often, and moves all the time."""
NEAR_S = 0.05
"""A standstill and the xrun that is told of it are never further apart."""
BUSY_WINDOW = Path(__file__).with_name("busy_window.qml")
"""A window that redraws in every frame."""


@contextlib.contextmanager
def display() -> Iterator[subprocess.Popen[bytes]]:
    number = 90 + os.getpid() % 900
    with subprocess.Popen(
        ["Xvfb", f":{number}", "-screen", "0", "2600x800x24", "-nolisten", "tcp"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        os.environ.update(DISPLAY=f":{number}", QT_QPA_PLATFORM="xcb", QT_QUICK_BACKEND="software")
        time.sleep(1.0)
        try:
            yield server
        finally:
            server.terminate()


class Flood(threading.Thread):
    """Decodes tweets at a steady rate, as the source thread does."""

    def __init__(self, tweets_per_s: int) -> None:
        super().__init__(name="flood")
        self.parsed = 0
        self.stop = False
        self._interval_s = BATCH / tweets_per_s
        self._values = [
            json.dumps(
                {
                    "CreatedAt": 1_523_450_000_000 + n,
                    "Id": n,
                    "Text": f"more drum and pad please, this is number {n} #mwk",
                    "Source": "x" * 600,
                    "User": {
                        "Id": n % 5000,
                        "Name": f"User {n % 5000}",
                        "ScreenName": f"user{n % 5000}",
                        "ProfileImageURL": "https://pbs.twimg.com/profile_images/1/1_normal.jpg",
                    },
                }
            ).encode()
            for n in range(10 * BATCH)
        ]

    def run(self) -> None:
        from mwk_desktop.records.tweet_decoding import decode_tweet

        due = time.monotonic()
        batch = 0
        while not self.stop:
            begin = batch % 10 * BATCH
            for value in self._values[begin : begin + BATCH]:
                decode_tweet(value)
            batch += 1
            self.parsed += BATCH
            due += self._interval_s
            ahead_s = due - time.monotonic()
            if ahead_s > 0:
                time.sleep(ahead_s)
            else:
                due -= ahead_s


Measured = tuple[dict[str, Any], list[float]]
"""Figures, and the moments of the xruns on the monotonic clock."""


def run_control(seconds: float, block_frames: int) -> Measured:
    with control(block_frames) as found:
        time.sleep(seconds)
    return {"blocks": found["blocks"], "xruns": len(found["xruns"])}, found["xruns"]


def run_all(seconds: float, block_frames: int, busy_ms: float) -> Measured:
    """The engine with both controls beside it."""
    with control(block_frames), control(block_frames, busy_ms):
        return run_engine(seconds, block_frames)


def run_engine(seconds: float, block_frames: int) -> Measured:
    import numpy as np

    from mwk_desktop.engine.engine_client import EngineClient
    from mwk_desktop.engine.protocol import NOW, EngineSpec, Launch, Ramp, filter_curve

    clips = np.random.default_rng(0).normal(0.0, 0.1, (8, LOOP_FRAMES, 2)).astype(np.float32)
    spec = EngineSpec(LOOP_FRAMES, block_frames=block_frames, output="system")
    engine = EngineClient(clips, spec)
    for strip in range(8):
        engine.plan_launches(strip, [Launch(0, strip, 480, 480)])
    engine.play()
    until_s = time.monotonic() + seconds
    xruns: list[float] = []
    sweeps, next_s = 0, 0.0
    while time.monotonic() < until_s:
        time.sleep(LOOK_S)
        if time.monotonic() >= next_s:
            next_s = time.monotonic() + SWEEP_S
            sweeps += 1
            for strip in range(8):
                place = 0.05 if (sweeps + strip) % 2 else 0.95
                engine.plan_ramps(filter_curve(strip), [Ramp(NOW, place, RATE_HZ)])
        xruns += [time.monotonic()] * (engine.status().xruns - len(xruns))
    status = engine.status()
    engine.close()
    return {
        "blocks": status.frame // block_frames,
        "sweeps": sweeps,
        "xruns": status.xruns,
        "late": status.missed,
        "segment": status.segment,
        "priority": str(status.priority),
        "state": status.state,
    }, xruns


def explained(xruns: list[float], begin_s: float, witness: Witness) -> dict[str, Any]:
    """Which xruns came with a standstill of the machine, or of the server when a client joins it.

    A server stops for a moment when a client's ports are connected; what comes in the first second
    is not the playing's.
    """
    still = witness.end()
    if not witness.granted:
        return {"standstills": "no witness: no right to real-time priority"}
    left = [
        moment
        for moment in xruns
        if moment > begin_s + JOINING_S
        and not any(began - late - NEAR_S < moment < began + NEAR_S for began, late in still)
    ]
    return {
        "standstills": len(still),
        "longest_ms": round(1000 * max((late for _, late in still), default=0.0), 1),
        "xruns_at_s": [round(moment - begin_s, 1) for moment in xruns],
        "unexplained": len(left),
    }


def measure(arguments: argparse.Namespace, flood: Flood, pictures: list[int]) -> None:
    def phase(name: str, run: Any, seconds: float, *whose: str) -> None:
        parsed, drawn, begin = flood.parsed, pictures[0], time.monotonic()
        log_begin = log.stat().st_size
        witness = Witness()
        figures, xruns = run(seconds, arguments.block_frames)
        elapsed_s = time.monotonic() - begin
        text = log.read_bytes()[log_begin:].decode(errors="replace")
        for client, figure in zip(CLIENTS, whose, strict=False):
            figures[figure] = late_for_jack(text, client)
        figures |= explained(xruns, begin, witness)
        missed = max(figures["xruns"], figures.get("late", 0))
        figures["missed_percent"] = round(100.0 * missed / max(1, figures["blocks"]), 4)
        figures["tweets_per_s"] = round((flood.parsed - parsed) / elapsed_s)
        figures["pictures_per_s"] = round((pictures[0] - drawn) / elapsed_s, 1)
        figures["load"] = round(os.getloadavg()[0], 2)
        print(f"{name:28s} {json.dumps(figures)}", flush=True)

    with jack_server(arguments.block_frames) as log:
        phase("null callback, real time", run_control, arguments.other_seconds, "late_for_jack")
        together = functools.partial(run_all, busy_ms=arguments.busy_ms)
        whose = ("control_late_for_jack", "busy_late_for_jack", "late_for_jack")
        phase("engine, real time", together, arguments.seconds, *whose)
    if not arguments.only_jack:
        # JACK itself makes its clients real-time threads; the engine on its own silent clock shows
        # what an ordinary thread gets.
        os.environ["JACK_DEFAULT_SERVER"] = "none"
        phase_silent(arguments, flood)


def phase_silent(arguments: argparse.Namespace, flood: Flood) -> None:
    import numpy as np

    from mwk_desktop.engine.engine_client import EngineClient
    from mwk_desktop.engine.protocol import EngineSpec, Launch

    clips = np.random.default_rng(0).normal(0.0, 0.1, (8, LOOP_FRAMES, 2)).astype(np.float32)
    for realtime in (True, False):
        spec = EngineSpec(LOOP_FRAMES, block_frames=arguments.block_frames, realtime=realtime)
        engine = EngineClient(clips, spec)
        for strip in range(8):
            engine.plan_launches(strip, [Launch(0, strip, 480, 480)])
        engine.play()
        parsed, begin = flood.parsed, time.monotonic()
        time.sleep(arguments.other_seconds)
        status = engine.status()
        engine.close()
        blocks = max(1, status.frame // arguments.block_frames)
        figures = {
            "blocks": blocks,
            "late": status.missed,
            "missed_percent": round(100.0 * status.missed / blocks, 4),
            "priority": str(status.priority),
            "tweets_per_s": round((flood.parsed - parsed) / (time.monotonic() - begin)),
            "load": round(os.getloadavg()[0], 2),
        }
        name = "silent clock, real time" if realtime else "silent clock, no priority"
        print(f"{name:28s} {json.dumps(figures)}", flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=600.0, help="of the engine's phase")
    parser.add_argument("--other-seconds", type=float, default=120.0, help="of the others")
    parser.add_argument("--block-frames", type=int, default=256)
    parser.add_argument("--busy-ms", type=float, default=0.8, help="of a block, beside the engine")
    parser.add_argument("--tweets-per-s", type=int, default=100_000)
    parser.add_argument(
        "--only-jack", action="store_true", help="leave out the silent clock's two phases"
    )
    arguments = parser.parse_args()
    with display() as server:
        from PySide6.QtCore import QTimer, QUrl
        from PySide6.QtGui import QGuiApplication
        from PySide6.QtQml import QQmlApplicationEngine

        application = QGuiApplication(sys.argv[:1])
        qml = QQmlApplicationEngine()
        pictures = [0]

        def drawn() -> None:
            pictures[0] += 1

        for _ in range(2):
            qml.load(QUrl.fromLocalFile(str(BUSY_WINDOW)))
        for window in qml.rootObjects():
            window.frameSwapped.connect(drawn)
        flood = Flood(arguments.tweets_per_s)
        flood.start()

        failed = [True]

        def work() -> None:
            try:
                measure(arguments, flood, pictures)
                failed[0] = False
            finally:
                flood.stop = True

        def look() -> None:
            if not worker.is_alive():
                application.quit()

        worker = threading.Thread(target=work, name="measure")
        worker.start()
        timer = QTimer(interval=100)
        timer.timeout.connect(look)
        timer.start()
        application.exec()
        flood.join()
        sys.stdout.flush()
        sys.stderr.flush()
        # Nothing of Qt is taken down: its display goes first, and this is the end anyway.
        server.terminate()
        os._exit(int(failed[0]))


if __name__ == "__main__":
    sys.exit(main())
