"""The winner moment as people see it. Plain values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WinnerRow:
    """``place`` 1.. with gaps after a tie (1, 1, 3); ``tied``: others share the place."""

    place: int
    tied: bool
    name: str
    tweets: int
    image_url: str


@dataclass(frozen=True, slots=True)
class Winner:
    """The winner moment: who led when it began at ``since_ms`` (later tweets change nothing).

    ``rows`` are the best ten, or more in a tie; ``names`` are for the roll, in a fixed order.
    """

    since_ms: int
    rows: tuple[WinnerRow, ...]
    names: tuple[str, ...]
