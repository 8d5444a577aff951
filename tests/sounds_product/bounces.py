"""Shows bounced by the command itself, with settings and a state of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
import soundfile

from tests.sounds_product.listening import RATE_HZ, Sound
from tests.support import T0_MS, votes, write_lines

ROOT = Path(__file__).parents[2]


def mwk(folder: Path, verb: str, *more: object, settings: str = "") -> str:
    """Run the command with these settings and none of this machine's; its stdout."""
    config = folder / "mwk.toml"
    config.write_text(settings, "utf-8")
    options = ("--config", config, "--state-dir", folder / "state")
    done = subprocess.run(
        [sys.executable, "-m", "mwk_desktop", verb, *map(str, (*more, *options))],
        capture_output=True,
        text=True,
        env={name: text for name, text in os.environ.items() if not name.startswith("MWK_")},
        cwd=ROOT,
        timeout=1200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def scenes_of(folder: Path, recording: Path, *more: object) -> list[tuple[str, ...]]:
    """The clips of each window's scene."""
    told = mwk(folder, "replay", recording, "--headless", "--speed", "max", "--json", *more)
    lines = [json.loads(line) for line in told.splitlines()]
    return [tuple(line["scene"]) for line in lines if line["type"] == "window"]


def record_votes(path: Path, windows: Iterable[Sequence[str]], window_ms: int) -> Path:
    """A recording in which each of these instruments gets a vote in its window."""
    lines = []
    for number, chosen in enumerate(windows):
        lines += votes(chosen, T0_MS + number * window_ms, first=10 * number)
    return write_lines(path, lines)


def read_sound(path: Path) -> Sound:
    """A bounced file, (frames, 2)."""
    sound, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    assert rate_hz == RATE_HZ
    return np.asarray(sound, dtype=np.float32)
