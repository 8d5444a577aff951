"""The SQL page's view-model (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Slot

from mwk_desktop.messages import plural_message
from mwk_desktop.plot_columns import is_number, is_time, plot_columns
from mwk_desktop.show.commands import RunQuery, StopQuery, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.stage_state import StageMoment
from mwk_desktop.show.workers_state import QueryState, ReadyQuery
from mwk_desktop.ui.fixed_font import fixed_family
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.pages.rows_model import RowsModel
from mwk_desktop.ui.pages.sql_completion import completions, word_at
from mwk_desktop.ui.query_plot import PlottedColumns, number_of, spread, time_plot
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class

CELL = 200
"""Characters of a cell; longer text is elided."""

HISTORY = 30

TABLE, BARS, LINES = "table", "bars", "time"
"""How an answer is shown."""

NO_PLOT: dict[str, Any] = {"series": [], "xTicks": [], "yTicks": [], "moments": []}

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
        "kind": TABLE,
        "hasBars": False,
        "hasLines": False,
        "barColumn": -1,
        "across": -1,
        "up": -1,
        "each": -1,
        "numbers": [],  # places of columns: of numbers, of times, of texts
        "times": [],
        "texts": [],
        "plot": NO_PLOT,
        "onStage": False,
        "hasAnswer": False,
        "mono": "monospace",
    },
)


class QueryView(_QueryProperties):  # type: ignore[misc, valid-type]
    """The editor's text, ready queries, history, and the newest answer as a table."""

    def __init__(
        self,
        send: Callable[[WorkerRequest], None],
        language: str = "en",
        show_on_stage: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._send = send
        self._show_on_stage = show_on_stage
        self._language = language
        self._query: QueryState | None = None
        self._ready: tuple[ReadyQuery, ...] = ()
        self._asked = ""
        self._chosen: dict[str, Any] = {}
        self._offered_from = 0
        self.model = RowsModel()
        self.set_properties({"mono": fixed_family()})

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

    # ---- how the answer is shown ------------------------------------------------------------

    @Slot(str)
    def showAs(self, kind: str) -> None:
        """Show the answer as a table, as bars, or as lines over time."""
        if kind in (TABLE, BARS, LINES):
            self._chosen["kind"] = kind
            self._show_again()

    @Slot(int)
    def barsOf(self, column: int) -> None:
        """Draw another column of numbers as bars."""
        self._chosen |= {"barColumn": column, "kind": BARS}
        self._show_again()

    @Slot(str, int)
    def plotColumn(self, axis: str, column: int) -> None:
        """Draw another column ``across``, ``up``, or with a line for ``each`` (-1: one line)."""
        if axis in ("across", "up", "each"):
            self._chosen[axis] = column
            self._show_again()

    @Slot(float, result="QVariantList")
    def labelPlaces(self, distance: float) -> list[float]:
        """Where the lines' names stand, as shares of the plot, so far from each other."""
        return spread([line["end"] for line in self.plot["series"]], distance)

    @Slot()
    def showOnStage(self) -> None:
        """Show query and answer on the stage; again: back to the votes."""
        self._show_on_stage()

    def _show_again(self) -> None:
        if self._query is not None:
            self._show(self._query, self._query)

    # ---- the answer ----------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show the newest answer."""
        workers = snapshot.workers
        self.set_properties({"onStage": snapshot.stage.moment is StageMoment.SQL})
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
        if reset:
            self._chosen = {}
        columns = [
            {
                "name": clean(name, 60),
                "type": clean(kind, 40),
                "number": is_number(kind),
                "width": _width(query, place),
            }
            for place, (name, kind) in enumerate(zip(query.columns, query.types, strict=False))
        ]
        drawn = _drawing(query, self._chosen)
        self.set_properties(
            {
                "running": query.running,
                "continuous": query.continuous,
                "columns": columns,
                **drawn,
                "hasAnswer": bool(query.columns),
                "error": message_text(query.error),
                "errorAt": query.error_at if query.text == self.text else -1,
                "status": self._status(query),
            }
        )
        shares = _shares(query, drawn["barColumn"] if drawn["kind"] == BARS else -1)
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


def _drawing(query: QueryState, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """What is drawn of an answer: what the presenter chose, else what makes sense."""
    found = plot_columns(query.columns, query.types)
    places = range(len(query.columns))
    numbers = [place for place in places if is_number(query.types[place])]
    times = [place for place in places if is_time(query.types[place]) or place == found.time]
    texts = [place for place in places if place not in numbers and place not in times]
    facts: dict[str, Any] = {
        "barColumn": found.number,
        "across": found.time,
        "up": found.number,
        "each": found.each,
    } | {name: value for name, value in chosen.items() if name != "kind"}
    across, up, each = facts["across"], facts["up"], facts["each"]
    moments = {row[across] for row in query.rows} if across >= 0 else set()
    has_lines = found.has_lines and len(moments) > 1
    facts |= {
        "numbers": numbers,
        "times": times,
        "texts": texts,
        "hasBars": found.has_bars and bool(query.rows),
        "hasLines": has_lines,
        "plot": NO_PLOT,
    }
    usual = LINES if has_lines else BARS if facts["hasBars"] else TABLE
    kind = chosen.get("kind", usual)
    # A number that the presenter chose is drawn, even where none makes sense by itself.
    offered = {TABLE: True, BARS: facts["barColumn"] >= 0, LINES: has_lines}
    facts["kind"] = kind if offered[kind] else usual
    if facts["kind"] == LINES:
        facts["plot"] = time_plot(query, PlottedColumns(across, up, each))
    return facts


def _width(query: QueryState, place: int) -> int:
    """A column's width in characters: enough for most of its cells, 4 to 48."""
    longest = max((len(row[place] or "") for row in query.rows[:50] if place < len(row)), default=0)
    return min(48, max(4, len(query.columns[place]), longest))


def _shares(query: QueryState, number: int) -> list[float]:
    """Each row's share of the largest number of a column, 0 to 1, for its bar; -1: no column."""
    if not 0 <= number < len(query.columns):
        return [0.0] * len(query.rows)
    values = [max(0.0, number_of(row[number]) or 0.0) for row in query.rows]
    most = max(values, default=0.0)
    return [value / most if most > 0 else 0.0 for value in values]
