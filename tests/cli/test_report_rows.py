"""`mwk report --csv` and `--parquet`: what the page counted, as rows."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.cli.driving import AT_ONCE, ROOT, WINDOW_MS, process
from tests.support import T0_MS, envelope, status, write_lines

DEMO = ROOT / "assets" / "recordings" / "demo.jsonl.zst"
SHORT = ("--window-ms", str(WINDOW_MS))


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def exported(mwk: Any, tmp_path: Path) -> Path:
    result = mwk("report", DEMO, "--csv", tmp_path / "c", "--parquet", tmp_path / "p", "--json")
    assert (result.code, result.err) == (0, "")
    assert [Path(line["file"]).name for line in result.lines] == [
        f"{name}.{kind}"
        for kind in ("csv", "parquet")
        for name in ("tweets", "windows", "scenes", "hands")
    ]
    return tmp_path


def test_the_rows_are_what_the_replay_counts(mwk: Any, exported: Path) -> None:
    replayed = mwk("replay", DEMO, *AT_ONCE)
    [summary] = replayed.of_type("summary")
    windows = rows_of(exported / "c" / "windows.csv")
    instruments = list(windows[0])[2:10]
    assert [
        {name: int(row[name]) for name in instruments if row[name] != "0"} for row in windows
    ] == [line["votes"] for line in replayed.of_type("window")]
    tweets = rows_of(exported / "c" / "tweets.csv")
    assert len(tweets) == summary["tweets"]
    assert len({row["screen_name"] for row in tweets}) == summary["users"]
    assert sum(bool(row["instrument"]) for row in tweets) == summary["votes"] + summary["late"]
    scenes = rows_of(exported / "c" / "scenes.csv")
    assert {row["clip"] for row in scenes} >= {
        clip for line in replayed.of_type("window") for clip in line["scene"]
    }


def test_both_kinds_hold_the_same(exported: Path) -> None:
    with duckdb.connect() as database:
        for name in ("tweets", "windows", "scenes"):
            both = [
                database.execute(
                    f"SELECT count(*) FROM '{exported / kind}/{name}.{suffix}'"
                ).fetchall()
                for kind, suffix in (("c", "csv"), ("p", "parquet"))
            ]
            assert both[0] == both[1] != [(0,)]
        kinds = database.execute(
            f"DESCRIBE SELECT event_time, text FROM '{exported / 'p'}/tweets.parquet'"
        ).fetchall()
        assert [kind[1] for kind in kinds] == ["TIMESTAMP", "VARCHAR"]


def test_without_names(mwk: Any, tmp_path: Path, recording: Path) -> None:
    assert mwk("report", recording, "--csv", tmp_path, "--anonymous", *SHORT).code == 0
    tweets = rows_of(tmp_path / "tweets.csv")
    assert [row["screen_name"] for row in tweets] == [f"user-{n}" for n in range(1, 10)]
    emptied = ("text", "name", "image_url", "id", "created_at", "partition", "offset")
    assert {"".join(row[column] for column in emptied) for row in tweets} == {""}
    assert all(row["event_time"] for row in tweets)


def test_a_spreadsheet_finds_no_formula_and_parquet_keeps_every_letter(
    mwk: Any, tmp_path: Path
) -> None:
    texts = [
        "=cmd|' /C calc'!A0 drum",
        "+1 pad",
        "-2 synth",
        "@ana drum",
        "\t=1 drum",
        "a = b drum",
    ]
    lines = [
        envelope(
            status(text, f"={n}'\"", id_=n or None, created_ms=T0_MS if n else None),
            T0_MS + n,
            offset=n,
        )
        for n, text in enumerate(texts)
    ]
    path = write_lines(tmp_path / "odd.jsonl", lines)
    folders = ("--csv", tmp_path / "c", "--parquet", tmp_path / "p")
    result = mwk("report", path, *folders, *SHORT)
    assert (result.code, result.err) == (0, "")
    tweets = rows_of(tmp_path / "c" / "tweets.csv")
    assert [row["text"] for row in tweets] == [*(f"'{text}" for text in texts[:-1]), texts[-1]]
    assert [row["screen_name"] for row in tweets] == [f"'={n}'\"" for n in range(len(texts))]
    assert not [
        cell
        for name in ("tweets", "windows", "scenes", "hands")
        for row in rows_of(tmp_path / "c" / f"{name}.csv")
        for cell in row.values()
        if cell[:1] in ("=", "+", "-", "@", "\t", "\r")
    ]
    with duckdb.connect() as database:
        found = database.execute(
            f"SELECT text, screen_name, id, created_at FROM '{tmp_path}/p/tweets.parquet'"
        ).fetchall()
    assert [row[:2] for row in found] == [(text, f"={n}'\"") for n, text in enumerate(texts)]
    assert found[0][2:] == (None, None)  # what a message does not say is no zero
    assert (tweets[0]["id"], tweets[0]["created_at"]) == ("", "")


def test_a_run_of_its_own_ends_quietly(tmp_path: Path, recording: Path) -> None:
    result = process("report", recording, "--csv", tmp_path / "rows", *SHORT)
    assert (result.code, result.err) == (0, "")


def test_refusals(mwk: Any, tmp_path: Path, recording: Path) -> None:
    mwk("report", recording).must_be_refused("-o OUT.html", "--csv")
    (tmp_path / "file").write_text("x", "utf-8")
    mwk("report", recording, "--csv", tmp_path / "file").must_be_refused("is a file")
