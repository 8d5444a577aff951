"""A witness of when the machine itself stood still, beside a measurement of missed blocks.

On each processor a process of the highest real-time priority does nothing but sleep a millisecond
and look at the clock (as cyclictest(8) does). Where even that one wakes late, no program could have
been in time: the host of a virtual machine had its processors elsewhere. It needs the right to
real-time priority; without it there is no witness.
"""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection
from typing import Any

PERIOD_S = 0.001
LATE_S = 0.0015
"""A wake later than this is a standstill: a third of a block of 256 frames at 48 kHz."""
PRIORITY = 90
"""Above the sound server's (70) and everything that it wakes."""


def _watch(connection: Connection, processor: int) -> None:
    """One witness's process: until told to stop, then (moment, lateness) of each late wake."""
    os.sched_setaffinity(0, {processor})
    try:
        os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(PRIORITY))
    except PermissionError:
        connection.send(None)
        return
    connection.send("ready")
    late: list[tuple[float, float]] = []
    while not connection.poll():
        for _ in range(200):
            before_s = time.monotonic()
            time.sleep(PERIOD_S)
            now_s = time.monotonic()
            if now_s - before_s > PERIOD_S + LATE_S:
                late.append((now_s, now_s - before_s - PERIOD_S))
    connection.send(late)


class Witness:
    """Looks from construction until :meth:`end`."""

    def __init__(self) -> None:
        from mwk_desktop.platform.spawning import SPAWN

        self._connections: list[Any] = []
        self._processes: list[Any] = []
        for processor in sorted(os.sched_getaffinity(0)):
            ours, theirs = SPAWN.Pipe()
            process = SPAWN.Process(target=_watch, args=(theirs, processor), daemon=True)
            process.start()
            self._connections.append(ours)
            self._processes.append(process)
        self.granted = all(one.recv() is not None for one in self._connections)

    def end(self) -> list[tuple[float, float]]:
        """(moment, lateness) in seconds of every standstill, on the monotonic clock."""
        found: list[tuple[float, float]] = []
        if self.granted:
            for one in self._connections:
                one.send("end")
                found += one.recv()
        for process in self._processes:
            process.kill()
            process.join()
        return sorted(found)
