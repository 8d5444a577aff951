"""A show and consoles that follow it, under held clocks: decisions and tweets take their time."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from mwk_desktop.clock import HeldClock
from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.records.record_types import Record
from mwk_desktop.show import commands as c
from mwk_desktop.show import desk_commands as h
from mwk_desktop.show import sound_commands as s
from mwk_desktop.show.drivers.follow_show import FollowShow
from mwk_desktop.show.drivers.live import LiveShow
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.log.show_topic import (
    MOMENT,
    DecisionOrder,
    Stamp,
    TopicRecord,
    read_topic_value,
    topic_value,
)
from mwk_desktop.show.message_commands import DecideMessages, SetModeration, UndoDecision
from mwk_desktop.show.snapshot import Snapshot, SourceState
from mwk_desktop.show.stage_state import ShowOnStage, StageMoment
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS
from tests.show.shows import MUSIC, batch_of
from tests.support import T0_MS

WINDOW_MS = 7_500
RATE_HZ = 48_000
BAR_MS = 1_875
TOPIC = "tweets"
COMMON: dict[str, Any] = {"opening": ("drum", "pad"), "quantize": "bar", "grace_ms": 250}


def counting_of(seed: int) -> Counting:
    return Counting(CountingRules(window_ms=WINDOW_MS), MUSIC.clips, seed, remember=1 << 14)


def agreed(snapshot: Snapshot) -> dict[str, Any]:
    """What of a snapshot is decided, and so must be the same on every console."""
    strips = {
        strip.instrument: (
            *(strip.mode, strip.pending_mode, strip.variation, strip.variation_pending),
            *(strip.now, strip.gain, strip.filter, strip.mute, strip.solo, strip.audible),
            *(strip.silenced_by_solo, dict(strip.armed), strip.armed_next, strip.can_cancel),
            *(strip.pending_mute, strip.pending_solo, strip.pending_gain, strip.pending_filter),
        )
        for strip in snapshot.strips
    }
    desk = snapshot.desk
    lock = desk.early_lock
    return {
        "strips": strips,
        "scene": (snapshot.scene_number, snapshot.scene_since_bar, snapshot.scene, snapshot.band),
        "cancelled": snapshot.next_scene_cancelled,
        "silence": (snapshot.hold, snapshot.panic, snapshot.fade),
        "undo": (
            str(snapshot.undo_label),
            str(desk.redo_label),
            [str(x) for x in desk.undo_labels],
        ),
        "master": (snapshot.master_gain, snapshot.floor, snapshot.sound),
        "desk": (desk.arming, desk.armed, desk.places, desk.not_auto),
        "early": lock and (lock.bar, lock.beat, lock.landing_bar),
        "stage": (snapshot.stage.moment, snapshot.stage.since_frame),
        "winner": snapshot.winner,
        "people": (snapshot.blocked, snapshot.max_votes_per_user, snapshot.moderation.approve),
    }


class Main:
    """The console that decides; ``topic`` holds what it wrote, as (moment, value)."""

    def __init__(self, start_ms: int = T0_MS + 1_234, seed: int = 5) -> None:
        self.clock = HeldClock(start_ms)
        self.port = PlannedLaunches(RATE_HZ)
        self.topic: list[tuple[int, bytes]] = []
        self.lines: list[Mapping[str, Any]] = []
        self.views: dict[int, dict[str, Any]] = {}
        self._numbers = {True: 0, False: 0}
        self._order = (1, "main")
        self.counting = counting_of(seed)
        self.show: LiveShow = LiveShow(
            self.counting, MUSIC, self.port, self.clock, start_ms,
            source_state=lambda: SourceState("live", "t", "connected", 0), seed=seed,
            recorder=self, **COMMON,
        )  # fmt: skip
        self.show.start()

    def write_all(self, records: Sequence[Record]) -> None:
        """Tweets have their own topic."""

    def write_show(self, line: Mapping[str, Any], arrival_ms: int) -> None:
        decision = line["type"] != MOMENT
        self.lines.append(line)
        epoch, console = self._order
        stamp = Stamp("evening", TOPIC, console, epoch, self._numbers[decision], arrival_ms)
        self._numbers[decision] += 1
        value = msgspec.json.encode(topic_value(TopicRecord(stamp, dict(line))))
        self.topic.append((self.clock.now_ms(), value))

    def beat(self) -> dict[str, Any]:
        """Write how far the decisions go, and note what this console shows then."""
        view = agreed(self.show.next_snapshot())
        self.views[self._numbers[False]] = view
        line = {"type": MOMENT, "frame": self.port.frame_now()}
        self.write_show(line, self.clock.now_ms())
        return view

    def advance(self, by_ms: int) -> None:
        self.clock.advance(by_ms)
        self.port.advance_to(self.port.frame + by_ms * RATE_HZ // 1000)


class Follower:
    """A console that follows ``main`` from now on, with its own delays."""

    def __init__(self, main: Main, rng: random.Random) -> None:
        self._main, self._rng = main, rng
        self.clock = HeldClock(main.clock.now_ms())
        self.port = PlannedLaunches(RATE_HZ)
        self.port.frame = main.port.frame
        self._read = 0
        self._due_ms = self._tweets_due_ms = 0
        self._tweets: deque[tuple[int, Delivery]] = deque()
        self._order = DecisionOrder(TOPIC)
        self.compared = 0
        start = read_topic_value(main.topic[0][1])
        assert start is not None
        self.counting = counting_of(99)
        self.lines: list[Mapping[str, Any]] = []
        self.show = FollowShow(
            self.counting, MUSIC, self.port, self.clock, self.clock.now_ms(),
            start=start.line, start_frame=self.port.frame, recorder=self,
            source_state=lambda: SourceState("live", "t", "connected", 0), **COMMON,
        )  # fmt: skip
        self.show.start()

    def write_all(self, records: Sequence[Record]) -> None:
        """Nothing is kept."""

    def write_show(self, line: Mapping[str, Any], arrival_ms: int) -> None:
        self.lines.append(line)

    def send_tweets(self, delivery: Delivery) -> None:
        """Tweets are on their way to this console, in order."""
        at_ms = self.clock.now_ms() + self._rng.randrange(400)
        self._tweets_due_ms = max(self._tweets_due_ms, at_ms)
        self._tweets.append((self._tweets_due_ms, delivery))

    def advance(self, by_ms: int) -> None:
        self.clock.advance(by_ms)
        self.port.advance_to(self.port.frame + by_ms * RATE_HZ // 1000)

    def hear(self, until_ms: int | None = None) -> None:
        """What has arrived by now: tweets and decisions; at moments the two are compared."""
        now_ms = self.clock.now_ms() if until_ms is None else until_ms
        while self._tweets and self._tweets[0][0] <= now_ms:
            self.show.fold_batch(self._tweets.popleft()[1])
        main = self._main
        while self._read < len(main.topic):
            sent_ms, value = main.topic[self._read]
            if self._due_ms < sent_ms:
                self._due_ms = sent_ms + self._rng.choice((2, 5, 20, 90, 180))
            if self._due_ms > now_ms:
                break
            self._read += 1
            record = read_topic_value(value)
            assert record is not None
            if self._order.accepts(record):
                self.show.hear([record])
            elif self._order.is_moment(record):
                self.show.hear([record])
                self.tick()
                self._compare(main.views.get(record.stamp.number))
        self.tick()

    def tick(self) -> None:
        self.show.tick()
        while self.show.has_heard:
            self.show.tick()

    def _compare(self, view: dict[str, Any] | None) -> None:
        if view is not None:
            here = agreed(self.show.next_snapshot())
            wrong = {name: (here[name], view[name]) for name in view if here[name] != view[name]}
            assert not wrong, f"{self.compared} times they agreed"
            self.compared += 1


COUNTS = (c.BlockUser, c.UnblockUser, c.SetVoteCap)
"""What a hand changes of the counting from the tweet on that is counted next, here and there."""


def hand(rng: random.Random, serial: int, counts: bool) -> c.Command:
    """A presenter who does anything at any time; ``counts``: also what changes the counting."""
    name = rng.choice(INSTRUMENTS)
    on = rng.random() < 0.5
    number = rng.randrange(1, 4)
    choices: list[Callable[[], c.Command]] = [
        lambda: c.SetMode(name, rng.choice(list(c.Mode))),
        lambda: c.SetMode(name, rng.choice(list(c.Mode))),
        lambda: c.SetVariation(name, rng.choice([None, *MUSIC.clips[name]])),
        lambda: c.NextVariation(name),
        lambda: c.SetMute(name, on),
        lambda: c.SetSolo(name, on),
        lambda: c.SetGain(rng.choice([name, None]), rng.random()),
        lambda: s.SetFilter(name, rng.random()),
        lambda: s.SetDim(on),
        lambda: s.SetMono(on),
        lambda: s.SetCeiling(-1.0 - rng.random()),
        lambda: s.SetCrossfade(float(rng.randrange(4))),
        lambda: c.SetHold(on),
        c.Panic, c.Resume, c.Resume, c.FadeOut,
        c.CancelScene, lambda: c.CancelChange(name), lambda: c.CancelChange(name),
        lambda: c.SetFloor(on), lambda: c.SetFloorGain(rng.random()),
        c.Undo, c.Undo, h.Redo,
        lambda: c.HideMessage(rng.randrange(max(1, serial - 30), serial + 2)),
        lambda: c.BlockUser(f"user{rng.randrange(3)}"),
        lambda: c.UnblockUser(f"user{rng.randrange(3)}"),
        lambda: c.SetVoteCap(rng.randrange(3)),
        lambda: c.ShowWinner(on),
        lambda: ShowOnStage(rng.choice([each.value for each in StageMoment])),
        lambda: SetModeration(on),
        lambda: DecideMessages(on, (rng.randrange(max(1, serial - 30), serial + 2),)),
        UndoDecision,
        lambda: h.Arm(on), lambda: h.Arm(on), h.Forget, h.Go, h.Go, h.AllAuto,
        lambda: h.StoreSnapshot(number), lambda: h.RecallSnapshot(number),
        lambda: h.ClearSnapshot(number), lambda: h.RenameSnapshot(number, "drop"),
        lambda: h.NextNow(True), lambda: h.NextNow(True), lambda: h.NextNow(False),
    ]  # fmt: skip
    command = rng.choice(choices)()
    return command if counts or not isinstance(command, COUNTS) else h.AllAuto()


def play(
    main: Main,
    rng: random.Random,
    length_ms: int,
    followers: list[Follower],
    joins: Mapping[int, Callable[[], None]] | None = None,
    *,
    counts: bool = True,
    presses_per_s: float = 0.7,
) -> None:
    """The main plays for so long, with a crowd and a hand at random; followers hear of it."""
    begun_ms = main.clock.now_ms()
    waiting = sorted((joins or {}).items())
    tweets, next_beat_ms = 0, begun_ms
    sent: list[Delivery] = []
    while (now_ms := main.clock.now_ms()) < begun_ms + length_ms:
        while waiting and now_ms - begun_ms >= waiting[0][0]:
            known = len(followers)
            waiting.pop(0)[1]()
            for follower in followers[known:]:
                for delivery in sent:
                    follower.send_tweets(copy_of(delivery))
        step_ms = rng.randrange(5, 60)
        if rng.random() < 0.004 * step_ms:
            words = rng.choice([*INSTRUMENTS, "hello"])
            late_ms = rng.choice((0, 0, 0, 200, 600))
            batch = batch_of(now_ms - late_ms, (f"user{rng.randrange(40)}", words), first=tweets)
            tweets += 1
            delivery = Delivery(batch, {0: tweets})
            sent.append(copy_of(delivery))
            main.show.fold_batch(delivery)
            for follower in followers:
                follower.send_tweets(copy_of(delivery))
        if rng.random() < presses_per_s * step_ms / 1000:
            main.show.apply_command(hand(rng, main.show.core.moderation.last_serial, counts))
        main.show.tick()
        if now_ms >= next_beat_ms:
            next_beat_ms += 200
            bar = (now_ms - begun_ms) // BAR_MS
            main.beat() if bar else None
        main.advance(step_ms)
        for follower in followers:
            follower.advance(step_ms)
            follower.hear()


def copy_of(delivery: Delivery) -> Delivery:
    """The same delivery for another console: each moves its own event times."""
    there = delivery.batch
    lists = (there.tweets, there.events_ms, there.record_ms, there.arrivals_ms, there.records)
    return Delivery(Batch(*(list(each) for each in lists)), dict(delivery.next_offsets))
