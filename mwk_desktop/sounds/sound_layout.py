"""Where the sounds of a loaded set lie in memory: in pages of one loop each. Pure values.

They say everything about files, takes and forms that an engine needs to play them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class PagePiece(NamedTuple):
    """A stretch of one page, in frames from the page's start."""

    page: int
    offset: int
    frames: int


@dataclass(frozen=True, slots=True)
class SoundLayout:
    """One sound that can be launched.

    Attributes
    ----------
    name : str
        ``drum/drum1.flac``, ``drum/drum1.fill.flac``, ``floor/floor1.flac``,
        ``transitions/riser1.flac``.
    owner : int
        Index of the clip that this is a part of: its own, or that of the clip whose fill it is.
    pages : tuple of int
        For a sound that loops: loop ``n`` since the show's origin plays page
        ``pages[n % len(pages)]``. One, two, four or eight entries (two phrases).
    kicks : tuple of tuple of int
        Frames of the kicks in each of these pages.
    tail : tuple of PagePiece
        Plays once after the voice has ended on a line.
    pickup : tuple of PagePiece
        Plays once before the line on which the clip enters.
    shot : tuple of PagePiece
        For a sound that plays once from where it is launched; ``pages`` is then empty.
    needs : tuple of int
        All pages that must be in memory before it plays, those of its owner and fill included.
    """

    name: str
    owner: int
    pages: tuple[int, ...] = ()
    kicks: tuple[tuple[int, ...], ...] = ()
    tail: tuple[PagePiece, ...] = ()
    pickup: tuple[PagePiece, ...] = ()
    shot: tuple[PagePiece, ...] = ()
    needs: tuple[int, ...] = ()

    @property
    def carries_beat(self) -> bool:
        """Whether it has a kick: a beat that a room can dance to."""
        return any(self.kicks)

    @property
    def pickup_frames(self) -> int:
        """Length of the pickup; 0 without one."""
        return sum(piece.frames for piece in self.pickup)

    @property
    def shot_frames(self) -> int:
        """Length of a sound that plays once; 0 for one that loops."""
        return sum(piece.frames for piece in self.shot)
