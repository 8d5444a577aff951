"""Cleans what people type: messages and nicknames.

Pure. The windows and the stage also protect themselves; this keeps bad text out of the topic.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_DOTLESS_I: Final = "\u0131"
"""A Turkish letter that looks like an i, so it would bypass a word list."""

_MARKS: Final = 2
"""Combining marks kept per letter: a stack of them would cover the rows above."""

_JOINERS: Final = "\u200c\u200d"
_IN_NAMES: Final = frozenset("_-.'")


def clean_message(text: str, length: int) -> str:
    """Clean a message: one line, at most ``length`` characters, no control characters or direction
    overrides."""
    kept: list[str] = []
    marks = 0
    for char in unicodedata.normalize("NFC", text[: 8 * length]):
        category = unicodedata.category(char)
        if category in ("Mn", "Me"):
            marks += 1
            if marks > _MARKS or not kept or category == "Me":
                continue
        elif category in ("Zs", "Zl", "Zp", "Cc"):
            if not kept or kept[-1] == " ":
                continue
            char, marks = " ", 0
        elif char in _JOINERS:
            if not kept or kept[-1] in _JOINERS:
                continue
        elif category[0] == "C":
            continue
        else:
            marks = 0
        kept.append(char)
        if len(kept) == length:
            break
    return "".join(kept).strip()


def clean_name(text: str, length: int) -> str:
    """Clean a nickname: letters, digits and ``_-.'`` with single spaces; "" if nothing is left."""
    kept: list[str] = []
    for char in clean_message(unicodedata.normalize("NFKC", text), 4 * length):
        category = unicodedata.category(char)
        if char == " ":
            if kept and kept[-1] != " ":
                kept.append(char)
        elif category[0] in "LN" or char in _IN_NAMES or (category in ("Mn", "Mc") and kept):
            kept.append(char)
    return "".join(kept)[:length].strip(" .'-")


def screen_name(name: str) -> str:
    """The name as a screen name: without spaces."""
    return name.replace(" ", "_")


def name_key(name: str) -> str:
    """Equal for names that look alike, which only one phone may have."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    plain = plain.replace(_DOTLESS_I, "i")
    return "".join(char for char in plain if unicodedata.category(char)[0] in "LN")
