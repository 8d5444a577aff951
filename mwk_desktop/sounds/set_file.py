"""Reads a sound set's ``set.toml``, strictly.

Every key is optional; an unknown key or a wrong type is an error that names file and key::

    name = "Adventure machine"      author = "..."      license = "MIT"
    bpm = 128                       beats = 8           beats_per_bar = 4
    key = "C major"                 chords = ["F", "G", "Am", "C"]

    [aliases]
    drum = ["batterie"]         # more: one file a language, aliases/de.toml, without [aliases]

    [clips."drum/drum1.flac"]
    title = "Four on the floor"
    tags = ["kick", "clap"]
    gain_db = -3.5
    form = "aaba"           form2 = "caca"          energy = 3
    kicks = [0, 1, 2, 3]    pickup_ms = 40

    [duck]
    heavy_bass = 6.0

    [master]
    drive_db = 3.0          tilt_db = -1.0

A clip's table may also be named after its file alone (``[clips.drum1]``).
``description``, ``credits`` and ``url`` are also read, as plain text. With ``match = false`` the
clips play at their own loudness (with the gains given here).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Final

from mwk_desktop.messages import Message, message
from mwk_desktop.sounds.clip_parts import FILL, FIRST_TAKE, MAX_PICKUP_MS, PHRASE_LOOPS, Kicks
from mwk_desktop.sounds.set_findings import SoundSetError, printable
from mwk_desktop.sounds.toml_values import shown, unknown_instrument, unknown_key, within
from mwk_desktop.units import INSTRUMENTS

FILE_NAME: Final = "set.toml"
SLOWEST_BPM: Final = 20
FASTEST_BPM: Final = 400
MAX_BEATS: Final = 256
LOWEST_GAIN_DB: Final = -60.0
HIGHEST_GAIN_DB: Final = 24.0
DEEPEST_DUCK_DB: Final = 24.0
HIGHEST_DRIVE_DB: Final = 24.0
STEEPEST_TILT_DB: Final = 12.0

_TEXTS: Final = ("name", "author", "license", "key", "description", "credits", "url")
_KEYS: Final = (
    *(*_TEXTS, "bpm", "beats", "beats_per_bar", "chords", "aliases", "clips", "match"),
    *("duck", "master"),
)
_CLIP_KEYS: Final = (
    *("title", "tags", "gain_db", "form", "form2", "energy", "kicks", "pickup_ms"),
)


@dataclass(frozen=True, slots=True)
class ClipEntry:
    """The table ``[clips."drum/drum1.flac"]``; an empty title means: use the file's name.

    The other keys are those of :class:`mwk_desktop.sounds.clip_parts.ClipParts`.
    """

    title: str = ""
    tags: tuple[str, ...] = ()
    gain_db: float | None = None
    form: str = ""
    form2: str = ""
    energy: int | None = None
    kicks: Kicks | None = None
    pickup_ms: float = 0.0


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
    duck_db: Mapping[str, float] = field(default_factory=dict)
    drive_db: float = 0.0
    tilt_db: float = 0.0


def read_set_file(path: Path) -> SetFile:
    """Read a ``set.toml``; a missing file gives empty values.

    Raises
    ------
    SoundSetError
        If it is unreadable, not UTF-8, not TOML, or has an unknown key, a wrong type or an
        impossible value.
    """
    table = _read_table(path)
    return SetFile() if table is None else _Reader(path).set_file(table)


def read_alias_files(folder: Path) -> dict[str, tuple[str, ...]]:
    """Read the instruments' words of every language: ``aliases/LANGUAGE.toml``, by file name.

    Raises
    ------
    SoundSetError
        As :func:`read_set_file`; also if a word names two instruments.
    """
    words: dict[str, tuple[str, ...]] = {}
    for path in sorted(folder.glob("*.toml")):
        for instrument, more in _Reader(path).alias_table(_read_table(path) or {}).items():
            known = words.get(instrument, ())
            words[instrument] = (*known, *(word for word in more if word not in known))
    return words


def _read_table(path: Path) -> dict[str, object] | None:
    """A TOML file's table; None if there is no such file."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return tomllib.loads(text)
    except FileNotFoundError:
        return None
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
                "match", message("must be true or false, is {value}", value=shown(match))
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
            duck_db=self._duck(table.get("duck", {})),
            **self._master(table.get("master", {})),
        )

    def _wrong(self, key: str, what: Message) -> SoundSetError:
        return SoundSetError(
            message("{path}: {key}: {what}", path=self._path, key=printable(key), what=what)
        )

    def _only_known(self, table: Mapping[str, object], known: tuple[str, ...], prefix: str) -> None:
        for key in table:
            if key not in known:
                raise self._wrong(f"{prefix}{key}", unknown_key(key, known))

    def _text(self, value: object, key: str) -> str:
        if not isinstance(value, str):
            raise self._wrong(
                key, message("must be text in quotes, is {value}", value=shown(value))
            )
        return value.strip()

    def _texts(self, value: object, key: str) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise self._wrong(
                key, message('must be a list such as ["a", "b"], is {value}', value=shown(value))
            )
        texts = tuple(self._text(item, key) for item in value)
        if not all(texts):
            raise self._wrong(key, message("holds an empty text"))
        return texts

    def _table(self, value: object, key: str) -> Mapping[str, object]:
        if not isinstance(value, dict):
            raise self._wrong(
                key, message("must be a table, [{key}], is {value}", key=key, value=shown(value))
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
                    value=shown(value),
                ),
            )
        return value

    def _bpm(self, table: Mapping[str, object]) -> Fraction | None:
        if "bpm" not in table:
            return None
        value = table["bpm"]
        if not within(value, SLOWEST_BPM, FASTEST_BPM):
            raise self._wrong(
                "bpm",
                message(
                    "must be a tempo from {slowest} to {fastest}, is {value}",
                    slowest=SLOWEST_BPM,
                    fastest=FASTEST_BPM,
                    value=shown(value),
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
        return self.alias_table(self._table(value, "aliases"), "aliases.")

    def alias_table(
        self, table: Mapping[str, object], above: str = ""
    ) -> dict[str, tuple[str, ...]]:
        """Words by instrument; ``above`` goes before a key in what is said about it."""
        aliases: dict[str, tuple[str, ...]] = {}
        owner: dict[str, str] = {}
        for instrument, words in table.items():
            key = f"{above}{instrument}"
            if instrument not in INSTRUMENTS:
                raise self._wrong(key, unknown_instrument(instrument))
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
            self._only_known(table, _CLIP_KEYS, f"{key}.")
            clips[name] = ClipEntry(
                self._text(table.get("title", ""), f"{key}.title"),
                self._texts(table.get("tags", []), f"{key}.tags"),
                self._db(table, "gain_db", key, LOWEST_GAIN_DB, HIGHEST_GAIN_DB),
                self._form(table.get("form", ""), f"{key}.form"),
                self._form(table.get("form2", ""), f"{key}.form2"),
                self._energy(table.get("energy"), f"{key}.energy"),
                self._kicks(table.get("kicks"), f"{key}.kicks"),
                self._pickup_ms(table.get("pickup_ms", 0), f"{key}.pickup_ms"),
            )
        return clips

    def _db(
        self, table: Mapping[str, object], name: str, key: str, lowest: float, highest: float
    ) -> float | None:
        value = table.get(name)
        if value is None:
            return None
        if not within(value, lowest, highest):
            raise self._wrong(
                f"{key}.{name}",
                message(
                    "must be decibels from {lowest:g} to {highest:g}, is {value}",
                    lowest=lowest,
                    highest=highest,
                    value=shown(value),
                ),
            )
        return float(str(value))

    def _form(self, value: object, key: str) -> str:
        if value == "":
            return ""
        form = value if isinstance(value, str) else ""
        if len(form) != PHRASE_LOOPS or not (form.isascii() and form.isalpha() and form.islower()):
            raise self._wrong(
                key,
                message(
                    "must be four letters, the take of each loop of a phrase, such as {example};"
                    " is {value}",
                    example='"aaba"',
                    value=shown(value),
                ),
            )
        return form

    def _energy(self, value: object, key: str) -> int | None:
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= 5:
            raise self._wrong(
                key,
                message(
                    "must be a whole number from 1 (sparse) to 5 (full), is {value}",
                    value=shown(value),
                ),
            )
        return value

    def _kicks(self, value: object, key: str) -> Kicks | None:
        if value is None:
            return None
        if isinstance(value, dict):
            return {part: self._kick_beats(beats, f"{key}.{part}") for part, beats in value.items()}
        return {FIRST_TAKE: self._kick_beats(value, key)}

    def _kick_beats(self, value: object, key: str) -> tuple[float, ...]:
        part = key.rpartition(".")[2]
        if part not in ("kicks", FILL) and not (len(part) == 1 and part.islower()):
            raise self._wrong(key, message("kicks are those of a take (a, b, ...) or of fill"))
        if not isinstance(value, list) or not all(
            within(beat, 0, MAX_BEATS - 0.001) for beat in value
        ):
            raise self._wrong(
                key,
                message(
                    "must be a list of beats counted from 0, such as {example}; is {value}",
                    example="[0, 1, 2.5, 3]",
                    value=shown(value),
                ),
            )
        return tuple(sorted({float(beat) for beat in value}))

    def _pickup_ms(self, value: object, key: str) -> float:
        if not within(value, 0, MAX_PICKUP_MS):
            raise self._wrong(
                key,
                message(
                    "must be milliseconds from 0 to {most}, is {value}",
                    most=MAX_PICKUP_MS,
                    value=shown(value),
                ),
            )
        return float(str(value))

    def _duck(self, value: object) -> dict[str, float]:
        table = self._table(value, "duck")
        for instrument in table:
            if instrument not in INSTRUMENTS:
                raise self._wrong(f"duck.{instrument}", unknown_instrument(instrument))
        depths = {each: self._db(table, each, "duck", 0.0, DEEPEST_DUCK_DB) for each in table}
        return {instrument: depth for instrument, depth in depths.items() if depth}

    def _master(self, value: object) -> dict[str, float]:
        table = self._table(value, "master")
        self._only_known(table, ("drive_db", "tilt_db"), "master.")
        drive = self._db(table, "drive_db", "master", 0.0, HIGHEST_DRIVE_DB)
        tilt = self._db(table, "tilt_db", "master", -STEEPEST_TILT_DB, STEEPEST_TILT_DB)
        return {"drive_db": drive or 0.0, "tilt_db": tilt or 0.0}
