"""A line is a record or an unreadable line, whatever stands in its neighbours."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.records.envelope import read_line, read_lines, strict_heads

WHOLE = b'{"topic":"t","partition":0}'
PARTS = [
    WHOLE,
    b"",
    b"  ",
    b'{"topic":"t",',
    b'"partition":1}',
    b"{",
    b"}",
    b"[]",
    b'{"topic":',
    b'"t"}',
    b" " + WHOLE + b"\r",
    WHOLE + WHOLE,
]


@given(st.lists(st.sampled_from(PARTS), max_size=8), st.booleans())
def test_lines_are_read_as_one_by_one(lines: list[bytes], ends: bool) -> None:
    chunk = b"\n".join(lines) + (b"\n" if ends else b"")
    if not chunk:
        return
    alone = [read_line(line) for line in chunk.split(b"\n") if line.strip()]
    for full in (False, True):
        together = read_lines(chunk, full=full)
        assert [line is None for line in together] == [line is None for line in alone]
    try:
        heads = strict_heads(chunk)
    except ValueError:
        return
    assert [head.topic for head in heads] == [line.topic for line in alone if line is not None]
    assert len(heads) == len(alone)


def test_a_record_that_jq_spread_over_lines_is_unreadable() -> None:
    chunk = json.dumps({"topic": "t", "partition": 0}, indent=2).encode()
    assert read_lines(chunk) == [None] * 4
    with pytest.raises(ValueError, match="several lines"):
        strict_heads(chunk)
