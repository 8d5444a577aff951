"""Cleans what people type: messages and nicknames, and forbidden words.

Pure. The windows and the stage also protect themselves; this keeps bad text out of the topic.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from mwk_desktop.messages import Message, message

_DOTLESS_I: Final = "\u0131"
"""A Turkish letter that looks like an i, so it would bypass a word list."""

_MARKS: Final = 2
"""Combining marks kept per letter: a stack of them would cover the rows above."""

_JOINERS: Final = "\u200c\u200d"
_IN_NAMES: Final = frozenset("_-.'")
_MOST_WORDS: Final = 20_000
_MOST_BYTES: Final = 1_000_000


class WordListError(ValueError):
    """A word list cannot be used; the message names the file and the reason."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)


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


class WordList:
    """Forbidden words. A word that ends in ``*`` stands for all words with that beginning.

    Matches whole words only ("Scunthorpe" is a town), ignores case and accents, and treats the two
    Turkish letters i as an i.
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        whole: list[str] = []
        for word in words:
            folded = _folded(word.removesuffix("*")).strip()
            if folded:
                pattern = r"\W+".join(re.escape(part) for part in folded.split())
                whole.append(pattern + (r"\w*" if word.endswith("*") else ""))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(whole)})(?!\w)") if whole else None

    def forbids(self, text: str) -> bool:
        """Whether a text contains one of the words."""
        if self._pattern is None:
            return False
        folded = _folded(text)
        return self._pattern.search(folded) is not None or (
            self._pattern.search(folded.replace("_", " ")) is not None
        )


def _folded(text: str) -> str:
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
    if len(words) > _MOST_WORDS:
        raise WordListError(
            message("{path}: has more than {words} words", path=str(path), words=_MOST_WORDS)
        )
    return WordList(words)
