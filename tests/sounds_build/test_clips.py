"""The committed clips: format, level, seam, width, and that a fresh rendering gives them again."""

from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import soundfile
from mwk_sounds import measures, render
from mwk_sounds.loudness import integrated_lufs, true_peak
from mwk_sounds.mastering import PARTS
from mwk_sounds.timeline import LOOP_FRAMES, SAMPLE_RATE_HZ, FloatArray

SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"
CLIPS = render.clip_names()


def instrument_of(name: str) -> str:
    return name.split("/")[0]


@cache
def loop_of(name: str) -> FloatArray:
    """The stored samples, (2, LOOP_FRAMES)."""
    return soundfile.read(SOUNDS / f"{name}.flac", dtype="float64", always_2d=True)[0].T


def test_the_set_has_eight_instruments_of_six_and_nothing_else() -> None:
    stored = {str(path.relative_to(SOUNDS)) for path in SOUNDS.rglob("*") if path.is_file()}
    assert stored == {f"{name}.flac" for name in CLIPS} | {"set.toml"}
    assert len(render.VARIATIONS) == 8
    assert all(len(variations) == 6 for variations in render.VARIATIONS.values())
    assert sum(path.stat().st_size for path in SOUNDS.rglob("*.flac")) <= 30_000_000


@pytest.mark.parametrize("name", CLIPS)
def test_format_level_and_seam(name: str) -> None:
    info = soundfile.info(SOUNDS / f"{name}.flac")
    assert (info.format, info.subtype) == ("FLAC", "PCM_16")
    assert (info.samplerate, info.channels, info.frames) == (SAMPLE_RATE_HZ, 2, LOOP_FRAMES)
    loop, part = loop_of(name), PARTS[instrument_of(name)]
    assert integrated_lufs(loop) == pytest.approx(part.loudness_lufs, abs=0.3)
    assert np.abs(loop).max() <= 10 ** (part.ceiling_dbfs / 20)
    assert true_peak(loop) <= 10 ** ((part.ceiling_dbfs + 3.0) / 20)
    assert np.abs(loop.mean(axis=1)).max() < 1e-4, "DC"
    assert measures.seam_db(loop) <= 3.0, "click at the loop point"
    assert measures.mono_loss_db(loop) < 3.0


# One of each way of making sound; `make sounds ARGS=--check` compares all of them.
@pytest.mark.parametrize(
    "name",
    ["vocal/vocal3", "drum/drum2", "heavy_bass/heavy_bass6", "pad/pad5", "melody/melody2"],
)
def test_a_fresh_rendering_is_the_committed_clip(name: str) -> None:
    assert render.difference_lsb(name, SOUNDS) <= 1


def test_a_clip_does_not_depend_on_what_was_rendered_before() -> None:
    first = render.rendered_pcm("drum/drum6")
    render.rendered("synth/synth5")
    assert np.array_equal(first, render.rendered_pcm("drum/drum6"))


@pytest.mark.parametrize("instrument", render.VARIATIONS)
def test_variations_truly_differ(instrument: str) -> None:
    names = [name for name in CLIPS if instrument_of(name) == instrument]
    grids = {name: measures.time_frequency_grid(loop_of(name)) for name in names}
    for one, other in combinations(names, 2):
        distance_db = measures.variation_distance_db(grids[one], grids[other])
        assert distance_db >= 4.0, f"{one} and {other}"


def test_a_fake_variation_is_seen() -> None:
    loop = loop_of("line_bass/line_bass1")
    fake = 0.5 * np.roll(loop, 8 * 5625, axis=1)
    grids = [measures.time_frequency_grid(sound) for sound in (loop, fake)]
    assert measures.variation_distance_db(*grids) < 1.0


def test_a_cut_tail_is_heard_as_a_seam() -> None:
    cut = loop_of("pad/pad1").copy()
    cut[:, -400:] = 0.0
    cut[:, :400] *= 1.0
    assert measures.seam_db(loop_of("pad/pad1")) <= 0.0
    assert measures.seam_db(np.roll(cut, 400, axis=1)) > measures.seam_db(loop_of("pad/pad1")) + 6
