"""Decodes all parts of a clip into the pages that they were planned on.

Several worker threads use one :class:`ClipLoader` at once: each writes the pages of other clips.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mwk_desktop.messages import message
from mwk_desktop.sounds.audio_file import AudioFileError, AudioHeader, Samples
from mwk_desktop.sounds.clip_parts import FIRST_TAKE, PICKUP, TAIL
from mwk_desktop.sounds.conform import LoopSpec
from mwk_desktop.sounds.kick_detection import find_kicks
from mwk_desktop.sounds.part_conforming import pickup_of_take, read_looped_part, read_shot
from mwk_desktop.sounds.set_findings import SoundFinding, note, warning
from mwk_desktop.sounds.set_folder import FLOOR
from mwk_desktop.sounds.set_pages import SHOT, PlannedClip, part_name
from mwk_desktop.sounds.sound_layout import PagePiece
from mwk_desktop.units import INSTRUMENTS

DRUM = INSTRUMENTS[0]


class ClipLoader:
    """Writes clips into pages.

    Parameters
    ----------
    page : callable
        The float32 array [loop_frames, 2] of a page's number. Written where the clips' pieces lie;
        zeroed beyond their ends.
    loop : LoopSpec
        One loop at the device's rate.
    kicks : bool
        Whether the kicks of drums and floor are wanted (finding them takes time).
    """

    def __init__(
        self, page: Callable[[int], Samples], loop: LoopSpec, *, kicks: bool = False
    ) -> None:
        self._page = page
        self._loop = loop
        self._kicks = kicks

    def decode(self, clip: PlannedClip) -> list[SoundFinding]:
        """Decode a clip's parts; one that is broken is dropped from the clip, with a warning."""
        findings: list[SoundFinding] = []
        for part, path in list(clip.files.items()):
            name = part_name(clip.info, path)
            try:
                findings += self._decode_part(clip, part, name)
            except AudioFileError as error:
                clip.drop(part)
                findings.append(left_out(name, error))
                if part in (FIRST_TAKE, SHOT):
                    clip.pieces.clear()
                    return findings
        if PICKUP in clip.pieces and PICKUP not in clip.files:
            self._make_pickup(clip)
        if self._kicks:
            self.note_kicks(clip)
        return findings

    def _decode_part(self, clip: PlannedClip, part: str, name: str) -> list[SoundFinding]:
        header = clip.headers[part]
        plays_once = part in (TAIL, PICKUP, SHOT)
        read = read_shot if plays_once else read_looped_part
        samples, findings = read(clip.files[part], part, header, self._loop, name, clip.is_plain)
        self._write(clip.pieces[part], samples)
        return header_findings(name, header) + findings

    def _write(self, pieces: tuple[PagePiece, ...], samples: Samples) -> None:
        done = 0
        for piece in pieces:
            row = self._page(piece.page)[piece.offset : piece.offset + piece.frames]
            part = samples[done : done + piece.frames]
            row[: len(part)] = part
            row[len(part) :] = 0.0
            done += piece.frames

    def _make_pickup(self, clip: PlannedClip) -> None:
        frames = sum(piece.frames for piece in clip.pieces[PICKUP])
        last = self._page(clip.pieces[FIRST_TAKE][-1].page)
        self._write(clip.pieces[PICKUP], pickup_of_take(last, frames, self._loop.rate_hz))

    def note_kicks(self, clip: PlannedClip) -> None:
        """The kicks of each page: from ``set.toml``, else found in the sound of drums and floor."""
        said = clip.info.parts.kicks or {}
        for part in clip.pieces.keys() & said.keys():
            clip.kicks |= dict(self._kicks_said(said[part], clip.pieces[part]))
        for part in parts_to_search(clip):
            for piece in clip.pieces[part]:
                kicks = find_kicks(self._page(piece.page), self._loop.rate_hz, 4 * self._loop.beats)
                clip.kicks[piece.page] = kicks

    def _kicks_said(
        self, beats: tuple[float, ...], pieces: tuple[PagePiece, ...]
    ) -> Iterator[tuple[int, tuple[int, ...]]]:
        frames, loop_beats = self._loop.loop_frames, self._loop.beats
        for number, piece in enumerate(pieces):
            inside = [beat - number * loop_beats for beat in beats]
            yield (
                piece.page,
                tuple(int(beat * frames / loop_beats) for beat in inside if 0 <= beat < loop_beats),
            )


def parts_to_search(clip: PlannedClip) -> list[str]:
    """The parts of a drum or of the floor whose kicks ``set.toml`` does not name: they have to be
    found in the sound."""
    said = clip.info.parts.kicks
    if clip.info.instrument not in (DRUM, FLOOR) or said == {FIRST_TAKE: ()}:
        return []
    return [
        part
        for part in clip.pieces
        if part not in (said or {}) and part not in (TAIL, PICKUP, SHOT)
    ]


def left_out(name: str, error: AudioFileError) -> SoundFinding:
    """The warning for a file that cannot be read."""
    return warning(name, message("left out: {why}", why=error.message))


def header_findings(name: str, header: AudioHeader) -> list[SoundFinding]:
    """Findings about a file's sound that its header already shows."""
    if not header.untagged:
        return []
    if header.delay_frames:
        passed_over = message(
            "an MP3 without a Xing header: its first {ms:.0f} ms, the encoder's delay, are passed"
            " over; FLAC has no delay",
            ms=1000 * header.delay_frames / header.rate_hz,
        )
        return [note(name, passed_over)]
    unknown = message(
        "an MP3 without a Xing header: it may begin late, by the encoder's delay; FLAC has none"
    )
    return [warning(name, unknown)]
