"""The health line's properties: sound, engine, broker, messages, recording."""

from __future__ import annotations

from typing import Any

from mwk_desktop.messages import plural_message
from mwk_desktop.show.followed_networks import NETWORKS, NetworkState
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.console.control_properties import CONTROL_DEFAULTS, control_properties
from mwk_desktop.ui.console.header_properties import source_lost
from mwk_desktop.ui.console.spare_properties import SPARE_DEFAULTS, spare_properties
from mwk_desktop.ui.console.strip_properties import no_output
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import count, decimal, rate
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.network_rows import stream_words
from mwk_desktop.ui.number_text import elapsed, long_time, wall_time
from mwk_desktop.ui.safe_text import clean

_NAME_LIMIT = 80

_MARKS = ("off", "ok", "warn", "bad")
"""Marks, the worst last."""

_LATE_SHARE = 0.01
"""A larger share of late votes is shown."""

_CLOCK_OFF_SHARE = 0.1
"""A share this large comes from a producer's wrong clock, not from a slow network."""

HEALTH_DEFAULTS: dict[str, Any] = {
    "soundMark": "ok",  # ok, warn, bad, off
    "soundText": "",
    "soundDetail": "",
    "engineMark": "ok",
    "engineText": "",
    "brokerMark": "ok",
    "brokerText": "",
    "networksMark": "off",
    "networksText": "",  # empty: none is followed
    "networksBrief": "",
    **SPARE_DEFAULTS,
    **CONTROL_DEFAULTS,
    "tweetMark": "ok",
    "tweetText": "",
    "tweetBrief": "",
    "tweetDetail": "",
    "recordingMark": "off",
    "recordingText": "",
    "recordText": "",  # empty: the master is not being recorded
}


def health_properties(snapshot: Snapshot, language: str, late_share: float = 0.0) -> dict[str, Any]:
    """Values for :data:`HEALTH_DEFAULTS`."""
    engine, source, counts = snapshot.engine, snapshot.source, snapshot.counts
    missing = no_output(engine)
    device = clean(engine.device, _NAME_LIMIT)
    figures = (
        translate("Health", "%1 kHz \u00b7 %2 frames \u00b7 xruns %3")
        .replace("%1", decimal(f"{engine.rate_hz / 1000:g}"))
        .replace("%2", str(engine.block_frames))
        .replace("%3", count(engine.xruns, language))
    )
    sound_mark = "warn" if engine.xruns else "ok"
    if missing:
        sound_mark, figures = "bad", translate("Health", "silent clock")
        # Its name and the reason are in the banner.
        device = translate("Health", "sound device missing")
    elif engine.state == "silent":
        outputs = snapshot.outputs
        none_there = bool(outputs.problem) and not outputs.rows and not outputs.looking
        found = translate("Health", "no sound card found")
        chosen = translate("Health", "no sound device chosen")
        sound_mark, device = "off", found if none_there else chosen
    elif engine.state in ("starting", "restarting"):
        sound_mark, device = "warn", device or translate("Health", "sound device")
    engine_mark, engine_text = {
        "running": ("ok", translate("Health", "engine ok")),
        "silent": ("ok", translate("Health", "engine ok")),
        "starting": ("warn", translate("Health", "engine starting")),
        "restarting": ("warn", translate("Health", "engine restarting")),
    }.get(engine.state, ("bad", translate("Health", "engine failed")))
    if engine.state in ("restarting", "running") and engine.detail:  # shown for 10 seconds
        engine_mark, engine_text = "warn", message_text(engine.detail)
    if source.kind == "demo":
        broker = ("off", translate("Health", "no broker, demo crowd"))
    elif source.kind == "replay":
        broker = ("off", translate("Health", "no broker needed"))
    elif source_lost(source):
        since = translate("Health", "broker lost since %1")
        broker = ("bad", since.replace("%1", wall_time(source.since_ms)))
    else:
        broker = ("ok", translate("Health", "broker ok"))
    per_s = rate(counts.tweets_per_s, language)
    tweets = translate("Health", "%1 tweets, %2/s").replace("%1", count(counts.tweets, language))
    mark, recording = "off", translate("Health", "not recording")
    if snapshot.recording:
        mark, recording = "ok", translate("Health", "show recorded")
    recorded_ms = snapshot.master_recorded_ms
    if recorded_ms is not None:
        mark = "rec"
        recording = translate("Health", "recording %1").replace("%1", long_time(recorded_ms))
    return {
        "soundMark": sound_mark,
        "soundText": device,
        "soundDetail": figures,
        "engineMark": engine_mark,
        "engineText": engine_text,
        "brokerMark": broker[0],
        "brokerText": broker[1],
        **_networks(snapshot.workers.networks),
        **spare_properties(snapshot.workers.spare),
        **control_properties(snapshot.workers.controllers, snapshot.workers.remote),
        "tweetMark": "warn" if source_lost(source) or late_share >= _LATE_SHARE else "ok",
        "tweetDetail": _late_words(late_share),
        "tweetText": tweets.replace("%2", per_s),
        "tweetBrief": translate("Health", "%1/s").replace("%1", per_s),
        "recordingMark": mark,
        "recordingText": recording,
        "recordText": "" if recorded_ms is None else elapsed(recorded_ms),
    }


def _networks(networks: tuple[NetworkState, ...]) -> dict[str, str]:
    """Each network that is followed or that failed, and the worst mark; briefly only how many, or
    what is wrong."""
    shown = [one for one in networks if one.state != "off"]
    mark, texts, wrong = "off", [], []
    for one in shown:
        own, words = stream_words(one.state)
        name = NETWORKS[one.network]
        texts.append(name if own == "ok" else f"{name}: {words}")
        if own != "ok":
            wrong.append(texts[-1])
        mark = max(mark, own, key=_MARKS.index)
    many = plural_message("{count} network", "{count} networks", len(shown))
    brief = message_text(many) if shown else ""
    if wrong:
        brief = wrong[0] + (f" +{len(wrong) - 1}" if len(wrong) > 1 else "")
    return {
        "networksMark": mark,
        "networksText": " \u00b7 ".join(texts),
        "networksBrief": brief,
    }


def _late_words(share: float) -> str:
    if share < _LATE_SHARE:
        return ""
    late = translate("Health", "%1 % late").replace("%1", str(max(1, round(share * 100))))
    if share < _CLOCK_OFF_SHARE:
        return late
    return translate("Health", "%1: is a sender's clock off?").replace("%1", late)
