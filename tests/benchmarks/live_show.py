"""A whole live show without windows, for benchmarks: engine, recorder, store, source, show thread.

The threads are the program's own; the process that opens it is the one that is measured.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mwk_desktop.app.wiring.memory_tuning import release_free_memory, tune_memory
from mwk_desktop.clock import ShowClock
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.protocol import NULL_OUTPUT, EngineSpec
from mwk_desktop.engine.shared_memory import SharedClips
from mwk_desktop.kafka.since import Since
from mwk_desktop.kafka.topic_source import KafkaSource
from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.show.drivers.committing import Committer
from mwk_desktop.show.drivers.live import LiveShow, live_grid
from mwk_desktop.show.drivers.threads import ShowThread
from mwk_desktop.show.log.show_recorder import ShowRecorder
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.store.show_file import ShowFile
from mwk_desktop.store.store_thread import StoreThread
from tests.support import arithmetic_clips, arithmetic_music


class Timed:
    """A driver's snapshots with the moment at which each was there, and its tweets."""

    def __init__(self, driver: Any) -> None:
        self._driver = driver
        self.seen: list[tuple[float, int]] = []

    def __getattr__(self, name: str) -> Any:
        return getattr(self._driver, name)

    def next_snapshot(self) -> Any:
        snapshot = self._driver.next_snapshot()
        tweets = snapshot.counts.tweets
        if not self.seen or tweets > self.seen[-1][1]:
            self.seen.append((time.time(), tweets))
        return snapshot


@contextlib.contextmanager
def live_show(
    servers: str, topic: str, folder: Path, counting: Any, since: Since
) -> Iterator[Timed]:
    """A running show whose engine plays to no device; yields its driver."""
    music, clock = arithmetic_music(), ShowClock()
    anchor_ms = clock.now_ms()
    grid = live_grid(music, anchor_ms, 30_000)
    spec = EngineSpec(
        loop_frames=music.loop_frames,
        rate_hz=music.rate_hz,
        origin_frame=grid.origin_frame,
        output=NULL_OUTPUT,
    )
    clips = SharedClips.of(arithmetic_clips(music))
    with contextlib.ExitStack() as stack:
        engine = EngineClient(clips, spec, wait_s=10)
        stack.callback(engine.close)
        recorder = ShowRecorder(
            RecordingWriter(folder / "show.jsonl.zst"), on_calm=release_free_memory
        )
        recorder.start()
        stack.callback(recorder.close)
        thread: Any = None
        source = KafkaSource(
            {"bootstrap.servers": servers},
            topic,
            lambda delivery: thread.put(delivery, timeout_s=0.0),
            since=since,
        )
        store = StoreThread(ShowFile.create(folder, {}, 0), on_committed=source.committed)
        store.start()
        stack.callback(store.stop)
        driver = Timed(
            LiveShow(
                counting,
                music,
                engine,
                clock,
                anchor_ms,
                opening=("drum", "pad"),
                quantize="bar",
                grace_ms=250,
                source_state=lambda: SourceState("live", topic, "connected", anchor_ms),
                recorder=recorder,
                committer=Committer(counting, store.submit, lambda: store.ready),
            )
        )
        thread = ShowThread(driver, print)
        thread.start()
        stack.callback(thread.stop)
        source.start()
        stack.callback(source.stop)
        stack.callback(source.stop_reading)
        while source.progress is None or str(source.state.link) != "connected":
            time.sleep(0.01)
        tune_memory()
        yield driver
