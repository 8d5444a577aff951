"""The properties of one channel strip, from a snapshot."""

from __future__ import annotations

from typing import Any

from mwk_desktop.show.commands import Mode
from mwk_desktop.show.desk_commands import Control
from mwk_desktop.show.fader_law import fader_position
from mwk_desktop.show.filter_law import filter_kind, rounded_cutoff_hz
from mwk_desktop.show.snapshot import EngineState, Snapshot
from mwk_desktop.show.strip_state import Clip, MissingClip, StripState
from mwk_desktop.ui.interface_language import (
    instrument_name,
    short_instrument_name,
    translate,
)
from mwk_desktop.ui.local_numbers import decimal, signed_db
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.view_model import view_model_class

_TITLE_LIMIT = 40
_MISSING = 6
"""At most this many unplayable clips are named in the menu."""

_DEFAULTS: dict[str, Any] = {
    "place": 0,
    "instrument": "",
    "name": "",
    "shortName": "",
    "sounding": False,
    "dim": False,
    "badge": "",  # "", "solid", "dashed", "armed": the presenter's hand
    "mode": "auto",
    "pendingMode": "",
    "armedMode": "",  # waits for GO
    "armedClip": False,
    "pendingMute": "",  # "", armed, pending
    "pendingSolo": "",
    "nowKind": "silent",  # silent, sounding, muted, solo, off
    "nowTitle": "",
    "nowMark": "",
    "nowText": "",
    "nextKind": "stay",  # stay, change, stop, hand, armed, off, held, silent, missing
    "nextTitle": "",
    "nextMark": "",
    "nextText": "",
    "canCancel": False,
    "clipText": "",
    "clipOf": "",
    "clips": [],
    "clipChosen": -1,  # by hand; -1: the crowd's
    "clipCued": -1,  # pre-listened to; -1: none
    "missing": [],  # clips of the set that cannot play
    "faderPlace": 0.8,
    "targetPlace": -1.0,  # where a recalled gain takes the fader; -1: nowhere
    "targetArmed": False,  # once GO is pressed; else on its bar
    "ghost": -1.0,  # where a controller's fader is that the strip does not follow; -1: none
    "gainText": "0.0",
    "filterPlace": 0.5,
    "filterKind": "",  # "", lp, hp
    "filterText": "",
    "filterSpoken": "",
    "cue": False,
    "hasCue": False,
    "peakText": "",
    "mute": False,
    "solo": False,
    "hollow": False,
    "clipped": False,  # until the presenter has seen it
}

StripView = view_model_class("StripView", _DEFAULTS)


def strip_properties(snapshot: Snapshot, place: int) -> dict[str, Any]:
    """Values for a :data:`StripView` (except the peak, which comes from the meters)."""
    strip = snapshot.strips[place]
    mode = strip.mode.value
    pending = strip.pending_mode.value if strip.pending_mode else ""
    off = strip.mode is Mode.OFF and strip.now is None
    return {
        "place": place,
        "instrument": strip.instrument,
        "name": instrument_name(strip.instrument),
        "shortName": short_instrument_name(strip.instrument),
        "sounding": strip.now is not None and strip.audible,
        "dim": off,
        "badge": _badge(strip),
        "mode": mode,
        "pendingMode": pending if pending != mode else "",
        "armedMode": str(strip.armed.get(Control.MODE) or ""),
        "armedClip": Control.CLIP in strip.armed,
        "pendingMute": _waits(strip, Control.MUTE, strip.pending_mute),
        "pendingSolo": _waits(strip, Control.SOLO, strip.pending_solo),
        "canCancel": strip.can_cancel or bool(strip.armed),
        "faderPlace": round(fader_position(strip.gain), 4),
        **_target(strip),
        "ghost": ghost_of(snapshot, f"strip.{place + 1}.fader"),
        "gainText": signed_db(strip.gain),
        **_filter(strip),
        "cue": strip.cue,
        "hasCue": snapshot.sound.has_cue,
        "mute": strip.mute,
        "solo": strip.solo,
        "hollow": not strip.audible or no_output(snapshot.engine),
        **_now(snapshot, strip, off),
        **_next(snapshot, strip, off),
        **_clips(strip, snapshot.sound.cue_clip),
    }


def strip_key(snapshot: Snapshot, place: int) -> tuple[Any, ...]:
    """A key that changes whenever :func:`strip_properties` may change (peaks excepted)."""
    strip = snapshot.strips[place]
    return (
        strip.mode,
        strip.pending_mode,
        strip.pending_mute,
        strip.pending_solo,
        strip.pending_gain,
        strip.pending_filter,
        strip.armed,
        strip.armed_next,
        strip.variation,
        strip.variation_pending,
        strip.now,
        strip.next_kind,
        strip.next,
        strip.next_by_hand,
        strip.next_bar,
        strip.can_cancel,
        strip.gain,
        strip.filter,
        strip.cue,
        snapshot.sound.has_cue,
        snapshot.sound.cue_clip,
        ghost_of(snapshot, f"strip.{place + 1}.fader"),
        strip.mute,
        strip.solo,
        strip.silenced_by_solo,
        strip.audible,
        strip.clips,
        strip.missing,
        snapshot.hold,
        snapshot.engine.state,
        snapshot.engine.detail,
        strip.silenced_by_solo and tuple(other.solo for other in snapshot.strips),
    )


def _badge(strip: StripState) -> str:
    if Control.MODE in strip.armed or Control.CLIP in strip.armed:
        return "armed"
    if strip.pending_mode or strip.variation_pending:
        return "dashed"
    return "" if strip.mode is Mode.AUTO else "solid"


def _waits(strip: StripState, control: Control, pending: bool | None) -> str:
    """Whether a change of mute or solo waits for GO, or for its bar."""
    return "armed" if control in strip.armed else "" if pending is None else "pending"


def _target(strip: StripState) -> dict[str, Any]:
    """Where the fader will go by itself: a recalled snapshot waits for GO, or for its bar."""
    armed = strip.armed.get(Control.GAIN)
    gain = strip.pending_gain if armed is None else armed
    place = -1.0 if gain is None else round(fader_position(float(gain)), 4)
    return {"targetPlace": place, "targetArmed": armed is not None}


def _filter(strip: StripState) -> dict[str, Any]:
    """The filter in few signs (``820``, ``1.2k``) and in words."""
    kind, hz = filter_kind(strip.filter), rounded_cutoff_hz(strip.filter)
    texts = {
        "": translate("Strip", "Filter of %1: off"),
        "lp": translate("Strip", "Filter of %1: low-pass %2 hertz"),
        "hp": translate("Strip", "Filter of %1: high-pass %2 hertz"),
    }
    spoken = texts[kind].replace("%1", instrument_name(strip.instrument)).replace("%2", str(hz))
    short = decimal(f"{hz / 1000:g}k") if hz >= 1000 else str(hz)
    return {
        "filterPlace": round(strip.filter, 4),
        "filterKind": kind,
        "filterText": short if kind else "",
        "filterSpoken": spoken,
    }


def ghost_of(snapshot: Snapshot, action: str) -> float:
    """Where a controller's fader is that does not move this one yet; -1: none."""
    controllers = snapshot.workers.controllers
    return -1.0 if controllers is None else round(controllers.ghosts.get(action, -1.0), 4)


def no_output(engine: EngineState) -> bool:
    """Whether sound is wanted but its device is missing."""
    return engine.device_missing or engine.state == "failed"


def short_stem(clip: Clip) -> str:
    """A file's name short enough for a slot: ``heavy_bass5`` as ``heavy5``."""
    instrument, _, _ = clip.name.partition("/")
    stem = clip.stem
    first, joined, _ = instrument.partition("_")
    number = stem.removeprefix(instrument)
    if joined and number != stem and number.isdigit():
        stem = first + number
    return clean(stem, _TITLE_LIMIT)


def _title(clip: Clip) -> str:
    return clean(clip.title, _TITLE_LIMIT) or clean(clip.stem, _TITLE_LIMIT)


def _now(snapshot: Snapshot, strip: StripState, off: bool) -> dict[str, str]:
    if strip.now is None:
        if off:
            hand = translate("Strip", "by hand")
            return _slot("now", "off", translate("Strip", "Off"), "hand", hand)
        return _slot("now", "silent", "", "dash", translate("Strip", "Silent"))
    title = _title(strip.now)
    if strip.mute and not strip.solo:
        return _slot("now", "muted", title, "mute", translate("Strip", "muted"))
    if strip.silenced_by_solo:
        soloed = next((s.instrument for s in snapshot.strips if s.solo), "")
        text = translate("Strip", "solo: %1").replace("%1", instrument_name(soloed).lower())
        return _slot("now", "solo", title, "mute", text)
    return _slot("now", "sounding", title, "play", short_stem(strip.now))


def _next(snapshot: Snapshot, strip: StripState, off: bool) -> dict[str, str]:
    bar = (
        translate("Strip", "bar %1").replace("%1", str(strip.next_bar))
        if strip.next_bar is not None
        else ""
    )
    if Control.MODE in strip.armed or Control.CLIP in strip.armed:
        return _slot("next", "armed", _after_go(strip), "arm", translate("Strip", "on GO"))
    stay = strip.next_kind == "stay" or (strip.next is None and strip.next_kind != "stop")
    if strip.next_by_hand and not stay:
        stops = strip.next_kind == "stop" or strip.next is None
        title = translate("Strip", "Stops") if stops else _title(strip.next)  # type: ignore[arg-type]
        return _slot("next", "hand", title, "hand", bar or translate("Strip", "by hand"))
    if off and stay:
        return _slot("next", "off", "", "same", translate("Strip", "Stays off"))
    if snapshot.hold and stay:
        text = translate("Strip", "Held") if strip.now else translate("Strip", "Silent")
        return _slot("next", "held", "", "same", text)
    if stay:
        if not strip.clips and strip.missing:
            # Short enough for a slot; the menu has the full text.
            broken = strip.missing[0].broken
            reason = translate("Strip", "broken") if broken else translate("Strip", "no file")
            return _slot("next", "missing", translate("Strip", "Missing"), "warn", reason)
        if strip.now is None:
            return _slot("next", "silent", "", "same", translate("Strip", "Silent"))
        return _slot("next", "stay", _title(strip.now), "same", translate("Strip", "stays"))
    if strip.next_kind == "stop":
        return _slot("next", "stop", translate("Strip", "Stops"), "minus", bar)
    assert strip.next is not None
    mark = "plus" if strip.next_kind == "enter" else "swap"
    return _slot("next", "change", _title(strip.next), mark, short_stem(strip.next))


def _after_go(strip: StripState) -> str:
    """What GO brings on a strip, in a few words."""
    mode = strip.armed.get(Control.MODE)
    if mode == Mode.AUTO.value:
        return translate("Strip", "To AUTO")
    if mode == Mode.OFF.value or strip.armed_next is None:
        return translate("Strip", "Off")
    return _title(strip.armed_next)


def missing_words(clip: MissingClip) -> str:
    """Why a clip cannot play."""
    return (
        translate("Strip", "not readable") if clip.broken else translate("Strip", "file not found")
    )


def _slot(which: str, kind: str, title: str, mark: str, text: str) -> dict[str, str]:
    return {
        f"{which}Kind": kind,
        f"{which}Title": title,
        f"{which}Mark": mark,
        f"{which}Text": text,
    }


def _clips(strip: StripState, cued: str) -> dict[str, Any]:
    names = [clip.name for clip in strip.clips]
    chosen = names.index(strip.variation) if strip.variation in names else -1
    shown = chosen
    for clip in (strip.now, strip.next):
        if shown < 0 and clip is not None and clip.name in names:
            shown = names.index(clip.name)
    total = len(names)
    return {
        "clipText": f"v{max(0, shown) + 1}" if total else "\u2013",
        "clipOf": translate("Strip", "of %1").replace("%1", str(total)) if total else "",
        "clipChosen": chosen,
        "clipCued": names.index(cued) if cued in names else -1,
        "clips": [
            {"title": _title(clip), "stem": clean(clip.stem, _TITLE_LIMIT), "at": f"v{i + 1}"}
            for i, clip in enumerate(strip.clips)
        ],
        "missing": [
            {
                "title": clean(clip.title, _TITLE_LIMIT) or clean(clip.name, _TITLE_LIMIT),
                "stem": missing_words(clip),
                "at": "",
                "missing": True,
            }
            for clip in strip.missing[:_MISSING]
        ],
    }
