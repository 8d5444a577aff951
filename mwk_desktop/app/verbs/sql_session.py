"""One run of `mwk sql`: asks the query process, and prints answers and errors."""

from __future__ import annotations

import contextlib
import csv
import io
import json
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from mwk_desktop.analysis.query_client import QueryClient, QueryResult
from mwk_desktop.analysis.query_errors import QueryError, text_place
from mwk_desktop.analysis.stream_tap import TapState
from mwk_desktop.analysis.text_tables import bars, plain, table, unique, value_text
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.stderr_lines import presenter_text, print_stderr
from mwk_desktop.messages import listing, message, message_of, plural_message
from mwk_desktop.terminal_text import RawText, escape_controls

_MOST_REST: Final = 40
"""How many characters of the query an error shows, from its place on."""


@dataclass(frozen=True, slots=True)
class SqlOptions:
    """The options of `mwk sql`.

    ``form`` is table, json, csv or bars; ``most_rows`` limits a table (0: all rows).
    """

    form: str = "table"
    most_rows: int = 1_000
    timeout_s: float = 60.0
    memory_mb: int = 1_024
    since: str = "beginning"
    once: bool = False


class SqlSession:
    """Runs the queries of one `mwk sql`, and prints their answers.

    Parameters
    ----------
    at_prompt
        Somebody types the queries: below an error stands the query with a caret.
    """

    def __init__(
        self,
        process: QueryClient,
        options: Options,
        wanted: SqlOptions,
        *,
        at_prompt: bool = False,
    ) -> None:
        self.process = process
        self._at_prompt = at_prompt
        self._options = options
        self._wanted = wanted
        self.tap: Callable[[], TapState | None] = lambda: None
        self._last: list[str] = []
        self._lines_up = 0

    def answer_query(self, text: str, *, again: bool = False) -> int:
        """Run a query and print the answer or the error; returns the exit code.

        Parameters
        ----------
        again
            Replace the previous answer: in place on a terminal, else as one line of JSON; in both
            cases only if it changed.
        """
        try:
            if again:
                self._print_if_changed(text)
            elif self._wanted.form in ("json", "csv"):
                self._stream(text)
            else:
                self._print_table(text)
        except QueryError as error:
            print_query_error(error, text, with_caret=self._at_prompt)
            return 2
        return 0

    def _ask(self, text: str, **how: Any) -> QueryResult:
        return self.process.ask(text, self._wanted.timeout_s, tap=self.tap(), **how)

    def _print_table(self, text: str) -> None:
        result = self._ask(text, most_rows=self._wanted.most_rows or None)
        print_line = self._options.lines.print_line
        for line in self._answer_lines(result):
            print_line(line)
        shown = len(result.rows)
        if shown < result.row_count:
            print_stderr(
                message(
                    "{shown} of {count} rows (--limit 0, --json or --csv for all)",
                    shown=shown,
                    count=result.row_count,
                )
            )

    def _answer_lines(self, result: QueryResult) -> list[str]:
        cells = shutil.get_terminal_size((120, 40)).columns
        if result.columns[:1] == ("explain_key",):  # a plan is already text
            return [line for row in result.rows for line in str(row[1]).splitlines()]
        if self._wanted.form != "bars":
            return table(result.columns, result.types, result.rows, cells=cells)
        ascii_only = not (sys.stdout.encoding or "").lower().startswith("utf")
        try:
            return bars(
                result.columns, result.types, result.rows, cells=cells, plain_text=ascii_only
            )
        except ValueError as error:
            raise QueryError(message("--bars: {problem}", problem=message_of(error))) from None

    def _stream(self, text: str) -> None:
        """Print each row as it comes: a million rows need no memory here."""
        names: list[str] = []
        print_line = self._options.lines.print_line
        as_csv = self._wanted.form == "csv"
        # A file or a program gets the data as they are; a terminal gets no control characters.
        csv_text = str if sys.stdout.isatty() else RawText

        def on_columns(columns: Sequence[str], _types: Sequence[str]) -> None:
            names.extend(unique(columns))
            if as_csv:
                print_line(csv_text(_csv_line(names)))

        def on_rows(rows: list[tuple[Any, ...]]) -> None:
            if as_csv:
                lines = (_csv_line([_cell(v) for v in row]) for row in rows)
                print_line(csv_text("\r\n".join(lines)))
            else:
                print_line(
                    "\n".join(_json(dict(zip(names, map(plain, row), strict=True))) for row in rows)
                )

        self._ask(text, on_columns=on_columns, on_rows=on_rows)

    def _print_if_changed(self, text: str) -> None:
        terminal = sys.stdout.isatty() and not self._options.json
        size = shutil.get_terminal_size((120, 40))
        if not terminal:
            result = self._ask(text, most_rows=self._wanted.most_rows or None)
            rows = [[plain(value) for value in row] for row in result.rows]
            line = {"columns": unique(result.columns), "rows": rows}
            lines = [_json(line)]
            if lines != self._last:
                head = {"type": "answer", "tweets": result.tweets, "row_count": result.row_count}
                self._options.lines.print_line(_json(head | line))
            self._last = lines
            return
        result = self._ask(text, most_rows=max(1, size.lines - 4))
        lines = self._answer_lines(result)
        footer = listing(
            (
                plural_message("{count} row", "{count} rows", result.row_count),
                plural_message("{count} tweet", "{count} tweets", result.tweets),
                message("Ctrl+C ends"),
            )
        )
        lines.append(presenter_text(footer))
        if lines == self._last:
            return
        # Move to where the last answer began, and clear everything below.
        up = f"\x1b[{self._lines_up}A\r\x1b[J" if self._lines_up else ""
        self._options.lines.print_line(RawText(up + escape_controls("\n".join(lines))))
        self._last, self._lines_up = lines, len(lines)


def print_query_error(error: QueryError, text: str, *, with_caret: bool) -> None:
    """Print what is wrong and where, on one line; ``with_caret`` shows the query's line as well."""
    if error.at < 0:
        print_stderr(message_of(error))
        return
    place = text_place(text, error.at)
    rest = place.text[place.column - 1 :]
    line_message = message(
        "line {line}, column {column} ({rest}): {problem}",
        line=str(place.line),
        column=str(place.column),
        rest=rest if len(rest) <= _MOST_REST else f"{rest[:_MOST_REST]}...",
        problem=message_of(error),
    )
    print_stderr(line_message)
    if with_caret:
        begin = max(0, place.column - 60)
        print(f"  {place.text[begin : begin + 100]}", file=sys.stderr)
        print(f"  {place.caret[begin:]}", file=sys.stderr)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _cell(value: Any) -> str:
    """A value of a CSV file: not rounded; NULL is empty."""
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, list | tuple | dict):
        return _json(plain(value))
    return value_text(value) or ""


def _csv_line(values: Sequence[str]) -> str:
    out = io.StringIO()
    with contextlib.closing(out):
        csv.writer(out, lineterminator="").writerow(values)
        return out.getvalue()
