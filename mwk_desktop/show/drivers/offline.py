"""The offline driver: a whole recording at once, without threads or clock, deterministic."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mwk_desktop.engine.protocol import Curve, EnginePort, Launch, Ramp
from mwk_desktop.show.core import ShowCore, WindowListener
from mwk_desktop.show.counting_listener import CountingListener
from mwk_desktop.show.drivers.planned_launches import PlannedLaunches
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording
from mwk_desktop.show.drivers.timeline import LEAD_MS, Timeline
from mwk_desktop.show.grid import Quantize
from mwk_desktop.show.log.recorded_landings import RecordedLandingsPort
from mwk_desktop.topology.counting import Counting
from mwk_desktop.units import grid_line_frame, ms_to_frames

END_FADE_MS = 200


@dataclass(frozen=True, slots=True)
class Bounced:
    """A recording as music: plans for the renderer, and where it ends.

    ``end_frame`` is one past the last frame, the closing fade included.
    """

    launches: dict[int, list[Launch]]
    ramps: dict[int, list[Ramp]]
    end_frame: int


def end_of_show(
    recorded: PreparedRecording, timeline: Timeline, end_ms: int, window_ms: int
) -> tuple[int, int]:
    """Frame where the closing fade begins, and its length in frames.

    One beat (the last scene's landing) and one window (so that it is heard like any other) after
    the end of the last window that holds a tweet. If every tweet was late, that is the window it
    arrived in.
    """
    music = recorded.music
    end_ms = max(end_ms, (recorded.first_window_ms or 0) + window_ms)
    beat = grid_line_frame(1, music.loop_frames, music.beats_per_loop)
    frame = timeline.frame_of(end_ms) + beat + ms_to_frames(window_ms, music.rate_hz)
    return int(frame), int(ms_to_frames(END_FADE_MS, music.rate_hz))


class OfflineShow:
    """Runs a recording through the core in one go.

    Parameters
    ----------
    recorded, counting
        The recording, and the counting for it.
    opening, quantize, grace_ms
        Settings of the show.
    on_window
        Called for each closed window that had a vote, with its scene.
    listener
        Also receives every counted tweet.
    """

    def __init__(
        self,
        recorded: PreparedRecording,
        counting: Counting,
        *,
        opening: tuple[str, ...],
        quantize: Quantize,
        grace_ms: int,
        on_window: WindowListener | None = None,
        listener: CountingListener | None = None,
    ) -> None:
        self.recorded = recorded
        self.counting = counting
        self._planned = PlannedLaunches(recorded.music.rate_hz)
        self._log_port = (
            RecordedLandingsPort(self._planned) if recorded.landings is not None else None
        )
        port: EnginePort = self._planned if self._log_port is None else self._log_port
        self.core = ShowCore(
            counting,
            recorded.music,
            recorded.grid,
            port,
            opening=opening,
            quantize=quantize,
            grace_ms=grace_ms,
            # Landings include the engine's lead, so that the bounce equals what would be played.
            lead_frames=int(ms_to_frames(LEAD_MS, recorded.music.rate_hz)),
            on_window=on_window,
            feed=False,
            listener=listener,
        )
        if listener is not None:
            recorded.source.keep_places = True
        self.timeline = recorded.timeline()

    def run(self, on_progress: Callable[[int, int], None] | None = None) -> Bounced | None:
        """Play everything; None if the recording holds no tweet."""
        if self._log_port is not None and self.recorded.landings is not None:
            self._log_port.plan_log(self.recorded.landings)
        self.core.conductor.start(0)
        playback = self.recorded.playback(self.core, self.timeline, reach=self._reach)
        if on_progress is not None:
            total = self.recorded.records
            playback.on_step = lambda: on_progress(self.counting.counts.records, total)
        playback.run_until(None)
        if playback.end_ms is None:
            return None
        fade_frame, fade_frames = end_of_show(
            self.recorded, self.timeline, playback.end_ms, self.counting.rules.window_ms
        )
        self._reach(fade_frame)
        end_frame = fade_frame + fade_frames
        ramps = {
            curve: [ramp for ramp in plan if ramp.frame < end_frame]
            for curve, plan in self._planned.ramps.items()
            if plan[0].frame < end_frame
        }
        faded = [ramp for ramp in ramps.get(Curve.FADE, []) if ramp.frame < fade_frame]
        ramps[int(Curve.FADE)] = [*faded, Ramp(fade_frame, 0.0, fade_frames)]
        launches = {
            strip: [launch for launch in plan if launch.frame < end_frame]
            for strip, plan in enumerate(self._planned.launches)
        }
        return Bounced(launches, ramps, end_frame)

    def _reach(self, frame: int) -> None:
        self._planned.advance_to(frame)
        self.core.advance(frame)
