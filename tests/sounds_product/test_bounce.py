"""A recorded show as its presenter would bounce it: the command itself, listened to."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest

from mwk_desktop.units import INSTRUMENTS, MASTER_CEILING_DBTP, MASTER_OVER_DB
from tests.sounds_product import listening
from tests.sounds_product.bounces import mwk, read_sound, record_votes, scenes_of
from tests.sounds_product.conftest import RHYTHMIC

LOOP_FRAMES, BEAT_FRAMES = 180_000, 22_500
WINDOW_MS, WINDOW_FRAMES = 7500, 2 * LOOP_FRAMES
WINDOWS = 5


@pytest.fixture(scope="module")
def show(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five windows of two loops; in each, three to five instruments get votes."""
    draw = random.Random(6)
    chosen = [draw.sample(INSTRUMENTS, draw.choice((3, 4, 5, 5, 5))) for _ in range(WINDOWS)]
    return record_votes(tmp_path_factory.mktemp("show") / "show.jsonl", chosen, WINDOW_MS)


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.soak)])
def test_a_bounced_show(show: Path, tmp_path: Path, seed: int) -> None:
    options = ("--seed", seed, "--window-ms", WINDOW_MS)
    scenes = scenes_of(tmp_path, show, *options)
    assert len(scenes) == WINDOWS
    mwk(tmp_path, "bounce", show, "-o", tmp_path / "show.wav", *options)
    master = read_sound(tmp_path / "show.wav")
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
