"""The SQL page's query and its answer, in a shape that a room can read (no Qt here)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, Final

from mwk_desktop.plot_columns import measure_columns, plot_columns
from mwk_desktop.show.workers_state import QueryState
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.query_plot import PlottedColumns, axis, figure, number_of, time_plot
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.units import INSTRUMENTS

QUERY_LINES: Final = 4
LINE_LETTERS: Final = 58
"""As many letters fit a line of the stage in its narrowest form."""
BARS, COLUMNS, SERIES, POINTS = 8, 60, 3, 240
LINES, LINE_LABEL_SHARE = 5, 0.17
TABLE_ROWS, TABLE_COLUMNS = 6, 3
_BREAK_BEFORE = re.compile(
    r"\s+(?=(?:FROM|WHERE|GROUP\s+BY|HAVING|ORDER\s+BY|LIMIT)\b)", re.IGNORECASE
)
_WORDS = re.compile(r"'(?:[^']|'')*'|\"[^\"]*\"|\w+|\s+|[^\w\s]")
_KEY_WORD = re.compile(
    "select|from|where|group|by|having|order|limit|as|and|or|not|is|null|in|like|between|case|when"
    "|then|else|end|distinct|join|left|right|inner|outer|on|using|union|all|with|asc|desc|over"
    "|partition|interval|filter|exists|any|count|sum|avg|min|max",
    re.IGNORECASE,
)

QUERY_DEFAULTS: dict[str, Any] = {
    "queryLines": [],
    "queryKind": "",
    "queryRows": [],
    "queryMore": 0,
    "querySeries": [],
    "queryTicks": [],
    "queryHeads": [],
    "queryTweets": "",
    "queryLive": False,
}
"""``queryLines``: lists of (text, whether a key word); ``queryKind``: bars, columns, lines or
table; ``queryMore``: rows that are left out."""


def query_lines(text: str) -> list[list[dict[str, Any]]]:
    """A query as at most four lines of words; an ellipsis ends what was cut."""
    plain = clean(" ".join(re.sub(r"--[^\n]*", " ", text).split()), 600).rstrip("; ")
    lines: list[str] = []
    for part in _BREAK_BEFORE.split(plain):
        if lines and len(lines[-1]) + len(part) < LINE_LETTERS and len(lines) >= QUERY_LINES:
            lines[-1] = f"{lines[-1]} {part}"
        else:
            lines += _wrapped(part)
    lines = _joined(lines)
    if len(lines) > QUERY_LINES:
        lines = [*lines[: QUERY_LINES - 1], lines[QUERY_LINES - 1][: LINE_LETTERS - 2] + " \u2026"]
    return [_words(line) for line in lines]


def _joined(lines: list[str]) -> list[str]:
    """Put short clauses together while there are too many lines."""
    while len(lines) > QUERY_LINES:
        pairs = [
            (len(lines[i]) + len(lines[i + 1]), i)
            for i in range(len(lines) - 1)
            if len(lines[i]) + len(lines[i + 1]) + 1 <= LINE_LETTERS
        ]
        if not pairs:
            break
        _, at = min(pairs)
        lines = [*lines[:at], f"{lines[at]} {lines[at + 1]}", *lines[at + 2 :]]
    return lines


def _wrapped(part: str) -> list[str]:
    lines = [""]
    for word in part.split(" "):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > LINE_LETTERS:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _words(line: str) -> list[dict[str, Any]]:
    """The words of a line; neighbours of one kind are one piece."""
    pieces: list[dict[str, Any]] = []
    for word in _WORDS.findall(line):
        is_key = _KEY_WORD.fullmatch(word) is not None
        if pieces and (pieces[-1]["key"] == is_key or word.isspace()):
            pieces[-1]["text"] += word
        else:
            pieces.append({"text": word, "key": is_key})
    return pieces


def query_properties(query: QueryState | None, language: str, kind: str = "") -> dict[str, Any]:
    """What the stage shows of an answer; empty where there is none yet.

    ``kind``: what is shown so far; it stays where the query has gone wrong.
    """
    if query is not None and kind and query.error:
        return {"queryLive": False}
    if query is None or not query.columns:
        return dict(QUERY_DEFAULTS)
    lines = query_lines(query.text)
    shared = {
        **QUERY_DEFAULTS,
        "queryLines": lines,
        "queryTweets": count(query.as_of_tweets, language),
        "queryLive": query.continuous and not query.error,
    }
    return shared | _chart(query)


def _chart(query: QueryState) -> dict[str, Any]:
    found, rows = plot_columns(query.columns, query.types), query.rows
    if found.has_lines:
        moments = {row[found.time] for row in rows}
        if found.each >= 0 and 1 < len(moments) < len(rows):
            return _lines(query, PlottedColumns(found.time, found.number, found.each))
        ups = [up for up in measure_columns(query.columns, query.types) if up != found.time]
        if len(rows) > BARS and len(ups) == 1 and len(rows) <= COLUMNS:
            return _columns(query, found.time, found.number)
        if len(rows) > BARS:
            return _measures(query, found.time, ups[:SERIES])
        return _table(query)
    if found.has_bars and rows:
        return _bars(query, found.label, found.number)
    return _table(query)


def _bars(query: QueryState, label: int, number: int) -> dict[str, Any]:
    values = [_value(row[number]) for row in query.rows[:BARS]]
    most = max([*values, 0.0]) or 1.0
    rows = []
    for row, value in zip(query.rows[:BARS], values, strict=True):
        text = clean(row[label] or "NULL", 60)
        hue = text if text in INSTRUMENTS else ""
        shown = figure((value, row[number] or ""))
        rows.append(
            {"label": text, "instrument": hue, "value": shown, "share": max(0.0, value / most)}
        )
    more = max(query.row_count, len(query.rows)) - len(rows)
    return {"queryKind": "bars", "queryRows": rows, "queryMore": more}


def _columns(query: QueryState, across: int, up: int) -> dict[str, Any]:
    rows = sorted(query.rows, key=lambda row: _place(row[across]))[-COLUMNS:]
    values = [_value(row[up]) for row in rows]
    step, steps = axis(max([*values, 0.0]))
    most = step * steps
    drawn = [
        {
            "label": _short(row[across]),
            "instrument": "",
            "value": figure((value, row[up] or "")),
            "share": max(0.0, value / most),
        }
        for row, value in zip(rows, values, strict=True)
    ]
    ticks = [
        {"text": figure((step * n, f"{step * n:g}")), "share": n / steps} for n in range(steps + 1)
    ]
    return {"queryKind": "columns", "queryRows": drawn, "queryTicks": ticks}


def _lines(query: QueryState, columns: PlottedColumns) -> dict[str, Any]:
    """A line for each value of a column: those with the most at the end."""
    plot = time_plot(query, columns, most_lines=LINES, label_share=LINE_LABEL_SHARE)
    return _line_facts(plot["series"], plot["xTicks"], plot["yTicks"])


def _measures(query: QueryState, across: int, ups: list[int]) -> dict[str, Any]:
    """A line for each of a few numbers, on one axis."""
    rows = tuple(
        (row[across], query.columns[up], row[up]) for row in query.rows[-POINTS:] for up in ups
    )
    long = replace(query, columns=("moment", "name", "value"), rows=rows)
    return _lines(long, PlottedColumns(0, 2, 1))


def _line_facts(
    series: list[dict[str, Any]], moments: list[dict[str, Any]], ticks: list[dict[str, Any]]
) -> dict[str, Any]:
    return {
        "queryKind": "lines",
        "querySeries": series,
        "queryRows": [{"label": tick["text"], "at": tick["at"]} for tick in moments],
        "queryTicks": [{"text": tick["text"], "share": tick["at"]} for tick in ticks],
    }


def _table(query: QueryState) -> dict[str, Any]:
    rows = [
        {"cells": ["NULL" if cell is None else clean(cell, 40) for cell in row[:TABLE_COLUMNS]]}
        for row in query.rows[:TABLE_ROWS]
    ]
    heads = [clean(name, 40) for name in query.columns[:TABLE_COLUMNS]]
    more = max(query.row_count, len(query.rows)) - len(rows)
    return {"queryKind": "table", "queryHeads": heads, "queryRows": rows, "queryMore": more}


def _short(text: str | None) -> str:
    """A time of day where there is one, else the text."""
    found = re.search(r"\b(\d{1,2}:\d{2})", text or "")
    return found[1] if found else clean(text or "", 8)


def _place(text: str | None) -> tuple[float, str]:
    try:
        return float(text or ""), ""
    except ValueError:
        return 0.0, text or ""


def _value(text: str | None) -> float:
    return number_of(text) or 0.0
