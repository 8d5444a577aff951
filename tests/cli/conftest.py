"""The program as it is typed: in this process where that is enough, else as a process of its own.

Nothing of the machine leaks in: no settings file, no MWK_ variable, no display, a state folder and
a small sound set of our own.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from mwk_desktop.cli.main import run
from mwk_desktop.units import INSTRUMENTS
from tests.cli.driving import WINDOW_MS, Result
from tests.support import T0_MS, votes, write_lines


@pytest.fixture(scope="session")
def small_set(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Eight instruments, three clips each, half a second of our loop repeated: quick to load."""
    folder = tmp_path_factory.mktemp("set")
    phase = 2 * np.pi * np.arange(22_500) / 22_500
    for number, instrument in enumerate(INSTRUMENTS):
        (folder / instrument).mkdir()
        for variation in range(1, 4):
            wave = 0.05 * np.sin((40 + 10 * number + variation) * phase)
            path = folder / instrument / f"{instrument}{variation}.wav"
            soundfile.write(path, np.tile(wave, 8), 48_000, subtype="PCM_16")
    return folder


@pytest.fixture(autouse=True)
def clean_environment(tmp_path: Path, small_set: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (*os.environ,):
        if name.startswith("MWK_") or name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name)
    config = tmp_path / "config"
    config.mkdir()
    (config / "mwk.toml").write_text(
        f'[sounds]\ndir = "{small_set}"\n[audio]\ndevice = "null"\n', "utf-8"
    )
    monkeypatch.setenv("MWK_CONFIG", str(config / "mwk.toml"))
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))


@pytest.fixture
def mwk(capsys: pytest.CaptureFixture[str]) -> Any:
    """Run in this process: ``mwk("replay", file)``."""

    def call(*args: object) -> Result:
        capsys.readouterr()
        code = run([str(arg) for arg in args])
        captured = capsys.readouterr()
        return Result(code, captured.out.encode(), captured.err)

    return call


@pytest.fixture
def recording(tmp_path: Path) -> Path:
    """Three windows of one loop: two with several votes, one with a single one."""
    lines = [
        *votes(["drum", "drum", "pad", "melody"]),
        *votes(["synth", "vocal", "drum", "synth"], T0_MS + WINDOW_MS, first=10),
        *votes(["pad"], T0_MS + 2 * WINDOW_MS, first=20),
    ]
    return write_lines(tmp_path / "show.jsonl", lines)
