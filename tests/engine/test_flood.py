"""A flood of tweets, two windows and eight moving filters must not cost a block (long: the bench,
judged)."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import needed

ROOT = Path(__file__).parents[2]


@pytest.mark.soak
def test_a_minute_of_flood_costs_no_more_than_doing_nothing() -> None:
    needed("jackd", "jackd2")
    needed("Xvfb", "xvfb")
    command = [sys.executable, str(ROOT / "tests/benchmarks/bench_engine_flood.py")]
    command += ["--seconds", "60", "--other-seconds", "60", "--only-jack"]
    result = subprocess.run(
        command,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    print(result.stdout)
    control, engine = (
        json.loads(line[line.index("{") :])
        for line in result.stdout.splitlines()
        if line.startswith(("null callback", "engine"))
    )
    assert engine["state"] == "running"
    assert engine["segment"] == 0
    assert engine["sweeps"] > 60  # the filters never rested
    assert engine["blocks"] > 0.99 * 60 * 48_000 / 256
    assert engine["missed_percent"] <= control["missed_percent"] + 0.1
