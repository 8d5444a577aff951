"""A JACK server of a benchmark's own, and the control that plays beside the engine on it.

The control is a callback in a process of its own that does nothing, or computes for as long as it
is told. The server's log says which of its clients was late.
"""

from __future__ import annotations

import contextlib
import gc
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

RATE_HZ = 48_000
JOINING_S = 2.0
"""A client that joins makes the server late; what is measured begins afterwards."""
LATE = re.compile(r"client = (\S+) was not finished, state = (\w+)")
"""What JACK's log says of a late client; `Triggered` is one that has not been called yet."""
CLIENTS = FIRST_CLIENT, SECOND_CLIENT, _ = ("PortAudio", "PortAudio-01", "PortAudio-02")
"""What JACK calls the clients of PortAudio, in the order in which they come."""


@contextlib.contextmanager
def jack_server(block_frames: int) -> Iterator[Path]:
    name = f"mwk-bench-{os.getpid()}"
    os.environ.update(JACK_DEFAULT_SERVER=name, JACK_NO_AUDIO_RESERVATION="1")
    command = ["jackd", "-R", "-P", "70", "-n", name, "-d", "dummy", "-r", str(RATE_HZ)]
    command += ["-p", str(block_frames), "-C", "2", "-P", "2"]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "jackd.log"
        with path.open("wb") as log, subprocess.Popen(command, stdout=log, stderr=log) as server:
            time.sleep(1.0)
            try:
                yield path
            finally:
                server.terminate()


def control_callback(connection: Connection, block_frames: int, busy_ms: float) -> None:
    """A control's process: a stream of zeros, until told to stop.

    ``busy_ms``: how much processor time each block takes, with the arrays of eight strips.
    """
    import numpy as np

    from mwk_desktop import platform
    from mwk_desktop.engine.portaudio import import_sounddevice, quiet_stderr

    gc.disable()
    xruns: list[float] = []
    blocks = 0
    busy_ns = round(busy_ms * 1e6)
    strips = np.random.default_rng(0).normal(size=(8, 10, 2 * block_frames))

    def work() -> None:
        begin_ns, number = time.thread_time_ns(), 0
        while time.thread_time_ns() - begin_ns < busy_ns:
            strip = strips[number % 8]
            np.multiply(strip, 0.999, out=strip)
            number += 1

    def callback(out: Any, frames: int, times: Any, status: Any) -> None:
        nonlocal blocks
        if blocks == 0:
            platform.current.claim_callback_priority()
        blocks += 1
        if status and status.output_underflow:
            xruns.append(time.monotonic())
        if busy_ns:
            work()
        out[:] = bytes(len(out))

    with quiet_stderr():
        stream = import_sounddevice().RawOutputStream(
            samplerate=RATE_HZ,
            blocksize=block_frames,
            device="system",
            channels=2,
            dtype="float32",
            callback=callback,
        )
        stream.start()
    connection.send("ready")
    connection.recv()
    connection.send((xruns, blocks))
    connection.recv()
    os._exit(0)


@contextlib.contextmanager
def control(block_frames: int, busy_ms: float = 0.0) -> Iterator[dict[str, Any]]:
    """A control as long as the block lasts; then its blocks and the moments of its xruns."""
    from mwk_desktop.platform.spawning import SPAWN

    ours, theirs = SPAWN.Pipe()
    process = SPAWN.Process(target=control_callback, args=(theirs, block_frames, busy_ms))
    process.start()
    ours.recv()
    found: dict[str, Any] = {}
    try:
        yield found
        ours.send("stop")
        found["xruns"], found["blocks"] = ours.recv()
    finally:
        process.kill()
        process.join()


def late_for_jack(log: str, client: str) -> dict[str, int]:
    """How often a client was late by the server's log, and had not even been called by then.

    A client that ends makes the server stumble: what follows is not the playing's. One that joins
    does so once or twice, and is counted.
    """
    found = LATE.findall(log.split("Cannot read socket")[0])
    states = [state for name, state in found if name == client]
    return {"times": len(states), "not_woken": states.count("Triggered")}
