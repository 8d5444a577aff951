"""The presenter's moderation: hide, block, limit (GUI thread only, never blocks)."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import Any

from PySide6.QtCore import Slot

from mwk_desktop.messages import plural_message
from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.message_commands import SetApprovalsToPass, SetWordList
from mwk_desktop.show.show_client import ShowClient
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.console.feed_model import FeedModel
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.safe_text import NAME_LIMIT, safe
from mwk_desktop.ui.view_model import view_model_class
from mwk_desktop.word_list import WordList, folded

CAPS = (0, 1, 2, 3, 5, 10)
"""Votes per user and window that can be chosen; 0: no limit."""

PASSES_AFTER = 3
"""Approvals after which a user may pass, unless the settings say another number."""

WORD_LIMIT = 80
"""Most characters of a listed word or phrase."""

READ_S = 0.5
"""Nobody has read a message sooner: a key that hides it then means the one before."""

_MOST_ROWS = 500

_CrowdProperties = view_model_class(
    "CrowdProperties",
    {
        "blocked": [],  # names as they may be shown
        "blockedText": "",
        "lastBlocked": "",
        "cap": 0,
        "capChoices": [],  # {"votes", "text"}
        "capText": "",
        # By place; -1: an empty one: {"serial", "name", "text", "initial", "tint", "picture"}
        "onStage": [],
        "passing": False,  # who was approved often passes
        "passText": "",
        "words": [],  # {"word", "place"}, those that the filter finds
        "wordsText": "",
        "wordsFile": "",
        "wordsProblem": "",
    },
)


class CrowdView(_CrowdProperties):  # type: ignore[misc, valid-type]
    """Blocked users and the vote limit, and the controls for them.

    Parameters
    ----------
    show, actions
        Receive what is asked; neither waits.
    feed
        Knows the author of a shown message.
    """

    def __init__(self, show: ShowClient, actions: ActionSender, feed: FeedModel) -> None:
        super().__init__()
        self.selected_row = -1
        self._show = show
        self._actions = actions
        self._feed = feed
        self._names: tuple[str, ...] = ()
        self._last = ""
        self._key: Any = None
        self._words = WordList()
        self._asked: list[tuple[str, ...]] = []
        """Lists that were asked for and are not seen in a snapshot yet."""
        self._filter = ""
        self._words_key: Any = None
        self._passes = PASSES_AFTER
        self.clock: Callable[[], float] = monotonic
        self._first = self._before = self._hidden = -1
        """The first message on the stage, the one before it there, the one hidden last."""
        self._first_s = 0.0

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what changed; called with every snapshot."""
        self._show_words(snapshot)
        key = (snapshot.blocked, snapshot.max_votes_per_user)
        if key == self._key:
            return
        if self._key is not None:
            new = set(snapshot.blocked) - set(self._names)
            self._last = min(new) if new else self._last
        if self._last not in snapshot.blocked:
            self._last = ""
        self._key, self._names = key, snapshot.blocked
        cap = snapshot.max_votes_per_user
        choices = sorted({*CAPS, cap})
        self.set_properties(
            {
                "blocked": [safe(name, NAME_LIMIT) for name in self._names[:_MOST_ROWS]],
                "blockedText": _blocked_words(len(self._names)),
                "lastBlocked": safe(self._last, NAME_LIMIT),
                "cap": cap,
                "capChoices": [{"votes": n, "text": _cap_words(n)} for n in choices],
                "capText": "" if cap == 0 else translate("Crowd", "cap %1").replace("%1", str(cap)),
            }
        )

    def _show_words(self, snapshot: Snapshot) -> None:
        state, file = snapshot.moderation, snapshot.workers.word_list
        key = (id(state.word_list), state.approvals_to_pass, file)
        if key == self._words_key:
            return
        if state.word_list is not self._words:
            words = state.word_list.words
            done = self._asked.index(words) + 1 if words in self._asked else len(self._asked)
            del self._asked[:done]
        self._words_key, self._words = key, state.word_list
        self._passes = state.approvals_to_pass or self._passes
        text = translate("Crowd", "whoever was approved %1 times, unless a word is marked")
        self.set_properties(
            {
                "passing": state.approvals_to_pass > 0,
                "passText": text.replace("%1", str(self._passes)),
                "wordsText": message_text(
                    plural_message("{count} word", "{count} words", len(self._words.words))
                ),
                "wordsFile": "" if file is None else file.path,
                "wordsProblem": "" if file is None else message_text(file.problem),
            }
        )
        self._list_words()

    def _list_words(self) -> None:
        wanted = folded(self._filter)
        found = [
            {"word": safe(word, NAME_LIMIT), "place": place}
            for place, word in enumerate(self._words.words)
            if wanted in folded(word)
        ]
        # The newest first: that is the one to take back.
        self.set_properties({"words": found[: -_MOST_ROWS - 1 : -1]})

    def show_stage(self, cards: list[dict[str, Any]]) -> None:
        """Show which messages are on the stage now, by place."""
        first = next((card["serial"] for card in cards if card["serial"] >= 0), -1)
        if first != self._first:
            self._before, self._first, self._first_s = self._first, first, self.clock()
        self.set_properties({"onStage": cards})

    def retranslate(self) -> None:
        """Show all texts again with the next snapshot, in another language."""
        self._key = self._words_key = None

    @Slot(int)
    def selectRow(self, row: int) -> None:
        """The row of the list that has the focus; -1: none."""
        self.selected_row = row

    @Slot(int)
    def hide(self, serial: int) -> None:
        """Remove a message from feed and stage."""
        self._hidden = serial
        self._feed.drop(serial)
        self._actions.perform("message.hide", serial)

    @Slot()
    def hideFirst(self) -> None:
        """Hide the first message on the stage; where it has only just come, the one before."""
        serial = self._first
        if self._before not in (-1, self._hidden) and self.clock() - self._first_s < READ_S:
            serial = self._before
        if serial >= 0:
            self.hide(serial)

    @Slot(int)
    def block(self, serial: int) -> None:
        """Block the author of a shown message."""
        name = self._feed.author(serial)
        if name is not None:
            self._actions.perform("user.block", name)

    @Slot(int)
    def unblock(self, row: int) -> None:
        """Unblock the user in a row of :attr:`blocked`."""
        if 0 <= row < len(self._names):
            self._actions.perform("user.unblock", self._names[row])

    @Slot()
    def undoBlock(self) -> None:
        """Undo the newest block, whatever else has been done since."""
        if self._last:
            self._actions.perform("user.unblock", self._last)

    @Slot(str)
    def filterWords(self, text: str) -> None:
        """List only words that hold a text."""
        self._filter = text.strip()
        self._list_words()

    @Slot(str, result=bool)
    def addWord(self, text: str) -> bool:
        """Put a word or a phrase on the list; False if it is no word, or is there already."""
        word = " ".join(text.partition("#")[0].split())[:WORD_LIMIT]
        words = self._coming_words()
        if not WordList([word]).size or word in words:
            return False
        return self._change_words((*words, word))

    @Slot(int)
    def removeWord(self, place: int) -> None:
        """Take a word from the list: that of a row's ``place``."""
        shown, words = self._words.words, list(self._coming_words())
        if 0 <= place < len(shown) and shown[place] in words:
            words.remove(shown[place])
            self._change_words(tuple(words))

    def _coming_words(self) -> tuple[str, ...]:
        """The list as it will be: a change must not take the one just before it back."""
        return self._asked[-1] if self._asked else self._words.words

    def _change_words(self, words: tuple[str, ...]) -> bool:
        if self._actions.locked:
            return False
        self._asked.append(words)
        self._show.send(SetWordList(words))
        return True

    @Slot()
    def togglePassing(self) -> None:
        """Let users pass who were approved often, or nobody."""
        if not self._actions.locked:
            self._show.send(SetApprovalsToPass(0 if self.passing else self._passes))

    @Slot(int)
    def setCap(self, votes: int) -> None:
        """Limit the votes per user and window; 0: no limit."""
        self._actions.perform("votes.per_user", votes)


def _blocked_words(number: int) -> str:
    if number == 0:
        return translate("Crowd", "nobody is blocked")
    return message_text(plural_message("{count} blocked", "{count} blocked", number))


def _cap_words(votes: int) -> str:
    return translate("Crowd", "No limit") if votes == 0 else str(votes)
