"""The header's properties: where the messages come from, and the clock."""

from __future__ import annotations

from typing import Any

from mwk_desktop.show.recent_hands import Hand
from mwk_desktop.show.snapshot import Snapshot, SourceState
from mwk_desktop.ui.console.learn_properties import capitalized_label
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.number_text import wall_clock, wall_time
from mwk_desktop.ui.safe_text import clean

_NAME_LIMIT = 80
_UNDO_LIMIT = 80
_BY_LIMIT = 40

HEADER_DEFAULTS: dict[str, Any] = {
    "pill": "demo",  # live, demo, replay, ended, lost
    "pillText": "",
    "sourceName": "",
    "sourceDetail": "",
    "lagText": "",
    "clockText": "",
    "canUndo": False,
    "undoLabel": "",
    "hands": [],  # what was done last: {"time", "label", "by"}
}


def source_lost(source: SourceState) -> bool:
    """Whether a live show has lost its broker."""
    return source.kind == "live" and source.state not in ("connected", "idle")


def header_properties(snapshot: Snapshot) -> dict[str, Any]:
    """Values for :data:`HEADER_DEFAULTS`."""
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
        if source.kind == "replay" and source.state == "ended":
            pill, text = "ended", translate("Header", "REPLAY ENDED")
        if source.kind == "live" and source.lag is not None:
            lag = count(source.lag)
        elif "lag" in snapshot.counts.unknown:
            lag = "\u2013"
    detail = f"@ {host.strip()}" if at else ""
    if source.kind == "demo":
        users = translate("Header", "simulated crowd, %1 users, no broker needed")
        name = users.replace("%1", count(snapshot.counts.users))
        detail = ""
    elif not detail and source.detail and pill != "lost":
        detail = message_text(source.detail, _NAME_LIMIT)
    return {
        "pill": pill,
        "pillText": text,
        "sourceName": name.strip(),
        "sourceDetail": detail,
        "lagText": lag,
        "clockText": wall_time(snapshot.wall_ms),
        "canUndo": snapshot.can_undo,
        "undoLabel": message_text(snapshot.undo_label, _UNDO_LIMIT),
        "hands": [_hand_row(hand) for hand in snapshot.workers.hands],
    }


def _hand_row(hand: Hand) -> dict[str, str]:
    """An action in words, and who did it."""
    by = translate("Header", "by %1").replace("%1", clean(hand.by, _BY_LIMIT)) if hand.by else ""
    here = translate("Header", "here")
    label = capitalized_label(hand.action)
    return {"time": wall_clock(hand.t_ms), "label": label, "by": by or here}
