"""Ableton Link: a second peer sees our beat; its tempo is noted and not followed."""

from __future__ import annotations

import time
from pathlib import Path

from mwk_desktop.controls.midi.clock_line import ClockLine
from mwk_desktop.controls.midi.clock_process import LinkSession
from tests.driven_program import DrivenProgram
from tests.support import wait_for

PEER = Path(__file__).with_name("link_peer.py")
BEAT_NS = 60e9 / 128.0


def test_a_second_peer_sees_our_beat_tempo_and_start() -> None:
    line = ClockLine(time.monotonic_ns() - 3e9, BEAT_NS)
    ours, peer = LinkSession(), DrivenProgram(PEER)
    try:

        def answers() -> bool:
            ours.follow(line)
            _, _, bpm, plays = peer.ask("state").split()
            return abs(float(bpm) - 128.0) < 0.01 and plays == "1"

        wait_for(answers, pause_s=0.05)
        off_ms = []
        for _ in range(9):
            ours.follow(line)
            now_ns, beats, _, _ = peer.ask("state").split()
            apart = (float(beats) - line.beats_at(int(now_ns)) + 2.0) % 4.0 - 2.0
            off_ms.append(abs(apart) * BEAT_NS / 1e6)
        assert sorted(off_ms)[4] < 1.0
        peer.ask("tempo 99")

        def noted() -> bool:
            ours.follow(line)
            return ours.report(()).link_bpm == 99.0

        wait_for(noted, pause_s=0.05)
        wait_for(answers, pause_s=0.05)
        ours.follow(None)
        wait_for(lambda: peer.ask("state").split()[3] == "0", pause_s=0.05)
    finally:
        peer.kill()
