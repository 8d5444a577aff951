"""The reveal after a lock: the five that won, who is new, who leaves (GUI thread only)."""

from __future__ import annotations

from typing import Any

from mwk_desktop.messages import message, plural_message
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.stage_state import LockedWindow, LockOutcome
from mwk_desktop.ui.interface_language import translate, vote_word
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.stage.second_language import beside
from mwk_desktop.units import INSTRUMENTS

REVEAL_DEFAULTS: dict[str, Any] = {
    "result": [],
    "resultVotes": "",
    "resultTitle": "",
    "resultLands": True,
    "resultShort": False,
    "gone": [],
    "leaving": [],
    "fresh": [],
    "preview": [],
}
"""``result`` rows: instrument, name, votes, share, tag (new, stays or nothing), say; ``gone``:
instruments below the line; ``leaving``: those that stop with the landing; ``fresh``: those that
begin."""


def instrument_label(instrument: str, snapshot: Snapshot, second: str = "") -> str:
    """The stage's name for an instrument, with the word that votes for it.

    ``second``: another language, whose word stands beside it where it is another one.
    """
    aliases = snapshot.aliases[INSTRUMENTS.index(instrument)] if snapshot.aliases else ()
    words = [vote_word(instrument, aliases)]
    if second:
        words.append(vote_word(instrument, aliases, second))
    return beside(*(word[:1].upper() + word[1:] for word in words))


def label_properties(snapshot: Snapshot, second: str) -> dict[str, Any]:
    """Short labels by instrument, and the words that vote, in two languages where asked."""
    return {
        "labels": {name: instrument_label(name, snapshot) for name in INSTRUMENTS},
        "words": [
            {"instrument": name, "word": instrument_label(name, snapshot, second)}
            for name in INSTRUMENTS
        ],
    }


def reveal_properties(
    locked: LockedWindow | None, snapshot: Snapshot, landed: bool, second: str = ""
) -> dict[str, Any]:
    """What the reveal of the newest lock shows; ``landed``: its scene sounds already."""
    if locked is None or locked.outcome is LockOutcome.STAYS:
        return {**REVEAL_DEFAULTS, "preview": []}
    lands = locked.outcome is LockOutcome.LANDS
    most = max((votes for _, votes in locked.chart), default=1) or 1
    votes = dict(locked.chart)
    rows = []
    for name, streak in zip(locked.top, locked.in_a_row, strict=True):
        plays, played = name in locked.after, name in locked.before
        tag = "" if not (lands and plays) else "stays" if played else "new"
        rows.append(
            {
                "instrument": name,
                "name": instrument_label(name, snapshot, second),
                "votes": count(votes[name]),
                "share": votes[name] / most,
                "tag": tag,
                "say": _streak_text(streak) if tag == "stays" else "",
            }
        )
    leaving = [name for name in locked.before if name not in locked.after] if lands else []
    return {
        "result": rows,
        "resultVotes": votes_text(sum(votes.values())),
        "resultTitle": _title(locked, landed),
        "resultLands": lands,
        "resultShort": snapshot.window_ms < 12_000,
        "gone": [name for name, _ in locked.chart if name not in locked.top],
        "leaving": [
            {"instrument": name, "name": instrument_label(name, snapshot)} for name in leaving
        ],
        "fresh": [name for name in locked.after if name not in locked.before] if lands else [],
    }


def preview_properties(snapshot: Snapshot) -> dict[str, Any]:
    """The first votes of the new window, in short."""
    voted = [row for row in snapshot.chart if row.votes][:5]
    return {"preview": [{"instrument": row.instrument, "votes": count(row.votes)} for row in voted]}


def votes_text(votes: int) -> str:
    """``135 votes``."""
    return message_text(plural_message("{count} vote", "{count} votes", votes))


def _streak_text(scenes: int) -> str:
    if scenes < 2:
        return translate("Stage", "stays")
    return message_text(message("{count} in a row", count=scenes))


def _title(locked: LockedWindow, landed: bool) -> str:
    if locked.outcome is LockOutcome.HELD:
        return translate("Stage", "held: this scene stays")
    if locked.outcome is LockOutcome.CANCELLED:
        return translate("Stage", "this scene stays")
    if not landed:
        return translate("Stage", "Locked")
    return message_text(message("Scene {number}", number=locked.scene_number))
