"""Instances of the service on a real Kafka: they share the work, and nothing is lost with one."""

from __future__ import annotations

import json
import random
import secrets
import threading
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.kafka.topic_admin import create_topic
from mwk_desktop.topology.shuffle_bags import ShuffleBags
from mwk_desktop.units import INSTRUMENTS
from tests import framed
from tests.app.live_process import Live
from tests.kafka.damage import damage_batches, produce_bad_header, produce_batches
from tests.schema_server import SchemaServer
from tests.service.conftest import results
from tests.service.counted import Sent, check, final, produce, wait_for_scenes
from tests.support import T0_MS, status, wait_for


@pytest.mark.timeout(600)
def test_two_instances_count_exactly(
    broker: Any, clean_topic: str, streams: Callable[..., Any]
) -> None:
    servers = broker.bootstrap_servers
    sent = Sent()
    options = ("--topic", clean_topic, "--partitions", "6", "--seed", "5")
    options += ("--group", f"mwk-streams-{secrets.token_hex(4)}")
    produce(servers, clean_topic, 2_000, sent)
    streams(servers, *options)
    streams(servers, *options)
    wait_for_scenes(servers, 10, 120)
    check(servers, sent)
    # What is drawn is what one console with this seed would draw.
    from mwk_desktop.sounds.sound_set import default_sound_set_dir, open_sound_set
    from mwk_desktop.topology.chart import ranked, top

    sounds = open_sound_set(default_sound_set_dir())
    bags = ShuffleBags({name: [c.name for c in infos] for name, infos in sounds.clips.items()}, 5)
    scenes = {at_ms: value["sounds"] for _, at_ms, value in results(servers, "sounds")}
    for window, votes in sorted(sent.charts.items()):
        assert scenes[window] == [bags.draw(name) for name in top(ranked(votes), 5)]


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_values_with_a_schema_count_like_plain_json(
    broker: Any,
    clean_topic: str,
    streams: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    servers, sent = broker.bootstrap_servers, Sent()
    registry = SchemaServer(framed.SCHEMAS)
    monkeypatch.setenv("MWK_SCHEMA_REGISTRY__URL", registry.url)
    try:
        for number, encode in enumerate(framed.KINDS.values()):
            produce(servers, clean_topic, 500, sent, first=500 * number, encode=encode)
        streams(servers, "--topic", clean_topic, "--partitions", "6")
        wait_for_scenes(servers, 10, 120)
        check(servers, sent)
    finally:
        registry.close()


@pytest.mark.timeout(600)
def test_guids_in_headers_count_and_what_has_no_schema_is_said_with_its_place(
    broker: Any,
    clean_topic: str,
    streams: Callable[..., Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    from confluent_kafka import Producer

    servers = broker.bootstrap_servers
    topic = f"{clean_topic}-headed"
    create_topic({"bootstrap.servers": servers}, topic, partitions=1)
    producer = Producer({"bootstrap.servers": servers})

    def send(kind: str, numbers: range) -> None:
        for number in numbers:
            value = status("drum", f"user{number}", id_=number, created_ms=T0_MS)
            payload, headers = framed.headed(framed.KINDS[kind](value))
            producer.produce(topic, payload, headers=headers)
        assert producer.flush(30) == 0

    registry = SchemaServer({framed.AVRO_ID: framed.SCHEMAS[framed.AVRO_ID]})
    monkeypatch.setenv("MWK_SCHEMA_REGISTRY__URL", registry.url)
    try:
        send("avro", range(20))
        send("protobuf", range(20, 26))
        send("avro", range(26, 30))
        streams(servers, "--topic", topic, "--group", f"mwk-streams-{secrets.token_hex(4)}")
        good = {f"user{n}": 1 for n in (*range(20), *range(26, 30))}

        def users() -> dict[str, int]:
            with suppress(KeyError):  # not created yet
                return final(servers)[0]
            return {}

        wait_for(lambda: users() == good, 120, pause_s=0.5, otherwise=users)
        guid = framed.guid_of(framed.PROTOBUF_ID)
        text = (
            f"Passed by {topic} [0], offsets 20 to 25: 6 records of schema {guid} are not counted: "
            "the registry does not have it."
        )
        wait_for(lambda: text in (tmp_path / "streams.err").read_text())
    finally:
        registry.close()


@pytest.mark.timeout(600)
def test_damage_and_a_bad_header_are_passed_by(
    broker: Any, clean_topic: str, streams: Callable[..., Any], tmp_path: Path
) -> None:
    servers = broker.bootstrap_servers
    kafka = {"bootstrap.servers": servers}
    topic = f"{clean_topic}-bad"
    create_topic(kafka, topic, partitions=1)

    def tweet(number: int) -> bytes:
        return json.dumps(status("drum", f"user{number}", id_=number, created_ms=T0_MS)).encode()

    numbers = [range(10), range(10, 20), range(20, 30)]
    produce_batches(kafka, topic, [[(None, tweet(n)) for n in batch] for batch in numbers])
    produce_bad_header(kafka, topic, tweet(30))
    broker.stop()
    damage_batches(broker, topic, [1])
    broker.start()
    streams(servers, "--topic", topic, "--group", f"mwk-streams-{secrets.token_hex(4)}")
    good = {f"user{n}": 1 for n in (*range(10), *range(20, 31))}

    def users() -> dict[str, int]:
        with suppress(KeyError):  # not created yet
            return final(servers)[0]
        return {}

    wait_for(lambda: users() == good, 120, pause_s=0.5, otherwise=users)
    said = f"Passed by {topic} [0], offsets 10 to 19: a damaged batch"
    wait_for(lambda: said in (tmp_path / "streams.err").read_text())
    assert "broken off" not in (tmp_path / "streams.err").read_text()


@pytest.mark.soak
@pytest.mark.timeout(600)
def test_one_of_three_is_killed(broker: Any, clean_topic: str, streams: Callable[..., Any]) -> None:
    servers = broker.bootstrap_servers
    sent = Sent()
    options = ("--topic", clean_topic, "--partitions", "6")
    options += ("--group", f"mwk-streams-{secrets.token_hex(4)}")
    instances = [streams(servers, *options) for _ in range(3)]
    produce(servers, clean_topic, 100_000, sent)
    wait_for(lambda: len(results(servers, "user-message")) >= 30_000, 300, pause_s=0.5)
    instances[0].kill()
    instances[0].wait()
    produce(servers, clean_topic, 100_000, sent, first=100_000)
    wait_for_scenes(servers, 10, 400)
    check(servers, sent, 400)
    assert instances[1].poll() is None
    assert instances[2].poll() is None


@pytest.mark.timeout(600)
def test_windows_end_while_tweets_come(
    broker: Any, clean_topic: str, streams: Callable[..., Any]
) -> None:
    """A hall that never pauses; its topic has one partition. Another group counts for itself."""
    from confluent_kafka import Producer

    servers = broker.bootstrap_servers
    topic = f"{clean_topic}-one"
    create_topic({"bootstrap.servers": servers}, topic, partitions=1)
    producer = Producer({"bootstrap.servers": servers, "linger.ms": 1})
    group = f"mwk-streams-{secrets.token_hex(4)}"
    streams(servers, "--topic", topic, "--window-ms", "1875", "--group", group)
    sent = 0
    found: set[int] = set()

    def ended_while_tweets_come() -> bool:
        nonlocal sent, found
        value = json.dumps(status("drum #mwk", f"user{sent % 20}", id_=sent)).encode()
        producer.produce(topic, value, timestamp=time.time_ns() // 1_000_000)
        producer.poll(0)
        sent += 1
        if sent % 200 == 0:
            with suppress(KeyError):  # not created yet
                found = {at_ms for _, at_ms, _ in results(servers, "sounds")}
        return len(found) >= 3

    wait_for(ended_while_tweets_come, 300, otherwise=lambda: f"{len(found)} under {sent} tweets")
    producer.flush(10)


@pytest.mark.soak
@pytest.mark.timeout(300)
def test_one_console_and_the_service_play_the_same(
    broker: Any, clean_topic: str, streams: Callable[..., Any], tmp_path: Path
) -> None:
    """A recorded topic, sent again at its own pace: same instruments, windows, leaderboard."""
    from confluent_kafka import Producer

    servers = broker.bootstrap_servers
    window_ms = 3_750
    options = ("--topic", clean_topic, "--partitions", "6", "--window-ms", str(window_ms))
    streams(servers, *options, "--group", f"mwk-streams-{secrets.token_hex(4)}")
    producer = Producer({"bootstrap.servers": servers, "linger.ms": 0})
    kafka = {"bootstrap.servers": servers}
    with ExitStack() as stack:
        shows = []
        for name, more in (("own", ("--topic", clean_topic)), ("results", ("--from-results",))):
            folder = tmp_path / name
            folder.mkdir()
            show = Live(kafka, clean_topic, folder, *more, "--window-ms", str(window_ms))
            stack.callback(show.close)
            stack.callback(show.process.kill)
            shows.append(show)
        own, of_results = shows
        own.wait_for(lambda health: health.get("source") == "connected")
        of_results.wait_for(lambda health: health.get("source") == "connected")
        users: Counter[str] = Counter()
        rng = random.Random(4)
        pause = threading.Event()
        for number in range(300):
            user, word = f"user{rng.randrange(30)}", rng.choice(INSTRUMENTS)
            now_ms = time.time_ns() // 1_000_000
            value = json.dumps(status(word, user, id_=number, created_ms=now_ms)).encode()
            producer.produce(clean_topic, value, f'{{"Id": {number}}}'.encode(), timestamp=now_ms)
            producer.poll(0)
            users[user] += 1
            pause.wait(0.08)
        assert producer.flush(30) == 0
        for show in shows:
            show.wait_for(lambda health: health["tweets"] == 300)

        def windows(show: Live) -> dict[int, dict[str, Any]]:
            lines = [line for line in list(show.lines) if line["type"] == "window"]
            return {line["start_ms"]: line for line in lines}

        wait_for(
            lambda: len(windows(of_results)) >= len(windows(own)) >= 6,
            pause_s=0.2,
            otherwise=lambda: (windows(own), windows(of_results)),
        )
        first, second = windows(own), windows(of_results)
        common = sorted(set(first) & set(second))
        assert len(common) >= 5
        # A machine that stands still for longer than the grace sees a vote late, here or there.
        names = ("votes", "top")
        other = [at for at in common if any(first[at][n] != second[at][n] for n in names)]
        assert len(other) <= 1, [(first[at], second[at]) for at in other]
        told = {key: value["tweetCount"] for key, _, value in results(servers, "users")}
        assert told == dict(users)
