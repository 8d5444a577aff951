"""Formats answers as text: values, tables, bars. Pure; safe for terminals, whatever a tweet
contains."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from datetime import datetime, time
from decimal import Decimal
from typing import Any, Final

from mwk_desktop.messages import message
from mwk_desktop.plot_columns import is_number, plot_columns
from mwk_desktop.terminal_text import safe

WIDEST: Final = 60
"""A column of a table is at most this wide; longer texts end in an ellipsis."""

NARROWEST: Final = 8

_EIGHTHS: Final = " ▏▎▍▌▋▊▉"


def unique(names: Sequence[str]) -> list[str]:
    """Make column names unique: ``count, count`` becomes ``count, count_1``."""
    seen: set[str] = set()
    found = []
    for name in names:
        candidate, number = name, 0
        while candidate in seen:
            number += 1
            candidate = f"{name}_{number}"
        seen.add(candidate)
        found.append(candidate)
    return found


def value_text(value: Any) -> str | None:
    """A value for people; None for NULL."""
    if value is None:
        return None
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float_text(value)
    if isinstance(value, datetime | time):
        text = value.isoformat(*([" "] if isinstance(value, datetime) else []))
        # The stream's times have milliseconds.
        return text[:-3] if "." in text and text.endswith("000") else text
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_part_text, value))}]"
    if isinstance(value, dict):
        parts = (f"{_part_text(key)}: {_part_text(each)}" for key, each in value.items())
        return f"{{{', '.join(parts)}}}"
    return str(value)


def _part_text(value: Any) -> str:
    """A value inside a list or a map, as DuckDB writes it."""
    text = value_text(value)
    return "NULL" if text is None else text


def plain(value: Any) -> Any:
    """A value for a program: unchanged if JSON supports it, else as text without rounding."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Decimal):
        if value == value.to_integral_value():
            return int(value)
        return float(value) if Decimal(repr(float(value))) == value else str(value)
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {_part_text(key): plain(each) for key, each in value.items()}
    return value_text(value)


def _float_text(value: float) -> str:
    if not math.isfinite(value) or (value and not 1e-3 <= abs(value) < 1e15):
        return f"{value:g}"
    text = f"{value:.4f}".rstrip("0")
    return text + "0" if text.endswith(".") else text


def width(text: str) -> int:
    """How many terminal cells a text takes (a best guess)."""
    if text.isascii():
        return len(text)
    cells = 0
    for char in text:
        if unicodedata.combining(char) or char in "\u200d\ufe0f\ufe0e":
            continue
        cells += 2 if unicodedata.east_asian_width(char) in "WF" else 1
    return cells


def cut(text: str, cells: int) -> str:
    """Shorten a text to at most this many terminal cells."""
    if width(text) <= cells:
        return text
    kept, used = [], 0
    for char in text:
        used += width(char)
        if used > cells - 1:
            break
        kept.append(char)
    return "".join(kept) + "…"


def pad(text: str, cells: int, *, right: bool) -> str:
    """Pad or shorten a text to exactly this many terminal cells."""
    space = " " * max(0, cells - width(text))
    return space + text if right else text + space


def table(
    columns: Sequence[str],
    types: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    cells: int = 120,
) -> list[str]:
    """Format an aligned table, with numbers to the right.

    Parameters
    ----------
    columns, types, rows
        An answer.
    cells
        The terminal's width in cells.
    """
    right = [is_number(kind) for kind in types]
    texts = [["" if v is None else safe(value_text(v) or "") for v in row] for row in rows]
    names = [safe(name) for name in columns]
    widths = [
        min(WIDEST, max([width(name), *(width(row[n]) for row in texts)]))
        for n, name in enumerate(names)
    ]
    # The widest columns are shortened first.
    while sum(widths) + 2 * (len(widths) - 1) > cells and max(widths, default=0) > NARROWEST:
        widths[widths.index(max(widths))] -= 1

    def line(values: Sequence[str]) -> str:
        parts = zip(values, widths, right, strict=True)
        return "  ".join(pad(cut(text, w), w, right=r) for text, w, r in parts).rstrip()

    rule = "  ".join("-" * w for w in widths)
    return [line(names), rule, *(line(row) for row in texts)]


def bars(
    columns: Sequence[str],
    types: Sequence[str],
    rows: Sequence[Sequence[Any]],
    *,
    cells: int = 120,
    plain_text: bool = False,
) -> list[str]:
    """Format one line per row: its labels, a bar, and its number.

    Parameters
    ----------
    plain_text
        Draw in ASCII.

    Raises
    ------
    ValueError
        If no column is numeric.
    """
    number = plot_columns(columns, types).number
    if number < 0:  # bars were asked for: of a place rather than none
        number = next((n for n, kind in enumerate(types) if is_number(kind)), -1)
    if number < 0:
        raise ValueError(message("bars need a column of numbers; add one, for example count(*)"))
    labels = [
        cut(
            " ".join(safe(value_text(v) or "") for n, v in enumerate(row) if n != number),
            WIDEST // 2,
        )
        for row in rows
    ]
    values = [_finite(row[number]) for row in rows]
    texts = [value_text(row[number]) or "" for row in rows]
    label_cells = max([width(label) for label in labels], default=0)
    text_cells = max([width(text) for text in texts], default=0)
    room = max(4, min(60, cells - label_cells - text_cells - 4))
    most = max([0.0, *values])
    return [
        f"{pad(label, label_cells, right=False)}  "
        f"{pad(text, text_cells, right=True)}  {_bar(value, most, room, plain_text)}".rstrip()
        for label, text, value in zip(labels, texts, values, strict=True)
    ]


def _finite(value: Any) -> float:
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return 0.0
    return number if math.isfinite(number) else 0.0


def _bar(value: float, most: float, room: int, plain_text: bool) -> str:
    if value <= 0 or most <= 0:
        return ""
    eighths = max(1, round(value / most * room * 8))
    if plain_text:
        return "#" * max(1, eighths // 8)
    return ("█" * (eighths // 8) + _EIGHTHS[eighths % 8]).strip()
