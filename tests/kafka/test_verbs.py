"""`mwk tweet`, `crowd`, `record` and `check` as they are typed, on a real broker and on none."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.cli import check_verb, crowd_verb, record_verb, tweet_verb
from mwk_desktop.cli.main import run
from mwk_desktop.kafka.topic_admin import create_topic
from mwk_desktop.records.recording_writer import copy_start_line, read_recording
from tests.support import needed


@pytest.fixture(autouse=True)
def _no_settings_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))
    (tmp_path / "mwk.toml").write_text("", encoding="utf-8")


@pytest.fixture
def at(kafka: Any) -> list[str]:
    return ["--bootstrap-servers", kafka["bootstrap.servers"]]


def objects(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_topic_is_created_written_checked_and_recorded(
    at: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = [*at, "--topic", "verbs"]
    looks = ["check", "--headless", "--device", "null"]
    assert run([*looks, *here]) == 3
    assert "does not exist yet" in capsys.readouterr().out
    assert run(["tweet", "heavy bass!", "--user", "@monty", "--json", *here]) == 0
    [sent] = objects(capsys.readouterr().out)
    assert (sent["type"], sent["topic"], sent["offset"]) == ("sent", "verbs", 0)
    assert run([*looks, "--json", *here]) in (0, 3)  # amber without real-time priority
    checked = {line["name"]: line for line in objects(capsys.readouterr().out)}
    assert checked["kafka.topic"]["text"] == "4 partitions, 1 record"
    assert checked["kafka.message"]["level"] == "ok"
    flood = ["--profile", "flood", "--rate", "50000", "--count", "2000", "--seed", "3", "--json"]
    assert run(["crowd", *flood, *here]) == 0
    summary = objects(capsys.readouterr().out)[-1]
    assert (summary["type"], summary["delivered"], summary["failed"]) == ("summary", 2000, 0)
    file = tmp_path / "verbs.jsonl.zst"
    assert run(["record", "-o", str(file), "--to-end", "--json", *here]) == 0
    [recorded] = objects(capsys.readouterr().out)
    assert recorded["topics"] == {"verbs": 2001}
    first, *records = read_recording(file)
    assert first.topic == "mwk-show"
    assert objects((first.value or b"").decode()) == [copy_start_line(["verbs"])]
    assert len(records) == 2001
    assert {one.key for one in records if one.value and b"monty" in one.value} == {
        b'{"Id":%d}' % sent["id"]
    }
    assert all(one.arrival_ms > 0 for one in records)
    assert run(["record", "-o", str(file), "--to-end", *here]) == 2
    assert f"{file} exists" in capsys.readouterr().err


def test_several_topics_in_one_file(
    kafka: Any, at: list[str], send: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("several-a", "several-b"):
        create_topic(kafka, name, partitions=1)
        send(name, [name])
    file = tmp_path / "both.jsonl"
    topics = ["--topic", "several-a", "--topic", "several-b"]
    assert run(["record", "-o", str(file), "--to-end", *topics, *at]) == 0
    assert capsys.readouterr().out == f"2 records in {file}\n"
    assert next(one.topic for one in read_recording(file)) == "mwk-show"
    assert {one.topic for one in read_recording(file)} == {"mwk-show", "several-a", "several-b"}


def test_a_mistyped_topic_is_named_and_leaves_no_file(
    kafka: Any, at: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "none.jsonl"
    command = ["record", "-o", str(file), "--topic", "twiter_json", "--exit-after", "3", *at]
    assert run(command) == 2
    captured = capsys.readouterr()
    words = "nothing was recorded, there is no topic twiter_json (--topic NAME)"
    assert captured.err.splitlines()[-1] == f"mwk: {words}"
    assert captured.out == ""
    assert not file.exists()


def test_kcat_reads_what_we_produce_and_replay_what_it_recorded(
    kafka: Any, at: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kcat = needed("kcat", "kcat")
    here = [*at, "--topic", "kcat"]
    noisy = ["--rate", "2000", "--count", "600", "--noise", "0.1", "--seed", "1"]
    assert run(["crowd", *noisy, *here]) == 0
    by_kcat, by_us = tmp_path / "kcat.jsonl", tmp_path / "ours.jsonl"
    command = [kcat, "-C", "-J", "-e", "-q", "-b", kafka["bootstrap.servers"], "-t", "kcat"]
    by_kcat.write_bytes(subprocess.run(command, capture_output=True, check=True, timeout=60).stdout)
    assert run(["record", "-o", str(by_us), "--to-end", *here]) == 0
    theirs = {(one.partition, one.offset): one for one in read_recording(by_kcat)}
    ours = {
        (one.partition, one.offset): one for one in read_recording(by_us) if one.topic != "mwk-show"
    }
    assert len(ours) == 600
    assert theirs.keys() == ours.keys()
    for place, one in ours.items():
        other = theirs[place]
        assert (one.key or b"", one.value, one.timestamp_ms) == (
            other.key or b"",
            other.value,
            other.timestamp_ms,
        )
    capsys.readouterr()
    replayed = []
    for file in (by_kcat, by_us):
        assert run(["replay", str(file), "--headless", "--speed", "max", "--json"]) == 0
        replayed.append(objects(capsys.readouterr().out))
    assert replayed[0] == replayed[1]
    assert replayed[0][-1]["records"] == 600
    assert replayed[0][-1]["votes"] > 0
    assert replayed[0][-1]["malformed"] > 0


def test_nobody_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    nowhere = ["--bootstrap-servers", "127.0.0.1:1"]
    words = "Nothing listens at 127.0.0.1:1: connection refused."
    remedy = (
        "Start the broker, or correct the address. The option is --bootstrap-servers HOST:PORT."
    )
    for verb in (["tweet", "drum"], ["crowd", "--count", "1"], ["page", "127.0.0.1:0"]):
        assert run([*verb, *nowhere]) == 2
        assert capsys.readouterr().err == f"mwk: {words} {remedy}\n"
    assert run(["check", "--headless", "--device", "null", *nowhere]) == 4
    lines = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    assert f"red Broker {words}" in lines
    file = tmp_path / "none.jsonl"
    topics = ["--topic", "a", "--topic", "b"]
    for more in ([], topics):
        assert run(["record", "-o", str(file), "--exit-after", "1", *more, *nowhere]) == 2
        captured = capsys.readouterr()
        told, ended = captured.err.splitlines()
        assert told.startswith(f"mwk: {words} (Since ")
        assert ended == f"mwk: nothing was recorded, Kafka was never there. {remedy}"
        assert captured.out == ""
        assert not file.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tweet", "", "--user", "x"], "TEXT and --user must not be empty"),
        (["crowd", "--rate", "0"], "--rate 0: tweets a second, above 0"),
        (["crowd", "--noise", "2"], "--noise 2: a share from 0 to 1"),
        (["record", "-o", "x", "--since", "whenever"], "--since 'whenever' is neither"),
        (["record", "-o", "/no/such/folder/x"], "/no/such/folder/x: cannot be written"),
    ],
)
def test_bad_usage(arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(arguments) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert words in error


def test_a_refused_property_is_bad_usage(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mwk.toml").write_text('[kafka]\n"no.such.thing" = 1\n', encoding="utf-8")
    words = "[kafka] no.such.thing: no such property (librdkafka's names are meant)"
    out = str(tmp_path / "x")
    for verb in (["check"], ["tweet", "x"], ["crowd"], ["record", "-o", out, "--to-end"]):
        assert run(verb) == 2
        assert capsys.readouterr().err == f"mwk: {words}\n"


@pytest.mark.parametrize("verb", [tweet_verb, crowd_verb, record_verb, check_verb])
def test_help_has_examples(verb: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([verb.NAME, "--help"]) == 0
    assert f"mwk {verb.NAME}" in capsys.readouterr().out
    assert "examples:" in verb.EXAMPLES
