"""What a clip is before it is rendered: its takes, what they play, and how it is described."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from mwk_sounds.harmony import ANSWER, CHORDS, STEPS_PER_CHORD, TURNAROUND, Chord
from mwk_sounds.timeline import BAR_STEPS, LOOP_STEPS, FloatArray

Event = TypeVar("Event", bound=tuple[object, ...])


@dataclass(frozen=True)
class Take:
    """One version of a clip, a loop long; of a fill only the second bar is kept.

    Attributes
    ----------
    name : ``a`` (the theme), ``b`` (its answer, on the other progression), ``c`` (the theme,
        varied), ``fill`` (the theme's first bar, then the bar that leads into the next scene), or
        ``pickup`` (only what sounds on the first beat; its consonant before the line is kept).
    chords : the four chords of the loop.
    """

    name: str
    chords: tuple[Chord, ...] = CHORDS

    def chord_at(self, step: float) -> Chord:
        """The chord that sounds at a step."""
        return self.chords[int(step % LOOP_STEPS) // STEPS_PER_CHORD]

    def pattern(self, a: str, b: str = "", c: str = "", fill: str = "") -> str:
        """The pattern of this take; an empty one is take a's. A fill's has one bar."""
        theme = a.replace(" ", "")
        if self.name == "fill":
            return theme[:BAR_STEPS] + (fill.replace(" ", "") or theme[BAR_STEPS:])
        return {"b": b, "c": c}.get(self.name, "") or theme

    def line(
        self,
        a: tuple[Event, ...],
        b: tuple[Event, ...] = (),
        c: tuple[Event, ...] = (),
        fill: tuple[Event, ...] = (),
    ) -> tuple[Event, ...]:
        """Events that begin with their step: this take's, or take a's. A fill's lie in bar 2."""
        if self.name == "fill":
            theme = tuple(event for event in a if _step(event) < BAR_STEPS)
            return theme + (fill or tuple(event for event in a if _step(event) >= BAR_STEPS))
        if self.name == "pickup":
            return tuple(event for event in a if _step(event) == 0)
        return {"b": b, "c": c}.get(self.name, ()) or a

    def number(self, a: float, b: float, c: float, fill: float) -> float:
        """A setting that differs between the takes."""
        return {"b": b, "c": c, "fill": fill}.get(self.name, a)

    @property
    def rises(self) -> bool:
        """Whether this take leads into a landing."""
        return self.name == "fill"


def _step(event: tuple[object, ...]) -> float:
    return float(event[0])  # type: ignore[arg-type]


TAKES = (Take("a"), Take("b", ANSWER), Take("c"), Take("fill", TURNAROUND))
PICKUP = Take("pickup")


FORMS = (("aabc", "caba"), ("acba", "acbc"), ("acbc", "aaba"))
"""Three ways through a window's eight loops. All answer (b) in the third and the seventh, so the
harmony is one; where the theme is varied differs, so that of eight loops hardly two are the same.
"""


@dataclass(frozen=True)
class Variation:
    """One clip's recipe.

    Attributes
    ----------
    build : takes the take's own generator and the take, returns (2, LOOP_FRAMES).
    energy : 1 (sparse) to 5 (full).
    form, form2 : which take sounds in each loop of a first and of a second phrase.
    kicks, fill_kicks : beats on which the kick sounds in the takes, and in the fill's bar.
    has_pickup, has_tail : whether something sounds before the line, and after it.
    """

    title: str
    tags: tuple[str, ...]
    build: Callable[[np.random.Generator, Take], FloatArray]
    energy: int = 3
    form: str = FORMS[0][0]
    form2: str = FORMS[0][1]
    kicks: tuple[float, ...] = ()
    fill_kicks: tuple[float, ...] = ()
    has_pickup: bool = False
    has_tail: bool = False
