"""Converts transport frames to an engine's frames and back, for outputs at another rate.

The show counts in transport frames of one rate from start to end, so grid, log, replay and bounce
never change. An engine whose device plays at another rate counts frames of that rate; its loop is
the same loop, conformed to a whole number of those frames. Pure arithmetic, exact at each loop's
first frame.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mwk_desktop.engine.protocol import NOW, Event, Landed, Launch, Ramp, Ramped


@dataclass(frozen=True, slots=True)
class FrameMap:
    """The same loop counted in transport frames and in engine frames.

    Attributes
    ----------
    loop_frames, engine_loop_frames : int
        Length of a loop in transport frames and in engine frames.
    origin_frame : int
        A transport frame on which a loop begins.
    """

    loop_frames: int
    engine_loop_frames: int
    origin_frame: int = 0

    @property
    def is_identity(self) -> bool:
        """Whether both counts are the same."""
        return self.loop_frames == self.engine_loop_frames

    @property
    def engine_origin_frame(self) -> int:
        """The origin in the engine's frames."""
        return self.origin_frame * self.engine_loop_frames // self.loop_frames

    def to_engine(self, frame: int) -> int:
        """The engine's frame at (or just before) a transport frame; :data:`NOW` stays."""
        if self.is_identity or frame == NOW:
            return frame
        frames = (frame - self.origin_frame) * self.engine_loop_frames // self.loop_frames
        return self.engine_origin_frame + frames

    def to_transport(self, engine_frame: int) -> int:
        """The first transport frame at or after an engine's frame."""
        if self.is_identity:
            return engine_frame
        frames = engine_frame - self.engine_origin_frame
        return self.origin_frame - (-frames * self.loop_frames // self.engine_loop_frames)

    def duration_to_engine(self, frames: int) -> int:
        """Convert a length to engine frames, rounded."""
        return _scaled(frames, self.engine_loop_frames, self.loop_frames)

    def duration_to_transport(self, engine_frames: int) -> int:
        """Convert a length to transport frames, rounded."""
        return _scaled(engine_frames, self.loop_frames, self.engine_loop_frames)

    def launch_to_engine(self, launch: Launch) -> Launch:
        """Convert a launch to engine frames."""
        return Launch(
            self.to_engine(launch.frame),
            launch.clip,
            self.duration_to_engine(launch.fade_in_frames),
            self.duration_to_engine(launch.fade_out_frames),
            self.duration_to_engine(launch.early_frames),
        )

    def ramp_to_engine(self, ramp: Ramp) -> Ramp:
        """Convert a ramp to engine frames."""
        return Ramp(
            self.to_engine(ramp.frame), ramp.target, self.duration_to_engine(ramp.ramp_frames)
        )

    def event_to_transport(
        self, event: Event, launches: Sequence[Launch], ramps: Sequence[Ramp]
    ) -> Event:
        """Convert an engine's event to transport frames.

        Parameters
        ----------
        event
            In the engine's frames.
        launches, ramps
            What was planned on the event's strip or curve, in transport frames. An event exactly on
            its planned frame gets that frame, not a neighbour.
        """
        if self.is_identity:
            return event
        if isinstance(event, Landed):
            for launch in launches:
                if self.launch_to_engine(launch)[:2] == (event.frame, event.clip):
                    return event._replace(
                        frame=launch.frame,
                        fade_in_frames=launch.fade_in_frames,
                        fade_out_frames=launch.fade_out_frames,
                        early_frames=min(
                            launch.early_frames, self.duration_to_transport(event.early_frames)
                        ),
                    )
            return event._replace(
                frame=self.to_transport(event.frame),
                fade_in_frames=self.duration_to_transport(event.fade_in_frames),
                fade_out_frames=self.duration_to_transport(event.fade_out_frames),
                early_frames=self.duration_to_transport(event.early_frames),
            )
        for ramp in ramps:
            if self.ramp_to_engine(ramp)[:2] == (event.frame, event.target):
                return event._replace(frame=ramp.frame, ramp_frames=ramp.ramp_frames)
        return Ramped(
            self.to_transport(event.frame),
            event.segment,
            event.curve,
            event.target,
            self.duration_to_transport(event.ramp_frames),
        )


def _scaled(frames: int, numerator: int, denominator: int) -> int:
    return (2 * frames * numerator + denominator) // (2 * denominator)
