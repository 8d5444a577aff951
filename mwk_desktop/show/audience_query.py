"""The answer of a query as the audience may see it: moderation holds for SQL too.

Pure. A query can put any text of the stream anywhere: into a cell, a list, a part of another text,
a column's name (``PIVOT``). So this does not ask where a text comes from, only what it is.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from mwk_desktop.plot_columns import is_number, is_time
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import QueryState
from mwk_desktop.sql_columns import VIEW_COLUMNS
from mwk_desktop.units import INSTRUMENTS
from mwk_desktop.word_list import WordList, folded

UNSHOWN_TEXT: Final = "\u2022\u2022\u2022"
"""Stands for a text that is not let through; its row counts all the same."""

RECOGNIZED_LENGTH: Final = 16
"""From so many characters on, a hidden text is also recognized inside other words and by a part of
it. Shorter ones, such as ``#mwk drum``, are part of what others wrote."""

TEXTS_REMEMBERED: Final = 4_096
"""Decisions that are kept: the stage asks for a few hundred cells in each of its frames."""

_WORD: Final = re.compile(r"\w+")
_PUNCTUATION: Final = re.compile(r"[\s!-/:-@\[-`{-~]*")
_NUMBER_OR_TIME: Final = re.compile(
    r"[-+]?[0-9]+(?:\.[0-9]+)?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?)?"
    r"|[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?"
)
_SEPARATORS: Final = re.compile(r"\s*[\[\](){}<>,;:|=/\"'\n][\s\[\](){}<>,;:|=/\"']*")
_OWN_NAMES: Final = {
    "as",
    "cast",
    "count_star",
    *(word for names in VIEW_COLUMNS.values() for name in names for word in _WORD.findall(name)),
    *INSTRUMENTS,
}


def audience_query(query: QueryState, snapshot: Snapshot) -> QueryState:
    """``query`` without texts that nobody may read on the stage.

    With *approve*, a text stays only if it is an instrument, the name of somebody of whom a message
    was approved, or the text of an approved message. With *open*, all stay but what has the name of
    a blocked user, a text that was hidden or refused, or a word of the list. The query's own text
    is the presenter's.

    The stage keeps an answer when the next query fails, and could not take a text out of it: where
    somebody decides about texts, a failed query has no answer.
    """
    state = snapshot.moderation
    if not state.approve and not state.words and not state.withheld and not snapshot.blocked:
        return query
    if query.error and (state.approve or state.withheld or snapshot.blocked):
        return QueryState(text=query.text)
    # A column without a type is a text, too.
    harmless = {
        place
        for place, kind in enumerate(query.types)
        if is_number(kind) or is_time(kind) or kind.upper() == "BOOLEAN"
    }
    approved = _approved(snapshot) if state.approve else None
    blocked, withheld, words = tuple(snapshot.blocked), state.withheld, state.word_list

    def allowed(text: str) -> bool:
        if approved is not None:
            return text in approved
        return _is_open(text, blocked, withheld, words)

    own = {word.casefold() for word in _WORD.findall(query.text)} | _OWN_NAMES
    return replace(
        query,
        columns=tuple(
            name if _is_written(name, own) or allowed(name) else UNSHOWN_TEXT
            for name in query.columns
        ),
        rows=tuple(
            tuple(
                text if text is None or place in harmless or allowed(text) else UNSHOWN_TEXT
                for place, text in enumerate(row)
            )
            for row in query.rows
        ),
    )


def _approved(snapshot: Snapshot) -> Set[str]:
    found = {*INSTRUMENTS, *(snapshot.moderation.names or ())}
    for item in snapshot.feed:
        found |= {item.screen_name, item.name, item.text}
    return found


@dataclass(frozen=True, slots=True)
class _Comparable:
    """A text without case, accents and repeated spaces; ``parts`` has ``|`` around each value of a
    list, a map or a joined text."""

    plain: str
    parts: str


def _comparable(text: str) -> _Comparable:
    known = folded(text)
    parts = " ".join(_SEPARATORS.sub("|", known).split()).strip("| ")
    return _Comparable(" ".join(known.split()), f"|{parts}|")


@lru_cache(maxsize=TEXTS_REMEMBERED)
def _is_open(
    text: str, blocked: tuple[str, ...], withheld: frozenset[str], words: WordList
) -> bool:
    """Whether *open* lets a text through."""
    if text in INSTRUMENTS:
        return True
    if words.forbids(text) or _names(blocked).forbids(text):
        return False
    found = _comparable(text)
    # A long value ends in an ellipsis.
    cut = found.plain.rstrip("\u2026. ")
    return not any(
        gone.parts in found.parts
        or (len(gone.plain) >= RECOGNIZED_LENGTH and gone.plain in found.plain)
        or (len(cut) >= RECOGNIZED_LENGTH and cut in gone.plain)
        for gone in _withheld(withheld)
    )


@lru_cache(maxsize=4)
def _names(blocked: tuple[str, ...]) -> WordList:
    return WordList(blocked)


@lru_cache(maxsize=4)
def _withheld(texts: frozenset[str]) -> tuple[_Comparable, ...]:
    return tuple(one for one in map(_comparable, texts) if one.plain)


def _is_written(name: str, own: Set[str]) -> bool:
    """Whether a column's name consists of words of the query and of the views alone, or is a number
    or a time, as ``PIVOT`` makes them."""
    if _NUMBER_OR_TIME.fullmatch(name):
        return True
    # The second column of a name has a number behind it: count, count_1.
    words = [re.sub(r"_\d+$", "", word.casefold()) for word in _WORD.findall(name)]
    rest = _PUNCTUATION.fullmatch(_WORD.sub("", name))
    return bool(words) and all(word in own for word in words) and rest is not None
