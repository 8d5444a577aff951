"""A flood's recording: handed to a process, taken back in calm, and whole whatever happens."""

from __future__ import annotations

import itertools
import math
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingWriter, read_recording
from mwk_desktop.show.log import show_recorder
from mwk_desktop.show.log.show_recorder import ShowRecorder
from mwk_desktop.topics import SHOW_TOPIC
from tests.support import only_linux, wait_for


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(show_recorder, "FLUSH_S", 0.05)
    monkeypatch.setattr(show_recorder, "MANY", 1_000)
    monkeypatch.setattr(show_recorder, "CALM_S", math.inf)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "show.jsonl.zst"


class Watched(ShowRecorder):
    """Remembers every word on how its file does."""

    def __init__(self, path: Path, on_calm: Callable[[], None]) -> None:
        self.said: list[str] = []
        super().__init__(RecordingWriter(path), on_calm=on_calm)

    def __setattr__(self, name: str, value: Any) -> None:
        if name == "problem":
            self.said.append(str(value))
        super().__setattr__(name, value)


class Show:
    """Hands records and decisions to a recorder and remembers their order."""

    def __init__(self, path: Path) -> None:
        self.calm = 0
        self.recorder = Watched(path, self._count_calm)
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

    def flood(self) -> psutil.Process:
        """Until a process writes; returns it."""

        def handed_over() -> bool:
            self.tweets(2_000)
            return self.writer() is not None

        wait_for(handed_over)
        process = self.writer()
        assert process is not None
        return process


@pytest.fixture
def show(path: Path) -> Iterator[Show]:
    show = Show(path)
    yield show
    show.recorder.close()


def written(path: Path) -> list[tuple[str, int]]:
    return [(record.topic, record.offset) for record in read_recording(path)]


def check_whole(show: Show, path: Path) -> None:
    """The show ends, and its file holds everything in its order."""
    show.recorder.close()
    assert not show.recorder.problem
    assert written(path) == show.told


def test_calm_flood_calm_and_every_record_in_its_place(
    show: Show, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show.decides()
    show.tweets(300)
    wait_for(lambda: not show.recorder.waiting)
    assert show.pid is None
    process = show.flood()
    show.decides()
    show.tweets(5_000)
    wait_for(lambda: not show.recorder.waiting)
    assert show.calm == 0
    monkeypatch.setattr(show_recorder, "CALM_S", 0.0)
    wait_for(lambda: show.calm == 1)
    assert show.pid is None
    assert not process.is_running()
    monkeypatch.setattr(show_recorder, "CALM_S", math.inf)
    show.decides()
    show.tweets(100)
    show.flood()
    check_whole(show, path)
    assert show.writer() is None


@pytest.mark.parametrize("how", ["kill", "terminate"])
def test_a_process_that_dies_in_a_flood(show: Show, path: Path, how: str) -> None:
    show.tweets(100)
    process = show.flood()
    show.tweets(3_000)
    getattr(process, how)()
    show.decides()
    show.tweets(20_000)
    wait_for(lambda: not show.recorder.waiting)
    assert show.pid is None  # what is not reliable is not asked again
    show.decides()
    check_whole(show, path)


def test_a_process_that_stands_still_holds_the_show_for_a_moment_only(
    show: Show, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(show_recorder, "BEHIND", 2_000)
    process = show.flood()
    process.suspend()
    monkeypatch.setattr("mwk_desktop.records.recording_process.ANSWER_S", 0.5)
    show.tweets(30_000)
    wait_for(lambda: not show.recorder.behind and not show.recorder.waiting)
    assert not process.is_running()
    check_whole(show, path)


def test_the_end_of_a_show_in_a_flood(show: Show, path: Path) -> None:
    show.flood()
    show.tweets(20_000)
    check_whole(show, path)
    assert show.writer() is None


def full(process: psutil.Process, room_bytes: int) -> None:
    """The disk has so much room for this process."""
    only_linux("limits of another process")
    process.rlimit(psutil.RLIMIT_FSIZE, (room_bytes, psutil.RLIM_INFINITY))


def test_a_full_disk_in_a_flood_is_said_all_the_time_and_then_all_is_written(
    show: Show, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = show.flood()
    full(process, 1)
    wait_for(lambda: bool(show.recorder.problem))
    before = show.recorder.waiting
    show.tweets(15_000)
    show.recorder.said.clear()
    wait_for(lambda: len(show.recorder.said) >= 6)  # looked at again and again
    assert all("cannot be written" in problem for problem in show.recorder.said)
    assert not show.recorder.behind  # the show does not wait for a disk
    # What comes waits in the queue, which has a limit, and not with the process.
    assert show.recorder.waiting - before >= 14_000
    monkeypatch.setattr(show_recorder, "MAX_WAITING", 15_000)
    told = list(show.told)
    show.tweets(500)
    del show.told[len(told) :]
    assert show.recorder.dropped == 500
    full(process, -1)
    wait_for(lambda: not show.recorder.problem and not show.recorder.waiting)
    check_whole(show, path)


def test_an_old_answer_at_the_end_costs_nothing(show: Show, path: Path) -> None:
    process = show.flood()
    full(process, 1)
    show.tweets(20_000)
    wait_for(lambda: bool(show.recorder.problem))
    full(process, -1)
    show.tweets(3_000)
    check_whole(show, path)


def test_a_show_that_ends_on_a_full_disk_leaves_nothing_behind(
    show: Show, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = show.flood()
    full(process, 1)
    wait_for(lambda: bool(show.recorder.problem))

    def refuse(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("mwk_desktop.records.recording_writer.os.write", refuse)
    show.recorder.close()
    monkeypatch.undo()
    assert "No space left on device" in str(show.recorder.problem)
    assert not psutil.pid_exists(process.pid)
    assert show.recorder._writer._closed
    found = written(path)
    assert found == show.told[: len(found)]


def test_a_place_in_the_file_that_is_refused_is_asked_for_again(
    show: Show, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[int] = []
    truncate = os.ftruncate

    def once(descriptor: int, size_bytes: int) -> None:
        if not refused:
            refused.append(size_bytes)
            raise OSError(5, "Input/output error")
        truncate(descriptor, size_bytes)

    process = show.flood()
    monkeypatch.setattr("mwk_desktop.records.recording_writer.os.ftruncate", once)
    process.kill()
    show.tweets(20_000)
    wait_for(lambda: bool(refused) and not show.recorder.waiting)
    check_whole(show, path)


def test_a_process_that_cannot_be_started_stops_nobody(
    show: Show, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr("mwk_desktop.records.recording_process.SPAWN.Pipe", refuse)
    show.tweets(20_000)
    wait_for(lambda: not show.recorder.waiting)
    assert show.pid is None
    monkeypatch.setattr(show_recorder, "CALM_S", 0.0)
    wait_for(lambda: show.calm == 1)  # a flood it was, whoever wrote it
    check_whole(show, path)
