"""A formant singer: a band-limited pulse with tilt and breath, through four gliding resonances.

A word is a list of phonemes with durations; consonants lie before the beat, so the first vowel
starts on it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from mwk_sounds.envelopes import smoothed
from mwk_sounds.filters import (
    LOOP_BINS_HZ,
    band_noise,
    biquad_response,
    equalise,
    high_pass,
    moving_filter,
    resonances,
)
from mwk_sounds.oscillators import phase_of, wave
from mwk_sounds.timeline import (
    LOOP_FRAMES,
    ComplexArray,
    FloatArray,
    frames_of,
    seconds_axis,
)

Word = Sequence[tuple[str, float]]
"""(phoneme, seconds), in order."""

# First four formants in Hz, textbook averages of a low female voice.
FORMANTS_HZ: dict[str, tuple[float, float, float, float]] = {
    "a": (840.0, 1280.0, 2850.0, 3800.0),
    "e": (520.0, 2050.0, 2800.0, 3800.0),
    "i": (320.0, 2450.0, 3150.0, 3900.0),
    "o": (500.0, 900.0, 2750.0, 3700.0),
    "u": (360.0, 820.0, 2550.0, 3600.0),
    "j": (290.0, 2500.0, 3200.0, 3900.0),
    "m": (270.0, 1150.0, 2300.0, 3500.0),
}
_WIDTHS_HZ = np.array([80.0, 100.0, 150.0, 210.0])
_GAINS = np.array([1.0, 0.72, 0.42, 0.32])
_VOWELS = "aeiou"

# Both second vowels begin three sixteenths (0.352 s) after the first: on the grid, like the first.
KAFKA: Word = (("k", 0.055), ("a", 0.2066), ("f", 0.085), ("k", 0.06), ("a", 0.5))
MUSIC: Word = (("m", 0.07), ("j", 0.045), ("u", 0.2766), ("z", 0.075), ("i", 0.36), ("k", 0.07))
YEAH: Word = (("j", 0.07), ("e", 0.16), ("a", 0.34))


@dataclass(frozen=True)
class Sung:
    """A word in sound: mono (frames,), and how long its first consonants last before the beat."""

    sound: FloatArray
    lead_s: float


def _vowel_of(word: Word, at: int) -> str:
    """The mouth's shape during a phoneme: its own, or that of the vowel it leads to."""
    phoneme = word[at][0]
    if phoneme in FORMANTS_HZ:
        return phoneme
    later = [p for p, _ in word[at:] if p in _VOWELS]
    earlier = [p for p, _ in word[:at] if p in _VOWELS]
    return later[0] if later else earlier[-1]


def _lead_s(word: Word) -> float:
    total = 0.0
    for phoneme, seconds in word:
        if phoneme in _VOWELS:
            break
        total += seconds
    return total


@dataclass
class _Tracks:
    """Control curves of a word, all (frames,) but `formants_hz` (frames, 4)."""

    formants_hz: FloatArray
    voicing: FloatArray
    plosive: FloatArray
    labial: FloatArray
    sibilant: FloatArray


def _tracks(word: Word, frames: int, tract: float) -> _Tracks:
    formants = np.zeros((frames, 4))
    voicing, plosive, labial, sibilant = (np.zeros(frames) for _ in range(4))
    start_s = 0.0
    for at, (phoneme, seconds) in enumerate(word):
        first, last = frames_of(start_s), min(frames, frames_of(start_s + seconds))
        start_s += seconds
        formants[first:last] = FORMANTS_HZ[_vowel_of(word, at)]
        if phoneme in _VOWELS or phoneme == "j":
            voicing[first:last] = 1.0
        elif phoneme == "m":
            voicing[first:last] = 0.55
        elif phoneme == "k":  # closed, then a 22 ms burst
            plosive[max(first, last - frames_of(0.022)) : last] = 1.0
        elif phoneme == "f":
            labial[first:last] = 1.0
        elif phoneme in "sz":
            sibilant[first:last] = 1.0 if phoneme == "s" else 0.6
            voicing[first:last] = 0.45 if phoneme == "z" else 0.0
    formants[frames_of(start_s) :] = formants[max(0, frames_of(start_s) - 1)]
    glide = np.stack([smoothed(formants[:, k], 0.045) for k in range(4)], axis=1)
    return _Tracks(
        glide * tract,
        smoothed(voicing, 0.022),
        smoothed(plosive, 0.006),
        smoothed(labial, 0.02),
        smoothed(sibilant, 0.02),
    )


def _pitch_hz(
    frames: int, midi: float | Sequence[tuple[float, float]], rng: np.random.Generator, steady: bool
) -> FloatArray:
    """Sung pitch: glides between (share of the word, midi) points, vibrato after 200 ms, drift."""
    time_s = seconds_axis(frames)
    if isinstance(midi, (int, float)):
        note = np.full(frames, float(midi))
    else:
        points = np.asarray(midi)
        at = np.linspace(0, 1, frames)
        note = smoothed(np.interp(at, points[:, 0], points[:, 1]), 0.05)
    if not steady:
        note = note + 0.16 * np.sin(2 * np.pi * 5.5 * time_s) * np.clip(
            (time_s - 0.25) / 0.25, 0, 1
        )
        note = note + 0.9 * smoothed(rng.standard_normal(frames), 0.06)
    return np.asarray(440.0 * 2 ** ((note - 69) / 12))


def sing(
    word: Word,
    midi: float | Sequence[tuple[float, float]],
    rng: np.random.Generator,
    breath: float = 0.05,
    tract: float = 1.05,
    voiced: float = 1.0,
    release_s: float = 0.05,
    steady: bool = False,
) -> Sung:
    """Sing a word.

    Parameters
    ----------
    midi : a note, or (share of the word, note) points between which the voice glides.
    breath, voiced : levels of air and of the vocal cords; a whisper has little of the second.
    tract : scale of all formants; above 1 is a smaller head.
    steady : no vibrato and no drift, for robots.
    """
    frames = frames_of(sum(seconds for _, seconds in word))
    tracks = _tracks(word, frames, tract)
    pitch_hz = _pitch_hz(frames, midi, rng, steady)
    open_share = (phase_of(pitch_hz, frames) % 1.0) < 0.55
    cords = wave("saw", pitch_hz, frames) * tracks.voicing * voiced
    air = rng.standard_normal(frames) * tracks.voicing * (0.35 + 0.65 * open_share) * breath
    burst = 0.6 * rng.standard_normal(frames) * tracks.plosive

    def response_at(centres: FloatArray) -> ComplexArray:
        at = np.minimum(centres.astype(int), frames - 1)
        centre_hz = tracks.formants_hz[at].copy()
        # Singers open the mouth for high notes: the first formant never lies under the note.
        centre_hz[:, 0] = np.maximum(centre_hz[:, 0], 1.03 * pitch_hz[at])
        ones = np.ones_like(centre_hz)
        return resonances(centre_hz, ones * _WIDTHS_HZ, ones * _GAINS) + 0.02

    sound = moving_filter(cords + air + 0.5 * burst, response_at)
    sound += 0.10 * tracks.sibilant * band_noise(frames, rng, 4800, 12_000)
    sound += 0.038 * tracks.labial * band_noise(frames, rng, 1600, 10_000)
    sound += 0.16 * tracks.plosive * band_noise(frames, rng, 1400, 4200)
    edge, tail = frames_of(0.008), frames_of(release_s)
    sound[:edge] *= np.linspace(0, 1, edge)
    sound[-tail:] *= np.cos(np.linspace(0, np.pi / 2, tail))
    return Sung(sound, _lead_s(word))


def vocoded(speech: FloatArray, carrier: FloatArray, bands: int = 24) -> FloatArray:
    """Circular channel vocoder: the envelope of each band of a voice on the same band of a chord.

    Parameters
    ----------
    speech, carrier : (2, LOOP_FRAMES); the speech is summed to mono.
    """
    edges = np.geomspace(120, 9500, bands + 1)
    spoken = np.fft.rfft(speech.mean(axis=0))
    tones = np.fft.rfft(carrier, axis=-1)
    follow = np.abs(biquad_response(("lp", 32.0, 0.6, 0.0)))
    out = np.zeros_like(carrier)
    position = np.log(np.maximum(LOOP_BINS_HZ, 1.0))
    for low, high in pairwise(edges):
        width = 0.5 * np.log(high / low)
        window = np.exp(-0.5 * ((position - 0.5 * np.log(low * high)) / width) ** 2)
        power = np.fft.rfft(np.fft.irfft(spoken * window, LOOP_FRAMES) ** 2) * follow
        envelope = np.sqrt(np.maximum(np.fft.irfft(power, LOOP_FRAMES), 0))
        band = np.fft.irfft(tones * window, LOOP_FRAMES, axis=-1)
        out += band / (np.sqrt((band**2).mean()) + 1e-9) * envelope
    return equalise(out, high_pass(120))
