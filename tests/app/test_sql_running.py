"""SQL over a show that runs: what it says is what the show counts, and whatever is asked, the show
goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.analysis.query_messages import QueryLimits
from mwk_desktop.analysis.ready_queries import READY_QUERIES
from mwk_desktop.analysis.stream_tap import StreamTap
from mwk_desktop.app.wiring.show_host import ShowHost
from mwk_desktop.app.wiring.show_resources import open_resources
from mwk_desktop.app.wiring.start_demo import prepare_demo
from mwk_desktop.app.wiring.start_replay import prepare_replay
from mwk_desktop.app.workers.query_worker import QueryWorker
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.show.commands import BlockUser, RunQuery, StopQuery
from mwk_desktop.show.workers_state import QueryState
from tests.analysis.queries import EATS_MEMORY, NEVER_ENDS
from tests.engine.conftest import _children_start_like_the_app, jack_of
from tests.support import votes, wait_for, write_lines

__all__ = ["_children_start_like_the_app", "jack_of"]

START = Callable[..., ShowHost]


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[START]:
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))
    (tmp_path / "mwk.toml").touch()
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    started: list[ShowHost] = []

    def begin_show(
        *words: str, replayed: Path | None = None, rate_per_s: float = 200.0, timeout_s: float = 2.0
    ) -> ShowHost:
        options = options_of(parser().parse_args([*words, "--headless"]))
        resources = open_resources(options)
        assert resources.tap is None  # nobody can ask there
        tap = StreamTap(tmp_path / "sql", pack_s=0.05)
        resources = replace(resources, tap=tap)
        if replayed is None:
            begin = prepare_demo(options, resources, "calm", rate_per_s, 50)
        else:
            begin = prepare_replay(options, resources, replayed)
        worker = QueryWorker(
            tap, tmp_path / "sql", timeout_s=timeout_s, limits=QueryLimits(memory_mb=128)
        )
        host = ShowHost(lambda path: prepare_replay(options, resources, path))
        started.append(host)
        host.start(begin, [resources.outputs, worker])
        return host

    yield begin_show
    for show_host in started:
        show_host.close()
    assert not list((tmp_path / "sql").glob("mwk-sql-*"))


def query_of(show_host: ShowHost) -> QueryState:
    return show_host.snapshot().workers.query or QueryState()


def querying(show_host: ShowHost) -> QueryWorker:
    _, worker = show_host._workers
    assert isinstance(worker, QueryWorker)
    return worker


def answer(show_host: ShowHost, text: str) -> QueryState:
    """The first answer (or refusal) to a query."""
    show_host.send(RunQuery(text))
    return wait_for(
        lambda: (
            query
            if (query := query_of(show_host)).text == text and (query.columns or query.error)
            else None
        )
    )


def test_a_running_show_is_asked_again_and_again(start: START) -> None:
    show_host = start("--device", "null")
    assert {"RunQuery", "StopQuery"} <= set(show_host.snapshot().workers.offers)
    assert [each.title for each in show_host.snapshot().workers.ready_queries] == [
        each.title for each in READY_QUERIES
    ]
    assert show_host.snapshot().workers.query is None
    text = "SELECT instrument, count(*) AS n FROM tweets GROUP BY ALL ORDER BY n DESC, instrument"
    first = answer(show_host, text)
    assert (first.columns, first.types) == (("instrument", "n"), ("VARCHAR", "BIGINT"))
    assert first.continuous
    assert not first.running
    assert not first.note
    later = wait_for(
        lambda: q if (q := query_of(show_host)).as_of_tweets > first.as_of_tweets + 100 else None
    )
    total = sum(int(row[1] or 0) for row in later.rows)
    assert total == later.as_of_tweets
    # A snapshot is some milliseconds old: the show has counted them, and it says so next.
    wait_for(lambda: show_host.snapshot().counts.tweets >= later.as_of_tweets)
    show_host.send(StopQuery())
    stopped = wait_for(lambda: q if not (q := query_of(show_host)).continuous else None)
    tweets = show_host.snapshot().counts.tweets
    wait_for(lambda: show_host.snapshot().counts.tweets > tweets + 200)
    assert query_of(show_host) == stopped


def test_the_answer_is_what_the_show_counts(start: START, tmp_path: Path) -> None:
    """A replay that stands at its end: nothing moves between the two counts."""
    path = write_lines(
        tmp_path / "some.jsonl", votes(["drum", "pad", "drum", "hello"] * 25, step_ms=10)
    )
    show_host = start("replay", str(path), "--device", "null", replayed=path)
    text = "SELECT * FROM users"
    answer(show_host, text)
    wait_for(lambda: show_host.snapshot().counts.tweets == 100)
    done = wait_for(lambda: q if (q := query_of(show_host)).as_of_tweets == 100 else None)
    assert done.row_count == show_host.snapshot().counts.users == 100
    leaders = [(each.name, str(each.tweets)) for each in show_host.snapshot().leaders]
    assert [row[:2] for row in done.rows[: len(leaders)]] == leaders
    charts = answer(show_host, "SELECT instrument, votes FROM charts")
    assert charts.rows == (("drum", "50"), ("pad", "25"))
    places = answer(show_host, 'SELECT "partition", "offset" FROM tweets ORDER BY "offset"')
    assert places.rows == tuple(("0", str(n)) for n in range(100))

    # Whoever is blocked leaves the board.
    show_host.send(RunQuery(text))
    show_host.send(BlockUser("user0"))
    wait_for(lambda: query_of(show_host).text == text and query_of(show_host).row_count == 99)

    # Another show: its rows, and none of the one before.
    second = write_lines(tmp_path / "second.jsonl", votes(["vocal"] * 5))
    show_host.open_recording(second)
    wait_for(lambda: show_host.snapshot().source.name == "second.jsonl")
    wait_for(lambda: query_of(show_host).row_count == 5 and query_of(show_host).text == text)


def test_what_an_earlier_start_counted_is_said(start: START, tmp_path: Path) -> None:
    """As after a restart of a live show: the counts go on, the rows begin again."""
    path = write_lines(tmp_path / "some.jsonl", votes(["drum", "pad"] * 2, step_ms=10))
    show_host = start("replay", str(path), "--device", "null", replayed=path)
    assert wait_for(lambda: answer(show_host, "FROM tweets").row_count == 4 or None)
    worker = querying(show_host)
    worker._tap.begin(30_000)
    worker.on_show_started(show_host._running)
    query = wait_for(lambda: q if (q := answer(show_host, "FROM users")).row_count == 0 else None)
    assert str(query.note) == "without 4 tweets from before this start"
    assert query.as_of_tweets == 0


def test_wrong_queries_say_where_and_are_not_asked_again(start: START) -> None:
    show_host = start("--device", "null")
    query = answer(show_host, "SELECT naem FROM tweets")
    assert (query.error_at, query.running, query.continuous) == (7, False, False)
    assert 'Referenced column "naem"' in str(query.error)
    for text in ("ATTACH 'x.db'", "COPY tweets TO 'x.csv'", "FROM read_text('/etc/passwd')"):
        query = answer(show_host, text)
        assert "only reads" in str(query.error) or "no files" in str(query.error)
        assert not query.rows
    assert answer(show_host, "SELECT 1 AS one").rows == (("1",),)


def test_the_music_is_never_touched(start: START) -> None:
    """Frames go on and no block is missed while SQL does its worst."""
    show_host = start("--device", "null", rate_per_s=500.0, timeout_s=0.8)
    wait_for(lambda: show_host.snapshot().counts.tweets > 50)
    xruns = show_host.snapshot().engine.xruns
    for text in (*NEVER_ENDS.values(), *EATS_MEMORY.values()):
        frames = [show_host.snapshot().transport.frame]
        tweets = show_host.snapshot().counts.tweets
        show_host.send(RunQuery(text))

        def refused(text: str = text, frames: list[int] = frames) -> bool:
            snapshot = show_host.snapshot()
            frames.append(snapshot.transport.frame)
            query = snapshot.workers.query
            return query is not None and query.text == text and bool(query.error)

        wait_for(refused)
        assert "stopped" in (said := str(query_of(show_host).error)) or "MB" in said
        # Half a second back at most: a clock that a busy machine held up counts from there.
        assert all(after > before - 24_000 for before, after in pairwise(frames))
        frame = show_host.snapshot().transport.frame
        wait_for(lambda frame=frame: show_host.snapshot().transport.frame > frame + 4_800)
        wait_for(lambda tweets=tweets: show_host.snapshot().counts.tweets > tweets)
    assert show_host.snapshot().engine.xruns == xruns
    assert not show_host.failed
    # And SQL itself is there again; it may take its time.
    worker = querying(show_host)
    worker._timeout_s = 30.0
    assert int(answer(show_host, "SELECT count(*) AS n FROM tweets").rows[0][0] or 0) > 50


def test_a_new_query_stops_the_one_that_runs(start: START) -> None:
    # Longer than anybody waits for the answer: it came because the first one was stopped.
    show_host = start("--device", "null", timeout_s=3_600.0)
    show_host.send(RunQuery(NEVER_ENDS["a product"]))
    worker = querying(show_host)
    wait_for(lambda: worker._process and worker._process.serial)
    assert answer(show_host, "SELECT 42 AS n").rows == (("42",),)


def test_also_one_that_has_not_quite_begun(start: START) -> None:
    show_host = start("--device", "null", timeout_s=3_600.0)
    show_host.send(RunQuery(NEVER_ENDS["a product"]))
    assert answer(show_host, "SELECT 42 AS n").rows == (("42",),)


@pytest.mark.soak
def test_a_sound_server_misses_no_block(jack_of: Any, start: START) -> None:
    jack_of(256)
    device = "system"
    show_host = start("--device", device, rate_per_s=2_000.0, timeout_s=2.0)
    wait_for(lambda: show_host.snapshot().engine.state == "running")
    wait_for(lambda: show_host.snapshot().counts.tweets > 1_000)
    xruns = show_host.snapshot().engine.xruns
    for text in (
        *NEVER_ENDS.values(),
        *EATS_MEMORY.values(),
        *(each.text for each in READY_QUERIES),
    ):
        answer(show_host, text)
    assert show_host.snapshot().engine.state == "running"
    assert show_host.snapshot().engine.xruns == xruns
