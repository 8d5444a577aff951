"""Six vocal loops around three words, "Kafka", "music" and "yeah".

The words are in takes a and c; b answers in vowels, so that nobody hears the same line for half a
minute. Every take begins with the same consonant: what lies before the line is also the pickup.
"""

import numpy as np

from mwk_sounds.effects import compressed, doubled, driven, hall, ping_pong
from mwk_sounds.envelopes import gate
from mwk_sounds.filters import bell, equalise, high_pass, high_shelf
from mwk_sounds.harmony import CHORDS_PER_LOOP, STEPS_PER_CHORD, hertz
from mwk_sounds.oscillators import supersaw
from mwk_sounds.singer import KAFKA, MUSIC, YEAH, Sung, Word, sing, vocoded
from mwk_sounds.timeline import STEP_FRAMES, STEP_SECONDS, FloatArray, place, silence
from mwk_sounds.variation import FORMS, Take, Variation

Phrase = tuple[tuple[float, Word, float, float], ...]
"""(step of the first vowel, word, first note, second note)"""

AH: Word = (("k", 0.055), ("a", 0.72))
OOH: Word = (("u", 0.5), ("o", 0.3))
MU: Word = (("m", 0.07), ("j", 0.045), ("u", 0.2))
KAF: Word = (("k", 0.055), ("a", 0.16), ("f", 0.06))


def _put(loop: FloatArray, sung: Sung, step: float, gain: float = 1.0, pan: float = 0.0) -> None:
    """Lay a word so that its first vowel starts on the step."""
    place(loop, sung.sound, step - sung.lead_s / STEP_SECONDS, gain, pan)


def _vowel(symbol: str, length_steps: float) -> Word:
    return ((symbol, length_steps * STEP_SECONDS),)


def _mixed(
    loop: FloatArray, drive: float = 1.6, echo: float = 0.14, wet: float = 0.16, steps: float = 6
) -> FloatArray:
    """Body out, presence and air in, echo, the hall."""
    shaped = equalise(
        driven(compressed(loop, 0.45), drive),
        high_pass(140),
        bell(2200, 3.0, 1.0),
        bell(560, -3.0, 0.6),
        high_shelf(7000, 3.0),
    )
    return hall(ping_pong(shaped, steps, echo, 0.35), wet)


def _breath(take: Take, rng: np.random.Generator, loop: FloatArray) -> None:
    """Into a landing the singer breathes in: a whisper that grows over the last beat."""
    if take.rises:
        air = sing((("e", 0.36),), 60.0, rng, 1.6, 1.1, voiced=0.0, release_s=0.02)
        place(loop, air.sound * np.linspace(0.1, 1, air.sound.size) ** 2, 28.6, 0.55)


def _hook(rng: np.random.Generator, take: Take) -> FloatArray:
    loop, backing = silence(), silence()
    lines: Phrase = take.line(
        ((0, KAFKA, 57, 60), (8, MUSIC, 62, 59), (16, KAFKA, 60, 64), (24, MUSIC, 64, 60)),
        ((0, AH, 62, 57), (14, YEAH, 60, 64), (24, OOH, 62, 59)),
        ((0, KAFKA, 57, 60), (6, YEAH, 60, 62), (8, MUSIC, 62, 59), (16, KAFKA, 60, 64),
         (22, YEAH, 64, 67), (24, MUSIC, 67, 60)),
        ((16, KAF, 64, 64), (18, KAF, 64, 64), (20, KAF, 67, 67), (22, KAF, 67, 67),
         (24, MU, 62, 62), (26, MU, 67, 67)),
    )  # fmt: skip
    for step, word, first, second in lines:
        points = ((0.0, first), (0.42, first), (0.55, second), (1.0, second))
        _put(loop, sing(word, points, rng), step, 0.9)
        for detune, pan in ((0.08, -0.8), (-0.08, 0.8)):
            double = ((0.0, first + detune), (0.42, first), (0.55, second), (1.0, second + detune))
            _put(backing, sing(word, double, rng, 0.07), step + 0.13, 0.2, pan)
    _breath(take, rng, loop)
    return _mixed(loop + backing, 1.5, 0.16, 0.15, 4)


def _chopped(rng: np.random.Generator, take: Take) -> FloatArray:
    loop = silence()
    chops: tuple[tuple[float, str, float], ...] = take.line(
        ((0, "a", 69), (4, "a", 72), (6, "o", 69), (7, "e", 72), (8, "a", 74), (12, "e", 71),
         (14, "o", 67), (16, "a", 72), (20, "i", 76), (22, "o", 69), (23, "e", 72), (24, "a", 72),
         (28, "i", 76), (30, "a", 67)),
        ((0, "a", 74), (6, "o", 69), (8, "a", 72), (14, "e", 69), (16, "a", 72), (22, "o", 69),
         (24, "a", 74)),
        ((0, "a", 69), (2, "a", 69), (4, "a", 72), (6, "o", 77), (7, "e", 72), (8, "a", 74),
         (11, "a", 71), (12, "e", 74), (14, "o", 67), (16, "a", 72), (18, "a", 72), (20, "i", 76),
         (22, "o", 69), (23, "e", 72), (24, "a", 72), (26, "i", 79), (28, "i", 76), (30, "a", 67)),
        ((16, "a", 72), (18, "a", 72), (20, "a", 76), (22, "a", 76), (24, "e", 74), (25, "e", 74),
         (26, "i", 74), (27, "i", 79), (28, "i", 79)),
    )  # fmt: skip
    for step, vowel, midi in chops:
        word = (("k", 0.04), *_vowel(vowel, 1.5))
        scoop = ((0.0, midi - 0.8), (0.4, midi), (1.0, midi))
        _put(loop, sing(word, scoop, rng, 0.04, 1.18, release_s=0.03), step, 0.9)
    _breath(take, rng, loop)
    return _mixed(doubled(loop, 0.15, (11.0, 17.0)), 2.0, 0.2, 0.1, 4)


def _vocoder(rng: np.random.Generator, take: Take) -> FloatArray:
    speech, carrier = silence(), silence()
    # A beat (0.469 s) from vowel to vowel: this one keeps time.
    kafka = (("k", 0.055), ("a", 0.3237), ("f", 0.085), ("k", 0.06), ("a", 0.36))
    music = (("m", 0.05), ("j", 0.05), ("u", 0.3987), ("z", 0.07), ("i", 0.3), ("k", 0.06))
    words: tuple[tuple[float, Word], ...] = take.line(
        ((0, kafka), (8, music), (16, kafka), (24, music)),
        ((0, AH), (8, YEAH), (16, AH), (24, YEAH)),
        ((0, kafka), (6, YEAH), (8, music), (16, kafka), (22, YEAH), (24, music), (30, YEAH)),
        ((16, KAF), (18, KAF), (20, KAF), (22, KAF), (24, MU), (26, MU)),
    )
    for index in range(CHORDS_PER_LOOP):
        for midi in take.chords[index].voicing[1:]:
            frames = STEPS_PER_CHORD * STEP_FRAMES
            saws = supersaw(hertz(midi), frames, rng, 5, 10, 0.8)
            place(carrier, saws, index * STEPS_PER_CHORD, 0.3)
    carrier += 0.05 * rng.standard_normal(carrier.shape)
    for step, word in words:
        _put(speech, sing(word, 50.0, rng, 0.25, 1.0, steady=True), step)
    _breath(take, rng, speech)
    return _mixed(vocoded(speech, equalise(carrier, high_shelf(2500, 8.0))), 1.4, 0.1, 0.12)


def _triads(rng: np.random.Generator, take: Take) -> FloatArray:
    loop = silence()
    long, short = (0.46, 0.56), (0.2, 0.24)
    parts: tuple[tuple[float, str, str, tuple[int, int, int], tuple[float, float]], ...]
    parts = take.line(
        ((0, "u", "a", (65, 69, 72), long), (8, "o", "a", (62, 67, 71), long),
         (16, "u", "a", (64, 69, 72), long), (24, "a", "o", (64, 67, 72), long)),
        ((0, "o", "u", (62, 65, 69), long), (8, "o", "u", (60, 65, 69), long),
         (16, "a", "u", (60, 64, 69), long), (24, "u", "o", (59, 62, 67), long)),
        ((0, "u", "a", (65, 69, 72), short), (4, "a", "i", (65, 69, 77), short),
         (8, "o", "a", (62, 67, 71), short), (12, "a", "e", (62, 67, 74), short),
         (16, "u", "a", (64, 69, 72), short), (20, "a", "i", (64, 69, 76), short),
         (24, "a", "o", (64, 67, 72), long)),
        ((16, "u", "a", (64, 69, 72), short), (20, "u", "a", (64, 72, 76), short),
         (24, "o", "a", (62, 67, 71), (0.1, 0.12)), (26, "o", "a", (62, 67, 71), (0.1, 0.12)),
         (28, "a", "i", (67, 71, 74), short)),
    )  # fmt: skip
    for step, first, second, notes, seconds in parts:
        word = ((first, seconds[0]), (second, seconds[1]))
        for midi, pan in zip(notes, (-0.7, 0.0, 0.7), strict=True):
            for cents in (-6, 7):
                sung = sing(word, midi + cents / 100, rng, 0.1, 1.02, release_s=0.2)
                fade = np.minimum(1, np.arange(sung.sound.size) / 2400)
                place(loop, sung.sound * fade, step, 0.4, pan + cents / 40)
    return _mixed(loop, 1.2, 0.06, 0.32)


def _whispers(rng: np.random.Generator, take: Take) -> FloatArray:
    air, tone = silence(), silence()
    chop = (("k", 0.04), ("a", 0.1), ("f", 0.05), ("k", 0.04), ("a", 0.1))
    notes: tuple[tuple[float, float], ...] = take.line(
        ((0, 60), (4, 57), (6, 60), (8, 62), (12, 59), (14, 62), (16, 60), (20, 57), (22, 60),
         (24, 64), (28, 57), (30, 64)),
        ((0, 62), (6, 57), (8, 60), (14, 57), (16, 60), (22, 57), (24, 62), (30, 59)),
        ((0, 60), (2, 60), (4, 57), (6, 65), (8, 62), (11, 59), (12, 62), (14, 67), (16, 60),
         (18, 60), (20, 57), (22, 69), (24, 64), (27, 64), (28, 60), (30, 64)),
        ((16, 60), (18, 64), (20, 60), (22, 64), (24, 62), (25, 62), (26, 62), (27, 67)),
    )  # fmt: skip
    for step, midi in notes:
        word = (("f", 0.04), *_vowel("u" if step % 4 else "o", 1.1))
        sung = sing(word, midi, rng, 0.35, 1.1, 0.75)
        _put(tone, sung, step, 0.8, 0.2 * (-1) ** int(step))
    steps = take.line(
        ((4,), (12,), (20,), (28,)), ((12,), (28,)),
        ((4,), (6,), (12,), (14,), (20,), (22,), (28,), (30,)), ((16,), (20,), (22,), (24,)),
    )  # fmt: skip
    for (step,) in steps:
        whisper = sing(chop, 60.0, rng, 0.8, 1.1, voiced=0.0)
        _put(air, whisper, step, 0.35, -0.5 if step % 4 else 0.5)
    _breath(take, rng, air)
    return _mixed(tone + air, 1.5, 0.28, 0.2, 4)


def _robot(rng: np.random.Generator, take: Take) -> FloatArray:
    loop = silence()
    words: tuple[tuple[float, Word, float], ...] = take.line(
        ((0, KAFKA, 57), (8, MUSIC, 55), (16, KAFKA, 57), (20, KAFKA, 60), (24, MUSIC, 60)),
        ((0, KAFKA, 62), (14, YEAH, 60), (22, YEAH, 57), (24, YEAH, 55)),
        ((0, KAFKA, 57), (4, KAFKA, 60), (8, MUSIC, 55), (12, MUSIC, 62), (16, KAFKA, 57),
         (20, KAFKA, 60), (24, MUSIC, 60), (28, YEAH, 64)),
        ((16, KAF, 57), (18, KAF, 57), (20, KAF, 60), (22, KAF, 60), (24, MU, 55), (25.5, MU, 55),
         (27, MU, 62)),
    )  # fmt: skip
    for step, word, midi in words:
        short = tuple((phoneme, seconds * 2 / 3) for phoneme, seconds in word)
        for octave, gain in ((0, 0.7), (12, 0.6), (24, 0.12)):
            _put(loop, sing(short, midi + octave, rng, 0.02, 0.95, steady=True), step, gain)
    _breath(take, rng, loop)
    stepped = loop * gate("xxxxxxxx" * 4, 0.78, 0.25)
    return _mixed(doubled(stepped, 0.2, (7.0, 13.0)), 3.0, 0.2, 0.1, 4)


VARIATIONS = (
    Variation(
        "Kafka... music", ("hook", "sung"), _hook, 4, *FORMS[0], has_pickup=True, has_tail=True
    ),
    Variation(
        "Vowel chops",
        ("chopped", "catchy"),
        _chopped,
        4,
        "aaba",
        "acbc",
        has_pickup=True,
        has_tail=True,
    ),
    Variation(
        "Vocoder",
        ("chords", "electric"),
        _vocoder,
        3,
        "acba",
        "caba",
        has_pickup=True,
        has_tail=True,
    ),
    Variation("Ooh-aah", ("harmony", "soft"), _triads, 1, *FORMS[0], has_tail=True),
    Variation(
        "Whispers", ("airy", "secret"), _whispers, 2, *FORMS[0], has_pickup=True, has_tail=True
    ),
    Variation("Robot", ("octaves", "hard"), _robot, 5, *FORMS[0], has_pickup=True, has_tail=True),
)
