"""Reads settings from a TOML file, variables and flags, without checking their values."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from mwk_desktop.messages import Message, message

PREFIX: Final = "MWK_"
CONFIG_VARIABLE: Final = "MWK_CONFIG"
STATE_DIR_VARIABLE: Final = "MWK_STATE_DIR"
OTHER_VARIABLES: Final = (CONFIG_VARIABLE, STATE_DIR_VARIABLE)
"""The program's own variables that are not settings."""

TEST_PREFIX: Final = "MWK_TEST_"
"""Variables of tests and benchmarks, which run the program with their environment."""

FIELDS: Final = "schema_registry.fields"
"""The one section within another one."""

MAX_FILE_BYTES: Final = 1 << 20

FLAG_OF_KEY: Final[Mapping[str, str]] = {
    "show.seed": "--seed",
    "audio.device": "--device",
    "audio.block_size": "--block-size",
    "sounds.dir": "--sounds",
    "topics.input": "--topic",
    "kafka.bootstrap.servers": "--bootstrap-servers",
    "show.quantize": "--quantize",
    "show.window_ms": "--window-ms",
    "show.hashtag": "--hashtag",
    "twitter.rule": "--rule",
    "twitter.budget_usd": "--budget-usd",
    "mastodon.server": "--server",
    "twitch.channel": "--channel",
}
"""Setting -> its command-line option; messages name what was typed."""


class SettingsError(ValueError):
    """A setting that cannot be used; the message names its place and what would be right."""


@dataclass(frozen=True, slots=True)
class Given:
    """One value as it was given.

    ``textual``: it is text that still has to be converted (from a variable). ``origin`` names its
    place for messages; a relative path in it is relative to ``folder``.
    """

    section: str
    key: str
    value: object
    origin: str
    folder: Path
    textual: bool

    def __repr__(self) -> str:
        """The repr without the value, which may be a secret."""
        return f"Given({self.origin})"


def from_file(path: Path) -> Iterator[Given]:
    """The values of a ``mwk.toml``; dotted keys of ``[kafka]`` may be quoted or not."""
    for section, table in _sections(_read(path)):
        where = f"{path}: [{_printable(section)}]"
        if not isinstance(table, dict):
            # Written above the first [section], or as a list of tables.
            yield Given(section, "", table, f"{path}: {_printable(section)}", path.parent, False)
            continue
        if not table:
            yield Given(section, "", table, where, path.parent, False)
        pairs = _flat(table) if section == "kafka" else table.items()
        seen: set[str] = set()
        for key, value in pairs:
            if key in seen:  # for TOML, a quoted and an unquoted name are two
                name = f"{where} {_printable(key)}"
                raise SettingsError(message("{what}: is given twice; once is right", what=name))
            seen.add(key)
            yield Given(section, key, value, f"{where} {_printable(key)}", path.parent, False)


def _sections(tables: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    outer, _, inner = FIELDS.partition(".")
    for section, table in tables.items():
        if section == outer and isinstance(table, dict) and isinstance(table.get(inner), dict):
            fields = table[inner]
            table = {key: value for key, value in table.items() if key != inner}
            yield FIELDS, fields
        yield section, table


def from_environ(environ: Mapping[str, str]) -> Iterator[Given]:
    """The values of ``MWK_<SECTION>__<KEY>`` variables, in name order.

    In ``MWK_KAFKA__...`` an underscore is a dot, as in ``MWK_KAFKA__BOOTSTRAP_SERVERS``, and two
    are one underscore.

    Raises
    ------
    SettingsError
        An unknown variable begins with ``MWK_``.
    """
    for name in sorted(environ):
        if not name.startswith(PREFIX) or name in OTHER_VARIABLES or name.startswith(TEST_PREFIX):
            continue
        section, separator, key = name.removeprefix(PREFIX).lower().partition("__")
        if not separator or not key:
            near = get_close_matches(name, OTHER_VARIABLES, 1)
            hint = message("settings are {form}", form=f"{PREFIX}<SECTION>__<KEY>")
            if near:
                hint = message("did you mean {name}?", name=near[0])
            raise SettingsError(message("{what}: unknown variable; {hint}", what=name, hint=hint))
        inner = FIELDS.partition(".")[2] + "__"
        if f"{section}.{inner}" == f"{FIELDS}__" and key.startswith(inner):
            section, key = FIELDS, key.removeprefix(inner)
        if section == "kafka":
            key = "_".join(part.replace("_", ".") for part in key.split("__"))
        yield Given(section, key, environ[name], name, Path(), True)


def from_flags(flags: Mapping[str, object]) -> Iterator[Given]:
    """The values of flags; None means not given."""
    for dotted, value in flags.items():
        if value is None:
            continue
        section, _, key = dotted.partition(".")
        flag = FLAG_OF_KEY.get(dotted, "--" + key.replace("_", "-"))
        yield Given(section, key, value, flag, Path(), isinstance(value, str))


def unknown_section(item: Given, known: Sequence[str]) -> SettingsError:
    """The error for an unknown section; suggests the nearest known one."""
    return SettingsError(
        message(
            "{what}: unknown section {name}; {hint}",
            what=item.origin,
            name=_printable(item.section),
            hint=_nearest(item.section, known),
        )
    )


def unknown_key(item: Given, known: Sequence[str]) -> SettingsError:
    """The error for an unknown key; suggests the nearest known one."""
    return SettingsError(
        message(
            "{what}: unknown key {name}; {hint}",
            what=item.origin,
            name=_printable(item.key),
            hint=_nearest(item.key, known),
        )
    )


def _nearest(name: str, known: Sequence[str]) -> Message:
    near = get_close_matches(name, known, 1, 0.6)
    if near:
        return message("did you mean {name}?", name=near[0])
    return message("known are {names}", names=", ".join(known))


def unreadable_file(path: Path, error: Exception) -> SettingsError:
    """The error for a settings file that cannot be read, or is no TOML."""
    name = str(path)
    if isinstance(error, UnicodeDecodeError):
        text = message("{path}: is not UTF-8 text (byte {at})", path=name, at=str(error.start))
    elif isinstance(error, OSError):
        reason = error.strerror or str(error)
        text = message("{path}: cannot be read ({reason})", path=name, reason=reason)
    else:
        text = message("{path}: is not TOML: {reason}", path=name, reason=str(error))
    return SettingsError(text)


def _read(path: Path) -> dict[str, object]:
    try:
        if not path.is_file():
            what = message("is a folder") if path.is_dir() else message("no such file")
            raise SettingsError(
                message(
                    "{path}: {problem}; the settings are a TOML file (mwk.toml)",
                    path=str(path),
                    problem=what,
                )
            )
        if path.stat().st_size > MAX_FILE_BYTES:
            raise SettingsError(
                message("{path}: is too large for a settings file (at most 1 MB)", path=str(path))
            )
        # Windows' editor writes a byte-order mark, which TOML does not allow.
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        if isinstance(error, SettingsError):
            raise
        raise unreadable_file(path, error) from None


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    """``bootstrap.servers = ...`` without quotes is a table in a table: join the names again."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _printable(name: str) -> str:
    """A name made safe for one line of a message (TOML allows any quoted name)."""
    return name if name.isprintable() else name.encode("unicode_escape").decode("ascii")
