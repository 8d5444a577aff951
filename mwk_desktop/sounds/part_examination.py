"""Examines the parts of a clip beside its first take, and what can be heard wrong in any loop."""

from __future__ import annotations

from typing import Final

import numpy as np

from mwk_desktop.messages import listing, message
from mwk_desktop.sounds.audio_file import AudioFileError, AudioHeader, Samples, read_header
from mwk_desktop.sounds.clip_decoding import left_out
from mwk_desktop.sounds.clip_parts import FILL, FIRST_TAKE, PICKUP, TAIL
from mwk_desktop.sounds.conform import LoopSpec
from mwk_desktop.sounds.measure import SILENCE_DB, Seam, loudness_lufs, measure_seam, peak_dbfs
from mwk_desktop.sounds.part_conforming import read_looped_part, read_shot
from mwk_desktop.sounds.set_findings import SoundFinding, note, warning
from mwk_desktop.sounds.set_pages import SHOT, part_files, part_name
from mwk_desktop.sounds.sound_set import ClipInfo

FULL_SCALE_DBFS: Final = -0.01
_CLIPPED_RUN: Final = 4
_SAME_LEVEL: Final = 2**-14
"""Samples that differ by less count as one level: two steps of 16 bits."""

TAKE_APART_LU: Final = 6.0
"""A take this much louder or softer than the first is a jump in the middle of a phrase."""


def part_reports(info: ClipInfo, loop: LoopSpec) -> list[SoundFinding]:
    """Findings on a clip's parts: all of a transition, of the floor and of an instrument's clip
    those beside the first take, which has a report of its own.

    Parameters
    ----------
    info : ClipInfo
    loop : LoopSpec
        One loop at the rate that it will play at.
    """
    findings: list[SoundFinding] = []
    first_lufs = SILENCE_DB
    for part, path in part_files(info).items():
        name = part_name(info, path)
        known = part == FIRST_TAKE and info.is_voted
        if known and not info.parts.takes:
            continue
        try:
            header = read_header(path)
            own_rate = LoopSpec(header.rate_hz, loop.bpm, loop.beats, loop.set_beats)
            if part in (TAIL, PICKUP, SHOT):
                samples, said = read_shot(path, part, header, own_rate, name)
                if peak_dbfs(samples) <= SILENCE_DB and part != SHOT:
                    said.append(warning(name, message("is silent")))
                findings += said
                continue
            samples, said = read_looped_part(path, part, header, own_rate, name)
        except AudioFileError as error:
            findings += [] if known else [left_out(name, error)]
            continue
        lufs = loudness_lufs(samples, header.rate_hz)
        if part == FIRST_TAKE:
            first_lufs = lufs
        elif len(part) == 1 and abs(lufs - first_lufs) > TAKE_APART_LU:
            apart = message("is {apart:+.0f} LU from take a: a jump", apart=lufs - first_lufs)
            said.append(warning(name, apart))
        if not known:
            # A fill does not loop: it ends where a scene begins.
            quiet = Seam(SILENCE_DB, SILENCE_DB)
            seam = quiet if part == FILL else measure_seam(samples, header.rate_hz)
            findings += said
            findings += sound_findings(name, header, samples, peak_dbfs(samples), seam)
    return findings


def sound_findings(
    name: str, header: AudioHeader, samples: Samples, peak: float, seam: Seam
) -> list[SoundFinding]:
    """What can be heard wrong in a loop: silence, clipping, a click at the seam."""
    findings = []
    if peak <= SILENCE_DB:
        findings.append(warning(name, message("is silent")))
    elif peak > FULL_SCALE_DBFS and _is_clipped(samples):
        flat = message("is clipped: its loudest waves are cut flat at full scale")
        findings.append(warning(name, flat))
    elif peak > 0:
        above = message(
            "goes {peak:.1f} dB above full scale: nothing is cut, but the limiter has to work",
            peak=peak,
        )
        findings.append(note(name, above))
    if seam.clicks:
        click = message(
            "clicks at the seam ({above:.0f} dB above its other sounds, {level:.0f} dBFS)",
            above=seam.click_db,
            level=seam.click_dbfs,
        )
        if header.lossy:
            does = message("{codec} does that, FLAC does not", codec=header.codec)
            click = listing([click, does], "; ")
        findings.append(warning(name, click))
    elif header.lossy:
        lossy = message("{codec} is lossy; FLAC keeps every seam clean", codec=header.codec)
        findings.append(note(name, lossy))
    return findings


def _is_clipped(samples: Samples) -> bool:
    """Whether several samples in a row have the same level, at full scale or above.

    A single one is only loud, and a wave in a float file may exceed full scale without being
    clipped.
    """
    level = np.abs(samples)
    flat = (level[1:] >= 10 ** (FULL_SCALE_DBFS / 20)) & (
        np.abs(np.diff(level, axis=0)) < _SAME_LEVEL
    )
    steps = _CLIPPED_RUN - 1
    run = flat[: max(0, len(flat) - steps + 1)].copy()
    for shift in range(1, steps):
        run &= flat[shift : shift + len(run)]
    return bool(run.any())
