"""A kept show is spoken of by the name that --show takes, and a way out is always named."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from mwk_desktop.app.line_printer import LinePrinter
from mwk_desktop.app.wiring.headless_console import HeadlessConsole
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.messages import message, verbatim
from mwk_desktop.show.drivers.running import Handle
from mwk_desktop.show.snapshot import EngineState, Problem, ProblemKind, ShowCounts, SourceState

NOBODY = ("--bootstrap-servers", "127.0.0.1:1")
LIVE = ("live", "--headless", "--exit-after", "1", *NOBODY)


def test_a_show_that_counts_other_windows(mwk: Any, tmp_path: Path) -> None:
    assert mwk(*LIVE).code == 0
    [path] = (tmp_path / "state" / "shows").glob("*.mwk-show")
    name = path.name.removesuffix(".mwk-show")
    said = mwk(*LIVE, "--window-ms", "3750").must_be_refused("--new-show", "30000 ms", "3750 ms")
    assert said.startswith(f"mwk: show {name}: ")
    assert str(tmp_path) not in said
    assert mwk(*LIVE, "--window-ms", "3750", "--new-show").code == 0


def test_a_damaged_show(mwk: Any, tmp_path: Path) -> None:
    folder = tmp_path / "state" / "shows"
    folder.mkdir(parents=True)
    (folder / "broken.mwk-show").write_bytes(b"no database" * 300)
    listed = mwk("live", "--list-shows")
    assert listed.code == 0
    assert listed.out.decode().startswith("broken  ")
    assert str(tmp_path) not in listed.out.decode()
    said = mwk(*LIVE).must_be_refused("show broken: the state of this show is damaged")
    assert str(tmp_path) not in said
    said = mwk(*LIVE, "--show", "other").must_be_refused("--show other: no such show", "broken")
    assert str(tmp_path) not in said


def test_history_that_is_gone_names_the_option(capsys: pytest.CaptureFixture[str]) -> None:
    detail = verbatim("Topic tweets no longer holds what comes next: partition 0 begins at 9.")
    source = SourceState("live", "tweets@h:1", "history gone", 0, detail=detail)
    snapshot = SimpleNamespace(
        engine=EngineState("running", "card", 48_000, 256, 0),
        source=source,
        problems=(Problem(ProblemKind.BROKER, detail),),
        counts=ShowCounts(),
    )
    show = SimpleNamespace(snapshot=lambda: snapshot, wait_finished=lambda _timeout_s: False)
    unwatched = HeadlessConsole(cast(Handle, show), LinePrinter())
    for _ in range(3):
        unwatched.wait_finished(0.0)
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert said.startswith(f"mwk: {detail} ")
    assert "--lost-history oldest" in said
    assert "--lost-history now" in said


def test_a_machine_without_a_sound_card_is_known_from_the_start(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from mwk_desktop.app.wiring.show_resources import open_resources
    from mwk_desktop.engine.output_devices import OutputScan

    monkeypatch.setenv("MWK_AUDIO__DEVICE", "")
    monkeypatch.setattr(
        "mwk_desktop.engine.output_devices.list_outputs",
        lambda: OutputScan(problem=message("no sound card")),
    )
    options = options_of(parser().parse_args(["--headless", "--state-dir", str(tmp_path)]))
    resources = open_resources(options)
    assert str(resources.output.note) == "no sound output (no sound card): keeping time silently"
    assert str(resources.outputs.state.outputs.problem) == "no sound card"
