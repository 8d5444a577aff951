"""How late this machine wakes a thread that only sleeps: a control beside what a test times."""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import Self

import numpy as np

PERIOD_S = 0.002


class WakeLateness:
    """Sleeps 2 ms again and again, from ``with`` to its end, and notes how much later it wakes.

    Where this is late, so is every program without real-time priority: what such a program does in
    time is not measured beside it.
    """

    def __init__(self) -> None:
        self._late_ms: list[float] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._sleep, daemon=True)

    def _sleep(self) -> None:
        pause = threading.Event()
        while not self._ended.is_set():
            before_s = time.monotonic()
            pause.wait(PERIOD_S)
            self._late_ms.append((time.monotonic() - before_s - PERIOD_S) * 1_000)

    def percentile_ms(self, percent: float) -> float:
        """So many of a hundred wakes were at most this late."""
        return float(np.percentile(self._late_ms, percent))

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        where: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()
