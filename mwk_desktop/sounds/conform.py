"""Making one clip fit the loop: one whole number of frames at the device's rate, in stereo.

A set's loop is ``beats`` at ``bpm``; every clip is brought to exactly ``loop_frames``:

* a clip as long as the loop stays as it is: at its own rate bit for bit, at another rate resampled
  *circularly* (the end hears the start and the start the end), so the seam stays as good as it was;
* a clip of a half, a quarter, ... (down to 1/64) repeats until the loop is full;
* a clip of double or fourfold length makes the whole set's loop longer (``loop_doublings``), and
  the others repeat;
* a length that is off is cut or filled with silence, with a warning: within 1/32 of one of the
  lengths above (a sixteenth in two bars) to that one, any other to the set's own loop. A cut, and a
  sound that breaks off before the silence, is faded over 3 ms.

Pure functions: any thread may call them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, gcd
from typing import Final

import numpy as np

from mwk_desktop.sounds.audio_file import AudioHeader, Samples
from mwk_desktop.sounds.set_findings import SoundFinding, note, warning
from mwk_desktop.units import grid_line_frame

MAX_TILES: Final = 64
MAX_DOUBLINGS: Final = 2
"""A clip of more than four loops is cut: the loop would outlast half a window."""

NEAR: Final = Fraction(1, 32)
FADE_MS: Final = 3
LOUDEST: Final = 256.0
"""+48 dBFS. Beyond it a float file holds no audio but garbage (or integers that were not
scaled)."""

_CONTEXT_FRAMES: Final = 4096
"""Frames beyond the seam that the resampler sees: several times its longest filter."""


@dataclass(frozen=True, slots=True)
class LoopSpec:
    """The loop that clips are made to fit.

    ``beats`` are those of the whole loop, ``set_beats`` those of the set's own loop (``beats``
    divided by a power of two): what a clip with a wild length is cut or filled to.
    """

    rate_hz: int
    bpm: Fraction
    beats: int
    set_beats: int

    @property
    def length_s(self) -> Fraction:
        """Exact length of the loop in seconds."""
        return self.beats * 60 / self.bpm

    @property
    def loop_frames(self) -> int:
        """The loop at the device's rate, as the nearest whole number of frames."""
        return floor(self.length_s * self.rate_hz + Fraction(1, 2))

    def frames_at(self, rate_hz: int) -> Fraction:
        """Exact length of the loop in frames of another rate."""
        return self.length_s * rate_hz


@dataclass(frozen=True, slots=True)
class ClipFit:
    """How a clip fits: it repeats ``tiles`` times, each of ``frames`` frames of the file's rate.

    ``off_frames`` is how much longer (positive) or shorter the file is; less than one frame is the
    rounding of a loop that is no whole number of frames, and 0 here.
    """

    tiles: int
    frames: int
    off_frames: int


def loop_doublings(headers: Iterable[AudioHeader], loop: LoopSpec) -> int:
    """How often the set's loop must double so that its longest clips fit: 0, 1 or 2."""
    doublings = 0
    for header in headers:
        for more in range(doublings + 1, MAX_DOUBLINGS + 1):
            wanted = loop.frames_at(header.rate_hz) * 2**more
            if abs(header.frames - wanted) <= wanted * NEAR:
                doublings = more
    return doublings


def fit_length(frames: int, rate_hz: int, loop: LoopSpec) -> ClipFit:
    """How a clip of ``frames`` frames at ``rate_hz`` is made to fit a loop."""
    whole = loop.frames_at(rate_hz)
    tiles = 1
    while tiles <= MAX_TILES and whole / tiles >= 1:
        wanted = whole / tiles
        if abs(frames - wanted) < 1:
            return ClipFit(tiles, frames, 0)
        if abs(frames - wanted) <= wanted * NEAR:
            return ClipFit(tiles, round(wanted), frames - round(wanted))
        tiles *= 2
    tiles = loop.beats // loop.set_beats
    wanted_frames = max(1, round(whole / tiles))
    return ClipFit(tiles, wanted_frames, frames - wanted_frames)


def frames_needed(header: AudioHeader, loop: LoopSpec) -> int:
    """How many frames of a file conforming looks at (the rest of a ten-minute track need not be
    decoded)."""
    return min(header.frames, ceil(loop.frames_at(header.rate_hz)) + 1)


def conform(
    samples: Samples,
    rate_hz: int,
    loop: LoopSpec,
    *,
    name: str = "clip",
    file_frames: int | None = None,
) -> tuple[Samples, list[SoundFinding]]:
    """Bring a clip to the loop's length, the device's rate and two channels.

    Parameters
    ----------
    samples : float32 array [frames, channels]
        The clip as decoded; a track that goes on for much longer may be cut by the caller at
        :func:`frames_needed`.
    rate_hz : int
        The file's sample rate.
    loop : LoopSpec
        What to fit.
    name : str
        The clip's name, for the findings.
    file_frames : int, optional
        The file's length where ``samples`` is only its start.

    Returns
    -------
    float32 array [loop_frames, 2], C-contiguous
        May be ``samples`` itself when nothing had to be done.
    list of Finding
        What was done: notes, and warnings for what will be heard.

    Raises
    ------
    ValueError
        ``samples`` is not two-dimensional or has no channel or no frame.
    """
    if samples.ndim != 2 or 0 in samples.shape:
        raise ValueError(f"expected samples [frames, channels], got the shape {samples.shape}")
    findings: list[SoundFinding] = []
    clean = _without_garbage(samples, name, findings)
    stereo = _stereo(clean, name, findings)
    total = max(file_frames or 0, len(stereo))
    fit = fit_length(total, rate_hz, loop)
    tile = _cut_or_fill(stereo, total, rate_hz, fit, loop, name, findings)
    if fit.tiles > 1:
        findings.append(note(name, f"repeats {fit.tiles} times in the loop"))
    if rate_hz == loop.rate_hz:
        return _tiled(tile, fit.tiles, loop.loop_frames), findings
    findings.append(note(name, f"resampled from {rate_hz} Hz to {loop.rate_hz} Hz"))
    whole = np.tile(tile, (fit.tiles, 1)) if fit.tiles > 1 else tile
    return resample_circular(whole, loop.loop_frames), findings


def resample_circular(samples: Samples, frames: int) -> Samples:
    """Resample a loop to exactly ``frames`` frames as if it repeated for ever (soxr, VHQ).

    Parameters
    ----------
    samples : float32 array [frames_in, channels]
        One turn of the loop.
    frames : int
        Frames of one turn afterwards, at least 1.

    Returns
    -------
    float32 array [frames, channels], C-contiguous
        Frame 0 lies where frame 0 lay.
    """
    import soxr

    frames_in = len(samples)
    if frames == frames_in:
        return np.ascontiguousarray(samples, np.float32)
    # The context must be whole frames on both sides of the resampler, or the loop would shift by a
    # part of a frame: a multiple of the shortest stretch that is whole on both.
    common = gcd(frames_in, frames)
    unit_in, unit_out = frames_in // common, frames // common
    # Down to a lower rate the filter grows with the ratio.
    needed = _CONTEXT_FRAMES * max(1, ceil(frames_in / frames))
    units = ceil(needed / unit_in)
    index = np.arange(-units * unit_in, frames_in + units * unit_in)
    longer = np.take(samples, index, axis=0, mode="wrap")
    resampled = soxr.resample(longer, unit_in, unit_out, quality="VHQ")
    start = units * unit_out
    return np.ascontiguousarray(resampled[start : start + frames], np.float32)


def _without_garbage(samples: Samples, name: str, findings: list[SoundFinding]) -> Samples:
    # One pass over the whole clip that is false for NaN as well.
    if float(np.abs(samples).max(initial=0.0)) <= LOUDEST:
        return samples
    bad = ~(np.abs(samples) <= LOUDEST)
    findings.append(
        warning(
            name, f"{int(bad.sum())} samples are no audio (NaN, infinite or far too loud): silenced"
        )
    )
    return np.where(bad, np.float32(0.0), samples)


def _stereo(samples: Samples, name: str, findings: list[SoundFinding]) -> Samples:
    channels = samples.shape[1]
    if channels == 1:
        findings.append(note(name, "mono: the same on both sides"))
        return np.repeat(samples, 2, axis=1)
    if channels > 2:
        findings.append(warning(name, f"has {channels} channels: only the first two play"))
        return np.ascontiguousarray(samples[:, :2])
    return samples


def _cut_or_fill(
    samples: Samples,
    total: int,
    rate_hz: int,
    fit: ClipFit,
    loop: LoopSpec,
    name: str,
    findings: list[SoundFinding],
) -> Samples:
    """One tile: the clip at exactly ``fit.frames`` frames."""
    if fit.off_frames:
        findings.append(warning(name, _off_message(fit, rate_hz, loop)))
    if len(samples) < total and len(samples) < fit.frames:
        findings.append(warning(name, "breaks off before its end; the rest is silence"))
    kept = samples[: fit.frames]
    if fit.off_frames == 0 and len(kept) == fit.frames:
        return kept
    tile = np.zeros((fit.frames, samples.shape[1]), np.float32)
    tile[: len(kept)] = kept
    fade = min(len(kept), max(1, rate_hz * FADE_MS // 1000))
    tile[len(kept) - fade : len(kept)] *= np.linspace(1, 0, fade, dtype=np.float32)[:, np.newaxis]
    return tile


def _off_message(fit: ClipFit, rate_hz: int, loop: LoopSpec) -> str:
    off = abs(fit.off_frames)
    beats = Fraction(loop.beats, fit.tiles)
    much = f"{off} frame{'s' if off > 1 else ''} ({1000 * off / rate_hz:.1f} ms)"
    what = f"{float(beats):g} beat{'s' if beats != 1 else ''} at {float(loop.bpm):g} BPM"
    if fit.off_frames > 0:
        return f"is {much} longer than {what}: the end is cut off"
    return f"is {much} shorter than {what}: filled up with silence"


def _tiled(tile: Samples, tiles: int, loop_frames: int) -> Samples:
    """Lay one tile ``tiles`` times into the loop, each where its grid line lies.

    Where the loop is no whole number of tiles (165,375 frames in halves), a tile is a frame longer
    or shorter than the clip and goes on around the clip's own seam: no gap, no step.
    """
    if tiles == 1 and len(tile) == loop_frames:
        return np.ascontiguousarray(tile, np.float32)
    loop = np.empty((loop_frames, tile.shape[1]), np.float32)
    for number in range(tiles):
        start = grid_line_frame(number, loop_frames, tiles)
        end = grid_line_frame(number + 1, loop_frames, tiles)
        np.take(tile, np.arange(end - start), axis=0, mode="wrap", out=loop[start:end])
    return loop
