"""The controllers page, and the ghost of a hardware fader at its strip."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fake_show import QR, evening
from page_driver import open_page
from PySide6.QtCore import Qt

from mwk_desktop.messages import message
from mwk_desktop.show.control_requests import (
    ForgetControl,
    LearnControl,
    OfferPairing,
    RevokeRemote,
    ServeOsc,
    StopLearning,
    StopPairing,
    UndoLearning,
)
from mwk_desktop.show.controllers_state import (
    ControllerRow,
    ControllersState,
    LearnState,
    OscState,
    RemoteRow,
    RemoteState,
)
from mwk_desktop.show.workers_state import WorkersState

__all__ = ["open_page"]

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
    assert "127.0.0.1:9001" in page.text("oscText")
    page.click("oscToggle")
    assert page.sent() == [ServeOsc(False)]
    page.know(osc=OscState(problem=message("OSC listens on {address}", address="x")))
    assert page.text("oscText") == "OSC listens on x"
    page.click("oscToggle")
    assert page.sent() == [ServeOsc(True)]


def test_a_phone_is_paired_and_sent_away(page: Any) -> None:
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
    assert ui.find("ghost", ui.in_strip("drum", "fader")).isVisible() is False
    ui.show.change(workers=WorkersState(controllers=ControllersState(DEVICES)))
    ui.settle()
    assert ui.find("ghost", ui.in_strip("pad", "fader")).isVisible() is False
