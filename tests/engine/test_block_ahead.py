"""A block that is mixed while the one before it is played: the same samples, one block later."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from mwk_desktop.engine import block_ahead
from mwk_desktop.engine.audio_callback import AudioCallback
from mwk_desktop.engine.audio_outputs import JACK, mixes_ahead
from mwk_desktop.engine.block_ahead import BlockAhead
from mwk_desktop.engine.engine_commands import StartTransport
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.engine.shared_memory import SharedEngineState, StateSlot
from tests.support import wait_for

BLOCK = 64
SPEC = EngineSpec(4800, block_frames=BLOCK, realtime=False)


class Counted:
    """In the audio callback's place: each block holds its number, and may take long."""

    def __init__(self) -> None:
        self.blocks = 0
        self.underflows: list[bool] = []
        self.threads: set[int] = set()
        self.may_end = threading.Event()
        self.may_end.set()

    def render_block_rt(self, out: Any, underflow: bool, due_ns: int = 0) -> None:
        self.blocks += 1
        self.underflows.append(underflow)
        self.threads.add(threading.get_ident())
        self.may_end.wait(60)
        out.fill(float(self.blocks))


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(block_ahead, "STUCK_S", 60.0)  # however busy this machine is
    callback = Counted()
    yield callback
    callback.may_end.set()


class Clock:
    """In the monotonic clock's place: stands still until it is moved, and knows who reads it."""

    def __init__(self) -> None:
        self.now_ns = 1
        self.readers: set[int | None] = set()

    def monotonic_ns(self) -> int:
        now_ns = self.now_ns
        self.readers.add(threading.get_ident())
        return now_ns


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    stopped = Clock()
    monkeypatch.setattr(time, "monotonic_ns", stopped.monotonic_ns)
    return stopped


def exchanges(counted: Counted, channels: int = 2) -> tuple[Callable[..., float], Any]:
    """Asks for a block as a device does, and returns its number; and the engine's state."""
    shared = SharedEngineState()
    ahead = BlockAhead(counted, SPEC, shared, channels)  # type: ignore[arg-type]

    def exchange(underflow: bool = False) -> float:
        out = np.full((BLOCK, channels), -1.0, dtype=np.float32)
        ahead.exchange_rt(out, underflow)
        assert (out == out[0, 0]).all()
        return float(out[0, 0])

    return exchange, shared.ints


@pytest.mark.parametrize("channels", [2, 4])
def test_each_block_comes_once_and_one_later(counted: Counted, channels: int) -> None:
    exchange, ints = exchanges(counted, channels)
    assert [exchange(number == 3) for number in range(6)] == [0.0, 1.0, 2.0, 3.0, 4.0, 5.0]
    wait_for(lambda: counted.blocks == 6)
    assert counted.underflows == [False, False, False, True, False, False]
    assert threading.get_ident() not in counted.threads
    assert ints[StateSlot.FAULTS] == 0


def test_a_block_that_was_held_up_while_it_was_mixed_is_in_time(
    counted: Counted, clock: Clock
) -> None:
    """Nobody waits for it until the next period; then only for what is left of it."""
    exchange, ints = exchanges(counted)
    counted.may_end.clear()
    assert exchange() == 0.0
    wait_for(lambda: counted.blocks == 1)
    found: list[float] = []
    waiting = threading.Thread(target=lambda: found.append(exchange()))
    waiting.start()
    wait_for(lambda: waiting.ident in clock.readers)
    assert found == []
    counted.may_end.set()
    waiting.join(60)
    assert found == [1.0]
    assert ints[StateSlot.MISSED] == 0


class HeldUp(AudioCallback):
    """The audio callback itself, which takes as long as it is held up."""

    def __init__(self, shared: SharedEngineState) -> None:
        super().__init__(np.zeros((1, SPEC.loop_frames, 2), dtype=np.float32), SPEC, shared)
        self.begins, self.may_end = threading.Event(), threading.Event()
        self.commands.append(StartTransport())

    def _render_rt(self, out: Any) -> None:
        self.begins.set()
        self.may_end.wait(60)
        super()._render_rt(out)


def test_a_late_block_is_counted_once(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> None:
    """By whoever waited for it: not also by the thread that mixed it."""
    monkeypatch.setattr(block_ahead, "STUCK_S", 60.0)
    shared = SharedEngineState()
    callback = HeldUp(shared)
    ahead = BlockAhead(callback, SPEC, shared, 2)
    out = np.zeros((BLOCK, 2), dtype=np.float32)
    ahead.exchange_rt(out, False)
    assert callback.begins.wait(60)
    waiting = threading.Thread(target=lambda: ahead.exchange_rt(out, False))
    waiting.start()
    wait_for(lambda: waiting.ident in clock.readers)
    clock.now_ns += 3 * BLOCK * 1_000_000_000 // SPEC.rate_hz
    callback.may_end.set()
    waiting.join(60)
    wait_for(lambda: shared.heartbeat().frame == BLOCK)
    assert shared.ints[StateSlot.MISSED] == 1


def test_an_engine_that_is_stuck_is_silent_and_counted(
    counted: Counted, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(block_ahead, "STUCK_S", 0.01)
    exchange, ints = exchanges(counted)
    counted.may_end.clear()
    exchange()
    wait_for(lambda: counted.blocks == 1)
    assert exchange() == 0.0
    assert exchange() == 0.0
    assert ints[StateSlot.MISSED] == 2
    assert counted.blocks == 1
    counted.may_end.set()
    wait_for(lambda: exchange() == 1.0)


def test_a_block_of_another_size_is_a_fault_and_raises_nothing(counted: Counted) -> None:
    shared = SharedEngineState()
    ahead = BlockAhead(counted, SPEC, shared, 2)  # type: ignore[arg-type]
    out = np.full((BLOCK // 2, 2), -1.0, dtype=np.float32)
    ahead.exchange_rt(out, False)
    assert not out.any()
    assert shared.ints[StateSlot.FAULTS] == 1


@pytest.mark.parametrize(
    ("device", "block_frames", "latency_ms", "realtime", "ahead"),
    [
        (f"system, {JACK}", 256, 40, True, True),
        (f"system, {JACK}", 256, 40, False, False),  # JACK's thread may be, and would wait
        (f"system, {JACK}", 256, 10, True, False),  # asked to be quicker than two blocks
        (f"system, {JACK}", 1024, 40, True, False),
        ("Scarlett, ALSA", 256, 40, True, False),  # it has a latency of its own
    ],
)
def test_it_is_for_sound_servers_that_leave_no_time(
    device: str, block_frames: int, latency_ms: int, realtime: bool, ahead: bool
) -> None:
    spec = EngineSpec(4800, block_frames=block_frames, latency_ms=latency_ms)
    assert mixes_ahead(device, spec, realtime) is ahead
