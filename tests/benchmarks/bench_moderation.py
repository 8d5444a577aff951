"""Frames while messages are moderated at 20 a second, beside the same windows at rest.

The whole program plays its demo on a display of its own, whose crowd writes 20 messages a second.
In one span the mode is *open* and no page is shown; in the other it is *approve*, the page of
messages is open over the console, and every two seconds its rows are decided by key: one refused,
the others approved. What waits, what was decided and how often rows moved is counted.

    python tests/benchmarks/bench_moderation.py [--seconds 60] [--rate 20]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flooded_demo import Source, display, run_demo
from window_frames import WindowFrames

REPO = Path(__file__).resolve().parents[2]
DECIDED_EVERY_S = 2.0


class Bench:
    """Steps on the open windows; each yields the seconds that it waits."""

    def __init__(self, windows: Any, seconds: float) -> None:
        self.windows, self.seconds = windows, seconds
        self._frames = WindowFrames(windows)
        self.most_waiting = self.decided = self.moved = 0
        self.rates: dict[bool, dict[str, float]] = {}
        self._page: tuple[int, ...] = ()

    def steps(self) -> Iterator[float]:
        from PySide6.QtCore import Qt

        from mwk_desktop.show.message_commands import SetModeration

        yield 6.0
        yield from self._measured(moderated=False)
        self.windows.show.send(SetModeration(True))
        self._key(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
        yield 3.0
        yield from self._measured(moderated=True)
        self.result()

    def _measured(self, *, moderated: bool) -> Iterator[float]:
        from PySide6.QtCore import Qt

        pulls_ms = self._frames.pulls_ms = []
        before = self._frames.count()
        tweets = self._snapshot().counts.tweets
        begun_s = time.perf_counter()
        while time.perf_counter() - begun_s < self.seconds:
            if not moderated:
                yield DECIDED_EVERY_S
                continue
            self._page = self._serials()
            yield DECIDED_EVERY_S / 2
            self.moved += self._serials() != self._page  # nobody pressed a key meanwhile
            waiting = self._snapshot().moderation.waiting
            self.most_waiting = max(self.most_waiting, waiting)
            self._key(Qt.Key.Key_Left)
            self._key(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
            self.decided += len(self._page)
            yield DECIDED_EVERY_S / 2
        seconds = time.perf_counter() - begun_s
        self._frames.pulls_ms = None
        after = self._frames.count()
        self.rates[moderated] = {name: (after[name] - before[name]) / seconds for name in before}
        pulls_ms.sort()
        tweets = self._snapshot().counts.tweets - tweets
        rates = " ".join(f"{name} {rate:5.1f}/s" for name, rate in self.rates[moderated].items())
        print(
            f"{'moderated' if moderated else 'rest':10}{tweets / seconds:5.1f} messages/s | "
            f"frames {rates} | Python a pull: {pulls_ms[len(pulls_ms) // 2]:.2f} ms, "
            f"99 % {pulls_ms[int(len(pulls_ms) * 0.99)]:.2f} ms, worst {pulls_ms[-1]:.1f} ms",
            flush=True,
        )

    def _serials(self) -> tuple[int, ...]:
        queue = self.windows.console.queue
        return tuple(item.serial for item, _ in queue._rows)

    def _snapshot(self) -> Any:
        return self.windows.console._show.snapshot()

    def _key(self, key: Any, modifiers: Any = None) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        none = Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.windows.console_window, key, none if modifiers is None else modifiers)

    def result(self) -> None:
        """Each figure beside its yardstick."""
        for name, rest in self.rates[False].items():
            rate = self.rates[True][name]
            print(f"{name}: {rate:.1f} of {rest:.1f} frames/s: {rate / rest:.0%}")
        print(
            f"{self.decided} decided; at most {self.most_waiting} waited; rows that moved without "
            f"a key: {self.moved} times",
            flush=True,
        )


def main() -> int:
    """Measure on a display of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=60.0, help="length of a span")
    parser.add_argument("--rate", default="20", help="messages a second")
    asked = parser.parse_args()
    sys.path.insert(0, str(REPO))

    def begin(windows: Any, _source: Source) -> Bench:
        return Bench(windows, asked.seconds)

    with display(), tempfile.TemporaryDirectory() as state:
        return run_demo(begin, Path(state), "null", arguments=("--rate", asked.rate))


if __name__ == "__main__":
    raise SystemExit(main())
