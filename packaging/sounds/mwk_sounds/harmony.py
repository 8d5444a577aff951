"""The two progressions, half a bar a chord: F G Am C, and its answer Dm F Am G.

F(maj9) | G(6/9) | Am7 | C(add9) sounds in takes a and c, Dm7 | F(maj9) | Am7 | G(6/9) in take b,
and a fill turns the last chord of the first one into G.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from mwk_sounds.timeline import LOOP_STEPS

KEY = "C major"
CHORDS_PER_LOOP = 4
STEPS_PER_CHORD = LOOP_STEPS // CHORDS_PER_LOOP


@dataclass(frozen=True)
class Chord:
    """One chord in every register, as midi notes.

    Attributes
    ----------
    sub_root : the heavy bass's note, F1..D2.
    triad : root, third, fifth from F2; the line bass and the arpeggios stand on it.
    voicing : the pad's five notes F3..D5, with smooth voice leading.
    upper : a close triad from G4 for stabs, and the colour (9, 6, 7, 9).
    colour : index in `voicing` of the note that is kept softer than the triad, or -1.
    """

    name: str
    sub_root: int
    triad: tuple[int, int, int]
    voicing: tuple[int, int, int, int, int]
    upper: tuple[int, int, int, int]
    colour: int = -1


F = Chord("F", 29, (41, 45, 48), (53, 57, 60, 64, 67), (69, 72, 77, 79), 3)
G = Chord("G", 31, (43, 47, 50), (55, 59, 62, 64, 69), (67, 71, 74, 76), 3)
AM = Chord("Am", 33, (45, 48, 52), (57, 60, 64, 67, 72), (69, 72, 76, 79))
C = Chord("C", 36, (48, 52, 55), (55, 60, 64, 67, 74), (67, 72, 76, 74))
DM = Chord("Dm", 38, (50, 53, 57), (53, 57, 62, 65, 72), (69, 74, 77, 72), 4)

CHORDS = (F, G, AM, C)
ANSWER = (DM, F, AM, G)
TURNAROUND = (F, G, AM, G)


def hertz(midi: float) -> float:
    """Frequency of a (fractional) midi note in equal temperament, A4 = 440 Hz."""
    return float(440.0 * 2.0 ** ((midi - 69.0) / 12.0))


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
