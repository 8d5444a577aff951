"""Messages between the query client and the query process, and the limits of a query.

Plain values that travel through the pipe. To the process: :class:`FeedRows`, :class:`ReadSpool`,
:class:`AskQuery`, :class:`CancelQuery`. From it: :data:`QueryReply`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mwk_desktop.messages import NOTHING, Message


@dataclass(frozen=True, slots=True)
class QueryLimits:
    """What the query process may use. ``memory_mb``: working memory; ``disk_mb``: disk space for
    what does not fit in it; ``threads``: processor threads; ``niceness``: how low its priority
    is."""

    memory_mb: int = 256
    disk_mb: int = 1024
    threads: int = 1
    niceness: int = 10


@dataclass(frozen=True, slots=True)
class FeedRows:
    """Packed rows (:func:`mwk_desktop.analysis.counted_rows.pack`)."""

    data: bytes


@dataclass(frozen=True, slots=True)
class ReadSpool:
    """Read this file of rows, complete up to ``size_bytes``, before the next query."""

    generation: int
    path: Path
    size_bytes: int


@dataclass(frozen=True, slots=True)
class AskQuery:
    """A query; its answers have the same ``serial``."""

    serial: int
    text: str
    timeout_s: float
    most_rows: int | None


@dataclass(frozen=True, slots=True)
class CancelQuery:
    """Stop this query, running or waiting, and no other."""

    serial: int


@dataclass(frozen=True, slots=True)
class AnswerHead:
    serial: int
    columns: tuple[str, ...]
    types: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnswerRows:
    serial: int
    rows: list[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class RowsLoaded:
    """Progress while rows are loaded: the number of tweets so far."""

    tweets: int


@dataclass(frozen=True, slots=True)
class QueryBegan:
    """All rows are loaded; the query's timeout starts now."""

    serial: int


@dataclass(frozen=True, slots=True)
class AnswerDone:
    """The end of an answer; ``error`` says why there is none. Serial 0: not for a query."""

    serial: int
    row_count: int = 0
    took_ms: float = 0.0
    tweets: int = 0
    error: Message = NOTHING
    at: int = -1
    fatal: bool = False


QueryReply = AnswerHead | AnswerRows | RowsLoaded | QueryBegan | AnswerDone
"""What the process sends."""
