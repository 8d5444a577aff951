"""Lines on stdout that never hold up the show.

Threads: while :meth:`LinePrinter.running`, any thread calls :meth:`LinePrinter.print_line`, which
never blocks; the *printer thread* alone writes, and blocks for as long as the reader does. A reader
that is slow or gone, or a full disk, costs lines and never the music. Otherwise (a verb without a
show) the caller writes a line at once, may block, and learns what went wrong.
"""

from __future__ import annotations

import os
import queue
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final

from mwk_desktop.terminal_text import RawText, escape_controls

MAX_WAITING: Final = 20_000
"""Lines that wait for a slow reader (hours of a show); later ones are dropped."""

CLOSE_S: Final = 1.0
"""How long the end waits for a reader that has stopped reading."""


class OutputError(OSError):
    """Stdout cannot be written to; the message says so in one line."""


class LinePrinter:
    """Where a verb's lines go.

    Attributes
    ----------
    unread : bool
        Whether nobody can read them any more.
    """

    def __init__(self) -> None:
        self.unread = False
        self._waiting: queue.Queue[str | None] = queue.Queue(MAX_WAITING)
        self._thread: threading.Thread | None = None

    def print_line(self, text: str) -> None:
        """Write a line, or hand it to the printer thread where that is running.

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
        """Lines go through the printer thread inside the block."""
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
                    error = OutputError("nobody reads the output any more")
                print(f"mwk: {error}; the show goes on without it", file=sys.stderr)
                return


def _write(line: str) -> None:
    """Write a line, escaped for a terminal (see :mod:`mwk_desktop.terminal_text`), and flush.

    Past Python's own buffer where there is a file below it: a thread that is stuck in a write
    would keep that buffer's lock, and the interpreter could not end.
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
        raise OutputError(f"stdout: cannot be written: {error.strerror}") from None
