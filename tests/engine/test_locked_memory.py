"""What the engine uses stays in memory where the system grants it; else it plays all the same."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import numpy as np

from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.protocol import EngineSpec
from tests.support import needed, not_tested, only_linux

ROOT = Path(__file__).parents[2]

ENGINE = """
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.protocol import NULL_OUTPUT, EngineSpec
from mwk_desktop.engine.shared_memory import SharedClips
from tests.support import wait_for

def main():
    engine = EngineClient(SharedClips(1, 18_000), EngineSpec(18_000, output=NULL_OUTPUT), wait_s=30)
    engine.play()
    wait_for(lambda: engine.frame_now() >= 18_000)
    print(engine.status().segment)
    status = open(f"/proc/{engine.pid}/status").read()
    print(*(line for line in status.splitlines() if line.startswith("VmLck")))
    engine.close()

if __name__ == "__main__":
    main()
"""


def _memory_kib(pid: int, what: str) -> int:
    """Sum of a line over the mappings of a process (proc(5), ``smaps``)."""
    lines = Path(f"/proc/{pid}/smaps").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith(f"{what}:"))


def test_what_the_engine_uses_is_locked_and_nothing_else_made_resident(
    engine_of: Callable[[np.ndarray, EngineSpec], EngineClient],
    pid_of: Callable[[EngineClient], int],
    wait_until: Callable[..., float],
) -> None:
    only_linux("memory is locked there")
    if os.geteuid() != 0:
        not_tested("only root may surely lock memory")
    clips = np.full((60, 48_000, 2), 0.1, dtype=np.float32)
    unlocked = engine_of(clips, EngineSpec(48_000, realtime=False))
    locked = engine_of(clips, EngineSpec(48_000))
    for engine in (unlocked, locked):
        engine.play()
        wait_until(lambda engine=engine: engine.frame_now() > 2 * 48_000)
    assert _memory_kib(pid_of(unlocked), "Locked") == 0
    resident_kib = _memory_kib(pid_of(locked), "Rss")
    assert resident_kib * 1024 > clips.nbytes
    assert _memory_kib(pid_of(locked), "Locked") > 0.9 * _memory_kib(pid_of(locked), "Pss")
    assert resident_kib < 1.1 * _memory_kib(pid_of(unlocked), "Rss")


def test_refused_it_plays_all_the_same(tmp_path: Path) -> None:
    only_linux("memory is locked there")
    needed("prlimit", "util-linux")
    needed("setpriv", "util-linux")
    script = tmp_path / "engine.py"
    script.write_text(ENGINE)
    command = ["prlimit", "--memlock=65536:65536"]
    if os.geteuid() == 0:  # root may go beyond its limit
        command += ["setpriv", "--bounding-set=-ipc_lock", "--inh-caps=-ipc_lock"]
    done = subprocess.run(
        [*command, sys.executable, str(script)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.stderr, done.returncode) == ("", 0)
    assert done.stdout.split() == ["0", "VmLck:", "0", "kB"]
