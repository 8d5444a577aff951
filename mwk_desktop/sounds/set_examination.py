"""Examining a set before the show: what each file is, how it sounds, what conforming would do to
it.

The caller's thread waits while a few worker threads decode and measure; nothing outlives the call.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Final

import numpy as np

from mwk_desktop.sounds.audio_file import (
    AudioFileError,
    AudioHeader,
    Samples,
    read_header,
    read_samples,
)
from mwk_desktop.sounds.conform import LoopSpec, conform, fit_length, frames_needed
from mwk_desktop.sounds.measure import (
    SILENCE_DB,
    Seam,
    loudness_lufs,
    measure_seam,
    peak_dbfs,
)
from mwk_desktop.sounds.set_findings import SoundFinding, SoundSetError, note, warning
from mwk_desktop.sounds.set_loading import LoadProgress, loop_of
from mwk_desktop.sounds.sound_set import ClipInfo, SoundSet, open_sound_set
from mwk_desktop.units import INSTRUMENTS, SAMPLE_RATE_HZ

OUT_OF_BALANCE_LU: Final = 9.0
"""A clip this much louder or softer than the set's middle one buries the others, or is buried."""

FULL_SCALE_DBFS: Final = -0.01
_CLIPPED_RUN: Final = 4
_THREADS: Final = 4


@dataclass(frozen=True, slots=True)
class ClipReport:
    """One file. Where it cannot be read, ``header`` is None and ``findings`` say why.

    ``beats`` is the file's length at the set's tempo, ``own_bpm`` the tempo at which the length
    would be the beats that it is conformed to. ``tiles`` of it, ``wanted_frames`` (at the file's
    own rate) each, fill the loop. ``peak_dbfs`` and ``lufs`` are those of the file's part that
    plays, ``seam`` that of the loop made of it. ``duplicate_of`` is the first clip with the very
    same sound.
    """

    info: ClipInfo
    header: AudioHeader | None = None
    length_s: float = 0.0
    beats: float = 0.0
    own_bpm: float = 0.0
    tiles: int = 0
    wanted_frames: int = 0
    off_frames: int = 0
    peak_dbfs: float = SILENCE_DB
    lufs: float = SILENCE_DB
    seam: Seam = field(default_factory=lambda: Seam(SILENCE_DB, SILENCE_DB))
    duplicate_of: str = ""
    findings: tuple[SoundFinding, ...] = ()
    digest: bytes = b""

    @property
    def plays(self) -> bool:
        """Whether the clip can be part of a show at all."""
        return self.header is not None


@dataclass(frozen=True, slots=True)
class Examination:
    """A set, its clips in order, and what the set as a whole is found to be.

    ``loop`` is what the clips are conformed to at the rate asked for, ``memory_bytes`` what they
    take then.
    """

    sound_set: SoundSet
    loop: LoopSpec
    clips: tuple[ClipReport, ...]
    findings: tuple[SoundFinding, ...]
    memory_bytes: int

    @property
    def warnings(self) -> int:
        """How many findings, of the set and of its clips, somebody should hear about."""
        every = [*self.findings, *(finding for clip in self.clips for finding in clip.findings)]
        return sum(finding.is_warning for finding in every)


def examine(
    folder: Path | str, rate_hz: int = SAMPLE_RATE_HZ, progress: LoadProgress | None = None
) -> Examination:
    """Examine every clip of a folder for playing at a rate.

    Raises
    ------
    SoundSetError
        The folder cannot be played at all; see
        :func:`mwk_desktop.sounds.sound_set.open_sound_set`.
    """
    sound_set = open_sound_set(folder)
    headers: dict[str, AudioHeader] = {}
    reasons: dict[str, str] = {}
    for info in sound_set:
        try:
            headers[info.name] = read_header(info.path)
        except AudioFileError as error:
            reasons[info.name] = str(error)
    loop = loop_of(sound_set, rate_hz, list(headers.values()))

    def report(info: ClipInfo) -> ClipReport:
        if info.name in reasons:
            return _unreadable(info, reasons[info.name])
        return _report(info, headers[info.name], loop)

    clips: list[ClipReport] = []
    with ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1), "mwk-examine") as workers:
        for clip in workers.map(report, sound_set):
            clips.append(clip)
            if progress is not None:
                progress(len(clips), len(sound_set), clip.info.name)
    playing = [clip for clip in clips if clip.plays]
    if not playing:
        raise SoundSetError(
            f"{sound_set.path}: none of its clips can be played ({clips[0].findings[0]})"
        )
    return Examination(
        sound_set=sound_set,
        loop=loop,
        clips=tuple(_compared(clips)),
        findings=(*sound_set.findings, *_of_the_set(sound_set, clips, loop)),
        memory_bytes=4 * 2 * loop.loop_frames * len(playing),
    )


def _unreadable(info: ClipInfo, reason: str) -> ClipReport:
    return ClipReport(info, findings=(warning(info.name, f"left out: {reason}"),))


def _report(info: ClipInfo, header: AudioHeader, loop: LoopSpec) -> ClipReport:
    """Decode and measure one clip, at its own rate."""
    try:
        samples = read_samples(info.path, frames_needed(header, loop))
    except AudioFileError as error:
        return _unreadable(info, str(error))
    own_rate = replace(loop, rate_hz=header.rate_hz)
    fit = fit_length(header.frames, header.rate_hz, own_rate)
    turned, findings = conform(
        samples, header.rate_hz, own_rate, name=info.name, file_frames=header.frames
    )
    if header.rate_hz != loop.rate_hz:
        findings.append(
            note(info.name, f"will be resampled from {header.rate_hz} Hz to {loop.rate_hz} Hz")
        )
    length_s = Fraction(header.frames, header.rate_hz)
    seam = measure_seam(turned, header.rate_hz)
    peak = peak_dbfs(turned)
    findings += _heard(info.name, header, turned, peak, seam)
    return ClipReport(
        info=info,
        header=header,
        length_s=float(length_s),
        beats=float(length_s * loop.bpm / 60),
        own_bpm=float(Fraction(loop.beats, fit.tiles) * 60 / length_s),
        tiles=fit.tiles,
        wanted_frames=header.frames - fit.off_frames,
        off_frames=fit.off_frames,
        peak_dbfs=peak,
        lufs=loudness_lufs(turned, header.rate_hz),
        seam=seam,
        findings=tuple(findings),
        digest=_digest(header, turned),
    )


def _heard(
    name: str, header: AudioHeader, samples: Samples, peak: float, seam: Seam
) -> list[SoundFinding]:
    findings = []
    if peak <= SILENCE_DB:
        findings.append(warning(name, "is silent"))
    elif peak > FULL_SCALE_DBFS and _is_clipped(samples):
        findings.append(warning(name, "is clipped: its loudest waves are cut flat at full scale"))
    if seam.clicks:
        blame = f"; {header.codec} does that, FLAC does not" if header.lossy else ""
        findings.append(
            warning(
                name,
                f"clicks at the seam ({seam.click_db:.0f} dB above its other sounds, "
                f"{seam.click_dbfs:.0f} dBFS){blame}",
            )
        )
    elif header.lossy:
        findings.append(note(name, f"{header.codec} is lossy; FLAC keeps every seam clean"))
    return findings


def _is_clipped(samples: Samples) -> bool:
    """Whether a few samples in a row stand at full scale: one alone is only a loud one."""
    flat = np.abs(samples) >= 10 ** (FULL_SCALE_DBFS / 20)
    run = flat[: len(flat) - _CLIPPED_RUN + 1].copy()
    for shift in range(1, _CLIPPED_RUN):
        run &= flat[shift : len(flat) - _CLIPPED_RUN + 1 + shift]
    return bool(run.any())


def _digest(header: AudioHeader, samples: Samples) -> bytes:
    """The same for two files exactly if they sound exactly the same."""
    content = hashlib.blake2b(samples.tobytes(), digest_size=16)
    content.update(f"{header.rate_hz} {header.frames}".encode())
    return content.digest()


def _compared(clips: list[ClipReport]) -> list[ClipReport]:
    """The reports with what only shows beside the others: duplicates, and levels out of balance."""
    levels = [clip.lufs for clip in clips if clip.plays and clip.lufs > SILENCE_DB]
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
            findings.append(warning(name, f"sounds exactly like {original}"))
        off = clip.lufs - middle
        if clip.lufs > SILENCE_DB and abs(off) > OUT_OF_BALANCE_LU:
            side = "louder" if off > 0 else "softer"
            findings.append(warning(name, f"is {abs(off):.0f} LU {side} than the set's middle"))
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
        findings.append(
            note(
                sound_set.name,
                f"has clips of {loop.beats} beats: the loop is that long, shorter clips repeat",
            )
        )
    playing = _count_by_instrument(clips)
    findings += [
        warning(instrument, "has no clip: its votes are counted, it stays silent")
        for instrument in INSTRUMENTS
        if not playing[instrument]
    ]
    findings += [
        note(instrument, "has one clip only: every scene plays the same one")
        for instrument in INSTRUMENTS
        if playing[instrument] == 1
    ]
    return findings


def _count_by_instrument(clips: list[ClipReport]) -> Mapping[str, int]:
    return {
        instrument: sum(clip.plays and clip.info.instrument == instrument for clip in clips)
        for instrument in INSTRUMENTS
    }
