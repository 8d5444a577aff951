"""The health line's part on a second laptop: this console's role, and how far the other one is."""

from __future__ import annotations

import math
from typing import Any, Final

from mwk_desktop.show.spare.takeover_rule import BEAT_MS, MISSING_MS
from mwk_desktop.show.spare_state import SpareState
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import decimal
from mwk_desktop.ui.number_text import elapsed
from mwk_desktop.ui.safe_text import clean

SPARE_DEFAULTS: dict[str, Any] = {
    "spareMark": "off",  # ok, warn, bad, off
    "spareText": "",  # empty: no other console was met
    "spareDetail": "",
}

_NAME_LIMIT: Final = 24


def spare_properties(spare: SpareState | None) -> dict[str, Any]:
    """Values for :data:`SPARE_DEFAULTS`."""
    main = spare is not None and spare.role == "main"
    if spare is None or (main and not spare.other):
        return dict(SPARE_DEFAULTS)
    name = clean(spare.other, _NAME_LIMIT)
    missing = not 0 <= spare.other_age_ms <= MISSING_MS
    if main:
        mark, text = ("warn" if missing else "ok"), translate("Health", "main")
        if not missing:
            text = translate("Health", "main, %1 follows").replace("%1", name)
    else:
        mark, text = "ok", translate("Health", "follows %1").replace("%1", name)
        if missing:
            mark, text = "bad", translate("Health", "the main console is missing")
    if not spare.sees_kafka:
        mark = "bad"
    detail = _apart(spare)
    if missing and spare.other:
        age = elapsed(max(0, spare.other_age_ms))
        detail = translate("Health", "%1 last seen %2 ago").replace("%1", name).replace("%2", age)
    elif mark == "ok" and not spare.in_step:
        mark = "warn"
    return {"spareMark": mark, "spareText": text, "spareDetail": detail}


def _apart(spare: SpareState) -> str:
    """The other's age, and how far the two consoles' music and clocks are apart."""
    if spare.music_ms is None or spare.clock_ms is None:
        return ""
    # In whole heartbeats: it would flicker.
    age_s = math.ceil(spare.other_age_ms / BEAT_MS) * BEAT_MS / 1000
    return (
        translate("Health", "%1 s \u00b7 bars %2 ms \u00b7 clocks %3 ms")
        .replace("%1", decimal(f"{age_s:.1f}"))
        .replace("%2", str(abs(round(spare.music_ms))))
        .replace("%3", str(abs(spare.clock_ms)))
    )
