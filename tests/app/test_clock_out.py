"""The MIDI clock of a whole program over JACK: its tempo, its bars, and the death of an engine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import pytest

from tests.driven_program import DrivenProgram
from tests.jack_server import jack_of
from tests.support import wait_for

__all__ = ["jack_of"]

LISTENER = Path(__file__).parents[1] / "controls" / "jack_clock.py"
RATE_HZ = 48_000
SECONDS = 40


@pytest.mark.soak
def test_the_clock_goes_on_through_the_death_of_an_engine(
    jack_of: Callable[..., Any], tmp_path: Path
) -> None:
    server = jack_of(256)
    config = tmp_path / "mwk.toml"
    config.write_text('[clock]\nmidi = true\n[midi]\nsystem = "jack"\n[audio]\ndevice = "system"\n')
    command = [sys.executable, "-m", "mwk_desktop", "--headless", "--config", str(config)]
    program = subprocess.Popen(
        [*command, "--state-dir", str(tmp_path / "state")],
        stdout=subprocess.DEVNULL,
        env=os.environ,
    )
    listener = DrivenProgram(LISTENER, server.name)
    events: list[tuple[int, bytes]] = []

    def heard() -> int:
        for word in listener.ask("got").split():
            frame, _, data = word.partition(":")
            events.append((int(frame), bytes.fromhex(data)))
        return len(events)

    try:
        wait_for(lambda: listener.ask("connect mwk clock"))
        wait_for(lambda: heard() > 51 * SECONDS / 2)
        children = psutil.Process(program.pid).children(recursive=True)
        max(children, key=lambda child: child.memory_info().rss).kill()
        wait_for(lambda: heard() > 51 * SECONDS, timeout_s=120.0)
    finally:
        program.terminate()
        program.wait(20.0)
        listener.kill()
    ticks = np.array([frame for frame, data in events if data == b"\xf8"])
    number = np.arange(len(ticks))
    slope, begin = np.polyfit(number, ticks, 1)
    # One tick that did not come, also while there was no engine, would be 0.06 too slow.
    assert 60 * RATE_HZ / (24 * slope) == pytest.approx(128.0, abs=0.02)
    assert np.median(np.abs(ticks - (begin + slope * number))) < 256
    starts = [at for at, (_, data) in enumerate(events) if data in (b"\xfa", b"\xfb")]
    assert len(starts) == 1
    position = events[starts[0] - 1][1]
    assert position[0] == 0xF2
    assert (position[1] + 128 * position[2]) % 16 == 0
    assert events[starts[0] + 1][1] == b"\xf8"
