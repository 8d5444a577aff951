"""Six vocal loops around two words, "Kafka" and "music"."""

import numpy as np

from mwk_sounds.effects import compressed, doubled, driven, ping_pong, reverb
from mwk_sounds.envelopes import ducking, gate
from mwk_sounds.filters import bell, equalise, high_pass, high_shelf
from mwk_sounds.harmony import CHORDS, STEPS_PER_CHORD, VOICINGS, hertz
from mwk_sounds.oscillators import supersaw
from mwk_sounds.singer import KAFKA, MUSIC, Sung, Word, sing, vocoded
from mwk_sounds.timeline import STEP_FRAMES, STEP_SECONDS, FloatArray, place, silence
from mwk_sounds.variation import Variation

_PUMP = 0.25


def _put(loop: FloatArray, sung: Sung, step: float, gain: float = 1.0, pan: float = 0.0) -> None:
    """Lay a word so that its first vowel starts on the step."""
    place(loop, sung.sound, step - sung.lead_s / STEP_SECONDS, gain, pan)


def _vowel(symbol: str, length_steps: float) -> Word:
    return ((symbol, length_steps * STEP_SECONDS),)


def _mixed(
    loop: FloatArray, drive: float = 1.6, echo: float = 0.16, room: float = 0.2, steps: float = 6
) -> FloatArray:
    """Body out, presence and air in, echo, room, a light pump."""
    shaped = equalise(
        driven(compressed(loop, 0.55), drive),
        high_pass(140),
        bell(2000, 3.0, 1.2),
        bell(3500, 1.5),
        bell(380, -1.5),
        high_shelf(8000, 3.0),
    )
    echoed = ping_pong(shaped, steps, echo, 0.35)
    return reverb(echoed * ducking(_PUMP, 0.12), room, 1.5)


def _hook(rng: np.random.Generator) -> FloatArray:
    loop, backing = silence(), silence()
    lines = (
        (0, KAFKA, 57, 60),
        (8, MUSIC, 62, 59),
        (16, KAFKA, 60, 64),
        (24, MUSIC, 64, 60),
    )
    for step, word, first, second in lines:
        points = ((0.0, first), (0.42, first), (0.55, second), (1.0, second))
        _put(loop, sing(word, points, rng), step, 0.9)
        for detune, pan in ((0.08, -0.8), (-0.08, 0.8)):
            double = ((0.0, first + detune), (0.42, first), (0.55, second), (1.0, second + detune))
            _put(backing, sing(word, double, rng, 0.07), step + 0.13, 0.3, pan)
    return _mixed(loop + backing, 1.6, 0.2, 0.2, 4)


def _chopped(rng: np.random.Generator) -> FloatArray:
    loop = silence()
    chops = (
        (0, "a", 69), (4, "a", 72), (6, "o", 69), (7, "e", 72), (8, "a", 74), (12, "e", 71),
        (14, "o", 67),
        (16, "a", 72), (20, "i", 76), (22, "o", 69), (23, "e", 72), (24, "a", 72), (28, "i", 76),
        (30, "a", 67),
    )  # fmt: skip
    for step, vowel, midi in chops:
        word = (("k", 0.04), *_vowel(vowel, 1.5))
        scoop = ((0.0, midi - 0.8), (0.4, midi), (1.0, midi))
        _put(loop, sing(word, scoop, rng, 0.04, 1.18, release_s=0.03), step, 0.9)
    return _mixed(doubled(loop, 0.2, (11.0, 17.0)), 2.0, 0.22, 0.12, 4)


def _vocoder(rng: np.random.Generator) -> FloatArray:
    speech, carrier = silence(), silence()
    # A beat (0.469 s) from vowel to vowel: this one keeps time.
    kafka = (("k", 0.055), ("a", 0.3237), ("f", 0.085), ("k", 0.06), ("a", 0.36))
    music = (("m", 0.05), ("j", 0.05), ("u", 0.3987), ("z", 0.07), ("i", 0.3), ("k", 0.06))
    for step, word in ((0, kafka), (8, music), (16, kafka), (24, music)):
        _put(speech, sing(word, 50.0, rng, 0.25, 1.0, steady=True), step)
    for index in range(len(CHORDS)):
        for midi in VOICINGS[index][1:]:
            frames = STEPS_PER_CHORD * STEP_FRAMES
            saws = supersaw(hertz(midi), frames, rng, 5, 10, 0.8)
            place(carrier, saws, index * STEPS_PER_CHORD, 0.3)
    carrier += 0.05 * rng.standard_normal(carrier.shape)
    return _mixed(vocoded(speech, equalise(carrier, high_shelf(2500, 8.0))), 1.4, 0.1, 0.16)


def _triads(rng: np.random.Generator) -> FloatArray:
    loop = silence()
    parts = (
        ("u", "a", (65, 69, 72)), ("o", "a", (62, 67, 71)),
        ("u", "a", (64, 69, 72)), ("a", "o", (64, 67, 72)),
    )  # fmt: skip
    for index, (first, second, notes) in enumerate(parts):
        word = ((first, 0.46), (second, 0.56))
        for midi, pan in zip(notes, (-0.7, 0.0, 0.7), strict=True):
            for cents in (-6, 7):
                sung = sing(word, midi + cents / 100, rng, 0.1, 1.02, release_s=0.25)
                fade = np.minimum(1, np.arange(sung.sound.size) / 4800)
                place(loop, sung.sound * fade, index * STEPS_PER_CHORD, 0.4, pan + cents / 40)
    return _mixed(loop, 1.2, 0.06, 0.42)


def _whispers(rng: np.random.Generator) -> FloatArray:
    air, tone = silence(), silence()
    chop = (("k", 0.04), ("a", 0.1), ("f", 0.05), ("k", 0.04), ("a", 0.1))
    for step in (2, 10, 18, 26, 30):
        whisper = sing(chop, 60.0, rng, 0.8, 1.1, voiced=0.0)
        _put(air, whisper, step, 0.35, -0.5 if step % 4 else 0.5)
    for step, midi in ((0, 60), (4, 57), (6, 60), (8, 62), (12, 59), (14, 62)):
        for offset, top in ((0, midi), (16, midi if midi not in (59, 62) else midi - 2)):
            note = 64 if offset and step in (8, 14) else top
            word = (("f", 0.04), *_vowel("u" if step % 4 else "o", 1.1))
            _put(
                tone, sing(word, note, rng, 0.35, 1.1, 0.55), step + offset, 0.8, 0.2 * (-1) ** step
            )
    return _mixed(tone + air, 1.5, 0.35, 0.3, 4)


def _robot(rng: np.random.Generator) -> FloatArray:
    loop = silence()
    words = ((0, KAFKA, 57), (8, MUSIC, 55), (16, KAFKA, 57), (20.0, KAFKA, 60), (24, MUSIC, 60))
    for step, word, midi in words:
        short = tuple((phoneme, seconds * 2 / 3) for phoneme, seconds in word)
        for octave, gain in ((0, 0.7), (12, 0.6), (24, 0.12)):
            _put(loop, sing(short, midi + octave, rng, 0.02, 0.95, steady=True), step, gain)
    stepped = loop * gate("xxxxxxxx" * 4, 0.78, 0.25)
    return _mixed(doubled(stepped, 0.25, (7.0, 13.0)), 3.5, 0.24, 0.1, 4)


VARIATIONS = (
    Variation("Kafka... music", ("hook", "sung"), _hook),
    Variation("Vowel chops", ("chopped", "catchy"), _chopped),
    Variation("Vocoder", ("chords", "electric"), _vocoder),
    Variation("Ooh-aah", ("harmony", "soft"), _triads),
    Variation("Whispers", ("airy", "secret"), _whispers),
    Variation("Robot", ("octaves", "hard"), _robot),
)
