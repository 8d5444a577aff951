"""The show thread: ticks also in a flood, commands in order, sources that must wait, failures."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from mwk_desktop.records.batch import Batch, Delivery
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.show.commands import Command, SetHold, SetMute, ShowWinner
from mwk_desktop.show.drivers import threads
from mwk_desktop.show.drivers.threads import PolledSource, ShowThread
from tests.support import wait_for


@dataclass
class Recorded:
    """A driver that writes down what it is asked to do, and by which thread."""

    calls: list[Any] = field(default_factory=list)
    callers: set[str] = field(default_factory=set)
    finished: bool = False
    on_fold: Callable[[], None] = lambda: None
    on_tick: Callable[[], None] = lambda: None
    ticks: int = 0
    snapshots: int = 0
    calls_at_fold_end: int = 0
    snapshots_at_fold_end: int = 0

    def _note(self, call: Any) -> None:
        self.calls.append(call)
        self.callers.add(threading.current_thread().name)

    def start(self) -> None:
        self._note("start")

    def fold_batch(
        self, batch: Batch | Delivery, between_slices: Callable[[], None] = lambda: None
    ) -> None:
        self._note(batch)
        self.on_fold()
        between_slices()
        self.snapshots_at_fold_end = self.snapshots
        self.calls_at_fold_end = len(self.calls)

    def apply_command(self, command: Command) -> None:
        self._note(command)

    def tick(self) -> None:
        self.ticks += 1
        self.on_tick()

    def next_snapshot(self) -> Any:
        self.snapshots += 1
        return SimpleNamespace(serial=self.snapshots, engine=SimpleNamespace(master_peak_left=0.0))

    def finish(self) -> None:
        self._note("finish")


@pytest.fixture
def driver() -> Recorded:
    return Recorded()


@pytest.fixture
def started(driver: Recorded) -> Iterator[Callable[..., ShowThread]]:
    """Starts a show thread on the driver; it is stopped at the end."""
    running: list[ShowThread] = []

    def start(**options: Any) -> ShowThread:
        thread = ShowThread(driver, options.pop("on_failure", lambda _: None), **options)
        running.append(thread)
        thread.start()
        return thread

    yield start
    for thread in running:
        thread.stop()


def test_it_ticks_and_takes_snapshots_in_a_flood(
    driver: Recorded, started: Callable[..., ShowThread], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The queue is never empty: time must not wait for a flood's end."""
    clock_s = itertools.count(0.0, threads.FLOOD_S / 4)
    monkeypatch.setattr(threads, "time", SimpleNamespace(monotonic=lambda: next(clock_s)))
    thread = started()
    batch, flood = Batch(), 400
    folded = 0
    folded_at_tick: list[int] = []

    def fold() -> None:
        nonlocal folded
        folded += 1
        if folded < flood:
            assert thread.put(batch, 0.0)  # there is always one more

    driver.on_fold = fold
    driver.on_tick = lambda: folded_at_tick.append(folded)
    thread.put(batch)
    wait_for(lambda: folded == flood)
    ticked_in_flood = [n for n in folded_at_tick if 0 < n < flood]
    between = [b - a for a, b in itertools.pairwise([0, *ticked_in_flood, flood])]
    assert max(between) <= 8  # as many batches as fit into FLOOD_S of that clock
    assert driver.snapshots > 10


def test_commands_are_carried_out_in_order_and_before_the_batches_that_wait(
    driver: Recorded, started: Callable[..., ShowThread]
) -> None:
    ready = threading.Event()
    thread = started(before_start=lambda: ready.wait(60))
    first, second = Batch(), Batch()
    commands: list[Command] = [SetHold(True), SetMute("drum", True), ShowWinner(True)]
    assert thread.put(first)
    for command in commands:
        thread.send(command)
    assert thread.put(second)
    assert driver.calls == []
    ready.set()
    wait_for(lambda: len(driver.calls) == 6)
    assert driver.calls == ["start", *commands, first, second]
    assert driver.callers == {"show"}


def test_functions_of_others_run_on_the_show_thread(
    driver: Recorded, started: Callable[..., ShowThread]
) -> None:
    thread = started()
    names: list[str] = []
    thread.call_soon(lambda: names.append(threading.current_thread().name))
    wait_for(lambda: names)
    assert names == ["show"]


def test_a_source_that_is_held_back_gets_no_place_though_there_is_room(
    driver: Recorded, started: Callable[..., ShowThread]
) -> None:
    behind = threading.Event()
    behind.set()
    thread = started(held_back=behind.is_set)
    assert not thread.put(Batch(), 0.001)
    assert not thread.put(Delivery(Batch()), 0.001)
    behind.clear()
    assert thread.put(Batch())
    wait_for(lambda: len(driver.calls) == 2)
    assert driver.calls == ["start", Batch()]


def test_a_full_queue_is_no_place(driver: Recorded) -> None:
    thread = ShowThread(driver, lambda _: None)  # not started: nobody empties the queue
    for _ in range(threads.QUEUE_BATCHES):
        assert thread.put(Batch())
    assert not thread.put(Batch(), 0.001)


@pytest.mark.parametrize("where", ["start", "fold_batch", "tick", "apply_command"])
def test_a_driver_that_fails_ends_the_thread_and_is_reported(
    driver: Recorded,
    started: Callable[..., ShowThread],
    where: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    error = RuntimeError("a bug")

    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(driver, where, fail)
    failures: list[BaseException] = []
    thread = started(on_failure=failures.append)
    thread.put(Batch())
    thread.send(SetHold(True))
    assert thread.wait_finished(60)
    assert failures == [error]
    assert thread.failed
    assert "finish" not in driver.calls
    thread.stop()
    assert thread.snapshot().serial >= 1  # the last one stays
    assert "the show thread failed" in caplog.text
    caplog.clear()


def test_stop_counts_what_was_handed_over_and_finishes_once(
    driver: Recorded, started: Callable[..., ShowThread]
) -> None:
    folding = threading.Event()
    go_on = threading.Event()

    def fold() -> None:
        folding.set()
        go_on.wait(60)

    driver.on_fold = fold
    thread = started()
    batches = [Batch() for _ in range(5)]
    for batch in batches:
        assert thread.put(batch)
    assert folding.wait(60)
    stopping = threading.Thread(target=thread.stop)
    stopping.start()
    wait_for(thread._stop.is_set)
    go_on.set()
    stopping.join(60)
    assert driver.calls == ["start", *batches, "finish"]
    thread.stop()
    assert driver.calls[-1] == "finish"
    assert driver.calls.count("finish") == 1


def test_a_show_that_ended_is_heard_of_also_when_it_comes_back_to_life(
    driver: Recorded, started: Callable[..., ShowThread]
) -> None:
    thread = started()
    assert not thread.wait_finished(0)
    driver.finished = True
    assert thread.wait_finished(60)
    driver.finished = False  # a jump back in a recording
    wait_for(lambda: not thread.wait_finished(0))


def test_a_polled_source_offers_a_batch_until_there_is_a_place() -> None:
    batch = Batch(tweets=[None])
    offered: list[Batch] = []

    def put(given: Batch) -> bool:
        offered.append(given)
        return len(offered) % 3 == 0

    polls = itertools.count()
    paced: list[int] = []
    source = PolledSource(
        lambda: batch if next(polls) < 2 else Batch(), put, lambda: paced.append(1)
    )
    source.start()
    wait_for(lambda: len(offered) >= 6)
    source.stop()
    assert offered == [batch] * 6
    assert len(paced) >= 2


def test_a_command_wakes_the_thread(driver: Recorded, started: Callable[..., ShowThread]) -> None:
    thread = started(tick_s=3_600.0)
    for hold in (True, False):
        thread.send(SetHold(hold))
        wait_for(lambda hold=hold: SetHold(hold) in driver.calls)
    thread.put(Batch())  # it sleeps: this lets it end


def test_commands_act_between_the_batches_of_a_flood(
    driver: Recorded, started: Callable[..., ShowThread], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(threads, "FLOOD_S", 3_600.0)
    thread = started(before_start=lambda: None)
    first, second = Batch(), Batch()

    def on_fold() -> None:
        if driver.calls.count(first) == 1 and SetHold(True) not in driver.calls:
            thread.send(SetHold(True))
            thread.put(second)
        driver.on_fold = lambda: None

    driver.on_fold = on_fold
    thread.put(first)
    wait_for(lambda: any(call is second for call in driver.calls))
    order = [call for call in driver.calls if call is second or call == SetHold(True)]
    assert order == [SetHold(True), second]


def test_commands_act_between_the_slices_of_a_batch(
    driver: Recorded, started: Callable[..., ShowThread]
) -> None:
    thread = started()
    driver.on_fold = lambda: thread.send(SetHold(True))
    thread.put(Batch())
    wait_for(lambda: driver.calls_at_fold_end)
    assert driver.calls.index(SetHold(True)) < driver.calls_at_fold_end


def test_a_command_is_seen_before_the_batch_ends(
    driver: Recorded, started: Callable[..., ShowThread], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a flood a batch takes several frames; the window shows the pressed key in the next one."""
    clock_s = itertools.count(0.0, threads.NEWS_S)
    monkeypatch.setattr(threads, "time", SimpleNamespace(monotonic=lambda: next(clock_s)))
    thread = started()
    before: list[int] = []

    def fold() -> None:
        thread.send(SetHold(True))
        before.append(driver.snapshots)

    driver.on_fold = fold
    thread.put(Batch())
    wait_for(lambda: driver.calls_at_fold_end)
    assert driver.snapshots_at_fold_end == before[0] + 1


def test_snapshots_keep_their_distance_but_not_from_commands(
    driver: Recorded, started: Callable[..., ShowThread], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without windows nobody sees more of them; who toggles twice must find what the first did."""
    now_s = 0.0
    monkeypatch.setattr(threads, "time", SimpleNamespace(monotonic=lambda: now_s))
    thread = started(spacing_s=1.0)
    ticks = 0

    def tick() -> None:
        nonlocal ticks
        ticks += 1

    driver.on_tick = tick

    def ticked() -> None:
        before = ticks
        wait_for(lambda: ticks > before + 1)

    ticked()
    before = driver.snapshots
    now_s += 0.5
    ticked()
    assert driver.snapshots == before
    thread.send(SetHold(True))
    wait_for(lambda: driver.snapshots == before + 1)
    now_s += 1.0
    thread.snapshot()
    ticked()
    assert driver.snapshots == before + 1  # nobody asks for another one
    thread.snapshot()  # again, at once
    wait_for(lambda: driver.snapshots == before + 2)
    now_s += threads.UNREAD_SPACING
    wait_for(lambda: driver.snapshots == before + 3)


def test_who_waits_for_the_end_reads_the_last_snapshot(
    driver: Recorded, started: Callable[..., ShowThread]
) -> None:
    """Without windows the newest one may be a tenth of a second old: what came since would never be
    said."""
    before_end = 0

    def end() -> None:
        nonlocal before_end
        if driver.ticks == 3 and not driver.finished:
            before_end, driver.finished = driver.snapshots, True

    driver.on_tick = end
    thread = started(spacing_s=1_000.0)
    wait_for(lambda: thread.wait_finished(0.0))
    assert thread.snapshot(asks_for_more=False).serial > before_end


def test_in_a_flood_snapshots_keep_more_distance(
    driver: Recorded, started: Callable[..., ShowThread], monkeypatch: pytest.MonkeyPatch
) -> None:
    now_s = 0.0
    monkeypatch.setattr(threads, "time", SimpleNamespace(monotonic=lambda: now_s))
    thread = started(spacing_s=1.0)
    before = driver.snapshots

    def ask() -> None:
        thread.snapshot()
        thread.snapshot()

    tweets: list[Tweet | None] = [None] * (threads.MANY_TWEETS + 1)

    def folded(batch: Batch | Delivery) -> None:
        done = threading.Event()
        thread.put(batch)
        thread.call_soon(done.set)
        wait_for(lambda: any(call is batch for call in driver.calls) and done.is_set())

    folded(Delivery(Batch(tweets)))
    now_s += 2.0
    ask()
    folded(Batch())
    assert driver.snapshots == before
    now_s += threads.FLOOD_SPACING - 2.0
    ask()
    wait_for(lambda: driver.snapshots == before + 1)
    folded(Batch(tweets[1:]))
    now_s += 1.0
    ask()
    wait_for(lambda: driver.snapshots == before + 2)
