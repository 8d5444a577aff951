"""The messages that wait for the presenter, as a page that holds still (GUI thread only).

At twenty messages a second a list that scrolls cannot be worked. So the page is filled with the
newest, stays as it is until its last row is decided or the next page is asked for, and no row ever
moves: a decided one stays in its place, and says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)

from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.message_commands import DecideMessages
from mwk_desktop.show.show_client import ShowClient
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.ui.console.feed_model import shown_message
from mwk_desktop.ui.marked_text import marked_parts
from mwk_desktop.ui.number_text import age
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.word_list import WordList

_ROLES: Final = (
    *("serial", "name", "text", "instrument", "vote", "initial", "tint"),
    *("picture", "age", "mark", "decided", "nameParts", "textParts"),
)
_FIRST_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
_MARK_LIMIT: Final = 20


class QueueModel(QAbstractListModel):
    """One page of waiting messages.

    Parameters
    ----------
    show, actions
        Receive what is decided; neither waits.
    """

    changed = Signal()

    def __init__(self, show: ShowClient, actions: ActionSender) -> None:
        super().__init__()
        self.pictures: Any = None
        self.selected_row = -1
        self._show = show
        self._actions = actions
        self._size = 4
        self._rows: list[tuple[FeedItem, dict[str, Any]]] = []
        self._decided: dict[int, str] = {}
        self._carried_out: set[int] = set()
        self._words = WordList()
        self._queue: tuple[FeedItem, ...] = ()
        self._blocked: tuple[str, ...] = ()
        self._approve = False
        self._waiting = 0
        self._lapsed = 0
        self._now_ms = 0

    # ---- the model -------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + i: QByteArray(role.encode()) for i, role in enumerate(_ROLES)}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        place = role - _FIRST_ROLE
        if not 0 <= index.row() < len(self._rows) or not 0 <= place < len(_ROLES):
            return None
        item, shown = self._rows[index.row()]
        match _ROLES[place]:
            case "age":
                return age(self._now_ms - item.event_ms)
            case "picture":
                return self.pictures.known(item.image_url) if self.pictures else ""
            case "mark":
                return clean(item.mark, _MARK_LIMIT)
            case "decided":
                return self._decided.get(item.serial, "")
            case name:
                return shown.get(name)

    # ---- in: snapshots ---------------------------------------------------------------------

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Take over what waits; the page itself changes only when it is empty or done."""
        state = snapshot.moderation
        told = (state.approve, state.waiting, state.lapsed)
        if told != (self._approve, self._waiting, self._lapsed):
            self._approve, self._waiting, self._lapsed = told
            self.changed.emit()
        if state.word_list is not self._words:
            self._words = state.word_list
            self._mark_words()
        if state.queue is not self._queue or snapshot.blocked != self._blocked:
            self._queue, self._blocked = state.queue, snapshot.blocked
            there = {item.serial for item in self._queue}
            self._note_undone(there)
            self._note_gone(there)
        if not self._undecided():
            self._turn()
        if self._now_ms // 1000 != snapshot.t_ms // 1000:
            self._now_ms = snapshot.t_ms
            self._redraw("age")

    def _mark_words(self) -> None:
        """Update the marks of all rows after a change of the word list.

        A page that holds still keeps messages that a snapshot no longer names: it has the newest.
        """
        items = [self._marked(item) for item, _ in self._rows]
        self._rows = [(item, self._shown(item)) for item in items]
        for role in ("mark", "nameParts", "textParts"):
            self._redraw(role)

    def _marked(self, item: FeedItem) -> FeedItem:
        mark = self._words.first_in_message(item.screen_name, item.name, item.text)
        return replace(item, mark=mark)

    def _shown(self, item: FeedItem) -> dict[str, Any]:
        shown = shown_message(item)
        return shown | self._parts(item, shown)

    def _parts(self, item: FeedItem, shown: dict[str, Any]) -> dict[str, Any]:
        words = self._words if item.mark else WordList()
        return {
            "nameParts": marked_parts(shown["name"], words),
            "textParts": marked_parts(shown["text"], words),
        }

    def _note_undone(self, there: set[int]) -> None:
        """A decision that was carried out and is undone: its message waits again."""
        self._carried_out |= self._decided.keys() - there
        again = self._carried_out & there
        self._carried_out &= self._decided.keys() - again
        if again:
            self._decided = {k: v for k, v in self._decided.items() if k not in again}
            self._redraw("decided")

    def _note_gone(self, there: set[int]) -> None:
        """Note messages that somebody else decided, on a phone or with another key."""
        oldest = min(there, default=0)
        for item, _ in self._rows:
            gone = item.serial > oldest and item.serial not in there and bool(there)
            if (gone or item.screen_name in self._blocked) and item.serial not in self._decided:
                self._decided[item.serial] = "gone"
                self._redraw("decided")

    def _undecided(self) -> list[FeedItem]:
        return [item for item, _ in self._rows if item.serial not in self._decided]

    def _turn(self) -> None:
        """Fill the page with the newest messages that wait."""
        wanted = [item for item in self._queue if item.serial not in self._decided]
        newest = wanted[-self._size :][::-1]
        if not newest and not self._rows:
            return
        self.beginResetModel()
        self._rows = [(item, self._shown(item)) for item in newest]
        there = {item.serial for item in self._queue}
        self._decided = {k: v for k, v in self._decided.items() if k in there}
        self.endResetModel()
        self.changed.emit()

    def _redraw(self, role: str) -> None:
        if self._rows:
            last = self.index(len(self._rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [_FIRST_ROLE + _ROLES.index(role)])
        self.changed.emit()

    def retranslate(self) -> None:
        """Update all rows in another language."""
        self._rows = [(item, self._shown(item)) for item, _ in self._rows]
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    # ---- out: decisions --------------------------------------------------------------------

    @Slot(int)
    def setPageSize(self, rows: int) -> None:
        """How many rows are seen at once."""
        rows = max(1, rows)
        if rows == self._size:
            return
        self._size = rows
        self._turn()

    @Slot(int, result=int)
    def serialAt(self, row: int) -> int:
        """The serial of a row's message; -1: none, or decided."""
        if not 0 <= row < len(self._rows):
            return -1
        serial = self._rows[row][0].serial
        return -1 if serial in self._decided else serial

    @Slot(int)
    def selectRow(self, row: int) -> None:
        """The row that has the focus; -1: none."""
        self.selected_row = row

    @Slot(int)
    def approve(self, row: int) -> None:
        """Let a row's message reach the stage."""
        self._decide("message.approve", [self.serialAt(row)])

    @Slot(int)
    def refuse(self, row: int) -> None:
        """Keep a row's message off the stage."""
        self._decide("message.refuse", [self.serialAt(row)])

    @Slot()
    def approveClean(self) -> None:
        """Approve all of the page that carry no listed word."""
        self._decide_page(True)

    @Slot()
    def refuseMarked(self) -> None:
        """Refuse all of the page that carry a listed word."""
        self._decide_page(False)

    @Slot(int)
    def block(self, row: int) -> None:
        """Block the author of a row's message."""
        if self.serialAt(row) >= 0:
            self._actions.perform("user.block", self._rows[row][0].screen_name)

    @Slot()
    def nextPage(self) -> None:
        """Leave the rest of the page undecided, and show the newest."""
        self._decided |= {item.serial: "left" for item in self._undecided()}
        self._turn()

    @Slot()
    def undoDecision(self) -> None:
        """Take back the newest decision about messages."""
        self._actions.perform("message.undo")

    @Slot(bool)
    def setApprove(self, approve: bool) -> None:
        """Switch between open and approve."""
        self._actions.perform("message.moderation", approve)

    def _decide_page(self, approve: bool) -> None:
        serials = [item.serial for item in self._undecided() if bool(item.mark) != approve]
        if serials and not self._actions.locked:
            self._show.send(DecideMessages(approve, tuple(serials)))
            self._mark("approved" if approve else "refused", serials)

    def _decide(self, action: str, serials: list[int]) -> None:
        if serials[0] >= 0 and self._actions.perform(action, serials[0]):
            self._mark("approved" if action == "message.approve" else "refused", serials)

    def _mark(self, what: str, serials: list[int]) -> None:
        self._decided |= dict.fromkeys(serials, what)
        self._redraw("decided")

    lapsed = Property(int, lambda self: self._lapsed, notify=changed)
    approving = Property(bool, lambda self: self._approve, notify=changed)
    waiting = Property(int, lambda self: self._waiting, notify=changed)
    clean = Property(
        int, lambda self: sum(not item.mark for item in self._undecided()), notify=changed
    )
    marked = Property(
        int, lambda self: sum(bool(item.mark) for item in self._undecided()), notify=changed
    )
