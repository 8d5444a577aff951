"""How music is measured that should make a room dance: by meters that know nothing of the program.

Spectra are Welch's (scipy), loudness is weighted as ITU-R BS.1770 says, beats are librosa's.
"""

from __future__ import annotations

import math

import librosa
import numpy as np
import numpy.typing as npt
import scipy.signal

from tests.sounds_product.listening import LISTENING_RATE_HZ, RATE_HZ, Sound, decibels

Floats = npt.NDArray[np.float64]

BEAT_FRAMES, BAR_FRAMES, LOOP_FRAMES = 22_500, 90_000, 180_000
BEAT_S = BEAT_FRAMES / RATE_HZ
THIRDS_HZ: Floats = 1000 * 2.0 ** (np.arange(-15, 13) / 3)
# Commercial recordings fall about 5 dB an octave from 100 Hz to 4 kHz (P. Pestana et al.,
# "Spectral characteristics of popular commercial recordings 1950-2010", AES 135, 2013).
WANTED_SLOPE_DB = -5.0
# ITU-R BS.1770-4, tables 1 and 2: the two stages of the K weighting at 48 kHz.
K_WEIGHTING = (
    (
        (1.53512485958697, -2.69169618940638, 1.19839281085285),
        (1.0, -1.69065929318241, 0.73248077421585),
    ),
    ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)),
)


def spectrum(sound: Sound) -> tuple[Floats, Floats]:
    """Frequencies in Hz and power density of both channels' mean, shape (8193,)."""
    at_hz, power = scipy.signal.welch(sound.T.astype(np.float64), RATE_HZ, nperseg=16_384)
    return at_hz, power.mean(axis=0)


def third_octaves_db(sound: Sound) -> Floats:
    """Mean power density in each third of an octave of :data:`THIRDS_HZ`, in dB."""
    at_hz, power = spectrum(sound)
    bands = []
    for centre_hz in THIRDS_HZ:
        inside = (at_hz >= centre_hz * 2 ** (-1 / 6)) & (at_hz < centre_hz * 2 ** (1 / 6))
        bands.append(power[inside].mean())
    return np.asarray(10 * np.log10(np.array(bands) + 1e-20))


def slope_db(sound: Sound) -> float:
    """Fall of the spectrum from 100 Hz to 4 kHz, in dB an octave."""
    inside = (THIRDS_HZ > 99) & (THIRDS_HZ < 4100)
    return float(np.polyfit(np.log2(THIRDS_HZ[inside]), third_octaves_db(sound)[inside], 1)[0])


def share_below_db(sound: Sound, edge_hz: float = 60.0) -> float:
    """Power under a frequency against the whole, in dB."""
    at_hz, power = spectrum(sound)
    low = power[(at_hz > 15) & (at_hz < edge_hz)].sum()
    return float(10 * np.log10(low / power.sum() + 1e-15))


def band_db(sound: Sound, low_hz: float, high_hz: float) -> float:
    """Power between two frequencies (a Butterworth band of eighth order), in dBFS."""
    sos = scipy.signal.butter(4, (low_hz, high_hz), "band", fs=RATE_HZ, output="sos")
    part = scipy.signal.sosfilt(sos, sound.astype(np.float64), axis=0)
    return float(10 * np.log10((part**2).mean() + 1e-15))


def short_term_lufs(sound: Sound, hop_s: float = 0.1) -> Floats:
    """Loudness of every three seconds, ITU-R BS.1770 weighting, EBU Tech 3341."""
    weighted = sound.astype(np.float64)
    for b, a in K_WEIGHTING:
        weighted = scipy.signal.lfilter(b, a, weighted, axis=0)
    power = np.concatenate([[0.0], np.cumsum((weighted**2).sum(axis=1))])
    window, hop = 3 * RATE_HZ, round(hop_s * RATE_HZ)
    starts = np.arange(0, len(sound) - window + 1, hop)
    mean = (power[starts + window] - power[starts]) / window
    return np.asarray(-0.691 + 10 * np.log10(mean + 1e-12))


def loudness_range_lu(sound: Sound) -> float:
    """EBU Tech 3342: from the 10th to the 95th percentile of what is above the relative gate."""
    levels = short_term_lufs(sound)
    levels = levels[levels > -70]
    gate = 10 * math.log10(float((10 ** (levels / 10)).mean())) - 20
    low, high = np.quantile(levels[levels > gate], (0.10, 0.95))
    return float(high - low)


def tracked_beats_s(sound: Sound) -> Floats:
    """Beats in seconds, by librosa's dynamic programming tracker (D. Ellis, 2007)."""
    mono = scipy.signal.resample_poly(sound.mean(axis=1), 1, RATE_HZ // LISTENING_RATE_HZ)
    _, beats_s = librosa.beat.beat_track(
        y=mono.astype(np.float32), sr=LISTENING_RATE_HZ, hop_length=256, units="time"
    )
    return np.asarray(beats_s, dtype=np.float64)


def is_on_grid(beats_s: Floats, tolerance_s: float = 0.04) -> bool:
    """Whether tracked beats are those of the bar: in place, and of its tempo, half or double."""
    if len(beats_s) < 8:
        return False
    away_s = (beats_s + BEAT_S / 2) % BEAT_S - BEAT_S / 2
    beats = float(np.median(np.diff(beats_s))) / BEAT_S
    in_tempo = any(abs(beats / octave - 1) < 0.05 for octave in (0.5, 1.0, 2.0))
    return in_tempo and float(np.median(np.abs(away_s))) <= tolerance_s


def downbeat_phase(sound: Sound) -> int:
    """Which of a bar's four beats, 0 to 3, a listener takes for the first one; of whole bars.

    The beat on which most changes, in the harmony and in the timbre (M. Davies and M. Plumbley, "A
    spectral difference approach to downbeat extraction in musical audio", EUSIPCO 2006).
    """
    mono = scipy.signal.resample_poly(sound.mean(axis=1), 1, RATE_HZ // LISTENING_RATE_HZ)
    mono = mono.astype(np.float32)
    hops: dict[str, int] = {"sr": LISTENING_RATE_HZ, "hop_length": 256}
    chroma = librosa.feature.chroma_cqt(y=mono, tuning=0.0, **hops)
    mel = librosa.feature.melspectrogram(y=mono, n_mels=40, fmax=8000, **hops)
    count = len(sound) // BEAT_FRAMES
    edges = np.arange(count) * BEAT_FRAMES * LISTENING_RATE_HZ // RATE_HZ // 256
    chords = librosa.util.sync(chroma, edges, pad=True)[:, :count]
    chords = chords / np.linalg.norm(chords, axis=0)
    timbre = librosa.util.sync(np.log(mel + 1e-5), edges, pad=True)[:, :count]
    harmony_change = 1 - (chords * np.roll(chords, 1, axis=1)).sum(axis=0)
    timbre_change = np.abs(timbre - np.roll(timbre, 1, axis=1)).mean(axis=0)
    change = np.zeros(4)
    for values in (harmony_change, timbre_change):
        even = (values - values.mean()) / (values.std() + 1e-9)
        change += even.reshape(-1, 4).mean(axis=0)
    return int(np.argmax(change))


def away_from_slope_db(thirds_db: Floats) -> Floats:
    """How far each third of an octave from 100 Hz to 4 kHz lies above the curve of finished tracks,
    which falls by :data:`WANTED_SLOPE_DB`; the level as such does not count."""
    inside = (THIRDS_HZ > 99) & (THIRDS_HZ < 4100)
    flat = thirds_db[inside] - WANTED_SLOPE_DB * np.log2(THIRDS_HZ[inside] / 1000)
    return np.asarray(flat - flat.mean())


def onsets_per_s(sound: Sound) -> float:
    """Onsets a second, by librosa's peak picking."""
    mono = scipy.signal.resample_poly(sound.mean(axis=1), 1, RATE_HZ // LISTENING_RATE_HZ)
    found = librosa.onset.onset_detect(
        y=mono.astype(np.float32), sr=LISTENING_RATE_HZ, hop_length=256, units="time"
    )
    return len(found) / (len(sound) / RATE_HZ)


def block_likeness(sound: Sound) -> Floats:
    """How like the most similar earlier one each two-bar block is: 1 is a copy, shape (blocks,).

    Correlation of mel spectrograms in dB, each band's own mean removed, so that only what happens
    counts and not the timbre.
    """
    blocks = []
    for start in range(0, len(sound) - LOOP_FRAMES + 1, LOOP_FRAMES):
        mono = scipy.signal.resample_poly(
            sound[start : start + LOOP_FRAMES].mean(axis=1), 1, RATE_HZ // LISTENING_RATE_HZ
        )
        mel = librosa.feature.melspectrogram(y=mono, sr=LISTENING_RATE_HZ, n_mels=64)
        level_db = 10 * np.log10(mel + 1e-7)
        blocks.append((level_db - level_db.mean(axis=1, keepdims=True)).ravel())
    likeness = [0.0]
    for number in range(1, len(blocks)):
        pairs = [np.corrcoef(blocks[number], earlier)[0, 1] for earlier in blocks[:number]]
        likeness.append(float(max(pairs)))
    return np.array(likeness)


def chroma_key(sound: Sound) -> str:
    """``C major``, ``A minor``, ...: the best of Krumhansl and Kessler's 24 profiles."""
    mono = scipy.signal.resample_poly(sound.mean(axis=1), 1, RATE_HZ // LISTENING_RATE_HZ)
    chroma = librosa.feature.chroma_cqt(y=mono.astype(np.float32), sr=LISTENING_RATE_HZ, tuning=0.0)
    heard = chroma.mean(axis=1)
    major = (6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88)
    minor = (6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17)
    names = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
    scores = {
        f"{name} {mode}": float(np.corrcoef(heard, np.roll(profile, place))[0, 1])
        for place, name in enumerate(names)
        for mode, profile in (("major", major), ("minor", minor))
    }
    return max(scores, key=lambda key: scores[key])


def burst_db(sound: Sound, at_frame: int) -> float:
    """How far 12-23 kHz rises in the 20 ms around a frame above the 200 ms on its louder side."""
    sos = scipy.signal.butter(6, (12_000, 23_000), "band", fs=RATE_HZ, output="sos")
    around = sound[max(0, at_frame - 12_000) : at_frame + 12_000].astype(np.float64)
    high = scipy.signal.sosfiltfilt(sos, around, axis=0)
    power = np.convolve((high**2).mean(axis=1), np.ones(240) / 240, "same")
    middle = min(at_frame, 12_000)
    near = power[middle - 480 : middle + 480].max()
    loudest = max(power[: middle - 960].max(), power[middle + 960 :].max())
    return decibels(math.sqrt(float(near) + 1e-15)) - decibels(math.sqrt(float(loudest) + 1e-15))
