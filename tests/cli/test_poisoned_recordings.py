"""Broken records as people meet them: replay, SQL and bounce go on, and count them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.driving import AT_ONCE
from tests.support import T0_MS, envelope, votes, write_lines

POISON: dict[str, list[bytes]] = {
    "torn": [b'{"topic":"twitter_json","partition":0,"offset":7,"ts":152', b"}"],
    "no JSON": [b"hello", b"<html>", b"\xff\xfe\x00", b"nan", b"[" * 5_000, b"\x00" * 100],
    "absurd numbers": [
        json.dumps(envelope("{}", 10**18)).encode(),
        json.dumps(envelope("{}", T0_MS, offset=-(10**18))).encode(),
        json.dumps({**envelope("{}", T0_MS), "partition": 2**40}).encode(),
        json.dumps({**envelope("{}", T0_MS), "ts": 10**400}).encode(),
        b'{"topic":"twitter_json","partition":1e99,"offset":0,"ts":1,"payload":"{}"}',
        b'{"topic":"twitter_json","partition":0,"offset":0,"ts":-9223372036854775808}',
    ],
    "header bytes": [
        b'{"topic":"twitter_json","partition":0,"offset":1,"ts":1523450010001,'
        b'"headers":["\xff\xfe","\x80",null],"payload":null}',
        b'{"topic":"twitter_json","partition":0,"offset":2,"ts":1523450010002,'
        b'"headers_b64":["%%","//8="],"payload_b64":"%"}',
        b'{"topic":"twitter_json","partition":0,"offset":3,"ts":1523450010003,"headers":{"a":1}}',
    ],
    "spread over lines": [b'{"topic":"twitter_json",', b'"partition":0}', b'{"topic"', b":3}"],
}
SHOW = votes(["drum", "pad", "synth"] * 20, step_ms=900)


@pytest.fixture(params=sorted(POISON))
def poisoned(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, int]:
    """A recording with broken lines all over it, and how many those are."""
    path = write_lines(tmp_path / "show.jsonl", SHOW)
    good = path.read_bytes().splitlines()
    bad = POISON[request.param]
    for n, line in enumerate(bad):
        good.insert(3 + 7 * n, line)
    path.write_bytes(b"\n".join(good) + b"\n")
    return path, len(bad)


def test_every_verb_goes_on(mwk: Any, poisoned: tuple[Path, int], tmp_path: Path) -> None:
    path, bad = poisoned
    replayed = mwk("replay", path, *AT_ONCE)
    [summary] = replayed.of_type("summary")
    assert (summary["tweets"], summary["votes"]) == (len(SHOW), len(SHOW))
    assert (summary["malformed"], summary["records"]) == (bad, len(SHOW) + bad)
    asked = mwk("sql", "select count(*) as n from tweets", path, "--json")
    assert [line["n"] for line in asked.lines] == [len(SHOW)]
    out = tmp_path / "show.wav"
    assert mwk("bounce", path, "-o", out).code == 0
    assert 44 < out.stat().st_size < 60_000_000
    for result in (replayed, asked):
        assert "Traceback" not in result.err
        assert result.code == 0
