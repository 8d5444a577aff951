"""A live show under a held clock, recorded and replayed: the same charts, scenes and samples."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mwk_desktop.clock import HeldClock
from mwk_desktop.engine.local_engine import LocalEngine
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.show.commands import (
    Command,
    FadeOut,
    Mode,
    NextVariation,
    Panic,
    Resume,
    SetGain,
    SetHold,
    SetMode,
    SetMute,
    SetSolo,
    SetVariation,
    Undo,
)
from mwk_desktop.show.desk_commands import (
    AllAuto,
    Arm,
    Go,
    NextNow,
    RecallSnapshot,
    Redo,
    StoreSnapshot,
)
from mwk_desktop.show.drivers.live import LiveShow, live_grid
from mwk_desktop.show.drivers.offline import OfflineShow
from mwk_desktop.show.drivers.prepared_recording import prepare
from mwk_desktop.show.json_lines import summary_line, window_line
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.show.sound_commands import SetCeiling, SetCrossfade, SetFilter
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.support import T0_MS, Floats, arithmetic_clips, arithmetic_music, live_batch

WINDOW_MS = 3_750
RATE_HZ = 48_000
STEP_MS = 10

OVERRIDES: dict[int, Command] = {
    900: SetMode("vocal", Mode.ON),
    1_400: SetGain("drum", 0.5),
    1_700: SetFilter("pad", 0.2),
    1_800: SetCrossfade(1.5),
    1_900: SetCeiling(-3.0),
    2_000: SetMute("pad", True),
    2_400: StoreSnapshot(1),
    4_000: NextVariation("drum"),
    5_200: SetSolo("synth", True),
    6_600: SetSolo("synth", False),
    7_000: SetMute("pad", False),
    8_000: SetHold(True),
    9_000: Arm(True),
    9_100: SetMute("drum", True),
    9_200: SetVariation("pad", "pad/pad2.flac"),
    9_250: SetMode("melody", Mode.ON),
    9_300: Go(),
    11_500: Undo(),
    11_600: Redo(),
    12_000: SetHold(False),
    12_500: SetFilter("drum", 0.8),
    13_000: SetMode("vocal", Mode.OFF),
    13_200: Undo(),
    13_700: RecallSnapshot(1),
    14_000: Panic(),
    14_700: Resume(),
    17_000: FadeOut(),
    21_000: FadeOut(),
    21_500: SetFilter("pad", 0.5),
    22_000: SetGain(None, 0.8),
    22_100: AllAuto(),
    23_300: NextNow(True),
    23_350: NextNow(False),
    23_400: NextNow(True),
}


class LiveRun:
    """One live show, driven by hand."""

    def __init__(
        self, path: Path, anchor_ms: int, block_frames: int, counting: Counting | None = None
    ) -> None:
        self.music = arithmetic_music()
        self.clips = arithmetic_clips(self.music)
        self.clock = HeldClock(anchor_ms)
        self.lines: list[dict[str, Any]] = []
        grid = live_grid(self.music, anchor_ms, WINDOW_MS)
        self.spec = EngineSpec(
            loop_frames=self.music.loop_frames,
            rate_hz=RATE_HZ,
            origin_frame=grid.origin_frame,
            block_frames=block_frames,
        )
        self.engine = LocalEngine(self.clips, self.spec, collect=True)
        self.counting = counting or Counting(
            CountingRules(window_ms=WINDOW_MS), self.music.clips, 5
        )
        self.writer = RecordingWriter(path)
        self.show = LiveShow(
            self.counting,
            self.music,
            self.engine,
            self.clock,
            anchor_ms,
            opening=("drum", "pad"),
            quantize="bar",
            grace_ms=250,
            source_state=lambda: SourceState("demo", "test", "connected", anchor_ms),
            seed=5,
            settings={"show": {"window_ms": WINDOW_MS}},
            recorder=self.writer,
            on_window=lambda window, scene: self.lines.append(window_line(window, scene)),
        )

    def run(self, length_ms: int, crowd: list[tuple[int, list[str]]]) -> Floats:
        """Play ``length_ms``; the crowd is (ms into the show, instruments) in order."""
        self.show.start()
        first = 0
        for t_ms in range(0, length_ms, STEP_MS):
            while crowd and crowd[0][0] <= t_ms:
                _, instruments = crowd.pop(0)
                batch = live_batch(instruments, self.clock.now_ms(), first=first)
                first += len(instruments)
                self.show.fold_batch(batch)
            if t_ms in OVERRIDES:
                self.show.apply_command(OVERRIDES[t_ms])
            self.show.tick()
            self.show.next_snapshot()
            self.clock.advance(STEP_MS)
            self.engine.advance(STEP_MS * RATE_HZ // 1000)
        self.show.tick()
        self.writer.close()
        return self.engine.collect_output()


def crowd() -> list[tuple[int, list[str]]]:
    return [
        (300, ["drum", "pad", "drum"]),
        (1_900, ["synth", "melody", "vocal", "vocal"]),
        (4_100, ["heavy bass", "line bass", "drum"]),
        (8_300, ["lead bass", "pad", "vocal", "melody", "drum", "synth"]),
        (12_700, ["vocal", "drum"]),
        (16_000, ["pad", "pad", "synth"]),
        (20_000, ["melody", "heavy_bass"]),
        (23_000, ["drum"]),
    ]


@pytest.mark.parametrize(("anchor_ms", "block_frames"), [(T0_MS + 1_130, 256), (T0_MS, 480)])
def test_a_recorded_live_show_replays_to_the_same_json_and_the_same_samples(
    tmp_path: Path, anchor_ms: int, block_frames: int
) -> None:
    path = tmp_path / "show.jsonl.zst"
    live = LiveRun(path, anchor_ms, block_frames)
    played = live.run(28_000, crowd())
    assert len(live.lines) >= 6

    source = RecordingSource(path)
    recorded = prepare(source, live.music, WINDOW_MS, 250, None)
    assert recorded.order == "log"
    assert recorded.seed == 5
    assert recorded.landings is not None
    lines: list[dict[str, Any]] = []
    offline = OfflineShow(
        recorded,
        Counting(CountingRules(window_ms=WINDOW_MS), live.music.clips, recorded.seed),
        opening=("drum", "pad"),
        quantize="bar",
        grace_ms=250,
        on_window=lambda window, scene: lines.append(window_line(window, scene)),
    )
    bounced = offline.run()
    assert lines == live.lines
    assert summary_line(offline.counting) == summary_line(live.counting)
    assert bounced is not None

    spec = EngineSpec(
        loop_frames=live.music.loop_frames,
        rate_hz=RATE_HZ,
        origin_frame=recorded.grid.origin_frame,
    )
    chunks = render(live.clips, spec, bounced.launches, bounced.ramps, bounced.end_frame)
    bounce = np.concatenate(list(chunks))
    # The bounce begins with the first window that holds a tweet, the live show where it began.
    into_window_frames = anchor_ms % WINDOW_MS * RATE_HZ // 1000
    assert recorded.landings.shift_frames == into_window_frames
    delay = live.engine.delay_frames
    played = played[delay:]
    expected = bounce[into_window_frames : into_window_frames + len(played)]
    length = min(len(expected), len(played), bounced.end_frame - into_window_frames - 20_000)
    assert length > 20 * RATE_HZ
    assert np.abs(played[:length]).max() > 0.01
    np.testing.assert_array_equal(played[:length], expected[:length])


def test_a_show_that_was_gone_on_with_replays_with_its_own_draws(tmp_path: Path) -> None:
    """Its bags were not full, and its first window had votes that are in the file before."""
    first = LiveRun(tmp_path / "first.jsonl", T0_MS, 256)
    first.run(10_000, crowd())
    rules, clips = CountingRules(window_ms=WINDOW_MS), first.music.clips
    counting = Counting.from_rows(rules, clips, first.counting.all_rows())
    assert counting.bags.counts
    path = tmp_path / "second.jsonl"
    second = LiveRun(path, first.clock.now_ms(), 256, counting)
    second.run(16_000, [(at_ms, names) for at_ms, names in crowd() if at_ms < 15_000])

    recorded = prepare(RecordingSource(path), second.music, WINDOW_MS, 250, None)
    lines: list[dict[str, Any]] = []
    offline = OfflineShow(
        recorded,
        recorded.counting(rules),
        opening=("drum", "pad"),
        quantize="bar",
        grace_ms=250,
        on_window=lambda window, scene: lines.append(window_line(window, scene)),
    )
    offline.run()
    heard = len(second.lines)  # a window that the end cut off is closed offline
    assert heard >= 3
    # The window that was open in between is the one that is not whole in either file.
    assert lines[1:heard] == second.lines[1:]
    assert recorded.counting(rules).bags.counts == recorded.draws != {}
