"""The properties of the master's strip, from a snapshot."""

from __future__ import annotations

from typing import Any

from mwk_desktop.messages import plural_message
from mwk_desktop.show.fader_law import fader_position
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.strip_gains import DIM_DB
from mwk_desktop.ui.console.strip_properties import ghost_of, no_output
from mwk_desktop.ui.console.transport_properties import bars_words
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import decimal, signed_db
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.meter_scale import deflection

MASTER_DEFAULTS: dict[str, Any] = {
    "sceneTitle": "",
    "sceneText": "",
    "comingTitle": "",
    "comingText": "",
    "comingKind": "none",  # none, coming, hand, cancelled, held
    "limiterText": "",
    "limiterHot": False,
    "lufsText": "",
    "dimmed": False,
    "dimText": "",
    "mono": False,
    "ceilingText": "",
    "ceilingPlace": 1.0,
    "hasCue": False,
    "cueNext": False,
    "floorShown": False,
    "floorOn": False,
    "floorText": "",
    "masterPlace": 0.8,
    "masterGhost": -1.0,
    "masterGainText": "0.0",
    "masterPeakText": "",
    "outputText": "",
    "outputBrief": "",
    "outputBad": False,
    "silentKind": "",  # silent, faded, returning: a hand made it; else empty
    "masterClipped": False,
}


def _until(bars: int | None) -> str:
    """When the scene comes, short enough for the strip."""
    if bars is None or bars <= 0:
        return bars_words(bars)
    return message_text(plural_message("in {count} bar", "in {count} bars", bars))


def master_properties(snapshot: Snapshot) -> dict[str, Any]:
    """Values for :data:`MASTER_DEFAULTS` (except the peak, which comes from the meters)."""
    engine = snapshot.engine
    number = snapshot.scene_number
    title = translate("Master", "Scene %1")
    since = translate("Master", "since bar %1").replace("%1", str(snapshot.scene_since_bar))
    early = snapshot.desk.early_lock
    coming, text, kind = title.replace("%1", str(number + 1)), "", "none"
    if snapshot.hold:
        kind, coming = "held", translate("Master", "Held")
        text = translate("Master", "Space releases")
    elif snapshot.replay is not None and snapshot.replay.ended:
        coming, text = translate("Master", "No more"), translate("Master", "the end")
    elif snapshot.next_scene_cancelled:
        kind, text = "cancelled", translate("Master", "cancelled")
    elif snapshot.next_scene:
        kind = "coming"
        text = _until(snapshot.window.bars_to_landing)
        if early is not None:
            kind, text = "hand", translate("Master", "bar %1").replace("%1", str(early.landing_bar))
    else:
        coming = title.replace("%1", str(number)) if number else translate("Master", "Opening")
        text = translate("Master", "stays")
    floor = snapshot.floor
    if not floor.on:
        floor_text = translate("Master", "off")
    elif floor.audible:
        floor_text = translate("Master", "plays")
    else:
        floor_text = translate("Master", "waits")
    limiter_db = signed_db(engine.limiter_gain)
    failed = no_output(engine)
    silence = "" if failed or snapshot.silence.kind == "fading" else snapshot.silence.kind
    unheard = failed or silence != ""
    if failed:
        output = brief = translate("Master", "No device")
    elif engine.state == "silent":
        output = brief = translate("Master", "No sound")
    else:
        output, brief = translate("Master", "Out 1\u20132"), "1\u20132"
    return {
        "sceneTitle": title.replace("%1", str(number))
        if number
        else translate("Master", "Opening"),
        "sceneText": since if number else translate("Master", "until scene 1"),
        "comingTitle": coming,
        "comingText": text,
        "comingKind": kind,
        "limiterText": "\u2013" if unheard else f"{limiter_db} dB",
        "limiterHot": engine.limiter_gain < 0.708 and not unheard,
        "lufsText": "\u2013"
        if engine.lufs is None or unheard
        else decimal(f"{engine.lufs:.1f}".replace("-", "\u2212")),
        "dimmed": snapshot.sound.dim,
        "dimText": translate("Master", "DIM %1 dB").replace("%1", f"\u2212{-DIM_DB:.0f}"),
        "mono": snapshot.sound.mono,
        "ceilingText": decimal(f"{snapshot.sound.ceiling_dbtp:.1f}".replace("-", "\u2212")),
        "ceilingPlace": round(deflection(snapshot.sound.ceiling_dbtp), 4),
        "hasCue": snapshot.sound.has_cue,
        "cueNext": snapshot.sound.cue_next,
        "floorShown": floor.available,
        "floorOn": floor.on,
        "floorText": floor_text,
        "masterPlace": round(fader_position(snapshot.master_gain), 4),
        "masterGhost": ghost_of(snapshot, "master.fader"),
        "masterGainText": signed_db(snapshot.master_gain),
        "outputText": output,
        "outputBrief": brief,
        "outputBad": failed,
        "silentKind": silence,
    }
