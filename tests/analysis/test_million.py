"""A million rows: as quick as they are read, in bounded memory, and the count is right."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.analysis.large import write_large

ROOT = Path(__file__).parents[2]
TWEETS = 1_000_000
MOST_MB = 900
"""Of both processes together; the rows alone are 250 MB, the recording is 1.2 GB."""


def largest_mb(child: subprocess.Popen[str], stop: threading.Event) -> list[float]:
    found = [0.0]

    def watch() -> None:
        process = psutil.Process(child.pid)
        while not stop.wait(0.2):
            try:
                every = [process, *process.children(recursive=True)]
                found[0] = max(found[0], sum(e.memory_full_info().pss for e in every) / 2**20)
            except psutil.Error:
                continue

    threading.Thread(target=watch, daemon=True).start()
    return found


@pytest.mark.soak
def test_a_million_rows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.jsonl"
    write_large(path, TWEETS)
    users: Counter[bytes] = Counter()
    name = re.compile(rb'"ScreenName\\":\\"([^\\]+)')
    with path.open("rb") as file:
        for line in file:
            found = name.search(line)
            assert found is not None
            users[found[1]] += 1
    (tmp_path / "mwk.toml").touch()
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))
    script = "users;\nSELECT count(*) AS n, count(DISTINCT id) AS ids FROM tweets;\n"
    script += "SELECT sum(votes) AS n FROM charts;\nSELECT count(*) AS n FROM votes;\n"
    command = [sys.executable, "-m", "mwk_desktop", "sql", str(path), "--json", "--memory", "256"]
    stop = threading.Event()
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        most_mb = largest_mb(child, stop)
        out, _ = child.communicate(script)
    stop.set()
    assert child.returncode == 0
    rows: list[dict[str, Any]] = [json.loads(line) for line in out.splitlines()]
    *board, total, charts, votes = rows
    assert {row["screen_name"].encode(): row["tweets"] for row in board} == users
    assert total == {"n": TWEETS, "ids": TWEETS}
    assert charts == votes
    assert votes["n"] > 800_000
    assert 0 < most_mb[0] < MOST_MB
    assert not list((tmp_path / "state" / "sql").iterdir())
