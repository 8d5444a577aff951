"""The console's report: written by a process beside the show, with its progress."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any, cast

import pytest

from mwk_desktop import platform
from mwk_desktop.app.run_options import Options
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.report_worker import ReportWorker, share_after
from mwk_desktop.messages import verbatim
from mwk_desktop.platform import PortableSystem
from mwk_desktop.show.report_state import CloseReport, OpenReport, ReportState, WriteReport
from mwk_desktop.show.settings.load import load_settings
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState
from tests.support import votes, wait_for, write_lines


class Opener(PortableSystem):
    """A desktop that opens files, or does not."""

    def __init__(self, opens: bool) -> None:
        self.asked: list[tuple[str, Path]] = []
        self._opens = opens

    def open_file(self, path: Path) -> bool:
        self.asked.append(("file", path))
        return self._opens

    def show_in_folder(self, path: Path) -> bool:
        self.asked.append(("folder", path))
        return self._opens


class SlowOpener(Opener):
    """The same, after a while."""

    def __init__(self, opens: bool) -> None:
        super().__init__(opens)
        self.goes_on = threading.Event()

    def open_file(self, path: Path) -> bool:
        opened = super().open_file(path)
        assert self.goes_on.wait(60)
        return opened


class Reporting:
    """A worker beside a show of some kind, and what the console shows of it."""

    def __init__(self, folder: Path, kind: str, path: Path | None = None) -> None:
        config = folder / "mwk.toml"
        config.write_text("", "utf-8")
        options = Options(
            settings=load_settings(config, {}, {}),
            json=False,
            headless=True,
            exit_after_s=None,
            screenshot=None,
            state_dir=folder / "state",
            config=config,
            flags={"show.window_ms": "3750"},
        )
        self.recording: Path | None = None
        self.worker = ReportWorker(options, lambda: self.recording)
        self.worker.start()
        self.begin(kind, path)

    def begin(self, kind: str, path: Path | None = None) -> None:
        self.worker.on_show_started(RunningShow(kind, cast(Any, None), path=path))

    @property
    def state(self) -> ReportState:
        snapshot = cast(Snapshot, None)
        report = self.worker.complete_state(WorkersState(), snapshot).report
        assert report is not None
        return report

    def written(self, request: WriteReport) -> ReportState:
        """Ask for a report and wait for its end."""
        self.worker.send(CloseReport())
        self.worker.send(request)
        wait_for(lambda: self.state.path or self.state.problem)
        return self.state


@pytest.fixture
def reporting(tmp_path: Path) -> Iterator[Any]:
    made: list[Reporting] = []

    def make(kind: str, path: Path | None = None) -> Reporting:
        made.append(Reporting(tmp_path, kind, path))
        return made[-1]

    yield make
    for each in made:
        each.worker.close()


@pytest.fixture
def night(tmp_path: Path) -> Path:
    return write_lines(tmp_path / "night.jsonl", votes(["drum", "pad"]))


def test_a_replays_report_is_written_and_opened(
    reporting: Any, night: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = reporting("replay", night)
    page = tmp_path / "state" / "reports" / "night.html"
    assert desk.written(WriteReport()) == ReportState("night.jsonl", share=0.0, path=str(page))
    text = page.read_text("utf-8")
    assert "user0" in text
    assert "3.75 s" in text  # with the options of this run
    assert list(page.parent.iterdir()) == [page]
    for opens in (True, False):
        opener = Opener(opens)
        monkeypatch.setattr(platform, "current", opener)
        for folder in (False, True):
            desk.worker.send(OpenReport(folder))
        wait_for(lambda opener=opener: len(opener.asked) == 2)
        assert opener.asked == [("file", page), ("folder", page)]
    wait_for(lambda: desk.state.problem)
    assert "nothing here can open it" in str(desk.state.problem)
    assert desk.state.path
    desk.worker.send(CloseReport())
    assert desk.state == ReportState()


def test_a_notice_that_was_closed_stays_closed_however_long_its_file_takes_to_open(
    reporting: Any, night: Path, program: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    program("exit 0")
    desk = reporting("replay", night)
    assert desk.written(WriteReport()).path
    opener = SlowOpener(opens=False)
    monkeypatch.setattr(platform, "current", opener)
    desk.worker.send(OpenReport(folder=False))
    wait_for(lambda: opener.asked)
    desk.worker.send(CloseReport())
    opener.goes_on.set()
    desk.worker.close()  # what it was at has ended
    assert desk.state == ReportState()


@pytest.fixture
def program(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Puts a line of shell in the place of the program: it costs no start."""

    def be(line: str) -> None:
        command = ["sh", "-c", line]
        monkeypatch.setattr(
            "mwk_desktop.app.workers.report_worker.program_command", lambda: command
        )

    return be


def test_one_line_says_why_there_is_none(reporting: Any, tmp_path: Path, program: Any) -> None:
    desk = reporting("replay", tmp_path / "gone.jsonl")
    program('echo "mwk: the last line is torn" >&2; echo "mwk: no such file" >&2; exit 2')
    assert desk.written(WriteReport()) == ReportState(
        "gone.jsonl", problem=verbatim("no such file")
    )
    program("kill -9 $$")
    assert "exit code -9" in str(desk.written(WriteReport()).problem)
    program("exit 0")
    assert desk.written(WriteReport()).path.endswith("gone.html")
    (tmp_path / "state" / "reports").rmdir()
    (tmp_path / "state" / "reports").write_text("a file in the place of the folder")
    assert "reports" in str(desk.written(WriteReport()).problem)


def test_a_show_without_a_recording_has_no_report(reporting: Any) -> None:
    assert "not recorded" in str(reporting("demo").written(WriteReport()).problem)


def test_a_live_show_that_has_ended_is_offered(reporting: Any, night: Path, program: Any) -> None:
    program("exit 0")
    desk = reporting("live")
    desk.worker.on_show_ending()
    desk.begin("demo")
    assert desk.state == ReportState()  # it was not recorded
    desk.begin("live")
    desk.recording = night
    desk.worker.on_show_ending()
    desk.begin("demo")
    assert desk.state == ReportState("night.jsonl", offered=str(night))
    desk.worker.send(CloseReport())
    assert desk.state == ReportState()
    desk.begin("live")
    desk.worker.on_show_ending()
    desk.begin("demo")
    assert desk.written(WriteReport(night)).path
    desk.worker.send(CloseReport())
    assert desk.state == ReportState()  # what was written is not offered again


def test_a_demo_or_a_replay_that_ends_is_not_offered(reporting: Any, night: Path) -> None:
    desk = reporting("demo")
    desk.recording = night
    for kind in ("replay", "demo"):
        desk.worker.on_show_ending()
        desk.begin(kind)
    assert desk.state == ReportState()


@pytest.mark.parametrize("how", ["close the notice", "end the program"])
def test_a_report_that_is_being_written_can_be_stopped(
    reporting: Any, tmp_path: Path, how: str, program: Any
) -> None:
    os.mkfifo(tmp_path / "never written")
    pid = tmp_path / "pid"
    program(f'echo $$ > "{pid}.new"; mv "{pid}.new" "{pid}"; exec cat "{tmp_path}/never written"')
    desk = reporting("replay", tmp_path / "held.jsonl")
    desk.worker.send(WriteReport())
    wait_for(pid.exists)
    assert desk.state == ReportState("held.jsonl", running=True)
    if how == "close the notice":
        desk.worker.send(CloseReport())
    else:
        desk.worker.close()
    number = int(pid.read_text())
    wait_for(lambda: not platform.current.process_lives(number))
    wait_for(lambda: desk.state == ReportState())
    assert not list((tmp_path / "state" / "reports").iterdir())


def test_how_far_it_is_never_goes_back() -> None:
    lines = [
        b'{"type":"progress","what":"reading","percent":100}\n',
        b"no json\n",
        b'{"type":"progress","what":"counting","percent":50}\n',
        b'{"type":"progress","what":"counting","percent":0}\n',
        b'{"type":"progress","what":"measuring","percent":25}\n',
        b'{"type":"report","file":"x.html","bytes":1}\n',
    ]
    shares = list(accumulate(lines, lambda share, line: share_after(line, share), initial=0.0))
    assert shares == pytest.approx([0.0, 0.1, 0.1, 0.3, 0.3, 0.625, 0.625])
