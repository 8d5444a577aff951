"""Ready-made queries: those of the original talk and a few more for the stage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mwk_desktop.messages import Message, message


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with a name, a title, and a line that explains it."""

    name: str
    title: Message
    explanation: Message
    text: str


READY_QUERIES: Final = (
    NamedQuery(
        "raw",
        message("The raw stream"),
        message("Every message as it came, all its columns, the newest first."),
        "SELECT * FROM tweets ORDER BY event_time DESC LIMIT 100",
    ),
    NamedQuery(
        "clean",
        message("The clean stream"),
        message("Only the messages that name an instrument, and only what a reader wants of them."),
        """SELECT event_time, screen_name, instrument, text
FROM tweets WHERE instrument IS NOT NULL
ORDER BY event_time DESC LIMIT 100""",
    ),
    NamedQuery(
        "users",
        message("Tweets per user"),
        message("Who wrote most: a count per user, as the leaderboard keeps it."),
        """SELECT screen_name, count(*) AS tweets
FROM tweets GROUP BY screen_name
ORDER BY tweets DESC, screen_name""",
    ),
    NamedQuery(
        "instruments",
        message("Tweets per instrument"),
        message("What the room wants to hear, over the whole show."),
        """SELECT instrument, count(*) AS tweets
FROM tweets WHERE instrument IS NOT NULL
GROUP BY instrument ORDER BY tweets DESC, instrument""",
    ),
    NamedQuery(
        "melody",
        message("Melody lovers"),
        message("Users with more than five melody tweets: a filter after the count (HAVING)."),
        """SELECT screen_name, count(*) AS melody_tweets
FROM tweets WHERE instrument = 'melody'
GROUP BY screen_name HAVING count(*) > 5
ORDER BY melody_tweets DESC, screen_name""",
    ),
    NamedQuery(
        "drum-windows",
        message("Drum per window and user"),
        message(
            "A tumbling window: drum tweets of each user in every 30 seconds, the newest first."
        ),
        """SELECT window_start, screen_name, count(*) AS drum_tweets
FROM tweets WHERE instrument = 'drum'
GROUP BY window_start, screen_name
ORDER BY window_start DESC, drum_tweets DESC, screen_name""",
    ),
    NamedQuery(
        "charts",
        message("The charts"),
        message(
            "The top five of every window, as the show counted them: late votes are not in it."
        ),
        """SELECT window_start, place, instrument, votes
FROM charts WHERE place <= 5
ORDER BY window_start DESC, place""",
    ),
    NamedQuery(
        "leaderboard",
        message("The leaderboard"),
        message("The ten users who lead, in the order of the gift."),
        "SELECT name, tweets FROM users LIMIT 10",
    ),
    NamedQuery(
        "pace",
        message("Tweets per ten seconds"),
        message("How the room's pace rises and falls."),
        """SELECT time_bucket(INTERVAL 10 SECOND, event_time) AS moment, count(*) AS tweets
FROM tweets GROUP BY moment ORDER BY moment DESC""",
    ),
    NamedQuery(
        "tastes",
        message("Broad tastes"),
        message("Users who asked for the most different instruments."),
        """SELECT screen_name, count(DISTINCT instrument) AS instruments, count(*) AS votes
FROM votes GROUP BY screen_name
ORDER BY instruments DESC, votes DESC, screen_name LIMIT 50""",
    ),
    NamedQuery(
        "running",
        message("A running total"),
        message("Each window's votes beside all votes so far: a window function over the charts."),
        """SELECT window_start, sum(votes) AS votes,
    sum(sum(votes)) OVER (ORDER BY window_start) AS so_far
FROM charts GROUP BY window_start ORDER BY window_start DESC""",
    ),
)
"""In the talk's order."""


def find_ready_query(name: str) -> NamedQuery | None:
    """The ready query with that name, or None."""
    return next((each for each in READY_QUERIES if each.name == name), None)
