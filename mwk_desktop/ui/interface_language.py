"""The instruments' names as people read them, and which language the windows speak."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication

from mwk_desktop.messages import render
from mwk_desktop.show.instrument_names import strip_name, vote_name

translate = QCoreApplication.translate


def language() -> str:
    """The language that is spoken now: ``en`` or ``fr``. Every file of strings says its own."""
    return translate("Language", "en")


def instrument_name(instrument: str) -> str:
    """``heavy_bass`` as "Heavy bass", in the language of the windows, as short as strips are."""
    return render(strip_name(instrument), language())


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
    own = instrument.replace("_", " ")
    word = render(vote_name(instrument), language())
    return word if _bare(word) in {own, *map(_bare, aliases)} else own


def _bare(word: str) -> str:
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
