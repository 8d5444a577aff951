"""Whether the fonts of this computer can draw a language (GUI thread).

The windows' own fonts hold Latin letters. Others come from the system's fonts, which Qt asks letter
by letter; without one a letter would be an empty box.
"""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextLayout

from mwk_desktop.instrument_names import strip_name
from mwk_desktop.messages import own_name, render
from mwk_desktop.units import INSTRUMENTS

FAMILY = "Inter"


def letters_without_glyph(text: str) -> str:
    """The letters of a text that no font here can draw, each once."""
    return "".join(char for char in dict.fromkeys(text) if not _is_drawn(char))


def can_draw(language: str) -> bool:
    """Whether some typical words of a language can be drawn."""
    names = "".join(render(strip_name(name), language) for name in INSTRUMENTS)
    return not letters_without_glyph(own_name(language) + names)


def _is_drawn(char: str) -> bool:
    if not char.isalnum():
        return True
    layout = QTextLayout(char, QFont(FAMILY))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    # Glyph 0 of every font is its empty box.
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())
