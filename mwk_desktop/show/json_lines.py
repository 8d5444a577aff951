"""The JSON Lines that a show prints: ``window``, ``summary`` and ``health``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mwk_desktop.show.counted_state import CountedState
from mwk_desktop.topology.counting import ClosedWindow

if TYPE_CHECKING:  # a replay at once makes no snapshot
    from mwk_desktop.show.snapshot import Snapshot

LEADERS_IN_SUMMARY = 10


def window_line(window: ClosedWindow, scene: list[str]) -> dict[str, Any]:
    """A closed window that had a vote."""
    return {
        "type": "window",
        "start_ms": window.start_ms,
        "end_ms": window.end_ms,
        "votes": dict(window.votes),
        "top": list(window.top),
        "scene": scene,
    }


def summary_line(counting: CountedState) -> dict[str, Any]:
    """The totals of a whole recording."""
    counts = counting.counts
    line: dict[str, Any] = {
        "type": "summary",
        "records": counts.records,
        "tweets": counts.tweets,
        "votes": counts.votes,
        "malformed": counts.malformed,
        "duplicates": counts.duplicates,
        "late": counts.late,
    }
    if counts.blocked:
        line["blocked"] = counts.blocked
    if counting.rules.max_votes_per_user:
        line["capped"] = counts.capped
    line["users"] = counts.users
    line["leaderboard"] = [
        {"name": leader.name, "tweets": leader.tweets, "image": leader.image_url}
        for leader in counting.leaderboard.top(LEADERS_IN_SUMMARY)
    ]
    return line


def health_line(snapshot: Snapshot, rss_mb: float) -> dict[str, Any]:
    """The health of a running show, once a second.

    ``playing`` is what can be heard now; ``role`` is ``main`` for a show that counts and records
    itself, ``follow`` for one that another console decides, else ``none``; ``spare`` says what is
    known of that other one. ``lost_events`` counts engine events that were not read in time;
    ``schemas`` says what keeps values from being decoded, while it does. What this show cannot know
    is null.
    """
    counts = snapshot.counts
    spare = snapshot.workers.spare
    is_main = snapshot.replay is None and snapshot.results is None

    def known(name: str) -> int | None:
        return None if name in counts.unknown else int(getattr(counts, name))

    line: dict[str, Any] = {
        "type": "health",
        "t_ms": snapshot.wall_ms,
        "source": snapshot.source.state,
        "lag": snapshot.source.lag,
        "tweets": counts.tweets,
        "votes": counts.votes,
        "bar": snapshot.transport.bar,
        "beat": snapshot.transport.beat,
        "playing": [strip.now.name for strip in snapshot.strips if strip.now and strip.audible],
        "engine": snapshot.engine.state,
        "device": snapshot.engine.device,
        "xruns": snapshot.engine.xruns,
        "rss_mb": round(rss_mb, 1),
        "malformed": known("malformed"),
        "late": known("late"),
        "duplicates": known("duplicates"),
        "role": spare.role if spare is not None else "main" if is_main else "none",
        "lost_events": snapshot.engine.lost_events,
    }
    if snapshot.source.schemas:
        line["schemas"] = str(snapshot.source.schemas)
    if snapshot.engine.postponed:
        line["postponed"] = snapshot.engine.postponed
    if snapshot.floor.available:
        line["floor"] = snapshot.floor.audible
    results = snapshot.results
    if results is not None:
        line["unreadable"] = results.unreadable
        line["unknown_clips"] = results.unknown_clips
    if spare is not None:
        line["spare"] = {
            "epoch": spare.epoch,
            "sees_kafka": spare.sees_kafka,
            "other": spare.other,
            "other_age_ms": spare.other_age_ms,
            "clock_ms": spare.clock_ms,
            "music_ms": None if spare.music_ms is None else round(spare.music_ms, 1),
        }
    page = snapshot.workers.page
    if page is not None and page.address:
        line["page"] = {
            "address": page.address,
            "open": page.open,
            "phones": page.phones,
            "votes": page.votes,
            "refused": page.refused,
        }
    return line
