"""Chooses the variation that plays: a shuffle-bag of clips per instrument.

A lively room leans the draw: of the next clips of the bag, the one with the most energy comes first
(in a calm room, the one with the least). The fairness stays: none repeats before all have played.

Every draw follows from the seed, the clips' names and the votes of the windows, so a show replays
exactly. The whole state is how often each instrument was drawn, what is left in its bag, and the
votes that the next window's are compared with.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from mwk_desktop.topology.voting_pace import VotingPace

AHEAD: Final = 3
"""A draw that leans chooses among this many next clips of the bag: the order stays mostly the
seed's, and no clip waits for long."""

MIDDLE_ENERGY: Final = 3
"""The energy of a clip that does not say its own."""


class ShuffleBag:
    """One instrument's clips in a fair random order.

    No clip repeats before all have played. Each refill shuffles the sorted names again; if the
    first clip of a refilled bag equals the last one drawn, the first two are swapped.

    Parameters
    ----------
    clips : sequence of str
        At least one clip name.
    seed : str
        Seed of this bag's random generator.
    energies : mapping of clip name to int, optional
        What a draw that leans goes by.
    """

    __slots__ = ("_bag", "_energies", "_names", "_random", "drawn", "last")

    def __init__(
        self, clips: Sequence[str], seed: str, energies: Mapping[str, int] | None = None
    ) -> None:
        if not clips:
            raise ValueError("a shuffle-bag needs at least one clip")
        self._names = sorted(set(clips))
        self._energies = energies or {}
        self._random = random.Random(seed)
        self._bag: list[str] = []
        self.drawn = 0
        self.last: str | None = None

    @property
    def names(self) -> Sequence[str]:
        """All clips of the bag, sorted."""
        return self._names

    @property
    def order(self) -> list[str]:
        """The clip drawn last, and what is left in the bag in its order; empty before a draw."""
        return [] if self.last is None else [self.last, *self._bag]

    def restore(self, drawn: int, order: Sequence[str] = ()) -> None:
        """Continue a bag after this many draws.

        ``order`` is what :attr:`order` was then. Without it, or with one that does not fit these
        clips, the draws are repeated as if none had leaned: a clip may then come again early.
        """
        for _ in range(drawn):
            self.draw()
        left, ahead = len(self._bag), order[1:]
        fits = bool(order) and set(order) <= set(self._names) and len(set(ahead)) == len(ahead)
        # A bag that was looked into was full again already; it will fill in the same way.
        if fits and len(ahead) in (left, left + len(self._names)):
            self.last, self._bag = order[0], list(ahead[:left])

    def peek(self, lean: int = 0) -> str:
        """The clip that the next draw returns. Filling the bag early changes nothing: the order of
        the generator's calls stays the same.

        ``lean``: 1 prefers more energy, -1 less.
        """
        if not self._bag:
            self._bag = self._names.copy()
            self._random.shuffle(self._bag)
            if len(self._bag) > 1 and self._bag[0] == self.last:
                self._bag[0], self._bag[1] = self._bag[1], self._bag[0]
        ahead = self._bag[:AHEAD]
        if not lean or self._energies.keys().isdisjoint(ahead):
            return self._bag[0]
        fresh = [clip for clip in ahead if clip != self.last] or ahead
        # The first of several with the same energy.
        return max(fresh, key=lambda clip: lean * self._energies.get(clip, MIDDLE_ENERGY))

    def draw(self, lean: int = 0) -> str:
        """Take the next clip."""
        self.last = self.peek(lean)
        self._bag.remove(self.last)
        self.drawn += 1
        return self.last


class ShuffleBags:
    """The bags of all instruments that have clips.

    Parameters
    ----------
    clips : mapping of instrument to clip names
        An empty list is allowed: the instrument is counted in the chart and skipped in the scene.
    seed : int
        The show's seed; an instrument's generator is ``random.Random(f"{seed}:{instrument}")``.
    counts : mapping of instrument to int, optional
        Draws to repeat (for a restored show). Instruments that have no clips now are skipped.
    energies : mapping of clip name to int, optional
        Energy of clips, 1 to 5.
    orders : mapping of instrument to clip names, optional
        What :attr:`orders` was after these draws.
    window_votes : iterable of int, optional
        The votes of the windows so far: which way a draw leans.
    """

    __slots__ = ("_bags", "_energies", "_without_clips", "pace", "seed")

    def __init__(
        self,
        clips: Mapping[str, Sequence[str]],
        seed: int,
        counts: Mapping[str, int] | None = None,
        energies: Mapping[str, int] | None = None,
        orders: Mapping[str, Sequence[str]] | None = None,
        window_votes: Iterable[int] = (),
    ) -> None:
        self.seed = seed
        self.pace = VotingPace(window_votes)
        self._energies = energies or {}
        self._bags = {
            k: ShuffleBag(v, f"{seed}:{k}", self._energies) for k, v in sorted(clips.items()) if v
        }
        self._without_clips: dict[str, int] = {}
        for instrument, count in sorted((counts or {}).items()):
            bag = self._bags.get(instrument)
            if bag is None:
                self._without_clips[instrument] = count
                continue
            bag.restore(count, (orders or {}).get(instrument, ()))

    def after(
        self,
        counts: Mapping[str, int],
        orders: Mapping[str, Sequence[str]] | None = None,
        window_votes: Iterable[int] | None = None,
    ) -> ShuffleBags:
        """The same bags after these numbers of draws, and these windows (None: those so far)."""
        clips = {name: bag.names for name, bag in self._bags.items()}
        votes = self.pace.votes if window_votes is None else window_votes
        return ShuffleBags(clips, self.seed, counts, self._energies, orders, votes)

    def has_clips(self, instrument: str) -> bool:
        """Whether the instrument has clips to draw from."""
        return instrument in self._bags

    def peek(self, instrument: str, lean: int = 0) -> str:
        """The next clip of an instrument, without drawing it. Raises ``KeyError`` if it has no
        clips."""
        return self._bags[instrument].peek(lean)

    def draw(self, instrument: str, lean: int = 0) -> str:
        """Draw the next clip of an instrument. Raises ``KeyError`` if it has no clips."""
        return self._bags[instrument].draw(lean)

    @property
    def counts(self) -> dict[str, int]:
        """Draws so far per instrument that was drawn at least once."""
        counts = {k: bag.drawn for k, bag in self._bags.items() if bag.drawn}
        return dict(sorted((counts | self._without_clips).items()))

    @property
    def orders(self) -> dict[str, list[str]]:
        """Per instrument the clip drawn last, and what is left in its bag in order."""
        return {name: bag.order for name, bag in self._bags.items() if bag.drawn}
