"""Builds what a snapshot says of the whole desk. Show thread only."""

from __future__ import annotations

from typing import Any

from mwk_desktop.show.armed_changes import GO_MARGIN_MS, all_auto, bar_line_after
from mwk_desktop.show.core import ShowCore
from mwk_desktop.show.desk_commands import Control
from mwk_desktop.show.desk_state import DeskState, EarlyLockState, StoredPlace
from mwk_desktop.show.stored_desks import PLACES


class DeskStateBuilder:
    """Makes a :class:`DeskState` for each snapshot.

    Parameters
    ----------
    core
        The show.
    """

    def __init__(self, core: ShowCore) -> None:
        self._core = core
        self._places: tuple[StoredPlace, ...] = ()
        self._places_key: Any = None
        self._early: EarlyLockState | None = None

    def state(self, now_ms: int, frame: int) -> DeskState:
        """What the presenter has set on the desk at ``now_ms``, transport frame ``frame``."""
        core = self._core
        conductor, desk, presenter = core.conductor, core.desk, core.presenter
        grid, fired = core.grid, desk.fired_frame
        return DeskState(
            arming=desk.armed.arming,
            armed=desk.armed.changes,
            go_bar=grid.bar_at(bar_line_after(conductor, frame, GO_MARGIN_MS)),
            fired_bar=None if fired is None else grid.bar_at(fired),
            places=self._refresh_places(),
            not_auto=self._not_auto(),
            early_lock=self._early_lock(now_ms),
            next_now_refusal=core.next_now.refusal(now_ms, frame),
            redo_label=presenter.redo_label,
            can_redo=presenter.can_redo,
            undo_labels=presenter.undo_labels,
        )

    def _not_auto(self) -> tuple[int, int, int]:
        controls = [change.control for change in all_auto(self._core.conductor)]
        modes, clips = controls.count(Control.MODE), controls.count(Control.CLIP)
        return modes, clips, controls.count(Control.FILTER)

    def _early_lock(self, now_ms: int) -> EarlyLockState | None:
        lock, core = self._core.next_now.lock, self._core
        if lock is None:
            self._early = None
        elif self._early is None:
            locked = core.grid.position(lock.lock_frame)
            landing = core.grid.bar_at(lock.landing_frame)
            planned = core.grid.bar_at(core.planned_landing(now_ms, core.port.frame_now()))
            self._early = EarlyLockState(locked.bar, locked.beat, landing, planned)
        return self._early

    def _refresh_places(self) -> tuple[StoredPlace, ...]:
        """The places; made again only when something on the desk has changed."""
        desk, overrides = self._core.desk, self._core.conductor.overrides.values()
        targets = tuple(
            (tuple(override.target(control) for control in Control), bool(override.frames()))
            for override in overrides
        )
        key = (desk.stored.version, desk.armed.version, targets)
        if key != self._places_key:
            self._places_key = key
            self._places = tuple(self._place(number) for number in range(1, PLACES + 1))
        return self._places

    def _place(self, number: int) -> StoredPlace:
        conductor, desk = self._core.conductor, self._core.desk
        stored = desk.stored.get(number)
        if stored is None:
            return StoredPlace(number)
        differs = desk.stored.changes(number, conductor, desk.has_clip)
        last = desk.stored.last == number
        if differs and set(differs) <= set(desk.armed.changes):
            state = "armed"
        elif last and not differs and any(each.frames() for each in conductor.overrides.values()):
            state = "lands"
        elif last:
            state = "changed" if differs else "current"
        else:
            state = "stored"
        playable = desk.stored.is_playable(number, desk.has_clip)
        return StoredPlace(
            number, stored.name, state, stored.stored_ms, stored.parts, playable, stored.strips
        )
