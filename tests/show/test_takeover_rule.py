"""Who of a show's consoles is heard: the rule, over random networks, pauses, deaths and clocks."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.show.log.show_topic import Ownership
from mwk_desktop.show.spare.spare_records import Beat, SpareRecord, Takeover
from mwk_desktop.show.spare.takeover_rule import MISSING_MS, Role, Start, TakeoverRule
from tests.show.spare_consoles import DELAY_MS, READ_A_STEP, STEP_MS, Consoles
from tests.support import examples

LONGEST_TWICE_MS = 300
LONGEST_SILENT_MS = 1_000
"""From a death to the next one's first sound."""

Event = Literal["cut", "link", "stop", "go on", "kill", "press", "broker dies", "broker is back"]
EVENTS: tuple[Event, ...] = Event.__args__  # type: ignore[attr-defined]

schedules = st.lists(
    st.tuples(st.sampled_from(EVENTS), st.integers(0, 2), st.integers(0, 150)), max_size=14
)


def play(consoles: Consoles, schedule: list[tuple[Event, int, int]]) -> None:
    """Let each event happen, and some steps after it; one console lives on."""
    for event, number, steps in schedule:
        console = consoles.consoles[number]
        now_ms = console.now_ms(consoles.time_ms)
        if event in ("cut", "link"):
            console.linked = event == "link"
        elif event in ("stop", "go on"):
            console.runs = event == "go on"
        elif event == "kill":
            console.alive = number == 2
        elif event == "press" and console.alive and console.runs:
            console.rule.press(now_ms)
        elif event.startswith("broker"):
            consoles.broker = event == "broker is back"
        consoles.run(steps * STEP_MS)


def heal(consoles: Consoles) -> None:
    consoles.broker = True
    for each in consoles.consoles:
        each.linked = each.runs = True
    consoles.run(4_000)


def three(seed: int, by_itself: bool = True) -> Consoles:
    consoles = Consoles([(Start.MAIN, by_itself), *[(Start.FOLLOW, by_itself)] * 2], seed)
    consoles.run(2_000)
    assert consoles.heard == [0]
    return consoles


@settings(max_examples=examples(120))
@given(schedule=schedules, seed=st.integers(0, 99), by_itself=st.booleans())
def test_whatever_happens_one_is_heard(
    schedule: list[tuple[Event, int, int]], seed: int, by_itself: bool
) -> None:
    consoles = three(seed, by_itself)
    play(consoles, schedule)
    assert consoles.longest_twice_ms <= LONGEST_TWICE_MS
    assert consoles.longest_silent_ms <= LONGEST_SILENT_MS
    assert not consoles.muted_blind
    heal(consoles)
    assert consoles.longest_twice_ms <= LONGEST_TWICE_MS
    assert consoles.longest_silent_ms <= LONGEST_SILENT_MS
    # Nothing is left of it: all agree, and the one that has the show is the one that is heard.
    alive = [each for each in consoles.consoles if each.alive]
    assert {each.rule.ownership for each in alive} == {consoles.ownership}
    heard = [consoles.consoles[number].rule.console for number in consoles.heard]
    if by_itself or consoles.ownership.owner in {each.rule.console for each in alive}:
        assert heard == [consoles.ownership.owner]
    else:
        assert len(heard) <= 1  # the owner is dead, and takeovers are left to a hand


spare_events = st.sampled_from(("cut", "link", "stop", "go on", "broker dies", "broker is back"))


@settings(max_examples=examples(60))
@given(
    schedule=st.lists(st.tuples(spare_events, st.just(1), st.integers(0, 150)), max_size=12),
    seed=st.integers(0, 99),
)
def test_a_main_that_lives_and_sees_kafka_keeps_its_show(
    schedule: list[tuple[Event, int, int]], seed: int
) -> None:
    """Whatever a follower's network and the broker do."""
    consoles = three(seed)
    play(consoles, schedule)
    heal(consoles)
    assert consoles.heard == [0]
    assert consoles.ownership == Ownership(1, "console-0")


@settings(max_examples=examples(40))
@given(seed=st.integers(0, 10**6), after=st.integers(0, 60))
def test_dead_main(seed: int, after: int) -> None:
    """Whenever it dies, one of two followers is heard within a second, and only one."""
    consoles = three(seed)
    consoles.run(after * STEP_MS)
    consoles.consoles[0].alive = False
    died_ms = consoles.time_ms
    while not consoles.heard:
        consoles.step()
    assert MISSING_MS - 200 - DELAY_MS <= consoles.time_ms - died_ms <= MISSING_MS + 150
    heard = consoles.heard
    consoles.run(3_000)
    assert consoles.heard == heard
    assert consoles.ownership.epoch == 2
    assert consoles.longest_twice_ms == 0


@settings(max_examples=examples(40))
@given(seed=st.integers(0, 10**6), stopped=st.integers(100, 3_000))
def test_main_that_was_stopped_wakes_and_follows(seed: int, stopped: int) -> None:
    consoles = three(seed)
    main = consoles.consoles[0]
    main.runs = False
    consoles.run(stopped * STEP_MS)
    assert len(consoles.heard) == 2  # its engine plays on, and nobody can tell it
    main.runs = True
    consoles.run(LONGEST_TWICE_MS)
    assert not main.rule.heard
    part = main.rule.part(main.now_ms(consoles.time_ms))
    assert (part.role, part.replaced, part.epoch) == (Role.FOLLOW, True, 2)
    assert len(consoles.heard) == 1


def test_a_main_that_cannot_see_kafka_plays_on_and_gives_way_when_it_can() -> None:
    consoles = three(1)
    consoles.consoles[0].linked = False
    consoles.run(5_000)
    assert len(consoles.heard) == 2
    assert 0 in consoles.heard
    assert consoles.longest_twice_ms == 0  # only one of them sees Kafka
    consoles.consoles[0].linked = True
    consoles.run(LONGEST_TWICE_MS)
    assert len(consoles.heard) == 1
    assert 0 not in consoles.heard


def test_when_the_broker_dies_the_main_plays_on_alone() -> None:
    for seed in range(40):
        consoles = three(seed)
        consoles.run(seed * STEP_MS)
        consoles.broker = False
        consoles.run(5_000)
        assert consoles.heard == [0]
        heal(consoles)
        assert consoles.heard == [0]
        assert consoles.ownership == Ownership(1, "console-0")


def test_by_hand_without_kafka() -> None:
    """The hand decides at once; afterwards the topic says so too, and the old main follows."""
    consoles = three(3, by_itself=False)
    consoles.broker = False
    consoles.run(1_000)
    spare = consoles.consoles[1]
    spare.rule.press(spare.now_ms(consoles.time_ms))
    consoles.run(2 * STEP_MS)
    assert consoles.heard == [0, 1]
    heal(consoles)
    assert consoles.heard == [1]
    assert consoles.ownership == Ownership(2, "console-1")


def test_two_hands_at_once_the_first_in_the_topic_wins() -> None:
    for seed in range(30):
        consoles = three(seed, by_itself=False)
        for each in consoles.consoles[1:]:
            each.rule.press(each.now_ms(consoles.time_ms))
        consoles.run(2_000)
        first = next(r for _, r in consoles.topic if isinstance(r, Takeover) and r.epoch == 2)
        assert consoles.ownership == Ownership(2, first.console)
        assert consoles.heard == [int(first.console[-1])]
        assert consoles.longest_twice_ms <= LONGEST_TWICE_MS


def test_by_hand_only_nobody_takes_over_by_itself() -> None:
    consoles = three(5, by_itself=False)
    consoles.consoles[0].alive = False
    consoles.run(10_000)
    assert consoles.heard == []
    spare = consoles.consoles[2]
    spare.rule.press(spare.now_ms(consoles.time_ms))
    consoles.run(300)
    assert consoles.heard == [2]


def test_who_starts_second_follows_unless_it_is_told_to_take_the_show() -> None:
    for start, heard in ((Start.FIRST, [0]), (Start.FOLLOW, [0]), (Start.MAIN, [3])):
        consoles = three(7)
        consoles.add(start, by_itself=False)
        consoles.run(4_000)
        assert consoles.heard == heard
        assert consoles.longest_twice_ms <= LONGEST_TWICE_MS


def long_history(seed: int, seconds: int) -> Consoles:
    """A topic in which shows changed hands six times; nobody lives who was there."""
    consoles = Consoles([], seed)
    for epoch in range(1, 7):
        name = f"old-{epoch % 2}"
        log: list[SpareRecord] = [Takeover(name, epoch)]
        log += [Beat(name, n, epoch) for n in range(seconds * 5 // 6)]
        consoles.topic += [(-1_000, record) for record in log]
    return consoles


@pytest.mark.parametrize("start", [Start.FIRST, Start.MAIN])
@pytest.mark.parametrize("minutes", [1, 60, 180])
def test_the_history_of_other_nights_mutes_nobody(start: Start, minutes: int) -> None:
    """However long it takes to read; afterwards the console has the show."""
    consoles = long_history(minutes, minutes * 60)
    reading_ms = len(consoles.topic) // READ_A_STEP * STEP_MS
    console = consoles.add(start, by_itself=False)
    consoles.run(reading_ms + 1_500)
    assert consoles.heard == [0]
    for _ in range(300):
        consoles.step()
        assert consoles.heard == [0]
    assert consoles.ownership == Ownership(7, console.rule.console)


def test_a_main_that_began_without_kafka_takes_the_show_when_it_is_there() -> None:
    for start, heard in ((Start.MAIN, [3]), (Start.FIRST, [0])):
        consoles = three(11)
        console = consoles.add(start, by_itself=False)
        console.linked = False
        consoles.run(1_500)
        assert console.rule.heard
        console.linked = True
        consoles.run(2_000)
        assert consoles.heard == heard


def test_a_follower_of_history_is_led_by_nobody() -> None:
    consoles = long_history(12, 600)
    console = consoles.add(Start.FOLLOW, by_itself=True)
    for _ in range(300):
        consoles.step()
        assert not console.rule.is_led_elsewhere(console.now_ms(consoles.time_ms))
    assert consoles.heard == []
    main = consoles.add(Start.MAIN, by_itself=False)
    consoles.run(2_500)
    assert consoles.heard == [1]
    assert console.rule.is_led_elsewhere(console.now_ms(consoles.time_ms))
    assert not main.rule.is_led_elsewhere(main.now_ms(consoles.time_ms))


def test_first_takes_an_abandoned_show() -> None:
    consoles = three(8, by_itself=False)
    for each in consoles.consoles:
        each.alive = False
    consoles.run(2_000)
    consoles.add(Start.FIRST, by_itself=False)
    consoles.run(3_000)
    assert consoles.heard == [3]
    assert consoles.ownership == Ownership(2, "console-3")


def test_a_main_without_kafka_is_heard_after_a_second() -> None:
    for start in (Start.FIRST, Start.MAIN):
        consoles = Consoles([(start, True)], 9)
        consoles.consoles[0].linked = False
        consoles.run(900)
        assert consoles.heard == []
        consoles.run(200)
        assert consoles.heard == [0]


def test_a_follower_of_nobody_stays_muted() -> None:
    """A follower that never met a main does not begin to play by itself, whatever was before."""
    consoles = three(10, by_itself=False)
    for each in consoles.consoles:
        each.alive = False
    consoles.run(3_000)
    consoles.add(Start.FOLLOW, by_itself=True)
    consoles.run(5_000)
    assert consoles.heard == []


records = st.one_of(
    st.builds(Beat, st.sampled_from("abc"), st.integers(0, 9), st.integers(0, 5)),
    st.builds(Takeover, st.sampled_from("abc"), st.integers(1, 5)),
)


@given(st.lists(records), st.integers(0, 30))
def test_an_epoch_is_given_once_and_never_taken_back(log: list[SpareRecord], end: int) -> None:
    owners: dict[int, str] = {}
    found = Ownership()
    for record in log[:end]:
        before, found = found, found.after(record.console, record.epoch)
        assert found.epoch >= before.epoch
        assert owners.setdefault(found.epoch, found.owner) == found.owner


@settings(max_examples=examples(60))
@given(st.lists(st.tuples(records, st.integers(0, 900)), max_size=40), st.booleans())
def test_any_topic_is_read(log: list[tuple[SpareRecord, int]], by_itself: bool) -> None:
    """Even one that no console of ours has written."""
    rule, now_ms = TakeoverRule("a", Start.FIRST, by_itself, 0), 0
    for record, later_ms in log:
        now_ms += later_ms
        rule.tick(now_ms)
        rule.read(record, now_ms)
        written = rule.fetch_records()
        assert all(each.console == "a" for each in written)
        part = rule.part(now_ms)
        assert (part.role is Role.MAIN) == rule.heard
