"""An engine in the caller's own process, whose clock the caller moves.

For tests and for shows without real-time sound: no thread, no wall clock. It renders exactly the
samples that the engine process sends to a device.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.protocol import CuePlan, EngineSpec, EngineStatus, Launch, PortEvent, Ramp

NS_PER_S = 1_000_000_000


class LocalEngine:
    """An :class:`~mwk_desktop.engine.protocol.EnginePort` whose clock moves only in
    :meth:`advance`.

    Parameters
    ----------
    clips : ndarray of float32, shape (clips, loop_frames, 2), or ClipBank
    spec : EngineSpec
        ``block_frames`` is the longest block that is rendered at once.
    collect : bool
        Whether the output is kept for :meth:`collect_output`.
    """

    def __init__(
        self, clips: Floats | ClipBank, spec: EngineSpec, *, collect: bool = False
    ) -> None:
        self._spec = spec
        self._mixer = Mixer(clips, spec)
        self._block = np.zeros((spec.block_frames, 2), dtype=np.float32)
        self._collected: list[Floats] | None = [] if collect else None
        self._block_frame = spec.start_frame
        self._playing = False

    @property
    def delay_frames(self) -> int:
        """Frames between a sound's transport frame and its output."""
        return self._mixer.delay_frames

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        """Replace everything that is pending on the strip."""
        self._mixer.plan_launches(strip, launches)

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        """Replace everything that is pending on the curve."""
        self._mixer.plan_ramps(curve, ramps)

    def prepare_clips(self, clips: Sequence[int]) -> None:
        """Do nothing: all clips are in memory."""

    def plan_cue(self, plan: CuePlan) -> None:
        """Replace what is pre-listened to."""
        self._mixer.plan_cue(plan)

    def events(self) -> list[PortEvent]:
        """What happened since the last call, in order."""
        return list(self._mixer.events())

    def frame_now(self) -> int:
        """The current transport frame: the first one not yet rendered."""
        return self._mixer.frame

    def play(self) -> None:
        """Start the transport; before that :meth:`advance` does nothing."""
        self._playing = True

    def advance(self, frames: int) -> None:
        """Render the next frames, in blocks of at most ``spec.block_frames``."""
        if not self._playing:
            return
        while frames > 0:
            block = self._block[: min(frames, len(self._block))]
            self._block_frame = self._mixer.frame
            self._mixer.render_into(block)
            if self._collected is not None:
                self._collected.append(block.copy())
            frames -= len(block)

    def advance_to(self, frame: int) -> None:
        """Render up to (not including) a transport frame; does nothing if it has passed."""
        self.advance(frame - self._mixer.frame)

    def collect_output(self) -> Floats:
        """The output rendered since the last call.

        Returns
        -------
        ndarray of float32, shape (frames, 2)
            As it leaves the engine: ``delay_frames`` later than its transport frame.
        """
        if not self._collected:
            return np.zeros((0, 2), dtype=np.float32)
        samples = np.concatenate(self._collected)
        self._collected = []
        return samples

    def status(self) -> EngineStatus:
        """The engine at its newest block; the held clock counts from 0 at frame 0."""
        mixer = self._mixer
        peaks = tuple((left, right) for left, right in mixer.strip_peaks.tolist())
        left, right = mixer.master_peak.tolist()
        return EngineStatus(
            state="silent",
            frame=self._block_frame,
            frame_time_ns=self._block_frame * NS_PER_S // self._spec.rate_hz,
            segment=self._spec.segment,
            device="local",
            rate_hz=self._spec.rate_hz,
            block_frames=self._spec.block_frames,
            strip_peaks=peaks,
            master_peak=(left, right),
            limiter_gain=mixer.limiter_gain,
        )

    def close(self) -> None:
        """Do nothing: this engine has no process or thread."""
        self._playing = False
