"""Which instrument a text names.

The rule. The text is normalised (NFKC), case-folded, and characters without width are removed. An
instrument matches if its words occur in order, separated by any run (or none) of white space, ``_``
or ``-``, with no letter or digit directly before or after; the last word may have a plural ending.
Aliases match in the same way, with accents folded. The Turkish letters ``İ`` and ``ı`` count as i.
Japanese is written without spaces: there a word ends where another script begins. An Arabic word
may carry its article (:mod:`~mwk_desktop.topology.word_forms`). Of several matches the first in the
text counts; of two at the same place, the longest.

How. All matching uses a *folded* text: fully decomposed (NFKD), case-folded, without zero-width
characters, and with every accent (combining mark) replaced by one common mark. A letter and its
accents belong together, so "drum" with an accent anywhere is another word, however it was typed:
names match only letters without a mark, aliases ignore marks. Folding works character by character,
so only characters beyond ASCII cost time, and an ASCII text is folded by ``lower()``.

Most names and aliases are ASCII. For them nearly every text is spelled in ASCII
(:mod:`~mwk_desktop.topology.ascii_spelling`) and searched with fast expressions
(:mod:`~mwk_desktop.topology.ascii_finding`). A text is folded only if it may hold an alias in
another script, or where an accent touches what was found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from mwk_desktop.records.record_types import Tweet
from mwk_desktop.topology.ascii_finding import AsciiFinder
from mwk_desktop.topology.ascii_spelling import AsciiSpeller
from mwk_desktop.topology.form_patterns import NO_VOTE, Form, rare_letters, script_finders
from mwk_desktop.topology.text_folding import MARK, TextFolder
from mwk_desktop.topology.word_forms import written_forms
from mwk_desktop.units import INSTRUMENTS

# At most two megabytes; in a flood its benefit is checked about once a second.
_RECENT_TEXTS: Final = 4096
_RECENT_CHARS: Final = 280
_PAUSE_TEXTS: Final = 100_000


class Matcher:
    """Finds the instrument that a tweet votes for.

    Parameters
    ----------
    aliases : mapping of instrument to sequence of str
        Additional names from the sound set.
    hashtag : str
        Without ``#``; used only if it is required.
    require_hashtag, count_retweets : bool
        Settings of the show.

    Raises
    ------
    ValueError
        If an alias names an unknown instrument or has no letter or digit.
    """

    def __init__(
        self,
        aliases: Mapping[str, Sequence[str]],
        hashtag: str = "mwk",
        require_hashtag: bool = False,
        count_retweets: bool = True,
    ) -> None:
        self.fold: Callable[[str], str] = TextFolder().fold
        """The folded text, accents as U+0301."""
        forms = self._forms(aliases)
        plain = [form for form in forms if form.letters.isascii()]
        self._ascii = AsciiFinder(plain)
        others = [_beyond_ascii(form.letters) for form in forms if not form.letters.isascii()]
        names = [form.letters for form in plain]
        self._spell = AsciiSpeller(self.fold, names, rare_letters(others)).spell
        tag = re.escape(self.fold(hashtag.removeprefix("#")).replace(MARK, ""))
        self._hashtag = re.compile(rf"(?<!\w)#{tag}(?!\w)")
        self._require_hashtag = require_hashtag
        self._count_retweets = count_retweets
        self._scripts = script_finders(forms)
        self.find: Callable[[str], int] = self._finder()
        """Returns the number of the instrument (index in ``INSTRUMENTS``) that a text names, or
        ``NO_VOTE``."""
        # Results for recent texts: retweets repeat, and an audience types the same few words.
        self._recent: dict[str, int] = {}
        self._asked = self._missed = self._pause = 0
        self.filters = require_hashtag or not count_retweets
        """Whether ``allows`` can ever return False."""

    def instrument(self, text: str) -> str | None:
        """The instrument that a text names, or None."""
        found = self.find(text)
        return None if found < 0 else INSTRUMENTS[found]

    def find_all(self, texts: Sequence[str]) -> list[int]:
        """``find`` for many texts, with a small cache of recent texts.

        The cache makes a repeated text five times cheaper and a new one 10 % more expensive; it
        pauses while texts rarely repeat.
        """
        find = self.find
        if self._pause > 0:
            self._pause -= len(texts)
            return [find(text) for text in texts]
        recent = self._recent
        found = list(map(recent.get, texts))
        missing = [i for i, number in enumerate(found) if number is None]
        for i in missing:
            text = texts[i]
            found[i] = number = find(text)
            if len(text) <= _RECENT_CHARS:
                recent[text] = number
        self._asked += len(texts)
        self._missed += len(missing)
        if len(recent) > _RECENT_TEXTS:
            if self._missed * 4 > self._asked * 3:
                self._pause = _PAUSE_TEXTS
            self._asked = self._missed = 0
            recent.clear()
        return found  # type: ignore[return-value]

    def vote(self, tweet: Tweet) -> str | None:
        """The instrument that a tweet votes for under the settings, or None."""
        return self.instrument(tweet.text) if self.allows(tweet) else None

    def allows(self, tweet: Tweet) -> bool:
        """Whether a tweet may vote: the rules of retweets and of the hashtag."""
        text = tweet.text
        if not self._count_retweets and (tweet.retweet or text.startswith("RT @")):
            return False
        if not self._require_hashtag:
            return True
        return self._hashtag.search(self.fold(text).replace(MARK, "")) is not None

    def _forms(self, aliases: Mapping[str, Sequence[str]]) -> list[Form]:
        """All forms, longest first, then by instrument; at one place in a text the first match
        counts."""
        forms = {}
        for number, name in enumerate(INSTRUMENTS):
            for words in written_forms(name.split("_")):
                forms[words, number] = Form(words, number, True)
        for name, others in aliases.items():
            if name not in INSTRUMENTS:
                raise ValueError(f"aliases for {name!r}, which is no instrument")
            number = INSTRUMENTS.index(name)
            for alias in others:
                plain = self.fold(alias).replace(MARK, "")
                split = [word for word in re.split(r"[\s_-]+", plain) if word]
                if not any(map(str.isalnum, plain)):
                    raise ValueError(f"an alias of {name} needs a letter or a digit: {alias!r}")
                for words in written_forms(split):
                    # An alias spelt like the name also matches with accents, which the name does
                    # not.
                    forms[words, number] = Form(words, number, False)
        return sorted(forms.values(), key=lambda form: (-len(form.letters), form.instrument))

    def _finder(self) -> Callable[[str], int]:
        find_ascii, find_beyond_ascii = self._ascii.find, self._find_beyond_ascii

        def find(text: str) -> int:
            return find_ascii(text.lower()) if text.isascii() else find_beyond_ascii(text)

        return find

    def _find_beyond_ascii(self, text: str) -> int:
        spelled = self._spell(text)
        if spelled is None:
            return self.find_in_scripts(text)
        low, spelling = spelled
        number = self._ascii.find(low)
        if number == NO_VOTE or not spelling.has_accents:
            return number
        # Accents only take matches away: not those of an alias of one word, which ignores them, and
        # not what has none in it and none behind it.
        form, start, end = self._ascii.place(low)
        if form.is_one_word and not form.is_name:
            return number
        if spelling.is_aligned and text[start : end + 1].isascii():
            return number
        return self.find_in_scripts(text)

    def find_in_scripts(self, text: str) -> int:
        """What ``find`` returns, the slow way: with the finders of all scripts."""
        folded = self.fold(text)
        bare = folded.replace(MARK, "")
        number, first = NO_VOTE, len(folded)
        for finder in self._scripts:
            found, start = finder.find(folded, bare)
            if found != NO_VOTE and start < first:
                number, first = found, start
        return number


def _beyond_ascii(text: str) -> str:
    return "".join(char for char in text if not char.isascii())
