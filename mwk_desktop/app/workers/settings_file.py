"""Changes one setting in ``mwk.toml`` and leaves the rest: comments, order and spaces stay.

The caller may wait for the disk. The file is replaced in one step, so that a power cut leaves the
old one or the new one.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import tomllib
from collections.abc import Mapping, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mwk_desktop.messages import message
from mwk_desktop.show.settings.load import SettingsError
from mwk_desktop.show.settings.origins import unreadable_file

if TYPE_CHECKING:
    from tomlkit import TOMLDocument


def write_setting(path: Path, section: str, key: str, value: object | None) -> None:
    """Write one setting; None removes it, so that the default applies again.

    Parameters
    ----------
    value
        A plain TOML value: text, number, boolean or a list of texts.

    Raises
    ------
    SettingsError
        The file cannot be read, is not TOML, or cannot be written; it stays unchanged.
    """
    # Late, here and below: a start changes no setting.
    import tomlkit

    # A link (dotfiles under version control) stays a link: what it points to is replaced.
    path = Path(os.path.realpath(path))
    document = _read(path)
    if value is None:
        _remove(document, section, key)
    else:
        _put(document, section, key, value)
    _write(path, tomlkit.dumps(document))


def read_setting(path: Path, section: str, key: str) -> object | None:
    """What the file says of one setting; None if it says nothing or cannot be read."""
    try:
        table: Any = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError):
        return None
    for part in section.split("."):
        table = table.get(part)
        if not isinstance(table, dict):
            return None
    place, name = _place_of(table, key)
    found = place.get(name)
    return None if isinstance(found, Mapping) else found


def settings_in_file(path: Path | None) -> frozenset[str]:
    """Dotted names of the settings in the file; empty if it is missing or unreadable."""
    if path is None:
        return frozenset()
    try:
        document = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError):
        return frozenset()
    names: set[str] = set()
    for section, table in document.items():
        if isinstance(table, Mapping):
            names |= {f"{section}.{name}" for name in _names(table)}
    return frozenset(names)


def _names(table: Mapping[str, Any], before: str = "") -> set[str]:
    names: set[str] = set()
    for key, value in table.items():
        if isinstance(value, Mapping):
            names |= _names(value, f"{before}{key}.")
        else:
            names.add(f"{before}{key}")
    return names


def _read(path: Path) -> TOMLDocument:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return tomlkit.document()
    except UnicodeDecodeError as error:
        raise unreadable_file(path, error) from None
    except OSError as error:
        raise unreadable_file(path, error) from None
    try:
        return tomlkit.parse(text)
    except (TOMLKitError, ValueError) as error:
        raise unreadable_file(path, error) from None


def _put(document: TOMLDocument, section: str, key: str, value: object) -> None:
    import tomlkit

    outer, _, inner = section.partition(".")
    table = document.get(outer)
    if not isinstance(table, MutableMapping):
        table = tomlkit.table(is_super_table=bool(inner))
        if document.body:
            document.add(tomlkit.nl())
        document.add(outer, table)
    if inner:
        if not isinstance(table.get(inner), MutableMapping):
            table[inner] = tomlkit.table()
        table = table[inner]
    place, name = _place_of(table, key)
    place[name] = value


def _remove(document: TOMLDocument, section: str, key: str) -> None:
    outer, _, inner = section.partition(".")
    table = document.get(outer)
    if inner and isinstance(table, MutableMapping):
        table = table.get(inner)
    if isinstance(table, MutableMapping):
        place, name = _place_of(table, key)
        place.pop(name, None)


def _place_of(table: MutableMapping[str, Any], key: str) -> tuple[MutableMapping[str, Any], str]:
    """The table and name of a key: ``bootstrap.servers`` of ``[kafka]`` may be quoted or nested."""
    if key in table or "." not in key:
        return table, key
    first, rest = key.split(".", 1)
    inner = table.get(first)
    if isinstance(inner, MutableMapping):
        place, name = _place_of(inner, rest)
        if name in place:
            return place, name
    return table, key


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Settings may hold a password: a new file is readable by the owner only.
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o600
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
        temporary = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(mode)
            temporary.replace(path)
        except BaseException:
            with contextlib.suppress(OSError):
                temporary.unlink()
            raise
    except OSError as error:
        problem = message(
            "{path}: cannot be written ({reason})",
            path=str(path),
            reason=error.strerror or str(error),
        )
        raise SettingsError(problem) from None
