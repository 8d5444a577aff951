"""Frames of both windows under 100,000 tweets a second, beside the same windows at rest.

The whole program plays its demo on a display of its own: show thread, engine and both windows as
always. Every other span its crowd is a flood, and what reaches the leaderboard is counted. The
yardstick is the same pair of windows between the floods, so both are measured on one machine in
one run. A key is pressed at random moments; the clock stops when the screen itself has changed.
With ``--jack`` the engine plays into JACK's dummy driver. Each span then says how many xruns came,
who was late for JACK, the engine or a callback beside it that does nothing, and how often the
machine itself stood still (`standstill.py`).

    python tests/benchmarks/bench_windows.py [--seconds 12] [--rounds 2] [--presses 12] [--jack]
"""

from __future__ import annotations

import argparse
import contextlib
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench_engine_flood import (
    FIRST_CLIENT,
    JOINING_S,
    SECOND_CLIENT,
    control,
    jack_server,
    late_for_jack,
)
from standstill import Witness

REPO = Path(__file__).resolve().parents[2]
FLOOD_PER_S = 100_000.0
CONSOLE, STAGE = (1280, 800), (1280, 720)
BLOCK_FRAMES = 256
STILL_S = 1.5
"""A span begins when the one before has been digested."""


class Flood:
    """Tweets that were made before, as fast as asked for: decoding and counting are the load, not
    the making. As from Kafka they come in batches of some hundred."""

    PREPARED = 40_000
    MOST = 2_000

    def __init__(self) -> None:
        from mwk_desktop.sources.crowd_source import Crowd

        now_ms = time.time_ns() // 1_000_000
        crowd = Crowd("flood", FLOOD_PER_S, 50_000, 1, start_ms=now_ms)
        until_ms = now_ms + round(self.PREPARED / FLOOD_PER_S * 1000)
        records = crowd.tweets_until(until_ms, arrival_ms=now_ms)
        self._records = records
        self._values = [record.value for record in records]
        self._place = 0
        self._rounds = 0
        self._due_s = 0.0

    yield_to_frames = staticmethod(lambda: None)

    def begin(self) -> None:
        self._due_s = time.perf_counter()

    def poll(self, now_ms: int) -> Any:
        from mwk_desktop.frame_pacing import paced_slices
        from mwk_desktop.records.batch import Batch
        from mwk_desktop.records.tweet_decoding import decode_tweets

        late_s = time.perf_counter() - self._due_s
        number = min(self.MOST, int(late_s * FLOOD_PER_S), len(self._values) - self._place)
        self._due_s += number / FLOOD_PER_S
        some = slice(self._place, self._place + number)
        # Another number each time round: a tweet that came before counts no more.
        mark = b'"Id":%d' % (983 + self._rounds)
        values = [value.replace(b'"Id":983', mark, 1) for value in self._values[some]]
        self._place = (self._place + number) % len(self._values)
        self._rounds += self._place == 0
        tweets: list[Any] = []
        reasons: list[Any] = []
        for piece in paced_slices(number, self.yield_to_frames):
            some_tweets, some_reasons = decode_tweets(values[piece])
            tweets += some_tweets
            reasons += some_reasons
        times = [now_ms] * number
        errors = [reason for _, reason in reasons]
        return Batch(tweets, times, times, times, self._records[some], errors)


class Source:
    """The demo's crowd, or a flood in its place."""

    def __init__(self, crowd: Any) -> None:
        from mwk_desktop.sources.crowd_source import CrowdSource

        self._calm = CrowdSource(crowd)
        self._flood = Flood()
        self._flooded = False

    def poll(self, now_ms: int) -> Any:
        return (self._flood if self._flooded else self._calm).poll(now_ms)

    def yield_to_frames(self, yield_to_frames: Callable[[], None]) -> None:
        """What the flood's decoding calls between two pieces, as reading from Kafka does."""
        self._flood.yield_to_frames = yield_to_frames  # type: ignore[method-assign]

    def flood(self, begins: bool) -> None:
        """From now on: a flood, or the calm crowd again."""
        if begins:
            self._flood.begin()
        self._flooded = begins


class Meter:
    """What is measured in one span."""

    def __init__(self, windows: Any) -> None:
        self._windows = windows
        self.frames = {"console": 0, "stage": 0}
        self.slots_ms: list[float] = []
        self.presses_ms: list[float] = []
        self.seconds = 0.0
        self.tweets = 0

    def told(self) -> str:
        rates = " ".join(
            f"{name} {frames / self.seconds:5.1f}/s" for name, frames in self.frames.items()
        )
        slots = sorted(self.slots_ms)
        presses = sorted(self.presses_ms)
        return (
            f"{self.tweets / self.seconds:9,.0f} tweets/s | frames {rates} | "
            f"Python a pull: {statistics.median(slots):.2f} ms, "
            f"99 % {slots[int(len(slots) * 0.99)]:.2f} ms | key to pixel: "
            f"{statistics.median(presses):.0f} ms, worst {presses[-1]:.0f} ms"
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
        self._counters = {
            "console": _counter(windows.engine, windows.console_window),
            "stage": _counter(windows.engine, windows.stage_window),
        }
        pull = windows.pull

        def timed() -> None:
            begun_s = time.perf_counter()
            pull()
            if self.meter is not None:
                self.meter.slots_ms.append((time.perf_counter() - begun_s) * 1000)

        windows._timer.timeout.disconnect(windows.pull)
        windows._timer.timeout.connect(timed)
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
        before = self._frames()
        self.meter, begun_s = meter, time.perf_counter()
        seconds = self.asked.seconds if flooded else self.asked.calm_seconds or self.asked.seconds
        pause_s = seconds / self.asked.presses
        for _ in range(self.asked.presses):
            wait_s = self._draw.uniform(0.2, 0.6) * pause_s
            yield wait_s
            self._press()
            yield pause_s - wait_s
            self._pressed_s = 0.0
        meter.seconds = time.perf_counter() - begun_s
        meter.frames = {name: n - before[name] for name, n in self._frames().items()}
        self.meter = None
        meter.tweets = self._tweets() - tweets
        self.spans.append((flooded, meter))
        print(f"{'flood' if flooded else 'rest ':6}{meter.told()}", flush=True)

    def _frames(self) -> dict[str, int]:
        return {name: one.property("frames") for name, one in self._counters.items()}

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
            (flooded, name): statistics.mean(
                meter.frames[name] / meter.seconds for at, meter in self.spans if at is flooded
            )
            for flooded in (False, True)
            for name in ("console", "stage")
        }
        for name in ("console", "stage"):
            rest, flood = rates[False, name], rates[True, name]
            print(f"{name}: {flood:.1f} of {rest:.1f} frames/s: {flood / rest:.0%}")


COUNTER = b"""
import QtQuick
QtObject {
    property Window window
    property int frames: 0
    property Connections counting: Connections {
        target: window
        function onFrameSwapped() { frames += 1 }
    }
}
"""


def _counter(engine: Any, window: Any) -> Any:
    """Counts a window's frames without Python: a slot in it waits for the interpreter's lock."""
    from PySide6.QtQml import QQmlComponent

    component = QQmlComponent(engine)
    component.setData(COUNTER, "")
    counter = component.createWithInitialProperties({"window": window})
    assert counter is not None, component.errorString()
    counter.setParent(window)
    return counter


def _walk(item: Any) -> Iterator[Any]:
    yield item
    for child in item.childItems():
        yield from _walk(child)


def play(asked: argparse.Namespace, state: Path, log: Path | None) -> int:
    """The demo with its windows, measured."""
    from PySide6.QtCore import QTimer

    from mwk_desktop.__main__ import main as mwk
    from mwk_desktop.app.wiring import start_demo
    from mwk_desktop.ui import application

    sources: list[Source] = []
    benches: list[Bench] = []

    def source_of(crowd: Any) -> Source:
        sources.append(Source(crowd))
        return sources[-1]

    start_demo.CrowdSource = source_of  # type: ignore[assignment, misc]

    class Measured(application.AppWindows):
        def __init__(self, show: Any, settings: Any, pacer: Any) -> None:
            sized = {"console_size": CONSOLE, "stage_size": STAGE, "stage": True}
            super().__init__(show, replace(settings, **sized), pacer)
            sources[0].yield_to_frames(pacer.yield_to_frames)

        def open(self, on_ready: Any, quit_: Callable[[], None]) -> None:
            super().open(on_ready, quit_)
            self.stage_window.setPosition(CONSOLE[0], 0)
            benches.append(Bench(self, sources[0], asked, log))
            todo = benches[0].steps()

            def go_on() -> None:
                wait_s = next(todo, None)
                if wait_s is None:
                    quit_()
                else:
                    QTimer.singleShot(round(wait_s * 1000), go_on)

            QTimer.singleShot(500, go_on)

    application.AppWindows = Measured  # type: ignore[misc]
    options = ["--device", "system" if asked.jack else "null", "--block-size", str(BLOCK_FRAMES)]
    options += ["--state-dir", str(state), "--seed", "3", "--config"]
    (state / "mwk.toml").write_text("[ui]\npictures = false\n", encoding="utf-8")
    sys.argv = ["mwk", *options, str(state / "mwk.toml")]
    code = mwk() or 0
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
    parser.add_argument("--jack", action="store_true", help="sound into JACK, its xruns told")
    asked = parser.parse_args()
    sys.path.insert(0, str(REPO))
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "2560x800x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        with os.fdopen(read) as answer:
            os.environ["DISPLAY"] = f":{answer.readline().strip()}"
        os.environ["QT_QUICK_BACKEND"] = "software"
        try:
            sound = jack_server(BLOCK_FRAMES) if asked.jack else contextlib.nullcontext()
            with sound as log, tempfile.TemporaryDirectory() as state:
                return play(asked, Path(state), log)
        finally:
            server.terminate()


if __name__ == "__main__":
    raise SystemExit(main())
