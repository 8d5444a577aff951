"""A sound set: a folder of clips per instrument, with or without a ``set.toml``.

Opening one lists the files and finds the tempo; it decodes nothing (see ``set_loading``). Folders
are named after instruments; ``Heavy Bass`` and ``heavy-bass`` count as ``heavy_bass``. A clip's
name is ``<instrument>/<file>``, and clips are always in name order.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Final

from mwk_desktop.messages import NOTHING, message
from mwk_desktop.sounds import tempo
from mwk_desktop.sounds.alias_findings import alias_findings
from mwk_desktop.sounds.audio_file import SUFFIXES, AudioFileError, read_header
from mwk_desktop.sounds.set_file import (
    FASTEST_BPM,
    FILE_NAME,
    SLOWEST_BPM,
    ClipEntry,
    SetFile,
    read_set_file,
)
from mwk_desktop.sounds.set_findings import SoundFinding, SoundSetError, printable, warning
from mwk_desktop.units import INSTRUMENTS

MAX_LOOP_S: Final = 60
"""Anything longer is a track, not a loop: a window of half a minute could not even play it once."""

_OTHER_AUDIO: Final = frozenset({".aac", ".aif", ".aiff", ".m4a", ".mp4", ".wma", ".mid", ".caf"})
_FORMATS: Final = "flac, wav, ogg, opus or mp3"


@dataclass(frozen=True, slots=True)
class ClipInfo:
    """One clip, not decoded: ``name`` is ``drum/drum2.flac``, ``path`` is the file."""

    name: str
    path: Path
    title: str
    tags: tuple[str, ...]
    instrument: str
    gain_db: float | None = None
    """The gain in ``set.toml``; None if it has none."""

    @property
    def stem(self) -> str:
        """``drum2``: the file's name without folder and suffix."""
        return clip_stem(self.name)


@dataclass(frozen=True, slots=True)
class SoundSet:
    """The content of a set's folder. ``clips`` and ``aliases`` have all eight instruments as keys.

    ``bpm`` is exact; ``beats`` are those of one loop, from ``set.toml`` or the clips' lengths (a
    clip of twice that length makes the loop longer when the set is loaded). ``match``: whether
    clips without their own gain are matched in loudness.
    """

    name: str
    path: Path
    bpm: Fraction
    beats: int
    beats_per_bar: int
    clips: Mapping[str, tuple[ClipInfo, ...]]
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    author: str = ""
    license: str = ""
    key: str = ""
    chords: tuple[str, ...] = ()
    description: str = ""
    credits: str = ""
    url: str = ""
    findings: tuple[SoundFinding, ...] = ()
    match: bool = True
    absent: Mapping[str, str] = field(default_factory=dict)
    """Titles of clips that ``set.toml`` names but whose files are missing."""

    def __iter__(self) -> Iterator[ClipInfo]:
        """All clips, ordered by instrument and name."""
        for instrument in INSTRUMENTS:
            yield from self.clips.get(instrument, ())

    def __len__(self) -> int:
        return sum(map(len, self.clips.values()))

    def resolve(self, name: str) -> ClipInfo | None:
        """The clip that a foreign name refers to; see :func:`resolve_name`."""
        by_name = {clip.name: clip for clip in self}
        found = resolve_name(name, tuple(by_name))
        return None if found is None else by_name[found]


def clip_stem(name: str) -> str:
    """``drum2`` of ``drum/drum2.flac``."""
    base = name.rsplit("/", 1)[-1]
    return base.rsplit(".", 1)[0] or base


def resolve_name(name: str, clip_names: tuple[str, ...]) -> str | None:
    """The clip among ``clip_names`` that a foreign name refers to, or None.

    The name itself; else the same folder and stem (``drum/drum2.ogg`` for ``drum/drum2.flac``, the
    first in name order); else, for a name without a folder, the only clip with that stem.
    """
    if name in clip_names:
        return name
    folder, _, base = name.replace("\\", "/").rpartition("/")
    folder, stem = folder.rsplit("/", 1)[-1].casefold(), clip_stem(base).casefold()
    alike = [other for other in clip_names if clip_stem(other).casefold() == stem]
    if folder:
        alike = [other for other in alike if other.split("/", 1)[0].casefold() == folder]
        return min(alike, default=None)
    return alike[0] if len(alike) == 1 else None


def default_sound_set_dir() -> Path:
    """The folder of the built-in sound set (in the wheel or in the checkout).

    Raises
    ------
    SoundSetError
        If neither has one: the installation is incomplete.
    """
    package = Path(__file__).resolve().parents[1]
    places = (package / "assets" / "sounds", package.parent / "assets" / "sounds")
    for place in places:
        if place.is_dir():
            return place
    raise SoundSetError(
        message("{path}: the program's own sound set is missing; install it again", path=places[0])
    )


def open_sound_set(folder: Path | str) -> SoundSet:
    """Open the sound set in a folder.

    Reads ``set.toml`` and the list of files. Reads the files' headers only if the tempo or the
    number of beats must be found from their lengths (see :mod:`mwk_desktop.sounds.tempo`).

    Raises
    ------
    SoundSetError
        If the folder is missing, is a file, contains no possible clip, has a broken ``set.toml``,
        or no tempo can be found.
    """
    root = Path(folder)
    findings: list[SoundFinding] = []
    try:
        files = _list_files(root, findings)
    except OSError as error:
        raise _unreadable(root, error) from error
    said = read_set_file(root / FILE_NAME)
    clips = _clips(files, said.clips)
    if not any(clips.values()):
        raise _nothing_in(root, findings)
    names = {clip.name for of_instrument in clips.values() for clip in of_instrument}
    absent = {
        name: entry.title or clip_stem(name)
        for name, entry in said.clips.items()
        if name not in names
    }
    findings += [
        warning(
            FILE_NAME,
            message('[clips."{name}"] names a file that is not there', name=printable(name)),
        )
        for name in absent
    ]
    findings += alias_findings(said.aliases)
    bpm, beats = _tempo(root, said, clips)
    if beats * 60 / bpm > MAX_LOOP_S:
        raise SoundSetError(
            message(
                "{path}: {beats} beats at {bpm:g} BPM are {length:.1f} s; a loop has at most"
                " {most} s",
                path=root,
                beats=beats,
                bpm=float(bpm),
                length=float(beats * 60 / bpm),
                most=MAX_LOOP_S,
            )
        )
    text = said.texts.get
    return SoundSet(
        name=text("name", "") or root.resolve().name,
        path=root,
        bpm=bpm,
        beats=beats,
        beats_per_bar=said.beats_per_bar,
        clips=clips,
        aliases={name: said.aliases.get(name, ()) for name in INSTRUMENTS},
        author=text("author", ""),
        license=text("license", ""),
        key=text("key", ""),
        chords=said.chords,
        description=text("description", ""),
        credits=text("credits", ""),
        url=text("url", ""),
        findings=tuple(findings),
        match=said.match,
        absent=absent,
    )


def _list_files(root: Path, findings: list[SoundFinding]) -> dict[str, dict[str, Path]]:
    """Audio files of every instrument: instrument -> clip name -> path. Adds a finding for each one
    left out."""
    files: dict[str, dict[str, Path]] = {instrument: {} for instrument in INSTRUMENTS}
    for entry in _entries(root, root):
        if entry.is_dir():
            instrument = entry.name.casefold().replace("-", "_").replace(" ", "_")
            if instrument in files:
                _list_instrument(root, entry, instrument, files[instrument], findings)
            else:
                unknown = message(
                    "no instrument of that name ({known}); left out", known=", ".join(INSTRUMENTS)
                )
                findings.append(warning(f"{printable(entry.name)}/", unknown))
        elif entry.suffix.lower() in SUFFIXES | _OTHER_AUDIO:
            outside = message("lies outside an instrument's folder; left out")
            findings.append(warning(printable(entry.name), outside))
    return files


def _list_instrument(
    root: Path, folder: Path, instrument: str, files: dict[str, Path], findings: list[SoundFinding]
) -> None:
    for entry in _entries(root, folder):
        name = f"{instrument}/{entry.name}"
        shown = printable(name)
        if entry.is_dir():
            inside = message("a folder inside an instrument; left out")
            findings.append(warning(f"{shown}/", inside))
        elif entry.suffix.lower() in _OTHER_AUDIO:
            unplayable = message("cannot be played; left out ({formats} can)", formats=_FORMATS)
            findings.append(warning(shown, unplayable))
        elif entry.suffix.lower() not in SUFFIXES:
            continue
        elif shown != name:
            findings.append(warning(shown, message("its name cannot be printed; left out")))
        elif name in files:
            twice = message("is also in {folder}/; left out", folder=files[name].parent.name)
            findings.append(warning(name, twice))
        else:
            files[name] = entry


def _entries(root: Path, folder: Path) -> list[Path]:
    """A folder's entries sorted by name, without hidden files."""
    try:
        found = sorted(folder.iterdir())
    except FileNotFoundError:
        raise SoundSetError(
            message(
                "{path}: no such folder; a sound set is a folder with one folder per instrument",
                path=root,
            )
        ) from None
    except NotADirectoryError:
        raise SoundSetError(
            message(
                "{path}: is a file; a sound set is a folder with one folder per instrument",
                path=root,
            )
        ) from None
    except (OSError, ValueError) as error:
        raise _unreadable(folder, error) from error
    return [entry for entry in found if not entry.name.startswith(".")]


def _unreadable(path: Path, error: Exception) -> SoundSetError:
    why = getattr(error, "strerror", None) or str(error)
    return SoundSetError(message("{path}: cannot be read ({why})", path=path, why=why))


def _clips(
    files: Mapping[str, Mapping[str, Path]], entries: Mapping[str, ClipEntry]
) -> dict[str, tuple[ClipInfo, ...]]:
    clips: dict[str, tuple[ClipInfo, ...]] = {}
    for instrument in INSTRUMENTS:
        of_instrument = []
        for name, path in sorted(files[instrument].items()):
            entry = entries.get(name, ClipEntry())
            title = entry.title or clip_stem(name).replace("_", " ")
            of_instrument.append(ClipInfo(name, path, title, entry.tags, instrument, entry.gain_db))
        clips[instrument] = tuple(of_instrument)
    return clips


def _nothing_in(root: Path, findings: list[SoundFinding]) -> SoundSetError:
    # In a folder that is no sound set, folders with other names are not worth a finding.
    odd = [finding for finding in findings if not finding.where.endswith("/")]
    because = message(" ({why})", why=str(odd[0])) if odd else NOTHING
    return SoundSetError(
        message(
            "{path}: no clip in it{because}; put loops into folders named after instruments, for"
            " example {example} ({formats})",
            path=root,
            because=because,
            example=f"drum{os.sep}kick.flac",
            formats=_FORMATS,
        )
    )


def _tempo(
    root: Path, said: SetFile, clips: Mapping[str, tuple[ClipInfo, ...]]
) -> tuple[Fraction, int]:
    """Tempo and beats of a loop: from ``set.toml``, else from the clips' lengths."""
    if said.bpm is not None and said.beats is not None:
        return said.bpm, said.beats
    lengths_s = []
    for clip in (clip for of_instrument in clips.values() for clip in of_instrument):
        try:
            header = read_header(clip.path)
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
