"""The list of recordings that were played last."""

from __future__ import annotations

from pathlib import Path
from typing import Any, cast

import pytest

from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.recent_worker import FILE, MOST, RecentWorker
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState


def _recent(worker: RecentWorker) -> list[str]:
    state = worker.complete_state(WorkersState(), cast(Snapshot, None))
    return [Path(path).name for path in state.recent]


def _play(worker: RecentWorker, path: Path | None) -> None:
    thread: Any = None
    worker.on_show_started(RunningShow("replay" if path else "demo", thread, path=path))


def test_the_newest_is_first_once_and_all_survive_a_restart(tmp_path: Path) -> None:
    worker = RecentWorker(tmp_path)
    for number in range(MOST + 2):
        _play(worker, tmp_path / f"{number}.jsonl")
    _play(worker, None)
    _play(worker, tmp_path / "3.jsonl")
    expected = ["3.jsonl", "6.jsonl", "5.jsonl", "4.jsonl", "2.jsonl"]
    assert _recent(worker) == _recent(RecentWorker(tmp_path)) == expected


@pytest.mark.parametrize("text", ["", "{}", "[1, null]", "[", "\x00"])
def test_a_damaged_list_is_an_empty_one(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, "utf-8")
    assert _recent(RecentWorker(tmp_path)) == []
