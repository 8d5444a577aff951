"""The stage's one array: everything that moves with the music, made once a frame (no Qt here).

================  ============================================================================
index             what
================  ============================================================================
0-7, 8-15, 16-23  fast, slow and hit of the strips, 0 to 1
24, 31            fast and slow of the loudest strip
25                place in the loop, in beats
26                ticks since the landing: the floor's playhead
27                whole seconds to the lock
28                ``b``: beats since the lock, as the reveal counts them; -1: no reveal
29                ``wb``: beats since the winner's first beat; -1: none
30                how calm it is while no data comes, 0 to 1
32                place in the loop when the levels were made, in beats: the figures' own
================  ============================================================================
"""

from __future__ import annotations

import math
from collections import deque
from typing import Any, Final

import numpy as np

from mwk_desktop.show.snapshot import Snapshot, SourceState
from mwk_desktop.show.stage_state import StageMoment
from mwk_desktop.ui.console.header_properties import source_lost
from mwk_desktop.ui.stage.frame_economy import LEVEL_PAUSES_S, FrameEconomy
from mwk_desktop.ui.stage.level_envelopes import LevelEnvelopes
from mwk_desktop.ui.stage.stage_beats import (
    NONE,
    beat_step,
    floor_ticks,
    music_beats,
    reveal_beat,
    winner_beats,
)

CALM_AFTER_MS: Final = 8_000
CALM_BEATS: Final = 2.0
LONGEST_STEP_S: Final = 0.2
"""After a longer pause the levels go on from where they are, not from where they would be."""
_PEAKS_KEPT_S: Final = 0.6
_STEPS: Final = 5


class StageMotion:
    """Makes the array, and decides how often.

    Parameters
    ----------
    now_s
        The clock's seconds at the start.
    reduced
        Reduced motion: the levels move in five steps, on the beat only.
    """

    def __init__(self, now_s: float, *, reduced: bool = False) -> None:
        self.levels = [0.0] * 28 + [NONE, NONE, 0.0, 0.0, 0.0]
        self._reduced = reduced
        self._envelopes = LevelEnvelopes()
        self._economy = FrameEconomy()
        self._peaks: deque[tuple[float, Any]] = deque()
        self._frame_s = self._levels_s = now_s
        self._reduced_beat = 0
        self._calm_until = -math.inf

    def frame(self, snapshot: Snapshot, now_s: float) -> int:
        """Note that a frame is drawn; returns the step of economy."""
        gap_s, self._frame_s = now_s - self._frame_s, now_s
        return self._economy.frame(now_s, gap_s, snapshot.transport.bar)

    def is_due(self, now_s: float, *, many: bool) -> bool:
        """Whether this frame gets new levels; with ``many`` players every second one does."""
        pause_s = LEVEL_PAUSES_S[max(self._economy.step, 1 if many else 0)]
        return now_s - self._levels_s >= pause_s

    def step(self, snapshot: Snapshot, now_s: float, offset_ms: float, due: bool = True) -> None:
        """Make the array at ``now_s``, as it is heard ``offset_ms`` late.

        Levels that are not ``due`` stay as they are. What is a function of beats is new in each
        frame: a flight or a landing has as many pictures as the screen has.
        """
        transport, window = snapshot.transport, snapshot.window
        beats = music_beats(transport, offset_ms)
        strips = self._strips(snapshot, now_s, offset_ms) if due else self.levels[:24]
        per_loop = max(1, transport.beats_per_bar * transport.bars_per_loop)
        _, tick_beats = floor_ticks(snapshot.window_ms, transport)
        shift = offset_ms * transport.bpm / 60_000.0
        since = (window.playhead_bars * transport.beats_per_bar - shift) / tick_beats
        winner = NONE
        if snapshot.winner is not None or snapshot.stage.moment is StageMoment.END:
            winner = winner_beats(transport, snapshot.stage.since_frame, beats, offset_ms).wb
        self.levels = [
            *strips,
            max(strips[:8]),
            beats % per_loop,
            max(0.0, since),
            float(max(0, math.ceil(window.remaining_ms / 1000))),
            reveal_beat(snapshot.locked, snapshot, offset_ms),
            winner,
            self.calm(snapshot, beats),
            max(strips[8:16]),
            beats % per_loop if due else self.levels[32],
        ]

    def _strips(self, snapshot: Snapshot, now_s: float, offset_ms: float) -> list[float]:
        """Fast, slow and hit of the strips."""
        passed_s = min(LONGEST_STEP_S, max(0.0, now_s - self._levels_s))
        self._levels_s = now_s
        strips = self._envelopes.step(self._heard(snapshot, now_s, offset_ms), passed_s)
        if not self._reduced:
            return strips
        transport = snapshot.transport
        beats = music_beats(transport, offset_ms)
        return self._in_steps(strips, math.floor(beats / beat_step(transport.bpm)))

    def _heard(self, snapshot: Snapshot, now_s: float, offset_ms: float) -> Any:
        """The strips' peaks as they are heard now: the visual offset ago."""
        strips = snapshot.strips
        peaks = np.array([max(s.peak_left, s.peak_right) * s.audible for s in strips])
        kept = self._peaks
        kept.append((now_s, peaks))
        while len(kept) > 1 and kept[0][0] < now_s - _PEAKS_KEPT_S:
            kept.popleft()
        if offset_ms <= 0:
            return peaks
        heard_s = now_s - offset_ms / 1000
        return next((old for at_s, old in reversed(kept) if at_s <= heard_s), kept[0][1])

    def _in_steps(self, strips: list[float], beat: int) -> list[float]:
        """Reduced motion: five steps, set on the beat, at most one step a beat; no strokes."""
        shown = self.levels[:16]
        if beat != self._reduced_beat:
            self._reduced_beat = beat
            wanted = [math.ceil(level * _STEPS - 0.25) / _STEPS for level in strips[:16]]
            pairs = zip(shown, wanted, strict=True)
            shown = [now + max(-1 / _STEPS, min(1 / _STEPS, goal - now)) for now, goal in pairs]
        return [*shown, *([0.0] * 8)]

    def calm(self, snapshot: Snapshot, beats: float) -> float:
        """How far the band has grown while no data comes, 0 to 1: a function of beats (with
        reduced motion one step)."""
        source, transport = snapshot.source, snapshot.transport
        per_bar = max(1, transport.beats_per_bar)
        stopped_ms = snapshot.t_ms - source.since_ms - CALM_AFTER_MS
        if data_stopped(source) and stopped_ms >= 0:
            began = beats - stopped_ms * transport.bpm / 60_000.0
            line = math.ceil(began / per_bar - 1e-6) * per_bar
            calm = min(1.0, max(0.0, (beats - line) / CALM_BEATS))
            if calm > 0:
                self._calm_until = (math.floor(beats / per_bar) + 1) * per_bar
            if self._reduced:
                return float(calm > 0.0)
            return 1.0 - (1.0 - calm) ** 3
        return 1.0 if beats < self._calm_until <= beats + per_bar else 0.0


def data_stopped(source: SourceState) -> bool:
    """Whether no votes can come: the broker is lost, or the recording is over."""
    return source_lost(source) or source.state in ("ended", "failed")
