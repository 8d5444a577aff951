"""Tells voters whether their instrument plays: votes wait for their window's scene. Pure; page
thread.

A vote belongs to the window that was open when it was sent. When the window is over and a scene
lands, its voters learn whether their instrument plays now. If no scene lands (held, cancelled,
nothing drawn), they learn that one window later.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from mwk_desktop.sources.page.show_facts import ShowFacts

MOST_WAITING: Final = 20_000
"""Most phones that wait for a receipt; further phones get none, but their votes count."""

LATEST_MS: Final = 4_000
"""Short windows wait at least this long after their end for the scene to land."""


class Receipts:
    """Votes that wait for their window's scene."""

    def __init__(self) -> None:
        self._waiting: dict[int, dict[str, tuple[str, ...]]] = {}
        self._count = 0
        self._scene: int | None = None

    def __len__(self) -> int:
        return self._count

    def add_vote(self, phone_id: str, instrument: str, facts: ShowFacts) -> None:
        """Note a phone's vote in the open window."""
        if self._scene is None:
            self._scene = facts.scene
        end_ms, now_ms = facts.window_end_ms, facts.now_ms
        if end_ms <= now_ms:
            # The show closes a window a little after its end, and what is known of it is older
            # still: a vote after the end is one for the next window.
            end_ms += ((now_ms - end_ms) // facts.window_ms + 1) * facts.window_ms
        window = self._waiting.setdefault(end_ms, {})
        before = window.get(phone_id)
        if before is None:
            if self._count >= MOST_WAITING:
                return
            self._count += 1
            window[phone_id] = (instrument,)
        elif instrument not in before:
            window[phone_id] = (*before, instrument)

    def decided(self, facts: ShowFacts) -> Iterator[tuple[str, str, bool]]:
        """Yield (phone id, instrument, whether it plays now) for each vote whose scene is
        decided."""
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
            for phone_id, instruments in window.items():
                # One receipt per window: an instrument that plays, if there is one.
                playing = [name for name in instruments if name in facts.playing]
                yield phone_id, (playing or instruments)[0], bool(playing)

    def forget(self) -> None:
        """Forget all waiting votes: the show is over."""
        self._waiting.clear()
        self._count = 0
        self._scene = None
