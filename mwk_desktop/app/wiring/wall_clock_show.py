"""Starts a show on the wall clock: engine, recorder and show thread."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack

from mwk_desktop.app.report_lines import print_window
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.sound_setup import quantize_of
from mwk_desktop.app.wiring.engine_setup import start_engine, start_show_thread, wait_until
from mwk_desktop.app.wiring.memory_tuning import release_free_memory
from mwk_desktop.app.wiring.show_resources import ShowResources
from mwk_desktop.app.workers.publish_tap import PublishTap, TapPair
from mwk_desktop.clock import WallClock
from mwk_desktop.frame_pacing import YieldToFrames, no_pacing
from mwk_desktop.records.recording_writer import RecordingError, RecordingWriter
from mwk_desktop.show.core import CountingListener
from mwk_desktop.show.drivers.committing import Committer
from mwk_desktop.show.drivers.live import LiveShow, live_grid
from mwk_desktop.show.drivers.threads import ShowThread
from mwk_desktop.show.log.show_recorder import ShowRecorder
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.topology.counting import ClosedWindow, Counting

START_MS = 800
"""A show's transport starts this long after its grid is laid: time for the engine to spawn."""


def open_recorder(
    options: Options, clock: WallClock, yield_to_frames: YieldToFrames = no_pacing
) -> ShowRecorder | None:
    """A file of its own for this show under the state folder; says when there cannot be one."""
    stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(clock.now_ms() / 1000))
    folder = options.state_dir / "recordings"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path, number = folder / f"show-{stamp}.jsonl.zst", 2
        while True:
            try:
                # Two shows can begin in the same second, also in two processes.
                writer = RecordingWriter(path, exclusive=True)
                break
            except RecordingError:
                if not path.exists():
                    raise
            path, number = folder / f"show-{stamp}-{number}.jsonl.zst", number + 1
    except (OSError, RecordingError) as error:
        why = f"{folder}: {error.strerror}" if isinstance(error, OSError) else str(error)
        print(f"mwk: this show is not recorded: {why}; choose another --state-dir", file=sys.stderr)
        return None
    return ShowRecorder(writer, yield_to_frames, on_calm=release_free_memory)


def start_wall_clock_show(
    options: Options,
    stack: ExitStack,
    band: ShowResources,
    counting: Counting,
    *,
    source_state: Callable[[], SourceState],
    committer: Committer | None = None,
    problems: Callable[[], tuple[str, ...]] = tuple,
    publish: PublishTap | None = None,
) -> ShowThread:
    """Engine, recorder and show thread of a show on the wall clock; all end with ``stack``."""
    show = options.settings.show
    seed = counting.bags.seed
    anchor_ms = band.clock.now_ms() + START_MS
    grid = live_grid(band.music, anchor_ms, show.window_ms)
    stack.enter_context(options.lines.running())
    engine = start_engine(options, stack, band, grid)
    recorder = open_recorder(options, band.clock, band.pacer.yield_to_frames)
    if recorder is not None:
        recorder.start()
        stack.callback(recorder.close)
    tap: CountingListener | None = band.tap
    if band.tap is not None:
        band.tap.begin(show.window_ms)
    if publish is not None:
        publish.begin(counting)
        tap = publish if tap is None else TapPair(tap, publish)

    def on_window(window: ClosedWindow, scene: list[str]) -> None:
        print_window(options, window, scene)
        if publish is not None:
            publish.closed(window)

    def said() -> tuple[str, ...]:
        return (publish.problem,) if publish is not None and publish.problem else ()

    driver = LiveShow(
        counting,
        band.music,
        engine,
        band.clock,
        anchor_ms,
        opening=show.opening,
        quantize=quantize_of(options.settings),
        grace_ms=show.grace_ms,
        source_state=source_state,
        hashtag=show.hashtag,
        seed=seed,
        settings=options.settings.redacted(),
        recorder=recorder,
        committer=committer,
        on_window=on_window,
        problems=lambda: (*_recorder_problems(recorder), *problems(), *said()),
        listener=tap,
        yield_to_frames=band.pacer.yield_to_frames,
    )
    return start_show_thread(
        driver,
        stack,
        engine,
        lambda: wait_until(band.clock, anchor_ms),
        lambda: recorder is not None and recorder.behind,
    )


def seed_of(options: Options) -> int:
    """The wanted seed, else one chosen at random."""
    seed = options.settings.show.seed
    return seed if seed is not None else random.SystemRandom().randrange(2**32)


def _recorder_problems(recorder: ShowRecorder | None) -> tuple[str, ...]:
    return (recorder.problem,) if recorder is not None and recorder.problem else ()
