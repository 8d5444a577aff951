"""Pre-listening through a real sound server: four channels, captured sample for sample."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from mwk_desktop.engine.engine_client import EngineClient
from mwk_desktop.engine.offline_render import render
from mwk_desktop.engine.protocol import SILENCE, CuePlan, EngineSpec, Launch, Ramp, filter_curve
from tests.engine.jack_checks import Heard, capturing, check_same, disturbance

Build = Callable[[np.ndarray, EngineSpec], EngineClient]
Wait = Callable[..., float]

RATE_HZ = 48_000
LOOP_FRAMES = 4800
BEGIN = RATE_HZ
LINE = BEGIN + 6 * LOOP_FRAMES
END = LINE + 6 * LOOP_FRAMES
NEXT = (3, SILENCE, 4, SILENCE, SILENCE, 5, SILENCE, SILENCE)


def play_once(server: Any, engine_of: Build, wait: Wait) -> Heard:
    """The room against the offline rendering (without a cue), the cue against what landed."""
    clips = np.random.default_rng(4).normal(0.0, 0.05, (8, LOOP_FRAMES, 2)).astype(np.float32)
    spec = EngineSpec(LOOP_FRAMES, block_frames=256, output="system", cue=True)
    launches = {
        strip: [Launch(BEGIN, strip, 0, 0), Launch(LINE, NEXT[strip], 0, 0)] for strip in (0, 2, 5)
    }
    ramps = {filter_curve(2): [Ramp(BEGIN, 0.3, 480)]}
    engine = engine_of(clips, spec)
    assert engine.status().has_cue, engine.status().detail
    with capturing(server.name, END + 4 * RATE_HZ, channels=4) as capture:
        capture.connect()
        for strip, some in launches.items():
            engine.plan_launches(strip, some)
        for curve, some_ramps in ramps.items():
            engine.plan_ramps(curve, some_ramps)
        engine.plan_cue(CuePlan(hears_next=True, clips=NEXT))
        engine.play()
        before = server.complaints()
        wait(lambda: engine.status().frame >= END + 4800, 30.0)
        received, xruns = capture.stop()
    disturbed = disturbance(xruns, engine.status(), server.complaints() - before)
    engine.close()
    expected = np.concatenate(list(render(clips, spec, launches, ramps, END)))
    begin = int(np.flatnonzero(received[:, :2].any(axis=1))[0]) - BEGIN
    heard = received[begin + BEGIN : begin + END]
    # From when the filter of both has had the same sound for long, until the end.
    settled = slice(LINE - BEGIN + 2 * LOOP_FRAMES, END - BEGIN)
    assert heard[:, 2:].any()
    got = np.concatenate([heard[:, :2], heard[settled, 2:]])
    return got, np.concatenate([expected[BEGIN:], expected[BEGIN:][settled]]), disturbed


def test_the_room_is_the_same_with_a_cue_and_the_cue_is_what_lands(
    jack_of: Callable[..., Any], engine_of: Build, wait_until: Wait
) -> None:
    server = jack_of(256, synchronous=True, channels=4)
    check_same(lambda: play_once(server, engine_of, wait_until))


def test_a_card_with_two_outputs_says_so(jack_of: Callable[..., Any], engine_of: Build) -> None:
    jack_of(256)
    clips = np.zeros((1, LOOP_FRAMES, 2), dtype=np.float32)
    status = engine_of(clips, EngineSpec(LOOP_FRAMES, output="system", cue=True)).status()
    assert status.state == "running"
    assert not status.has_cue
    assert "has two outputs: pre-listening needs a card with four" in str(status.cue_problem)
