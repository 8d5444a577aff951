"""Everything by keyboard, and everything with a name and a role for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import shiboken6
from fake_show import demo, evening, replay_trouble, replayed, served, trouble
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from mwk_desktop.show import commands as ask
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.workers_state import WorkersState

SHIFT = Qt.KeyboardModifier.ShiftModifier
ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.Slider,
    QAccessible.Role.EditableText,
    QAccessible.Role.MenuItem,
}

STATES: dict[str, Callable[[], Snapshot]] = {
    "evening": evening,
    "first-run": demo,
    "replay": replayed,
    "trouble": trouble,
    "replay-trouble": replay_trouble,
    "served": served,
    "lost-history": lambda: evening(workers=WorkersState(lost_history=True)),
}

PASSIVE = {"stripGround"}
"""Grounds that take a click only to give the strip the focus; its controls are reached."""


def _id(item: Any) -> int:
    return int(shiboken6.getCppPointer(item)[0])


def _interactive(desk: Any) -> Iterator[Any]:
    """What a mouse can press, or a screen reader would."""
    for item in desk.items():
        if not (item.isVisible() and item.isEnabled()):
            continue
        face = QAccessible.queryAccessibleInterface(item)
        presses = any(
            child.property("pressAndHoldInterval") is not None and child.isEnabled()
            for child in item.childItems()
        )
        if presses or (face is not None and face.role() in ROLES):
            yield item


def _reached(desk: Any) -> dict[int, Any]:
    """Every item that Tab comes to, once around."""
    found: dict[int, Any] = {}
    for _ in range(400):
        desk.press(Qt.Key.Key_Tab)
        item = desk.console.activeFocusItem()
        if _id(item) in found:
            return found
        found[_id(item)] = item
    pytest.fail("Tab does not come round")


def _by_tab_or_in_a_group(item: Any, reached: dict[int, Any]) -> bool:
    """By Tab, or by arrows within something that Tab reaches: a mode, a row of the feed."""
    if _id(item) in reached:
        return True
    name = item.objectName()
    if name.startswith("mode_") or name in ("hide", "block"):
        above = item.parentItem()
        while above is not None:
            if _id(above) in reached:
                return True
            above = above.parentItem()
    return False


def _locked(item: Any) -> bool:
    above = item
    while above is not None:
        if above.property("locked"):
            return True
        above = above.parentItem()
    return False


@pytest.mark.parametrize("state", STATES)
def test_every_control_is_reached_by_tab_and_has_a_name_and_a_role(
    open_desk: Callable[..., Any], state: str
) -> None:
    desk = open_desk(STATES[state](), (1440, 900))
    desk.windows.console.clearClip(0)
    desk.show.change_strip(0, peak_left=0.99)
    desk.settle()
    reached = _reached(desk)
    seen = 0
    for item in _interactive(desk):
        name = item.objectName()
        if name.split("_")[0] in PASSIVE or _locked(item):
            continue
        if name == "" and item.parentItem().objectName() in ("fader", "masterFader"):
            continue
        assert _by_tab_or_in_a_group(item, reached), name
        face = QAccessible.queryAccessibleInterface(item)
        assert face is not None, name
        assert face.text(QAccessible.Text.Name).strip(), name
        assert face.role() in ROLES | {QAccessible.Role.Grouping, QAccessible.Role.List}, name
        seen += 1
    assert seen > 60
    names = [item.objectName() for item in reached.values()]
    assert names.count("clipPlate") == 1


@pytest.mark.parametrize("state", ["evening", "replay-trouble", "first-run"])
def test_what_has_the_focus_shows_a_ring(open_desk: Callable[..., Any], state: str) -> None:
    desk = open_desk(STATES[state](), (1440, 900))
    for item in _reached(desk).values():
        item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        desk.settle()
        rings = [
            ring
            for ring in desk.items(item)
            if ring.property("around") is not None and ring.isVisible()
        ]
        assert rings, item.objectName()
        window = desk.console.contentItem()
        for ring in rings:
            place = ring.mapRectToItem(window, ring.boundingRect())
            assert place.left() >= 0, item.objectName()
            assert place.right() <= desk.console.width(), item.objectName()


def test_tab_goes_from_top_to_bottom_and_back(desk: Any) -> None:
    order = [item.objectName() for item in _reached(desk).values()]
    first = order.index("menu")
    order = order[first:] + order[:first]
    wanted = ["menu", "undo", "lock", "keys", "hold", "panic", "fade", "winner", "stage", "record"]
    wanted += ["segment", "clip", "fader", "gain", "mute", "solo"]
    assert order[: len(wanted)] == wanted
    assert order[-5:] == ["outputButton", "crowdButton", "feedFocus", "block", "hide"]
    desk.find("hold").forceActiveFocus()
    desk.press(Qt.Key.Key_Backtab, SHIFT)
    assert desk.console.activeFocusItem().objectName() == "keys"


def test_a_locked_console_leaves_panic_help_stage_and_the_lock(
    open_desk: Callable[..., Any],
) -> None:
    for snapshot in (evening(), served(), replay_trouble(), demo()):
        desk = open_desk(snapshot)
        desk.press(Qt.Key.Key_L)
        names = {item.objectName() for item in _reached(desk).values()}
        assert names - {"", "root"} == {"lock", "keys", "panic", "stage"}


@pytest.mark.parametrize(
    ("page", "inside"),
    [
        ("open", {"folderUp", "path", "entry_0", "openChosen", "overlayClose"}),
        ("sounds", {"folderUp", "path", "entry_0", "overlayClose"}),
        ("crowd", {"cap_0", "unblock_0", "serve_0", "voting_1", "follow_1", "overlayClose"}),
    ],
)
def test_a_page_keeps_the_keyboard_and_gives_it_back(
    open_desk: Callable[..., Any], tmp_path: Path, page: str, inside: set[str]
) -> None:
    before = served()
    state = replace(before.workers, offers=(*before.workers.offers, "OpenSounds"))
    desk = open_desk(replace(before, workers=state))
    for files in (desk.windows.console.files, desk.windows.console.sound_folders):
        files.show_folder(tmp_path.parent)
    desk.find("fade").forceActiveFocus()
    if page == "crowd":
        desk.press(Qt.Key.Key_G)
    else:
        desk.windows.console.askPage(page)
        desk.settle()
    names = {item.objectName() for item in _reached(desk).values()}
    assert inside <= names
    assert not names & {"hold", "menu", "segment", "feedFocus", "panic"}
    desk.press(Qt.Key.Key_Escape)
    assert desk.console.activeFocusItem().objectName() == "fade"
    assert desk.sent() == []


def test_a_menu_gives_the_keyboard_back(desk: Any) -> None:
    desk.in_strip("pad", "clip").forceActiveFocus()
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Escape)
    assert desk.console.activeFocusItem() is desk.in_strip("pad", "clip")
    desk.press(Qt.Key.Key_M)
    assert desk.sent() == [ask.SetMute("pad", True)]


def test_gain_is_typed_by_keyboard_alone(desk: Any) -> None:
    entry = desk.in_strip("pad", "gain")
    entry.forceActiveFocus()
    desk.press(Qt.Key.Key_Return)
    assert entry.property("editing")
    desk.find("gainInput", entry).setProperty("text", "-3")
    desk.press(Qt.Key.Key_Return)
    (gain,) = desk.sent()
    assert gain.instrument == "pad"
    assert desk.console.activeFocusItem() is entry
    desk.press(Qt.Key.Key_Return)
    desk.press(Qt.Key.Key_Escape)
    assert not entry.property("editing")
    assert desk.sent() == []
    assert desk.console.activeFocusItem() is entry
