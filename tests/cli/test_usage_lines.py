"""What a mistyped command line is answered: our own words, the word that was typed, what is right,
and where the help is that tells more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

ARGPARSE = ("argument ", "invalid", "unrecognized", "required", "expected", "allowed")

LINES = [
    (("--seed", "x"), "mwk: --seed x: a whole number (see mwk --help)"),
    (("--seed", ""), 'mwk: --seed "": a whole number (see mwk --help)'),
    (("--seed=1.5",), "mwk: --seed 1.5: a whole number (see mwk --help)"),
    (("--rate", "x"), "mwk: --rate x: a number (see mwk --help)"),
    (("--users", "1.5"), "mwk: --users 1.5: a whole number above 0 (see mwk --help)"),
    (
        ("--block-size", "x"),
        'mwk: --block-size: must be a whole number from 16 to 8192, is "x"',
    ),
    (
        ("crowd", "--rate", "0"),
        "mwk crowd: --rate 0: tweets a second, above 0 and at most 10 million (see mwk crowd"
        " --help)",
    ),
    (("crowd", "--noise", "2"), "mwk crowd: --noise 2: a share from 0 to 1 (see mwk crowd --help)"),
    (("crowd", "--noise", "nan"), "mwk crowd: --noise nan: a number (see mwk crowd --help)"),
    (
        ("crowd", "--count", "-1"),
        "mwk crowd: --count -1: a whole number, 0 or more (see mwk crowd --help)",
    ),
    (
        ("bounce", "a", "-o", "b", "--window-ms", "x"),
        'mwk: --window-ms: must be a whole number from 100 to 86400000, is "x"',
    ),
    (("--quantize", "tick"), "mwk: --quantize tick: one of beat, bar, loop (see mwk --help)"),
    (("tweet",), "mwk tweet: TEXT is missing (see mwk tweet --help)"),
    (("record", "-o"), "mwk record: -o/--output: a value is missing (see mwk record --help)"),
    (
        ("record", "-o", ""),
        'mwk record: --output "": is empty; name a file or folder (see mwk record --help)',
    ),
    (
        ("record", "-o", "x", "--topic", "a b"),
        "mwk record: --topic a b: a topic's name (letters, digits, . _ -) (see mwk record --help)",
    ),
    (
        ("live", "--bootstrap-servers", ""),
        'mwk live: --bootstrap-servers "": HOST:PORT of Kafka, several with commas between them'
        " (see mwk live --help)",
    ),
    (
        ("live", "--bootstrap-servers", "a:b:c"),
        "mwk live: --bootstrap-servers a:b:c: HOST:PORT of Kafka, several with commas between them"
        " (see mwk live --help)",
    ),
    (
        ("tweet", "x", "--bootstrap-servers", "a:99999"),
        "mwk tweet: --bootstrap-servers a:99999: HOST:PORT of Kafka, several with commas between"
        " them (see mwk tweet --help)",
    ),
    (
        ("check", "--bundle", "/no/such/x.zip"),
        "mwk: --bundle /no/such/x.zip: its folder does not exist",
    ),
    (
        ("live", "--new-show", "--show", "x"),
        "mwk live: --show: cannot be used with --new-show (see mwk live --help)",
    ),
    (("page", "80", "90"), "mwk page: 90: one word too many (see mwk page --help)"),
    (("relpay", "x"), "mwk: relpay: no such verb; did you mean replay? (see mwk --help)"),
    (("rec", "-o", "y"), "mwk: rec: no such verb; did you mean record? (see mwk --help)"),
    (
        ("live", "--newshow"),
        "mwk live: --newshow: no such option; did you mean --new-show? (see mwk live --help)",
    ),
    (
        ("--lost-history", "oldest"),
        "mwk: --lost-history belongs to mwk live: put it after the verb (see mwk --help)",
    ),
    (
        ("sql", "SELECT screen_name, text FROM tweets WHERE " + "text <> 'a' AND " * 30 + "true"),
        "mwk: name the FILE after the query, or ask a topic with --live",
    ),
    (("--zyx", "live"), "mwk: --zyx: no such option (see mwk --help)"),
    (("live", "-x"), "mwk live: -x: no such option (see mwk live --help)"),
]


@pytest.mark.parametrize(("typed", "line"), LINES)
def test_the_line(mwk: Any, typed: tuple[str, ...], line: str) -> None:
    said = mwk(*typed).must_be_refused()
    assert said == f"{line}\n"
    assert not any(word in said for word in ARGPARSE)


def test_a_file_is_no_state_folder(
    mwk: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "file"
    file.touch()
    mwk("--headless", "--state-dir", file).must_be_refused(f"--state-dir {file}: is a file")
    monkeypatch.setenv("MWK_STATE_DIR", str(file))
    mwk("check").must_be_refused(f"MWK_STATE_DIR {file}: is a file")


def test_wrong_settings_are_said_by_verbs_that_need_none(mwk: Any, tmp_path: Path) -> None:
    for verb in ("devices", "sounds"):
        mwk(verb, "--config", tmp_path).must_be_refused(str(tmp_path), "is a folder")


def test_an_empty_server_in_the_settings(mwk: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A variable of a script that was not set: no client would call anybody, or say so."""
    monkeypatch.setenv("MWK_KAFKA__BOOTSTRAP_SERVERS", "")
    for verb in (["tweet", "x"], ["crowd"], ["live", "--headless"], ["check"]):
        mwk(*verb).must_be_refused("[kafka] bootstrap.servers: names no server; HOST:PORT")


def test_several_servers(mwk: Any) -> None:
    servers = "kafka:9092, [::1]:9093,SSL://b.example:9094"
    assert mwk("live", "--list-shows", "--bootstrap-servers", servers).code == 0
