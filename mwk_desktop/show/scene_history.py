"""The scenes that landed: how many, of which instruments, how often in a row, who stands where on
the stage. Pure state."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from mwk_desktop.show.stage_band import band_places
from mwk_desktop.show.stage_state import SceneTotals
from mwk_desktop.units import INSTRUMENTS


class SceneHistory:
    """The crowd's scenes since the show began; the opening is none.

    Parameters
    ----------
    opening
        The instruments that play before the first scene.
    """

    def __init__(self, opening: Sequence[str] = ()) -> None:
        self.band = tuple(band_places((), opening))
        """The instruments' places on the stage, left to right; "" is an empty one. A function of
        the scenes alone, so every console of a show has the same."""
        self._number = 0
        self._totals = dict.fromkeys(INSTRUMENTS, 0)
        self._in_a_row = dict.fromkeys(INSTRUMENTS, 0)
        self._scenes = 0
        self.totals = SceneTotals(0, tuple(self._totals.items()))

    def observe(self, number: int, instruments: Collection[str]) -> None:
        """Count the scene that plays (instruments by rank), once for each new ``number``."""
        if number <= self._number:
            return
        self._number = number
        self._scenes += 1
        self.band = tuple(band_places(self.band, tuple(instruments)))
        for name in INSTRUMENTS:
            plays = name in instruments
            self._totals[name] += plays
            self._in_a_row[name] = self._in_a_row[name] + 1 if plays else 0
        self.totals = SceneTotals(self._scenes, tuple(self._totals.items()))

    @property
    def number(self) -> int:
        """The newest scene that is counted."""
        return self._number

    def in_a_row(self, instrument: str) -> int:
        """In how many scenes in a row the instrument has been, up to the newest."""
        return self._in_a_row[instrument]
