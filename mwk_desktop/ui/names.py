"""The instruments' names as people read them, and which language the windows speak."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def language() -> str:
    """The language that is spoken now: ``en`` or ``fr``. Every file of strings says its own."""
    return translate("Language", "en")


def several(number: int) -> bool:
    """Whether a noun beside the number is plural: none is not, in French."""
    return number > 1 if language() == "fr" else number != 1


def instrument_name(instrument: str) -> str:
    """``heavy_bass`` as "Heavy bass", in the language of the windows."""
    names = {
        "drum": translate("Instruments", "Drum"),
        "heavy_bass": translate("Instruments", "Heavy bass"),
        "lead_bass": translate("Instruments", "Lead bass"),
        "line_bass": translate("Instruments", "Line bass"),
        "melody": translate("Instruments", "Melody"),
        "pad": translate("Instruments", "Pad"),
        "synth": translate("Instruments", "Synth"),
        "vocal": translate("Instruments", "Vocal"),
    }
    return names.get(instrument, instrument.replace("_", " ").capitalize())
