"""Makes stdout and stderr safe: always open, able to print any text, never fatal."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, TextIO, cast

from mwk_desktop.terminal_text import EscapingStream


class LossyStderr:
    """A stderr that drops what cannot be written.

    Its lines only accompany the show: a log file on a full disk must not end it.
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
    """Make stdout and stderr safe to write to: open even if the caller closed them (`>&-`), and
    with control characters escaped (see :mod:`mwk_desktop.terminal_text`)."""
    # A file opens on the lowest free descriptor: a sound file must not land on 1 or 2.
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a file's name may hold any bytes
    if not isinstance(sys.stdout, EscapingStream):
        sys.stdout = cast(TextIO, EscapingStream(sys.stdout))
    if not isinstance(sys.stderr, LossyStderr):
        sys.stderr = cast(TextIO, LossyStderr(cast(TextIO, EscapingStream(sys.stderr))))


def use_utf_8() -> None:
    """Switch stdout to UTF-8 for JSON Lines, whatever the terminal's encoding."""
    stream = getattr(sys.stdout, "stream", sys.stdout)
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8")


def flush_stdout() -> OSError | None:
    """Flush stdout; returns the error, if any. Python will not try again at exit.

    A reader that has gone (`| head`) is not an error.
    """
    try:
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return None if isinstance(error, BrokenPipeError) else error
    return None
