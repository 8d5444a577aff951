"""What a frame of the stage costs, by the benchmark that says so (``make bench``)."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[1] / "benchmarks" / "bench_stage.py"


@pytest.mark.soak
def test_a_frame_repaints_a_third_of_the_window_at_most() -> None:
    """Five players at 1920x1080 in the software renderer. The region is counted, so its bound is
    the design's; CPU is measured beside others' work, so it has five times its bound."""
    command = [sys.executable, str(BENCH), "--players", "5", "--seconds", "4"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    found = re.search(
        r"CPU a frame +([\d.]+) ms \(bound (\d+)\), Python +([\d.]+) ms \(bound ([\d.]+)\), "
        r"economy step \d, repainted (-?\d+)%",
        done.stdout,
    )
    assert found, done.stdout
    cpu_ms, most_ms, python_ms, most_python_ms, repainted = map(float, found.groups())
    assert 0 < repainted <= 35, done.stdout
    assert cpu_ms <= 5 * most_ms, done.stdout
    assert python_ms <= 5 * most_python_ms, done.stdout
