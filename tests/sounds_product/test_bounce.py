"""A recorded show as its presenter would bounce it: the command itself, listened to."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import soundfile

from mwk_desktop.units import INSTRUMENTS, MASTER_CEILING_DBTP, MASTER_OVER_DB
from tests.sounds_product import listening
from tests.sounds_product.conftest import RHYTHMIC
from tests.support import T0_MS, votes, write_lines

LOOP_FRAMES, BEAT_FRAMES = 180_000, 22_500
WINDOW_MS, WINDOW_FRAMES = 7500, 2 * LOOP_FRAMES
WINDOWS = 5


@pytest.fixture(scope="module")
def show(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five windows of two loops; in each, three to five instruments get votes."""
    draw, lines = random.Random(6), []
    for window in range(WINDOWS):
        chosen = draw.sample(INSTRUMENTS, draw.choice((3, 4, 5, 5, 5)))
        lines += votes(chosen, T0_MS + window * WINDOW_MS, first=10 * window)
    return write_lines(tmp_path_factory.mktemp("show") / "show.jsonl", lines)


def mwk(folder: Path, verb: str, *more: object) -> str:
    """Run the command with no settings of this machine and a state of its own; its stdout."""
    settings = folder / "mwk.toml"
    settings.write_text("", "utf-8")
    options = ("--config", settings, "--state-dir", folder / "state", "--window-ms", WINDOW_MS)
    done = subprocess.run(
        [sys.executable, "-m", "mwk_desktop", verb, *map(str, (*more, *options))],
        capture_output=True,
        text=True,
        env={name: text for name, text in os.environ.items() if not name.startswith("MWK_")},
        cwd=Path(__file__).parents[2],
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.soak)])
def test_a_bounced_show(show: Path, tmp_path: Path, seed: int) -> None:
    at_once = ("--headless", "--speed", "max", "--json")
    told = mwk(tmp_path, "replay", show, *at_once, "--seed", seed)
    lines = [json.loads(line) for line in told.splitlines()]
    scenes = [line["scene"] for line in lines if line["type"] == "window"]
    assert len(scenes) == WINDOWS
    mwk(tmp_path, "bounce", show, "-o", tmp_path / "show.wav", "--seed", seed)
    master, rate_hz = soundfile.read(tmp_path / "show.wav", dtype="float32", always_2d=True)
    assert rate_hz == listening.RATE_HZ

    assert listening.true_peak_dbtp(master) <= MASTER_CEILING_DBTP + MASTER_OVER_DB
    levels = []
    for number, scene in enumerate(scenes, 1):
        # It lands one beat after its window's end; listen to its second loop.
        begin = number * WINDOW_FRAMES + BEAT_FRAMES + LOOP_FRAMES // 2
        loop = master[begin : begin + LOOP_FRAMES]
        again = np.tile(loop, (4, 1))
        assert listening.mono_loss_db(loop) < 3.0, scene
        if len(scene) == 5:
            levels.append(listening.loudness_lufs(again))
        if any(clip.split("/")[0] in RHYTHMIC for clip in scene):
            assert listening.is_in_tempo(listening.tempo_bpm(again)), scene
    assert len(levels) >= 2
    assert max(levels) - min(levels) <= 6.0
