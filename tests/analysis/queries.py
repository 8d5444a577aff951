"""Queries to a query process, and what several tests ask."""

from __future__ import annotations

from typing import Any

from mwk_desktop.analysis.query_client import QueryClient
from mwk_desktop.analysis.query_messages import QueryLimits
from mwk_desktop.analysis.stream_tap import StreamTap
from tests.support import wait_for

LIMITS = QueryLimits(memory_mb=128, disk_mb=256)

NEVER_ENDS = {
    "a product": "SELECT sum(a.range * b.range) FROM range(10000000) a, range(10000000) b",
    "a recursion": "WITH RECURSIVE r AS (SELECT 1 n UNION ALL SELECT n + 1 FROM r) FROM r LIMIT 1"
    " OFFSET 99999999999",
}
EATS_MEMORY = {
    "a list": "SELECT list(range) FROM range(1000000000)",
    "a text": "SELECT length(repeat('x', 2000000000))",
    "texts": "SELECT string_agg(repeat('x', 1000)) FROM range(10000000)",
    "doubling": "WITH RECURSIVE r AS (SELECT repeat('a', 1000) n UNION ALL SELECT n || n FROM r)"
    " SELECT max(length(n)) FROM r",
}


def rows(process: QueryClient, text: str, **how: Any) -> list[tuple[Any, ...]]:
    """The rows of an answer."""
    return process.ask(text, 30.0, **how).rows


def wait_idle(tap: StreamTap) -> None:
    """Until all that was counted is in the spool."""
    wait_for(lambda: tap.idle)
