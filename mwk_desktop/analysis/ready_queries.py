"""Ready queries: those of the original talk, and a few more for a stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with a name to call it by, a title, and a line that explains it."""

    name: str
    title: str
    explanation: str
    text: str


READY_QUERIES: Final = (
    NamedQuery(
        "raw",
        "The raw stream",
        "Every message as it came, all its columns, the newest first.",
        "SELECT * FROM tweets ORDER BY event_time DESC LIMIT 100",
    ),
    NamedQuery(
        "clean",
        "The clean stream",
        "Only the messages that name an instrument, and only what a reader wants of them.",
        """SELECT event_time, screen_name, instrument, text
FROM tweets WHERE instrument IS NOT NULL
ORDER BY event_time DESC LIMIT 100""",
    ),
    NamedQuery(
        "users",
        "Tweets per user",
        "Who wrote most: a count per user, as the leaderboard keeps it.",
        """SELECT screen_name, count(*) AS tweets
FROM tweets GROUP BY screen_name
ORDER BY tweets DESC, screen_name""",
    ),
    NamedQuery(
        "instruments",
        "Tweets per instrument",
        "What the room wants to hear, over the whole show.",
        """SELECT instrument, count(*) AS tweets
FROM tweets WHERE instrument IS NOT NULL
GROUP BY instrument ORDER BY tweets DESC, instrument""",
    ),
    NamedQuery(
        "melody",
        "Melody lovers",
        "Users with more than five melody tweets: a filter after the count (HAVING).",
        """SELECT screen_name, count(*) AS melody_tweets
FROM tweets WHERE instrument = 'melody'
GROUP BY screen_name HAVING count(*) > 5
ORDER BY melody_tweets DESC, screen_name""",
    ),
    NamedQuery(
        "drum-windows",
        "Drum per window and user",
        "A tumbling window: drum tweets of each user in every 30 seconds, the newest first.",
        """SELECT window_start, screen_name, count(*) AS drum_tweets
FROM tweets WHERE instrument = 'drum'
GROUP BY window_start, screen_name
ORDER BY window_start DESC, drum_tweets DESC, screen_name""",
    ),
    NamedQuery(
        "charts",
        "The charts",
        "The top five of every window, as the show counted them: late votes are not in it.",
        """SELECT window_start, place, instrument, votes
FROM charts WHERE place <= 5
ORDER BY window_start DESC, place""",
    ),
    NamedQuery(
        "leaderboard",
        "The leaderboard",
        "The ten users who lead, in the order of the gift.",
        "SELECT name, tweets FROM users LIMIT 10",
    ),
    NamedQuery(
        "pace",
        "Tweets per ten seconds",
        "How the room's pace rises and falls.",
        """SELECT time_bucket(INTERVAL 10 SECOND, event_time) AS moment, count(*) AS tweets
FROM tweets GROUP BY moment ORDER BY moment DESC""",
    ),
    NamedQuery(
        "tastes",
        "Broad tastes",
        "Users who asked for the most different instruments.",
        """SELECT screen_name, count(DISTINCT instrument) AS instruments, count(*) AS votes
FROM votes GROUP BY screen_name
ORDER BY instruments DESC, votes DESC, screen_name LIMIT 50""",
    ),
    NamedQuery(
        "running",
        "A running total",
        "Each window's votes beside all votes so far: a window function over the charts.",
        """SELECT window_start, sum(votes) AS votes,
    sum(sum(votes)) OVER (ORDER BY window_start) AS so_far
FROM charts GROUP BY window_start ORDER BY window_start DESC""",
    ),
)
"""In the order in which the talk shows them."""


def find_ready_query(name: str) -> NamedQuery | None:
    """The ready query of that name."""
    return next((each for each in READY_QUERIES if each.name == name), None)
