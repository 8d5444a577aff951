"""The winner moment on the stage: the winners, the runners-up, the roll of names before."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from mwk_desktop.messages import plural_message
from mwk_desktop.show.winner_state import Winner, WinnerRow
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import count
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.ranking_rows import avatar
from mwk_desktop.ui.safe_text import NAME_LIMIT, safe

ROLL_NAMES = 7
"""Names that roll by: in 2.5 s the eye cannot follow more, and more would flicker."""
_WINNERS = 8
_RUNNERS_UP = 6

WINNER_DEFAULTS: dict[str, Any] = {
    "winnerTitle": "",
    "winners": [],
    "winnersMore": "",
    "winnerCount": "",
    "winnerWord": "",
    "winnerRoll": [],
    "runnersUp": [],
    "runnersMore": "",
}


def winner_properties(
    winner: Winner | None, source: Callable[[str], str], language: str = "en"
) -> dict[str, Any]:
    """What the stage's winner moment shows.

    Parameters
    ----------
    winner
        The show's winner moment; None changes nothing: what was shown leaves with its scene.
        Without rows (no tweets) a text says so.
    source
        Maps a user's picture address to what QML may show; "" if there is none.
    language
        For counts.
    """
    if winner is None:
        return {}
    first = [row for row in winner.rows if row.place == 1]
    after = [row for row in winner.rows if row.place > 1]
    if len(first) == 1:
        title = translate("Stage", "And the winner is")
    elif first:
        title = translate("Stage", "A tie: the winners are")
    else:
        title = translate("Stage", "nobody yet")
    tweets = first[0].tweets if first else 0
    if not first:
        word = ""
    elif len(first) > 1:
        word = message_text(plural_message("tweet each", "tweets each", tweets))
    else:
        word = message_text(plural_message("tweet", "tweets", tweets))
    winners = [_person(row, source, language) for row in first[:_WINNERS]]
    # How many more takes the place of one of them.
    followers = len(after) if len(after) <= _RUNNERS_UP else _RUNNERS_UP - 1
    return {
        "winnerTitle": title,
        "winners": winners,
        "winnersMore": _more(len(first) - len(winners)),
        "winnerCount": count(tweets, language) if first else "",
        "winnerWord": word,
        "winnerRoll": _roll(winner, winners),
        "runnersUp": [_person(row, source, language) for row in after[:followers]],
        "runnersMore": _more(len(after) - followers),
    }


def _person(row: WinnerRow, source: Callable[[str], str], language: str) -> dict[str, Any]:
    return {
        "name": safe(row.name, NAME_LIMIT),
        "place": f"{row.place} =" if row.tied else str(row.place),
        "tweets": count(row.tweets, language),
        "picture": source(row.image_url),
        **avatar(row.name),
    }


def _more(number: int) -> str:
    return translate("Stage", "and %1 more").replace("%1", str(number)) if number > 0 else ""


def _roll(winner: Winner, winners: list[dict[str, Any]]) -> list[str]:
    """Other names first, the winner's last; with several winners the roll ends with an empty
    name."""
    names = [safe(name, NAME_LIMIT) for name in winner.names]
    known = {person["name"] for person in winners}
    others = [name for name in names if name and name not in known]
    rolled = [others[i % len(others)] for i in range(ROLL_NAMES)] if others else []
    return [*rolled, winners[0]["name"] if len(winners) == 1 else ""] if winners else []
