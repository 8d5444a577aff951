"""Keeps as many of a set's clips in memory as fit, and decodes the others on request.

Threads. :func:`load_paged` runs on the caller's thread and a few workers; afterwards one thread at
a time may call :meth:`ClipPager.load`. A reader in another process looks up a page's slot and finds
it complete: the slot is published only after it was written, and taken back before it is used
again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from mwk_desktop.sounds.audio_file import Samples
from mwk_desktop.sounds.clip_decoding import ClipLoader, parts_to_search
from mwk_desktop.sounds.clip_parts import FIRST_TAKE
from mwk_desktop.sounds.loudness_match import ClipLevel, gain_of, matched_gains
from mwk_desktop.sounds.set_findings import SoundFinding
from mwk_desktop.sounds.set_loading import (
    Allocate,
    LoadedSet,
    clip_level,
    load,
    matched_note,
    nothing_plays,
    outline_of,
    plan_pages,
)
from mwk_desktop.sounds.set_pages import PagePlan, PlannedClip
from mwk_desktop.sounds.sound_set import SoundSet

MOST_BYTES: Final = 96 << 20
"""Memory for decoded clips: what sounds, what comes and what a hand can ask for of a large set with
takes (five that sound, five that come, of six loops each). With it a demo with both windows stays
below 300 MB."""

ABSENT: Final = -1
"""The slot of a page that is not in memory."""

Slots = npt.NDArray[np.int32]

_THREADS: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class PagedSet(LoadedSet):
    """A set whose clips are in memory in part: ``samples`` are slots, ``pager`` fills them.

    ``pager`` is None if all clips fit: page ``n`` then is row ``n``.
    """

    pager: ClipPager | None = None


class ClipPager:
    """Decodes clips into slots; the least recently requested ones make room.

    Parameters
    ----------
    plan : PagePlan
    samples : float32 array [slots, loop_frames, 2]
    slots : int32 array [pages]
        Receives the slot of each page, or :data:`ABSENT`.
    """

    def __init__(self, plan: PagePlan, samples: Samples, slots: Slots) -> None:
        self._plan = plan
        self._samples = samples
        self._slots = slots
        slots.fill(ABSENT)
        self._free = list(range(len(samples)))
        self._gains: dict[str, float] = {}
        self._resident: dict[int, list[int]] = {}
        self._shared = [clip for clip in plan.clips if clip.info.is_transition]
        self._owners: dict[int, PlannedClip] = plan.owners()

    def set_gains(self, gains: dict[str, float]) -> None:
        """Gains by clip name, linear; before the first load."""
        self._gains = gains

    def load(self, owner: int, keep: Collection[int] = ()) -> bool:
        """Decode a clip with all its parts, unless it is in memory.

        Clips that are not in ``keep`` make room for it, the least recently requested first. The
        floor and the transitions always stay.

        Returns
        -------
        bool
            False if there is no room.
        """
        if owner in self._resident:
            self._resident[owner] = self._resident.pop(owner)  # the newest
            return True
        clip = self._owners[owner]
        clips = self._shared if clip.info.is_transition else [clip]
        pages = sorted({page for each in clips for page in each.pages})
        if not self._make_room(len(pages), keep):
            return False
        taken = [self._free.pop() for _ in pages]
        rows = {page: self._samples[slot] for page, slot in zip(pages, taken, strict=True)}
        for row in rows.values():
            row.fill(0.0)  # a part that cannot be decoded is silent
        try:
            for each in clips:
                self._decode(each, rows.__getitem__)
        except BaseException:
            self._free += taken
            raise
        for page, slot in zip(pages, taken, strict=True):
            self._slots[page] = slot
        self._resident[owner] = pages
        if clip.info.is_transition:
            for other, planned in self._owners.items():
                if planned.info.is_transition:
                    self._resident.setdefault(other, [])
        return True

    def _make_room(self, wanted: int, keep: Collection[int]) -> bool:
        for owner in list(self._resident):
            if len(self._free) >= wanted:
                break
            if owner in keep or not self._owners[owner].info.is_voted:
                continue
            for page in self._resident.pop(owner):
                self._free.append(int(self._slots[page]))
                self._slots[page] = ABSENT
        return len(self._free) >= wanted

    def _decode(self, clip: PlannedClip, page: Callable[[int], Samples]) -> None:
        ClipLoader(page, self._plan.loop).decode(clip.copy())
        gain = np.float32(self._gains.get(clip.name, 1.0))
        if gain != 1.0:
            for piece in {piece for pieces in clip.pieces.values() for piece in pieces}:
                page(piece.page)[piece.offset : piece.offset + piece.frames] *= gain


def load_paged(
    sound_set: SoundSet,
    rate_hz: int,
    allocate: Allocate | None = None,
    allocate_slots: Callable[[int], Slots] | None = None,
    *,
    takes: bool = True,
    most_bytes: int = MOST_BYTES,
) -> PagedSet:
    """Load a set into at most ``most_bytes`` of memory.

    A set that fits is decoded whole, as by :func:`mwk_desktop.sounds.set_loading.load`; of a
    larger set, the floor, the transitions and as many clips as fit.

    Parameters
    ----------
    sound_set, rate_hz, allocate, takes
        As for ``load``.
    allocate_slots : callable, optional
        Returns the int32 array of a number of pages (shared memory); default ``numpy.empty``.

    Raises
    ------
    SoundSetError
        If no clip could be read.
    ValueError
        ``rate_hz`` is no sample rate.
    """
    plan, findings = plan_pages(sound_set, rate_hz, takes=takes)
    slots = most_bytes // (8 * plan.loop.loop_frames)
    if not plan.clips or plan.pages <= slots:
        loaded = load(sound_set, rate_hz, allocate=allocate, takes=takes)
        return PagedSet(**{name: getattr(loaded, name) for name in LoadedSet.__dataclass_fields__})
    least = max(sum(map(len, (clip.pages for clip in group))) for group in _groups(plan))
    shape = (max(slots, least), plan.loop.loop_frames, 2)
    samples = np.empty(shape, np.float32) if allocate is None else allocate(shape)
    table = np.empty(plan.pages, np.int32) if allocate_slots is None else allocate_slots(plan.pages)
    gains = _survey(sound_set, plan, findings, rate_hz)
    if not plan.clips:
        raise nothing_plays(sound_set, None)
    pager = ClipPager(plan, samples, table)
    pager.set_gains(gains)
    for owner in _first_owners(plan):
        if not pager.load(owner, keep=range(plan.pages)):
            break
    return PagedSet(**outline_of(sound_set, plan, findings), samples=samples, pager=pager)


def _groups(plan: PagePlan) -> list[list[PlannedClip]]:
    """Clips that are in memory together: each by itself, the transitions all at once."""
    transitions = [clip for clip in plan.clips if clip.info.is_transition]
    alone = [[clip] for clip in plan.clips if not clip.info.is_transition]
    return [*alone, transitions] if transitions else alone


def _first_owners(plan: PagePlan) -> list[int]:
    """The order in which clips are first loaded: the floor and the transitions, then the first clip
    of each instrument, the second of each, ..."""
    turns: dict[str, int] = {}
    order: list[tuple[bool, int, int]] = []
    for owner, clip in plan.owners().items():
        instrument = clip.info.instrument
        turns[instrument] = turns.get(instrument, -1) + 1
        order.append((clip.is_voted, turns[instrument], owner))
    return [owner for _, _, owner in sorted(order)]


def _survey(
    sound_set: SoundSet, plan: PagePlan, findings: list[SoundFinding], rate_hz: int
) -> dict[str, float]:
    """Decode clips that are not kept, for their kicks and loudness. Returns gains."""

    def look(clip: PlannedClip) -> tuple[ClipLevel | None, list[SoundFinding]]:
        rows = {page: np.zeros((plan.loop.loop_frames, 2), np.float32) for page in clip.pages}
        loader = ClipLoader(rows.__getitem__, plan.loop, kicks=sound_set.uses_kicks)
        said = loader.decode(clip)
        if FIRST_TAKE not in clip.pieces or not (sound_set.match and clip.is_voted):
            return None, said
        return clip_level(clip.info, rows[clip.pieces[FIRST_TAKE][0].page], rate_hz), said

    wanted: list[PlannedClip] = []
    unread: dict[int, Samples] = {}
    for clip in plan.clips:
        if (sound_set.match and clip.is_voted) or (sound_set.uses_kicks and parts_to_search(clip)):
            wanted.append(clip)
        elif sound_set.uses_kicks:
            ClipLoader(unread.__getitem__, plan.loop).note_kicks(clip)
    levels: list[ClipLevel] = []
    with ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1), "mwk-load") as workers:
        for level, said in workers.map(look, wanted):
            findings += said
            levels += [] if level is None else [level]
    plan.clips = [clip for clip in plan.clips if clip.pieces]
    matched = matched_gains(levels)
    findings += [matched_note(name, gain_db) for name, gain_db in matched.items()]
    return {
        clip.name: gain_of(clip.name, clip.info.gain_db, matched)
        for clip in plan.clips
        if clip.info.gain_db is not None or clip.name in matched
    }
