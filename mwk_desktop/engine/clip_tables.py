"""The clip table, conformed to each sample rate that an output needed.

Threads. The engine's watchdog calls these methods. A worker thread per rate conforms the sounds
(one or two seconds of work) while the silent clock runs. Only :meth:`ClipTables.close` blocks.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final, TypeAlias

from mwk_desktop.engine.clip_pool import ClipPool
from mwk_desktop.engine.shared_memory import SharedClips
from mwk_desktop.messages import NOTHING, Message, message, verbatim

ConformClips: TypeAlias = Callable[[int], SharedClips]
"""Makes the same clips at another rate (frames per second). Called on any thread; may raise
anything."""

RETRY_S: Final = 5.0
"""Seconds between a failure and the next attempt: a missing folder may come back."""


class ClipTables:
    """The clips at the show's rate and at the other rates they were conformed to.

    Parameters
    ----------
    clips : SharedClips
        At the show's rate; kept until the show ends.
    rate_hz : int
        The show's rate.
    conform : callable, optional
        Makes the clips at another rate. Without it only the show's rate is available.
    """

    def __init__(self, clips: SharedClips, rate_hz: int, conform: ConformClips | None) -> None:
        self._rate_hz = rate_hz
        self._clips = clips
        self._conform = conform
        self._lock = threading.Lock()
        self._others: dict[int, SharedClips] = {}
        self._pools: dict[int, ClipPool] = {}
        self._add_pool(rate_hz, clips)
        self._worker: threading.Thread | None = None
        self._failed_s = float("-inf")
        self._problem = NOTHING

    def at(self, rate_hz: int) -> SharedClips | None:
        """The clips at a rate, or None if they are not conformed to it yet."""
        if rate_hz == self._rate_hz:
            return self._clips
        with self._lock:
            return self._others.get(rate_hz)

    def pools(self) -> list[ClipPool]:
        """Where clips are decoded ahead; empty if all are in memory."""
        with self._lock:
            return list(self._pools.values())

    def _add_pool(self, rate_hz: int, clips: SharedClips) -> None:
        if clips.source is not None:
            self._pools[rate_hz] = ClipPool(clips.layouts, clips.source)

    @property
    def problem(self) -> Message:
        """Why the newest rate could not be prepared; ``NOTHING`` if it could."""
        return self._problem

    def prepare(self, rate_hz: int) -> None:
        """Start to conform the clips to a rate, unless that is done or running."""
        if self._conform is None:
            self._problem = message("these sounds cannot be conformed")
            return
        busy = self._worker is not None and self._worker.is_alive()
        recently_failed = time.monotonic() - self._failed_s < RETRY_S
        if busy or recently_failed or self.at(rate_hz) is not None:
            return
        self._worker = threading.Thread(
            target=self._work, args=(rate_hz, self._conform), name="mwk-conform", daemon=True
        )
        self._worker.start()

    def keep_only(self, rate_hz: int) -> None:
        """Free the memory of all rates except this one and the show's own."""
        with self._lock:
            self._others = {rate: clips for rate, clips in self._others.items() if rate == rate_hz}
            kept = {self._rate_hz, rate_hz}
            gone = [self._pools.pop(rate) for rate in list(self._pools) if rate not in kept]
        for pool in gone:
            pool.close()

    def close(self) -> None:
        """Wait for the worker to end."""
        if self._worker is not None:
            self._worker.join()
        for pool in self.pools():
            pool.close()

    def _work(self, rate_hz: int, conform: ConformClips) -> None:
        try:
            clips = conform(rate_hz)
            if [clip.name for clip in clips.layouts] != [clip.name for clip in self._clips.layouts]:
                raise ValueError("the sound set has changed since the show began")
        except Exception as error:  # a worker must report whatever stopped it
            self._failed_s = time.monotonic()
            self._problem = message(
                "the sounds cannot be conformed to {rate} kHz ({reason})",
                rate=f"{rate_hz / 1000:g}",
                reason=verbatim(str(error) or type(error).__name__),
            )
            return
        self._problem = NOTHING
        with self._lock:
            self._others[rate_hz] = clips
            self._add_pool(rate_hz, clips)
