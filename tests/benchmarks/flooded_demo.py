"""The whole demo with both windows, on a display of its own, whose crowd can be a flood.

For benchmarks: show thread, engine and windows are as always.
"""

from __future__ import annotations

import contextlib
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from tests.x_server import x_server

FLOOD_PER_S = 100_000.0
CONSOLE, STAGE = (1280, 800), (1920, 1080)
BLOCK_FRAMES = 256


class Steps(Protocol):
    """What a benchmark does while the windows are open."""

    def steps(self) -> Iterator[float]:
        """Run in the GUI thread; each yields the seconds until the next. At the end the program
        is quit."""


class Flood:
    """Tweets that were made before, as fast as asked for: decoding and counting are the load, not
    the making. As from Kafka they come in batches of some hundred."""

    PREPARED = 40_000
    MOST = 2_000

    def __init__(self) -> None:
        from mwk_desktop.sources.crowd_source import Crowd

        now_ms = time.time_ns() // 1_000_000
        crowd = Crowd("flood", FLOOD_PER_S, 50_000, 1, start_ms=now_ms)
        until_ms = now_ms + round(self.PREPARED / FLOOD_PER_S * 1000)
        records = crowd.tweets_until(until_ms, arrival_ms=now_ms)
        self._records = records
        self._values = [record.value for record in records]
        self._place = 0
        self._rounds = 0
        self._due_s = 0.0
        self.made_s = 0.0
        """CPU seconds of the making alone, which no show has."""

    yield_to_frames = staticmethod(lambda _=None: None)

    def begin(self) -> None:
        self._due_s = time.perf_counter()

    def poll(self, now_ms: int) -> Any:
        from mwk_desktop.frame_pacing import paced_slices
        from mwk_desktop.records.batch import Batch
        from mwk_desktop.records.tweet_decoding import decode_tweets

        late_s = time.perf_counter() - self._due_s
        number = min(self.MOST, int(late_s * FLOOD_PER_S), len(self._values) - self._place)
        self._due_s += number / FLOOD_PER_S
        some = slice(self._place, self._place + number)
        begun_s = time.thread_time()
        # Another number each time round: a tweet that came before counts no more.
        mark = b'"Id":%d' % (983 + self._rounds)
        values = [value.replace(b'"Id":983', mark, 1) for value in self._values[some]]
        self._place = (self._place + number) % len(self._values)
        self._rounds += self._place == 0
        self.made_s += time.thread_time() - begun_s
        tweets: list[Any] = []
        reasons: list[Any] = []
        for piece in paced_slices(number, self.yield_to_frames):
            some_tweets, some_reasons = decode_tweets(values[piece])
            tweets += some_tweets
            reasons += some_reasons
        times = [now_ms] * number
        errors = [reason for _, reason in reasons]
        return Batch(tweets, times, times, times, self._records[some], errors)


class Source:
    """The demo's crowd, or a flood in its place."""

    def __init__(self, crowd: Any) -> None:
        from mwk_desktop.sources.crowd_source import CrowdSource

        self._calm = CrowdSource(crowd)
        self._flood = Flood()
        self._flooded = False

    def poll(self, now_ms: int) -> Any:
        return (self._flood if self._flooded else self._calm).poll(now_ms)

    def yield_to_frames(self, yield_to_frames: Callable[..., None]) -> None:
        """What the flood's decoding calls between two pieces, as reading from Kafka does."""
        self._flood.yield_to_frames = yield_to_frames  # type: ignore[method-assign]

    @property
    def made_s(self) -> float:
        """CPU seconds of making the flood."""
        return self._flood.made_s

    def flood(self, begins: bool) -> None:
        """From now on: a flood, or the calm crowd again."""
        if begins:
            self._flood.begin()
        self._flooded = begins


@contextlib.contextmanager
def display() -> Iterator[None]:
    """An X server with room for both windows."""
    with x_server(CONSOLE[0] + STAGE[0], STAGE[1]) as name:
        os.environ.update(DISPLAY=name, QT_QUICK_BACKEND="software")
        yield


def run_demo(
    begin: Callable[[Any, Source], Steps],
    state: Path,
    device: str,
    settings: str = "",
    stage: tuple[int, int] = STAGE,
    arguments: Sequence[str] = (),
) -> int:
    """Run the program until the steps end.

    Parameters
    ----------
    begin : callable
        Called with the open windows and the demo's source.
    state : Path
        An empty folder.
    device : str
        Of the sound.
    settings : str
        More lines of ``mwk.toml``.
    stage
        The stage's size, at most :data:`STAGE`.
    arguments
        More of the command line.

    Returns
    -------
    int
        The program's exit code.
    """
    from PySide6.QtCore import QTimer

    from mwk_desktop.__main__ import main as mwk
    from mwk_desktop.app.wiring import start_demo
    from mwk_desktop.ui import application

    sources: list[Source] = []

    def source_of(crowd: Any) -> Source:
        sources.append(Source(crowd))
        return sources[-1]

    start_demo.CrowdSource = source_of  # type: ignore[assignment, misc]

    class Measured(application.AppWindows):
        def __init__(self, show: Any, settings: Any, pacer: Any) -> None:
            sized = {"console_size": CONSOLE, "stage_size": stage, "stage": True}
            super().__init__(show, replace(settings, **sized), pacer)
            sources[0].yield_to_frames(pacer.yield_to_frames)

        def open(self, on_ready: Any, quit_: Callable[[], None]) -> None:
            super().open(on_ready, quit_)
            self.stage_window.setPosition(CONSOLE[0], 0)
            todo = begin(self, sources[0]).steps()

            def go_on() -> None:
                wait_s = next(todo, None)
                if wait_s is None:
                    quit_()
                else:
                    QTimer.singleShot(round(wait_s * 1000), go_on)

            QTimer.singleShot(500, go_on)

    application.AppWindows = Measured  # type: ignore[misc]
    options = ["--device", device, "--block-size", str(BLOCK_FRAMES), "--seed", "3"]
    options += ["--state-dir", str(state), "--config", str(state / "mwk.toml"), *arguments]
    (state / "mwk.toml").write_text(f"[ui]\npictures = false\n{settings}", encoding="utf-8")
    sys.argv = ["mwk", *options]
    return mwk() or 0
