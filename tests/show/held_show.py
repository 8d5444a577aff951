"""A show's core on an offline score under a held clock, with its log: for tests of the hands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from mwk_desktop.engine.protocol import EngineStatus, Ramp
from mwk_desktop.records.record_types import Record
from mwk_desktop.show.commands import Command
from mwk_desktop.show.core import ShowCore
from mwk_desktop.show.desk_commands import Control
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.snapshot import Snapshot, SourceState
from mwk_desktop.show.snapshot_builder import SnapshotBuilder
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.show.shows import MUSIC, batch_of
from tests.support import T0_MS

BAR = 90_000
LEAD_FRAMES = 2_400
WINDOW_MS = 30_000


class HeldShow:
    """A core whose transport and clock are moved by hand; frame 0 is the start of a window."""

    def __init__(self) -> None:
        self.planned = PlannedLaunches(48_000)
        self.lines: list[Mapping[str, Any]] = []
        self.counting = Counting(CountingRules(window_ms=WINDOW_MS), MUSIC.clips, 5, remember=1024)
        self.core = ShowCore(
            self.counting,
            MUSIC,
            MUSIC.grid(0),
            self.planned,
            opening=("drum", "pad"),
            quantize="bar",
            grace_ms=250,
            lead_frames=LEAD_FRAMES,
            recorder=self,
        )
        self._builder = SnapshotBuilder(self.core, "mwk", "set")
        self._tweets = 0
        self.core.conductor.start(0)
        self.go(BAR)

    # A recorder that keeps the decisions.
    def write_all(self, records: Sequence[Record]) -> None:
        """Tweets are not kept."""

    def write_show(self, line: Mapping[str, Any], arrival_ms: int) -> None:
        if line["type"] == "override":
            self.lines.append(line)

    @property
    def frame(self) -> int:
        return self.planned.frame

    @property
    def now_ms(self) -> int:
        return T0_MS + self.frame * 1000 // 48_000

    def go(self, frame: int) -> None:
        """Move to a frame in steps of 10 ms, as a show does."""
        while self.planned.frame < frame:
            self.planned.advance_to(min(frame, self.planned.frame + 480))
            self.core.advance(self.planned.frame, self.now_ms)

    def run(self, frame: int) -> None:
        """Move to a frame as a live show does: windows close on the clock."""
        while self.planned.frame < frame:
            self.go(min(frame, self.planned.frame + 4_800))
            until_ms = self.now_ms - 250
            if until_ms - until_ms % WINDOW_MS > self.counting.closed_until_ms:
                landing = self.core.landing_from_now(self.frame)
                self.core.close(until_ms, landing, self.now_ms)

    def do(self, command: Any) -> bool:
        done: Command = command
        return self.core.apply_command(done, self.frame, self.now_ms)

    def vote(self, *texts: str) -> None:
        messages = [(f"user{self._tweets + n}", text) for n, text in enumerate(texts)]
        self.core.fold(batch_of(self.now_ms, *messages, first=self._tweets))
        self._tweets += len(texts)

    def close(self) -> None:
        """The open window closes, on the clock."""
        self.core.close(self.now_ms, self.core.landing_from_now(self.frame), self.now_ms)

    def scene(self, *instruments: str) -> None:
        """A scene lands on the next bar."""
        drawn = {name: f"{name}/{name}1.flac" for name in instruments}
        line = self.bar_line()
        self.core.conductor.scene_drawn(drawn, line)
        self.go(line + BAR // 4)

    def bar_line(self, after: int | None = None) -> int:
        """The next bar line that can be reached."""
        start = self.frame + LEAD_FRAMES if after is None else after
        return self.core.grid.next_line(start, "bar")

    def snapshot(self) -> Snapshot:
        status = EngineStatus("running", self.frame, 0, 0, "", 48_000, 480)
        source = SourceState("demo", "", "connected", T0_MS)
        return self._builder.next_snapshot(self.now_ms, self.frame, status, source)

    def desk(self) -> dict[str, dict[Control, Any]]:
        """What the hands have set and has landed."""
        return {
            name: {
                control: getattr(hand, "variation" if control is Control.CLIP else str(control))
                for control in Control
            }
            for name, hand in self.core.conductor.overrides.items()
        }

    def launches(self, name: str) -> list[tuple[int, str | None]]:
        """Launches that landed or are planned."""
        names = [None, *MUSIC.clip_ids]
        track = INSTRUMENTS.index(name)
        found = [*self.planned.launches[track], *self.planned.pending_launches[track]]
        return [(launch.frame, names[launch.clip + 1]) for launch in found]

    def ramps(self, curve: int) -> list[Ramp]:
        return self.planned.ramps.get(curve, [])
