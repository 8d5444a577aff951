"""Where the stage's scenes stand, as functions of beats: pure arithmetic, no clock, no Qt.

Everything that is dated in the music asks here. A late frame, a stage that opens in the middle or a
hold can therefore leave nothing half way.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Final

from mwk_desktop.show.snapshot import Snapshot, TransportState
from mwk_desktop.show.stage_state import LockedWindow, LockOutcome

FLIGHT_BEATS: Final = 0.45
"""The winners fly this long, and arrive on the landing."""
BOARD_LEAVES: Final = 7.0
REVEAL_BEATS: Final = 8.0
HELD_BEATS: Final = 4.5
BACK_AFTER_S: Final = 4.0
"""The race is back this long after the lock, however late the landing was."""
SHORTEST_WINDOW_S: Final = 12.0
"""Shorter windows (tests) show lock and landing only: the next one is due."""
SHORT_REVEAL_BEATS: Final = 3.0
ROLL_BEATS: Final = 8.0
NONE: Final = -1.0
FASTEST_BPM: Final = 170.0
"""Above this only every second beat counts: nothing passes three times a second."""
MOST_TICKS, FEWEST_TICKS = 96, 24


def frames_per_beat(transport: TransportState) -> float:
    """Transport frames of one beat."""
    return transport.rate_hz * 60.0 / (transport.bpm if transport.bpm > 0 else 120.0)


def seen_frame(transport: TransportState, offset_ms: float) -> float:
    """The transport frame that is heard now: sound that is late is seen late."""
    return transport.frame - offset_ms * transport.rate_hz / 1000.0


def reveal_beat(locked: LockedWindow | None, snapshot: Snapshot, offset_ms: float) -> float:
    """``b``: beats since the lock as the reveal counts them; -1 where there is none.

    The landing is at 1. If it is later than a beat, the flight takes the last part of a beat before
    it, and the board is shorter. A scene that does not land has no flight and half a board.
    """
    if locked is None or locked.outcome is LockOutcome.STAYS:
        return NONE
    transport = snapshot.transport
    beat = frames_per_beat(transport)
    since = (seen_frame(transport, offset_ms) - locked.lock_frame) / beat
    if since < 0.0:
        return NONE
    if locked.landing_frame is None:
        b = since if since < HELD_BEATS - 1.0 else BOARD_LEAVES + since - (HELD_BEATS - 1.0)
        return b if b < REVEAL_BEATS else NONE
    landing = max(FLIGHT_BEATS, (locked.landing_frame - locked.lock_frame) / beat)
    if snapshot.window_ms < SHORTEST_WINDOW_S * 1000:
        b = _until_landing(since, landing)
        return b if b < SHORT_REVEAL_BEATS else NONE
    b = _until_landing(since, landing)
    if b >= 1.0:
        back = BACK_AFTER_S * transport.rate_hz / beat
        stays = max(2.0, back - landing) - 1.0
        if landing > 1.1:
            over = b - 1.0 - stays
            b = BOARD_LEAVES + over if over >= 0.0 else min(b, BOARD_LEAVES)
    return b if b < REVEAL_BEATS else NONE


def _until_landing(since: float, landing: float) -> float:
    """Beats of the reveal: the flight ends with the landing, what is left over waits before it."""
    if since >= landing:
        return 1.0 + since - landing
    begins = landing - FLIGHT_BEATS
    if since >= begins:
        return 1.0 - FLIGHT_BEATS + since - begins
    # Just before the flight; not earlier, or a landing on time would stop for a moment.
    return min(since, 1.0 - FLIGHT_BEATS - 1e-6)


@dataclass(frozen=True, slots=True)
class WinnerBeats:
    """``wb`` (beats since the winner's first beat; -1: none yet) and the beat of the name."""

    wb: float
    reveal: float


def winner_beats(
    transport: TransportState, since_frame: int, beats: float, offset_ms: float
) -> WinnerBeats:
    """Where the winner's moment stands: it begins on a beat, the name comes on a bar line.

    ``beats``: where the music is, in beats; a moment from before a jump stands at its end.
    """
    ago = (seen_frame(transport, offset_ms) - since_frame) / frames_per_beat(transport)
    first = math.ceil(round(beats - ago, 6))
    per_bar = max(1, transport.beats_per_bar)
    reveal = math.ceil((first + ROLL_BEATS) / per_bar) * per_bar - first
    return WinnerBeats(beats - first if beats >= first else NONE, float(reveal))


def music_beats(transport: TransportState, offset_ms: float) -> float:
    """Beats since bar 1, shifted by the offset."""
    per_bar = max(1, transport.beats_per_bar)
    beats = (transport.bar - 1) * per_bar + (transport.beat - 1) + transport.beat_phase
    return beats - offset_ms * transport.bpm / 60_000.0


def floor_ticks(window_ms: int, transport: TransportState) -> tuple[int, float]:
    """How many ticks the floor has, and beats a tick: one a beat, or a bar in slow or long
    windows."""
    beats = round(window_ms * transport.bpm / 60_000.0)
    if FEWEST_TICKS <= beats <= MOST_TICKS:
        return beats, 1.0
    per_bar = max(1, transport.beats_per_bar)
    return max(2, round(beats / per_bar)), float(per_bar)


def beat_step(bpm: float) -> int:
    """Every how many beats something may move as a whole."""
    step = 1
    while bpm / step > FASTEST_BPM:
        step *= 2
    return step
