"""The request to look into recordings before one is opened, and what is found. Pure values."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from msgspec import Struct

from mwk_desktop.messages import NOTHING, Message


class LookAtRecordings(Struct, frozen=True):
    """Find out what recordings hold, the first one first; replaces an earlier request.

    The answers are in :attr:`WorkersState.recordings`.
    """

    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class RecordingFacts:
    """What a recording holds, as far as one pass tells. Times in milliseconds.

    ``tweets`` and ``windows`` are those from its first to its last message, ``users`` -1 where they
    were not counted (a very long one); ``density``: tweets in equal parts of its length;
    ``overrides``: how many changes by the presenter it holds; ``as_it_was``: it holds the show's
    own decisions; ``warnings``: what is damaged; ``problem``: why it cannot be played at all, or
    (``unread``) only why nothing is known of it. ``growing``: the show that runs is recorded in it.
    """

    path: str
    size_bytes: int = 0
    start_ms: int = 0
    length_ms: int = 0
    tweets: int = 0
    users: int = -1
    windows: int = 0
    density: tuple[int, ...] = ()
    overrides: int = 0
    sound_set: str = ""
    as_it_was: bool = False
    warnings: tuple[Message, ...] = ()
    problem: Message = NOTHING
    unread: bool = False
    growing: bool = False
