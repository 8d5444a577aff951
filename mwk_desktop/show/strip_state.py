"""The channel strips of a show's snapshot: what each plays now and next, and the rhythm floor's.

Parts of a :class:`~mwk_desktop.show.snapshot.Snapshot`: immutable, gains are linear.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from mwk_desktop.show.commands import Mode
from mwk_desktop.show.desk_commands import Control, ControlValue
from mwk_desktop.sounds.clip_parts import clip_stem
from mwk_desktop.units import FILTER_NEUTRAL


@dataclass(frozen=True, slots=True)
class Clip:
    """A clip as shown to people: ``name`` is ``drum/drum2.flac``."""

    name: str
    title: str

    @property
    def stem(self) -> str:
        """``drum2``: the file's name without folder and suffix."""
        return clip_stem(self.name)


@dataclass(frozen=True, slots=True)
class MissingClip:
    """A clip that the sound set names but cannot play: its file is missing, or ``broken`` (not
    readable as audio)."""

    name: str
    title: str
    broken: bool = False


@dataclass(frozen=True, slots=True)
class StripState:
    """One channel strip.

    ``now`` is the sounding clip (None: silent). ``next_kind`` is what the next landing does to this
    strip: ``swap`` (other clip), ``enter``, ``stop``, ``stay``; ``next_by_hand`` whether the
    presenter or the scene does it; ``next_bar`` the bar it lands on (None: not known yet).
    ``pending_mode`` / ``variation_pending``: chosen, not yet landed. ``audible`` is False when
    mute, another strip's solo or panic keeps it from the master. ``missing`` are clips of the set
    that cannot play; they are never drawn or chosen.
    """

    instrument: str
    clips: tuple[Clip, ...]
    mode: Mode = Mode.AUTO
    pending_mode: Mode | None = None
    variation: str | None = None
    variation_pending: bool = False
    now: Clip | None = None
    next_kind: str = "stay"
    next: Clip | None = None
    next_by_hand: bool = False
    next_bar: int | None = None
    can_cancel: bool = False
    gain: float = 1.0
    filter: float = FILTER_NEUTRAL
    cue: bool = False
    mute: bool = False
    solo: bool = False
    silenced_by_solo: bool = False
    audible: bool = True
    peak_left: float = 0.0
    peak_right: float = 0.0
    missing: tuple[MissingClip, ...] = ()
    armed: Mapping[Control, ControlValue] = field(default_factory=dict)
    armed_next: Clip | None = None
    """What of this strip waits for GO, and what it would play once that has landed."""
    pending_mute: bool | None = None
    pending_solo: bool | None = None
    pending_gain: float | None = None
    pending_filter: float | None = None
    """Fired, not yet landed; None: nothing is pending."""


@dataclass(frozen=True, slots=True)
class FloorState:
    """The rhythm floor, for which nobody votes: ``on`` is its switch, ``clip`` what of it plays now
    (None: the scene has a kick, or nothing plays). ``available``: the sound set brings one."""

    available: bool = False
    on: bool = True
    gain: float = 1.0
    clip: Clip | None = None
    audible: bool = False
