"""Plots as SVG: stacked bars, a race of lines, a curve. Pure; colours are the style sheet's.

All plots of a report share their width and the way time lies on it, so that they can be read one
above the other.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mwk_desktop.analysis.report.markup import figure

WIDTH: Final = 1040
LEFT: Final = 104
"""Where time begins, in px: before it are names and scales."""

_TOP: Final = 12
_BOTTOM: Final = 26
"""Margins in px; the marks of time are in the lower one."""

_DENSE: Final = 4
"""Bars up to this wide, in px, have neither gaps nor edges: they would be all that is seen."""

_TIME_STEPS_MS: Final = tuple(
    1000 * seconds
    for seconds in (5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800, 86_400)
)


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Time from ``begin_ms`` to ``end_ms`` on a stretch of a plot.

    ``clock`` names a moment; ``clock_ms`` is what the clock shows at 0, so that the marks stand at
    its round times.
    """

    begin_ms: int
    end_ms: int
    clock: Callable[[float], str]
    right: float = WIDTH
    clock_ms: int = 0

    def x(self, at_ms: float) -> float:
        """Where a moment lies."""
        share = (at_ms - self.begin_ms) / max(1, self.end_ms - self.begin_ms)
        return LEFT + share * (self.right - LEFT)

    def step_ms(self) -> int:
        """Distance of the marks: not closer than 70 px."""
        most = max(1, int((self.right - LEFT) / 70))
        length_ms = self.end_ms - self.begin_ms
        return next(
            (step for step in _TIME_STEPS_MS if step * most >= length_ms), _TIME_STEPS_MS[-1]
        )

    def marks(self, y: float) -> str:
        """The marks and their words, under a plot that ends at ``y``."""
        step_ms, parts = self.step_ms(), []
        first = math.ceil((self.begin_ms + self.clock_ms) / step_ms) * step_ms - self.clock_ms
        for at_ms in range(first, self.end_ms + 1, step_ms):
            x = self.x(at_ms)
            anchor = "end" if x > self.right - 24 else "middle"
            parts.append(f'<path class="tick" d="M{figure(x)} {figure(y)}v4"/>')
            parts.append(
                f'<text class="t" x="{figure(x)}" y="{figure(y + 17)}" text-anchor="{anchor}">'
                f"{self.clock(at_ms)}</text>"
            )
        return "".join(parts)


def open_svg(height: float, label: str, more: str = "") -> str:
    """The beginning of a plot; ``label`` (markup) says what it shows."""
    return (
        f'<svg viewBox="0 0 {WIDTH} {figure(height)}" width="{WIDTH}" height="{figure(height)}"'
        f' role="img" aria-label="{label}"{more}>'
    )


def nice_ticks(highest: float, count: int = 4) -> list[float]:
    """Round numbers from 0 to at least ``highest``: steps of 1, 2 or 5 times a power of ten."""
    if highest <= 1:
        return [0.0, 1.0]
    raw = highest / count
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= raw * 0.999)
    step = max(step, 1.0)
    return [step * n for n in range(math.ceil(highest / step - 1e-9) + 1)]


def _scale(
    ticks: Sequence[float],
    y: Callable[[float], float],
    right: float,
    number: Callable[[float], str],
) -> str:
    return "".join(
        f'<path class="grid" d="M{LEFT} {figure(y(tick))}H{figure(right)}"/>'
        f'<text class="t" x="{LEFT - 8}" y="{figure(y(tick) + 4)}" text-anchor="end">'
        f"{number(tick)}</text>"
        for tick in ticks
    )


def stacked_bars(
    axis: TimeAxis,
    bars: Sequence[tuple[int, int, Mapping[str, int], str]],
    order: Sequence[str],
    label: str,
    number: Callable[[float], str],
) -> str:
    """Bars over time, each a stack.

    Parameters
    ----------
    axis
        Time.
    bars
        (begin_ms, end_ms, value by key, what a pointer is told as markup).
    order
        The keys from the bottom up; a part's class is ``i-KEY``.
    label, number
        What it shows (markup), and how a figure of the scale is written.
    """
    height = 280.0
    bottom = height - _BOTTOM
    ticks = nice_ticks(max((sum(bar[2].values()) for bar in bars), default=0))
    unit = (bottom - _TOP) / ticks[-1]

    def y(value: float) -> float:
        return bottom - value * unit

    parts = [open_svg(height, label), _scale(ticks, y, axis.right, number)]
    paths: dict[str, list[str]] = {key: [] for key in order}
    hits, dense = [], False
    for begin_ms, end_ms, values, told in bars:
        x, end = axis.x(begin_ms), axis.x(end_ms)
        dense = end - x <= _DENSE
        gap = 0.0 if dense else 1.0
        width, base = max(0.5, end - x - gap), 0
        for key in order:
            value = values.get(key, 0)
            if value:
                paths[key].append(
                    f"M{figure(x)} {y(base):.2f}h{figure(width)}V{y(base + value):.2f}"
                    f"h-{figure(width)}z"
                )
                base += value
        hits.append(
            f'<rect class="hit" x="{figure(x)}" y="{_TOP}" width="{figure(end - x)}"'
            f' height="{figure(bottom - _TOP)}"><title>{told}</title></rect>'
        )
    kind = "i dense" if dense else "i"
    parts += [
        f'<path class="{kind} i-{key}" d="{"".join(paths[key])}"/>' for key in order if paths[key]
    ]
    parts += [axis.marks(bottom), *hits, "</svg>"]
    return "".join(parts)


def race_of_lines(
    axis: TimeAxis,
    times_ms: Sequence[int],
    lines: Sequence[tuple[str, Sequence[int]]],
    label: str,
    number: Callable[[float], str],
) -> str:
    """Lines that only rise, the first of them in front; names stand at their ends.

    ``lines`` are (name as markup, values at ``times_ms``), best first.
    """
    height = 340.0
    bottom = height - _BOTTOM
    ticks = nice_ticks(max((line[1][-1] for line in lines), default=0))

    def y(value: float) -> float:
        return bottom - value * (bottom - _TOP) / ticks[-1]

    parts = [open_svg(height, label), _scale(ticks, y, axis.right, number)]
    for rank, (_, values) in reversed(list(enumerate(lines, 1))):
        points = [(axis.begin_ms, 0), *zip(times_ms, values, strict=True)]
        path = "L".join(f"{figure(axis.x(at))} {figure(y(value))}" for at, value in points)
        parts.append(f'<path class="r r{min(rank, 4)}" d="M{path}"/>')
    wanted = [y(values[-1]) for _, values in lines]
    for rank, (at, want, (name, values)) in enumerate(
        zip(spread_out(wanted, 17.0, bottom), wanted, lines, strict=True), 1
    ):
        end = axis.x(times_ms[-1])
        parts.append(
            f'<path class="lead" d="M{figure(end + 3)} {figure(want)}'
            f'L{figure(end + 16)} {figure(at)}"/>'
            f'<text class="who{" first" if rank == 1 else ""}" x="{figure(end + 20)}"'
            f' y="{figure(at + 4)}">{name} <tspan class="n">{number(values[-1])}</tspan></text>'
        )
    parts += [axis.marks(bottom), "</svg>"]
    return "".join(parts)


def spread_out(wanted: Sequence[float], least: float, bottom: float) -> list[float]:
    """Places that are at least ``least`` apart, in the same order, near the wanted ones (which
    rise) and not below ``bottom``."""
    places: list[float] = []
    for want in wanted:
        places.append(max(want, places[-1] + least) if places else want)
    limit = bottom
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], limit)
        limit = places[index] - least
    return places


def curve(
    axis: TimeAxis,
    points: Sequence[tuple[int, float | None]],
    ticks: Sequence[float],
    label: str,
    number: Callable[[float], str],
) -> str:
    """A line through values; None is a gap. ``ticks`` are the scale, lowest first."""
    height = 190.0
    bottom = height - _BOTTOM
    low, high = ticks[0], ticks[-1]

    def y(value: float) -> float:
        share = (min(max(value, low), high) - low) / max(high - low, 1e-9)
        return bottom - share * (bottom - _TOP)

    parts = [open_svg(height, label), _scale(ticks, y, axis.right, number)]
    parts += [
        f'<path class="curve" d="M{run}"/>'
        for run in _runs([(axis.x(at), None if v is None else y(v)) for at, v in points])
    ]
    parts += [axis.marks(bottom), "</svg>"]
    return "".join(parts)


def _runs(points: Sequence[tuple[float, float | None]]) -> Iterator[str]:
    """The unbroken parts of a line; a lone point is a short one."""
    run: list[str] = []
    for x, y in [*points, (0.0, None)]:
        if y is not None:
            run.append(f"{figure(x)} {figure(y)}")
        elif run:
            yield "L".join(run) if len(run) > 1 else f"{run[0]}h1"
            run = []
