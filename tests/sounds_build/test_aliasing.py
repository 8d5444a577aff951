"""No aliasing above -50 dB: in every generator as the clips use it, and in the clips themselves.

The generators as the clips use them are heard in the soak: every pitched clip is built for it.
"""

import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from mwk_sounds import effects, measures, oscillators, render
from mwk_sounds.timeline import LOOP_FRAMES, SAMPLE_RATE_HZ, FloatArray
from mwk_sounds.variation import TAKES

SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"
LIMIT_DB = -50.0
FRAMES = 140_000
PITCHED = [name for name in render.clip_names() if not name.startswith("drum/")]
# Breath and consonants are noise up to the top of the band; their cords are tested as generators.
NOISY = ("vocal/", "melody/melody6")


def naive_saw(frequency_hz: float, frames: int) -> FloatArray:
    return 2 * (np.arange(frames) * frequency_hz / SAMPLE_RATE_HZ % 1.0) - 1


@pytest.mark.parametrize("frequency_hz", [220.3, 880.7, 1760.9, 3520.1])
def test_the_detector_catches_a_naive_saw(frequency_hz: float) -> None:
    assert measures.inharmonic_db(naive_saw(frequency_hz, FRAMES), frequency_hz) > LIMIT_DB
    loop = np.vstack([naive_saw(frequency_hz, LOOP_FRAMES)] * 2)
    assert measures.ultrasonic_db(loop) > LIMIT_DB


@pytest.mark.parametrize("shape", ["saw", "triangle", "organ"])
@pytest.mark.parametrize("frequency_hz", [43.7, 261.6, 1046.5, 1760.9, 3520.1, 6644.9])
def test_tables_do_not_alias(shape: str, frequency_hz: float) -> None:
    tone = oscillators.wave(shape, frequency_hz, FRAMES, 0.123)
    assert measures.inharmonic_db(tone, frequency_hz) < -80


@pytest.mark.parametrize("width", [0.125, 0.25, 0.42])
def test_pulses_do_not_alias(width: float) -> None:
    tone = oscillators.pulse(1567.98, FRAMES, width)
    assert measures.inharmonic_db(tone, 1567.98) < -80


class _Traced:
    """Notes the extremes with which the clips drive the generators."""

    def __init__(self) -> None:
        self.band_hz: list[float] = []
        self.fm: set[tuple[float, float, float]] = set()
        self.saturated: list[tuple[FloatArray, float, float]] = []


@pytest.fixture(scope="module")
def traced() -> _Traced:
    """Build every pitched clip once, listening to its generators."""
    seen = _Traced()
    read, fm = oscillators._read, oscillators.fm

    def listened_read(shape: str, cycles: FloatArray, highest_hz: float) -> FloatArray:
        actual_hz = float(np.max(np.diff(cycles))) * SAMPLE_RATE_HZ
        seen.band_hz.append(actual_hz * oscillators._harmonics_for(highest_hz))
        return read(shape, cycles, highest_hz)

    def listened_fm(frequency_hz: Any, frames: int, ratio: float, index: Any) -> FloatArray:
        seen.fm.add((round(float(np.max(frequency_hz)), 2), ratio, float(np.max(index))))
        return fm(frequency_hz, frames, ratio, index)

    def listened_saturate(loop: FloatArray, drive: float, bias: float = 0.0) -> FloatArray:
        seen.saturated.append((loop, drive, bias))
        # What follows is linear but for a second saturation, for which the level matters.
        return np.asarray(np.tanh(drive * loop + bias) / drive)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(oscillators, "_read", listened_read)
        patch.setattr(effects, "saturate", listened_saturate)
        for module in [m for key, m in sys.modules.items() if key.startswith("mwk_sounds.")]:
            if getattr(module, "fm", None) is fm:
                patch.setattr(module, "fm", listened_fm)
            # Linear stages cannot fold and cost most of the time; without the filters what
            # reaches the saturation is brighter, so the test is stricter than the clips.
            for linear in ("reverb", "ping_pong", "moving_filter"):
                if hasattr(module, linear):
                    patch.setattr(module, linear, lambda sound, *_, **__: sound)
        for name in PITCHED:
            instrument, _, stem = name.partition("/")
            variation = render.VARIATIONS[instrument][int(stem[-1]) - 1]
            for take in TAKES[: 3 if name.endswith("1") else 1]:
                variation.build(np.random.default_rng(7), take)
    return seen


@pytest.mark.soak
def test_every_table_is_read_inside_its_band(traced: _Traced) -> None:
    assert len(traced.band_hz) > 1000
    assert max(traced.band_hz) < SAMPLE_RATE_HZ / 2


@pytest.mark.soak
def test_frequency_modulation_stays_in_the_band(traced: _Traced) -> None:
    assert traced.fm
    extremes: dict[tuple[float, float], float] = {}
    for frequency_hz, ratio, index in traced.fm:
        key = (frequency_hz, ratio)
        extremes[key] = max(index, extremes.get(key, 0.0))
    for (frequency_hz, ratio), index in extremes.items():
        tone = oscillators.fm(frequency_hz, FRAMES, ratio, index)
        base_hz = frequency_hz * (0.5 if ratio % 1 else 1.0)
        assert measures.inharmonic_db(tone, base_hz) < LIMIT_DB, (frequency_hz, ratio, index)


@pytest.mark.soak
def test_saturation_as_used_does_not_alias(traced: _Traced, monkeypatch: Any) -> None:
    """Against the same curve at sixteen times the rate: the difference is what four times folds."""
    worst = sorted(traced.saturated, key=lambda used: -used[1])[:5] + traced.saturated[::12]
    for loop, drive, bias in worst:
        normal = effects.saturate(loop, drive, bias)
        monkeypatch.setattr(effects, "_OVERSAMPLING", 16)
        exact = effects.saturate(loop, drive, bias)
        monkeypatch.setattr(effects, "_OVERSAMPLING", 4)
        folded_db = 10 * np.log10(((normal - exact) ** 2).sum() / (exact**2).sum() + 1e-15)
        assert folded_db < LIMIT_DB


@pytest.mark.parametrize("name", [n for n in PITCHED if not n.startswith(NOISY)])
def test_nothing_lives_above_the_band_in_a_pitched_clip(name: str) -> None:
    loop = soundfile.read(SOUNDS / f"{name}.flac", dtype="float64", always_2d=True)[0].T
    assert measures.ultrasonic_db(loop) < LIMIT_DB
