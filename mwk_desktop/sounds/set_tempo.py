"""Finds a set's tempo and the beats of its loop."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path
from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.sounds import tempo
from mwk_desktop.sounds.audio_file import AudioFileError, read_header
from mwk_desktop.sounds.set_file import FASTEST_BPM, FILE_NAME, SLOWEST_BPM, SetFile
from mwk_desktop.sounds.set_findings import SoundSetError

MAX_LOOP_S: Final = 60
"""Anything longer is a track, not a loop: a window of half a minute could not even play it once."""


def set_tempo(root: Path, said: SetFile, files: Iterable[Path]) -> tuple[Fraction, int]:
    """Tempo and beats of a loop: from ``set.toml``, else from the lengths of the clips' files.

    Raises
    ------
    SoundSetError
        If neither gives a tempo.
    """
    if said.bpm is not None and said.beats is not None:
        return said.bpm, said.beats
    lengths_s = []
    for path in files:
        try:
            header = read_header(path)
        except AudioFileError:
            continue  # loading reports it
        lengths_s.append(Fraction(header.frames, header.rate_hz))
    if said.bpm is not None:
        loops = [length_s for length_s in lengths_s if length_s <= MAX_LOOP_S]
        length_s = tempo.common_length(loops)
        if length_s is None:
            raise _no_tempo(root, lengths_s)
        return said.bpm, tempo.whole_bars(length_s, said.bpm, said.beats_per_bar)
    if said.beats is not None:
        loops = [
            length_s
            for length_s in lengths_s
            if SLOWEST_BPM <= tempo.tempo(length_s, said.beats) <= FASTEST_BPM
        ]
        length_s = tempo.common_length(loops)
        if length_s is None:
            raise _no_tempo(root, lengths_s)
        return tempo.tempo(length_s, said.beats), said.beats
    found = [loop for loop in map(tempo.loop_of_length, lengths_s) if loop is not None]
    length_s = tempo.common_length(loop[0] for loop in found)
    if length_s is None:
        raise _no_tempo(root, lengths_s)
    beats = dict(found)[length_s]
    if beats % said.beats_per_bar:
        beats = tempo.whole_bars(length_s, Fraction(120), said.beats_per_bar)
    return tempo.tempo(length_s, beats), beats


def _no_tempo(root: Path, lengths_s: list[Fraction]) -> SoundSetError:
    if not lengths_s:
        return SoundSetError(message("{path}: none of its clips can be read as audio", path=root))
    return SoundSetError(
        message(
            "{path}: no clip has the length of a loop (4 to 32 beats at 90 to 180 BPM), so the"
            " tempo is unknown; say it in {file}: bpm = 120 and beats = 8",
            path=root,
            file=FILE_NAME,
        )
    )
