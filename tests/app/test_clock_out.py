"""The MIDI clock and JACK's transport of a whole program: tempo, bars, and the death of an
engine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest
import soundfile as sf

from mwk_desktop.controls.midi.clock_line import CLOCK, START
from tests.driven_program import DrivenProgram
from tests.jack_server import jack_of
from tests.support import wait_for
from tests.wake_lateness import WakeLateness

__all__ = ["jack_of"]

LISTENER = Path(__file__).parents[1] / "controls" / "jack_clock.py"
RATE_HZ = 48_000
LOOP_FRAMES, BAR_FRAMES, TICK_FRAMES = 180_000, 90_000, 937.5
BLOCK_FRAMES = 256
SECONDS = 40
BPM_OFF = 0.005 * 600 / SECONDS
"""As much as 0.005 in ten minutes, in a shorter time."""
SAME_FRAMES = 16
CLEAN_LOOPS = 4
QUIET_MS = 1.0
"""Ticks may be off by some milliseconds: they are timed where four wakes of five are this quick."""
RUNS = 3


@dataclass
class Heard:
    """What came, in JACK's frames."""

    events: list[tuple[int, bytes]]
    clicks: list[int]
    places: list[tuple[int, float]]
    """Frames, and the transport's beats since bar 1 there."""

    def frames_of(self, *messages: bytes) -> list[int]:
        return [frame for frame, data in self.events if data in messages]


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_the_clock_goes_on_through_the_death_of_an_engine(
    jack_of: Callable[..., Any], tmp_path: Path
) -> None:
    # A server that does not wait hands on an old block of a client that is late: its ticks twice.
    server = jack_of(BLOCK_FRAMES, synchronous=True)
    off: list[AssertionError] = []
    for run in range(RUNS):
        with WakeLateness() as machine:
            heard = heard_through_a_death(server, tmp_path / str(run))
        check_messages(heard)
        # A machine that is busy elsewhere sends late: that is no fault of the clock.
        if machine.percentile_ms(80) > QUIET_MS:
            continue
        try:
            if check_ticks(heard):
                check_transport(heard)
                return
        except AssertionError as error:
            off.append(error)
            print(f"run {run}: {error}", file=sys.__stderr__)
    # A clock that is wrong is so in every run, and one is no proof.
    if len(off) > 1:
        raise off[-1]
    # The messages were checked; ticks are not timed beside a sound card that stands still itself.
    print(f"NOT TIMED: {RUNS} runs, the machine is busy", file=sys.__stderr__)


def heard_through_a_death(server: Any, folder: Path) -> Heard:
    """A program of its own that plays a click at each loop's first frame; its engine is killed
    half-way."""
    folder.mkdir()
    config = folder / "mwk.toml"
    config.write_text(
        '[clock]\nmidi = true\njack = true\n[midi]\nsystem = "jack"\n[audio]\ndevice = "system"\n'
    )
    options = ["--config", config, "--state-dir", folder / "state", "--sounds", clicks(folder)]
    command = [sys.executable, "-m", "mwk_desktop", "--headless", *map(str, options)]
    listener = DrivenProgram(LISTENER, server.name)
    program = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=os.environ)
    heard = Heard([], [], [])

    def listen() -> int:
        listener.ask("sound PortAudio")  # also that of the next engine
        for word in listener.ask("got").split():
            at, _, data = word.partition(":")
            heard.events.append((int(at), bytes.fromhex(data)))
        heard.clicks += map(int, listener.ask("clicks").split())
        for word in listener.ask("transport").split():
            at, beats = word.split(":")
            heard.places.append((int(at), float(beats)))
        return len(heard.events)

    try:
        wait_for(lambda: listener.ask("connect mwk clock"))
        wait_for(lambda: listen() > 51 * SECONDS / 2)
        engine_of(program).kill()
        wait_for(lambda: listen() > 51 * SECONDS, timeout_s=120.0)
    finally:
        program.terminate()
        program.wait(60.0)
        listener.kill()
    return heard


def engine_of(program: subprocess.Popen[bytes]) -> psutil.Process:
    """The one child that has loaded PortAudio."""
    (found,) = (
        child
        for child in psutil.Process(program.pid).children(recursive=True)
        if any("portaudio" in mapped.path for mapped in child.memory_maps())
    )
    return found


def clicks(folder: Path) -> Path:
    """A sound set with one clip, which is a click."""
    loop = np.zeros((LOOP_FRAMES, 2), dtype=np.float32)
    loop[:480] = np.linspace(0.5, 0.0, 480)[:, None]
    (folder / "sounds" / "drum").mkdir(parents=True)
    sf.write(folder / "sounds" / "drum" / "click.flac", loop, RATE_HZ)
    return folder / "sounds"


def check_messages(heard: Heard) -> None:
    """One start, before that bar's first tick; no stop, no second start."""
    sent = [data for _, data in heard.events]
    others = [data for data in sent if data != CLOCK]
    assert others in ([], [START])  # none, if the listener was connected after bar 1
    assert not others or sent[sent.index(START) + 1] == CLOCK


def clean_loops(heard: Heard) -> Any:
    """Whether the sound card missed nothing in a loop, nor in the one before."""
    clean = np.abs(np.diff(heard.clicks) - LOOP_FRAMES) < SAME_FRAMES
    clean[1:] &= clean[:-1].copy()
    return clean


def music_frames(heard: Heard, frames: list[int]) -> tuple[Any, Any]:
    """Which of JACK's frames lie in clean loops, and the music's frames there, from its first
    click."""
    clicks, clean, at = np.array(heard.clicks), clean_loops(heard), np.array(frames)
    loops = np.concatenate(([0], np.cumsum(np.round(np.diff(clicks) / LOOP_FRAMES))))
    loop = np.searchsorted(clicks, at) - 1
    timed = (loop >= 0) & (loop < len(clean)) & clean[np.clip(loop, 0, len(clean) - 1)]
    return timed, np.interp(at[timed], clicks, loops * LOOP_FRAMES)


def check_ticks(heard: Heard) -> bool:
    """By the music's own frames, in loops before and in which the sound card missed nothing;
    False if there are too few of them."""
    clean = clean_loops(heard)
    if clean.sum() < CLEAN_LOOPS:
        return False
    timed, music = music_frames(heard, heard.frames_of(CLOCK))
    # The room hears a click later than the server passes it on, by the output's latency; what is
    # sent waits for the server's next block.
    delay = np.angle(np.exp(2j * np.pi * music / TICK_FRAMES).mean()) / (2 * np.pi) * TICK_FRAMES
    number = np.round((music - delay) / TICK_FRAMES)
    off = music - delay - number * TICK_FRAMES
    assert np.median(np.abs(off)) < BLOCK_FRAMES / 2
    assert np.percentile(np.abs(off), 80) < BLOCK_FRAMES
    # None was lost and none came twice, also while there was no engine.
    assert np.ptp(np.percentile(number - np.flatnonzero(timed), [10, 90])) == 0
    slope = TICK_FRAMES + np.polyfit(number, off, 1)[0]
    assert 60 * RATE_HZ / (24 * slope) == pytest.approx(128.0, abs=BPM_OFF)
    for start in heard.frames_of(START):
        late = (start - heard.clicks[0] + BAR_FRAMES // 2) % BAR_FRAMES - BAR_FRAMES // 2
        assert abs(late) < 4 * BLOCK_FRAMES
    return True


def check_transport(heard: Heard) -> None:
    """JACK's transport counts our bars, before and after the death of the engine."""
    at, beats = (list(column) for column in zip(*heard.places, strict=True))
    timed, music = music_frames(heard, at)
    # A loop is eight beats, and each begins with a click.
    off = np.array(beats)[timed] * BAR_FRAMES / 4 - music
    off = (off + LOOP_FRAMES / 2) % LOOP_FRAMES - LOOP_FRAMES / 2
    assert np.median(np.abs(off)) < 2 * BLOCK_FRAMES
    assert np.percentile(np.abs(off), 80) < 4 * BLOCK_FRAMES
