"""The newest messages as rows of the console's feed (GUI thread only)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Slot,
)

from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.ui.interface_language import instrument_name, translate
from mwk_desktop.ui.number_text import age
from mwk_desktop.ui.pictures.picture_cache import PictureCache
from mwk_desktop.ui.ranking_rows import avatar
from mwk_desktop.ui.safe_text import NAME_LIMIT, TEXT_LIMIT, safe

_ROLES = ("name", "text", "instrument", "vote", "age", "initial", "tint", "serial", "picture")
_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_AGE_ROLE = _FIRST_ROLE + _ROLES.index("age")
_PICTURE_ROLE = _FIRST_ROLE + _ROLES.index("picture")

_ROWS = 16
"""Rows: more than the tallest window shows; the rest of a flood is never laid out."""

_PAUSE_MS = 100
"""Least time between two changes: no one reads faster, and a flood would change every frame."""

_FLOOD_PAUSE_MS = 300
"""Least time between two changes while every change replaces all messages."""


class FeedModel(QAbstractListModel):
    """Newest first; only new messages are inserted, so that rows move instead of being rebuilt.

    While the presenter points at it (:meth:`rest`), nothing new comes in: a click must hit the
    intended message. Hidden and blocked messages still leave.

    Pictures are requested when a row is laid out, so only for visible rows; in a flood none are
    requested, and only cached ones are shown.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pictures: PictureCache | None = None
        self._pictures_serial = 0
        self._rows: list[tuple[FeedItem, dict[str, Any]]] = []
        self._changed_ms = -_PAUSE_MS
        self._pause_ms = _PAUSE_MS
        self._now_ms = 0
        self._resting = False
        self._dropped: set[int] = set()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + i: QByteArray(role.encode()) for i, role in enumerate(_ROLES)}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        item, shown = self._rows[index.row()]
        if role == _AGE_ROLE:
            return age(self._now_ms - item.event_ms)
        if role == _PICTURE_ROLE:
            return self._picture(item)
        place = role - _FIRST_ROLE
        return shown.get(_ROLES[place]) if 0 <= place < len(_ROLES) else None

    @Slot(bool)
    def rest(self, resting: bool) -> None:
        """Stop or resume adding messages, so that a row stays where it is."""
        self._resting = resting

    @Slot(int, result=int)
    def serialAt(self, row: int) -> int:
        """The serial of a row's message; -1: none."""
        return self._rows[row][0].serial if 0 <= row < len(self._rows) else -1

    def retranslate(self) -> None:
        """Update all rows in another language."""
        self._rows = [(item, shown_message(item)) for item, _ in self._rows]
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, 0))

    def author(self, serial: int) -> str | None:
        """The author of a shown message."""
        return next((item.screen_name for item, _ in self._rows if item.serial == serial), None)

    def drop(self, serial: int) -> None:
        """Remove a message that the presenter hid at once, before the show confirms it."""
        for row, (item, _) in enumerate(self._rows):
            if item.serial == serial:
                self._dropped.add(serial)
                self._remove(row)
                return

    def show_messages(
        self, feed: tuple[FeedItem, ...], t_ms: int, blocked: tuple[str, ...] = ()
    ) -> None:
        """Show the newest messages, in any order, at most ten times a second."""
        ages_stand = self._now_ms // 1000 == t_ms // 1000
        if 0 <= t_ms - self._changed_ms < self._pause_ms:
            return
        self.refresh_pictures()
        there = {item.serial for item in feed}
        if self._dropped:
            # After an undo a message returns: it is only left out until the show has answered.
            self._dropped &= there
            feed = tuple(item for item in feed if item.serial not in self._dropped)
        if self._resting:
            self._remove_hidden(there, set(blocked), min(there, default=0))
            return
        newest = sorted(feed, key=lambda item: -item.serial)[:_ROWS]
        if [item.serial for item, _ in self._rows] != [item.serial for item in newest]:
            self._changed_ms = t_ms
            self._replace(newest)
        if not ages_stand:
            self._now_ms = t_ms
            if self._rows:
                last = self.index(len(self._rows) - 1, 0)
                self.dataChanged.emit(self.index(0, 0), last, [_AGE_ROLE])

    def _picture(self, item: FeedItem) -> str:
        pictures = self.pictures
        if pictures is None:
            return ""
        flood = self._pause_ms == _FLOOD_PAUSE_MS
        return pictures.known(item.image_url) if flood else pictures.source(item.image_url)

    def refresh_pictures(self) -> None:
        """Update rows whose picture has arrived."""
        serial = 0 if self.pictures is None else self.pictures.serial
        if serial == self._pictures_serial:
            return
        self._pictures_serial = serial
        if self._rows:
            last = self.index(len(self._rows) - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last, [_PICTURE_ROLE])

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def _remove_hidden(self, there: set[int], blocked: set[str], oldest: int) -> None:
        """Remove hidden messages: those missing from the middle of the feed; at the old end they
        may just have been pushed out."""
        for row in range(len(self._rows) - 1, -1, -1):
            item = self._rows[row][0]
            hidden = item.serial > oldest and item.serial not in there
            if hidden or item.screen_name in blocked:
                self._remove(row)

    def _replace(self, newest: list[FeedItem]) -> None:
        wanted = {item.serial for item in newest}
        if len(newest) == len(self._rows) and wanted.isdisjoint(r.serial for r, _ in self._rows):
            # A flood: no row stays, so reuse all rows instead of moving them.
            self._pause_ms = _FLOOD_PAUSE_MS
            self._rows = [(item, shown_message(item)) for item in newest]
            self.dataChanged.emit(self.index(0, 0), self.index(len(newest) - 1, 0))
            return
        self._pause_ms = _PAUSE_MS
        for row in range(len(self._rows) - 1, -1, -1):
            if self._rows[row][0].serial not in wanted:
                self._remove(row)
        for row, item in enumerate(newest):
            if row < len(self._rows) and self._rows[row][0].serial == item.serial:
                continue
            self.beginInsertRows(QModelIndex(), row, row)
            self._rows.insert(row, (item, shown_message(item)))
            self.endInsertRows()


def shown_message(item: FeedItem) -> dict[str, Any]:
    """A message as both windows show it: safe text, a name, and the vote in words."""
    vote = instrument_name(item.instrument) if item.instrument else translate("Feed", "no vote")
    plain = item.screen_name.isascii() and item.screen_name.isprintable()
    name = f"@{item.screen_name}" if plain else item.screen_name
    return {
        "name": safe(name, NAME_LIMIT),
        "text": safe(item.text, TEXT_LIMIT),
        "instrument": item.instrument or "",
        "vote": vote,
        "serial": item.serial,
        **avatar(item.screen_name),
    }
