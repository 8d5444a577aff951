"""Wiring of a running show: engine process, show thread, source, recorder."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from mwk_desktop.analysis.stream_tap import StreamTap
from mwk_desktop.app.attendants import Running
from mwk_desktop.app.common import (
    BadInput,
    Options,
    load_sounds,
    music_of,
    open_sounds,
    quantize_of,
    recording,
    rules_of,
    say_window,
)
from mwk_desktop.app.desk import Desk
from mwk_desktop.app.memory import calm_memory, give_memory_back
from mwk_desktop.app.results_tap import Both, ResultsTap
from mwk_desktop.app.switch import Begin
from mwk_desktop.clock import WallClock
from mwk_desktop.engine import output_devices
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.protocol import DEFAULT_OUTPUT, NULL_OUTPUT, EngineSpec
from mwk_desktop.engine.shared_memory import SharedClips
from mwk_desktop.frame_pacing import FramePacer, YieldToFrames, no_pacing
from mwk_desktop.records.recording_writer import RecordingError, RecordingWriter
from mwk_desktop.show.core import Tap
from mwk_desktop.show.drivers.committing import Committer
from mwk_desktop.show.drivers.density import density_of
from mwk_desktop.show.drivers.live import LiveShow, live_grid
from mwk_desktop.show.drivers.replay import ReplayShow
from mwk_desktop.show.drivers.threads import Driver, PolledSource, ShowThread
from mwk_desktop.show.grid import Grid
from mwk_desktop.show.log.show_recorder import ShowRecorder
from mwk_desktop.show.music import Music
from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.sounds.set_loading import LoadedSet
from mwk_desktop.sources.crowd_source import Crowd, CrowdSource
from mwk_desktop.topology.counting import ClosedWindow, Counting
from mwk_desktop.units import SAMPLE_RATE_HZ

ENGINE_S = 10.0
"""How long a show waits for its engine before it goes on in silence."""
START_MS = 800
"""A show's transport starts this long after its grid is laid: time for the engine to spawn."""


@dataclass(frozen=True, slots=True)
class Output:
    """The engine's output, its rate, and a line to say where there will be no sound.

    ``found``: what there is to choose from, where that was looked at.
    """

    name: str
    rate_hz: int
    note: str = ""
    found: output_devices.OutputList | None = None


def output_of(options: Options) -> Output:
    """What the settings ask for, else the system's default, else silence."""
    wanted = options.settings.audio.device
    if wanted == NULL_OUTPUT:
        return Output(NULL_OUTPUT, SAMPLE_RATE_HZ)
    found = output_devices.list_outputs()
    if wanted:
        for device in found.devices:
            if wanted.casefold() in device.name.casefold():
                return Output(wanted, device.rate_hz)
        names = ", ".join(device.name for device in found.devices) or found.problem or "none"
        if "audio.device" in options.flags:
            raise BadInput(f"--device {wanted}: no such output; there are: {names}")
        # A kept setting names the card of the stage: a laptop without it keeps time, as on the
        # stage when it is pulled out, says so, and plays as soon as it is plugged in.
        return Output(wanted, SAMPLE_RATE_HZ)
    for device in found.devices:
        if device.is_default:
            return Output(DEFAULT_OUTPUT, device.rate_hz)
    reason = found.problem or "none is the default one; choose with --device"
    note = f"mwk: no sound output ({reason}): keeping time silently"
    return Output(NULL_OUTPUT, SAMPLE_RATE_HZ, note, found)


def load_shared(options: Options, rate_hz: int) -> tuple[LoadedSet, SharedClips]:
    """The sound set, decoded once, straight into the memory that every engine will read."""
    shared: list[SharedClips] = []

    def allocate(shape: tuple[int, int, int]) -> Floats:
        shared.append(SharedClips(shape[0], shape[1]))
        return shared[-1].array

    loaded = load_sounds(open_sounds(options.settings), rate_hz, allocate)
    return loaded, shared[-1]


def start_engine(options: Options, stack: ExitStack, band: Band, grid: Grid) -> EngineClient:
    """The engine's process, ready and silent until its transport starts; ends with ``stack``."""
    loaded = band.loaded
    if band.output.note:
        print(band.output.note, file=sys.stderr)
    audio = options.settings.audio
    spec = EngineSpec(
        loop_frames=loaded.loop_frames,
        rate_hz=loaded.rate_hz,
        beats_per_loop=loaded.beats_per_loop,
        origin_frame=grid.origin_frame,
        block_frames=audio.block_size,
        latency_ms=audio.latency_ms,
        output=band.desk.chosen or band.output.name,
    )
    # It comes up while windows open; the show thread waits for it (see start_thread).
    engine = EngineClient(band.clips, spec, wait_s=0)
    stack.callback(engine.close)
    master, band.desk.first_recording = band.desk.first_recording, None
    if master is not None:
        # What the loudspeakers get, until the show ends or the presenter ends it.
        try:
            engine.start_recording(master)
        except (OSError, ValueError) as error:
            raise BadInput(f"--record-master {error}") from None
    band.desk.take(engine, master)
    stack.callback(band.desk.let_go)
    return engine


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
    return ShowRecorder(writer, yield_to_frames, on_calm=give_memory_back)


@dataclass(slots=True)
class Band:
    """What a show plays with: sounds, engine's output, clock, and the desk its engines are at."""

    loaded: LoadedSet
    clips: SharedClips
    music: Music
    output: Output
    clock: WallClock
    desk: Desk
    tap: StreamTap | None = None
    """Who wants every counted tweet (SQL); nobody can ask where there is no window."""
    publish: ResultsTap | None = None
    """Takes a live show's results for other screens."""
    pacer: FramePacer = field(default_factory=FramePacer)
    """Between the windows and whoever works beside them."""


def gather(options: Options) -> Band:
    """Find the output, load the sounds at its rate."""
    output = output_of(options)
    loaded, clips = load_shared(options, output.rate_hz)
    desk = Desk(options.state_dir / "recordings")
    desk.first_recording = options.record_master
    if output.found is not None:
        desk.show_outputs(output.found)  # why nothing plays is told without another look
    pacer = FramePacer()
    spool = options.state_dir / "sql"
    tap = None if options.headless else StreamTap(spool, yield_to_frames=pacer.yield_to_frames)
    publish = ResultsTap() if options.publish else None
    return Band(loaded, clips, music_of(loaded), output, WallClock(), desk, tap, publish, pacer)


def begin_live(
    options: Options,
    stack: ExitStack,
    band: Band,
    counting: Counting,
    *,
    source_state: Callable[[], SourceState],
    committer: Committer | None = None,
    problems: Callable[[], tuple[str, ...]] = tuple,
    publish: ResultsTap | None = None,
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
    tap: Tap | None = band.tap
    if band.tap is not None:
        band.tap.begin(show.window_ms)
    if publish is not None:
        publish.begin(counting)
        tap = publish if tap is None else Both(tap, publish)

    def on_window(window: ClosedWindow, scene: list[str]) -> None:
        say_window(options, window, scene)
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
        problems=lambda: (*_problems(recorder), *problems(), *said()),
        tap=tap,
        yield_to_frames=band.pacer.yield_to_frames,
    )
    return start_thread(
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


def prepare_demo(
    options: Options, band: Band, profile: str, rate_per_s: float, users: int
) -> Begin:
    """A show with a simulated crowd: nothing needed, nothing configured."""

    def begin(stack: ExitStack) -> Running:
        clock = band.clock
        seed = seed_of(options)
        state = SourceState("demo", "simulated crowd", "connected", clock.now_ms(), lag=0)
        counting = Counting(rules_of(options.settings, band.music), band.music.clips, seed)
        thread = begin_live(options, stack, band, counting, source_state=lambda: state)
        hashtag = options.settings.show.hashtag
        crowd = CrowdSource(
            Crowd(profile, rate_per_s, users, seed, hashtag, start_ms=clock.now_ms())
        )
        source = PolledSource(
            lambda: crowd.poll(clock.now_ms()), thread.put, band.pacer.yield_to_frames
        )
        source.start()
        stack.callback(source.stop)
        return Running("demo", thread)

    return begin


def prepare_replay(
    options: Options, band: Band, path: Path, *, speed: float = 1.0, loop: bool = False
) -> Begin:
    """Look through a recording; what is returned begins its replay."""
    options, recorded = recording(options, path, band.music)
    if recorded.first_window_ms is None:
        raise BadInput(f"{path}: holds no tweet, so there is nothing to play")
    recorded.density = density_of(recorded, rules_of(options.settings, band.music))

    def begin(stack: ExitStack) -> Running:
        stack.enter_context(options.lines.running())
        engine = start_engine(options, stack, band, recorded.grid)
        show = options.settings.show
        rules = rules_of(options.settings, band.music)
        if band.tap is not None:
            band.tap.begin(show.window_ms)
        driver = ReplayShow(
            recorded,
            lambda: recorded.counting(rules),
            engine,
            speed=speed,
            loop=loop,
            opening=show.opening,
            quantize=quantize_of(options.settings),
            grace_ms=show.grace_ms,
            file_name=path.name,
            hashtag=show.hashtag,
            on_window=lambda window, scene: say_window(options, window, scene),
            tap=band.tap,
        )
        return Running("replay", start_thread(driver, stack, engine), path=path)

    return begin


def _problems(recorder: ShowRecorder | None) -> tuple[str, ...]:
    return (recorder.problem,) if recorder is not None and recorder.problem else ()


def wait_until(clock: WallClock, moment_ms: int) -> None:
    """The grid was laid for a transport that starts at this moment."""
    time.sleep(max(0, moment_ms - clock.now_ms()) / 1000)


def start_thread(
    driver: Driver,
    stack: ExitStack,
    engine: EngineClient,
    wait_for_moment: Callable[[], None] = lambda: None,
    held_back: Callable[[], bool] = lambda: False,
) -> ShowThread:
    """The show thread; it starts the transport when the engine is up and the moment has come."""

    def failed(error: BaseException) -> None:
        print(f"mwk: the show stopped: {type(error).__name__}: {error}", file=sys.stderr)

    def wait() -> None:
        calm_memory()
        engine.wait_started(ENGINE_S)
        wait_for_moment()

    thread = ShowThread(driver, failed, wait, held_back)
    thread.start()
    stack.callback(thread.stop)
    return thread
