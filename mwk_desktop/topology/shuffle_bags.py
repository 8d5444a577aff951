"""Chooses the variation that plays: a shuffle-bag of clips per instrument.

Every draw follows from the seed, the clips' names and how often each instrument was drawn, so a
show replays exactly and the whole state is one number per instrument.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence


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
    """

    __slots__ = ("_bag", "_names", "_random", "drawn", "last")

    def __init__(self, clips: Sequence[str], seed: str) -> None:
        if not clips:
            raise ValueError("a shuffle-bag needs at least one clip")
        self._names = sorted(set(clips))
        self._random = random.Random(seed)
        self._bag: list[str] = []
        self.drawn = 0
        self.last: str | None = None

    @property
    def names(self) -> Sequence[str]:
        """All clips of the bag, sorted."""
        return self._names

    def peek(self) -> str:
        """The clip that the next draw returns. Filling the bag early changes nothing: the order of
        the generator's calls stays the same."""
        if not self._bag:
            self._bag = self._names.copy()
            self._random.shuffle(self._bag)
            if len(self._bag) > 1 and self._bag[0] == self.last:
                self._bag[0], self._bag[1] = self._bag[1], self._bag[0]
        return self._bag[0]

    def draw(self) -> str:
        """Take the next clip."""
        self.last = self.peek()
        del self._bag[0]
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
    """

    __slots__ = ("_bags", "_without_clips", "seed")

    def __init__(
        self,
        clips: Mapping[str, Sequence[str]],
        seed: int,
        counts: Mapping[str, int] | None = None,
    ) -> None:
        self.seed = seed
        self._bags = {k: ShuffleBag(v, f"{seed}:{k}") for k, v in sorted(clips.items()) if v}
        self._without_clips: dict[str, int] = {}
        for instrument, count in sorted((counts or {}).items()):
            bag = self._bags.get(instrument)
            if bag is None:
                self._without_clips[instrument] = count
                continue
            for _ in range(count):
                bag.draw()

    def after(self, counts: Mapping[str, int]) -> ShuffleBags:
        """The same bags after these numbers of draws."""
        clips = {name: bag.names for name, bag in self._bags.items()}
        return ShuffleBags(clips, self.seed, counts)

    def has_clips(self, instrument: str) -> bool:
        """Whether the instrument has clips to draw from."""
        return instrument in self._bags

    def peek(self, instrument: str) -> str:
        """The next clip of an instrument, without drawing it. Raises ``KeyError`` if it has no
        clips."""
        return self._bags[instrument].peek()

    def draw(self, instrument: str) -> str:
        """Draw the next clip of an instrument. Raises ``KeyError`` if it has no clips."""
        return self._bags[instrument].draw()

    @property
    def counts(self) -> dict[str, int]:
        """Draws so far per instrument that was drawn at least once: the whole state of the bags."""
        counts = {k: bag.drawn for k, bag in self._bags.items() if bag.drawn}
        return dict(sorted((counts | self._without_clips).items()))
