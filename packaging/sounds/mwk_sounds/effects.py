"""Effects on a whole loop, all circular: what leaves the end comes back at the start."""

from functools import lru_cache

import numpy as np
import scipy.fft

from mwk_sounds.envelopes import cycle, loop_smoothed
from mwk_sounds.filters import (
    band_noise,
    convolve_loop,
    equalise,
    high_pass,
    low_pass,
)
from mwk_sounds.timeline import (
    LOOP_FRAMES,
    SAMPLE_RATE_HZ,
    STEP_FRAMES,
    STEP_SECONDS,
    ComplexArray,
    FloatArray,
    frames_of,
    seconds_axis,
)

_OVERSAMPLING = 4


def saturate(loop: FloatArray, drive: float, bias: float = 0.0) -> FloatArray:
    """Tanh saturation at four times the rate; `bias` adds even harmonics, DC is removed.

    Small signals pass at unity gain, whatever the drive; full scale becomes tanh(drive)/drive.
    """
    bins = LOOP_FRAMES // 2 + 1
    wide = np.zeros((*loop.shape[:-1], LOOP_FRAMES * _OVERSAMPLING // 2 + 1), dtype=complex)
    wide[..., :bins] = scipy.fft.rfft(loop, axis=-1) * _OVERSAMPLING
    fine = scipy.fft.irfft(wide, LOOP_FRAMES * _OVERSAMPLING, axis=-1)
    bent = (np.tanh(drive * fine + bias) - np.tanh(bias)) / (drive * (1 - np.tanh(bias) ** 2))
    spectrum = scipy.fft.rfft(bent, axis=-1)[..., :bins] / _OVERSAMPLING
    spectrum[..., 0] = 0.0
    return np.asarray(scipy.fft.irfft(spectrum, LOOP_FRAMES, axis=-1))


def driven(loop: FloatArray, amount: float, bias: float = 0.0) -> FloatArray:
    """Saturate with the loop's peak brought to 1, so that `amount` means the same everywhere."""
    peak = float(np.abs(loop).max()) or 1.0
    return saturate(loop / peak, amount, bias) * peak


def compressed(loop: FloatArray, share: float = 0.5, window_s: float = 0.08) -> FloatArray:
    """Even out the level: `share` of its distance in dB from the loop's loud parts is taken away.

    Quiet places are raised by at most 6 dB, so that tails and breath stay tails and breath.
    """
    power = np.maximum(loop_smoothed((loop**2).mean(axis=0), window_s), 1e-12)
    level = np.sqrt(power)
    reference = float(np.quantile(level, 0.8))
    return loop * np.minimum((reference / level) ** share, 2.0)


@lru_cache(maxsize=32)
def _room_impulse(decay_s: float, damping: float, seed: int) -> FloatArray:
    """A plate-like room, shape (2, frames), unit energy a side."""
    rng = np.random.default_rng(seed)
    frames = frames_of(decay_s * 1.3)
    time_s = seconds_axis(frames)
    room = np.zeros((2, frames))
    # Highs die sooner than lows, as they do in air: four bands with their own decay.
    for low_hz, high_hz, share in (
        (220, 700, 1.1),
        (700, 2200, 1.0),
        (2200, 5000, 1.0 - 0.5 * damping),
        (5000, 11_000, 1.0 - damping),
    ):
        fall = 10 ** (-3 * time_s / (decay_s * share))
        for side in (0, 1):
            room[side] += band_noise(frames, rng, low_hz, high_hz) * fall
    room *= 1 - np.exp(-time_s / 0.006)
    return np.asarray(room / np.sqrt((room**2).sum(axis=1, keepdims=True)))


@lru_cache(maxsize=32)
def _reverb_response(decay_s: float, pre_delay_s: float, damping: float, seed: int) -> ComplexArray:
    """Spectrum of a room folded into the loop, shape (2, bins)."""
    room = _room_impulse(decay_s, damping, seed)
    folded = np.zeros((2, LOOP_FRAMES))
    at = (frames_of(pre_delay_s) + np.arange(room.shape[1])) % LOOP_FRAMES
    for side in (0, 1):
        np.add.at(folded[side], at, room[side])
    return np.asarray(scipy.fft.rfft(folded, axis=-1))


def reverb(
    loop: FloatArray,
    wet: float,
    decay_s: float = 1.6,
    pre_delay_s: float = 0.018,
    damping: float = 0.55,
    seed: int = 1,
) -> FloatArray:
    """Dry plus `wet` times a plate-like reverb."""
    middle = loop.mean(axis=0)
    feed = 0.6 * middle + 0.4 * loop
    response = _reverb_response(decay_s, pre_delay_s, damping, seed)
    return loop + wet * convolve_loop(feed, response)


def room(loop: FloatArray, wet: float) -> FloatArray:
    """Only the reflections of the one small room (0.4 s) in which the whole set stands."""
    return reverb(loop, wet, 0.4, 0.006, 0.35, seed=5) - loop


_HALL = (1.6, 0.55, 9)  # seconds to -60 dB, damping, seed


def hall(loop: FloatArray, wet: float) -> FloatArray:
    """Dry plus the one hall of the set: 1.6 s, a sixteenth away."""
    decay_s, damping, seed = _HALL
    return reverb(loop, wet, decay_s, STEP_SECONDS, damping, seed)


def hall_impulse() -> FloatArray:
    """The hall's own answer to one sample, its pre-delay included, shape (2, frames)."""
    return np.pad(_room_impulse(*_HALL), ((0, 0), (frames_of(STEP_SECONDS), 0)))


def ping_pong(
    loop: FloatArray,
    steps: float = 3,
    wet: float = 0.25,
    feedback: float = 0.4,
    taps: int = 6,
    band_hz: tuple[float, float] = (350.0, 4500.0),
) -> FloatArray:
    """Echoes every `steps` sixteenths which swap sides; circular by rolling."""
    feed = equalise(loop, high_pass(band_hz[0]), low_pass(band_hz[1]))
    echo = np.zeros_like(loop)
    for tap in range(1, taps + 1):
        moved = np.roll(feed, round(STEP_FRAMES * steps * tap), axis=1)
        echo += feedback ** (tap - 1) * (moved[::-1] if tap % 2 else moved)
    return loop + wet * echo


def chorus(
    loop: FloatArray,
    wet: float = 0.5,
    base_ms: float = 12.0,
    depth_ms: float = 2.5,
    turns: tuple[int, int] = (3, 4),
) -> FloatArray:
    """A moving delay on each side; the movement makes whole turns in the loop."""
    frame = np.arange(LOOP_FRAMES)
    moved = np.zeros_like(loop)
    for side in (0, 1):
        delay_ms = base_ms + depth_ms * cycle(turns[side], 0.25 * side)
        at = frame - delay_ms * SAMPLE_RATE_HZ / 1000
        below = np.floor(at).astype(np.int64)
        share = at - below
        lane = loop[side]
        moved[side] = lane[below % LOOP_FRAMES] * (1 - share)
        moved[side] += lane[(below + 1) % LOOP_FRAMES] * share
    return loop + wet * moved


def widened(loop: FloatArray, side_gain: float) -> FloatArray:
    """Scale the difference of the channels; 0 is mono, 1 leaves as is."""
    middle = loop.mean(axis=0)
    side = 0.5 * (loop[0] - loop[1]) * side_gain
    return np.vstack([middle + side, middle - side])


def mono_below(loop: FloatArray, frequency_hz: float) -> FloatArray:
    """Remove the difference of the channels below a frequency (24 dB an octave)."""
    middle = loop.mean(axis=0)
    side = 0.5 * (loop[0] - loop[1])
    side = equalise(side, high_pass(frequency_hz), high_pass(frequency_hz))
    return np.vstack([middle + side, middle - side])


def doubled(loop: FloatArray, amount: float, delay_ms: tuple[float, float]) -> FloatArray:
    """Add a delayed copy on each side, as a singer's doubles; mono-safe as the delays differ."""
    middle = loop.mean(axis=0)
    copies = [np.roll(middle, frames_of(delay / 1000)) for delay in delay_ms]
    return loop + amount * np.vstack(copies)
