"""Another engine took over, at another rate: the log says so, and nothing else changes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mwk_desktop.engine.protocol import PortEvent, SegmentBegan
from tests.show.shows import WINDOW_MS, Live, Replayed
from tests.support import T0_MS, live_batch


def _recorded(path: Path, monkeypatch: pytest.MonkeyPatch, *, segments: bool) -> Live:
    live = Live(path)
    begun = [SegmentBegan(96_000, 3, 44_100)] if segments else []
    engine_events = live.engine.events

    def events() -> list[PortEvent]:
        coming: list[PortEvent] = [*engine_events()]
        if begun and live.engine.frame_now() > 96_000:
            coming.append(begun.pop())
        return coming

    monkeypatch.setattr(live.engine, "events", events)
    names = ["drum", "pad", "synth"]
    live.run(
        3 * WINDOW_MS,
        [(at_ms, live_batch(names, T0_MS + at_ms, first=at_ms)) for at_ms in (500, 4_500)],
    )
    return live


def test_a_segment_is_recorded_with_its_rate_and_replays_as_if_it_were_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = _recorded(tmp_path / "with.jsonl", monkeypatch, segments=True)
    _recorded(tmp_path / "without.jsonl", monkeypatch, segments=False)
    lines = [json.loads(line) for line in (tmp_path / "with.jsonl").read_text().splitlines()]
    said = [json.loads(line["payload"]) for line in lines if line["topic"] == "mwk-show"]
    assert [line for line in said if line["type"] == "segment"] == [
        {"type": "segment", "frame": 96_000, "segment": 3, "rate_hz": 44_100}
    ]
    assert said[0]["rate_hz"] == 48_000
    one, other = Replayed(tmp_path / "with.jsonl"), Replayed(tmp_path / "without.jsonl")
    bounced, plain = one.offline(), other.offline()
    assert bounced is not None
    assert plain is not None
    assert one.lines == other.lines == live.lines
    assert bounced == plain
