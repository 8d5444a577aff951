"""A console among those of a show: its heartbeats, what it knows of the others, what it says."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.engine.engine_watchdog import READY_S
from mwk_desktop.show.log.show_topic import (
    DecisionOrder,
    Stamp,
    TopicRecord,
    read_topic_value,
    topic_value,
)
from mwk_desktop.show.spare.console_session import FORGOTTEN_MS, ConsoleMoment, ConsoleSession
from mwk_desktop.show.spare.spare_notices import TOLD_MS, spare_problems
from mwk_desktop.show.spare.takeover_rule import MISSING_MS, Start, TakeoverRule

RATE_HZ = 48_000
STEP_MS = 10


class Pair:
    """A main and a follower on one topic, each with its own clock; records take ``delay_ms``."""

    def __init__(self, *, delay_ms: int = 20, clock_ms: int = 0, music_ms: int = 0) -> None:
        self.time_ms, self.delay_ms = 0, delay_ms
        self.clocks_ms, self.music_ms = (5_000, 5_000 + clock_ms), (0, music_ms)
        self.linked = [True, True]
        self.runs = [True, True]
        self.topic: list[tuple[int, bytes]] = []
        self.read = [0, 0]
        self.consoles = [
            ConsoleSession(
                TakeoverRule(name, start, by_itself=False, now_ms=0), "evening", "tweets", name
            )
            for name, start in (("red", Start.MAIN), ("blue", Start.FOLLOW))
        ]

    def moment(self, place: int) -> ConsoleMoment:
        frame = (self.time_ms + self.music_ms[place]) * RATE_HZ // 1000
        at_ms = self.clocks_ms[place] + self.time_ms
        return ConsoleMoment(self.time_ms, at_ms, frame, RATE_HZ)

    def run(self, for_ms: int) -> None:
        for _ in range(0, for_ms, STEP_MS):
            self.time_ms += STEP_MS
            for place, console in enumerate(self.consoles):
                if self.runs[place]:
                    self._step(place, console)

    def _step(self, place: int, console: ConsoleSession) -> None:
        now = self.moment(place)
        while self.linked[place] and self.read[place] < len(self.topic):
            written_ms, value = self.topic[self.read[place]]
            if written_ms + self.delay_ms > self.time_ms:
                break
            self.read[place] += 1
            record = read_topic_value(value)
            assert record is not None
            console.read(record, now, is_news=True)
        for record in console.tick(now):
            if self.linked[place]:
                self.topic.append((self.time_ms, msgspec.json.encode(topic_value(record))))

    def said(self, place: int) -> str:
        state = self.consoles[place].state(self.moment(place))
        return " ".join(str(each) for each in spare_problems(state))


@pytest.fixture
def pair() -> Pair:
    found = Pair()
    found.run(2_000)
    return found


def test_both_know_the_other(pair: Pair) -> None:
    main, spare = (c.state(pair.moment(n)) for n, c in enumerate(pair.consoles))
    assert (main.role, main.other, main.followers, main.epoch) == ("main", "blue", 1, 1)
    assert (spare.role, spare.other, spare.epoch) == ("follow", "red", 1)
    assert 0 <= main.other_age_ms <= 240
    assert 0 <= spare.other_age_ms <= 240
    assert pair.said(0) == ""
    assert pair.said(1).startswith("This console follows red: it is silent.")


@pytest.mark.parametrize("clock_ms", [0, 730, -90_000])
@pytest.mark.parametrize("music_ms", [0, 40, -15])
def test_clocks_and_music_are_compared(clock_ms: int, music_ms: int) -> None:
    pair = Pair(clock_ms=clock_ms, music_ms=music_ms)
    pair.run(3_000)
    main, spare = (c.state(pair.moment(n)) for n, c in enumerate(pair.consoles))
    assert spare.clock_ms == clock_ms
    assert main.clock_ms == -clock_ms
    assert spare.music_ms == pytest.approx(music_ms, abs=0.1)
    assert main.music_ms == pytest.approx(-music_ms, abs=0.1)


@pytest.mark.parametrize("music_ms", [0, 2, -15, 180, -2_000 * round(READY_S), 60_000])
def test_a_follower_moves_its_music_to_the_mains(music_ms: int) -> None:
    """Also where its engine was as slow to start as an engine may be, and then a silent one."""
    pair = Pair(clock_ms=40, music_ms=music_ms)
    pair.run(4_000)
    main, spare = pair.consoles
    assert main.next_shift_ms() == 0
    shift_ms = spare.next_shift_ms()
    assert shift_ms == (-music_ms if 3 < abs(music_ms) < 60_000 else 0)
    assert spare.next_shift_ms() == 0  # that was told once
    pair.music_ms = (0, music_ms + round(shift_ms))
    pair.run(4_000)
    assert spare.next_shift_ms() == 0 or music_ms == 60_000


def test_a_console_that_is_heard_never_moves_its_music() -> None:
    pair = Pair(music_ms=50)
    pair.run(900)
    pair.consoles[1].rule.press(pair.time_ms)
    pair.run(4_000)
    assert pair.consoles[1].next_shift_ms() == 0
    assert pair.consoles[0].next_shift_ms() == 50


def test_a_press_takes_over_and_both_say_so(pair: Pair) -> None:
    pair.consoles[1].rule.press(pair.time_ms)
    assert pair.said(1).startswith("Taking the show over...")
    pair.run(200)
    assert [console.rule.heard for console in pair.consoles] == [False, True]
    assert pair.said(0).startswith("blue has taken the show over: this console is silent.")
    assert pair.said(1).startswith("This console has taken the show over: it is heard now.")
    pair.run(TOLD_MS)
    assert pair.said(1) == ""
    assert pair.consoles[0].state(pair.moment(0)).replaced


def test_a_missing_main_and_a_cut_network_are_told(pair: Pair) -> None:
    pair.runs[0] = False
    pair.run(MISSING_MS + 300)
    assert pair.said(1).startswith("The main console is missing")
    pair.linked[1] = False
    pair.run(1_000)
    assert pair.said(1).startswith("This console follows and cannot see Kafka")
    pair.consoles[1].rule.press(pair.time_ms)
    pair.run(20)
    assert pair.consoles[1].rule.heard
    assert pair.said(1).startswith("This console cannot see Kafka and plays on.") or pair.said(
        1
    ).startswith("This console has taken the show over")


def test_a_console_that_starts_without_kafka_is_not_said_to_follow() -> None:
    pair = Pair()
    pair.linked = [False, False]
    pair.run(STEP_MS)
    assert pair.said(0) == ""
    assert "follows and cannot see Kafka" in pair.said(1)
    pair.run(2_000)
    assert pair.consoles[0].state(pair.moment(0)).role == "main"
    assert "follows" not in pair.said(0)


def test_a_console_that_was_switched_off_is_forgotten(pair: Pair) -> None:
    pair.runs[1] = False
    pair.run(1_000)
    assert pair.consoles[0].state(pair.moment(0)).followers == 0
    assert pair.consoles[0].state(pair.moment(0)).other == "blue"
    pair.run(FORGOTTEN_MS)
    assert pair.consoles[0].state(pair.moment(0)).other == ""


def test_heartbeats_of_other_shows_and_odd_lines_do_no_harm(pair: Pair) -> None:
    console, now = pair.consoles[1], pair.moment(1)
    before = console.state(now)
    stamp = Stamp("evening", "other tweets", "green", 9, 1, 0)
    console.read(TopicRecord(stamp, {"type": "heartbeat"}), now, is_news=True)
    console.read(TopicRecord(stamp, {"type": "takeover"}), now, is_news=True)
    assert console.state(now) == before
    odd = Stamp("evening", "tweets", "red", 1, 5_000, 0)
    for line in (
        {"type": "heartbeat", "computer": 7, "frame": "x", "rate_hz": 0},
        {"type": "heartbeat", "frame": 1, "rate_hz": "48000"},
        {"type": "close"},
        {},
    ):
        console.read(TopicRecord(odd, line), now, is_news=True)
    assert console.state(now).music_ms is None
    assert console.state(now).role == "follow"


def test_old_heartbeats_tell_of_nobody_who_is_there() -> None:
    pair = Pair()
    console, now = pair.consoles[1], pair.moment(1)
    stamp = Stamp("evening", "tweets", "yesterday", 4, 9, -86_400_000)
    console.read(TopicRecord(stamp, {"type": "heartbeat", "frame": 1}), now, is_news=False)
    state = console.state(now)
    assert (state.epoch, state.other, state.followers, state.clock_ms) == (4, "", 0, None)


_RECORDS = st.tuples(
    st.sampled_from("abc"),
    st.integers(0, 4),
    st.integers(0, 5),
    st.sampled_from(("heartbeat", "takeover", "close", "moment", "start", "")),
    st.sampled_from(("tweets", "others")),
)


@given(st.lists(st.tuples(_RECORDS, st.booleans())))
def test_who_is_heard_and_whose_decisions_count_is_one_question(written: list[Any]) -> None:
    """Heartbeats, takeovers and decisions come by different producers, so in any order."""
    rule = TakeoverRule("a", Start.FOLLOW, by_itself=False, now_ms=0)
    console, order = ConsoleSession(rule, "evening", "tweets", "red"), DecisionOrder("tweets")
    for (name, epoch, number, kind, topic), is_news in written:
        stamp = Stamp("evening", topic, name, epoch, number, 0)
        record = TopicRecord(stamp, {"type": kind})
        console.read(record, ConsoleMoment(0, 0), is_news=is_news)
        order.accepts(record)
        assert rule.ownership == order.ownership
