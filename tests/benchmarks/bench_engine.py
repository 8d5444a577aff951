"""Cost of a block beside its duration, of a bounce beside ``sox -m``, of an engine's death.

    python tests/benchmarks/bench_engine.py [--seconds 600]

The bounce renders eight clips for ten minutes with a change of all voices every 30 s, limiter and
24-bit WAV included. ``sox`` mixes eight clips for the same time, once from ready-made long files
(its best case) and once from the clips themselves, looped through pipes.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import numpy as np
import soundfile

from mwk_desktop import platform
from mwk_desktop.engine.audio_writer import AudioWriter
from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import (
    Curve,
    EngineSpec,
    Landed,
    Launch,
    Ramp,
    filter_curve,
)
from mwk_desktop.sounds.sound_layout import SoundLayout

LOOP_FRAMES = 180_000
RATE_HZ = 48_000


def clips(level: float) -> np.ndarray:
    """Sixteen loops of filtered noise under a beat, no two alike."""
    rng = np.random.default_rng(0)
    noise = rng.normal(0.0, 1.0, (16, LOOP_FRAMES, 2)).astype(np.float32)
    noise[:, 1:] += noise[:, :-1]
    beat = np.exp(-np.arange(LOOP_FRAMES) % 22_500 / -6000.0).astype(np.float32)[None, :, None]
    return np.ascontiguousarray(noise / np.abs(noise).max() * beat / beat.max() * level)


def block_cost(level: float, name: str) -> None:
    table = clips(level)
    for block_frames in (64, 128, 256, 512):
        mixer = Mixer(table, EngineSpec(LOOP_FRAMES, block_frames=block_frames))
        for strip in range(8):
            mixer.plan_launches(strip, [Launch(0, strip, 480, 480)])
        out = np.empty((block_frames, 2), dtype=np.float32)
        costs = []
        moving = []
        for block in range(6 * RATE_HZ // block_frames):
            if block % 50 == 0:
                frame = mixer.frame
                mixer.plan_launches(block // 50 % 8, [Launch(frame, block % 16, 480, 480)])
                mixer.plan_ramps(Curve.MASTER, [Ramp(frame, 1.0 - block % 100 / 200, 480)])
            begin = time.perf_counter_ns()
            mixer.render_into(out)
            cost_us = (time.perf_counter_ns() - begin) / 1000
            (moving if block % 50 * block_frames < 480 else costs).append(cost_us)
            mixer.events()
        duration_us = 1e6 * block_frames / RATE_HZ
        median, high = np.percentile(costs, [50, 99])
        print(
            f"block {block_frames:3d} frames, {name}: {median:6.1f} us, p99 {high:6.1f}, while "
            f"moving {np.median(moving):6.1f}, of {duration_us:7.1f} us "
            f"({100 * median / duration_us:.1f} %)"
        )


def arranged_cost() -> None:
    """The same block with takes, ducking by a four-to-the-floor kick, drive and tilt."""
    table = clips(0.05)
    kicks = tuple(range(0, LOOP_FRAMES, LOOP_FRAMES // 8))
    layouts = [
        SoundLayout(
            str(number),
            number,
            tuple((number + take) % len(table) for take in (0, 0, 1, 0, 2, 0, 2, 1)),
            (kicks if number == 0 else (),) * 8,
        )
        for number in range(len(table))
    ]
    depths_db = (0.0, 6.0, 4.0, 5.0, 1.5, 4.0, 3.0, 1.0)
    full = EngineSpec(LOOP_FRAMES, duck_db=depths_db, drive_db=3.0, tilt_db=-1.0)
    mixers = [
        Mixer(table, EngineSpec(LOOP_FRAMES)),
        Mixer(ClipBank(table, layouts), full),
    ]
    out = np.empty((256, 2), dtype=np.float32)
    costs: list[list[float]] = [[], []]
    for mixer in mixers:
        for strip in range(8):
            mixer.plan_launches(strip, [Launch(0, strip, 480, 480)])
    for _ in range(6 * RATE_HZ // 256):
        for mixer, own in zip(mixers, costs, strict=True):
            begin = time.perf_counter_ns()
            mixer.render_into(out)
            own.append((time.perf_counter_ns() - begin) / 1000)
    plain_us, arranged_us = (float(np.median(own)) for own in costs)
    print(
        f"block 256 frames, arranged: {arranged_us:6.1f} us, {arranged_us / plain_us:.2f} x the"
        f" plain one's {plain_us:.1f} us (at most 2 x)"
    )


def filtered_cost() -> None:
    """The same block with eight filters that never stand still, beside it without."""
    table = clips(0.05)
    mixers = [Mixer(table, EngineSpec(LOOP_FRAMES)) for _ in range(2)]
    for mixer in mixers:
        for strip in range(8):
            mixer.plan_launches(strip, [Launch(0, strip, 480, 480)])
    out = np.empty((256, 2), dtype=np.float32)
    costs: list[list[float]] = [[], []]
    for block in range(6 * RATE_HZ // 256):
        if block % 20 == 0:
            for strip in range(8):
                place = 0.1 + 0.8 * ((block // 20 + strip) % 2)
                ramp = Ramp(mixers[1].frame, place, 20 * 256)
                mixers[1].plan_ramps(filter_curve(strip), [ramp])
        for mixer, own in zip(mixers, costs, strict=True):
            begin = time.perf_counter_ns()
            mixer.render_into(out)
            own.append((time.perf_counter_ns() - begin) / 1000)
            mixer.events()
    plain_us, filtered_us = (float(np.median(own)) for own in costs)
    duration_us = 1e6 * 256 / RATE_HZ
    print(
        f"block 256 frames, eight filters moving: {filtered_us:6.1f} us of {duration_us:.0f}"
        f" ({100 * filtered_us / duration_us:.1f} %, at most 15 %), without {plain_us:.1f} us"
    )


def block_costs() -> None:
    """In real time, if the system grants it: other processes are not the question here."""
    thread = threading.Thread(
        target=lambda: (
            platform.current.claim_callback_priority(),
            block_cost(0.05, "quiet   "),
            block_cost(0.2, "loud    "),
            block_cost(2.0, "limiting"),
            arranged_cost(),
            filtered_cost(),
        )
    )
    thread.start()
    thread.join()


def wait_for_sound(engine: EngineClient) -> None:
    while not any(isinstance(event, Landed) for event in engine.events()):
        time.sleep(0.001)


def recovery() -> None:
    """From the death of the engine to the first block of the next, beside the promised second."""
    table = np.zeros((16, LOOP_FRAMES, 2), dtype=np.float32)
    for death in (signal.SIGKILL, signal.SIGSTOP):
        engine = EngineClient(table, EngineSpec(LOOP_FRAMES))
        engine.plan_launches(0, [Launch(0, 0, 0, 0)])
        engine.play()
        times = []
        wait_for_sound(engine)
        for _ in range(10):
            # A moment of music in between: engines that die at once have to wait.
            time.sleep(1.1)
            process = engine._engine
            assert process is not None
            os.kill(process.process.pid or 0, death)
            begin = time.perf_counter()
            wait_for_sound(engine)
            times.append(time.perf_counter() - begin)
        engine.close()
        print(
            f"{death.name}: sound is back after {np.median(times):.2f} s, at most "
            f"{max(times):.2f} s in ten times, of 1.00 s"
        )


def bounce(seconds: int, folder: Path) -> float:
    table = clips(0.3)
    end_frame = seconds * RATE_HZ
    scenes = range(0, end_frame, 8 * LOOP_FRAMES)
    launches = {
        strip: [Launch(frame, strip + 8 * (n % 2), 480, 480) for n, frame in enumerate(scenes)]
        for strip in range(8)
    }
    begin = time.perf_counter()
    with AudioWriter(folder / "bounce.wav", RATE_HZ) as writer:
        for chunk in render(table, EngineSpec(LOOP_FRAMES), launches, {}, end_frame):
            writer.write(chunk)
    elapsed_s = time.perf_counter() - begin
    print(f"bounce of {seconds} s, 8 voices, limiter, 24 bit: {elapsed_s:.2f} s", end="")
    print(f" ({seconds / elapsed_s:.0f} x real time)")
    return elapsed_s


def sox(seconds: int, folder: Path) -> tuple[float, float]:
    """Seconds that ``sox -m`` takes from long files and from looped clips."""
    table = clips(0.3)[:8] / 8
    repeats = seconds * RATE_HZ // LOOP_FRAMES
    long_files, loops = [], []
    for index, clip in enumerate(table):
        flac = folder / f"clip{index}.flac"
        soundfile.write(flac, clip, RATE_HZ, subtype="PCM_24")
        loops.append(f"|sox {flac} -p repeat {repeats - 1}")
        wav = folder / f"long{index}.wav"
        with soundfile.SoundFile(wav, "w", RATE_HZ, 2, subtype="PCM_24") as file:
            for _ in range(repeats):
                file.write(clip)
        long_files.append(str(wav))
    elapsed = []
    for inputs in (long_files, loops):
        begin = time.perf_counter()
        subprocess.run(
            ["sox", "-D", "-m", *inputs, "-b", "24", str(folder / "sox.wav")],
            check=True,
            stderr=subprocess.DEVNULL,
        )
        elapsed.append(time.perf_counter() - begin)
    return elapsed[0], elapsed[1]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=600, help="length of the bounce")
    arguments = parser.parse_args()
    block_costs()
    recovery()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours_s = min(bounce(arguments.seconds, folder) for _ in range(3))
        if shutil.which("sox") is None:
            print("sox is not installed: no yardstick")
            return 0
        long_s, loops_s = sox(arguments.seconds, folder)
        print(
            f"sox -m of eight ready-made long WAV files: {long_s:.2f} s ({long_s / ours_s:.1f} x)"
        )
        print(f"sox -m of the eight clips, looped: {loops_s:.2f} s ({loops_s / ours_s:.1f} x)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
