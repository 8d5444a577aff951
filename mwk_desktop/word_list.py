"""Words that nobody should read on the wall: the presenter's list, and how a text is compared.

Pure. Texts are compared as votes are: without case and zero-width characters, and here without
accents too.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple

from mwk_desktop.messages import Message, message

_DOTLESS_I: Final = "\u0131"
"""A Turkish letter that looks like an i, so it would bypass a word list."""

MOST_WORDS: Final = 20_000
_MOST_BYTES: Final = 1_000_000

_RUN: Final = re.compile(r"\w+")
_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]")


class WordListError(ValueError):
    """A word list cannot be used; the message names the file and the reason."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)


class WordList:
    """Forbidden words. A word that ends in ``*`` stands for all words with that beginning.

    Matches whole words only ("Scunthorpe" is a town), ignores case and accents, and treats the two
    Turkish letters i as an i. A text costs some microseconds, however long the list is: its words
    are looked up, not searched for.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words = tuple(words)
        """As they were written."""
        entries = [entry for entry in map(_listed_word, self.words) if entry is not None]
        self.size = len(entries)
        # The place in the list decides between two that begin at the same letter.
        self._whole: dict[str, int] = {}
        self._beginnings: dict[str, int] = {}
        self._others: dict[str, list[tuple[int, str]]] = {}
        signs = []
        for place, entry in enumerate(entries):
            if entry.kind == "whole":
                self._whole.setdefault(entry.head, place)
            elif entry.kind == "beginning":
                self._beginnings.setdefault(entry.head, place)
            elif entry.head:
                self._others.setdefault(entry.head, []).append((place, entry.pattern))
            else:
                signs.append(entry.pattern)
        self._heads = self._whole.keys() | self._others.keys()
        self._lengths = sorted(set(map(len, self._beginnings)))
        shortest = self._lengths[0] if self._lengths else 0
        self._stems = {beginning[:shortest] for beginning in self._beginnings}
        self._signs = re.compile(rf"(?<!\w)(?:{'|'.join(signs)})(?!\w)") if signs else None

    def forbids(self, text: str) -> bool:
        """Whether a text contains one of the words."""
        return bool(self.first_in(text))

    def first_in(self, text: str) -> str:
        """The first of the words in a text, without case and accents; "" if there is none."""
        found = self._found_in(folded(text))
        return "" if found is None else found[0]

    def first_in_message(self, screen_name: str, name: str, text: str) -> str:
        """The first of the words in a message or its author's names; "" if there is none."""
        return self.first_in(f"{screen_name}\n{name}\n{text}")

    def place_in(self, text: str) -> tuple[int, int]:
        """Where the first of the words stands in a text, from its first character to behind its
        last; (0, 0) if there is none."""
        if not self.size:
            return 0, 0
        parts = [folded(char) for char in text]
        found = self._found_in("".join(parts))
        if found is None:
            return 0, 0
        ends = list(accumulate(map(len, parts)))
        _, start, end = found
        return bisect_right(ends, start), bisect_left(ends, end) + 1

    def _found_in(self, plain: str) -> tuple[str, int, int] | None:
        """The first of the words in a folded text, where it begins and where it ends."""
        if not self.size:
            return None
        place = self._place_in(plain)
        if place is None and "_" in plain:
            plain = plain.replace("_", " ")
            place = self._place_in(plain)
        return None if place is None else (plain[slice(*place)], *place)

    def _place_in(self, plain: str) -> tuple[int, int] | None:
        signs = None if self._signs is None else self._signs.search(plain)
        if self._may_hold(_RUN.findall(plain)):
            for run in _RUN.finditer(plain, 0, len(plain) if signs is None else signs.start()):
                end = self._end_from(run, plain)
                if end is not None:
                    return run.start(), end
        return None if signs is None else signs.span()

    def _may_hold(self, runs: list[str]) -> bool:
        """Whether one of the words can begin with one of these: nearly every text holds none."""
        if not self._heads.isdisjoint(runs):
            return True
        if not self._lengths:
            return False
        shortest = self._lengths[0]
        return not self._stems.isdisjoint([run[:shortest] for run in runs])

    def _end_from(self, run: re.Match[str], plain: str) -> int | None:
        """Where the word ends that begins with this run of letters, if one does."""
        word, end = run[0], run.end()
        places = [self._whole.get(word), *(self._beginnings.get(word[:n]) for n in self._lengths)]
        first = min((place for place in places if place is not None), default=self.size)
        for place, pattern in self._others.get(word, ()):
            if place > first:
                break
            found = _from_here(pattern).match(plain, run.start())
            if found is not None:
                return found.end()
        return end if first < self.size else None


class _ListedWord(NamedTuple):
    """One word of a list. ``head``: the letters, digits and ``_`` with which it begins; ``kind``:
    whether it is only that (``whole``), any word that begins so (``beginning``), or ``other``."""

    head: str
    kind: str
    pattern: str


@lru_cache(maxsize=2 * MOST_WORDS)
def _listed_word(word: str) -> _ListedWord | None:
    """None if nothing is left of it. Remembered: of a long list that is edited only the new words
    take time."""
    bare = word.removesuffix("*")
    is_beginning = bare != word
    parts = folded(bare).split()
    if not parts:
        return None
    pattern = r"\W+".join(map(re.escape, parts)) + (r"\w*" if is_beginning else "")
    run = _RUN.match(parts[0])
    head = "" if run is None else run[0]
    if parts != [head]:
        return _ListedWord(head, "other", pattern)
    return _ListedWord(head, "beginning" if is_beginning else "whole", pattern)


@lru_cache(maxsize=1024)
def _from_here(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + r"(?!\w)")


def folded(text: str) -> str:
    """A text as it is compared: without case, accents and characters that nobody sees."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text).casefold().replace(_DOTLESS_I, "i")
    return _BEYOND_ASCII.sub(_seen, plain)


def _seen(char: re.Match[str]) -> str:
    return "" if unicodedata.category(char[0]) in ("Mn", "Cf") else char[0]


def read_word_list(path: Path) -> WordList:
    """Read a file with one word or phrase per line; ``#`` begins a comment.

    Raises
    ------
    WordListError
        If the file cannot be read, is not UTF-8, or is far too long for a word list.
    """
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise WordListError(
                message(
                    "{path}: is too long for a list of words: at most {bytes} bytes",
                    path=str(path),
                    bytes=_MOST_BYTES,
                )
            )
        lines = path.read_text("utf-8-sig").splitlines()
    except OSError as error:
        raise WordListError(
            message("{path}: cannot be read: {reason}", path=str(path), reason=error.strerror or "")
        ) from None
    except UnicodeDecodeError:
        raise WordListError(
            message("{path}: is not UTF-8 text with one word a line", path=str(path))
        ) from None
    words = [line.partition("#")[0].strip() for line in lines]
    words = [word for word in words if word]
    if len(words) > MOST_WORDS:
        raise WordListError(
            message("{path}: has more than {words} words", path=str(path), words=MOST_WORDS)
        )
    return WordList(words)
