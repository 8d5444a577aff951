"""An answer as lines over time: where each point lies, what is written beside it (no Qt here).

Places are shares of the plot: 0 is its left or its foot, 1 its right or its top.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any, Final

from mwk_desktop.show.workers_state import QueryState
from mwk_desktop.ui.local_numbers import count, decimal
from mwk_desktop.ui.safe_text import clean
from mwk_desktop.units import INSTRUMENTS

MOST_LINES: Final = 8
"""More lines than instruments cannot be told apart: those with the largest newest values stay."""
MOST_MOMENTS: Final = 240
LABEL_SHARE: Final = 0.06
"""Names at the lines' ends keep this distance: about 18 of 310 pixels."""
TICKS: Final = 6
LARGEST: Final = 1e300
"""The distance of two numbers must be one, too."""
LARGEST_GROUPED: Final = 1e12
"""A number with more digits than that is written as the answer writes it."""
SMALLEST: Final = 1e-300
"""Smaller numbers have no round steps."""


@dataclass(frozen=True, slots=True)
class PlottedColumns:
    """Columns of the answer: ``across`` the time, ``up`` the number, ``each`` a line for each of
    its values (-1: one line)."""

    across: int
    up: int
    each: int = -1


def moment_s(text: str | None) -> float | None:
    """A time of an answer as seconds from any start; None if it is none."""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        pass
    else:
        return value if abs(value) <= LARGEST else None
    try:
        at = datetime.fromisoformat(text)
        # UTC, so that no summer time bends the axis.
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        pass
    try:
        clock = time.fromisoformat(text)
    except ValueError:
        return None
    return clock.hour * 3600.0 + clock.minute * 60.0 + clock.second + clock.microsecond / 1e6


def number_of(text: str | None) -> float | None:
    """A number of an answer; None for NULL and for what no plot can show: no number, infinite, or
    further from zero than :data:`LARGEST`."""
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if abs(value) <= LARGEST else None


def axis(most: float) -> tuple[float, int]:
    """A round step, and how many of them reach ``most``: at most four, at least one."""
    if not most > SMALLEST:
        return 1.0, 1
    raw = most / 3.0
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(factor * power for factor in (1, 2, 2.5, 4, 5, 10) if factor * power >= raw)
    return step, max(1, math.ceil(most / step - 1e-9))


def spread(places: Sequence[float], distance: float) -> list[float]:
    """Move places apart until neighbours are ``distance`` from each other, in their order.

    They stay within 0 and 1 where there is room for all, and as near to where they were as that
    allows.
    """
    order = sorted(range(len(places)), key=lambda at: places[at])
    moved = [places[at] for at in order]
    distance = min(distance, 1.0 / max(1, len(moved) - 1))
    for at in range(1, len(moved)):
        moved[at] = max(moved[at], moved[at - 1] + distance)
    if moved and moved[-1] > 1.0:
        moved[-1] = 1.0
        for at in range(len(moved) - 2, -1, -1):
            moved[at] = min(moved[at], moved[at + 1] - distance)
    found = [0.0] * len(places)
    for place, at in enumerate(order):
        found[at] = min(1.0, max(0.0, moved[place]))
    return found


def time_plot(
    query: QueryState,
    columns: PlottedColumns,
    *,
    most_lines: int = MOST_LINES,
    label_share: float = LABEL_SHARE,
) -> dict[str, Any]:
    """The lines of an answer, with ticks, names at their ends and a text for each moment.

    Parameters
    ----------
    columns
        What is drawn.
    most_lines, label_share
        Lines that stay, and the least distance of their names.

    Returns
    -------
    dict
        ``series``: name, instrument, value, ``points`` (x, y, x, y...), end, labelY; ``xTicks``
        and ``yTicks``: text, at; ``moments``: x, title, lines; empty where nothing can be drawn.
    """
    values: dict[str, dict[float, tuple[float, str]]] = {}
    shown: dict[float, str] = {}
    for row in query.rows:
        at, amount = moment_s(row[columns.across]), number_of(row[columns.up])
        if at is None or amount is None:
            continue
        name = query.columns[columns.up] if columns.each < 0 else row[columns.each] or "NULL"
        values.setdefault(name, {})[at] = amount, row[columns.up] or ""
        shown[at] = row[columns.across] or ""
    times = sorted(shown)[-MOST_MOMENTS:]
    if not times:
        return {"series": [], "xTicks": [], "yTicks": [], "moments": []}
    first, span = times[0], (times[-1] - times[0]) or 1.0
    kept = set(times)
    lines = {
        name: {at: value for at, value in points.items() if at in kept}
        for name, points in values.items()
    }
    newest = {name: points[max(points)][0] for name, points in lines.items() if points}
    names = sorted(newest, key=lambda name: (-newest[name], name))[:most_lines]
    drawn = [value for name in names for value, _ in lines[name].values()]
    low, high = min(0.0, *drawn), max(0.0, *drawn)
    step, steps = axis(high - low if high > low else 1.0)
    if low < 0.0:
        low = math.floor(low / step) * step
        steps = max(1, math.ceil((high - low) / step - 1e-9))
    top = low + step * steps

    def up(value: float) -> float:
        return (value - low) / (top - low)

    def across(at: float) -> float:
        return (at - first) / span if times[-1] > first else 0.5

    labels = spread([up(newest[name]) for name in names], label_share)
    series = []
    for name, label in zip(names, labels, strict=True):
        points = lines[name]
        places = [place for at in sorted(points) for place in (across(at), up(points[at][0]))]
        end = {"end": places[-1], "endX": places[-2], "labelY": label}
        hue = name if name in INSTRUMENTS else ""
        value = figure(points[max(points)])
        series.append(
            {"name": clean(name, 40), "instrument": hue, "value": value, "points": places, **end}
        )
    every = max(1, math.ceil(len(times) / TICKS))
    return {
        "series": series,
        "xTicks": [{"text": _short(shown[at]), "at": across(at)} for at in times[::every]],
        "yTicks": [
            {"text": figure((low + step * n, f"{low + step * n:g}")), "at": n / steps}
            for n in range(steps + 1)
        ],
        "moments": [
            {"x": across(at), "title": clean(shown[at], 40), "lines": _said(lines, names, at)}
            for at in times
        ],
    }


def _said(
    lines: dict[str, dict[float, tuple[float, str]]], names: list[str], at: float
) -> list[str]:
    """The three largest values of a moment in words."""
    there = [(lines[name][at], name) for name in names if at in lines[name]]
    there.sort(key=lambda found: -found[0][0])
    return [f"{clean(name, 24)} {figure(value)}" for value, name in there[:3]]


def figure(value: tuple[float, str]) -> str:
    """A number for people: whole ones grouped, others as the answer wrote them."""
    number, text = value
    whole = number == int(number) and abs(number) < LARGEST_GROUPED
    return count(int(number)) if whole else decimal(clean(text, 12))


def _short(text: str) -> str:
    """A moment in a few letters: its time of day where it has one."""
    day, _, clock = text.partition(" ")
    if clock:
        return clock[:5] if clock[5:8] in ("", ":00") else clock[:8]
    return clean(day, 10)
