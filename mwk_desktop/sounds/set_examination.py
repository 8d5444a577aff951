"""Examines a set before the show: each file's format and sound, and how it would be conformed.

The caller's thread waits while a few worker threads decode and measure; they end with the call.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Final

from mwk_desktop.messages import message, plural_message
from mwk_desktop.sounds.audio_file import (
    AudioFileError,
    AudioHeader,
    Samples,
    read_header,
    read_samples,
)
from mwk_desktop.sounds.clip_decoding import header_findings, left_out
from mwk_desktop.sounds.clip_paging import MOST_BYTES
from mwk_desktop.sounds.clip_parts import FIRST_TAKE
from mwk_desktop.sounds.conform import Ending, LoopSpec, conform, fit_length, frames_needed
from mwk_desktop.sounds.loudness_match import ClipLevel, matched_gains
from mwk_desktop.sounds.measure import (
    SILENCE_DB,
    Seam,
    loudness_lufs,
    measure_seam,
    peak_dbfs,
)
from mwk_desktop.sounds.part_conforming import MAX_SHOT_LOOPS, length_findings, loops_of
from mwk_desktop.sounds.part_examination import part_reports, sound_findings
from mwk_desktop.sounds.set_findings import SoundFinding, note, warning
from mwk_desktop.sounds.set_loading import (
    LoadProgress,
    loop_of,
    matched_note,
    no_clip,
    nothing_plays,
    plan_pages,
)
from mwk_desktop.sounds.set_pages import PlannedClip
from mwk_desktop.sounds.sound_set import ClipInfo, SoundSet, open_sound_set
from mwk_desktop.units import INSTRUMENTS, SAMPLE_RATE_HZ

OUT_OF_BALANCE_LU: Final = 9.0
"""A clip this much louder or softer than the set's median drowns out the others, or is drowned
out."""

_THREADS: Final = 4


@dataclass(frozen=True, slots=True)
class ClipReport:
    """The report on one file. If it cannot be read, ``header`` is None and ``findings`` say why.

    ``beats`` is the file's length at the set's tempo, ``own_bpm`` the tempo at which the length
    would be the beats that it is conformed to. ``tiles`` of it, ``wanted_frames`` (at the file's
    own rate) each, fill the loop. ``peak_dbfs`` and ``lufs`` measure the part of the file that
    plays, ``seam`` the loop made from it. ``ending`` is how its end was changed. ``duplicate_of``
    is the first clip with exactly the same sound. ``gain_db`` is the gain it plays with;
    ``is_matched`` tells that it was computed here and is not from ``set.toml``.
    """

    info: ClipInfo
    header: AudioHeader | None = None
    length_s: float = 0.0
    beats: float = 0.0
    own_bpm: float = 0.0
    tiles: int = 0
    wanted_frames: int = 0
    off_frames: int = 0
    ending: Ending = Ending.KEPT
    peak_dbfs: float = SILENCE_DB
    lufs: float = SILENCE_DB
    seam: Seam = field(default_factory=lambda: Seam(SILENCE_DB, SILENCE_DB))
    duplicate_of: str = ""
    gain_db: float = 0.0
    is_matched: bool = False
    findings: tuple[SoundFinding, ...] = ()
    digest: bytes = b""

    @property
    def plays(self) -> bool:
        """Whether the clip can be played."""
        return self.header is not None


@dataclass(frozen=True, slots=True)
class Examination:
    """A set, the reports on its clips in order, and the findings on the whole set.

    ``loop`` is what the clips are conformed to at the requested rate, ``memory_bytes`` the memory
    they then take.
    """

    sound_set: SoundSet
    loop: LoopSpec
    clips: tuple[ClipReport, ...]
    findings: tuple[SoundFinding, ...]
    memory_bytes: int

    @property
    def warnings(self) -> int:
        """Number of warnings about the set and its clips."""
        every = [*self.findings, *(finding for clip in self.clips for finding in clip.findings)]
        return sum(finding.is_warning for finding in every)


def examine(
    folder: Path | str, rate_hz: int = SAMPLE_RATE_HZ, progress: LoadProgress | None = None
) -> Examination:
    """Examine every clip of a folder for playing at a rate in Hz.

    Raises
    ------
    SoundSetError
        If the folder cannot be played at all; see
        :func:`mwk_desktop.sounds.sound_set.open_sound_set`.
    """
    sound_set = open_sound_set(folder)
    headers: dict[str, AudioHeader] = {}
    errors: dict[str, AudioFileError] = {}
    for info in sound_set:
        try:
            headers[info.name] = read_header(info.path)
        except AudioFileError as error:
            errors[info.name] = error
    readable = [info for info in sound_set if info.name in headers]
    loop = loop_of(
        sound_set,
        rate_hz,
        [PlannedClip(info, {FIRST_TAKE: headers[info.name]}, {}) for info in readable],
    )

    def report(info: ClipInfo) -> ClipReport:
        if info.name in errors:
            return ClipReport(info, findings=(left_out(info.name, errors[info.name]),))
        clip = _examine_clip(info, headers[info.name], loop)
        return replace(clip, findings=(*clip.findings, *part_reports(info, loop)))

    clips: list[ClipReport] = []
    with ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1), "mwk-examine") as workers:
        for clip in workers.map(report, sound_set):
            clips.append(clip)
            if progress is not None:
                progress(len(clips), len(sound_set), clip.info.name)
    playing = [clip for clip in clips if clip.plays]
    if not playing:
        raise nothing_plays(sound_set, clips[0].findings[0])
    clips = _with_gains(clips) if sound_set.match else clips
    plan, _ = plan_pages(sound_set, rate_hz)
    others = [*sound_set.floor, *(info for info in sound_set.every if info.is_transition)]
    of_others = [finding for info in others for finding in part_reports(info, loop)]
    return Examination(
        sound_set=sound_set,
        loop=loop,
        clips=tuple(_with_comparisons(clips)),
        findings=(*sound_set.findings, *of_others, *_of_the_set(sound_set, clips, loop)),
        memory_bytes=min(4 * 2 * loop.loop_frames * plan.pages, MOST_BYTES),
    )


def _examine_clip(info: ClipInfo, header: AudioHeader, loop: LoopSpec) -> ClipReport:
    """Decode and measure one clip, at its own rate."""
    try:
        needed = frames_needed(header, loop.times(MAX_SHOT_LOOPS if info.parts.is_arranged else 1))
        samples = read_samples(info.path, needed, header.delay_frames)
    except AudioFileError as error:
        return ClipReport(info, findings=(left_out(info.name, error),))
    plain = not info.parts.is_arranged
    own_rate = replace(loop, rate_hz=header.rate_hz)
    own_rate = own_rate.times(loops_of(FIRST_TAKE, header, own_rate, plain))
    fit = fit_length(header.frames, header.rate_hz, own_rate)
    turned, findings, ending = conform(
        samples, header.rate_hz, own_rate, name=info.name, file_frames=header.frames
    )
    if not plain:
        findings = length_findings(FIRST_TAKE, header, loop, info.name) + findings
    findings = header_findings(info.name, header) + findings
    if header.rate_hz != loop.rate_hz:
        will_be = message(
            "will be resampled from {rate:d} Hz to {wanted:d} Hz",
            rate=header.rate_hz,
            wanted=loop.rate_hz,
        )
        findings.append(note(info.name, will_be))
    length_s = Fraction(header.frames, header.rate_hz)
    seam = measure_seam(turned, header.rate_hz)
    peak = peak_dbfs(turned)
    findings += sound_findings(info.name, header, turned, peak, seam)
    return ClipReport(
        info=info,
        header=header,
        length_s=float(length_s),
        beats=float(length_s * loop.bpm / 60),
        own_bpm=float(Fraction(own_rate.loops * loop.beats, fit.tiles) * 60 / length_s),
        tiles=fit.tiles,
        wanted_frames=header.frames - fit.off_frames,
        off_frames=fit.off_frames,
        ending=ending,
        peak_dbfs=peak,
        lufs=loudness_lufs(turned, header.rate_hz),
        seam=seam,
        findings=tuple(findings),
        gain_db=info.gain_db or 0.0,
        digest=_digest(header, turned),
    )


def offered_gains(clips: Iterable[ClipReport]) -> dict[str, float]:
    """Gains in dB, by clip name, for clips that are louder or softer than the set."""
    return matched_gains(
        [
            ClipLevel(
                clip.info.name, clip.info.instrument, clip.lufs, clip.peak_dbfs, clip.info.gain_db
            )
            for clip in clips
        ]
    )


def _with_gains(clips: list[ClipReport]) -> list[ClipReport]:
    """The reports, with the gains that the clips play with."""
    gains = offered_gains(clips)
    return [
        replace(
            clip,
            gain_db=gains[clip.info.name],
            is_matched=True,
            findings=(*clip.findings, matched_note(clip.info.name, gains[clip.info.name])),
        )
        if clip.info.name in gains
        else clip
        for clip in clips
    ]


def _digest(header: AudioHeader, samples: Samples) -> bytes:
    """A digest that is equal for two files if and only if they sound exactly the same."""
    content = hashlib.blake2b(samples.tobytes(), digest_size=16)
    content.update(f"{header.rate_hz} {header.frames}".encode())
    return content.digest()


def _with_comparisons(clips: list[ClipReport]) -> list[ClipReport]:
    """The reports, with findings from comparing the clips: duplicates, and levels out of
    balance."""
    levels = [clip.lufs + clip.gain_db for clip in clips if clip.plays and clip.lufs > SILENCE_DB]
    middle = median(levels) if levels else SILENCE_DB
    first: dict[bytes, str] = {}
    compared = []
    for clip in clips:
        if not clip.plays:
            compared.append(clip)
            continue
        name, findings = clip.info.name, list(clip.findings)
        original = first.setdefault(clip.digest, name)
        if original != name:
            same = message("sounds exactly like {other}", other=original)
            findings.append(warning(name, same))
        off = clip.lufs + clip.gain_db - middle
        if clip.lufs > SILENCE_DB and off > OUT_OF_BALANCE_LU:
            louder = message("is {off:.0f} LU louder than the set's middle", off=off)
            findings.append(warning(name, louder))
        elif clip.lufs > SILENCE_DB and off < -OUT_OF_BALANCE_LU:
            softer = message("is {off:.0f} LU softer than the set's middle", off=-off)
            findings.append(warning(name, softer))
        compared.append(
            replace(
                clip,
                findings=tuple(findings),
                duplicate_of="" if original == name else original,
            )
        )
    return compared


def _of_the_set(sound_set: SoundSet, clips: list[ClipReport], loop: LoopSpec) -> list[SoundFinding]:
    findings = []
    if loop.beats != sound_set.beats:
        longer = message(
            "has clips of {beats} beats: the loop is that long, shorter clips repeat",
            beats=loop.beats,
        )
        findings.append(note(sound_set.name, longer))
    matched = sum(clip.is_matched for clip in clips)
    if matched:
        offer = plural_message(
            "{count} clip is matched in loudness: mwk sounds --match keeps that in set.toml, and"
            " match = false in it leaves the clip as it is",
            "{count} clips are matched in loudness: mwk sounds --match keeps that in set.toml, and"
            " match = false in it leaves them as they are",
            matched,
        )
        findings.append(note(sound_set.name, offer))
    playing = _count_by_instrument(clips)
    findings += [no_clip(instrument) for instrument in INSTRUMENTS if not playing[instrument]]
    findings += [
        note(instrument, message("has one clip only: every scene plays the same one"))
        for instrument in INSTRUMENTS
        if playing[instrument] == 1
    ]
    return findings


def _count_by_instrument(clips: list[ClipReport]) -> Mapping[str, int]:
    return {
        instrument: sum(clip.plays and clip.info.instrument == instrument for clip in clips)
        for instrument in INSTRUMENTS
    }
