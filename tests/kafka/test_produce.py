"""`mwk produce`: what comes into the topic is what the recording holds."""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.cli.main import run
from mwk_desktop.clock import wall_ms
from mwk_desktop.kafka.topic_admin import create_topic
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingWriter, read_recording
from mwk_desktop.sources.topic_playback import TopicPlayback
from tests.kafka.reading import read_all
from tests.support import T0_MS

ODD = (
    (None, b"drum", ()),
    (b"k", None, (("a", b"1"), ("a", None), ("b", b"\xff\x00"))),
    (b"\xfe\xff", b"\x00\x01\x02\xff", ()),
    (b"", b"", (("", b""),)),
)


def write_recording(path: Path, count: int, partitions: int = 4) -> list[Record]:
    """Odd records over four partitions, partition after partition, as kcat writes them."""
    records = []
    for partition in range(partitions):
        for offset in range(count // partitions):
            key, value, headers = ODD[(partition + offset) % len(ODD)]
            at_ms = T0_MS + offset * 7 - (offset % 3) * 10
            records.append(Record("mine", partition, offset, at_ms, key, value, headers))
    with RecordingWriter(path) as writer:
        writer.write_all(records)
    return records


def told(records: Any) -> dict[int, list[Any]]:
    """What each partition holds, in order."""
    found = defaultdict(list)
    for each in records:
        found[each.partition].append((each.timestamp_ms, each.key, each.value, each.headers))
    return dict(found)


@pytest.fixture
def command(kafka: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    (tmp_path / "mwk.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))
    servers = kafka["bootstrap.servers"]

    def start(verb: str, *words: str) -> int:
        return run([verb, *words, "--bootstrap-servers", servers])

    return start


@pytest.mark.parametrize("count", [400, pytest.param(100_000, marks=pytest.mark.soak)])
def test_the_topic_holds_what_the_file_holds(
    count: int, command: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = write_recording(tmp_path / "in.jsonl", count)
    topic = f"produce-{secrets.token_hex(4)}"
    words = ("--speed", "max", "--keep-partitions", "--topic", topic, "--json")
    assert command("produce", str(tmp_path / "in.jsonl"), *words) == 0
    last = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (last["type"], last["produced"], last["acknowledged"]) == ("summary", count, count)
    copy = tmp_path / "out.jsonl"
    assert command("record", "-o", str(copy), "--topic", topic, "--to-end") == 0
    assert told(r for r in read_recording(copy) if r.topic == topic) == told(sent)


def test_in_time_partitions_keep_their_order(tmp_path: Path) -> None:
    sent = write_recording(tmp_path / "in.jsonl", 40)
    playback = TopicPlayback(tmp_path / "in.jsonl", None)
    due = list(playback.in_time())
    assert (playback.records, playback.partitions, playback.first_ms) == (40, 4, T0_MS - 6)
    assert [each.due_ms for each in due] == sorted(each.due_ms for each in due)
    assert told(each.record for each in due) == told(sent)
    # A record is due at its own time, or with the one before it in its partition.
    latest: dict[int, int] = {}
    for each in due:
        record = each.record
        latest[record.partition] = max(latest.get(record.partition, 0), record.timestamp_ms)
        assert each.due_ms == max(0, latest[record.partition] - playback.first_ms)


def test_shifted_to_now_round_and_round(
    command: Any, kafka: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_recording(tmp_path / "in.jsonl", 20)
    topic = f"produce-{secrets.token_hex(4)}"
    before_ms = wall_ms()
    words = ("--speed", "10", "--shift-to-now", "--loop", "--exit-after", "2", "--topic", topic)
    assert command("produce", str(tmp_path / "in.jsonl"), *words) == 0
    found = read_all(kafka, topic)
    assert f"{len(found):,} records acknowledged in {topic}, 0 not" in capsys.readouterr().out
    assert len(found) > 20
    assert before_ms <= min(each.timestamp()[1] for each in found)
    assert max(each.timestamp()[1] for each in found) <= wall_ms() + 100


def test_too_few_partitions_and_nothing_to_send_are_one_line(
    command: Any, kafka: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "in.jsonl"
    write_recording(file, 20)
    topic = f"produce-{secrets.token_hex(4)}"
    create_topic(kafka, topic, partitions=2)
    assert command("produce", str(file), "--keep-partitions", "--topic", topic) == 2
    said = f"mwk: topic {topic} has 2 partitions, the recording has 4: add partitions, or leave out"
    assert capsys.readouterr().err.startswith(said)
    assert command("produce", str(file), "--from-topic", "other", "--topic", topic) == 2
    assert "has no topic 'other': it has mine" in capsys.readouterr().err
