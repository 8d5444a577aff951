"""Whose instrument has landed: votes wait for the scene of their window. Pure; the page's thread.

A vote belongs to the window that was open when it was sent. When that window is over and a scene
lands, its voters are told whether their instrument can be heard now. If no scene lands (held,
cancelled, nothing drawn), they are told a window later.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mwk_desktop.sources.page.show_facts import ShowFacts

MOST_WAITING: Final = 20_000
"""Phones that wait; more get no receipt, but their votes count all the same."""

LATEST_MS: Final = 4_000
"""At least this long after its end a window's scene may still land (short windows)."""


class Receipts:
    """Votes on their way to a scene."""

    def __init__(self) -> None:
        self._waiting: dict[int, dict[str, tuple[str, ...]]] = {}
        self._count = 0
        self._scene: int | None = None

    def __len__(self) -> int:
        return self._count

    def voted(self, device: str, instrument: str, facts: ShowFacts) -> None:
        """A phone voted in the open window."""
        if self._scene is None:
            self._scene = facts.scene
        window = self._waiting.setdefault(facts.window_end_ms, {})
        before = window.get(device)
        if before is None:
            if self._count >= MOST_WAITING:
                return
            self._count += 1
            window[device] = (instrument,)
        elif instrument not in before:
            window[device] = (*before, instrument)

    def due(self, facts: ShowFacts) -> Iterator[tuple[str, str, bool]]:
        """Phone, instrument, whether it plays now: for each vote whose scene was decided."""
        landed = self._scene is not None and facts.scene != self._scene
        if self._scene is not None and facts.scene < self._scene:
            self.forget()  # another show began
        self._scene = facts.scene
        over_ms = facts.now_ms - max(facts.window_ms, LATEST_MS)
        for end_ms in sorted(self._waiting):
            if not (end_ms <= over_ms or (landed and end_ms <= facts.now_ms)):
                continue
            window = self._waiting.pop(end_ms)
            self._count -= len(window)
            for device, instruments in window.items():
                # One receipt a window: the good news, where there is some.
                playing = [name for name in instruments if name in facts.playing]
                yield device, (playing or instruments)[0], bool(playing)

    def forget(self) -> None:
        """The show is over: no receipt is due any more."""
        self._waiting.clear()
        self._count = 0
        self._scene = None
