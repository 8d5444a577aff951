"""`mwk sql`: runs a query, a script or a prompt over a recording or a topic."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from mwk_desktop.analysis.query_client import QueryClient
from mwk_desktop.analysis.query_errors import QueryError
from mwk_desktop.analysis.query_messages import QueryLimits
from mwk_desktop.analysis.ready_queries import READY_QUERIES, find_ready_query
from mwk_desktop.analysis.stream_tap import StreamTap, new_folder
from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.verbs.sql_prompt import prompt
from mwk_desktop.app.verbs.sql_rows import TopicRows, feed_recording, topic_rows
from mwk_desktop.app.verbs.sql_session import SqlOptions, SqlSession
from mwk_desktop.messages import message, message_of, verbatim

PACE_S: Final = 0.5
"""A continuous query runs at most twice a second."""

REST: Final = 2.0
"""It rests at least this many times as long as an answer took."""


def print_ready_queries(options: Options) -> int:
    """Print the ready queries, each with a line of explanation."""
    for each in READY_QUERIES:
        if options.json:
            title, explanation = str(each.title), str(each.explanation)
            line = {"name": each.name, "title": title, "explanation": explanation}
            print_json(options, line | {"query": each.text})
            continue
        options.lines.print_line(f"{each.name}: {each.explanation}")
        for line_of_text in each.text.splitlines():
            options.lines.print_line(f"    {line_of_text}")
    return 0


def query_text(query: str) -> str:
    """The query as typed, or the ready query of that name.

    Raises
    ------
    BadInput
        It is a single word and not the name of a ready query.
    """
    found = find_ready_query(query.strip())
    if found is not None:
        return found.text
    if query.strip() and len(query.split()) == 1 and query.strip().strip(";").isidentifier():
        names = ", ".join(each.name for each in READY_QUERIES)
        raise BadInput(
            message(
                "{query}: no query and no ready one; ready are: {names}",
                query=query.strip(),
                names=names,
            )
        )
    return query


def query_recording(options: Options, wanted: SqlOptions, path: Path, query: str | None) -> int:
    """Query a recording once, by a script on stdin, or at a prompt."""
    text = None if query is None else query_text(query)
    with ExitStack() as stack:
        session = _session(options, wanted, stack, os.cpu_count() or 1, at_prompt=_at_prompt(text))
        try:
            feed_recording(options, path, session.process)
        except QueryError as error:
            problem = message("{path}: {reason}", path=str(path), reason=message_of(error))
            raise BadInput(problem) from None
        if text is None:
            return prompt(session, options.state_dir)
        return session.answer_query(text)


def query_topic(options: Options, wanted: SqlOptions, query: str | None) -> int:
    """Query a topic once (``once``), at a prompt, or repeatedly as it goes on."""
    text = None if query is None else query_text(query)
    with ExitStack() as stack:
        session = _session(options, wanted, stack, 1, at_prompt=_at_prompt(text))
        tap = StreamTap(_tables_folder(options), pack_s=0.1)
        tap.start()
        stack.callback(tap.close)
        session.tap = lambda: tap.state
        rows = stack.enter_context(topic_rows(options, wanted.since, tap))
        ends_s = time.monotonic() + (options.exit_after_s or float("inf"))
        if text is None:
            return prompt(session, options.state_dir)
        if wanted.once:
            _wait_for_all(rows, tap, ends_s)
            return session.answer_query(text)
        with contextlib.suppress(KeyboardInterrupt):  # the usual end
            return _continuous(session, rows, tap, text, ends_s)
        return 0


def _wait_for_all(rows: TopicRows, tap: StreamTap, ends_s: float) -> None:
    """Wait until everything the topic held is counted, or the time is over."""
    while not (rows.caught_up and tap.idle) and time.monotonic() < ends_s:
        rows.check()
        time.sleep(0.02)


def _continuous(
    session: SqlSession, rows: TopicRows, tap: StreamTap, text: str, ends_s: float
) -> int:
    """Run the query again whenever new tweets came."""
    asked, next_s = (-1, -1), 0.0
    while True:
        now_s = time.monotonic()
        state = tap.state
        news = (state.generation, state.size_bytes)
        if news != asked and now_s >= next_s:
            asked = news
            code = session.answer_query(text, again=True)
            if code:
                return code
            took_s = time.monotonic() - now_s
            next_s = time.monotonic() + max(PACE_S, REST * took_s)
        if now_s >= ends_s:
            return 0
        rows.check()
        if rows.ended and tap.idle and tap.state.size_bytes == news[1]:
            return 1  # nothing more will come; a line on stderr says why
        time.sleep(0.05)


def _at_prompt(text: str | None) -> bool:
    """Whether queries are typed one after the other, not given as an argument or a script."""
    return text is None and sys.stdin.isatty()


def _tables_folder(options: Options) -> Path:
    """The folder for tables while this runs; the system's temporary folder as a fallback."""
    folder = options.state_dir / "sql"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return Path(tempfile.gettempdir())
    return folder if os.access(folder, os.W_OK) else Path(tempfile.gettempdir())


def _session(
    options: Options, wanted: SqlOptions, stack: ExitStack, threads: int, *, at_prompt: bool
) -> SqlSession:
    try:
        folder = new_folder(_tables_folder(options))
    except OSError as error:
        problem = verbatim(f"{error.filename}: {error.strerror}")
        raise BadInput(message("{problem}; choose another --state-dir", problem=problem)) from None
    stack.callback(shutil.rmtree, folder, ignore_errors=True)
    free_mb = shutil.disk_usage(folder).free >> 20
    limits = QueryLimits(wanted.memory_mb, max(64, free_mb // 2), threads, niceness=0)
    process = QueryClient(folder, limits)
    stack.callback(process.close)
    return SqlSession(process, options, wanted, at_prompt=at_prompt)
