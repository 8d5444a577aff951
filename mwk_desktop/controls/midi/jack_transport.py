"""JACK's transport and timebase: other clients of the server follow our bars.

Threads: the clock's process calls everything from its main thread; JACK's own thread of that
process calls back once a block to write bar, beat and tick (no sound is made in this process).
"""

from __future__ import annotations

import contextlib
import time
from typing import Any, Final

from mwk_desktop.controls.midi.clock_line import ClockLine
from mwk_desktop.controls.midi.midi_ports import CLIENT, is_jack_running

TICKS_PER_BEAT: Final = 1920
"""Ticks of a beat in JACK's bar, beat and tick (BBT)."""

NO_SERVER: Final = "no server"
OTHER_MASTER: Final = "other master"
NO_LIBRARY: Final = "no library"

_OFF_CHECKS: Final = 3
"""A transport that is more than a block off this often in a row is corrected: other programs hear
each correction, and a single check may have met a late cycle."""


class JackTransport:
    """The transport of the server that this machine's programs share, and its only timebase.

    JACK's frame 0 is our bar 1, beat 1. Bar, beat and tick are counted from JACK's frame, so that
    for other clients both agree; the frame follows our music, within a block.
    """

    def __init__(self) -> None:
        self._client: Any = None
        self._line: ClockLine | None = None
        self._lost = False
        self._runs = False
        self._lead_frames = 0.0
        self._off_checks = 0

    def look(self) -> str:
        """Connect where there is a server; returns why there is no transport, empty: there is."""
        if self._client is not None and not self._lost:
            return ""
        self._client, self._runs = None, False
        if not is_jack_running():
            return NO_SERVER
        try:
            import jack
        except (ImportError, OSError):
            return NO_LIBRARY
        jack.set_error_function(_say_nothing)
        jack.set_info_function(_say_nothing)
        try:
            client = jack.Client(f"{CLIENT} transport", no_start_server=True)
        except jack.JackError:
            return NO_SERVER
        self._lost = False
        client.set_shutdown_callback(self._on_shutdown)
        client.activate()
        if not client.set_timebase_callback(self._write_position, conditional=True):
            client.close()
            return OTHER_MASTER
        self._client = client
        return ""

    def follow(self, line: ClockLine | None) -> None:
        """Move the transport to where our music is; None: the music has ended, so stop the
        transport."""
        self._line = line
        client = self._client
        if client is None or self._lost:
            return
        import jack

        with contextlib.suppress(jack.JackError):
            if line is None:
                self._stop(client)
            elif line.beats_at(time.monotonic_ns() + line.graph_ns) >= 0.0:
                self._place(client, line)

    def close(self) -> None:
        """Stop the transport and give the timebase back."""
        client, self._client = self._client, None
        if client is not None and not self._lost:
            import jack

            with contextlib.suppress(jack.JackError):
                self._stop(client)
                client.close()

    def _stop(self, client: Any) -> None:
        if self._runs:
            self._runs = False
            client.transport_stop()

    def _place(self, client: Any, line: ClockLine) -> None:
        """Start the transport, or move it if it is off."""
        import jack

        state, _ = client.transport_query_struct()
        # Not by the position's microseconds: JACK's clock is not ours, which time servers slew, and
        # after a day they are some hundred milliseconds apart.
        beats = line.beats_at(time.monotonic_ns() + line.graph_ns)
        wanted = beats * _beat_frames(client.samplerate, line)
        off = wanted - client.transport_frame
        if not self._runs:
            self._runs, self._off_checks = True, 0
            client.transport_frame = max(0, round(wanted + self._lead_frames))
            client.transport_start()
        elif state == jack.ROLLING:
            self._off_checks = self._off_checks + 1 if abs(off) > client.blocksize else 0
            if self._off_checks >= _OFF_CHECKS:
                self._off_checks = 0
                # How long the server needs to move its transport is only seen afterwards.
                self._lead_frames += off
                client.transport_frame = max(0, round(wanted + self._lead_frames))

    def _write_position(self, state: int, block_frames: int, position: Any, is_new: bool) -> None:
        """Write bar, beat, tick and tempo of the position's frame (JACK's thread)."""
        line = self._line
        if line is None or not position.frame_rate:  # 0 before the server's first cycle
            position.valid = 0
            return
        beats = position.frame / _beat_frames(position.frame_rate, line)
        beat = int(beats)
        per_bar = line.beats_per_bar
        position.bar = beat // per_bar + 1
        position.beat = beat % per_bar + 1
        position.tick = int((beats - beat) * TICKS_PER_BEAT)
        position.bar_start_tick = float(beat // per_bar * per_bar * TICKS_PER_BEAT)
        position.beats_per_bar = float(per_bar)
        position.beat_type = 4.0
        position.ticks_per_beat = float(TICKS_PER_BEAT)
        position.beats_per_minute = line.bpm
        position.valid = _BBT

    def _on_shutdown(self, status: object, reason: str) -> None:
        self._lost = True


_BBT: Final = 0x10
"""``JackPositionBBT`` (jack/types.h)."""


def _beat_frames(rate_hz: int, line: ClockLine) -> float:
    """Frames of a beat at the nominal tempo, which a sound card keeps by its own frames."""
    return rate_hz * 60.0 / line.bpm


def _say_nothing(text: str) -> None:
    """JACK's library writes to stderr otherwise; what is wrong is in :meth:`look`'s answer."""
