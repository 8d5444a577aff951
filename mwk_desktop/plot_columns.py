"""Which columns of an answer are worth drawing: what bars show, what a line goes along.

Pure, and the one rule for the SQL page, the stage and ``mwk sql --bars``. Column types decide, and
names where types do not: ``place``, ``id`` and ``offset`` are numbers that only say which row it
is, ``hour`` and ``event_ms`` are times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_NUMBER: Final = re.compile(
    r"U?(?:TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)|FLOAT|REAL|DOUBLE|DECIMAL(?:\(\d+,\d+\))?|BIGNUM"
)
_TIME: Final = re.compile(r"TIMESTAMP(?:_S|_MS|_NS| WITH TIME ZONE)?|DATE|TIME(?: WITH TIME ZONE)?")
_WHICH_ROW: Final = re.compile(
    r"(?:.*_)?(?:place|rank|position|id|offset|partition|index|nr|row|row_number)(?:_\d+)?"
    r"|(?:row_number|rank|dense_rank|percent_rank|ntile)\(.*"
)
_TIME_NUMBER: Final = re.compile(
    r"(?:.*_)?(?:hour|minute|day|week|month|year|epoch|ts|timestamp)(?:_\d+)?"
    r"|(?:.*_)?(?:at|start|end|time|event|arrival|created|moment)_ms"
    r"|(?:hour|minute|day|week|month|year|epoch|epoch_ms)\(.*"
)


@dataclass(frozen=True, slots=True)
class PlotColumns:
    """Places of the columns to draw; -1 where there is none.

    ``number``: what bars show and lines go up to; ``label``: what a bar is called; ``time``: what a
    line goes along; ``each``: the column with a line for each of its values.
    """

    number: int = -1
    label: int = -1
    time: int = -1
    each: int = -1

    @property
    def has_bars(self) -> bool:
        """Whether bars can be drawn: a row has a label and a number."""
        return self.number >= 0 and self.label >= 0

    @property
    def has_lines(self) -> bool:
        """Whether lines can be drawn: a number at a time."""
        return self.number >= 0 and self.time >= 0


def is_number(kind: str) -> bool:
    """Whether a DuckDB type is one number (no list of them, no ``UNION`` or ``UUID``)."""
    return _NUMBER.fullmatch(kind.upper()) is not None


def is_time(kind: str) -> bool:
    """Whether a DuckDB type is a moment, a day or a time of day."""
    return _TIME.fullmatch(kind.upper()) is not None


def measure_columns(names: Sequence[str], types: Sequence[str]) -> list[int]:
    """Places of the numbers that tell how much: not which row it is, and no time."""
    lower = [name.strip().lower() for name in names]
    return [
        place
        for place, kind in enumerate(types)
        if is_number(kind)
        and not _WHICH_ROW.fullmatch(lower[place])
        and not _TIME_NUMBER.fullmatch(lower[place])
    ]


def plot_columns(names: Sequence[str], types: Sequence[str]) -> PlotColumns:
    """Choose the columns to draw of an answer.

    Parameters
    ----------
    names, types
        Of its columns, in order; ``types`` are DuckDB's.
    """
    lower = [name.strip().lower() for name in names]
    numbers = [place for place, kind in enumerate(types) if is_number(kind)]
    times = [place for place, kind in enumerate(types) if is_time(kind)]
    measures = measure_columns(names, types)
    times = times or [place for place in numbers if _TIME_NUMBER.fullmatch(lower[place])]
    texts = [place for place in range(len(types)) if place not in numbers and place not in times]
    number, time, each = (found[0] if found else -1 for found in (measures, times, texts))
    others = [place for place in numbers if place != number]
    label = next((place for place in (each, time, *others) if place >= 0), -1)
    return PlotColumns(number, label, time, each)
