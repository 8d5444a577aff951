"""States of the stage: winners, the page's code, and whatever strangers may send."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import segno
from fake_show import LEADERS, NOON_MS, evening

from mwk_desktop.show.snapshot import Leader, Snapshot
from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.show.winner_state import Winner, WinnerRow
from mwk_desktop.show.workers_state import PageState, WorkersState

NAMES = tuple(name for name, _ in LEADERS)
ADDRESS = "http://mwk.local:8080/"


def winner(*rows: tuple[int, bool, str, int], ago_ms: int = 10_000) -> Winner:
    """A winner moment that began some time ago: place, tied, name, tweets a row."""
    told = tuple(WinnerRow(*row, "https://example.org/x.png") for row in rows)
    return Winner(NOON_MS - ago_ms, told, NAMES)


def one(ago_ms: int = 10_000) -> Winner:
    """The mock-up's: a winner, a second, and two that share the third place."""
    first = ((1, False, NAMES[0], 88), (2, False, NAMES[1], 71))
    return winner(*first, (3, True, NAMES[2], 64), (3, True, NAMES[3], 64), ago_ms=ago_ms)


def tie(number: int) -> Winner:
    """So many winners, and one after them."""
    rows = [(1, True, f"{NAMES[i % 10]}{i // 10 or ''}", 88) for i in range(number)]
    return winner(*rows, (number + 1, False, "last_but_here", 3))


def served(address: str = ADDRESS, *, is_open: bool = True) -> WorkersState:
    """The audience's page behind an address, with its code as the page's server makes it."""
    matrix = segno.make(address, error="m", boost_error=False).matrix
    rows = tuple("".join(str(int(bool(module))) for module in row) for row in matrix)
    return WorkersState(page=PageState(address=address, qr=rows, open=is_open))


def hostile(text: str, url: str, first_serial: int = 200) -> Snapshot:
    """The evening with ``text`` and ``url`` wherever a stranger's may stand."""
    before = evening()
    feed = tuple(
        FeedItem(first_serial + 9 - i, f"{text}{i}"[-60_000:], text, url, text, "pad", NOON_MS)
        for i in range(8)
    )
    rows = tuple(WinnerRow(1 + i, False, f"{text}{i}", 9 - i, url) for i in range(6))
    return replace(
        before,
        # The console's feed changes ten times a second at most.
        t_ms=NOON_MS + first_serial * 1_000,
        feed=feed,
        leaders=tuple(Leader(f"{text}{i}", 99_999_999 - i, url) for i in range(10)),
        winner=Winner(
            NOON_MS + first_serial * 1_000 - 10_000, rows, tuple(f"{text}{i}" for i in range(8))
        ),
    )


def with_winner(moment: Winner | None, **more: Any) -> Snapshot:
    return evening(winner=moment, **more)
