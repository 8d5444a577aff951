"""What a real sound server receives, sample for sample, and what happens when it dies."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mwk_desktop import platform
from mwk_desktop.engine import engine_watchdog, output_devices
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.limiter import DELAY_FRAMES
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.output_devices import list_outputs
from mwk_desktop.engine.protocol import (
    Curve,
    EngineSpec,
    Launch,
    Ramp,
    audible_curve,
    fader_curve,
)
from tests.engine.jack_checks import Heard, capturing, check_same, disturbance

Build = Callable[[np.ndarray, EngineSpec], EngineClient]
Wait = Callable[..., float]

RATE_HZ = 48_000
LOOP_FRAMES = 4800
SETTLE_FRAMES = RATE_HZ
"""Before this frame nothing sounds: the head is lost until the ports are connected."""


def check_bits(
    seconds: float, block_frames: int, jack_of: Callable[..., Any], engine_of: Build, wait: Wait
) -> None:
    """What a server that loses nothing received is the offline rendering, bit for bit."""
    server = jack_of(block_frames, synchronous=True)
    check_same(lambda: play_once(seconds, block_frames, server, engine_of, wait))


def play_once(
    seconds: float, block_frames: int, server: Any, engine_of: Build, wait: Wait
) -> Heard:
    clips = np.random.default_rng(2).normal(0.0, 0.2, (16, LOOP_FRAMES, 2)).astype(np.float32)
    spec = EngineSpec(LOOP_FRAMES, block_frames=block_frames, output="system")
    end_frame = SETTLE_FRAMES + int(seconds * RATE_HZ)
    rng = np.random.default_rng(3)
    launches = {
        strip: [
            Launch(int(frame), int(rng.integers(-1, 16)), 480, 480)
            for frame in np.sort(rng.integers(SETTLE_FRAMES, end_frame, int(4 * seconds)))
        ]
        for strip in range(8)
    }
    launches[0].insert(0, Launch(SETTLE_FRAMES, 0, 0, 0))
    ramps = {
        curve: [Ramp(SETTLE_FRAMES + 5000 * (n + 1), 1.0 / (n + 1), 700) for n in range(9)]
        for curve in (int(Curve.MASTER), fader_curve(3), audible_curve(5))
    }
    engine = engine_of(clips, spec)
    assert engine.status().state == "running", engine.status().detail
    assert engine.status().device.startswith("system")
    with capturing(server.name, end_frame + 4 * RATE_HZ) as capture:
        capture.connect()
        for strip, some in launches.items():
            engine.plan_launches(strip, some)
        for curve, some_ramps in ramps.items():
            engine.plan_ramps(curve, some_ramps)
        engine.play()
        before = server.complaints()
        wait(lambda: engine.status().frame >= end_frame + 2 * block_frames, seconds + 30.0)
        # A few more blocks may still be on their way through the server.
        wait(lambda: engine.status().frame >= end_frame + 4800)
        received, xruns = capture.stop()
    disturbed = disturbance(xruns, engine.status(), server.complaints() - before)
    engine.close()
    # The last frames are still inside the limiter.
    expected = np.concatenate(list(render(clips, spec, launches, ramps, end_frame)))
    assert expected[SETTLE_FRAMES].any()
    begin = int(np.flatnonzero(received.any(axis=1))[0]) - SETTLE_FRAMES
    heard = received[begin + SETTLE_FRAMES : begin + end_frame]
    return heard, expected[SETTLE_FRAMES:], disturbed


def test_only_a_disturbed_run_is_repeated() -> None:
    sound, other = np.zeros((4, 2)), np.ones((4, 2))
    runs = [(other, sound, "an xrun"), (sound[:3], sound, "an xrun"), (sound, sound, "")]
    check_same(iter(runs).__next__)
    with pytest.raises(AssertionError, match="4 frames differ, from frame 0 on"):
        check_same(iter([(other, sound, ""), (sound, sound, "")]).__next__)
    with pytest.raises(pytest.fail.Exception, match="three times in a row"):
        check_same(iter([(other, sound, "an xrun")] * 3).__next__)


def test_what_jack_receives_is_what_is_rendered_offline(
    jack_of: Callable[..., Any], engine_of: Build, wait_until: Wait
) -> None:
    check_bits(3.0, 256, jack_of, engine_of, wait_until)


@pytest.mark.soak
@pytest.mark.timeout(400)
@pytest.mark.parametrize("block_frames", [64, 128, 256, 512])
def test_a_minute_of_it_at_every_block_size(
    jack_of: Callable[..., Any], engine_of: Build, wait_until: Wait, block_frames: int
) -> None:
    check_bits(60.0, block_frames, jack_of, engine_of, wait_until)


def test_outputs_are_listed(jack_of: Callable[..., Any]) -> None:
    jack_of(256)
    outputs = list_outputs()
    assert not outputs.problem
    device = next(device for device in outputs.devices if "JACK" in device.hostapi)
    assert (device.name, device.channels, device.rate_hz) == ("system", 2, RATE_HZ)


def is_realtime_granted() -> bool:
    """Whether an engine's threads get real-time priority here: asked by a thread that then ends."""
    answers: list[bool] = []

    def ask() -> None:
        platform.current.claim_control_priority()
        answers.append(platform.current.is_realtime())

    asking = threading.Thread(target=ask)
    asking.start()
    asking.join(60)
    return answers == [True]


def test_the_delay_that_clocks_go_by_holds_the_block_that_is_mixed_ahead(
    jack_of: Callable[..., Any], engine_of: Build
) -> None:
    jack_of(256)
    silence = np.zeros((1, LOOP_FRAMES, 2), dtype=np.float32)
    delays = []
    for latency_ms in (40, 10):  # in 10 ms there is no room for two blocks
        engine = engine_of(silence, EngineSpec(LOOP_FRAMES, output="system", latency_ms=latency_ms))
        assert engine.status().state == "running", engine.status().detail
        delays.append(engine.status().delay_frames - DELAY_FRAMES)
        engine.close()
    assert delays == [256 if is_realtime_granted() else 0, 0]


def lose_and_find(times: int, jack_of: Callable[..., Any], engine_of: Build, wait: Wait) -> None:
    server = jack_of(256)
    clips = np.full((2, LOOP_FRAMES, 2), 0.25, dtype=np.float32)
    engine = engine_of(clips, EngineSpec(LOOP_FRAMES, output="system"))
    engine.plan_launches(1, [Launch(0, 1, 0, 0)])
    engine.play()
    wait(lambda: engine.status().strip_peaks[1][0] == 0.25)
    anchor = engine.status()
    for _ in range(times):
        device = engine.status().device
        assert engine.status().state == "running"
        server.kill()
        wait(lambda: engine.status().state == "silent")
        assert str(engine.status().detail).startswith(device)
        # It keeps time and voices while nothing is heard.
        wait(lambda: engine.status().strip_peaks[1][0] == 0.25)
        server.start()
        wait(lambda: engine.status().state == "running")
        assert engine.status().device == device
        assert not engine.status().detail
        wait(lambda: engine.status().strip_peaks[1][0] == 0.25)
        status = engine.status()
        elapsed_s = (status.frame_time_ns - anchor.frame_time_ns) / 1e9
        assert abs(status.frame - anchor.frame - elapsed_s * RATE_HZ) < RATE_HZ / 10


def test_a_killed_sound_server_comes_back(
    jack_of: Callable[..., Any], engine_of: Build, wait_until: Wait
) -> None:
    lose_and_find(1, jack_of, engine_of, wait_until)


@pytest.mark.soak
def test_ten_times_in_a_row(
    jack_of: Callable[..., Any], engine_of: Build, wait_until: Wait
) -> None:
    lose_and_find(10, jack_of, engine_of, wait_until)


def test_a_server_that_does_not_answer_is_said_with_what_to_do(
    jack_of: Callable[..., Any],
    engine_of: Build,
    wait_until: Wait,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Also to an engine that starts then; both play as soon as it goes on."""
    server = jack_of(256)
    silence = np.zeros((1, LOOP_FRAMES, 2), dtype=np.float32)
    spec = EngineSpec(LOOP_FRAMES, output="system")
    first = engine_of(silence, spec)
    monkeypatch.setattr(engine_watchdog, "READY_S", 3.0)
    monkeypatch.setattr(engine_watchdog, "READY_AGAIN_S", 3.0)
    monkeypatch.setattr(engine_watchdog, "RETRY_NEVER_SEEN_S", 0.5)
    monkeypatch.setattr(output_devices, "OTHERS_S", 60.0)
    server.stop()
    engines = (first, engine_of(silence, spec))
    for engine in engines:
        wait_until(lambda each=engine: "JACK does not answer" in str(each.status().detail), 60.0)
        assert engine.status().state == "silent"
        assert engine.status().device_missing
    outputs = list_outputs(2.0)
    assert outputs.hangs
    assert "JACK does not answer" in str(outputs.problem)
    assert not [device for device in outputs.devices if "JACK" in device.hostapi]
    monkeypatch.setattr(engine_watchdog, "READY_S", 20.0)
    monkeypatch.setattr(engine_watchdog, "READY_AGAIN_S", 20.0)
    server.go_on()
    for engine in engines:
        wait_until(lambda each=engine: each.status().state == "running", 60.0)
        assert not engine.status().detail


def test_advice_about_a_jack_ends_when_it_answers_though_the_output_is_still_away(
    jack_of: Callable[..., Any],
    engine_of: Build,
    wait_until: Wait,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Else it would say for the whole evening: end JACK, and remove its database."""
    server = jack_of(256)
    monkeypatch.setattr(engine_watchdog, "READY_AGAIN_S", 3.0)
    monkeypatch.setattr(engine_watchdog, "RETRY_NEVER_SEEN_S", 0.5)
    engine = engine_of(
        np.zeros((1, LOOP_FRAMES, 2), dtype=np.float32),
        EngineSpec(LOOP_FRAMES, output="The Good Interface"),
    )
    wait_until(lambda: engine.status().device_missing, 60.0)
    server.stop()
    wait_until(lambda: "JACK does not answer" in str(engine.status().detail), 60.0)
    monkeypatch.setattr(engine_watchdog, "READY_AGAIN_S", 20.0)
    server.go_on()
    wait_until(lambda: "no sound card named" in str(engine.status().detail), 60.0)
    assert "JACK does not answer" not in str(engine.status().detail)


def test_a_search_that_hangs_does_not_hold_up_the_end(
    jack_of: Callable[..., Any],
    engine_of: Build,
    wait_until: Wait,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server = jack_of(256)
    monkeypatch.setattr(engine_watchdog, "RETRY_NEVER_SEEN_S", 0.1)
    silence = np.zeros((1, LOOP_FRAMES, 2), dtype=np.float32)
    engine = engine_of(silence, EngineSpec(LOOP_FRAMES, output="The Good Interface"))
    wait_until(lambda: engine.status().device_missing, 60.0)
    monkeypatch.setattr(engine_watchdog, "READY_AGAIN_S", 3600.0)
    asked, find = threading.Event(), engine_watchdog.find_output

    def asked_for(*arguments: Any) -> Any:
        asked.set()
        return find(*arguments)

    monkeypatch.setattr(engine_watchdog, "find_output", asked_for)
    server.stop()
    wait_until(asked.is_set, 60.0)
    engine.close()
    server.go_on()


def test_outputs_are_found_without_a_jack_that_does_not_answer(
    jack_of: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """PortAudio asks JACK first: it would hang before it sees a sound card."""
    settings = tmp_path / "asound.conf"
    settings.write_text("pcm.!default { type null }\nctl.!default { type null }\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(settings))
    server = jack_of(256)
    server.stop()
    monkeypatch.setattr(output_devices, "OTHERS_S", 60.0)
    outputs = list_outputs(2.0)
    server.go_on()
    assert outputs.hangs
    assert [device.hostapi for device in outputs.devices] == ["ALSA"]
