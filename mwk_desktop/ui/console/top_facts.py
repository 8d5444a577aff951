"""What header, transport, buttons, master and the health line show of a snapshot."""

from __future__ import annotations

from typing import Any

from mwk_desktop.show.snapshot import Snapshot, SourceState
from mwk_desktop.ui.console.strip_facts import no_output
from mwk_desktop.ui.musical import SeenBeat, seen_beat
from mwk_desktop.ui.names import translate
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.ui.scales import fader_position
from mwk_desktop.ui.words import (
    count,
    countdown,
    elapsed,
    long_time,
    rate,
    signed_db,
    wall_time,
)

_HOT_MS = 5_000
"""From here on the countdown is in the warning colour."""

_NAME_LIMIT = 80

TOP_DEFAULTS: dict[str, Any] = {
    # header
    "pill": "demo",  # live, demo, replay, lost
    "pillText": "",
    "sourceName": "",
    "sourceDetail": "",
    "lagText": "",
    "clockText": "",
    "canUndo": False,
    "undoLabel": "",
    # transport
    "barText": "",
    "beat": 1,
    "beatsPerBar": 4,
    "tempoText": "",
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
    "landingText": "",
    "loopPhase": 0.0,
    # buttons
    "held": False,
    "panic": "",
    "fade": "",
    "recordText": "",  # empty: the master is not being recorded
    # master
    "sceneTitle": "",
    "sceneText": "",
    "comingTitle": "",
    "comingText": "",
    "comingKind": "none",  # none, coming, cancelled, held
    "limiterText": "",
    "limiterHot": False,
    "lufsText": "",
    "masterPlace": 0.8,
    "masterGainText": "0.0",
    "masterPeakText": "",
    "outputText": "",
    "outputBad": False,
    # health
    "soundMark": "ok",  # ok, warn, bad, off
    "soundText": "",
    "soundDetail": "",
    "engineMark": "ok",
    "engineText": "",
    "brokerMark": "ok",
    "brokerText": "",
    "tweetMark": "ok",
    "tweetText": "",
    "recordingText": "",
}


def top_facts(snapshot: Snapshot, offset_ms: float, language: str) -> dict[str, Any]:
    """Values for :data:`TOP_DEFAULTS` (all but the master's peak, which the meters know)."""
    return {**moving_facts(snapshot, offset_ms), **resting_facts(snapshot, language)}


def moving_facts(snapshot: Snapshot, offset_ms: float) -> dict[str, Any]:
    """The part that moves with the music: asked for at every snapshot."""
    return _moving(snapshot, seen_beat(snapshot.transport, offset_ms))


def resting_facts(snapshot: Snapshot, language: str) -> dict[str, Any]:
    """The part made of words: asked for when :func:`resting_key` changes."""
    return {
        **_header(snapshot),
        **_tempo(snapshot),
        **_countdown(snapshot),
        **_master(snapshot),
        **_health(snapshot, language),
        "held": snapshot.hold,
        "panic": snapshot.panic,
        "fade": snapshot.fade,
    }


def resting_key(snapshot: Snapshot) -> tuple[Any, ...]:
    """Differs when :func:`resting_facts` may: at once for what was pressed, else 10 times a second.

    Words cost far more than numbers, and nobody reads a count sixty times a second.
    """
    window = snapshot.window
    return (
        snapshot.t_ms // 100,
        -(-window.remaining_ms // 1000),
        window.bars_to_landing,
        window.first_bar,
        snapshot.hold,
        snapshot.panic,
        snapshot.fade,
        snapshot.next_scene_cancelled,
        snapshot.scene_number,
        snapshot.master_gain,
        snapshot.can_undo,
        snapshot.source.kind,
        snapshot.source.state,
        snapshot.engine.state,
        snapshot.engine.device_missing,
        None if snapshot.master_recorded_ms is None else snapshot.master_recorded_ms // 1000,
    )


def source_lost(source: SourceState) -> bool:
    """Whether a live show does not hear its broker."""
    return source.kind == "live" and source.state not in ("connected", "idle")


def _header(snapshot: Snapshot) -> dict[str, Any]:
    source = snapshot.source
    name, at, host = clean(source.name, _NAME_LIMIT).partition("@")
    pill, lag = source.kind, ""
    if source_lost(source):
        starting = source.state in ("connecting", "starting")
        pill = "lost"
        text = translate("Header", "CONNECTING") if starting else translate("Header", "BROKER LOST")
        lag = translate("Header", "unknown")
    else:
        text = {
            "live": translate("Header", "LIVE"),
            "demo": translate("Header", "DEMO"),
            "replay": translate("Header", "REPLAY"),
        }.get(source.kind, source.kind.upper())
        if source.kind == "live" and source.lag is not None:
            lag = count(source.lag)
    detail = f"@ {host.strip()}" if at else ""
    if source.kind == "demo":
        users = translate("Header", "simulated crowd, %1 users, no broker needed")
        name = users.replace("%1", count(snapshot.counts.users))
        detail = ""
    elif not detail and source.detail and pill != "lost":
        detail = clean(source.detail, _NAME_LIMIT)
    return {
        "pill": pill,
        "pillText": text,
        "sourceName": name.strip(),
        "sourceDetail": detail,
        "lagText": lag,
        "clockText": wall_time(snapshot.t_ms),
        "canUndo": snapshot.can_undo,
        "undoLabel": clean(snapshot.undo_label, _NAME_LIMIT),
    }


def _moving(snapshot: Snapshot, seen: SeenBeat) -> dict[str, Any]:
    window = snapshot.window
    # A pixel of the widest ribbon is about an eightieth of a bar: finer steps only cost frames.
    playhead = round(max(0.0, min(float(window.bar_count), window.playhead_bars)) * 80) / 80
    return {
        "barText": f"{seen.bar}.{seen.beat}",
        "beat": seen.beat,
        "playheadBars": playhead,
        "loopPhase": round(seen.loop_phase * 96) / 96,
    }


def _tempo(snapshot: Snapshot) -> dict[str, Any]:
    transport, window = snapshot.transport, snapshot.window
    lock_beats = round(window.lock_bars * transport.beats_per_bar)
    lock_bar = window.first_bar + lock_beats // max(1, transport.beats_per_bar)
    tempo = translate("Transport", "%1 BPM \u00b7 %2/4 \u00b7 quantize %3")
    quantize = {
        "beat": translate("Transport", "beat"),
        "bar": translate("Transport", "bar"),
        "loop": translate("Transport", "loop"),
    }.get(snapshot.quantize, snapshot.quantize)
    return {
        "beatsPerBar": transport.beats_per_bar,
        "tempoText": tempo.replace("%1", f"{transport.bpm:.2f}")
        .replace("%2", str(transport.beats_per_bar))
        .replace("%3", quantize),
        "firstBar": window.first_bar,
        "barCount": max(1, window.bar_count),
        "barsPerLoop": max(1, transport.bars_per_loop),
        "lockBars": round(window.lock_bars, 3),
        "lockBarText": f"{lock_bar}.{lock_beats % max(1, transport.beats_per_bar) + 1}",
        "landingText": ""
        if window.landing_bar is None
        else translate("Transport", "bar %1").replace("%1", str(window.landing_bar)),
    }


def bars_words(bars: int | None) -> str:
    """``2 bars``, ``1 bar``, ``now``; a dash when nothing is known."""
    if bars is None:
        return "\u2013"
    if bars <= 0:
        return translate("Transport", "now")
    text = translate("Transport", "1 bar") if bars == 1 else translate("Transport", "%1 bars")
    return text.replace("%1", str(bars))


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


def _master(snapshot: Snapshot) -> dict[str, Any]:
    engine = snapshot.engine
    number = snapshot.scene_number
    title = translate("Master", "Scene %1")
    since = translate("Master", "since bar %1").replace("%1", str(snapshot.scene_since_bar))
    coming, text, kind = title.replace("%1", str(number + 1)), "", "none"
    if snapshot.hold:
        kind, coming = "held", translate("Master", "Held")
        text = translate("Master", "Space releases")
    elif snapshot.next_scene_cancelled:
        kind, text = "cancelled", translate("Master", "cancelled")
    elif snapshot.next_scene:
        kind = "coming"
        bars = bars_words(snapshot.window.bars_to_landing)
        text = translate("Master", "in %1").replace("%1", bars)
    else:
        coming = title.replace("%1", str(number)) if number else translate("Master", "Opening")
        text = translate("Master", "stays")
    limiter_db = signed_db(engine.limiter_gain)
    failed = no_output(engine)
    if failed:
        output = translate("Master", "No device")
    elif engine.state == "silent":
        output = translate("Master", "No sound")
    else:
        output = translate("Master", "Out 1\u20132")
    return {
        "sceneTitle": title.replace("%1", str(number))
        if number
        else translate("Master", "Opening"),
        "sceneText": since if number else translate("Master", "until scene 1"),
        "comingTitle": coming,
        "comingText": text,
        "comingKind": kind,
        "limiterText": "\u2013" if failed else f"{limiter_db} dB",
        "limiterHot": engine.limiter_gain < 0.708,
        "lufsText": "\u2013"
        if engine.lufs is None or failed
        else f"{engine.lufs:.1f}".replace("-", "\u2212"),
        "masterPlace": round(fader_position(snapshot.master_gain), 4),
        "masterGainText": signed_db(snapshot.master_gain),
        "outputText": output,
        "outputBad": failed,
    }


def _health(snapshot: Snapshot, language: str) -> dict[str, Any]:
    engine, source, counts = snapshot.engine, snapshot.source, snapshot.counts
    missing = no_output(engine)
    device = clean(engine.device, _NAME_LIMIT)
    figures = (
        translate("Health", "%1 kHz \u00b7 %2 frames \u00b7 xruns %3")
        .replace("%1", f"{engine.rate_hz / 1000:g}")
        .replace("%2", str(engine.block_frames))
        .replace("%3", count(engine.xruns, language))
    )
    sound_mark = "warn" if engine.xruns else "ok"
    if missing:
        sound_mark, figures = "bad", translate("Health", "silent clock")
        # Its name and the reason are in the banner.
        device = translate("Health", "sound device missing")
    elif engine.state == "silent":
        sound_mark, device = "off", translate("Health", "no sound device chosen")
    elif engine.state in ("starting", "restarting"):
        sound_mark, device = "warn", device or translate("Health", "sound device")
    engine_mark, engine_text = {
        "running": ("ok", translate("Health", "engine ok")),
        "silent": ("ok", translate("Health", "engine ok")),
        "starting": ("warn", translate("Health", "engine starting")),
        "restarting": ("warn", translate("Health", "engine restarting")),
    }.get(engine.state, ("bad", translate("Health", "engine failed")))
    if engine.state in ("restarting", "running") and engine.detail:  # told for its 10 seconds
        engine_mark, engine_text = "warn", clean(engine.detail, _NAME_LIMIT)
    if source.kind == "demo":
        broker = ("off", translate("Health", "no broker, demo crowd"))
    elif source.kind == "replay":
        broker = ("off", translate("Health", "no broker needed"))
    elif source_lost(source):
        since = translate("Health", "broker lost since %1")
        broker = ("bad", since.replace("%1", wall_time(source.since_ms)))
    else:
        broker = ("ok", translate("Health", "broker ok"))
    tweets = (
        translate("Health", "%1 tweets, %2/s")
        .replace("%1", count(counts.tweets, language))
        .replace("%2", rate(counts.tweets_per_s, language))
    )
    recording = translate("Health", "show recorded") if snapshot.recording else ""
    recorded_ms = snapshot.master_recorded_ms
    if recorded_ms is not None:
        recording = translate("Health", "recording %1").replace("%1", long_time(recorded_ms))
    return {
        "soundMark": sound_mark,
        "soundText": device,
        "soundDetail": figures,
        "engineMark": engine_mark,
        "engineText": engine_text,
        "brokerMark": broker[0],
        "brokerText": broker[1],
        "tweetMark": "warn" if source_lost(source) else "ok",
        "tweetText": tweets,
        "recordingText": recording,
        "recordText": "" if recorded_ms is None else elapsed(recorded_ms),
    }


def replay_facts(snapshot: Snapshot) -> dict[str, Any]:
    """What the replay's bar shows; all empty when this is no replay."""
    replay = snapshot.replay
    if replay is None:
        return dict(REPLAY_DEFAULTS)
    length = max(1, replay.length_ms)
    return {
        "replaying": True,
        "paused": replay.paused,
        "ended": replay.ended,
        "positionText": long_time(replay.position_ms),
        "lengthText": translate("Replay", "of %1").replace("%1", long_time(replay.length_ms)),
        "positionShare": round(min(1.0, max(0.0, replay.position_ms / length)), 4),
        "speed": replay.speed,
    }


REPLAY_DEFAULTS: dict[str, Any] = {
    "replaying": False,
    "paused": False,
    "ended": False,
    "positionText": "",
    "lengthText": "",
    "positionShare": 0.0,
    "speed": 1.0,
}
