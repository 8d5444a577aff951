"""The health line's parts about remote controls: MIDI controllers and the presenter's phones."""

from __future__ import annotations

from typing import Any, Final

from mwk_desktop.show.controllers_state import ControllerRow, ControllersState, RemoteState
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.safe_text import clean

CONTROL_DEFAULTS: dict[str, Any] = {
    "controllersMark": "off",  # ok, warn, off
    "controllersText": "",  # empty: none was seen
    "controllersBrief": "",
    "phonesText": "",  # empty: none is connected
    "phonesDetail": "",
}

_NAME_LIMIT: Final = 24


def control_properties(
    controllers: ControllersState | None, remote: RemoteState | None
) -> dict[str, Any]:
    """Values for :data:`CONTROL_DEFAULTS`: all devices, briefly the first that is wrong."""
    rows = () if controllers is None else controllers.rows
    said = [_device(row) for row in rows]
    wrong = [text for row, text in zip(rows, said, strict=True) if row.state in ("lost", "busy")]
    brief = [*wrong, *(text for text in said if text not in wrong)]
    phones = [row for row in (() if remote is None else remote.rows) if row.connected]
    names = ", ".join(clean(row.name, _NAME_LIMIT) for row in phones)
    return {
        "controllersMark": "warn" if wrong else "ok" if said else "off",
        "controllersText": " \u00b7 ".join(said),
        "controllersBrief": _first(brief),
        "phonesText": translate("Health", "phone: %1").replace("%1", names) if phones else "",
        "phonesDetail": _roles(phones[0].roles) if len(phones) == 1 else "",
    }


def _device(row: ControllerRow) -> str:
    words = {
        "lost": translate("Health", "%1 lost"),
        "back": translate("Health", "%1 back"),
        "busy": translate("Health", "%1 in use elsewhere"),
    }
    return words.get(row.state, "%1").replace("%1", clean(row.name, _NAME_LIMIT))


def _first(texts: list[str]) -> str:
    return "" if not texts else texts[0] + (f" +{len(texts) - 1}" if len(texts) > 1 else "")


def _roles(roles: tuple[str, ...]) -> str:
    names = {
        "mix": translate("Controllers", "mixes"),
        "moderate": translate("Controllers", "moderates"),
    }
    return ", ".join(names[role] for role in roles if role in names)
