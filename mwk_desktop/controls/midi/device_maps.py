"""Which map each device uses: the one that the presenter chose, else the one that fits its port.

One thread (the MIDI worker's). Choices are kept in :data:`CHOSEN_FILE` beside the presenter's maps.
A map that comes with the program is never changed: a copy of it is.
"""

from __future__ import annotations

import logging
import tomllib
from pathlib import Path
from typing import Final

import tomlkit

from mwk_desktop.controls.midi.control_map import ControlMap
from mwk_desktop.controls.midi.map_files import (
    CHOSEN_FILE,
    free_map_path,
    load_maps,
    map_files_of,
    map_for,
)
from mwk_desktop.messages import NOTHING, Message, message
from mwk_desktop.show.controllers_state import NO_MAP_ID, MapChoice
from mwk_desktop.whole_files import write_whole

BUILT_IN: Final = "built-in/"
NO_MAP: Final = ControlMap("", (), ())

_log = logging.getLogger(__name__)


def map_id(control_map: ControlMap) -> str:
    """What a choice calls a map: its file's name, with :data:`BUILT_IN` before the program's."""
    if not control_map.origin:
        return NO_MAP_ID
    name = Path(control_map.origin).name
    return name if control_map.own else BUILT_IN + name


class DeviceMaps:
    """The maps, and who uses which.

    Parameters
    ----------
    folder
        Where the presenter's own maps and the choices are.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problem: Message = NOTHING
        """Why the newest choice or copy could not be kept."""
        self._chosen: dict[str, str] = {}
        self.read()

    def read(self) -> None:
        """Read all map files and the choices."""
        self._signature = self._files()
        self.maps, self.faults = load_maps(self.folder)
        usable = {one.origin for one in self.maps}
        self._broken = {str(path) for path in map_files_of(self.folder)} - usable
        if not self.problem:  # else the choices of this show are only here
            self._chosen = self._read_choices()

    @property
    def choices(self) -> tuple[MapChoice, ...]:
        """Every map, the presenter's first."""
        return tuple(
            MapChoice(map_id(one), one.name, one.origin if one.own else "") for one in self.maps
        )

    @property
    def choices_path(self) -> Path:
        return self.folder / CHOSEN_FILE

    def changed(self) -> bool:
        """Whether a file of the presenter's was saved, added or removed since :meth:`read`."""
        return self._files() != self._signature

    def map_of(self, device: str, port: str, before: ControlMap | None = None) -> ControlMap:
        """The map of a device.

        While the presenter's own map has a fault (it is being edited), the one ``before`` it stays.
        A device that no map fits keeps a built-in one that it had.
        """
        chosen = self._chosen.get(device)
        if chosen == NO_MAP_ID:
            return NO_MAP
        if (
            before is not None
            and before.origin in self._broken
            and chosen in (None, map_id(before))
        ):
            return before
        found = next((one for one in self.maps if map_id(one) == chosen), None)
        found = found or map_for(self.maps, port)
        if found is not None:
            return found
        return NO_MAP if before is None or before.own else before

    def choose(self, device: str, chosen: str, port: str) -> None:
        """Let a device use a map (an id of :attr:`choices`, or :data:`NO_MAP_ID`), and keep it."""
        fitting = map_for(self.maps, port)
        choices = {**self._chosen, device: chosen}
        if chosen == (NO_MAP_ID if fitting is None else map_id(fitting)):
            del choices[device]  # it would get this one without a choice
        self._save(choices)

    def is_chosen(self, device: str) -> bool:
        """Whether a device's map was chosen by hand."""
        return device in self._chosen

    def copy(self, device: str, port: str, control_map: ControlMap) -> None:
        """Copy a built-in map into the presenter's folder, and let a device use the copy."""
        if control_map.own or not control_map.origin:
            return
        path = free_map_path(self.folder, Path(control_map.origin).stem)
        try:
            document = tomlkit.parse(Path(control_map.origin).read_text("utf-8"))
            if not control_map.fits(port):
                document["ports"] = [device.partition(" #")[0]]  # not of the other device any more
            write_whole(path, tomlkit.dumps(document))
        except OSError as error:
            self._fail(path, error)
            return
        self._save({**self._chosen, device: path.name})

    def use_learnt(self, device: str, path: Path) -> None:
        """A choice for a device now means the copy in which a control was learnt."""
        if self._chosen.get(device, path.name) != path.name:
            self._save({**self._chosen, device: path.name})

    def _save(self, choices: dict[str, str]) -> None:
        self._chosen, self.problem = choices, NOTHING
        document = tomlkit.document()
        document.update(choices)
        try:
            write_whole(self.choices_path, tomlkit.dumps(document))
        except OSError as error:
            self._fail(self.choices_path, error)

    def _fail(self, path: Path, error: OSError) -> None:
        _log.warning("%s cannot be written: %s", path, error)
        reason = error.strerror or ""
        self.problem = message(
            "The map {file} cannot be written: {reason}", file=str(path), reason=reason
        )

    def _read_choices(self) -> dict[str, str]:
        try:
            table = tomllib.loads(self.choices_path.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            said = message(
                "{file}: cannot be read: {reason}", file=str(self.choices_path), reason=str(error)
            )
            self.faults.append(said)
            return {}
        return {name: value for name, value in table.items() if isinstance(value, str)}

    def _files(self) -> frozenset[tuple[str, int, int]]:
        """Names, times and sizes of the presenter's files."""
        found = set()
        for path in (*map_files_of(self.folder), self.choices_path):
            try:
                stat = path.stat()
            except OSError:
                continue
            found.add((path.name, stat.st_mtime_ns, stat.st_size))
        return frozenset(found)
