"""The newest messages on the stage: at most four, oldest on top, at a readable pace.

A message rises at the foot. If all places are taken and a new one comes, the oldest fades first. A
message that the show removed leaves at once.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt

from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.ui.pictures.picture_cache import PictureCache
from mwk_desktop.ui.ranking_rows import avatar
from mwk_desktop.ui.safe_text import NAME_LIMIT, safe

FADE_MS = 1_200
"""How long a message takes to fade; the window's animation is as long."""

_ROLES = ("serial", "name", "text", "initial", "tint", "picture", "leaving")
_FIRST_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_PICTURE_ROLE = _FIRST_ROLE + _ROLES.index("picture")
_LEAVING_ROLE = _FIRST_ROLE + _ROLES.index("leaving")
_TEXT_LIMIT = 160
_STAY_MS = 30_000
"""A message stays this long if no other follows."""
_PAUSE_MS = 900
"""Least time between two messages: in a flood the wall shows some, not a blur."""


class StageMessages(QAbstractListModel):
    """The rows of the stage's messages; at most ``most`` of them.

    Parameters
    ----------
    most
        Places on the wall.
    pictures
        Where the senders' pictures come from; None: initials only.
    """

    def __init__(self, most: int, pictures: PictureCache | None = None) -> None:
        super().__init__()
        self._most = most
        self._pictures = pictures
        self._pictures_serial = -1
        self._rows: list[dict[str, Any]] = []
        self._last_serial = -1
        self._last_ms: int | None = None
        self._seen: frozenset[int] = frozenset()
        self._blocked: tuple[str, ...] = ()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST_ROLE + i: QByteArray(role.encode()) for i, role in enumerate(_ROLES)}

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = 0) -> Any:
        place = role - _FIRST_ROLE
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        return self._rows[index.row()][_ROLES[place]] if 0 <= place < len(_ROLES) else None

    def show_messages(
        self, feed: tuple[FeedItem, ...], t_ms: int, blocked: tuple[str, ...] = ()
    ) -> None:
        """Show the newest messages: the first time all that fit, then one at a time."""
        self._remove_withdrawn(feed, blocked)
        self._fade(t_ms)
        self._refresh_pictures()
        if not feed:
            return
        newest = max(feed, key=lambda item: item.serial)
        if self._last_ms is None:
            for item in sorted(feed, key=lambda item: item.serial)[-self._most :]:
                self._append(item, t_ms)
            self._last_ms = t_ms
            return
        if 0 <= t_ms - self._last_ms < _PAUSE_MS or newest.serial <= self._last_serial:
            return
        if len(self._rows) < self._most:
            self._last_ms = t_ms
            self._append(newest, t_ms)
        elif not any(row["leaving"] for row in self._rows):
            self._fade_oldest(t_ms)

    def forget(self) -> None:
        """Clear all messages, as at the start."""
        while self._rows:
            self._remove(len(self._rows) - 1)
        self._last_serial, self._last_ms = -1, None
        self._seen = frozenset()

    def _fade(self, t_ms: int) -> None:
        """Remove faded messages; fade the oldest once it has stood long enough."""
        for row in range(len(self._rows) - 1, -1, -1):
            gone_ms = t_ms - self._rows[row]["leaving_ms"]
            # A clock that was set back must not keep a faded row forever.
            if self._rows[row]["leaving"] and not 0 <= gone_ms < FADE_MS:
                self._remove(row)
        if (
            self._rows
            and not self._rows[0]["leaving"]
            and t_ms - self._rows[0]["shown_ms"] > _STAY_MS
        ):
            self._fade_oldest(t_ms)

    def _fade_oldest(self, t_ms: int) -> None:
        self._rows[0] |= {"leaving": True, "leaving_ms": t_ms}
        self._changed(0, _LEAVING_ROLE)

    def _remove_withdrawn(self, feed: tuple[FeedItem, ...], blocked: tuple[str, ...]) -> None:
        """Remove messages that the show removed (hidden, blocked, or a new show) at once."""
        serials = frozenset(item.serial for item in feed)
        if serials == self._seen and blocked == self._blocked:
            return
        before, self._seen, self._blocked = self._seen, serials, blocked
        oldest, newest = min(serials, default=0), max(serials, default=-1)
        # Without new messages none can have dropped off the feed's old end either.
        nothing_new = newest <= max(before, default=-1)
        for row in range(len(self._rows) - 1, -1, -1):
            serial = self._rows[row]["serial"]
            missing = serial in before and serial not in serials
            hidden = missing and (serial > oldest or nothing_new)
            if hidden or serial > newest or self._rows[row]["sender"] in blocked:
                self._remove(row)
        if newest < max(before, default=-1) and newest < self._last_serial:
            # A hidden newest message makes room for the previous one; a new show starts empty.
            self._last_serial = newest
            if not serials & before:
                self.forget()
                self._seen = serials

    def _refresh_pictures(self) -> None:
        pictures = self._pictures
        if pictures is None or pictures.serial == self._pictures_serial:
            return
        self._pictures_serial = pictures.serial
        for place, row in enumerate(self._rows):
            if not row["picture"]:
                row["picture"] = pictures.source(row["image_url"])
                if row["picture"]:
                    self._changed(place, _PICTURE_ROLE)

    def _changed(self, row: int, role: int) -> None:
        place = self.index(row, 0)
        self.dataChanged.emit(place, place, [role])

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
                "leaving_ms": 0,
                "sender": item.screen_name,
                "image_url": item.image_url,
                "name": safe(item.screen_name, NAME_LIMIT),
                "text": safe(item.text, _TEXT_LIMIT),
                "picture": self._pictures.source(item.image_url) if self._pictures else "",
                "leaving": False,
                **avatar(item.screen_name),
            }
        )
        self.endInsertRows()
