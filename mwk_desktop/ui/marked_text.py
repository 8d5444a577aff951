"""Where a listed word stands inside a message, for a window that marks it. Pure."""

from __future__ import annotations

import unicodedata
from typing import Any

from mwk_desktop.ui.safe_text import FIRST_STRONG_ISOLATE, POP_ISOLATE
from mwk_desktop.word_list import WordList

_ISOLATES = FIRST_STRONG_ISOLATE + POP_ISOLATE


def marked_parts(shown: str, words: WordList) -> dict[str, Any]:
    """The parts of a text before, at and behind its first listed word; empty if there is none.

    Parameters
    ----------
    shown
        Text made safe for a screen (:func:`mwk_desktop.ui.safe_text.safe`).

    Returns
    -------
    dict
        ``before``, ``word``, ``after``, and ``leftwards``: whether the text runs from right to
        left.
    """
    plain = shown.strip(_ISOLATES)
    first, end = words.place_in(plain)
    if first == end:
        return {}
    return {
        "before": plain[:first].rstrip(),
        "word": plain[first:end],
        "after": plain[end:].lstrip(),
        "leftwards": _runs_leftwards(plain),
    }


def _runs_leftwards(text: str) -> bool:
    """Whether the first letter with a direction is one that runs from right to left."""
    strong = (unicodedata.bidirectional(char) for char in text)
    return next((found for found in strong if found in ("L", "R", "AL")), "L") != "L"
