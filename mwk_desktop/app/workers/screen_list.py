"""Lists the screens, in a short-lived process.

Qt may be missing, or may end the process that asks it (no libEGL, a lost display). That must not
happen to a show, or to a command that needs no window. Call it from any thread that may block.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.platform.spawning import run_in_child
from mwk_desktop.ui.display import can_open_windows

TIMEOUT_S: Final = 15.0
"""Loading Qt from a cold disk takes seconds."""


@dataclass(frozen=True, slots=True)
class Screen:
    """A screen, named as in the settings; width and height in pixels."""

    name: str
    model: str
    width: int
    height: int

    def __str__(self) -> str:
        model = f" {self.model}" if self.model and self.model != self.name else ""
        return f"{self.name}{model} {self.width}\u00d7{self.height}"


@dataclass(frozen=True, slots=True)
class Screens:
    """The screens, or why there are none (one line)."""

    screens: tuple[Screen, ...] = ()
    problem: Message = NOTHING


def list_screens(timeout_s: float = TIMEOUT_S) -> Screens:
    """All screens, the primary one first. Never raises: errors are in ``problem``."""
    reason = can_open_windows()
    if reason:
        return Screens(problem=reason)
    try:
        answer: Screens = run_in_child(_list_screens, name="mwk-screens", timeout_s=timeout_s)
        return answer
    except TimeoutError:
        return Screens(
            problem=message("the display did not answer within {seconds:g} s", seconds=timeout_s)
        )
    except EOFError:
        return Screens(
            problem=message("Qt cannot use this display (the libraries for windows may be missing)")
        )
    except OSError as error:
        return Screens(problem=message("cannot look for screens ({reason})", reason=str(error)))


def _list_screens(send_answer: Callable[[Screens], None]) -> None:
    """Ask Qt, in the short-lived process."""
    import os

    # Qt's errors about an unusable display go into the answer, not to the terminal.
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
        found = Screens(problem=message("Qt cannot be loaded ({reason})", reason=str(error)))
    send_answer(found)
