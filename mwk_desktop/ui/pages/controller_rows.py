"""The controllers page in words: its parts, devices and phones (pure)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from mwk_desktop.messages import Message
from mwk_desktop.show.controllers_state import (
    NO_MAP_ID,
    ControllerRow,
    ControllersState,
    OscState,
    RemoteState,
)
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.number_text import age, wall_time
from mwk_desktop.ui.safe_text import clean


def controller_parts(workers: WorkersState) -> list[dict[str, str]]:
    """The page's parts, and how each of them is."""
    rows = (workers.controllers or ControllersState()).rows
    there = sum(row.state in ("ok", "back") for row in rows)
    midi = translate("Controllers", "%1 of %2")
    midi = midi.replace("%1", str(there)).replace("%2", str(len(rows)))
    osc = workers.osc or OscState()
    phones = [row for row in (workers.remote or RemoteState()).rows if row.connected]
    osc_text = translate("Controllers", "on") if osc.address else translate("Controllers", "off")
    osc_level = "bad" if osc.problem else "ok" if osc.address else "off"
    return [
        _part("midi", "MIDI", midi if rows else "", "warn" if there < len(rows) else "ok")
        | ({} if rows else {"level": "off"}),
        _part("osc", "OSC", osc_text, osc_level),
        _part("clicker", translate("Controllers", "Clicker"), "", "ok"),
        _part(
            "phones",
            translate("Controllers", "Phones"),
            str(len(phones)) if phones else "",
            "ok" if phones else "off",
        ),
    ]


def _part(name: str, title: str, text: str, level: str) -> dict[str, str]:
    return {"name": name, "title": title, "text": text, "level": level}


def device_row(row: ControllerRow) -> dict[str, str]:
    """A device in words: its state, its map, what was heard of it last."""
    words = {
        "ok": ("ok", translate("Controllers", "found")),
        "back": ("ok", translate("Controllers", "back since %1")),
        "lost": ("bad", translate("Controllers", "lost since %1")),
        "busy": ("warn", translate("Controllers", "another program has it")),
    }
    level, word = words[row.state]
    map_name = row.map_name or translate("Controllers", "no map: teach it")
    if row.own_map and row.map_name:
        map_name = translate("Controllers", "%1, your own map").replace("%1", row.map_name)
    return {
        "id": row.name,
        "name": clean(row.name, 60),
        "level": level,
        "word": word.replace("%1", wall_time(row.since_ms)),
        "map": clean(map_name, 80),
        "heard": row.heard,
    }


def map_choices(state: ControllersState, row: ControllerRow | None) -> dict[str, Any]:
    """The maps that a device can use, and the one that it uses."""
    maps = state.maps if row is not None else ()
    row = row or ControllerRow("", "lost", 0)
    return {
        "mapIds": [one.id for one in maps] + [NO_MAP_ID],
        "mapWords": [clean(one.name, 60) for one in maps] + [translate("Controllers", "None")],
        "mapDetails": [
            clean(PurePath(one.file).name, 60) if one.file else translate("Controllers", "built in")
            for one in maps
        ]
        + [""],
        "mapId": row.map_id,
        "mapFile": clean(row.map_file, 300),
        "mapCopies": row.map_id != NO_MAP_ID and not row.map_file,
    }


def fault_text(faults: Sequence[Message]) -> str:
    """The first fault of the map files, with its file and line, and how many more there are."""
    text = message_text(faults[0])
    if len(faults) > 1:
        more = translate("Controllers", "%1 more").replace("%1", count(len(faults) - 1))
        text = f"{text} \u00b7 {more}"
    return text


def sender_rows(state: OscState, now_ms: int) -> list[dict[str, Any]]:
    """Who was heard over OSC, how long ago, and what became of it; the newest first."""
    return [
        {
            "host": clean(one.host, 45),
            "age": translate("Controllers", "%1 ago").replace("%1", age(now_ms - one.t_ms)),
            "heard": clean(one.heard, 80),
            "result": message_text(one.refused) or translate("Controllers", "accepted"),
            "refused": bool(one.refused),
        }
        for one in state.senders
    ]


def phone_text(connected: bool, roles: tuple[str, ...], since_ms: int) -> str:
    """What a phone may do, and since when."""
    names = {
        "mix": translate("Controllers", "mixes"),
        "moderate": translate("Controllers", "moderates"),
    }
    state = translate("Controllers", "connected") if connected else translate("Controllers", "away")
    words = ", ".join(names[role] for role in roles)
    since = translate("Controllers", "paired at %1").replace("%1", wall_time(since_ms))
    return f"{state}, {words}, {since}"
