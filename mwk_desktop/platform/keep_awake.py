"""Keeps the machine and its screens awake while a show runs. Standard library only.

Each system has its own way; where it has none, or refuses, :attr:`KeepAwake.is_held` says so, and
the program tells the presenter.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Sequence
from typing import Final

WHO: Final = "Music with Kafka"
WHY: Final = "A show is running"


class KeepAwake:
    """Nothing holds sleep off: what systems without a way return.

    Any one thread; on Windows the thread that made it, which must live on.
    """

    @property
    def is_held(self) -> bool:
        """Whether screen saver and sleep are held off now."""
        return False

    def release(self) -> None:
        """Let the machine sleep again; repeated calls do nothing."""


class AwakeProcess(KeepAwake):
    """Sleep is held off as long as a program of the system runs; it ends with this process.

    Parameters
    ----------
    command
        Runs until its standard input closes, or until this process is gone.
    """

    def __init__(self, command: Sequence[str]) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        program = shutil.which(command[0])
        if program is None:
            return
        quiet = subprocess.DEVNULL
        try:
            self._process = subprocess.Popen(
                [program, *command[1:]], stdin=subprocess.PIPE, stdout=quiet, stderr=quiet
            )
        except OSError:
            self._process = None

    @property
    def is_held(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def release(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        if process.stdin is not None:
            process.stdin.close()
        process.terminate()
        process.wait()


class AwakeCall(KeepAwake):
    """Sleep is held off by a call, until another call.

    Parameters
    ----------
    hold
        Holds it off; False if the system refuses.
    release
        Lets it happen again.
    """

    def __init__(self, hold: Callable[[], bool], release: Callable[[], None]) -> None:
        self._let_go = release
        self._is_held = hold()

    @property
    def is_held(self) -> bool:
        return self._is_held

    def release(self) -> None:
        if self._is_held:
            self._is_held = False
            self._let_go()
