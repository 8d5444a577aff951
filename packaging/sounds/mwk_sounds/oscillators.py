"""Band-limited tone generators.

Waves are read from tables that hold only the harmonics below `BAND_LIMIT_HZ` for the highest
frequency of the note, so a tone cannot alias however it is bent; 8192 points with linear reading
keep the error of the reading itself under -90 dB.
"""

from functools import lru_cache

import numpy as np

from mwk_sounds.timeline import SAMPLE_RATE_HZ, FloatArray

BAND_LIMIT_HZ = 18_000.0
_TABLE_POINTS = 8192
_MAX_HARMONICS = _TABLE_POINTS // 4


@lru_cache(maxsize=512)
def _table(shape: str, harmonics: int) -> FloatArray:
    """One cycle with a guard point, shape (_TABLE_POINTS + 1,)."""
    number = np.arange(1, harmonics + 1)
    if shape == "saw":
        amplitude = -2 / np.pi / number
    elif shape == "triangle":
        odd = number % 2 == 1
        sign = np.where(number % 4 == 1, 1.0, -1.0)
        amplitude = np.where(odd, sign * 8 / np.pi**2 / number**2, 0.0)
    elif shape == "organ":
        amplitude = np.where(np.isin(number, (1, 2, 3, 4, 6, 8)), 0.8 / number**0.7, 0.0)
    else:
        raise ValueError(f"unknown wave shape: {shape!r}")
    # Fejer-like taper of the last harmonics: no Gibbs ringing, and a softer top end.
    amplitude = amplitude * np.cos(0.5 * np.pi * (number / (harmonics + 1)) ** 6)
    spectrum = np.zeros(_TABLE_POINTS // 2 + 1, dtype=complex)
    spectrum[1 : harmonics + 1] = -0.5j * amplitude * _TABLE_POINTS
    cycle = np.fft.irfft(spectrum, _TABLE_POINTS)
    return np.asarray(np.append(cycle, cycle[0]), dtype=np.float64)


def _harmonics_for(highest_hz: float) -> int:
    """How many harmonics fit; coarse above 64 so that few tables are built."""
    count = int(max(1, min(_MAX_HARMONICS, BAND_LIMIT_HZ // highest_hz)))
    return count if count < 64 else count // 16 * 16


def phase_of(frequency_hz: float | FloatArray, frames: int, phase: float = 0.0) -> FloatArray:
    """Running phase in cycles, shape (frames,); `frequency_hz` may be a curve of that shape."""
    if isinstance(frequency_hz, np.ndarray):
        running = np.full(frames, phase)
        running[1:] += np.cumsum(frequency_hz[: frames - 1]) / SAMPLE_RATE_HZ
        return running
    return phase + np.arange(float(frames)) * (frequency_hz / SAMPLE_RATE_HZ)


def _read(shape: str, cycles: FloatArray, highest_hz: float) -> FloatArray:
    table = _table(shape, _harmonics_for(highest_hz))
    position = (cycles % 1.0) * _TABLE_POINTS
    index = position.astype(np.int64)
    np.minimum(index, _TABLE_POINTS - 1, out=index)
    share = position - index
    return table[index] * (1 - share) + table[index + 1] * share


def wave(
    shape: str, frequency_hz: float | FloatArray, frames: int, phase: float = 0.0
) -> FloatArray:
    """A ``saw``, ``triangle`` or ``organ`` tone, shape (frames,)."""
    return _read(shape, phase_of(frequency_hz, frames, phase), float(np.max(frequency_hz)))


def sine(frequency_hz: float | FloatArray, frames: int, phase: float = 0.0) -> FloatArray:
    """A pure tone, shape (frames,)."""
    return np.sin(2 * np.pi * phase_of(frequency_hz, frames, phase))


def pulse(
    frequency_hz: float | FloatArray,
    frames: int,
    width: float | FloatArray = 0.5,
    phase: float = 0.0,
) -> FloatArray:
    """A pulse of a (moving) width as the difference of two saws, shape (frames,)."""
    cycles = phase_of(frequency_hz, frames, phase)
    highest_hz = float(np.max(frequency_hz))
    return _read("saw", cycles, highest_hz) - _read("saw", cycles + width, highest_hz)


def fm(
    frequency_hz: float | FloatArray,
    frames: int,
    ratio: float,
    index: float | FloatArray,
) -> FloatArray:
    """Two-operator phase modulation; `index` is the peak phase deviation in radians."""
    cycles = phase_of(frequency_hz, frames)
    modulator = np.sin(2 * np.pi * ratio * cycles)
    return np.sin(2 * np.pi * cycles + index * modulator)


def supersaw(
    frequency_hz: float | FloatArray,
    frames: int,
    rng: np.random.Generator,
    voices: int = 7,
    detune_cents: float = 18.0,
    spread: float = 1.0,
) -> FloatArray:
    """Detuned saws of random phase, outer voices alternating left and right; shape (2, frames)."""
    out = np.zeros((2, frames))
    for number, offset in enumerate(np.linspace(-1.0, 1.0, voices)):
        bent = frequency_hz * 2.0 ** (offset * detune_cents / 1200)
        voice = wave("saw", bent, frames, float(rng.random()))
        pan = spread * abs(offset) * (1 if number % 2 else -1)
        angle = (pan + 1) * np.pi / 4
        gain = 1.0 if abs(offset) < 1e-9 else 0.75
        out += gain * np.array([[np.cos(angle)], [np.sin(angle)]]) * voice
    return np.asarray(out * np.sqrt(2 / voices))
