"""Esc that is panic only when it is held, for clickers that send it unasked (GUI thread only)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

ESCAPE_MS: Final = 400
"""How long Esc is held; a clicker's button sends it for a moment only."""


class EscapeHold(QObject):
    """Waits while Esc is held.

    Parameters
    ----------
    act
        Called once Esc was held long enough.
    """

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self.held = False
        """Whether Esc has to be held; else it acts at once."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ESCAPE_MS)
        self._timer.timeout.connect(act)

    def begin(self) -> None:
        """Esc goes down."""
        self._timer.start()

    def end(self) -> None:
        """Esc goes up again, or its end will not be heard."""
        self._timer.stop()
