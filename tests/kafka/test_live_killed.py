"""`mwk live` itself, killed with -9 again and again: the leaderboard is the topic's."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
from array import array
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import Producer

from mwk_desktop.sources.crowd_source import Crowd
from mwk_desktop.store.show_file import ShowFile
from mwk_desktop.store.show_folder import list_shows

REPO = Path(__file__).resolve().parents[2]
START_MS = 1_700_000_000_000


class Live:
    """The app, headless and silent; ``health`` is its newest health line."""

    def __init__(self, servers: str, topic: str, state_dir: Path) -> None:
        command = [sys.executable, "-m", "mwk_desktop", "live", "--headless", "--json"]
        command += ["--device", "null", "--bootstrap-servers", servers, "--topic", topic]
        command += ["--state-dir", str(state_dir)]
        environment = {**os.environ, "MWK_CONFIG": str(state_dir / "mwk.toml")}
        self.process = subprocess.Popen(
            command, cwd=REPO, env=environment, stdout=subprocess.PIPE, text=True
        )
        self.health: dict[str, Any] = {}
        self.told = threading.Event()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        with self.process.stdout as lines:
            for line in lines:
                if '"health"' in line and line.endswith("\n"):
                    self.health = json.loads(line)
                    self.told.set()

    def end(self, how: str) -> None:
        getattr(self.process, how)()
        self.process.wait(60)
        self._reader.join()


@pytest.mark.soak
def test_live_killed_ten_times(kafka: Any, topic: str, tmp_path: Path, until: Any) -> None:
    (tmp_path / "mwk.toml").write_text("", encoding="utf-8")
    crowd = Crowd("calm", 1000.0, 3_000, seed=8, start_ms=START_MS, partitions=4)
    records = crowd.tweets_until(START_MS + 100_000)
    expected = Counter(json.loads(one.value or b"")["User"]["ScreenName"] for one in records)
    producer = Producer({**kafka, "compression.type": "lz4"})
    chance = random.Random(4)
    for part in range(10):
        for one in records[part::10]:  # twice each: a producer that sends everything twice
            for _ in range(2):
                producer.produce(topic, one.value, one.key, one.partition)
        producer.flush(60)
        live = Live(kafka["bootstrap.servers"], topic, tmp_path)
        live.told.wait(chance.uniform(0.5, 6.0))
        live.end("kill")
    live = Live(kafka["bootstrap.servers"], topic, tmp_path)
    until(lambda: live.health.get("tweets") == len(records) and live.health["lag"] == 0, 120)
    live.end("terminate")
    [entry] = list_shows(tmp_path / "shows")
    show = ShowFile.open(entry.path)
    stored = show.load()
    show.close()
    names = [name for _, run, _ in stored.newcomers for name in run]
    tweets = array("I", b"".join(numbers for numbers, _ in stored.pages.values()))
    assert dict(zip(names, tweets, strict=True)) == expected
