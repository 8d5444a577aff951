"""Every state that must be unmistakable, and the controls that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import centre
from fake_show import OFFERS, demo, evening, replayed, trouble, winner_state
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mwk_desktop.messages import verbatim
from mwk_desktop.show import commands as ask
from mwk_desktop.show.snapshot import Problem, ProblemKind, ShowCounts, SourceState
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.ui.console.banners import Banners
from mwk_desktop.ui.console.health_properties import health_properties
from mwk_desktop.ui.console.late_rate import LateRate


def test_the_winner_by_key_and_button(ui: Any) -> None:
    button = ui.find("stage_winner")
    assert button.property("text") == "Winner"
    ui.press(Qt.Key.Key_W)
    ui.click(button)
    assert ui.sent() == [ask.ShowWinner(True), ask.ShowWinner(True)]
    ui.show.change(winner=winner_state())
    ui.settle()
    assert button.property("label") == "On the stage: the winner"
    assert button.property("checked")
    ui.native_key(Qt.Key.Key_W, 25)
    ui.native_key(Qt.Key.Key_W, 25, repeats=True)
    ui.click(button)
    assert ui.sent() == [ask.ShowWinner(False), ask.ShowWinner(False)]
    ui.show.change(winner=None, leaders=())
    ui.settle()
    ui.press(Qt.Key.Key_W)
    ui.click(button)
    assert ui.sent() == []


def test_clip_plates_stay_until_they_have_been_seen(ui: Any) -> None:
    plates = {name: ui.in_strip(name, "clipPlate") for name in ("drum", "pad")}
    master = ui.find("clipPlate", ui.find("master"))
    assert not any(plate.isVisible() for plate in (*plates.values(), master))
    ui.show.change_strip(0, peak_left=0.95)
    ui.show.change_strip(5, peak_right=0.88)  # just below -1 dBFS
    ui.show.change(engine=replace(ui.show.snapshot().engine, master_peak_left=0.98))
    ui.settle()
    ui.show.change_strip(0, peak_left=0.1)
    ui.show.change(engine=replace(ui.show.snapshot().engine, master_peak_left=0.1))
    ui.settle()
    assert plates["drum"].isVisible()
    assert not plates["pad"].isVisible()
    assert master.isVisible()
    ui.click(plates["drum"])
    assert not plates["drum"].isVisible()
    master.forceActiveFocus()
    ui.press(Qt.Key.Key_Return)
    assert not master.isVisible()
    assert ui.sent() == []


def test_the_limiter_at_its_ceiling_is_no_clip(ui: Any) -> None:
    ceiling = 10 ** (-1 / 20)
    engine = ui.show.snapshot().engine
    for peak in (ceiling, ceiling * 1.0001):
        ui.show.change(engine=replace(engine, master_peak_left=peak, master_peak_right=peak))
        ui.settle()
    assert not ui.windows.console.masterClipped


def test_lost_history_waits_for_an_answer(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening(workers=WorkersState(lost_history=True)))
    assert "no longer holds" in ui.find("bannerHead", ui.find("banner_0")).property("text")
    ui.click(ui.find("historyOldest"))
    ui.click(ui.find("historyNow"))
    assert ui.sent() == [ask.ResolveLostHistory("oldest"), ask.ResolveLostHistory("now")]
    ui.show.change(workers=WorkersState())
    ui.settle()
    assert not ui.windows.console.banners


def test_banners_are_worst_first_with_what_helps() -> None:
    def heads(snapshot: Any) -> list[tuple[str, str, str]]:
        shown = Banners().of(snapshot)
        return [(b["head"].split(".")[0][:20], b["icon"], b["ask"]) for b in shown]

    lost = trouble(workers=WorkersState(lost_history=True))
    assert [ask_ for _, _, ask_ in heads(lost)][:3] == ["history", "outputs", "connect"]
    # Neither picture nor buttons hang on words.
    said = verbatim("No broker, no sound, no screen.")
    for kind, icon, help_ in (
        (ProblemKind.BROKER, "plug", "connect"),
        (ProblemKind.DISK, "warn", ""),
        (ProblemKind.RECORDING, "rec", ""),
        (ProblemKind.SOUND, "mute", ""),
        (ProblemKind.SCREEN, "stage", ""),
        (ProblemKind.CLOCK, "warn", ""),
        (ProblemKind.OTHER, "warn", ""),
    ):
        assert heads(evening(problems=(Problem(kind, said),))) == [(str(said)[:20], icon, help_)]


def test_the_bold_part_of_a_banner_is_what_the_problem_says() -> None:
    said, more = verbatim("Host kafka.example.org. is gone"), verbatim("Look. And look again.")
    (banner,) = Banners().of(evening(problems=(Problem(ProblemKind.BROKER, said, more),)))
    assert (banner["head"], banner["rest"]) == (str(said), str(more))


def test_pills_tell_where_messages_come_from(ui: Any) -> None:
    lost = replace(evening().source, state="reconnecting")
    states = {
        "live": evening(),
        "demo": demo(),
        "replay": replayed(),
        "lost": evening(source=lost),
    }
    for kind, snapshot in states.items():
        ui.show.set(snapshot)
        ui.settle()
        assert ui.find("sourcePill").property("kind") == kind
    connecting = SourceState("live", "a@b", "connecting", 0)
    ui.show.set(evening(source=connecting))
    ui.settle()
    assert ui.find("sourcePill").property("text") == "CONNECTING"


@pytest.mark.parametrize(
    ("share", "mark", "words"),
    [
        (0.0, "ok", ""),
        (0.02, "warn", "2 % late"),
        (0.4, "warn", "40 % late: is a sender's clock off?"),
    ],
)
def test_late_votes_are_told(share: float, mark: str, words: str) -> None:
    facts = health_properties(evening(), "en", share)
    assert (facts["tweetMark"], facts["tweetDetail"]) == (mark, words)


def test_the_late_rate_is_of_the_last_minute() -> None:
    rate = LateRate()
    assert rate.of(ShowCounts(votes=1_000, late=500), 0) == 0.0  # all of it before we looked
    assert rate.of(ShowCounts(votes=1_005, late=505), 5_000) == 0.0  # too few to say
    assert rate.of(ShowCounts(votes=1_090, late=510), 10_000) == pytest.approx(0.1)
    for t_s in range(11, 120):
        last = rate.of(ShowCounts(votes=1_090 + t_s * 10, late=510), t_s * 1_000)
    assert last == 0.0
    assert rate.of(ShowCounts(votes=3, late=0), 121_000) == 0.0  # another show


def test_an_engine_that_was_restarted_is_told(ui: Any) -> None:
    engine = replace(ui.show.snapshot().engine, detail="engine restarted on bar 17")
    ui.show.change(engine=engine)
    ui.settle()
    view = ui.windows.console
    assert (view.engineMark, view.engineText) == ("warn", "engine restarted on bar 17")


def test_what_is_recorded_is_told(ui: Any) -> None:
    view = ui.windows.console
    assert (view.recordingMark, view.recordingText) == ("off", "not recording")
    ui.show.change(recording=True)
    ui.settle()
    assert (view.recordingMark, view.recordingText) == ("ok", "show recorded")
    ui.show.change(master_recorded_ms=751_000)
    ui.settle()
    assert (view.recordingMark, view.recordingText) == ("rec", "recording 00:12:31")


def test_first_run_offers(open_ui: Callable[..., Any], tmp_path: Path) -> None:
    ui = open_ui(demo())
    for name in ("firstRunOpen", "firstRunSounds"):
        assert ui.find(name).isVisible()
    for folder in ("drum", "pad", "notes"):
        (tmp_path / "mine" / folder).mkdir(parents=True)
    folders = ui.windows.console.sound_folders
    folders.show_folder(tmp_path)
    ui.click(ui.find("firstRunSounds"))
    page = ui.find("soundsPage")
    assert page.isVisible()
    ui.click(ui.find("openChosen", page))  # no sound set here
    assert ui.sent() == []
    ui.click(ui.find("entry_0", page), double=True)
    assert ui.find("filesNote", page).property("text").endswith("2 of 8 instruments.")
    ui.click(ui.find("openChosen", page))
    assert ui.sent() == [ask.OpenSounds(tmp_path / "mine")]
    assert not page.isVisible()
    # What this program cannot do is not offered.
    ui.show.change(workers=WorkersState(offers=tuple(o for o in OFFERS if o != "OpenSounds")))
    ui.settle()
    assert not ui.shows("firstRunSounds")


PAGES = {"connect": Qt.Key.Key_K, "query": Qt.Key.Key_E, "checks": Qt.Key.Key_P}
PAGES |= {"settings": Qt.Key.Key_Comma}


@pytest.mark.parametrize("name", PAGES)
def test_pages_open_by_key_and_from_the_menu(open_ui: Callable[..., Any], name: str) -> None:
    ui = open_ui(demo())
    pages = ui.windows.pages
    ui.find("fade").forceActiveFocus()
    ui.press(PAGES[name], Qt.KeyboardModifier.ControlModifier)
    assert pages.page == name
    pages.close()
    ui.settle()
    assert ui.console.activeFocusItem() is ui.find("fade")
    ui.menu(name)
    assert pages.page == name
    # What lies below takes nothing meanwhile.
    ui.press(Qt.Key.Key_1)
    ui.press(Qt.Key.Key_W)
    pages.close()
    ui.press(Qt.Key.Key_L)
    ui.press(PAGES[name], Qt.KeyboardModifier.ControlModifier)
    assert pages.page == ""
    assert not [c for c in ui.sent() if isinstance(c, ask.SetMode | ask.ShowWinner)]


def test_connect_and_checks_are_offered_where_they_help(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(demo())
    ui.click(ui.find("firstRunChecks"))
    assert ui.windows.pages.page == "checks"
    ui.windows.pages.close()
    ui.settle()
    ui.click(ui.find("firstRunConnect"))
    assert ui.windows.pages.page == "connect"
    ui.windows.pages.close()
    ui.show.set(trouble(workers=WorkersState(offers=OFFERS)))
    ui.settle()
    ui.click(ui.find("bannerConnect"))
    assert ui.windows.pages.page == "connect"


@pytest.fixture
def away(ui: Any) -> Iterator[Any]:
    QTest.mouseMove(ui.console, QPoint(5, ui.console.height() - 3))
    ui.settle()
    yield ui
    QTest.mouseMove(ui.console, QPoint(5, ui.console.height() - 3))


def test_tooltips_come_after_a_while_with_the_key(away: Any, qtbot: Any) -> None:
    ui = away
    tip = ui.find("tip")
    for name, words in (("hold", "Hold the scene (Space)"), ("lock", "Lock console (L)")):
        item = ui.find(name)
        QTest.mouseMove(ui.console, centre(item).toPoint())
        assert not tip.isVisible()
        qtbot.waitUntil(tip.isVisible, timeout=60_000)
        assert ui.find("tipText", tip).property("text") == words
        assert tip.x() >= 0
        assert tip.x() + tip.width() <= ui.console.width()
    ui.click(ui.find("lock"))
    assert not tip.isVisible()


def test_a_tooltip_stands_at_its_own_control(away: Any, qtbot: Any) -> None:
    ui = away
    tip = ui.find("tip")
    hovered = [
        *(ui.find(name) for name in ("hold", "stage", "lock", "menu", "masterGain")),
        *(ui.in_strip(strip, name) for strip in ("drum", "vocal") for name in ("mode_on", "solo")),
    ]
    for item in hovered:
        QTest.mouseMove(ui.console, centre(item).toPoint())
        qtbot.waitUntil(lambda: not tip.isVisible(), timeout=60_000)
        qtbot.waitUntil(tip.isVisible, timeout=60_000)
        shown, control = (one.mapRectToScene(one.boundingRect()) for one in (tip, item))
        assert shown.intersects(control.adjusted(-8, -8, 8, 8)), (item.objectName(), shown, control)
        assert not shown.intersects(control)
        assert ui.console.contentItem().boundingRect().contains(shown)


def test_mode_segments_have_tooltips(away: Any, qtbot: Any) -> None:
    part = away.in_strip("pad", "mode_on")
    QTest.mouseMove(away.console, centre(part).toPoint())
    qtbot.waitUntil(away.find("tip").isVisible, timeout=60_000)
    assert away.find("tipText").property("text") == "Mode of Pad: ON (6)"


def test_reduced_motion_jumps(open_ui: Callable[..., Any]) -> None:
    from PySide6.QtQml import QQmlExpression, qmlContext

    ui = open_ui(size=(1440, 900))  # the windows of the tests are made with it
    row = ui.find("vote_pad")
    still = QQmlExpression(qmlContext(row), row, "Theme.reducedMotion && Theme.motion(350) === 0")
    assert still.evaluate()[0]
    before = ui.show.snapshot()
    fader = ui.in_strip("drum", "fader")
    ui.show.change(chart=before.chart[::-1])
    ui.show.change_strip(0, gain=0.1)
    ui.windows.pull()
    # Nothing is under way: everything stands where it belongs at once.
    assert row.y() == pytest.approx(ui.find("votes").property("padTop") + _row_y(ui, 6), abs=1)
    assert fader.property("shown") == pytest.approx(fader.property("place"))


def _row_y(ui: Any, rank: int) -> float:
    votes = ui.find("votes")
    places = votes.property("places")
    return float(
        places * votes.property("rowHeight")
        + votes.property("lineHeight")
        + (rank - places) * votes.property("dimHeight")
    )
