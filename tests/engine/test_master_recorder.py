"""The master on disk is what was played."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from mwk_desktop.engine.audio_writer import AudioWriter
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.frame_map import FrameMap
from mwk_desktop.engine.master_recorder import MasterRecorder, MasterRing
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import EngineSpec, Launch
from mwk_desktop.engine.shared_memory import SharedEngineState
from tests.support import wait_for

Build = Callable[[np.ndarray, EngineSpec], EngineClient]
Wait = Callable[..., float]


def test_the_recording_is_the_master_without_a_gap(
    engine_of: Build,
    wait_until: Wait,
    ramp_clips: np.ndarray,
    spec: EngineSpec,
    tmp_path: Path,
) -> None:
    engine = engine_of(ramp_clips, spec)
    launches = {3: [Launch(1000, 7, 0, 0)]}
    engine.plan_launches(3, launches[3])
    engine.start_recording(tmp_path / "a.flac")
    assert engine.recording
    with pytest.raises(RuntimeError, match="already"):
        engine.start_recording(tmp_path / "b.flac")
    engine.play()
    wait_until(lambda: engine.status().frame > 48_000)
    assert not engine.stop_recording()
    assert not engine.recording
    read, rate_hz = soundfile.read(tmp_path / "a.flac")
    assert rate_hz == 48_000
    assert len(read) > 40_000
    expected = np.concatenate(list(render(ramp_clips, spec, launches, {}, len(read))))
    first = int(np.flatnonzero(read.any(axis=1))[0]) - 1000
    assert 0 <= first < 400
    assert np.abs(read[first:] - expected[: len(read) - first]).max() <= 2.0**-23
    # A second one, from the middle, by closing the engine.
    engine.start_recording(tmp_path / "b.wav")
    engine.close()
    assert soundfile.info(tmp_path / "b.wav").subtype == "PCM_24"


def test_a_replaced_engine_leaves_silence_of_the_same_length(
    engine_of: Build,
    wait_until: Wait,
    ramp_clips: np.ndarray,
    spec: EngineSpec,
    tmp_path: Path,
    pid_of: Callable[[EngineClient], int],
) -> None:
    engine = engine_of(ramp_clips, spec)
    engine.plan_launches(0, [Launch(0, 9, 0, 0)])
    engine.start_recording(tmp_path / "a.wav")
    engine.play()
    wait_until(lambda: engine.status().frame > 10_000)
    os.kill(pid_of(engine), signal.SIGKILL)

    def plays_again() -> bool:
        now = engine.status()
        return now.segment == 1 and now.state == "silent" and now.frame > 10_000

    wait_until(plays_again)
    frame = engine.frame_now() + 1000
    wait_until(lambda: engine.status().frame > frame + 20_000)
    assert not engine.stop_recording()
    read, _ = soundfile.read(tmp_path / "a.wav")
    assert len(read) > frame + 10_000
    # Ten milliseconds of fade and the limiter's delay behind, the second part is in phase again.
    delay = int(np.flatnonzero(read.any(axis=1))[0])
    expected = np.take(ramp_clips[9], np.arange(frame, len(read)) - delay, axis=0, mode="wrap")
    assert np.abs(read[frame:] - expected).max() <= 2.0**-23


def test_a_file_that_cannot_be_is_refused(
    engine_of: Build, ramp_clips: np.ndarray, spec: EngineSpec, tmp_path: Path
) -> None:
    engine = engine_of(ramp_clips, spec)
    with pytest.raises(OSError, match="cannot be written"):
        engine.start_recording(tmp_path / "missing" / "a.flac")
    assert not engine.recording
    assert not engine.stop_recording()


def _play(shared: SharedEngineState, sound: np.ndarray, begin: int) -> None:
    for at in range(0, len(sound), 256):
        block = sound[at : at + 256]
        shared.append_master_rt(block, begin + at + len(block))


def test_what_an_engine_plays_at_another_rate_is_converted_and_in_its_place(tmp_path: Path) -> None:
    """A second at 48 kHz, half a second without an engine, a second at 44.1 kHz."""
    tone_hz = 441.0

    def tone(rate_hz: int, frames: np.ndarray) -> np.ndarray:
        wave = 0.5 * np.sin(2 * np.pi * tone_hz / rate_hz * frames)
        return np.stack([wave, wave], axis=1).astype(np.float32)

    first = MasterRing(SharedEngineState(), 48_000, FrameMap(48_000, 48_000))
    second = MasterRing(SharedEngineState(), 44_100, FrameMap(48_000, 44_100))
    _play(first.shared, tone(48_000, np.arange(256)), 0)
    rings = [first]
    writer = AudioWriter(tmp_path / "a.wav", 48_000)
    recorder = MasterRecorder(writer, 48_000, lambda: rings[-1])
    _play(first.shared, tone(48_000, np.arange(256, 48_000)), 256)
    wait_for(lambda: writer.frames == 48_000 - 256)
    begin = 44_100 * 3 // 2
    _play(second.shared, tone(44_100, np.arange(begin, begin + 44_100)), begin)
    rings.append(second)
    recorder.stop()
    assert not recorder.problem
    assert recorder.lost_frames == 0
    read, rate_hz = soundfile.read(tmp_path / "a.wav")
    assert rate_hz == 48_000
    end = 48_000 * 5 // 2
    assert abs(len(read) + 256 - end) <= 2
    wanted = tone(48_000, np.arange(256, end))
    assert np.abs(read[: 48_000 - 256] - wanted[: 48_000 - 256]).max() < 1e-6
    assert not read[48_000 - 256 : 72_000 - 256].any()
    # The converter rings where the sound begins and ends at once.
    inside = slice(72_000 - 256 + 500, len(read) - 500)
    assert np.abs(read[inside] - wanted[inside]).max() < 0.01


def test_a_recorder_that_fails_in_any_way_says_so(tmp_path: Path) -> None:
    def broken() -> MasterRing | None:
        if fails:
            raise ValueError("a frame that cannot be")
        return None

    fails: list[bool] = []
    recorder = MasterRecorder(AudioWriter(tmp_path / "a.wav", 48_000), 48_000, broken)
    assert recorder.active
    fails.append(True)
    wait_for(lambda: not recorder.active)
    assert "a frame that cannot be" in str(recorder.problem)
    recorder.stop()
    assert list(tmp_path.iterdir()) == []
