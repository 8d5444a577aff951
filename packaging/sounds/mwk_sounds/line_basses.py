"""Six bass lines F2..C4: roots, octaves and fifths in eighths and sixteenths, above the sub."""

from collections.abc import Callable, Sequence

import numpy as np

from mwk_sounds.effects import chorus, driven
from mwk_sounds.envelopes import adsr, decay, note_frames
from mwk_sounds.filters import bell, equalise, low_shelf, sweep
from mwk_sounds.harmony import Chord, hertz
from mwk_sounds.oscillators import fm, pulse, wave
from mwk_sounds.timeline import FloatArray, hits, place, seconds_axis, silence
from mwk_sounds.variation import FORMS, Take, Variation

Voice = Callable[[float, int, float], FloatArray]

# A pattern's symbols: the root, the fifth, the octave, and the octave's third and fifth.
_DEGREES = {"r": (0, 0), "f": (2, 0), "o": (0, 12), "t": (1, 12), "F": (2, -12), "T": (1, 0)}


def note_of(symbol: str, chord: Chord) -> int:
    """Midi note of a pattern symbol in a chord, folded into F2..D4."""
    degree, raise_by = _DEGREES[symbol]
    midi = chord.triad[degree] + raise_by
    while midi > 62:
        midi -= 12
    while midi < 41:
        midi += 12
    return midi


def _played(
    take: Take,
    pattern: str,
    voice: Voice,
    accents: Sequence[float],
    hold: float = 0.9,
    release_s: float = 0.03,
) -> FloatArray:
    """Play a pattern; `voice(frequency_hz, frames, accent)` is mono."""
    loop = silence()
    for hit in hits(pattern):
        accent = accents[hit.step % len(accents)]
        frames = note_frames(hit.length * hold, release_s)
        midi = note_of(hit.symbol, take.chord_at(hit.step))
        place(loop, voice(hertz(midi), frames, accent), hit.step, accent)
    return loop


def _mixed(loop: FloatArray, bright_db: float = 1.5) -> FloatArray:
    """Leave the ground to the sub, warm above it, keep the growl of the mids."""
    grounded = equalise(loop, low_shelf(120, -4.0), bell(95, -8.0, 1.5), bell(140, 3.0, 1.8))
    return equalise(grounded, bell(130, 2.5, 0.9), bell(620, -2.0, 0.8), bell(900, bright_db))


def _eighths(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        body = 0.7 * pulse(frequency_hz, frames, 0.35, float(rng.random()))
        pluck = 0.6 * fm(frequency_hz, frames, 1.0, 2.2 * decay(frames, 0.09))
        cutoff = 220 + 2600 * accent * decay(frames, 0.06)
        return sweep(body + pluck, cutoff, 0.4) * adsr(frames, 0.003, 0.12, 0.35, 0.03)

    loop = _played(
        take,
        take.pattern(
            "r-r-o-r-r-r-o-r-r-r-o-r-r-r-o-f-",
            "r---r---r---r---r---r---r---r-r-",
            "r-r-o-r-r-rro-r-r-o-t-r-r-r-ooff",
            "r-r-o-r-r-f-oof.",
        ),
        voice,
        (1.0, 0.8, 0.85, 0.8),
    )
    return _mixed(chorus(driven(loop, 2.4), 0.25, 6.0, 1.2, (5, 7)))


def _dotted(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        two = wave("saw", frequency_hz * 1.003, frames, float(rng.random()))
        two += wave("saw", frequency_hz * 0.997, frames, float(rng.random()))
        cutoff = 300 + 900 * accent * np.sin(np.pi * np.linspace(0, 1, frames) ** 0.7)
        return sweep(two, cutoff, 0.55) * adsr(frames, 0.006, 0.3, 0.75, 0.04)

    loop = _played(
        take,
        take.pattern(
            "r--o--r-r--f--o-r--o--r-r--o--f-",
            "r-----r-r-----r-r-----r-r-----r-",
            "r--o-or-r--f--o-r--o-or-r-fo--ff",
            "r--o--r-r-f-o-f.",
        ),
        voice,
        (1.0, 0.85),
        0.8,
    )
    return _mixed(driven(loop, 2.6, 0.15), 3.0)


def _octaves(_: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        # A disco string: bright triangle with a slap of its tenth harmonic.
        tone = wave("triangle", frequency_hz, frames) + 0.35 * wave("saw", frequency_hz, frames)
        slap = wave("saw", 2 * frequency_hz, frames, 0.3) * decay(frames, 0.02)
        cutoff = 700 + 6000 * accent * decay(frames, 0.035)
        return sweep(tone + 0.8 * slap, cutoff, 0.1) * adsr(frames, 0.002, 0.09, 0.3, 0.02)

    loop = _played(
        take,
        take.pattern(
            "r.o.r.o.r.o.r.of r.o.r.o.r.o.f.o.",
            "r.o...o.r.o...o. r.o...o.r.o...o.",
            "r.o.r.oor.o.r.of r.o.r.oor.o.foto",
            "r.o.r.o.r.ooftof",
        ),
        voice,
        (1.0, 0.65, 0.8, 0.65),
        0.75,
    )
    return _mixed(driven(loop, 2.4), 0.5)


def _gallop(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        square = pulse(frequency_hz, frames, 0.4, float(rng.random()))
        # The resonance sits on harmonics of the note, so that it sings in tune.
        cutoff = frequency_hz * (4 + 12 * accent * decay(frames, 0.045))
        return sweep(square, cutoff, 0.5) * adsr(frames, 0.002, 0.1, 0.6, 0.04)

    loop = _played(
        take,
        take.pattern(
            "r.rrr.rrr.rrf.rr r.rrr.rrr.rro.of",
            "r.rrr...r.rrr... r.rrr...r.rrr...",
            "r.rrr.orr.rrf.or r.rrr.orr.rrooof",
            "r.rrr.rrrrrrooof",
        ),
        voice,
        (1.0, 0.75, 0.85, 0.8),
        0.8,
        0.04,
    )
    return _mixed(driven(loop, 3.2), 2.5)


def _walking(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        organ = wave("organ", frequency_hz, frames, float(rng.random()))
        key = fm(frequency_hz, frames, 3.0, 0.9 * accent * decay(frames, 0.04))
        shape = adsr(frames, 0.004, 0.4, 0.6, 0.05)
        return sweep(0.8 * organ + 0.5 * key, 1500.0, 0.05) * shape

    loop = _played(
        take,
        take.pattern(
            "r---f---r---o---r---f---r-f-o-T-",
            "r-----f-r-----f-r-----f-r---r---",
            "r-T-f-T-r-T-o---r-T-f-T-r-f-o-T-",
            "r---f---r-f-o-f.",
        ),
        voice,
        (1.0, 0.9),
        0.92,
        0.05,
    )
    return _mixed(chorus(driven(loop, 1.2), 0.35, 9.0, 1.5, (2, 3)), -1.0)


def _muted_pluck(rng: np.random.Generator, take: Take) -> FloatArray:
    def voice(frequency_hz: float, frames: int, accent: float) -> FloatArray:
        # A string damped by the palm: each harmonic dies faster than the one below it.
        tone = np.zeros(frames)
        time_s = seconds_axis(frames)
        for number in range(1, 13):
            partial_hz = frequency_hz * number * (1 + 0.0004 * number**2)
            fall = np.exp(-time_s * (9 + 5.5 * number))
            weight = abs(np.sin(np.pi * number * 0.17)) / number**0.7
            tone += weight * np.sin(2 * np.pi * (partial_hz * time_s + rng.random())) * fall
        return tone * adsr(frames, 0.0015, 0.2, 0.8, 0.03) * (0.8 + 0.2 * accent)

    loop = _played(
        take,
        take.pattern(
            "rr.r.o.rrr.r.o.f rr.r.o.rrr.ro.of",
            "r..r..r.r..r..r. r..r..r.r..r..r.",
            "rr.roo.rrr.rto.f rr.roo.rrr.rotof",
            "rr.r.o.rrrrrofto",
        ),
        voice,
        (1.0, 0.5, 0.75, 0.5),
        0.95,
    )

    wooden = equalise(loop, bell(180, 2.0, 1.5), bell(420, 5.0, 2.5), bell(1100, 4.0, 2.0))
    return _mixed(driven(wooden, 2.4), 1.0)


VARIATIONS = (
    Variation("Eighths", ("plucked", "steady"), _eighths, 3, *FORMS[2]),
    Variation("Dotted", ("growl", "syncopated"), _dotted, 3, *FORMS[2]),
    Variation("Disco octaves", ("bright", "off-beat"), _octaves, 4, *FORMS[2]),
    Variation("Gallop", ("square", "driving"), _gallop, 5, *FORMS[2]),
    Variation("Walking", ("organ", "quarters"), _walking, 1, *FORMS[2]),
    Variation("Palm mute", ("string", "dry"), _muted_pluck, 2, *FORMS[2]),
)
