"""The drawing of a device on the controllers page, for the largest of the maps in the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_show import evening
from page_driver import Page

from mwk_desktop.controls.midi.map_files import load_maps
from mwk_desktop.controls.midi.midi_device import MidiDevice
from mwk_desktop.show.controllers_state import ControllerRow, ControllersState
from mwk_desktop.show.workers_state import WorkersState


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("name", ["apc-mini", "launchpad-x", "mackie-control", "nanokontrol2"])
def test_every_control_of_the_maps_is_inside_the_drawing(
    shared_console: Any, name: str, size: tuple[int, int]
) -> None:
    maps, _ = load_maps(Path("nowhere"))
    control_map = next(one for one in maps if name in one.origin)
    device = MidiDevice(control_map, lambda action, value: None)
    row = ControllerRow("nanoKONTROL2", "ok", 0, "Korg nanoKONTROL2", controls=device.controls)
    shown = replace(evening(), workers=WorkersState(controllers=ControllersState((row,))))
    ui = shared_console(shown, size)
    if ui.windows.pages.page != "controllers":
        Page(ui, "controllers")
    items = {item.objectName(): item for item in ui.items(ui.find("pageHost")) if item.isVisible()}
    drawing = items["deviceSheet"]
    for control in device.controls:
        item = items[f"control_{control.control}"]
        box = item.mapRectToItem(drawing, item.boundingRect())
        assert drawing.boundingRect().contains(box), control
