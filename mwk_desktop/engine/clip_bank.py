"""The sounds that an engine can launch: pages of one loop each, and which of them make a clip.

Read by the audio callback; nothing here allocates, waits or decodes.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mwk_desktop.engine.clip_layout import ClipLayout
from mwk_desktop.engine.gains import Floats


class ClipBank:
    """Pages of sound and the layouts of the clips on them.

    Parameters
    ----------
    pages : ndarray of float32, shape (pages, loop_frames, 2)
        C-contiguous; never written here.
    layouts : sequence of ClipLayout, optional
        What can be launched, by clip id. Default: each page is a clip of one loop.

    Raises
    ------
    ValueError
        If the pages have a wrong shape, type or memory order.
    """

    def __init__(self, pages: Floats, layouts: Sequence[ClipLayout] | None = None) -> None:
        if pages.ndim != 3 or pages.shape[2] != 2:
            raise ValueError(f"clips must have shape (n, frames, 2), not {pages.shape}")
        if pages.dtype != np.float32 or not pages.flags.c_contiguous:
            raise ValueError("clips must be C-contiguous float32")
        self.loop_frames = pages.shape[1]
        self.rows: list[Floats] = list(pages.reshape(len(pages), -1))
        """Each page as one flat array, interleaved."""
        self.layouts = single_pages(len(pages)) if layouts is None else tuple(layouts)

    @classmethod
    def of(cls, clips: Floats | ClipBank) -> ClipBank:
        """The bank itself, or one in which each row of an array is a clip."""
        return clips if isinstance(clips, ClipBank) else cls(clips)

    def __len__(self) -> int:
        return len(self.layouts)


def single_pages(count: int) -> tuple[ClipLayout, ...]:
    """Layouts of clips that are one loop each."""
    return tuple(
        ClipLayout(str(number), number, (number,), ((),), needs=(number,))
        for number in range(count)
    )
