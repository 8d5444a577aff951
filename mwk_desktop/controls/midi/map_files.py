"""Finds map files: the program's own, and the presenter's, which win."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import tomlkit

from mwk_desktop.controls.midi.control_map import (
    ENCODER_STEP,
    ControlMap,
    MapEntry,
    MapError,
    parse_map,
)
from mwk_desktop.messages import Message, message

FOLDER: Final = "controllers"
CHOSEN_FILE: Final = "chosen-maps.toml"
"""In the presenter's folder, but no map: which device uses which."""
MOST_BYTES: Final = 1_000_000


def built_in_folder() -> Path | None:
    """The maps that come with the program: inside an installed package, else in the checkout."""
    package = Path(__file__).resolve().parents[2]
    places = (package / "assets" / FOLDER, package.parent / "assets" / FOLDER)
    return next((place for place in places if place.is_dir()), None)


def read_map(path: Path, *, own: bool = False) -> ControlMap:
    """Read one map file.

    Raises
    ------
    MapError
        It cannot be read or used.
    """
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES).decode("utf-8")
    except (FileNotFoundError, IsADirectoryError) as error:
        is_there = isinstance(error, IsADirectoryError)
        problem = message("is a folder") if is_there else message("no such file")
        raise MapError(
            [message("{file}: {problem}; name a map file (.toml)", file=str(path), problem=problem)]
        ) from None
    except OSError as error:
        fault = message("{file}: cannot be read: {reason}", file=str(path), reason=error.strerror)
        raise MapError([fault]) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise MapError([message("{file}: is not UTF-8", file=f"{path}:{line}")]) from None
    return parse_map(text, str(path), own=own)


def load_maps(own_folder: Path) -> tuple[list[ControlMap], list[Message]]:
    """All maps, the presenter's first, and what is wrong with those that cannot be used."""
    found: list[ControlMap] = []
    faults: list[Message] = []
    for folder, own in ((own_folder, True), (built_in_folder(), False)):
        for path in map_files_of(folder) if folder is not None else ():
            try:
                found.append(read_map(path, own=own))
            except MapError as error:
                faults += error.faults
    return found, faults


def map_files_of(folder: Path) -> list[Path]:
    """The map files of a folder."""
    return sorted(path for path in folder.glob("*.toml") if path.name != CHOSEN_FILE)


def map_for(maps: Sequence[ControlMap], port: str) -> ControlMap | None:
    """The map that names most of a port's name; the presenter's wins over a built-in one."""
    fitting = [one for one in maps if one.fits(port)]
    return max(fitting, key=lambda one: (one.own, one.fits(port)), default=None)


def free_map_path(folder: Path, device: str) -> Path:
    """A file for a new map of a device: none that is there already."""
    name = re.sub(r"[^a-z0-9]+", "-", device.casefold()).strip("-") or "device"
    path = folder / f"{name}.toml"
    for number in itertools.count(2):
        if not path.exists():
            break
        path = folder / f"{name}-{number}.toml"
    return path


def map_text(control_map: ControlMap) -> str:
    """A map as the text of a file."""
    document = tomlkit.document()
    document["name"] = control_map.name
    document["ports"] = list(control_map.ports)
    for key, messages in (("init", control_map.init), ("close", control_map.close)):
        if messages:
            document[key] = [data.hex(" ").upper() for data in messages]
    controls = tomlkit.aot()
    for entry in control_map.entries:
        controls.append(_entry_table(entry))
    if control_map.entries:
        document["control"] = controls
    return tomlkit.dumps(document)


def _entry_table(entry: MapEntry) -> tomlkit.items.Table:
    table = tomlkit.table()
    table["action"] = entry.action
    table["type"] = entry.type
    table["channel"] = entry.channel
    if entry.type != "pitchbend":
        table["number"] = entry.number
    table["mode"] = entry.mode
    if entry.value is not None:
        table["value"] = entry.value
    if entry.step != ENCODER_STEP:
        table["step"] = entry.step
    if entry.touch >= 0:
        table["touch"] = entry.touch
    light = entry.light
    if light is not None:
        shown = tomlkit.inline_table()
        shown["type"] = light.type
        shown["channel"] = light.channel
        if light.type != "pitchbend":
            shown["number"] = light.number
        shown["off"], shown["on"] = light.off, light.on
        if light.values:
            shown["values"] = dict(light.values)
        table["light"] = shown
    return table
