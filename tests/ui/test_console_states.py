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

from mwk_desktop.show import commands as ask
from mwk_desktop.show.snapshot import ShowCounts, SourceState
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.ui.console.banners import Banners
from mwk_desktop.ui.console.health_properties import health_properties
from mwk_desktop.ui.console.late_rate import LateRate


def test_the_winner_by_key_and_button(desk: Any) -> None:
    button = desk.find("winner")
    assert button.property("text") == "Winner"
    desk.press(Qt.Key.Key_W)
    desk.click(button)
    assert desk.sent() == [ask.ShowWinner(True), ask.ShowWinner(True)]
    desk.show.change(winner=winner_state())
    desk.settle()
    assert button.property("text") == "On stage"
    assert button.property("checked")
    desk.native_key(Qt.Key.Key_W, 25)
    desk.native_key(Qt.Key.Key_W, 25, repeats=True)
    desk.click(button)
    assert desk.sent() == [ask.ShowWinner(False), ask.ShowWinner(False)]
    desk.show.change(winner=None, leaders=())
    desk.settle()
    desk.press(Qt.Key.Key_W)
    desk.click(button)
    assert desk.sent() == []


def test_clip_plates_stay_until_they_have_been_seen(desk: Any) -> None:
    plates = {name: desk.in_strip(name, "clipPlate") for name in ("drum", "pad")}
    master = desk.find("clipPlate", desk.find("master"))
    assert not any(plate.isVisible() for plate in (*plates.values(), master))
    desk.show.change_strip(0, peak_left=0.95)
    desk.show.change_strip(5, peak_right=0.88)  # just below -1 dBFS
    desk.show.change(engine=replace(desk.show.snapshot().engine, master_peak_left=0.98))
    desk.settle()
    desk.show.change_strip(0, peak_left=0.1)
    desk.show.change(engine=replace(desk.show.snapshot().engine, master_peak_left=0.1))
    desk.settle()
    assert plates["drum"].isVisible()
    assert not plates["pad"].isVisible()
    assert master.isVisible()
    desk.click(plates["drum"])
    assert not plates["drum"].isVisible()
    master.forceActiveFocus()
    desk.press(Qt.Key.Key_Return)
    assert not master.isVisible()
    assert desk.sent() == []


def test_the_limiter_at_its_ceiling_is_no_clip(desk: Any) -> None:
    ceiling = 10 ** (-1 / 20)
    engine = desk.show.snapshot().engine
    for peak in (ceiling, ceiling * 1.0001):
        desk.show.change(engine=replace(engine, master_peak_left=peak, master_peak_right=peak))
        desk.settle()
    assert not desk.windows.console.masterClipped


def test_lost_history_waits_for_an_answer(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(evening(workers=WorkersState(lost_history=True)))
    assert "no longer holds" in desk.find("bannerHead", desk.find("banner_0")).property("text")
    desk.click(desk.find("historyOldest"))
    desk.click(desk.find("historyNow"))
    assert desk.sent() == [ask.ResolveLostHistory("oldest"), ask.ResolveLostHistory("now")]
    desk.show.change(workers=WorkersState())
    desk.settle()
    assert not desk.windows.console.banners


def test_banners_are_worst_first_with_what_helps() -> None:
    def heads(snapshot: Any) -> list[tuple[str, str, str]]:
        shown = Banners().of(snapshot)
        return [(b["head"].split(".")[0][:20], b["icon"], b["ask"]) for b in shown]

    lost = trouble(workers=WorkersState(lost_history=True))
    assert [ask_ for _, _, ask_ in heads(lost)][:3] == ["history", "outputs", "connect"]
    disk = evening(problems=("The disk is full. Recording stopped. Make room.",))
    assert heads(disk) == [("The disk is full", "warn", "")]


def test_pills_tell_where_messages_come_from(desk: Any) -> None:
    lost = replace(evening().source, state="reconnecting")
    states = {
        "live": evening(),
        "demo": demo(),
        "replay": replayed(),
        "lost": evening(source=lost),
    }
    for kind, snapshot in states.items():
        desk.show.set(snapshot)
        desk.settle()
        assert desk.find("sourcePill").property("kind") == kind
    connecting = SourceState("live", "a@b", "connecting", 0)
    desk.show.set(evening(source=connecting))
    desk.settle()
    assert desk.find("sourcePill").property("text") == "CONNECTING"


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


def test_an_engine_that_was_restarted_is_told(desk: Any) -> None:
    engine = replace(desk.show.snapshot().engine, detail="engine restarted on bar 17")
    desk.show.change(engine=engine)
    desk.settle()
    view = desk.windows.console
    assert (view.engineMark, view.engineText) == ("warn", "engine restarted on bar 17")


def test_what_is_recorded_is_told(desk: Any) -> None:
    view = desk.windows.console
    assert (view.recordingMark, view.recordingText) == ("off", "not recording")
    desk.show.change(recording=True)
    desk.settle()
    assert (view.recordingMark, view.recordingText) == ("ok", "show recorded")
    desk.show.change(master_recorded_ms=751_000)
    desk.settle()
    assert (view.recordingMark, view.recordingText) == ("rec", "recording 00:12:31")


def test_first_run_offers(open_desk: Callable[..., Any], tmp_path: Path) -> None:
    desk = open_desk(demo())
    for name in ("firstRunOpen", "firstRunSounds"):
        assert desk.find(name).isVisible()
    for folder in ("drum", "pad", "notes"):
        (tmp_path / "mine" / folder).mkdir(parents=True)
    folders = desk.windows.console.sound_folders
    folders.show_folder(tmp_path)
    desk.click(desk.find("firstRunSounds"))
    page = desk.find("soundsPage")
    assert page.isVisible()
    desk.click(desk.find("openChosen", page))  # no sound set here
    assert desk.sent() == []
    desk.click(desk.find("entry_0", page), double=True)
    assert desk.find("filesNote", page).property("text").endswith("2 of 8 instruments.")
    desk.click(desk.find("openChosen", page))
    assert desk.sent() == [ask.OpenSounds(tmp_path / "mine")]
    assert not page.isVisible()
    # What this program cannot do is not offered.
    desk.show.change(workers=WorkersState(offers=tuple(o for o in OFFERS if o != "OpenSounds")))
    desk.settle()
    assert not desk.find("firstRunSounds").isVisible()


PAGES = {"connect": Qt.Key.Key_K, "query": Qt.Key.Key_E, "checks": Qt.Key.Key_P}
PAGES |= {"settings": Qt.Key.Key_Comma}


@pytest.mark.parametrize("name", PAGES)
def test_pages_open_by_key_and_from_the_menu(open_desk: Callable[..., Any], name: str) -> None:
    desk = open_desk(demo())
    pages = desk.windows.pages
    desk.find("fade").forceActiveFocus()
    desk.press(PAGES[name], Qt.KeyboardModifier.ControlModifier)
    assert pages.page == name
    pages.close()
    desk.settle()
    assert desk.console.activeFocusItem() is desk.find("fade")
    desk.menu(name)
    assert pages.page == name
    # What lies below takes nothing meanwhile.
    desk.press(Qt.Key.Key_1)
    desk.press(Qt.Key.Key_W)
    pages.close()
    desk.press(Qt.Key.Key_L)
    desk.press(PAGES[name], Qt.KeyboardModifier.ControlModifier)
    assert pages.page == ""
    assert not [c for c in desk.sent() if isinstance(c, ask.SetMode | ask.ShowWinner)]


def test_connect_and_checks_are_offered_where_they_help(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(demo())
    desk.click(desk.find("firstRunChecks"))
    assert desk.windows.pages.page == "checks"
    desk.windows.pages.close()
    desk.settle()
    desk.click(desk.find("firstRunConnect"))
    assert desk.windows.pages.page == "connect"
    desk.windows.pages.close()
    desk.show.set(trouble(workers=WorkersState(offers=OFFERS)))
    desk.settle()
    desk.click(desk.find("bannerConnect"))
    assert desk.windows.pages.page == "connect"


@pytest.fixture
def away(desk: Any) -> Iterator[Any]:
    QTest.mouseMove(desk.console, QPoint(5, desk.console.height() - 3))
    desk.settle()
    yield desk
    QTest.mouseMove(desk.console, QPoint(5, desk.console.height() - 3))


def test_tooltips_come_after_a_while_with_the_key(away: Any, qtbot: Any) -> None:
    desk = away
    tip = desk.find("tip")
    for name, words in (("hold", "Hold the scene (Space)"), ("lock", "Lock console (L)")):
        item = desk.find(name)
        QTest.mouseMove(desk.console, centre(item).toPoint())
        assert not tip.isVisible()
        qtbot.waitUntil(tip.isVisible, timeout=10_000)
        assert desk.find("tipText", tip).property("text") == words
        assert tip.x() >= 0
        assert tip.x() + tip.width() <= desk.console.width()
    desk.click(desk.find("lock"))
    assert not tip.isVisible()


def test_mode_segments_have_tooltips(away: Any, qtbot: Any) -> None:
    part = away.in_strip("pad", "mode_on")
    QTest.mouseMove(away.console, centre(part).toPoint())
    qtbot.waitUntil(away.find("tip").isVisible, timeout=10_000)
    assert away.find("tipText").property("text") == "Mode of Pad: ON (6)"


def test_reduced_motion_jumps(open_desk: Callable[..., Any]) -> None:
    from PySide6.QtQml import QQmlExpression, qmlContext

    desk = open_desk()  # desks of the tests are made with it
    row = desk.find("vote_pad")
    still = QQmlExpression(qmlContext(row), row, "Theme.reducedMotion && Theme.motion(350) === 0")
    assert still.evaluate()[0]
    before = desk.show.snapshot()
    fader = desk.in_strip("drum", "fader")
    desk.show.change(chart=before.chart[::-1])
    desk.show.change_strip(0, gain=0.1)
    desk.windows.pull()
    # Nothing is under way: everything stands where it belongs at once.
    assert row.y() == pytest.approx(desk.find("votes").property("padTop") + _row_y(desk, 6), abs=1)
    assert fader.property("shown") == pytest.approx(fader.property("place"))


def _row_y(desk: Any, rank: int) -> float:
    votes = desk.find("votes")
    places = votes.property("places")
    return float(
        places * votes.property("rowHeight")
        + votes.property("lineHeight")
        + (rank - places) * votes.property("dimHeight")
    )
