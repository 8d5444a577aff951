"""A conductor on an offline score, for tests: its transport is moved by hand."""

from __future__ import annotations

from mwk_desktop.engine.protocol import Landed
from mwk_desktop.show.commands import Command
from mwk_desktop.show.conductor import Conductor
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.moderation import Moderation
from mwk_desktop.show.presenter import Presenter
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.support import arithmetic_music

MUSIC = arithmetic_music()
GRID = MUSIC.grid(0)
BAR = 90_000
ORIGIN = 22_500
WINDOW = 1_440_000


class HeldConductor:
    """A conductor on an offline score, its transport moved by hand."""

    def __init__(self, lead_frames: int = 0) -> None:
        self.planned = PlannedLaunches(48_000)
        self.conductor = Conductor(
            self.planned, GRID, MUSIC.clips, MUSIC.clip_ids, ("drum", "pad"), "bar", lead_frames
        )
        moderation = Moderation(Counting(CountingRules(), MUSIC.clips, 0))
        self.presenter = Presenter(self.conductor, moderation)
        self.conductor.start(0)
        self.go(0)

    def go(self, frame: int) -> None:
        self.planned.advance_to(frame)
        self.conductor.advance(frame)
        for event in self.planned.events():
            if isinstance(event, Landed):
                self.conductor.landed(event)

    def do(self, command: Command) -> bool:
        return self.presenter.carry_out(command, self.planned.frame)

    def scene(self, *instruments: str, at: int, variation: int = 1) -> None:
        drawn = {name: f"{name}/{name}{variation}.flac" for name in instruments}
        self.conductor.scene_drawn(drawn, at)

    def playing(self) -> set[str]:
        return {name for name in INSTRUMENTS if self.conductor.sounding(name)}

    def landed(self, name: str) -> list[tuple[int, str | None]]:
        names = [None, *MUSIC.clip_ids]
        launches = self.planned.launches[INSTRUMENTS.index(name)]
        return [(launch.frame, names[launch.clip + 1]) for launch in launches]

    def gains(self, curve: int) -> list[tuple[int, float, int]]:
        return [tuple(ramp) for ramp in self.planned.ramps.get(curve, [])]
