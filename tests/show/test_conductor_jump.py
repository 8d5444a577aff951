"""A jump in a recording: the conductor goes on with what another moment has."""

from __future__ import annotations

import pytest

from mwk_desktop.show.commands import CancelScene, Mode, SetHold, SetMode, Undo
from tests.show.held_conductor import BAR, ORIGIN, WINDOW, HeldConductor


def test_a_jump_lands_the_scene_of_that_moment_on_the_next_line() -> None:
    there, here = HeldConductor(), HeldConductor()
    there.scene("vocal", at=ORIGIN, variation=2)
    there.go(ORIGIN)
    here.go(10_000)
    here.conductor.adopt_moment(there.conductor, 10_000, keep_hold=False)
    assert here.playing() == {"drum", "pad"}
    here.go(ORIGIN)
    assert here.playing() == {"vocal"}
    assert here.landed("vocal") == [(ORIGIN, "vocal/vocal2.flac")]
    assert here.conductor.scenes.number == 1
    # The scenes are counted on from there, and each side has its own from now on.
    here.scene("synth", at=ORIGIN + BAR)
    here.go(ORIGIN + BAR)
    assert (here.playing(), here.conductor.scenes.number) == ({"synth"}, 2)
    assert (there.playing(), there.conductor.scenes.number) == ({"vocal"}, 1)


@pytest.mark.parametrize(("cancelled", "playing"), [(False, {"synth"}), (True, {"vocal"})])
def test_a_jump_to_before_a_landing_lands_what_was_coming(
    cancelled: bool, playing: set[str]
) -> None:
    there, here = HeldConductor(), HeldConductor()
    there.scene("vocal", at=ORIGIN)
    there.go(ORIGIN)
    there.scene("synth", at=ORIGIN + WINDOW)
    if cancelled:
        there.do(CancelScene())
    here.conductor.adopt_moment(there.conductor, 0, keep_hold=False)
    here.go(ORIGIN)
    assert here.playing() == playing
    assert here.conductor.scenes.number == (1 if cancelled else 2)


def test_a_jump_under_hold_lands_with_the_release() -> None:
    there, here = HeldConductor(), HeldConductor()
    there.scene("vocal", at=ORIGIN)
    there.go(ORIGIN)
    here.scene("synth", at=ORIGIN)
    here.do(SetHold(True))
    here.conductor.adopt_moment(there.conductor, 0, keep_hold=True)
    here.go(ORIGIN + BAR)
    assert here.playing() == {"drum", "pad"}
    assert here.conductor.scenes.hold
    here.do(SetHold(False))
    here.go(ORIGIN + 2 * BAR)
    assert here.playing() == {"vocal"}


@pytest.mark.parametrize("keep_hold", [False, True])
def test_a_jump_takes_the_recorded_hold_unless_it_keeps_its_own(keep_hold: bool) -> None:
    there, here = HeldConductor(), HeldConductor()
    there.scene("vocal", at=ORIGIN)
    there.go(ORIGIN)
    there.do(SetHold(True))
    there.scene("synth", at=ORIGIN + BAR)
    here.conductor.adopt_moment(there.conductor, 0, keep_hold=keep_hold)
    assert here.conductor.scenes.hold is not keep_hold
    if not keep_hold:
        here.do(SetHold(False))  # what was held there waits here too
        here.go(ORIGIN + BAR)
        assert here.playing() == {"synth"}
    else:
        here.go(ORIGIN)
        assert here.playing() == {"vocal"}
        # What is held there is nothing here: a cancel can be undone after its scene has passed.
        here.scene("drum", at=ORIGIN + BAR)
        here.do(CancelScene())
        here.go(ORIGIN + BAR + 1)
        here.do(Undo())
        here.go(ORIGIN + 2 * BAR)
        assert here.playing() == {"drum"}


def test_a_jump_brings_along_the_last_draws_and_a_cancel_to_come() -> None:
    there, here = HeldConductor(), HeldConductor()
    there.scene("vocal", at=ORIGIN, variation=3)
    there.go(ORIGIN)
    there.scene("drum", at=ORIGIN + BAR)
    there.go(ORIGIN + BAR)
    there.do(CancelScene())
    here.conductor.adopt_moment(there.conductor, 0, keep_hold=False)
    here.go(ORIGIN + 1)
    here.scene("synth", at=ORIGIN + BAR)
    here.do(SetMode("vocal", Mode.ON))
    here.go(ORIGIN + BAR)
    assert here.playing() == {"drum", "vocal"}  # the synth was cancelled there
    assert here.landed("vocal") == [(ORIGIN + BAR, "vocal/vocal3.flac")]
