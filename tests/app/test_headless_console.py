"""A headless show says what is lost, once, and that it is back, once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.line_printer import LinePrinter
from mwk_desktop.app.wiring.headless_console import HeadlessConsole
from mwk_desktop.messages import message
from mwk_desktop.records.batch import malformed_record
from mwk_desktop.show.snapshot import Problem, ProblemKind, Snapshot
from tests.show.shows import Live


class Shown:
    """A show whose snapshots the test makes."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.now = snapshot

    def snapshot(self) -> Snapshot:
        return self.now

    def wait_finished(self, timeout_s: float) -> bool:
        return False

    def engine(self, **changes: Any) -> None:
        self.now = replace(self.now, engine=replace(self.now.engine, **changes))

    def source(self, **changes: Any) -> None:
        self.now = replace(self.now, source=replace(self.now.source, **changes))
        lost = self.now.source.state not in ("connected", "connecting")
        self.now = replace(
            self.now,
            problems=(Problem(ProblemKind.BROKER, self.now.source.detail),) if lost else (),
        )


@pytest.fixture
def shown(tmp_path: Path) -> Shown:
    live = Live(tmp_path / "show.jsonl")
    shown = Shown(live.show.next_snapshot())
    live.writer.close()
    return shown


def said(watch: HeadlessConsole, capsys: pytest.CaptureFixture[str], looks: int = 3) -> list[str]:
    for _ in range(looks):
        watch.wait_finished(0.0)
    return capsys.readouterr().err.splitlines()


def test_a_device_that_goes_and_comes(shown: Shown, capsys: pytest.CaptureFixture[str]) -> None:
    watch = HeadlessConsole(shown, LinePrinter())
    shown.engine(state="running", device="USB Audio, ALSA")
    assert said(watch, capsys) == []
    shown.engine(state="restarting", device="")
    assert said(watch, capsys) == []
    shown.engine(state="silent", device="", device_missing=True, detail="looking for it")
    assert said(watch, capsys) == ["mwk: the output USB Audio, ALSA is gone: looking for it"]
    shown.engine(state="restarting", device_missing=False)
    shown.engine(state="silent", device_missing=True)
    assert said(watch, capsys) == []
    shown.engine(detail="USB Audio does not open (busy)")
    assert said(watch, capsys) == ["mwk: USB Audio does not open (busy)"]
    shown.engine(detail="looking for it")
    assert said(watch, capsys) == []
    shown.engine(state="running", device="USB Audio, ALSA", device_missing=False, detail="")
    assert said(watch, capsys) == ["mwk: the sound is back: USB Audio, ALSA"]
    assert said(watch, capsys) == []


def test_a_device_that_comes_back_at_another_rate(
    shown: Shown, capsys: pytest.CaptureFixture[str]
) -> None:
    watch = HeadlessConsole(shown, LinePrinter())
    shown.engine(state="running", device="system, JACK", rate_hz=48_000)
    assert said(watch, capsys) == []
    shown.engine(state="silent", device="null", device_missing=True, detail="looking for it")
    assert said(watch, capsys) == ["mwk: the output system, JACK is gone: looking for it"]
    shown.engine(state="running", device="system, JACK", device_missing=False, rate_hz=44_100)
    back = "mwk: the sound is back: system, JACK, at 44.1 kHz: the sounds are conformed to it"
    assert said(watch, capsys) == [back]


def test_chosen_silence_is_no_loss(shown: Shown, capsys: pytest.CaptureFixture[str]) -> None:
    watch = HeadlessConsole(shown, LinePrinter())
    shown.engine(state="silent", detail="no device chosen: keeping time silently")
    assert said(watch, capsys) == []


def test_a_source_that_goes_and_comes(shown: Shown, capsys: pytest.CaptureFixture[str]) -> None:
    watch = HeadlessConsole(shown, LinePrinter())
    shown.source(kind="live", name="t@h", state="connecting", detail="connecting to h")
    assert said(watch, capsys) == []
    shown.source(state="connected", detail="")
    assert said(watch, capsys) == []
    shown.source(state="reconnecting", detail="h went away (try 1)")
    assert said(watch, capsys) == ["mwk: h went away (try 1)"]
    shown.source(state="reconnecting", detail="h went away (try 2)")
    shown.source(state="refused", detail="h refuses")
    assert said(watch, capsys) == ["mwk: h refuses"]
    shown.source(state="reconnecting", detail="h went away (try 3)")
    assert said(watch, capsys) == []
    shown.source(state="connected", detail="")
    assert said(watch, capsys) == ["mwk: t@h: connected again"]
    shown.source(state="refused", detail="h refuses")
    assert said(watch, capsys) == ["mwk: h refuses"]


def test_the_first_record_that_is_no_tweet_is_said_once_and_all_at_the_end(
    shown: Shown, capsys: pytest.CaptureFixture[str]
) -> None:
    watch = HeadlessConsole(shown, LinePrinter())
    assert said(watch, capsys) == []
    first = malformed_record("other", 0, 7, message("no Text"))
    for malformed in (1, 5):
        counts = replace(shown.now.counts, malformed=malformed, first_malformed=first)
        shown.now = replace(shown.now, counts=counts)
        line = "mwk: a record is no tweet: other[0] offset 7: no Text"
        assert said(watch, capsys) == ([line] if malformed == 1 else [])
    watch.print_end()
    assert capsys.readouterr().err == "mwk: 5 records were no tweets\n"


def test_the_source_of_another_show_is_not_back(
    shown: Shown, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside windows a presenter may open a recording while the broker is away."""
    watch = HeadlessConsole(shown, LinePrinter())
    shown.source(kind="live", name="t@h", state="refused", detail="nobody listens at h")
    assert said(watch, capsys) == ["mwk: nobody listens at h"]
    shown.source(kind="replay", name="show.jsonl", state="connected", detail="")
    assert said(watch, capsys) == []
    shown.source(kind="live", name="t@h", state="refused", detail="nobody listens at h")
    assert said(watch, capsys) == ["mwk: nobody listens at h"]
