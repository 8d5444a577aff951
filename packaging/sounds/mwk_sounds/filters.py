"""Linear filters: exact circular equalisers, and filters that move in time.

A fixed filter is one product with its frequency response over the whole loop, which is seamless
by definition. A moving filter is a crossfade of fixed ones: the sound is cut in overlapping Hann
blocks, each block is filtered with the response that holds at its centre and rings out in full.
No state, so no seam and no zipper.
"""

from collections.abc import Callable

import numpy as np
import scipy.fft
from scipy.signal import butter, sosfilt

from mwk_sounds.timeline import LOOP_FRAMES, SAMPLE_RATE_HZ, ComplexArray, FloatArray

LOOP_BINS_HZ: FloatArray = np.arange(LOOP_FRAMES // 2 + 1.0) * (SAMPLE_RATE_HZ / LOOP_FRAMES)

_HOP_FRAMES = 125  # 2.6 ms: divides the loop and the sixteenth
_FFT_FRAMES = 4096  # 80 ms of ring after the block, -50 dB for Q 8 at 200 Hz
_CHUNK_BLOCKS = 240  # bounds the memory of one pass to about 30 MB
_BLOCK_BINS_HZ: FloatArray = np.arange(_FFT_FRAMES // 2 + 1.0) * (SAMPLE_RATE_HZ / _FFT_FRAMES)

Band = tuple[str, float, float, float]
"""(kind, frequency in Hz, Q, gain in dB); kinds: lp hp bp pk ls hs."""


def biquad_response(band: Band, at_hz: FloatArray = LOOP_BINS_HZ) -> ComplexArray:
    """Complex response of a second-order section at frequencies in Hz.

    Source: R. Bristow-Johnson, "Cookbook formulae for audio equalizer biquad filters".
    """
    kind, frequency_hz, q, gain_db = band
    omega = 2 * np.pi * frequency_hz / SAMPLE_RATE_HZ
    alpha, cosine = np.sin(omega) / (2 * q), np.cos(omega)
    amp = 10 ** (gain_db / 40)
    if kind in ("lp", "hp"):
        edge = 1 - cosine if kind == "lp" else 1 + cosine
        b = (edge / 2, edge if kind == "lp" else -edge, edge / 2)
        a = (1 + alpha, -2 * cosine, 1 - alpha)
    elif kind == "bp":
        b, a = (alpha, 0.0, -alpha), (1 + alpha, -2 * cosine, 1 - alpha)
    elif kind == "pk":
        b = (1 + alpha * amp, -2 * cosine, 1 - alpha * amp)
        a = (1 + alpha / amp, -2 * cosine, 1 - alpha / amp)
    elif kind in ("ls", "hs"):
        side = 1 if kind == "hs" else -1
        root = 2 * np.sqrt(amp) * alpha
        more, less = amp + 1, amp - 1
        b = (
            amp * (more + side * less * cosine + root),
            -2 * side * amp * (less + side * more * cosine),
            amp * (more + side * less * cosine - root),
        )
        a = (
            more - side * less * cosine + root,
            2 * side * (less - side * more * cosine),
            more - side * less * cosine - root,
        )
    else:
        raise ValueError(f"unknown filter kind: {kind!r}")
    z = np.exp(-2j * np.pi * at_hz / SAMPLE_RATE_HZ)
    return np.asarray((b[0] + b[1] * z + b[2] * z * z) / (a[0] + a[1] * z + a[2] * z * z))


def low_pass(frequency_hz: float, q: float = 0.707) -> Band:
    """12 dB an octave above the frequency."""
    return ("lp", frequency_hz, q, 0.0)


def high_pass(frequency_hz: float, q: float = 0.707) -> Band:
    """12 dB an octave below the frequency."""
    return ("hp", frequency_hz, q, 0.0)


def bell(frequency_hz: float, gain_db: float, q: float = 0.9) -> Band:
    """A peak or dip."""
    return ("pk", frequency_hz, q, gain_db)


def high_shelf(frequency_hz: float, gain_db: float) -> Band:
    """Everything above, raised or lowered."""
    return ("hs", frequency_hz, 0.707, gain_db)


def low_shelf(frequency_hz: float, gain_db: float) -> Band:
    """Everything below, raised or lowered."""
    return ("ls", frequency_hz, 0.707, gain_db)


def convolve_loop(loop: FloatArray, response: ComplexArray) -> FloatArray:
    """Circular product of a loop (..., LOOP_FRAMES) with a response on `LOOP_BINS_HZ`."""
    return np.asarray(
        scipy.fft.irfft(scipy.fft.rfft(loop, axis=-1) * response, LOOP_FRAMES, axis=-1)
    )


def equalise(loop: FloatArray, *bands: Band) -> FloatArray:
    """A loop through fixed filters in series, circularly."""
    response = np.ones(LOOP_BINS_HZ.size, dtype=complex)
    for band in bands:
        response = response * biquad_response(band)
    return convolve_loop(loop, response)


def band_noise(
    frames: int, rng: np.random.Generator, low_hz: float, high_hz: float, order: int = 2
) -> FloatArray:
    """White noise between two frequencies, about unit level before filtering, shape (frames,)."""
    sos = butter(order, [low_hz, high_hz], "band", fs=SAMPLE_RATE_HZ, output="sos")
    return np.asarray(sosfilt(sos, rng.standard_normal(frames)))


def ladder_response(
    cutoff_hz: FloatArray, resonance: float, at_hz: FloatArray = _BLOCK_BINS_HZ
) -> ComplexArray:
    """A linear four-pole ladder; shape (cutoffs, bins). Resonance 1 would self-oscillate."""
    edge = np.tan(np.pi * np.clip(cutoff_hz, 25.0, 20_000.0) / SAMPLE_RATE_HZ)[:, None]
    s = 1j * np.tan(np.pi * np.minimum(at_hz, 23_990.0) / SAMPLE_RATE_HZ)[None, :] / edge
    feedback = 4.0 * resonance
    return np.asarray((1 + 0.6 * feedback) / ((1 + s) ** 4 + feedback))


def moving_filter(
    sound: FloatArray,
    response_at: Callable[[FloatArray], ComplexArray],
    circular: bool = False,
) -> FloatArray:
    """Filter a sound with a response that changes in time.

    Parameters
    ----------
    sound : (..., frames); with `circular` the frames must be the loop's, and it closes on itself.
    response_at : maps block-centre frames (blocks,) to responses (blocks, FFT bins).
    """
    lanes = np.atleast_2d(sound)
    frames = lanes.shape[-1]
    blocks = frames // _HOP_FRAMES if circular else -(-frames // _HOP_FRAMES) + 1
    window = np.hanning(2 * _HOP_FRAMES + 1)[:-1]
    out = np.zeros((lanes.shape[0], frames + _FFT_FRAMES + 2 * _HOP_FRAMES))
    if circular:
        source = np.concatenate([lanes[:, -_HOP_FRAMES:], lanes, lanes[:, :_HOP_FRAMES]], axis=1)
    else:
        source = np.pad(lanes, ((0, 0), (_HOP_FRAMES, 2 * _HOP_FRAMES)))
    cut = np.lib.stride_tricks.sliding_window_view(source, 2 * _HOP_FRAMES, axis=-1)
    for first in range(0, blocks, _CHUNK_BLOCKS):
        index = np.arange(first, min(first + _CHUNK_BLOCKS, blocks))
        spectra = scipy.fft.rfft(cut[:, index * _HOP_FRAMES] * window, _FFT_FRAMES, axis=-1)
        rung = scipy.fft.irfft(spectra * response_at(index * float(_HOP_FRAMES)), axis=-1)
        for row, block in enumerate(index):
            start = block * _HOP_FRAMES
            out[:, start : start + _FFT_FRAMES] += rung[:, row]
    if circular:
        tail = out[:, LOOP_FRAMES + _HOP_FRAMES :]
        whole = np.concatenate([out[:, _HOP_FRAMES : LOOP_FRAMES + _HOP_FRAMES]], axis=1)
        whole[:, : tail.shape[1]] += tail
        whole[:, -_HOP_FRAMES:] += out[:, :_HOP_FRAMES]
    else:
        whole = out[:, _HOP_FRAMES : frames + _HOP_FRAMES]
    return whole.reshape(sound.shape)


def sweep(
    sound: FloatArray,
    cutoff_hz: float | FloatArray,
    resonance: float = 0.2,
    circular: bool = False,
) -> FloatArray:
    """A sound (..., frames) through a ladder low-pass whose cutoff follows a curve (frames,)."""
    curve = np.broadcast_to(cutoff_hz, (sound.shape[-1],))

    def response_at(centres: FloatArray) -> ComplexArray:
        return ladder_response(curve[np.minimum(centres.astype(int), curve.size - 1)], resonance)

    return moving_filter(sound, response_at, circular)


def resonances(
    centre_hz: FloatArray,
    width_hz: FloatArray,
    gain: FloatArray,
    at_hz: FloatArray = _BLOCK_BINS_HZ,
) -> ComplexArray:
    """Parallel band-pass resonators of alternating sign.

    Inputs are (blocks, formants), the response is (blocks, bins).
    """
    total = np.zeros((centre_hz.shape[0], at_hz.size), dtype=complex)
    for number in range(centre_hz.shape[1]):
        centre, width = centre_hz[:, number, None], width_hz[:, number, None]
        part = 1j * at_hz * width / (centre**2 - at_hz**2 + 1j * at_hz * width)
        total += (-1) ** number * gain[:, number, None] * part
    return total
