"""Text for a terminal: what strangers wrote moves no cursor, hides nothing and rings no bell.

Floor 0: every room may use it. Streams (:class:`EscapingStream`, put in place by the command line)
escape whatever is printed, so that no call has to think of it; a control sequence of our own goes
out as :class:`RawText`. One line of a table or a name in a sentence is made of :func:`safe` texts,
because only its writer knows that it is one line.
"""

from __future__ import annotations

import re
from typing import Any, Final, TextIO

BIDI_CONTROLS: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_CONTROLS: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    f"{BIDI_CONTROLS}]"
)
"""C0 (but the end of a line) and C1 controls, what changes the direction or has no width, and
halves of characters."""


class RawText(str):
    """Text that goes out as it is: a control sequence of our own, or data for a program."""

    __slots__ = ()


def escape_controls(text: str) -> str:
    """Text of one or several lines with every control character written out (``\\u001b``).

    A line of JSON stays that line of JSON: in its strings the escapes mean the same characters.
    """
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def safe(text: str) -> str:
    """One line: whatever is not printable is written out (``\\n``, ``\\x1b``)."""
    if text.isprintable():
        return text
    return "".join(
        char if char.isprintable() or char == "\u200d" else _written_out(char) for char in text
    )


def _written_out(char: str) -> str:
    if char == "\n":
        return "\\n"
    if char == "\t":
        return "\\t"
    return char.encode("unicode_escape", "backslashreplace").decode("ascii")


class EscapingStream:
    """A stream that escapes what is written to it, all but :class:`RawText`."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        self.stream.write(text if isinstance(text, RawText) else escape_controls(text))
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.stream, name)


class ProgressStream:
    """A stream for a progress bar, which returns to the line's start before it draws again.

    Its label and its figures must be :func:`safe`.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        self._stream.write(RawText("\r".join(map(escape_controls, text.split("\r")))))
        return len(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)
