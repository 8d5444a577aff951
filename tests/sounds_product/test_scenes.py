"""Whatever the crowd picks sounds good: random scenes through loader, mixer and limiter."""

from __future__ import annotations

import numpy as np
import pytest

from mwk_desktop.units import MASTER_CEILING_DBTP
from tests.sounds_product.conftest import Heard
from tests.sounds_product.listening import is_in_tempo

# Two true-peak meters may differ by this much (EBU Tech 3341 allows 0.2 above and 0.4 below).
METER_DB = 0.1


def test_true_peak_stays_under_the_ceiling(scenes: list[Heard]) -> None:
    loudest = max(scenes, key=lambda scene: scene.true_peak_dbtp)
    assert loudest.true_peak_dbtp <= MASTER_CEILING_DBTP + METER_DB, loudest


def test_scenes_of_five_are_equally_loud(scenes: list[Heard]) -> None:
    levels = [scene.loudness_lufs for scene in scenes if len(scene.clips) == 5]
    assert len(levels) >= 5
    assert max(levels) - min(levels) <= 6.0


def test_no_stem_of_a_scene_buries_another(scenes: list[Heard]) -> None:
    """Within 6 LU, of which a meter may be 0.1 off (EBU Tech 3341)."""
    for scene in scenes:
        assert max(scene.stems_lufs) - min(scene.stems_lufs) <= 6.0 + METER_DB, scene


def test_one_loudspeaker_is_enough(scenes: list[Heard]) -> None:
    worst = max(scenes, key=lambda scene: scene.mono_loss_db)
    assert worst.mono_loss_db < 3.0, worst


def test_the_limiter_has_little_to_do(scenes: list[Heard]) -> None:
    assert np.quantile([scene.limiting_db for scene in scenes], 0.95) < 3.0


def test_a_listener_finds_the_tempo(scenes: list[Heard]) -> None:
    rhythmic = [scene for scene in scenes if scene.is_rhythmic]
    assert len(rhythmic) >= 0.9 * len(scenes)
    wrong = {str(scene): scene.tempo_bpm for scene in rhythmic if not is_in_tempo(scene.tempo_bpm)}
    assert wrong == {}


def test_scenes_differ(scenes: list[Heard]) -> None:
    assert len({scene.clips for scene in scenes}) == len(scenes)
    assert {len(scene.clips) for scene in scenes} >= {3, 4, 5}


@pytest.fixture(autouse=True, scope="module")
def _figures(scenes: list[Heard], request: pytest.FixtureRequest) -> None:
    """The figures behind the verdict, for a run with ``-s``."""
    limiting = [scene.limiting_db for scene in scenes]
    five = [scene.loudness_lufs for scene in scenes if len(scene.clips) == 5]
    print(
        f"\n{len(scenes)} scenes: true peak {max(s.true_peak_dbtp for s in scenes):.2f} dBTP, "
        f"five stems {min(five):.1f}..{max(five):.1f} LUFS, "
        f"stems {max(max(s.stems_lufs) - min(s.stems_lufs) for s in scenes):.1f} LU apart, "
        f"mono loss {max(s.mono_loss_db for s in scenes):.2f} dB, "
        f"limiter 95 % {np.quantile(limiting, 0.95):.2f} dB, most {max(limiting):.2f} dB, "
        f"tempo {sum(is_in_tempo(s.tempo_bpm) for s in scenes)} of {len(scenes)}"
    )
