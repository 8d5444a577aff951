"""Makes strangers' text safe for a screen: the only place where that happens.

Every name and message from a tweet passes through :func:`safe` before a window sees it. QML shows
it as plain text, so markup is only characters; what remains to protect is the layout: direction
overrides, towers of combining marks, invisible characters and sheer length.
"""

from __future__ import annotations

import unicodedata
import zlib

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"

NAME_LIMIT = 48
TEXT_LIMIT = 280

_MARKS_PER_BASE = 3
"""Vietnamese, Thai, Hebrew and Arabic stack at most this many marks; more hide the rows above."""

_JOINERS = "\u200c\u200d"
"""Persian needs the first, emoji families the second; all other invisible characters go."""


def safe(text: object, limit: int = TEXT_LIMIT) -> str:
    """One plain, bounded, isolated line.

    Parameters
    ----------
    text
        Text from outside. Anything but a string counts as empty.
    limit
        Most characters kept (an ellipsis marks the cut).

    Returns
    -------
    str
        The line between U+2068 and U+2069, so that its direction is its own and ends with it;
        an empty text gives an empty string.
    """
    plain = clean(text, limit)
    return f"{FIRST_STRONG_ISOLATE}{plain}{POP_ISOLATE}" if plain else ""


def clean(text: object, limit: int = TEXT_LIMIT) -> str:
    """As :func:`safe`, without the isolates."""
    if not isinstance(text, str):
        return ""
    # Cut first: normalising 100 kB for a line of 48 characters would stall a frame.
    raw = unicodedata.normalize("NFC", text[: limit * 16])
    kept: list[str] = []
    marks = 0
    for char in raw:
        if len(kept) > limit * (_MARKS_PER_BASE + 1):
            break
        category = unicodedata.category(char)
        if category == "Me":
            continue  # circles and keycaps around a letter draw over its neighbours
        if category == "Mn":
            marks += 1
            if marks > _MARKS_PER_BASE or not kept:
                continue
        elif char in _JOINERS:
            if not kept or kept[-1] in _JOINERS:
                continue
        elif category in ("Cc", "Zl", "Zp", "Zs"):
            if not kept or kept[-1] == " ":
                continue
            char, marks = " ", 0
        elif category == "Cf":
            continue
        elif category in ("Cs", "Co", "Cn"):
            char, marks = "\ufffd", 0
            if kept and kept[-1] == char:
                continue
        else:
            marks = 0
        kept.append(char)
    line = "".join(kept).strip()
    if len(line) > limit:
        line = line[: limit - 1].rstrip() + "\u2026"
    return line


def initial(name: str) -> str:
    """The capital that stands for a user without a picture."""
    plain = clean(name, NAME_LIMIT)
    for char in plain:
        if unicodedata.category(char)[0] in "LN":
            return char.upper()[:1]
    return plain[:1] or "?"


def tint(name: str, tints: int) -> int:
    """Which of ``tints`` colours a name gets: the same in every run and window."""
    # The high half: the low bits of short names' CRCs collide too often.
    return (zlib.crc32(name.encode("utf-8", "surrogatepass")) >> 16) % tints
