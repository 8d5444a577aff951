"""Every size of projector shows the whole of what is on the stage, and nothing on another."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from fake_show import evening
from layout_checks import _rect
from stage_scenes import SCENES
from stage_states import one, tie, winner, with_winner

from mwk_desktop.show.snapshot import ChartRow, Snapshot
from mwk_desktop.show.winner_state import Winner
from mwk_desktop.ui.stage.winner_properties import winner_properties

SIZES = [
    pytest.param((width, height), id=f"{width}x{height}", marks=pytest.mark.soak if slower else ())
    for width, height, slower in (
        (1024, 768, False),
        (1280, 720, True),
        (1280, 800, False),
        (1920, 1080, True),
        (2560, 1080, True),
    )
]
LONG = "vincentmoreau_and_friends"


def _shown(ui: Any, name: str) -> list[Any]:
    return [
        item
        for item in ui.items(ui.stage.contentItem())
        if item.objectName() == name and item.isVisible()
    ]


def _ranks(names: list[str], *, tweets: int = 90, tied: bool = False) -> Winner:
    """The first of ``names`` wins, the others follow."""
    rows = [(1, False, names[0], tweets)]
    rows += [(2 if tied else i, tied, name, tweets - 1) for i, name in enumerate(names[1:], 2)]
    return winner(*rows)


MOMENTS = {
    "one line": one(),
    "one line of long names": _ranks([LONG] * 4),
    "two lines": _ranks(["monty", "venus_dev", "ana_ruiz", "pierrot", "zoe_t", "otto", "kwame"]),
    "more": _ranks([f"{LONG}{i}" for i in range(10)]),
    "many tied": _ranks([f"{LONG}{i}" for i in range(30)], tweets=98_765, tied=True),
    "two winners": tie(2),
    "more winners than shown": tie(20),
}


@pytest.mark.parametrize("size", SIZES)
def test_runners_up_stand_free_and_whole(
    open_ui: Callable[..., Any], size: tuple[int, int]
) -> None:
    unit = min(size[0] / 1300, size[1] / 1080)
    margin = (48 if size[0] < 1584 * unit else 64) * unit
    for language in ("en", "fr"):
        ui = open_ui(with_winner(None), stage=True, stage_size=size, language=language)
        for name, moment in MOMENTS.items():
            ui.show.change(winner=moment)
            ui.settle()
            ui.stage.grabWindow()
            what = (name, language, size)
            people = [*map(_rect, _shown(ui, "runnerUp") + _shown(ui, "runnersMore"))]
            assert people, what
            towers = [*map(_rect, _shown(ui, "tower"))]
            assert len(towers) == 40
            for i, rect in enumerate(people):
                assert rect.left() >= margin - 1, what
                assert rect.right() <= size[0] - margin + 1, what
                assert not any(rect.intersects(other) for other in people[i + 1 :]), what
                assert not any(rect.intersects(tower) for tower in towers), what
            for item in _shown(ui, "place") + _shown(ui, "runnerTweets"):
                assert not item.property("truncated"), what
            for item in _shown(ui, "runnersMore"):
                assert not item.property("truncated"), what
            for item in _shown(ui, "runnerName"):
                cut = item.property("truncated")
                assert not cut or LONG in item.property("text"), what
                # What is cut still says who is meant.
                assert not cut or item.width() > 140 * unit, what
        ui.close()


def test_how_many_more_takes_one_place() -> None:
    seven = winner_properties(_ranks([f"n{i}" for i in range(7)]), lambda url: "")
    assert (len(seven["runnersUp"]), seven["runnersMore"]) == (6, "")
    eight = winner_properties(_ranks([f"n{i}" for i in range(8)]), lambda url: "")
    assert (len(eight["runnersUp"]), eight["runnersMore"]) == (5, "and 2 more")


def _overtaken(most: int) -> tuple[Snapshot, Snapshot]:
    """The chart before and after the last row came to the top; all are nearly as long."""
    rows = [ChartRow(row.instrument, most - i) for i, row in enumerate(evening().chart)]
    risen = [ChartRow(rows[-1].instrument, most), *rows[:-1]]
    before = evening(chart=tuple(rows))
    return before, evening(chart=tuple(risen), t_ms=before.t_ms + 1_000)


@pytest.mark.parametrize("size", SIZES)
def test_counts_and_arrows_are_whole(open_ui: Callable[..., Any], size: tuple[int, int]) -> None:
    for language in ("en", "fr"):
        ui = open_ui(_overtaken(12)[0], stage=True, stage_size=size, language=language)
        for most in (12, 34, 99, 888, 8_888, 12_345):
            before, after = _overtaken(most)
            ui.show.set(before)
            ui.settle()
            ui.show.set(after)
            ui.settle()
            ui.stage.grabWindow()
            room = _rect(_shown(ui, "race")[0])
            arrows = _shown(ui, "moved")
            assert len(arrows) >= 5
            for item in [*_shown(ui, "rowVotes"), *arrows]:
                assert _rect(item).right() <= room.right() + 0.5, (most, item.property("text"))
                assert not item.property("truncated")
            for arrow in arrows:
                count = next(i for i in arrow.parentItem().childItems()
                             if i.objectName() == "rowVotes")  # fmt: skip
                assert not _rect(arrow).intersects(_rect(count))
        ui.close()


@pytest.mark.parametrize("size", SIZES)
def test_the_times_below_lines_are_evenly_spaced(
    open_ui: Callable[..., Any], size: tuple[int, int]
) -> None:
    ui = open_ui(SCENES["lines"](), stage=True, stage_size=size)
    times = [item.property("text") for item in _shown(ui, "queryPlace")]
    minutes = [60 * int(text[:2]) + int(text[3:]) for text in times]
    assert len(minutes) >= 3
    assert len({after - before for before, after in pairwise(minutes)}) == 1
    boxes = [_rect(item) for item in _shown(ui, "queryPlace")]
    assert all(a.right() < b.left() for a, b in pairwise(boxes))
