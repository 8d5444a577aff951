"""Windows. Never run on Windows so far: it is type-checked, tested on Linux, and run under Wine by
``packaging/release/wine.py``.

Calls go to the system's own libraries, loaded where they are used: on another system, or where a
library is missing, each method does what :class:`PortableSystem` does.
"""

from __future__ import annotations

import os
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mwk_desktop.platform.keep_awake import AwakeCall, KeepAwake
from mwk_desktop.platform.portable import NORMAL_PRIORITY, NOT_TOLD, PortableSystem
from mwk_desktop.platform.system_programs import run_opener

if TYPE_CHECKING:
    from platformdirs.api import PlatformDirsABC

ES_CONTINUOUS: Final = 0x80000000
ES_SYSTEM_REQUIRED: Final = 0x00000001
ES_DISPLAY_REQUIRED: Final = 0x00000002
"""From ``<winbase.h>``."""

PRO_AUDIO_PRIORITY: Final = 26
"""The highest base priority that the "Pro Audio" task of the Multimedia Class Scheduler gives."""

THREAD_PRIORITY_HIGHEST: Final = 2
BELOW_NORMAL_PRIORITY_CLASS: Final = 0x00004000
IDLE_PRIORITY_CLASS: Final = 0x00000040
NICE_FOR_IDLE: Final = 15
"""From this niceness on, as on Unix, a process runs only where nobody else wants to."""

PROCESS_SET_INFORMATION: Final = 0x0200
PROCESS_QUERY_LIMITED_INFORMATION: Final = 0x1000
STILL_ACTIVE: Final = 259
ERROR_THREAD_ALREADY_IN_TASK: Final = 1552
ERROR_INVALID_PARAMETER: Final = 87
"""What ``OpenProcess`` answers if there is no such process."""


class WindowsSystem(PortableSystem):
    """Windows: locks bytes of a file instead of the whole file; has no niceness and no signals to
    block."""

    # -- priorities ------------------------------------------------------------------------

    def claim_callback_priority(self) -> int:
        if sys.platform == "win32":
            import ctypes

            # avrt.h: the system's own way for audio threads, without administrator's rights. It
            # ends with the thread.
            try:
                library = ctypes.WinDLL("avrt", use_last_error=True)
            except OSError:
                return NORMAL_PRIORITY
            library.AvSetMmThreadCharacteristicsW.restype = ctypes.c_void_p
            index = ctypes.c_ulong(0)
            joined = library.AvSetMmThreadCharacteristicsW("Pro Audio", ctypes.byref(index))
            # PortAudio may have asked for its own thread before.
            if joined or ctypes.get_last_error() == ERROR_THREAD_ALREADY_IN_TASK:
                return PRO_AUDIO_PRIORITY
        return NORMAL_PRIORITY

    def claim_control_priority(self) -> None:
        if sys.platform == "win32":
            import ctypes

            kernel = ctypes.WinDLL("kernel32")
            kernel.GetCurrentThread.restype = ctypes.c_void_p
            thread = ctypes.c_void_p(kernel.GetCurrentThread())
            kernel.SetThreadPriority(thread, THREAD_PRIORITY_HIGHEST)

    def lower_priority(self, niceness: int, pid: int = 0) -> None:
        if sys.platform == "win32":
            import ctypes

            kernel = ctypes.WinDLL("kernel32")
            kernel.GetCurrentProcess.restype = kernel.OpenProcess.restype = ctypes.c_void_p
            lower = (
                IDLE_PRIORITY_CLASS if niceness >= NICE_FOR_IDLE else BELOW_NORMAL_PRIORITY_CLASS
            )
            if not pid:
                kernel.SetPriorityClass(ctypes.c_void_p(kernel.GetCurrentProcess()), lower)
                return
            process = ctypes.c_void_p(kernel.OpenProcess(PROCESS_SET_INFORMATION, False, pid))
            kernel.SetPriorityClass(process, lower)
            kernel.CloseHandle(process)

    def keep_awake(self) -> KeepAwake:
        awake = KeepAwake()
        if sys.platform == "win32":
            import ctypes

            # winbase.h: SetThreadExecutionState answers 0 where it fails.
            set_state = ctypes.windll.kernel32.SetThreadExecutionState
            held = ES_CONTINUOUS | ES_SYSTEM_REQUIRED | ES_DISPLAY_REQUIRED
            awake = AwakeCall(lambda: bool(set_state(held)), lambda: set_state(ES_CONTINUOUS))
        return awake

    # -- processes, memory, files ----------------------------------------------------------

    def process_lives(self, pid: int) -> bool:
        lives = True
        if sys.platform == "win32":
            import ctypes

            if pid > 0xFFFFFFFF:  # a number too large for any process
                return False
            kernel = ctypes.WinDLL("kernel32", use_last_error=True)
            kernel.OpenProcess.restype = ctypes.c_void_p
            process = kernel.OpenProcess(PROCESS_QUERY_LIMITED_INFORMATION, False, pid)
            if not process:  # another user's process is refused, a missing one is unknown
                return ctypes.get_last_error() != ERROR_INVALID_PARAMETER
            code = ctypes.c_ulong(STILL_ACTIVE)
            kernel.GetExitCodeProcess(ctypes.c_void_p(process), ctypes.byref(code))
            kernel.CloseHandle(ctypes.c_void_p(process))
            lives = code.value == STILL_ACTIVE
        return lives

    def resident_bytes(self) -> int:
        if sys.platform == "win32":
            import ctypes

            # psapi.h: PROCESS_MEMORY_COUNTERS is two 32-bit words (its size, page faults), then
            # sizes; the second of these is the working set.
            sizes = (ctypes.c_size_t * 9)()
            ctypes.c_ulong.from_buffer(sizes).value = ctypes.sizeof(sizes)
            kernel = ctypes.WinDLL("kernel32")
            kernel.GetCurrentProcess.restype = ctypes.c_void_p
            process = ctypes.c_void_p(kernel.GetCurrentProcess())
            if kernel.K32GetProcessMemoryInfo(process, sizes, ctypes.sizeof(sizes)):
                return int(sizes[2])
        return NOT_TOLD

    def lock_file(self, path: Path) -> int | None:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        if sys.platform == "win32":
            import msvcrt

            try:
                msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
            except OSError:
                os.close(descriptor)
                return None
        return descriptor

    # -- folders and sound -----------------------------------------------------------------

    def _user_folders(self) -> PlatformDirsABC:
        from platformdirs.windows import Windows

        return Windows("mwk", appauthor=False)

    def open_file(self, path: Path) -> bool:
        opened = False
        if sys.platform == "win32":
            with suppress(OSError):  # nothing opens files of this kind
                os.startfile(path)
                opened = True
        return opened

    def show_in_folder(self, path: Path) -> bool:
        # Explorer's exit code says nothing.
        run_opener(("explorer", "/select,", str(path)))
        return shutil.which("explorer") is not None

    def preferred_sound_system(self) -> str:
        # Every device is there several times. PortAudio's first, MME, cuts names off at 31
        # characters and adds a tenth of a second.
        return "Windows WASAPI"
