"""What the terminal says that windows were started from."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.timeout(120)
def test_a_broker_that_is_not_there_is_said_beside_the_windows(
    tmp_path: Path, display: str
) -> None:
    command = [sys.executable, "-m", "mwk_desktop", "live", "--device", "null"]
    command += ["--bootstrap-servers", "127.0.0.1:1", "--state-dir", str(tmp_path / "state")]
    config = tmp_path / "mwk.toml"
    config.touch()
    with subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
        env={**os.environ, "MWK_CONFIG": str(config)},
    ) as program:
        assert program.stderr is not None
        lines = []
        for line in program.stderr:
            lines.append(line)
            if "Nothing listens at 127.0.0.1:1" in line:
                program.send_signal(signal.SIGTERM)
    assert sum("Nothing listens" in line for line in lines) == 1
    assert program.returncode == 0
