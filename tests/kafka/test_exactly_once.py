"""Nothing lost, nothing counted twice, whoever is killed, and whatever is sent twice.

The truth is computed here from what was sent, by a plain loop that knows nothing of the product.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.kafka.topic_admin import create_topic
from tests.kafka.crowd_topic import crowd_records, send_all, truth

HARNESS = Path(__file__).with_name("harness.py")
REPO = Path(__file__).resolve().parents[2]


class Show:
    """The harness as a process of its own."""

    def __init__(self, kafka: dict[str, Any], topic: str, folder: Path, *more: str) -> None:
        command = [sys.executable, str(HARNESS), kafka["bootstrap.servers"], topic, str(folder)]
        self.process = subprocess.Popen(
            [*command, *more], stdout=subprocess.PIPE, text=True, cwd=REPO, env={"PYTHONPATH": "."}
        )
        assert self.process.stdout is not None
        self.out = self.process.stdout
        assert self.out.readline() == "started\n"

    def kill_after(self, seconds: float) -> None:
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.process.kill()
        self.process.wait()
        self.out.close()

    def result(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.out.read())
        assert self.process.wait(60) == 0
        self.out.close()
        board = found["leaderboard"]
        counts = [row[1] for row in board]
        assert counts == sorted(counts, reverse=True)
        found["leaderboard"] = {name: tweets for name, tweets, _ in board}
        return found


def killed_many_times(
    kafka: dict[str, Any], topic: str, folder: Path, kills: int, longest_s: float
) -> dict[str, Any]:
    chance = random.Random(11)
    for _ in range(kills):
        Show(kafka, topic, folder).kill_after(chance.uniform(0.0, longest_s))
    return Show(kafka, topic, folder, "--stop-when-read").result()


def check(found: dict[str, Any], expected: dict[str, Any]) -> None:
    assert found.pop("lag") == 0
    assert found == expected


def test_killed_four_times(kafka: Any, topic: str, tmp_path: Path) -> None:
    records = crowd_records(20_000)
    assert len(records) > 15_000
    send_all(kafka, topic, records)
    check(killed_many_times(kafka, topic, tmp_path, 4, 0.5), truth(records))
    assert len(list(tmp_path.glob("*.mwk-show"))) == 1


def test_everything_sent_twice_changes_nothing(kafka: Any, topic: str, tmp_path: Path) -> None:
    records = crowd_records(3_000)
    send_all(kafka, topic, records)
    once = Show(kafka, topic, tmp_path, "--stop-when-read").result()
    send_all(kafka, topic, records)
    twice = Show(kafka, topic, tmp_path, "--stop-when-read").result()
    assert twice["leaderboard"] == once["leaderboard"] == truth(records)["leaderboard"]
    assert twice["tweets"] == once["tweets"]
    check(twice, truth(records + records))


@pytest.mark.soak
def test_100_000_tweets_killed_ten_times(kafka: Any, topic: str, tmp_path: Path) -> None:
    records = crowd_records(100_000, users=5_000)
    send_all(kafka, topic, records)
    check(killed_many_times(kafka, topic, tmp_path, 10, 1.0), truth(records))


@pytest.mark.soak
def test_a_million_tweets_killed_ten_times(kafka: Any, tmp_path: Path) -> None:
    create_topic(kafka, "million", partitions=4)
    expected: dict[str, Any] = {}
    records = crowd_records(1_000_000, users=100_000)
    send_all(kafka, "million", records)
    expected = truth(records)
    del records
    check(killed_many_times(kafka, "million", tmp_path, 10, 3.0), expected)


@pytest.mark.soak
def test_100_000_tweets_and_a_broker_killed_three_times(
    broker: Any, kafka: Any, topic: str, tmp_path: Path
) -> None:
    records = crowd_records(100_000, users=5_000)
    send_all(kafka, topic, records[:20_000])
    show = Show(kafka, topic, tmp_path)
    for part in range(3):
        broker.kill()
        broker.start()
        at = 20_000 + part * 20_000
        send_all(kafka, topic, records[at : at + 20_000])
    send_all(kafka, topic, records[80_000:])
    show.kill_after(1.0)
    check(Show(kafka, topic, tmp_path, "--stop-when-read").result(), truth(records))
