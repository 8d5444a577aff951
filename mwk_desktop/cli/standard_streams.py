"""stdin's neighbours as the program needs them: there, able to take any text, and never fatal."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO, cast

from mwk_desktop.terminal_text import EscapingStream


class Aside:
    """A stderr that loses what cannot be written.

    What is said there is said beside the show: a log file on a full disk must not end it.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        with suppress(OSError, ValueError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError, ValueError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def prepare_streams() -> None:
    """Make stdout and stderr safe to write to: there, also where the caller closed them (`>&-`),
    and with control characters escaped (see :mod:`mwk_desktop.terminal_text`)."""
    # An open file takes the lowest free number: it must not be a sound file that lands on 1 or 2.
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a file's name may be any bytes
    if not isinstance(sys.stdout, EscapingStream):
        sys.stdout = cast(TextIO, EscapingStream(sys.stdout))
    if not isinstance(sys.stderr, Aside):
        sys.stderr = cast(TextIO, Aside(cast(TextIO, EscapingStream(sys.stderr))))


def speak_utf_8() -> None:
    """JSON Lines are UTF-8, whatever the terminal speaks."""
    stream = getattr(sys.stdout, "stream", sys.stdout)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")


def write_out() -> OSError | None:
    """Flush stdout; what went wrong, if something did. Python will not try again at the end.

    A reader that has gone (`| head`) is nothing that went wrong.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return None if isinstance(error, BrokenPipeError) else error
    return None
