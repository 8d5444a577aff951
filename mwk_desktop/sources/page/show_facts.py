"""What the page knows about the show, its limits and its counts. Pure data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from mwk_desktop.messages import Message

OPEN: Final = ""
CLOSED: Final = "closed"
REPLAY: Final = "replay"
AWAY: Final = "away"
LOST: Final = "lost"


class PageError(Exception):
    """The page cannot be served; the message says why in one sentence."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class ShowFacts:
    """The show's state at one moment, as far as phones need it.

    ``gate`` says why no phone can vote: :data:`OPEN` (they can), :data:`CLOSED` (the presenter
    closed it), :data:`REPLAY` (a recording plays), :data:`AWAY` (no show at this moment) or
    :data:`LOST` (Kafka cannot be reached). ``following``: the page runs with a show and knows its
    music; otherwise (``mwk page`` in front of Kafka) the other fields mean nothing. ``votes``
    counts the open window, ``playing`` are the instruments that can be heard, ``scene`` grows
    whenever a scene lands. ``now_ms`` is the show's time, ``ahead_ms`` ahead of the
    system's. ``window_end_ms`` is the end of the open window, ``blocked`` the blocked
    screen names. ``result`` is what the room has just chosen, best first, for some seconds after
    each lock; ``leaders`` are the first screen names of the leaderboard.
    """

    gate: str = OPEN
    following: bool = False
    now_ms: int = 0
    window_ms: int = 30_000
    window_end_ms: int = 0
    votes: Mapping[str, int] = field(default_factory=dict)
    playing: tuple[str, ...] = ()
    scene: int = 0
    blocked: tuple[str, ...] = ()
    result: tuple[str, ...] = ()
    leaders: tuple[str, ...] = ()
    hashtag: str = "mwk"
    ahead_ms: int = 0


ReadShowFacts = Callable[[], ShowFacts]
"""Called on the page thread ten times a second and for each vote; must never wait."""


@dataclass(frozen=True, slots=True)
class PageRules:
    """Limits per phone and per network address.

    A phone has ``vote_burst`` votes at once and one more every ``vote_every_s`` seconds. An address
    can be a whole room behind one router: it may have ``address_phones`` new phones at once and
    five more per second, and ``address_votes_per_s`` votes per second.
    """

    vote_every_s: float = 2.0
    vote_burst: int = 3
    address_votes_per_s: float = 1_000.0
    address_phones: int = 3_000
    wrong_codes: int = 300
    """Wrong room codes that one address may type at once; then two more per second."""
    message_length: int = 100
    name_length: int = 20


@dataclass(frozen=True, slots=True)
class PageCounts:
    """Counts so far. ``phones`` is how many phones have the page open now; ``last_votes`` what each
    of them voted for, see :class:`~mwk_desktop.sources.page.last_votes.LastVotes`."""

    phones: int = 0
    votes: int = 0
    refused: int = 0
    last_votes: str = ""
