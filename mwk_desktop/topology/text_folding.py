"""Folds text for the matcher: NFKC, case and width folded, accents as U+0301.

Characters are folded one by one. Most texts contain few characters beyond ASCII, and often the same
ones, so the replacements are looked up by the bytes of those characters alone.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

MARK: Final = "\u0301"
"""Replaces every accent (non-spacing mark)."""

# Default_Ignorable_Code_Point of Unicode 15 without the Hangul and Khmer fillers (which are
# letters), plus the interlinear annotation marks: all invisible and without width.
_WITHOUT_WIDTH: Final = re.compile(
    "[\u00ad\u034f\u061c\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\ufff9-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
# Turkish has two letters i, dotted and dotless, each with a capital: people who type LİNE BASS or
# lıne bass mean line bass. There the dot is part of the letter, not an accent.
DOT: Final = "\u0307"
_DOTLESS_I: Final = "\u0131"
_DOTTED_I: Final = (("i" + DOT, "i"), ("I" + DOT, "i"))

_BEYOND_ASCII: Final = re.compile("[^\x00-\x7f]+")
_ASCII: Final = bytes(range(128))
_PLANS: Final = 4096
_PLAN_BYTES: Final = 32
"""Texts in another script have more bytes than this beyond ASCII, and rarely the same ones."""

_Plan = tuple[tuple[str, str], ...]


class _FoldTable(dict[str, str]):
    """Folded forms of single characters, filled on demand; bounded by the size of Unicode."""

    def __missing__(self, char: str) -> str:
        plain = unicodedata.normalize("NFKD", char).replace("I" + DOT, "I").casefold()
        plain = plain.replace(_DOTLESS_I, "i")
        plain = _WITHOUT_WIDTH.sub("", unicodedata.normalize("NFKD", plain))
        folded = "".join(MARK if unicodedata.category(c) == "Mn" else c for c in plain)
        self[char] = folded
        return folded


class TextFolder:
    """Folds texts. Use from one thread."""

    __slots__ = ("_plans", "_table")

    def __init__(self) -> None:
        self._table = _FoldTable()
        self._plans: dict[bytes, _Plan | None] = {}

    def fold(self, text: str) -> str:
        """The folded text."""
        if text.isascii():
            return text.lower()
        beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
        if len(beyond) <= _PLAN_BYTES:
            plans = self._plans
            plan = plans[beyond] if beyond in plans else self._plan(beyond)
            if plan is not None:
                for char, folded in plan:
                    text = text.replace(char, folded)
                return text.lower()
        if DOT in text:
            for dotted, plain in _DOTTED_I:
                text = text.replace(dotted, plain)
        return _BEYOND_ASCII.sub(self._fold_run, text).lower()

    def _plan(self, beyond: bytes) -> _Plan | None:
        """The replacements for a text with these characters beyond ASCII.

        None if one replacement would change the result of another.
        """
        if len(self._plans) >= _PLANS:
            self._plans.clear()
        chars = dict.fromkeys(beyond.decode("utf-8", "surrogatepass"))
        pairs = [(char, self._table[char]) for char in chars]
        pairs = [(char, folded) for char, folded in pairs if char != folded]
        if DOT in chars:
            pairs = [*_DOTTED_I, *pairs]
        written = {c for _, folded in pairs for c in folded}
        clash = any(char in written for char, _ in pairs)
        plan = self._plans[beyond] = None if clash else tuple(pairs)
        return plan

    def _fold_run(self, run: re.Match[str]) -> str:
        return "".join(map(self._table.__getitem__, run[0]))
