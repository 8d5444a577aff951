"""Lines of recordings, and what a replay makes of them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import zstandard

from mwk_desktop.records.record_types import Tweet
from mwk_desktop.sources.recording_source import RecordingSource, ShowRecord

KCAT = Path(__file__).parents[1] / "fixtures" / "kcat"
T0_MS = 1_523_450_010_000

Row = tuple[Tweet | None, int, int, int]


def payload(text: str, number: int = 0, created_ms: int | None = None) -> str:
    value: dict[str, Any] = {"Id": number, "Text": text, "User": {"ScreenName": f"u{number}"}}
    if created_ms is not None:
        value["CreatedAt"] = created_ms
    return json.dumps(value)


def line(
    partition: int = 0,
    offset: int = 0,
    ts: int = T0_MS,
    value: str | None = "",
    topic: str = "twitter_json",
    **more: Any,
) -> str:
    if value == "":
        value = payload("drum", partition * 1000 + offset)
    head = {"topic": topic, "partition": partition, "offset": offset, "tstype": "create", "ts": ts}
    return json.dumps({**head, "broker": 1, "key": None, "payload": value, **more})


def show(kind: str, arrival_ms: int, **more: Any) -> str:
    decision = json.dumps({"type": kind, **more})
    return line(0, 0, arrival_ms, decision, "mwk-show", arrival_ms=arrival_ms)


def save(tmp_path: Path, texts: list[str], name: str = "show.jsonl") -> Path:
    path = tmp_path / name
    data = "".join(text + "\n" for text in texts).encode("utf-8", "surrogateescape")
    if path.suffix == ".gz":
        data = gzip.compress(data)
    elif path.suffix == ".zst":
        data = zstandard.compress(data)
    path.write_bytes(data)
    return path


def rows(source: RecordingSource, batch_size: int = 512) -> list[Row | dict[str, Any]]:
    """All entries in order; decisions of a show as they are."""
    result: list[Row | dict[str, Any]] = []
    for step in source.steps(batch_size):
        if isinstance(step, ShowRecord):
            result.append(step.line)
            continue
        arrivals = step.arrivals_ms or [-2] * len(step.tweets)
        result += zip(step.tweets, step.events_ms, step.record_ms, arrivals, strict=True)
    return result


def events(source: RecordingSource) -> list[int]:
    return [row[1] for row in rows(source) if isinstance(row, tuple)]
