"""The windows' current language, and the instruments' names in it."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QCoreApplication

from mwk_desktop.instrument_names import short_strip_name, strip_name, vote_name
from mwk_desktop.messages import render

translate = QCoreApplication.translate


def language() -> str:
    """The windows' current language, such as ``en``. Every translation file names its own."""
    return translate("Language", "en")


def instrument_name(instrument: str) -> str:
    """``heavy_bass`` as "Heavy bass", in the windows' language, short enough for a strip."""
    return render(strip_name(instrument), language())


def short_instrument_name(instrument: str) -> str:
    """``heavy_bass`` as "Heavy", in the windows' language, for a narrow strip."""
    return render(short_strip_name(instrument), language())


def vote_word(instrument: str, aliases: tuple[str, ...], spoken: str = "") -> str:
    """The word that the audience should write, in the windows' language or in ``spoken``.

    Parameters
    ----------
    instrument
        Its name in the contract, which always counts as a vote.
    aliases
        Other words that count, from the sound set; accents do not matter. A translation that is not
        among them would not count, so the name itself is used then.
    """
    own = instrument.replace("_", " ")
    word = render(vote_name(instrument), spoken or language())
    return word if _bare(word) in {own, *map(_bare, aliases)} else own


def _bare(word: str) -> str:
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))
