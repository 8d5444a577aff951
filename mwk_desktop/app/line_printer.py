"""Prints lines on stdout without holding up the show.

Threads: while :meth:`LinePrinter.running`, any thread calls :meth:`LinePrinter.print_line`, which
never blocks; only the *printer thread* writes, and blocks as long as the reader does. A slow or
missing reader, or a full disk, costs lines but never the music. Otherwise (a verb without a show)
the caller writes a line at once, may block, and gets the errors.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.messages import message, message_of
from mwk_desktop.terminal_text import RawText, escape_controls

MAX_WAITING: Final = 20_000
"""Lines that wait for a slow reader (hours of a show); later ones are dropped."""

CLOSE_S: Final = 1.0
"""At the end, wait this long for a reader that has stopped reading."""


class OutputError(OSError):
    """Stdout cannot be written to; the message says so in one line."""


class LinePrinter:
    """Writes a verb's lines to stdout.

    Attributes
    ----------
    unread : bool
        Whether the reader has gone.
    """

    def __init__(self) -> None:
        self.unread = False
        self._waiting: queue.Queue[str | None] = queue.Queue(MAX_WAITING)
        self._thread: threading.Thread | None = None

    def print_line(self, text: str) -> None:
        """Write a line, or hand it to the printer thread if that is running.

        Raises
        ------
        BrokenPipeError, OutputError
            Only without a printer thread: the reader has gone, or the line cannot be written.
        """
        if self._thread is None:
            _write(text)
        elif not self.unread:
            with suppress(queue.Full):
                self._waiting.put_nowait(text)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Inside the block, lines go through the printer thread."""
        thread = threading.Thread(target=self._run, name="printer", daemon=True)
        self._thread = thread
        thread.start()
        try:
            yield
        finally:
            with suppress(queue.Full):
                self._waiting.put(None, timeout=CLOSE_S)
            thread.join(CLOSE_S)
            self._thread = None

    def _run(self) -> None:
        while (text := self._waiting.get()) is not None:
            try:
                _write(text)
            except OSError as error:
                self.unread = True
                if isinstance(error, BrokenPipeError):
                    error = OutputError(message("nobody reads the output any more"))
                print_stderr(
                    message("{problem}; the show goes on without it", problem=message_of(error))
                )
                return


def _write(line: str) -> None:
    """Write a line, escaped for a terminal (see :mod:`mwk_desktop.terminal_text`), and flush.

    If stdout is a real file, it bypasses Python's buffer: a thread stuck in a write would hold that
    buffer's lock, and the interpreter could not exit.
    """
    stream = sys.stdout
    if stream is None:
        return
    text = RawText((line if isinstance(line, RawText) else escape_controls(line)) + "\n")
    try:
        try:
            descriptor = stream.fileno()
        except (OSError, ValueError, AttributeError):  # a test's or a notebook's
            stream.write(text)
            stream.flush()
            return
        stream.flush()
        data = text.encode(stream.encoding or "utf-8", "backslashreplace")
        while data:
            data = data[os.write(descriptor, data) :]
    except BrokenPipeError:
        raise
    except OSError as error:
        problem = message(
            "{path}: cannot be written: {reason}", path="stdout", reason=error.strerror or ""
        )
        raise OutputError(problem) from None
