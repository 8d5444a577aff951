"""The ceiling of the limiter: its usual steps, and how much the limiter works (GUI thread only)."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Slot

from mwk_desktop.show.action_sender import ActionSender
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.interface_language import translate
from mwk_desktop.ui.local_numbers import decimal, signed_db
from mwk_desktop.ui.view_model import view_model_class

CEILING_STEPS_DBTP: Final = (-0.3, -1.0, -3.0, -6.0)
"""The ceilings that the menu offers, the highest first."""

_CeilingProperties = view_model_class(
    "CeilingProperties",
    {
        "steps": [],  # text, and whether it is the ceiling now
        "works": "",
    },
)


class CeilingView(_CeilingProperties):  # type: ignore[misc, valid-type]
    """The menu of the ceiling.

    Parameters
    ----------
    actions
        Receives what is pressed; never waits.
    """

    def __init__(self, actions: ActionSender) -> None:
        super().__init__()
        self._actions = actions
        self._least = 1.0
        self._key: Any = None

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what changed; called with every snapshot."""
        gain, ceiling = snapshot.engine.limiter_gain, snapshot.sound.ceiling_dbtp
        self._least = min(self._least, gain)
        now, most = signed_db(gain), signed_db(self._least)
        if (now, most, ceiling) == self._key:
            return
        self._key = (now, most, ceiling)
        works = translate("Ceiling", "limits now by %1 dB, at most by %2 dB so far")
        self.set_properties(
            {
                "steps": [
                    {"text": _text(dbtp), "chosen": abs(dbtp - ceiling) < 0.05}
                    for dbtp in CEILING_STEPS_DBTP
                ],
                "works": works.replace("%1", _amount(now)).replace("%2", _amount(most)),
            }
        )

    def retranslate(self) -> None:
        """Show all texts again with the next snapshot, in another language."""
        self._key = None

    @Slot(int)
    def choose(self, step: int) -> None:
        """Take one of the steps."""
        self._actions.perform("master.ceiling", CEILING_STEPS_DBTP[step])


def _text(dbtp: float) -> str:
    return decimal(f"{dbtp:.1f}".replace("-", "\u2212"))


def _amount(db: str) -> str:
    """How much, without its sign."""
    return db.removeprefix("\u2212")
