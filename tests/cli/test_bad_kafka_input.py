"""What the verbs around Kafka refuse: exit code 2, one line that says what would be right."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from tests.cli.driving import process
from tests.support import only_linux

NOBODY = ("--bootstrap-servers", "127.0.0.1:1")

BAD = [
    (("live", "--since", "whenever"), ("--since", "whenever", "beginning, now")),
    (("live", "--show", "nosuch"), ("--show nosuch", "none yet")),
    (("live", "--new-show", "--show", "x"), ("--show", "--new-show")),
    (("live", "--lost-history", "newest"), ("--lost-history", "oldest")),
    (("live", "--topic", "two words"), ("--topic", "a topic's name")),
    (("live", "--topic", ""), ("--topic",)),
    (("live", "--window-ms", "0"), ("--window-ms", "100 to 86400000")),
    (("live", "--device", "nosuch"), ("--device nosuch", "no such output")),
    (("live", "--sounds", "/no/such/folder"), ("/no/such/folder", "no such folder")),
    (("live", "--exit-after", "0"), ("--exit-after", "above 0")),
    (("live", "twitter_json"), ("twitter_json",)),
    (("record",), ("--output",)),
    (("record", "-o", "x.jsonl", "--since", "soon"), ("--since", "soon")),
    (("record", "-o", "/no/such/x.jsonl"), ("/no/such/x.jsonl", "cannot be written")),
    (("record", "-o", "x.jsonl", "--exit-after", "nan"), ("--exit-after",)),
    (("crowd", "--rate", "0"), ("above 0",)),
    (("crowd", "--rate", "nan"), ("rate",)),
    (("crowd", "--rate", "fast"), ("--rate", "fast")),
    (("crowd", "--users", "0"), ("users",)),
    (("crowd", "--users", "1.5"), ("--users", "1.5")),
    (("crowd", "--noise", "2"), ("--noise 2", "from 0 to 1")),
    (("crowd", "--count", "-1"), ("--count -1", "0 or more")),
    (("crowd", "--partitions", "0"), ("--partitions", "above 0")),
    (("crowd", "--profile", "wild"), ("--profile", "calm")),
    (("crowd", "--exit-after", "-1"), ("--exit-after", "above 0")),
    (("tweet",), ("TEXT",)),
    (("tweet", ""), ("TEXT", "must not be empty")),
    (("tweet", "drum", "--user", "@"), ("--user", "must not be empty")),
    (("tweet", "drum", "--timeout", "nan"), ("--timeout nan", "a number")),
    (("tweet", "drum", "--timeout", "-1"), ("--timeout", "above 0")),
    (("tweet", "drum", "--topic", "two words"), ("--topic", "a topic's name")),
    (("check", "--watch", "0"), ("--watch", "above 0")),
    (("check", "--topic", "two words"), ("--topic", "a topic's name")),
    (("check", "--config", "/no/such.toml"), ("/no/such.toml", "no such file")),
    (("check", "kafka:9092"), ("kafka:9092",)),
]


@pytest.mark.parametrize(("arguments", "words"), BAD)
def test_bad_options(
    mwk: Any, arguments: tuple[str, ...], words: tuple[str, ...], tmp_path: Path
) -> None:
    in_tmp = [str(tmp_path / one) if one == "x.jsonl" else one for one in arguments]
    mwk(*in_tmp, *NOBODY).must_be_refused(*words)


@pytest.mark.parametrize(
    "arguments",
    [("live", "--headless"), ("record", "-o", "x.jsonl"), ("crowd",), ("tweet", "x"), ("check",)],
)
@pytest.mark.parametrize(
    ("toml", "words"),
    [
        ('"no.such.thing" = 1', ("[kafka] no.such.thing", "no such property")),
        ('"auto.offset.reset" = "latest"', ("[kafka] auto.offset.reset", "belongs to the show")),
        ('"sasl.password.file" = "/no/such"', ("[kafka] sasl.password.file", "/no/such")),
    ],
)
def test_bad_properties(
    mwk: Any, tmp_path: Path, arguments: tuple[str, ...], toml: str, words: tuple[str, ...]
) -> None:
    config = Path(os.environ["MWK_CONFIG"])
    config.write_text(config.read_text("utf-8") + f"[kafka]\n{toml}\n", "utf-8")
    in_tmp = [str(tmp_path / one) if one == "x.jsonl" else one for one in arguments]
    mwk(*in_tmp, *NOBODY).must_be_refused(*words)
    assert not (tmp_path / "x.jsonl").exists()


def test_no_show_yet(mwk: Any) -> None:
    done = mwk("live", "--list-shows")
    assert done.code == 0
    assert done.out.startswith(b"no show in ")


@pytest.mark.parametrize(
    "arguments", [("live", "--list-shows"), ("check", "--headless", "--json", *NOBODY)]
)
def test_a_full_disk_behind_stdout(arguments: tuple[str, ...]) -> None:
    only_linux("/dev/full")
    with Path("/dev/full").open("wb") as full:
        result = process(*arguments, stdout=full)
    assert result.code == 2
    assert result.err == "mwk: stdout: cannot be written: No space left on device\n"


def test_check_says_each_row_to_people_and_to_programs(mwk: Any) -> None:
    done = mwk("check", "--headless", *NOBODY)
    assert done.code == 4
    text = done.out.decode()
    assert "red Broker Nothing listens at 127.0.0.1:1" in " ".join(text.split())
    assert "-> Start the broker, or correct the address." in text
    assert done.err == ""
    lines = mwk("check", "--headless", "--json", *NOBODY).lines
    assert {line["type"] for line in lines} == {"check"}
    rows = {line["name"]: line for line in lines}
    assert rows["kafka"]["level"] == "red"
    assert rows["kafka"]["remedy"]
    assert rows["display"]["level"] == "off"
