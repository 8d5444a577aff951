"""The engine's process: it plays, tells, ends; and whatever becomes of it, the music goes on."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import psutil
import pytest

from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.output_devices import find_output, list_outputs
from mwk_desktop.engine.protocol import (
    NOW,
    TRACKS,
    Curve,
    EngineSpec,
    Landed,
    Launch,
    Ramp,
    Ramped,
    fader_curve,
)
from mwk_desktop.engine.shared_memory import EVENTS

Build = Callable[[np.ndarray, EngineSpec], EngineClient]
Wait = Callable[..., float]
Pid = Callable[[EngineClient], int]


LOOP_FRAMES = 4800

FORBIDDEN = ("PySide6", "confluent_kafka", "json", "msgspec", "soundfile", "scipy", "pytest")


def segments_of(*pids: int) -> list[Path]:
    """Named shared memory of these processes (multiprocessing names it after them)."""
    return [
        path
        for path in Path("/dev/shm").iterdir()
        if any(str(pid) in path.name.split("-") for pid in pids)
    ]


def test_it_plays_and_tells(
    engine_of: Build, wait_until: Wait, ramp_clips: np.ndarray, spec: EngineSpec
) -> None:
    engine = engine_of(ramp_clips, spec)
    status = engine.status()
    assert (status.state, status.device, status.segment) == ("silent", "null", 0)
    assert "silently" in str(status.detail)
    assert engine.frame_now() == 0
    engine.plan_launches(2, [Launch(0, 1, 0, 0), Launch(4000, 3, 48, 48)])
    engine.plan_ramps(fader_curve(2), [Ramp(5000, 0.5, 480)])
    engine.play()
    events: list[object] = []

    def three() -> bool:
        events.extend(engine.events())
        return len(events) >= 3

    wait_until(three)
    assert events == [
        Landed(0, 0, 2, 1, 0, 0),
        Landed(4000, 0, 2, 3, 48, 48),
        Ramped(5000, 0, 2, 0.5, 480),
    ]
    wait_until(lambda: engine.status().frame > 10_000)
    assert engine.status().strip_peaks[2][0] > 0.01
    assert engine.status().strip_peaks[1] == (0.0, 0.0)
    assert engine.status().priority
    wait_until(lambda: engine.status().lufs is not None)
    assert -60.0 < (engine.status().lufs or 0.0) < -5.0
    first = engine.frame_now()
    wait_until(lambda: engine.frame_now() > first + 1000)


def test_the_child_imports_only_what_it_needs(tmp_path: Path) -> None:
    """From a main module as light as the program's; the fresh interpreter shows what spawn does."""
    script = tmp_path / "light.py"
    script.write_text(
        textwrap.dedent(
            """
            if __name__ == "__main__":
                import json, msgspec
                import numpy as np
                from mwk_desktop.engine.engine_client import EngineClient
                from mwk_desktop.engine.protocol import EngineSpec
                clips = np.zeros((1, 4800, 2), dtype=np.float32)
                engine = EngineClient(clips, EngineSpec(4800, output="default"))
                print(" ".join(engine._engine.ready.modules))
                engine.close()
            """
        )
    )
    result = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert result.stderr == ""
    modules = result.stdout.split()
    assert "numpy" in modules
    for name in FORBIDDEN:
        assert not [module for module in modules if module.split(".")[0] == name], name
    ours = {module for module in modules if module.startswith("mwk_desktop.")}
    # Of the sound set only where its parts lie in memory, not what decodes them.
    layout = {"mwk_desktop.sounds", "mwk_desktop.sounds.sound_layout"}
    assert not [
        name
        for name in ours - layout
        if name.split(".")[1] not in ("engine", "platform", "messages", "units")
    ]


def test_it_ends_clean_and_twice(ramp_clips: np.ndarray, spec: EngineSpec, pid_of: Pid) -> None:
    threads = set(threading.enumerate())
    client = EngineClient(ramp_clips, spec)
    pid = pid_of(client)
    assert not segments_of(os.getpid(), pid)
    client.play()
    client.close()
    client.close()
    assert not psutil.pid_exists(pid)
    # One that an earlier test left may have ended meanwhile.
    assert set(threading.enumerate()) <= threads
    assert client.events() == []
    assert client.status().frame >= 0
    client.plan_launches(0, [Launch(NOW, 1, 0, 0)])


def test_the_death_of_the_parent_ends_it(tmp_path: Path, wait_until: Wait) -> None:
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent(
            """
            if __name__ == "__main__":
                import sys
                import numpy as np
                from mwk_desktop.engine.engine_client import EngineClient
                from mwk_desktop.engine.protocol import EngineSpec
                engine = EngineClient(np.zeros((1, 4800, 2), np.float32), EngineSpec(4800))
                engine.play()
                print(engine.pid, flush=True)
                sys.stdin.read()  # until it is killed
            """
        )
    )
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as parent:
        assert parent.stdout is not None
        pid = int(parent.stdout.readline())
        family = psutil.Process(parent.pid).children(recursive=True)
        assert psutil.pid_exists(pid)
        parent.kill()
    wait_until(lambda: not [child for child in family if child.is_running()])
    assert not segments_of(parent.pid, pid)


def test_ctrl_c_is_the_parents_business(
    engine_of: Build, wait_until: Wait, ramp_clips: np.ndarray, spec: EngineSpec, pid_of: Pid
) -> None:
    engine = engine_of(ramp_clips, spec)
    engine.play()
    os.kill(pid_of(engine), signal.SIGINT)
    wait_until(lambda: engine.status().frame > 9600)
    assert engine.status().segment == 0


@pytest.mark.parametrize("death", [signal.SIGKILL, signal.SIGSTOP])
def test_a_dead_or_stuck_engine_is_replaced_in_phase(
    engine_of: Build,
    wait_until: Wait,
    ramp_clips: np.ndarray,
    spec: EngineSpec,
    pid_of: Pid,
    death: signal.Signals,
) -> None:
    engine = engine_of(ramp_clips, spec)
    for strip in range(4):
        engine.plan_launches(strip, [Launch(0, strip, 0, 0)])
    engine.plan_launches(0, [Launch(0, 5, 0, 0), Launch(10_000_000, 6, 0, 0)])
    engine.plan_ramps(fader_curve(1), [Ramp(NOW, 0.25, 0)])
    engine.plan_ramps(Curve.FADE, [Ramp(NOW, 0.0, 48_000_000)])
    engine.play()
    seen: list[object] = []

    def settled() -> bool:
        seen.extend(engine.events())
        return len(seen) >= 6

    wait_until(settled)
    first_pid = pid_of(engine)
    before = engine.status()
    os.kill(first_pid, death)
    wait_until(lambda: engine.status().segment == 1 and engine.status().state == "silent")
    assert engine.status().restarts == 1
    after: list[Landed | Ramped] = []

    def again() -> bool:
        after.extend(engine.events())
        return len(after) >= 7

    wait_until(again)
    frame = after[0].frame
    status = engine.status()
    # In phase: the transport is the wall clock's across the gap.
    expected = before.frame + (status.frame_time_ns - before.frame_time_ns) * 48_000 / 1e9
    assert abs(status.frame - expected) < 4_800  # a busy machine asks for a block late
    assert {event.frame for event in after} == {frame}
    assert {event.segment for event in after} == {1}
    clips = [(event.strip, event.clip, event.fade_in_frames) for event in after[:4]]
    assert clips == [(0, 5, 480), (1, 1, 480), (2, 2, 480), (3, 3, 480)]
    ramps = [event for event in after if isinstance(event, Ramped)]
    assert ramps[0] == Ramped(frame, 1, fader_curve(1), 0.25, 0)
    fade_now, fade_on = ramps[1:]
    assert (fade_now.curve, fade_on.curve) == (Curve.FADE, Curve.FADE)
    assert 0.99 < fade_now.target < 1.0
    assert (fade_on.target, fade_on.ramp_frames) == (
        0.0,
        pytest.approx(48_000_000 - frame, abs=96_000),
    )
    assert not psutil.pid_exists(first_pid)
    # What was pending is still pending, and a new plan still takes its place.
    engine.plan_launches(0, [Launch(NOW, 7, 0, 0)])
    landed: list[object] = []

    def third() -> bool:
        landed.extend(engine.events())
        return len(landed) >= 1

    wait_until(third)
    assert isinstance(landed[0], Landed)
    assert landed[0].clip == 7


def test_it_is_replaced_before_it_plays(
    engine_of: Build, wait_until: Wait, ramp_clips: np.ndarray, spec: EngineSpec, pid_of: Pid
) -> None:
    engine = engine_of(ramp_clips, spec)
    engine.plan_launches(0, [Launch(0, 1, 0, 0)])
    os.kill(pid_of(engine), signal.SIGKILL)
    wait_until(lambda: engine.status().segment == 1 and engine.status().state == "silent")
    assert engine.frame_now() == 0
    engine.play()
    landed: list[object] = []

    def once() -> bool:
        landed.extend(engine.events())
        return bool(landed)

    wait_until(once)
    assert landed == [Landed(0, 1, 0, 1, 0, 0)]


def test_a_device_that_is_not_there_is_no_other_device(
    engine_of: Build, wait_until: Wait, ramp_clips: np.ndarray
) -> None:
    engine = engine_of(ramp_clips, EngineSpec(4800, output="The Good Interface"))
    status = engine.status()
    assert status.state == "silent"
    assert "\n" not in str(status.detail)
    assert str(status.detail).endswith("keeping time silently")
    engine.play()
    wait_until(lambda: engine.status().frame > 4800)


def test_a_broken_alsa_configuration_is_said_in_one_line(
    engine_of: Build,
    ramp_clips: np.ndarray,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    broken = tmp_path / "alsa.conf"
    broken.write_text("pcm.!default { type nonsense\n")
    monkeypatch.setenv("ALSA_CONFIG_PATH", str(broken))
    monkeypatch.setenv("JACK_DEFAULT_SERVER", "none-of-ours")
    engine = engine_of(ramp_clips, EngineSpec(4800, output="default"))
    assert engine.status().state == "silent"
    assert engine.status().detail
    assert "\n" not in str(engine.status().detail)
    outputs = list_outputs()
    assert outputs.devices == ()
    assert outputs.problem
    assert capfd.readouterr().err == ""


def test_another_output_can_be_chosen(
    engine_of: Build, wait_until: Wait, ramp_clips: np.ndarray
) -> None:
    engine = engine_of(ramp_clips, EngineSpec(4800, output="The Good Interface"))
    engine.play()
    assert engine.status().device_missing
    engine.choose_output("null")
    wait_until(lambda: "no device chosen" in str(engine.status().detail))
    assert engine.status().segment >= 1
    assert not engine.status().device_missing
    assert not find_output("The Good Interface").devices


def test_wrong_plans_are_refused_here(
    engine_of: Build, ramp_clips: np.ndarray, spec: EngineSpec
) -> None:
    engine = engine_of(ramp_clips, spec)
    with pytest.raises(IndexError):
        engine.plan_launches(TRACKS, [])
    with pytest.raises(IndexError):
        engine.plan_launches(0, [Launch(0, 10, 0, 0)])
    with pytest.raises(IndexError):
        engine.plan_ramps(99, [])


def test_a_command_behind_a_large_plan_reaches_an_engine_that_reads_late(
    engine_of: Build, wait_until: Wait, pid_of: Pid
) -> None:
    """A pipe that is full at this moment: the transport starts all the same."""
    clips = np.zeros((1, LOOP_FRAMES, 2), dtype=np.float32)
    engine = engine_of(clips, EngineSpec(LOOP_FRAMES))
    pid = pid_of(engine)
    os.kill(pid, signal.SIGSTOP)
    engine.plan_ramps(Curve.MASTER, [Ramp(frame, 0.5, 0) for frame in range(20_000)])
    engine.play()
    # On a busy machine the watchdog may have replaced it by now.
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGCONT)
    wait_until(lambda: engine.status().frame > 1000)


def test_events_that_nobody_read_in_time_are_counted(
    engine_of: Build, wait_until: Wait, pid_of: Pid
) -> None:
    clips = np.zeros((1, LOOP_FRAMES, 2), dtype=np.float32)
    engine = engine_of(clips, EngineSpec(LOOP_FRAMES))
    ramps = [Ramp(frame, 0.5, 0) for frame in range(EVENTS + 100)]
    engine.plan_ramps(Curve.MASTER, ramps)
    assert engine.status().lost_events == 0
    engine.play()
    wait_until(lambda: engine.status().frame > EVENTS + 1000)
    assert engine.events()[0].frame == 100  # the oldest are gone
    assert engine.status().lost_events == 100
    # Counted for the whole show, not for one engine.
    os.kill(pid_of(engine), signal.SIGKILL)
    wait_until(lambda: engine.status().segment == 1 and engine.status().state == "silent")
    assert engine.status().lost_events == 100


def test_the_transport_is_moved_while_it_plays(
    engine_of: Build, wait_until: Wait, ramp_clips: np.ndarray, spec: EngineSpec
) -> None:
    """A console that nobody hears goes where another one's music is; its plans stay."""
    engine = engine_of(ramp_clips, spec)
    engine.plan_launches(2, [Launch(20 * spec.rate_hz, 1, 0, 0)])
    engine.play()
    wait_until(lambda: engine.frame_now() > 0)
    engine.shift_transport(100_000.0)
    wait_until(lambda: engine.frame_now() >= 100 * spec.rate_hz)
    landed: list[object] = []
    wait_until(lambda: landed.extend(engine.events()) or landed)
    assert isinstance(landed[0], Landed)
    assert landed[0].frame >= 100 * spec.rate_hz
    engine.shift_transport(-60_000.0)
    wait_until(lambda: engine.frame_now() < 90 * spec.rate_hz)
    assert engine.frame_now() > 35 * spec.rate_hz
