"""Hide, block, limit, the audience's page and the stream, pressed in a real window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from conftest import centre
from fake_show import FEED, demo, evening, served
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mwk_desktop.show import commands as ask
from mwk_desktop.show.workers_state import PageState, TwitterState, WorkersState
from mwk_desktop.ui.console.audience_view import page_properties, twitter_properties
from mwk_desktop.ui.console.feed_model import FeedModel
from mwk_desktop.ui.qr_picture import qr_picture


def _row(desk: Any, number: int) -> Any:
    """The row of the feed at a place, once it stands there: rows are laid out with a frame."""
    feed = desk.windows.console.feed

    def there() -> list[Any]:
        rows = [
            i
            for i in desk.items(desk.find("feedList"))
            if i.property("serial") is not None and i.isVisible()
        ]
        return [
            row
            for row in rows
            if row.property("serial") == feed.serialAt(number) and row.y() == number * row.height()
        ]

    for _ in range(500):
        if found := there():
            return found[0]
        QTest.qWait(20)
    pytest.fail(f"no row {number}")


def _hover(desk: Any, item: Any) -> None:
    QTest.mouseMove(desk.console, centre(item).toPoint() - QPoint(3, 0))
    QTest.mouseMove(desk.console, centre(item).toPoint())
    desk.settle()


def _away(desk: Any) -> None:
    QTest.mouseMove(desk.console, QPoint(5, desk.console.height() - 5))
    desk.settle()


def test_a_message_is_hidden_and_its_author_blocked_by_mouse(desk: Any) -> None:
    row = _row(desk, 1)
    _hover(desk, row)
    hide, block = desk.find("hide", row), desk.find("block", row)
    assert hide.property("open")
    assert block.x() + block.width() <= hide.x()
    desk.click(block)
    desk.click(hide)
    assert desk.sent() == [ask.BlockUser(FEED[1][0]), ask.HideMessage(99)]
    # It leaves at once, before the show has answered.
    serials = [desk.windows.console.feed.serialAt(n) for n in range(3)]
    assert serials == [100, 98, 97]


def test_a_press_at_the_quiet_marks_never_blocks_by_accident(desk: Any) -> None:
    row = _row(desk, 0)
    spots = [centre(desk.find(name, row)).toPoint() for name in ("hide", "block")]
    for spot in spots:
        _hover(desk, row)
        QTest.mouseClick(
            desk.console, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
        )
        desk.settle()
        assert [type(command) for command in desk.sent()] == [ask.HideMessage]
        row = _row(desk, 0)


def test_the_feed_by_keyboard(desk: Any, qtbot: Any) -> None:
    desk.find("feedFocus").forceActiveFocus()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_H)
    desk.press(Qt.Key.Key_B)
    assert desk.sent() == [ask.HideMessage(99), ask.BlockUser(FEED[2][0])]
    # Its buttons too, of the row that is chosen (a frame later, the next one).
    qtbot.waitUntil(lambda: bool(_row(desk, 1).property("current")), timeout=10_000)
    desk.press(Qt.Key.Key_Tab)
    assert desk.console.activeFocusItem().objectName() == "block"
    desk.press(Qt.Key.Key_Tab)
    assert desk.console.activeFocusItem().objectName() == "hide"
    desk.press(Qt.Key.Key_Return)
    assert desk.sent() == [ask.HideMessage(98)]
    desk.find("feedFocus").forceActiveFocus()
    desk.native_key(Qt.Key.Key_H, 43, repeats=True)
    assert desk.sent() == []


def test_the_feed_holds_still_under_the_hand(desk: Any) -> None:
    model = desk.windows.console.feed
    _hover(desk, _row(desk, 0))
    before = desk.show.snapshot()
    new = replace(before.feed[0], serial=101, text="new", screen_name="newcomer")
    desk.show.set(replace(before, t_ms=before.t_ms + 500, feed=(new, *before.feed)))
    desk.settle()
    assert model.serialAt(0) == 100
    _away(desk)
    desk.show.change(t_ms=before.t_ms + 1_000)
    desk.settle()
    assert model.serialAt(0) == 101


def test_what_is_hidden_or_blocked_leaves_also_under_the_hand() -> None:
    model = FeedModel()
    feed = evening().feed
    model.show_messages(feed, 1_000)
    model.rest(True)
    # 97 was hidden elsewhere; the two oldest were only pushed out; monty is blocked.
    model.show_messages(tuple(i for i in feed if i.serial != 97)[:-2], 2_000, ("monty",))
    shown = [model.serialAt(row) for row in range(model.rowCount())]
    assert shown == [100, 99, 98, 96, 94, 93, 92, 91]
    model.drop(100)
    model.rest(False)
    model.show_messages(feed, 3_000)
    assert model.serialAt(0) == 99
    model.show_messages(feed[1:], 4_000)
    model.show_messages(feed, 5_000)  # undone
    assert model.serialAt(0) == 100


def test_the_newest_block_is_undone_from_the_feed(desk: Any) -> None:
    assert not desk.find("feedFoot").isVisible()
    desk.show.change(blocked=("ana", "spam4free"))
    desk.settle()
    desk.show.change(blocked=("ana", "mallory", "spam4free"))
    desk.settle()
    assert "mallory" in desk.find("feedFootText").property("text")
    desk.click(desk.find("undoBlock"))
    assert desk.sent() == [ask.UnblockUser("mallory")]
    desk.show.change(blocked=("ana", "spam4free"))
    desk.settle()
    assert desk.find("feedFootText").property("text") == "2 blocked"
    desk.click(desk.find("undoBlock"))
    assert desk.find("crowdPage").isVisible()


def test_blocked_users_are_unblocked_from_the_crowd_page(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(served())
    desk.press(Qt.Key.Key_G)
    page = desk.find("crowdPage")
    assert page.isVisible()
    desk.click(desk.find("unblock_1", page))
    assert desk.sent() == [ask.UnblockUser("troll")]
    desk.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert desk.sent() == []


def test_the_vote_cap(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(served())
    assert "cap 2" in desk.find("votes").property("note")
    desk.click(desk.find("crowdButton"))
    for place in range(6):
        desk.click(desk.find(f"cap_{place}"))
    assert desk.sent() == [ask.SetVoteCap(n) for n in (0, 1, 2, 3, 5, 10)]
    # A cap from the settings that is not among the usual ones can be seen and kept.
    desk.show.change(max_votes_per_user=7)
    desk.settle()
    assert desk.find("cap_5").property("checked")
    assert desk.find("cap_5").property("modelData") == "7"
    desk.show.change(max_votes_per_user=0)
    desk.settle()
    assert desk.find("votes").property("note") == "in this window"


def test_the_page_is_served_and_opened(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(served())
    desk.press(Qt.Key.Key_G)
    assert desk.find("pageAddress").property("text") == "http://192.168.1.20:8080/"
    assert desk.find("pageQr").property("picture").startswith("data:image/svg+xml")
    desk.click(desk.find("voting_1"))  # it is open already
    desk.click(desk.find("voting_0"))
    desk.click(desk.find("serve_0"))
    assert desk.sent() == [ask.SetVoting(False), ask.ServePage(False)]
    off = replace(desk.show.snapshot().workers, page=PageState())
    desk.show.change(workers=off)
    desk.settle()
    desk.click(desk.find("serve_1"))
    desk.click(desk.find("voting_1"))  # nothing to vote on
    assert desk.sent() == [ask.ServePage(True)]


def test_the_stream_is_followed(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(served())
    desk.press(Qt.Key.Key_G)
    assert desk.find("twitterSpent").property("text") == "1,203 posts \u00b7 $6.02 spent of $25.00"
    desk.click(desk.find("follow_0"))
    assert desk.sent() == [ask.FollowTwitter(False)]
    failed = TwitterState("failed", "The token was refused.")
    desk.show.change(workers=replace(desk.show.snapshot().workers, twitter=failed))
    desk.settle()
    desk.click(desk.find("follow_1"))
    assert desk.sent() == [ask.FollowTwitter(True)]


def test_parts_that_are_not_there_are_not_shown(desk: Any) -> None:
    desk.press(Qt.Key.Key_G)
    assert not desk.find("pagePart").isVisible()
    assert not desk.find("twitterPart").isVisible()
    assert page_properties(PageState(problem="Port 8080 is taken"), (), "en")["pageProblem"]
    assert twitter_properties(TwitterState(), (), "en")["twitterMark"] == "off"


def test_a_code_is_drawn_with_its_quiet_zone() -> None:
    import base64

    assert qr_picture(()) == ""
    svg = base64.b64decode(qr_picture(("101", "011")).partition(",")[2]).decode()
    assert 'viewBox="0 0 11 11"' in svg
    assert "M4 4h1v1h-1z" in svg
    assert "M6 4h1v1h-1z" in svg
    assert "M5 5h2v1h-2z" in svg


def test_nothing_of_it_works_on_a_locked_console(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(served())
    desk.press(Qt.Key.Key_L)
    row = _row(desk, 0)
    _hover(desk, row)
    for name in ("hide", "block"):
        desk.click(desk.find(name, row))
    for name in ("crowdButton", "undoBlock", "menu", "winner"):
        desk.click(desk.find(name))
    for key in (Qt.Key.Key_G, Qt.Key.Key_W, Qt.Key.Key_P, Qt.Key.Key_F10):
        desk.press(key)
    assert not desk.find("crowdPage").isVisible()
    assert not desk.find("mainMenu").isVisible()
    assert desk.sent() == []


def test_the_menu_by_keyboard(open_desk: Callable[..., Any]) -> None:
    desk = open_desk(demo())
    desk.press(Qt.Key.Key_F10)
    menu = desk.find("mainMenu")
    assert menu.isVisible()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_1):
        desk.press(key)
    desk.press(Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert desk.sent() == []
    desk.show.change(workers=WorkersState())
    desk.press(Qt.Key.Key_F10)
    desk.press(Qt.Key.Key_Escape)
    assert not menu.isVisible()
    desk.press(Qt.Key.Key_Space)
    assert desk.sent() == [ask.SetHold(True)]
