"""The screens in the settings: tiles to choose the stage's, and numbers to tell them apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.safe_text import clean


def screen_tiles(screens: Sequence[dict[str, Any]], chosen: str) -> list[dict[str, Any]]:
    """What stands on each tile; the first is any screen but the console's.

    Parameters
    ----------
    screens
        :func:`mwk_desktop.ui.screen_choice.rows`.
    chosen
        The setting: a name of a screen, of one that is away, or "" for any.
    """
    any_other = translate("Settings", "The second screen")
    tiles = [_tile("", any_other, "", picked=not chosen)]
    tiles[0]["place"] = translate("Settings", "whichever is there")
    for number, screen in enumerate(screens, 1):
        place = ""
        if screen["console"]:
            place = translate("Settings", "the console is here")
        elif screen["stage"]:
            place = translate("Settings", "the stage")
        tile = _tile(
            screen["name"],
            screen["title"],
            screen["size"],
            picked=chosen.strip().casefold() in screen["answers"],
        )
        tile |= {"number": str(number), "place": place, "console": screen["console"]}
        tiles.append({**tile, "stage": bool(screen["stage"])})
    if not any(tile["picked"] for tile in tiles):
        tile = _tile(chosen, clean(chosen, 40), "", picked=True)
        tiles.append({**tile, "place": translate("Settings", "not there now"), "away": True})
    return tiles


def _tile(name: str, title: str, size: str, *, picked: bool) -> dict[str, Any]:
    flags = {"console": False, "stage": False, "away": False, "picked": picked}
    return {"name": name, "title": title, "size": size, "number": "", "place": "", **flags}


def numbered_screens(screens: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The number of each screen, and where it is on the desktop in pixels."""
    keys = ("title", "x", "y", "width", "height")
    return [
        {"number": str(number), **{key: screen[key] for key in keys}}
        for number, screen in enumerate(screens, 1)
    ]
