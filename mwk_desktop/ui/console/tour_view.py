"""The demo explains itself: five steps that can be closed and do not come again (GUI thread)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Slot

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.view_model import view_model_class

TARGETS: Final = ("votes", "ribbon", "sceneNext", "segment", "stage_join")
"""The items of the window that the steps are about, by their object names."""

_TourProperties = view_model_class(
    "TourProperties",
    {"step": 0, "steps": len(TARGETS), "target": "", "title": "", "text": ""},
)


class TourView(_TourProperties):  # type: ignore[misc, valid-type]
    """The step that is shown; 0: none.

    Parameters
    ----------
    wanted
        Whether this is somebody's first demo.
    on_over
        Called once it has been read, or closed: it is not to come again.
    """

    def __init__(self, wanted: bool, on_over: Callable[[], None]) -> None:
        super().__init__()
        self._waits = wanted
        self._on_over = on_over

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Begin with the demo, and make way for any other show."""
        demo = snapshot.source.kind == "demo"
        if self._waits and demo:
            self._waits = False
            self._show(1)
        elif self.step and not demo:
            self._end()

    def retranslate(self) -> None:
        """Show the step's texts in another language."""
        self._show(self.step)

    @Slot()
    def goOn(self) -> None:
        """Show the next step; after the last one end the tour."""
        if self.step >= len(TARGETS):
            self._end()
        elif self.step:
            self._show(self.step + 1)

    @Slot()
    def goBack(self) -> None:
        self._show(max(1, self.step - 1))

    @Slot()
    def close(self) -> None:
        """End the tour."""
        if self.step:
            self._end()

    def _end(self) -> None:
        self._show(0)
        self._on_over()

    def _show(self, step: int) -> None:
        title, text = ("", "") if step == 0 else _words()[step - 1]
        target = "" if step == 0 else TARGETS[step - 1]
        self.set_properties({"step": step, "target": target, "title": title, "text": text})


def _words() -> tuple[tuple[str, str], ...]:
    return (
        (
            translate("Tour", "The crowd votes"),
            translate(
                "Tour",
                "Each message that names an instrument is a vote. The five instruments with the "
                "most votes are the next scene.",
            ),
        ),
        (
            translate("Tour", "The votes lock"),
            translate(
                "Tour",
                "Every window of votes runs along this line. At the yellow mark it is decided, "
                "and the next one begins.",
            ),
        ),
        (
            translate("Tour", "The scene lands"),
            translate(
                "Tour",
                "What has won waits here, dashed, and lands on a bar, all loops together and in "
                "time.",
            ),
        ),
        (
            translate("Tour", "Your hand"),
            translate(
                "Tour",
                "AUTO is the crowd\u2019s. ON and OFF are yours, whatever the votes say: white is "
                "what you hold, and the key 0 gives it all back.",
            ),
        ),
        (
            translate("Tour", "The room joins by phone"),
            translate(
                "Tour",
                "J shows the room how to vote: a code for their phones, or a message on their "
                "network. S opens the stage.",
            ),
        ),
    )
