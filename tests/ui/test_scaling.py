"""Pages and stage at the scales that a user may set (the console's strips: ``test_layout``)."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.mark.parametrize("scale", ["1", "1.5", "2"], ids=["100 %", "150 %", "200 %"])
def test_pages_and_stage_keep_their_layout_at_every_scale(display: str, scale: str) -> None:
    command = [sys.executable, str(HERE / "scaled_windows.py"), scale]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
