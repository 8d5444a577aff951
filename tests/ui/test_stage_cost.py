"""What a frame of the stage costs, by the benchmark that says so (``make bench``)."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[1] / "benchmarks" / "bench_stage.py"


@pytest.mark.soak
@pytest.mark.parametrize("players", [5, 8])
def test_a_frame_keeps_its_bounds(players: int) -> None:
    """Five players, and the full eight, at 1920x1080 in the software renderer.

    The repainted region is counted, so its bound is the design's: a third of the window for the
    usual five; eight panels are as wide together as five. CPU is measured beside others' work, so
    it has five times its bound.
    """
    command = [sys.executable, str(BENCH), "--players", str(players), "--seconds", "4"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    found = re.search(
        r"(\d) players:.*CPU a frame +([\d.]+) ms \(bound (\d+)\), "
        r"Python +([\d.]+) ms \(bound ([\d.]+)\), economy step \d, repainted (-?\d+)%.*"
        r"control loop ([\d.]+) ms",
        done.stdout,
    )
    assert found, done.stdout
    shown, cpu_ms, most_ms, python_ms, most_python_ms, repainted, _ = map(float, found.groups())
    assert shown == players, done.stdout
    assert (most_ms, most_python_ms) == ({5: 8, 8: 13}[players], 2.5), done.stdout
    assert 0 < repainted <= 35, done.stdout
    assert cpu_ms <= 5 * most_ms, done.stdout
    assert python_ms <= 5 * most_python_ms, done.stdout
