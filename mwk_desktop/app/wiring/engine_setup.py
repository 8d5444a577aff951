"""Starts the engine's process and the show thread that drives it."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import ExitStack

from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.sound_setup import mix_of
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.wiring.memory_tuning import tune_memory
from mwk_desktop.app.wiring.show_resources import ShowResources, conforming
from mwk_desktop.clock import ShowClock
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.protocol import EngineSpec
from mwk_desktop.messages import message, message_of
from mwk_desktop.show.drivers.threads import HEADLESS_S, TICK_S, Driver, ShowThread
from mwk_desktop.show.grid import Grid

ENGINE_S = 10.0
"""A show waits this long for its engine, then goes on in silence."""


def start_engine(
    options: Options,
    stack: ExitStack,
    resources: ShowResources,
    grid: Grid,
    start_frame: int = 0,
) -> EngineClient:
    """The engine's process, ready and silent until its transport starts; ends with ``stack``."""
    loaded = resources.loaded
    if resources.output.note:
        print_stderr(resources.output.note)
    audio = options.settings.audio
    spec = EngineSpec(
        loop_frames=loaded.loop_frames,
        rate_hz=loaded.rate_hz,
        beats_per_loop=loaded.beats_per_loop,
        origin_frame=grid.origin_frame,
        start_frame=start_frame,
        block_frames=audio.block_size,
        latency_ms=audio.latency_ms,
        output=resources.outputs.chosen or resources.output.name,
        bars_per_loop=grid.bars_per_loop,
        cue=audio.cue == "3-4",
        without_jack=resources.output.without_jack,
        **mix_of(loaded.sound_set, options.settings),
    )
    # It comes up while windows open; the show thread waits for it (see start_show_thread).
    engine = EngineClient(resources.clips, spec, wait_s=0, conform=conforming(options, loaded))
    stack.callback(engine.close)
    master, resources.outputs.first_recording = resources.outputs.first_recording, None
    if master is not None:
        # Record what the loudspeakers get, until the show ends or the presenter stops it.
        try:
            engine.start_recording(master)
        except (OSError, ValueError) as error:
            raise BadInput(
                message("--record-master {problem}", problem=message_of(error))
            ) from None
    resources.outputs.attach_engine(engine, master)
    stack.callback(resources.outputs.detach_engine)
    return engine


def wait_until(clock: ShowClock, moment_ms: int) -> None:
    """Sleep until the moment for which the grid was fixed; the transport starts then."""
    time.sleep(max(0, moment_ms - clock.now_ms()) / 1000)


def start_show_thread(
    driver: Driver,
    stack: ExitStack,
    engine: EngineClient,
    wait_for_moment: Callable[[], None] = lambda: None,
    held_back: Callable[[], bool] = lambda: False,
    *,
    headless: bool = False,
    tick_s: float = TICK_S,
) -> ShowThread:
    """The show thread; it starts the transport when the engine is up and the moment has come."""

    def failed(error: BaseException) -> None:
        reason = f"{type(error).__name__}: {error}"
        print_stderr(message("the show stopped: {reason}", reason=reason))

    def wait() -> None:
        tune_memory()
        engine.wait_started(ENGINE_S)
        wait_for_moment()

    spacing_s = HEADLESS_S if headless else 0.0
    thread = ShowThread(driver, failed, wait, held_back, spacing_s, tick_s)
    thread.start()
    stack.callback(thread.stop)
    return thread
