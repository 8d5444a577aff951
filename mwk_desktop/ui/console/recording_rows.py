"""What a recording holds, in words: the columns of a list, the preview, a line for a drop."""

from __future__ import annotations

import time
from typing import Any

from mwk_desktop.show.recording_facts import RecordingFacts
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.message_text import LONGEST, message_text
from mwk_desktop.ui.number_text import elapsed, long_time
from mwk_desktop.ui.safe_text import clean

_HOUR_MS = 3_600_000


def recording_columns(facts: RecordingFacts | None) -> dict[str, str]:
    """``recorded``, ``length`` and ``tweets`` of a row; all empty where nothing is known."""
    if facts is None or facts.problem:
        return {"recorded": "", "length": "", "tweets": ""}
    return {
        "recorded": _moment(facts.start_ms) if facts.tweets else "",
        "length": length_text(facts.length_ms),
        "tweets": count(facts.tweets),
    }


def length_text(length_ms: int) -> str:
    """A length as ``41:59``, of an hour or more as ``01:12:31``."""
    return elapsed(length_ms) if length_ms < _HOUR_MS else long_time(length_ms)


def drop_line(facts: RecordingFacts, size: str) -> str:
    """A recording in one line: ``41:59 \u00b7 74,112 tweets \u00b7 31 MB``."""
    return " \u00b7 ".join((length_text(facts.length_ms), _tweets(facts.tweets), size))


def preview(facts: RecordingFacts) -> dict[str, Any]:
    """What is shown beside the list.

    ``line`` sums it up, ``density`` is its tweets over time (the fullest part is 1), ``length``
    stands at its end, ``rows`` are pairs of words, ``problem`` says why it cannot be played.
    """
    if facts.problem:
        return {
            "line": "",
            "density": [],
            "length": "",
            "rows": [],
            "problem": message_text(facts.problem, LONGEST),
        }
    parts = [_tweets(facts.tweets)]
    if facts.users >= 0:
        users = translate("Files", "1 user") if facts.users == 1 else translate("Files", "%1 users")
        parts.append(users.replace("%1", count(facts.users)))
    windows = translate("Files", "1 window")
    if facts.windows != 1:
        windows = translate("Files", "%1 windows").replace("%1", count(facts.windows))
    parts.append(windows)
    most = max(facts.density, default=0)
    return {
        "line": " \u00b7 ".join(parts),
        "density": [round(tweets / most, 3) if most else 0.0 for tweets in facts.density],
        "length": length_text(facts.length_ms),
        "rows": _rows(facts),
        "problem": "",
    }


def _rows(facts: RecordingFacts) -> list[list[str]]:
    rows = [[translate("Files", "Recorded"), _moment(facts.start_ms) if facts.tweets else ""]]
    if facts.as_it_was:
        changes = translate("Files", "1 change")
        if facts.overrides != 1:
            changes = translate("Files", "%1 changes").replace("%1", count(facts.overrides))
        rows.append([translate("Files", "Hand"), changes])
    if facts.sound_set:
        rows.append([translate("Files", "Sound set"), clean(facts.sound_set, 60)])
    decisions = translate("Files", "none: by the rules")
    if facts.as_it_was:
        decisions = translate("Files", "recorded: plays as it was")
    rows.append([translate("Files", "Decisions"), decisions])
    if facts.growing:
        rows.append([translate("Files", "State"), translate("Files", "is still being recorded")])
        return [row for row in rows if row[1]]
    damage = [message_text(warning, LONGEST) for warning in facts.warnings]
    rows.append([translate("Files", "Damaged"), " ".join(damage) or translate("Files", "no")])
    return [row for row in rows if row[1]]


def _tweets(number: int) -> str:
    if number == 1:
        return translate("Files", "1 tweet")
    return translate("Files", "%1 tweets").replace("%1", count(number))


def _moment(t_ms: int) -> str:
    """A day and a time of day on this machine's clock."""
    try:
        return time.strftime("%Y-%m-%d %H:%M", time.localtime(t_ms / 1000))
    except (OverflowError, ValueError, OSError):
        return ""
