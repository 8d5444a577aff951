"""Evenings of the stage: a band that plays, a place in the window, a lock some beats ago."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from fake_evening import NOON_MS, clip
from fake_show import evening
from stage_states import served

from mwk_desktop.show.snapshot import ChartRow, Snapshot
from mwk_desktop.show.stage_state import (
    LockedWindow,
    LockOutcome,
    SceneTotals,
    StageMoment,
    StageState,
)
from mwk_desktop.show.workers_state import QueryState, WorkersState

BEAT_FRAMES = 22_500
BEAT_MS = 468.75
WINDOW_BEATS = 64
LOCK_FRAME = 2_880_000
"""A beat before the landing on a loop's line."""
SERVED = served()
BAND = ("drum", "lead_bass", "melody", "pad", "synth")
AFTER = ("drum", "heavy_bass", "pad", "synth", "vocal")
CHART = (
    ("drum", 34),
    ("vocal", 27),
    ("pad", 24),
    ("synth", 18),
    ("heavy_bass", 12),
    ("melody", 10),
    ("lead_bass", 7),
    ("line_bass", 3),
)
QUERY = (
    "SELECT instrument, count(*) AS votes FROM tweets WHERE instrument IS NOT NULL "
    "GROUP BY instrument ORDER BY votes DESC"
)


def with_band(
    snapshot: Snapshot, names: Sequence[str], level: float | Sequence[float] = 0.5
) -> Snapshot:
    """The strips that play, and how loud (linear, one for all or one each)."""
    levels = [level] * 8 if isinstance(level, float | int) else list(level)
    strips = tuple(
        replace(
            strip,
            now=clip(strip.instrument, 1) if strip.instrument in names else None,
            peak_left=levels[i] if strip.instrument in names else 0.0,
            peak_right=0.0,
            mute=False,
            audible=True,
        )
        for i, strip in enumerate(snapshot.strips)
    )
    return replace(snapshot, strips=strips)


def at_beat(snapshot: Snapshot, beats: float) -> Snapshot:
    """So many beats after the landing of the window's scene (the lock is at 63)."""
    left_ms = round((WINDOW_BEATS - 1 - beats) * BEAT_MS)
    since = snapshot.transport
    transport = replace(
        since,
        bar=101 + int(beats // 4),
        beat=int(beats % 4) + 1,
        beat_phase=beats % 1,
        loop_phase=beats % 8 / 8,
        frame=round(LOCK_FRAME + (beats + 1) * BEAT_FRAMES),
    )
    window = replace(
        snapshot.window,
        remaining_ms=left_ms,
        playhead_bars=beats / 4,
        start_ms=NOON_MS,
        end_ms=NOON_MS + 30_000,
    )
    return replace(snapshot, transport=transport, window=window, t_ms=NOON_MS + 30_000 - left_ms)


def voting(beats: float = 46.0, **changes: Any) -> Snapshot:
    """Five players; the chart of the mock-ups."""
    changes.setdefault("workers", SERVED)
    changes.setdefault("chart", tuple(ChartRow(*row) for row in CHART))
    return at_beat(with_band(evening(**changes), BAND), beats)


def lock(**changes: Any) -> LockedWindow:
    """The lock of the mock-ups: Vocal and Heavy bass are new, Melody and Lead bass leave."""
    made = LockedWindow(
        start_ms=NOON_MS - 30_000,
        end_ms=NOON_MS,
        lock_frame=LOCK_FRAME,
        landing_frame=LOCK_FRAME + BEAT_FRAMES,
        outcome=LockOutcome.LANDS,
        closed=True,
        chart=CHART,
        top=tuple(name for name, _ in CHART[:5]),
        scene_number=18,
        before=BAND,
        after=AFTER,
        in_a_row=(5, 1, 2, 3, 1),
    )
    return replace(made, **changes)


def revealed(b: float, preview: int = 0, **changes: Any) -> Snapshot:
    """``b`` beats after the lock; the first votes of the new window are ``preview``."""
    locked = lock(**changes)
    lands = locked.landing_frame is not None
    votes = dict.fromkeys((name for name, _ in CHART), 0) | {"synth": preview}
    chart = sorted(votes.items(), key=lambda row: (-row[1], row[0]))
    snapshot = evening(workers=SERVED, locked=locked, chart=tuple(ChartRow(*row) for row in chart))
    sounding = locked.after if b >= 1 and lands else locked.before
    # Before the landing the floor still shows the old window's last beat.
    placed = at_beat(with_band(snapshot, sounding), b - 1)
    if b < 1:
        window = replace(placed.window, playhead_bars=(63 + b) / 4)
        placed = replace(placed, window=window)
    return placed


def shown(moment: str, snapshot: Snapshot | None = None, **state: Any) -> Snapshot:
    """The stage with another moment on it."""
    placed = voting(31.0) if snapshot is None else snapshot
    return replace(placed, stage=StageState(StageMoment(moment), **state))


def answered(
    columns: Sequence[str],
    types: Sequence[str],
    rows: Sequence[Sequence[str]],
    text: str = QUERY,
    **changes: Any,
) -> WorkersState:
    """Workers whose query has this answer."""
    query = QueryState(
        text=text,
        continuous=True,
        columns=tuple(columns),
        types=tuple(types),
        rows=tuple(tuple(row) for row in rows),
        row_count=len(rows),
        as_of_tweets=1_577,
    )
    return replace(SERVED, query=replace(query, **changes))


def bars_query(rows: int = 8, **changes: Any) -> WorkersState:
    """Votes by instrument, or by users if there are more than eight."""
    names = [name for name, _ in CHART] if rows <= 8 else [f"user{i}" for i in range(rows)]
    answer = [(name, str(264 - 13 * i)) for i, name in enumerate(names[:rows])]
    return answered(("instrument", "votes"), ("VARCHAR", "BIGINT"), answer, **changes)


TOTALS = SceneTotals(
    41,
    (
        ("drum", 36),
        ("heavy_bass", 25),
        ("lead_bass", 19),
        ("line_bass", 16),
        ("melody", 22),
        ("pad", 29),
        ("synth", 27),
        ("vocal", 31),
    ),
)
