"""The report in the console: where it is asked for, how far it is, where it lies."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_show import OFFERS, demo, evening, replay_state, replayed
from layout_checks import _disjoint, _rect
from PySide6.QtCore import QRectF, Qt

from mwk_desktop.messages import verbatim
from mwk_desktop.show.commands import Panic
from mwk_desktop.show.report_state import CloseReport, OpenReport, ReportState, WriteReport
from mwk_desktop.show.silence import SilenceState
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.ui.console.banners import Banners

REPORTS = (*OFFERS, "OpenDemo", "WriteReport")
STATES = {
    "offered": ReportState("show.jsonl.zst", offered="/state/recordings/show.jsonl.zst"),
    "writing": ReportState("show.jsonl.zst", running=True, share=0.43),
    "written": ReportState("show.jsonl.zst", path="/state/reports/show.html"),
    "unwritten": ReportState("show.jsonl.zst", problem=verbatim("show.jsonl.zst: is gone")),
}


def workers(report: ReportState | None = None) -> WorkersState:
    return WorkersState(offers=REPORTS, report=report)


def test_the_menu_writes_the_report_of_this_show(shared_console: Any) -> None:
    ui = shared_console(demo(workers=workers()))
    ui.menu("report")
    assert ui.sent() == [WriteReport()]
    ui = shared_console(demo(workers=workers(STATES["writing"])))
    assert not ui.windows.console.canReport  # one at a time


def test_where_a_replay_has_ended(shared_console: Any) -> None:
    before = replayed()
    over = {"replay": replay_state(ended=True), "source": replace(before.source, state="ended")}
    for size in ((1280, 800), (1024, 600)):
        ui = shared_console(replace(before, workers=workers(), **over), size)
        names = ("playAgain", "openAnother", "endReport", "endDemo", "loop", "timeline")
        items = {name: ui.find(name) for name in names}
        assert all(item.isVisible() for item in items.values())
        _disjoint({name: _rect(item) for name, item in items.items()})
        assert all(QRectF(0, 0, *size).contains(_rect(item)) for item in items.values())
        ui.click(items["endReport"])
        assert ui.sent() == [WriteReport()]


def test_where_a_show_has_faded_out(shared_console: Any) -> None:
    silence = SilenceState("faded", seconds=12.0)
    for size in ((1280, 800), (1024, 600)):
        ui = shared_console(evening(silence=silence, workers=workers()), size)
        parts = ("silentTitle", "silentTime", "silentDetail", "fadedReport", "resume")
        _disjoint({name: _rect(ui.find(name)) for name in parts})
        ui.click(ui.find("fadedReport"))
        assert ui.sent() == [WriteReport()]


def test_of_any_recording_in_the_list(open_ui: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "night.jsonl").write_text("{}\n")
    (tmp_path / "older").mkdir()
    recent = (str(tmp_path / "night.jsonl"), str(tmp_path / "gone.jsonl"))
    state = replace(workers(), recent=recent)
    ui = open_ui(demo(workers=state), recordings_dir=tmp_path)
    ui.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    page = ui.find("openPage")
    button = ui.find("reportChosen", page)
    assert button.property("locked")  # a folder is chosen
    ui.press(Qt.Key.Key_Down)
    assert not button.property("locked")
    ui.click(button)
    # The page stays: an Esc for it is no panic.
    assert (page.isVisible(), ui.sent()) == (True, [WriteReport(tmp_path / "night.jsonl")])
    ui.press(Qt.Key.Key_Escape)
    assert (page.isVisible(), ui.sent()) == (False, [])
    ui.menu("recent")
    ui.press(Qt.Key.Key_Down)
    assert button.property("locked")  # that one is gone
    ui.press(Qt.Key.Key_Escape)
    assert ui.opened == []


def test_an_esc_for_a_page_that_has_closed_by_itself_is_no_panic(
    open_ui: Callable[..., Any], tmp_path: Path
) -> None:
    (tmp_path / "night.jsonl").write_text("{}\n")
    ui = open_ui(demo(workers=workers()), recordings_dir=tmp_path)
    ui.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    page = ui.find("openPage")
    ui.press(Qt.Key.Key_Return)
    assert not page.isVisible()
    assert ui.opened == [tmp_path / "night.jsonl"]
    ui.press(Qt.Key.Key_Escape)
    assert ui.sent() == []
    ui.press(Qt.Key.Key_Escape)
    assert ui.sent() == [Panic()]


@pytest.mark.parametrize("size", [(1280, 800), (1024, 600)])
def test_its_banner(shared_console: Any, size: tuple[int, int]) -> None:
    buttons: dict[str, dict[str, Any]] = {
        "offered": {
            "reportWrite": WriteReport(Path("/state/recordings/show.jsonl.zst")),
            "reportClose": CloseReport(),
        },
        "writing": {"reportClose": CloseReport()},
        "written": {
            "reportOpen": OpenReport(),
            "reportFolder": OpenReport(folder=True),
            "reportClose": CloseReport(),
        },
        "unwritten": {"reportClose": CloseReport()},
    }
    for name, asked in buttons.items():
        ui = shared_console(evening(workers=workers(STATES[name])), size)
        banner = ui.find("banner_0")
        seen = [i.objectName() for i in ui.items(banner) if i.isVisible()]
        wanted = [each for each in seen if each.startswith("report")]
        assert set(wanted) == {*asked, *(["reportShare"] if name == "writing" else [])}
        parts = {each: _rect(ui.find(each, banner)) for each in (*wanted, "bannerHead")}
        _disjoint(parts)
        assert not ui.find("bannerHead", banner).property("truncated")
        if name == "writing":
            assert ui.find("reportShare", banner).property("text") == "43 %"
        for button, command in asked.items():
            ui.click(ui.find(button, banner))
            assert ui.sent() == [command]


def test_how_far_it_is_moves_in_the_same_banner(shared_console: Any) -> None:
    """A banner that was made again for each percent would lose the keyboard."""
    ui = shared_console(evening(workers=workers(STATES["writing"])))
    stop = ui.find("reportClose")
    stop.forceActiveFocus()
    ui.show.change(workers=workers(replace(STATES["writing"], share=0.77)))
    ui.settle()
    assert ui.find("reportShare").property("text") == "77 %"
    assert ui.find("reportClose") == stop
    assert stop.hasActiveFocus()


def test_what_it_says() -> None:
    def said(name: str) -> tuple[str, str, bool]:
        state = replace(evening(), workers=workers(STATES[name]), problems=())
        [banner] = Banners().of(state)
        return banner["head"], banner["rest"], banner["mild"]

    assert said("written") == ("The report is written.", "/state/reports/show.html", True)
    assert said("unwritten") == ("There is no report.", "show.jsonl.zst: is gone", True)
    assert "show.jsonl.zst" in said("offered")[1]
    assert said("writing")[0] == "The report is being written."
    assert Banners().of(replace(evening(), workers=workers(ReportState()), problems=())) == []


def test_the_keys_are_the_shows_again_after_a_click_on_what_then_goes(
    open_ui: Callable[..., Any],
) -> None:
    """Esc must be panic whatever was clicked last, also when that is no longer there."""
    ui = open_ui(demo(workers=workers()), tour=True)
    for name in ("tourClose", "firstRunClose"):
        ui.click(ui.find(name))
        ui.press(Qt.Key.Key_Escape)
        assert ui.sent() == [Panic()], name
    ui.show.change(workers=workers(STATES["written"]))
    ui.settle()
    ui.click(ui.find("reportClose"))
    ui.show.change(workers=workers(ReportState()))
    ui.settle()
    ui.sent()
    ui.press(Qt.Key.Key_Escape)
    assert ui.sent() == [Panic()]
