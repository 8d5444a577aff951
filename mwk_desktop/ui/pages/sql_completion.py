"""Completion of a query: the views, their columns and the usual words of SQL (no Qt here)."""

from __future__ import annotations

import re
from typing import Final

from mwk_desktop.sql_columns import VIEW_COLUMNS

WORDS: Final = (
    "SELECT",
    "FROM",
    "WHERE",
    "GROUP BY",
    "ORDER BY",
    "HAVING",
    "LIMIT",
    "DISTINCT",
    "COUNT(*)",
    "DESC",
    "AND",
    "OR",
    "NOT",
    "LIKE",
    "ILIKE",
    "IN",
    "IS NULL",
    "JOIN",
    "USING",
    "BETWEEN",
    "INTERVAL",
    "date_trunc",
)

MOST: Final = 8
_WORD_BEFORE: Final = re.compile(r"(?:(\w+)\.)?(\w*)$")


def word_at(text: str, cursor: int) -> int:
    """Where the word begins that ends at the cursor."""
    found = _WORD_BEFORE.search(text[:cursor])
    assert found is not None
    return found.start(2)


def completions(text: str, cursor: int) -> list[str]:
    """Completions of the word before the cursor, the likeliest first; empty: none."""
    found = _WORD_BEFORE.search(text[:cursor])
    assert found is not None
    view, begun = found.group(1), found.group(2)
    if _in_text(text[:cursor]) or (cursor < len(text) and text[cursor].isalnum()):
        return []
    if view is not None:
        offered = VIEW_COLUMNS.get(view.lower(), ())
    elif not begun:
        return []
    else:
        mentioned = [name for name in VIEW_COLUMNS if re.search(rf"\b{name}\b", text, re.I)]
        columns = [column for name in mentioned or VIEW_COLUMNS for column in VIEW_COLUMNS[name]]
        others = [column for name in VIEW_COLUMNS for column in VIEW_COLUMNS[name]]
        tables = _after_from(text[: found.start()])
        named = [*VIEW_COLUMNS, *columns, *others] if tables else [*columns, *VIEW_COLUMNS, *others]
        offered = tuple(dict.fromkeys([*named, *WORDS]))
    low = begun.lower()
    return [one for one in offered if _continues(one.strip('"').lower(), low)][:MOST]


def _continues(word: str, begun: str) -> bool:
    return word.startswith(begun) and word != begun


def _after_from(before: str) -> bool:
    """Whether a view is expected here."""
    return re.search(r"\b(from|join)\s+$", before, re.I) is not None


def _in_text(before: str) -> bool:
    """Whether the cursor is inside quotes or a comment."""
    line = before.rsplit("\n", 1)[-1]
    return before.count("'") % 2 == 1 or "--" in line
