"""Words that nobody should read on the wall: the presenter's list, and how a text is compared.

Pure. Texts are compared as votes are: without case and zero-width characters, and here without
accents too.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from pathlib import Path
from typing import Final

from mwk_desktop.messages import Message, message

_DOTLESS_I: Final = "\u0131"
"""A Turkish letter that looks like an i, so it would bypass a word list."""

MOST_WORDS: Final = 20_000
_MOST_BYTES: Final = 1_000_000


class WordListError(ValueError):
    """A word list cannot be used; the message names the file and the reason."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)


class WordList:
    """Forbidden words. A word that ends in ``*`` stands for all words with that beginning.

    Matches whole words only ("Scunthorpe" is a town), ignores case and accents, and treats the two
    Turkish letters i as an i.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.words = tuple(words)
        """As they were written."""
        whole: list[str] = []
        for word in self.words:
            parts = folded(word.removesuffix("*")).split()
            if parts:
                pattern = r"\W+".join(map(re.escape, parts))
                whole.append(pattern + (r"\w*" if word.endswith("*") else ""))
        self.size = len(whole)
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(whole)})(?!\w)") if whole else None

    def forbids(self, text: str) -> bool:
        """Whether a text contains one of the words."""
        return bool(self.first_in(text))

    def first_in(self, text: str) -> str:
        """The first of the words in a text, without case and accents; "" if there is none."""
        found = self._found_in(folded(text))
        return found.group() if found else ""

    def first_in_message(self, screen_name: str, name: str, text: str) -> str:
        """The first of the words in a message or its author's names; "" if there is none."""
        return self.first_in(f"{screen_name}\n{name}\n{text}")

    def place_in(self, text: str) -> tuple[int, int]:
        """Where the first of the words stands in a text, from its first character to behind its
        last; (0, 0) if there is none."""
        if self._pattern is None:
            return 0, 0
        parts = [folded(char) for char in text]
        found = self._found_in("".join(parts))
        if found is None:
            return 0, 0
        ends = list(accumulate(map(len, parts)))
        first = bisect_right(ends, found.start())
        return first, bisect_left(ends, found.end()) + 1

    def _found_in(self, plain: str) -> re.Match[str] | None:
        if self._pattern is None:
            return None
        return self._pattern.search(plain) or self._pattern.search(plain.replace("_", " "))


def folded(text: str) -> str:
    """A text as it is compared: without case, accents and characters that nobody sees."""
    plain = unicodedata.normalize("NFKD", text).casefold().replace(_DOTLESS_I, "i")
    return "".join(char for char in plain if unicodedata.category(char) not in ("Mn", "Cf"))


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
