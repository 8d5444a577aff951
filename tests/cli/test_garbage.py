"""Garbage inside a recording is counted and survived; everything else counts as if it were not
there."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.driving import AT_ONCE, WINDOW_MS
from tests.support import T0_MS, envelope, status, votes

GOOD = [
    json.dumps(line).encode()
    for line in (*votes(["drum", "drum", "pad"]), *votes(["synth"], T0_MS + WINDOW_MS, first=10))
]
SHORT = ("--window-ms", str(WINDOW_MS))


def odd(**fields: Any) -> bytes:
    """A vote for the drum by another user, with fields of the envelope changed."""
    line = envelope(status("drum #mwk", "odd", id_=99), T0_MS + 500, offset=99)
    return json.dumps({**line, **fields}).encode()


def odd_tweet(**fields: Any) -> bytes:
    """The same with fields of the tweet changed."""
    value = {**status("drum #mwk", "odd", id_=99), **fields}
    return json.dumps(envelope(value, T0_MS + 500, offset=99)).encode()


DIGITS = b"9" * 6000

# What is put behind the first two lines -> what it adds to (tweets, votes, malformed).
BETWEEN: dict[str, tuple[list[bytes], tuple[int, int, int]]] = {
    "words": ([b"garbage", b"[]", b"null", b"{}", b'{"topic":5}', b'"x"', b"3"], (0, 0, 7)),
    "half lines": ([GOOD[0][:60], GOOD[0][60:]], (0, 0, 2)),
    "raw bytes": ([b"\xff\xfe\x00", bytes(range(11, 255))], (0, 0, 2)),
    "nul": ([b"\0" * 500, b"\0"], (0, 0, 2)),
    "blank": ([b"", b"   ", b"\t\r", b"\r"], (0, 0, 0)),
    "a long line": ([b"x" * 10_000_000], (0, 0, 1)),
    "a long value": ([odd(payload="x" * 10_000_000)], (0, 0, 1)),
    "a long tweet": ([odd_tweet(Text="drum " + "x" * 10_000_000)], (1, 1, 0)),
    "deep": ([b"[" * 100_000, odd(payload="[" * 100_000)], (0, 0, 2)),
    "a tombstone": ([odd(payload=None)], (0, 0, 1)),
    "a payload that is a number": ([odd(payload=5)], (0, 0, 1)),
    "an object where text was": ([odd(payload=status("drum", "odd", id_=99))], (1, 1, 0)),
    "2099": ([odd(ts=4_080_000_000_000)], (1, 1, 0)),
    "the end of time": ([odd(ts=2**63 - 1)], (1, 1, 0)),
    "before the epoch": ([odd(ts=-5)], (1, 1, 0)),
    "beyond 64 bits": ([odd(ts=10**40)], (1, 1, 0)),
    "time in seconds": ([odd(ts=T0_MS // 1000)], (1, 1, 0)),
    "time as text": ([odd(ts="soon")], (1, 1, 0)),
    "no time": ([odd(ts=-1)], (1, 1, 0)),
    "negative places": ([odd(partition=-7, offset=-99)], (1, 1, 0)),
    "enormous places": ([odd(partition=10**30), odd(offset=10**40)], (0, 0, 2)),
    "an enormous number": ([b'{"topic":"twitter_json","offset":' + DIGITS + b"}"], (0, 0, 1)),
    "an enormous Id": ([odd_tweet(Id=10**40)], (1, 1, 0)),
    "an Id that is text": ([odd_tweet(Id="x")], (1, 1, 0)),
    "no user": ([odd_tweet(User=None)], (0, 0, 1)),
    "an empty name": ([odd_tweet(User={"ScreenName": ""})], (0, 0, 1)),
    "a name that is a number": ([odd_tweet(User={"ScreenName": 5})], (0, 0, 1)),
    "no text": ([odd_tweet(Text=None)], (0, 0, 1)),
    "half a surrogate": (
        [odd(payload='{"Text":"\\ud83d","User":{"ScreenName":"odd"}}')],
        (1, 0, 0),
    ),
    "other topics": ([odd(topic="charts", payload="x"), odd(topic="mwk-other")], (0, 0, 0)),
    "a log that is none": (
        [
            odd(topic="mwk-show", payload=json.dumps(line))
            for line in (
                {"type": "start", "seed": "x", "rate_hz": "y", "settings": 5, "anchor_ms": None},
                {"type": "close", "start_ms": "x"},
                {"type": "landing"},
                {"type": "ramp", "frame": "x"},
                {"type": "override", "command": "os", "values": {}},
                {"type": "override", "command": "SetMode", "values": {"instrument": "banjo"}},
                {"type": "unheard of"},
                [1],
                "x",
                None,
            )
        ],
        (0, 0, 0),
    ),
}


@pytest.mark.parametrize("name", BETWEEN)
def test_counted_and_survived(mwk: Any, tmp_path: Path, name: str) -> None:
    lines, added = BETWEEN[name]
    path = tmp_path / "show.jsonl"
    path.write_bytes(b"\n".join([*GOOD[:2], *lines, *GOOD[2:]]) + b"\n")
    result = mwk("replay", path, *AT_ONCE, *SHORT)
    assert result.code == 0
    assert "Traceback" not in result.err
    summary = result.lines[-1]
    assert (summary["tweets"], summary["votes"], summary["malformed"]) == (
        4 + added[0],
        4 + added[1],
        added[2],
    )
    assert summary["records"] == summary["tweets"] + summary["malformed"]
    assert (summary["duplicates"], summary["late"]) == (0, 0)
    assert sum(sum(line["votes"].values()) for line in result.of_type("window")) == 4 + added[1]
    starts = [line["start_ms"] for line in result.of_type("window")]
    assert starts == sorted(starts)
    # Twice, for the order of what has no time of its own.
    assert mwk("replay", path, *AT_ONCE, *SHORT) == result


@pytest.mark.parametrize(
    "name", ["2099", "the end of time", "before the epoch", "a log that is none"]
)
def test_it_can_be_heard_too(mwk: Any, tmp_path: Path, name: str) -> None:
    path = tmp_path / "show.jsonl"
    path.write_bytes(b"\n".join([*GOOD, *BETWEEN[name][0]]) + b"\n")
    result = mwk("bounce", path, "-o", tmp_path / "a.flac", *SHORT, "--json")
    assert (result.code, result.err) == (0, "")
    assert result.lines[0]["frames"] < 10 * 180_000


FRAMED = {
    "CRLF": b"\r\n".join(GOOD) + b"\r\n",
    "no last newline": b"\n".join(GOOD),
    "a byte-order mark": b"\xef\xbb\xbf" + b"\n".join(GOOD) + b"\n",
    "blank lines": b"\n\n" + b"\n\n\n".join(GOOD) + b"\n\n",
    "backwards": b"\n".join(GOOD[::-1]) + b"\n",
}


@pytest.mark.parametrize("name", FRAMED)
def test_the_same_show_framed_differently(mwk: Any, tmp_path: Path, name: str) -> None:
    path = tmp_path / "show.jsonl"
    path.write_bytes(b"\n".join(GOOD) + b"\n")
    plain = mwk("replay", path, *AT_ONCE, *SHORT)
    assert plain.lines[-1]["tweets"] == 4
    path.write_bytes(FRAMED[name])
    assert mwk("replay", path, *AT_ONCE, *SHORT) == plain


def test_what_was_torn_is_said(mwk: Any, tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    path.write_bytes(b"\n".join(GOOD) + b"\n" + GOOD[0][:40])
    result = mwk("replay", path, *AT_ONCE)
    assert result.code == 0
    assert result.lines[-1]["malformed"] == 1
    assert result.err.startswith(f"mwk: {path}: ")
    assert result.err.count("\n") == 1
    assert "torn" in result.err


def test_where_the_garbage_stands_is_said(mwk: Any, tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl"
    path.write_bytes(b"\n".join([*GOOD[:2], b"garbage", *GOOD[2:]]) + b"\n")
    place = len(GOOD[0]) + len(GOOD[1]) + 2
    err = mwk("replay", path, *AT_ONCE).err
    assert err.startswith(f"mwk: {path}: 1 line is unreadable (at byte {place})")
    assert err.count("\n") == 1


def test_a_packed_recording_that_was_cut(mwk: Any, tmp_path: Path) -> None:
    path = tmp_path / "show.jsonl.gz"
    path.write_bytes(gzip.compress(b"\n".join(GOOD * 50) + b"\n")[:-20])
    result = mwk("replay", path, *AT_ONCE)
    assert result.code == 0
    assert result.lines[-1]["tweets"] == 4
    assert f"mwk: {path}: the gzip data ends early" in result.err
    assert all(line.startswith(f"mwk: {path}: ") for line in result.err.splitlines())


def test_names_of_every_script(mwk: Any, tmp_path: Path) -> None:
    folder = tmp_path / "soirée 🎹"
    folder.mkdir()
    path = folder / "enregistrement du 5 été ☃.jsonl"
    path.write_bytes(b"\n".join(GOOD))
    assert mwk("replay", path, *AT_ONCE).code == 0
    output = folder / "mélodie.flac"
    assert mwk("bounce", path, "-o", output, *SHORT, "--json").lines[0]["file"] == str(output)
    raw = folder / "latin-\udce9.jsonl"
    raw.write_bytes(b"\n".join(GOOD))
    assert mwk("replay", raw, *AT_ONCE).code == 0
    mwk("replay", folder / "missing-\udce9.jsonl", *AT_ONCE).must_be_refused("missing-")


def test_a_replay_in_which_nothing_counted_says_so(mwk: Any, tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text(json.dumps(envelope({"temperature": 21}, T0_MS, offset=4)) + "\n", "utf-8")
    done = mwk("replay", path, *AT_ONCE)
    assert done.code == 0
    assert done.of_type("summary")[0]["malformed"] == 1
    assert "not one of its 1 records was counted" in done.err
    assert "offset 4" in done.err
    assert done.err.count("\n") == 1
