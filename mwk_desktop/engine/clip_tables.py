"""The clip table at every rate that an output has asked for.

Threads. The engine's watchdog asks; a worker thread per rate conforms the sounds (a second or two
of work) while the music keeps time silently. No method blocks but :meth:`ClipTables.close`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Final, TypeAlias

from mwk_desktop.engine.shared_memory import SharedClips
from mwk_desktop.messages import NOTHING, Message, message, verbatim

ConformClips: TypeAlias = Callable[[int], SharedClips]
"""Makes the same clips at another rate (frames a second); any thread; may raise what it likes."""

RETRY_S: Final = 5.0
"""How long after a failure the sounds are conformed again: a folder may come back."""


class ClipTables:
    """The clips at the show's rate, and conformed to others.

    Parameters
    ----------
    clips : SharedClips
        At the show's rate; kept for as long as the show lasts.
    rate_hz : int
        The show's rate.
    conform : callable, optional
        Makes them at another rate; without it there is no other.
    """

    def __init__(self, clips: SharedClips, rate_hz: int, conform: ConformClips | None) -> None:
        self._rate_hz = rate_hz
        self._clips = clips
        self._conform = conform
        self._lock = threading.Lock()
        self._others: dict[int, SharedClips] = {}
        self._worker: threading.Thread | None = None
        self._failed_s = float("-inf")
        self._problem = NOTHING

    def at(self, rate_hz: int) -> SharedClips | None:
        """The clips at a rate; None while they are not conformed to it."""
        if rate_hz == self._rate_hz:
            return self._clips
        with self._lock:
            return self._others.get(rate_hz)

    @property
    def problem(self) -> Message:
        """Why the newest rate could not be prepared, or nothing."""
        return self._problem

    def prepare(self, rate_hz: int) -> None:
        """Begin to conform the clips to a rate, where that is not done or under way."""
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
        """Give the memory of all other rates back, but for the show's own."""
        with self._lock:
            self._others = {rate: clips for rate, clips in self._others.items() if rate == rate_hz}

    def close(self) -> None:
        """Wait for the worker."""
        if self._worker is not None:
            self._worker.join()

    def _work(self, rate_hz: int, conform: ConformClips) -> None:
        try:
            clips = conform(rate_hz)
            if clips.shape[0] != self._clips.shape[0]:
                raise ValueError("the sound set has changed since the show began")
        except Exception as error:  # a worker must say what stopped it, whatever that is
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
