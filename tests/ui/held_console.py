"""A console's window on a show's real core whose time stands until it is moved: keys in, and what
the window shows out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import count
from typing import Any

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.keys import NAMED_KEYS
from mwk_desktop.units import INSTRUMENTS
from tests.show.held_show import BAR, HeldShow

_CODES = {name: code for code, name in NAMED_KEYS.items()}


@dataclass(frozen=True)
class ShownStrip:
    """What a strip of the window says."""

    now: str
    now_title: str
    next: str
    next_title: str
    next_text: str
    mute: str
    """``armed`` and ``pending``: a change of mute waits; else empty."""

    @property
    def next_bar(self) -> int | None:
        """The bar that NEXT names."""
        found = re.search(r"bar (\d+)", self.next_text)
        return int(found[1]) if found else None


class HeldShowClient:
    """The show as the windows see it: snapshots out, commands in."""

    def __init__(self) -> None:
        self.show = HeldShow()
        self._serials = count()

    def begin(self) -> HeldShow:
        """Another show, from its start."""
        self.show = HeldShow()
        return self.show

    def snapshot(self) -> Snapshot:
        return replace(self.show.snapshot(), serial=next(self._serials))

    def send(self, command: Any) -> None:
        self.show.do(command)


class HeldConsole:
    """The window, its keys, and what stands in it."""

    def __init__(self, open_windows: Callable[..., Any]) -> None:
        self.client = HeldShowClient()
        self.ui = open_windows(self.client, (1280, 800))
        find = self.ui.find
        self._strips = {name: find(f"strip_{name}") for name in INSTRUMENTS}
        self._slots = {
            name: tuple(find(part, strip) for part in ("now", "next", "mute"))
            for name, strip in self._strips.items()
        }
        self._items = {name: find(name) for name in ("goTitle", "goText", "hold", "arm", "ribbon")}

    @property
    def show(self) -> HeldShow:
        return self.client.show

    def begin(self) -> None:
        """Another show; the window is as at its start."""
        self.press("Escape")
        self.press("Escape")
        if self.ui.windows.console.locked:
            self.press("L")
        self.client.begin()
        self.press("Alt+1")

    def press(self, chord: str) -> None:
        """Press and let go of a key, named as in the key table; with a real key's events."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        *modifiers, name = chord.split("+")
        flags = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            flags |= {
                "Shift": Qt.KeyboardModifier.ShiftModifier,
                "Ctrl": Qt.KeyboardModifier.ControlModifier,
                "Alt": Qt.KeyboardModifier.AltModifier,
            }[modifier]
        self.ui.windows.pull()
        QTest.keyClick(self.ui.console, Qt.Key(_CODES.get(name) or ord(name)), flags)
        self.ui.windows.pull()

    def run(self, frame: int) -> None:
        """Let the show go on to a frame, and show where it is."""
        self.show.run(frame)
        self.ui.windows.pull()

    def line_of(self, bar: int) -> int:
        """The next bar line of that number."""
        line = self.show.core.grid.next_line(self.show.frame, "bar")
        while self.show.core.grid.bar_at(line) < bar:
            line += BAR
        return int(line)

    def shown(self, instrument: str) -> ShownStrip:
        """What a strip shows now."""
        now, next_, mute = self._slots[instrument]
        return ShownStrip(
            now.property("kind"),
            now.property("title"),
            next_.property("kind"),
            next_.property("title"),
            next_.property("text"),
            mute.property("waits"),
        )

    def text(self, name: str) -> str:
        """The text of an item: a word, or a button's."""
        return str(self._items[name].property("text"))

    def sounding(self, instrument: str) -> str | None:
        """The clip that the conductor's plan has sound now."""
        name = self.show.core.conductor.sounding(instrument)
        return None if name is None else name.partition("/")[2].partition(".")[0]

    def told(self, instrument: str, lead_frames: int) -> str | None:
        """The clip that the engine was told to play by now, up to its lead."""
        due = self.show.frame + lead_frames
        told = [clip for frame, clip in self.show.launches(instrument) if frame <= due]
        return told[-1].partition("/")[2].partition(".")[0] if told and told[-1] else None

    def close(self) -> None:
        self.ui.close()
