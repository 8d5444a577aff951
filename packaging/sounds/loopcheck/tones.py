"""Which notes a loop plays and when: chroma, scale, chords, roots, tuning, onsets."""

import math
import re
from collections.abc import Sequence

import librosa
import numpy as np
import scipy.signal

from loopcheck.loop_measures import Floats

LISTENING_HZ = 22_050
CELLS = 32
"""Sixteenths of a loop."""

_NAMES = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
_FLATS = {"Db": "C#", "Eb": "D#", "Gb": "F#", "Ab": "G#", "Bb": "A#", "Cb": "B", "Fb": "E"}
_MAJOR, _MINOR = (0, 2, 4, 5, 7, 9, 11), (0, 2, 3, 5, 7, 8, 10)
_LATE_S = 0.0045
"""The onset meter's own delay."""
_ON_GRID_S = 0.015
# How well two notes go together, by the semitones from one up to the other.
_CONSONANCE = np.array([1.0, -1.0, -0.1, 0.5, 0.6, 0.7, -0.6, 0.7, 0.6, 0.5, -0.1, -0.6])


def pitch_class(name: str) -> int:
    """0 for C. Raises ``ValueError`` for what is no note."""
    sharp = _FLATS.get(name, name)
    if sharp not in _NAMES:
        raise ValueError(f"not a note: {name!r}")
    return _NAMES.index(sharp)


def scale_of(key: str) -> list[int]:
    """The pitch classes of ``C major`` or ``A minor``. Raises ``ValueError``."""
    found = re.fullmatch(r"([A-G][#b]?) (major|minor)", key)
    if not found:
        raise ValueError(f"a key is like 'C major' or 'F# minor', not {key!r}")
    steps = _MINOR if found[2] == "minor" else _MAJOR
    return [(pitch_class(found[1]) + step) % 12 for step in steps]


def chord_of(name: str) -> list[int]:
    """The triad of ``F`` or ``Am``, root first. Raises ``ValueError``."""
    found = re.fullmatch(r"([A-G][#b]?)(m?)", name)
    if not found:
        raise ValueError(f"a chord is like 'F' or 'Am', not {name!r}")
    root = pitch_class(found[1])
    return [root, (root + (3 if found[2] else 4)) % 12, (root + 7) % 12]


def _listened(mono: Floats, rate_hz: int) -> Floats:
    common = math.gcd(rate_hz, LISTENING_HZ)
    return np.asarray(scipy.signal.resample_poly(mono, LISTENING_HZ // common, rate_hz // common))


def chroma(mono: Floats, rate_hz: int, parts: int) -> tuple[Floats, float]:
    """Strength of each pitch class in each part of the loop, shape (12, parts), and the tuning in
    cents. Only peaks of the spectrum count, so noise and leakage do not."""
    sound = _listened(mono, rate_hz).astype(np.float32)
    quarter = len(sound) // 4
    around = np.concatenate([sound[-quarter:], sound, sound[:quarter]])
    bins = np.abs(
        librosa.cqt(
            around, sr=LISTENING_HZ, hop_length=1024, fmin=32.7032, n_bins=252,
            bins_per_octave=36, tuning=0.0,
        )
    )  # fmt: skip
    place = (np.arange(bins.shape[1]) * 1024 - quarter) / len(sound)
    inside = (place >= 0) & (place < 1)
    bins, place = bins[:, inside], place[inside]
    padded = np.pad(bins, ((2, 2), (0, 0)))
    beside = np.max([padded[shift : shift + 252] for shift in (0, 1, 3, 4)], axis=0)
    bins = bins * (bins >= beside) * np.repeat([1, 1, 1, 1, 0.8, 0.5, 0.3], 36)[:, None]
    classes = np.zeros((12, bins.shape[1]))
    np.add.at(classes, ((np.arange(252) + 1) // 3) % 12, bins)
    turns = np.exp(2j * np.pi * np.arange(252) / 3)
    away = (bins.sum(axis=1) * turns).sum() / (bins.sum() + 1e-12)
    tuning = float(np.angle(away) / (2 * np.pi) * 100) if abs(away) > 0.15 else 0.0
    part = np.minimum((place * parts).astype(int), parts - 1)
    return np.stack([classes[:, part == n].sum(axis=1) for n in range(parts)], axis=1), tuning


def harmony(classes: Floats, key: Sequence[int], chords: Sequence[str]) -> dict[str, float]:
    """How much of the sound lies in the key, in its chords, and on their roots."""
    total = classes.sum(axis=0) + 1e-12
    triads = [chord_of(name) for name in chords]
    in_chord = np.array([classes[triad, n].sum() for n, triad in enumerate(triads)]) / total
    on_root = np.array([classes[triad[0], n] for n, triad in enumerate(triads)]) / total
    return {
        "in_scale": float(classes[list(key)].sum() / total.sum()),
        "chord_share": float((in_chord * total).sum() / total.sum()),
        "root_share": float(on_root.mean()),
    }


def consonance(one: Floats, other: Floats) -> float | None:
    """How well two chromas go together, part by part: about 1 in unison, under 0 where they clash.

    None if one of them has no notes.
    """
    found = weights = 0.0
    for part in range(one.shape[1]):
        a, b = (
            np.maximum(0, voice[:, part] - np.median(voice[:, part])) ** 1.5
            for voice in (one, other)
        )
        if not a.sum() or not b.sum():
            continue
        weight = math.sqrt(one[:, part].sum() * other[:, part].sum())
        pairs = np.outer(a / a.sum(), b / b.sum())
        steps = (np.arange(12)[None] - np.arange(12)[:, None]) % 12
        found += weight * float((pairs * _CONSONANCE[steps]).sum())
        weights += weight
    return found / weights if weights else None


def onsets(mono: Floats, rate_hz: int) -> tuple[Floats, Floats]:
    """Onsets around the circle: seconds and strengths, by rising levels in nine bands."""
    sound = _listened(mono, rate_hz)
    hop, window, pad = 64, 256, 4096
    around = np.concatenate([sound[-pad:], sound, sound[:pad]])
    cut = np.lib.stride_tricks.sliding_window_view(around, window)[::hop]
    power = np.abs(np.fft.rfft(cut * np.hanning(window), axis=1)) ** 2
    edges = (0, 2, 4, 7, 12, 20, 34, 60, 100, 129)
    bands = np.sqrt(np.add.reduceat(power, edges[:-1], axis=1).T)
    loudest = np.quantile(bands, 0.999, axis=1).max() + 1e-12
    level = np.log10(1 + 300 * bands / loudest)
    lag = 3
    flux = np.maximum(0, level[:, lag:] - level[:, :-lag]).mean(axis=0)
    at_s = ((np.arange(len(flux)) + lag / 2) * hop + window / 2 - pad) / LISTENING_HZ
    flux = np.maximum(0, flux - scipy.signal.medfilt(flux, 2 * int(0.08 * LISTENING_HZ / hop) + 1))
    kept = (at_s >= -0.03) & (at_s < len(sound) / LISTENING_HZ - 0.03)
    flux, at_s = flux[kept], at_s[kept]
    peaks, _ = scipy.signal.find_peaks(
        flux, height=max(0.02, 0.2 * flux.max()), distance=int(0.03 * LISTENING_HZ / hop)
    )
    return at_s[peaks] + _LATE_S, flux[peaks]


def grid_share(mono: Floats, rate_hz: int, sixteenth_s: float) -> float | None:
    """Share of the onsets' strength within 15 ms of a sixteenth; None if there are few."""
    at_s, strength = onsets(mono, rate_hz)
    if len(at_s) < 3:
        return None
    away_s = (at_s + sixteenth_s / 2) % sixteenth_s - sixteenth_s / 2
    return float(strength[np.abs(away_s) <= _ON_GRID_S].sum() / strength.sum())


def cells(mono: Floats, rate_hz: int, bands: int = 36) -> Floats:
    """Power in mel-like bands from 40 Hz to 14 kHz and sixteenths, shape (bands, 32)."""
    frames, window, hop = len(mono), 2048, 512
    around = np.concatenate([mono[-window:], mono, mono[:window]])
    cut = np.lib.stride_tricks.sliding_window_view(around, window)[::hop]
    power = np.abs(np.fft.rfft(cut * np.hanning(window), axis=1)) ** 2
    top, bottom = (2595 * math.log10(1 + hertz / 700) for hertz in (14_000, 40))
    edges_hz = 700 * (10 ** (np.linspace(bottom, top, bands + 1) / 2595) - 1)
    at_hz = np.fft.rfftfreq(window, 1 / rate_hz)
    by_band = np.zeros((len(power), bands))
    for band in range(bands):
        inside = (at_hz >= edges_hz[band]) & (at_hz < edges_hz[band + 1])
        if not inside.any():
            middle_hz = (edges_hz[band] + edges_hz[band + 1]) / 2
            inside = np.arange(len(at_hz)) == np.abs(at_hz - middle_hz).argmin()
        by_band[:, band] = power[:, inside].sum(axis=1)
    place = ((np.arange(len(power)) * hop - window / 2) / frames) % 1
    cell = np.minimum((place * CELLS).astype(int), CELLS - 1)
    return np.stack([by_band[cell == n].mean(axis=0) for n in range(CELLS)], axis=1)
