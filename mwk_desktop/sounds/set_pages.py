"""Lays a set's sounds out in pages of one loop each, and says what the engine plays in each loop.

The first pages are the first loops of the instruments' clips, in clip order; then come their other
loops, takes, fills and short sounds (which share pages), the floor's and the transitions'. Pure
arithmetic on headers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from mwk_desktop.sounds.audio_file import AudioHeader
from mwk_desktop.sounds.clip_parts import FILL, FIRST_TAKE, PHRASE_LOOPS, PICKUP, TAIL
from mwk_desktop.sounds.conform import LoopSpec
from mwk_desktop.sounds.part_conforming import fill_tiles, loops_of, shot_frames
from mwk_desktop.sounds.sound_layout import PagePiece, SoundLayout
from mwk_desktop.sounds.sound_set import ClipInfo

SHOT: Final = "shot"
"""The part of a transition: it plays once."""

_CYCLE_LOOPS: Final = 2 * PHRASE_LOOPS


def part_files(info: ClipInfo, *, takes: bool = True) -> dict[str, Path]:
    """The files of a clip by part: ``a``, ``b``, ..., ``fill``, ``tail``, ``pickup``, or ``shot``.

    ``takes`` False: without other takes and without a fill.
    """
    if info.is_transition:
        return {SHOT: info.path}
    files = {FIRST_TAKE: info.path}
    parts = info.parts
    if takes:
        files |= dict(parts.takes)
        files |= {} if parts.fill is None else {FILL: parts.fill}
    files |= {} if parts.tail is None else {TAIL: parts.tail}
    return files if parts.pickup is None else {**files, PICKUP: parts.pickup}


def part_name(info: ClipInfo, path: Path) -> str:
    """A part as findings and logs name it: ``drum/drum1.fill.flac``."""
    return f"{info.instrument}/{path.name}"


@dataclass(slots=True)
class PlannedClip:
    """One clip with the headers of its files, and where each part lies."""

    info: ClipInfo
    headers: dict[str, AudioHeader]
    files: dict[str, Path]
    pieces: dict[str, tuple[PagePiece, ...]] = field(default_factory=dict)
    kicks: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """Frames of the kicks in each page."""
    fill_tiles: int = 1

    @property
    def name(self) -> str:
        return self.info.name

    @property
    def is_plain(self) -> bool:
        """Whether it is a single file that loops, as in a set without arrangement."""
        return self.is_voted and not self.info.parts.is_arranged

    @property
    def is_voted(self) -> bool:
        """Whether it is an instrument's clip."""
        return self.info.is_voted

    @property
    def pages(self) -> tuple[int, ...]:
        """All pages that hold a part of it."""
        return tuple(sorted({piece.page for each in self.pieces.values() for piece in each}))

    def copy(self) -> PlannedClip:
        """A copy whose parts can be dropped without changing this clip."""
        return replace(
            self,
            headers=dict(self.headers),
            files=dict(self.files),
            pieces=dict(self.pieces),
            kicks=dict(self.kicks),
        )

    def drop(self, part: str) -> None:
        """Drop a part whose file cannot be read."""
        for parts in (self.headers, self.files, self.pieces):
            parts.pop(part, None)


class PagePlan:
    """The pages of all clips of a set.

    Parameters
    ----------
    clips : sequence of PlannedClip
        The instruments' clips first; each has at least its first take or its shot.
    loop : LoopSpec
        One loop at the device's rate.
    """

    def __init__(self, clips: Sequence[PlannedClip], loop: LoopSpec) -> None:
        self.clips = list(clips)
        self.loop = loop
        self.pages = sum(clip.is_voted for clip in self.clips)
        cursor = _Cursor(loop.loop_frames, self)
        for number, clip in enumerate(self.clips):
            first = number if clip.is_voted else None
            self._place_loops(clip, first)
            if not clip.info.is_transition:
                cursor.begin_page()
            for part in (TAIL, PICKUP, SHOT):
                frames = self._shot_frames(clip, part)
                if frames:
                    clip.pieces[part] = cursor.place(frames)

    def new_page(self) -> int:
        """Add a page and return its number."""
        self.pages += 1
        return self.pages - 1

    def _place_loops(self, clip: PlannedClip, first: int | None) -> None:
        frames = self.loop.loop_frames
        for part, header in clip.headers.items():
            if part in (TAIL, PICKUP, SHOT):
                continue
            count = loops_of(part, header, self.loop, clip.is_plain)
            own = [first] if part == FIRST_TAKE and first is not None else []
            pages = [*own, *(self.new_page() for _ in range(count - len(own)))]
            clip.pieces[part] = tuple(PagePiece(page, 0, frames) for page in pages)
            if part == FILL:
                clip.fill_tiles = fill_tiles(header, self.loop)

    def _shot_frames(self, clip: PlannedClip, part: str) -> int:
        if part == PICKUP and part not in clip.headers and FIRST_TAKE in clip.headers:
            return round(clip.info.parts.pickup_ms * self.loop.rate_hz / 1000)
        header = clip.headers.get(part)
        return 0 if header is None else shot_frames(part, header, self.loop)

    def renumber(self, kept: Mapping[int, int]) -> None:
        """Give the pages new numbers; clips without their first part are gone already."""
        for clip in self.clips:
            clip.pieces = {
                part: tuple(piece._replace(page=kept[piece.page]) for piece in pieces)
                for part, pieces in clip.pieces.items()
            }
            clip.kicks = {kept[page]: frames for page, frames in clip.kicks.items()}
        self.pages = len(kept)

    def used_pages(self) -> list[int]:
        """All pages that hold a sound, in order."""
        return sorted({page for clip in self.clips for page in clip.pages})

    def owners(self) -> dict[int, PlannedClip]:
        """The clips by the id that :meth:`layouts` gives them."""
        by_name = {clip.name: clip for clip in self.clips}
        sounds = enumerate(self.layouts())
        return {owner: by_name[each.name] for owner, each in sounds if each.owner == owner}

    def layouts(self) -> tuple[SoundLayout, ...]:
        """Every sound that the engine can launch: the instruments' clips first, then their fills,
        the floor with its fills, the transitions."""
        voted = [clip for clip in self.clips if clip.is_voted]
        others = [clip for clip in self.clips if not clip.is_voted]
        fills = [(owner, clip) for owner, clip in enumerate(voted) if FILL in clip.pieces]
        sounds = [_sound_layout(clip, owner) for owner, clip in enumerate(voted)]
        sounds += [_fill_layout(clip, owner) for owner, clip in fills]
        for clip in others:
            owner = len(sounds)
            sounds.append(_sound_layout(clip, owner))
            if FILL in clip.pieces:
                sounds.append(_fill_layout(clip, owner))
        return tuple(sounds)


class _Cursor:
    """Places short sounds one after the other, a page at a time."""

    def __init__(self, page_frames: int, plan: PagePlan) -> None:
        self._page_frames = page_frames
        self._plan = plan
        self._page: int | None = None
        self._offset = 0

    def begin_page(self) -> None:
        """Start a new page, so that no two clips share one."""
        self._page = None

    def place(self, frames: int) -> tuple[PagePiece, ...]:
        pieces = []
        while frames:
            if self._page is None or self._offset == self._page_frames:
                self._page, self._offset = self._plan.new_page(), 0
            length = min(frames, self._page_frames - self._offset)
            pieces.append(PagePiece(self._page, self._offset, length))
            self._offset += length
            frames -= length
        return tuple(pieces)


def _sound_layout(clip: PlannedClip, owner: int) -> SoundLayout:
    if SHOT in clip.pieces:
        return SoundLayout(clip.name, owner, shot=clip.pieces[SHOT], needs=clip.pages)
    pages = _pages_of_forms(clip)
    return SoundLayout(
        clip.name,
        owner,
        pages,
        tuple(clip.kicks.get(page, ()) for page in pages),
        clip.pieces.get(TAIL, ()),
        clip.pieces.get(PICKUP, ()),
        needs=clip.pages,
    )


def _fill_layout(clip: PlannedClip, owner: int) -> SoundLayout:
    page = clip.pieces[FILL][0].page
    return SoundLayout(
        part_name(clip.info, clip.files[FILL]),
        owner,
        (page,),
        (clip.kicks.get(page, ()),),
        clip.pieces.get(TAIL, ()),
        needs=clip.pages,
    )


def _pages_of_forms(clip: PlannedClip) -> tuple[int, ...]:
    """The page of each loop of two phrases, shortened to the part that repeats.

    A take longer than a loop runs through from the phrase's start: in loop ``n`` its page
    ``n % loops`` sounds.
    """
    cycle: list[int] = []
    for form in clip.info.parts.forms():
        for loop, letter in enumerate(form):
            take = clip.pieces.get(letter, clip.pieces[FIRST_TAKE])
            cycle.append(take[loop % len(take)].page)
    length = 1
    while cycle[:length] * (_CYCLE_LOOPS // length) != cycle:
        length *= 2
    return tuple(cycle[:length])
