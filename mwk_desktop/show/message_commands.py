"""Commands about messages on their way to the stage, and what the snapshot says of them.

A log names a message by its author and its ``Id``, because serials change in a replay.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec import Struct

from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.word_list import WordList


class SetModeration(Struct, frozen=True):
    """Let only approved messages reach the stage (True), or all (False). Votes count either way."""

    approve: bool


class DecideMessages(Struct, frozen=True):
    """Approve messages for the stage, or refuse them: one step, however many. ``serials`` are those
    of :class:`FeedItem`; the show fills in ``keys``, which name the messages in its log.
    ``by_itself``: nobody decided, the rules let it pass; it is no step of undo."""

    approve: bool
    serials: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()
    by_itself: bool = False


class UndoDecision(Struct, frozen=True):
    """Take back the newest decision about messages (approve, refuse, hide), whatever was done
    since."""


class SetWordList(Struct, frozen=True):
    """Replace the words that keep a message or a name off the stage until it is approved."""

    words: tuple[str, ...] = ()


class SetApprovalsToPass(Struct, frozen=True):
    """After so many approvals a user's messages pass by themselves, unless a word is listed; 0:
    never."""

    approvals: int


MessageCommand = SetModeration | DecideMessages | UndoDecision | SetWordList | SetApprovalsToPass


@dataclass(frozen=True, slots=True)
class ModerationState:
    """What waits for the presenter.

    Attributes
    ----------
    approve
        Whether the stage shows only what was approved.
    waiting
        How many messages wait.
    queue
        The newest of them, the newest last.
    lapsed
        How many went by undecided.
    words
        How many words are on the list.
    names
        Names of the leaderboard and the winner moment that the stage may show, with the picture
        that it may show; None: all.
    word_list
        The list itself.
    approvals_to_pass
        After so many approvals a user's messages pass by themselves; 0: never.
    withheld
        Texts of recent messages that were hidden, refused or deleted.
    """

    approve: bool = False
    waiting: int = 0
    queue: tuple[FeedItem, ...] = ()
    lapsed: int = 0
    words: int = 0
    names: Mapping[str, str] | None = field(default=None)
    word_list: WordList = field(default=WordList(), compare=False, repr=False)
    withheld: frozenset[str] = frozenset()
    approvals_to_pass: int = 0
