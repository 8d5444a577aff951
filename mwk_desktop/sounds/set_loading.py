"""Loads a whole set into one array: decoded, conformed and matched in loudness.

The caller's thread allocates the array and waits; a few worker threads decode and conform (both
release the GIL) and write separate rows of it. They end with the call.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Final

from mwk_desktop.messages import message
from mwk_desktop.sounds.audio_file import (
    MAX_RATE_HZ,
    MIN_RATE_HZ,
    AudioFileError,
    AudioHeader,
    Samples,
    read_header,
)
from mwk_desktop.sounds.clip_decoding import ClipLoader, left_out
from mwk_desktop.sounds.clip_parts import FILL, FIRST_TAKE
from mwk_desktop.sounds.conform import LoopSpec, loop_doublings
from mwk_desktop.sounds.loudness_match import ClipLevel, gain_of, matched_gains
from mwk_desktop.sounds.measure import SILENCE_DB, loudness_lufs, peak_dbfs
from mwk_desktop.sounds.set_findings import SoundFinding, SoundSetError, note, warning
from mwk_desktop.sounds.set_pages import SHOT, PagePlan, PlannedClip, part_files, part_name
from mwk_desktop.sounds.set_tempo import MAX_LOOP_S
from mwk_desktop.sounds.sound_layout import SoundLayout
from mwk_desktop.sounds.sound_set import ClipInfo, SoundSet, resolve_name
from mwk_desktop.units import INSTRUMENTS

LoadProgress = Callable[[int, int, str], None]
"""Called with (clips done, total clips, the clip's name), on the thread that called load()."""

Allocate = Callable[[tuple[int, int, int]], Samples]
"""Returns a writable C-contiguous float32 array of this shape (shared memory, for the engine)."""

MAX_SET_BYTES: Final = 1 << 30
"""With more than a gigabyte of clips a laptop may start to swap, which stops the music."""

_THREADS: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class SetOutline:
    """A set without its samples: enough to count votes and to plan scenes.

    The index of a clip in ``clip_names`` is its clip id. ``beats_per_loop`` is ``sound_set.beats``,
    or two or four times that if a clip is that long. ``instruments`` has all eight as keys, with
    their clip names in order (possibly none). ``infos`` is parallel to ``clip_names``.

    ``layouts`` holds all that the engine can launch: first the clips, by clip id, then fills, the
    floor and the transitions. ``fill_tiles``: how many fills of that length a loop holds, by the
    fill's name.
    """

    sound_set: SoundSet
    rate_hz: int
    bpm: Fraction
    beats_per_loop: int
    beats_per_bar: int
    loop_frames: int
    clip_names: tuple[str, ...]
    infos: tuple[ClipInfo, ...]
    instruments: Mapping[str, tuple[str, ...]]
    findings: tuple[SoundFinding, ...]
    layouts: tuple[SoundLayout, ...]
    fill_tiles: Mapping[str, int]

    @property
    def bars_per_loop(self) -> int:
        """Whole bars of one loop."""
        return self.beats_per_loop // self.beats_per_bar

    @property
    def warnings(self) -> tuple[SoundFinding, ...]:
        """The findings that the user should know about."""
        return tuple(finding for finding in self.findings if finding.is_warning)

    def clip_id(self, name: str) -> int:
        """Row of a clip by its exact name.

        Raises
        ------
        KeyError
            If there is no such clip.
        """
        try:
            return self.clip_names.index(name)
        except ValueError:
            raise KeyError(name) from None

    def resolve(self, name: str) -> str | None:
        """The loaded clip that a foreign name refers to (``drum/drum2.ogg``), or None."""
        return resolve_name(name, self.clip_names)


@dataclass(frozen=True, slots=True, eq=False)
class LoadedSet(SetOutline):
    """A loaded set: a clip id is also a row of ``samples``, of the clip's first loop.

    ``samples`` is float32 [pages, loop_frames, 2], C-contiguous, full scale 1; ``layouts`` say what
    the rows are. Clips that cannot be decoded are left out.
    """

    samples: Samples


def read_outline(sound_set: SoundSet, rate_hz: int, *, takes: bool = True) -> SetOutline:
    """Read the headers of a set's clips without decoding (a few milliseconds).

    It includes clips with a valid header but broken sound: only :func:`load` finds those. Without
    ``takes`` it names no fills and reads a third as many files; clips and loop are the same.

    Raises
    ------
    SoundSetError
        If no clip's header can be read.
    ValueError
        ``rate_hz`` is no sample rate.
    """
    plan, findings = plan_pages(sound_set, rate_hz, takes=takes)
    if not plan.clips:
        raise _nothing_loaded(sound_set, findings)
    return SetOutline(**outline_of(sound_set, plan, findings))


def plan_pages(
    sound_set: SoundSet, rate_hz: int, *, takes: bool = True
) -> tuple[PagePlan, list[SoundFinding]]:
    """The pages of all files whose headers can be read, and what is wrong with the others.

    Raises
    ------
    ValueError
        ``rate_hz`` is no sample rate.
    """
    if not MIN_RATE_HZ <= rate_hz <= MAX_RATE_HZ:
        raise ValueError(f"{rate_hz} Hz is no sample rate of a sound card")
    findings = list(sound_set.findings)
    clips: list[PlannedClip] = []
    for info in sound_set.every:
        files = part_files(info, takes=takes)
        headers: dict[str, AudioHeader] = {}
        for part, path in files.items():
            try:
                headers[part] = read_header(path)
            except AudioFileError as error:
                findings.append(left_out(part_name(info, path), error))
        if FIRST_TAKE in headers or SHOT in headers:
            clips.append(PlannedClip(info, headers, {part: files[part] for part in headers}))
    voted = [clip for clip in clips if clip.is_voted]
    loop = loop_of(sound_set, rate_hz, voted)
    return PagePlan(clips if voted else [], loop), findings


def outline_of(sound_set: SoundSet, plan: PagePlan, findings: list[SoundFinding]) -> dict[str, Any]:
    """The fields of an outline of these clips."""
    loop = plan.loop
    infos = tuple(clip.info for clip in plan.clips if clip.is_voted)
    instruments = {
        instrument: tuple(info.name for info in infos if info.instrument == instrument)
        for instrument in INSTRUMENTS
    }
    silent = [no_clip(instrument) for instrument, names in instruments.items() if not names]
    return {
        "sound_set": sound_set,
        "rate_hz": loop.rate_hz,
        "bpm": sound_set.bpm,
        "beats_per_loop": loop.beats,
        "beats_per_bar": sound_set.beats_per_bar,
        "loop_frames": loop.loop_frames,
        "clip_names": tuple(info.name for info in infos),
        "infos": infos,
        "instruments": instruments,
        "findings": (*findings, *silent),
        "layouts": plan.layouts(),
        "fill_tiles": {
            part_name(clip.info, clip.files[FILL]): clip.fill_tiles
            for clip in plan.clips
            if FILL in clip.pieces
        },
    }


def load(
    sound_set: SoundSet,
    rate_hz: int,
    progress: LoadProgress | None = None,
    allocate: Allocate | None = None,
    *,
    takes: bool = True,
) -> LoadedSet:
    """Decode and conform every clip of a set.

    A file that cannot be read is left out with a warning. At its own rate, a clip of the right
    length stays bit-exact if it needs no gain (see :mod:`mwk_desktop.sounds.loudness_match`).

    Parameters
    ----------
    sound_set : SoundSet
        From :func:`mwk_desktop.sounds.sound_set.open_sound_set`.
    rate_hz : int
        The device's sample rate.
    progress : callable, optional
        See :data:`LoadProgress`.
    allocate : callable, optional
        See :data:`Allocate`; default is ``numpy.empty``. If a file turns out to be broken during
        decoding, ``samples`` is a shorter view of the allocated array.
    takes : bool
        Whether clips have more than their first take, and fills.

    Raises
    ------
    SoundSetError
        If no clip could be read, or the set is too large for memory.
    ValueError
        ``rate_hz`` is no sample rate.
    """
    plan, findings = plan_pages(sound_set, rate_hz, takes=takes)
    samples = _array(sound_set, plan, allocate, findings)
    loader = ClipLoader(samples.__getitem__, plan.loop, kicks=sound_set.uses_kicks)

    def row(clip: PlannedClip) -> tuple[ClipLevel | None, list[SoundFinding]]:
        of_clip = loader.decode(clip)
        if not clip.pieces:
            return None, of_clip
        level = ClipLevel(
            clip.name, clip.info.instrument, SILENCE_DB, SILENCE_DB, clip.info.gain_db
        )
        if sound_set.match and clip.is_voted:
            level = clip_level(clip.info, samples[clip.pieces[FIRST_TAKE][0].page], rate_hz)
        return level, of_clip

    loaded: list[PlannedClip] = []
    levels: list[ClipLevel] = []
    with ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1), "mwk-load") as workers:
        for number, (level, of_clip) in enumerate(workers.map(row, plan.clips)):
            findings += of_clip
            if level is not None:
                loaded.append(plan.clips[number])
                levels.append(level)
            if progress is not None:
                progress(number + 1, len(plan.clips), plan.clips[number].name)
    heard = [level for clip, level in zip(loaded, levels, strict=True) if clip.is_voted]
    matched = matched_gains(heard) if sound_set.match else {}
    findings += [matched_note(name, gain_db) for name, gain_db in matched.items()]
    if not heard:
        raise _nothing_loaded(sound_set, findings)
    plan.clips = loaded
    used = plan.used_pages()
    for place, number in enumerate(used):
        if place != number:
            samples[place] = samples[number]
    plan.renumber({number: place for place, number in enumerate(used)})
    for clip, level in zip(loaded, levels, strict=True):
        gain = gain_of(level.name, level.gain_db, matched)
        if gain != 1.0:
            for piece in {piece for pieces in clip.pieces.values() for piece in pieces}:
                end = piece.offset + piece.frames
                samples[piece.page, piece.offset : end] *= samples.dtype.type(gain)
    return LoadedSet(**outline_of(sound_set, plan, findings), samples=samples[: len(used)])


def loop_of(sound_set: SoundSet, rate_hz: int, clips: Sequence[PlannedClip]) -> LoopSpec:
    """The loop that a set's clips are conformed to at a rate: its own, or longer if clips are
    longer.

    A clip with siblings or a form does not make it longer: its takes may be several loops long.
    ``round(beats * 60 / bpm * rate_hz)`` frames: 180,000 for the default set at 48 kHz.
    """
    own = LoopSpec(rate_hz, sound_set.bpm, sound_set.beats, sound_set.beats)
    plain = [clip for clip in clips if not clip.info.parts.is_arranged]
    doublings = loop_doublings((clip.headers[FIRST_TAKE] for clip in plain), own)
    while doublings and own.length_s * 2**doublings > MAX_LOOP_S:
        doublings -= 1
    return LoopSpec(rate_hz, sound_set.bpm, sound_set.beats * 2**doublings, sound_set.beats)


def _array(
    sound_set: SoundSet, plan: PagePlan, allocate: Allocate | None, findings: list[SoundFinding]
) -> Samples:
    import numpy as np

    loop = plan.loop
    shape = (plan.pages, loop.loop_frames, 2)
    if not plan.clips:
        raise _nothing_loaded(sound_set, findings)
    wanted = 4 * plan.pages * loop.loop_frames * 2
    if wanted > MAX_SET_BYTES:
        raise SoundSetError(
            message(
                "{path}: {count} clips of {length:.1f} s take {size} MB of memory; at most {most}"
                " MB can be played",
                path=sound_set.path,
                count=len(plan.clips),
                length=float(loop.length_s),
                size=wanted >> 20,
                most=MAX_SET_BYTES >> 20,
            )
        )
    samples = np.zeros(shape, np.float32) if allocate is None else allocate(shape)
    if samples.shape != shape or samples.dtype != np.float32 or not samples.flags.c_contiguous:
        raise ValueError(f"allocate() must give a contiguous float32 array of the shape {shape}")
    return samples


def _nothing_loaded(sound_set: SoundSet, findings: list[SoundFinding]) -> SoundSetError:
    warnings = [finding for finding in findings if finding.is_warning]
    return nothing_plays(sound_set, warnings[0] if warnings else None)


def nothing_plays(sound_set: SoundSet, why: SoundFinding | None) -> SoundSetError:
    """The error for a set without any readable clip."""
    if why is None:
        return SoundSetError(
            message("{path}: none of its clips can be played", path=sound_set.path)
        )
    return SoundSetError(
        message(
            "{path}: none of its clips can be played ({where}: {why})",
            path=sound_set.path,
            where=why.where,
            why=why.message,
        )
    )


def no_clip(instrument: str) -> SoundFinding:
    """The warning for an instrument without a clip."""
    return warning(instrument, message("has no clip: its votes are counted, it stays silent"))


def clip_level(clip: ClipInfo, samples: Samples, rate_hz: int) -> ClipLevel:
    """How loud a conformed clip is, before any gain."""
    lufs, peak = loudness_lufs(samples, rate_hz), peak_dbfs(samples)
    return ClipLevel(clip.name, clip.instrument, lufs, peak, clip.gain_db)


def matched_note(name: str, gain_db: float) -> SoundFinding:
    """The note about a clip that plays with a matched gain."""
    if gain_db > 0:
        text = message("plays {gain:.1f} dB louder, to match the others", gain=gain_db)
    else:
        text = message("plays {gain:.1f} dB softer, to match the others", gain=-gain_db)
    return note(name, text)
