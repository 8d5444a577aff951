"""The controllers page, and the ghost of a hardware fader at its strip."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fake_show import QR, evening
from french_checks import texts_of
from page_driver import open_page, open_shared_page
from pages_state import row, settings
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible

from mwk_desktop.clock import wall_ms
from mwk_desktop.messages import message
from mwk_desktop.show.commands import ChangeSetting
from mwk_desktop.show.control_requests import (
    CopyMap,
    ForgetControl,
    LearnControl,
    OfferPairing,
    RevokeRemote,
    ServeOsc,
    StopLearning,
    StopPairing,
    UndoLearning,
    UseLights,
    UseMap,
    UseTakeover,
)
from mwk_desktop.show.controllers_state import (
    ControllerRow,
    ControllersState,
    DeviceControl,
    HeardControl,
    LearnState,
    MapChoice,
    OscSender,
    OscState,
    RemoteRow,
    RemoteState,
)
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.ui.pages import controllers_page
from tests.support import wait_for

__all__ = ["open_page", "open_shared_page"]

CTRL = Qt.KeyboardModifier.ControlModifier
DEVICES = (
    ControllerRow("nanoKONTROL2", "ok", 0, "Korg nanoKONTROL2", False, "CC 5 = 64"),
    ControllerRow("APC mini mk2", "lost", 0, "Akai APC mini mk2"),
    ControllerRow("Box", "busy", 0),
)
LEARN = LearnState(
    "show.hold", message("{control} does: {action}.", control="CC 9", action="x"), True,
    {"strip.1.mute": "CC 48"},
)  # fmt: skip


@pytest.fixture
def page(open_page: Any) -> Any:
    return open_page(
        "controllers",
        controllers=ControllersState(DEVICES),
        osc=OscState("127.0.0.1:9000", ("127.0.0.1:9001",), "", 12),
        remote=RemoteState("http://10.0.0.2:8081", (RemoteRow("a1", "iPhone", ("mix",), True),)),
    )


def test_devices_are_listed_with_their_state(page: Any) -> None:
    assert page.there("controllersPage")
    page.know(controllers=ControllersState(DEVICES))
    names = [page.find(f"device_{row.name}").property("device") for row in DEVICES]
    assert [one["level"] for one in names] == ["ok", "bad", "warn"]
    assert names[0]["heard"] == "CC 5 = 64"
    assert names[2]["map"] == "no map: teach it"


def test_learning_by_mouse_and_undone(page: Any) -> None:
    page.click("learnToggle")
    assert page.sent() == [LearnControl("")]
    page.know(controllers=ControllersState(DEVICES, learn=LEARN))
    assert page.text("learnText").startswith("Hold the scene: now move a fader")
    page.click("learn_strip.1.mute")
    assert page.sent() == [LearnControl("strip.1.mute")]
    page.click("forget")
    assert page.sent() == [ForgetControl("strip.1.mute")]
    page.press(Qt.Key.Key_Z, CTRL)
    assert page.sent() == [UndoLearning()]
    page.click("learnUndo")
    assert page.sent() == [UndoLearning()]
    page.press(Qt.Key.Key_Escape)
    assert page.open == ""
    assert page.sent() == [StopLearning()], "learning ends with its page"


def test_osc_is_switched(page: Any) -> None:
    page.click("part_osc")
    assert "127.0.0.1:9001" in page.text("oscText")
    page.click("oscToggle")
    assert page.sent() == [ServeOsc(False)]
    page.know(osc=OscState(problem=message("OSC listens on {address}", address="x")))
    assert page.text("oscText") == "OSC listens on x"
    page.click("oscToggle")
    assert page.sent() == [ServeOsc(True)]
    page.know(osc=OscState("127.0.0.1:9000", (), "/mwk/show/go", 3, 2))
    assert page.text("oscHeard") == "/mwk/show/go \u00b7 2 messages refused"
    page.know(osc=OscState("127.0.0.1:9000", (), "/mwk/show/go", 1, 1))
    assert page.text("oscHeard") == "/mwk/show/go \u00b7 1 message refused"
    assert page.text("oscText").endswith("Packets: 1.")


def test_who_sends_osc_is_listed(open_shared_page: Any) -> None:
    page = open_shared_page("controllers")
    page.ui.windows.pages.controllers.choosePart("osc")
    now_ms = wall_ms()
    refused = message("refused: not among those who may send")
    senders = (
        OscSender("192.168.1.44", now_ms - 7_300_000, "/mwk/strip/6/fader 0.5"),
        OscSender("192.168.1.61", now_ms - 600_500, "/mwk/show/resume", refused),
    )
    page.know(osc=OscState("0.0.0.0:9000", senders=senders))
    told = [page.find(f"oscSender_{place}").property("facts") for place in (0, 1)]
    assert [(one["host"], one["age"], one["result"], one["refused"]) for one in told] == [
        ("192.168.1.44", "2 h ago", "accepted", False),
        ("192.168.1.61", "10 min ago", "refused: not among those who may send", True),
    ]


def test_port_and_addresses_are_a_press_away(page: Any) -> None:
    page.know(settings=settings(port=row("osc.port", "9000", "whole")))
    page.click("part_osc")
    page.click("oscSettings")
    assert page.open == "settings"
    assert page.find("settingsSearch").property("text") == "osc."
    assert page.there("setting_osc.port")
    assert not page.there("setting_show.window_ms")


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_no_reason_is_cut_and_no_row_is_half(open_shared_page: Any, language: str) -> None:
    page = open_shared_page("controllers")
    reason = message("refused: no such address, or not with this value")
    now_ms = wall_ms()
    senders = tuple(
        OscSender(f"192.168.101.{n}", now_ms - 600_500, "/mwk/strip/6/filter/step 0.5", reason)
        for n in range(100, 112)
    )
    page.ui.windows.change_language(language)
    try:
        page.ui.console.resize(1024, 600)
        page.ui.windows.pages.controllers.choosePart("osc")
        page.know(osc=OscState("0.0.0.0:9000", senders=senders))
        box = page.find("oscSenders")
        texts = list(texts_of(page.ui, box))
        assert len(texts) % 4 == 0
        assert len(texts) >= 4 * 4
        assert [one.property("text") for one in texts if one.property("truncated")] == []
        for text in texts:
            row = text.parentItem()
            assert row.mapToItem(box, QPointF(0, row.height())).y() <= box.height()
        # A device's state is whole, and a strip has its name, or with all others its mark.
        page.ui.windows.pages.controllers.choosePart("midi")
        page.know(controllers=drawn_state())
        host = page.ui.find("pageHost")
        states = [one for one in page.ui.items(host) if one.objectName() == "deviceState"]
        assert len(states) == len(DEVICES)
        assert [one.property("text") for one in states if one.property("truncated")] == []
        sheet = page.find("deviceSheet")
        marks = [one for one in page.ui.items(sheet) if one.objectName() == "stripMark"]
        assert len({one.isVisible() for one in marks}) == 1
        names = [one for one in page.ui.items(sheet) if one.objectName() == "stripName"]
        assert len(names) == len(marks) == 8
        assert not [one for one in names if one.isVisible() and one.property("truncated")]
        assert names[0].isVisible() is not marks[0].isVisible()
    finally:
        page.ui.windows.change_language("en")


def test_a_phone_is_paired_and_sent_away(page: Any) -> None:
    page.click("part_phones")
    page.click("role_moderate")
    page.click("pair")
    assert page.sent() == [OfferPairing(("mix", "moderate"))]
    now_ms = page.show.snapshot().t_ms
    offered = RemoteState(
        "http://10.0.0.2:8081", (), "http://10.0.0.2:8081/r#pair=x", now_ms + 90_500, QR
    )
    page.know(remote=offered)
    assert page.there("pairingCode")
    assert "90 s more" in page.text("pairingText")
    page.know(remote=replace(offered, rows=(RemoteRow("a1", "iPhone", ("mix",), True),)))
    page.click("revoke_a1")
    assert page.sent() == [RevokeRemote("a1")]
    page.press(Qt.Key.Key_Escape)
    assert page.sent() == [StopPairing()], "a code that nobody sees is withdrawn"


def test_one_role_is_always_left(page: Any) -> None:
    page.click("part_phones")
    page.click("role_mix")
    page.click("pair")
    assert page.sent() == [OfferPairing(("mix",))]


def test_its_keys(open_ui: Any) -> None:
    ui = open_ui(replace(evening(), workers=WorkersState(controllers=ControllersState(DEVICES))))
    ui.press(Qt.Key.Key_M, CTRL)
    assert ui.windows.pages.page == "controllers"
    ui.press(Qt.Key.Key_Escape)
    ui.press(Qt.Key.Key_L, CTRL)
    assert ui.windows.pages.page == "", "learnt on the console itself"
    assert ui.sent() == [LearnControl("")]
    ui.show.change(workers=WorkersState())
    ui.press(Qt.Key.Key_L, CTRL)
    assert ui.windows.pages.page == "controllers", "it says why there is nothing to teach"
    assert ui.sent() == []


def test_the_parts_say_how_they_are(page: Any) -> None:
    tabs = {name: page.find(f"part_{name}") for name in ("midi", "osc", "clicker", "phones")}
    assert tabs["midi"].property("text") == "1 of 3"
    assert [tab.property("state_") for tab in tabs.values()] == ["warn", "ok", "ok", "ok"]
    tabs["midi"].forceActiveFocus(Qt.FocusReason.TabFocusReason)
    page.press(Qt.Key.Key_Down)
    assert page.there("oscToggle")
    page.press(Qt.Key.Key_Down)
    assert page.there("tryIt")
    page.press(Qt.Key.Key_Up)
    page.press(Qt.Key.Key_Up)
    assert page.there("heardLast")


def test_takeover_and_lights_are_kept_and_act_at_once(page: Any) -> None:
    page.ui.click(page.ui.find("choice_once", page.find("takeover")))
    page.click("lights")
    assert page.sent() == [
        ChangeSetting("midi.takeover", "false"),
        ChangeSetting("midi.lights", "false"),
    ]
    for value in ("true", "false"):
        rows = {name: row(f"midi.{name}", value, "switch") for name in ("takeover", "lights")}
        page.know(settings=settings(**rows))
    assert page.sent() == [UseTakeover(False), UseLights(False)]
    page.know(controllers=ControllersState(DEVICES, takeover=False, lights=False))
    assert page.ui.find("choice_once", page.find("takeover")).property("picked")
    assert not page.find("lights").property("on")


def drawn_state(position: float | None = None, **more: Any) -> ControllersState:
    """A device with a fader, a button of a strip and a button of the show."""
    controls = (
        DeviceControl("CC 5", "strip.6.fader", "fader"),
        DeviceControl("CC 21", "strip.6.filter", "knob"),
        DeviceControl("CC 53", "strip.6.mute", "button"),
        DeviceControl("CC 46", "show.hold", "button"),
    )
    positions = {} if position is None else {"CC 5": position}
    first = replace(DEVICES[0], controls=controls, positions=positions)
    return ControllersState((first, *DEVICES[1:]), **more)


def test_the_device_is_drawn_and_lit_where_it_is_heard(
    page: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(controllers_page, "LIT_S", 3_600.0)  # until it was seen
    page.know(controllers=drawn_state())
    assert page.text("deviceTitle") == "nanoKONTROL2"
    assert page.text("legend") == "knob: filter \u00b7 M: mute \u00b7 fader: gain"
    fader = page.find("control_CC 5")
    assert fader.property("tip") == "CC 5: Gain of Pad"
    assert not fader.property("lit")
    assert page.find("control_CC 53").property("facts")["letter"] == "M"
    # Within the drawing, and each on a place of its own.
    drawing = page.find("deviceSheet")
    boxes = []
    for name in ("CC 5", "CC 21", "CC 53", "CC 46"):
        item = page.find(f"control_{name}")
        box = item.mapRectToItem(drawing, item.boundingRect())
        assert drawing.boundingRect().contains(box), name
        assert not any(box.intersects(other) for other in boxes), name
        boxes.append(box)
    page.know(controllers=drawn_state(0.25))
    assert fader.property("lit")
    assert not page.find("control_CC 46").property("lit")
    monkeypatch.setattr(controllers_page, "LIT_S", 0.0)
    wait_for(lambda: (page.settle(), not fader.property("lit"))[1])
    assert fader.property("facts")["position"] == 0.25


def test_another_device_is_drawn_by_a_press(page: Any) -> None:
    page.click("device_APC mini mk2")
    assert page.text("deviceTitle") == "APC mini mk2"
    box = page.find("device_Box")
    box.forceActiveFocus()
    page.press(Qt.Key.Key_Return)
    assert page.text("deviceTitle") == "Box"
    assert page.find("mapPicker").property("word") == "None"
    assert not page.there("mapCopy"), "of nothing there is no copy"


MAPS = (
    MapChoice("box.toml", "My box", "/home/ana/controllers/box.toml"),
    MapChoice("built-in/apc-mini.toml", "Akai APC mini"),
    MapChoice("built-in/nanokontrol2.toml", "Korg nanoKONTROL2"),
)


def test_a_map_is_chosen_and_copied(open_shared_page: Any) -> None:
    page = open_shared_page("controllers")
    page.ui.windows.pages.controllers.choosePart("midi")
    nano = replace(DEVICES[0], map_id="built-in/nanokontrol2.toml")
    page.know(controllers=ControllersState((nano,), maps=MAPS))
    page.click("mapPicker")
    rows = [page.find(f"pick_{place}") for place in range(4)]
    said = [QAccessible.queryAccessibleInterface(row).text(QAccessible.Text.Name) for row in rows]
    assert said == ["My box", "Akai APC mini", "Korg nanoKONTROL2", "None"]
    page.ui.click(rows[1])
    assert page.sent() == [UseMap("nanoKONTROL2", "built-in/apc-mini.toml")]
    page.click("mapCopy")
    assert page.sent() == [CopyMap("nanoKONTROL2")]
    own = replace(nano, map_id="box.toml", map_file=MAPS[0].file, own_map=True)
    page.know(controllers=ControllersState((own,), maps=MAPS))
    assert page.find("mapPicker").property("word") == "My box"
    assert "/home/ana/controllers/box.toml" in page.text("mapFile")
    assert not page.there("mapCopy")


def test_faults_of_map_files_are_said_with_file_and_line(open_shared_page: Any) -> None:
    page = open_shared_page("controllers")
    page.ui.windows.pages.controllers.choosePart("midi")
    fault = message("{place}: {key}: {problem}", place="/c/box.toml:7", key="number", problem="x")
    page.know(controllers=ControllersState(DEVICES, faults=(fault, fault, fault)))
    assert page.text("midiText") == "/c/box.toml:7: number: x \u00b7 2 more"


def test_what_was_heard_last_is_listed(page: Any) -> None:
    page.know(
        controllers=drawn_state(
            heard=(
                HeardControl(1_000, "nanoKONTROL2", "CC 5", 87, "strip.6.fader", waits=True),
                HeardControl(500, "nanoKONTROL2", "CC 33", 127),
                HeardControl(0, "nanoKONTROL2", "CC 46", 127, "show.hold"),
            )
        )
    )
    told = [page.find(f"heard_{place}").property("modelData") for place in range(3)]
    assert [one["control"] for one in told] == ["CC 5 = 87", "CC 33 = 127", "CC 46 = 127"]
    assert [one["text"] for one in told] == [
        "Gain of Pad: waits for the fader",
        "nothing: not mapped",
        "Hold the scene",
    ]


@pytest.mark.parametrize("place", [0.1, 0.95])
def test_a_ghost_stands_where_the_hardware_is(open_ui: Any, place: float) -> None:
    state = ControllersState(DEVICES, {"strip.6.fader": place, "master.fader": place})
    ui = open_ui(replace(evening(), workers=WorkersState(controllers=state)))
    for fader in (ui.in_strip("pad", "fader"), ui.find("masterFader")):
        ghost = ui.find("ghostCap", fader)
        cap = ui.find("cap", fader)
        middle = fader.mapFromItem(ghost, 0, ghost.height() / 2).y()
        travel = fader.height() - 20
        assert middle == pytest.approx(10 + travel * (1 - place), abs=1.0)
        own = fader.mapFromItem(cap, 0, 10).y()
        assert (middle < own) is (place > 0.5)
    assert ui.shows("ghost", ui.in_strip("pad", "fader"))
    assert not ui.shows("ghost", ui.in_strip("drum", "fader"))
    ui.show.change(workers=WorkersState(controllers=ControllersState(DEVICES)))
    ui.settle()
    assert not ui.shows("ghost", ui.in_strip("pad", "fader"))


def test_a_page_that_is_gone_follows_nothing(open_shared_page: Any) -> None:
    for name in ("settings", "controllers"):
        page = open_shared_page(name, settings=settings())
        pages = page.ui.windows.pages
        pages.close()
        # The page is deleted, its rows are not yet: what they show may change in between.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        pages.settings.choose(1)
        pages.settings.choose(0)
        pages.controllers.set_properties({"parts": []})
        page.settle()
