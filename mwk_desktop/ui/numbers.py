"""Numbers in the language that the windows speak now; how they are written is in ``words``."""

from __future__ import annotations

from mwk_desktop.ui import words
from mwk_desktop.ui.names import language


def count(number: int, spoken: str = "") -> str:
    """A count such as ``1,203``; ``spoken`` for another language than the windows'."""
    return words.count(number, spoken or language())


def rate(per_s: float, spoken: str = "") -> str:
    """Messages a second."""
    return decimal(words.rate(per_s, spoken or language()))


def signed_db(gain: float) -> str:
    """A linear gain as decibels: ``-3.5``."""
    return decimal(words.signed_db(gain))


def decimal(figure: str) -> str:
    """A figure that was written with a point, with the language's own mark."""
    return figure.replace(".", ",") if language() == "fr" else figure
