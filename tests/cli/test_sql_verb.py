"""`mwk sql` over recordings: the talk's queries against an independent count, and what it says."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import zstandard

from mwk_desktop.analysis.query_client import QueryClient
from mwk_desktop.analysis.query_errors import QueryError
from mwk_desktop.analysis.query_messages import QueryLimits
from mwk_desktop.analysis.ready_queries import READY_QUERIES
from mwk_desktop.app.verbs.query_sql import query_text
from mwk_desktop.app.verbs.sql_prompt import completions, converse, help_text
from mwk_desktop.app.verbs.sql_rows import feed_recording
from mwk_desktop.app.verbs.sql_session import print_query_error
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.sql_verb import EXAMPLES
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.messages import verbatim
from tests.cli.driving import AT_ONCE, ROOT, WINDOW_MS, process
from tests.engine.conftest import _children_start_like_the_app
from tests.support import T0_MS, envelope, status, votes, write_lines

__all__ = ["_children_start_like_the_app"]

DEMO = ROOT / "assets" / "recordings" / "demo.jsonl.zst"
ALIASES = {
    "drum": ["drum", "batterie"],
    "heavy_bass": ["heavy_bass", "basse lourde", "grosse basse"],
    "lead_bass": ["lead_bass", "basse lead", "basse solo"],
    "line_bass": ["line_bass", "ligne de basse"],
    "melody": ["melody", "melodie", "melodies"],
    "pad": ["pad", "nappe"],
    "synth": ["synth", "synthe", "synthetiseur"],
    "vocal": ["vocal", "voix", "chant"],
}


def plain_loop(path: Path) -> list[dict[str, Any]]:
    """The tweets of a recording by nothing but json, re and a set: no room of ours."""
    pattern = "|".join(
        f"(?P<{name}>" + "|".join(re.sub("[ _]", "[ _-]*", word) for word in words) + ")"
        for name, words in ALIASES.items()
    )
    search = re.compile(rf"(?<![^\W_])(?:{pattern})s?(?![^\W_])", re.I).search
    found, seen = [], set()
    lines = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(path.read_bytes())).read()
    for line in lines.splitlines():
        record = json.loads(line)
        try:
            value = json.loads(record.get("payload") or "")
            value = value.get("payload", value)
            text, user = value["Text"], value["User"]["ScreenName"]
        except (ValueError, AttributeError, TypeError, KeyError):
            continue
        key = (value.get("Id"), user, value.get("CreatedAt"))
        if not isinstance(text, str) or key in seen:
            continue
        seen.add(key)
        folded = unicodedata.normalize("NFKD", text)
        match = search("".join(char for char in folded if not unicodedata.combining(char)))
        instrument = next((k for k, v in match.groupdict().items() if v), None) if match else None
        start_ms = record["ts"] - record["ts"] % 30_000
        found.append(
            {"user": user, "instrument": instrument, "ms": record["ts"], "start": start_ms}
        )
    return found


def when(ms: int) -> str:
    return datetime.fromtimestamp(ms / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S")


def ordered(counts: Counter[Any]) -> list[tuple[Any, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


@pytest.fixture(scope="module")
def no_config(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program's own sound set, with its aliases."""
    path = tmp_path_factory.mktemp("config") / "mwk.toml"
    path.touch()
    return path


@pytest.fixture(scope="module")
def ask(no_config: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """Questions to the demo recording, folded once as `mwk sql` does."""
    process = QueryClient(tmp_path_factory.mktemp("tables"), QueryLimits())
    options = options_of(parser().parse_args(["sql", "--config", str(no_config), str(DEMO)]))
    feed_recording(options, DEMO, process)

    def call(query: str) -> list[dict[str, Any]]:
        result = process.ask(query_text(query), 30.0)
        return [dict(zip(result.columns, row, strict=True)) for row in result.rows]

    yield call
    process.close()


def test_the_talks_queries_equal_a_plain_loop(ask: Any) -> None:
    tweets = plain_loop(DEMO)
    assert len(tweets) > 1_000
    users = Counter(tweet["user"] for tweet in tweets)
    named = [tweet for tweet in tweets if tweet["instrument"]]
    instruments = Counter(tweet["instrument"] for tweet in named)
    melody = Counter(tweet["user"] for tweet in named if tweet["instrument"] == "melody")
    drums = Counter(
        (tweet["start"], tweet["user"]) for tweet in named if tweet["instrument"] == "drum"
    )
    assert [(row["screen_name"], row["tweets"]) for row in ask("users")] == ordered(users)
    assert [(row["instrument"], row["tweets"]) for row in ask("instruments")] == ordered(
        instruments
    )
    assert [(row["screen_name"], row["melody_tweets"]) for row in ask("melody")] == [
        pair for pair in ordered(melody) if pair[1] > 5
    ]
    found = [
        (str(row["window_start"]), row["screen_name"], row["drum_tweets"])
        for row in ask("drum-windows")
    ]
    newest_first = sorted(drums.items(), key=lambda p: (-p[0][0], -p[1], p[0][1]))
    assert found == [(when(start), user, count) for (start, user), count in newest_first]
    newest = sorted(tweets, key=lambda tweet: -tweet["ms"])
    assert [row["screen_name"] for row in ask("raw")[:3]] == [each["user"] for each in newest[:3]]
    clean = [each["user"] for each in newest if each["instrument"]][:3]
    assert [row["screen_name"] for row in ask("clean")[:3]] == clean


def test_charts_and_users_equal_the_replay(mwk: Any, ask: Any, no_config: Path) -> None:
    *windows, summary = mwk("replay", DEMO, *AT_ONCE, "--config", no_config).lines
    charts: dict[str, dict[str, int]] = {}
    for row in ask("FROM charts"):
        charts.setdefault(str(row["window_start"]), {})[row["instrument"]] = row["votes"]
    assert charts == {when(window["start_ms"]): window["votes"] for window in windows}
    assert [list(chart) for chart in charts.values()] == [list(w["votes"]) for w in windows]
    users = ask("FROM users")
    assert len(users) == summary["users"]
    assert [(u["name"], u["tweets"], u["image_url"]) for u in users[:10]] == [
        (leader["name"], leader["tweets"], leader["image"]) for leader in summary["leaderboard"]
    ]
    assert ask("SELECT count(*) AS n FROM votes") == [{"n": summary["votes"]}]
    assert ask("SELECT count(*) AS n FROM tweets") == [{"n": summary["tweets"]}]


def test_a_recorded_shows_lateness_is_kept(mwk: Any, tmp_path: Path) -> None:
    """Arrival times close windows: a vote that came late is a tweet and no vote."""
    lines = votes(["drum", "pad"])
    for line in lines:
        line["arrival_ms"] = line["ts"]
    late = envelope(status("drum #mwk", "late", id_=9), T0_MS + 200, offset=9)
    lines.append({**late, "arrival_ms": T0_MS + WINDOW_MS + 5_000})
    path = write_lines(tmp_path / "late.jsonl", lines)
    config = tmp_path / "w.toml"
    config.write_text(f"[show]\nwindow_ms = {WINDOW_MS}\n", "utf-8")
    result = mwk("sql", "SELECT instrument, votes FROM charts", path, "--csv", "--config", config)
    assert result.out.splitlines() == [b"instrument,votes", b"drum,1", b"pad,1"]
    result = mwk("sql", "SELECT count(*) AS n FROM tweets", path, "--json", "--config", config)
    assert json.loads(result.out) == {"n": 3}


def test_forms(mwk: Any, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "some.jsonl", votes(["drum", "pad", "drum"]))
    query = (
        "SELECT instrument, count(*) AS n, 0.5 AS half, NULL AS no"
        " FROM tweets GROUP BY 1 ORDER BY 1"
    )
    result = mwk("sql", query, path)
    assert result.err == ""
    assert result.out.decode().splitlines() == [
        "instrument  n  half  no",
        "----------  -  ----  --",
        "drum        2   0.5",
        "pad         1   0.5",
    ]
    rows = list(csv.reader(io.StringIO(mwk("sql", query, path, "--csv").out.decode())))
    assert rows == [
        ["instrument", "n", "half", "no"],
        ["drum", "2", "0.5", ""],
        ["pad", "1", "0.5", ""],
    ]
    lines = [json.loads(line) for line in mwk("sql", query, path, "--json").out.splitlines()]
    assert lines[0] == {"instrument": "drum", "n": 2, "half": 0.5, "no": None}
    drawn = mwk("sql", "instruments", path, "--bars").out.decode().splitlines()
    assert [line.split()[:2] for line in drawn] == [["drum", "2"], ["pad", "1"]]
    limited = mwk("sql", "FROM tweets", path, "--limit", "1")
    assert limited.out.count(b"\n") == 3
    assert "1 of 3 rows" in limited.err


def test_what_is_refused(mwk: Any, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "some.jsonl", votes(["drum"]))
    mwk("sql").must_be_refused("name a recording")
    mwk("sql", "SELECT 1 FROM tweets").must_be_refused("name the FILE")
    mwk("sql", "nonsense", path).must_be_refused("nonsense", "melody")
    mwk("sql", "users", tmp_path / "missing.jsonl").must_be_refused("missing.jsonl")
    mwk("sql", "users", path, "--csv", "--bars").must_be_refused("--csv and --bars")
    mwk("sql", "users", path, "--once").must_be_refused("--live")
    mwk("sql", "--live", "users", path).must_be_refused("no FILE")
    mwk("sql", "--live", "users", "--csv").must_be_refused("--once")
    mwk("sql", "users", path, "--memory", "7").must_be_refused("--memory", "64 or more")
    mwk("sql", "users", path, "--timeout", "0").must_be_refused("--timeout")
    mwk("sql", "DROP VIEW tweets", path).must_be_refused("only reads")
    mwk("sql", "SELECT text FROM tweets", path, "--bars").must_be_refused("column of numbers")
    endless = (
        "SELECT count(*) FROM range(10000000) a, range(10000000) b WHERE a.range + b.range < 0"
    )
    mwk("sql", endless, path, "--timeout", "0.5").must_be_refused("stopped after 0.5 s")
    hungry = "SELECT list(range) FROM range(1000000000)"
    mwk("sql", hungry, path, "--memory", "64").must_be_refused("64 MB")


def test_a_wrong_query_is_one_line_with_its_place(mwk: Any, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "some.jsonl", votes(["drum"]))
    result = mwk("sql", "SELECT text,\n  naem FROM tweets", path)
    assert (result.code, result.out) == (2, b"")
    (said,) = result.err.splitlines()
    assert said.startswith("mwk: line 2, column 3 (naem FROM tweets): ")
    assert '"name"' in said
    result = mwk("sql", f"SELECT naem{' + 1' * 90} FROM tweets", path)
    assert result.err.startswith(f"mwk: line 1, column 8 (naem{' + 1' * 9}...): ")


def test_the_prompt_points_at_the_place(capsys: pytest.CaptureFixture[str]) -> None:
    text = "SELECT text,\n  naem FROM tweets"
    wrong = QueryError(verbatim("no such column"), text.index("naem"))
    print_query_error(wrong, text, with_caret=True)
    said, line, caret = capsys.readouterr().err.splitlines()
    assert said == "mwk: line 2, column 3 (naem FROM tweets): no such column"
    assert line[caret.index("^") :].startswith("naem")


def test_a_list_of_ready_queries(mwk: Any) -> None:
    text = mwk("sql", "--list").out.decode()
    assert all(f"{each.name}: {each.explanation}" in text for each in READY_QUERIES)
    lines = [json.loads(line) for line in mwk("sql", "--list", "--json").out.splitlines()]
    assert [line["query"] for line in lines] == [each.text for each in READY_QUERIES]


def test_a_script_comes_from_stdin(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "some.jsonl", votes(["drum", "pad"]))
    script = b"SELECT count(*) AS n\nFROM tweets;\nusers;\nSELECT nope;\nSELECT 1;\n"
    result = process("sql", path, "--json", input=script, stdin=None)
    assert [json.loads(line) for line in result.out.splitlines()] == [
        {"n": 2},
        {"screen_name": "user0", "tweets": 1},
        {"screen_name": "user1", "tweets": 1},
    ]
    assert result.code == 2
    assert "column 8" in result.err


class Asked:
    """A session that remembers."""

    process: Any = None

    def __init__(self) -> None:
        self.texts: list[str] = []

    def answer_query(self, text: str, *, again: bool = False) -> int:
        self.texts.append(text)
        return 2


def test_the_prompt_goes_on_after_errors(capsys: Any) -> None:
    lines = iter(["", "SELECT 1", "SELECT \\", "2;", KeyboardInterrupt, "melody", "help", EOFError])

    def read(prompt: str) -> str:
        line = next(lines)
        if isinstance(line, str):
            return line
        raise line

    asked = Asked()
    assert converse(asked, read) == 0
    melody = next(each.text for each in READY_QUERIES if each.name == "melody")
    assert asked.texts == ["SELECT 1", "SELECT \n2;", melody]
    assert "leaderboard" in capsys.readouterr().out
    assert "window_start" not in help_text()


def test_completion_of_views_and_columns() -> None:
    assert completions("SELECT * FROM tw", "tw") == ["tweets"]
    assert completions("SELECT scr", "scr") == ["screen_name"]
    assert completions("SELECT of", "of") == ['"offset"']
    assert completions("FROM charts WHERE pl", "pl") == ["place"]
    assert completions("FROM charts WHERE scr", "scr") == []
    assert "melody" in completions("mel", "mel")
    assert "SELECT" in completions("sel", "sel")


def test_examples_name_every_view() -> None:
    assert all(view in EXAMPLES for view in ("tweets", "votes", "charts", "users"))
