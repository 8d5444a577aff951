"""What makes loops music: kicks in tune, two progressions, a bass that is one, forms that turn."""

import tomllib
from itertools import product
from pathlib import Path

import numpy as np
import pytest
import soundfile
from mwk_sounds import drumkit, drums, render
from mwk_sounds.filters import band_noise
from mwk_sounds.harmony import ANSWER, CHORDS, TURNAROUND, Chord, hertz
from mwk_sounds.timeline import BAR_FRAMES, LOOP_FRAMES, SAMPLE_RATE_HZ, FloatArray
from mwk_sounds.variation import TAKES

SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"
BEAT_FRAMES = LOOP_FRAMES // 8
KICK_NOTES_HZ = [hertz(midi) for midi in (29, 31, 33, 36)]
DRUMS = [f"drum/drum{number}" for number in range(1, 7)]


def mono_of(name: str) -> FloatArray:
    return soundfile.read(SOUNDS / f"{name}.flac", dtype="float64", always_2d=True)[0].mean(axis=1)


def pitch_hz(tone: FloatArray) -> float:
    """Frequency between the first and the last upward zero crossing, read between samples."""
    rising = np.flatnonzero((tone[:-1] < 0) & (tone[1:] >= 0))
    at = rising + tone[rising] / (tone[rising] - tone[rising + 1])
    return float((len(at) - 1) * SAMPLE_RATE_HZ / (at[-1] - at[0]))


def band_power(sound: FloatArray, low_hz: float, high_hz: float) -> float:
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz_at = np.fft.rfftfreq(len(sound), 1 / SAMPLE_RATE_HZ)
    return float(power[(hertz_at >= low_hz) & (hertz_at < high_hz)].sum())


def test_the_pitch_meter() -> None:
    tone = np.sin(2 * np.pi * 51.3 * np.arange(9600) / SAMPLE_RATE_HZ + 0.4)
    assert pitch_hz(tone) == pytest.approx(51.3, abs=0.01)


@pytest.mark.parametrize("number", range(7))
def test_every_kick_is_in_tune_and_short(number: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """On F1, G1, A1 or C2 within 10 cents, over after 200 ms. The seventh is the floor's."""
    struck: list[FloatArray] = []
    kick = drumkit.kick

    def heard_kick(rng: np.random.Generator, **shape: float) -> FloatArray:
        struck.append(kick(rng, **shape))
        return struck[-1]

    monkeypatch.setattr(drumkit, "kick", heard_kick)
    recipe = (*drums.VARIATIONS, drums.FLOOR)[number]
    recipe.build(np.random.default_rng(1), TAKES[0])
    assert struck
    for stroke in struck:
        assert len(stroke) <= 0.2 * SAMPLE_RATE_HZ
        settled = stroke[round(0.06 * SAMPLE_RATE_HZ) : round(0.17 * SAMPLE_RATE_HZ)]
        cents = [abs(1200 * np.log2(pitch_hz(settled) / note)) for note in KICK_NOTES_HZ]
        assert min(cents) <= 10


@pytest.mark.parametrize("name", [*DRUMS, render.FLOOR_NAME])
def test_every_drum_has_the_kicks_that_its_description_says(name: str) -> None:
    said = tomllib.loads((SOUNDS / "set.toml").read_text("utf-8"))["clips"][f"{name}.flac"]
    for letter, beats in said["kicks"].items():
        assert beats[0] == 0
        sound = mono_of(name if letter == "a" else f"{name}.{letter}")
        loudest = max(
            band_power(sound[start : start + 7200], 30, 75)
            for start in range(0, len(sound) - 7200, 1800)
        )
        for beat in beats:
            start = round(beat * BEAT_FRAMES)
            power = band_power(sound[start : start + 7200], 30, 75)
            assert 10 * np.log10(power / loudest) > -8, (letter, beat)


def root_of(stretch: FloatArray, chords: tuple[Chord, ...]) -> str:
    """Which of the chords' roots is strongest, together with its octave: short notes blur one."""
    powers = {
        chord.name: np.prod(
            [
                band_power(stretch, hertz(midi - 0.5), hertz(midi + 0.5))
                for midi in (chord.sub_root, chord.sub_root + 12)
            ]
        )
        for chord in chords
    }
    return max(powers, key=lambda name: powers[name])


@pytest.mark.parametrize("number", range(1, 7))
def test_the_ground_plays_both_progressions(number: int) -> None:
    name = f"heavy_bass/heavy_bass{number}"
    half = BAR_FRAMES // 2
    every = (*CHORDS, ANSWER[0])
    for part, chords in (("", CHORDS), (".b", ANSWER), (".c", CHORDS), (".fill", TURNAROUND[2:])):
        sound = mono_of(name + part)
        found = [
            root_of(sound[start + 1200 : start + half - 1200], every)
            for start in range(0, len(sound), half)
        ]
        assert found == [chord.name for chord in chords], part


@pytest.mark.parametrize("number", range(1, 7))
def test_a_lead_bass_has_a_fundamental(number: int) -> None:
    sound = mono_of(f"lead_bass/lead_bass{number}")
    share = band_power(sound, 100, 200) / band_power(sound, 20, 20_000)
    assert 10 * np.log10(share) > -24


@pytest.mark.parametrize(("instrument", "number"), list(product(render.VARIATIONS, range(6))))
def test_forms_answer_together_and_turn_apart(instrument: str, number: int) -> None:
    variation = render.VARIATIONS[instrument][number]
    for form in (variation.form, variation.form2):
        assert len(form) == 4
        assert [place for place, letter in enumerate(form) if letter == "b"] == [2]
    assert set(variation.form + variation.form2) == {"a", "b", "c"}
    energies = {other.energy for other in render.VARIATIONS[instrument]}
    assert len(energies) >= 4


def test_what_sounds_on_a_landing_never_hisses() -> None:
    """What would burst between 12 and 23 kHz at the line: far less than noise of the same level."""
    noise = band_noise(LOOP_FRAMES, np.random.default_rng(4), 100, 20_000)
    on_the_line = ("transitions/impact", "transitions/cymbal")
    for name in [name for name in render.work_names() if name.startswith(on_the_line)]:
        sound = mono_of(name)
        share = band_power(sound, 12_000, 23_000) / band_power(sound, 20, 23_900)
        white = band_power(noise, 12_000, 23_000) / band_power(noise, 20, 23_900)
        assert 10 * np.log10(share / white) < -12, name
