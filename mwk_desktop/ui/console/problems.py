"""Banners: what is wrong, at most two, and how many more there are."""

from __future__ import annotations

from typing import Any

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.safe_text import clean

_LIMIT = 400
_SHOWN = 2
_SHORT = 20
"""A first sentence shorter than this ("Broker lost.") says too little on its own."""

_ICONS = (
    (("broker", "kafka"), "plug"),
    (("sound", "audio", "output", "device", "engine"), "mute"),
    (("screen", "projector", "stage"), "stage"),
)


def banners(snapshot: Snapshot) -> list[dict[str, Any]]:
    """The worst problems (the show sorts them), first sentence apart, as it is shown bold."""
    shown = []
    for problem in snapshot.problems[:_SHOWN]:
        text = clean(problem, _LIMIT)
        head, stop, rest = text.partition(". ")
        head += stop.strip()
        if len(head) < _SHORT:
            more, stop, rest = rest.partition(". ")
            head = f"{head} {more}{stop.strip()}".strip()
        shown.append({"head": head, "rest": rest, "icon": _icon(head)})
    return shown


def more_problems(snapshot: Snapshot) -> int:
    """How many problems have no banner of their own."""
    return max(0, len(snapshot.problems) - _SHOWN)


def _icon(sentence: str) -> str:
    words = sentence.lower()
    for hints, icon in _ICONS:
        if any(hint in words for hint in hints):
            return icon
    return "warn"
