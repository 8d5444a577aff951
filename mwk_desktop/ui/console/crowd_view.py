"""The presenter's moderation: hide, block, limit (GUI thread only, never blocks)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot

from mwk_desktop.messages import plural_message
from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.console.feed_model import FeedModel
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.message_text import message_text
from mwk_desktop.ui.safe_text import NAME_LIMIT, safe
from mwk_desktop.ui.view_model import view_model_class

CAPS = (0, 1, 2, 3, 5, 10)
"""Votes per user and window that can be chosen; 0: no limit."""

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
    },
)


class CrowdView(_CrowdProperties):  # type: ignore[misc, valid-type]
    """Blocked users and the vote limit, and the controls for them.

    Parameters
    ----------
    actions
        Receives the actions; never waits.
    feed
        Knows the author of a shown message.
    """

    def __init__(self, actions: ActionSender, feed: FeedModel) -> None:
        super().__init__()
        self.selected_row = -1
        self._actions = actions
        self._feed = feed
        self._names: tuple[str, ...] = ()
        self._last = ""
        self._key: Any = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what changed; called with every snapshot."""
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

    def retranslate(self) -> None:
        """Show all texts again with the next snapshot, in another language."""
        self._key = None

    @Slot(int)
    def selectRow(self, row: int) -> None:
        """The row of the list that has the focus; -1: none."""
        self.selected_row = row

    @Slot(int)
    def hide(self, serial: int) -> None:
        """Remove a message from feed and stage."""
        self._feed.drop(serial)
        self._actions.perform("message.hide", serial)

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
