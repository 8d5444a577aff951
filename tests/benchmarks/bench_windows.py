"""Frames of both windows under 100,000 tweets a second, beside the same windows at rest.

The whole program plays its demo on a display of its own: show thread, engine and both windows as
always. Every other span its crowd is a flood, and what reaches the leaderboard is counted. The
yardstick is the same pair of windows between the floods, so both are measured on one machine in
one run. Each span says how long the windows' thread ran and waited for a processor, and what the
making of the flood took, which no show has. A key is pressed at random moments; the clock stops
when the screen itself has changed.
With ``--jack`` the engine plays into JACK's dummy driver. Each span then says how many xruns came,
who was late for JACK, the engine or a callback beside it that does nothing, and how often the
machine itself stood still (`standstill.py`).

    python tests/benchmarks/bench_windows.py [--seconds 12] [--rounds 2] [--presses 12]
        [--stage 1920x1080] [--jack]
"""

from __future__ import annotations

import argparse
import contextlib
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flooded_demo import BLOCK_FRAMES, Source, display, run_demo
from jack_control import (
    FIRST_CLIENT,
    JOINING_S,
    SECOND_CLIENT,
    control,
    jack_server,
    late_for_jack,
)
from standstill import Witness
from window_frames import WindowFrames

REPO = Path(__file__).resolve().parents[2]
STILL_S = 1.5
"""A span begins when the one before has been digested."""


class Meter:
    """What is measured in one span."""

    def __init__(self, windows: Any) -> None:
        self._windows = windows
        self.frames = {"console": 0, "stage": 0}
        self.pulls_ms: list[float] = []
        self.presses_ms: list[float] = []
        self.seconds = 0.0
        self.tweets = 0
        self.ran_s = self.waited_s = self.made_s = 0.0

    def told(self) -> str:
        rates = " ".join(
            f"{name} {frames / self.seconds:5.1f}/s" for name, frames in self.frames.items()
        )
        pulls = sorted(self.pulls_ms)
        presses = sorted(self.presses_ms)
        return (
            f"{self.tweets / self.seconds:9,.0f} tweets/s | frames {rates} | "
            f"Python a pull: {statistics.median(pulls):.2f} ms, "
            f"99 % {pulls[int(len(pulls) * 0.99)]:.2f} ms | key to pixel: "
            f"{statistics.median(presses):.0f} ms, worst {presses[-1]:.0f} ms | "
            f"the windows' thread ran {self.ran_s / self.seconds:.0%}, waited for a processor "
            f"{self.waited_s / self.seconds:.0%}; making the flood "
            f"{self.made_s / self.seconds:.0%}"
        )


class Bench:
    """Steps on the open windows; each yields the seconds that it waits. ``log``: JACK's."""

    def __init__(
        self, windows: Any, source: Source, asked: argparse.Namespace, log: Path | None
    ) -> None:
        self.windows, self.source, self.asked, self.log = windows, source, asked, log
        self.spans: list[tuple[bool, Meter]] = []
        self.meter: Meter | None = None
        self._pressed_s = 0.0
        self._before: Any = None
        self._draw = random.Random(1)
        self._frames = WindowFrames(windows)
        self._segment = self._find("strip_drum", "segment")

    def steps(self) -> Iterator[float]:
        yield 4.0
        if self.asked.switch_ms is not None:
            sys.setswitchinterval(self.asked.switch_ms / 1000)
        for _ in range(self.asked.rounds):
            for flooded in (False, True):
                self.source.flood(flooded)
                yield STILL_S
                yield from self._span(flooded)
        self.source.flood(False)

    def _span(self, flooded: bool) -> Iterator[float]:
        if self.log is None:
            yield from self._measured(flooded)
            return
        with control(BLOCK_FRAMES):
            yield JOINING_S
            witness, begin = Witness(), self.log.stat().st_size
            xruns = self._engine().xruns
            yield from self._measured(flooded)
            engine, meter = self._engine(), self.spans[-1][1]
            log = self.log.read_bytes()[begin:].decode(errors="replace")
            still_ms = [1000 * late_s for _, late_s in witness.end()]
        blocks = round(meter.seconds * engine.rate_hz / engine.block_frames)
        # The engine was there first.
        ours, idle = (late_for_jack(log, name) for name in (FIRST_CLIENT, SECOND_CLIENT))
        print(
            f"      {engine.state} on {engine.device}: {engine.xruns - xruns} xruns of {blocks:,} "
            f"blocks; late for JACK: the engine {ours}, a null callback beside it {idle}; the "
            f"machine stood still {len(still_ms)} times, longest {max(still_ms, default=0.0):.1f} "
            "ms",
            flush=True,
        )

    def _measured(self, flooded: bool) -> Iterator[float]:
        meter = Meter(self.windows)
        tweets = self._tweets()
        before, made_s, thread = self._frames.count(), self.source.made_s, _thread_s()
        self.meter, begun_s = meter, time.perf_counter()
        self._frames.pulls_ms = meter.pulls_ms
        seconds = self.asked.seconds if flooded else self.asked.calm_seconds or self.asked.seconds
        pause_s = seconds / self.asked.presses
        for _ in range(self.asked.presses):
            wait_s = self._draw.uniform(0.2, 0.6) * pause_s
            yield wait_s
            self._press()
            yield pause_s - wait_s
            self._pressed_s = 0.0
        meter.seconds = time.perf_counter() - begun_s
        meter.frames = {name: n - before[name] for name, n in self._frames.count().items()}
        meter.ran_s, meter.waited_s = (b - a for a, b in zip(thread, _thread_s(), strict=True))
        meter.made_s = self.source.made_s - made_s
        self.meter = self._frames.pulls_ms = None
        meter.tweets = self._tweets() - tweets
        self.spans.append((flooded, meter))
        print(f"{'flood' if flooded else 'rest ':6}{meter.told()}", flush=True)

    def _tweets(self) -> int:
        tweets: int = self.windows.console._show.snapshot().counts.tweets
        return tweets

    def _engine(self) -> Any:
        return self.windows.console._show.snapshot().engine

    def _press(self) -> None:
        """The key 1: another mode of the first strip, whose pending mark is drawn at once."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        self._before = self._pixels()
        self.windows.console_window.frameSwapped.connect(self._console_frame)
        self._pressed_s = time.perf_counter()
        QTest.keyClick(self.windows.console_window, Qt.Key.Key_1)

    def _console_frame(self) -> None:
        if self._pressed_s and self._pixels() != self._before:
            if self.meter is not None:
                self.meter.presses_ms.append((time.perf_counter() - self._pressed_s) * 1000)
            self._pressed_s = 0.0
            self.windows.console_window.frameSwapped.disconnect(self._console_frame)

    def _pixels(self) -> Any:
        """The strip's mode as it stands on the screen, read from the X server."""
        from PySide6.QtCore import QPointF

        item = self._segment
        corner = item.mapToScene(QPointF(0, 0))
        window = self.windows.console_window
        place = (round(corner.x()), round(corner.y()), round(item.width()), round(item.height()))
        picture = window.screen().grabWindow(window.winId(), *place)
        return picture.toImage()

    def _find(self, *names: str) -> Any:
        item = self.windows.console_window.contentItem()
        for name in names:
            item = next(one for one in _walk(item) if one.objectName() == name)
        return item

    def result(self) -> None:
        """Each figure beside its yardstick."""
        rates = {
            (flooded, name): statistics.median(
                meter.frames[name] / meter.seconds for at, meter in self.spans if at is flooded
            )
            for flooded in (False, True)
            for name in ("console", "stage")
        }
        for name in ("console", "stage"):
            rest, flood = rates[False, name], rates[True, name]
            print(f"{name}: {flood:.1f} of {rest:.1f} frames/s: {flood / rest:.0%}")
        for flooded, name in ((False, "rest"), (True, "flood")):
            presses = [ms for at, meter in self.spans if at is flooded for ms in meter.presses_ms]
            print(f"key to pixel, {name}: {statistics.median(presses):.0f} ms")


def _thread_s() -> tuple[float, float]:
    """Seconds that this thread ran and waited for a processor (0 where the system does not say)."""
    try:
        ran_ns, waited_ns, _ = Path("/proc/thread-self/schedstat").read_text().split()
    except OSError:
        return time.thread_time(), 0.0
    return int(ran_ns) / 1e9, int(waited_ns) / 1e9


def _walk(item: Any) -> Iterator[Any]:
    yield item
    for child in item.childItems():
        yield from _walk(child)


def play(asked: argparse.Namespace, state: Path, log: Path | None) -> int:
    """The demo with its windows, measured."""
    benches: list[Bench] = []

    def begin(windows: Any, source: Source) -> Bench:
        benches.append(Bench(windows, source, asked, log))
        return benches[-1]

    width, height = map(int, asked.stage.split("x"))
    code = run_demo(begin, state, "system" if asked.jack else "null", stage=(width, height))
    benches[0].result()
    return code


def main() -> int:
    """Measure on a display of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=12.0, help="length of a span")
    parser.add_argument("--rounds", type=int, default=2, help="pairs of spans")
    parser.add_argument("--switch-ms", type=float, help="another switch interval of the threads")
    parser.add_argument("--presses", type=int, default=12, help="keys pressed in a span")
    parser.add_argument("--calm-seconds", type=float, help="length of a span at rest, if another")
    parser.add_argument("--stage", default="1920x1080", help="size of the stage")
    parser.add_argument("--jack", action="store_true", help="sound into JACK, its xruns told")
    asked = parser.parse_args()
    sys.path.insert(0, str(REPO))
    sound = jack_server(BLOCK_FRAMES) if asked.jack else contextlib.nullcontext()
    with display(), sound as log, tempfile.TemporaryDirectory() as state:
        return play(asked, Path(state), log)


if __name__ == "__main__":
    raise SystemExit(main())
