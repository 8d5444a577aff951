"""Writes a report's texts: escaped for HTML and SVG, figures and times as a language has them.

Pure. All text from people passes :meth:`Wording.text` or :meth:`Wording.say`, which escape it.
"""

from __future__ import annotations

import html
import time
from collections.abc import Iterable, Sequence
from typing import Any, Final

from mwk_desktop.messages import Message, is_right_to_left, localize_figure, render
from mwk_desktop.terminal_text import BIDI_CONTROLS

_CONTROLS: Final = dict.fromkeys((*range(32), *range(0x7F, 0xA0), *map(ord, BIDI_CONTROLS)), " ")
"""Control characters, and those that turn the direction of what follows."""


class Wording:
    """Texts in one language.

    Parameters
    ----------
    language
        A short name such as ``fr``.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        self.direction = "rtl" if is_right_to_left(language) else "ltr"

    def text(self, text: str) -> str:
        """Text from outside, escaped, on one line."""
        return html.escape(_clean(text))

    def say(self, what: Message) -> str:
        """A message, escaped. Its arguments are cleaned; the catalogue's marks are intended."""
        return html.escape(render(_with_clean_arguments(what), self.language))

    def name(self, text: str) -> str:
        """A name from people: it cannot turn the direction of the text around it."""
        return f"<bdi>{self.text(text)}</bdi>"

    def number(self, number: float, decimals: int = 0) -> str:
        """A figure with the language's separators and a true minus sign."""
        text = localize_figure(f"{number:,.{decimals}f}", self.language)
        return text.replace("-", "\N{MINUS SIGN}")

    def percent(self, share: float) -> str:
        """A share from 0 to 1, in whole percent."""
        return f"{self.number(100 * share)}\N{NARROW NO-BREAK SPACE}%"

    def clock_of_day(self, wall_ms: int) -> int:
        """Milliseconds since midnight on that clock."""
        local = time.localtime(wall_ms // 1000)
        seconds = (local.tm_hour * 60 + local.tm_min) * 60 + local.tm_sec
        return seconds * 1000 + wall_ms % 1000

    def clock(self, wall_ms: int, *, seconds: bool = False) -> str:
        """The clock on the wall, where the report is made."""
        return time.strftime("%H:%M:%S" if seconds else "%H:%M", time.localtime(wall_ms // 1000))


def _clean(text: str) -> str:
    return text.translate(_CONTROLS)


def _with_clean_arguments(what: Message) -> Message:
    def cleaned(argument: Any) -> Any:
        if isinstance(argument, Message):
            return _with_clean_arguments(argument)
        return _clean(argument) if isinstance(argument, str) else argument

    arguments = {name: cleaned(argument) for name, argument in what.arguments.items()}
    return Message(what.key, arguments, what.plural_key)


def figure(number: float) -> str:
    """A coordinate: one decimal, none where it is whole."""
    return f"{number:.1f}".removesuffix(".0")


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    words: Sequence[int] = (0,),
) -> str:
    """A table; the first cell of a row is its head. All texts are markup already.

    Parameters
    ----------
    caption, heads, rows
        What it shows, names of the columns, and the cells.
    words
        Columns of words: the others are figures, set to the end.
    """
    kinds = ["" if n in words else ' class="n"' for n in range(len(heads))]
    parts = [f"<table><caption>{caption}</caption><thead><tr>"]
    parts += [f'<th scope="col"{kind}>{head}</th>' for kind, head in zip(kinds, heads, strict=True)]
    parts.append("</tr></thead><tbody>")
    for row in rows:
        cells = [f"<td{kind}>{cell}</td>" for kind, cell in zip(kinds[1:], row[1:], strict=True)]
        parts.append(f'<tr><th scope="row"{kinds[0]}>{row[0]}</th>{"".join(cells)}</tr>\n')
    parts.append("</tbody></table>")
    return "".join(parts)


def details(summary: str, content: str, label: str) -> str:
    """What a reader may open: a table behind a plot, which scrolls where it is too wide."""
    return f"<details><summary>{summary}</summary>{scrolling(content, label)}</details>"


def scrolling(content: str, label: str, direction: str = "") -> str:
    """Wide content, which scrolls by itself and by the keyboard.

    ``direction``: ``ltr`` for a plot, in which time runs to the right in every language.
    """
    side = f' dir="{direction}"' if direction else ""
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{label}"{side}>{content}</div>'
    )
