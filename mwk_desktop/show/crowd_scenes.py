"""The crowd's scenes: the one that plays, the one that comes, and what hold and cancel do to it.

Pure state in transport frames. Owned by the conductor, touched by the show thread only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(slots=True)
class PendingScene:
    """A closed window's scene, with the frame on which it will land."""

    frame: int
    clips: dict[str, str]
    number: int
    cancelled: bool = False


class CrowdScenes:
    """The landed scene and those that may follow it.

    Scenes are numbered from 1 in the order in which they were drawn; 0 is the opening.
    """

    def __init__(self) -> None:
        self.hold = False
        self.cancel_next = False
        """Whether the next scene to be drawn is skipped."""
        self.clips: dict[str, str] = {}
        """The landed scene: instrument -> clip."""
        self.number = 0
        """The landed scene's number."""
        self.landed_frame = 0
        """Where the landed scene landed."""
        self.pending: PendingScene | None = None
        self.drawn = 0
        """How many scenes the crowd has chosen."""
        self._held: PendingScene | None = None
        self._skipped: PendingScene | None = None

    @property
    def landing(self) -> PendingScene | None:
        """The pending scene, unless it is cancelled."""
        return None if self.pending is None or self.pending.cancelled else self.pending

    @property
    def coming_number(self) -> int:
        """The number of the scene that a cancel applies to."""
        return self.drawn + 1 if self.pending is None else self.pending.number

    @property
    def cancelled(self) -> bool:
        """Whether the coming scene is skipped."""
        return self.pending.cancelled if self.pending is not None else self.cancel_next

    def open_with(self, clips: dict[str, str], frame: int) -> None:
        """These clips play from ``frame`` on, before the first scene."""
        self.clips, self.landed_frame = clips, frame

    def add(self, clips: Mapping[str, str], frame: int) -> PendingScene:
        """Add a scene that lands at ``frame``, or at the release of a hold."""
        self.drawn += 1
        cancelled, self.cancel_next = self.cancel_next, False
        scene = PendingScene(frame, dict(clips), self.drawn, cancelled)
        if self.hold:
            self._held = scene
        else:
            self.pending = scene
        return scene

    def bring_forward(self, clips: Mapping[str, str], frame: int) -> None:
        """Add a scene that lands at ``frame`` even where the next one was cancelled."""
        self.drawn += 1
        self.cancel_next = False
        self.pending = PendingScene(frame, dict(clips), self.drawn)

    def take_back(self, cancel_next: bool) -> None:
        """Remove the scene that was brought forward."""
        self.drawn -= 1
        self.pending, self.cancel_next = None, cancel_next

    def land(self, frame: int) -> PendingScene | None:
        """Land or, if it is cancelled, skip the scene that is due at ``frame``; return it."""
        due = self.pending
        if due is None or due.frame > frame:
            return None
        self.pending = None
        self._skipped = due if due.cancelled else None
        if not due.cancelled:
            self.clips, self.number, self.landed_frame = due.clips, due.number, frame
        return due

    def set_hold(self, hold: bool, landing_frame: int) -> None:
        """Hold the pending scene back, or let the newest one that was held land at
        ``landing_frame``."""
        self.hold = hold
        if hold:
            self._held, self.pending = self.pending, None
        elif self._held is not None:
            self._held.frame = landing_frame
            self.pending, self._held = self._held, None

    def set_cancelled(self, cancelled: bool) -> None:
        """Skip (or not) the coming scene: the pending one, else the next to be drawn."""
        if self.pending is not None:
            self.pending.cancelled = cancelled
        else:
            self.cancel_next = cancelled

    def undo_past_cancel(self, number: int, cancelled: bool, landing_frame: int) -> bool:
        """Undo a cancel of scene ``number``, which is held or was skipped.

        A skipped one lands at ``landing_frame`` if there is no newer one. Returns whether the
        pending scene or the held one is another now.
        """
        if self._held is not None and self._held.number == number:
            self._held.cancelled = cancelled
            return False
        if self._skipped is None or self._skipped.number != number or cancelled:
            return False
        scene, self._skipped = self._skipped, None
        if self.pending is not None or self._held is not None:
            return False
        scene.frame, scene.cancelled = landing_frame, False
        if self.hold:
            self._held = scene
        else:
            self.pending = scene
        return True

    def adopt_moment(self, there: CrowdScenes, landing_frame: int, *, keep_hold: bool) -> None:
        """Take over another moment of a recording: its scene lands at ``landing_frame`` or, if
        this show's hold is kept, at the release."""
        coming = there.landing or PendingScene(0, there.clips, there.number)
        scene = PendingScene(landing_frame, dict(coming.clips), coming.number)
        self.drawn, self.cancel_next, self._skipped = there.drawn, there.cancel_next, None
        if keep_hold and self.hold:
            self.pending, self._held = None, scene
        else:
            self.hold = self.hold if keep_hold else there.hold
            self.pending, self._held = scene, there._held if self.hold else None
