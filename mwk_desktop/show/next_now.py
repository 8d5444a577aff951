"""Next scene now: the votes lock at once, and their five land on the next bar. Show thread only.

The window goes on to its own end on the clock; what is voted after the early lock counts for the
scene that was due. Until it lands the lock can be taken back, and nothing has happened: the clips
are drawn for good only when the scene lands (or is held, or its window closes).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.show.conductor import Conductor
from mwk_desktop.show.counted_state import CountedState
from mwk_desktop.topology.counting import ClosedWindow
from mwk_desktop.window_times import window_start_ms


@dataclass(frozen=True, slots=True)
class EarlyLock:
    """A scene that was brought forward and has not landed."""

    start_ms: int
    lock_frame: int
    landing_frame: int
    number: int
    cancel_next: bool


class NextScene:
    """Brings a show's next scene forward.

    Parameters
    ----------
    conductor
        Lands the scene.
    counting
        Returns the show's counting, whose votes are locked.
    planned_landing
        Where the scene of the window that is open at a time (show's time in ms, transport frame)
        will land.
    """

    def __init__(
        self,
        conductor: Conductor,
        counting: Callable[[], CountedState],
        planned_landing: Callable[[int, int], int],
    ) -> None:
        self.lock: EarlyLock | None = None
        self._conductor = conductor
        self._counting = counting
        self._planned_landing = planned_landing

    def landing_frame(self, frame: int) -> int:
        """The bar line that a press now reaches."""
        conductor = self._conductor
        return conductor.grid.next_line(frame + conductor.lead_frames, "bar")

    def refusal(self, now_ms: int, frame: int) -> Message:
        """Why the next scene cannot come now; empty: it can."""
        conductor, counting = self._conductor, self._counting()
        if counting.early_votes is None:
            return message("The scenes of this show are chosen elsewhere.")
        if conductor.scenes.hold:
            return message("The scene is held.")
        if self.lock is not None:
            return message("The next scene comes already.")
        if conductor.scenes.pending is not None:
            return message("The next scene is on its way.")
        if not counting.chart(window_start_ms(now_ms, counting.rules.window_ms)):
            return message("Nobody has voted yet.")
        half_bar = int(conductor.grid.bar_frames) // 2
        if self._planned_landing(now_ms, frame) <= self.landing_frame(frame) + half_bar:
            return message("The next scene lands on that bar anyway.")
        return NOTHING

    def begin(self, now_ms: int, frame: int, there: Mapping[str, int] | None = None) -> bool:
        """Lock the votes and let their scene land; False if that cannot be.

        ``there``: the votes that another console has locked, which this one follows.
        """
        if there is None and self.refusal(now_ms, frame):
            return False
        conductor, counting = self._conductor, self._counting()
        start_ms = window_start_ms(now_ms, counting.rules.window_ms)
        early = counting.early_votes
        drawn = {} if early is None else early.lock(start_ms, there)
        if not drawn:
            return False
        landing, cancelled = self.landing_frame(frame), conductor.scenes.cancel_next
        conductor.bring_forward(drawn, landing)
        self.lock = EarlyLock(start_ms, frame, landing, conductor.scenes.drawn, cancelled)
        conductor.expect_scene(drawn, landing)
        return True

    def take_back(self) -> bool:
        """Undo the lock: the votes go on as if nothing had happened. False if the scene has
        landed."""
        lock, pending = self.lock, self._conductor.scenes.pending
        if lock is None or pending is None or pending.number != lock.number:
            return False
        self.lock = None
        self._conductor.take_scene_back(lock.cancel_next)
        early = self._counting().early_votes
        if early is not None:
            early.unlock()
        return True

    def settle(self, *, closing: bool = False) -> ClosedWindow | None:
        """Once the scene has landed or is held, or its window closes, draw it for good."""
        lock, pending = self.lock, self._conductor.scenes.pending
        if lock is None:
            return None
        if pending is not None and pending.number == lock.number and not closing:
            return None
        self.lock = None
        early = self._counting().early_votes
        return None if early is None else early.draw()
