"""The SQL page's view-model (GUI thread only, never blocks)."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase

from mwk_desktop.messages import plural_message
from mwk_desktop.show.commands import RunQuery, StopQuery, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import QueryState, ReadyQuery
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.pages.rows_model import RowsModel
from mwk_desktop.ui.pages.sql_completion import completions, word_at
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class

CELL = 200
"""Characters of a cell; longer text is elided."""

HISTORY = 30

_QueryProperties = view_model_class(
    "QueryProperties",
    {
        "text": "",
        "running": False,
        "continuous": False,
        "columns": [],
        "error": "",
        "errorAt": -1,
        "status": "",
        "ready": [],
        "history": [],
        "offered": [],
        "numberColumn": -1,
        "mono": "monospace",
    },
)


class QueryView(_QueryProperties):  # type: ignore[misc, valid-type]
    """The editor's text, ready queries, history, and the newest answer as a table."""

    def __init__(self, send: Callable[[WorkerRequest], None], language: str = "en") -> None:
        super().__init__()
        self._send = send
        self._language = language
        self._query: QueryState | None = None
        self._ready: tuple[ReadyQuery, ...] = ()
        self._asked = ""
        self._offered_from = 0
        self.model = RowsModel()
        fixed = QFontDatabase.SystemFont.FixedFont
        self.set_properties({"mono": QFontDatabase.systemFont(fixed).family()})

    # ---- the editor ----------------------------------------------------------------------

    @Slot(str, int)
    def edit(self, text: str, cursor: int) -> None:
        """Offer completions after the presenter typed."""
        facts: dict[str, Any] = {"text": text}
        if text != self.text:
            facts["offered"] = completions(text, cursor)
            self._offered_from = word_at(text, cursor)
            if text != self._asked:
                facts["errorAt"] = -1
        self.set_properties(facts)

    @Slot()
    def offerNothing(self) -> None:
        self.set_properties({"offered": []})

    @Slot(int, result="QVariantList")
    def complete(self, place: int) -> list[Any]:
        """The chosen completion: where its word begins, and the word; empty if there is none."""
        offered = self.offered
        if not 0 <= place < len(offered):
            return []
        word = offered[place]
        self.set_properties({"offered": []})
        return [self._offered_from, word]

    @Slot(int, result=str)
    def useReady(self, place: int) -> str:
        """A ready query's text, which is run at once."""
        if not 0 <= place < len(self._ready):
            return ""
        return self._use(self._ready[place].text)

    @Slot(int, result=str)
    def useHistory(self, place: int) -> str:
        """An earlier query's text, which is run at once."""
        return self._use(self.history[place]["text"]) if 0 <= place < len(self.history) else ""

    def _use(self, text: str) -> str:
        self.set_properties({"text": text, "offered": []})
        self.run()
        return text

    @Slot()
    def run(self) -> None:
        """Run the editor's query."""
        text = self.text.strip()
        if not text:
            return
        self._asked = self.text
        texts = [text, *(row["text"] for row in self.history if row["text"] != text)]
        history = [{"text": one, "title": clean(" ".join(one.split()), 120)} for one in texts]
        self.set_properties({"history": history[:HISTORY], "offered": [], "errorAt": -1})
        self._send(RunQuery(self.text))

    @Slot()
    def stop(self) -> None:
        """Stop repeating the query; the answer stays."""
        self._send(StopQuery())

    # ---- the answer ----------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the newest answer."""
        workers = snapshot.workers
        if workers.ready_queries is not self._ready:
            self._ready = workers.ready_queries
            self._show_ready_queries()
        if workers.query is self._query or workers.query is None:
            return
        before, self._query = self._query, workers.query
        self._show(workers.query, before)

    def retranslate(self, language: str) -> None:
        """Update all texts in another language."""
        self._language = language
        self._show_ready_queries()
        if self._query is not None:
            self._show(self._query, self._query)

    def _show_ready_queries(self) -> None:
        rows = [
            {
                "title": message_text(one.title, 120),
                "text": one.text,
                "explanation": message_text(one.explanation),
            }
            for one in self._ready
        ]
        self.set_properties({"ready": rows})

    def _show(self, query: QueryState, before: QueryState | None) -> None:
        reset = before is None or (before.columns, before.text) != (query.columns, query.text)
        number = query.number_column
        columns = [
            {
                "name": clean(name, 60),
                "type": clean(kind, 40),
                "number": _is_number(kind),
                "width": _width(query, place),
            }
            for place, (name, kind) in enumerate(zip(query.columns, query.types, strict=False))
        ]
        self.set_properties(
            {
                "running": query.running,
                "continuous": query.continuous,
                "columns": columns,
                "numberColumn": number if 0 <= number < len(columns) else -1,
                "error": message_text(query.error),
                "errorAt": query.error_at if query.text == self.text else -1,
                "status": self._status(query),
            }
        )
        shares = _shares(query)
        rows = [
            {"cells": ["NULL" if cell is None else clean(cell, CELL) for cell in row], "share": s}
            for row, s in zip(query.rows, shares, strict=True)
        ]
        self.model.set_rows(rows, reset=reset)

    def _status(self, query: QueryState) -> str:
        if query.error:
            return ""
        if query.running and not query.columns:
            return translate("Query", "Running\u2026")
        if not query.columns:
            return ""
        rows = message_text(plural_message("{count} row", "{count} rows", query.row_count))
        if query.row_count > len(query.rows):
            first = translate("Query", "the first %1 shown")
            rows += ", " + first.replace("%1", count(len(query.rows), self._language))
        took = translate("Query", "%1 ms").replace("%1", f"{query.took_ms:.0f}")
        tweets = query.as_of_tweets
        seen = message_text(plural_message("after {count} tweet", "after {count} tweets", tweets))
        note = (message_text(query.note, 120),) if query.note else ()
        return " \u00b7 ".join((rows, took, seen, *note))


def _is_number(kind: str) -> bool:
    return kind.upper().startswith(
        ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "U", "FLOAT", "DOUBLE", "DECIMAL")
    ) and not kind.upper().startswith("UUID")


def _width(query: QueryState, place: int) -> int:
    """A column's width in characters: enough for most of its cells, 4 to 48."""
    longest = max((len(row[place] or "") for row in query.rows[:50] if place < len(row)), default=0)
    return min(48, max(4, len(query.columns[place]), longest))


def _shares(query: QueryState) -> list[float]:
    """Each row's share of the largest number, 0 to 1, for its bar."""
    number = query.number_column
    if not 0 <= number < len(query.columns):
        return [0.0] * len(query.rows)
    values = [_number(row[number]) for row in query.rows]
    most = max(values, default=0.0)
    return [value / most if most > 0 else 0.0 for value in values]


def _number(text: str | None) -> float:
    try:
        value = float(text or 0)
    except ValueError:
        return 0.0
    return max(0.0, value) if math.isfinite(value) else 0.0
