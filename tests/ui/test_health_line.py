"""The health line at every width: nothing is cut, and what is in order says less first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from fake_show import evening, trouble
from layout_checks import _rect, _texts

from mwk_desktop.show.controllers_state import (
    ControllerRow,
    ControllersState,
    RemoteRow,
    RemoteState,
)
from mwk_desktop.show.followed_networks import NETWORKS, NetworkState
from mwk_desktop.show.spare_state import SpareState

SIZES = [(1920, 1080), (1366, 768), (1280, 800), (1024, 600)]
SPARE = SpareState(
    "main", 1, sees_kafka=True, other="salle-b", other_age_ms=120, clock_ms=-4, music_ms=1.7
)


DEVICES = (ControllerRow("nanoKONTROL2", "ok", 0), ControllerRow("X-Touch One", "ok", 0))
PHONES = (RemoteRow("a", "L\u00e9a's iPhone", ("mix",), True), RemoteRow("b", "away", (), False))


def _crowded(snapshot: Any, *, failed: bool = False) -> Any:
    """A second laptop, and every network there is."""
    states = dict.fromkeys(NETWORKS, "connected")
    if failed:
        states[next(iter(NETWORKS))] = "failed"
    networks = tuple(NetworkState(name, state) for name, state in states.items())
    workers = replace(snapshot.workers, spare=SPARE, networks=networks)
    return replace(snapshot, workers=workers)


def _hands(snapshot: Any, *, lost: bool = False) -> Any:
    """Two MIDI controllers, and a phone beside one that is away."""
    devices = (DEVICES[0], replace(DEVICES[1], state="lost")) if lost else DEVICES
    controllers, remote = ControllersState(devices), RemoteState(rows=PHONES)
    workers = replace(snapshot.workers, controllers=controllers, remote=remote)
    # Texts follow ten times a second.
    return replace(snapshot, t_ms=snapshot.t_ms + (200 if lost else 100), workers=workers)


STATES: dict[str, Callable[[], Any]] = {
    "evening": evening,
    "crowded": lambda: _crowded(evening()),
    "recording": lambda: _crowded(evening(master_recorded_ms=45_296_000)),
    "failed": lambda: _crowded(evening(), failed=True),
    "hands": lambda: _hands(evening()),
    "hands-lost": lambda: _hands(_crowded(evening()), lost=True),
    "trouble": lambda: _crowded(trouble(), failed=True),
}


@pytest.fixture(scope="module", params=["en", "fr", "de"])
def speaking(request: pytest.FixtureRequest, shared_console: Any) -> Iterator[Any]:
    """The console in a language."""

    def give(snapshot: Any, size: tuple[int, int]) -> Any:
        ui = shared_console(snapshot, size)
        ui.windows.change_language(request.param)
        ui.settle()
        return ui

    yield give
    give(evening(), SIZES[0]).windows.change_language("en")


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_cut_and_nothing_that_is_wrong_is_left_out(speaking: Any, state: str) -> None:
    for size in SIZES:
        ui = speaking(STATES[state](), size)
        line, stage = ui.find("health"), _rect(ui.find("stageHealth"))
        shown = [text for text in _texts(ui, line) if text.objectName() != "stageHealth"]
        for text in shown:
            assert not text.property("truncated"), (size, text.property("text"))
            assert _rect(text).right() < stage.left() - 8, (size, text.property("text"))
        words = " ".join(text.property("text") for text in shown)
        console = ui.windows.console
        assert console.tweetBrief in words or console.tweetText in words, size
        if state == "failed":
            assert console.networksBrief in words, size
        if state == "trouble":
            assert {console.soundText, console.brokerText} <= {t.property("text") for t in shown}
        if state == "hands-lost":
            wrong = console.controllersBrief.rpartition(" +")[0]
            assert wrong in words, size
            assert wrong != "", size
        if state == "recording":
            assert console.recordingText in words, size


def test_what_is_in_order_says_less_first(shared_console: Any) -> None:
    said = []
    for size in SIZES:
        ui = shared_console(STATES["crowded"](), size)
        said.append({t.property("text") for t in _texts(ui, ui.find("health"))})
    console = ui.windows.console
    assert {console.soundDetail, console.engineText, console.spareDetail} <= said[0]
    assert console.networksText in said[0]
    assert console.soundDetail not in said[2]
    assert console.engineText not in said[2]
    assert console.spareText in said[3]
    for wide, narrow in pairwise(said):
        assert len(narrow) <= len(wide)


def test_other_hands_are_said(shared_console: Any) -> None:
    ui = shared_console(evening(), SIZES[0])
    ui.windows.change_language("en")
    ui.settle()
    console = ui.windows.console
    assert (console.controllersText, console.phonesText) == ("", "")
    ui = shared_console(_hands(evening()), SIZES[0])
    assert (console.controllersMark, console.controllersText) == (
        "ok",
        "nanoKONTROL2 \u00b7 X-Touch One",
    )
    assert (console.phonesText, console.phonesDetail) == ("phone: L\u00e9a's iPhone", "mixes")
    ui = shared_console(_hands(evening(), lost=True), SIZES[0])
    assert console.controllersMark == "warn"
    assert console.controllersBrief == "X-Touch One lost +1"
    assert "nanoKONTROL2" in ui.find("health").property("said")
