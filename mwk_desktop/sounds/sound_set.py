"""A sound set: a folder of clips per instrument, with or without a ``set.toml``.

Opening one lists the files and finds the tempo; it decodes nothing (see ``set_loading``). Folders
are named after instruments; ``Heavy Bass`` and ``heavy-bass`` count as ``heavy_bass``. A clip's
name is ``<instrument>/<file>``, and clips are always in name order.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Final

from mwk_desktop.messages import NOTHING, message
from mwk_desktop.sounds.alias_findings import alias_findings
from mwk_desktop.sounds.clip_parts import (
    FILL,
    PICKUP,
    TAIL,
    ClipParts,
    clip_stem,
    group_siblings,
    part_findings,
)
from mwk_desktop.sounds.set_file import (
    FILE_NAME,
    ClipEntry,
    read_alias_files,
    read_set_file,
)
from mwk_desktop.sounds.set_findings import SoundFinding, SoundSetError, printable, warning
from mwk_desktop.sounds.set_folder import (
    ALIASES,
    FLOOR,
    FORMATS,
    TRANSITIONS,
    SetFiles,
    list_set_files,
    unreadable,
)
from mwk_desktop.sounds.set_tempo import MAX_LOOP_S, set_tempo
from mwk_desktop.units import INSTRUMENTS

TRANSITION_KINDS: Final = ("riser", "drop", "impact", "cymbal")
"""What the name of a file in ``transitions/`` begins with, and so when it plays: in the bar before
a landing, in the last beat, on the first beat of a large change, on that of any change."""


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
    parts: ClipParts = field(default_factory=ClipParts)
    """Its other takes, fill, tail, pickup, and how they are arranged."""

    @property
    def stem(self) -> str:
        """``drum2``: the file's name without folder and suffix."""
        return clip_stem(self.name)

    @property
    def is_voted(self) -> bool:
        """Whether it is an instrument's clip: not of the floor, not a transition."""
        return self.instrument in INSTRUMENTS

    @property
    def is_transition(self) -> bool:
        """Whether it is a transition's sound."""
        return self.instrument == TRANSITIONS


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
    floor: tuple[ClipInfo, ...] = ()
    """The rhythm floor: plays where nothing that plays has a kick."""
    transitions: Mapping[str, tuple[ClipInfo, ...]] = field(default_factory=dict)
    """The sounds of a landing, by :data:`TRANSITION_KINDS`."""
    duck_db: Mapping[str, float] = field(default_factory=dict)
    """How much each instrument yields to a kick, in dB (positive)."""
    drive_db: float = 0.0
    tilt_db: float = 0.0

    def __iter__(self) -> Iterator[ClipInfo]:
        """All clips, ordered by instrument and name."""
        for instrument in INSTRUMENTS:
            yield from self.clips.get(instrument, ())

    def __len__(self) -> int:
        return sum(map(len, self.clips.values()))

    @property
    def every(self) -> tuple[ClipInfo, ...]:
        """The instruments' clips, the floor's and the transitions, in this order."""
        shots = [info for kind in TRANSITION_KINDS for info in self.transitions.get(kind, ())]
        return (*self, *self.floor, *shots)

    @property
    def is_arranged(self) -> bool:
        """Whether the set has more than single clips that loop."""
        return (
            any(info.parts.is_arranged for info in self)
            or bool(self.floor or self.duck_db)
            or any(self.transitions.values())
        )

    @property
    def uses_kicks(self) -> bool:
        """Whether anything depends on where the kicks are."""
        return bool(self.floor or self.duck_db)

    def resolve(self, name: str) -> ClipInfo | None:
        """The clip that a foreign name refers to; see :func:`resolve_name`."""
        by_name = {clip.name: clip for clip in self}
        found = resolve_name(name, tuple(by_name))
        return None if found is None else by_name[found]


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
        files = list_set_files(root, findings)
    except OSError as error:
        raise unreadable(root, error) from error
    said = read_set_file(root / FILE_NAME)
    if not any(files.instruments.values()):
        raise _nothing_in(root, findings)
    entries = _entries_by_clip(files, said.clips)
    clips = {
        instrument: _clips_of(instrument, files.instruments[instrument], entries, findings)
        for instrument in INSTRUMENTS
    }
    floor = _clips_of(FLOOR, files.floor, entries, findings)
    transitions = _transitions(_clips_of(TRANSITIONS, files.transitions, entries, findings))
    found = (*(info for each in clips.values() for info in each), *floor)
    findings += [finding for info in found for finding in part_findings(info.name, info.parts)]
    findings += [
        warning(
            info.name,
            message(
                "is no transition: its name must begin with {kinds}; left out",
                kinds=", ".join(TRANSITION_KINDS),
            ),
        )
        for info in transitions.pop("", ())
    ]
    absent = {
        name: entry.title or clip_stem(name)
        for name, entry in said.clips.items()
        if name not in entries
    }
    findings += [
        warning(
            FILE_NAME,
            message('[clips."{name}"] names a file that is not there', name=printable(name)),
        )
        for name in absent
    ]
    aliases = _aliases(said.aliases, read_alias_files(root / ALIASES))
    findings += alias_findings(aliases)
    paths = (info.path for of_instrument in clips.values() for info in of_instrument)
    bpm, beats = set_tempo(root, said, paths)
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
        aliases=aliases,
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
        floor=floor,
        transitions=transitions,
        duck_db=said.duck_db,
        drive_db=said.drive_db,
        tilt_db=said.tilt_db,
    )


def _aliases(
    said: Mapping[str, tuple[str, ...]], languages: Mapping[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """The set's own words, then those of all languages, each once."""
    return {
        name: tuple(dict.fromkeys((*said.get(name, ()), *languages.get(name, ()))))
        for name in INSTRUMENTS
    }


def _entries_by_clip(
    files: SetFiles, entries: Mapping[str, ClipEntry]
) -> dict[str, dict[str, ClipEntry]]:
    """What ``set.toml`` says, by the name it uses: the clip that this name means, and its entry."""
    every = {**files.floor, **files.transitions}
    for of_instrument in files.instruments.values():
        every |= of_instrument
    names = tuple(every)
    meant = {said: resolve_name(said, names) for said in entries}
    return {said: {name: entries[said]} for said, name in meant.items() if name is not None}


def _clips_of(
    folder: str,
    files: Mapping[str, Path],
    entries: Mapping[str, Mapping[str, ClipEntry]],
    findings: list[SoundFinding],
) -> tuple[ClipInfo, ...]:
    """The clips of one folder in name order, with their siblings and what ``set.toml`` says."""
    clips = []
    for name, siblings in sorted(group_siblings(files, findings).items()):
        entry = ClipEntry()
        for said in entries.values():
            entry = _merged(entry, said.get(name))
        takes = [(part, path) for part, path in sorted(siblings.items()) if len(part) == 1]
        parts = ClipParts(
            takes=tuple(takes),
            fill=siblings.get(FILL),
            tail=siblings.get(TAIL),
            pickup=siblings.get(PICKUP),
            form=entry.form,
            form2=entry.form2,
            energy=entry.energy,
            kicks=entry.kicks,
            pickup_ms=entry.pickup_ms,
        )
        title = entry.title or clip_stem(name).replace("_", " ")
        clips.append(ClipInfo(name, files[name], title, entry.tags, folder, entry.gain_db, parts))
    return tuple(clips)


def _merged(entry: ClipEntry, other: ClipEntry | None) -> ClipEntry:
    """Two tables about one clip (by its name and by its stem) as one."""
    if other is None:
        return entry
    said = {key: getattr(other, key) for key in ClipEntry.__slots__}
    unset = ClipEntry()
    return replace(entry, **{key: at for key, at in said.items() if at != getattr(unset, key)})


def _transitions(found: tuple[ClipInfo, ...]) -> dict[str, tuple[ClipInfo, ...]]:
    """Transitions by kind; those of unknown kind under an empty name."""

    def kind_of(info: ClipInfo) -> str:
        stem = info.stem.casefold()
        return next((kind for kind in TRANSITION_KINDS if stem.startswith(kind)), "")

    return {
        kind: tuple(info for info in found if kind_of(info) == kind)
        for kind in (*TRANSITION_KINDS, "")
        if any(kind_of(info) == kind for info in found)
    }


def _nothing_in(root: Path, findings: list[SoundFinding]) -> SoundSetError:
    # A folder that is not a sound set: findings about its other folders would not help.
    odd = [finding for finding in findings if not finding.where.endswith("/")]
    because = message(" ({why})", why=str(odd[0])) if odd else NOTHING
    return SoundSetError(
        message(
            "{path}: no clip in it{because}; put loops into folders named after instruments, for"
            " example {example} ({formats})",
            path=root,
            because=because,
            example=f"drum{os.sep}kick.flac",
            formats=FORMATS,
        )
    )
