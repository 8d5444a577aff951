"""The transport's properties: bar, beat, the countdown over its ribbon."""

from __future__ import annotations

from typing import Any

from mwk_desktop.messages import plural_message
from mwk_desktop.show.snapshot import Snapshot, TransportState
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import decimal
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.number_text import countdown, elapsed
from mwk_desktop.ui.visual_beat import visual_beat

_HOT_MS = 5_000
"""Below this the countdown has the warning colour."""

TRANSPORT_DEFAULTS: dict[str, Any] = {
    "barText": "",
    "beat": 1,
    "beatsPerBar": 4,
    "tempoText": "",
    "tempoBrief": "",
    "lockTitle": "",
    "lockText": "",
    "lockNote": "",
    "lockHot": False,
    "nextTitle": "",
    "nextText": "",
    "firstBar": 1,
    "barCount": 16,
    "barsPerLoop": 2,
    "playheadBars": 0.0,
    "lockBars": 0.0,
    "lockBarText": "",
    "hollowFrom": -1.0,  # bars of the ribbon from here on count for the scene after; -1: none
    "landingText": "",
    "loopPhase": 0.0,
}


def moving_properties(snapshot: Snapshot, offset_ms: float) -> dict[str, Any]:
    """The part that moves with the music: computed for every snapshot."""
    seen = visual_beat(snapshot.transport, offset_ms)
    window = snapshot.window
    # A pixel of the widest ribbon is about 1/80 of a bar: finer steps only cost frames.
    playhead = round(max(0.0, min(float(window.bar_count), window.playhead_bars)) * 80) / 80
    return {
        "barText": f"{seen.bar}.{seen.beat}",
        "beat": seen.beat,
        "playheadBars": playhead,
        "loopPhase": round(seen.loop_phase * 96) / 96,
    }


def transport_properties(snapshot: Snapshot) -> dict[str, Any]:
    """The texts of :data:`TRANSPORT_DEFAULTS`."""
    return {**_tempo(snapshot), **_countdown(snapshot)}


def _tempo(snapshot: Snapshot) -> dict[str, Any]:
    transport, window = snapshot.transport, snapshot.window
    lock_beats = round(window.lock_bars * transport.beats_per_bar)
    early = snapshot.desk.early_lock
    lock_bar = window.first_bar + lock_beats // max(1, transport.beats_per_bar)
    landing = window.landing_bar if early is None else early.landing_bar
    bar_words = translate("Transport", "bar %1")
    tempo = translate("Transport", "%1 BPM \u00b7 %2/4 \u00b7 quantize %3")
    quantize = {
        "beat": translate("Transport", "beat"),
        "bar": translate("Transport", "bar"),
        "loop": translate("Transport", "loop"),
    }.get(snapshot.quantize, snapshot.quantize)
    return {
        "beatsPerBar": transport.beats_per_bar,
        "tempoText": _tempo_words(transport, tempo).replace("%3", quantize),
        "tempoBrief": _tempo_words(transport, translate("Transport", "%1 BPM \u00b7 %2/4")),
        "firstBar": window.first_bar,
        "barCount": max(1, window.bar_count),
        "barsPerLoop": max(1, transport.bars_per_loop),
        "lockBars": round(window.lock_bars, 3)
        if early is None
        else max(0, early.landing_bar - window.first_bar),
        "hollowFrom": float(_hollow_from(snapshot)),
        "lockBarText": f"{lock_bar}.{lock_beats % max(1, transport.beats_per_bar) + 1}"
        if early is None
        else f"{early.bar}.{early.beat}",
        "landingText": "" if landing is None else bar_words.replace("%1", str(landing)),
    }


def _tempo_words(transport: TransportState, text: str) -> str:
    bpm = decimal(f"{transport.bpm:.2f}")
    return text.replace("%1", bpm).replace("%2", str(transport.beats_per_bar))


def _hollow_from(snapshot: Snapshot) -> int:
    """The first bar of the ribbon that no votes are for now: after an early lock those of the
    scene that was due; none of them once a recording is over; -1: there is none."""
    if snapshot.replay is not None and snapshot.replay.ended:
        return 0
    early = snapshot.desk.early_lock
    return -1 if early is None else max(0, early.landing_bar - snapshot.window.first_bar)


def bars_words(bars: int | None) -> str:
    """``2 bars``, ``1 bar``, ``now``; a dash when nothing is known."""
    if bars is None:
        return "\u2013"
    if bars <= 0:
        return translate("Transport", "now")
    return message_text(plural_message("{count} bar", "{count} bars", bars))


def _countdown(snapshot: Snapshot) -> dict[str, Any]:
    window = snapshot.window
    if snapshot.hold:
        since = snapshot.t_ms if snapshot.hold_since_ms is None else snapshot.hold_since_ms
        note = translate("Transport", "scene %1 stays until you release hold")
        return {
            "lockTitle": translate("Transport", "SCENE HELD FOR"),
            "lockText": elapsed(snapshot.t_ms - since),
            "lockNote": note.replace("%1", str(snapshot.scene_number)),
            "lockHot": True,
            "nextTitle": translate("Transport", "NEXT SCENE"),
            "nextText": translate("Transport", "held"),
        }
    if snapshot.replay is not None and snapshot.replay.ended:
        return {
            "lockTitle": translate("Transport", "VOTES LOCK IN"),
            "lockText": "\u2013",
            "lockNote": translate("Transport", "the recording is over"),
            "lockHot": False,
            "nextTitle": translate("Transport", "NEXT SCENE"),
            "nextText": translate("Transport", "none"),
        }
    early = snapshot.desk.early_lock
    if early is not None:
        planned = translate("Transport", "then bar %1, as planned")
        return {
            "lockTitle": translate("Transport", "VOTES LOCKED"),
            "lockText": f"{early.bar}.{early.beat}",
            "lockNote": planned.replace("%1", str(early.planned_bar)),
            "lockHot": True,
            "nextTitle": translate("Transport", "NEXT SCENE IN"),
            "nextText": bars_words(early.landing_bar - snapshot.transport.bar),
        }
    cancelled = snapshot.next_scene_cancelled
    return {
        "lockTitle": translate("Transport", "VOTES LOCK IN"),
        "lockText": countdown(window.remaining_ms),
        "lockNote": "",
        "lockHot": window.remaining_ms <= _HOT_MS,
        "nextTitle": translate("Transport", "NEXT SCENE")
        if cancelled
        else translate("Transport", "NEXT SCENE IN"),
        "nextText": translate("Transport", "cancelled")
        if cancelled
        else bars_words(window.bars_to_landing),
    }
