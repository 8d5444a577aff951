"""Says for a while that a clip was not in memory when its line came. Show thread only."""

from __future__ import annotations

from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.show.snapshot import Problem, ProblemKind

SHOWN_MS: Final = 8_000
"""How long it is said."""


class LateClips:
    """Compares the engine's count of postponed launches with the one before.

    What begins a show is decoded while the show begins, and what an earlier show postponed is none
    of this one: neither is a fault.

    Parameters
    ----------
    opening_frames
        How long a show begins.
    """

    def __init__(self, opening_frames: int) -> None:
        self._opening_frames = opening_frames
        self._began: int | None = None
        self._postponed = 0
        self._since_ms: int | None = None

    def problems(self, postponed: int, frame: int, now_ms: int) -> tuple[Problem, ...]:
        """What to say, after the engine has postponed so many launches."""
        if self._began is None:
            self._began = frame
        opening = frame < self._began + self._opening_frames
        if opening or postponed < self._postponed:
            self._since_ms = None
        elif postponed > self._postponed:
            self._since_ms = now_ms
        self._postponed = postponed
        if self._since_ms is None or now_ms - self._since_ms >= SHOWN_MS:
            return ()
        text = message("A clip was not decoded in time: it lands on the next bar.")
        return (Problem(ProblemKind.SOUND, text),)
