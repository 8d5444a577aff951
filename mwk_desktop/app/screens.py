"""Which screens there are, asked of a process that lives only for the answer.

Qt may be missing, or may end the process that asks (no libEGL, a display that went): none of that
may happen to a show, or to a command that needs no window. Called from any thread that may block.
"""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Final

from mwk_desktop.ui.display import can_open_windows

TIMEOUT_S: Final = 15.0
"""Loading Qt from a cold disk takes seconds."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen as the settings name it; width and height in pixels."""

    name: str
    model: str
    width: int
    height: int

    def __str__(self) -> str:
        model = f" {self.model}" if self.model and self.model != self.name else ""
        return f"{self.name}{model} {self.width}\u00d7{self.height}"


@dataclass(frozen=True, slots=True)
class Screens:
    """The answer: the screens, or why there are none (one line)."""

    screens: tuple[Screen, ...] = ()
    problem: str = ""


def list_screens(timeout_s: float = TIMEOUT_S) -> Screens:
    """All screens, the first one first. Never raises: trouble is in ``problem``."""
    reason = can_open_windows()
    if reason:
        return Screens(problem=reason)
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    process = spawn.Process(target=_answer, args=(theirs,), name="mwk-screens", daemon=True)
    try:
        process.start()
    except OSError as error:
        ours.close()
        return Screens(problem=f"cannot look for screens ({error})")
    finally:
        theirs.close()
    try:
        if not ours.poll(timeout_s):
            return Screens(problem=f"the display did not answer within {timeout_s:g} s")
        answer: Screens = ours.recv()
        return answer
    except (EOFError, OSError):
        return Screens(problem="Qt cannot use this display (the libraries for windows may miss)")
    finally:
        ours.close()
        process.kill()
        process.join()
        process.close()


def _answer(connection: Connection) -> None:
    """The child: ask Qt, answer, end without its ceremonies."""
    import os
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What Qt has to say about a display it cannot use goes into the answer, not to the terminal.
    null = os.open(os.devnull, os.O_WRONLY)
    os.dup2(null, 2)
    try:
        from PySide6.QtGui import QGuiApplication

        app = QGuiApplication(["mwk"])
        found = Screens(
            tuple(
                Screen(
                    screen.name(),
                    screen.model(),
                    round(screen.size().width() * screen.devicePixelRatio()),
                    round(screen.size().height() * screen.devicePixelRatio()),
                )
                for screen in app.screens()
            )
        )
    except ImportError as error:
        found = Screens(problem=f"Qt cannot be loaded ({error})")
    connection.send(found)
    connection.close()
    os._exit(0)
