"""How a word is written in a text: plurals, attached articles, and where it ends. Pure.

Words here are folded (:mod:`~mwk_desktop.topology.text_folding`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

LETTER: Final = r"[^\W_]"
"""A letter or digit of any script: none may touch a word that is written with spaces."""

_JAPANESE: Final = (
    r"[\u3041-\u3096\u309d-\u309f]",  # hiragana
    r"[\u30a1-\u30fa\u30fc-\u30ff]",  # katakana and its long vowel
    r"[\u3005\u3400-\u9fff\uf900-\ufaff]",  # kanji
)
"""Japanese has no spaces: particles in another of its scripts stand directly after a word."""

_ARABIC: Final = re.compile(r"[\u0620-\u064a]")
_ARTICLE: Final = "\u0627\u0644"
_AND, _WITH, _FOR, _THE_AFTER_FOR = "\u0648", "\u0628", "\u0644", "\u0644\u0644"


def plurals(word: str) -> tuple[str, ...]:
    """A folded word and its plural: basses, melodies, nappes, tableaux."""
    if not word[-1:].isascii():
        return (word,)
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (word, word + "es")
    if len(word) > 1 and word.endswith("y") and word[-2] not in "aeiou":
        return (word, word[:-1] + "ies")
    if word.endswith(("au", "eu")):
        return (word, word + "x", word + "s")
    return (word, word + "s")


def written_forms(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The words with each plural of the last one; Arabic ones also with what is attached.

    "The", "and", "with" and "for" are one word with what follows them, and an adjective repeats
    the article of its noun.
    """
    if not _ARABIC.match(words[0]):
        for last in plurals(words[-1]):
            yield (*words[:-1], last)
        return
    first, *others = words
    for before in ("", _AND, _WITH, _FOR):
        yield (before + first, *others)
    definite = [word if word.startswith(_ARTICLE) else _ARTICLE + word for word in others]
    for before in (_ARTICLE, _AND + _ARTICLE, _WITH + _ARTICLE, _THE_AFTER_FOR):
        yield (before + first, *definite)


def letters_beside(char: str) -> str:
    """The letters, as a regular expression, that must not touch a word that ends in ``char``."""
    return next((script for script in _JAPANESE if re.match(script, char)), LETTER)


def letters_of(char: str) -> str:
    """The letters of a character's script: those of Arabic, one of Japan's, or any letter."""
    return _ARABIC.pattern if _ARABIC.match(char) else letters_beside(char)
