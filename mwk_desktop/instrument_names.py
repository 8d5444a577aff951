"""The instruments' names for people: on a strip, and as the word of a vote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from mwk_desktop.messages import Message, message, verbatim

_NAMES: Final[Mapping[str, tuple[Message, Message]]] = {
    "drum": (message("Drum"), message("drum")),
    "heavy_bass": (message("Heavy bass"), message("heavy bass")),
    "lead_bass": (message("Lead bass"), message("lead bass")),
    "line_bass": (message("Line bass"), message("line bass")),
    "melody": (message("Melody"), message("melody")),
    "pad": (message("Pad"), message("pad")),
    "synth": (message("Synth"), message("synth")),
    "vocal": (message("Vocal"), message("vocal")),
}

_SHORT: Final[Mapping[str, Message]] = {
    "heavy_bass": message("Heavy"),
    "lead_bass": message("Lead"),
    "line_bass": message("Line"),
}


def strip_name(instrument: str) -> Message:
    """``heavy_bass`` as "Heavy bass": short enough for a strip."""
    if instrument in _NAMES:
        return _NAMES[instrument][0]
    return verbatim(instrument.replace("_", " ").capitalize())


def short_strip_name(instrument: str) -> Message:
    """``heavy_bass`` as "Heavy": for a narrow strip, beside its icon."""
    return _SHORT.get(instrument) or strip_name(instrument)


def vote_name(instrument: str) -> Message:
    """The word that the audience writes for an instrument: "heavy bass"."""
    return _NAMES[instrument][1] if instrument in _NAMES else verbatim(instrument.replace("_", " "))
