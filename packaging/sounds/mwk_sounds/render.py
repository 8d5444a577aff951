"""Rendering of whole clips: every take of a recipe, mastering, seams, dither, FLAC."""

import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile

from mwk_sounds import (
    drums,
    heavy_basses,
    lead_basses,
    line_basses,
    melodies,
    pads,
    synths,
    transitions,
    vocals,
)
from mwk_sounds.mastering import dithered, finished, levelled, part_of, placed
from mwk_sounds.seams import joined, pickup_of, tail_of
from mwk_sounds.timeline import BAR_FRAMES, SAMPLE_RATE_HZ, FloatArray
from mwk_sounds.variation import PICKUP, TAKES, Variation

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
FLOOR_NAME = "floor/floor1"
_FLAC_EFFORT = 1.0  # libsndfile's highest: a few per cent smaller than its default

# How much quieter or louder than the theme a take may be, in dB: the answer steps back.
TAKE_DB = {"a": (0.0, 0.0), "b": (-6.8, -5.8), "c": (0.0, 1.0), "fill": (-1.5, 1.5)}
# The kick on the first beat of all takes is the theme's; far above the others it would be a click.
ANSWER_DB = {"drum": (-5.2, -4.4), "floor": (-4.2, -2.8)}


def take_db(name: str, letter: str) -> tuple[float, float]:
    """How much quieter or louder than its theme a take of a clip may be, in dB."""
    kind = name.partition("/")[0]
    return ANSWER_DB[kind] if letter == "b" and kind in ANSWER_DB else TAKE_DB[letter]


def clip_names() -> list[str]:
    """All clips of the eight instruments in order, as ``drum/drum1``."""
    return [
        f"{instrument}/{instrument}{number}"
        for instrument, variations in VARIATIONS.items()
        for number in range(1, len(variations) + 1)
    ]


def work_names() -> list[str]:
    """Everything that is rendered: the clips, the floor and the transitions."""
    shots = [f"transitions/{name}" for name in transitions.NAMES]
    return [*clip_names(), FLOOR_NAME, *shots]


def titles() -> dict[str, str]:
    """The human title of every clip."""
    return {name: variation_of(name).title for name in clip_names()}


def variation_of(name: str) -> Variation:
    """The recipe of a clip or of the floor."""
    if name == FLOOR_NAME:
        return drums.FLOOR
    instrument, _, file_stem = name.partition("/")
    return VARIATIONS[instrument][int(file_stem.removeprefix(instrument)) - 1]


def _generator(name: str, purpose: int) -> np.random.Generator:
    return np.random.default_rng([zlib.crc32(name.encode()), purpose])


def parts_of(name: str) -> list[str]:
    """Names of the files of a clip, ``drum/drum1``, ``drum/drum1.b``, ...; a transition has one."""
    if name.startswith("transitions/"):
        return [name]
    variation = variation_of(name)
    suffixes = ["", ".b", ".c", ".fill"]
    suffixes += [".pickup"] if variation.has_pickup else []
    suffixes += [".tail"] if variation.has_tail else []
    return [f"{name}{suffix}" for suffix in suffixes]


def rendered(name: str) -> dict[str, FloatArray]:
    """The finished files of one clip before dither, each (2, frames). Depends on its name only."""
    if name.startswith("transitions/"):
        return {name: transitions.rendered(name.partition("/")[2], _generator(name, 0))}
    variation = variation_of(name)
    part = part_of(name)
    built = {
        take.name: placed(variation.build(_generator(name, number), take), part)
        for number, take in enumerate(TAKES)
    }
    theme, gain = finished(built["a"], part)
    takes = {"a": theme}
    for letter in ("b", "c", "fill"):
        least, most = take_db(name, letter)
        takes[letter] = levelled(built[letter], gain, part, least, most)
    pickup = None
    if variation.has_pickup:
        # The theme's own generator: the same breath in the same consonant.
        pickup = pickup_of(placed(variation.build(_generator(name, 0), PICKUP), part), theme)
    takes = joined(takes, variation.form2[-1], pickup)
    files = {
        name: takes["a"],
        f"{name}.b": takes["b"],
        f"{name}.c": takes["c"],
        f"{name}.fill": takes["fill"][:, -BAR_FRAMES:],
    }
    if pickup is not None:
        files[f"{name}.pickup"] = pickup
    if variation.has_tail:
        files[f"{name}.tail"] = tail_of(takes["fill"])
    return files


def rendered_pcm(name: str) -> dict[str, npt.NDArray[np.int16]]:
    """The files of one clip as they are stored, each (frames, 2)."""
    stored = {}
    for file_name, sound in rendered(name).items():
        rng = _generator(file_name, 100)
        if np.array_equal(sound[0], sound[1]):
            # One noise for both sides: equal channels cost FLAC nothing.
            stored[file_name] = np.repeat(dithered(sound[:1], rng), 2, axis=1)
        else:
            stored[file_name] = dithered(sound, rng)
    return stored


def write_clip(name: str, folder: Path) -> list[Path]:
    """Render one clip into ``folder/<instrument>/<instrument>N[.part].flac``."""
    paths = []
    for file_name, samples in rendered_pcm(name).items():
        path = folder / f"{file_name}.flac"
        path.parent.mkdir(parents=True, exist_ok=True)
        soundfile.write(
            path,
            samples,
            SAMPLE_RATE_HZ,
            subtype="PCM_16",
            format="FLAC",
            compression_level=_FLAC_EFFORT,
        )
        paths.append(path)
    return paths


def difference_lsb(name: str, folder: Path) -> int:
    """Largest difference between the stored files and a fresh rendering, in 16-bit steps."""
    largest = 0
    for file_name, fresh in rendered_pcm(name).items():
        path = folder / f"{file_name}.flac"
        if not path.exists():
            return 65_535
        stored, rate_hz = soundfile.read(path, dtype="int16", always_2d=True)
        if rate_hz != SAMPLE_RATE_HZ or stored.shape != fresh.shape:
            return 65_535
        steps = np.abs(stored.astype(np.int32) - fresh.astype(np.int32))
        largest = max(largest, int(steps.max()))
    return largest
