"""Every text of every state is large enough, whole, inside the window and free of the others."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from held_stage import inked
from PySide6.QtCore import QRectF
from stage_evening import TOTALS, answered, at_beat, bars_query, revealed, shown, voting
from stage_states import one, tie, with_winner

from mwk_desktop.show.snapshot import Snapshot

STATES: dict[str, Callable[[], Snapshot]] = {
    "voting": lambda: voting(46.0),
    "leaders": lambda: voting(14.0),
    "last seconds": lambda: voting(58.0),
    "held": lambda: voting(30.0, hold=True),
    "silent": lambda: voting(30.0, panic="silent"),
    "lock": lambda: revealed(0.4),
    "reveal": lambda: revealed(4.0, preview=3),
    "join": lambda: shown("join"),
    "wall": lambda: shown("messages"),
    "bars": lambda: shown("sql", voting(31.0, workers=bars_query())),
    "many bars": lambda: shown("sql", voting(31.0, workers=bars_query(20))),
    "table": lambda: shown(
        "sql",
        voting(31.0, workers=answered(("a", "b"), ("VARCHAR", "VARCHAR"), [("x", "y")] * 9)),
    ),
    "winner": lambda: at_beat(with_winner(one()), 60.0),
    "two winners": lambda: at_beat(with_winner(tie(2)), 60.0),
    "four winners": lambda: at_beat(with_winner(tie(4)), 60.0),
    "logo": lambda: shown("logo"),
    "end": lambda: shown("end", replace(voting(), scene_totals=TOTALS), since_frame=-(10**8)),
    "calm": lambda: replace(
        voting(31.0), source=replace(voting().source, state="reconnecting", since_ms=0)
    ),
}
_MAY_TOUCH = {"playerName"}


@pytest.mark.parametrize(
    ("size", "language"),
    [
        pytest.param((1280, 800), "en", id="800-en"),
        pytest.param((1024, 768), "fr", id="768-fr"),
        pytest.param((1280, 800), "fr", id="800-fr", marks=pytest.mark.soak),
        pytest.param((1024, 768), "en", id="768-en", marks=pytest.mark.soak),
        pytest.param((1920, 1080), "en", id="1080-en", marks=pytest.mark.soak),
        pytest.param((1920, 1080), "fr", id="1080-fr", marks=pytest.mark.soak),
        pytest.param((1440, 1080), "en", id="4:3-en", marks=pytest.mark.soak),
        pytest.param((1440, 1080), "fr", id="4:3-fr", marks=pytest.mark.soak),
    ],
)
def test_texts_are_readable_and_free(
    held_stage: Callable[..., Any], size: tuple[int, int], language: str
) -> None:
    stage = held_stage(voting(46.0), size, language=language, reduced_motion=True)
    window = QRectF(-1, -1, size[0] + 2, size[1] + 2)
    for name, state in STATES.items():
        stage.show(state())
        stage.show(state())
        stage.window.grabWindow()
        places = []
        for text in stage.texts():
            said = text.property("text")
            px = text.property("font").pixelSize()
            assert px >= int(0.04 * size[1]), (name, said, px)
            where = inked(text)
            if where.width() < 1:
                continue
            assert window.contains(where), (name, said, where)
            # Letters are lower than their line.
            slack = 0.2 * px
            places.append((said, where.adjusted(1, slack, -1, -slack)))
        assert len(places) > 1, name
        for (a, first), (b, second) in combinations(places, 2):
            assert not first.intersects(second), (name, a, b, first, second)
