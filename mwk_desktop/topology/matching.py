"""Which instrument a text names.

The rule. The text is normalised (NFKC), case-folded, and characters without width are removed. An
instrument matches if its words occur in order, separated by any run (or none) of white space, ``_``
or ``-``, with no letter or digit directly before or after; the last word may have a plural ending.
Aliases match in the same way, with accents folded. The Turkish letters ``İ`` and ``ı`` count as i.
Of several matches the first in the text counts; of two at the same place, the longest.

How. All matching uses a *folded* text: fully decomposed (NFKD), case-folded, without zero-width
characters, and with every accent (combining mark) replaced by one common mark. A letter and its
accents belong together, so "drum" with an accent anywhere is another word, however it was typed:
names match only letters without a mark, aliases ignore marks. Folding works character by character,
so only characters beyond ASCII cost time, and an ASCII text is folded by ``lower()``.

Most texts of a flood are ASCII. For them one regular expression finds and verifies all one-word
names at once. It is anchored at a rare letter inside each word (``p`` of pad and nappe, ``y`` of
synth), with the start of the word in a look-behind, because a search skips a letter that starts no
alternative five times faster than one that does. Names of several words are searched only in texts
that contain their common part ("bass").
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mwk_desktop.records.record_types import Tweet
from mwk_desktop.topology.text_folding import MARK, TextFolder
from mwk_desktop.units import INSTRUMENTS

NO_VOTE: Final = -1

# At most two megabytes; in a flood its benefit is checked about once a second.
_RECENT_TEXTS: Final = 4096
_RECENT_CHARS: Final = 280
_PAUSE_TEXTS: Final = 100_000

_SEPARATORS: Final = r"[\s_-]*"
_NOT_AFTER_LETTER: Final = r"(?<![^\W_]{})"
_NOT_BEFORE_LETTER: Final = r"(?![^\W_])"

# Letter frequencies per thousand in English and French text: how often a search stops at an anchor.
_OFTEN: Final = dict(
    zip(
        "abcdefghijklmnopqrstuvwxyz",
        (
            79,
            12,
            29,
            40,
            130,
            18,
            15,
            40,
            70,
            4,
            4,
            45,
            27,
            69,
            63,
            25,
            7,
            62,
            69,
            80,
            42,
            12,
            11,
            3,
            12,
            2,
        ),
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class _Form:
    """One way to write an instrument: its words (the last one singular or plural)."""

    words: tuple[str, ...]
    instrument: int
    is_name: bool

    @property
    def letters(self) -> str:
        return "".join(self.words)

    @property
    def is_one_word(self) -> bool:
        return len(self.words) == 1 and self.words[0].isalnum()


def plurals(word: str) -> tuple[str, ...]:
    """A folded word and its plural: basses, melodies, nappes, tableaux."""
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return (word, word + "es")
    if len(word) > 1 and word.endswith("y") and word[-2] not in "aeiou":
        return (word, word[:-1] + "ies")
    if word.endswith(("au", "eu")):
        return (word, word + "x", word + "s")
    return (word, word + "s")


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
        tag = re.escape(self.fold(hashtag.removeprefix("#")).replace(MARK, ""))
        self._hashtag = re.compile(rf"(?<!\w)#{tag}(?!\w)")
        self._require_hashtag = require_hashtag
        self._count_retweets = count_retweets
        self._wide = _from_starts(forms)
        self._marked = _with_marks(forms)
        self.find: Callable[[str], int] = self._finder(forms)
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

    def _forms(self, aliases: Mapping[str, Sequence[str]]) -> list[_Form]:
        """All forms, longest first, then by instrument; at one place in a text the first match
        counts."""
        forms = {}
        for number, name in enumerate(INSTRUMENTS):
            for words in _with_plural(name.split("_")):
                forms[words, number] = _Form(words, number, True)
        for name, others in aliases.items():
            if name not in INSTRUMENTS:
                raise ValueError(f"aliases for {name!r}, which is no instrument")
            number = INSTRUMENTS.index(name)
            for alias in others:
                plain = self.fold(alias).replace(MARK, "")
                split = [word for word in re.split(r"[\s_-]+", plain) if word]
                if not any(map(str.isalnum, plain)):
                    raise ValueError(f"an alias of {name} needs a letter or a digit: {alias!r}")
                for words in _with_plural(split):
                    # An alias spelt like the name also matches with accents, which the name does
                    # not.
                    forms[words, number] = _Form(words, number, False)
        return sorted(forms.values(), key=lambda form: (-len(form.letters), form.instrument))

    def _finder(self, forms: list[_Form]) -> Callable[[str], int]:
        plain = [form for form in forms if form.letters.isascii()]
        others = {form.letters for form in plain if not form.is_one_word}
        ones = [form for form in plain if form.is_one_word and form.letters not in others]
        several = [form for form in plain if form.letters in others]
        first_guard, *more_guards = _guards(several)
        one_word, of_one = _anchored(ones)
        several_words, of_several = _from_starts(several)
        search_one, search_several = one_word.search, several_words.search
        beyond = self._find_beyond_ascii

        def find(text: str) -> int:
            if not text.isascii():
                return beyond(text)
            low = text.lower()
            if first_guard in low or (more_guards and any(map(low.__contains__, more_guards))):
                found = search_several(low)
                if found is not None:
                    # A one-word name counts only if it comes earlier; at the same place it is
                    # shorter.
                    first = search_one(low, 0, found.start())
                    if first is None:
                        return of_several[found.lastindex or 0]
                    return of_one[first.lastindex or 0]
            found = search_one(low)
            return NO_VOTE if found is None else of_one[found.lastindex or 0]

        return find

    def _find_beyond_ascii(self, text: str) -> int:
        folded = self.fold(text)
        wide, of_wide = self._wide
        bare = folded.replace(MARK, "")
        found = wide.search(bare)
        if found is None:
            # Without the marks there are more matches, never fewer.
            return NO_VOTE
        if len(bare) == len(folded):
            return of_wide[found.lastindex or 0]
        marked, of_marked = self._marked
        position = 0
        while (found := marked.search(folded, position)) is not None:
            start = found.start()
            before = folded[:start].rstrip(MARK)
            if len(before) == start or not before[-1:].isalnum():
                return of_marked[found.lastindex or 0]
            position = start + 1
        return NO_VOTE


def _with_plural(words: Sequence[str]) -> Iterable[tuple[str, ...]]:
    return ((*words[:-1], last) for last in plurals(words[-1]))


def _from_starts(forms: list[_Form]) -> tuple[re.Pattern[str], list[int]]:
    """All forms in one expression, tried wherever a word can start.

    An empty group at the end of each form tells which one matched. Alternatives begin with plain
    letters and the look-behind follows them; only then does the search skip other letters quickly.
    """
    by_head: dict[str, list[_Form]] = {}
    short = {form.words[0] for form in forms if len(form.words[0]) == 1}
    for form in forms:
        head = form.words[0][:2]
        by_head.setdefault(head[0] if head[0] in short else head, []).append(form)
    numbers = [NO_VOTE]
    branches = []
    for plain, group in by_head.items():
        head = re.escape(plain)
        tails = []
        for form in group:
            numbers.append(form.instrument)
            body = _SEPARATORS.join(map(re.escape, form.words))
            tails.append(f"{body[len(head) :]}{_NOT_BEFORE_LETTER}()")
        branches.append(f"{head}{_NOT_AFTER_LETTER.format(head)}(?:{'|'.join(tails)})")
    return re.compile("|".join(branches)), numbers


def _with_marks(forms: list[_Form]) -> tuple[re.Pattern[str], list[int]]:
    """Like ``_from_starts`` for texts with accents: aliases ignore them, names do not."""
    numbers = [NO_VOTE]
    branches = []
    for form in forms:
        numbers.append(form.instrument)
        marks = "" if form.is_name else f"{MARK}*"
        words = ("".join(re.escape(c) + marks for c in word) for word in form.words)
        branches.append(f"{_SEPARATORS.join(words)}(?![^\\W_]|{MARK})()")
    return re.compile(f"(?<![^\\W_])(?:{'|'.join(branches)})"), numbers


def _anchored(forms: list[_Form]) -> tuple[re.Pattern[str], list[int]]:
    """One-word forms in one expression, each anchored at its rarest suitable letter.

    Whole words never overlap, so the first anchor found is also the first word in the text.
    """
    anchors = _anchors([form.letters for form in forms])
    tree: dict[str, dict[str, list[tuple[str, int]]]] = {}
    for form in forms:
        word = form.letters
        at = min(word.index(c) for c in anchors if c in word)
        heads = tree.setdefault(word[at], {})
        heads.setdefault(word[: at + 1], []).append((word[at + 1 :], form.instrument))
    numbers = [NO_VOTE]
    branches = []
    for anchor, heads in tree.items():
        nested = []
        for head, tails in heads.items():
            common = _common_beginning([tail for tail, _ in tails])
            known = head + common
            ends = []
            for tail, number in tails:
                numbers.append(number)
                ends.append(f"{tail[len(common) :]}{_NOT_BEFORE_LETTER}()")
            behind = f"(?<={known})" if len(head) > 1 else ""
            bounds = behind + _NOT_AFTER_LETTER.format(known)
            nested.append(f"{common}{bounds}(?:{'|'.join(ends)})")
        branches.append(f"{anchor}(?:{'|'.join(nested)})")
    return re.compile("|".join(branches) or r"(?!)"), numbers


def _common_beginning(words: list[str]) -> str:
    """The longest common prefix: that of the first and the last word in sorted order."""
    first, last = min(words), max(words)
    return first[: next((i for i, c in enumerate(first) if c != last[i]), len(first))]


def _anchors(words: list[str]) -> list[str]:
    """A cheap set of letters such that each word contains one (greedy weighted set cover)."""
    left = set(words)
    chosen = []
    while left:
        letters = sorted({c for word in left for c in word})
        best = min(letters, key=lambda c: (_OFTEN.get(c, 10) / sum(c in w for w in left), c))
        chosen.append(best)
        left = {word for word in left if best not in word}
    return chosen


def _guards(forms: list[_Form]) -> list[str]:
    """A few short strings such that each form contains one of them inside a word."""
    left = [form.words for form in forms]
    chosen = []
    while left:
        parts = {
            word[i : i + size]
            for words in left
            for word in words
            for size in (4, len(word))
            for i in range(max(1, len(word) - size + 1))
        }
        best = min(parts, key=lambda p: (-sum(any(p in w for w in ws) for ws in left), -len(p), p))
        chosen.append(best)
        left = [words for words in left if not any(best in word for word in words)]
    return chosen
