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
        "hearsMaster": False,
        "afterFader": False,
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
        key = (sound, heard)
        if key == self._key:
            return
        self._key, self._strips, self._gain = key, heard, sound.cue_gain
        names = ", ".join(instrument_name(snapshot.strips[place].instrument) for place in heard)
        hears = names or translate("Cue", "nothing")
        if sound.cue_next:
            coming = translate("Cue", "NEXT: %1")
            hears = coming.replace("%1", names or translate("Cue", "all strips"))
        if sound.cue_master:
            master = translate("Cue", "the master")
            hears = f"{hears} + {master}" if names or sound.cue_next else master
        self.set_properties(
            {
                "there": sound.has_cue,
                "lit": bool(heard) or sound.cue_next or sound.cue_master,
                "hears": hears,
                "hearsNext": sound.cue_next,
                "hearsMaster": sound.cue_master,
                "afterFader": sound.cue_after_fader,
                "levelText": signed_db(sound.cue_gain),
            }
        )

    def retranslate(self) -> None:
        """Show all texts again with the next snapshot, in another language."""
        self._key = None

    @Slot()
    def toggleNext(self) -> None:
        """Start or stop pre-listening to what will land."""
        self._actions.perform("cue.next")

    @Slot()
    def toggleMaster(self) -> None:
        """Start or stop pre-listening to the master, too."""
        self._actions.perform("cue.master")

    @Slot(bool)
    def chooseAfterFader(self, after: bool) -> None:
        """Hear strips as the room gets them, or before their faders."""
        self._actions.perform("cue.after_fader", int(after))

    @Slot(float)
    def stepLevel(self, db: float) -> None:
        """Make outputs 3 and 4 louder or softer."""
        place = fader_position(self._gain * db_to_gain(db))
        self._actions.perform("cue.level", min(1.0, place))

    @Slot()
    def allOff(self) -> None:
        """Stop all pre-listening."""
        for place in self._strips:
            self._actions.perform(f"strip.{place + 1}.cue", 0)
        for action in ("cue.next", "cue.master"):
            self._actions.perform(action, 0)
