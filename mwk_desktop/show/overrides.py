"""The presenter's overrides per strip, landed and pending. Pure state.

Owned by the conductor, touched by the show thread only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Final

from mwk_desktop.show.commands import Mode
from mwk_desktop.show.crowd_scenes import PendingScene
from mwk_desktop.show.desk_commands import Control, ControlValue
from mwk_desktop.units import FILTER_NEUTRAL

_FIELDS: Final = {control: str(control) for control in Control} | {Control.CLIP: "variation"}
_PENDING: Final = {control: f"pending_{name}" for control, name in _FIELDS.items()}
_all_pending: Final = attrgetter(*_PENDING.values())


@dataclass(slots=True)
class StripOverride:
    """The presenter's overrides of one instrument.

    The plain values have landed; the pending ones are (frame, value) and land on the grid. A mute,
    solo, gain or filter is pending only as part of a GO or of a recalled snapshot; by itself it
    acts at once.
    """

    mode: Mode = Mode.AUTO
    variation: str | None = None
    pending_mode: tuple[int, Mode] | None = None
    pending_variation: tuple[int, str | None] | None = None
    mute: bool = False
    solo: bool = False
    gain: float = 1.0
    filter: float = FILTER_NEUTRAL

    pending_mute: tuple[int, bool] | None = None
    pending_solo: tuple[int, bool] | None = None
    pending_gain: tuple[int, float] | None = None
    pending_filter: tuple[int, float] | None = None

    def target(self, control: Control) -> Any:
        """The chosen value of a control: the pending one if any, else the landed one."""
        pending = getattr(self, _PENDING[control])
        return getattr(self, _FIELDS[control]) if pending is None else pending[1]

    def put(self, control: Control, value: ControlValue, frame: int) -> None:
        """Let a control's value land at ``frame``; if it is the landed value, nothing is
        pending."""
        name = _FIELDS[control]
        wanted: Any = Mode(str(value)) if control is Control.MODE else value
        waits = None if wanted == getattr(self, name) else (frame, wanted)
        setattr(self, f"pending_{name}", waits)

    @property
    def target_mode(self) -> Mode:
        mode: Mode = self.target(Control.MODE)
        return mode

    @property
    def target_variation(self) -> str | None:
        variation: str | None = self.target(Control.CLIP)
        return variation

    def frames(self) -> list[int]:
        """Frames at which pending overrides land."""
        return [each[0] for each in _all_pending(self) if each is not None]

    def land(self, frame: int) -> None:
        """Make everything pending at or before ``frame`` take effect."""
        for name in _FIELDS.values():
            pending = getattr(self, f"pending_{name}")
            if pending is not None and pending[0] <= frame:
                setattr(self, name, pending[1])
                setattr(self, f"pending_{name}", None)

    def drop_pending(self) -> None:
        """Drop everything that is pending."""
        for name in _FIELDS.values():
            setattr(self, f"pending_{name}", None)

    @property
    def landed(self) -> tuple[Mode, str | None, bool]:
        """Mode, variation and solo as they are now."""
        return self.mode, self.variation, self.solo

    def at(self, frame: int) -> tuple[Mode, str | None, bool]:
        """Mode, variation and solo as they will be at ``frame``."""
        mode, variation, solo = self.mode, self.variation, self.solo
        if self.pending_mode is not None and self.pending_mode[0] <= frame:
            mode = self.pending_mode[1]
        if self.pending_variation is not None and self.pending_variation[0] <= frame:
            variation = self.pending_variation[1]
        if self.pending_solo is not None and self.pending_solo[0] <= frame:
            solo = self.pending_solo[1]
        return mode, variation, solo

    def mute_at(self, frame: int) -> bool:
        """Whether it is muted at ``frame``."""
        if self.pending_mute is not None and self.pending_mute[0] <= frame:
            return self.pending_mute[1]
        return self.mute


Resolve = Callable[[Mapping[str, str], Mode, str | None, bool], str | None]
"""The clip of one strip under a scene, a mode, a variation and a solo; None is silence."""


def coming_change(
    override: StripOverride,
    landed: Mapping[str, str],
    coming: PendingScene | None,
    sounding: str | None,
    resolve: Resolve,
) -> tuple[int, str | None, bool] | None:
    """A strip's next change (frame, clip, by hand) if a scene comes next; None: no change.

    ``landed`` is the scene that plays; ``coming`` is None where none will land.
    """
    frames = set(override.frames())
    if coming is not None:
        frames.add(coming.frame)
    for frame in sorted(frames):
        lands = coming is not None and coming.frame <= frame
        clips = coming.clips if coming is not None and lands else landed
        clip = resolve(clips, *override.at(frame))
        if clip != sounding or frame in override.frames():
            return frame, clip, frame in override.frames()
    return None
