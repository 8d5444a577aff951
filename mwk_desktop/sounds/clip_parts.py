"""The files and keys that belong to a clip besides its first take. Pure values.

``drum1.flac`` may have siblings: ``drum1.b.flac``, ``drum1.c.flac``, ... are more takes,
``drum1.fill.flac`` plays before a landing, ``drum1.tail.flac`` rings out after the end and
``drum1.pickup.flac`` sounds before the line on which the clip enters.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.sounds.set_findings import SoundFinding, warning

PHRASE_LOOPS: Final = 4
"""A phrase is four loops of the transport, counted from the show's origin, for all voices alike."""

TAKE_LOOPS: Final = (1, 2, 4)
"""How many loops a take may be long: each of these fills a phrase a whole number of times."""

MAX_PICKUP_MS: Final = 70
"""The longest pickup: an eighth note before the line would already be music, not a consonant."""

FIRST_TAKE: Final = "a"
FILL: Final = "fill"
TAIL: Final = "tail"
PICKUP: Final = "pickup"
_LETTERS: Final = frozenset("bcdefghijklmnopqrstuvwxyz")
_WORDS: Final = (FILL, TAIL, PICKUP)

Kicks = Mapping[str, tuple[float, ...]]
"""Beats of the kicks in each take (``a``, ``b``, ..., ``fill``), counted from the take's start."""


def clip_stem(name: str) -> str:
    """``drum2`` of ``drum/drum2.flac``."""
    base = name.rsplit("/", 1)[-1]
    return base.rsplit(".", 1)[0] or base


@dataclass(frozen=True, slots=True)
class ClipParts:
    """What a clip has besides its first take; everything is optional.

    ``form`` and ``form2`` name the take of each loop of a phrase (``form2``: of every second
    phrase). ``kicks`` of a take that is not named in it are found at load; None: all are.
    ``pickup_ms``: the clip's own last milliseconds are its pickup.
    """

    takes: tuple[tuple[str, Path], ...] = ()
    fill: Path | None = None
    tail: Path | None = None
    pickup: Path | None = None
    form: str = ""
    form2: str = ""
    energy: int | None = None
    kicks: Kicks | None = field(default=None, hash=False)
    pickup_ms: float = 0.0

    @property
    def is_arranged(self) -> bool:
        """Whether the clip is more than one file that loops."""
        files = (self.takes, self.fill, self.tail, self.pickup)
        return any(files) or bool(self.form or self.form2 or self.pickup_ms)

    @property
    def letters(self) -> tuple[str, ...]:
        """The takes that exist, ``a`` first."""
        return (FIRST_TAKE, *(letter for letter, _ in self.takes))

    def forms(self) -> tuple[str, str]:
        """The takes of the four loops of a phrase, and of those of every second phrase.

        Without a ``form`` a clip with a take ``b`` plays ``aaba``, any other its first take. A
        letter without a take plays the first one (see :func:`part_findings`).
        """
        form = self.form or ("aaba" if "b" in self.letters else FIRST_TAKE * PHRASE_LOOPS)
        known = self.letters
        first, second = (
            "".join(letter if letter in known else FIRST_TAKE for letter in each)
            for each in (form, self.form2 or form)
        )
        return first, second


def split_name(stem: str) -> tuple[str, str]:
    """``("drum1", "fill")`` of ``drum1.fill``; an empty part if the stem names none."""
    base, _, part = stem.rpartition(".")
    part = part.casefold()
    return (base, part) if base and (part in _LETTERS or part in _WORDS) else (stem, "")


def group_siblings(
    files: Mapping[str, Path], findings: list[SoundFinding]
) -> dict[str, dict[str, Path]]:
    """The clips of one folder, each with the paths of its siblings by part.

    Parameters
    ----------
    files
        Names (``drum/drum1.flac``) and paths of all audio files of the folder.
    findings
        Receives a warning for each sibling without a clip (it then is a clip of its own) and for
        each duplicate.
    """
    stems: dict[str, str] = {}
    for name, path in files.items():
        stems.setdefault(path.stem.casefold(), name)
    clips: dict[str, dict[str, Path]] = {}
    siblings: list[tuple[str, str, str, Path]] = []
    for name, path in files.items():
        base, part = split_name(path.stem)
        owner = stems.get(base.casefold()) if part else None
        if owner is None:
            clips[name] = {}
            if part:
                alone = message(
                    "is no sibling of a clip ({base} is missing): plays as a clip of its own",
                    base=f"{base}{path.suffix}",
                )
                findings.append(warning(name, alone))
        else:
            siblings.append((owner, part, name, path))
    for owner, part, name, path in siblings:
        parts = clips.get(owner)
        if parts is None:  # the owner is itself a sibling, as in drum1.b.fill.flac
            nested = message("belongs to no clip: {owner} is a part itself; left out", owner=owner)
            findings.append(warning(name, nested))
        elif part in parts:
            twice = message("is there twice, as {other}; left out", other=parts[part].name)
            findings.append(warning(name, twice))
        else:
            parts[part] = path
    return clips


def part_findings(name: str, parts: ClipParts) -> list[SoundFinding]:
    """What does not fit together: forms that name a missing take, takes that never play, kicks of a
    part that does not exist, two pickups."""
    findings: list[SoundFinding] = []
    missing: dict[str, str] = {}
    for key, form in (("form", parts.form), ("form2", parts.form2)):
        for letter in form:
            if letter not in parts.letters:
                missing.setdefault(letter, f'{key} = "{form}"')
    stem, dot, suffix = name.rpartition(".")
    for letter, where in missing.items():
        said = message(
            "{where} names take {letter}, but there is no {file}: take a plays there",
            where=where,
            letter=letter,
            file=f"{stem}.{letter}{dot}{suffix}",
        )
        findings.append(warning(name, said))
    played = set("".join(parts.forms()))
    for letter in parts.letters[1:]:
        if letter not in played:
            idle = message(
                "take {letter} never plays: no form names it (say it in set.toml, such as"
                ' form = "aab{letter}")',
                letter=letter,
            )
            findings.append(warning(name, idle))
    there = {*parts.letters, FILL} if parts.fill is not None else set(parts.letters)
    for letter in sorted(set(parts.kicks or ()) - there):
        said = message("kicks are given for {part}, which is not there", part=letter)
        findings.append(warning(name, said))
    if parts.pickup is not None and parts.pickup_ms:
        both = message("has a pickup file and pickup_ms: the file plays")
        findings.append(warning(name, both))
    return findings
