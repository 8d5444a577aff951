"""What goes on around the stage's window: its small picture, what the health line says of it, and
the screen that must not fall asleep (GUI thread only)."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QImageReader

from mwk_desktop.ui.screen_awake import ScreenAwake
from mwk_desktop.ui.stage_picture import StagePicture

if TYPE_CHECKING:
    from mwk_desktop.ui.console.console_view import ConsoleView
    from mwk_desktop.ui.stage.stage_view import StageView
    from mwk_desktop.ui.window_placement import WindowsView

LOOK_S: Final = 0.25
FORMATS: Final = (b"png", b"jpeg", b"webp")
"""Of the picture under Black."""


class StageCompanion:
    """Follows the stage.

    Parameters
    ----------
    keeps_awake
        Whether screen saver and sleep are held off while the windows are open.
    """

    def __init__(
        self, console: ConsoleView, stage: StageView, windows: WindowsView, *, keeps_awake: bool
    ) -> None:
        self._console, self._stage, self._windows = console, stage, windows
        self._awake = ScreenAwake() if keeps_awake else None
        self._looked_s = 0.0
        self._black, self._black_picture = "black", ""
        self.picture = StagePicture()

    def use_black(self, what: str) -> None:
        """What the room sees under Black: ``black``, ``hashtag`` or ``picture``."""
        self._black = what
        self._show_black()

    def use_picture(self, picture: str) -> None:
        """The file with the picture for Black; empty: none."""
        # Only a whole path is an address for QML.
        self._black_picture = str(Path(picture).absolute()) if picture else ""
        self._show_black()

    def _show_black(self) -> None:
        """What the room sees under Black: without a picture that can be read, black."""
        what = self._black
        if what == "picture" and not _is_picture(self._black_picture):
            what = "black"
        address = QUrl.fromLocalFile(self._black_picture).toString()
        self._stage.set_properties({"blackMoment": what, "blackPicture": address})
        # What is not black needs no further step to a logo: the same key returns.
        self._console.set_properties({"blackIsDark": what == "black"})

    def begin(self) -> None:
        """Begin, once the windows are open."""
        if self._awake is not None:
            self._awake.hold()

    def follow(self, stage_window: Any) -> None:
        """Look at the stage a few times a second."""
        now_s = time.monotonic()
        if now_s - self._looked_s < LOOK_S:
            return
        self._looked_s = now_s
        if self._stage.moment == "black" and self._black == "picture":
            self._show_black()  # the file may be there by now
        asleep = self._awake is not None and not self._awake.is_held
        self._windows.note_stage(self._stage.economy, may_sleep=asleep)
        self._console.crowd.show_stage(self._stage_messages())
        if not self._windows.stageOpen:
            self.picture.forget()
        elif stage_window.isExposed() and self._stage.moment != "black":
            self.picture.picture_window(
                stage_window, self._stage.moment, may_wait=self._stage.economy > 0
            )
        self._console.set_properties(
            {"stagePicture": self.picture.source, "stagePictureOld": self.picture.is_old}
        )

    def _stage_messages(self) -> list[dict[str, Any]]:
        """The messages that can be read on the stage now."""
        stage = self._stage
        cards: list[dict[str, Any]] = []
        if self._windows.stageOpen and stage.moment == "messages":
            cards = stage.wall
        elif self._windows.stageOpen and stage.moment == "votes":
            cards = stage.cards if stage.peoplePage == "messages" else []
        return cards

    def end(self) -> None:
        """End, before the windows close."""
        if self._awake is not None:
            self._awake.release()


def _is_picture(path: str) -> bool:
    """Whether a file begins as a picture that the stage can show."""
    if not path:
        return False
    reader = QImageReader(path)
    reader.setDecideFormatFromContent(True)
    return reader.canRead() and reader.format().data() in FORMATS
