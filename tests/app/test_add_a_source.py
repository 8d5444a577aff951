"""The example of docs/add-a-source.md, as it stands there."""

from __future__ import annotations

import re
import socket
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.records.tweet_decoding import decode_tweet
from mwk_desktop.show.drivers.threads import ShowThread
from mwk_desktop.sources.status_source import ShowInlet, StatusSource
from tests.app.twitter_to_kafka import everything_in
from tests.show.shows import Live
from tests.support import T0_MS, wait_for

PAGE = Path(__file__).resolve().parents[2] / "docs" / "add-a-source.md"


@pytest.fixture(scope="module")
def example() -> dict[str, Any]:
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert len(blocks) == 2
    names: dict[str, Any] = {}
    for block in blocks:
        exec(compile(block, str(PAGE), "exec"), names)
    return names


def say(port: int, *lines: bytes) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        for line in lines:
            sender.sendto(line, ("127.0.0.1", port))


def test_straight_into_a_show(example: dict[str, Any], tmp_path: Path) -> None:
    now_ms = time.time_ns() // 1_000_000
    live = Live(tmp_path / "show.jsonl", anchor_ms=now_ms - (now_ms - T0_MS) % 3_750)
    failures: list[BaseException] = []
    running = RunningShow("demo", ShowThread(live.show, failures.append))
    running.thread.start()
    source: StatusSource = example["LineSource"](0)
    source.start(ShowInlet(running.thread.put))
    say(source.port, b"monty: drum!", b"nothing", b": nobody", b"ann:\xff pad\n")  # type: ignore[attr-defined]
    wait_for(lambda: source.state.messages == 2)
    wait_for(lambda: running.thread.snapshot().counts.tweets == 2)
    source.stop()
    running.thread.stop()
    live.writer.close()
    assert not failures
    assert (source.state.link, source.state.messages) == ("off", 2)
    assert {leader["name"] for leader in live.summary["leaderboard"]} == {"monty", "ann"}


def test_to_kafka(example: dict[str, Any], kafka: dict[str, Any], topic: str) -> None:
    source, finished, delivered = example["LineSource"](0), threading.Event(), []

    def run() -> None:
        delivered.append(example["lines_to_kafka"](source, kafka, topic, finished))

    thread = threading.Thread(target=run)
    thread.start()
    say(source.port, *(f"user{n}: synth {n}".encode() for n in range(20)))
    wait_for(lambda: source.state.messages == 20)
    finished.set()
    thread.join()
    assert delivered == [20]
    tweets = [decode_tweet(record.value()) for record in everything_in(kafka, topic)]
    assert {(tweet.screen_name, tweet.text) for tweet in tweets} == {
        (f"user{n}", f"synth {n}") for n in range(20)
    }
