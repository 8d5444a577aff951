"""Lists the screens, and finds the one for the stage (GUI thread only)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QGuiApplication, QScreen

from mwk_desktop.ui.safe_text import clean


@dataclass(frozen=True, slots=True)
class ScreenId:
    """Identifies a projector: the connector's name, and maker, model and serial.

    A projector may return on another connector, and another projector may use this one: the serial
    number decides if there is one, else the name.
    """

    name: str
    maker: str = ""
    model: str = ""
    serial: str = ""

    @classmethod
    def of(cls, screen: QScreen) -> ScreenId:
        return cls(screen.name(), screen.manufacturer(), screen.model(), screen.serialNumber())

    def is_same(self, other: ScreenId) -> bool:
        """Whether both are the same device, as far as can be known."""
        if self.serial and other.serial:
            mine = (self.maker, self.model, self.serial)
            return mine == (other.maker, other.model, other.serial)
        return self.name == other.name

    def answers_to(self, name: str) -> bool:
        """Whether ``name`` means this screen: its connector, model or serial."""
        return name.strip().casefold() in self.words

    @property
    def words(self) -> list[str]:
        """The names that mean this screen, in small letters."""
        words = (self.name, self.model, self.serial, f"{self.maker} {self.model}".strip())
        return [word.casefold() for word in words if word]


def others(console: QScreen | None) -> list[QScreen]:
    """Every screen but the console's; one that mirrors it counts as the same."""
    screens = QGuiApplication.screens()
    if console is None:
        return screens
    return [s for s in screens if s is not console and s.geometry() != console.geometry()]


def choose(
    screens: list[QScreen], wanted: str, before: ScreenId | None, *, any_other: bool = False
) -> QScreen | None:
    """The screen for the stage, or None if the wanted one is missing.

    Parameters
    ----------
    screens
        Those that may be used.
    wanted
        The name in the settings or from the list; empty: any.
    before
        The stage's earlier screen, preferred if ``wanted`` is empty.
    any_other
        Whether another one will do where the wanted one is missing.
    """
    for screen in screens:
        if wanted and ScreenId.of(screen).answers_to(wanted):
            return screen
    if before is not None:
        for screen in screens:
            same = before.is_same(ScreenId.of(screen))
            if same and (not wanted or before.answers_to(wanted)):
                return screen
    return screens[0] if screens and (any_other or not wanted) else None


def rows(console: QScreen | None, stage: QScreen | None, wanted: str) -> list[dict[str, Any]]:
    """The list to choose from: name, title, size, which names mean it, where the windows are, and
    its place on the desktop in pixels."""
    listed = []
    for screen in QGuiApplication.screens():
        identity = ScreenId.of(screen)
        size, place = screen.size(), screen.geometry()
        title = clean(f"{screen.manufacturer()} {screen.model()}".strip() or screen.name(), 40)
        listed.append(
            {
                "name": screen.name(),
                "title": title,
                "size": f"{size.width()}\u00d7{size.height()}",
                "console": screen is console,
                "stage": screen is stage,
                "wanted": identity.answers_to(wanted),
                "answers": identity.words,
                "x": place.x(),
                "y": place.y(),
                "width": place.width(),
                "height": place.height(),
            }
        )
    return listed
