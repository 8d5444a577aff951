"""The winner moment: who is shown, in which order, how large, and how it moves."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from conftest import centre
from fake_show import empty
from layout_checks import _rect
from PySide6.QtCore import QRectF
from PySide6.QtTest import QTest
from stage_evening import at_beat
from stage_states import NAMES, one, tie, winner, with_winner

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.stage_state import StageMoment, StageState
from mwk_desktop.show.winner_state import Winner
from mwk_desktop.ui.stage.winner_properties import winner_properties

STAGE = (1920, 1080)


def _plain(text: str) -> str:
    return text.strip("\u2068\u2069")


def _shown(ui: Any, name: str) -> list[Any]:
    root = ui.find("winner", ui.stage.contentItem())
    return [item for item in ui.items(root) if item.objectName() == name and item.isVisible()]


def _open(open_ui: Callable[..., Any], snapshot: Any, size: Any = STAGE, **more: Any) -> Any:
    ui = open_ui(snapshot, stage=True, stage_size=size, **more)
    ui.settle()
    return ui


def test_places_and_ties_are_told() -> None:
    facts = winner_properties(one(), lambda url: "")
    assert facts["winnerTitle"] == "And the winner is"
    assert [_plain(row["name"]) for row in facts["winners"]] == [NAMES[0]]
    assert (facts["winnerCount"], facts["winnerWord"]) == ("88", "tweets")
    assert [row["place"] for row in facts["runnersUp"]] == ["2", "3 =", "3 ="]
    assert [_plain(name) for name in facts["winnerRoll"]][-1] == NAMES[0]
    assert NAMES[0] not in [_plain(name) for name in facts["winnerRoll"]][:-1]
    two = winner_properties(tie(2), lambda url: "")
    assert (two["winnerTitle"], two["winnerWord"]) == ("A tie: the winners are", "tweets each")
    assert [row["place"] for row in two["runnersUp"]] == ["3"]
    many = winner_properties(tie(30), lambda url: "")
    assert (len(many["winners"]), many["winnersMore"]) == (8, "and 22 more")
    single = winner_properties(winner((1, False, "a", 1)), lambda url: "")
    assert single["winnerWord"] == "tweet"
    assert winner_properties(None, lambda url: "") == {}
    nobody = winner_properties(winner(), lambda url: "")
    assert (nobody["winners"], nobody["winnerRoll"], nobody["winnerTitle"]) == (
        [],
        [],
        "nobody yet",
    )


def test_the_moment_covers_the_chart_and_goes_again(open_ui: Callable[..., Any]) -> None:
    ui = _open(open_ui, with_winner(None))
    root = ui.stage.contentItem()
    assert ui.find("voting", root).isVisible()
    assert not _has(ui, "winner")
    ui.show.change(winner=one())
    ui.settle()
    assert not _has(ui, "voting")
    assert [_plain(item.property("text")) for item in _shown(ui, "winnerName")] == [NAMES[0]]
    assert _shown(ui, "winnerTitle")[0].property("text") == "And the winner is"
    assert [item.property("text") for item in _shown(ui, "place")] == ["2", "3 =", "3 ="]
    # Another moment, with other people; then back to the chart.
    ui.show.change(winner=tie(2))
    ui.settle()
    assert len(_shown(ui, "winnerName")) == 2
    ui.show.change(winner=None)
    ui.settle()
    assert ui.find("voting", root).isVisible()


def _has(ui: Any, name: str) -> bool:
    """Whether a part is loaded; what is not shown is not there at all."""
    return any(item.objectName() == name for item in ui.items(ui.stage.contentItem()))


def test_nobody_to_win_is_said_calmly(open_ui: Callable[..., Any]) -> None:
    ui = _open(open_ui, empty(winner=winner()))
    assert _shown(ui, "winnerTitle")[0].property("text") == "nobody yet"
    assert not _shown(ui, "winnerName")
    assert not _shown(ui, "confetti")


def test_a_tie_of_two_stands_side_by_side_in_one_size(open_ui: Callable[..., Any]) -> None:
    longer = winner((1, True, "a_rather_long_name_88", 88), (1, True, "bo", 88), ago_ms=11_000)
    ui = _open(open_ui, with_winner(None))
    for moment in (tie(2), longer):
        ui.show.change(winner=moment)
        ui.settle()
        first, second = _shown(ui, "winnerName")
        assert first.property("font").pixelSize() == second.property("font").pixelSize()
        assert 96 <= first.property("font").pixelSize() <= 150
        a, b = _rect(first), _rect(second)
        assert a.y() == b.y()
        assert a.right() < b.left()
        assert a.left() >= 0
        assert b.right() <= STAGE[0]
        assert a.left() + b.right() == pytest.approx(STAGE[0], abs=2)


def test_more_winners_are_rows(open_ui: Callable[..., Any]) -> None:
    ui = _open(open_ui, with_winner(None))
    for number in (3, 4, 5, 8, 20):
        ui.show.change(winner=tie(number))
        ui.settle()
        _check_rows(ui, number)


def _check_rows(ui: Any, number: int) -> None:
    # Rows find their places with the next frame.
    ui.stage.grabWindow()
    names = _shown(ui, "winnerName")
    assert len(names) == min(8, number)
    rects = [_rect(item) for item in names]
    title, count = _rect(_shown(ui, "winnerTitle")[0]), _rect(_shown(ui, "winnerCount")[0])
    for i, rect in enumerate(rects):
        assert rect.top() >= title.bottom() - 1
        assert rect.bottom() <= count.top() + 30
        assert 0 <= rect.left() < rect.right() <= STAGE[0]
        assert all(not rect.intersects(other) for other in rects[i + 1 :])


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_a_name_shrinks_to_fit_and_not_below(
    open_ui: Callable[..., Any], size: tuple[int, int]
) -> None:
    unit = size[1] / 1080
    ui = _open(open_ui, with_winner(None), size)
    for ago_ms, name in enumerate(
        ("ana", "wolfgang_schmidt_88", "W" * 30, "\u5c0f" * 12, "W" * 3000)
    ):
        ui.show.change(winner=winner((1, False, name, 88), ago_ms=9_000 + ago_ms))
        ui.settle()
        shown = _shown(ui, "winnerName")[0]
        px = shown.property("font").pixelSize()
        assert round(96 * unit) <= px <= round(184 * unit)
        if name in ("ana", "wolfgang_schmidt_88", "\u5c0f" * 12):
            assert not shown.property("truncated"), (name, px)
        if name == "ana":
            assert px == round(184 * unit)
        assert shown.property("contentWidth") <= 1794 * unit


def test_reduced_motion_shows_the_result_at_once(open_ui: Callable[..., Any]) -> None:
    ui = _open(open_ui, with_winner(None))
    ui.show.set(_winner_at(0.5))
    ui.settle()
    assert _shown(ui, "winnerName")
    pieces = _shown(ui, "confetti")
    assert len(pieces) > 40
    before = [piece.y() for piece in pieces]
    ui.show.set(_winner_at(1.5))
    ui.settle()
    assert before == [piece.y() for piece in _shown(ui, "confetti")]


def _winner_at(wb: float, moment: Winner | None = None) -> Snapshot:
    """``wb`` beats after the winner's first beat, which is the first of a bar."""
    placed = at_beat(with_winner(moment or one()), 40.0 + wb)
    since = at_beat(placed, 39.9).transport.frame
    return replace(placed, stage=StageState(StageMoment.WINNER, since_frame=since))


def test_names_roll_to_a_bar_line_then_the_winner_then_confetti_then_rest(
    open_ui: Callable[..., Any],
) -> None:
    ui = _open(open_ui, with_winner(None), (1280, 720), reduced_motion=False)
    for wb in (0.0, 1.0, 7.0, 7.9):
        ui.show.set(_winner_at(wb))
        ui.settle()
        _until(lambda wb=wb: abs(ui.windows.stage.levels[29] - wb) < 0.01)
        assert not _shown(ui, "winnerName"), wb
        assert not _shown(ui, "runnerUp"), wb
    # Eight beats later is a bar line: the name is there on it.
    ui.show.set(_winner_at(8.0))
    ui.settle()
    _until(lambda: bool(_shown(ui, "winnerName")))
    assert _shown(ui, "runnerUp")
    rests: list[list[float]] = []
    for wb in (12.0, 21.0, 30.0):
        ui.show.set(_winner_at(wb))
        ui.settle()
        _until(lambda wb=wb: abs(ui.windows.stage.levels[29] - wb) < 0.01)
        ui.settle()
        rests.append([piece.y() for piece in _shown(ui, "confetti")])
    assert rests[0] != rests[1]
    assert rests[1] == rests[2]
    assert len(rests[1]) == 60


@pytest.mark.parametrize("rate_hz", [24, 60])
def test_the_name_comes_within_a_frame_of_a_bar_line(
    held_stage: Callable[..., Any], rate_hz: int
) -> None:
    """Wherever in the bar the key was pressed."""
    frame_beats = 128 / 60 / rate_hz
    moment = with_winner(one())
    stage = held_stage(at_beat(moment, 30.0), (1280, 720))
    for pressed in (40.02, 41.37, 42.6, 43.99):
        since = at_beat(moment, pressed).transport.frame
        first = math.ceil(pressed)
        line = math.ceil((first + 8) / 4) * 4
        beats, seen = line - 4.5 * frame_beats, None
        stage.show(at_beat(with_winner(None), pressed))
        while seen is None and beats < line + 1:
            shown = StageState(StageMoment.WINNER, since_frame=since)
            stage.show(replace(at_beat(moment, beats), stage=shown), 1 / rate_hz)
            seen = beats if stage.items("winnerName") else None
            beats += frame_beats
        assert seen is not None
        assert line <= seen <= line + frame_beats, (pressed, seen)


def test_a_stage_that_opens_late_shows_the_result(open_ui: Callable[..., Any]) -> None:
    ui = _open(open_ui, _winner_at(20.0), (1280, 720), reduced_motion=False)
    _until(lambda: bool(_shown(ui, "winnerName")))


def test_confetti_keeps_off_the_words(open_ui: Callable[..., Any]) -> None:
    ui = _open(open_ui, with_winner(None))
    for moment in (one(), tie(2), tie(8), winner((1, False, "wolfgang_schmidt_88", 88))):
        ui.show.change(winner=moment)
        ui.settle()
        root = ui.find("winner", ui.stage.contentItem())
        words = [
            item
            for item in ui.items(root)
            if item.metaObject().className().startswith("Words")
            and item.isVisible()
            and item.property("text")
        ]
        inked = []
        for item in words:
            rect, width = _rect(item), item.property("contentWidth")
            if rect.width() > width:
                rect = QRectF(rect.center().x() - width / 2, rect.y(), width, rect.height())
            inked.append((item.property("text"), rect))
        pieces = _shown(ui, "confetti")
        assert pieces or len(moment.rows) > 3
        for piece in pieces:
            for text, rect in inked:
                assert not rect.contains(centre(piece)), (text, rect, centre(piece))


def _until(what: Callable[[], bool]) -> None:
    for _ in range(1500):
        if what():
            return
        QTest.qWait(20)
    raise AssertionError("it did not happen")
