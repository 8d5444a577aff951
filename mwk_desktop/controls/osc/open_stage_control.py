"""A layout for Open Stage Control, made from the actions (pure).

The format is the session file of Open Stage Control 1.x (https://openstagecontrol.ammd.net):
widgets with an ``address``, ``on``/``off`` values and a ``range``. ``packaging/docs/osc_layout.py``
writes it to ``assets/osc``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from mwk_desktop.controls.osc.osc_addresses import address_of
from mwk_desktop.instrument_names import strip_name
from mwk_desktop.show.action_kinds import Kind
from mwk_desktop.show.action_labels import action_label
from mwk_desktop.show.actions import ACTIONS
from mwk_desktop.show.fader_law import FADER_ZERO
from mwk_desktop.show.planned_actions import PLANNED
from mwk_desktop.units import INSTRUMENTS

_STRIP_WIDTH: Final = 110
_ROW: Final = 44
_FADER: Final = 300
_SHOW: Final = (
    *("show.hold", "show.cancel_next", "show.fade", "show.resume", "show.undo", "show.record"),
    *("stage.winner", "stage.window", "show.lock", "show.panic"),
)


def layout() -> dict[str, Any]:
    """The session: eight strips, the master, the buttons of the show, bar and scene."""
    return {
        "version": "1.25.0",
        "type": "session",
        "content": {"type": "root", "id": "root", "widgets": list(_widgets())},
    }


def _widgets() -> Iterator[dict[str, Any]]:
    for place, instrument in enumerate(INSTRUMENTS, 1):
        yield from _strip(f"strip.{place}", str(strip_name(instrument)), place - 1)
    left = len(INSTRUMENTS) * _STRIP_WIDTH
    yield _text("master.name", "Master", left, 0)
    yield _widget("master.fader", left, _ROW * 5, _FADER)
    for row, (name, label) in enumerate((("bar", "Bar"), ("beat", "Beat"), ("scene", "Scene"))):
        yield {
            **_text(f"{name}.label", label, left, _ROW * (row + 1)),
            "width": _STRIP_WIDTH // 2,
        }
        yield {
            **_text(name, "", left + _STRIP_WIDTH // 2, _ROW * (row + 1)),
            "address": f"/mwk/{name}",
            "width": _STRIP_WIDTH // 2,
        }
    later = {action.name for action in PLANNED}
    for place, name in enumerate(each for each in _SHOW if each not in later):
        top = _ROW * 6 + _FADER
        yield _widget(name, place * (_STRIP_WIDTH - 11), top, _ROW, str(action_label(name)))


def _strip(prefix: str, name: str, place: int) -> Iterator[dict[str, Any]]:
    left = place * _STRIP_WIDTH
    yield _text(f"{prefix}.name", name, left, 0)
    third = (_STRIP_WIDTH - 8) // 3
    for at, mode in enumerate(("auto", "on", "off")):
        yield {
            **_widget(f"{prefix}.mode", left + at * third, _ROW, _ROW, mode.upper()),
            "id": f"{prefix}.mode.{mode}",
            "width": third,
            "mode": "tap",
            "on": mode,
            "off": "",
        }
    yield _widget(f"{prefix}.mute", left, _ROW * 2, _ROW, "Mute")
    yield _widget(f"{prefix}.solo", left, _ROW * 3, _ROW, "Solo")
    yield _widget(f"{prefix}.clip.next", left, _ROW * 4, _ROW, "Next clip")
    yield _widget(f"{prefix}.fader", left, _ROW * 5, _FADER)


def _widget(action: str, left: int, top: int, height: int, label: str = "") -> dict[str, Any]:
    kind = ACTIONS[action].kind
    common = {
        "id": action,
        "address": address_of(action),
        "left": left,
        "top": top,
        "width": _STRIP_WIDTH - 8,
        "height": height - 4,
    }
    if kind is Kind.FADER:
        return {**common, "type": "fader", "range": {"min": 0, "max": 1}, "default": FADER_ZERO}
    # A trigger is sent once per press; a toggle keeps what the show answers.
    mode = "tap" if kind is Kind.TRIGGER else "toggle"
    return {**common, "type": "button", "label": label, "mode": mode, "on": 1, "off": 0}


def _text(name: str, text: str, left: int, top: int) -> dict[str, Any]:
    return {
        "type": "text",
        "id": name,
        "default": text,
        "left": left,
        "top": top,
        "width": _STRIP_WIDTH - 8,
        "height": _ROW - 4,
    }
