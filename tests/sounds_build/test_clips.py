"""The committed clips: format, level, seam, width, and that a fresh rendering gives them again."""

import re
from functools import cache
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
import soundfile
from mwk_sounds import measures, render
from mwk_sounds.loudness import integrated_lufs, true_peak
from mwk_sounds.mastering import part_of
from mwk_sounds.timeline import BAR_FRAMES, LOOP_FRAMES, SAMPLE_RATE_HZ, FloatArray

SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"
CLIPS = render.clip_names()
LSB = 1 / 32_768
# Dither adds up to one step to each of two files that are compared, rounding half of one.
JOIN_TOLERANCE = 4 * LSB


def instrument_of(name: str) -> str:
    return name.split("/")[0]


@cache
def sound_of(name: str) -> FloatArray:
    """The stored samples, (2, frames)."""
    return soundfile.read(SOUNDS / f"{name}.flac", dtype="float64", always_2d=True)[0].T


def test_the_set_has_what_the_recipes_say_and_nothing_else() -> None:
    stored = {str(path.relative_to(SOUNDS)) for path in SOUNDS.rglob("*") if path.is_file()}
    parts = [part for work in render.work_names() for part in render.parts_of(work)]
    words = {name for name in stored if re.fullmatch(r"aliases/\w\w\.toml", name)}
    assert stored - words == {f"{part}.flac" for part in parts} | {"set.toml"}
    assert len(render.VARIATIONS) == 8
    assert all(len(variations) == 6 for variations in render.VARIATIONS.values())
    assert sum(path.stat().st_size for path in SOUNDS.rglob("*.flac")) <= 45_000_000


@pytest.mark.parametrize("name", CLIPS)
def test_format_level_and_seam(name: str) -> None:
    info = soundfile.info(SOUNDS / f"{name}.flac")
    assert (info.format, info.subtype) == ("FLAC", "PCM_16")
    assert (info.samplerate, info.channels, info.frames) == (SAMPLE_RATE_HZ, 2, LOOP_FRAMES)
    loop, part = sound_of(name), part_of(name)
    assert integrated_lufs(loop) == pytest.approx(part.loudness_lufs, abs=0.3)
    assert np.abs(loop).max() <= 10 ** (part.ceiling_dbfs / 20)
    assert true_peak(loop) <= 10 ** ((part.ceiling_dbfs + 3.0) / 20)
    assert np.abs(loop.mean(axis=1)).max() < 1e-4, "DC"
    assert measures.seam_db(loop) <= 3.0, "click at the loop point"
    assert measures.mono_loss_db(loop) < 3.0


@pytest.mark.parametrize("name", [*CLIPS, render.FLOOR_NAME])
def test_any_take_can_follow_any_other(name: str) -> None:
    """At the line every take is the theme, for some milliseconds: no order of them can click."""
    theme = sound_of(name)
    edge = 24
    for letter in ("b", "c"):
        take = sound_of(f"{name}.{letter}")
        assert take.shape == (2, LOOP_FRAMES)
        assert np.abs(take[:, :edge] - theme[:, :edge]).max() <= 0.02 * np.abs(theme).max(), letter
        assert np.abs(take[:, -edge:] - theme[:, -edge:]).max() <= 0.02 * np.abs(theme).max()
        assert np.abs(take[:, 0] - theme[:, 0]).max() <= JOIN_TOLERANCE
        assert np.abs(take[:, -1] - theme[:, -1]).max() <= JOIN_TOLERANCE
    fill = sound_of(f"{name}.fill")
    assert fill.shape == (2, BAR_FRAMES)
    last = render.variation_of(name).form2[-1]
    before = theme if last == "a" else sound_of(f"{name}.{last}")
    assert np.abs(fill[:, 0] - before[:, BAR_FRAMES]).max() <= JOIN_TOLERANCE


@pytest.mark.parametrize("name", CLIPS)
def test_the_answer_steps_back_and_takes_differ(name: str) -> None:
    part = part_of(name)
    takes = {letter: sound_of(f"{name}.{letter}") for letter in ("b", "c")}
    takes["a"] = sound_of(name)
    for letter, take in takes.items():
        least_db, most_db = render.take_db(name, letter)
        away_db = integrated_lufs(take) - part.loudness_lufs
        assert least_db - 0.6 <= away_db <= most_db + 0.6, letter
        assert np.abs(take).max() <= 10 ** (part.ceiling_dbfs / 20)
        assert measures.mono_loss_db(take) < 3.0
    grids = {letter: measures.time_frequency_grid(take) for letter, take in takes.items()}
    for one, other in combinations("abc", 2):
        difference = np.abs(grids[one] - grids[other])
        assert difference[(grids[one] > -49) | (grids[other] > -49)].mean() >= 1.0, (one, other)


@pytest.mark.parametrize("name", [n for n in CLIPS if render.variation_of(n).has_pickup])
def test_a_pickup_is_the_consonant_before_the_line(name: str) -> None:
    """It is in the theme's own end: a voice that is already there says it too."""
    pickup = sound_of(f"{name}.pickup")
    assert pickup.shape[1] <= 0.07 * SAMPLE_RATE_HZ
    end = sound_of(name)[:, -pickup.shape[1] :]
    loud = pickup[:, -1440:]
    assert np.abs(loud).max() > 0.003
    assert np.corrcoef(loud.mean(axis=0), end[:, -1440:].mean(axis=0))[0, 1] > 0.7


@pytest.mark.parametrize("name", [n for n in CLIPS if render.variation_of(n).has_tail])
def test_a_tail_fades_to_nothing(name: str) -> None:
    tail = sound_of(f"{name}.tail")
    assert 0.5 * SAMPLE_RATE_HZ < tail.shape[1] < 2 * SAMPLE_RATE_HZ
    assert np.abs(tail[:, -1]).max() <= 2 * LSB
    assert np.abs(tail).max() < 0.1


# One of each way of making sound; `make sounds ARGS=--check` compares all of them.
@pytest.mark.parametrize(
    "name",
    ["vocal/vocal3", "drum/drum2", "heavy_bass/heavy_bass6", "melody/melody2", "pad/pad5"],
)
def test_a_fresh_rendering_is_the_committed_clip(name: str) -> None:
    assert render.difference_lsb(name, SOUNDS) <= 1


def test_a_clip_does_not_depend_on_what_was_rendered_before() -> None:
    first = render.rendered_pcm("drum/drum6")
    render.rendered("synth/synth5")
    again = render.rendered_pcm("drum/drum6")
    assert all(np.array_equal(first[part], again[part]) for part in first)


@pytest.mark.parametrize("instrument", render.VARIATIONS)
def test_variations_truly_differ(instrument: str) -> None:
    names = [name for name in CLIPS if instrument_of(name) == instrument]
    grids = {name: measures.time_frequency_grid(sound_of(name)) for name in names}
    for one, other in combinations(names, 2):
        distance_db = measures.variation_distance_db(grids[one], grids[other])
        assert distance_db >= 4.0, f"{one} and {other}"


def test_a_fake_variation_is_seen() -> None:
    loop = sound_of("line_bass/line_bass1")
    fake = 0.5 * np.roll(loop, 8 * 5625, axis=1)
    grids = [measures.time_frequency_grid(sound) for sound in (loop, fake)]
    assert measures.variation_distance_db(*grids) < 1.0


def test_a_cut_tail_is_heard_as_a_seam() -> None:
    turns = 2 * np.pi * np.arange(LOOP_FRAMES) / LOOP_FRAMES
    loop = np.vstack([0.1 * np.sin(825 * turns) + 0.1 * np.sin(1651 * turns)] * 2)
    cut = loop.copy()
    cut[:, -400:] = 0.0
    assert measures.seam_db(loop) <= 1.0
    assert measures.seam_db(np.roll(cut, 400, axis=1)) > measures.seam_db(loop) + 6
