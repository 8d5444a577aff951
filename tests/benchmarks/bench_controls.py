"""From a MIDI message to the engine's gain, at rest and beside a flood of tweets.

A controller in a process of its own hands a fader move to JACK (dummy driver) and says when. The
move opens a strip that was silent; the engine, a process of its own too, shows the first block in
which that gain sounds. Between them is the whole program: MIDI worker, action, show thread,
recorder, engine. The yardstick of the same run is a note from here through JACK to the device, and
the device's answer through a pipe: what the system itself takes.

    python tests/benchmarks/bench_controls.py --samples 200 --tweets-per-s 100000

Not measured here: the two windows beside it (`bench_controls_windows.py`), and a real device.
"""

from __future__ import annotations

import argparse
import os
import queue
import statistics
import sys
import tempfile
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from jack_control import jack_server

from mwk_desktop.app.wiring.run_show import SWITCH_S
from mwk_desktop.clock import ShowClock, wall_ms
from mwk_desktop.controls.midi.midi_controls import MidiControls, MidiOptions
from mwk_desktop.controls.midi.midi_ports import RtMidiSystem
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.protocol import NULL_OUTPUT, EngineSpec
from mwk_desktop.engine.shared_memory import SharedClips
from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.show.action_sender import remote_sender
from mwk_desktop.show.console_link import ConsoleLink
from mwk_desktop.show.drivers.live import LiveShow, live_grid
from mwk_desktop.show.drivers.threads import ShowThread
from mwk_desktop.show.log.show_recorder import ShowRecorder
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.controls.stands import JackDevice
from tests.support import arithmetic_clips, arithmetic_music, live_batch, wait_for

NANO = "nanoKONTROL2"
BLOCK_FRAMES = 256
STEP_S = 0.002
BATCH = 500


class Show:
    """A live show with its engine (no device), its recorder, and MIDI from JACK."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        music, clock = arithmetic_music(), ShowClock()
        anchor_ms = clock.now_ms()
        grid = live_grid(music, anchor_ms, 30_000)
        spec = EngineSpec(
            loop_frames=music.loop_frames,
            rate_hz=music.rate_hz,
            origin_frame=grid.origin_frame,
            output=NULL_OUTPUT,
            block_frames=BLOCK_FRAMES,
        )
        self.engine = EngineClient(SharedClips.of(arithmetic_clips(music)), spec, wait_s=10)
        stack.callback(self.engine.close)
        recorder = ShowRecorder(RecordingWriter(folder / "show.jsonl.zst"))
        recorder.start()
        stack.callback(recorder.close)
        self._counting = Counting(CountingRules(), music.clips, 5)
        driver = LiveShow(
            self._counting,
            music,
            self.engine,
            clock,
            anchor_ms,
            opening=("drum", "pad"),
            quantize="bar",
            grace_ms=250,
            source_state=lambda: SourceState("live", "bench", "connected", anchor_ms),
            recorder=recorder,
        )
        self.thread = ShowThread(driver, print)
        self.thread.start()
        stack.callback(self.thread.stop)
        link = ConsoleLink()
        self.controls = MidiControls(
            RtMidiSystem("jack"),
            remote_sender(self.thread, link),
            lambda: (self.thread.snapshot(), link.state),
            MidiOptions(folder / "own", takeover=False),
            wall_ms,
        )
        self._stop = threading.Event()
        worker = threading.Thread(target=self._run_midi, name="midi", daemon=True)
        worker.start()
        stack.callback(worker.join)
        stack.callback(self._stop.set)

    def _run_midi(self) -> None:
        """As the worker does."""
        requests: queue.SimpleQueue[None] = queue.SimpleQueue()
        while not self._stop.is_set():
            try:
                requests.get(timeout=STEP_S)
            except queue.Empty:
                self.controls.step(time.monotonic())
        self.controls.close()

    @property
    def peak(self) -> float:
        return max(self.engine.status().strip_peaks[0])


def measure(show: Show, device: JackDevice, samples: int) -> list[float]:
    """Milliseconds from a message to the block in which it sounds."""
    found = []
    for sample in range(samples):
        device.send("b0 00 00")
        wait_for(lambda: show.peak == 0.0)
        # Not always at the same place of a block.
        time.sleep(0.03 + sample % 7 / 1000)
        sent_s = device.stamp("b0 00 66")
        while show.peak == 0.0:
            time.sleep(0.0002)
        found.append((time.monotonic() - sent_s) * 1000)
    return found


def percentiles(milliseconds: list[float]) -> str:
    cuts = statistics.quantiles(milliseconds, n=100)
    return f"p50 {cuts[49]:.1f} ms, p99 {cuts[98]:.1f} ms, worst {max(milliseconds):.1f} ms"


class TweetFlood(threading.Thread):
    """Tweets that are decoded here and folded by the show, at a steady rate."""

    def __init__(self, thread: ShowThread, per_s: int) -> None:
        super().__init__(name="flood", daemon=True)
        self._thread = thread
        self._per_s = per_s
        self.sent = 0
        self.stop = False

    def run(self) -> None:
        votes = [INSTRUMENTS[n % 8] for n in range(BATCH)]
        begun_s = time.monotonic()
        while not self.stop:
            batch = live_batch(votes, wall_ms(), first=self.sent)
            while not self._thread.put(batch) and not self.stop:
                pass
            self.sent += BATCH
            ahead_s = self.sent / self._per_s - (time.monotonic() - begun_s)
            if ahead_s > 0:
                time.sleep(ahead_s)


def yardstick(device: JackDevice, output: Any, samples: int) -> list[float]:
    """What JACK takes from the program to a device and to the answer that it came."""
    while not device.got():  # a port that was just connected may lose messages
        output.send(bytes((0x90, 1, 1)))
        time.sleep(0.05)
    time.sleep(0.1)
    device.got()
    found = []
    for _ in range(samples):
        begun_s = time.monotonic()
        output.send(bytes((0x90, 1, 1)))
        while not device.got():
            pass
        found.append((time.monotonic() - begun_s) * 1000)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", type=int, default=200)
    parser.add_argument("--tweets-per-s", type=int, default=100_000)
    parser.add_argument("--flood-seconds", type=float, default=10.0)
    options = parser.parse_args()
    os.environ["JACK_NO_START_SERVER"] = "1"
    sys.setswitchinterval(SWITCH_S)
    with jack_server(BLOCK_FRAMES), tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        device = JackDevice(os.environ["JACK_DEFAULT_SERVER"], NANO)
        stack.callback(device.unplug)
        system = RtMidiSystem("jack")
        stack.callback(system.close)
        output = system.open_output(f"{NANO}:in")
        device.got()
        print(f"JACK alone, to the device and back: {percentiles(yardstick(device, output, 100))}")
        output.close()
        show = Show(stack, Path(folder))
        wait_for(lambda: show.controls.is_bound and show.peak > 0.0)
        time.sleep(1.5)
        print(f"message to gain, at rest: {percentiles(measure(show, device, options.samples))}")
        flood = TweetFlood(show.thread, options.tweets_per_s)
        flood.start()
        begun_s = time.monotonic()
        busy = measure(show, device, options.samples)
        rate = flood.sent / (time.monotonic() - begun_s)
        flood.stop = True
        flood.join()
        print(f"message to gain, {rate:,.0f} tweets/s beside: {percentiles(busy)}")
        missed = show.engine.status().missed
        sent = device.flood(10_000, options.flood_seconds)
        wait_for(lambda: abs(show.thread.snapshot().strips[0].gain - 0.25) < 0.05)
        print(
            f"a device that sends {sent:,} messages in {options.flood_seconds:g} s: "
            f"the last position wins, blocks missed {show.engine.status().missed - missed}"
        )


if __name__ == "__main__":
    main()
