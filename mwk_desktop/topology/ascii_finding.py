"""Finds names and aliases of ASCII letters in ASCII texts: those of nearly every vote. Pure.

One regular expression finds and verifies all one-word names at once. It is anchored at a rare
letter inside each word (``p`` of pad and nappe, ``y`` of synth), with the start of the word in a
look-behind, because a search skips a letter that starts no alternative five times faster than one
that does. Names of several words are searched only in texts that contain their common part
("bass").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from mwk_desktop.topology.form_patterns import (
    NO_FORM,
    NO_VOTE,
    Form,
    anchored,
    from_starts,
    guards,
    one_of,
)


@lru_cache(maxsize=8)
def _patterns(
    forms: tuple[Form, ...],
) -> tuple[
    Callable[[str], re.Match[str] | None],
    tuple[re.Pattern[str], list[Form]],
    tuple[re.Pattern[str], list[Form]],
]:
    """What finds the guards of names of several words, names of one word, and those of several.

    Kept, because each partition of the service has a matcher of its own.
    """
    others = {form.letters for form in forms if not form.is_one_word}
    ones = [form for form in forms if form.is_one_word and form.letters not in others]
    several = [form for form in forms if form.letters in others]
    return one_of(guards(several)).search, anchored(ones), from_starts(several)


class AsciiFinder:
    """Finds the first of some forms in a folded text.

    Parameters
    ----------
    forms : list of Form
        Of ASCII letters only.

    Attributes
    ----------
    find : callable
        The instrument that a text names first, or ``NO_VOTE``.
    """

    def __init__(self, forms: list[Form]) -> None:
        guarded, (one_word, ones), (several_words, several) = _patterns(tuple(forms))
        search_one, search_several = one_word.search, several_words.search
        of_one, of_several = ([form.instrument for form in each] for each in (ones, several))
        self._guarded, self._one_word, self._several_words = guarded, one_word, several_words
        self._ones, self._several = ones, several

        def find(low: str) -> int:
            if guarded(low) is not None:
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

        self.find: Callable[[str], int] = find

    def place(self, low: str) -> tuple[Form, int, int]:
        """The form that ``find`` finds, and where it begins and ends."""
        several = self._several_words.search(low) if self._guarded(low) else None
        end = len(low) if several is None else several.start()
        one = self._one_word.search(low, 0, end)
        found, forms = (several, self._several) if one is None else (one, self._ones)
        if found is None:
            return NO_FORM, 0, 0
        start, end = found.span()
        # The expression of one-word names begins inside the word.
        while start > 0 and low[start - 1].isalnum():
            start -= 1
        return forms[found.lastindex or 0], start, end
