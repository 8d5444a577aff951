"""A recording opened from the console: the show that ran ends, the replay begins."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import soundfile

from mwk_desktop.app.running_show import BUSY, RunningShow
from mwk_desktop.app.wiring import show_host
from mwk_desktop.app.wiring.show_host import ShowHost
from mwk_desktop.app.wiring.show_resources import open_resources
from mwk_desktop.app.wiring.start_replay import prepare_replay
from mwk_desktop.app.workers.worker import Worker
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.show.commands import ChooseOutput, ListOutputs, RecordMaster
from mwk_desktop.show.snapshot import ProblemKind
from tests.engine.conftest import _children_start_like_the_app, jack_of
from tests.support import votes, wait_for, write_lines

__all__ = ["_children_start_like_the_app", "jack_of"]


@pytest.fixture
def start_host(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[..., ShowHost]]:
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setattr(show_host, "PROBLEM_S", 3_600.0)  # however long a show takes to begin
    (tmp_path / "mwk.toml").touch()
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    path = write_lines(tmp_path / "first.jsonl", votes(["drum", "pad"] * 10))
    args = parser().parse_args(["replay", str(path), "--device", "null", "--headless"])
    options = options_of(args)
    resources = open_resources(options)
    hosts: list[ShowHost] = []

    def start(*workers: Worker) -> ShowHost:
        hosts.append(ShowHost(lambda path: prepare_replay(options, resources, path)))
        first = prepare_replay(options, resources, path)
        hosts[-1].start(first, [resources.outputs, *workers])
        return hosts[-1]

    yield start
    for host in hosts:
        host.close()


def problems(host: ShowHost) -> list[str]:
    """But for those of a machine on which a clip was decoded late."""
    return [
        str(each)
        for each in host.snapshot().problems
        if not str(each).startswith("A clip was not decoded in time")
    ]


@pytest.fixture
def host(start_host: Callable[..., ShowHost]) -> Any:
    return start_host()


def test_a_recording_takes_over_and_a_bad_one_does_not(host: Any, tmp_path: Path) -> None:
    wait_for(lambda: host.snapshot().transport.frame > 0)
    assert host.snapshot().source.name == "first.jsonl"

    host.open_recording(tmp_path / "missing.jsonl")
    wait_for(lambda: problems(host))
    assert "missing.jsonl" in problems(host)[0]
    frame = host.snapshot().transport.frame
    wait_for(lambda: host.snapshot().transport.frame > frame)
    wait_for(lambda: not host.switching)

    second = write_lines(tmp_path / "second.jsonl", votes(["vocal"] * 5))
    host.open_recording(second)
    wait_for(lambda: host.snapshot().source.name == "second.jsonl")
    assert not problems(host)
    wait_for(lambda: host.snapshot().counts.tweets == 5)


def test_a_wish_while_another_show_is_made_ready_is_said(host: Any, tmp_path: Path) -> None:
    second = write_lines(tmp_path / "second.jsonl", votes(["vocal"] * 5))
    reading, hold = threading.Event(), threading.Event()
    prepared = host._prepare_replay

    def slow(path: Path) -> Any:
        reading.set()
        assert hold.wait(60)
        return prepared(path)

    host._prepare_replay = slow
    host.open_recording(second)
    assert reading.wait(60)
    assert not problems(host)
    host.open_recording(tmp_path / "third.jsonl")
    assert host.snapshot().problems[0].summary == BUSY
    hold.set()
    wait_for(lambda: host.snapshot().source.name == "second.jsonl")
    assert host.snapshot().problems[0].summary == BUSY  # what was dropped stays dropped
    wait_for(lambda: not host.switching)
    host.open_recording(second)
    wait_for(lambda: not problems(host))


def test_the_master_is_recorded_from_the_console(host: Any, tmp_path: Path) -> None:
    folder = tmp_path / "state" / "recordings"
    assert host.snapshot().master_recorded_ms is None
    wait_for(lambda: host.snapshot().transport.frame > 0)  # it plays: there is sound to record
    host.send(RecordMaster(True))
    wait_for(lambda: host.snapshot().master_recorded_ms is not None)
    # By the newest block: a busy machine holds the engine up, while the console's clock goes on.
    beats = host.snapshot().transport.block_beats
    wait_for(lambda: host.snapshot().transport.block_beats > beats + 1.0)
    assert not list(folder.glob("master-*.flac"))  # under its name only when it is complete
    host.send(RecordMaster(False))
    wait_for(lambda: host.snapshot().master_recorded_ms is None)
    (first,) = folder.glob("master-*.flac")
    info = soundfile.info(first)
    assert (info.samplerate, info.channels, info.subtype) == (48_000, 2, "PCM_24")
    assert info.frames > 48_000 // 4

    # A switch to another show ends the next one, complete too.
    host.send(RecordMaster(True))
    wait_for(lambda: (host.snapshot().master_recorded_ms or 0) > 300)
    host.open_recording(write_lines(tmp_path / "second.jsonl", votes(["vocal"] * 5)))
    wait_for(lambda: host.snapshot().source.name == "second.jsonl")
    assert host.snapshot().master_recorded_ms is None
    files = set(folder.glob("master-*.flac"))
    assert len(files) == 2
    assert all(soundfile.info(file).frames > 0 for file in files)
    assert not problems(host)


def test_a_recording_that_cannot_be_written_is_said(host: Any, tmp_path: Path) -> None:
    (tmp_path / "state").mkdir(exist_ok=True)
    (tmp_path / "state" / "recordings").write_text("in the way")
    host.send(RecordMaster(True))
    wait_for(lambda: problems(host))
    assert "The master is not recorded" in problems(host)[0]
    assert host.snapshot().master_recorded_ms is None


def test_outputs_are_listed_and_chosen(host: Any) -> None:
    wait_for(lambda: host.snapshot().engine.state == "silent")
    assert not host.snapshot().engine.device_missing  # silence was asked for
    host.send(ListOutputs())
    wait_for(lambda: host.snapshot().outputs.rows or host.snapshot().outputs.problem)
    assert not host.snapshot().outputs.looking
    host.send(ChooseOutput("a device that is not there"))
    wait_for(lambda: host.snapshot().engine.device_missing)
    assert "keeping time silently" in str(host.snapshot().engine.detail)
    host.send(ChooseOutput("null"))
    wait_for(lambda: host.snapshot().engine.state == "silent")
    wait_for(lambda: not host.snapshot().engine.device_missing)


def test_a_device_from_the_list_gets_the_music(jack_of: Any, host: Any, tmp_path: Path) -> None:
    jack_of(256)
    host.send(RecordMaster(True))
    host.send(ListOutputs())
    wait_for(lambda: host.snapshot().outputs.rows)
    row = next(row for row in host.snapshot().outputs.rows if "JACK" in row.system)
    host.send(ChooseOutput(row.name))
    wait_for(lambda: host.snapshot().engine.state == "running")
    assert host.snapshot().engine.device == row.name
    assert not host.snapshot().engine.device_missing
    # The choice outlives the show, and the recording goes through the change of the output.
    host.open_recording(write_lines(tmp_path / "second.jsonl", votes(["vocal"] * 5)))
    wait_for(lambda: host.snapshot().source.name == "second.jsonl")
    wait_for(lambda: host.snapshot().engine.state == "running")
    assert host.snapshot().engine.device == row.name
    (recorded,) = (tmp_path / "state" / "recordings").glob("master-*.flac")
    assert soundfile.info(recorded).frames > 0


def test_a_show_that_fails_by_a_bug_gives_way_to_the_old_one(host: Any) -> None:
    """Silence is the worst failure: whatever goes wrong at the start, music plays."""

    def broken(_stack: Any) -> Any:
        raise LookupError("a bug")

    host.switch_to(lambda: broken, ProblemKind.RECORDING)
    wait_for(lambda: problems(host))
    assert "LookupError: a bug" in problems(host)[0]
    # The replay began again.
    wait_for(lambda: not host.switching)
    frame = host.snapshot().transport.frame
    wait_for(lambda: host.snapshot().transport.frame > frame)
    assert host.snapshot().source.name == "first.jsonl"


class FailingWorker(Worker):
    """Fails whenever shows change."""

    def on_show_started(self, running: RunningShow) -> None:
        if self.running is not None:
            raise LookupError("a bug")
        super().on_show_started(running)

    def on_show_ending(self) -> None:
        raise LookupError("a bug")


def test_a_worker_that_fails_does_not_keep_the_next_show_from_the_others(
    start_host: Callable[..., ShowHost], tmp_path: Path
) -> None:
    other = Worker("other")
    host = start_host(FailingWorker("failing"), other)
    first = other.running
    host.open_recording(write_lines(tmp_path / "second.jsonl", votes(["vocal"] * 5)))
    wait_for(lambda: host.snapshot().source.name == "second.jsonl")
    wait_for(lambda: other.running not in (None, first))
