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


def _interactive(ui: Any) -> Iterator[Any]:
    """What a mouse can press, or a screen reader would."""
    for item in ui.items():
        if not (item.isVisible() and item.isEnabled()):
            continue
        face = QAccessible.queryAccessibleInterface(item)
        presses = any(
            child.property("pressAndHoldInterval") is not None and child.isEnabled()
            for child in item.childItems()
        )
        if presses or (face is not None and face.role() in ROLES):
            yield item


def _reached(ui: Any) -> dict[int, Any]:
    """Every item that Tab comes to, once around."""
    found: dict[int, Any] = {}
    for _ in range(400):
        ui.press(Qt.Key.Key_Tab)
        item = ui.console.activeFocusItem()
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
    open_ui: Callable[..., Any], state: str
) -> None:
    ui = open_ui(STATES[state](), (1440, 900))
    ui.windows.console.clearClip(0)
    ui.show.change_strip(0, peak_left=0.99)
    ui.settle()
    reached = _reached(ui)
    seen = 0
    for item in _interactive(ui):
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
def test_what_has_the_focus_shows_a_ring(open_ui: Callable[..., Any], state: str) -> None:
    ui = open_ui(STATES[state](), (1440, 900))
    for item in _reached(ui).values():
        item.forceActiveFocus(Qt.FocusReason.TabFocusReason)
        ui.settle()
        rings = [
            ring
            for ring in ui.items(item)
            if ring.property("around") is not None and ring.isVisible()
        ]
        assert rings, item.objectName()
        window = ui.console.contentItem()
        for ring in rings:
            place = ring.mapRectToItem(window, ring.boundingRect())
            assert place.left() >= 0, item.objectName()
            assert place.right() <= ui.console.width(), item.objectName()


def test_tab_goes_from_top_to_bottom_and_back(ui: Any) -> None:
    order = [item.objectName() for item in _reached(ui).values()]
    first = order.index("menu")
    order = order[first:] + order[:first]
    wanted = ["menu", "undo", "lock", "keys"]
    wanted += ["hold", "panic", "fade", "nextNow", "go", "record"]
    wanted += ["arm", *(f"snap_{place}" for place in range(1, 9))]
    wanted += ["segment", "clip", "filter_drum", "fader", "gain", "mute", "solo"]
    assert order[: len(wanted)] == wanted
    side = ["outputButton", "stageTab", "boardTab", "stage"]
    # Without an answer there is no SQL to show.
    side += [f"stage_{name}" for name in ("votes", "join", "winner", "end", "black")]
    side += ["messageMode_0", "messageMode_1"]
    assert order[-15:] == [*side, "crowdButton", "feedFocus", "block", "hide"]
    ui.find("hold").forceActiveFocus()
    ui.press(Qt.Key.Key_Backtab, SHIFT)
    assert ui.console.activeFocusItem().objectName() == "keys"


def test_a_locked_console_leaves_panic_help_and_the_lock(
    open_ui: Callable[..., Any],
) -> None:
    for snapshot in (evening(), served(), replay_trouble(), demo()):
        ui = open_ui(snapshot)
        ui.press(Qt.Key.Key_L)
        names = {item.objectName() for item in _reached(ui).values()}
        assert names - {"", "root"} == {"lock", "keys", "panic", "stageTab", "boardTab"}


@pytest.mark.parametrize(
    ("page", "inside"),
    [
        ("open", {"folderUp", "input", "entry_0", "openChosen", "overlayClose"}),
        ("sounds", {"folderUp", "input", "entry_0", "overlayClose"}),
        ("crowd", {"cap_0", "unblock_0", "serve_0", "voting_1", "follow_1", "overlayClose"}),
    ],
)
def test_a_page_keeps_the_keyboard_and_gives_it_back(
    open_ui: Callable[..., Any], tmp_path: Path, page: str, inside: set[str]
) -> None:
    before = served()
    state = replace(before.workers, offers=(*before.workers.offers, "OpenSounds"))
    ui = open_ui(replace(before, workers=state))
    for files in (ui.windows.console.files, ui.windows.console.sound_folders):
        files.show_folder(tmp_path.parent)
    ui.find("fade").forceActiveFocus()
    if page == "crowd":
        ui.press(Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    else:
        ui.windows.console.askPage(page)
        ui.settle()
    names = {item.objectName() for item in _reached(ui).values()}
    assert inside <= names
    assert not names & {"hold", "menu", "segment", "feedFocus", "panic"}
    ui.press(Qt.Key.Key_Escape)
    assert ui.console.activeFocusItem().objectName() == "fade"
    assert ui.sent() == []


def test_a_menu_gives_the_keyboard_back(ui: Any) -> None:
    ui.in_strip("pad", "clip").forceActiveFocus()
    ui.press(Qt.Key.Key_Return)
    ui.press(Qt.Key.Key_Escape)
    assert ui.console.activeFocusItem() is ui.in_strip("pad", "clip")
    ui.press(Qt.Key.Key_M)
    assert ui.sent() == [ask.SetMute("pad", True)]


def test_gain_is_typed_by_keyboard_alone(ui: Any) -> None:
    entry = ui.in_strip("pad", "gain")
    entry.forceActiveFocus()
    ui.press(Qt.Key.Key_Return)
    assert entry.property("editing")
    ui.find("gainInput", entry).setProperty("text", "-3")
    ui.press(Qt.Key.Key_Return)
    (gain,) = ui.sent()
    assert gain.instrument == "pad"
    assert ui.console.activeFocusItem() is entry
    ui.press(Qt.Key.Key_Return)
    ui.press(Qt.Key.Key_Escape)
    assert not entry.property("editing")
    assert ui.sent() == []
    assert ui.console.activeFocusItem() is entry
