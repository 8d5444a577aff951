"""The show thread, and the thread that polls a source.

Threads here:

- *show thread* (:class:`ShowThread`): owns a driver and with it the core. Queues bring batches and
  commands; it ticks between batches, also under a flood, and puts snapshots into a slot. It never
  waits longer than for the next tick, or while a frame is due, than a pacer's patience.
- *source thread* (:class:`PolledSource`): polls a source and hands over what is new. It may block;
  when the show is behind, it waits for a place in the queue.

Readers of :meth:`ShowThread.snapshot` never wait: it is the newest value of a slot.
"""

from __future__ import annotations

import contextlib
import logging
import queue
import threading
import time
from collections.abc import Callable
from typing import Protocol

from mwk_desktop.frame_pacing import YieldToFrames, no_pacing
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.show.commands import Command
from mwk_desktop.show.snapshot import Snapshot

TICK_S = 0.004
"""Short enough: landings are planned tens of milliseconds ahead, and a screen draws every 16."""
HEADLESS_TICK_S = 0.01
"""The same on the wall clock without windows, where no frame waits for it: ticks were half of what
this thread takes at rest. A landing is still planned 40 ms ahead."""
SNAPSHOT_S = 0.008
NEWS_S = 0.003
"""New input leads to a snapshot before the next tick is due, but even a flood makes at most three
hundred a second."""
HEADLESS_S = 0.02
"""Without windows snapshots are this far apart, as often as lights and phones ask for them: each
costs half a millisecond. A command still leads to one at once."""
MANY_TWEETS = 500
"""More than this between two snapshots is a flood."""
FLOOD_SPACING = 2.5
"""Without windows snapshots are this many times as far apart in a flood: nobody can follow single
tweets then."""
UNREAD_SPACING = 5.0
"""Without windows they are this many times as far apart while nobody asks for new ones."""
ASKED_S = 0.15
"""Who needs new ones asks at least this often: the page ten times a second."""
FLOOD_S = 0.006
"""After this long of batches without a pause the thread ticks: a flood must not delay time."""
HELD_S = 0.02
"""Seconds after which a source that must wait tries again."""
QUEUE_BATCHES = 32
"""Beyond this the source waits: 32 batches of 1,000 are 0.3 s at 100,000 tweets a second."""

_log = logging.getLogger(__name__)


class Driver(Protocol):
    """Runs a show's core on a clock: live, replay or results."""

    @property
    def finished(self) -> bool: ...

    def start(self) -> None: ...

    def fold_batch(
        self, batch: Batch | Delivery, between_slices: Callable[[], None] = ...
    ) -> None: ...

    def apply_command(self, command: Command) -> None: ...

    def tick(self) -> None: ...

    def next_snapshot(self) -> Snapshot: ...

    def finish(self) -> None: ...


def _tweets_in(item: object) -> int:
    """How many tweets a source hands over: results are other things."""
    batch = item.batch if isinstance(item, Delivery) else item
    return len(batch.tweets) if isinstance(batch, Batch) else 0


class ShowThread:
    """Runs a driver on the show thread; windows and the command line hold this.

    Parameters
    ----------
    driver
        Owned by the show thread from :meth:`start` on.
    on_failure
        Called on the show thread with the exception that ended it (a bug; the engine process plays
        on).
    before_start
        May wait, on the show thread, until the transport should start; windows open meanwhile.
    held_back
        Whether sources must wait although the queue has room (the recorder is behind).
    spacing_s
        Snapshots come at least this far apart, and farther while nobody asks for them, unless there
        was a command.
    tick_s
        The thread ticks at least this often.
    """

    def __init__(
        self,
        driver: Driver,
        on_failure: Callable[[BaseException], None],
        before_start: Callable[[], None] = lambda: None,
        held_back: Callable[[], bool] = lambda: False,
        spacing_s: float = 0.0,
        tick_s: float = TICK_S,
    ) -> None:
        self._driver = driver
        self._tick_s = tick_s
        self._spacing_s = spacing_s
        self._before_start = before_start
        self._on_failure = on_failure
        self._held_back = held_back
        self._queue: queue.Queue[Batch | Delivery | None] = queue.Queue(QUEUE_BATCHES)
        self._commands: queue.SimpleQueue[Command] = queue.SimpleQueue()
        self._calls: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._finished = threading.Event()
        self._snapshot: Snapshot = driver.next_snapshot()
        self._thread = threading.Thread(target=self._run, name="show", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """End the thread and wait for it."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def snapshot(self, *, asks_for_more: bool = True) -> Snapshot:
        """The newest snapshot; never waits. ``asks_for_more`` False: one of a tenth of a second ago
        will do, too."""
        if asks_for_more:
            now = time.monotonic()
            if now - self._read_s < ASKED_S:
                self._asked_s = now
            self._read_s = now
        return self._snapshot

    def send(self, command: Command) -> None:
        """Queue a presenter's command; never waits."""
        self._commands.put(command)
        if self._queue.empty():
            # Wake the thread: a fader must not wait for the next tick.
            with contextlib.suppress(queue.Full):
                self._queue.put_nowait(None)

    def call_soon(self, function: Callable[[], None]) -> None:
        """Call a function on the show thread, within a tick (any thread; never waits).

        It must be quick: the show thread's limit is 10 ms.
        """
        self._calls.put(function)

    def put(self, batch: Batch | Delivery, timeout_s: float = 0.2) -> bool:
        """Queue a source's batch; waits at most ``timeout_s`` for a place, then returns False."""
        if self._held_back():
            time.sleep(min(timeout_s, HELD_S))  # not all the time
            return False
        try:
            self._queue.put(batch, timeout=timeout_s)
        except queue.Full:
            return False
        return True

    failed = False
    """Whether a bug ended the show thread."""

    def wait_finished(self, timeout_s: float) -> bool:
        """Wait until the show has ended by itself (a replay's end) or failed."""
        return self._finished.wait(timeout_s)

    def _run(self) -> None:
        try:
            self._before_start()
            self._driver.start()
            while not self._stop.is_set():
                self._step()
                if self._driver.finished:
                    self._finish()
                elif self._finished.is_set():
                    self._finished.clear()  # a replay that ended and was moved back
            self._drain()
            self._driver.finish()
        except Exception as error:
            _log.exception("the show thread failed")
            self.failed = True
            self._on_failure(error)
            self._finished.set()

    def _finish(self) -> None:
        if not self._finished.is_set():
            self._snapshot = self._driver.next_snapshot()  # who waited reads all that was counted
            self._finished.set()

    def _step(self) -> None:
        driver = self._driver
        self._apply_commands()
        try:
            item = self._queue.get(timeout=self._tick_s)
        except queue.Empty:
            pass
        else:
            until = time.monotonic() + FLOOD_S
            while True:
                if item is not None:
                    self._news = True
                    self._tweets += _tweets_in(item)
                    driver.fold_batch(item, self._between_slices)
                self._apply_commands()
                if time.monotonic() >= until:
                    break
                try:
                    item = self._queue.get_nowait()
                except queue.Empty:
                    break
        self._apply_commands()
        self._make_calls()
        driver.tick()
        self._publish()

    def _drain(self) -> None:
        """Fold everything that was queued before the end."""
        while True:
            try:
                item = self._queue.get_nowait()
            except queue.Empty:
                return
            if item is not None:
                self._driver.fold_batch(item)

    _published_at = 0.0
    _tweets = 0
    """How many came since the last snapshot."""
    _news = False
    _commanded = False
    _read_s = _asked_s = float("-inf")
    """When somebody read a snapshot, and when twice in a row."""
    _heard = False

    def _publish(self) -> None:
        now = time.monotonic()
        wait_s = NEWS_S if self._news or self._commanded else SNAPSHOT_S
        if not self._commanded:
            spacing = FLOOD_SPACING if self._tweets > MANY_TWEETS else 1.0
            asked = now - self._asked_s < ASKED_S
            wait_s = max(wait_s, self._spacing_s * (spacing if asked else UNREAD_SPACING))
        if now - self._published_at >= wait_s:
            self._published_at, self._tweets = now, 0
            self._news = self._commanded = False
            self._snapshot = self._driver.next_snapshot()
            if not self._heard and self._snapshot.engine.master_peak_left > 0.0:
                self._heard = True
                _log.info("the first sound is out")

    def _make_calls(self) -> None:
        while True:
            try:
                function = self._calls.get_nowait()
            except queue.Empty:
                return
            function()

    def _between_slices(self) -> None:
        """In a flood a batch takes several frames: a command acts, and is seen, within it."""
        self._apply_commands()
        if self._commanded:
            self._publish()

    def _apply_commands(self) -> None:
        while True:
            try:
                command = self._commands.get_nowait()
            except queue.Empty:
                return
            self._commanded = True
            self._driver.apply_command(command)


class PolledSource:
    """Polls a source every few milliseconds, on its own thread.

    Parameters
    ----------
    poll
        Returns what came since the last call (an empty batch: nothing).
    put
        Takes a batch; False: no place, it is offered again.
    yield_to_frames
        Called before each poll (see :class:`mwk_desktop.frame_pacing.FramePacer`).
    """

    POLL_S = 0.01

    def __init__(
        self,
        poll: Callable[[], Batch],
        put: Callable[[Batch], bool],
        yield_to_frames: YieldToFrames = no_pacing,
    ) -> None:
        self._poll = poll
        self._yield_to_frames = yield_to_frames
        self._put = put
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="source", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join(timeout=5)

    def _run(self) -> None:
        begun_s = time.monotonic()
        while not self._stop.wait(max(0.0, begun_s + self.POLL_S - time.monotonic())):
            begun_s = time.monotonic()
            self._yield_to_frames()
            batch = self._poll()
            if batch.tweets:
                while not self._put(batch) and not self._stop.is_set():
                    pass
