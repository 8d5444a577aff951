"""Real-time priority from RealtimeKit, a desktop service for users who may not set it themselves.

Runs in the engine process, on an ordinary thread: the request goes over D-Bus and takes tens of
milliseconds. https://git.0pointer.net/rtkit.git/tree/README describes the interface.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from typing import Final

from mwk_desktop.platform.system_programs import system_environment

assert sys.platform == "linux"  # on other systems mypy skips the rest

RUNAWAY_US: Final = 200_000
"""RealtimeKit requires a limit, in microseconds: the kernel ends a process whose real-time thread
runs this long without a pause (a block takes five milliseconds). The watchdog then replaces it."""

ANSWER_S: Final = 20.0
"""Seconds to wait: the service may have to start first, on a busy machine."""

_SERVICE: Final = "org.freedesktop.RealtimeKit1"
_OBJECT: Final = "/org/freedesktop/RealtimeKit1"


def grantable_priority() -> int:
    """The highest priority that RealtimeKit grants here; 0 if there is no RealtimeKit."""
    answer = _busctl("get-property", _SERVICE, _OBJECT, _SERVICE, "MaxRealtimePriority")
    kind, _, value = answer.partition(" ")  # "i 20"
    return int(value) if kind == "i" and value.strip().isdigit() else 0


def request_realtime(thread_id: int, priority: int) -> bool:
    """Request SCHED_RR at ``priority`` for a thread of this process; returns whether it was
    granted."""
    _, hard_us = resource.getrlimit(resource.RLIMIT_RTTIME)
    limit_us = RUNAWAY_US if hard_us == resource.RLIM_INFINITY else min(RUNAWAY_US, hard_us)
    resource.setrlimit(resource.RLIMIT_RTTIME, (limit_us, limit_us))
    wanted = ("ttu", str(os.getpid()), str(thread_id), str(priority))
    _busctl("call", _SERVICE, _OBJECT, _SERVICE, "MakeThreadRealtimeWithPID", *wanted)
    scheduler = os.sched_getscheduler(thread_id) & 0xFF  # without SCHED_RESET_ON_FORK
    return scheduler in (os.SCHED_FIFO, os.SCHED_RR)


def _busctl(*command: str) -> str:
    """The answer of systemd's bus client; empty without a bus, the service or permission."""
    program = shutil.which("busctl")
    if program is None:
        return ""
    try:
        done = subprocess.run(
            [program, "--system", *command],
            env=system_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=ANSWER_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()
