"""People on the stage: cards in fixed places, faces that fly, and what is taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from held_stage import HeldStage, rect
from layout_checks import HOSTILE
from PySide6.QtCore import QObject
from PySide6.QtTest import QTest
from stage_evening import shown, voting

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.show.snapshot_feed import FeedItem
from tests.support import wait_for


def feed(*serials: int, who: str = "") -> tuple[FeedItem, ...]:
    names = ("drum", "pad", "vocal", "synth")
    return tuple(
        FeedItem(n, who or f"user{n}", "", "", f"text {n} #mwk", names[n % 4], 0) for n in serials
    )


FLIGHT_MS, SLOW_MS = 520, 1_560


@pytest.fixture
def slow_stage(held_stage: Callable[..., Any]) -> Iterator[Callable[..., Any]]:
    """A stage on which faces fly slowly: a busy machine draws some of it all the same."""
    stage = held_stage(voting(28.0))
    items = stage.ui.items(stage.window.contentItem())
    face = next(item for item in items if item.objectName() == "flyingFace")
    parts = face.findChildren(QObject)
    (flight,) = (part for part in parts if part.property("duration") == FLIGHT_MS)
    flight.setProperty("duration", SLOW_MS)
    yield held_stage
    flight.setProperty("duration", FLIGHT_MS)


def cards(stage: HeldStage) -> list[int]:
    return [card["serial"] for card in stage.view.cards]


def test_people_turn_their_page_on_bar_lines(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(voting(8.5, feed=feed(1, 2)))
    assert stage.has("stageLeaders")
    assert not stage.items("messageCard")
    stage.show(voting(23.9, feed=feed(1, 2)))
    assert stage.has("stageLeaders")
    stage.show(voting(24.0, feed=feed(1, 2)))
    assert not stage.has("stageLeaders")
    assert len(stage.items("messageCard")) == 2
    nobody = held_stage(voting(30.0, feed=()))
    assert nobody.has("stageLeaders")


def test_nothing_that_is_read_moves_and_each_stays_two_bars(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(voting(24.0, feed=feed(1, 2)))
    since: dict[tuple[int, int], float] = {}
    stood: list[float] = []
    before = cards(stage)
    for step in range(1, 140):
        beats = 24 + step / 4
        newest = 2 + step // 3
        stage.show(voting(beats, feed=feed(*range(max(1, newest - 20), newest + 1))))
        if stage.view.tense:
            break
        now = cards(stage)
        for place, (old, new) in enumerate(zip(before, now, strict=True)):
            if old != new:
                stood.append(beats - since.get((place, old), 24.0))
                since[place, new] = beats
        before = now
    assert len(stood) >= 4
    assert min(stood) >= 8.0


def test_a_face_flies_to_its_bar_and_rides_there(slow_stage: Callable[..., Any]) -> None:
    stage = slow_stage(voting(28.0, feed=feed(4)))
    stage.show(voting(28.1, feed=feed(4)))
    assert stage.view.flight["instrument"] == "drum"
    assert not stage.items("rider")
    flown: list[float] = []
    for _ in range(1_000):
        QTest.qWait(20)
        flown += [rect(face).left() for face in stage.items("face")]
        stage.show(voting(28.2, feed=feed(4)))
        if stage.items("rider"):
            break
    rider = stage.item("rider")
    assert rect(stage.item("race_drum")).contains(rect(rider).center())
    assert len(flown) > 3
    assert flown == sorted(flown, reverse=True)
    assert abs(flown[-1] - rect(rider).left()) < 300


def test_in_the_last_two_seconds_no_face_flies(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(voting(60.5, feed=feed(4)))
    assert stage.view.flight == {}


def test_no_face_flies_from_a_card_that_is_not_seen(held_stage: Callable[..., Any]) -> None:
    """In silence other words stand where the cards were."""
    stage = held_stage(voting(28.0, feed=feed(4), panic="silent"))
    stage.show(voting(28.1, feed=feed(4), panic="silent"))
    assert stage.view.flight == {}
    stage.show(voting(32.1, feed=feed(4)))
    assert stage.view.flight["serial"] == 4


@pytest.mark.parametrize("how", ["hidden", "blocked"])
def test_what_is_taken_back_is_gone_with_the_next_snapshot(
    slow_stage: Callable[..., Any], how: str
) -> None:
    """Card, rider and flying face, in one frame."""
    stage = slow_stage(voting(28.0, feed=feed(1, 4)))

    def without(beats: float) -> Snapshot:
        if how == "blocked":
            return voting(beats, feed=feed(1), blocked=("user4",))
        return voting(beats, feed=feed(1))

    assert 4 in cards(stage)
    assert stage.view.flight["serial"] == 4
    stage.show(without(28.1))
    assert 4 not in cards(stage)
    assert stage.view.flight == {}
    assert not stage.items("face")
    flying = slow_stage(voting(28.0, feed=feed(1, 4)))
    wait_for(lambda: (QTest.qWait(20), bool(flying.items("face")))[1])
    flying.show(without(28.1))
    assert not flying.items("face")
    assert 4 not in cards(flying)
    riding = slow_stage(voting(28.0, feed=feed(1, 4)))
    riding.view.land(4)
    riding.show(voting(28.2, feed=feed(1, 4)))
    assert riding.items("rider")
    riding.show(without(28.4))
    assert not riding.items("rider")


def test_a_message_that_only_scrolled_out_of_the_feed_stays(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(voting(28.0, feed=feed(1, 2)))
    stage.show(voting(28.5, feed=feed(90, 91)))
    assert sorted(cards(stage)) == [1, 2]


NAMES = {
    "long": "W" * 60,
    "emoji": "\U0001f525" * 20,
    "arabic": "\u0644\u06cc\u0644\u06cc" * 9,
    "cjk": "\u5c0f\u6797\u5065\u4e8c" * 9,
    "zalgo": "z" + "\u0300\u0301\u0316\u0489" * 30 + "algo",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_any_name_is_one_line_in_its_card(held_stage: Callable[..., Any], name: str) -> None:
    for moment in ("votes", "messages"):
        stage = held_stage(shown(moment, voting(30.0, feed=feed(1, 2, who=name))))
        _check_cards(stage)


def test_hostile_texts_stay_in_their_cards(held_stage: Callable[..., Any]) -> None:
    for text in HOSTILE.values():
        item = FeedItem(7, text[:60_000], "", "", text, "pad", 0)
        stage = held_stage(shown("messages", voting(30.0, feed=(item,))), (1024, 768))
        _check_cards(stage)


def _check_cards(stage: HeldStage) -> None:
    found = stage.items("messageCard")
    assert found
    for card in found:
        for text in stage.items("messageName", card) + stage.items("messageText", card):
            lines = 2 if text.objectName() == "messageText" else 1
            assert text.property("lineCount") <= lines
            assert rect(text).right() <= rect(card).right() + 71
            assert text.property("contentWidth") <= text.width() + 2


def test_the_wall_has_four_places_and_marks_the_newest(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(shown("messages", voting(8.0, feed=feed(1, 2, 3, 4, 5))))
    wall = stage.items("messageCard")
    assert len(wall) == 4
    tops = [rect(card).top() for card in wall]
    places = [card["serial"] for card in stage.view.wall]
    assert sorted(places) == [2, 3, 4, 5]
    later = shown("messages", voting(16.0, feed=feed(1, 2, 3, 4, 5, 6)))
    stage.show(later)
    assert [rect(card).top() for card in stage.items("messageCard")] == tops
    now = [card["serial"] for card in stage.view.wall]
    assert [a == b for a, b in zip(places, now, strict=True)].count(False) == 1
    assert [card["newest"] for card in stage.view.wall].count(True) == 1


def test_a_wall_without_a_message_says_how_to_write_one(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(shown("messages", voting(8.0, feed=())))
    assert "#mwk" in stage.words(stage.item("emptyWall"))
    assert len(stage.items("word", stage.item("emptyWall"))) == 8
    stage.show(shown("messages", voting(8.1, feed=feed(1))))
    assert not stage.has("emptyWall")
    assert len(stage.items("messageCard")) == 1


def test_an_empty_wall_is_whole_on_an_old_projector(held_stage: Callable[..., Any]) -> None:
    snapshot = shown("messages", voting(8.0, feed=(), hashtag="MusicWithKafkaTonight"))
    stage = held_stage(snapshot, (1024, 768), language="es")
    texts = stage.items("wallHashtag") + stage.items("wallAsks")
    assert [text.property("truncated") for text in texts] == [False, False]


def test_another_show_begins_with_its_own_people(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(voting(28.0, feed=feed(900, 901)))
    stage.show(voting(28.5, feed=feed(1, 2)))
    assert 900 not in cards(stage)
