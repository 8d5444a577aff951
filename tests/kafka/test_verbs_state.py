"""What `mwk record` says of a broker that goes away and comes back: each change exactly once."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.wiring.connection_lines import (
    ConnectionLines,
    advice_on,
    source_state,
    with_since,
)
from mwk_desktop.kafka.connection_state import ConnectionState, Link, RefusalKind, state_sentence
from mwk_desktop.messages import Message, verbatim


def state(link: Link, topic: str = "", reason: str = "") -> ConnectionState:
    sentence = state_sentence(link, "h:1", topic, reason=reason, since="09:00:00", lost_history=())
    return ConnectionState(link, 1_523_450_010_000, sentence)


def connected(topic: str) -> ConnectionState:
    return state(Link.CONNECTED, topic)


def said_of(capsys: pytest.CaptureFixture[str]) -> list[str]:
    text = capsys.readouterr().err
    return [re.sub(r"\d\d:\d\d:\d\d", "TIME", line) for line in text.splitlines()]


def test_several_topics_are_one_connection(capsys: pytest.CaptureFixture[str]) -> None:
    says = ConnectionLines(welcome=True)
    says(connected("a"), "a")
    says(connected("b"), "b")
    assert said_of(capsys) == ["mwk: Connected to Kafka at h:1, topic a. (Since TIME.)"]
    lost = state(Link.RECONNECTING)
    for topic in ("a", "b", "a"):
        says(lost, topic)
    says(connected("a"), "a")
    says(connected("b"), "b")
    assert said_of(capsys)[1:] == ["mwk: Connected to Kafka at h:1. (Since TIME.)"]


def test_each_topic_that_is_missing_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    says = ConnectionLines(welcome=True)
    for topic in ("a", "b"):
        says(state(Link.TOPIC_MISSING, topic), topic)
    says(connected("a"), "a")
    says(connected("b"), "b")
    assert says.reached
    assert said_of(capsys) == [
        "mwk: Topic a does not exist yet at h:1. (Since TIME.)",
        "mwk: Topic b does not exist yet at h:1. (Since TIME.)",
        "mwk: Connected to Kafka at h:1. (Since TIME.)",
    ]


def test_that_all_is_well_is_no_news_to_a_crowd(capsys: pytest.CaptureFixture[str]) -> None:
    says = ConnectionLines()
    says(connected("a"))
    assert said_of(capsys) == []
    says(state(Link.NO_ANSWER))
    assert "--bootstrap-servers HOST:PORT" in str(says.advice)
    says(connected("a"))
    assert len(said_of(capsys)) == 2


def test_since_when_and_what_to_do() -> None:
    closing = state(Link.REFUSED, reason=RefusalKind.CLOSED)
    assert re.search(r"right\? \(Since \d\d:\d\d:\d\d\.\)$", str(with_since(closing)))
    assert str(advice_on(Link.LOGIN_REFUSED)).startswith("Correct sasl.username")
    assert not advice_on(Link.CONNECTED)


@dataclass
class Source:
    """A source in a given state."""

    state: ConnectionState
    schema_problem: Message


def test_a_live_show_names_its_connection() -> None:
    lost = state(Link.RECONNECTING)
    about_schemas = verbatim("no registry")
    named = source_state(Source(lost, about_schemas), "tweets at h:1")
    assert (named.kind, named.name, named.state) == ("live", "tweets at h:1", "reconnecting")
    assert (named.since_ms, named.detail) == (lost.since_ms, lost.sentence)
    assert named.schemas == about_schemas
    assert named.lag is None


def test_record_through_a_restart(
    broker: Any,
    kafka: dict[str, Any],
    topic: str,
    send: Callable[..., None],
    until: Callable[..., None],
    tmp_path: Path,
) -> None:
    send(topic, ["drum", "pad"])
    file, said = tmp_path / "r.jsonl", tmp_path / "said"
    command = [sys.executable, "-m", "mwk_desktop", "record", "-o", str(file), "--topic", topic]
    where = ["--bootstrap-servers", kafka["bootstrap.servers"]]

    def count(word: str) -> int:
        return said.read_text("utf-8").count(word)

    def recorded() -> int:
        # Beside them stands the line that says that the file is a copy.
        lines = file.read_text("utf-8").splitlines() if file.exists() else []
        return sum(f'"topic":"{topic}"' in line for line in lines)

    with said.open("wb") as stderr:
        process = subprocess.Popen(
            [*command, *where],
            stdout=subprocess.PIPE,
            stderr=stderr,
            # A shell has what runs in its background ignore Ctrl+C, and children inherit that.
            preexec_fn=partial(signal.signal, signal.SIGINT, signal.SIG_DFL),
        )
        try:
            until(lambda: count("Connected") == 1 and recorded() == 2, 60)
            broker.stop()
            until(lambda: count("Lost") >= 1, 60)
            broker.start()
            until(lambda: count("Connected") == count("Lost") + 1, 60)
            send(topic, ["synth"])
            until(lambda: recorded() == 3, 60)
            process.send_signal(signal.SIGINT)
            out, _ = process.communicate(timeout=60)
        finally:
            process.kill()
            process.wait()
    lines = said.read_text("utf-8").splitlines()
    assert out.decode() == f"3 records in {file}\n"
    assert process.returncode == 0
    # A broker that shuts down may take one more call: then it is lost twice, and back in between.
    assert [line.split()[1] for line in lines] == ["Connected", "Lost"] * count("Lost") + [
        "Connected"
    ]
    assert all(re.search(r"[Ss]ince \d\d:\d\d:\d\d\.\)?$", line) for line in lines)
