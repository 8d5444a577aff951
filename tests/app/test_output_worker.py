"""The output worker: a recording that ends by itself, and outputs that come and go."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mwk_desktop.app.workers.output_worker import PROBLEM_S, OutputWorker
from mwk_desktop.engine.output_devices import OutputDevice, OutputScan
from mwk_desktop.messages import Message, message, verbatim
from mwk_desktop.show.commands import ChooseOutput, ListOutputs, RecordMaster
from tests.support import wait_for


class FullDisk:
    """An engine on a machine whose disk fills up when it is told to."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.chosen: list[str] = []
        self.recording = False
        self.full = False

    def start_recording(self, path: Path) -> None:
        if self.full:
            raise OSError(f"{path}: no space left on device")
        self.paths.append(path)
        path.touch()
        self.recording = True

    def stop_recording(self) -> Message:
        self.recording = False
        return verbatim("no space left on device" if self.full else "")

    def shift_transport(self, by_ms: float) -> None:
        self.shifted_ms = by_ms

    def choose_output(self, name: str) -> None:
        self.chosen.append(name)


class Clock:
    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


CARD = OutputDevice("Card", "ALSA", 2, 48_000, True)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def worker(tmp_path: Path, clock: Clock) -> Iterator[OutputWorker]:
    looks = iter([OutputScan((CARD,)), OutputScan(problem=message("no sound card"))])
    worker = OutputWorker(tmp_path / "recordings", lambda: next(looks), clock)
    worker.start()
    yield worker
    worker.close()
    assert not any(thread.name == "outputs" for thread in threading.enumerate())


def test_a_full_disk_ends_the_recording_and_is_said(worker: OutputWorker, clock: Clock) -> None:
    engine = FullDisk()
    worker.attach_engine(engine)
    worker.send(RecordMaster(True))
    wait_for(lambda: worker.state.recording_since_s is not None)
    engine.full, engine.recording = True, False
    wait_for(lambda: worker.state.problem)
    assert worker.state.recording_since_s is None
    assert "the show goes on" in str(worker.state.problem)
    assert "no space left" in str(worker.state.problem)
    assert worker.state.problem_until_s == clock.now_s + PROBLEM_S

    worker.send(RecordMaster(True))
    wait_for(lambda: "The master is not recorded" in str(worker.state.problem))
    engine.full = False
    worker.send(RecordMaster(True))
    wait_for(lambda: worker.state.recording_since_s is not None)
    assert not worker.state.problem


def test_files_of_the_same_second_have_names_of_their_own(worker: OutputWorker) -> None:
    engine = FullDisk()
    worker.attach_engine(engine)
    for record in (True, True, False, True, False, True):
        worker.send(RecordMaster(record))
    wait_for(lambda: len(engine.paths) == 3)
    assert len(set(engine.paths)) == 3


def test_the_engine_that_goes_completes_its_recording(
    worker: OutputWorker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = FullDisk()
    engine.start_recording(tmp_path / "asked-for.flac")
    worker.attach_engine(engine, tmp_path / "asked-for.flac")
    assert worker.state.recording_since_s is not None
    worker.detach_engine()
    assert not engine.recording
    assert worker.state.recording_since_s is None
    assert capsys.readouterr().err == ""

    engine.start_recording(tmp_path / "full.flac")
    worker.attach_engine(engine, tmp_path / "full.flac")
    engine.full = True
    worker.detach_engine()
    assert "full.flac: no space left on device" in capsys.readouterr().err


def test_outputs_are_listed_again_and_the_choice_outlives_the_engine(
    worker: OutputWorker,
) -> None:
    engine = FullDisk()
    worker.attach_engine(engine)
    worker.send(ListOutputs())
    wait_for(lambda: worker.state.outputs.rows)
    (row,) = worker.state.outputs.rows
    assert (row.name, row.title, row.system, row.rate_hz) == ("Card, ALSA", "Card", "ALSA", 48_000)
    worker.send(ListOutputs())
    wait_for(lambda: worker.state.outputs.problem)
    assert not worker.state.outputs.rows
    worker.send(ListOutputs())  # this look fails: the worker goes on
    worker.send(ChooseOutput("Card, ALSA"))
    wait_for(lambda: engine.chosen)
    assert engine.chosen == ["Card, ALSA"]
    assert worker.chosen == "Card, ALSA"
    assert "StopIteration" in str(worker.state.problem)
    assert not worker.state.outputs.looking
