"""The presenter's overrides per strip, landed and pending. Pure state.

Owned by the conductor, touched by the show thread only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mwk_desktop.show.commands import Mode
from mwk_desktop.units import FILTER_NEUTRAL


@dataclass(slots=True)
class StripOverride:
    """The presenter's overrides of one instrument.

    ``mode`` and ``variation`` have landed; the pending ones are (frame, value) and land on the
    quantized grid. Mute, solo, gain and filter act at once and are never pending.
    """

    mode: Mode = Mode.AUTO
    variation: str | None = None
    pending_mode: tuple[int, Mode] | None = None
    pending_variation: tuple[int, str | None] | None = None
    mute: bool = False
    solo: bool = False
    gain: float = 1.0
    filter: float = FILTER_NEUTRAL

    @property
    def target_mode(self) -> Mode:
        """The chosen mode: the pending one if any, else the landed one."""
        return self.mode if self.pending_mode is None else self.pending_mode[1]

    @property
    def target_variation(self) -> str | None:
        if self.pending_variation is None:
            return self.variation
        return self.pending_variation[1]

    def frames(self) -> list[int]:
        """Frames at which pending overrides land."""
        return [p[0] for p in (self.pending_mode, self.pending_variation) if p is not None]

    def land(self, frame: int) -> None:
        """Make everything pending at or before ``frame`` take effect."""
        if self.pending_mode is not None and self.pending_mode[0] <= frame:
            self.mode, self.pending_mode = self.pending_mode[1], None
        if self.pending_variation is not None and self.pending_variation[0] <= frame:
            self.variation, self.pending_variation = self.pending_variation[1], None

    def at(self, frame: int) -> tuple[Mode, str | None]:
        """Mode and variation as they will be at ``frame``."""
        mode, variation = self.mode, self.variation
        if self.pending_mode is not None and self.pending_mode[0] <= frame:
            mode = self.pending_mode[1]
        if self.pending_variation is not None and self.pending_variation[0] <= frame:
            variation = self.pending_variation[1]
        return mode, variation


@dataclass(slots=True)
class PendingScene:
    """A closed window's scene, with the frame on which it will land."""

    frame: int
    clips: dict[str, str]
    number: int
    cancelled: bool = False


Resolve = Callable[[Mapping[str, str], Mode, str | None], str | None]
"""The clip of one strip under a scene, a mode and a variation; None is silence."""


def coming_change(
    hand: StripOverride,
    landed: Mapping[str, str],
    coming: PendingScene | None,
    sounding: str | None,
    resolve: Resolve,
) -> tuple[int, str | None, bool] | None:
    """A strip's next change (frame, clip, by hand) if a scene comes next; None: no change.

    ``landed`` is the scene that plays; ``coming`` is None where none will land.
    """
    frames = set(hand.frames())
    if coming is not None:
        frames.add(coming.frame)
    for frame in sorted(frames):
        lands = coming is not None and coming.frame <= frame
        clip = resolve(coming.clips if coming is not None and lands else landed, *hand.at(frame))
        if clip != sounding or frame in hand.frames():
            return frame, clip, frame in hand.frames()
    return None
