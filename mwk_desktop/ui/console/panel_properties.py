"""The side panels' texts: votes, leaderboard and feed, and since when they are old."""

from __future__ import annotations

from typing import Any

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.console.header_properties import source_lost
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import count, rate
from mwk_desktop.ui.number_text import wall_time

PANEL_DEFAULTS: dict[str, Any] = {
    "votesText": "",
    "anyVotes": False,
    "topPlaces": 5,
    "staleText": "",  # empty: news come
    "staleBrief": "",
    "feedStaleText": "",
    "usersText": "",
    "anyUsers": False,
    "rateText": "",
    "hashtag": "mwk",
}


def panel_properties(snapshot: Snapshot, language: str) -> dict[str, Any]:
    """Values for :data:`PANEL_DEFAULTS`."""
    votes = sum(row.votes for row in snapshot.chart)
    stale = brief = feed_stale = ""
    if source_lost(snapshot.source):
        since = translate("Votes", "as of %1, no news since")
        stale = since.replace("%1", wall_time(snapshot.source.since_ms))
        short = translate("Votes", "as of %1")
        brief = short.replace("%1", wall_time(snapshot.source.since_ms))
        newest_ms = max((item.event_ms for item in snapshot.feed), default=None)
        if newest_ms is not None:
            feed_stale = translate("Feed", "at %1").replace("%1", wall_time(newest_ms))
    return {
        "votesText": count(votes, language),
        "anyVotes": votes > 0,
        "topPlaces": snapshot.top,
        "staleText": stale,
        "staleBrief": brief,
        "feedStaleText": feed_stale,
        "usersText": count(snapshot.counts.users, language),
        "anyUsers": bool(snapshot.leaders),
        "rateText": rate(snapshot.counts.tweets_per_s, language),
        "hashtag": snapshot.hashtag,
    }
