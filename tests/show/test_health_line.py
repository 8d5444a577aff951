"""The health line of a live show says what its engine and its counting say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from mwk_desktop.show.json_lines import health_line
from tests.show.shows import Live, batch_of
from tests.support import T0_MS


def test_what_the_engine_reports_is_in_the_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    live = Live(tmp_path / "live.jsonl")
    reported = replace(live.engine.status(), xruns=3, lost_events=41, device="a device")
    monkeypatch.setattr(live.engine, "status", lambda: reported)
    live.show.tick()
    line = health_line(live.show.next_snapshot(), 12.34)
    live.writer.close()
    assert (line["xruns"], line["lost_events"]) == (3, 41)
    assert (line["engine"], line["device"], line["rss_mb"]) == ("silent", "a device", 12.3)


def test_what_was_counted_is_in_the_line(tmp_path: Path) -> None:
    live = Live(tmp_path / "live.jsonl")
    batch = batch_of(T0_MS, ("ana", "drum"), ("bert", "pad"), ("cleo", "hello"), first=1)
    live.show.fold_batch(batch)
    live.show.fold_batch(batch_of(T0_MS, ("ana", "drum"), first=1))  # the first tweet again
    live.show.tick()
    line = health_line(live.show.next_snapshot(), 1.0)
    live.writer.close()
    assert (line["tweets"], line["votes"], line["duplicates"]) == (3, 2, 1)
    assert (line["malformed"], line["late"], line["role"]) == (0, 0, "main")
    assert line["t_ms"] == T0_MS
