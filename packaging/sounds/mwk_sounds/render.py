"""Rendering of whole clips: recipe, mastering, dither, FLAC; and the set's description file."""

import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

from mwk_sounds import drums, heavy_basses, lead_basses, line_basses, melodies, pads, synths, vocals
from mwk_sounds.harmony import CHORDS, KEY
from mwk_sounds.mastering import PARTS, dithered, finished
from mwk_sounds.timeline import BEATS_PER_BAR, BEATS_PER_LOOP, SAMPLE_RATE_HZ, TEMPO_BPM, FloatArray
from mwk_sounds.variation import Variation

SET_NAME = "Music with Kafka"
AUTHOR = "The Music with Kafka developers"
LICENSE = "MIT"

VARIATIONS: dict[str, tuple[Variation, ...]] = {
    "drum": drums.VARIATIONS,
    "heavy_bass": heavy_basses.VARIATIONS,
    "lead_bass": lead_basses.VARIATIONS,
    "line_bass": line_basses.VARIATIONS,
    "melody": melodies.VARIATIONS,
    "pad": pads.VARIATIONS,
    "synth": synths.VARIATIONS,
    "vocal": vocals.VARIATIONS,
}

ALIASES: dict[str, tuple[str, ...]] = {
    "drum": ("batterie",),
    "heavy_bass": ("basse lourde", "grosse basse"),
    "lead_bass": ("basse lead", "basse solo"),
    "line_bass": ("ligne de basse",),
    "melody": ("mélodie",),
    "pad": ("nappe",),
    "synth": ("synthé", "synthétiseur"),
    "vocal": ("voix", "chant"),
}


def clip_names() -> list[str]:
    """All clips in order, as ``drum/drum1``."""
    return [
        f"{instrument}/{instrument}{number}"
        for instrument, variations in VARIATIONS.items()
        for number in range(1, len(variations) + 1)
    ]


def titles() -> dict[str, str]:
    """The human title of every clip."""
    return {name: _split(name)[1].title for name in clip_names()}


def _split(name: str) -> tuple[str, Variation]:
    instrument, _, file_stem = name.partition("/")
    number = int(file_stem.removeprefix(instrument))
    return instrument, VARIATIONS[instrument][number - 1]


def rendered(name: str) -> FloatArray:
    """One finished clip before dither, shape (2, LOOP_FRAMES). Depends on its name only."""
    instrument, variation = _split(name)
    rng = np.random.default_rng([zlib.crc32(name.encode()), 0])
    return finished(variation.build(rng), PARTS[instrument])


def rendered_pcm(name: str) -> npt.NDArray[np.int16]:
    """One finished clip as it is stored, shape (LOOP_FRAMES, 2)."""
    return dithered(rendered(name), np.random.default_rng([zlib.crc32(name.encode()), 1]))


def write_clip(name: str, folder: Path) -> Path:
    """Render one clip into ``folder/<instrument>/<instrument>N.flac``."""
    path = folder / f"{name}.flac"
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, rendered_pcm(name), SAMPLE_RATE_HZ, subtype="PCM_16", format="FLAC")
    return path


def difference_lsb(name: str, folder: Path) -> int:
    """Largest difference between the stored clip and a fresh rendering, in 16-bit steps."""
    stored, rate_hz = soundfile.read(folder / f"{name}.flac", dtype="int16", always_2d=True)
    fresh = rendered_pcm(name)
    if rate_hz != SAMPLE_RATE_HZ or stored.shape != fresh.shape:
        return 65_535
    return int(np.abs(stored.astype(np.int32) - fresh.astype(np.int32)).max())


def _quoted(words: Sequence[str]) -> str:
    return "[" + ", ".join(f'"{word}"' for word in words) + "]"


def set_description() -> str:
    """The text of ``set.toml``."""
    lines = [
        "# Written by packaging/sounds; edit the recipes there, not this file.",
        f'name = "{SET_NAME}"',
        f'author = "{AUTHOR}"',
        f'license = "{LICENSE}"',
        f"bpm = {TEMPO_BPM}",
        f"beats = {BEATS_PER_LOOP}              # beats per loop",
        f"beats_per_bar = {BEATS_PER_BAR}",
        f'key = "{KEY}"',
        f"chords = {_quoted(CHORDS)}",
        "match = false          # balanced by ear: clips play at their own loudness",
        "",
        "[aliases]              # instrument -> list of words, any language",
    ]
    lines += [f"{instrument} = {_quoted(words)}" for instrument, words in ALIASES.items()]
    for name in clip_names():
        variation = _split(name)[1]
        lines += [
            "",
            f'[clips."{name}.flac"]',
            f'title = "{variation.title}"',
            f"tags = {_quoted(variation.tags)}",
        ]
    return "\n".join(lines) + "\n"
