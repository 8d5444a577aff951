"""Linux: real-time priorities, locked memory, glibc's heap, a clock that counts suspends."""

from __future__ import annotations

import ctypes
import fcntl
import os
import resource
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from mwk_desktop.messages import Message, message
from mwk_desktop.platform.keep_awake import WHO, WHY, AwakeProcess, KeepAwake
from mwk_desktop.platform.portable import NORMAL_PRIORITY, NOT_TOLD

if sys.platform != "win32":
    from mwk_desktop.platform.posix import PosixSystem

assert sys.platform == "linux"  # on other systems mypy skips the rest

FIFO_PRIORITY: Final = 70
"""The priority that JACK gives its clients when it runs at its default, 70."""

CONTROL_PRIORITY: Final = 60
"""The control thread's priority, below the callback's. As an ordinary thread it could be stopped on
a busy machine while it holds the interpreter's lock that the callback waits for."""

LAUNCH_PRIORITY: Final = 50
"""The priority while a process imports its modules. At :data:`CONTROL_PRIORITY` a starting process
would delay the running control threads and the MIDI clock by a tenth of a second."""

NICENESS: Final = -11
"""What RealtimeKit grants by default."""

MCL_CURRENT: Final = 1
MCL_ONFAULT: Final = 4
"""From ``<sys/mman.h>``, as on x86 and ARM."""

M_MMAP_THRESHOLD: Final = -3
"""From glibc's ``<malloc.h>``."""

SIOCGIFADDR: Final = 0x8915
"""From ``<linux/sockios.h>``: an interface's address (netdevice(7))."""

DRI: Final = Path("/dev/dri")
"""Where the kernel lists graphics processors."""

LARGE_BYTES: Final = 2 << 20
"""More than Kafka's client allocates for a response: mapping each one again costs a tenth of the
speed."""


class LinuxSystem(PosixSystem):
    """Linux. The C library may not be glibc, and the kernel may refuse a request."""

    def keep_awake(self) -> KeepAwake:
        # logind, over D-Bus; a desktop's screen saver is asked by the windows.
        flags = ("--what=idle:sleep", "--mode=block", f"--who={WHO}", f"--why={WHY}")
        return AwakeProcess(("systemd-inhibit", *flags, "cat"))

    def claim_callback_priority(self) -> int:
        try:
            if os.sched_getscheduler(0) & 0xFF in (os.SCHED_FIFO, os.SCHED_RR):
                # JACK gives its clients a real-time thread; the silent clock inherited the control
                # thread's priority.
                priority = os.sched_getparam(0).sched_priority
                if priority > CONTROL_PRIORITY:
                    return priority
            os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(FIFO_PRIORITY))
            return FIFO_PRIORITY
        except OSError:
            pass
        try:
            # On Linux niceness is set per thread.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICENESS)
            return NICENESS
        except OSError:
            return NORMAL_PRIORITY

    def is_realtime(self) -> bool:
        return os.sched_getscheduler(0) & 0xFF in (os.SCHED_FIFO, os.SCHED_RR)

    def claim_priority_below(self, priority: int) -> None:
        if priority > 1:
            with suppress(OSError):
                os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(priority - 1))

    def claim_control_priority(self) -> None:
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(CONTROL_PRIORITY))

    def request_priority_service(self, callback_thread: int, control_thread: int) -> int:
        from mwk_desktop.platform.rtkit import grantable_priority, request_realtime

        priority = grantable_priority()
        if priority < 2 or not request_realtime(callback_thread, priority):
            return NORMAL_PRIORITY
        # Below the callback's, as when the system grants both directly.
        request_realtime(control_thread, priority - 1)
        return priority

    @contextmanager
    def realtime_launch(self) -> Iterator[None]:
        # The child inherits it: on a busy machine an ordinary process needs most of a second for
        # its imports alone, and a replacement must play within one second.
        policy, parameters = os.sched_getscheduler(0), os.sched_getparam(0)
        with suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_FIFO, os.sched_param(LAUNCH_PRIORITY))
        try:
            yield
        finally:
            with suppress(OSError):
                os.sched_setscheduler(0, policy, parameters)

    def describe_priority(self, priority: int) -> Message:
        if priority < 0:
            return message("nice {niceness}", niceness=str(priority))
        if priority == NORMAL_PRIORITY:
            return message("normal")
        return super().describe_priority(priority)

    def priority_remedy(self) -> Message:
        return message("Allow real-time priority (group audio, rtkit), or use a larger block_size.")

    def locked_jack(self) -> Message:
        # One database for all servers and clients of a user. A program that is killed while it
        # holds a lock there leaves it locked: each server stops at its next client, and does not
        # even end. Only a server that ends in order removes the database.
        database = Path(f"/dev/shm/jack_db-{os.getuid()}")
        if not database.exists():
            return super().locked_jack()
        return message(
            "JACK does not answer (a program that was killed may have left its database locked: "
            "{command}, then start JACK again)",
            command=f"killall -9 jackd jackdbus; rm -r {database}",
        )

    def lock_memory(self) -> bool:
        # A page that was swapped out, or dropped because it can be read from a file again, needs a
        # disk access to return, which takes longer than a block. Memory that is mapped but never
        # touched does not become resident. See mlockall(2).
        try:
            return bool(ctypes.CDLL(None).mlockall(MCL_CURRENT | MCL_ONFAULT) == 0)
        except (OSError, AttributeError):  # a C library without this function
            return False

    def return_large_blocks(self) -> None:
        # By default glibc raises this threshold with each large block that is freed (mallopt(3)).
        _call_glibc("mallopt", M_MMAP_THRESHOLD, LARGE_BYTES)

    def trim_heap(self) -> None:
        _call_glibc("malloc_trim", 0)  # malloc_trim(3)

    def limit_data_memory(self, size_bytes: int) -> bool:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        soft = size_bytes if hard == resource.RLIM_INFINITY else min(size_bytes, hard)
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))
        return True

    def interface_addresses(self, skipped: tuple[str, ...] = ()) -> list[str]:
        addresses: list[str] = []
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            for _, name in socket.if_nameindex():
                if name.startswith(skipped):
                    continue
                with suppress(OSError):  # an interface without an IPv4 address
                    request = name.encode()[:15].ljust(40, b"\0")
                    answer = fcntl.ioctl(probe, SIOCGIFADDR, request)
                    addresses.append(socket.inet_ntoa(answer[20:24]))
        return addresses

    def resident_bytes(self) -> int:
        try:
            pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
        except (OSError, IndexError, ValueError):
            return NOT_TOLD
        return pages * resource.getpagesize()

    def lacks_gpu(self) -> bool:
        return not any(DRI.glob("render*"))

    def has_screen_saver_bus(self) -> bool:
        return True

    def steady_ns(self) -> int:
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME)


def _call_glibc(function: str, *arguments: int) -> None:
    with suppress(OSError, AttributeError):  # not glibc
        getattr(ctypes.CDLL(None), function)(*arguments)
