"""A JACK server with the dummy driver, for tests of sound and of MIDI."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

import pytest

from mwk_desktop.engine.output_devices import find_output
from tests.support import needed, wait_for

METADATA = Path(f"/dev/shm/jack_db-{os.getuid()}")
"""JACK's database, one for all servers of a user. A client that was killed while it held a lock
there makes each later server hang; JACK makes a new one where there is none."""

NAMES = tuple(f"mwk-test-{number}" for number in range(7))


def claimed_name() -> tuple[str, IO[bytes]]:
    """A server's name that no other test on this machine uses, and the file that locks it."""
    claimed: list[tuple[str, IO[bytes]]] = []

    def claim() -> bool:
        for name in NAMES:
            lock = (Path(tempfile.gettempdir()) / f"{name}.lock").open("ab")
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                lock.close()
                continue
            claimed.append((name, lock))
            return True
        return False

    wait_for(claim, timeout_s=120.0)
    return claimed[0]


class Jack:
    """A JACK server with the dummy driver, under a name of its own.

    Names come from a pool of the machine: a killed server stays in JACK's registry of eight until
    one of the same name starts. A name is locked while it is in use, so that two runs of the tests
    beside each other never reach each other's server. A synchronous one (``-S``) waits for late
    clients instead of handing on an old block: what it receives is what was sent, however busy the
    machine.
    """

    def __init__(
        self,
        block_frames: int,
        log: Path,
        monkeypatch: pytest.MonkeyPatch,
        *,
        synchronous: bool,
        channels: int = 2,
    ) -> None:
        self.name = ""
        self._channels = str(channels)
        self._block_frames = block_frames
        self._mode = ["-S"] if synchronous else []
        self._log = log
        self._monkeypatch = monkeypatch
        self._process: subprocess.Popen[bytes] | None = None
        self._claimed: IO[bytes] | None = None
        self._hung = False

    def start(self, rate_hz: int = 48_000) -> None:
        if self._claimed is None:
            self.name, self._claimed = claimed_name()
        for realtime in (["-R", "-P", "70"], ["-r"]):
            if self._start(self.name, realtime, rate_hz):
                return
            if self._hung:
                shutil.rmtree(METADATA, ignore_errors=True)
                if self._start(self.name, realtime, rate_hz):
                    return
        pytest.fail(f"jackd does not start: {self._log.read_text(errors='replace')}")

    def _start(self, name: str, realtime: list[str], rate_hz: int) -> bool:
        self._monkeypatch.setenv("JACK_DEFAULT_SERVER", name)
        command = ["jackd", *realtime, *self._mode, "-n", name, "-d", "dummy"]
        command += ["-r", str(rate_hz), "-p", str(self._block_frames)]
        command += ["-C", "2", "-P", self._channels]
        assert self._claimed is not None
        # The server shares the lock: one that outlives a killed run of tests keeps its name.
        shared = (self._claimed.fileno(),)
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, pass_fds=shared)
        self._hung = False
        deadline = time.monotonic() + 60.0
        while time.monotonic() < deadline and self._process.poll() is None:
            # Its log speaks before its socket listens: ask as the engine will. One that was there
            # before ours makes ours end.
            if find_output("JACK").devices and self._process.poll() is None:
                return True
        self._hung = self._process.poll() is None
        self.kill()
        return False

    def complaints(self) -> int:
        """How often it said so far that it or a client was late."""
        told = self._log.read_text(errors="replace")
        return told.count("XRun") + told.count("not finished")

    def kill(self) -> None:
        """As a crash would."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None

    def stop(self) -> None:
        """Stand still: accept clients and answer none, as with a locked database."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def close(self) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(5.0)
            except subprocess.TimeoutExpired:
                self.kill()

    def release(self) -> None:
        """End, and leave the name to another test."""
        self.close()
        if self._claimed is not None:
            self._claimed.close()
            self._claimed = None


@pytest.fixture
def jack_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> Callable[..., Jack]:
    """Starts JACK servers; without jackd the test fails in CI and is skipped elsewhere."""
    needed("jackd", "jackd2")

    def start(
        block_frames: int, *, synchronous: bool = False, rate_hz: int = 48_000, channels: int = 2
    ) -> Jack:
        log = tmp_path / "jackd.log"
        server = Jack(block_frames, log, monkeypatch, synchronous=synchronous, channels=channels)
        monkeypatch.setenv("JACK_NO_AUDIO_RESERVATION", "1")
        monkeypatch.setenv("JACK_NO_START_SERVER", "1")
        request.addfinalizer(server.release)
        server.start(rate_hz)
        return server

    return start
