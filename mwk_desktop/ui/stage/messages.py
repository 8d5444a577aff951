"""The newest messages on the stage: at most five, oldest on top, never faster than eyes read."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt

from mwk_desktop.show.snapshot import FeedItem
from mwk_desktop.ui.people import avatar
from mwk_desktop.ui.safe_text import NAME_LIMIT, safe

_ROLES = ("serial", "name", "text", "initial", "tint")
_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_TEXT_LIMIT = 160
_STAY_MS = 30_000
"""So long a message stays when none comes after it; then the wall rests."""
_PAUSE_MS = 900
"""Least time between two messages: in a flood the wall shows some, not a blur."""


class StageMessages(QAbstractListModel):
    """The rows of the stage's messages; at most ``most`` of them."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most
        self._rows: list[dict[str, Any]] = []
        self._last_serial = -1
        self._last_ms: int | None = None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + i: QByteArray(role.encode()) for i, role in enumerate(_ROLES)}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        place = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        return self._rows[index.row()][_ROLES[place]] if 0 <= place < len(_ROLES) else None

    def tell(self, feed: tuple[FeedItem, ...], t_ms: int) -> None:
        """Take over the newest messages: the first time all that fit, then one at a time."""
        self._leave(feed)
        if self._rows and t_ms - self._rows[0]["shown_ms"] > _STAY_MS:
            self._remove(0)
        if not feed:
            return
        ordered = sorted(feed, key=lambda item: item.serial)
        if self._last_ms is None:
            for item in ordered[-self._most :]:
                self._append(item, t_ms)
            self._last_ms = t_ms
            return
        if 0 <= t_ms - self._last_ms < _PAUSE_MS or ordered[-1].serial <= self._last_serial:
            return
        self._last_ms = t_ms
        if len(self._rows) >= self._most:
            self._remove(0)
        self._append(ordered[-1], t_ms)

    def _leave(self, feed: tuple[FeedItem, ...]) -> None:
        """A message that the show took back (hidden, blocked, or a new show) leaves at once."""
        if not self._rows:
            return
        serials = {item.serial for item in feed}
        oldest = min(serials, default=0)
        newest = max(serials, default=-1)
        for row in range(len(self._rows) - 1, -1, -1):
            serial = self._rows[row]["serial"]
            hidden = oldest <= serial <= newest and serial not in serials
            if hidden or serial > newest:
                self._remove(row)
        if newest < self._last_serial:
            self._last_serial, self._last_ms = -1, None

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()

    def _append(self, item: FeedItem, t_ms: int) -> None:
        self._last_serial = item.serial
        row = len(self._rows)
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.append(
            {
                "serial": item.serial,
                "shown_ms": t_ms,
                "name": safe(item.screen_name, NAME_LIMIT),
                "text": safe(item.text, _TEXT_LIMIT),
                **avatar(item.screen_name),
            }
        )
        self.endInsertRows()
