"""Hide, block, limit, the audience's page and the stream, pressed in a real window."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from conftest import centre
from fake_show import FEED, demo, evening, served
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from mwk_desktop.show import commands as ask
from mwk_desktop.show.followed_networks import FollowNetwork, FollowTwitter, NetworkState
from mwk_desktop.show.workers_state import PageState, TwitterState, WorkersState
from mwk_desktop.ui.console.audience_view import page_properties, twitter_properties
from mwk_desktop.ui.console.feed_model import FeedModel
from mwk_desktop.ui.qr_picture import qr_picture
from mwk_desktop.units import INSTRUMENTS


def _row(ui: Any, number: int) -> Any:
    """The row of the feed at a place, once it stands there: rows are laid out with a frame."""
    feed = ui.windows.console.feed

    def there() -> list[Any]:
        rows = [
            i
            for i in ui.items(ui.find("feedList"))
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


def _hover(ui: Any, item: Any) -> None:
    QTest.mouseMove(ui.console, centre(item).toPoint() - QPoint(3, 0))
    QTest.mouseMove(ui.console, centre(item).toPoint())
    ui.settle()


def _press(ui: Any, name: str) -> None:
    """Press what may stand below the page's edge: the keyboard brings it into view."""
    item = ui.find(name, ui.find("crowdPage"))
    item.forceActiveFocus()
    ui.settle()
    ui.click(item)


def _away(ui: Any) -> None:
    QTest.mouseMove(ui.console, QPoint(5, ui.console.height() - 5))
    ui.settle()


def test_a_message_is_hidden_and_its_author_blocked_by_mouse(ui: Any) -> None:
    row = _row(ui, 1)
    _hover(ui, row)
    hide, block = ui.find("hide", row), ui.find("block", row)
    assert hide.property("open")
    assert block.x() + block.width() <= hide.x()
    ui.click(block)
    ui.click(hide)
    assert ui.sent() == [ask.BlockUser(FEED[1][0]), ask.HideMessage(99)]
    # It leaves at once, before the show has answered.
    serials = [ui.windows.console.feed.serialAt(n) for n in range(3)]
    assert serials == [100, 98, 97]


def test_a_press_at_the_quiet_marks_never_blocks_by_accident(ui: Any) -> None:
    row = _row(ui, 0)
    spots = [centre(ui.find(name, row)).toPoint() for name in ("hide", "block")]
    for spot in spots:
        _hover(ui, row)
        QTest.mouseClick(
            ui.console, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot
        )
        ui.settle()
        assert [type(command) for command in ui.sent()] == [ask.HideMessage]
        row = _row(ui, 0)


def test_a_controller_acts_on_the_message_with_the_focus(ui: Any) -> None:
    state = ui.windows.console.state
    assert state().selected_message is None
    ui.find("feedFocus").forceActiveFocus()
    assert state().selected_message == 100
    ui.press(Qt.Key.Key_Down)
    assert state().selected_message == 99
    ui.find("strip_pad").forceActiveFocus()
    assert state().selected_message is None


def test_the_feed_by_keyboard(ui: Any, qtbot: Any) -> None:
    ui.find("feedFocus").forceActiveFocus()
    ui.press(Qt.Key.Key_Down)
    ui.press(Qt.Key.Key_H)
    ui.press(Qt.Key.Key_X)
    assert ui.sent() == [ask.HideMessage(99), ask.BlockUser(FEED[2][0])]
    # Its buttons too, of the row that is chosen (a frame later, the next one).
    qtbot.waitUntil(lambda: bool(_row(ui, 1).property("current")), timeout=60_000)
    ui.press(Qt.Key.Key_Tab)
    assert ui.console.activeFocusItem().objectName() == "block"
    ui.press(Qt.Key.Key_Tab)
    assert ui.console.activeFocusItem().objectName() == "hide"
    ui.press(Qt.Key.Key_Return)
    assert ui.sent() == [ask.HideMessage(98)]
    ui.find("feedFocus").forceActiveFocus()
    ui.native_key(Qt.Key.Key_H, 43, repeats=True)
    assert ui.sent() == []


def test_the_feed_holds_still_under_the_hand(ui: Any) -> None:
    model = ui.windows.console.feed
    _hover(ui, _row(ui, 0))
    before = ui.show.snapshot()
    new = replace(before.feed[0], serial=101, text="new", screen_name="newcomer")
    ui.show.set(replace(before, t_ms=before.t_ms + 500, feed=(new, *before.feed)))
    ui.settle()
    assert model.serialAt(0) == 100
    _away(ui)
    ui.show.change(t_ms=before.t_ms + 1_000)
    ui.settle()
    assert model.serialAt(0) == 101


@pytest.mark.parametrize("by", ["pointer", "keyboard"])
def test_an_empty_feed_holds_nothing(ui: Any, by: str) -> None:
    model = ui.windows.console.feed
    before = ui.show.snapshot()
    ui.show.set(replace(before, t_ms=before.t_ms + 500, feed=()))
    ui.settle()
    assert model.rowCount() == 0
    middle = centre(ui.find("feedFocus")).toPoint()
    if by == "pointer":
        QTest.mouseMove(ui.console, middle)
    else:
        ui.press(Qt.Key.Key_9, Qt.KeyboardModifier.AltModifier)
    ui.settle()

    def comes(seconds: int, messages: int) -> list[int]:
        newest = before.feed[-messages:]
        ui.show.set(replace(before, t_ms=before.t_ms + 1000 * seconds, feed=newest))
        ui.settle()
        return [model.serialAt(row) for row in range(model.rowCount())]

    # The hand was there first: it means none of them, so all of them come.
    assert comes(1, 1) == [91]
    assert comes(2, 2) == [92, 91]
    assert "held" not in ui.find("feed").property("note")
    if by == "pointer":
        QTest.mouseMove(ui.console, middle + QPoint(0, 4))
    else:
        ui.press(Qt.Key.Key_Down)
    ui.settle()
    assert comes(3, 4) == [92, 91]
    assert "held" in ui.find("feed").property("note")
    # Another show: nothing is left to be held.
    ui.show.set(replace(before, t_ms=before.t_ms + 4000, feed=()))
    ui.settle()
    assert comes(5, 1) == [91]


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


def test_the_newest_block_is_undone_from_the_feed(ui: Any) -> None:
    assert not ui.find("feedFoot").isVisible()
    ui.show.change(blocked=("ana", "spam4free"))
    ui.settle()
    ui.show.change(blocked=("ana", "mallory", "spam4free"))
    ui.settle()
    assert "mallory" in ui.find("feedFootText").property("text")
    ui.click(ui.find("undoBlock"))
    assert ui.sent() == [ask.UnblockUser("mallory")]
    ui.show.change(blocked=("ana", "spam4free"))
    ui.settle()
    assert ui.find("feedFootText").property("text") == "2 blocked"
    ui.click(ui.find("undoBlock"))
    assert ui.find("crowdPage").isVisible()


def test_blocked_users_are_unblocked_from_the_crowd_page(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(served())
    ui.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    page = ui.find("crowdPage")
    assert page.isVisible()
    _press(ui, "unblock_1")
    assert ui.sent() == [ask.UnblockUser("troll")]
    ui.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    assert ui.sent() == []


def test_the_vote_cap(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(served())
    assert "cap 2" in ui.find("votes").property("note")
    ui.click(ui.find("crowdButton"))
    for place in range(6):
        _press(ui, f"cap_{place}")
    assert ui.sent() == [ask.SetVoteCap(n) for n in (0, 1, 2, 3, 5, 10)]
    # A cap from the settings that is not among the usual ones can be seen and kept.
    ui.show.change(max_votes_per_user=7)
    ui.settle()
    assert ui.find("cap_5").property("checked")
    assert ui.find("cap_5").property("modelData") == "7"
    ui.show.change(max_votes_per_user=0)
    ui.settle()
    assert ui.find("votes").property("note") == "in this window"


def test_the_page_is_served_and_opened(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(served())
    ui.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert ui.find("pageAddress").property("text") == "http://192.168.1.20:8080/"
    assert ui.find("pageQr").property("picture").startswith("data:image/svg+xml")
    _press(ui, "voting_1")  # it is open already
    _press(ui, "voting_0")
    _press(ui, "serve_0")
    assert ui.sent() == [ask.SetVoting(False), ask.ServePage(False)]
    off = replace(ui.show.snapshot().workers, page=PageState())
    ui.show.change(workers=off)
    ui.settle()
    _press(ui, "serve_1")
    _press(ui, "voting_1")  # nothing to vote on
    assert ui.sent() == [ask.ServePage(True)]


def test_the_stream_is_followed(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(served())
    ui.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert ui.find("twitterSpent").property("text") == "1,203 posts \u00b7 $6.02 spent of $25.00"
    _press(ui, "follow_0")
    assert ui.sent() == [FollowTwitter(False)]
    failed = TwitterState("failed", "The token was refused.")
    ui.show.change(workers=replace(ui.show.snapshot().workers, twitter=failed))
    ui.settle()
    _press(ui, "follow_1")
    assert ui.sent() == [FollowTwitter(True)]


def test_parts_that_are_not_there_are_not_shown(ui: Any) -> None:
    ui.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert not ui.find("pagePart").isVisible()
    assert not ui.find("twitterPart").isVisible()
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


def test_nothing_of_it_works_on_a_locked_console(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(served())
    ui.press(Qt.Key.Key_L)
    row = _row(ui, 0)
    _hover(ui, row)
    for name in ("hide", "block"):
        ui.click(ui.find(name, row))
    for name in ("crowdButton", "undoBlock", "menu", "stage_winner"):
        ui.click(ui.find(name))
    for key in (Qt.Key.Key_G, Qt.Key.Key_W, Qt.Key.Key_P, Qt.Key.Key_F10):
        ui.press(key)
    assert not any(item.objectName() == "crowdPage" for item in ui.items())
    assert not ui.find("mainMenu").isVisible()
    assert ui.sent() == []


def test_the_menu_by_keyboard(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(demo())
    ui.press(Qt.Key.Key_F10)
    menu = ui.find("mainMenu")
    assert menu.isVisible()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_1):
        ui.press(key)
    ui.press(Qt.Key.Key_Return)
    assert not menu.isVisible()
    assert ui.sent() == []
    ui.show.change(workers=WorkersState())
    ui.press(Qt.Key.Key_F10)
    ui.press(Qt.Key.Key_Escape)
    assert not menu.isVisible()
    ui.press(Qt.Key.Key_Space)
    assert ui.sent() == [ask.SetHold(True)]


def test_each_network_is_followed_by_its_own_switch(open_ui: Callable[..., Any]) -> None:
    before = served()
    networks = (
        NetworkState("mastodon", "connected", posts=12, left_out=3),
        NetworkState("bluesky"),
        NetworkState("twitch", "failed", "Twitch does not let us in."),
    )
    workers = replace(
        before.workers, networks=networks, offers=(*before.workers.offers, "FollowNetwork")
    )
    ui = open_ui(replace(before, workers=workers))
    ui.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    text = ui.find("mastodonText").property("text")
    assert text == "connected \u00b7 12 posts \u00b7 3 without the code"
    assert ui.find("twitchText").property("text") == "Twitch does not let us in."
    # A post that comes while a switch is pressed does not take the switch away.
    ui.find("bluesky_1").forceActiveFocus()
    ui.settle()
    place = centre(ui.find("bluesky_1")).toPoint()
    QTest.mousePress(ui.console, Qt.MouseButton.LeftButton, pos=place)
    more = (replace(networks[0], posts=13), *networks[1:])
    ui.show.change(workers=replace(workers, networks=more))
    ui.settle()
    QTest.mouseRelease(ui.console, Qt.MouseButton.LeftButton, pos=place)
    ui.settle()
    _press(ui, "mastodon_0")
    assert ui.sent() == [FollowNetwork("bluesky", True), FollowNetwork("mastodon", False)]
    console = ui.windows.console
    assert console.networksText == "Mastodon \u00b7 Twitch: failed"
    assert (console.networksBrief, console.networksMark) == ("Twitch: failed", "bad")


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_the_instrument_of_a_message_is_whole(open_ui: Callable[..., Any], language: str) -> None:
    before = evening()
    feed = tuple(
        replace(item, screen_name="a_rather_long_name", instrument=INSTRUMENTS[n % 8])
        for n, item in enumerate(before.feed)
    )
    ui = open_ui(replace(before, feed=feed), (1280, 800))
    ui.windows.change_language(language)
    ui.settle()
    votes = [i for i in ui.items(ui.find("feedList")) if i.objectName() == "feedVote"]
    seen = [item for item in votes if item.isVisible()]
    assert seen
    assert not [item.property("text") for item in seen if item.property("truncated")]


def test_ranks_change_without_rows_that_cross(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening(), reduced_motion=False)
    ui.show.change(chart=tuple(reversed(ui.show.snapshot().chart)))
    views = ui.windows.console.votes
    ui.settle()
    rows = [i for i in ui.items(ui.find("votes")) if i.objectName().startswith("vote_")]
    by_rank = {view.instrument: view.rank for view in views}
    shown = [row for row in rows if row.isVisible()]
    shown.sort(key=lambda row: by_rank[row.objectName().removeprefix("vote_")])
    for above, below in itertools.pairwise(shown):
        assert above.y() + above.height() <= below.y() + 0.5
