"""What loops are to each other: different, consonant, audible, balanced."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np

from loopcheck.loop_measures import Floats, decibels, loudness_lufs, weighted
from loopcheck.tones import cells, consonance

UNPITCHED = frozenset({"drum"})


@dataclass(frozen=True)
class Loop:
    """One take of one clip, and what was measured of it.

    Attributes
    ----------
    sound : (2, frames)
    chroma : (12, chords)
    cells : (bands, 32), as :func:`loopcheck.tones.cells`
    """

    name: str
    instrument: str
    take: str
    rate_hz: int
    sound: Floats
    chroma: Floats
    cells: Floats
    measured: Mapping[str, float]


def difference_db(one: Floats, other: Floats) -> float:
    """Mean difference of two grids of power after their common gain, at the most similar rotation:
    a gain, an equaliser or a rotation of another clip gives a small number."""
    a, b = (np.maximum(10 * np.log10(grid / grid.max() + 1e-12), -50) for grid in (one, other))
    active = (a > -49) | (b > -49)
    if not active.any():
        return 0.0
    found = []
    for rotation in range(0, b.shape[1], 2):
        apart = a - np.roll(b, rotation, axis=1)
        found.append(float(np.abs(apart - np.median(apart[active]))[active].mean()))
    return min(found)


def set_values(loops: Sequence[Loop]) -> Iterator[tuple[str, str, float]]:
    """The limit's name, what it is about, and the value, for loops that can sound together."""
    by_name: dict[str, list[Loop]] = {}
    for loop in loops:
        by_name.setdefault(loop.instrument, []).append(loop)
    for own in by_name.values():
        for one, other in combinations(own, 2):
            yield (
                "variation_db",
                f"{one.name} and {other.name}",
                difference_db(one.cells, other.cells),
            )
    pitched = [name for name in by_name if name not in UNPITCHED]
    for first, second in combinations(pitched, 2):
        for one, other in product(by_name[first], by_name[second]):
            agreement = consonance(one.chroma, other.chroma)
            if agreement is not None:
                yield "consonance", f"{one.name} and {other.name}", agreement
    if len(by_name) > 1:
        yield from _mix_values(by_name)


def _mix_values(by_name: Mapping[str, Sequence[Loop]]) -> Iterator[tuple[str, str, float]]:
    """Of all instruments together, each with its first variation."""
    first = [own[0] for own in by_name.values()]
    rate_hz = first[0].rate_hz
    mix = np.sum([loop.sound for loop in first], axis=0)
    yield "mix_peak_dbfs", "all together", decibels(np.abs(mix).max())
    yield "mix_lufs", "all together", loudness_lufs(mix, rate_hz)
    means = [float(np.mean([loop.measured["loudness_lufs"] for loop in own]))
             for own in by_name.values()]  # fmt: skip
    yield "balance_lu", "instruments", max(means) - min(means)
    grids = [cells(weighted(loop.sound, rate_hz).mean(axis=0), rate_hz) for loop in first]
    total = np.sum(grids, axis=0)
    for loop, grid in zip(first, grids, strict=True):
        share = np.sqrt(grid) / (np.sqrt(grid).sum() + 1e-20)
        heard = grid > 0.25 * (total - grid)
        yield "audible_share", loop.instrument, float((share * heard).sum())
