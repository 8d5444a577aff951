"""Twenty ends by SIGTERM with the stage open, at twenty moments: none crashes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ENDS = 20
AT_ONCE = 2
ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import os, signal, sys, threading
from mwk_desktop.ui import application

class Opened(application.AppWindows):
    def open(self, on_ready, quit_):
        super().open(on_ready, quit_)
        self.windows.open_stage()
        seen = []
        def drawn():
            if not seen:
                seen.append(1)
                end = lambda: os.kill(os.getpid(), signal.SIGTERM)
                threading.Timer(float(sys.argv[1]), end).start()
        self.stage_window.frameSwapped.connect(drawn)

if __name__ == "__main__":
    application.AppWindows = Opened
    from mwk_desktop.cli.main import run
    raise SystemExit(run(["--device", "null", "--state-dir", sys.argv[2]]))
"""


def end_of(program: Path, state: Path, delay_s: float) -> tuple[int, str]:
    """Start the program, let it end itself ``delay_s`` after the stage's first frame."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONFAULTHANDLER": "1"}
    command = [sys.executable, str(program), f"{delay_s:.3f}", str(state)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    return done.returncode, done.stderr


@pytest.mark.soak
@pytest.mark.timeout(300)
def test_twenty_ends_by_sigterm_with_the_stage_open(tmp_path: Path, display: str) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, "utf-8")
    rng = random.Random(20)
    delays = [rng.uniform(0.0, 1.2) for _ in range(ENDS)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        ends = list(
            pool.map(
                lambda each: end_of(program, tmp_path / f"state{each[0]}", each[1]),
                enumerate(delays),
            )
        )
    crashed = [(code, said) for code, said in ends if code < 0 or "Fatal" in said]
    assert not crashed
    assert {code for code, _ in ends} == {0}, ends
