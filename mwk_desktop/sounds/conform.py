"""Conforms one clip to the loop: a whole number of frames at the device's rate, in stereo.

A set's loop is ``beats`` at ``bpm``; every clip is brought to exactly ``loop_frames``:

* a clip as long as the loop stays unchanged: bit for bit at its own rate, or resampled *circularly*
(across the seam) at another rate, so the seam stays as good as it was; * a clip of half, a quarter,
... (down to 1/64) of the length repeats until the loop is full; * a clip of double or fourfold
length makes the whole set's loop longer (``loop_doublings``), and
  the others repeat;
* a length that is off by rounding (:data:`ROUNDING`) gets the smallest change that keeps the seam
clean: a cut if the seam is clean afterwards, else a stretch if it was clean before; * any other
length is cut or filled with silence, with a warning: within 1/32 of one of the lengths
  above (a sixteenth in two bars) to that one, else to the set's own loop. A cut that would click,
  and a sound that breaks off before the silence, is faded over 3 ms.

A constant offset (DC) is removed. Pure functions: any thread may call them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction
from math import ceil, floor, gcd
from typing import Final, NamedTuple

import numpy as np

from mwk_desktop.messages import Message, listing, message, plural_message
from mwk_desktop.sounds.audio_file import AudioHeader, Samples
from mwk_desktop.sounds.measure import dc_offset, measure_seam
from mwk_desktop.sounds.set_findings import SoundFinding, note, warning
from mwk_desktop.units import grid_line_frame

MAX_TILES: Final = 64
MAX_DOUBLINGS: Final = 2
"""A clip longer than four loops is cut: the loop would be longer than half a window."""

NEAR: Final = Fraction(1, 32)
ROUNDING: Final = Fraction(1, 2000)
"""A length this close to the right one counts as that one, rounded: stretching by 0.05 % detunes it
by less than a hundredth of a semitone (0.9 cent), and shifts the beat by at most 1.9 ms in two bars
at 128 BPM."""

DC_IS_AUDIBLE: Final = 0.01
"""An offset of -40 dBFS is removed, because it clicks when a voice starts and costs headroom."""

FADE_MS: Final = 3
SILENT_END: Final = 1e-4
"""A clip below this level (-80 dBFS) where it would be faded has already ended."""

LOUDEST: Final = 256.0
"""+48 dBFS. A float file with larger samples holds garbage (or unscaled integers)."""

_CONTEXT_FRAMES: Final = 4096
"""Frames beyond the seam given to the resampler: several times its longest filter."""


@dataclass(frozen=True, slots=True)
class LoopSpec:
    """The loop that clips are conformed to.

    ``beats`` are those of the whole loop, ``set_beats`` those of the set's own loop (``beats``
    divided by a power of two): a clip of any other length is cut or filled to these. ``loops``: a
    take that is several loops long is conformed to all of them at once.
    """

    rate_hz: int
    bpm: Fraction
    beats: int
    set_beats: int
    loops: int = 1

    @property
    def length_s(self) -> Fraction:
        """Exact length in seconds."""
        return self.loops * self.beats * 60 / self.bpm

    @property
    def loop_frames(self) -> int:
        """The length at the device's rate: of one loop the nearest whole number of frames, and of
        several that many times as much."""
        one = self.length_s / self.loops * self.rate_hz
        return self.loops * floor(one + Fraction(1, 2))

    def times(self, loops: int) -> LoopSpec:
        """The same loop, this many times in a row."""
        return replace(self, loops=loops)

    def frames_at(self, rate_hz: int) -> Fraction:
        """Exact length of the loop in frames of another rate."""
        return self.length_s * rate_hz


@dataclass(frozen=True, slots=True)
class ClipFit:
    """How a clip fits: it repeats ``tiles`` times, each of ``frames`` frames at the file's rate.

    ``off_frames`` is how much longer (positive) or shorter the file is. A difference below one
    frame comes from a loop that is not a whole number of frames, and is 0 here.
    """

    tiles: int
    frames: int
    off_frames: int


class Ending(Enum):
    """How a clip's end was changed."""

    KEPT = "kept"
    CUT = "cut"
    STRETCHED = "stretched"
    FILLED = "filled"
    """Silence after silence."""
    FADED = "faded"
    """Cut or filled with silence, under a fade."""


class ConformedClip(NamedTuple):
    """A conformed clip: float32 [loop_frames, 2], the findings, and its ending."""

    samples: Samples
    findings: list[SoundFinding]
    ending: Ending


def loop_doublings(headers: Iterable[AudioHeader], loop: LoopSpec) -> int:
    """How often the set's loop must be doubled so that its longest clips fit: 0, 1 or 2."""
    doublings = 0
    for header in headers:
        for more in range(doublings + 1, MAX_DOUBLINGS + 1):
            wanted = loop.frames_at(header.rate_hz) * 2**more
            if abs(header.frames - wanted) <= wanted * NEAR:
                doublings = more
    return doublings


def fit_length(frames: int, rate_hz: int, loop: LoopSpec) -> ClipFit:
    """How a clip of ``frames`` frames at ``rate_hz`` is conformed to a loop."""
    whole = loop.frames_at(rate_hz)
    tiles = 1
    while tiles <= MAX_TILES and whole / tiles >= 1:
        wanted = whole / tiles
        if abs(frames - wanted) < 1:
            return ClipFit(tiles, frames, 0)
        if abs(frames - wanted) <= wanted * NEAR:
            return ClipFit(tiles, round(wanted), frames - round(wanted))
        tiles *= 2
    tiles = loop.loops * loop.beats // loop.set_beats
    wanted_frames = max(1, round(whole / tiles))
    return ClipFit(tiles, wanted_frames, frames - wanted_frames)


def frames_needed(header: AudioHeader, loop: LoopSpec) -> int:
    """How many frames of a file are needed (not the rest of a ten-minute track)."""
    fit = fit_length(header.frames, header.rate_hz, loop)
    if fit.off_frames <= fit.frames * NEAR:
        return header.frames
    return min(header.frames, ceil(loop.frames_at(header.rate_hz)) + 1)


def _is_rounding(fit: ClipFit) -> bool:
    return 0 < abs(fit.off_frames) <= fit.frames * ROUNDING


def conform(
    samples: Samples,
    rate_hz: int,
    loop: LoopSpec,
    *,
    name: str = "clip",
    file_frames: int | None = None,
) -> ConformedClip:
    """Conform a clip to the loop's length, the device's rate and two channels.

    Parameters
    ----------
    samples : float32 array [frames, channels]
        The decoded clip; the caller may cut a much longer track at :func:`frames_needed`.
    rate_hz : int
        The file's sample rate.
    loop : LoopSpec
        The loop to conform to.
    name : str
        The clip's name, for the findings.
    file_frames : int, optional
        The file's length in frames, if ``samples`` is only its start.

    Returns
    -------
    ConformedClip
        Its samples are C-contiguous, and are ``samples`` itself if nothing had to be done. Its
        findings are notes, and warnings about audible changes.

    Raises
    ------
    ValueError
        If ``samples`` is not two-dimensional or has no channel or no frame.
    """
    if samples.ndim != 2 or 0 in samples.shape:
        raise ValueError(f"expected samples [frames, channels], got the shape {samples.shape}")
    findings: list[SoundFinding] = []
    clean = _without_garbage(samples, name, findings)
    stereo = _without_offset(_stereo(clean, name, findings), rate_hz, name, findings)
    total = max(file_frames or 0, len(stereo))
    fit = fit_length(total, rate_hz, loop)
    tile, ending = _cut_or_fill(stereo, total, rate_hz, fit)
    findings += _said_of_length(name, len(stereo), total, rate_hz, fit, loop, ending)
    if rate_hz == loop.rate_hz and ending is not Ending.STRETCHED:
        return ConformedClip(_tiled(tile, fit.tiles, loop.loop_frames), findings, ending)
    if rate_hz != loop.rate_hz:
        resampled = message(
            "resampled from {rate:d} Hz to {wanted:d} Hz", rate=rate_hz, wanted=loop.rate_hz
        )
        findings.append(note(name, resampled))
    whole = np.tile(tile, (fit.tiles, 1)) if fit.tiles > 1 else tile
    return ConformedClip(resample_circular(whole, loop.loop_frames), findings, ending)


def resample_circular(samples: Samples, frames: int) -> Samples:
    """Resample a loop to exactly ``frames`` frames as if it repeated forever (soxr, VHQ).

    Parameters
    ----------
    samples : float32 array [frames_in, channels]
        One pass of the loop.
    frames : int
        Frames of one pass afterwards, at least 1.

    Returns
    -------
    float32 array [frames, channels], C-contiguous
        Frame 0 stays at the same time.
    """
    import soxr

    frames_in = len(samples)
    if frames == frames_in:
        return np.ascontiguousarray(samples, np.float32)
    # The context must be a whole number of frames before and after resampling, or the loop would
    # shift by a part of a frame: a multiple of the shortest stretch that is whole in both.
    common = gcd(frames_in, frames)
    unit_in, unit_out = frames_in // common, frames // common
    # For a lower rate the filter grows with the ratio.
    needed = _CONTEXT_FRAMES * max(1, ceil(frames_in / frames))
    units = ceil(needed / unit_in)
    index = np.arange(-units * unit_in, frames_in + units * unit_in)
    longer = np.take(samples, index, axis=0, mode="wrap")
    resampled = soxr.resample(longer, unit_in, unit_out, quality="VHQ")
    start = units * unit_out
    return np.ascontiguousarray(resampled[start : start + frames], np.float32)


def clean_stereo(samples: Samples, name: str, findings: list[SoundFinding]) -> Samples:
    """A sound that does not loop, in two channels and with unusable samples silenced."""
    return _stereo(_without_garbage(samples, name, findings), name, findings)


def _without_garbage(samples: Samples, name: str, findings: list[SoundFinding]) -> Samples:
    # One pass over the clip; the comparison is also false for NaN.
    if float(np.abs(samples).max(initial=0.0)) <= LOUDEST:
        return samples
    bad = ~(np.abs(samples) <= LOUDEST)
    silenced = plural_message(
        "{count} sample is no audio (NaN, infinite or far too loud): silenced",
        "{count} samples are no audio (NaN, infinite or far too loud): silenced",
        int(bad.sum()),
    )
    findings.append(warning(name, silenced))
    return np.where(bad, np.float32(0.0), samples)


def _without_offset(
    samples: Samples, rate_hz: int, name: str, findings: list[SoundFinding]
) -> Samples:
    offset = dc_offset(samples, rate_hz)
    largest = float(np.abs(offset).max())
    if largest < DC_IS_AUDIBLE:
        return samples
    taken_out = message(
        "has a constant offset (DC) of {percent:.1f} % of full scale: taken out",
        percent=100 * largest,
    )
    findings.append(note(name, taken_out))
    return samples - offset


def _stereo(samples: Samples, name: str, findings: list[SoundFinding]) -> Samples:
    channels = samples.shape[1]
    if channels == 1:
        findings.append(note(name, message("mono: the same on both sides")))
        return np.repeat(samples, 2, axis=1)
    if channels > 2:
        left_out = message("has {count} channels: only the first two play", count=channels)
        findings.append(warning(name, left_out))
        return np.ascontiguousarray(samples[:, :2])
    return samples


def _cut_or_fill(
    samples: Samples, total: int, rate_hz: int, fit: ClipFit
) -> tuple[Samples, Ending]:
    """One tile: the clip with ``fit.frames`` frames, or with its own length if it is stretched."""
    kept = samples[: fit.frames]
    if fit.off_frames == 0 and len(kept) == fit.frames:
        return kept, Ending.KEPT
    fade = min(len(kept), max(1, rate_hz * FADE_MS // 1000))
    has_ended = float(np.abs(samples[len(kept) - fade :]).max()) < SILENT_END
    if len(kept) == fit.frames and (has_ended or _cut_is_clean(samples, fit, rate_hz)):
        return kept, Ending.CUT
    tile = np.zeros((fit.frames, samples.shape[1]), np.float32)
    tile[: len(kept)] = kept
    if has_ended:
        return tile, Ending.FILLED
    if _is_rounding(fit) and len(samples) == total and not measure_seam(samples, rate_hz).clicks:
        return samples, Ending.STRETCHED
    tile[len(kept) - fade : len(kept)] *= np.linspace(1, 0, fade, dtype=np.float32)[:, np.newaxis]
    return tile, Ending.FADED


def _cut_is_clean(samples: Samples, fit: ClipFit, rate_hz: int) -> bool:
    """Whether a plain cut leaves a good seam: not the clip's worst spot, or not worse than before.

    A clip that is far too long continues after the cut, so its cut always needs a fade.
    """
    if fit.off_frames > fit.frames * NEAR:
        return False
    after = measure_seam(samples[: fit.frames], rate_hz)
    if after.clicks or after.click_db <= 0:
        return not after.clicks
    return after.click_db <= measure_seam(samples, rate_hz).click_db


def _said_of_length(
    name: str,
    decoded: int,
    total: int,
    rate_hz: int,
    fit: ClipFit,
    loop: LoopSpec,
    ending: Ending,
) -> list[SoundFinding]:
    findings = []
    if fit.off_frames:
        # Rounding is corrected silently; a larger loss may be audible.
        level = warning if ending is Ending.FADED or not _is_rounding(fit) else note
        findings.append(level(name, _off_message(fit, rate_hz, loop, ending)))
    if decoded < min(total, fit.frames):
        findings.append(warning(name, message("breaks off before its end; the rest is silence")))
    if fit.tiles > 1:
        findings.append(note(name, message("repeats {count} times in the loop", count=fit.tiles)))
    return findings


def _off_message(fit: ClipFit, rate_hz: int, loop: LoopSpec, ending: Ending) -> Message:
    off = abs(fit.off_frames)
    much = plural_message(
        "{count} frame ({ms:.1f} ms)", "{count} frames ({ms:.1f} ms)", off, ms=1000 * off / rate_hz
    )
    beats, bpm = Fraction(loop.loops * loop.beats, fit.tiles), float(loop.bpm)
    length = message("{beats:g} beats at {bpm:g} BPM", beats=float(beats), bpm=bpm)
    if beats == 1:
        length = message("1 beat at {bpm:g} BPM", bpm=bpm)
    if fit.off_frames > 0:
        what = message("is {much} longer than {length}", much=much, length=length)
        done = message("the end is cut off")
    else:
        what = message("is {much} shorter than {length}", much=much, length=length)
        done = message("filled up with silence")
    if ending is Ending.STRETCHED:
        done = message("stretched to fit, the seam stays as it is")
    return listing([what, done], ": ")


def _tiled(tile: Samples, tiles: int, loop_frames: int) -> Samples:
    """Repeat one tile ``tiles`` times in the loop, each at its grid line.

    If the loop is not a whole number of tiles (165,375 frames in halves), a tile is one frame
    longer or shorter than the clip and continues across the clip's own seam: no gap, no step.
    """
    if tiles == 1 and len(tile) == loop_frames:
        return np.ascontiguousarray(tile, np.float32)
    loop = np.empty((loop_frames, tile.shape[1]), np.float32)
    for number in range(tiles):
        start = grid_line_frame(number, loop_frames, tiles)
        end = grid_line_frame(number + 1, loop_frames, tiles)
        np.take(tile, np.arange(end - start), axis=0, mode="wrap", out=loop[start:end])
    return loop
