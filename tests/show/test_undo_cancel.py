"""Undo of a cancel: it is about one scene only."""

from __future__ import annotations

from mwk_desktop.engine.protocol import Landed
from mwk_desktop.show.commands import CancelScene, Command, SetHold, Undo
from mwk_desktop.show.conductor import Conductor
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.moderation import Moderation
from mwk_desktop.show.presenter import Presenter
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.support import arithmetic_music

MUSIC = arithmetic_music()
GRID = MUSIC.grid(0)
BAR = 90_000


class HeldShow:
    """A conductor on an offline score."""

    def __init__(self) -> None:
        self.planned = PlannedLaunches(48_000)
        self.conductor = Conductor(self.planned, GRID, MUSIC.clips, MUSIC.clip_ids)
        moderation = Moderation(Counting(CountingRules(), MUSIC.clips, 0))
        self.presenter = Presenter(self.conductor, moderation)
        self.conductor.start(0)

    def go(self, frame: int) -> None:
        self.planned.advance_to(frame)
        self.conductor.advance(frame)
        for event in self.planned.events():
            if isinstance(event, Landed):
                self.conductor.landed(event)

    def do(self, command: Command) -> None:
        assert self.presenter.carry_out(command, self.planned.frame)

    def scene(self, name: str, bar: int) -> None:
        self.conductor.scene_drawn({name: MUSIC.clips[name][0]}, GRID.origin_frame + bar * BAR)

    def at(self, bar: float) -> set[str]:
        self.go(GRID.origin_frame + int(bar * BAR))
        return {name for name in MUSIC.clips if self.conductor.sounding(name)}


def test_undo_after_the_cancelled_scene_has_passed_lands_it_on_the_next_line() -> None:
    held = HeldShow()
    held.scene("drum", 1)
    held.do(CancelScene())
    assert held.at(1.5) == set()
    held.do(Undo())
    assert not held.conductor.scenes.cancelled
    assert held.at(2) == {"drum"}
    held.scene("pad", 3)
    assert held.at(3) == {"pad"}


def test_undo_does_not_cancel_or_replace_a_newer_scene() -> None:
    held = HeldShow()
    held.do(CancelScene())
    held.scene("drum", 1)
    held.at(1.5)
    held.scene("pad", 2)
    held.do(Undo())
    assert not held.conductor.scenes.cancelled
    assert held.at(2) == {"pad"}
    assert held.at(4) == {"pad"}


def test_undo_before_the_scene_lands_and_under_hold() -> None:
    held = HeldShow()
    held.do(CancelScene())
    held.scene("drum", 1)
    held.do(Undo())
    assert held.at(1) == {"drum"}
    held.do(SetHold(True))
    held.do(CancelScene())
    held.scene("pad", 2)
    held.do(Undo())
    held.do(SetHold(False))
    assert held.at(3) == {"pad"}


def test_undo_of_the_second_press_cancels_again_only_the_same_scene() -> None:
    held = HeldShow()
    held.scene("drum", 1)
    held.do(CancelScene())
    held.do(CancelScene())
    assert held.at(1.5) == {"drum"}
    held.do(Undo())
    assert not held.conductor.scenes.cancelled


def test_undo_of_the_second_press_before_the_scene_lands_skips_it() -> None:
    held = HeldShow()
    held.scene("drum", 1)
    held.do(CancelScene())
    held.do(CancelScene())
    assert not held.conductor.scenes.cancelled
    held.do(Undo())
    assert held.conductor.scenes.cancelled
    assert held.at(1.5) == set()


def test_a_window_whose_instruments_have_no_clip_uses_no_cancel_up() -> None:
    held = HeldShow()
    held.do(CancelScene())
    held.conductor.scene_drawn({}, GRID.origin_frame)
    assert held.conductor.scenes.cancelled


def test_undo_under_hold_of_a_scene_that_was_skipped_waits_for_the_release() -> None:
    held = HeldShow()
    held.scene("drum", 1)
    held.do(CancelScene())
    assert held.at(1.5) == set()
    held.conductor.set_hold(True, held.planned.frame)  # by a recorded hand: no step of this one
    held.do(Undo())
    assert held.at(3.5) == set()
    held.conductor.set_hold(False, held.planned.frame)
    assert held.at(4) == {"drum"}
