"""Real-time priority from RealtimeKit, which desktops run for those who may not take it themselves.

Lives in the engine's process, on an ordinary thread of it: the request goes over D-Bus and takes
tens of milliseconds. https://git.0pointer.net/rtkit.git/tree/README describes the interface.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from typing import Final

assert sys.platform == "linux"  # elsewhere mypy has nothing of what follows

RUNAWAY_US: Final = 200_000
"""RealtimeKit asks for a limit: the kernel ends a process whose thread computes this long without a
pause (a block takes five milliseconds), and the watchdog replaces it."""

ANSWER_S: Final = 20.0
"""The service may have to be started first, on a busy machine."""

_SERVICE: Final = "org.freedesktop.RealtimeKit1"
_OBJECT: Final = "/org/freedesktop/RealtimeKit1"


def grantable_priority() -> int:
    """The highest priority that RealtimeKit grants here; 0: there is none."""
    answer = _busctl("get-property", _SERVICE, _OBJECT, _SERVICE, "MaxRealtimePriority")
    kind, _, value = answer.partition(" ")  # "i 20"
    return int(value) if kind == "i" and value.strip().isdigit() else 0


def request_realtime(thread_id: int, priority: int) -> bool:
    """Ask for SCHED_RR at ``priority`` for a thread of this process; whether it was granted."""
    _, hard_us = resource.getrlimit(resource.RLIMIT_RTTIME)
    limit_us = RUNAWAY_US if hard_us == resource.RLIM_INFINITY else min(RUNAWAY_US, hard_us)
    resource.setrlimit(resource.RLIMIT_RTTIME, (limit_us, limit_us))
    wanted = ("ttu", str(os.getpid()), str(thread_id), str(priority))
    _busctl("call", _SERVICE, _OBJECT, _SERVICE, "MakeThreadRealtimeWithPID", *wanted)
    scheduler = os.sched_getscheduler(thread_id) & 0xFF  # the flag beside it: not for children
    return scheduler in (os.SCHED_FIFO, os.SCHED_RR)


def _busctl(*command: str) -> str:
    """What systemd's bus client answers; nothing where there is no bus, service or permission."""
    program = shutil.which("busctl")
    if program is None:
        return ""
    try:
        done = subprocess.run(
            [program, "--system", *command],
            env=_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=ANSWER_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip()


def _environment() -> dict[str, str]:
    """Ours, without the libraries that a frozen program brings: busctl needs the system's."""
    own = dict(os.environ)
    if "LD_LIBRARY_PATH_ORIG" in own:
        own["LD_LIBRARY_PATH"] = own.pop("LD_LIBRARY_PATH_ORIG")
    elif getattr(sys, "frozen", False):
        own.pop("LD_LIBRARY_PATH", None)
    return own
