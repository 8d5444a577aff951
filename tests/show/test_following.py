"""Consoles that follow a show: always in the state of the one that decides."""

from __future__ import annotations

import random
import time

import msgspec
import pytest

from mwk_desktop.app.workers.decision_tap import DecisionTap
from mwk_desktop.engine.gains import Gain
from mwk_desktop.engine.protocol import Curve
from mwk_desktop.show.commands import FadeOut, Mode, SetMode
from mwk_desktop.show.drivers.follow_show import FOLLOWS_ONLY, RECORDS_A_TICK
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.log.show_topic import MOMENT, TopicRecord, read_topic_value, topic_value
from mwk_desktop.show.sound_commands import SetCue, SetCueAfterFader, SetCueMaster
from mwk_desktop.show.spare.console_session import ConsoleMoment, ConsoleSession
from mwk_desktop.show.spare.takeover_rule import Start, TakeoverRule
from tests.show.followed import TOPIC, Follower, Main, agreed, play


def encoded(record: TopicRecord) -> bytes:
    return msgspec.json.encode(topic_value(record))


def same_counts(main: Main, follower: Follower) -> None:
    assert follower.counting.counts == main.counting.counts
    board, there = main.counting.leaderboard, follower.counting.leaderboard
    assert there.top(50) == board.top(50)


def evening(seed: int, length_ms: int, *, counts: bool) -> None:
    rng = random.Random(seed)
    main = Main(seed=seed)
    followers = [Follower(main, random.Random(seed + 1))]
    joins = {
        length_ms // 3: lambda: followers.append(Follower(main, random.Random(seed + 2))),
    }
    play(main, rng, length_ms, followers, joins, counts=counts)
    for follower in followers:
        follower.advance(40_000)
        follower.hear()
        assert follower.compared > length_ms // 2_000
        if not counts:
            same_counts(main, follower)


@pytest.mark.parametrize("seed", range(3))
def test_minutes_of_a_random_hand_agree_at_every_bar(seed: int) -> None:
    evening(seed, 60_000, counts=bool(seed % 2))


@pytest.mark.soak
def test_an_hour_of_a_random_hand_agrees_at_every_bar() -> None:
    evening(2024, 3_600_000, counts=True)


@pytest.mark.parametrize("seed", range(4))
def test_a_follower_that_leads_goes_on_as_the_other_would_have(seed: int) -> None:
    """Whatever was under way: a window that closed, a hold, a panic, a GO."""
    rng = random.Random(seed)
    main = Main(seed=seed)
    follower = Follower(main, random.Random(seed + 1))
    play(main, rng, rng.randrange(20_000, 40_000), [follower], counts=False, presses_per_s=2.0)
    follower.hear(main.clock.now_ms() + 1_000)
    assert follower.port.ramps[Curve.HEARD][-1].target == 0.0
    follower.show.lead()
    assert not follower.show.follows
    assert follower.port.ramps[Curve.HEARD][-1].target == 1.0
    for step in range(400):
        for show in (main.show, follower.show):
            show.tick()
        assert agreed(follower.show.next_snapshot()) == agreed(main.show.next_snapshot()), step
        main.advance(25)
        follower.advance(25)
    same_counts(main, follower)
    scenes = [
        [line["scene"] for line in lines if line["type"] == "close"]
        for lines in (follower.lines, main.lines)
    ]
    assert scenes[0] == scenes[1]


def gain_of(port: PlannedLaunches, curve: Curve) -> float:
    """The curve's gain where the port's transport stands."""
    gain = Gain(1.0)
    for ramp in port.ramps.get(curve, []):
        gain.ramp(ramp.frame, ramp.target, ramp.ramp_frames)
    return gain.at(port.frame)


def test_who_takes_over_in_a_fade_out_is_heard_and_goes_on_with_it() -> None:
    """Whether it has followed from the beginning, or has just come and reads of it."""
    main, rng = Main(), random.Random(3)
    early = Follower(main, rng)
    play(main, rng, 2_000, [early], presses_per_s=0.0)
    main.show.apply_command(FadeOut())
    play(main, rng, 3_000, [early], presses_per_s=0.0)
    main.beat()
    for follower in (early, Follower(main, rng)):
        follower.hear(main.clock.now_ms() + 1_000)
        follower.show.lead()
        there = gain_of(main.port, Curve.FADE)
        assert 0.55 < there < 0.65  # 3 of 7.5 s
        # What was decided comes some milliseconds later.
        assert gain_of(follower.port, Curve.FADE) == pytest.approx(there, abs=0.05)
        assert follower.port.ramps[Curve.HEARD][-1].target == 1.0


@pytest.mark.soak
def test_three_hours_are_caught_up_with_in_seconds() -> None:
    """Twenty records a second that say how it goes, and a busy hand between: as the topic holds
    them before they are compacted."""
    main = Main()
    rng = random.Random(8)
    play(main, rng, 60_000, [], presses_per_s=15.0)
    main.beat()
    decisions = [record for _, value in main.topic if (record := read_topic_value(value))]
    hours: list[bytes] = []
    for n, record in enumerate(decisions):
        hours.append(encoded(record))
        stamp = msgspec.structs.replace(record.stamp, number=n)
        moment = {"type": MOMENT, "frame": record.frame or 0}
        beat = {"type": "heartbeat", "computer": "red", "frame": record.frame or 0}
        told = [encoded(TopicRecord(stamp, line)) for line in (moment, beat)]
        hours += told * (3 * 3_600 * 10 // len(decisions))
    assert len(hours) > 3 * 3_600 * 19
    follower = Follower(main, rng)
    tap = DecisionTap()
    tap.begin("evening", TOPIC, 0, decisions[0])
    tap.driver = follower.show
    rule = TakeoverRule("blue", Start.FOLLOW, by_itself=False, now_ms=0)
    session, now = ConsoleSession(rule, "evening", TOPIC, "blue"), ConsoleMoment(0, 0)
    begun_s, ticks = time.process_time(), 0
    for batch in (hours[at : at + 500] for at in range(0, len(hours), 500)):
        records = [record for value in batch if (record := read_topic_value(value))]
        tap.hear(records)
        for record in records:
            session.read(record, now, is_news=False)
    read_s = time.process_time() - begun_s
    while follower.show.has_heard:
        follower.show.tick()
        ticks += 1
    carried_s = time.process_time() - begun_s - read_s
    print(f"{len(hours)} records: read in {read_s:.1f} s, carried out in {carried_s:.1f} s of CPU")
    # Moments without a decision between are not carried out one by one.
    assert ticks <= 3 * len(decisions) // RECORDS_A_TICK
    assert agreed(follower.show.next_snapshot()) == main.views[max(main.views)]


def test_a_follower_decides_nothing_and_says_so() -> None:
    main = Main()
    follower = Follower(main, random.Random(1))
    play(main, random.Random(1), 3_000, [follower], presses_per_s=0.0)
    before = agreed(follower.show.next_snapshot())
    follower.show.apply_command(SetMode("drum", Mode.OFF))
    follower.show.apply_command(SetCue("drum", True))
    follower.tick()
    snapshot = follower.show.next_snapshot()
    assert agreed(snapshot) == before
    assert snapshot.strips[0].cue  # its own headphones
    for headphones in (SetCueAfterFader(True), SetCueMaster(True)):
        follower.show.apply_command(headphones)
    sound = follower.show.next_snapshot().sound
    assert sound.cue_after_fader
    assert sound.cue_master
    assert FOLLOWS_ONLY in snapshot.problems
    follower.advance(10_000)
    assert FOLLOWS_ONLY not in follower.show.next_snapshot().problems


def test_a_hand_on_its_own_headphones_lands_nothing() -> None:
    """What has landed goes by the other console, which may still take it back."""
    main, rng = Main(), random.Random(1)
    follower = Follower(main, rng)
    main.show.apply_command(SetMode("synth", Mode.ON))
    main.beat()
    follower.hear(main.clock.now_ms() + 1_000)
    before = agreed(follower.show.next_snapshot())
    follower.advance(5_000)
    follower.show.apply_command(SetCue("drum", True))
    assert follower.show.next_snapshot().strips[0].cue
    assert agreed(follower.show.next_snapshot()) == before
