"""Pre-listening on outputs 3 and 4: what is heard there, how loud, its menu (GUI thread only)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Slot

from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.fader_law import fader_position
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.interface_language import instrument_name, translate
from mwk_desktop.ui.local_numbers import signed_db
from mwk_desktop.ui.view_model import view_model_class
from mwk_desktop.units import db_to_gain

_CueProperties = view_model_class(
    "CueProperties",
    {
        "there": False,  # a card with four outputs, and [audio] cue
        "lit": False,  # something is heard there
        "hears": "",
        "hearsNext": False,
        "levelText": "0.0",
    },
)


class CueView(_CueProperties):  # type: ignore[misc, valid-type]
    """What outputs 3 and 4 hear.

    Parameters
    ----------
    actions
        Receives what is pressed; never waits.
    """

    def __init__(self, actions: ActionSender) -> None:
        super().__init__()
        self._actions = actions
        self._strips: tuple[int, ...] = ()
        self._gain = 1.0
        self._key: Any = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what changed; called with every snapshot."""
        sound = snapshot.sound
        heard = tuple(place for place, strip in enumerate(snapshot.strips) if strip.cue)
        key = (sound.has_cue, sound.cue_next, sound.cue_gain, heard)
        if key == self._key:
            return
        self._key, self._strips, self._gain = key, heard, sound.cue_gain
        names = ", ".join(instrument_name(snapshot.strips[place].instrument) for place in heard)
        hears = names or translate("Cue", "nothing")
        if sound.cue_next:
            coming = translate("Cue", "NEXT: %1")
            hears = coming.replace("%1", names or translate("Cue", "all strips"))
        self.set_properties(
            {
                "there": sound.has_cue,
                "lit": bool(heard) or sound.cue_next,
                "hears": hears,
                "hearsNext": sound.cue_next,
                "levelText": signed_db(sound.cue_gain),
            }
        )

    def retranslate(self) -> None:
        """Show all texts again with the next snapshot, in another language."""
        self._key = None

    @Slot()
    def toggleNext(self) -> None:
        """Hear what will land, or no longer."""
        self._actions.perform("cue.next")

    @Slot(float)
    def stepLevel(self, db: float) -> None:
        """Louder or softer, on outputs 3 and 4 only."""
        place = fader_position(self._gain * db_to_gain(db))
        self._actions.perform("cue.level", min(1.0, place))

    @Slot()
    def allOff(self) -> None:
        """Hear nothing there."""
        for place in self._strips:
            self._actions.perform(f"strip.{place + 1}.cue", 0)
        self._actions.perform("cue.next", 0)
