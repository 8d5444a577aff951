"""Ears that are not ours: true peak by scipy, loudness by pyloudnorm, tempo from librosa's onsets.

The product has its own true-peak estimate and loudness meter; judging it with them would prove
nothing.
"""

from __future__ import annotations

import math

import librosa
import numpy as np
import numpy.typing as npt
import pyloudnorm
import scipy.signal

Sound = npt.NDArray[np.float32]
"""(frames, 2), full scale 1."""

RATE_HZ = 48_000
LISTENING_RATE_HZ = 24_000
HOP_FRAMES = 256
FILTER_FRAMES = 16
"""More than scipy's interpolation reaches: ten frames on each side."""
SLOWEST_BPM, FASTEST_BPM = 50.0, 260.0
COMB_BEATS = (1, 2, 4)


def decibels(gain: float) -> float:
    """Level of a linear gain, with a floor."""
    return 20 * math.log10(max(gain, 1e-9))


def true_peak_dbtp(sound: Sound) -> float:
    """Largest magnitude between the samples too, by eight times oversampling.

    Second by second, each with what its edges need of its neighbours: minutes at once would be
    gigabytes.
    """
    peak = 0.0
    for begin in range(0, len(sound), RATE_HZ):
        before = min(begin, FILTER_FRAMES)
        piece = sound[begin - before : begin + RATE_HZ + FILTER_FRAMES]
        wide = scipy.signal.resample_poly(piece.T.astype(np.float64), 8, 1, axis=1)
        inside = wide[:, 8 * before : 8 * (before + RATE_HZ)]
        peak = max(peak, float(np.abs(inside).max()))
    return decibels(peak)


def loudness_lufs(sound: Sound) -> float:
    """Integrated loudness, ITU-R BS.1770-4."""
    return float(pyloudnorm.Meter(RATE_HZ).integrated_loudness(sound.astype(np.float64)))


def mono_loss_db(sound: Sound) -> float:
    """What a single loudspeaker loses; two unrelated channels lose 3 dB."""
    power = float((sound.astype(np.float64) ** 2).mean())
    folded = float((sound.astype(np.float64).mean(axis=1) ** 2).mean())
    return 10 * math.log10(power / folded)


def limiting_db(before: Sound, after: Sound) -> float:
    """The deepest that a gain goes, from the samples that are loud enough to tell."""
    loud = np.abs(before) > 0.25
    if not loud.any():
        return 0.0
    gain = np.abs(after[loud].astype(np.float64)) / np.abs(before[loud])
    return max(0.0, -decibels(float(gain.min())))


def tempo_bpm(sound: Sound) -> float:
    """The tempo of at least twelve seconds, from 50 to 260 BPM, by the beats' own recurrence.

    librosa's onset strength, its autocorrelation, and a comb over the levels of a bar of four (the
    idea is E. Scheirer's, "Tempo and beat analysis of acoustic musical signals", JASA 103, 1998):
    a beat is what recurs after one, two and four of itself. The comb matters: a 3-3-2 figure
    recurs after a dotted quarter as well, which a tracker that looks at one period alone
    (librosa's ``tempo``) reports as 85 or 171 BPM. Tempos are weighted by a bell one octave wide
    on each side of 120 BPM (librosa's, too), so nothing here knows the answer.
    """
    mono = sound.mean(axis=1).astype(np.float32)
    half = scipy.signal.resample_poly(mono, LISTENING_RATE_HZ, RATE_HZ).astype(np.float32)
    onsets = librosa.onset.onset_strength(y=half, sr=LISTENING_RATE_HZ, hop_length=HOP_FRAMES)
    onsets = onsets - onsets.mean()
    count = len(onsets)
    recurrence = scipy.signal.correlate(onsets, onsets, "full", "fft")[count - 1 :]
    recurrence = recurrence / np.arange(count, 0, -1)  # later lags have fewer frames to compare
    candidates_bpm = np.geomspace(SLOWEST_BPM, FASTEST_BPM, 500)
    period_hops = 60 * LISTENING_RATE_HZ / HOP_FRAMES / candidates_bpm
    lags = np.arange(count)
    score = sum(np.interp(beats * period_hops, lags, recurrence) for beats in COMB_BEATS)
    weight = np.exp(-0.5 * np.log2(candidates_bpm / 120) ** 2)
    return float(candidates_bpm[np.argmax(score * weight)])


def is_in_tempo(bpm: float, wanted_bpm: float = 128.0) -> bool:
    """Whether a tempo is the wanted one, its half or its double, within 3 %."""
    return any(abs(bpm / (wanted_bpm * octave) - 1) <= 0.03 for octave in (0.5, 1, 2))
