"""A flood's recording: handed to a process, taken back in calm, and whole whatever happens."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from mwk_desktop.records.record import Record
from mwk_desktop.records.recording import SHOW_TOPIC, RecordingWriter, read_recording
from mwk_desktop.show import recording
from mwk_desktop.show.recording import ShowRecorder
from tests.support import wait_for


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recording, "FLUSH_S", 0.05)
    monkeypatch.setattr(recording, "MANY", 1_000)
    monkeypatch.setattr(recording, "CALM_S", 0.3)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "show.jsonl.zst"


class Show:
    """Hands records and decisions to a recorder and remembers their order."""

    def __init__(self, path: Path) -> None:
        self.calm = 0
        self.recorder = ShowRecorder(RecordingWriter(path), on_calm=self._count_calm)
        self.recorder.start()
        self.told: list[tuple[str, int]] = []
        self._offsets = itertools.count()
        self._lines = itertools.count()

    def _count_calm(self) -> None:
        self.calm += 1

    def tweets(self, count: int) -> None:
        for _ in range(count // 100):
            offsets = [next(self._offsets) for _ in range(100)]
            self.recorder.write_all([Record("t", 0, n, 1, None, b"x" * 500) for n in offsets])
            self.told += [("t", n) for n in offsets]

    def decides(self) -> None:
        self.recorder.write_show({"type": "close"}, 5)
        self.told.append((SHOW_TOPIC, next(self._lines)))

    def writer(self) -> psutil.Process | None:
        children = psutil.Process().children()
        found = [one for one in children if self.recorder._remote and one.pid == self.pid]
        return found[0] if found else None

    @property
    def pid(self) -> int | None:
        remote = self.recorder._remote
        return None if remote is None else remote.pid

    def flood(self) -> None:
        """Until a process writes."""

        def handed_over() -> bool:
            self.tweets(2_000)
            return self.writer() is not None

        wait_for(handed_over)


@pytest.fixture
def show(path: Path) -> Iterator[Show]:
    show = Show(path)
    yield show
    show.recorder.close()


def written(path: Path) -> list[tuple[str, int]]:
    return [(record.topic, record.offset) for record in read_recording(path)]


def test_calm_flood_calm_and_every_record_in_its_place(show: Show, path: Path) -> None:
    show.decides()
    show.tweets(300)
    wait_for(lambda: not show.recorder._waiting)
    assert show.pid is None
    show.flood()
    process = show.writer()
    assert process is not None
    show.decides()
    show.tweets(5_000)
    assert show.calm == 0
    wait_for(lambda: show.calm == 1)
    assert show.pid is None
    assert not process.is_running()
    show.decides()
    show.tweets(100)
    show.flood()
    show.recorder.close()
    assert show.recorder.problem == ""
    assert written(path) == show.told
    assert show.writer() is None


@pytest.mark.parametrize("how", ["kill", "terminate"])
def test_a_process_that_dies_in_a_flood(show: Show, path: Path, how: str) -> None:
    show.tweets(100)
    show.flood()
    process = show.writer()
    assert process is not None
    show.tweets(3_000)
    getattr(process, how)()
    show.decides()
    show.tweets(20_000)
    wait_for(lambda: not show.recorder._waiting)
    assert show.pid is None  # what cannot be relied upon is not asked again
    show.decides()
    show.recorder.close()
    assert show.recorder.problem == ""
    assert written(path) == show.told


def test_a_process_that_stands_still_holds_the_show_for_a_moment_only(
    show: Show, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mwk_desktop.records.recording_process.ANSWER_S", 0.5)
    monkeypatch.setattr(recording, "BEHIND", 2_000)
    show.flood()
    process = show.writer()
    assert process is not None
    process.suspend()
    show.tweets(30_000)
    wait_for(lambda: not show.recorder.behind and not show.recorder._waiting)
    assert not process.is_running()
    show.recorder.close()
    assert written(path) == show.told


def test_the_end_of_a_show_in_a_flood(show: Show, path: Path) -> None:
    show.flood()
    show.tweets(20_000)
    begun_s = time.monotonic()
    show.recorder.close()
    assert time.monotonic() - begun_s < 10
    assert written(path) == show.told
    assert show.writer() is None
