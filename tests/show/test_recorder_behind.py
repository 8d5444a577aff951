"""A recorder that is behind holds the source back; one that cannot write holds nobody."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingError, RecordingWriter
from mwk_desktop.show.log import show_recorder
from mwk_desktop.show.log.show_recorder import ShowRecorder
from tests.support import wait_for

RECORD = Record("twitter_json", 0, 0, 1, None, b"{}")


def test_a_source_waits_until_the_file_has_caught_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show_recorder, "BEHIND", 100)
    monkeypatch.setattr(show_recorder, "MANY", 50)
    recorder = ShowRecorder(RecordingWriter(tmp_path / "a.jsonl"))
    for _ in range(101):
        assert not recorder.behind
        recorder.write_all([RECORD])
    assert recorder.behind
    recorder.start()
    wait_for(lambda: not recorder.behind)
    recorder.close()
    assert len((tmp_path / "a.jsonl").read_text("utf-8").splitlines()) == 101


def test_a_full_disk_holds_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(show_recorder, "BEHIND", 10)

    def fail(*_: Any) -> None:
        raise RecordingError("No space left on device")

    writer = RecordingWriter(tmp_path / "a.jsonl")
    recorder = ShowRecorder(writer)
    monkeypatch.setattr(writer, "write_all", fail)
    for _ in range(12):
        recorder.write_all([RECORD])
    assert recorder.behind
    recorder._drain()
    assert "No space left" in str(recorder.problem)
    assert not recorder.behind
    monkeypatch.undo()
    recorder.close()
