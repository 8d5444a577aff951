"""Every five that a crowd can pick, and the demo show, bounced by the command and measured.

Half an hour of music: soak. ``-s`` prints the figures.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import pytest
import soundfile

from mwk_desktop.units import INSTRUMENTS
from tests.sounds_product import listening, musicality
from tests.sounds_product.bounces import ROOT, mwk, read_sound, record_votes, scenes_of
from tests.sounds_product.listening import Sound
from tests.sounds_product.musicality import BAR_FRAMES, BEAT_FRAMES, LOOP_FRAMES

pytestmark = [pytest.mark.soak, pytest.mark.timeout(3600)]

SEED = ("--seed", 7)
DEMO = ROOT / "assets" / "recordings" / "demo.jsonl.zst"
WINDOW_MS, WINDOW_FRAMES = 30_000, 8 * LOOP_FRAMES
FIVES = tuple(combinations(INSTRUMENTS, 5))
KEYS = ("C major", "A minor")
COPY = 0.95
"""Blocks whose mel spectrograms correlate like this are told apart by no listener."""


@dataclass(frozen=True)
class Measured:
    """One scene of eight loops."""

    clips: tuple[str, ...]
    lufs: float
    true_peak_dbtp: float
    slope_db: float
    away_from_slope_db: tuple[float, ...]
    sub_db: float
    range_lu: float
    mono_loss_db: float
    is_on_grid: bool
    downbeat_phase: int
    likeness: tuple[float, ...]
    key: str
    landing_air_db: float
    landing_onsets: float
    landing_burst_db: float


def measured(job: tuple[Path, int, tuple[str, ...]]) -> Measured:
    """Listen to the scene that plays after window ``number``; it lands one beat after its end."""
    path, number, clips = job
    begin = number * WINDOW_FRAMES + BEAT_FRAMES
    sound, _ = soundfile.read(
        path, WINDOW_FRAMES + BAR_FRAMES, start=begin, dtype="float32", always_2d=True
    )
    scene: Sound = sound[:WINDOW_FRAMES]
    last, before = scene[-BAR_FRAMES:], scene[-LOOP_FRAMES:-BAR_FRAMES]
    air_db = musicality.band_db(last, 6000, 20_000) - musicality.band_db(before, 6000, 20_000)
    return Measured(
        clips,
        listening.loudness_lufs(scene),
        listening.true_peak_dbtp(scene),
        musicality.slope_db(scene),
        tuple(musicality.away_from_slope_db(musicality.third_octaves_db(scene))),
        musicality.share_below_db(scene),
        musicality.loudness_range_lu(scene),
        listening.mono_loss_db(scene),
        musicality.is_on_grid(musicality.tracked_beats_s(scene)),
        musicality.downbeat_phase(scene),
        tuple(musicality.block_likeness(scene)),
        musicality.chroma_key(scene),
        air_db,
        musicality.onsets_per_s(last) / max(0.1, musicality.onsets_per_s(before)),
        musicality.burst_db(sound, WINDOW_FRAMES) if len(sound) > WINDOW_FRAMES + 24_000 else 0.0,
    )


@contextmanager
def listeners(folder: Path) -> Iterator[list[ProcessPoolExecutor]]:
    """Two processes that listen, each with code that it has compiled itself.

    Code that another process had compiled and left in numba's cache crashed here, and so did code
    in this process, once it had run half of the soak.
    """
    with ExitStack() as stack:
        pools = []
        for number in range(2):
            with pytest.MonkeyPatch.context() as environment:
                environment.setenv("NUMBA_CACHE_DIR", str(folder / f"numba{number}"))
                environment.delenv("NUMBA_OPT", raising=False)
                pool = stack.enter_context(ProcessPoolExecutor(1, get_context("spawn")))
                pool.submit(os.getpid).result()  # it has begun with this environment
            pools.append(pool)
        yield pools


@pytest.fixture(scope="module")
def fives(tmp_path_factory: pytest.TempPathFactory) -> list[Measured]:
    """All 56 fives, one a window."""
    folder = tmp_path_factory.mktemp("fives")
    recording = record_votes(folder / "fives.jsonl", FIVES, WINDOW_MS)
    scenes = scenes_of(folder, recording, *SEED)
    assert [len(scene) for scene in scenes] == [5] * len(FIVES)
    bounced = folder / "fives.wav"
    mwk(folder, "bounce", recording, "-o", bounced, *SEED)
    jobs = [(bounced, number, scene) for number, scene in enumerate(scenes, 1)]
    with listeners(folder) as pools:
        todo = [pools[n % 2].submit(measured, job) for n, job in enumerate(jobs[:-1])]
        found = [each.result() for each in todo]  # the last one is faded out
    bounced.unlink()
    told = {
        "LUFS": [scene.lufs for scene in found],
        "PLR": [scene.true_peak_dbtp - scene.lufs for scene in found],
        "slope": [scene.slope_db for scene in found],
        "sub": [scene.sub_db for scene in found],
        "range": [scene.range_lu for scene in found],
        "air before a landing": [scene.landing_air_db for scene in found],
        "onsets before a landing": [scene.landing_onsets for scene in found],
        "burst": [scene.landing_burst_db for scene in found],
    }
    for name, values in told.items():
        low, middle, high = np.quantile(values, (0.05, 0.5, 0.95))
        print(f"\n{name}: {low:.2f} {middle:.2f} {high:.2f}", end="")
    return found


def share(found: list[bool]) -> float:
    return sum(found) / len(found)


def test_a_beat_is_found_in_nearly_every_five(fives: list[Measured]) -> None:
    lost = [" + ".join(scene.clips) for scene in fives if not scene.is_on_grid]
    assert len(lost) <= 0.1 * len(fives), lost


def test_a_bar_is_heard_from_its_first_beat(fives: list[Measured]) -> None:
    assert share([scene.downbeat_phase == 0 for scene in fives]) >= 0.9


def test_every_five_has_a_ground(fives: list[Measured]) -> None:
    assert share([scene.sub_db >= -12 for scene in fives]) >= 0.95


def test_a_scene_is_not_one_loop_again_and_again(fives: list[Measured]) -> None:
    copies = [likeness > COPY for scene in fives for likeness in scene.likeness]
    assert share(copies) <= 0.35


def test_a_scene_breathes(fives: list[Measured]) -> None:
    assert min(scene.range_lu for scene in fives) >= 1.5


def test_loudness_peaks_and_width_are_those_of_a_record(fives: list[Measured]) -> None:
    assert all(abs(scene.lufs + 9.5) <= 1.0 for scene in fives)
    assert all(8.0 <= scene.true_peak_dbtp - scene.lufs <= 9.5 for scene in fives)
    assert max(scene.true_peak_dbtp for scene in fives) <= -1.0
    assert max(scene.mono_loss_db for scene in fives) < 1.0


def test_the_spectrum_falls_as_records_do(fives: list[Measured]) -> None:
    slopes = [scene.slope_db for scene in fives]
    assert np.mean(slopes) == pytest.approx(musicality.WANTED_SLOPE_DB, abs=0.75)
    assert share([-6.5 <= slope <= -3.5 for slope in slopes]) >= 0.9
    away_db = np.array([scene.away_from_slope_db for scene in fives])
    assert np.abs(away_db.mean(axis=0)).max() <= 4.0
    assert (np.abs(away_db) <= 4.0).mean() >= 0.85  # one scene has its own notes


def test_the_key_is_heard(fives: list[Measured]) -> None:
    lost = {" + ".join(scene.clips): scene.key for scene in fives if scene.key not in KEYS}
    assert len(lost) <= 0.05 * len(fives), lost


def test_a_landing_is_an_event(fives: list[Measured]) -> None:
    assert share([scene.landing_air_db >= 4.0 for scene in fives]) >= 0.9
    assert share([scene.landing_onsets >= 1.5 for scene in fives]) >= 0.9
    assert max(scene.landing_burst_db for scene in fives) <= 6.0


def test_the_demo_show_moves_and_hardly_repeats(tmp_path: Path) -> None:
    mwk(tmp_path, "bounce", DEMO, "-o", tmp_path / "demo.wav", *SEED)
    sound = read_sound(tmp_path / "demo.wav")
    first = WINDOW_FRAMES + BEAT_FRAMES
    played = sound[first:-WINDOW_FRAMES]
    levels = musicality.short_term_lufs(played)
    low, high = np.quantile(levels[levels > -40], (0.05, 0.95))
    assert 5.0 <= high - low <= 8.0
    likeness = [
        musicality.block_likeness(played[start : start + WINDOW_FRAMES])
        for start in range(0, len(played) - WINDOW_FRAMES + 1, WINDOW_FRAMES)
    ]
    assert (np.concatenate(likeness) > COPY).mean() <= 0.35
