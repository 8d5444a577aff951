"""The console's own sound, as a part of the snapshot: pure values."""

from __future__ import annotations

from dataclasses import dataclass

from mwk_desktop.messages import NOTHING, Message
from mwk_desktop.units import MASTER_CEILING_DBTP


@dataclass(frozen=True, slots=True)
class SoundState:
    """The master's switches. ``dim`` and ``mono`` are for the room only; ``crossfade_beats``: how
    long a scene takes to replace the one before. ``has_cue``: outputs 3 and 4 are there for
    pre-listening (``cue_problem``: why not, although they are wanted); ``cue_next``: they hear what
    comes next; ``cue_after_fader``: they hear strips after their faders; ``cue_master``: they hear
    the master, too; ``cue_clip``: the one clip that they hear ("": none)."""

    dim: bool = False
    mono: bool = False
    ceiling_dbtp: float = MASTER_CEILING_DBTP
    crossfade_beats: float = 0.0
    has_cue: bool = False
    cue_problem: Message = NOTHING
    cue_next: bool = False
    cue_gain: float = 1.0
    cue_after_fader: bool = False
    cue_master: bool = False
    cue_clip: str = ""
