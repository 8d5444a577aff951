"""Decodes clips ahead of the engine, where a sound set is larger than its memory.

Threads. The engine's client says which clips sound, are planned, and could be asked for next; a
worker thread of the pool loads them, nearest first. Nobody waits for it: what is not in memory when
its line comes lands on the next bar (see :mod:`~mwk_desktop.engine.tracks`).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from mwk_desktop.engine.clip_bank import ClipSource
from mwk_desktop.sounds.sound_layout import SoundLayout

_log = logging.getLogger(__name__)

KEPT_S: Final = 16.0
"""A clip stays this long after it was last seen sounding: its tail may ring, and the engine may be
a few blocks ahead of what is known here."""


class ClipPool:
    """Keeps in memory what the engine needs next.

    Parameters
    ----------
    layouts : sequence of SoundLayout
    source : ClipSource
    """

    def __init__(self, layouts: Sequence[SoundLayout], source: ClipSource) -> None:
        self._layouts = layouts
        self._source = source
        self._lock = threading.Condition()
        self._wanted: tuple[int, ...] = ()
        self._keep: frozenset[int] = frozenset()
        self._sounded: dict[int, float] = {}
        self._changed = False
        self._ended = False
        self._worker = threading.Thread(target=self._work, name="mwk-clips", daemon=True)
        self._worker.start()

    def want(self, sounding: Iterable[int], coming: Iterable[int]) -> None:
        """These clips sound, and these come: the nearest first. Returns at once."""
        now_s = time.monotonic()
        with self._lock:
            for clip in sounding:
                self._sounded[self._layouts[clip].owner] = now_s
            self._sounded = {
                owner: at_s for owner, at_s in self._sounded.items() if now_s - at_s < KEPT_S
            }
            wanted = dict.fromkeys(self._layouts[clip].owner for clip in coming)
            self._wanted = tuple(dict.fromkeys((*self._sounded, *wanted)))
            self._keep = frozenset(self._sounded)
            self._changed = True
            self._lock.notify()

    def close(self) -> None:
        """End the worker, after the clip that it is loading."""
        with self._lock:
            self._ended = True
            self._lock.notify()
        self._worker.join()

    def _work(self) -> None:
        while True:
            with self._lock:
                self._lock.wait_for(lambda: self._changed or self._ended)
                if self._ended:
                    return
                self._changed = False
                wanted, sounded = self._wanted, self._keep
            for place, owner in enumerate(wanted):
                keep = (sounded | {*wanted[:place]}) - {owner}
                if not self._load(owner, keep) or self._changed or self._ended:
                    break

    def _load(self, owner: int, keep: Collection[int]) -> bool:
        try:
            return self._source.load(owner, keep)
        except Exception:  # without this thread no other clip would come either
            _log.exception("a clip could not be loaded")
            return True
