"""Lists the audio files of a sound set's folder, and says which are left out. Decodes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.sounds.audio_file import SUFFIXES
from mwk_desktop.sounds.set_findings import SoundFinding, SoundSetError, printable, warning
from mwk_desktop.units import INSTRUMENTS

FORMATS: Final = "flac, wav, ogg, opus or mp3"
FLOOR: Final = "floor"
"""The folder of the rhythm floor, beside the instruments'."""

TRANSITIONS: Final = "transitions"
"""The folder of the sounds of a landing."""

ALIASES: Final = "aliases"
"""The folder of the instruments' words in several languages."""

_OTHER_AUDIO: Final = frozenset({".aac", ".aif", ".aiff", ".m4a", ".mp4", ".wma", ".mid", ".caf"})


@dataclass(frozen=True, slots=True)
class SetFiles:
    """The audio files of a set by name (``drum/drum1.flac``): of each instrument, of the floor and
    of the transitions."""

    instruments: Mapping[str, dict[str, Path]]
    floor: dict[str, Path] = field(default_factory=dict)
    transitions: dict[str, Path] = field(default_factory=dict)


def list_set_files(root: Path, findings: list[SoundFinding]) -> SetFiles:
    """List a set's folder; adds a finding for each file and folder that is left out.

    Raises
    ------
    SoundSetError
        If the folder is missing, is a file or cannot be read.
    """
    instruments: dict[str, dict[str, Path]] = {instrument: {} for instrument in INSTRUMENTS}
    folders: dict[str, dict[str, Path]] = {**instruments, FLOOR: {}, TRANSITIONS: {}}
    for entry in _entries(root, root):
        if entry.is_dir() and entry.name == ALIASES:
            continue
        if entry.is_dir():
            name = entry.name.casefold().replace("-", "_").replace(" ", "_")
            if name in folders:
                _list_folder(root, entry, name, folders[name], findings)
            else:
                unknown = message(
                    "no instrument of that name ({known}); left out", known=", ".join(INSTRUMENTS)
                )
                findings.append(warning(f"{printable(entry.name)}/", unknown))
        elif entry.suffix.lower() in SUFFIXES | _OTHER_AUDIO:
            outside = message("lies outside an instrument's folder; left out")
            findings.append(warning(printable(entry.name), outside))
    return SetFiles(instruments, folders[FLOOR], folders[TRANSITIONS])


def _list_folder(
    root: Path, folder: Path, name: str, files: dict[str, Path], findings: list[SoundFinding]
) -> None:
    for entry in _entries(root, folder):
        clip = f"{name}/{entry.name}"
        shown = printable(clip)
        if entry.is_dir():
            inside = message("a folder inside an instrument; left out")
            findings.append(warning(f"{shown}/", inside))
        elif entry.suffix.lower() in _OTHER_AUDIO:
            unplayable = message("cannot be played; left out ({formats} can)", formats=FORMATS)
            findings.append(warning(shown, unplayable))
        elif entry.suffix.lower() not in SUFFIXES:
            continue
        elif shown != clip:
            findings.append(warning(shown, message("its name cannot be printed; left out")))
        elif clip in files:
            twice = message("is also in {folder}/; left out", folder=files[clip].parent.name)
            findings.append(warning(clip, twice))
        else:
            files[clip] = entry


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
        raise unreadable(folder, error) from error
    return [entry for entry in found if not entry.name.startswith(".")]


def unreadable(path: Path, error: Exception) -> SoundSetError:
    """The error for a folder or file that the system does not let us read."""
    why = getattr(error, "strerror", None) or str(error)
    return SoundSetError(message("{path}: cannot be read ({why})", path=path, why=why))
