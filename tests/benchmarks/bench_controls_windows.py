"""From a MIDI message to the sound that leaves, with both windows, at rest and in a flood.

The whole program plays its demo on a display of its own and into JACK (dummy driver). A controller
in a process of its own opens a fader that was shut and says when it did; a listener in another says
when JACK passed the sound on. Both read the server's clock, so nothing is timed in the program that
is measured. The engine's gain was in force before the sound left, by the limiter's look-ahead and
the block that is mixed ahead: that is taken off for `message to gain`, which still includes 1 ms of
the fader's ramp. The yardstick is the same program between the floods.

    python tests/benchmarks/bench_controls_windows.py [--samples 100] [--rounds 1]
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import soundfile as sf
from flooded_demo import BLOCK_FRAMES, Source, display, run_demo
from jack_control import jack_server

from mwk_desktop.engine.limiter import DELAY_FRAMES
from tests.controls.stands import JackDevice
from tests.driven_program import DrivenProgram

REPO = Path(__file__).resolve().parents[2]
NANO = "nanoKONTROL2"
LISTENER = REPO / "tests" / "controls" / "jack_clock.py"
RATE_HZ = 48_000
LOOP_FRAMES = 180_000
SHUT, OPEN = "b0 00 00", "b0 00 66"
SILENCE_S = 0.3
"""A sound is heard as a new one after 10,000 silent frames."""
HEARD_S = 0.2
STILL_S = 1.5
GAIN_TO_SOUND_MS = 1000 * (DELAY_FRAMES + BLOCK_FRAMES) / RATE_HZ


class FaderMoves:
    """The steps of the benchmark; see :func:`flooded_demo.run_demo`."""

    def __init__(self, windows: Any, source: Source, asked: argparse.Namespace) -> None:
        server = os.environ["JACK_DEFAULT_SERVER"]
        self._windows, self._source, self._asked = windows, source, asked
        self._device = JackDevice(server, NANO)
        self._listener = DrivenProgram(LISTENER, server)
        self._draw = random.Random(1)
        self.found: dict[bool, list[float]] = {False: [], True: []}

    def steps(self) -> Iterator[float]:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        yield 4.0
        # The first strip plays whatever the crowd wants.
        QTest.keyClick(self._windows.console_window, Qt.Key.Key_1)
        yield 4.0
        self._listener.ask("sound PortAudio")
        for _ in range(self._asked.rounds):
            for flooded in (False, True):
                self._source.flood(flooded)
                yield STILL_S
                before, begun_s = self._tweets(), time.monotonic()
                hand = threading.Thread(target=self._move, args=(self.found[flooded],))
                hand.start()
                while hand.is_alive():
                    yield 0.2
                rate = (self._tweets() - before) / (time.monotonic() - begun_s)
                print(f"{rate:9,.0f} tweets/s: {told(self.found[flooded])}", flush=True)
        self._source.flood(False)
        self._device.kill()
        self._listener.kill()

    def _tweets(self) -> int:
        tweets: int = self._windows.console._show.snapshot().counts.tweets
        return tweets

    def _move(self, found_ms: list[float]) -> None:
        """In a thread of its own, which only waits for answers of other processes."""
        for _ in range(self._asked.samples):
            self._device.send(SHUT)
            # Not always at the same place of a block or of a frame.
            time.sleep(SILENCE_S + self._draw.random() / 20)
            self._listener.ask("clicks")
            sent_s = self._device.stamp(OPEN)
            time.sleep(HEARD_S)
            frame, at_ns = map(int, self._listener.ask("now").split())
            heard = self._listener.ask("clicks").split()
            if heard:
                heard_s = at_ns / 1e9 - (frame - int(heard[-1])) / RATE_HZ
                found_ms.append((heard_s - sent_s) * 1000)


def told(milliseconds: list[float]) -> str:
    cuts = statistics.quantiles(milliseconds, n=100, method="inclusive")
    some = {"p50": cuts[49], "p99": cuts[98], "worst": max(milliseconds)}
    sound = ", ".join(f"{name} {ms:.1f} ms" for name, ms in some.items())
    gain = ", ".join(f"{name} {ms - GAIN_TO_SOUND_MS:.1f} ms" for name, ms in some.items())
    return f"message to sound of {len(milliseconds)}: {sound}; message to gain: {gain}"


def one_tone(folder: Path) -> Path:
    """A sound set with one clip, a sine of 1 kHz."""
    (folder / "drum").mkdir(parents=True)
    sine = 0.8 * np.sin(2 * np.pi * np.arange(LOOP_FRAMES) * 1000 / RATE_HZ)
    sf.write(folder / "drum" / "tone.flac", np.column_stack((sine, sine)), RATE_HZ)
    return folder


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--samples", type=int, default=100, help="fader moves in a span")
    parser.add_argument("--rounds", type=int, default=1, help="pairs of spans, rest and flood")
    asked = parser.parse_args()
    benches: list[FaderMoves] = []

    def begin(windows: Any, source: Source) -> FaderMoves:
        benches.append(FaderMoves(windows, source, asked))
        return benches[-1]

    with display(), jack_server(BLOCK_FRAMES), tempfile.TemporaryDirectory() as folder:
        sounds = one_tone(Path(folder) / "sounds")
        settings = f'[midi]\ntakeover = false\nsystem = "jack"\n[sounds]\ndir = "{sounds}"\n'
        code = run_demo(begin, Path(folder), "system", settings)
    rest, flood = (statistics.median(benches[0].found[flooded]) for flooded in (False, True))
    print(f"median in a flood: {flood / rest:.2f} of the one at rest")
    return code


if __name__ == "__main__":
    raise SystemExit(main())
