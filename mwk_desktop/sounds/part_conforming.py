"""Conforms the parts of a clip: takes to whole loops, a fill to a loop, what plays once as it is.

Pure functions: any thread may call them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

import numpy as np

from mwk_desktop.messages import message
from mwk_desktop.sounds.audio_file import AudioHeader, Samples, read_samples
from mwk_desktop.sounds.clip_parts import FILL, MAX_PICKUP_MS, PICKUP, TAKE_LOOPS
from mwk_desktop.sounds.conform import (
    FADE_MS,
    NEAR,
    SILENT_END,
    LoopSpec,
    clean_stereo,
    conform,
    fit_length,
    frames_needed,
)
from mwk_desktop.sounds.set_findings import SoundFinding, warning

MAX_SHOT_LOOPS: Final = 4
"""A sound that plays once (tail, cymbal) may ring for a phrase; more would be another clip."""


class ConformedPart(NamedTuple):
    """A part at the device's rate: float32 [frames, 2], and the findings about it."""

    samples: Samples
    findings: list[SoundFinding]


def take_loops(header: AudioHeader, loop: LoopSpec) -> int:
    """How many loops a take is conformed to: 1, 2 or 4."""
    one = loop.frames_at(header.rate_hz)
    for loops in reversed(TAKE_LOOPS):
        if abs(header.frames - loops * one) <= loops * one * NEAR:
            return loops
    return 1


def loops_of(part: str, header: AudioHeader, loop: LoopSpec, plain: bool = False) -> int:
    """How many loops a part that loops is conformed to: a fill and a ``plain`` clip, which is one
    file only, to one."""
    return 1 if plain or part == FILL else take_loops(header, loop)


def shot_frames(part: str, header: AudioHeader, loop: LoopSpec) -> int:
    """Length at the device's rate of a part that plays once."""
    frames = max(1, round(header.frames * loop.rate_hz / header.rate_hz))
    return min(frames, _most_shot_frames(part, loop))


def _most_shot_frames(part: str, loop: LoopSpec) -> int:
    if part == PICKUP:
        return loop.rate_hz * MAX_PICKUP_MS // 1000
    return MAX_SHOT_LOOPS * loop.loop_frames


def fill_tiles(header: AudioHeader, loop: LoopSpec) -> int:
    """How many fills of this length fit into a loop: a fill of one bar in a loop of two gives 2."""
    return fit_length(header.frames, header.rate_hz, loop).tiles


def read_looped_part(
    path: Path, part: str, header: AudioHeader, loop: LoopSpec, name: str, plain: bool = False
) -> ConformedPart:
    """Decode and conform a take (``a``, ``b``, ...) or the ``fill``.

    Parameters
    ----------
    loop : LoopSpec
        One loop at the device's rate.
    name : str
        The file as findings name it.
    plain : bool
        A clip that is one file only: any length that tiles the loop is right.

    Raises
    ------
    AudioFileError
        If the file cannot be decoded.
    """
    whole = loop.times(loops_of(part, header, loop, plain))
    decoded = read_samples(path, frames_needed(header, whole), header.delay_frames)
    samples, findings, _ = conform(
        decoded, header.rate_hz, whole, name=name, file_frames=header.frames
    )
    if part == FILL:
        # A fill of one bar is repeated in its page on purpose: no finding.
        findings = [finding for finding in findings if finding.is_warning]
    if not plain:
        findings = length_findings(part, header, loop, name) + findings
    return ConformedPart(samples, findings)


def length_findings(
    part: str, header: AudioHeader, loop: LoopSpec, name: str
) -> list[SoundFinding]:
    """What is wrong with the length of a take or a fill."""
    loops = loops_of(part, header, loop)
    fit = fit_length(header.frames, header.rate_hz, loop.times(loops))
    beats = header.frames * loop.bpm / (60 * header.rate_hz)
    is_off = abs(fit.off_frames) > fit.frames * NEAR
    if part == FILL:
        if is_off or loop.beats % fit.tiles:
            return [
                warning(
                    name,
                    message(
                        "is {beats:.4g} beats long: a fill is one loop ({loop} beats) or whole"
                        " beats that divide it",
                        beats=float(beats),
                        loop=loop.beats,
                    ),
                )
            ]
        return []
    if is_off or fit.tiles > 1:
        return [
            warning(
                name,
                message(
                    "is {beats:.4g} beats long: a take is one, two or four loops ({lengths} beats)",
                    beats=float(beats),
                    lengths=", ".join(str(each * loop.beats) for each in TAKE_LOOPS),
                ),
            )
        ]
    return []


def read_shot(
    path: Path, part: str, header: AudioHeader, loop: LoopSpec, name: str, _plain: bool = False
) -> ConformedPart:
    """Decode a sound that plays once (tail, pickup, transition), at the device's rate.

    A pickup that is too long keeps its end, anything else its start.

    Raises
    ------
    AudioFileError
        If the file cannot be decoded.
    """
    findings: list[SoundFinding] = []
    most = _most_shot_frames(part, loop)
    decoded = read_samples(path, header.frames, header.delay_frames)
    samples = resample_shot(clean_stereo(decoded, name, findings), header.rate_hz, loop.rate_hz)
    samples = samples[: shot_frames(part, header, loop)] if len(samples) <= most else samples
    if len(samples) > most:
        too_long = message(
            "is {ms:.0f} ms long; at most {most:.0f} ms of it play",
            ms=1000 * len(samples) / loop.rate_hz,
            most=1000 * most / loop.rate_hz,
        )
        findings.append(warning(name, too_long))
        samples = samples[-most:] if part == PICKUP else samples[:most]
    return ConformedPart(_with_soft_ends(samples, part, loop.rate_hz), findings)


def pickup_of_take(take: Samples, frames: int, rate_hz: int) -> Samples:
    """A pickup made of the last ``frames`` frames of a take."""
    return _with_soft_ends(take[-frames:], PICKUP, rate_hz)


def resample_shot(samples: Samples, rate_hz: int, wanted_hz: int) -> Samples:
    """Resample a sound that does not loop (soxr, VHQ)."""
    import soxr

    if rate_hz == wanted_hz:
        return samples
    return np.asarray(soxr.resample(samples, rate_hz, wanted_hz, quality="VHQ"), np.float32)


def _with_soft_ends(samples: Samples, part: str, rate_hz: int) -> Samples:
    """Fade an end that breaks off; for a pickup the start instead, because its end joins the
    clip."""
    frames = min(len(samples), max(1, rate_hz * FADE_MS // 1000))
    at_start = part == PICKUP
    edge = samples[:frames] if at_start else samples[-frames:]
    if float(np.abs(edge[0 if at_start else -1]).max(initial=0.0)) < SILENT_END:
        return np.ascontiguousarray(samples, np.float32)
    soft = np.array(samples, np.float32)
    fade = np.linspace(0.0, 1.0, frames, endpoint=False, dtype=np.float32)[:, np.newaxis]
    if at_start:
        soft[:frames] *= fade
    else:
        soft[-frames:] *= fade[::-1]
    return soft
