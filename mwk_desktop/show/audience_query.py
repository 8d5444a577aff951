"""The answer of a query as the audience may see it: moderation holds for SQL too.

Pure. A query can put any text of the stream anywhere: into a cell, a list, a part of another text,
a column's name (``PIVOT``). So this does not ask where a text comes from, only what it is.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import replace
from functools import lru_cache
from typing import Final

from mwk_desktop.plot_columns import is_number, is_time
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import QueryState
from mwk_desktop.sql_columns import VIEW_COLUMNS
from mwk_desktop.units import INSTRUMENTS
from mwk_desktop.word_list import WordList

UNSHOWN_TEXT: Final = "\u2022\u2022\u2022"
"""Stands for a text that is not let through; its row counts all the same."""

_WORD: Final = re.compile(r"\w+")
_PUNCTUATION: Final = re.compile(r"[\s!-/:-@\[-`{-~]*")
_OWN_NAMES: Final = {
    "count_star",
    *(word for names in VIEW_COLUMNS.values() for name in names for word in _WORD.findall(name)),
    *INSTRUMENTS,
}


def audience_query(query: QueryState, snapshot: Snapshot) -> QueryState:
    """``query`` without texts that nobody may read on the stage.

    With *approve*, a text stays only if it is an instrument, the name of somebody of whom a message
    was approved, or the text of an approved message. With *open*, all stay but the names of blocked
    users, what was hidden or refused, and what holds a word of the list. The query's own text is
    the presenter's.
    """
    state = snapshot.moderation
    if not state.approve and not state.words and not state.withheld and not snapshot.blocked:
        return query
    texts = [
        place
        for place, kind in enumerate(query.types)
        if not (is_number(kind) or is_time(kind) or kind.upper() == "BOOLEAN")
    ]
    approved = _approved(snapshot) if state.approve else None
    blocked = frozenset(snapshot.blocked)

    def allowed(text: str) -> bool:
        if approved is not None:
            return text in approved
        return not (text in blocked or text in state.withheld or _forbids(state.word_list, text))

    def shown(row: tuple[str | None, ...]) -> tuple[str | None, ...]:
        cells = list(row)
        for place in texts:
            text = cells[place]
            if text is not None and not allowed(text):
                cells[place] = UNSHOWN_TEXT
        return tuple(cells)

    own = {word.casefold() for word in _WORD.findall(query.text)} | _OWN_NAMES
    return replace(
        query,
        columns=tuple(
            name if _is_written(name, own) or allowed(name) else UNSHOWN_TEXT
            for name in query.columns
        ),
        rows=tuple(map(shown, query.rows)),
    )


@lru_cache(maxsize=2_000)
def _forbids(words: WordList, text: str) -> bool:
    """Kept, because the stage asks for the same answer with every frame, and a list is long."""
    return words.forbids(text)


def _approved(snapshot: Snapshot) -> Set[str]:
    found = {*INSTRUMENTS, *(snapshot.moderation.names or ())}
    for item in snapshot.feed:
        found |= {item.screen_name, item.name, item.text}
    return found


def _is_written(name: str, own: Set[str]) -> bool:
    """Whether a column's name consists of words of the query and of the views alone."""
    words = [word.casefold() for word in _WORD.findall(name)]
    rest = _WORD.sub("", name)
    return all(word in own or word.isdecimal() for word in words) and bool(
        _PUNCTUATION.fullmatch(rest)
    )
