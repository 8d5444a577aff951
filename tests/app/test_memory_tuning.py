"""What a flood has taken goes back to the system when it is over."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.support import only_linux

SCRIPT = """
import gc, os
from mwk_desktop.app.wiring.memory_tuning import tune_memory, release_free_memory

def resident_mb():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6

tune_memory()
assert gc.get_freeze_count() > 0
before = resident_mb()
# Records of a flood, and between them what a user is remembered by.
flood = [bytes(900) for _ in range(200_000)]
kept = flood[::100]
full = resident_mb() - before
del flood
left = resident_mb() - before
release_free_memory()
print(full, left, resident_mb() - before)
"""


def test_a_flood_leaves_no_memory_behind() -> None:
    only_linux("its C library keeps what was freed")
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    full, left, given_back = map(float, done.stdout.split())
    assert full > 170
    assert left > 90, "the allocator gives it back by itself: the call is not needed any more"
    assert given_back < 40
