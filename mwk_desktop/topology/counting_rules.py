"""The counting's settings and results, as plain immutable values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mwk_desktop.units import WINDOW_MS
from mwk_desktop.word_list import WordList


@dataclass(frozen=True, slots=True)
class CountingRules:
    """The settings that decide what is counted."""

    window_ms: int = WINDOW_MS
    top: int = 5
    hashtag: str = "mwk"
    require_hashtag: bool = False
    count_retweets: bool = True
    max_votes_per_user: int = 0
    blocked: frozenset[str] = frozenset()
    aliases: Mapping[str, Sequence[str]] = field(default_factory=dict)
    approve: bool = False
    """Whether the stage shows only messages that were approved. Votes count either way."""
    words: WordList = field(default_factory=WordList)
    """What keeps a message or a name off the stage until it is approved."""
    approvals_to_pass: int = 0
    """After so many approvals a user's messages pass by themselves; 0: never."""
    energies: Mapping[str, int] = field(default_factory=dict)
    """Energy of clips, 1 to 5; where a clip says none the draw leans to nothing."""


@dataclass(frozen=True, slots=True)
class RecordCounts:
    """``records`` = ``tweets`` + ``malformed`` + ``duplicates`` + ``blocked``."""

    records: int
    tweets: int
    votes: int
    malformed: int
    duplicates: int
    late: int
    blocked: int
    capped: int
    users: int


@dataclass(frozen=True, slots=True)
class ClosedWindow:
    """The result of one window. ``votes`` and ``drawn`` are in rank order; ``drawn`` holds only the
    top instruments that have clips."""

    start_ms: int
    end_ms: int
    votes: dict[str, int]
    top: tuple[str, ...]
    drawn: dict[str, str]
