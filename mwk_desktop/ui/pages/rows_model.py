"""A list model for QML that signals only changed rows, so that rows are kept (GUI thread)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QPersistentModelIndex, Qt

_ROLE = int(Qt.ItemDataRole.UserRole)
_NO_PARENT = QModelIndex()
_Index: TypeAlias = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractListModel):
    """Rows of plain dictionaries under the single role ``row``; editors keep the focus and lists
    their position while values change."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[Any] = []

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = _ROLE) -> Any:
        return self._rows[index.row()] if index.isValid() and role == _ROLE else None

    def roleNames(self) -> dict[int, QByteArray]:
        return {_ROLE: QByteArray(b"row")}

    @property
    def rows(self) -> list[Any]:
        """The rows now shown."""
        return list(self._rows)

    def set_rows(self, rows: Sequence[Any], *, reset: bool = False) -> None:
        """Show rows: update them one by one, or (``reset``) replace the whole list."""
        if reset:
            self.beginResetModel()
            self._rows = list(rows)
            self.endResetModel()
            return
        had, have = len(self._rows), len(rows)
        if have < had:
            self.beginRemoveRows(_NO_PARENT, have, had - 1)
            del self._rows[have:]
            self.endRemoveRows()
        for place in range(min(had, have)):
            if self._rows[place] != rows[place]:
                self._rows[place] = rows[place]
                at = self.index(place)
                self.dataChanged.emit(at, at, [_ROLE])
        if have > had:
            self.beginInsertRows(_NO_PARENT, had, have - 1)
            self._rows += rows[had:]
            self.endInsertRows()
