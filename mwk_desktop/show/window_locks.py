"""Finds the facts of the newest lock: who won, who leaves, when it lands. Show thread only.

A window's votes lock at its end. Votes that were cast before may still arrive until it closes, a
quarter of a second later; its scene lands after that. The stage shows one reveal from the lock on,
so it needs these facts at once, first as expected and then as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from mwk_desktop.show.core import ShowCore
from mwk_desktop.show.stage_state import LockedWindow, LockOutcome
from mwk_desktop.units import INSTRUMENTS, ms_to_frames


class WindowLocks:
    """Follows the windows of a show from one snapshot to the next.

    Parameters
    ----------
    core
        The show.
    """

    def __init__(self, core: ShowCore) -> None:
        self._core = core
        self._start_ms: int | None = None
        self._locked: LockedWindow | None = None
        self._is_landed = False

    def newest(self, start_ms: int, now_ms: int, frame: int) -> LockedWindow | None:
        """The newest lock while the window that begins at ``start_ms`` is open.

        None before the first lock, and after a jump in a recording.
        """
        window_ms = self._core.counting.rules.window_ms
        if start_ms != self._start_ms:
            follows = self._start_ms is not None and start_ms == self._start_ms + window_ms
            self._start_ms = start_ms
            self._locked = self._lock(start_ms, now_ms, frame) if follows else None
            self._is_landed = False
        if self._locked is not None and not self._is_landed:
            self._locked = self._follow(self._locked, frame)
        return self._locked

    def _lock(self, end_ms: int, now_ms: int, frame: int) -> LockedWindow:
        """A window has just ended."""
        conductor = self._core.conductor
        window_ms = self._core.counting.rules.window_ms
        passed = ms_to_frames(now_ms - end_ms, self._core.grid.rate_hz)
        sounding = self._sounding()
        return LockedWindow(
            start_ms=end_ms - window_ms,
            end_ms=end_ms,
            lock_frame=int(frame - passed),
            landing_frame=None,
            outcome=LockOutcome.STAYS,
            closed=False,
            chart=(),
            top=(),
            scene_number=conductor.scenes.drawn + 1,
            before=sounding,
            after=sounding,
            in_a_row=(),
        )

    def _follow(self, locked: LockedWindow, frame: int) -> LockedWindow:
        """The facts as they are now; once the scene has landed they stay."""
        core = self._core
        if not locked.closed:
            locked = self._count(locked)
        if not locked.top:
            return locked
        conductor, number = core.conductor, locked.scene_number
        pending = conductor.scenes.pending
        if locked.closed and conductor.scenes.number == number:
            landing = conductor.scenes.landed_frame
            self._is_landed = frame >= landing
            return self._with_landing(locked, landing, conductor.scenes.clips)
        if conductor.scenes.hold:
            return replace(locked, outcome=LockOutcome.HELD, landing_frame=None)
        if locked.closed and pending is not None and pending.number == number:
            if pending.cancelled:
                return replace(locked, outcome=LockOutcome.CANCELLED, landing_frame=None)
            return self._with_landing(locked, pending.frame, pending.clips)
        if locked.closed or conductor.scenes.cancelled:
            return replace(locked, outcome=LockOutcome.CANCELLED, landing_frame=None)
        forecast = core.counting.forecast(locked.start_ms)
        # A close that is late (another console's) moves the landing on.
        landing = max(core.landing_by_rule(locked.lock_frame), core.landing_from_now(frame))
        return self._with_landing(locked, landing, forecast)

    def _count(self, locked: LockedWindow) -> LockedWindow:
        """The votes so far, or the final ones once the window is closed."""
        counting, last = self._core.counting, self._core.last_closed
        closed = counting.closed_until_ms >= locked.end_ms
        votes: Mapping[str, int] = counting.chart(locked.start_ms)
        if closed and last is not None and last.end_ms == locked.end_ms:
            votes = last.votes
        elif closed and not votes and locked.top:
            # Another close has already replaced it: what was known stays.
            return replace(locked, closed=True)
        ranked = sorted(INSTRUMENTS, key=lambda name: (-votes.get(name, 0), name))
        voted = [name for name in ranked if votes.get(name, 0)]
        top = tuple(voted[: counting.rules.top])
        scenes = self._core.scenes
        return replace(
            locked,
            closed=closed,
            chart=tuple((name, votes.get(name, 0)) for name in ranked),
            top=top,
            in_a_row=tuple(scenes.in_a_row(name) + 1 for name in top),
        )

    def _with_landing(
        self, locked: LockedWindow, landing_frame: int, clips: Mapping[str, str]
    ) -> LockedWindow:
        conductor = self._core.conductor
        after = tuple(
            name
            for name, override in conductor.overrides.items()
            if conductor.resolve(name, clips, *override.at(landing_frame)) is not None
        )
        return replace(locked, outcome=LockOutcome.LANDS, landing_frame=landing_frame, after=after)

    def _sounding(self) -> tuple[str, ...]:
        conductor = self._core.conductor
        return tuple(name for name in INSTRUMENTS if conductor.sounding(name) is not None)
