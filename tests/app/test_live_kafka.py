"""`mwk live` on a real broker: nothing lost and nothing counted twice, whoever is killed."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from tests.app.live_process import ROOT, Live, empty_config, kept
from tests.kafka.crowd_topic import crowd_records, send_all, truth


def check(state_dir: Path, expected: dict[str, Any]) -> None:
    counting = kept(state_dir)
    counts = counting.counts
    board = counting.leaderboard.top(counts.users)
    assert counts.tweets == expected["tweets"]
    assert counts.duplicates == expected["duplicates"]
    assert counts.malformed == expected["malformed"]
    assert {row.name: row.tweets for row in board} == expected["leaderboard"]


def send_slowly(kafka: dict[str, Any], topic: str, records: list[Any], parts: int) -> Any:
    """Produce on a thread, in parts, so that there is something to lose at any moment."""

    def produce() -> None:
        pause = threading.Event()
        step = -(-len(records) // parts)
        for at in range(0, len(records), step):
            send_all(kafka, topic, records[at : at + step])
            pause.wait(0.2)

    thread = threading.Thread(target=produce)
    thread.start()
    return thread


def killed(
    kafka: dict[str, Any], topic: str, tmp_path: Path, running: list[Live], tweets: int, kills: int
) -> None:
    records = crowd_records(tweets, users=5_000)
    producing = send_slowly(kafka, topic, records, 4 * kills)
    rng = random.Random(tweets)
    pause = threading.Event()
    for _ in range(kills):
        show = Live(kafka, topic, tmp_path)
        running.append(show)
        show.wait_for(lambda health: health.get("source") == "connected")
        pause.wait(rng.uniform(0.0, 1.5))
        show.kill()
    producing.join()
    expected = truth(records)
    show = Live(kafka, topic, tmp_path)
    running.append(show)
    show.wait_for(lambda health: health.get("tweets", 0) >= expected["tweets"])
    show.end()
    check(tmp_path, expected)


@pytest.mark.timeout(280)
def test_killed_at_random_it_goes_on_where_it_was(
    kafka: dict[str, Any], topic: str, tmp_path: Path, running: list[Live]
) -> None:
    killed(kafka, topic, tmp_path, running, 30_000, 4)


@pytest.mark.soak
@pytest.mark.timeout(900)
def test_100_000_tweets_and_ten_kills(
    kafka: dict[str, Any], topic: str, tmp_path: Path, running: list[Live]
) -> None:
    killed(kafka, topic, tmp_path, running, 100_000, 10)


@pytest.mark.timeout(280)
@pytest.mark.parametrize("kills", [1, pytest.param(3, marks=pytest.mark.soak)])
def test_the_broker_is_killed_and_comes_back(
    broker: Any, kafka: dict[str, Any], topic: str, tmp_path: Path, running: list[Live], kills: int
) -> None:
    """The music and the windows go on, the state says since when, nothing is lost."""
    records = crowd_records(6_000, users=300)
    show = Live(kafka, topic, tmp_path)
    running.append(show)
    show.wait_for(lambda health: health.get("source") == "connected")
    part = len(records) // (kills + 1)
    for number in range(kills):
        send_all(kafka, topic, records[number * part : (number + 1) * part])
        show.wait_for(lambda health, n=number: health.get("tweets", 0) > n * part // 2)
        broker.kill()
        show.wait_for(lambda health: health.get("source") == "reconnecting")
        bar = show.health()["bar"]
        show.wait_for(lambda health, bar=bar: health["bar"] > bar)
        assert show.health()["playing"]
        broker.start()
        show.wait_for(lambda health: health.get("source") == "connected")
    send_all(kafka, topic, records[kills * part :])
    expected = truth(records)
    show.wait_for(lambda health: health["tweets"] >= expected["tweets"] and health["lag"] == 0)
    show.end()
    check(tmp_path, expected)


@pytest.mark.timeout(200)
def test_the_log_of_a_live_show_replays_to_the_same(
    kafka: dict[str, Any], topic: str, tmp_path: Path, running: list[Live]
) -> None:
    show = Live(kafka, topic, tmp_path)
    running.append(show)
    show.wait_for(lambda health: health.get("source") == "connected")
    rng = random.Random(3)
    now_ms = int(time.time() * 1000)
    pause = threading.Event()
    from mwk_desktop.sources.crowd_source import Crowd

    crowd = Crowd("calm", 40.0, 60, seed=9, start_ms=now_ms, partitions=4)
    for _ in range(10):
        pause.wait(0.5 + rng.random() / 5)
        send_all(kafka, topic, crowd.tweets_until(int(time.time() * 1000)))
    expected = show.health()["tweets"]
    show.wait_for(lambda health: health["lag"] == 0 and health["tweets"] >= expected)
    show.wait_for(lambda _: sum(line["type"] == "window" for line in show.lines) >= 2)
    show.end()
    played = [line for line in show.lines if line["type"] == "window"]
    recording = next((tmp_path / "recordings").glob("*.jsonl.zst"))
    command = [sys.executable, "-m", "mwk_desktop", "replay", str(recording), "--topic", topic]
    command += ["--headless", "--speed", "max", "--json"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=True, cwd=ROOT,
        env={**os.environ, "MWK_CONFIG": str(empty_config(tmp_path))},
    )  # fmt: skip
    replayed = [json.loads(line) for line in done.stdout.splitlines()]
    # What was still open when the show ended is closed by the replay.
    windows = [line for line in replayed if line["type"] == "window"]
    assert windows[: len(played)] == played
    assert replayed[-1]["tweets"] == kept(tmp_path).counts.tweets
