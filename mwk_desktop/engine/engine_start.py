"""Starts engine processes at their output's rate (watchdog thread)."""

from __future__ import annotations

import threading
import time
from dataclasses import replace

from mwk_desktop.engine.clip_tables import ClipTables
from mwk_desktop.engine.engine_process import EngineProcess
from mwk_desktop.engine.frame_map import FrameMap
from mwk_desktop.engine.protocol import NULL_OUTPUT, EngineSpec
from mwk_desktop.messages import NOTHING, Message, message

READY_POLL_S = 0.05
"""Seconds between two polls of a starting engine: the watchdog may have to end meanwhile."""


class EngineStarter:
    """Knows the rate that the output needs and has the sounds conformed to it.

    Parameters
    ----------
    spec : EngineSpec
        In transport frames, at the show's rate.
    tables : ClipTables
    """

    def __init__(self, spec: EngineSpec, tables: ClipTables) -> None:
        self._spec = spec
        self._tables = tables
        self._rate_hz = spec.rate_hz
        self._offered_rate_hz = spec.rate_hz
        self.without_jack = spec.without_jack
        """Whether the next engine leaves JACK alone, because it does not answer."""
        self.problem: Message = NOTHING
        """Why the newest engine did not start; ``NOTHING`` if it did."""

    def start(
        self, output: str, segment: int, timeout_s: float, stop: threading.Event
    ) -> EngineProcess | None:
        """A ready engine, on its output or silent; None if it did not start in time.

        If the output exists but needs another rate, the engine is silent and the sounds are being
        conformed from now on; see :meth:`is_conforming`.
        """
        if not self.is_conforming():
            self._rate_hz = self._offered_rate_hz
        rate_hz = self._spec.rate_hz if output == NULL_OUTPUT else self._rate_hz
        clips = self._tables.at(rate_hz)
        assert clips is not None
        frames = FrameMap(self._spec.loop_frames, clips.shape[1], self._spec.origin_frame)
        spec = replace(
            self._spec,
            output=output,
            segment=segment,
            rate_hz=rate_hz,
            loop_frames=clips.shape[1],
            origin_frame=frames.engine_origin_frame,
            start_frame=frames.to_engine(self._spec.start_frame),
            without_jack=self.without_jack,
        )
        try:
            engine = EngineProcess(spec, clips, frames)
        except OSError as error:
            self.problem = message(
                "the engine's process cannot be started ({reason})", reason=str(error)
            )
            return None
        deadline = time.monotonic() + timeout_s
        while time.monotonic() < deadline and not stop.is_set():
            if engine.wait_ready(READY_POLL_S):
                assert engine.ready is not None
                if engine.ready.offered_rate_hz:
                    self._offered_rate_hz = engine.ready.offered_rate_hz
                    self._tables.prepare(self._offered_rate_hz)
                elif engine.on_device:
                    self._tables.keep_only(rate_hz)
                return engine
            if not engine.process.is_alive():
                break
        self.problem = message("the engine did not come up")
        engine.kill()
        return None

    def is_conforming(self) -> bool:
        """Whether the sounds are not ready yet at the output's rate.

        Also continues the work: a failed attempt is repeated after a while.
        """
        if self._tables.at(self._offered_rate_hz) is not None:
            return False
        self._tables.prepare(self._offered_rate_hz)
        return True

    def conforming_detail(self) -> Message:
        """What the user sees while :meth:`is_conforming`."""
        rate = f"{self._offered_rate_hz / 1000:g}"
        if self._tables.problem:
            return message(
                "the output plays at {rate} kHz now, and {problem}: keeping time silently",
                rate=rate,
                problem=self._tables.problem,
            )
        return message(
            "the output plays at {rate} kHz now: conforming the sounds, keeping time silently",
            rate=rate,
        )
