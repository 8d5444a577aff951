"""Reads a sound set's ``set.toml``, strictly.

Every key is optional; an unknown key or a wrong type is an error that names file and key::

    name = "Adventure machine"      author = "..."      license = "MIT"
    bpm = 128                       beats = 8           beats_per_bar = 4
    key = "C major"                 chords = ["F", "G", "Am", "C"]

    [aliases]
    drum = ["batterie"]

    [clips."drum/drum1.flac"]
    title = "Four on the floor"
    tags = ["kick", "clap"]
    gain_db = -3.5

``description``, ``credits`` and ``url`` are also read, as plain text. With ``match = false`` the
clips play at their own loudness (with the gains given here).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from fractions import Fraction
from pathlib import Path
from typing import Final

from mwk_desktop.messages import Message, message
from mwk_desktop.sounds.set_findings import SoundSetError, printable
from mwk_desktop.units import INSTRUMENTS

FILE_NAME: Final = "set.toml"
SLOWEST_BPM: Final = 20
FASTEST_BPM: Final = 400
MAX_BEATS: Final = 256
LOWEST_GAIN_DB: Final = -60.0
HIGHEST_GAIN_DB: Final = 24.0

_TEXTS: Final = ("name", "author", "license", "key", "description", "credits", "url")
_KEYS: Final = (*_TEXTS, "bpm", "beats", "beats_per_bar", "chords", "aliases", "clips", "match")


@dataclass(frozen=True, slots=True)
class ClipEntry:
    """The table ``[clips."drum/drum1.flac"]``; an empty title means: use the file's name."""

    title: str = ""
    tags: tuple[str, ...] = ()
    gain_db: float | None = None


@dataclass(frozen=True, slots=True)
class SetFile:
    """The content of a ``set.toml``; None and empty values mean that the key is missing."""

    texts: Mapping[str, str] = field(default_factory=dict)
    bpm: Fraction | None = None
    beats: int | None = None
    beats_per_bar: int = 4
    chords: tuple[str, ...] = ()
    aliases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    clips: Mapping[str, ClipEntry] = field(default_factory=dict)
    match: bool = True


def read_set_file(path: Path) -> SetFile:
    """Read a ``set.toml``; a missing file gives empty values.

    Raises
    ------
    SoundSetError
        If it is unreadable, not UTF-8, not TOML, or has an unknown key, a wrong type or an
        impossible value.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        table = tomllib.loads(text)
    except FileNotFoundError:
        return SetFile()
    except OSError as error:
        raise SoundSetError(
            message("{path}: cannot be read ({why})", path=path, why=error.strerror or str(error))
        ) from error
    except UnicodeDecodeError as error:
        raise SoundSetError(
            message("{path}: is not UTF-8 text (byte {at:d})", path=path, at=error.start)
        ) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise SoundSetError(
            message("{path}: is not TOML: {why}", path=path, why=str(error))
        ) from error
    return _Reader(path).set_file(table)


class _Reader:
    """Turns the parsed table into a :class:`SetFile`; needs the path for its messages."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def set_file(self, table: dict[str, object]) -> SetFile:
        self._only_known(table, _KEYS, "")
        beats_per_bar = self._beats(table, "beats_per_bar", 32) or 4
        beats = self._beats(table, "beats", MAX_BEATS)
        if beats is not None and beats % beats_per_bar:
            raise self._wrong(
                "beats",
                message(
                    "a loop is whole bars: {beats} is no multiple of {bar}",
                    beats=beats,
                    bar=beats_per_bar,
                ),
            )
        match = table.get("match", True)
        if not isinstance(match, bool):
            raise self._wrong(
                "match", message("must be true or false, is {value}", value=_shown(match))
            )
        return SetFile(
            texts={key: self._text(table[key], key) for key in _TEXTS if key in table},
            bpm=self._bpm(table),
            beats=beats,
            beats_per_bar=beats_per_bar,
            chords=self._chords(table),
            aliases=self._aliases(table.get("aliases", {})),
            clips=self._clips(table.get("clips", {})),
            match=match,
        )

    def _wrong(self, key: str, what: Message) -> SoundSetError:
        return SoundSetError(
            message("{path}: {key}: {what}", path=self._path, key=printable(key), what=what)
        )

    def _only_known(self, table: Mapping[str, object], known: tuple[str, ...], prefix: str) -> None:
        for key in table:
            if key not in known:
                raise self._wrong(f"{prefix}{key}", _unknown_key(key, known))

    def _text(self, value: object, key: str) -> str:
        if not isinstance(value, str):
            raise self._wrong(
                key, message("must be text in quotes, is {value}", value=_shown(value))
            )
        return value.strip()

    def _texts(self, value: object, key: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self._wrong(
                key, message('must be a list such as ["a", "b"], is {value}', value=_shown(value))
            )
        texts = tuple(self._text(item, key) for item in value)
        if not all(texts):
            raise self._wrong(key, message("holds an empty text"))
        return texts

    def _table(self, value: object, key: str) -> Mapping[str, object]:
        if not isinstance(value, dict):
            raise self._wrong(
                key, message("must be a table, [{key}], is {value}", key=key, value=_shown(value))
            )
        return value

    def _beats(self, table: Mapping[str, object], key: str, most: int) -> int | None:
        if key not in table:
            return None
        value = table[key]
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
            raise self._wrong(
                key,
                message(
                    "must be a whole number from 1 to {most}, is {value}",
                    most=most,
                    value=_shown(value),
                ),
            )
        return value

    def _bpm(self, table: Mapping[str, object]) -> Fraction | None:
        if "bpm" not in table:
            return None
        value = table["bpm"]
        if not _within(value, SLOWEST_BPM, FASTEST_BPM):
            raise self._wrong(
                "bpm",
                message(
                    "must be a tempo from {slowest} to {fastest}, is {value}",
                    slowest=SLOWEST_BPM,
                    fastest=FASTEST_BPM,
                    value=_shown(value),
                ),
            )
        # From its text: 93.3 means 933/10, not the nearest binary fraction.
        return Fraction(str(value))

    def _chords(self, table: Mapping[str, object]) -> tuple[str, ...]:
        value = table.get("chords", [])
        if isinstance(value, str):
            return tuple(value.replace("|", " ").replace(",", " ").split())
        return self._texts(value, "chords")

    def _aliases(self, value: object) -> dict[str, tuple[str, ...]]:
        aliases: dict[str, tuple[str, ...]] = {}
        owner: dict[str, str] = {}
        for instrument, words in self._table(value, "aliases").items():
            key = f"aliases.{instrument}"
            if instrument not in INSTRUMENTS:
                raise self._wrong(key, _unknown_instrument(instrument))
            aliases[instrument] = self._texts(words, key)
            for word in aliases[instrument]:
                if not any(character.isalnum() for character in word):
                    raise self._wrong(
                        key,
                        message("{word} has no letter that a message could name", word=repr(word)),
                    )
                other = owner.setdefault(word.casefold(), instrument)
                if other != instrument:
                    raise self._wrong(
                        key,
                        message("{word} already names {other}", word=repr(word), other=other),
                    )
        return aliases

    def _clips(self, value: object) -> dict[str, ClipEntry]:
        clips: dict[str, ClipEntry] = {}
        for name, entry in self._table(value, "clips").items():
            key = f'clips."{name}"'
            table = self._table(entry, key)
            self._only_known(table, ("title", "tags", "gain_db"), f"{key}.")
            clips[name] = ClipEntry(
                self._text(table.get("title", ""), f"{key}.title"),
                self._texts(table.get("tags", []), f"{key}.tags"),
                self._gain_db(table.get("gain_db"), f"{key}.gain_db"),
            )
        return clips

    def _gain_db(self, value: object, key: str) -> float | None:
        if value is None:
            return None
        if not _within(value, LOWEST_GAIN_DB, HIGHEST_GAIN_DB):
            raise self._wrong(
                key,
                message(
                    "must be decibels from {lowest:g} to {highest:g}, is {value}",
                    lowest=LOWEST_GAIN_DB,
                    highest=HIGHEST_GAIN_DB,
                    value=_shown(value),
                ),
            )
        return float(str(value))


def _within(value: object, lowest: float, highest: float) -> bool:
    """Whether a value is a number within a range (NaN is not)."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return is_number and lowest <= float(str(value)) <= highest


def _unknown_key(key: str, known: tuple[str, ...]) -> Message:
    near = get_close_matches(key, known, 1)
    if near:
        return message("unknown key; did you mean {near}?", near=near[0])
    return message("unknown key; known are {known}", known=", ".join(known))


def _unknown_instrument(name: str) -> Message:
    near = get_close_matches(name, INSTRUMENTS, 1)
    if near:
        return message("unknown instrument; did you mean {near}?", near=near[0])
    return message("unknown instrument; known: {known}", known=", ".join(INSTRUMENTS))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:37]}..."
