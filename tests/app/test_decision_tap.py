"""What a show decides on its way to the topic, and what others decided on its way here."""

from __future__ import annotations

import random
from typing import Any
from unittest.mock import Mock

import pytest

from mwk_desktop.app.wiring.start_follow import ShowFinder
from mwk_desktop.app.workers import decision_tap
from mwk_desktop.app.workers.decision_tap import DecisionTap, PublishingRecorder
from mwk_desktop.app.workers.decisions_worker import lost_decisions
from mwk_desktop.show.commands import SetHold
from mwk_desktop.show.drivers.follow_show import FollowShow
from mwk_desktop.show.log.show_topic import (
    MOMENT,
    DecisionOrder,
    Stamp,
    TopicRecord,
    read_topic_value,
)
from tests.show.followed import TOPIC, Follower, Main
from tests.support import arithmetic_music

START = {"type": "start", "anchor_frame": 0, "origin_frame": 22_500, "rate_hz": 48_000}
START |= {"loop_frames": 180_000}
HOLD = {"type": "override", "frame": 480, "command": "SetHold", "values": {"hold": True}}


def stamped(line: dict[str, Any], epoch: int, number: int, at_ms: int = 0) -> TopicRecord:
    return TopicRecord(Stamp("evening", "tweets", "main", epoch, number, at_ms), line)


def drained(tap: DecisionTap) -> list[TopicRecord]:
    return list(iter(tap.next_decision, None))


def test_decisions_keep_their_order_and_their_numbers_whatever_comes_between() -> None:
    tap = DecisionTap()
    tap.begin("evening", "tweets", 123)
    recorder = PublishingRecorder(None, tap)
    recorder.write_show(START, 5)  # before anybody knows who has the show
    tap.set_epoch(4)
    for n in range(5):
        recorder.write_show({**HOLD, "frame": n}, n)
        taken = tap.next_decision()
        assert taken is not None
        tap.put_back(taken)  # no room: again
    found = drained(tap)
    assert [one.stamp.number for one in found] == list(range(6))
    assert found[0].line["since_ms"] == 123
    order = DecisionOrder("tweets")
    assert all(order.accepts(one) for one in found)
    assert not recorder.writes_file


def test_decisions_that_were_dropped_are_missed_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kafka was away for hours: neither side may believe that all is there."""
    monkeypatch.setattr(decision_tap, "MOST_WAITING", 3)
    tap = DecisionTap()
    tap.begin("evening", "tweets", 0)
    lines = [{**HOLD, "frame": n} for n in range(7)]
    for line in lines[:5]:
        tap.write(line, 0)
    tap.set_epoch(1)
    found = [taken for taken in (tap.next_decision(),) if taken is not None]
    for line in lines[5:]:
        tap.write(line, 0)
    found += drained(tap)
    assert [one.line["frame"] for one in found] == [2, 4, 5, 6]
    order = DecisionOrder("tweets")
    assert all(order.accepts(one) for one in found)
    assert order.missing == tap.dropped == 3
    assert "3 decisions are not in topic our-show" in str(lost_decisions(tap, "our-show"))
    tap.begin("evening", "tweets", 0)
    assert not lost_decisions(tap, "our-show")
    # On a console that follows: START is record 0, and 1 to 3 are missing.
    start = stamped(START, 1, 0)
    tap.begin("evening", "tweets", 0, start)
    tap.hear([start, stamped(HOLD, 1, 4)])
    assert "3 decisions are not in topic our-show" in str(lost_decisions(tap, "our-show"))
    # What the owner's show before lacked is nobody's loss now.
    before = TopicRecord(Stamp("afternoon", "tweets", "main", 1, 7, 0), HOLD)
    tap.begin("evening", "tweets", 0, start)
    tap.hear([before, start])
    assert tap.missing == 0


def test_who_publishes_is_woken_by_what_it_can_send() -> None:
    """It rests until then: a decision must not wait for the rest's end."""
    tap = DecisionTap()
    tap.begin("evening", "tweets", 0)
    assert tap.news.is_set()
    tap.news.clear()
    tap.write({"type": "health", "lag": 0, "xruns": 0}, 0)
    tap.note_moment(480, 0)
    assert not tap.news.is_set()
    tap.write(HOLD, 0)
    assert tap.news.is_set()
    tap.news.clear()
    tap.set_epoch(1)
    assert tap.news.is_set()


def test_what_is_no_decision_takes_no_number() -> None:
    """A show also records its health: a reader that counted it would miss a decision."""
    tap = DecisionTap()
    tap.begin("evening", "tweets", 0)
    tap.set_epoch(1)
    health = {"type": "health", "lag": 0, "xruns": 0}
    for line in (START, health, HOLD, health, health, HOLD):
        tap.write(line, 0)
    found = [(record.type, record.stamp.number) for record in drained(tap)]
    assert found == [("start", 0), ("override", 1), ("override", 2)]


def test_an_epoch_counts_its_own_decisions_whatever_waits() -> None:
    tap = DecisionTap()
    tap.begin("evening", "tweets", 0)
    for n in range(3):
        tap.write({**HOLD, "frame": n}, 0)
    tap.set_epoch(1)
    assert tap.next_decision() is not None
    taken = tap.next_decision()
    assert taken is not None
    tap.set_epoch(3)
    tap.put_back(taken)  # no room; meanwhile the show has changed hands twice
    assert [(one.stamp.epoch, one.stamp.number) for one in drained(tap)] == [(3, 0), (3, 1)]


def test_what_the_other_one_decided_last_is_not_published_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A third console would carry it out twice."""
    main, tap = Main(), DecisionTap()
    follower = Follower(main, random.Random(1))
    follower.hear(main.clock.now_ms() + 1_000)
    tap.begin("evening", TOPIC, 0, read_topic_value(main.topic[0][1]))
    tap.driver = follower.show
    monkeypatch.setattr(follower, "write_show", tap.write)
    main.show.apply_command(SetHold(True))
    last = read_topic_value(main.topic[-1][1])
    assert last is not None
    follower.show.hear([last])  # with the takeover, in one batch
    tap.set_epoch(2)
    tap.be_heard()
    follower.show.apply_command(SetHold(False))
    assert follower.show.core.conductor.scenes.hold is False
    holds = [one.line for one in drained(tap) if one.type == "override"]
    assert [line["values"] for line in holds] == [{"hold": False}]


def test_a_console_that_follows_publishes_nothing() -> None:
    tap = DecisionTap()
    tap.begin("evening", "tweets", 0, stamped(START, 1, 0))
    PublishingRecorder(None, tap).write_show(HOLD, 5)
    assert not drained(tap)


def test_where_another_console_leads_it_is_followed() -> None:
    tap = DecisionTap()
    tap.begin("evening", "tweets", 0)
    assert not tap.should_follow()
    tap.is_led_elsewhere = True
    assert tap.should_follow()
    tap.set_epoch(4)
    assert not tap.should_follow()


def test_a_follower_begins_again_with_the_other_ones_next_show() -> None:
    start, later = stamped(START, 1, 0), stamped(START, 2, 0, at_ms=9)
    tap = DecisionTap()
    tap.begin("evening", "tweets", 0, start)
    tap.is_led_elsewhere = True
    tap.hear([start])
    assert not tap.should_follow()
    tap.hear([later])
    assert tap.should_follow()


def test_a_follower_that_had_taken_over_begins_again_when_it_is_overtaken() -> None:
    """The other one goes on with the same show: no new start tells it."""
    start = stamped(START, 1, 0)
    tap = DecisionTap()
    tap.begin("evening", "tweets", 0, start)
    tap.driver = driver = Mock(spec=FollowShow)
    driver.follows, driver.core = True, Mock()
    tap.is_led_elsewhere = True
    tap.hear([start])
    tap.fall_silent()
    assert not tap.should_follow()  # it follows as it did
    tap.set_epoch(2)
    tap.be_heard()
    tap.set_epoch(0)
    tap.fall_silent()
    assert tap.should_follow()


def test_each_show_has_a_console_of_its_own() -> None:
    """Else a console that is overtaken, and follows, would find its own old takeover in the topic,
    and be heard by it until it has read on."""
    tap = DecisionTap()
    tap.begin("evening", "tweets", 0)
    before = tap.console
    tap.begin("evening", "tweets", 0, stamped(START, 1, 0))
    assert before
    assert tap.console not in ("", before)


def test_of_moments_without_a_decision_between_the_newest_is_enough() -> None:
    start = stamped(START, 1, 0)
    tap = DecisionTap()
    tap.begin("evening", "tweets", 0, start)
    tap.driver = driver = Mock(spec=FollowShow)
    driver.follows = True
    moments = [stamped({"type": MOMENT, "frame": n}, 1, 0) for n in range(6)]
    hold = stamped(HOLD, 1, 1)
    tap.hear([start, *moments[:3], hold, *moments[3:]])
    driver.hear.assert_called_once_with([moments[2], hold, moments[5]])


def test_a_shows_place_is_found_by_the_newest_moment() -> None:
    finder, music = ShowFinder("tweets"), arithmetic_music()
    assert finder.found() is None
    finder.read(stamped(START, 1, 0, at_ms=10_000), 99_000, is_news=False)
    finder.read(stamped({"type": MOMENT, "frame": 48_000}, 1, 0, 11_000), 99_000, is_news=False)
    found = finder.found()
    assert found is not None
    grid, frame = found.place_at(music, 13_000)
    assert (grid.origin_frame, frame) == (22_500, 3 * 48_000)


def test_another_computers_clock_is_measured_by_the_fastest_record() -> None:
    finder, music = ShowFinder("tweets"), arithmetic_music()
    finder.read(stamped(START, 1, 0, at_ms=10_000), 15_000, is_news=False)
    for n, late_ms in enumerate((90, 3, 40)):
        at_ms = 11_000 + 100 * n
        moment = stamped({"type": MOMENT, "frame": 48_000 + 4_800 * n}, 1, n, at_ms)
        finder.read(moment, at_ms + 5_000 + late_ms, is_news=True)
    found = finder.found()
    assert found is not None
    assert finder.news == 3
    _, frame = found.place_at(music, 16_200 + 3)  # the other one's clock says 11,200
    assert frame == 48_000 + 4_800 * 2
    # A few milliseconds are the record's way, not the clocks'.
    near = ShowFinder("tweets")
    near.read(stamped(START, 1, 0, at_ms=10_000), 10_000, is_news=False)
    near.read(stamped({"type": MOMENT, "frame": 0}, 1, 0, 10_000), 10_012, is_news=True)
    found = near.found()
    assert found is not None
    assert found.place_at(music, 10_500)[1] == 24_000
