"""Consoles that write and play the result topics, on a real broker."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from confluent_kafka import Consumer, Producer
from confluent_kafka.admin import AdminClient, ConfigResource, ResourceType

from mwk_desktop.kafka import results_source, source_thread
from mwk_desktop.kafka.connection_state import ConnectionState
from mwk_desktop.kafka.result_delivery import ResultDelivery
from mwk_desktop.kafka.results_source import ResultsSource
from mwk_desktop.kafka.topic_admin import RESULT_PARTITIONS, create_topic
from mwk_desktop.sources.crowd_source import Crowd
from mwk_desktop.topics import RESULT_TOPICS
from tests.app.live_process import ROOT, WINDOW_MS, Live, empty_config
from tests.app.result_readers import (
    board_of,
    create_result_topics,
    no_results,
    running,
    taker,
    windows,
)
from tests.app.tapped import batch_of, feed, new_tap, rounds, worker_of
from tests.kafka.crowd_topic import send_all
from tests.kafka.reading import read_all
from tests.support import T0_MS, wait_for

__all__ = ["no_results", "running"]


class Original:
    """Writes records in the exact shapes of the original's application."""

    def __init__(self, kafka: dict[str, Any]) -> None:
        self._producer = Producer({**kafka, "linger.ms": 0, "enable.idempotence": True})

    def send(self, topic: str, value: Any, key: str | None = None, at_ms: int = 0) -> None:
        data = value if isinstance(value, bytes) else json.dumps(value).encode()
        self._producer.produce(topic, data, key, timestamp=at_ms)

    def chart(self, at_ms: int, **votes: int) -> None:
        rows = [{"sound": name, "count": count} for name, count in votes.items()]
        self.send("charts", {"charts": rows}, None, at_ms)

    def flush(self) -> None:
        assert self._producer.flush(30) == 0


@pytest.mark.timeout(200)
def test_the_original_s_records_drive_the_console(
    kafka: dict[str, Any], tmp_path: Path, running: list[Live], no_results: None
) -> None:
    """Names as `drum/drum1.ogg`, times inside the window, garbage between, topics that come
    later than the console."""
    show = Live(kafka, "unused", tmp_path, "--from-results")
    running.append(show)
    show.wait_for(lambda health: health.get("source") == "topic missing")
    assert show.health()["playing"]
    create_result_topics(kafka)
    show.wait_for(lambda health: health.get("source") == "connected")
    assert show.health()["lag"] is None
    original = Original(kafka)
    for topic in RESULT_TOPICS:
        original.send(topic, b"\xff garbage", "x")
        original.send(topic, {"something": "else"}, "x")
    now_ms = int(time.time() * 1000)
    start_ms = now_ms - now_ms % WINDOW_MS
    original.send("users", {"name": "monty", "imgUri": None, "tweetCount": 4}, "monty", now_ms)
    picture = "https://pictures.invalid/eric.png"
    original.send("users", {"name": "eric", "imgUri": picture, "tweetCount": 9}, "eric", now_ms)
    original.send("user-message", {"name": "eric", "message": "pad #mwk"}, "eric", now_ms)
    original.chart(start_ms + 17, drum=7, pad=2, vocal=1)
    original.flush()
    show.wait_for(lambda health: health["tweets"] == 13 and health["votes"] == 10)
    show.wait_for(lambda health: health["unreadable"] == 8)
    clips = ["drum/drum1.ogg", "pad/pad2.ogg", "vocal/vocal3.ogg", "zither/zither1.ogg"]
    original.send("sounds", {"sounds": clips}, None, start_ms + 17)
    original.flush()
    played = ["drum/drum1.flac", "pad/pad2.flac", "vocal/vocal3.flac"]
    show.wait_for(lambda health: health["playing"] == played)
    show.wait_for(lambda _: windows(show))
    assert windows(show) == [
        {
            "type": "window", "start_ms": start_ms, "end_ms": start_ms + WINDOW_MS,
            "votes": {"drum": 7, "pad": 2, "vocal": 1}, "top": ["drum", "pad", "vocal"],
            "scene": played,
        }
    ]  # fmt: skip
    assert show.health()["unknown_clips"] == 1
    show.end()
    # The next console begins with what stands: the last scene and the whole leaderboard.
    again = Live(kafka, "unused", tmp_path / "again", "--from-results")
    running.append(again)
    again.wait_for(lambda health: health.get("playing") == played and health["tweets"] == 13)
    again.end()
    assert windows(again) == []


@pytest.mark.timeout(120)
def test_where_to_begin_is_asked_before_anything_is_read(
    kafka: dict[str, Any], no_results: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A question behind a fetch waits half a second: a console would begin five seconds late."""
    create_result_topics(kafka)
    monkeypatch.setattr(source_thread, "ASK_S", 30.0)  # else a late answer is asked for again
    steps: list[str] = []
    read: set[tuple[str, int]] = set()
    ask, begin = results_source.resolve_positions, results_source.assign

    def asked(consumer: Any, topic: str, *rest: Any) -> Any:
        steps.append("ask")
        return ask(consumer, topic, *rest)

    def begun(consumer: Any, topic: str, starts: Mapping[int, int], assigned: set[int]) -> None:
        steps.append("read")
        begin(consumer, topic, starts, assigned)
        read.update((topic, partition) for partition in starts)

    monkeypatch.setattr(results_source, "resolve_positions", asked)
    monkeypatch.setattr(results_source, "assign", begun)
    for _ in range(2):  # the first one waits until the broker knows the new topics
        steps.clear()
        read.clear()
        source = ResultsSource(kafka, taker([]))
        source.start()
        try:
            wait_for(lambda: len(read) == sum(RESULT_PARTITIONS[name] for name in RESULT_TOPICS))
        finally:
            assert source.stop(60)
    assert steps == ["ask"] * len(RESULT_TOPICS) + ["read"] * len(RESULT_TOPICS)


class TwiceConsumer(Consumer):
    """Gives each record twice, as the client may where a partition's leader has changed."""

    def consume(self, *arguments: Any) -> list[Any]:
        return [each for each in super().consume(*arguments) for _ in range(2)]


@pytest.mark.timeout(120)
def test_a_record_that_comes_twice_is_shown_once(
    kafka: dict[str, Any], no_results: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    create_result_topics(kafka)
    monkeypatch.setattr("mwk_desktop.kafka.clients.Consumer", TwiceConsumer)
    seen: list[ResultDelivery] = []
    source = ResultsSource(kafka, taker(seen))
    producer = Producer({**kafka, "enable.idempotence": True, "linger.ms": 50})

    def shown() -> list[str]:
        return [each[1].message for one in list(seen) for each in one.messages]

    def send(*texts: str) -> None:
        for text in texts:
            value = json.dumps({"name": "ada", "message": text})
            producer.produce("user-message", value, "ada", partition=0)
        assert producer.flush(30) == 0

    def reads_messages() -> bool:
        send("ready")
        return bool(shown())

    source.start()
    try:
        wait_for(reads_messages, pause_s=0.2)
        send(*map(str, range(20)))
        wait_for(lambda: "19" in shown())
        send("last")
        wait_for(lambda: "last" in shown())
    finally:
        assert source.stop(60)
    assert [text for text in shown() if text != "ready"] == [*map(str, range(20)), "last"]


@pytest.mark.timeout(280)
def test_one_console_publishes_and_another_plays_the_same(
    kafka: dict[str, Any], topic: str, tmp_path: Path, running: list[Live], no_results: None
) -> None:
    writer = Live(kafka, topic, tmp_path / "writer", "--publish")
    running.append(writer)
    reader = Live(kafka, topic, tmp_path / "reader", "--from-results")
    running.append(reader)
    for show in (writer, reader):
        show.wait_for(lambda health: health.get("source") == "connected")
    admin = AdminClient(kafka)
    config = admin.describe_configs([ConfigResource(ResourceType.TOPIC, "users")])
    assert next(iter(config.values())).result(30)["cleanup.policy"].value == "compact"
    crowd = Crowd("calm", 60.0, 40, seed=5, start_ms=int(time.time() * 1000), partitions=4)
    pause = threading.Event()
    while len(windows(writer)) < 2:
        send_all(kafka, topic, crowd.tweets_until(int(time.time() * 1000)))
        pause.wait(0.3)
    writer.wait_for(lambda health: health["lag"] == 0)
    # Two bars a window: whatever was counted has been closed, by the show's own clock.
    bar = writer.health()["bar"]
    writer.wait_for(lambda health: health["bar"] >= bar + 4)
    tweets = writer.health()["tweets"]
    reader.wait_for(lambda health: health["tweets"] == tweets)

    def told() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
        return windows(writer), windows(reader)

    def plays_the_same() -> bool:
        """From the first one that the topics were there for, all of them, in order."""
        played, heard = told()
        return len(heard) >= 2 and heard == played[-len(heard) :]

    wait_for(plays_the_same, otherwise=told)
    reader.wait_for(lambda health: health["playing"] == writer.health()["playing"])
    # The leaderboard of the topic is that of the writer's own store.
    seen: list[ResultDelivery] = []
    source = ResultsSource(kafka, taker(seen))
    source.start()
    wait_for(lambda: sum(board_of(seen).values()) == tweets)
    assert source.stop(60.0)
    writer.end()
    reader.end()
    from tests.app.live_process import kept

    rows = kept(tmp_path / "writer").leaderboard.top(1_000)
    assert board_of(seen) == {row.name: row.tweets for row in rows}


def test_what_is_sent_to_a_connected_console_is_shown(
    kafka: dict[str, Any], no_results: None
) -> None:
    """Messages are read from the topic's end on: "connected" is said once that is known."""
    create_result_topics(kafka)
    original, seen = Original(kafka), list[ResultDelivery]()

    def send_at_once(state: ConnectionState) -> None:
        if state.ok:
            original.send("user-message", {"name": "eric", "message": "pad"}, "eric")
            original.flush()

    source = ResultsSource(kafka, taker(seen), on_state=send_at_once)
    source.start()
    wait_for(lambda: source.state.ok)
    original.send("users", {"name": "eric", "imgUri": None, "tweetCount": 1}, "eric")
    original.flush()
    wait_for(lambda: board_of(seen) == {"eric": 1})
    wait_for(lambda: [each.message for one in seen for _, each, _ in one.messages] == ["pad"])
    assert source.stop(60.0)


@pytest.mark.soak
@pytest.mark.timeout(280)
def test_the_broker_goes_and_comes_back_with_the_newest(
    broker: Any,
    kafka: dict[str, Any],
    topic: str,
    tmp_path: Path,
    running: list[Live],
    no_results: None,
) -> None:
    """A new show on used topics: what an earlier one left in the leaderboard goes."""
    create_result_topics(kafka)
    old = Original(kafka)
    old.send("users", {"name": "gone", "imgUri": None, "tweetCount": 500}, "gone")
    old.flush()
    writer = Live(kafka, topic, tmp_path / "writer", "--publish")
    reader = Live(kafka, topic, tmp_path / "reader", "--from-results")
    running += [writer, reader]
    reader.wait_for(lambda health: health.get("source") == "connected")
    crowd = Crowd("calm", 200.0, 20, seed=6, start_ms=T0_MS, partitions=4)
    send_all(kafka, topic, crowd.tweets_until(T0_MS + 1_000))
    writer.wait_for(lambda health: health.get("tweets", 0) > 100)
    reader.wait_for(lambda health: health["tweets"] == writer.health()["tweets"])
    broker.kill()
    for show in (writer, reader):
        show.wait_for(lambda health: health.get("source") == "reconnecting")
    bar = reader.health()["bar"]
    reader.wait_for(lambda health: health["bar"] > bar and health["playing"])
    broker.start()
    for show in (writer, reader):
        show.wait_for(lambda health: health.get("source") == "connected")
    before = writer.health()["tweets"]
    send_all(kafka, topic, crowd.tweets_until(T0_MS + 2_000))
    writer.wait_for(lambda health: health["tweets"] > before + 100 and health["lag"] == 0)
    reader.wait_for(lambda health: health["tweets"] == writer.health()["tweets"])
    # And the console itself: what it had counted and not told yet, the next start tells.
    send_all(kafka, topic, crowd.tweets_until(T0_MS + 3_000))
    writer.kill()
    again = Live(kafka, topic, tmp_path / "writer", "--publish")
    running.append(again)
    again.wait_for(lambda health: health.get("tweets", 0) > before + 200 and health["lag"] == 0)
    reader.wait_for(lambda health: health["tweets"] == again.health()["tweets"])
    again.end()
    reader.end()


@pytest.mark.timeout(120)
def test_a_topic_that_goes_and_comes_is_read_again(kafka: dict[str, Any], no_results: None) -> None:
    """The users of a topic that was deleted are no users any more."""
    create_result_topics(kafka, partitions=1)
    original = Original(kafka)
    original.send("users", {"name": "a", "imgUri": None, "tweetCount": 1}, "a")
    original.flush()
    seen: list[ResultDelivery] = []
    source = ResultsSource(kafka, taker(seen))
    source.start()
    wait_for(lambda: any(delivery.users for delivery in seen))
    admin = AdminClient(kafka)
    admin.delete_topics(["users"])["users"].result(30)
    wait_for(lambda: source.state.link == "topic missing")
    assert "Topic users does not exist" in str(source.state.sentence)
    create_topic(kafka, "users", partitions=1)
    wait_for(lambda: any(delivery.users_restarted for delivery in seen))
    original = Original(kafka)
    original.send("users", {"name": "b", "imgUri": None, "tweetCount": 2}, "b")
    original.flush()
    wait_for(lambda: any(name == "b" for delivery in list(seen) for name, _, _ in delivery.users))
    wait_for(lambda: source.state.ok)
    assert source.stop(60.0)


@pytest.mark.timeout(120)
def test_what_stands_behind_marks_of_transactions(kafka: dict[str, Any], no_results: None) -> None:
    """Exactly-once writers leave marks at the end of a topic that are no records."""
    create_result_topics(kafka, partitions=1)
    producer = Producer({**kafka, "transactional.id": "original"})
    producer.init_transactions(30)
    for number in range(1, 6):
        producer.begin_transaction()
        value = json.dumps({"sounds": [f"drum/drum{number}.ogg"]}).encode()
        producer.produce("sounds", value, timestamp=T0_MS + number)
        producer.commit_transaction(30)
    producer.begin_transaction()
    producer.produce("sounds", b'{"sounds":["pad/pad1.ogg"]}', timestamp=T0_MS + 9)
    producer.abort_transaction(30)
    seen: list[ResultDelivery] = []
    source = ResultsSource(kafka, taker(seen))
    source.start()
    wait_for(lambda: any(delivery.scenes for delivery in seen))
    assert [scene for each in seen for scene in each.scenes] == [
        type(seen[0].scenes[0])(T0_MS + 5, ("drum/drum5.ogg",), standing=True)
    ]
    assert source.stop(60.0)


def test_what_makes_no_sense_is_said(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mwk_desktop", "live", "--from-results"]
    for more, said in (
        (["--publish"], "--publish"),
        (["--since", "now"], "leave out --since"),
        (["--new-show", "--lost-history", "now"], "leave out --new-show, --lost-history"),
    ):
        done = subprocess.run(
            [*command, *more], capture_output=True, text=True, check=False, cwd=ROOT,
            env={"MWK_CONFIG": str(empty_config(tmp_path)), "PATH": ""},
        )  # fmt: skip
        assert done.returncode == 2
        assert said in done.stderr
        assert len(done.stderr.splitlines()) == 1


@pytest.mark.timeout(120)
def test_records_as_they_lie_in_the_topics(
    kafka: dict[str, Any], tmp_path: Path, no_results: None
) -> None:
    """Keys, times and shapes of what a console writes, one round at a time."""
    tap, counting = new_tap()
    worker = worker_of(tap, counting, kafka)
    feed(tap, counting, batch_of([("a", "drum now"), ("b", "hello"), ("a", "drum")]))
    rounds(worker, tap, lambda: len(read_all(kafka, "users")) >= 2)
    window = counting.close(T0_MS + WINDOW_MS)[0]
    tap.closed(window)
    rounds(worker, tap, lambda: len(read_all(kafka, "sounds")) >= 1)
    worker.close()
    assert not tap.problem
    charts = read_all(kafka, "charts")
    assert {(m.key(), m.value(), m.timestamp()[1]) for m in charts} == {
        (None, b'{"charts":[{"sound":"drum","count":2}]}', T0_MS)
    }
    assert len(charts) == 1  # nothing has changed since
    sounds = read_all(kafka, "sounds")
    assert [(m.key(), json.loads(m.value()), m.timestamp()[1]) for m in sounds] == [
        (None, {"sounds": list(window.drawn.values())}, T0_MS)
    ]
    users = {m.key(): json.loads(m.value()) for m in read_all(kafka, "users")}
    assert users == {
        b"a": {"name": "a", "imgUri": "", "tweetCount": 2},
        b"b": {"name": "b", "imgUri": "", "tweetCount": 1},
    }
    messages = read_all(kafka, "user-message")
    assert sorted((m.key(), json.loads(m.value())["message"]) for m in messages) == [
        (b"a", "drum"), (b"a", "drum now"), (b"b", "hello"),
    ]  # fmt: skip
