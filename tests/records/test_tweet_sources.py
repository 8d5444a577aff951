"""With which program a message was posted."""

from __future__ import annotations

import json

import pytest

from mwk_desktop.records.tweet_sources import LONGEST, tweet_sources


@pytest.mark.parametrize(
    ("value", "source"),
    [
        (
            {"Source": '<a href="https://x.invalid" rel="nofollow">Web  App &amp; more</a>'},
            "Web App & more",
        ),
        ({"Source": "mwk", "Text": "drum"}, "mwk"),
        ({"schema": {}, "payload": {"Source": "inside"}}, "inside"),
        ({"Source": "x" * 500}, "x" * LONGEST),
        ({"Source": None}, ""),
        ({"Source": 7}, ""),
        ({}, ""),
        ([], ""),
    ],
)
def test_a_source(value: object, source: str) -> None:
    assert tweet_sources([json.dumps(value), json.dumps(value).encode()]) == [source, source]


def test_what_is_no_json() -> None:
    assert tweet_sources([None, b"\xff", "", "[" * 5_000, b"\0\0\0\0\1x"]) == [""] * 5
