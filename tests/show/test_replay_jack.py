"""What a real sound server receives from a real-time replay is the bounce of the same recording."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.show.drivers.offline import OfflineShow
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording, prepare
from mwk_desktop.show.drivers.replay import ReplayShow
from mwk_desktop.show.drivers.threads import ShowThread
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.engine.jack_checks import capturing, check_same, disturbance
from tests.support import T0_MS, Floats, arithmetic_clips, arithmetic_music, votes, write_lines

WINDOW_MS = 3_750
WINDOW_FRAMES = 180_000
RATE_HZ = 48_000
MUSIC = arithmetic_music()
CLIPS = arithmetic_clips(MUSIC)
RULES = CountingRules(window_ms=WINDOW_MS)


def recording(path: Path, windows: int) -> PreparedRecording:
    """Another five instruments in every window."""
    lines = []
    for window in range(windows):
        names = [INSTRUMENTS[(window + 3 * n) % 8] for n in range(5)]
        start_ms = T0_MS + window * WINDOW_MS
        lines += votes(names, start_ms, 300, first=10 * window)
    return prepare(RecordingSource(write_lines(path, lines)), MUSIC, WINDOW_MS, 250, 1)


def bounce(recorded: PreparedRecording) -> Floats:
    show = OfflineShow(
        recorded,
        Counting(RULES, MUSIC.clips, recorded.seed),
        opening=("drum", "pad"),
        quantize="bar",
        grace_ms=250,
    )
    bounced = show.run()
    assert bounced is not None
    spec = EngineSpec(WINDOW_FRAMES, origin_frame=recorded.grid.origin_frame)
    plans = (CLIPS, spec, bounced.launches, bounced.ramps, bounced.end_frame)
    return np.concatenate(list(render(*plans)))


def replay(
    recorded: PreparedRecording,
    block_frames: int,
    server: Any,
    frames: int,
    wait: Callable[..., float],
) -> tuple[Floats, str]:
    """Play it through the engine's process into JACK; returns what JACK got, and what disturbed
    it."""
    spec = EngineSpec(
        WINDOW_FRAMES,
        origin_frame=recorded.grid.origin_frame,
        block_frames=block_frames,
        output="system",
    )
    engine = EngineClient(CLIPS, spec, wait_s=30.0)
    try:
        assert engine.status().state == "running", engine.status().detail
        driver = ReplayShow(
            recorded,
            lambda: Counting(RULES, MUSIC.clips, recorded.seed),
            engine,
            speed=1.0,
            loop=False,
            opening=("drum", "pad"),
            quantize="bar",
            grace_ms=250,
            file_name="test",
        )
        failures: list[BaseException] = []
        thread = ShowThread(driver, failures.append)
        with capturing(server.name, frames + 6 * RATE_HZ) as capture:
            capture.connect()
            before = server.complaints()
            thread.start()
            wait(lambda: thread.wait_finished(0.01), frames / RATE_HZ + 40.0)
            # The last block may still be on its way; the engine goes on, in silence.
            last = engine.status().frame
            wait(lambda: engine.status().frame >= last + 16 * block_frames)
            received, xruns = capture.stop()
        thread.stop()
        assert not failures
        disturbed = disturbance(xruns, engine.status(), server.complaints() - before)
    finally:
        engine.close()
    return received, disturbed


def check(
    path: Path,
    windows: int,
    block_frames: int,
    jack_of: Callable[..., Any],
    wait: Callable[..., float],
) -> None:
    """Sample for sample; the server waits for its clients, so a busy machine loses nothing."""
    recorded = recording(path, windows)
    expected = bounce(recorded)
    server = jack_of(block_frames, synchronous=True)

    def play() -> tuple[Floats, Floats, str]:
        received, disturbed = replay(recorded, block_frames, server, len(expected), wait)
        first = int(np.flatnonzero(received.any(axis=1))[0])
        first -= int(np.flatnonzero(expected.any(axis=1))[0])
        return received[first : first + len(expected)], expected, disturbed

    check_same(play)


def test_a_real_time_replay_is_the_bounce(
    tmp_path: Path, jack_of: Callable[..., Any], wait_until: Callable[..., float]
) -> None:
    check(tmp_path / "a.jsonl", 3, 256, jack_of, wait_until)


@pytest.mark.soak
@pytest.mark.parametrize("block_frames", [64, 512])
@pytest.mark.timeout(600)
def test_a_minute_of_real_time_replay_is_the_bounce(
    tmp_path: Path,
    jack_of: Callable[..., Any],
    wait_until: Callable[..., float],
    block_frames: int,
) -> None:
    check(tmp_path / "a.jsonl", 15, block_frames, jack_of, wait_until)
