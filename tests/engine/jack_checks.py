"""What JACK heard, compared with what should have been played."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest

from mwk_desktop.engine.protocol import EngineStatus
from tests.driven_program import DrivenProgram

PROGRAM = Path(__file__).with_name("jack_capture.py")


class Capture:
    """The recording program, driven through its pipes."""

    def __init__(self, server: str, frames: int, path: Path, channels: int) -> None:
        self._path = path
        self._channels = channels
        self._program = DrivenProgram(PROGRAM, server, str(frames), str(path), str(channels))

    def connect(self) -> None:
        """To the engine's ports, which must be there."""
        assert self._program.ask("connect") == "connected"

    def stop(self) -> tuple[np.ndarray, int]:
        """What it heard, and how often the server was late."""
        xruns = int(self._program.ask("stop"))
        samples = np.frombuffer(self._path.read_bytes(), dtype=np.float32)
        return samples.reshape(-1, self._channels), xruns

    def close(self) -> None:
        self._program.kill()


@contextmanager
def capturing(server: str, frames: int, channels: int = 2) -> Iterator[Capture]:
    with TemporaryDirectory() as folder:
        capture = Capture(server, frames, Path(folder) / "heard.f32", channels)
        try:
            yield capture
        finally:
            capture.close()


Heard = tuple[np.ndarray, np.ndarray, str]
"""What came, what should have come, and what disturbed it ("": nothing did)."""


def disturbance(server_xruns: int, status: EngineStatus, complaints: int) -> str:
    """Why sound that was received says nothing about the engine's samples, if there is a reason:
    they are the same between two xruns and two restarts of the engine."""
    if not server_xruns and not status.xruns and not status.segment and not complaints:
        return ""
    return (
        f"disturbed: {server_xruns} xruns heard of, {complaints} in the server's log, "
        f"{status.xruns} of the engine, {status.segment} restarts"
    )


def check_same(play: Callable[[], Heard]) -> None:
    """Bit for bit the same; a disturbed run that differs is repeated, twice."""
    told = ""
    for _ in range(3):
        heard, wanted, disturbed = play()
        if np.array_equal(heard, wanted):
            return
        told = f"{len(heard)} frames of {len(wanted)} came"
        if len(heard) == len(wanted):
            wrong = np.flatnonzero((heard != wanted).any(axis=1))
            told = f"{len(wrong)} frames differ, from frame {wrong[0]} on"
        assert disturbed, told
        print(f"NOT JUDGED, {disturbed}: {told}")
    pytest.fail(f"{told}, three times in a row; {disturbed}")
