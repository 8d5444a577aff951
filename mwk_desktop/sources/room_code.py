"""The room's code: four characters that only people in the room can read. Pure.

The code changes every two minutes; the last two hold, so nobody who has just read one is too late.
It is computed from a secret and the time: every process that has the secret knows it, and nothing
has to be kept. It has no vowels, so it spells no word, and always a letter and a digit, so no word
is a code. A scan carries :attr:`RoomCode.scan_word`, which nobody can guess.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Callable
from typing import Final

from mwk_desktop.clock import wall_ms

LETTERS: Final = "BCDFGHJKMNPQRTVWXZ"
DIGITS: Final = "2346789"
ALPHABET: Final = LETTERS + DIGITS
"""Characters that nobody takes for one another: no 0 and O, 1 and I and L, 5 and S, U and V."""

CODE_LENGTH: Final = 4
PERIOD_MS: Final = 120_000
SCAN_LENGTH: Final = 8

_WORDS: Final = re.compile(r"[A-Za-z0-9]+")


class RoomCode:
    """The codes of a room.

    Parameters
    ----------
    key
        The secret; at least 32 bytes.
    now_ms
        The wall clock.
    """

    def __init__(self, key: bytes, now_ms: Callable[[], int] = wall_ms) -> None:
        self._key = key
        self._now_ms = now_ms
        self._known: dict[int, tuple[str, str]] = {}

    @property
    def code(self) -> str:
        """The code that the stage shows now."""
        return self._of(self._now_ms() // PERIOD_MS)[0]

    @property
    def scan_word(self) -> str:
        """What the QR code carries now: the code, and eight characters that cannot be guessed."""
        code, tail = self._of(self._now_ms() // PERIOD_MS)
        return f"{code}-{tail}"

    def is_code(self, typed: str, at_ms: int | None = None) -> bool:
        """Whether a typed text is one of the two codes that hold at a time (None: now)."""
        given = re.sub(r"[\s-]", "", typed).upper()
        return any(_same(given, code) for code, _ in self._holding(at_ms))

    def is_scan_word(self, word: str) -> bool:
        """Whether a word comes from one of the last two QR codes."""
        given = word.upper()
        return any(_same(given, f"{code}-{tail}") for code, tail in self._holding(None))

    def is_in(self, text: str, hashtag: str, at_ms: int) -> bool:
        """Whether a post of ``at_ms`` names a code that held then: as a word of its own, or right
        behind the hashtag (``#mwkB4KT``)."""
        tag = hashtag.upper()
        words = {word.upper() for word in _WORDS.findall(text)}
        words |= {word.removeprefix(tag) for word in words}
        return any(code in words for code, _ in self._holding(at_ms))

    def _holding(self, at_ms: int | None) -> tuple[tuple[str, str], tuple[str, str]]:
        period = (self._now_ms() if at_ms is None else at_ms) // PERIOD_MS
        return self._of(period), self._of(period - 1)

    def _of(self, period: int) -> tuple[str, str]:
        found = self._known.get(period)
        if found is None:
            if len(self._known) > 16:
                self._known.clear()
            found = self._known[period] = self._made(period)
        return found

    def _made(self, period: int) -> tuple[str, str]:
        for attempt in range(1_000):
            digest = hmac.digest(self._key, f"room:{period}:{attempt}".encode(), "sha256")
            word = _word(digest, CODE_LENGTH)
            if any(one in LETTERS for one in word) and any(one in DIGITS for one in word):
                return word, _word(digest[16:], SCAN_LENGTH)
        raise AssertionError("a thousand words without a letter or without a digit")


def _word(digest: bytes, length: int) -> str:
    number, word = int.from_bytes(digest[:16], "big"), ""
    for _ in range(length):
        number, place = divmod(number, len(ALPHABET))
        word += ALPHABET[place]
    return word


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "surrogatepass"), wanted.encode())
