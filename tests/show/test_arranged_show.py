"""An arranged show: what was played is its bounce, sample for sample, and so is a replay."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from mwk_desktop.clock import HeldClock
from mwk_desktop.engine.local_engine import LocalEngine
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import FLOOR_TRACK, TRANSITION_TRACKS, EngineSpec
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.show.commands import (
    CancelScene,
    Command,
    Mode,
    SetFloor,
    SetFloorGain,
    SetHold,
    SetMode,
    SetMute,
    SetSolo,
    Undo,
)
from mwk_desktop.show.drivers.live import LiveShow, live_grid
from mwk_desktop.show.drivers.offline import Bounced, OfflineShow
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording, prepare
from mwk_desktop.show.drivers.replay import ReplayShow
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.show.arranged_music import arranged_bank, arranged_music
from tests.support import T0_MS, envelope, status, write_lines

RATE_HZ = 48_000
WINDOW_MS = 15_000
MUSIC = arranged_music()
DUCK_DB = (0.0, 6.0, 4.0, 5.0, 1.5, 4.0, 3.0, 1.0)
COMMON: dict[str, Any] = {"opening": ("drum", "pad"), "quantize": "bar", "grace_ms": 250}


def spec_of(origin_frame: int, block_frames: int = 256) -> EngineSpec:
    return EngineSpec(
        loop_frames=MUSIC.loop_frames,
        rate_hz=RATE_HZ,
        origin_frame=origin_frame,
        block_frames=block_frames,
        duck_db=DUCK_DB,
        drive_db=1.0,
        tilt_db=-1.5,
    )


def vote(at_ms: int, user: str, text: str, number: int) -> Batch:
    value = json.dumps(status(text, user, id_=number, created_ms=T0_MS + at_ms)).encode()
    batch = Batch()
    batch.tweets.append(decode_tweet(value))
    batch.events_ms.append(T0_MS + at_ms)
    batch.record_ms.append(T0_MS + at_ms)
    batch.arrivals_ms.append(T0_MS + at_ms)
    record = Record("twitter_json", 0, number, T0_MS + at_ms, None, value, arrival_ms=T0_MS + at_ms)
    batch.records.append(record)
    return batch


def some_gestures(rng: random.Random) -> list[tuple[int, Command]]:
    kinds: list[Command] = [
        SetHold(True),
        SetHold(False),
        CancelScene(),
        Undo(),
        SetFloor(False),
        SetFloor(True),
        SetFloorGain(0.5),
        SetMode("drum", Mode.OFF),
        SetMode("drum", Mode.AUTO),
        SetMode("vocal", Mode.ON),
        SetMute("drum", True),
        SetMute("drum", False),
        SetSolo("pad", True),
        SetSolo("pad", False),
    ]
    return sorted(
        ((rng.randrange(2_000, 55_000, 10), rng.choice(kinds)) for _ in range(8)),
        key=lambda each: each[0],
    )


def play_live(path: Path, rng: random.Random, block_frames: int, gestures: bool) -> np.ndarray:
    """A minute of a live show, recorded; returns what its engine played."""
    clock = HeldClock(T0_MS)
    grid = live_grid(MUSIC, T0_MS, WINDOW_MS)
    engine = LocalEngine(arranged_bank(), spec_of(grid.origin_frame, block_frames), collect=True)
    counting = Counting(CountingRules(window_ms=WINDOW_MS), MUSIC.clips, 5)
    writer = RecordingWriter(path)
    show = LiveShow(
        counting,
        MUSIC,
        engine,
        clock,
        T0_MS,
        source_state=lambda: SourceState("demo", "test", "connected", T0_MS),
        seed=5,
        settings={"show": {"window_ms": WINDOW_MS}},
        recorder=writer,
        **COMMON,
    )
    show.start()
    votes = sorted(rng.randrange(50, 46_000, 10) for _ in range(60))
    asked = some_gestures(rng) if gestures else []
    for t_ms in range(0, 62_000, 10):
        while votes and votes[0] <= t_ms:
            at_ms = votes.pop(0)
            name = rng.choice([*INSTRUMENTS, "pad", "vocal"])
            show.fold_batch(vote(at_ms, f"u{rng.randrange(9)}", name, len(votes)))
        while asked and asked[0][0] <= t_ms:
            show.apply_command(asked.pop(0)[1])
        show.tick()
        clock.advance(10)
        engine.advance(10 * RATE_HZ // 1000)
    show.tick()
    writer.close()
    return engine.collect_output()[engine.delay_frames :]


def prepared(path: Path) -> PreparedRecording:
    return prepare(RecordingSource(path), MUSIC, WINDOW_MS, 250, None)


def bounce(recorded: PreparedRecording) -> Bounced:
    counting = Counting(CountingRules(window_ms=WINDOW_MS), MUSIC.clips, recorded.seed)
    bounced = OfflineShow(recorded, counting, **COMMON).run()
    assert bounced is not None
    return bounced


@pytest.mark.parametrize(
    ("seed", "block_frames", "gestures"),
    [(1, 64, False), (2, 256, False), (3, 480, True), (4, 1024, True), (5, 128, True)],
)
def test_what_was_played_is_the_bounce_of_the_recorded_show(
    tmp_path: Path, seed: int, block_frames: int, gestures: bool
) -> None:
    path = tmp_path / "show.jsonl"
    played = play_live(path, random.Random(seed), block_frames, gestures)
    recorded = prepared(path)
    assert recorded.landings is not None
    bounced = bounce(recorded)
    chunks = render(
        arranged_bank(),
        spec_of(recorded.grid.origin_frame),
        bounced.launches,
        bounced.ramps,
        len(played),
    )
    rendered = np.concatenate(list(chunks))
    shift = recorded.landings.shift_frames
    assert shift == 0
    end = min(len(played), bounced.end_frame - 10_000)
    different = np.flatnonzero((rendered[:end] != played[:end]).any(axis=1))
    assert not len(different), f"from frame {different[0]}"
    assert any(bounced.launches[track] for track in (FLOOR_TRACK, *TRANSITION_TRACKS))


@pytest.mark.parametrize("arrivals", [False, True])
@pytest.mark.parametrize("seed", range(4))
def test_a_timed_replay_lands_what_the_bounce_lands(
    tmp_path: Path, seed: int, arrivals: bool
) -> None:
    """A recording without decisions: what leads up to a landing follows from the votes alone."""
    rng = random.Random(seed)
    lines = []
    t_ms = T0_MS + rng.randrange(4_000)
    for number in range(50):
        t_ms += rng.choice([0, 5, 300, 700, 1_500, 4_000])
        line = envelope(
            status(rng.choice(INSTRUMENTS), f"u{number % 5}", id_=number), t_ms, offset=number
        )
        if arrivals:
            line["arrival_ms"] = t_ms + rng.choice([0, 20, 249])
        lines.append(line)
    if arrivals:
        lines.sort(key=lambda line: line["arrival_ms"])
    path = tmp_path / "votes.jsonl"
    write_lines(path, lines)
    bounced = bounce(prepared(path))
    planned = PlannedLaunches(RATE_HZ)
    recorded = prepared(path)

    def new_counting() -> Counting:
        return Counting(CountingRules(window_ms=WINDOW_MS), MUSIC.clips, recorded.seed)

    show = ReplayShow(
        recorded, new_counting, planned, file_name="x", speed=1.0, loop=False, **COMMON
    )
    show.start()
    while not show.finished:
        planned.advance_to(planned.frame + 20 * RATE_HZ // 1000)
        show.tick()
    for track, launches in bounced.launches.items():
        landed = [each for each in planned.launches[track] if each.frame < bounced.end_frame]
        assert landed == launches, track
    assert bounced.launches[TRANSITION_TRACKS[3]]
