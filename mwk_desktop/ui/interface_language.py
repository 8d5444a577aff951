"""The instruments' names as people read them, and which language the windows speak."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def language() -> str:
    """The language that is spoken now: ``en`` or ``fr``. Every file of strings says its own."""
    return translate("Language", "en")


def instrument_name(instrument: str) -> str:
    """``heavy_bass`` as "Heavy bass", in the language of the windows, as short as strips are."""
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


def vote_word(instrument: str, aliases: tuple[str, ...]) -> str:
    """The word that the audience is asked to write, in the language of the windows.

    Parameters
    ----------
    instrument
        Its name in the contract, which always counts as a vote.
    aliases
        What else counts, as the sound set says; accents do not matter. A translation that is not
        among them would be no vote, so the name itself stays then.
    """
    words = {
        "drum": translate("VoteWords", "drum"),
        "heavy_bass": translate("VoteWords", "heavy bass"),
        "lead_bass": translate("VoteWords", "lead bass"),
        "line_bass": translate("VoteWords", "line bass"),
        "melody": translate("VoteWords", "melody"),
        "pad": translate("VoteWords", "pad"),
        "synth": translate("VoteWords", "synth"),
        "vocal": translate("VoteWords", "vocal"),
    }
    own = instrument.replace("_", " ")
    word = words.get(instrument, own)
    return word if _bare(word) in {own, *map(_bare, aliases)} else own


def _bare(word: str) -> str:
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
