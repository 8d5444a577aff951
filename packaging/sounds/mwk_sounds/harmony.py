"""The one progression every variation plays: F(maj9) | G(6/9) | Am7 | C(add9), two beats each."""

from collections.abc import Sequence

from mwk_sounds.timeline import LOOP_STEPS

KEY = "C major"
CHORDS = ("F", "G", "Am", "C")
STEPS_PER_CHORD = LOOP_STEPS // len(CHORDS)

# Midi notes. Heavy bass F1..C2; the other basses stand one and two octaves above.
SUB_ROOTS = (29, 31, 33, 36)
# Root, third, fifth of each chord above the line bass's root (F2 G2 A2 C3).
TRIADS = ((41, 45, 48), (43, 47, 50), (45, 48, 52), (48, 52, 55))
# Pad voicings F3..D5: smooth voice leading, the colour note (maj7, 6, 9) inside, not on top.
VOICINGS = (
    (53, 57, 60, 64, 67),
    (55, 59, 62, 64, 69),
    (57, 60, 64, 67, 72),
    (55, 60, 64, 67, 74),
)
# Close triads from G4 for stabs; the fourth note is the colour (9, 6, 7, 9).
UPPER = (
    (69, 72, 77, 79),
    (67, 71, 74, 76),
    (69, 72, 76, 79),
    (67, 72, 76, 74),
)


def hertz(midi: float) -> float:
    """Frequency of a (fractional) midi note in equal temperament, A4 = 440 Hz."""
    return float(440.0 * 2.0 ** ((midi - 69.0) / 12.0))


def chord_index(step: float) -> int:
    """Which of the four chords sounds at a step."""
    return int(step % LOOP_STEPS) // STEPS_PER_CHORD


def octave_folded(midi: int, low: int, high: int) -> int:
    """The same pitch class inside [low, high]."""
    while midi < low:
        midi += 12
    while midi > high:
        midi -= 12
    return midi


def ladder(notes: Sequence[int], low: int, high: int) -> list[int]:
    """Every octave of the notes inside [low, high], ascending."""
    classes = {note % 12 for note in notes}
    return [note for note in range(low, high + 1) if note % 12 in classes]
