"""Whatever is asked: an answer, or one clear line; nothing is changed, read or reached."""

from __future__ import annotations

import threading
from pathlib import Path

import psutil
import pytest

from mwk_desktop.analysis.counted_rows import CountingRestarted, counted_rows_of, pack
from mwk_desktop.analysis.query_client import QueryClient
from mwk_desktop.analysis.query_errors import QueryError, text_place
from mwk_desktop.analysis.query_messages import QueryLimits
from tests.analysis.queries import EATS_MEMORY, NEVER_ENDS, rows
from tests.support import T0_MS, live_batch, wait_for

REFUSED = {
    "reads a file": ("FROM read_text('{file}')", "no files"),
    "reads a file by its name": ("FROM '{file}'", "no files"),
    "reads CSV": ("FROM read_csv('{file}')", "no files"),
    "reads a folder": ("FROM glob('{folder}/*')", "no files"),
    "reads the network": ("FROM read_csv('https://example.invalid/x.csv')", "no files"),
    "reads the network by name": ("FROM 'https://example.invalid/x.parquet'", "no files"),
    "reads another engine's": ("FROM sqlite_scan('{file}', 'x')", "no files"),
    "attaches": ("ATTACH '{folder}/new.db'", "ATTACH is not possible"),
    "detaches": ("DETACH tweets", "DETACH is not possible"),
    "installs": ("INSTALL httpfs", "INSTALL is not possible"),
    "loads": ("LOAD httpfs", "LOAD is not possible"),
    "copies out": ("COPY tweets TO '{folder}/out.csv'", "COPY is not possible"),
    "copies in": ("COPY folded.rows FROM '{file}'", "COPY is not possible"),
    "exports": ("EXPORT DATABASE '{folder}/out'", "EXPORT is not possible"),
    "explains a copy": ("EXPLAIN ANALYZE COPY tweets TO '{folder}/out.csv'", "only reads"),
    "inserts": ("INSERT INTO folded.blocked VALUES ('x')", "INSERT is not possible"),
    "inserts inside": (
        "WITH a AS (INSERT INTO folded.blocked VALUES ('x') RETURNING *) FROM a",
        "only reads",
    ),
    "explains an insert": ("EXPLAIN ANALYZE INSERT INTO folded.blocked VALUES ('x')", "only reads"),
    "deletes": ("DELETE FROM folded.rows", "DELETE is not possible"),
    "updates": ("UPDATE folded.rows SET text = ''", "UPDATE is not possible"),
    "creates": ("CREATE TABLE x AS FROM tweets", "CREATE is not possible"),
    "drops": ("DROP VIEW tweets", "DROP is not possible"),
    "sets": ("SET threads = 64", "SET is not possible"),
    "unlocks": ("SET enable_external_access = true", "SET is not possible"),
    "resets": ("RESET lock_configuration", "RESET is not possible"),
    "asks a pragma": ("PRAGMA enable_profiling", "PRAGMA is not possible"),
    "calls": ("CALL pragma_version()", "CALL is not possible"),
    "begins": ("BEGIN", "BEGIN is not possible"),
    "uses": ("USE memory", "USE is not possible"),
    "prepares": ("PREPARE p AS SELECT 1", "PREPARE is not possible"),
    "checkpoints": ("CHECKPOINT", "CHECKPOINT is not possible"),
    "two at once": ("SELECT 1; DROP VIEW tweets", "one query at a time"),
    "nothing": ("  -- only a comment", "there is no query"),
    "a pivot without values": ("PIVOT votes ON instrument", "PIVOT needs its values"),
}


@pytest.fixture(autouse=True)
def some_tweets(process: QueryClient) -> None:
    batch = live_batch(["drum", "pad"] * 10, T0_MS)
    counted = [(n, ("drum", "pad")[n % 2]) for n in range(20)]
    process.feed(pack([CountingRestarted(30_000), counted_rows_of(batch, counted, T0_MS)]))


def refusal(process: QueryClient, text: str, timeout_s: float = 30.0) -> QueryError:
    with pytest.raises(QueryError) as caught:
        process.ask(text, timeout_s, most_rows=10)
    line = str(caught.value)
    assert line
    assert "\n" not in line
    assert len(line) < 500
    assert "Error" not in line
    return caught.value


@pytest.mark.parametrize("kind", REFUSED)
def test_a_query_only_reads(process: QueryClient, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "secret.csv"
    file.write_text("secret\n42\n", "utf-8")
    text, words = REFUSED[kind]
    error = refusal(process, text.format(file=file, folder=tmp_path))
    assert words in str(error)
    assert [path.name for path in tmp_path.iterdir()] == ["secret.csv"]
    assert rows(process, "SELECT count(*), count(DISTINCT instrument) FROM tweets") == [(20, 2)]
    assert rows(process, "FROM folded.blocked") == []


@pytest.mark.parametrize("kind", NEVER_ENDS)
def test_a_query_that_never_ends_is_stopped(process: QueryClient, kind: str) -> None:
    error = refusal(process, NEVER_ENDS[kind], timeout_s=0.5)
    assert "stopped after 0.5 s" in str(error)
    assert rows(process, "SELECT count(*) FROM tweets") == [(20,)]


@pytest.mark.parametrize("kind", EATS_MEMORY)
def test_a_query_that_eats_memory_is_stopped(process: QueryClient, kind: str) -> None:
    error = refusal(process, EATS_MEMORY[kind])
    assert "memory" in str(error) or "MB" in str(error)
    assert rows(process, "SELECT count(*) FROM tweets") == [(20,)]


def test_what_does_not_stop_is_killed(tmp_path: Path) -> None:
    """One function call that DuckDB does not interrupt: the process goes, the tables stay."""
    process = QueryClient(tmp_path / "tables", QueryLimits(memory_mb=2048))
    try:
        batch = live_batch(["drum"], T0_MS)
        process.feed(
            pack([CountingRestarted(30_000), counted_rows_of(batch, [(0, "drum")], T0_MS)])
        )
        rows(process, "FROM tweets")
        first = process.pid
        slow = "SELECT max(length(repeat('x', 90000000) || range::VARCHAR)) FROM range(1000)"
        error = refusal(process, slow, timeout_s=0.3)
        assert "stopped after" in str(error) or "memory" in str(error)
        assert rows(process, "SELECT count(*) FROM tweets") == [(1,)]
        assert process.pid is not None
        assert first is not None
    finally:
        process.close()


def test_another_thread_stops_a_query(process: QueryClient) -> None:
    serial = process.serial + 1
    timer = threading.Timer(0.5, process.stop, [serial])
    timer.start()
    error = refusal(process, NEVER_ENDS["a product"])
    timer.join()
    assert str(error) == "stopped"
    process.stop(serial)  # one that is over stops nothing
    assert rows(process, "SELECT 1") == [(1,)]


WRONG = {
    "SELECT naem FROM tweets": (7, "naem"),
    "SELECT *\nFROM twets": (14, "twets"),
    "SELEC 1": (0, "SELEC"),
    "SELECT count(* FROM tweets": (15, "FROM"),
    "SELECT 'é €', nope(text) FROM tweets": (14, "nope"),
    "SELECT " + "'long', " * 40 + "naem FROM tweets WHERE text = '" + "x" * 200 + "'": (
        327,
        "naem",
    ),
}


@pytest.mark.parametrize("text", WRONG, ids=range(len(WRONG)))
def test_a_wrong_query_says_where(process: QueryClient, text: str) -> None:
    at, word = WRONG[text]
    error = refusal(process, text)
    assert text[error.at :].startswith(word)
    assert error.at == at
    place = text_place(text, error.at)
    assert place.text[place.column - 1 :].startswith(word)
    assert place.caret.index("^") == place.column - 1


def test_only_so_many_rows_travel_and_all_are_counted(process: QueryClient) -> None:
    result = process.ask("FROM range(100000) -- all", 30, most_rows=10)
    assert (len(result.rows), result.row_count) == (10, 100_000)
    result = process.ask("FROM range(10)", 30, most_rows=10)
    assert (len(result.rows), result.row_count) == (10, 10)
    assert len(process.ask("FROM range(5000)", 30).rows) == 5000


def test_every_type_has_a_value(process: QueryClient) -> None:
    text = (
        "SELECT now() AS a, INTERVAL 3 DAY, [1, 2], {'a': 1}, 1.5::DECIMAL(5,2), 'x'::BLOB, uuid(),"
        " current_date, 170141183460469231731687303715884105727::HUGEINT, 'inf'::DOUBLE, TRUE,"
        " NULL, TIME '12:00', MAP {'k': 1}, '101'::BIT"
    )
    (row,) = rows(process, text)
    assert len(row) == 15


def test_a_process_that_is_killed_from_outside_is_said(own_process: QueryClient) -> None:
    rows(own_process, "SELECT 1")
    pid = own_process.pid
    assert pid is not None
    child = psutil.Process(pid)
    child.kill()
    wait_for(lambda: not child.is_running() or child.status() == psutil.STATUS_ZOMBIE)
    error = refusal(own_process, "SELECT 1")
    assert "process" in str(error)
    assert rows(own_process, "SELECT 1") == [(1,)]
    assert own_process.pid != pid
