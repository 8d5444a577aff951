"""Regular expressions that find the forms of the instruments' names and aliases. Pure.

:mod:`~mwk_desktop.topology.matching` says which is used for which text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from mwk_desktop.topology.text_folding import MARK
from mwk_desktop.topology.word_forms import LETTER, letters_beside, letters_of

NO_VOTE: Final = -1

_SEPARATORS: Final = r"[\s_-]*"
_NOT_AFTER_LETTER: Final = r"(?<![^\W_]{})"
_NOT_BEFORE_LETTER: Final = r"(?![^\W_])"

_OFTEN: Final = {
    letter: per_thousand
    for letters, per_thousand in (
        ("e", 130), ("t", 80), ("a", 79), ("i", 70), ("ns", 69), ("o", 63), ("r", 62), ("l", 45),
        ("u", 42), ("dh", 40), ("c", 29), ("m", 27), ("p", 25), ("f", 18), ("g", 15), ("bvy", 12),
        ("w", 11), ("q", 7), ("jk", 4), ("x", 3), ("z", 2),
    )
    for letter in letters
}  # fmt: skip
"""Letters per thousand in English and French text: how often a search stops at an anchor."""


@dataclass(frozen=True, slots=True)
class Form:
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


NO_FORM: Final = Form((), NO_VOTE, True)


class ScriptFinder:
    """Finds the forms that are written in one script, in folded texts.

    Its expressions are compiled when the first such text comes: a start need not wait for scripts
    that nobody writes.
    """

    def __init__(self, forms: list[Form], script: str) -> None:
        self._may_match = None
        if script != LETTER:
            letters = map(re.escape, rare_letters([form.letters for form in forms]))
            self._may_match = re.compile(f"[{''.join(letters)}]").search
        self._forms = forms

    @cached_property
    def _wide(self) -> tuple[re.Pattern[str], list[Form]]:
        return from_starts(self._forms)

    @cached_property
    def _marked(self) -> tuple[re.Pattern[str], list[int]]:
        return _with_marks(self._forms)

    def find(self, folded: str, bare: str) -> tuple[int, int]:
        """The instrument that a text names first, and where; ``NO_VOTE`` and 0 if none.

        ``bare`` is the folded text without its accents.
        """
        if self._may_match is not None and self._may_match(bare) is None:
            return NO_VOTE, 0
        wide, of_wide = self._wide
        found = wide.search(bare)
        if found is None:
            # Without the marks there are more matches, never fewer.
            return NO_VOTE, 0
        if len(bare) == len(folded):
            return of_wide[found.lastindex or 0].instrument, found.start()
        marked, of_marked = self._marked
        position = 0
        while (found := marked.search(folded, position)) is not None:
            start = found.start()
            before = folded[:start].rstrip(MARK)
            if len(before) == start or not before[-1:].isalnum():
                return of_marked[found.lastindex or 0], start
            position = start + 1
        return NO_VOTE, 0


def script_finders(forms: list[Form]) -> list[ScriptFinder]:
    """One finder for each script that the forms are written in."""
    by_script: dict[str, list[Form]] = {}
    for form in forms:
        by_script.setdefault(letters_of(form.words[0][0]), []).append(form)
    return [ScriptFinder(group, script) for script, group in by_script.items()]


def from_starts(forms: list[Form]) -> tuple[re.Pattern[str], list[Form]]:
    """All forms in one expression, tried wherever a word can start; and the forms by their groups.

    An empty group at the end of each form tells which one matched. Alternatives begin with plain
    letters and the look-behind follows them; only then does the search skip other letters quickly.
    """
    by_head: dict[str, list[Form]] = {}
    short = {form.words[0] for form in forms if len(form.words[0]) == 1}
    for form in forms:
        head = form.words[0][:2]
        by_head.setdefault(head[0] if head[0] in short else head, []).append(form)
    found = [NO_FORM]
    branches = []
    for plain, group in by_head.items():
        head = re.escape(plain)
        tails = []
        for form in group:
            found.append(form)
            body = _SEPARATORS.join(map(re.escape, form.words))
            tails.append(f"{body[len(head) :]}(?!{letters_beside(form.words[-1][-1])})()")
        before = f"(?<!{letters_beside(plain[0])}{head})"
        branches.append(f"{head}{before}(?:{'|'.join(tails)})")
    return re.compile("|".join(branches)), found


def _with_marks(forms: list[Form]) -> tuple[re.Pattern[str], list[int]]:
    """Like ``from_starts`` for texts with accents: aliases ignore them, names do not.

    Forms of one script; those that begin with the same letter share a branch.
    """
    numbers = [NO_VOTE]
    by_letter: dict[str, list[Form]] = {}
    for form in forms:
        by_letter.setdefault(form.words[0][0], []).append(form)
    groups = []
    for letter, group in by_letter.items():
        branches = []
        for form in group:
            numbers.append(form.instrument)
            marks = "" if form.is_name else f"{MARK}*"
            words = ["".join(re.escape(c) + marks for c in word) for word in form.words]
            body = _SEPARATORS.join(words).removeprefix(re.escape(letter))
            after = letters_beside(form.words[-1][-1])
            branches.append(f"{body}(?!{after}|{MARK})()")
        before = f"(?<!{letters_beside(letter)}{re.escape(letter)})"
        groups.append(f"{re.escape(letter)}{before}(?:{'|'.join(branches)})")
    return re.compile("|".join(groups)), numbers


def anchored(forms: list[Form]) -> tuple[re.Pattern[str], list[Form]]:
    """One-word forms in one expression, each anchored at its rarest suitable letter; and the forms
    by their groups.

    Whole words never overlap, so the first anchor found is also the first word in the text.
    """
    anchors = rare_letters([form.letters for form in forms])
    # By anchor, then by what stands before it and the letter after it: a branch that begins with a
    # letter is skipped at once where another one follows.
    tree: dict[str, dict[tuple[str, str], list[tuple[str, Form]]]] = {}
    for form in forms:
        word = form.letters
        at = min(word.index(c) for c in anchors if c in word)
        heads = tree.setdefault(word[at], {})
        head, tail = word[: at + 1], word[at + 1 :]
        heads.setdefault((head, tail[:1]), []).append((tail, form))
    found = [NO_FORM]
    branches = []
    for anchor, heads in tree.items():
        nested = []
        for (head, _), tails in heads.items():
            common = _common_beginning([tail for tail, _ in tails])
            known = head + common
            ends = []
            for tail, form in tails:
                found.append(form)
                ends.append(f"{tail[len(common) :]}{_NOT_BEFORE_LETTER}()")
            behind = f"(?<={known})" if len(head) > 1 else ""
            bounds = behind + _NOT_AFTER_LETTER.format(known)
            nested.append(f"{common}{bounds}(?:{'|'.join(ends)})")
        branches.append(f"{anchor}(?:{'|'.join(nested)})")
    return re.compile("|".join(branches) or r"(?!)"), found


def one_of(parts: list[str]) -> re.Pattern[str]:
    """Any of some strings; what they begin with comes first, for the search skips to it."""
    common = _common_beginning(parts)
    tails = "|".join(re.escape(part[len(common) :]) for part in parts)
    return re.compile(f"{re.escape(common)}(?:{tails})")


def _common_beginning(words: list[str]) -> str:
    """The longest common prefix: that of the first and the last word in sorted order."""
    first, last = min(words), max(words)
    return first[: next((i for i, c in enumerate(first) if c != last[i]), len(first))]


def rare_letters(words: list[str]) -> list[str]:
    """A cheap set of letters such that each word contains one (greedy weighted set cover)."""
    left = set(words)
    chosen = []
    while left:
        letters = sorted({c for word in left for c in word})
        best = min(letters, key=lambda c: (_OFTEN.get(c, 10) / sum(c in w for w in left), c))
        chosen.append(best)
        left = {word for word in left if best not in word}
    return chosen


def guards(forms: list[Form]) -> list[str]:
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
