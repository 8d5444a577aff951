"""The prompt of `mwk sql`: history, completion, and errors that do not end it."""

from __future__ import annotations

import importlib
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, Protocol

from mwk_desktop.analysis.query_client import QueryClient
from mwk_desktop.analysis.query_views import VIEW_NOTES
from mwk_desktop.analysis.ready_queries import READY_QUERIES, find_ready_query
from mwk_desktop.app.stderr_lines import print_stderr
from mwk_desktop.messages import message
from mwk_desktop.sql_columns import VIEW_COLUMNS

PROMPT: Final = "sql> "
MORE: Final = "...> "

WORDS: Final = (
    *("SELECT", "FROM", "WHERE", "GROUP BY", "ORDER BY", "HAVING", "LIMIT", "DESC", "DISTINCT"),
    *("count(*)", "sum(", "avg(", "min(", "max(", "AND", "OR", "NOT", "LIKE", "ILIKE", "IN"),
    *("JOIN", "USING", "WITH", "AS", "CASE", "WHEN", "THEN", "ELSE", "END", "BETWEEN", "IS NULL"),
    *("time_bucket(", "INTERVAL", "DESCRIBE", "SUMMARIZE", "SHOW TABLES", "EXPLAIN", "OVER"),
)

HISTORY: Final = "sql-history"
MOST_HISTORY: Final = 1_000

HELP: Final = """\
A query ends with the line, or goes on after a backslash. Views: {views}.
Ready queries, by their names: {names}.
help, exit (or Ctrl+D); Ctrl+C stops a query; Tab completes; the arrows bring back earlier ones."""


class QueryRunner(Protocol):
    """What the prompt needs of one run of `mwk sql`."""

    @property
    def process(self) -> QueryClient: ...

    def answer_query(self, text: str, *, again: bool = False) -> int: ...


def completions(line: str, word: str) -> list[str]:
    """Completions for ``word``, the last word of ``line``.

    Columns of the views named in the line come first; if it names none, those of all views.
    """
    before = line[: len(line) - len(word)]
    if not before.strip():
        names = [each.name for each in READY_QUERIES]
        pool = [*WORDS, *names, "help", "exit"]
    elif re.search(r"\b(from|join|describe|summarize)\s+$", before, re.I):
        pool = list(VIEW_COLUMNS)
    else:
        named = [view for view in VIEW_COLUMNS if re.search(rf"\b{view}\b", line, re.I)]
        columns = [column for view in (named or VIEW_COLUMNS) for column in VIEW_COLUMNS[view]]
        pool = [*columns, *VIEW_COLUMNS, *WORDS]
    wanted = word.casefold().lstrip('"')
    found = (each for each in pool if each.casefold().lstrip('"').startswith(wanted))
    return list(dict.fromkeys(found))


def help_text() -> str:
    """What the prompt understands."""
    names = ", ".join(each.name for each in READY_QUERIES)
    about = "\n".join(f"  {view}: {text}" for view, text in VIEW_NOTES.items())
    return HELP.format(views=", ".join(VIEW_COLUMNS), names=names) + "\n" + about


def prompt(session: QueryRunner, state_dir: Path) -> int:
    """Run the prompt until the end; a script on stdin ends at its first error."""
    if not sys.stdin.isatty():
        return script(session, sys.stdin.read())
    with _readline(state_dir / HISTORY):
        print(help_text())
        return converse(session, input)


def script(session: QueryRunner, text: str) -> int:
    """Run queries that each end with a semicolon at the end of a line, or with the text."""
    for query in re.split(r";[ \t]*(?:\n|$)", text):
        if query.strip():
            found = find_ready_query(query.strip())
            code = session.answer_query(found.text if found else query)
            if code:
                return code
    return 0


def converse(session: QueryRunner, read: Callable[[str], str]) -> int:
    """Read queries until there are no more.

    Parameters
    ----------
    read
        Shows a prompt and returns a line; raises EOFError at the end, KeyboardInterrupt to discard
        the line.
    """
    lines: list[str] = []
    while True:
        try:
            line = read(MORE if lines else PROMPT)
        except EOFError:
            print()
            return 0
        except KeyboardInterrupt:
            print()
            lines.clear()
            continue
        if line.endswith("\\"):
            lines.append(line[:-1])
            continue
        text = "\n".join([*lines, line]).strip()
        lines.clear()
        word = text.rstrip(";").casefold()
        if not word:
            continue
        if word in ("exit", "quit", "\\q"):
            return 0
        if word in ("help", "\\?", "\\h", "?"):
            print(help_text())
            continue
        found = find_ready_query(word)
        if found is not None:
            print(found.text)
            text = found.text
        try:
            session.answer_query(text)
        except KeyboardInterrupt:
            session.process.stop(session.process.serial)
            print_stderr(message("stopped"))


@contextmanager
def _readline(history: Path) -> Iterator[None]:
    """History and completion, if the system has a line editor."""
    try:
        readline: Any = importlib.import_module("readline")  # Python for Windows has none
    except ImportError:
        yield
        return
    found: list[str] = []

    def complete(word: str, number: int) -> str | None:
        if number == 0:
            line = readline.get_line_buffer()[: readline.get_endidx()]
            found[:] = completions(line, word)
        return found[number] if number < len(found) else None

    readline.set_completer(complete)
    readline.set_completer_delims(" \t\n,()=<>+*/|;")
    readline.parse_and_bind("tab: complete")
    with suppress(OSError):
        readline.read_history_file(history)
    try:
        yield
    finally:
        readline.set_history_length(MOST_HISTORY)
        with suppress(OSError):
            history.parent.mkdir(parents=True, exist_ok=True)
            readline.write_history_file(history)
