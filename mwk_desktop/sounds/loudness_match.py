"""Gains that match the clips' loudness if they differ by more than 3 LU. Pure.

A downloaded pack is often a mixed collection: one clip drowns out the others, and votes seem to
change the volume. Clips that stand out are moved to the set's median, with a small lead for some
instruments, as in a mix. ``set.toml`` has priority: a clip's ``gain_db`` is kept, and ``match =
false`` leaves all clips unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from mwk_desktop.sounds.measure import SILENCE_DB
from mwk_desktop.units import db_to_gain

MOST_APART_LU: Final = 3.0
"""Clips that differ by less sound equally loud to most people; such a set is not changed."""

MOST_GAIN_DB: Final = 12.0
"""A larger gain would raise a recording's noise too much."""

LEAD_LU: Final[Mapping[str, float]] = {"drum": 2.5, "heavy_bass": 1.5, "vocal": 0.5}
"""How much louder than the others an instrument should be, in LU: less than :data:`MOST_APART_LU`,
so that matched clips differ by less than that."""


@dataclass(frozen=True, slots=True)
class ClipLevel:
    """How loud a clip's file is; ``gain_db`` is from ``set.toml`` (None: not given)."""

    name: str
    instrument: str
    lufs: float
    peak_dbfs: float
    gain_db: float | None = None

    @property
    def is_heard(self) -> bool:
        """Whether the clip is not silent."""
        return self.lufs > SILENCE_DB

    @property
    def played_lufs(self) -> float:
        """Its loudness with the gain from ``set.toml``."""
        return self.lufs + (self.gain_db or 0.0)

    @property
    def level_lu(self) -> float:
        """Its loudness without its instrument's lead."""
        return self.played_lufs - LEAD_LU.get(self.instrument, 0.0)


def matched_gains(levels: Sequence[ClipLevel]) -> dict[str, float]:
    """Gains in dB by clip, for the clips that stand out; empty if none does.

    A set is not changed if its clips differ by at most :data:`MOST_APART_LU`, with or without their
    instruments' leads (so a good mix stays). Otherwise no two clips differ by more than that
    afterwards, apart from leads, unless a gain is limited by :data:`MOST_GAIN_DB` or full scale.
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
    """The linear gain of a clip: from ``set.toml``, else the matched gain."""
    return db_to_gain(gains.get(name, 0.0) if said_db is None else said_db)
