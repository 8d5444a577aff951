"""Shows that tests of the hand share: a live one under a held clock, recorded; its replays."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from mwk_desktop.clock import HeldClock
from mwk_desktop.engine.local_engine import LocalEngine
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.show.commands import (
    BlockUser,
    Command,
    HideMessage,
    SetMute,
    SetVoteCap,
    ShowWinner,
    UnblockUser,
    Undo,
)
from mwk_desktop.show.drivers.live import LiveShow, live_grid
from mwk_desktop.show.drivers.offline import Bounced, OfflineShow
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording, prepare
from mwk_desktop.show.drivers.replay import ReplayShow
from mwk_desktop.show.json_lines import summary_line, window_line
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.support import T0_MS, arithmetic_clips, arithmetic_music, status

WINDOW_MS = 3_750
RATE_HZ = 48_000
MUSIC = arithmetic_music()
CLIPS = arithmetic_clips(MUSIC)
COMMON: dict[str, Any] = {"opening": ("drum", "pad"), "quantize": "bar", "grace_ms": 250}

Happening = tuple[int, Batch | Command]
"""When (ms into the show), and what comes in or is asked for."""


class Live:
    """One live show, driven by hand and recorded to ``path``."""

    def __init__(
        self, path: Path, anchor_ms: int = T0_MS, counting: Counting | None = None
    ) -> None:
        self.clock = HeldClock(anchor_ms)
        self.lines: list[dict[str, Any]] = []
        grid = live_grid(MUSIC, anchor_ms, WINDOW_MS)
        spec = EngineSpec(
            loop_frames=MUSIC.loop_frames,
            rate_hz=RATE_HZ,
            origin_frame=grid.origin_frame,
            block_frames=480,
        )
        self.engine = LocalEngine(CLIPS, spec)
        self.counting = counting or Counting(
            CountingRules(window_ms=WINDOW_MS), MUSIC.clips, 5, remember=1024
        )
        self.writer = RecordingWriter(path)
        self.show = LiveShow(
            self.counting,
            MUSIC,
            self.engine,
            self.clock,
            anchor_ms,
            source_state=lambda: SourceState("demo", "test", "connected", anchor_ms),
            seed=5,
            settings={"show": {"window_ms": WINDOW_MS}},
            recorder=self.writer,
            on_window=lambda window, scene: self.lines.append(window_line(window, scene)),
            **COMMON,
        )
        self.show.start()

    def run(self, length_ms: int, happenings: Iterable[Happening], step_ms: int = 50) -> None:
        waiting = sorted(happenings, key=lambda each: each[0])
        for t_ms in range(0, length_ms, step_ms):
            while waiting and waiting[0][0] <= t_ms:
                happening = waiting.pop(0)[1]
                if isinstance(happening, Batch):
                    self.show.fold_batch(happening)
                else:
                    self.show.apply_command(happening)
            self.show.tick()
            self.clock.advance(step_ms)
            self.engine.advance(step_ms * RATE_HZ // 1000)
        self.show.tick()
        self.writer.close()

    @property
    def summary(self) -> dict[str, Any]:
        return summary_line(self.counting)


class Replayed:
    """What came of a recording, offline or in time."""

    def __init__(self, path: Path) -> None:
        self.recorded: PreparedRecording = prepare(
            RecordingSource(path), MUSIC, WINDOW_MS, 250, None
        )
        self.lines: list[dict[str, Any]] = []
        self.countings: list[Counting] = []

    def new_counting(self) -> Counting:
        rules = CountingRules(window_ms=WINDOW_MS)
        self.countings.append(Counting(rules, MUSIC.clips, self.recorded.seed, remember=1024))
        return self.countings[-1]

    def _on_window(self, window: Any, scene: list[str]) -> None:
        self.lines.append(window_line(window, list(scene)))

    def offline(self) -> Bounced | None:
        show = OfflineShow(self.recorded, self.new_counting(), on_window=self._on_window, **COMMON)
        return show.run()

    def show(self, planned: PlannedLaunches, **options: Any) -> ReplayShow:
        return ReplayShow(
            self.recorded,
            self.new_counting,
            planned,
            file_name="x",
            on_window=self._on_window,
            **{"speed": 1.0, "loop": False, **COMMON, **options},
        )

    def timed(self, step_ms: int = 20) -> PlannedLaunches:
        planned = PlannedLaunches(RATE_HZ)
        show = self.show(planned)
        show.start()
        while not show.finished:
            assert planned.frame < 600 * RATE_HZ
            planned.advance_to(planned.frame + step_ms * RATE_HZ // 1000)
            show.tick()
        return planned

    @property
    def summary(self) -> dict[str, Any]:
        return summary_line(self.countings[-1])


def batch_of(at_ms: int, *messages: tuple[str, str], first: int, with_id: bool = True) -> Batch:
    """Messages (user, text) that arrive together."""
    batch = Batch()
    for n, (user, text) in enumerate(messages, first):
        value = json.dumps(status(text, user, id_=n if with_id else None, created_ms=at_ms + n))
        record = Record("twitter_json", 0, n, at_ms, None, value.encode(), arrival_ms=at_ms)
        batch.tweets.append(decode_tweet(value.encode()))
        batch.events_ms.append(at_ms)
        batch.record_ms.append(at_ms)
        batch.arrivals_ms.append(at_ms)
        batch.records.append(record)
    return batch


class CountedTweets:
    """A listener that remembers (partition, offset, text, instrument)."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, int, str, str | None]] = []
        self.restarts = 0

    def on_counted(
        self,
        batch: Batch,
        counted: Sequence[tuple[int, str | None]],
        closed_until_ms: int,
        refused: Sequence[int],
    ) -> None:
        assert not refused
        for index, instrument in counted:
            tweet = batch.tweets[index]
            assert tweet is not None
            self.rows.append((*batch.places[index], tweet.text, instrument))

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        raise AssertionError("nobody is blocked")

    def restart(self) -> None:
        self.restarts += 1
        self.rows.clear()


def random_show(rng: random.Random) -> list[Happening]:
    """Ten windows of a small crowd, with a presenter who blocks, hides, limits and undoes."""
    happenings: list[Happening] = []
    users = ["ana", "bert", "cleo", "spam"]
    for n in range(120):
        at_ms = rng.randrange(0, 28_000, 50)
        words = rng.choice([*INSTRUMENTS, "hello"])
        with_id = rng.random() < 0.7
        message = (rng.choice(users), words)
        happenings.append((at_ms, batch_of(T0_MS + at_ms, message, first=n, with_id=with_id)))
    for _ in range(25):
        command: Command = rng.choice(
            [
                BlockUser(rng.choice(users)),
                UnblockUser(rng.choice(users)),
                SetVoteCap(rng.randrange(4)),
                HideMessage(rng.randrange(1, 100)),
                SetMute("drum", rng.random() < 0.5),
                ShowWinner(rng.random() < 0.5),
                Undo(),
            ]
        )
        happenings.append((rng.randrange(0, 28_000, 50), command))
    # Somebody who is never blocked writes last: where nothing at the end counts, a replay in time
    # learns it only then.
    happenings.append((29_000, batch_of(T0_MS + 29_000, ("last", "drum"), first=500)))
    return happenings
