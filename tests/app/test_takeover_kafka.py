"""Two laptops, one show: the main one dies, stops or loses its network, at odd moments (seeded)."""

from __future__ import annotations

import random
import signal
import statistics
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from tests.app.live_process import kept, log_of
from tests.app.two_consoles import Laptop, Table, monotonic_ms, table, together
from tests.jack_server import jack_of
from tests.kafka.relay import Relay
from tests.support import wait_for
from tests.wake_lateness import WakeLateness

__all__ = ["jack_of", "table"]

SOUNDS_MS = 1_000
"""From the main's end to the other one's first sound, in most runs."""
BUSY_MS = 5_000
"""The same where the machine had other things to do."""
BAR_LINE_MS = 20
"""From the old main's bar line to the new one's, in most runs."""
BUSY_BAR_LINE_MS = 60
"""The same where the machine had other things to do."""
TWICE_MS = 300
FADE_OUT_MS = 7_500
"""Two loops."""
QUIET_MS = 5.0
"""Milliseconds are counted where nineteen wakes of twenty are this quick."""

MOMENTS = (
    *("quiet", "lock", "hold", "go", "panic"),
    *("fader", "lock", "armed", "next now", "fade"),
)


def reach(moment: str, main: Laptop, table: Table, rng: random.Random) -> int:
    """Bring the main console to a moment at which it dies; others can know what its hand did.

    Returns the monotonic ms at which the hand moved.
    """
    overrides, armed = table.count("override"), table.count("armed")
    pressed_ms = monotonic_ms()
    if moment == "hold":
        main.press("show/hold", 1.0)
    elif moment == "panic":
        main.press("show/panic")
    elif moment == "go":
        main.press("show/arm", 1.0)
        main.press("strip/8/mode", "on")
        main.press("strip/8/clip/next")
        wait_for(lambda: table.count("armed") >= armed + 2)
        main.press("show/go")
    elif moment == "fader":
        main.press("strip/1/fader", 0.4)
        main.press("strip/6/filter", 0.3)
    elif moment == "armed":
        main.press("show/arm", 1.0)
        main.press("strip/7/mode", "on")
        wait_for(lambda: table.count("armed") > armed)
    elif moment == "next now":
        main.press("show/next_now")  # refused where the next scene is near
    elif moment == "fade":
        main.press("show/fade")
    elif moment == "lock":
        windows = len(windows_of(main))
        main.live.wait_for(lambda _: len(windows_of(main)) > windows)
        threading.Event().wait(rng.uniform(0.0, 0.3))  # its scene lands a beat after the lock
        return pressed_ms
    if moment not in ("quiet", "armed", "next now"):
        wait_for(lambda: table.count("override") > overrides)
    threading.Event().wait(rng.uniform(0.1, 0.6))
    return pressed_ms


def is_silenced(moment: str, spare: Laptop, pressed_ms: int, killed_ms: int) -> bool:
    """Whether the new main must be silent until somebody says: after panic, and where the fade-out
    was over before a busy machine let it take over."""
    if moment not in ("panic", "fade"):
        return False
    spare.wait_for_role("main")
    if moment == "fade" and monotonic_ms() - pressed_ms < FADE_OUT_MS:
        return False
    return moment == "panic" or spare.sounds_from(killed_ms) < 0


def windows_of(laptop: Laptop) -> list[dict[str, Any]]:
    return [line for line in laptop.live.lines if line["type"] == "window"]


def first_sound_ms(laptop: Laptop, ms: int) -> int:
    """How long after a moment it is heard first."""
    wait_for(lambda: laptop.sounds_from(ms) > 0, 20)
    late_ms = laptop.sounds_from(ms) - ms
    print(f"{laptop.name} was heard after {late_ms} ms")
    assert late_ms <= BUSY_MS
    return late_ms


@pytest.fixture
def machine() -> Iterator[WakeLateness]:
    """How busy the machine was meanwhile."""
    with WakeLateness() as lateness:
        yield lateness


def is_quiet(machine: WakeLateness) -> bool:
    late_ms = machine.percentile_ms(95)
    if late_ms > QUIET_MS:
        print(f"NOT TIMED: the machine is busy, it wakes others {late_ms:.1f} ms late")
    return late_ms <= QUIET_MS


@pytest.mark.soak
@pytest.mark.timeout(1800)
def test_killed_at_odd_moments(
    table: Table, monkeypatch: pytest.MonkeyPatch, machine: WakeLateness
) -> None:
    rng = random.Random(24)
    main, spare = together(table, monkeypatch)
    late_ms: list[int] = []
    off_ms: list[float] = []
    for epoch, moment in enumerate(MOMENTS, start=1):
        begun_ms = monotonic_ms()
        pressed_ms = reach(moment, main, table, rng)
        assert spare.sounds_from(begun_ms) < 0  # a follower is silent
        last = windows_of(main)[-1:]
        killed_ms = monotonic_ms()
        main.live.kill()
        if is_silenced(moment, spare, pressed_ms, killed_ms):
            assert spare.sounds_from(killed_ms) < 0  # it is silent there too, until somebody says
            spare.press("show/resume")
            first_sound_ms(spare, monotonic_ms())
        else:
            late_ms.append(first_sound_ms(spare, killed_ms))
            spare.wait_for_role("main")
        assert spare.spare()["epoch"] == epoch + 1
        off_ms.append(abs(table.bar_line_ms(epoch, epoch + 1)))
        print(f"killed at {moment}: the bar line is {off_ms[-1]:.1f} ms off")
        there = [w for w in windows_of(spare) if last and w["start_ms"] == last[0]["start_ms"]]
        assert there == last
        after_takeover(moment, spare)
        main.start(monkeypatch, "--follow")
        main.wait_for_role("follow")
        main, spare = spare, main
    if is_quiet(machine):
        assert statistics.median(late_ms) <= SOUNDS_MS
        assert statistics.median(off_ms) <= BAR_LINE_MS
        assert max(off_ms) <= BUSY_BAR_LINE_MS
    table.end_crowd()
    main.live.wait_for(lambda health: health["lag"] == 0)
    spare.live.wait_for(
        lambda health: health["lag"] == 0 and health["tweets"] == main.live.health()["tweets"]
    )
    for laptop in (main, spare):
        laptop.live.end()
    boards = [
        [(row.name, row.tweets) for row in kept(laptop.folder).leaderboard.top(100)]
        for laptop in (main, spare)
    ]
    assert boards[0] == boards[1]
    assert boards[0]


def after_takeover(moment: str, spare: Laptop) -> None:
    """What the dead one was told is so here too."""
    if moment == "hold":
        playing, windows = spare.live.health()["playing"], len(windows_of(spare))
        spare.live.wait_for(lambda _: len(windows_of(spare)) > windows + 1)
        assert spare.live.health()["playing"] == playing
        spare.press("show/hold", 0.0)
    elif moment == "go":
        spare.live.wait_for(lambda health: any(c.startswith("vocal/") for c in health["playing"]))
        spare.press("show/arm", 0.0)
        spare.press("strip/8/mode", "auto")
    elif moment == "armed":
        spare.press("show/go")
        spare.live.wait_for(lambda health: any(c.startswith("synth/") for c in health["playing"]))
        spare.press("show/arm", 0.0)
        spare.press("strip/7/mode", "auto")
    elif moment == "fade":
        spare.press("show/resume")
    elif moment == "lock":
        scene = windows_of(spare)[-1]["scene"]
        spare.live.wait_for(
            lambda health: (
                set(scene) <= set(health["playing"]) or scene != windows_of(spare)[-1]["scene"]
            )
        )


@pytest.mark.soak
@pytest.mark.parametrize("table", [(48_000, 44_100), (44_100, 48_000)], indirect=True)
def test_a_follower_whose_output_has_another_rate(
    table: Table, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    """It plays the main's frames, conformed to its own output."""
    rates_hz = request.node.callspec.params["table"]
    main, spare = together(table, monkeypatch)
    spare.live.wait_for(
        lambda health: (
            health["engine"] == "running" and abs(health["spare"]["music_ms"] or 99) < BAR_LINE_MS
        )
    )
    killed_ms = monotonic_ms()
    main.live.kill()
    first_sound_ms(spare, killed_ms)
    spare.wait_for_role("main")
    off_ms = abs(table.bar_line_ms(1, 2))
    print(f"the bar line is {off_ms:.1f} ms off")
    assert off_ms <= BUSY_BAR_LINE_MS
    scenes = {line["start_ms"]: line for line in windows_of(main)}
    shared = [line for line in windows_of(spare) if line["start_ms"] in scenes]
    assert shared == [scenes[line["start_ms"]] for line in shared]
    spare.live.end()
    lines = log_of(spare.folder)
    assert [line["rate_hz"] for line in lines if line["type"] == "start"] == [rates_hz[0]]
    segments = [line["rate_hz"] for line in lines if line["type"] == "segment"]
    assert segments[-1] == rates_hz[1]


def muted_at_once(laptop: Laptop) -> None:
    """From the moment at which it reads who is heard, what comes out of it ends in time."""
    read_ms = laptop.read_of_another_ms()
    late_ms = laptop.heard_after(read_ms) - read_ms
    print(f"{laptop.name} is muted {late_ms} ms after it has read that the other one is heard")
    assert late_ms <= TWICE_MS


@pytest.mark.soak
def test_cut_stopped_and_without_a_broker(
    table: Table, monkeypatch: pytest.MonkeyPatch, broker: Any, machine: WakeLateness
) -> None:
    relay = Relay(broker.relay_port, broker.relayed_port)
    red, blue = table.laptops
    red.kafka = {"bootstrap.servers": f"127.0.0.1:{broker.relay_port}"}
    together(table, monkeypatch)
    # The main's network is cut: the other one takes over, and both are heard.
    cut_ms = monotonic_ms()
    relay.cut()
    first_sound_ms(blue, cut_ms)
    blue.wait_for_role("main")
    red.live.wait_for(lambda health: not health["spare"]["sees_kafka"])
    first_sound_ms(red, monotonic_ms())
    # It is back: it reads who has the show, and falls silent.
    healed_ms, shows = monotonic_ms(), red.shows
    relay.heal()
    red.wait_for_show(shows + 1)
    red.wait_for_role("follow")
    twice_ms = red.heard_after(healed_ms) - healed_ms
    print(f"both were heard for {twice_ms} ms after the network was back")
    assert twice_ms <= BUSY_MS
    muted_at_once(red)
    assert red.spare()["epoch"] == 2
    # The new main stops, as a frozen program does; its engine plays on until it wakes.
    stopped_ms = monotonic_ms()
    blue.live.process.send_signal(signal.SIGSTOP)
    first_sound_ms(red, stopped_ms)
    red.wait_for_role("main")
    woken_ms, shows = monotonic_ms(), blue.shows
    blue.live.process.send_signal(signal.SIGCONT)
    blue.wait_for_role("follow")
    twice_ms = blue.heard_after(woken_ms) - woken_ms
    print(f"both were heard for {twice_ms} ms after the stopped one woke")
    muted_at_once(blue)
    if is_quiet(machine):
        assert twice_ms <= 5 * TWICE_MS
        assert abs(table.bar_line_ms(2, 3)) <= BUSY_BAR_LINE_MS
    # The follower dies: nothing is heard of it.
    blue.wait_for_show(shows + 1)
    blue.live.kill()
    red.live.wait_for(lambda health: health["spare"]["other_age_ms"] > 1_000)
    first_sound_ms(red, monotonic_ms())
    blue.start(monkeypatch, "--follow")
    blue.wait_for_role("follow")
    # The broker dies under both: the main plays on, the follower stays what it is.
    died_ms = monotonic_ms()
    table.end_crowd()
    broker.kill()
    for laptop in (red, blue):
        laptop.live.wait_for(lambda health: not health["spare"]["sees_kafka"])
    first_sound_ms(red, monotonic_ms())
    broker.start()
    for laptop in (red, blue):
        laptop.live.wait_for(lambda health: health["spare"]["sees_kafka"])
    threading.Event().wait(1.5)
    assert blue.sounds_from(died_ms) < 0
    assert (red.live.health()["role"], blue.live.health()["role"]) == ("main", "follow")
    assert {laptop.spare()["epoch"] for laptop in (red, blue)} == {3}
    for laptop in (red, blue):
        laptop.live.end()
    relay.close()
