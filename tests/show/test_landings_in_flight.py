"""Landings that the engine has not confirmed yet: what follows them, and what replaces them."""

from __future__ import annotations

from tests.show.held_conductor import BAR, ORIGIN, HeldConductor


def test_the_landing_behind_one_that_was_confirmed_still_comes() -> None:
    held = HeldConductor(lead_frames=BAR + 2_400)
    held.scene("vocal", at=ORIGIN)
    held.scene("synth", at=ORIGIN + BAR)
    held.conductor.advance(ORIGIN - 2_000)
    held.go(ORIGIN)  # confirms the first of the two
    held.scene("vocal", at=ORIGIN + 2 * BAR, variation=2)  # plans the track again
    held.go(ORIGIN + 2 * BAR)
    assert held.landed("vocal") == [
        (ORIGIN, "vocal/vocal1.flac"),
        (ORIGIN + BAR, None),
        (ORIGIN + 2 * BAR, "vocal/vocal2.flac"),
    ]


def test_a_newer_landing_on_the_same_line_replaces_the_one_in_flight() -> None:
    held = HeldConductor(lead_frames=2_400)
    held.scene("vocal", at=ORIGIN)
    held.conductor.advance(ORIGIN - 2_000)
    held.scene("vocal", at=ORIGIN, variation=2)
    held.conductor.advance(ORIGIN - 1_000)
    held.go(ORIGIN + 1)
    assert held.landed("vocal") == [(ORIGIN, "vocal/vocal2.flac")]
