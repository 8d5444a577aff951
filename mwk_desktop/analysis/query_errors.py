"""Why a query is refused or fails, in one clear line, and where in its text.

DuckDB's messages are made for people too, but span lines and name internals. No thread, no state.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

READS_ONLY: Final = "a query only reads: SELECT, WITH, FROM, SHOW, DESCRIBE, SUMMARIZE or EXPLAIN"
NO_FILES: Final = "a query reads and writes no files, no network and no extensions"
STOPPED: Final = "stopped"
NO_SETTINGS: Final = "a query changes no settings"


class QueryError(Exception):
    """A query that got no answer.

    Attributes
    ----------
    at
        The character of the query's text where it is wrong; -1 where that is unknown.
    fatal
        Whether the process that tried can be used no more.
    """

    def __init__(self, message: str, at: int = -1, *, fatal: bool = False) -> None:
        super().__init__(message)
        self.at = at
        self.fatal = fatal


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where in a text: line and column from 1, that line, and a line with a caret below it."""

    line: int
    column: int
    text: str
    caret: str


def text_place(text: str, at: int) -> TextPlace:
    """The place of a character."""
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
    """DuckDB's exception as one line.

    Parameters
    ----------
    error
        What DuckDB raised.
    text
        The query.
    memory_mb
        What a query may use.
    """
    message, at = str(error), _where(str(error), text)
    kind = type(error).__name__
    if kind == "OutOfMemoryException" or isinstance(error, MemoryError):
        said = f"the query needs more than the {memory_mb} MB that it may use"
        return QueryError(f"{said}: ask for less at once (LIMIT, fewer groups, shorter texts)")
    if "configuration" in message and "locked" in message:
        return QueryError(NO_SETTINGS, at)
    if kind == "PermissionException" or "it exists in the" in message:
        return QueryError(NO_FILES, at)
    if kind == "TransactionException" and "read-only" in message:
        return QueryError(READS_ONLY, at)
    if _NAMES_A_FILE.search(message):
        return QueryError(f"{_first_line(message)} ({NO_FILES})", at)
    if kind in ("FatalException", "InternalException"):
        # What fails to get memory that DuckDB did not foresee ends so, too.
        said = f"the query broke the SQL engine, most often for want of memory ({memory_mb} MB)"
        return QueryError(f"{said}; the next one starts another", fatal=True)
    return QueryError(_first_line(message), at)


def _first_line(message: str) -> str:
    """What happened, and what was meant instead, without the kind of error."""
    lines = _KIND.sub("", message).split("\n\n")[0].split("\n")
    said = lines[0].strip().rstrip("!.:")
    for hint in lines[1:]:
        hint = hint.strip()
        if _OURS_NOT.search(hint):
            continue
        if hint.startswith("Did you mean"):
            said += f"; {hint[0].lower()}{hint[1:]}"
        elif hint.startswith("Candidate bindings: "):
            said += f"; did you mean {hint.split(': ', 1)[1]}?"
    return said[:400]


def _where(message: str, text: str) -> int:
    """The character that DuckDB's caret points at."""
    found = _LINE.search(message)
    if found is None:
        return -1
    rest = message[found.end() :].split("\n")
    caret = rest[1].find("^") if len(rest) > 1 else -1
    number, shown = int(found[1]), found[2]
    lines = text.split("\n")
    if caret < 0 or number > len(lines):
        return -1
    column = caret - len(f"LINE {found[1]}: ")
    line = lines[number - 1]
    if shown != line:
        # A long line is shown in part, between dots.
        dots = 3 if shown.startswith("...") else 0
        part = shown[dots:].removesuffix("...")
        start = line.find(part)
        if start < 0:
            return -1
        column += start - dots
    before = sum(len(each) + 1 for each in lines[: number - 1])
    return min(max(before + column, 0), len(text))
