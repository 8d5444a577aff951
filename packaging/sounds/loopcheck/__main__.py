"""Check a folder of loops: ``python -m loopcheck assets/sounds``.

``FOLDER/<instrument>/<instrument>N.flac`` is a clip's theme; ``.b``, ``.c`` are further takes of
the same length, ``.fill`` a bar that is heard after the theme's first bar. A ``.tail`` and a
``.pickup`` do not repeat: only their level and their end are judged.
"""

import argparse
import os
import re
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

# One thread a worker: the parallelism is the files.
os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np
import soundfile

from loopcheck import loop_measures
from loopcheck.limits import LIMITS, graded
from loopcheck.set_measures import Loop, set_values
from loopcheck.tones import cells, chord_of, chroma, grid_share, harmony, scale_of

_FILE = re.compile(r"(?P<clip>(?P<instrument>[a-z_]+?)\d+)(?:\.(?P<part>[a-z]+))?\.flac")
_ONE_SHOTS = ("tail", "pickup")


@dataclass(frozen=True)
class Expected:
    """What the loops should be.

    Attributes
    ----------
    chords : of each take; one that is not named has those of ``a``.
    """

    bpm: float
    beats: int
    key: str
    chords: dict[str, list[str]]

    def chords_of(self, take: str) -> list[str]:
        return self.chords.get(take, self.chords["a"])


def _read(path: Path) -> tuple[loop_measures.Floats, int]:
    sound, rate_hz = soundfile.read(path, dtype="float64", always_2d=True)
    both = np.repeat(sound, 2, axis=1) if sound.shape[1] == 1 else sound[:, :2]
    return np.ascontiguousarray(both.T), int(rate_hz)


def measured_loop(path: Path, expected: Expected) -> Loop:
    """Read a take, complete it to what is heard in a loop, and measure it."""
    found = _FILE.fullmatch(path.name)
    assert found is not None
    take = found["part"] or "a"
    sound, rate_hz = _read(path)
    ideal = 60 * rate_hz * expected.beats / expected.bpm
    if take == "fill":
        theme, _ = _read(path.with_name(f"{found['clip']}.flac"))
        sound = np.concatenate([theme[:, : theme.shape[1] - sound.shape[1]], sound], axis=1)
        pickup_path = path.with_name(f"{found['clip']}.pickup.flac")
        if pickup_path.exists():  # what follows a fill brings its own
            pickup, _ = _read(pickup_path)
            sound[:, -pickup.shape[1] :] += pickup
    middle = sound.mean(axis=0)
    chords = expected.chords_of(take)
    notes, tuning_cents = chroma(middle, rate_hz, len(chords))
    values = {
        "length_error_frames": abs(sound.shape[1] - ideal),
        **loop_measures.levels(sound, rate_hz),
        **loop_measures.seam(sound, rate_hz),
        **loop_measures.stereo(sound, rate_hz),
        **harmony(notes, scale_of(expected.key), chords),
        "tuning_cents": abs(tuning_cents),
    }
    if found["instrument"] not in ("heavy_bass", "line_bass"):
        del values["root_share"]
    on_grid = grid_share(middle, rate_hz, 15 / expected.bpm)
    if on_grid is not None:
        values["grid_share"] = on_grid
    grid = cells(middle, rate_hz)
    name = path.name.removesuffix(".flac")
    return Loop(name, found["instrument"], take, rate_hz, sound, notes, grid, values)


def one_shot_grades(path: Path) -> dict[str, str]:
    """What is wrong with a tail or a pickup: it clips, or does not end in silence."""
    sound, _ = _read(path)
    peak_dbfs = loop_measures.decibels(np.abs(sound).max())
    found = graded({"peak_dbfs": peak_dbfs})
    is_tail = path.name.endswith(".tail.flac")
    if is_tail and np.abs(sound[:, -1]).max() > 3 / 32_768:
        found["ends_in_silence"] = "FAIL"
    return found


def findings(folder: Path, expected: Expected, jobs: int = 1) -> Iterator[tuple[str, str, str]]:
    """Everything that is not ``ok``: ``FAIL`` or ``warn``, what it is about, and the values.

    Raises
    ------
    ValueError
        If the folder holds no loops.
    """
    paths = sorted(path for path in folder.glob("*/*.flac") if _FILE.fullmatch(path.name))
    paths = [path for path in paths if path.name.startswith(path.parent.name)]
    paths = [path for path in paths if path.parent.name not in ("floor", "transitions")]
    shots = [path for path in paths if path.name.split(".")[1] in _ONE_SHOTS]
    takes = [path for path in paths if path not in shots]
    if not takes:
        raise ValueError(f"no <instrument>/<instrument>N.flac under {folder}")
    for path in shots:
        for name, grade in one_shot_grades(path).items():
            yield grade, path.name.removesuffix(".flac"), name
    measure = partial(measured_loop, expected=expected)
    if jobs > 1:
        with ProcessPoolExecutor(jobs) as pool:
            loops = list(pool.map(measure, takes, chunksize=4))
    else:
        loops = [measure(path) for path in takes]
    for loop in loops:
        for name, grade in graded(loop.measured, loop.instrument).items():
            yield grade, loop.name, f"{name} {loop.measured[name]:.2f}"
    for take in sorted({loop.take for loop in loops}):
        together = [loop for loop in loops if loop.take == take]
        for name, about, value in set_values(together):
            grade = LIMITS[name].grade(value)
            if grade != "ok":
                yield grade, f"take {take}: {about}", f"{name} {value:.2f}"


def _take_chords(text: str) -> tuple[str, list[str]]:
    take, separator, chords = text.partition("=")
    if not separator:
        raise argparse.ArgumentTypeError(f"like b='Dm F Am G', not {text!r}")
    return take, chords.split()


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="loopcheck", description="Check loops and their takes.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bpm", type=float, default=128.0)
    parser.add_argument("--beats", type=int, default=8)
    parser.add_argument("--key", default="C major")
    parser.add_argument("--chords", default="F G Am C", help="of equal length, over the loop")
    parser.add_argument(
        "--take",
        type=_take_chords,
        action="append",
        default=[],
        metavar="TAKE=CHORDS",
        help="a take with chords of its own: b='Dm F Am G'",
    )
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), metavar="N")
    return parser.parse_args(argv)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command: 0 if nothing fails, 1 if something does, 2 for what cannot be checked."""
    options = _arguments(argv)
    chords = {"a": options.chords.split(), **dict(options.take)}
    expected = Expected(options.bpm, options.beats, options.key, chords)
    try:
        scale_of(expected.key)
        for name in {chord for each in chords.values() for chord in each}:
            chord_of(name)
        found = list(findings(options.folder, expected, options.jobs))
    except (ValueError, OSError) as error:
        print(f"loopcheck: {error}", file=sys.stderr)
        return 2
    for grade, about, values in sorted(found):
        print(f"{grade}  {about}: {values}")
    failed = sum(grade == "FAIL" for grade, _, _ in found)
    print(f"{failed} failed, {len(found) - failed} warnings")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
