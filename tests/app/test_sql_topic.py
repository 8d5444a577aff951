"""`mwk sql --live` on a real broker: once, again and again, and on a terminal."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.cli.main import run
from mwk_desktop.records.recording_writer import read_recording
from mwk_desktop.records.tweet_decoding import decode_tweet
from tests.engine.conftest import _children_start_like_the_app
from tests.support import wait_for

__all__ = ["_children_start_like_the_app"]

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _no_settings_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))
    (tmp_path / "mwk.toml").touch()


@pytest.fixture
def at(kafka: Any, topic: str) -> list[str]:
    return ["--bootstrap-servers", kafka["bootstrap.servers"], "--topic", topic]


def test_what_a_topic_holds(
    at: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    crowd = ["crowd", "--profile", "flood", "--rate", "50000", "--count", "3000", "--users", "40"]
    assert run([*crowd, *at]) == 0
    file = tmp_path / "topic.jsonl"
    assert run(["record", "-o", str(file), "--to-end", *at]) == 0
    # Beside them stands the line that says that the file is a copy.
    records = [record for record in read_recording(file) if record.topic != "mwk-show"]
    tweets = [decode_tweet(record.value) for record in records]
    truth = Counter(tweet.screen_name for tweet in tweets)
    capsys.readouterr()
    assert run(["sql", "--live", "users", "--once", "--json", *at]) == 0
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [(row["screen_name"], row["tweets"]) for row in found] == sorted(
        truth.items(), key=lambda pair: (-pair[1], pair[0])
    )
    # Partitions come in any order: what the topic held counts by its event time, none is late.
    text = "SELECT sum(votes) AS n FROM charts UNION ALL SELECT count(*) FROM votes"
    assert run(["sql", "--live", text, "--once", "--csv", *at]) == 0
    _, charts, votes = capsys.readouterr().out.split()
    assert int(charts) == int(votes) > 2_000
    assert run(["sql", "--live", "SELECT nope", "--once", *at]) == 2
    assert not list((tmp_path / "state" / "sql").iterdir())


def test_a_query_is_asked_again_as_tweets_come(at: list[str], tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mwk_desktop", "sql", "--live", "instruments", *at]
    master, slave = pty.openpty()
    terminal = subprocess.Popen([*command], cwd=ROOT, stdout=slave, stdin=subprocess.DEVNULL)
    os.close(slave)
    plain = subprocess.Popen([*command], cwd=ROOT, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    lines: list[dict[str, Any]] = []
    screen: list[bytes] = []

    def read_lines() -> None:
        assert plain.stdout is not None
        lines.extend(json.loads(line) for line in plain.stdout)

    def read_screen() -> None:
        try:
            while data := os.read(master, 65536):
                screen.append(data)
        except OSError:
            pass  # how a terminal says that the other side has gone

    threads = [threading.Thread(target=read_lines), threading.Thread(target=read_screen)]
    for thread in threads:
        thread.start()
    try:
        for number in range(1, 3):
            assert run(["tweet", "melody please", "--user", f"u{number}", *at]) == 0
            shown = f"melody           {number}".encode()
            wait_for(lambda shown=shown: shown in b"".join(screen))
            wait_for(lambda number=number: bool(lines) and lines[-1]["tweets"] == number)
    finally:
        for process in (terminal, plain):
            process.terminate()
        codes = [process.wait(60) for process in (terminal, plain)]
        for thread in threads:
            thread.join()
        os.close(master)
        assert plain.stdout is not None
        plain.stdout.close()
    assert codes == [0, 0]
    assert b"\x1b[" in b"".join(screen)
    assert lines[-1] == {
        "type": "answer",
        "tweets": 2,
        "row_count": 1,
        "columns": ["instrument", "tweets"],
        "rows": [["melody", 2]],
    }
    assert [line["tweets"] for line in lines] == sorted({line["tweets"] for line in lines})


def test_no_broker_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = ["--bootstrap-servers", "127.0.0.1:1", "--exit-after", "2"]
    assert run(["sql", "--live", "instruments", *nowhere]) == 0
    assert "127.0.0.1:1" in capsys.readouterr().err
    assert run(["sql", "--live", "instruments", "--since", "sometime"]) == 2
    assert "--since" in capsys.readouterr().err
