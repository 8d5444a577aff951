"""The worker for SQL over the running show: repeats the query as the show goes on.

Threads: the *worker's thread* asks the query process (:mod:`mwk_desktop.analysis.query_client`) and
waits for its answers, at most :data:`TIMEOUT_S` each. Any thread sends requests and reads what is
known; neither waits, and a new query stops the one that runs. The show thread only hands over
references (:class:`mwk_desktop.analysis.stream_tap.StreamTap`).

The process is started at the first query, at a lower priority than everything else, on one
processor.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from mwk_desktop.analysis.query_client import QueryClient
from mwk_desktop.analysis.query_errors import QueryError
from mwk_desktop.analysis.query_messages import QueryLimits
from mwk_desktop.analysis.ready_queries import READY_QUERIES
from mwk_desktop.analysis.stream_tap import StreamTap, new_folder
from mwk_desktop.analysis.text_tables import unique, value_text
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.messages import NOTHING, plural_message, verbatim
from mwk_desktop.show.commands import RunQuery, StopQuery, WorkerRequest
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import QueryState, ReadyQuery, WorkersState

MOST_ROWS: Final = 300
"""Rows of an answer that a window gets: no one reads more; ``row_count`` tells the full number."""

MOST_CHARACTERS: Final = 500
"""Characters of one value: a window only draws it."""

TIMEOUT_S: Final = 10.0
"""A query that takes longer cannot be repeated."""

PACE_S: Final = 0.5
"""Pause between two answers: at most two a second."""

REST: Final = 2.0
"""After an answer, rest at least this many times as long as it took: SQL gets at most a third of
one processor."""

_READY: Final = tuple(ReadyQuery(each.title, each.text, each.explanation) for each in READY_QUERIES)


class QueryWorker(Worker):
    """Carries out :class:`RunQuery` and :class:`StopQuery`.

    Parameters
    ----------
    tap
        Receives the counted tweets of each show; started and closed here.
    folder
        The query process keeps its tables here, in a subfolder.
    timeout_s, limits
        What a query may use.
    """

    handles: ClassVar[tuple[type, ...]] = (RunQuery, StopQuery)
    idle_s: ClassVar[float | None] = 0.1

    def __init__(
        self,
        tap: StreamTap,
        folder: Path,
        *,
        timeout_s: float = TIMEOUT_S,
        limits: QueryLimits | None = None,
    ) -> None:
        super().__init__("sql")
        self._tap = tap
        self._base = folder
        self._timeout_s = timeout_s
        self._limits = limits or QueryLimits()
        self._folder: Path | None = None
        self._process: QueryClient | None = None
        self._query: QueryState | None = None
        self._asked = (-1, -1)
        self._next_s = 0.0
        self._note = NOTHING

    # -- any thread --------------------------------------------------------------------------------

    def start(self) -> None:
        self._tap.start()
        super().start()

    def close(self) -> None:
        """End the thread, which gives up its current query, and the process."""
        super().close()
        if self._process is not None:
            self._process.close()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
        self._tap.close()

    def on_show_started(self, running: RunningShow) -> None:
        super().on_show_started(running)
        # First the snapshot, then the tap, so that tweets in between make no wrong number.
        counted = running.thread.snapshot().counts.tweets
        before = counted - self._tap.counted_of_show
        missing = plural_message(
            "without {count} tweet from before this start",
            "without {count} tweets from before this start",
            before,
        )
        self._note = missing if before > 0 else NOTHING
        self._asked = (-1, -1)

    def complete_state(self, state: WorkersState, snapshot: Snapshot) -> WorkersState:
        return replace(state, query=self._query, ready_queries=_READY)

    # -- the worker's thread -----------------------------------------------------------------------

    def handle_request(self, request: WorkerRequest) -> None:
        query = self._query
        if isinstance(request, RunQuery):
            self._query = QueryState(
                text=request.text, running=True, continuous=True, note=self._note
            )
            self._ask()
        elif query is not None:
            # The answer stays; if there is none yet, stop showing that one is awaited.
            self._query = replace(query, running=False, continuous=False)

    def on_failure(self, request: WorkerRequest, error: Exception) -> None:
        if self._query is not None:
            text = verbatim(f"{type(error).__name__}: {error}")
            self._query = replace(self._query, running=False, continuous=False, error=text)

    def on_idle(self) -> None:
        """Run the query again if there are new tweets and the pause is over."""
        query = self._query
        if query is None or not query.continuous or time.monotonic() < self._next_s:
            return
        state = self._tap.state
        if (state.generation, state.size_bytes) != self._asked:
            self._ask()

    def _ask(self) -> None:
        query = self._query
        assert query is not None
        begin_s = time.monotonic()
        state = self._tap.state
        self._asked = (state.generation, state.size_bytes)
        try:
            result = self._running_process().ask(
                query.text,
                self._timeout_s,
                most_rows=MOST_ROWS,
                tap=state,
                on_catching_up=self._catching_up,
                # Another query, or the end, stops the one that runs.
                is_cancelled=lambda: not self._requests.empty(),
            )
        except (QueryError, OSError) as error:
            if not self._requests.empty():
                return  # stopped, because the presenter asked something else
            if self._tap.state.generation != state.generation:
                self._asked = (-1, -1)  # another show began while the spool was read
                return
            at, why = -1, verbatim(str(error))
            if isinstance(error, QueryError):
                at, why = error.at, error.message
            # A wrong query stays wrong: do not repeat it.
            self._query = QueryState(text=query.text, error=why, error_at=at)
            return
        self._next_s = time.monotonic() + max(PACE_S, REST * (time.monotonic() - begin_s))
        self._query = QueryState(
            text=query.text,
            continuous=True,
            note=self._tap.state.problem or self._note,
            columns=tuple(unique(result.columns)),
            types=result.types,
            rows=tuple(tuple(_shown(value) for value in row) for row in result.rows),
            row_count=result.row_count,
            took_ms=result.took_ms,
            as_of_tweets=result.tweets,
        )

    def _catching_up(self, tweets: int) -> None:
        """Show progress while the first query waits for the whole show so far to be read."""
        query = self._query
        if query is not None and not query.columns:
            self._query = replace(query, as_of_tweets=tweets)

    def _running_process(self) -> QueryClient:
        if self._process is None:
            self._folder = new_folder(self._base)
            self._process = QueryClient(Path(tempfile.mkdtemp(dir=self._folder)), self._limits)
        return self._process


def _shown(value: object) -> str | None:
    text = value_text(value)
    if text is not None and len(text) > MOST_CHARACTERS:
        return text[: MOST_CHARACTERS - 1] + "…"
    return text
