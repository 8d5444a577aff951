"""One bad record never stops a show: it is counted, named, said once and passed by."""

from __future__ import annotations

import json
import re
import secrets
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from confluent_kafka import KafkaError, KafkaException, Producer

from mwk_desktop.kafka.damaged_batches import find_next_batch
from mwk_desktop.kafka.message_decoding import decode_messages, split_messages
from mwk_desktop.kafka.probe import probe_topic
from mwk_desktop.kafka.result_records import charts_value, user_value
from mwk_desktop.kafka.results_producer import UsersReader
from mwk_desktop.kafka.results_source import ResultsSource
from mwk_desktop.kafka.topic_admin import RESULT_PARTITIONS, create_topic
from mwk_desktop.records.batch import Batch, Delivery
from tests.kafka.damage import LOUD, SILENT, damage_batches, produce_bad_header, produce_batches


def status(text: str, user: str = "ana") -> bytes:
    return json.dumps({"Text": text, "User": {"ScreenName": user}}).encode()


class Damaged(NamedTuple):
    """A topic of one partition whose batches have these sizes, some of them damaged."""

    sizes: tuple[int, ...]
    numbers: tuple[int, ...]
    codec: str = LOUD


TOPICS = {
    "one-loud": Damaged((50, 50, 50), (1,)),
    "one-silent": Damaged((50, 50, 50), (1,), SILENT),
    "many": Damaged((40, 30, 20, 70, 50), (0, 2, 3, 4)),
    "place-loud": Damaged((30, 10, 70, 20), (0, 2)),
    "place-silent": Damaged((30, 10, 70, 20), (0, 2), SILENT),
}


def user_line(name: str, tweets: int) -> tuple[bytes, bytes]:
    return name.encode(), json.dumps(user_value(name, "", tweets)).encode()


def chart(votes: int) -> tuple[None, bytes]:
    return None, json.dumps(charts_value({"drum": votes})).encode()


RESULTS = {
    "users": [
        [user_line(f"user{n}", 1) for n in range(batch * 20, batch * 20 + 20)] for batch in range(3)
    ],
    "charts": [[chart(1), chart(2)], [chart(3), chart(4)]],
}
"""What the result topics hold; the second batch of each is damaged, of users audibly, of charts
without a word from the client."""

RESULT_CODECS = {"users": LOUD, "charts": SILENT}


@pytest.fixture(scope="module")
def damaged_topics(shared_broker: Any) -> dict[str, str]:
    """All damaged topics of this module, by one restart of the broker: that is what takes time."""
    shared_broker.start()
    kafka = {"bootstrap.servers": shared_broker.bootstrap_servers}
    names = {short: f"d-{short}-{secrets.token_hex(4)}" for short in TOPICS}
    for short, (sizes, _, codec) in TOPICS.items():
        create_topic(kafka, names[short], partitions=1)
        numbers = iter(range(sum(sizes)))
        batches = [
            [(None, status(f"pad {next(numbers)} {'y' * 50}")) for _ in range(size)]
            for size in sizes
        ]
        produce_batches(kafka, names[short], batches, codec)
    for name, partitions in RESULT_PARTITIONS.items():
        create_topic(kafka, name, partitions=partitions)
        produce_batches(kafka, name, RESULTS.get(name, ()), RESULT_CODECS.get(name, LOUD))
        names[name] = name
    shared_broker.stop()
    for name, codec in RESULT_CODECS.items():
        damage_batches(shared_broker, name, [1], codec)
    for short, (_, numbers_of_bad, codec) in TOPICS.items():
        damage_batches(shared_broker, names[short], numbers_of_bad, codec)
    shared_broker.start()
    return names


def remarks(collector: Any) -> list[str]:
    said = [str(state.remark) for state in collector.states if state.remark]
    return list(dict.fromkeys(said))


def good_numbers(collector: Any) -> set[int]:
    return {int(each.text.split()[1]) for each in collector.tweets if each is not None}


@pytest.mark.parametrize("kind", ["one-loud", pytest.param("one-silent", marks=pytest.mark.soak)])
def test_a_damaged_batch_is_passed_by(
    kind: str, damaged_topics: Any, kafka: Any, collector: Any, open_source: Any, until: Any
) -> None:
    name = damaged_topics[kind]
    source = open_source(kafka, name)
    until(lambda: collector.offsets == {0: 150}, 120)
    assert good_numbers(collector) == {*range(50), *range(100, 150)}
    assert len(collector.tweets) == 150
    until(lambda: source.progress.caught_up and source.lag == 0)
    (said,) = remarks(collector)
    assert re.fullmatch(
        rf"Passed by {name} \[0\], offsets 50 to 99: a (damaged batch \(.*\)|batch .*)\.", said
    )
    assert set(collector.links) == {"connected"}
    errors = [str(each) for delivery in collector.deliveries for each in delivery.batch.errors]
    assert errors[-1].startswith(f"{name}[0] offset 50: ")
    records = [each for delivery in collector.deliveries for each in delivery.batch.records]
    assert [record.offset for record in records] == list(range(150))


@pytest.mark.soak
def test_damage_at_both_ends_and_in_a_row(
    damaged_topics: Any, kafka: Any, collector: Any, open_source: Any, until: Any, tmp_path: Path
) -> None:
    name = damaged_topics["many"]
    open_source(kafka, name)
    until(lambda: collector.offsets == {0: 210}, 240)
    assert good_numbers(collector) == set(range(40, 70))
    assert len(collector.tweets) == 210
    places = [said.split(":")[0] for said in remarks(collector)]
    assert places == [
        f"Passed by {name} [0], offsets 0 to 39",
        f"Passed by {name} [0], offsets 70 to 89",
        f"Passed by {name} [0], offsets 90 to 159",
        f"Passed by {name} [0], offsets 160 to 209",
    ]
    # `record --to-end` comes to its end, and says what it passed.
    file = tmp_path / "copy.jsonl"
    command = [sys.executable, "-m", "mwk_desktop", "record", "-o", str(file), "--to-end"]
    where = ["--topic", name, "--bootstrap-servers", kafka["bootstrap.servers"]]
    done = subprocess.run(
        [*command, *where], capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr
    assert f"Passed by {name} [0], offsets 90 to 159" in done.stderr
    assert done.stdout.startswith("210 records")


@pytest.mark.soak
@pytest.mark.parametrize("kind", ["place-loud", "place-silent"])
def test_the_place_behind_a_batch(kind: str, damaged_topics: Any, kafka: Any, until: Any) -> None:
    never = threading.Event()
    name = damaged_topics[kind]
    # A broker that has just started may not lead the partition yet.
    until(lambda: find_next_batch(kafka, name, 0, 0, never) == 30)
    for at, behind in ((9, 30), (29, 30), (30, 30), (60, 110), (109, 110), (110, 110), (129, 129)):
        assert find_next_batch(kafka, name, 0, at, never) == behind


def test_header_names_that_are_not_utf_8(
    kafka: Any, topic: str, collector: Any, open_source: Any, until: Any
) -> None:
    for number in range(3):
        produce_bad_header(kafka, topic, status(f"drum {number}"))
    producer = Producer(kafka)
    producer.produce(topic, status("pad"), partition=0, headers=[("good", b"v")])
    assert producer.flush(10) == 0
    source = open_source(kafka, topic)
    until(lambda: len(collector.tweets) == 4)
    assert [tweet.text for tweet in collector.tweets] == ["drum 0", "drum 1", "drum 2", "pad"]
    assert remarks(collector)[0] == (
        f"Passed by {topic} [0], offset 0: the headers cannot be read."
    )
    records = [each for delivery in collector.deliveries for each in delivery.batch.records]
    assert [record.headers for record in records] == [(), (), (), (("good", b"v"),)]
    assert [record.value for record in records][:1] == [status("drum 0")]
    assert source.state.ok


def named_by_results(kafka: Any, until: Any) -> set[str]:
    """Users that the results source gives."""
    found: list[Any] = []

    def deliver(delivery: Any) -> bool:
        found.append(delivery)
        return True

    source = ResultsSource(kafka, deliver)
    source.start()
    # Behind damage it looks for the next batch: seconds for each of the topics.
    until(lambda: any("last" in {u[0] for u in each.users} for each in found), timeout_s=200)
    until(lambda: any(each.charts for each in found))
    until(lambda: sum(each.unreadable for each in found) >= 20 + 2)
    assert [votes for each in found for _, votes in each.charts] == [{"drum": 2}]
    assert sum(each.unreadable for each in found) == 20 + 2
    assert source.state.ok
    assert source.stop(60.0)
    return {name for each in found for name, _, _ in each.users}


def named_by_reader(kafka: Any, _until: Any) -> set[str]:
    """Users that a publishing show reads before it begins."""
    reader = UsersReader(kafka)
    names: set[str] = set()
    while not reader.done:
        names |= reader.read(1.0)
    reader.close()
    return names


@pytest.mark.parametrize("read", [named_by_results, named_by_reader])
def test_results_behind_damage_and_a_bad_header_are_read(
    read: Any, damaged_topics: Any, kafka: Any, until: Any
) -> None:
    """Both kinds at once: 20 users and two charts are damaged, one line has the header."""
    key, value = user_line("last", 7)
    produce_bad_header(kafka, damaged_topics["users"], value, key)
    good = {f"user{n}" for n in (*range(20), *range(40, 60))}
    assert read(kafka, until) == good | {"last"}


def test_a_check_names_what_it_cannot_read(damaged_topics: Any, kafka: Any, topic: str) -> None:
    name = damaged_topics["many"]  # its last batch is damaged
    found = probe_topic(kafka, name)
    assert (found.state.ok, found.records) == (True, 210)
    assert found.newest_problem.startswith(f"{name}[0] offset ")
    produce_bad_header(kafka, topic, status("drum"))
    found = probe_topic(kafka, topic)
    assert (found.state.ok, found.records, found.newest_problem) == (True, 1, "")


class Stub:
    """A message as the client gives it; ``headers`` may fail as they do there."""

    def __init__(self, offset: int, value: bytes | None = b"{}", error: int | None = None) -> None:
        self._offset, self._value = offset, value
        self._error = None if error is None else KafkaError(error)

    def error(self) -> Any:
        return self._error

    def topic(self) -> str:
        return "t"

    def partition(self) -> int:
        return 0

    def offset(self) -> int:
        return self._offset


def test_what_comes_after_the_error_of_a_batch_is_not_believed() -> None:
    bad = KafkaError._BAD_MSG
    mixed: list[Any] = [Stub(0), Stub(1), Stub(2, error=bad), Stub(6_067_006), Stub(3, error=bad)]
    records, events = split_messages(mixed)
    assert [each.offset() for each in records] == [0, 1]
    assert [each.offset() for each in events] == [2]
    untouched: list[Any] = [Stub(0), Stub(9, error=KafkaError._PARTITION_EOF), Stub(1)]
    records, events = split_messages(untouched)
    assert [each.offset() for each in records] == [0, 1]
    assert len(events) == 1


def test_an_empty_hand_over_moves_nothing() -> None:
    delivery = Delivery(Batch())
    assert decode_messages(delivery, [], 1_000, keep_records=True) == []
    assert delivery.next_offsets == {}


def test_a_source_that_fails_begins_again_where_it_was(
    kafka: Any, topic: str, send: Any, collector: Any, open_source: Any, until: Any
) -> None:
    send(topic, [f"drum {n}" for n in range(5)])
    failures = [
        KafkaException(KafkaError(KafkaError._FAIL, "out of luck")),
        SystemError("from within the client"),
    ]
    real = type(collector).__call__

    def fails_twice(self: Any, delivery: Any) -> bool:
        if failures and delivery.batch.tweets:
            raise failures.pop()
        return bool(real(self, delivery))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(collector), "__call__", fails_twice)
        source = open_source(kafka, topic)
        until(lambda: len(collector.tweets) == 5)
    assert [tweet.text for tweet in collector.tweets] == [f"drum {n}" for n in range(5)]
    said = " ".join(remarks(collector))
    assert "Reading from Kafka failed (SystemError('from within the client')); it begins" in said
    assert "out of luck" in said
    until(lambda: source.state.ok)


def test_a_source_that_always_fails_ends_and_says_why(
    kafka: Any, topic: str, send: Any, open_source: Any, until: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mwk_desktop.kafka import source_thread
    from mwk_desktop.kafka.topic_source import KafkaSource

    send(topic, ["drum"])
    monkeypatch.setattr(source_thread, "RESTART_S", 0.01)
    monkeypatch.setattr(source_thread, "MOST_RESTARTS", 2)

    def never(_: Any) -> bool:
        raise RuntimeError("no")

    source = KafkaSource(kafka, topic, never)
    source.start()
    until(lambda: source.ended)
    assert source.state.link == "failed"
    assert "failed: RuntimeError('no')." in str(source.state.sentence)
