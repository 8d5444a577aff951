"""The properties of GO, the snapshots, all to AUTO, next scene now and redo."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any, Final

from mwk_desktop.messages import plural_message
from mwk_desktop.show.desk_commands import PARTS, Control, StoredStrip, StripChange
from mwk_desktop.show.desk_state import DeskState, StoredPlace
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.interface_language import instrument_name, translate
from mwk_desktop.ui.local_numbers import signed_db
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.number_text import wall_time
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.units import FILTER_NEUTRAL

_NAME_LIMIT: Final = 12
_LABEL_LIMIT: Final = 80

DESK_DEFAULTS: dict[str, Any] = {
    "arming": False,
    "goKind": "",  # "": nothing armed, waits, armed, fired
    "goTitle": "",
    "goText": "",
    "goSpoken": "",
    "armed": [],  # per strip: its instrument, and what waits there
    "armedSpoken": "",
    "places": [],  # of the snapshots of the desk
    "overrideText": "",
    "byHand": False,
    "nextNow": False,
    "canNextNow": True,
    "nextNowTitle": "",
    "nextNowText": "",
    "nextNowSpoken": "",
    "canRedo": False,
    "redoLabel": "",
}


def desk_properties(snapshot: Snapshot) -> dict[str, Any]:
    """Values for :data:`DESK_DEFAULTS`."""
    desk = snapshot.desk
    return {
        "arming": desk.arming,
        **_go(desk),
        **_armed(desk),
        "places": [_place(place) for place in desk.places],
        "overrideText": _override_line(desk),
        "byHand": any(desk.not_auto),
        **_next_now(desk, ended=snapshot.replay is not None and snapshot.replay.ended),
        "canRedo": desk.can_redo,
        "redoLabel": message_text(desk.redo_label, _LABEL_LIMIT),
    }


def _bar(number: int) -> str:
    return translate("Desk", "bar %1").replace("%1", str(number))


def _changes(count: int) -> str:
    return message_text(plural_message("{count} change", "{count} changes", count))


def _go(desk: DeskState) -> dict[str, str]:
    """GO tells how much is armed, and the bar that it would land on now."""
    count = len(desk.armed)
    title = translate("Desk", "GO")
    if count:
        bar = _bar(desk.go_bar)
        spoken = translate("Desk", "GO: %1 on %2").replace("%1", _changes(count))
        kind, title, text = "armed", f"{title} {count}", bar
        spoken = spoken.replace("%2", bar)
    elif desk.fired_bar is not None:
        kind, text = "fired", _bar(desk.fired_bar)
        spoken = translate("Desk", "GO lands on %1").replace("%1", text)
    elif desk.arming:
        kind, text = "waits", translate("Desk", "waits")
        spoken = translate("Desk", "GO: waits for what you press")
    else:
        kind, text = "", translate("Desk", "nothing armed")
        spoken = translate("Desk", "GO: nothing is armed")
    return {"goKind": kind, "goTitle": title, "goText": text, "goSpoken": spoken}


def _armed(desk: DeskState) -> dict[str, Any]:
    strips: dict[str, list[str]] = {}
    for change in desk.armed:
        strips.setdefault(change.instrument, []).append(change_word(change))
    rows = [
        {"instrument": name, "text": words[-1], "count": len(words)}
        for name, words in strips.items()
    ]
    spoken = ", ".join(f"{instrument_name(n)}: {' '.join(w)}" for n, w in strips.items())
    return {"armed": rows, "armedSpoken": spoken}


def change_word(change: StripChange) -> str:
    """What one armed change does, in a word."""
    match change.control:
        case Control.MODE:
            return str(change.value).upper()
        case Control.CLIP:
            return translate("Desk", "clip")
        case Control.MUTE:
            return translate("Desk", "mute") if change.value else translate("Desk", "heard")
        case Control.SOLO:
            return translate("Desk", "solo") if change.value else translate("Desk", "no solo")
        case Control.GAIN:
            return translate("Desk", "gain")
        case Control.FILTER:
            return translate("Desk", "filter")


def _place(place: StoredPlace) -> dict[str, Any]:
    states = {
        "stored": translate("Desk", "stored"),
        "current": translate("Desk", "the desk is this one"),
        "changed": translate("Desk", "changed since"),
        "lands": translate("Desk", "lands on the next bar"),
        "armed": translate("Desk", "waits for GO"),
        "empty": translate("Desk", "empty"),
    }
    name = clean(place.name, _NAME_LIMIT)
    spoken = translate("Desk", "Snapshot %1").replace("%1", str(place.number))
    spoken = ", ".join(filter(None, (spoken, name, states[place.state])))
    if not place.playable:
        spoken += ", " + translate("Desk", "of another sound set")
    return {
        "ownName": name,
        "parts": [str(part) for part in place.parts],
        "contents": stored_words(place),
        "storedText": _stored_at(place),
        "number": place.number,
        "name": name or ("\u2013" if place.state == "empty" else str(place.number)),
        "state": place.state,
        "playable": place.playable,
        "spoken": spoken,
    }


def _stored_at(place: StoredPlace) -> str:
    if place.state == "empty" or not place.stored_ms:
        return ""
    return translate("Desk", "stored %1").replace("%1", wall_time(place.stored_ms))


def stored_words(place: StoredPlace) -> list[dict[str, str]]:
    """What each part of a stored desk holds: ``{"part": "mode", "text": "Modes: all AUTO"}``."""
    none = {
        Control.MODE: translate("Desk", "Modes: all AUTO"),
        Control.CLIP: translate("Desk", "Clips: the crowd\u2019s"),
        Control.GAIN: translate("Desk", "Gains: all 0 dB"),
        Control.MUTE: translate("Desk", "Mutes: none"),
        Control.FILTER: translate("Desk", "Filters: all off"),
    }
    some = {
        Control.MODE: translate("Desk", "Modes: %1"),
        Control.CLIP: translate("Desk", "Clips: %1"),
        Control.GAIN: translate("Desk", "Gains: %1"),
        Control.MUTE: translate("Desk", "Mutes: %1"),
        Control.FILTER: translate("Desk", "Filters: %1"),
    }
    found = []
    for part in PARTS:
        held = [words for strip in place.strips if (words := _held_by(strip, part))]
        text = some[part].replace("%1", ", ".join(held)) if held else none[part]
        found.append({"part": str(part), "text": text})
    return found


def _held_by(strip: StoredStrip, part: Control) -> str:
    """What a stored strip holds of a part, if that is not what every strip begins with."""
    name = instrument_name(strip.instrument)
    match part:
        case Control.MODE:
            return "" if strip.mode == "auto" else f"{name} {strip.mode.upper()}"
        case Control.CLIP:
            return "" if strip.clip is None else clean(PurePosixPath(strip.clip).stem, _NAME_LIMIT)
        case Control.GAIN:
            return "" if strip.gain == 1.0 else f"{name} {signed_db(strip.gain)}"
        case Control.MUTE:
            return name if strip.mute else ""
        case _:
            return "" if strip.filter == FILTER_NEUTRAL else name


def _override_line(desk: DeskState) -> str:
    """What lands by hand, else what is set by hand."""
    if desk.early_lock is not None:
        lands = translate("Desk", "the next scene lands on %1, by hand")
        return lands.replace("%1", _bar(desk.early_lock.landing_bar))
    if desk.fired_bar is not None:
        return translate("Desk", "GO lands on %1").replace("%1", _bar(desk.fired_bar))
    modes, clips, filters = desk.not_auto
    parts = [
        plural_message("{count} mode", "{count} modes", modes),
        plural_message("{count} filter", "{count} filters", filters),
        plural_message("{count} clip", "{count} clips", clips),
    ]
    counts = (modes, filters, clips)
    held = [message_text(part) for part, count in zip(parts, counts, strict=True) if count]
    if not held:
        return ""
    return translate("Desk", "by hand: %1").replace("%1", " \u00b7 ".join(held))


def _next_now(desk: DeskState, *, ended: bool) -> dict[str, Any]:
    lock = desk.early_lock
    if lock is None:
        title, text = translate("Desk", "Next now"), "N"
        spoken = translate("Desk", "Next scene now")
        if desk.next_now_refusal:
            spoken += f": {message_text(desk.next_now_refusal)}"
    else:
        title = translate("Desk", "Bar %1").replace("%1", str(lock.landing_bar))
        text = translate("Desk", "locked \u00b7 N")
        spoken = translate("Desk", "Votes locked, lands on %1; again: take it back")
        spoken = spoken.replace("%1", _bar(lock.landing_bar))
    return {
        "nextNow": lock is not None,
        "canNextNow": not ended and (lock is not None or not desk.next_now_refusal),
        "nextNowTitle": title,
        "nextNowText": text,
        "nextNowSpoken": spoken,
    }
