"""Makes text safe for a terminal: strangers' text moves no cursor, hides nothing, rings no bell.

Floor 0: every room may use it. The command line wraps stdout and stderr in :class:`EscapingStream`,
which escapes everything that is printed; our own control sequences go out as :class:`RawText`. A
table row or a name in a sentence must be made of :func:`safe` texts, because only its writer knows
that it has to stay on one line.
"""

from __future__ import annotations

import re
from typing import Any, Final, TextIO

BIDI_CONTROLS: Final = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

_CONTROLS: Final = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u2028\u2029\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    f"{BIDI_CONTROLS}]"
)
"""C0 controls (except line ends), C1 controls, characters that change the text direction or have no
width, and lone surrogates."""


class RawText(str):
    """Text that goes out as it is: a control sequence of our own, or data for a program."""

    __slots__ = ()


def escape_controls(text: str) -> str:
    """Write out every control character (``\\u001b``) in text of one or several lines.

    A line of JSON stays that line of JSON: in its strings the escapes mean the same characters.
    """
    return _CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def safe(text: str) -> str:
    """Make one line: write out everything that is not printable (``\\n``, ``\\x1b``)."""
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
    """A stream that escapes everything written to it except :class:`RawText`."""

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
