"""Every control of the pages over the console, in a real window on a show that stands still."""

from __future__ import annotations

from typing import Any

import pytest
from page_driver import Page, open_page
from pages_state import (
    ALL_CHECKED,
    ANSWER,
    CHECKED,
    GOOD,
    MISSING,
    REFUSED,
    SERVERS,
    TOPIC,
    found_by_test,
    row,
    settings,
)
from PySide6.QtCore import QPointF, Qt

from mwk_desktop.show.commands import (
    ChangeSetting,
    ConnectLive,
    Panic,
    RunChecks,
    SetHold,
    TestConnection,
)
from mwk_desktop.show.workers_state import Checks

__all__ = ["open_page"]

# -- all pages ------------------------------------------------------------------------------

NAMES = ["connect", "settings", "checks", "query", "controllers"]


@pytest.mark.parametrize("name", NAMES)
def test_a_page_opens_takes_the_keyboard_and_closes(open_page: Any, name: str) -> None:
    page = open_page(name, query=ANSWER, checks=ALL_CHECKED)
    assert page.there(f"{name}Page")
    assert page.focus.objectName() not in ("", "root")
    page.sent()
    # Nothing that is typed reaches the show; Esc closes, and only the next one is panic.
    page.press(Qt.Key.Key_Space)
    page.press(Qt.Key.Key_F)
    page.press(Qt.Key.Key_2)
    assert not [one for one in page.sent() if isinstance(one, SetHold | Panic)]
    page.press(Qt.Key.Key_Escape)
    page.press(Qt.Key.Key_Escape) if page.open else None  # the first may close a list
    assert page.open == ""
    assert not page.there(f"{name}Page")
    assert Panic() not in page.sent()
    page.press(Qt.Key.Key_Escape)
    assert Panic() in page.sent()


@pytest.mark.parametrize("name", NAMES)
def test_tab_stays_inside_and_every_stop_has_a_name(open_page: Any, name: str) -> None:
    from PySide6.QtGui import QAccessible

    page = open_page(name, query=ANSWER, checks=ALL_CHECKED, connection=found_by_test(GOOD))
    host = page.ui.find("pageHost")
    inside = set(page.ui.items(host))
    first, seen = page.focus, []
    for _ in range(60):
        page.press(Qt.Key.Key_Tab)
        assert page.focus in inside, page.focus
        seen.append(page.focus)
        interface = QAccessible.queryAccessibleInterface(page.focus)
        assert interface is not None
        assert interface.text(QAccessible.Text.Name), page.focus.objectName()
        if page.focus is first or (len(seen) > 1 and page.focus is seen[0]):
            break
    else:
        pytest.fail("Tab never came round")
    page.press(Qt.Key.Key_Backtab)
    assert page.focus in inside
    assert "pageClose" in {item.objectName() for item in seen}


@pytest.mark.parametrize("name", NAMES)
def test_the_cross_and_the_veil_close(open_page: Any, name: str) -> None:
    from PySide6.QtCore import QPoint
    from PySide6.QtTest import QTest

    page = open_page(name)
    page.click("pageClose")
    assert page.open == ""
    page.ui.windows.pages.open(name)
    page.settle()
    QTest.mouseClick(
        page.ui.console, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(4, 400)
    )
    page.settle()
    assert page.open == ""


@pytest.mark.parametrize("name", NAMES)
def test_meters_go_on_behind(open_page: Any, name: str) -> None:
    page = open_page(name)
    before = list(page.ui.windows.console.levels)
    page.show.change_strip(0, peak_left=0.9)
    page.settle()
    assert list(page.ui.windows.console.levels) != before


# -- connect --------------------------------------------------------------------------------


def test_the_dialog_begins_with_what_the_settings_say(open_page: Any) -> None:
    page = open_page("connect")
    assert page.text("connectServers") == SERVERS
    assert page.text("connectTopic") == TOPIC
    assert page.text("connectGo") == "Connect"
    assert "partitions" in page.text("connectHint")


def test_test_says_what_it_found(open_page: Any) -> None:
    page = open_page("connect")
    page.type_into(page.find("connectTopic"), "tweets_2")
    page.type_into(page.find("connectTopic"), TOPIC)
    page.click("connectTest")
    assert page.sent() == [TestConnection(SERVERS, TOPIC)]
    page.know(connection=found_by_test((), usable=False, running=True))
    assert page.text("connectTest").startswith("Testing")
    page.know(connection=found_by_test(GOOD))
    assert page.text("connectTest") == "Test"
    for finding in GOOD:
        found = page.find(f"finding_{finding.key}")
        texts = [item.property("text") for item in page.ui.items(found)]
        assert str(finding.found) in texts
    assert page.sent() == []  # a test alone connects nothing
    # Other servers: what was found is about others.
    page.type_into(page.find("connectServers"), "elsewhere:9092")
    assert not page.there("finding_kafka")


def test_what_a_connection_test_finds_has_most_of_the_page(open_page: Any) -> None:
    page = open_page("connect")
    assert page.ui.find("connectHint").height() > 200
    assert page.ui.find("connectServers").mapToScene(QPointF(0, 0)).x() == (
        page.ui.find("connectTopic").mapToScene(QPointF(0, 0)).x()
    )


def test_connect_tests_first_and_then_goes_live(open_page: Any) -> None:
    page = open_page("connect")
    page.click("connectNew")
    page.click("connectGo")
    assert page.sent() == [TestConnection(SERVERS, TOPIC)]
    page.know(connection=found_by_test(GOOD))
    assert page.sent() == [ConnectLive(SERVERS, TOPIC, True)]
    assert page.text("connectGo") == "Connecting\u2026"
    page.know(connection=found_by_test(GOOD, connecting=True, attempts=1))
    assert page.open == "connect"
    page.know(connection=found_by_test(GOOD, attempts=1))
    assert page.open == ""


def test_what_cannot_be_stays_in_the_dialog(open_page: Any) -> None:
    page = open_page("connect")
    page.click("connectGo")
    page.sent()
    page.know(connection=found_by_test(REFUSED, usable=False))
    assert page.sent() == []
    assert page.text("connectGo") == "Connect anyway"
    page.click("connectGo")
    assert page.sent() == [ConnectLive(SERVERS, TOPIC, False)]
    page.know(
        connection=found_by_test(REFUSED, usable=False, attempts=1, refused="show.db: in use")
    )
    assert page.open == "connect"
    assert page.text("connectNote") == "show.db: in use"
    assert page.text("connectGo") == "Connect anyway"


def test_a_missing_topic_wants_a_second_press(open_page: Any) -> None:
    page = open_page("connect")
    page.click("connectGo")
    page.sent()
    page.know(connection=found_by_test(MISSING))
    assert page.sent() == []
    assert page.text("connectNote") == "The show would begin and wait for it."
    page.click("connectGo")
    assert page.sent() == [ConnectLive(SERVERS, TOPIC, False)]


def test_enter_in_a_field_tests(open_page: Any) -> None:
    page = open_page("connect")
    page.press(Qt.Key.Key_Return)
    assert page.sent() == [TestConnection(SERVERS, TOPIC)]


# -- settings -------------------------------------------------------------------------------


def editor(page: Page, name: str, control: str) -> Any:
    return page.ui.find(control, page.find(f"setting_{name}"))


def text_in(page: Page, name: str, control: str) -> str:
    return str(editor(page, name, control).property("text"))


def test_sections_are_chosen_by_mouse_and_keys(open_page: Any) -> None:
    page = open_page("settings")
    assert page.there("setting_show.window_ms")
    page.click("section_1")
    assert page.there("setting_audio.device")
    assert not page.there("setting_show.window_ms")
    page.press(Qt.Key.Key_Down)
    assert page.there("setting_kafka.bootstrap.servers")
    page.press(Qt.Key.Key_Up)
    assert page.there("setting_audio.device")
    assert "/home/monty/.config/mwk/mwk.toml" in page.text("settingsNote")


def test_numbers_are_kept_on_enter_and_on_leaving(open_page: Any) -> None:
    page = open_page("settings")
    page.type_into(editor(page, "show.window_ms", "editText"), "15000")
    assert page.sent() == []
    page.press(Qt.Key.Key_Return)
    assert page.sent() == [ChangeSetting("show.window_ms", "15000")]
    page.type_into(editor(page, "show.opening", "editText"), "drum")
    page.press(Qt.Key.Key_Tab)
    assert page.sent() == [ChangeSetting("show.opening", "drum")]


def test_a_problem_stands_beside_its_field(open_page: Any) -> None:
    page = open_page("settings")
    wrong = row("show.window_ms", "30000", "whole", problem="Must be a whole number, is 3")
    page.know(settings=settings(changed=wrong))
    assert text_in(page, "show.window_ms", "settingProblem") == "Must be a whole number, is 3"
    assert editor(page, "show.window_ms", "editText").property("wrong")


def test_switches_and_choices(open_page: Any) -> None:
    page = open_page("settings")
    page.ui.click(editor(page, "show.count_retweets", "editSwitch"))
    assert page.sent() == [ChangeSetting("show.count_retweets", "false")]
    page.ui.click(editor(page, "show.quantize", "choice_loop"))
    assert page.sent() == [ChangeSetting("show.quantize", "loop")]
    page.ui.click(editor(page, "show.quantize", "choice_bar"))
    assert page.sent() == []  # it is so already


def test_where_a_value_comes_from_is_said(open_page: Any) -> None:
    page = open_page("settings")
    assert "MWK_SHOW__HASHTAG" in text_in(page, "show.hashtag", "settingSource")
    assert "wins over the file" in text_in(page, "show.hashtag", "settingSource")
    waits = "default \u00b7 a change waits for the next start"
    assert text_in(page, "show.window_ms", "settingSource") == waits
    page.click("section_1")
    assert "acts at once" in text_in(page, "audio.visual_offset_ms", "settingSource")
    kept = row("audio.device", "JACK", source="file", kept=True)
    page.know(settings=settings(changed=kept))
    assert "from the next start on" in text_in(page, "audio.device", "settingSource")
    page.ui.click(editor(page, "audio.device", "editReset"))
    assert page.sent() == [ChangeSetting("audio.device", "")]


def test_a_secret_is_never_shown(open_page: Any) -> None:
    page = open_page("settings")
    token = row("twitter.bearer_token", "\u2022\u2022\u2022", "secret", source="file")
    page.know(settings=settings(changed=token))
    page.click("section_4")
    field = editor(page, "twitter.bearer_token", "editText")
    assert field.property("text") == ""
    assert "set" in field.property("hint")
    page.type_into(field, "abc")
    page.press(Qt.Key.Key_Return)
    assert page.sent() == [ChangeSetting("twitter.bearer_token", "abc")]
    page.click("section_2")
    field = editor(page, "kafka.sasl.password", "editText")
    assert (field.property("text"), field.property("secret")) == ("", True)


def test_settings_act_at_once(open_page: Any) -> None:
    page = open_page("settings")
    assert page.ui.windows.pages.reducedMotion is True  # as the tests' windows start
    calm = row("ui.reduced_motion", "true", "switch", needs_restart=False)
    late = row("audio.visual_offset_ms", "120", "whole", needs_restart=False)
    page.know(settings=settings(a=calm, b=late))
    assert page.ui.windows.console.visual_offset_ms == 120
    assert page.ui.windows.stage.visual_offset_ms == 120
    lively = row("ui.reduced_motion", "false", "switch", needs_restart=False)
    page.know(settings=settings(a=lively, b=late))
    assert page.ui.windows.pages.reducedMotion is False


def test_the_focus_survives_news(open_page: Any) -> None:
    page = open_page("settings")
    page.type_into(editor(page, "show.window_ms", "editText"), "150")
    page.know(settings=settings(changed=row("show.hashtag", "other")))
    page.ui.type("00")
    assert text_in(page, "show.window_ms", "editText") == "15000"


# -- checks ---------------------------------------------------------------------------------


def test_the_checks_run_when_the_page_opens(open_page: Any) -> None:
    page = open_page("checks")
    assert page.sent() == [RunChecks(False)]
    assert page.text("checksVerdict") == "Looking\u2026"
    page.know(checks=Checks(True, "ok", 5, CHECKED[:1]))
    assert page.there("finding_settings")
    page.click("checksRun")
    assert page.sent() == []  # one look at a time
    page.know(checks=ALL_CHECKED)
    assert page.text("checksVerdict").startswith("1 to fix first, 1 to look at.")
    for finding in CHECKED:
        assert page.there(f"finding_{finding.key}")
    kafka = page.find("finding_kafka")
    texts = [item.property("text") for item in page.ui.items(kafka) if item.isVisible()]
    assert "\u2192 Start the broker, or correct the address." in texts
    page.click("checksTone")
    assert page.sent() == [RunChecks(True)]


def test_all_is_well_is_said_too(open_page: Any) -> None:
    page = open_page("checks")
    fine = tuple(one for one in CHECKED if one.level == "ok")
    page.know(checks=Checks(False, "ok", 5, fine))
    assert page.text("checksVerdict").startswith("Everything is ready.")
