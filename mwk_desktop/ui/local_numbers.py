"""Numbers in the windows' current language (``number_text``: in a given one)."""

from __future__ import annotations

from mwk_desktop.messages import localize_figure
from mwk_desktop.ui import number_text
from mwk_desktop.ui.interface_language import language


def count(number: int, spoken: str = "") -> str:
    """A count such as ``1,203``; ``spoken`` for another language than the windows'."""
    return number_text.count(number, spoken or language())


def rate(per_s: float, spoken: str = "") -> str:
    """Messages a second."""
    return number_text.rate(per_s, spoken or language())


def signed_db(gain: float) -> str:
    """A linear gain as decibels: ``-3.5``."""
    return decimal(number_text.signed_db(gain))


def decimal(figure: str) -> str:
    """Rewrite a figure's decimal point in the language's own style."""
    return localize_figure(figure, language())
