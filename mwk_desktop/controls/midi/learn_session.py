"""Learn mode: waits for a control, writes the presenter's own map, takes changes back.

One thread (the MIDI worker's). A built-in map is never changed: the first learnt control copies it
into the presenter's folder.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from mwk_desktop.controls.midi.control_map import ControlMap, control_words
from mwk_desktop.controls.midi.device_maps import DeviceMaps
from mwk_desktop.controls.midi.map_files import free_map_path, map_text
from mwk_desktop.controls.midi.map_learning import (
    can_learn,
    guess_control,
    with_entry,
    without_action,
)
from mwk_desktop.controls.midi.midi_messages import ChannelMessage
from mwk_desktop.messages import NOTHING, Message, listing, message
from mwk_desktop.show.action_labels import action_label
from mwk_desktop.show.controllers_state import LearnState
from mwk_desktop.whole_files import write_whole

REFINED_S: Final = 1.5
"""For this long after the first message, further ones still tell what kind of control it is."""
UNDO_DEPTH: Final = 50

_log = logging.getLogger(__name__)


class LearnSession:
    """Which action waits for a control, and what was learnt.

    Parameters
    ----------
    maps
        Where the presenter's own maps are, and which device uses which.
    """

    def __init__(self, maps: DeviceMaps) -> None:
        self._maps = maps
        self.active = False
        self.action = ""
        self._device = ""
        self._base: ControlMap | None = None
        self._heard: list[ChannelMessage] = []
        self._begun_s = 0.0
        self._written = ""
        self._waits = True
        self._learnt: Message = NOTHING
        self._path = Path()
        self._undo: list[dict[Path, str | None]] = []

    def state(self, controls: Mapping[str, str]) -> LearnState | None:
        """What the console shows; None outside learn mode."""
        if not self.active:
            return None
        return LearnState(self.action, self._learnt, bool(self._undo), controls, self._waits)

    def choose(self, action: str) -> None:
        """Wait for a control for this action; "" for none yet."""
        self.active, self._waits = True, True
        self.action = action if can_learn(action) else ""
        self._learnt = NOTHING
        self._start_over()

    def stop(self) -> None:
        """Leave learn mode; what was learnt stays."""
        self.active, self.action, self._learnt = False, "", NOTHING
        self._start_over()

    def hear(
        self, device: str, control_map: ControlMap, heard: ChannelMessage, now_s: float
    ) -> bool:
        """A device has sent a message while an action waits; True: its map file has changed."""
        if self._heard and (device != self._device or now_s - self._begun_s > REFINED_S):
            self._start_over()  # another control for the same action
        if not self._heard:
            self._device, self._base, self._begun_s = device, control_map, now_s
        if len(self._heard) < 64:
            self._heard.append(heard)
        entry = guess_control(self.action, self._heard)
        if entry is None or self._base is None:
            return False
        name = device.partition(" #")[0]
        base = self._base
        if not base.ports:
            base = replace(base, name=name, ports=(name,))
        elif not base.own and self._maps.is_chosen(device) and not base.fits(name):
            base = replace(base, ports=(name,))  # another device's map, chosen for this one
        changed, taken = with_entry(base, entry)
        text = map_text(changed)
        if text == self._written:
            return False
        if not self._written:
            self._path = self._place_of(base, name)
            self._remember(self._path)
        self._write(self._path, text)
        self._maps.use_learnt(device, self._path)
        self._written, self._waits = text, False
        said = message(
            "{control} does: {action}.",
            control=control_words(entry.key),
            action=action_label(self.action),
        )
        if taken:
            lost = listing([action_label(one.action) for one in taken])
            said = message("{control} does: {action}. Before: {lost}.", **said.arguments, lost=lost)
        self._learnt = said
        return True

    def forget(self, action: str, maps: Sequence[tuple[str, ControlMap]]) -> None:
        """Take an action from every control of these devices (name and map)."""
        places: dict[str, Path] = {}
        for device, one in maps:
            if any(entry.action == action for entry in one.entries):
                if one.origin not in places:
                    places[one.origin] = path = self._place_of(one, one.name)
                    self._remember(path)
                    self._write(path, map_text(without_action(one, action)))
                self._maps.use_learnt(device, places[one.origin])
                self._learnt = message("No control does {action}.", action=action_label(action))

    def undo(self) -> None:
        """Take the last change of a map file back."""
        if not self._undo:
            return
        for path, text in self._undo.pop().items():
            if text is None:
                path.unlink(missing_ok=True)
            else:
                self._write(path, text)
        self._learnt, self._waits = NOTHING, True
        self._start_over()

    def _start_over(self) -> None:
        self._heard, self._written, self._base = [], "", None

    def _place_of(self, control_map: ControlMap, name: str) -> Path:
        """The file of the presenter's own map, or of the copy of another one."""
        if control_map.own:
            return Path(control_map.origin)
        return free_map_path(self._maps.folder, name)

    def _remember(self, path: Path) -> None:
        """One step of undo: the map file and the devices' choices."""
        files = (path, self._maps.choices_path)
        self._undo.append({one: one.read_text("utf-8") if one.exists() else None for one in files})
        del self._undo[:-UNDO_DEPTH]

    def _write(self, path: Path, text: str) -> None:
        try:
            write_whole(path, text)
        except OSError as error:
            _log.warning("the map %s cannot be written: %s", path, error)
            self._learnt = message(
                "The map {file} cannot be written: {reason}",
                file=str(path),
                reason=error.strerror or "",
            )
