"""Every scene of the stage by name: what the tests of its texts and contrasts go through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from stage_evening import (
    BAND,
    CHART,
    TOTALS,
    answered,
    at_beat,
    bars_query,
    revealed,
    shown,
    voting,
    with_band,
)
from stage_states import one, served, tie, winner, with_winner

from mwk_desktop.show.snapshot import ChartRow, Snapshot
from mwk_desktop.show.stage_state import LockOutcome, StageMoment, StageState
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.units import INSTRUMENTS

NO_VOTES = tuple(ChartRow(name, 0) for name in INSTRUMENTS)


def _never_a_vote() -> Snapshot:
    return voting(10.0, chart=NO_VOTES, leaders=(), feed=())


def _stopped(snapshot: Snapshot) -> Snapshot:
    return replace(snapshot, source=replace(snapshot.source, state="reconnecting", since_ms=0))


def _held(b: float) -> Snapshot:
    return revealed(b, outcome=LockOutcome.HELD, landing_frame=None)


def _rolling() -> Snapshot:
    placed = at_beat(with_winner(one()), 44.0)
    since = at_beat(placed, 39.9).transport.frame
    return replace(placed, stage=StageState(StageMoment.WINNER, since_frame=since))


def _answer(types: tuple[str, ...], rows: list[tuple[str, ...]]) -> Snapshot:
    columns = ("a", "b", "c")[: len(types)]
    return shown("sql", voting(31.0, workers=answered(columns, types, rows)))


SCENES: dict[str, Callable[[], Snapshot]] = {
    "voting": lambda: voting(46.0),
    "leaders": lambda: voting(14.0),
    "eight players": lambda: with_band(voting(46.0), INSTRUMENTS),
    "large counts": lambda: voting(
        46.0, chart=tuple(ChartRow(name, 12_345 - i) for i, name in enumerate(INSTRUMENTS))
    ),
    "last seconds": lambda: voting(58.0),
    "held": lambda: voting(30.0, hold=True),
    "silent": lambda: voting(30.0, panic="silent"),
    "never a vote": _never_a_vote,
    "page closed": lambda: voting(46.0, workers=served(is_open=False)),
    "lock": lambda: revealed(0.4),
    "landing": lambda: revealed(1.5),
    "reveal": lambda: revealed(4.0, preview=3),
    "reveal, large counts": lambda: revealed(
        4.0, preview=3, chart=tuple((name, 12_345 - n) for name, n in CHART)
    ),
    "reveal, thousands": lambda: revealed(
        4.0, preview=3, chart=tuple((name, 1_345 - n) for name, n in CHART)
    ),
    "join, a full room": lambda: shown(
        "join",
        voting(31.0, workers=replace(served(), page=replace(served().page, phones=1_500))),
    ),
    "reveal, held": lambda: _held(3.0),
    "join": lambda: shown("join"),
    "join, no page": lambda: shown("join", voting(31.0, workers=WorkersState())),
    "wall": lambda: shown("messages"),
    "wall, no message": lambda: shown("messages", voting(31.0, feed=())),
    "bars": lambda: shown("sql", voting(31.0, workers=bars_query())),
    "many bars": lambda: shown("sql", voting(31.0, workers=bars_query(20))),
    "table": lambda: _answer(("VARCHAR", "VARCHAR"), [("x", "y")] * 9),
    "columns": lambda: _answer(
        ("TIMESTAMP", "BIGINT"), [(f"2018-04-18 20:{n}", str(n)) for n in range(10, 50)]
    ),
    "lines": lambda: _answer(
        ("TIMESTAMP", "BIGINT", "BIGINT"),
        [(f"2018-04-18 20:{n}", str(n), str(60 - n)) for n in range(10, 50)],
    ),
    "winner": lambda: at_beat(with_winner(one()), 60.0),
    "roll": _rolling,
    "two winners": lambda: at_beat(with_winner(tie(2)), 60.0),
    "four winners": lambda: at_beat(with_winner(tie(4)), 60.0),
    "twenty winners": lambda: at_beat(with_winner(tie(20)), 60.0),
    "no winner": lambda: at_beat(with_winner(winner()), 60.0),
    "logo": lambda: shown("logo"),
    "end": lambda: shown("end", replace(voting(), scene_totals=TOTALS), since_frame=-(10**8)),
    "calm": lambda: _stopped(voting(31.0)),
    "calm, never a vote": lambda: _stopped(_never_a_vote()),
}
"""What the room can see, each at rest; ``with_band`` gives other levels."""


def at_level(snapshot: Snapshot, level: float) -> Snapshot:
    """The same scene with the band as loud as that (linear)."""
    names = [strip.instrument for strip in snapshot.strips if strip.now is not None]
    return with_band(snapshot, names or BAND, level)
