"""Filters and the master's switches: they act at once, and are recorded, undone and replayed."""

from __future__ import annotations

from mwk_desktop.engine.protocol import filter_curve
from mwk_desktop.show.commands import Undo
from mwk_desktop.show.sound_commands import SetFilter
from mwk_desktop.units import INSTRUMENTS
from tests.show.held_conductor import HeldConductor


def test_a_filter_moves_at_once_and_a_drag_is_one_undo_step() -> None:
    held = HeldConductor()
    curve = filter_curve(INSTRUMENTS.index("pad"))
    for step in range(5):
        held.go(10_000 + 500 * step)
        held.do(SetFilter("pad", 0.5 - step / 20))
    assert held.gains(curve)[-1] == (12_000, 0.3, 480)
    held.do(SetFilter("pad", 7.0))
    assert held.conductor.overrides["pad"].filter == 1.0
    assert not held.do(SetFilter("pad", float("nan")))
    held.do(Undo())
    assert held.conductor.overrides["pad"].filter == 0.5
    assert held.gains(curve)[-1] == (12_000, 0.5, 480)
