"""Finds aliases in ``set.toml`` that catch votes for another instrument. Pure."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Final

from mwk_desktop.messages import message
from mwk_desktop.sounds.set_findings import SoundFinding, printable, warning
from mwk_desktop.units import INSTRUMENTS

_WHERE: Final = "set.toml"


def alias_findings(aliases: Mapping[str, tuple[str, ...]]) -> Iterator[SoundFinding]:
    """Warn of each alias that reads like another instrument's name, or like its alias.

    Words are compared as messages are matched: with folded accents, any separators, and plurals.
    """
    owners = {_letters(name): name for name in INSTRUMENTS}
    owners |= {_plural(letters): name for letters, name in tuple(owners.items())}
    for instrument, words in aliases.items():
        for word in words:
            other = owners.setdefault(_letters(word), instrument)
            if other != instrument:
                yield warning(
                    _WHERE,
                    message(
                        'aliases.{instrument}: "{word}" already means {other}: messages that say'
                        " it may vote for the wrong one; use another word",
                        instrument=instrument,
                        word=printable(word),
                        other=other,
                    ),
                )


def _letters(word: str) -> str:
    """A word without case, accents and separators."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", word).casefold())
    return "".join(char for char in folded if char.isalnum())


def _plural(name: str) -> str:
    if name.endswith("y"):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith("s") else f"{name}s"
