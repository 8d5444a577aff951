"""Says in one clear line why a query is refused or fails, and where in its text.

DuckDB's own errors are also for people, but they span several lines and name internals. No state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from mwk_desktop.messages import Message, message, verbatim

READS_ONLY: Final = message(
    "a query only reads: SELECT, WITH, FROM, SHOW, DESCRIBE, SUMMARIZE or EXPLAIN"
)
NO_FILES: Final = message("a query reads and writes no files, no network and no extensions")
STOPPED: Final = message("stopped")
NO_SETTINGS: Final = message("a query changes no settings")


class QueryError(Exception):
    """A query failed.

    Attributes
    ----------
    message
        Why.
    at
        Index of the character in the query where the error is; -1 if unknown.
    fatal
        Whether the query process cannot be used any more.
    """

    def __init__(self, message: Message, at: int = -1, *, fatal: bool = False) -> None:
        super().__init__(message)
        self.message = message
        self.at = at
        self.fatal = fatal


def stopped_after(timeout_s: float) -> Message:
    """The message for a query that timed out."""
    return message("stopped after {seconds:g} s", seconds=timeout_s)


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A position in a text: line and column from 1, that line, and a line with a caret below it."""

    line: int
    column: int
    text: str
    caret: str


def text_place(text: str, at: int) -> TextPlace:
    """The line and column of a character index."""
    before = text[:at]
    line = before.count("\n")
    column = at - (before.rfind("\n") + 1)
    shown = text.split("\n")[line]
    indent = "".join("\t" if char == "\t" else " " for char in shown[:column])
    return TextPlace(line + 1, column + 1, shown, indent + "^")


_LINE: Final = re.compile(r"^LINE (\d+): (.*)$", re.M)
_KIND: Final = re.compile(r"^[A-Z][A-Za-z ]* Error: ")
_OURS_NOT: Final = re.compile(r'"(pg_|duckdb_|sqlite_|pragma_)')
_NAMES_A_FILE: Final = re.compile(r"Table with name \S*[/\\.]\S* does not exist")


def explained_error(error: Exception, text: str, memory_mb: int) -> QueryError:
    """Turn DuckDB's exception into a one-line error.

    Parameters
    ----------
    error
        What DuckDB raised.
    text
        The query.
    memory_mb
        The query's memory limit in MB.
    """
    text_of_error, at = str(error), _where(str(error), text)
    kind = type(error).__name__
    if kind == "OutOfMemoryException" or isinstance(error, MemoryError):
        return QueryError(
            message(
                "the query needs more than the {limit} MB that it may use: ask for less at once"
                " (LIMIT, fewer groups, shorter texts)",
                limit=memory_mb,
            )
        )
    if "configuration" in text_of_error and "locked" in text_of_error:
        return QueryError(NO_SETTINGS, at)
    if kind == "PermissionException" or "it exists in the" in text_of_error:
        return QueryError(NO_FILES, at)
    if kind == "TransactionException" and "read-only" in text_of_error:
        return QueryError(READS_ONLY, at)
    if _NAMES_A_FILE.search(text_of_error):
        return QueryError(
            message("{what} ({why})", what=_first_line(text_of_error), why=NO_FILES), at
        )
    if kind in ("FatalException", "InternalException"):
        # A failed allocation outside DuckDB's memory manager also ends like this.
        broke = message(
            "the query broke the SQL engine, most often because memory ({limit} MB) ran out; the"
            " next one starts another",
            limit=memory_mb,
        )
        return QueryError(broke, fatal=True)
    return QueryError(verbatim(_first_line(text_of_error)), at)


def _first_line(error: str) -> str:
    """What happened, and DuckDB's suggestion, without the kind of error."""
    lines = _KIND.sub("", error).split("\n\n")[0].split("\n")
    text = lines[0].strip().rstrip("!.:")
    for hint in lines[1:]:
        hint = hint.strip()
        if _OURS_NOT.search(hint):
            continue
        if hint.startswith("Did you mean"):
            text += f"; {hint[0].lower()}{hint[1:]}"
        elif hint.startswith("Candidate bindings: "):
            text += f"; did you mean {hint.split(': ', 1)[1]}?"
    return text[:400]


def _where(error: str, text: str) -> int:
    """Index of the character that DuckDB's caret points at."""
    found = _LINE.search(error)
    if found is None:
        return -1
    rest = error[found.end() :].split("\n")
    caret = rest[1].find("^") if len(rest) > 1 else -1
    number, shown = int(found[1]), found[2]
    lines = text.split("\n")
    if caret < 0 or number > len(lines):
        return -1
    column = caret - len(f"LINE {found[1]}: ")
    line = lines[number - 1]
    if shown != line:
        # DuckDB shows only a part of a long line, between dots.
        dots = 3 if shown.startswith("...") else 0
        part = shown[dots:].removesuffix("...")
        start = line.find(part)
        if start < 0:
            return -1
        column += start - dots
    before = sum(len(each) + 1 for each in lines[: number - 1])
    return min(max(before + column, 0), len(text))
