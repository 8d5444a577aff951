"""The desk: a recording that ends by itself, and outputs that come and go."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from mwk_desktop.app.workers.output_worker import SAID_S, OutputWorker
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
def desk(tmp_path: Path, clock: Clock) -> Iterator[OutputWorker]:
    looks = iter([OutputScan((CARD,)), OutputScan(problem=message("no sound card"))])
    desk = OutputWorker(tmp_path / "recordings", lambda: next(looks), clock)
    desk.start()
    yield desk
    desk.close()
    assert not any(thread.name == "outputs" for thread in threading.enumerate())


def test_a_full_disk_ends_the_recording_and_is_said(desk: OutputWorker, clock: Clock) -> None:
    engine = FullDisk()
    desk.attach_engine(engine)
    desk.send(RecordMaster(True))
    wait_for(lambda: desk.state.recording_since_s is not None)
    engine.full, engine.recording = True, False
    wait_for(lambda: desk.state.problem)
    assert desk.state.recording_since_s is None
    assert "the show goes on" in str(desk.state.problem)
    assert "no space left" in str(desk.state.problem)
    assert desk.state.problem_until_s == clock.now_s + SAID_S

    desk.send(RecordMaster(True))
    wait_for(lambda: "The master is not recorded" in str(desk.state.problem))
    engine.full = False
    desk.send(RecordMaster(True))
    wait_for(lambda: desk.state.recording_since_s is not None)
    assert not desk.state.problem


def test_files_of_the_same_second_have_names_of_their_own(desk: OutputWorker) -> None:
    engine = FullDisk()
    desk.attach_engine(engine)
    for record in (True, True, False, True, False, True):
        desk.send(RecordMaster(record))
    wait_for(lambda: len(engine.paths) == 3)
    assert len(set(engine.paths)) == 3


def test_the_engine_that_goes_completes_its_recording(
    desk: OutputWorker, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    engine = FullDisk()
    engine.start_recording(tmp_path / "asked-for.flac")
    desk.attach_engine(engine, tmp_path / "asked-for.flac")
    assert desk.state.recording_since_s is not None
    desk.detach_engine()
    assert not engine.recording
    assert desk.state.recording_since_s is None
    assert capsys.readouterr().err == ""

    engine.start_recording(tmp_path / "full.flac")
    desk.attach_engine(engine, tmp_path / "full.flac")
    engine.full = True
    desk.detach_engine()
    assert "full.flac: no space left on device" in capsys.readouterr().err


def test_outputs_are_looked_up_anew_and_the_choice_outlives_the_engine(desk: OutputWorker) -> None:
    engine = FullDisk()
    desk.attach_engine(engine)
    desk.send(ListOutputs())
    wait_for(lambda: desk.state.outputs.rows)
    (row,) = desk.state.outputs.rows
    assert (row.name, row.title, row.system, row.rate_hz) == ("Card, ALSA", "Card", "ALSA", 48_000)
    desk.send(ListOutputs())
    wait_for(lambda: desk.state.outputs.problem)
    assert not desk.state.outputs.rows
    desk.send(ListOutputs())  # this look fails: the desk goes on
    desk.send(ChooseOutput("Card, ALSA"))
    wait_for(lambda: engine.chosen)
    assert engine.chosen == ["Card, ALSA"]
    assert desk.chosen == "Card, ALSA"
    assert "StopIteration" in str(desk.state.problem)
    assert not desk.state.outputs.looking
