"""A show that plays results, driven by hand."""

from __future__ import annotations

from typing import Any

from mwk_desktop.clock import HeldClock
from mwk_desktop.engine.local_engine import LocalEngine
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.kafka.result_delivery import ResultDelivery, SceneResult
from mwk_desktop.kafka.result_records import UserResult
from mwk_desktop.show.drivers.live import live_grid
from mwk_desktop.show.drivers.results import ResultsShow
from mwk_desktop.show.json_lines import window_line
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.topology.counting import CountingRules
from tests.show.shows import CLIPS, COMMON, MUSIC, RATE_HZ, WINDOW_MS
from tests.support import T0_MS

STEP_MS = 50


class Log:
    """What the show writes into its recording."""

    def __init__(self) -> None:
        self.lines: list[dict[str, Any]] = []

    def write_all(self, records: object) -> None:
        raise AssertionError("no record of an input comes here")

    def write_show(self, line: Any, _arrival_ms: int) -> None:
        self.lines.append(dict(line))

    def of(self, kind: str) -> list[dict[str, Any]]:
        return [line for line in self.lines if line["type"] == kind]


class Show:
    """A results show, driven by hand."""

    def __init__(self, anchor_ms: int = T0_MS, rules: CountingRules | None = None) -> None:
        self.clock = HeldClock(anchor_ms)
        self.lines: list[dict[str, Any]] = []
        self.log = Log()
        grid = live_grid(MUSIC, anchor_ms, WINDOW_MS)
        spec = EngineSpec(
            loop_frames=MUSIC.loop_frames,
            rate_hz=RATE_HZ,
            origin_frame=grid.origin_frame,
            block_frames=480,
        )
        self.engine = LocalEngine(CLIPS, spec)
        self.show = ResultsShow(
            MUSIC,
            self.engine,
            self.clock,
            anchor_ms,
            rules=rules or CountingRules(window_ms=WINDOW_MS),
            source_state=lambda: SourceState("live", "results@test", "connected", anchor_ms),
            recorder=self.log,
            on_window=lambda window, scene: self.lines.append(window_line(window, scene)),
            **COMMON,
        )
        self.show.start()

    def go(self, length_ms: int) -> None:
        for _ in range(0, length_ms, STEP_MS):
            self.show.tick()
            self.clock.advance(STEP_MS)
            self.engine.advance(STEP_MS * RATE_HZ // 1000)
        self.show.tick()

    def scene(self, *clips: str, at_ms: int | None = None, standing: bool = False) -> None:
        stamp = self.clock.now_ms() if at_ms is None else at_ms
        self.show.fold_batch(ResultDelivery(scenes=[SceneResult(stamp, clips, standing)]))

    def chart(self, votes: dict[str, int], at_ms: int | None = None) -> None:
        stamp = self.clock.now_ms() if at_ms is None else at_ms
        self.show.fold_batch(ResultDelivery(charts=[(stamp, votes)]))

    def playing(self) -> list[str]:
        return [strip.now.name for strip in self.show.next_snapshot().strips if strip.now]

    @property
    def top(self) -> dict[str, int]:
        return {row.instrument: row.votes for row in self.show.next_snapshot().chart if row.votes}


def user(name: str, tweets: int, at_ms: int = T0_MS, image: str = "") -> Any:
    return name, UserResult(name, tweets, image or None), at_ms
