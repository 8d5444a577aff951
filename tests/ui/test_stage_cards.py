"""Which messages stand on the stage, and for how long. No window, a held clock."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stage_evening import voting

from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.ui.stage.message_places import MessagePlaces
from mwk_desktop.ui.stage.stage_people import StagePeople


def item(serial: int, who: str = "") -> FeedItem:
    return FeedItem(serial, who or f"user{serial}", "", "", f"text {serial}", "pad", 0)


def test_everyone_is_shown_once_before_anyone_twice() -> None:
    places = MessagePlaces(2)
    feed = [item(1, "ana"), item(2, "bob"), item(3, "ana"), item(4, "ana"), item(5, "cleo")]
    came = [places.turn(feed) for _ in range(6)]
    assert [each.serial if each else 0 for each in came] == [5, 4, 2, 3, 1, 0]


@given(st.lists(st.integers(1, 6), min_size=1, max_size=60))
def test_a_card_stays_until_all_others_have_changed(turns: list[int]) -> None:
    places = MessagePlaces(4)
    serial, shown_at = 0, [-9] * 4
    for number, new in enumerate(turns):
        feed = [item(serial + i + 1) for i in range(new)]
        serial += new
        before = list(places.cards)
        assert places.turn(feed) is feed[-1]
        changed = [i for i in range(4) if before[i] is not places.cards[i]]
        assert len(changed) == 1
        assert number - shown_at[changed[0]] >= 4
        shown_at[changed[0]] = number


def test_what_is_taken_back_leaves_at_once_and_its_place_is_next() -> None:
    places = MessagePlaces(2)
    feed = [item(1), item(2), item(3)]
    places.turn(feed)
    places.turn(feed)
    assert places.withdraw(lambda each: each.serial != 3)
    assert [each.serial for each in places.cards if each] == [2]
    assert places.turn(feed[:2]) is feed[0]
    assert [each.serial if each else 0 for each in places.cards] == [1, 2]


def cards_of(people: StagePeople, beats: float, feed: Sequence[FeedItem], **how: bool) -> list[int]:
    """Which messages stand after a frame at ``beats``."""
    snapshot = voting(beats, feed=tuple(feed))
    return [card["serial"] for card in people.show(snapshot, beats, turns=how.get("seen", True))]


@pytest.mark.parametrize(("places", "turn_beats"), [(2, 4), (4, 2)], ids=["side", "wall"])
@pytest.mark.parametrize("opened", [24.0, 24.3, 25.97, 27.9])
def test_a_card_is_read_for_two_bars_whenever_it_came(
    places: int, turn_beats: int, opened: float
) -> None:
    """Also where the stage turned to the messages in the middle of a bar, or turned back to them
    after something else."""
    people = StagePeople(places, turn_beats, None)
    since: dict[int, float] = {}
    read: list[float] = []
    before = [-1] * places
    for frame in range(4 * 60):
        beats = opened + frame / 4
        seen = not 80 <= frame < 93
        now = cards_of(people, beats, [item(n) for n in range(1, 30 + frame)], seen=seen)
        if not seen:
            before = now
            continue
        for place in range(places):
            if frame in (0, 93):
                since[place] = beats
            elif now[place] != before[place]:
                read.append(beats - since[place])
                since[place] = beats
                assert beats % turn_beats < 0.25  # on the beat
        before = now
    assert len(read) > 8
    assert min(read) >= 8.0 - 0.25


def test_what_stood_before_something_else_was_shown_makes_room_at_once() -> None:
    people = StagePeople(2, 4, None)
    assert cards_of(people, 40.0, [item(1), item(2)]) == [2, 1]
    assert cards_of(people, 64.0, [item(1), item(2), item(3)], seen=False) == [2, 1]
    # Only one is new: the other one stays, and is read again.
    assert cards_of(people, 88.0, [item(1), item(2), item(3)]) == [3, 1]
    assert cards_of(people, 92.0, [item(1), item(2), item(3), item(4)]) == [3, 1]
    assert cards_of(people, 96.0, [item(1), item(2), item(3), item(4)]) == [3, 4]
