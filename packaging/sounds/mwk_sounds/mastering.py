"""The last stage of a clip: its place in the mix (register, loudness, peak, width), its 16 bits."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from scipy.ndimage import minimum_filter1d

from mwk_sounds.effects import mono_below
from mwk_sounds.envelopes import loop_smoothed
from mwk_sounds.filters import equalise, high_pass
from mwk_sounds.loudness import integrated_lufs
from mwk_sounds.timeline import FloatArray, frames_of

# Longer than half a period of the lowest bass, so that the gain never follows the wave itself.
_LIMITER_REACH_S = 0.024
_LIMITER_PASSES = 6


@dataclass(frozen=True)
class Part:
    """What an instrument may take of the mix.

    Attributes
    ----------
    loudness_lufs, ceiling_dbfs : target loudness, and the sample peak it must not pass.
    highpass_hz : lower edge (24 dB an octave); what is below belongs to other parts.
    mono_below_hz : under this the channels are equal.
    """

    loudness_lufs: float
    ceiling_dbfs: float
    highpass_hz: float
    mono_below_hz: float


PARTS: dict[str, Part] = {
    "drum": Part(-18.25, -8.75, 28.0, 140.0),
    "heavy_bass": Part(-20.15, -11.65, 30.0, 180.0),
    "line_bass": Part(-21.2, -11.0, 85.0, 200.0),
    "lead_bass": Part(-21.7, -11.5, 95.0, 220.0),
    "pad": Part(-22.2, -11.7, 190.0, 220.0),
    "synth": Part(-21.95, -10.45, 300.0, 300.0),
    "melody": Part(-21.5, -10.5, 420.0, 420.0),
    "vocal": Part(-21.35, -10.85, 170.0, 200.0),
    "floor": Part(-25.5, -13.5, 28.0, 140.0),
}
"""The mix: any five of them together are within 1 LU of any other five, at the master."""

CLIP_STEPS_DB = {
    "drum/drum2": -0.25,
    "drum/drum5": -0.1,
    "lead_bass/lead_bass5": 0.1,
    "line_bass/line_bass1": -0.3,
}
"""Clips whose fives were measured furthest from the middle, against their part."""


def part_of(name: str) -> Part:
    """What a clip (``drum/drum2``) may take of the mix."""
    part, step_db = PARTS[name.partition("/")[0]], CLIP_STEPS_DB.get(name, 0.0)
    return replace(
        part,
        loudness_lufs=part.loudness_lufs + step_db,
        ceiling_dbfs=part.ceiling_dbfs + step_db,
    )


def limited(loop: FloatArray, ceiling: float) -> FloatArray:
    """Bring peaks under a linear ceiling by a circular look-ahead gain, the same on both sides."""
    peak = np.abs(loop).max(axis=0)
    if peak.max() <= ceiling:
        return loop
    wanted = np.minimum(1.0, ceiling / np.maximum(peak, 1e-9))
    reach = frames_of(_LIMITER_REACH_S) | 1
    held = minimum_filter1d(wanted, reach, mode="wrap")
    # The average of minima over the reach is never above the gain wanted at its middle.
    return np.asarray(loop * np.minimum(loop_smoothed(held, _LIMITER_REACH_S), wanted))


def placed(loop: FloatArray, part: Part) -> FloatArray:
    """Give a loop its register and width, shape (2, LOOP_FRAMES); its level stays."""
    cut = equalise(loop, high_pass(part.highpass_hz, 0.54), high_pass(part.highpass_hz, 1.31))
    cut = mono_below(cut, part.mono_below_hz)
    return np.asarray(cut - cut.mean(axis=1, keepdims=True))


def finished(loop: FloatArray, part: Part) -> tuple[FloatArray, float]:
    """Bring a placed loop to its part's loudness and peak; also the whole linear gain."""
    gain = 1.0
    done = loop
    for _ in range(_LIMITER_PASSES):
        step_db = part.loudness_lufs - integrated_lufs(done)
        gain *= 10 ** (step_db / 20)
        done = limited(done * 10 ** (step_db / 20), _ceiling(part))
    # Limiting an uneven wave leaves a trace of DC.
    return np.asarray(done - done.mean(axis=1, keepdims=True)), gain


def levelled(
    loop: FloatArray, gain: float, part: Part, least_db: float, most_db: float
) -> FloatArray:
    """A placed loop with another take's gain, corrected into a range around the part's loudness."""
    done = limited(loop * gain, _ceiling(part))
    for _ in range(_LIMITER_PASSES):
        away_db = integrated_lufs(done) - part.loudness_lufs
        step_db = min(max(away_db, least_db), most_db) - away_db
        done = limited(done * 10 ** (step_db / 20), _ceiling(part))
    return np.asarray(done - done.mean(axis=1, keepdims=True))


def _ceiling(part: Part) -> float:
    """The linear peak, with room for the dither."""
    return float(10 ** ((part.ceiling_dbfs - 0.15) / 20))


def dithered(loop: FloatArray, rng: np.random.Generator) -> npt.NDArray[np.int16]:
    """Sixteen bits with triangular noise of +-1 LSB; shape (frames, channels) as files want it."""
    noise = rng.random(loop.shape) - rng.random(loop.shape)
    whole = np.rint(loop * 32_767 + noise)
    return np.ascontiguousarray(np.clip(whole, -32_768, 32_767).astype(np.int16).T)
