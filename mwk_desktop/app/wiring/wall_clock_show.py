"""Starts a show on the wall clock: engine, recorder and show thread."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, Protocol

from mwk_desktop.app.report_lines import print_window
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.sound_setup import quantize_of
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.app.wiring.engine_setup import start_engine, start_show_thread, wait_until
from mwk_desktop.app.wiring.memory_tuning import release_free_memory
from mwk_desktop.app.wiring.show_resources import ShowResources
from mwk_desktop.app.workers.decision_tap import DecisionTap, PublishingRecorder
from mwk_desktop.app.workers.publish_tap import PublishTap, TapGroup
from mwk_desktop.app.workers.vote_tap import VoteTap
from mwk_desktop.clock import ShowClock
from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.frame_pacing import YieldToFrames, no_pacing
from mwk_desktop.messages import NOTHING, message, message_of, verbatim
from mwk_desktop.records.batch import Delivery
from mwk_desktop.records.recording_writer import RecordingError, RecordingWriter
from mwk_desktop.show.core import WindowListener
from mwk_desktop.show.counting_listener import CountingListener
from mwk_desktop.show.drivers.committing import Committer
from mwk_desktop.show.drivers.follow_show import FollowShow
from mwk_desktop.show.drivers.live import LiveShow, live_grid
from mwk_desktop.show.drivers.threads import HEADLESS_TICK_S, TICK_S, Driver, ShowThread
from mwk_desktop.show.grid import Grid
from mwk_desktop.show.log.show_recorder import ShowRecorder
from mwk_desktop.show.log.show_topic import TopicRecord
from mwk_desktop.show.music import Music
from mwk_desktop.show.snapshot import Problem, ProblemKind, SourceState
from mwk_desktop.topology.counting import ClosedWindow, Counting

START_MS = 800
"""A show's transport starts this long after its grid is fixed: time for the engine to spawn."""


def open_recorder(
    options: Options, clock: ShowClock, yield_to_frames: YieldToFrames = no_pacing
) -> ShowRecorder | None:
    """Open this show's own recording under the state folder; prints a line if that is
    impossible."""
    stamp = time.strftime("%Y%m%d-%H%M%S", time.localtime(clock.now_ms() / 1000))
    folder = options.state_dir / "recordings"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path, number = folder / f"show-{stamp}.jsonl.zst", 2
        while True:
            try:
                # Two shows can begin in the same second, even in two processes.
                writer = RecordingWriter(path, exclusive=True)
                break
            except RecordingError:
                if not path.exists():
                    raise
            path, number = folder / f"show-{stamp}-{number}.jsonl.zst", number + 1
    except (OSError, RecordingError) as error:
        why = message_of(error)
        if isinstance(error, OSError):
            why = verbatim(f"{folder}: {error.strerror}")
        print_stderr(
            message("this show is not recorded: {reason}; choose another --state-dir", reason=why)
        )
        return None
    return ShowRecorder(
        writer,
        yield_to_frames,
        may_start_process=not options.headless,
        on_calm=release_free_memory,
    )


PlaceAt = Callable[[Music, int], tuple[Grid, int]]
"""Returns the grid of a show that runs elsewhere, and its transport frame at a moment (ms)."""


class Followed(Protocol):
    """The show of another console."""

    @property
    def start(self) -> TopicRecord: ...

    def place_at(self, music: Music, now_ms: int) -> tuple[Grid, int]: ...


class MakeDriver(Protocol):
    """Makes a show's driver; ``common``: the arguments that every wall-clock driver takes."""

    def __call__(self, engine: EngineClient, anchor_ms: int, common: dict[str, Any]) -> Driver: ...


def start_wall_clock_show(
    options: Options,
    stack: ExitStack,
    resources: ShowResources,
    make_driver: MakeDriver,
    *,
    source_state: Callable[[], SourceState],
    problems: Callable[[], tuple[Problem, ...]] = tuple,
    on_window: WindowListener | None = None,
    place_at: PlaceAt | None = None,
    decisions: DecisionTap | None = None,
) -> ShowThread:
    """Start the engine, the recorder and the show thread of a show; all end with ``stack``.

    Parameters
    ----------
    make_driver
        Makes the driver, once the engine's process has been started.
    source_state
        Where records come from, and the state of that connection.
    problems
        Further problems to show in the console; the recorder's is always included.
    on_window
        Called on the show thread for each closed window, after it was printed.
    place_at
        Where the music of a show that runs elsewhere is; None: this show begins at frame 0.
    decisions
        Receives what the show decides, for other consoles; None: there are none.
    """
    show = options.settings.show
    anchor_ms = resources.clock.now_ms() + START_MS
    grid, start_frame = live_grid(resources.music, anchor_ms, show.window_ms), 0
    if place_at is not None:
        grid, start_frame = place_at(resources.music, anchor_ms)
    stack.enter_context(options.lines.running())
    engine = start_engine(options, stack, resources, grid, start_frame)
    recorder = open_recorder(options, resources.clock, resources.yield_to_frames)
    resources.recording = None if recorder is None else recorder.path
    if recorder is not None:
        recorder.start()
        stack.callback(recorder.close)
    if resources.tap is not None:
        resources.tap.begin(show.window_ms)

    def on_closed(window: ClosedWindow, scene: list[str]) -> None:
        print_window(options, window, scene)
        if on_window is not None:
            on_window(window, scene)

    def all_problems() -> tuple[Problem, ...]:
        text = NOTHING if recorder is None else recorder.problem
        unwritten = (Problem(ProblemKind.RECORDING, text),) if text else ()
        return (*unwritten, *problems())

    driver = make_driver(
        engine,
        anchor_ms,
        {
            "opening": show.opening,
            "quantize": quantize_of(options.settings),
            "grace_ms": show.grace_ms,
            "source_state": source_state,
            "hashtag": show.hashtag,
            "settings": options.settings.redacted(),
            "recorder": (
                recorder if decisions is None else PublishingRecorder(recorder, decisions)
            ),
            "on_window": on_closed,
            "problems": all_problems,
        },
    )
    return start_show_thread(
        driver,
        stack,
        engine,
        lambda: wait_until(resources.clock, anchor_ms),
        lambda: recorder is not None and recorder.behind,
        headless=options.headless,
        tick_s=HEADLESS_TICK_S if options.headless else TICK_S,
    )


def start_counting_show(
    options: Options,
    stack: ExitStack,
    resources: ShowResources,
    counting: Counting,
    *,
    source_state: Callable[[], SourceState],
    committer: Committer | None = None,
    stored_desks: bytes = b"",
    problems: Callable[[], tuple[Problem, ...]] = tuple,
    publish: PublishTap | None = None,
    catching_up: bool = False,
    broker_ahead_ms: Callable[[], int | None] = lambda: None,
    decisions: DecisionTap | None = None,
    followed: Followed | None = None,
) -> ShowThread:
    """Start a show that counts by itself (the demo, a topic); it ends with ``stack``.

    Parameters
    ----------
    committer
        Keeps the counts; None: they are not kept.
    stored_desks
        The presenter's snapshots of the desk, from an earlier start of this show.
    publish
        Receives the results for other screens; None: no one needs them.
    catching_up
        The source delivers a backlog first, and reports when it is read.
    broker_ahead_ms
        Returns how far the broker's clock is ahead of this computer's; None: not known.
    decisions
        Receives what the show decides, for other consoles; None: there are none.
    followed
        The show of another console, which decides; None: this one decides.
    """
    resources.clock.restart()
    # A continued show never reopens its windows.
    resources.clock.begin_after(counting.closed_until_ms, counting.rules.window_ms)
    taps: list[CountingListener] = []
    if resources.tap is not None:
        taps.append(resources.tap)
    if resources.votes is not None:
        taps.append(VoteTap(resources.votes))
    if publish is not None:
        publish.begin(counting)
        taps.append(publish)
    tap = TapGroup(*taps) if len(taps) > 1 else next(iter(taps), None)

    def make_driver(engine: EngineClient, anchor_ms: int, common: dict[str, Any]) -> LiveShow:
        more: dict[str, Any] = {
            "committer": committer,
            "listener": tap,
            "catching_up": catching_up,
            "broker_ahead_ms": broker_ahead_ms,
            "yield_to_frames": resources.yield_to_frames,
            **common,
        }
        if decisions is not None:
            more["on_tick"] = decisions.note_moment
            more["muted"] = True
            more["writes_file"] = common["recorder"].writes_file
        show = (counting, resources.music, engine, resources.clock, anchor_ms)
        driver: LiveShow
        if followed is None:
            driver = LiveShow(*show, seed=counting.bags.seed, stored_desks=stored_desks, **more)
        else:
            _, start_frame = followed.place_at(resources.music, anchor_ms)
            driver = FollowShow(*show, start=followed.start.line, start_frame=start_frame, **more)
        if decisions is not None:
            decisions.driver = driver
        return driver

    def all_problems() -> tuple[Problem, ...]:
        texts = [each.problem for each in (publish, decisions) if each is not None]
        return (*problems(), *(Problem(ProblemKind.BROKER, text) for text in texts if text))

    return start_wall_clock_show(
        options,
        stack,
        resources,
        make_driver,
        source_state=source_state,
        problems=all_problems,
        on_window=None if publish is None else lambda window, _scene: publish.closed(window),
        place_at=None if followed is None else followed.place_at,
        decisions=decisions,
    )


class ShowFeed:
    """Passes a source's deliveries to the show thread, which is made after the source.

    Threads: the source's thread delivers; the thread that starts the show attaches.
    """

    def __init__(self) -> None:
        self._thread: ShowThread | None = None

    def attach(self, thread: ShowThread) -> None:
        """Pass deliveries to this thread from now on."""
        self._thread = thread

    def deliver(self, delivery: Delivery) -> bool:
        """Hand over without waiting; False: the queue is full, the source offers it again."""
        return self._thread is not None and self._thread.put(delivery, timeout_s=0.0)


def seed_of(options: Options) -> int:
    """The seed of the settings, else a random one."""
    seed = options.settings.show.seed
    return seed if seed is not None else random.SystemRandom().randrange(2**32)
