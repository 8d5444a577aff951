"""Gains that bring the clips of a set to one loudness, where they differ by more than 3 LU. Pure.

A pack from elsewhere is often a collection: one clip buries the others, and the crowd's vote seems
to change the volume. The clips that stand out are brought to the set's middle, each instrument with
the small lead that a mix gives it. ``set.toml`` may say otherwise: ``gain_db`` of a clip is kept as
it is, and ``match = false`` leaves all clips as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from mwk_desktop.sounds.measure import SILENCE_DB
from mwk_desktop.units import db_to_gain

MOST_APART_LU: Final = 3.0
"""Clips that differ by less are one loudness to most ears; a set like that is not touched."""

MOST_GAIN_DB: Final = 12.0
"""More would lift a recording's noise with its sound."""

LEAD_LU: Final[Mapping[str, float]] = {"drum": 2.5, "heavy_bass": 1.5, "vocal": 0.5}
"""How much louder than the others an instrument is meant to be: less than
:data:`MOST_APART_LU`, so that matched clips differ by less than that."""


@dataclass(frozen=True, slots=True)
class ClipLevel:
    """How loud a clip is as its file has it; ``gain_db`` as ``set.toml`` says (None: it does
    not)."""

    name: str
    instrument: str
    lufs: float
    peak_dbfs: float
    gain_db: float | None = None

    @property
    def is_heard(self) -> bool:
        """Whether there is a loudness to speak of."""
        return self.lufs > SILENCE_DB

    @property
    def played_lufs(self) -> float:
        """Its loudness with the gain that ``set.toml`` says."""
        return self.lufs + (self.gain_db or 0.0)

    @property
    def level_lu(self) -> float:
        """Its loudness without its instrument's lead."""
        return self.played_lufs - LEAD_LU.get(self.instrument, 0.0)


def matched_gains(levels: Sequence[ClipLevel]) -> dict[str, float]:
    """Gains in dB, by clip, for the clips that stand out; empty where none does.

    A set is left alone where its clips differ by no more than :data:`MOST_APART_LU`, as they are or
    without their instruments' leads (so a good mix stays). Else no two clips differ by more than
    that afterwards, leads aside, unless a gain ends at :data:`MOST_GAIN_DB` or at full scale.
    """
    heard = [level for level in levels if level.is_heard]
    if not heard:
        return {}
    if min(
        _spread(each.played_lufs for each in heard), _spread(each.level_lu for each in heard)
    ) <= (MOST_APART_LU):
        return {}
    middle = median(each.level_lu for each in heard)
    gains = {}
    for level in heard:
        gain_db = middle - level.level_lu
        if level.gain_db is not None or abs(gain_db) <= MOST_APART_LU / 2:
            continue
        highest_db = min(MOST_GAIN_DB, max(0.0, -level.peak_dbfs))
        gain_db = round(min(gain_db, highest_db), 1)
        if gain_db:
            gains[level.name] = gain_db
    return gains


def _spread(levels: Iterable[float]) -> float:
    every = list(levels)
    return max(every) - min(every)


def gain_of(name: str, said_db: float | None, gains: Mapping[str, float]) -> float:
    """The linear gain at which a clip plays: as ``set.toml`` says, else as it was matched."""
    return db_to_gain(gains.get(name, 0.0) if said_db is None else said_db)
