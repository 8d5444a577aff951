"""Spells texts in ASCII for the matcher, so that its fastest expressions serve nearly all of them.

To a name that is written in ASCII, a character beyond ASCII matters only as what it is: a letter
with or without an accent, another letter, space, or a sign. It is replaced by an ASCII character of
that kind. How, is looked up by the bytes of those characters alone: most texts contain few of them,
and often the same ones.
"""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable
from typing import Final, NamedTuple

from mwk_desktop.topology.text_folding import DOT, MARK

_ASCII: Final = bytes(range(128))
_PLANS: Final = 4096
_PLAN_BYTES: Final = 32
"""Texts in another script have more bytes than this beyond ASCII, and rarely the same ones."""


class Spelling(NamedTuple):
    """How texts with certain characters beyond ASCII are spelled.

    ``is_aligned``: each character stays where it is in the text.
    """

    pairs: tuple[tuple[str, str], ...]
    has_accents: bool
    is_aligned: bool


class AsciiSpeller:
    """Spells texts. Use from one thread.

    Parameters
    ----------
    fold
        Folds a character.
    names
        Folded names that are looked for in the result.
    others
        Characters beyond ASCII of which every other name contains one; a text that contains one too
        is not spelled.
    """

    def __init__(
        self, fold: Callable[[str], str], names: Iterable[str], others: Iterable[str]
    ) -> None:
        self._fold = fold
        used = {char for name in names for char in name}
        self._letter = next(
            (c for c in string.digits + string.ascii_lowercase if c not in used), None
        )
        self._sign = next((c for c in string.punctuation if c not in {*used, "_", "-"}), None)
        self._others = frozenset(others)
        self._chars: dict[str, str | None] = {DOT: None}
        self._accented: set[str] = set()
        self._spellings: dict[bytes, Spelling | None] = {}

    def spell(self, text: str) -> tuple[str, Spelling] | None:
        """The text folded and in ASCII, and how; None if that is impossible or takes longer than
        folding."""
        beyond = text.encode("utf-8", "surrogatepass").translate(None, _ASCII)
        if beyond in self._spellings:
            spelling = self._spellings[beyond]
        elif len(beyond) <= _PLAN_BYTES:
            spelling = self._add_spelling(beyond)
        else:
            return None
        if spelling is None:
            return None
        for char, spelled in spelling.pairs:
            text = text.replace(char, spelled)
        return text.lower(), spelling

    def _add_spelling(self, beyond: bytes) -> Spelling | None:
        known = self._chars
        chars = dict.fromkeys(beyond.decode("utf-8", "surrogatepass"))
        for char in chars:
            if char not in known:
                known[char] = self._spelled(char)
        pairs = [(char, known[char]) for char in chars]
        possible = tuple((char, spelled) for char, spelled in pairs if spelled is not None)
        spelling = None
        if len(possible) == len(pairs):
            spelling = Spelling(
                possible,
                not self._accented.isdisjoint(chars),
                all(len(spelled) == 1 for _, spelled in possible),
            )
        if len(self._spellings) >= _PLANS:
            self._spellings.clear()
        self._spellings[beyond] = spelling
        return spelling

    def _spelled(self, char: str) -> str | None:
        folded = self._fold(char)
        if MARK in folded:
            self._accented.add(char)
        kinds = [self._kind(each) for each in folded.replace(MARK, "")]
        spelled = [kind for kind in kinds if kind is not None]
        return "".join(spelled) if len(spelled) == len(kinds) else None

    def _kind(self, char: str) -> str | None:
        """An ASCII character that means the same to the names; None if there is none."""
        if char.isascii():
            return char
        if char in self._others:
            return None
        if char.isspace():
            return " "
        return self._letter if char.isalnum() else self._sign
