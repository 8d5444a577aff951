"""What an undo would take back, in the language of the windows."""

from __future__ import annotations

from mwk_desktop.ui.interface_language import instrument_name, translate
from mwk_desktop.ui.safe_text import NAME_LIMIT, clean
from mwk_desktop.units import INSTRUMENTS

_LIMIT = 80


def undo_text(label: str) -> str:
    """The show's label of its newest step (``mode drum``, ``block troll``) as people say it.

    One that is not known stays as the show said it.
    """
    verb, _, name = label.partition(" ")
    words = {
        "hold": translate("Undo", "hold"),
        "cancel": translate("Undo", "cancelled scene"),
        "votes per user": translate("Undo", "votes per user"),
        "gain master": translate("Undo", "gain of the master"),
    }.get(label, "")
    if not words and name in INSTRUMENTS:
        words = {
            "mode": translate("Undo", "mode of %1"),
            "variation": translate("Undo", "clip of %1"),
            "mute": translate("Undo", "mute of %1"),
            "solo": translate("Undo", "solo of %1"),
            "gain": translate("Undo", "gain of %1"),
            "cancel": translate("Undo", "cancelled change of %1"),
        }.get(verb, "")
        words = words.replace("%1", instrument_name(name))
    # A user may be called like an instrument.
    if not words and name:
        words = {
            "hide": translate("Undo", "hidden message of %1"),
            "block": translate("Undo", "%1 blocked"),
            "unblock": translate("Undo", "%1 unblocked"),
        }.get(verb, "")
        words = words.replace("%1", clean(name, NAME_LIMIT))
    return words or clean(label, _LIMIT)
