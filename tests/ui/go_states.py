"""The states of the desk for pictures and layout tests: snapshots, armed, fired, next scene now."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fake_show import clip, evening

from mwk_desktop.messages import verbatim
from mwk_desktop.show.desk_commands import Control, StripChange
from mwk_desktop.show.desk_state import DeskState, EarlyLockState, StoredPlace
from mwk_desktop.show.snapshot import Snapshot

ARMED = (
    StripChange("drum", Control.CLIP, clip("drum", 2).name),
    StripChange("heavy_bass", Control.MUTE, True),
    StripChange("lead_bass", Control.MODE, "auto"),
    StripChange("pad", Control.MODE, "on"),
    StripChange("pad", Control.GAIN, 1.0),
)
"""A clip, a mute, two modes and a gain that wait for GO."""

_NAMES = {1: "Prelude", 2: "Groove", 3: "Drop", 4: "Break", 5: "Only voices"}


def places(**states: str) -> tuple[StoredPlace, ...]:
    """Five snapshots with names; ``p2="current"`` puts the second in that state."""
    made = []
    for place in DeskState().places:
        state = "stored" if place.number in _NAMES else "empty"
        state = states.get(f"p{place.number}", state)
        name = _NAMES.get(place.number, "")
        made.append(replace(place, name=name, state=state, playable=place.number != 4))
    return tuple(made)


def snapshots() -> Snapshot:
    """At rest, with snapshots and something by hand."""
    return evening(
        desk=DeskState(
            places=places(p2="current"),
            not_auto=(2, 1, 1),
            can_redo=True,
            redo_label=verbatim("clip of Pad"),
        )
    )


def armed() -> Snapshot:
    """Five changes wait for GO."""
    before = evening()
    waits: dict[str, dict[Control, Any]] = {}
    for change in ARMED:
        waits.setdefault(change.instrument, {})[change.control] = change.value
    nexts = {"drum": clip("drum", 2), "pad": clip("pad", 1)}
    strips = tuple(
        replace(s, armed=waits.get(s.instrument, {}), armed_next=nexts.get(s.instrument))
        for s in before.strips
    )
    desk = DeskState(True, ARMED, 41, places=places(p2="changed", p3="armed"), not_auto=(2, 0, 0))
    return replace(before, strips=strips, desk=desk)


def fired() -> Snapshot:
    """GO was pressed: all lands on bar 41."""
    before = evening()
    strips = (
        before.strips[0],
        replace(before.strips[1], pending_mute=True, can_cancel=True),
        replace(before.strips[2], pending_gain=0.5, can_cancel=True),
        *before.strips[3:],
    )
    return replace(before, strips=strips, desk=DeskState(fired_bar=41, places=places(p3="lands")))


def next_now() -> Snapshot:
    """The votes were locked by hand."""
    return evening(desk=DeskState(early_lock=EarlyLockState(17, 2, 18, 19)))
