"""JACK's transport as other clients see it: bars, start, stop, one timebase master."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import jack
import pytest

from mwk_desktop.controls.midi.clock_line import ClockLine
from mwk_desktop.controls.midi.clock_process import ClockOptions, run_clock
from mwk_desktop.controls.midi.jack_transport import OTHER_MASTER, TICKS_PER_BEAT
from mwk_desktop.platform.spawning import SPAWN
from tests.support import wait_for

BLOCK_FRAMES = 256
BEAT_FRAMES = 22_500
BEAT_NS = 60e9 / 128.0


@contextmanager
def clock() -> Iterator[Any]:
    """The clock's process, which only leads the transport; gives our end of its pipe."""
    connection, theirs = SPAWN.Pipe()
    options = ClockOptions(midi=False, jack=True)
    process = SPAWN.Process(target=run_clock, args=(theirs, options), daemon=True)
    process.start()
    theirs.close()
    try:
        yield connection
    finally:
        connection.close()
        process.join(60.0)
        process.kill()
        process.join()


@contextmanager
def client_of(server: Any) -> Iterator[jack.Client]:
    client = jack.Client("reader", no_start_server=True, servername=server.name)
    try:
        yield client
    finally:
        client.close()


def line_from(beats: float) -> ClockLine:
    """A music that is at ``beats`` now."""
    return ClockLine(time.monotonic_ns() - beats * BEAT_NS, BEAT_NS, bpm=128.0)


def beats_of(position: Any) -> float:
    bars = (position.bar - 1) * position.beats_per_bar
    return float(bars + position.beat - 1 + position.tick / position.ticks_per_beat)


def beats_off(client: jack.Client, line: ClockLine) -> float:
    """How far bar, beat and tick are off our music, in beats; 99 while there are none."""
    state, position = client.transport_query_struct()
    if state != jack.ROLLING or not position.valid & 0x10:
        return 99.0
    if beats_of(position) != pytest.approx(position.frame / BEAT_FRAMES, abs=1 / TICKS_PER_BEAT):
        return 99.0  # it was just moved, and this is the cycle before the next one
    # JACK's microseconds are not those of the monotonic clock, which time servers slew.
    return abs(client.transport_frame / BEAT_FRAMES - line.beats_at(time.monotonic_ns()))


def test_other_clients_read_our_bars(jack_of: Callable[..., Any]) -> None:
    with client_of(jack_of(BLOCK_FRAMES)) as reader, clock() as connection:
        for beats in (-2.0, 41.5):  # before bar 1, and in the middle of a show
            line = line_from(beats)
            wait_for(lambda line=line: is_in_time(connection, reader, line))
            _, position = reader.transport_query_struct()
            assert (position.beats_per_bar, position.beat_type) == (4.0, 4.0)
            assert position.beats_per_minute == 128.0
            bar_ticks = (position.bar - 1) * 4 * TICKS_PER_BEAT
            assert position.bar_start_tick == bar_ticks
            connection.send(None)  # the show ends
            wait_for(lambda: reader.transport_state == jack.STOPPED)
        connection.send(line)
        wait_for(lambda: reader.transport_state == jack.ROLLING)
        connection.close()  # the program ends
        wait_for(lambda: reader.transport_state == jack.STOPPED)


def is_in_time(connection: Any, reader: jack.Client, line: ClockLine) -> bool:
    """Within a block and what a query is older than the server's newest cycle."""
    connection.send(line)
    state = reader.transport_state
    if line.beats_at(time.monotonic_ns()) < -0.1:  # asked later: so it was when the state was read
        assert state == jack.STOPPED
    return beats_off(reader, line) < 2 * BLOCK_FRAMES / BEAT_FRAMES


def test_another_master_keeps_the_timebase(jack_of: Callable[..., Any]) -> None:
    with client_of(jack_of(BLOCK_FRAMES)) as other:
        other.activate()
        assert other.set_timebase_callback(lambda *_: None, conditional=True)
        with clock() as connection:
            assert connection.poll(60.0)
            assert connection.recv().jack_problem == OTHER_MASTER
