"""What a sound set brings besides clips that loop: fills, floor, transitions. Pure values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from mwk_desktop.topology.shuffle_bags import MIDDLE_ENERGY

TRANSITION_KINDS: Final = ("riser", "drop", "impact", "cymbal")
"""The kinds of transitions, in the order of the engine's tracks."""


@dataclass(frozen=True, slots=True)
class Fill:
    """A clip's fill: its id in the engine, and how many of its length a loop holds."""

    clip_id: int
    per_loop: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What can be played before, at and under the scenes, by clip id.

    ``sounds`` names everything that the engine can launch, in the order of clip ids. ``fills`` is
    by the clip that they belong to; ``with_beat`` are the clips with a kick; ``lengths`` of
    transitions in frames; ``energies`` where a clip says one.
    """

    sounds: tuple[str, ...] = ()
    is_arranged: bool = False
    fills: Mapping[int, Fill] = field(default_factory=dict)
    floor: tuple[int, ...] = ()
    with_beat: frozenset[int] = frozenset()
    transitions: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    lengths: Mapping[int, int] = field(default_factory=dict)
    energies: Mapping[int, int] = field(default_factory=dict)
    plays_transitions: bool = True
    """``[music] transitions``."""
    floor_on: bool = True
    """``[music] floor``: whether the floor is heard when the show begins."""

    crossfade_beats: float = 0.0
    """``[music] crossfade_beats``: how long a scene takes to replace the one before."""

    def clip_id(self, name: str) -> int | None:
        """The id of a fill, a floor clip or a transition by its recorded name."""
        return self.sounds.index(name) if name in self.sounds else None

    def energy_of(self, clips: Iterable[int]) -> Fraction:
        """The mean energy of clips; the middle if there are none."""
        energies = [self.energies.get(clip, MIDDLE_ENERGY) for clip in clips]
        return Fraction(sum(energies), len(energies)) if energies else Fraction(MIDDLE_ENERGY)

    def nearest(self, clips: Sequence[int], energy: Fraction, turn: int) -> int | None:
        """The clip whose energy is nearest; several that are equally near take turns."""
        if not clips:
            return None
        apart = {clip: abs(self.energies.get(clip, MIDDLE_ENERGY) - energy) for clip in clips}
        near = [clip for clip in clips if apart[clip] == min(apart.values())]
        return near[turn % len(near)]

    def floor_under(self, playing: Sequence[int], now: int | None) -> int | None:
        """The floor clip to play under these clips: None if one of them has a kick, or nothing
        plays.

        ``now``: the floor clip that already plays; it stays.
        """
        if not playing or not self.with_beat.isdisjoint(playing):
            return None
        return now if now is not None else self.nearest(self.floor, self.energy_of(playing), 0)
