"""The sounds that an engine can launch: pages of one loop each, and which of them make a clip.

Read by the audio callback; nothing here allocates, waits or decodes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt

from mwk_desktop.engine.gains import Floats
from mwk_desktop.sounds.sound_layout import SoundLayout


class ClipSource(Protocol):
    """Loads clips into the memory that the engine reads. Called on one thread at a time."""

    def load(self, owner: int, keep: Collection[int] = ()) -> bool:
        """Bring a clip into memory; False if there is no room beside those to keep."""


class ClipBank:
    """Pages of sound and the layouts of the clips on them.

    Parameters
    ----------
    pages : ndarray of float32, shape (pages, loop_frames, 2)
        C-contiguous; never written here.
    layouts : sequence of SoundLayout, optional
        What can be launched, by clip id. Default: each page is a clip of one loop.
    slots : ndarray of int32, optional
        For a set that is in memory in part: the row of each page, negative where it is not in
        memory. Another process may change it. Default: page ``n`` is row ``n``.

    Raises
    ------
    ValueError
        If the pages have a wrong shape, type or memory order.
    """

    def __init__(
        self,
        pages: Floats,
        layouts: Sequence[SoundLayout] | None = None,
        slots: npt.NDArray[np.int32] | None = None,
    ) -> None:
        if pages.ndim != 3 or pages.shape[2] != 2:
            raise ValueError(f"clips must have shape (n, frames, 2), not {pages.shape}")
        if pages.dtype != np.float32 or not pages.flags.c_contiguous:
            raise ValueError("clips must be C-contiguous float32")
        self.loop_frames = pages.shape[1]
        self.rows: list[Floats] = list(pages.reshape(len(pages), -1))
        """Each page as one flat array, interleaved."""
        self._slots = slots
        self._silence = np.zeros(0 if slots is None else 2 * self.loop_frames, dtype=np.float32)
        self.source: ClipSource | None = None
        """Brings a clip that is missing into memory at once (offline only)."""
        self.in_use: Callable[[], Collection[int]] = tuple
        """The clips that must stay in memory meanwhile."""
        self.layouts = single_pages(len(pages)) if layouts is None else tuple(layouts)

    @classmethod
    def of(cls, clips: Floats | ClipBank) -> ClipBank:
        """The bank itself, or one in which each row of an array is a clip."""
        return clips if isinstance(clips, ClipBank) else cls(clips)

    def row(self, page: int) -> Floats:
        """A page as one flat array, interleaved; silence if it is not in memory."""
        if self._slots is None:
            return self.rows[page]
        slot = int(self._slots[page])
        return self.rows[slot] if slot >= 0 else self._silence

    def is_ready(self, clip: int) -> bool:
        """Whether all that a clip needs is in memory."""
        if self._slots is None or clip < 0:
            return True
        layout = self.layouts[clip]
        if all(self._slots[page] >= 0 for page in layout.needs):
            return True
        if self.source is None:
            return False
        self.source.load(layout.owner, self.in_use())
        return all(self._slots[page] >= 0 for page in layout.needs)

    def __len__(self) -> int:
        return len(self.layouts)


def single_pages(count: int) -> tuple[SoundLayout, ...]:
    """Layouts of clips that are one loop each."""
    return tuple(
        SoundLayout(str(number), number, (number,), ((),), needs=(number,))
        for number in range(count)
    )
