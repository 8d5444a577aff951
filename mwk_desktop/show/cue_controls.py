"""What the presenter pre-listens to. It is not part of the show. Show thread only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from mwk_desktop.engine.protocol import NO_CUE, SILENCE, CuePlan, EnginePort
from mwk_desktop.units import INSTRUMENTS


class CueControls:
    """Sends the engine what outputs 3 and 4 hear.

    Parameters
    ----------
    port : EnginePort
    """

    def __init__(self, port: EnginePort) -> None:
        self.strips: set[str] = set()
        self.hears_next = False
        self.after_fader = False
        self.hears_master = False
        self.gain = 1.0
        self.clip: str | None = None
        """The one clip that is heard in place of all else."""
        self._clip_strip = 0
        self._clip_ids: Mapping[str, int] = {}
        self._port = port
        self._clips: tuple[int, ...] = NO_CUE.clips
        self._sent = NO_CUE

    def set_strip(self, name: str, on: bool) -> None:
        """Start or stop pre-listening to a strip."""
        self.strips = self.strips | {name} if on else self.strips - {name}
        self.send()

    def set_next(self, on: bool) -> None:
        """Hear what comes next: of all strips, or of those that are chosen."""
        self.hears_next = on
        self.send()

    def set_clip(self, name: str, clip: str | None) -> None:
        """Hear one clip of an instrument, in phase with the room, and nothing else meanwhile; None:
        what was heard before."""
        self._clip_strip, self.clip = INSTRUMENTS.index(name), clip
        self.send()

    def set_after_fader(self, after: bool) -> None:
        """Hear strips as the room gets them, or before their faders."""
        self.after_fader = after
        self.send()

    def set_master(self, on: bool) -> None:
        """Start or stop pre-listening to the master, too."""
        self.hears_master = on
        self.send()

    def set_gain(self, gain: float) -> None:
        """The level, linear."""
        self.gain = gain
        self.send()

    def follow(self, coming: Sequence[str | None], clip_ids: Mapping[str, int]) -> None:
        """The clips that will play on each strip."""
        self._clip_ids = clip_ids
        # Another program's results may name clips that this set does not have.
        self._clips = tuple(clip_ids.get(clip or "", SILENCE) for clip in coming)
        if self.hears_next:
            self.send()

    def send(self) -> None:
        """Send the plan if it has changed."""
        chosen = tuple(strip for strip, name in enumerate(INSTRUMENTS) if name in self.strips)
        clips = self._clips if self.hears_next else NO_CUE.clips
        plan = CuePlan(
            chosen, self.hears_next, clips, self.gain, self.after_fader, self.hears_master
        )
        if self.clip is not None:
            plan = self._clip_plan(self._clip_ids.get(self.clip, SILENCE))
        if plan != self._sent:
            self._sent = plan
            self._port.plan_cue(plan)

    def _clip_plan(self, clip: int) -> CuePlan:
        """One clip as what comes next of its strip: before the fader, which may be down."""
        clips = [SILENCE] * len(INSTRUMENTS)
        clips[self._clip_strip] = clip
        only = (self._clip_strip,)
        return CuePlan(only, True, tuple(clips), self.gain, False, self.hears_master)

    def continue_from(self, before: CueControls) -> None:
        """Take over what was pre-listened to in the previous show."""
        self.strips, self.hears_next, self.gain = before.strips, before.hears_next, before.gain
        self.after_fader, self.hears_master = before.after_fader, before.hears_master
        self._clips, self._sent = before._clips, before._sent
