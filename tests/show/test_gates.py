"""Panic and fade out: what they say of the silence that they make."""

from __future__ import annotations

from mwk_desktop.show.commands import FadeOut, Panic, Resume
from mwk_desktop.show.silence import AUDIBLE, SilenceState
from tests.show.held_conductor import BAR, ORIGIN, HeldConductor


def test_the_silence_says_what_and_for_how_long() -> None:
    held = HeldConductor()
    gates = held.conductor.gates
    assert gates.silence(0) == AUDIBLE
    held.go(48_000)
    held.do(Panic())
    assert gates.silence(48_000) == SilenceState("silent", 0.0)
    held.go(96_000)
    held.do(Panic())  # the cut: it has been silent since the first press
    assert gates.silence(144_000) == SilenceState("silent", 2.0)
    held.do(Resume())
    state = gates.silence(96_000)
    assert (state.kind, state.bar, state.beats) == ("returning", 2, 1)
    held.do(Panic())  # silent again, from now on
    assert gates.silence(144_000) == SilenceState("silent", 1.0)
    held.do(Resume())
    held.go(ORIGIN + BAR)
    assert gates.silence(ORIGIN + BAR) == AUDIBLE
    frame = ORIGIN + BAR
    held.do(FadeOut())
    assert gates.silence(frame + 180_000) == SilenceState("fading", 3.75, share=0.5)
    held.go(frame + 360_000)
    assert gates.silence(frame + 408_000) == SilenceState("faded", 1.0)
    held.do(Panic())
    assert gates.silence(frame + 408_000).kind == "silent"
    held.do(Resume())
    assert gates.silence(frame + 360_000).kind == "returning"
