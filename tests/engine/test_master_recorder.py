"""The master on disk is what was played."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import EngineSpec, Launch

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
