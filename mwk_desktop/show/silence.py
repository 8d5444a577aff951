"""Why nothing is heard, or soon nothing: what panic and fade out do to the sound (pure values)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SilenceState:
    """The silence that the presenter made, the worst first.

    Attributes
    ----------
    kind
        "" (the music plays), ``silent`` (panic), ``faded`` (fade out has ended), ``fading`` (it is
        under way), ``returning`` (the music comes back on a bar line).
    seconds
        How long it has been so, or for ``fading`` and ``returning``: how long it still takes.
    share
        ``fading``: the part of the fade that is done, 0 to 1.
    bar
        ``returning``: the bar on which the music is back.
    beats
        ``returning``: the beats until then, rounded up.
    """

    kind: str = ""
    seconds: float = 0.0
    share: float = 0.0
    bar: int | None = None
    beats: int = 0

    @property
    def can_resume(self) -> bool:
        """Whether nothing is heard until somebody resumes."""
        return self.kind in ("silent", "faded")


AUDIBLE = SilenceState()
