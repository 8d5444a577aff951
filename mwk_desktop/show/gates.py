"""Panic and fade out: the two gates between the strips and the master.

Show thread only. Each gate is a curve of the engine; nothing of the show is lost behind a closed
gate: votes count, scenes land, the transport runs.
"""

from __future__ import annotations

import math

from mwk_desktop.engine.protocol import NOW, Curve, EnginePort, Ramp
from mwk_desktop.show.grid import Grid
from mwk_desktop.show.silence import AUDIBLE, SilenceState
from mwk_desktop.units import ramp_frames

PANIC_FADE_MS = 200
PANIC_CUT_MS = 1
"""A cut should sound abrupt; one millisecond keeps it from clicking."""
SECOND_PRESS_MS = 2_000
FADE_OUT_LOOPS = 2


class Gate:
    """One gate: open (""), ``fading``, ``silent`` or ``resuming`` until its bar line."""

    def __init__(self, port: EnginePort, curve: int, grid: Grid) -> None:
        self._port = port
        self._curve = curve
        self._grid = grid
        self.state = ""
        self.closed_at_frame = 0
        self.silent_at_frame = 0
        self.opens_at_frame = 0

    def close(self, frame: int, fade_frames: int, shown_frames: int) -> None:
        """Fade to silence from now on; shown as fading for ``shown_frames``."""
        if not self.closed:
            self.closed_at_frame = frame
        self.silent_at_frame = frame + shown_frames
        self.state = "fading"
        self._port.plan_ramps(self._curve, [Ramp(NOW, 0.0, fade_frames)])

    def open(self, frame: int, lead_frames: int) -> int:
        """Open again on the next bar line; returns its frame."""
        self.opens_at_frame = self._grid.next_line(frame + lead_frames, "bar")
        self.state = "resuming"
        ramp = Ramp(self.opens_at_frame, 1.0, ramp_frames(self._grid.rate_hz))
        self._port.plan_ramps(self._curve, [ramp])
        return self.opens_at_frame

    @property
    def closed(self) -> bool:
        return self.state in ("fading", "silent")

    def advance(self, frame: int) -> None:
        if self.state == "fading" and frame >= self.silent_at_frame:
            self.state = "silent"
        elif self.state == "resuming" and frame >= self.opens_at_frame:
            self.state = ""


class Gates:
    """Panic and fade out of one show."""

    def __init__(self, port: EnginePort, grid: Grid, lead_frames: int) -> None:
        self._grid = grid
        self._lead_frames = lead_frames
        self._panic = Gate(port, Curve.PANIC, grid)
        self._fade = Gate(port, Curve.FADE, grid)

    @property
    def panic(self) -> str:
        return self._panic.state

    @property
    def is_silenced(self) -> bool:
        """Whether panic silences everything; False once the music is about to return."""
        return self._panic.closed

    @property
    def fade(self) -> str:
        return self._fade.state

    def _ms(self, time_ms: int) -> int:
        return self._grid.rate_hz * time_ms // 1000

    def press_panic(self, frame: int) -> None:
        """Fade in 200 ms; pressed again within 2 s: cut at once; later: nothing."""
        self.advance(frame)
        if self._panic.state == "silent":
            return
        second = self._panic.state == "fading"
        shown = self._ms(SECOND_PRESS_MS)
        if second:
            self._panic.close(frame, self._ms(PANIC_CUT_MS), 0)
        else:
            self._panic.close(frame, self._ms(PANIC_FADE_MS), shown)

    def press_fade(self, frame: int) -> None:
        self.advance(frame)
        if self._fade.state in ("fading", "silent"):
            self._fade.open(frame, self._lead_frames)
        else:
            frames = FADE_OUT_LOOPS * self._grid.loop_frames
            self._fade.close(frame, frames, frames)

    def resume(self, frame: int) -> None:
        """Open both gates on the next bar."""
        self.advance(frame)
        for gate in (self._panic, self._fade):
            if gate.state in ("fading", "silent"):
                gate.open(frame, self._lead_frames)

    def silence(self, frame: int) -> SilenceState:
        """What the gates make of the sound at ``frame``; panic comes before fade out."""
        rate_hz = self._grid.rate_hz
        panic, fade = self._panic, self._fade
        if panic.closed:
            return SilenceState("silent", max(0, frame - panic.closed_at_frame) / rate_hz)
        if fade.state == "silent":
            return SilenceState("faded", max(0, frame - fade.silent_at_frame) / rate_hz)
        if fade.state == "fading":
            left = max(0, fade.silent_at_frame - frame)
            whole = max(1, fade.silent_at_frame - fade.closed_at_frame)
            return SilenceState("fading", left / rate_hz, share=min(1.0, 1.0 - left / whole))
        opens = [gate.opens_at_frame for gate in (panic, fade) if gate.state == "resuming"]
        if not opens:
            return AUDIBLE
        left = max(0, max(opens) - frame)
        beat_frames = self._grid.loop_frames / self._grid.beats_per_loop
        return SilenceState(
            "returning",
            left / rate_hz,
            bar=self._grid.bar_at(max(opens)),
            beats=math.ceil(left / beat_frames),
        )

    def adopt_moment(self, there: Gates, frame: int, *, keep_panic: bool, keep_fade: bool) -> None:
        """Close or open the gates as at another moment of the recording."""
        self.advance(frame)
        pairs = (self._panic, there._panic, keep_panic), (self._fade, there._fade, keep_fade)
        for gate, wanted, keep in pairs:
            if keep or gate.closed == wanted.closed:
                continue
            if wanted.closed:
                fade_frames = self._ms(PANIC_FADE_MS)
                gate.close(frame, fade_frames, fade_frames)
            else:
                gate.open(frame, self._lead_frames)

    def advance(self, frame: int) -> None:
        self._panic.advance(frame)
        self._fade.advance(frame)
