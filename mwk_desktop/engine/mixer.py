"""Mixes voices into strips and strips into the master: preallocated, same bits for every block
size.

Why the bits are the same: every gain is a function of the absolute frame (:mod:`gains`), blocks are
split where anything changes, voices are summed one by one in strip order, and all operations are
elementwise in float32 (a matrix product may add in a different order for a different length).

Used by one thread at a time: the audio callback or an offline renderer.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from mwk_desktop.engine.gains import Floats, Gain, RampTable
from mwk_desktop.engine.limiter import Limiter
from mwk_desktop.engine.protocol import (
    CURVES,
    SILENCE,
    Curve,
    EngineSpec,
    Event,
    Landed,
    Launch,
    Ramp,
    Ramped,
)
from mwk_desktop.units import STRIPS

MAX_VOICES: Final = 6
"""Most voices of one strip, sounding or fading. A seventh ends the oldest fade at once, so that
launches faster than the fades cannot make a block arbitrarily expensive."""

NEVER: Final = 1 << 62
"""A frame that the transport never reaches."""


class _Voice:
    """One playing clip, with its own gain for fading in and out."""

    __slots__ = ("clip", "gain")

    def __init__(self, clip: int, frame: int, fade_in_frames: int) -> None:
        self.clip = clip
        self.gain = Gain(0.0)
        self.gain.ramp(frame, 1.0, fade_in_frames)


class _Strip:
    """The voices of one instrument (oldest first; the last may be ``current``) and its pending
    launches."""

    __slots__ = ("current", "pending", "voices")

    def __init__(self) -> None:
        self.voices: list[_Voice] = []
        self.current: _Voice | None = None
        self.pending: deque[Launch] = deque()


class Mixer:
    """The transport, the strips and the master.

    Parameters
    ----------
    clips : ndarray of float32, shape (clips, loop_frames, 2)
        The clip table, C-contiguous; never written.
    spec : EngineSpec
        Loop length, origin, start frame and segment.
    max_frames : int, optional
        Size of the scratch arrays in frames; longer requests are split. Default:
        ``spec.block_frames``.
    meters : bool
        Whether ``strip_peaks`` and ``master_peak`` are measured.
    limit : bool
        Whether :meth:`render_into` limits the master (and delays it by ``delay_frames``).

    Raises
    ------
    ValueError
        If the clip table has a wrong shape, type or memory order.
    """

    def __init__(
        self,
        clips: Floats,
        spec: EngineSpec,
        *,
        max_frames: int | None = None,
        meters: bool = True,
        limit: bool = True,
    ) -> None:
        if clips.ndim != 3 or clips.shape[1:] != (spec.loop_frames, 2):
            raise ValueError(f"clips must have shape (n, {spec.loop_frames}, 2), not {clips.shape}")
        if clips.dtype != np.float32 or not clips.flags.c_contiguous:
            raise ValueError("clips must be C-contiguous float32")
        if spec.clips not in (0, len(clips)):
            raise ValueError(f"the clip table holds {len(clips)} clips, not {spec.clips}")
        self.spec = spec
        self.frame = spec.start_frame
        self._max_frames = max_frames or spec.block_frames
        self._loop_frames = spec.loop_frames
        self._clips = clips.reshape(len(clips), -1)
        self._strips = [_Strip() for _ in range(STRIPS)]
        self._gains = [Gain() for _ in range(CURVES)]
        self._ramps: list[deque[Ramp]] = [deque() for _ in range(CURVES)]
        self._events: list[Event] = []
        self._change_frame = self.frame
        self._table = RampTable(self._max_frames)
        self._sum = np.zeros(2 * self._max_frames, dtype=np.float32)
        self._scratch = np.zeros(2 * self._max_frames, dtype=np.float32)
        self._other = np.zeros(2 * self._max_frames, dtype=np.float32)
        self._meters = meters
        self.strip_peaks: Floats = np.zeros((STRIPS, 2), dtype=np.float32)
        """Peaks of the last request, after the fader, before mute and solo; linear, shape (8,
        2)."""
        self.master_peak: Floats = np.zeros(2, dtype=np.float32)
        """Peaks of the last request at the output; linear, shape (2,)."""
        self.limiter = Limiter(self._max_frames) if limit else None
        self.delay_frames = self.limiter.delay_frames if self.limiter else 0
        """Frames between a sound's transport frame and its output by :meth:`render_into`."""

    @property
    def limiter_gain(self) -> float:
        """The limiter's smallest gain in the last request; linear."""
        return self.limiter.lowest_gain if self.limiter else 1.0

    # -- plans and events ------------------------------------------------------------------

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        """Replace everything that is pending on the strip.

        Raises
        ------
        IndexError
            If there is no such strip or clip.
        """
        if not 0 <= strip < STRIPS:
            raise IndexError(f"there is no strip {strip}")
        for launch in launches:
            if not SILENCE <= launch.clip < len(self._clips):
                raise IndexError(f"there is no clip {launch.clip}")
        self._strips[strip].pending = deque(sorted(launches, key=_frame_of))
        self._change_frame = self.frame

    def plan_ramps(self, curve: int, ramps: Sequence[Ramp]) -> None:
        """Replace everything that is pending on the curve.

        Raises
        ------
        IndexError
            If there is no such curve.
        """
        if not 0 <= curve < CURVES:
            raise IndexError(f"there is no curve {curve}")
        self._ramps[curve] = deque(sorted(ramps, key=_frame_of))
        self._change_frame = self.frame

    def events(self) -> list[Event]:
        """What happened since the last call, in order."""
        events = self._events
        if events:
            self._events = []
        return events

    # -- sound -----------------------------------------------------------------------------

    def render_into(self, out: Floats) -> None:
        """Write the next frames of the limited master and move the transport on.

        Parameters
        ----------
        out : ndarray of float32, shape (frames, 2), C-contiguous
        """
        flat = out.reshape(-1)
        self._reset_meters()
        lowest_gain = 1.0
        for begin in range(0, len(flat), 2 * self._max_frames):
            part = flat[begin : begin + 2 * self._max_frames]
            mixed = self._sum[: len(part)]
            self._mix(mixed, None)
            if self.limiter is None:
                part[:] = mixed
            else:
                self.limiter.process_into(mixed, part)
                lowest_gain = min(lowest_gain, self.limiter.lowest_gain)
        if self.limiter is not None:
            self.limiter.lowest_gain = lowest_gain
        if self._meters:
            self._measure(flat, self.master_peak)

    def mix_into(self, out: Floats, stems: Floats | None = None) -> None:
        """Write the next frames of the master before its limiter and move the transport on.

        Parameters
        ----------
        out : ndarray of float32, shape (frames, 2), C-contiguous
        stems : ndarray of float32, shape (8, frames, 2), optional
            Receives each strip's contribution to the master: after mute and solo, with the master's
            gain and fades. Their sum is ``out``, except for rounding.
        """
        flat = out.reshape(-1)
        rows = None if stems is None else stems.reshape(STRIPS, -1)
        self._reset_meters()
        for begin in range(0, len(flat), 2 * self._max_frames):
            end = begin + 2 * self._max_frames
            self._mix(flat[begin:end], None if rows is None else rows[:, begin:end])

    def _mix(self, out: Floats, stems: npt.NDArray[np.float32] | None) -> None:
        """Mix at most ``max_frames`` frames, split where anything changes."""
        out.fill(0.0)
        if stems is not None:
            stems.fill(0.0)
        frames = len(out) // 2
        done = 0
        while done < frames:
            if self.frame >= self._change_frame:
                self._apply_due()
                self._change_frame = self._next_change()
            length = min(frames - done, self._change_frame - self.frame)
            cut = slice(2 * done, 2 * (done + length))
            self._mix_steady(out[cut], None if stems is None else stems[:, cut], length)
            self.frame += length
            done += length

    def _mix_steady(self, out: Floats, stems: Floats | None, frames: int) -> None:
        """Mix a stretch in which nothing begins or ends. ``out`` and ``stems`` must be zeroed.

        Voices are added to zeros, so silence is +0.0 whichever voices are skipped.
        """
        position = 2 * ((self.frame - self.spec.origin_frame) % self._loop_frames)
        scratch = self._scratch[: 2 * frames]
        for index, strip in enumerate(self._strips):
            if not strip.voices:
                continue
            sound = None
            for voice in strip.voices:
                clip = self._clips[voice.clip, position : position + 2 * frames]
                if sound is None:
                    sound = self._scaled(clip, voice.gain, frames, scratch)
                else:
                    other = self._scaled(clip, voice.gain, frames, self._other[: 2 * frames])
                    np.add(sound, other, out=scratch)
                    sound = scratch
            assert sound is not None
            sound = self._scaled(sound, self._gains[Curve.FADER + index], frames, scratch)
            if self._meters:
                self._measure(sound, self.strip_peaks[index])
            gate = self._gains[Curve.AUDIBLE + index]
            if gate.end_frame <= self.frame and gate.target == 0.0:
                continue
            sound = self._scaled(sound, gate, frames, scratch)
            np.add(out, sound, out=out)
            if stems is not None:
                np.add(stems[index], sound, out=stems[index])
        for curve in (Curve.MASTER, Curve.PANIC, Curve.FADE):
            gain = self._gains[curve]
            self._scaled(out, gain, frames, out)
            if stems is not None:
                for stem in stems:
                    self._scaled(stem, gain, frames, stem)

    def _scaled(self, sound: Floats, gain: Gain, frames: int, out: Floats) -> Floats:
        """``sound`` times the gain: ``sound`` itself if the gain is exactly 1, else ``out``."""
        if gain.end_frame <= self.frame:
            if gain.target == 1.0:
                return sound
            np.multiply(sound, gain.target, out=out)
        else:
            np.multiply(sound, self._table.values(gain, self.frame, frames), out=out)
        return out

    # -- what happens when -----------------------------------------------------------------

    def _apply_due(self) -> None:
        """Apply all that is due, strips before curves, each in order."""
        frame = self.frame
        for index, strip in enumerate(self._strips):
            while strip.pending and strip.pending[0].frame <= frame:
                self._launch(index, strip, strip.pending.popleft())
            if strip.voices:
                strip.voices = [
                    voice
                    for voice in strip.voices
                    if voice is strip.current or voice.gain.end_frame > frame
                ]
        for curve, pending in enumerate(self._ramps):
            while pending and pending[0].frame <= frame:
                ramp = pending.popleft()
                self._gains[curve].ramp(frame, ramp.target, ramp.ramp_frames)
                self._events.append(
                    Ramped(frame, self.spec.segment, curve, ramp.target, ramp.ramp_frames)
                )

    def _launch(self, index: int, strip: _Strip, launch: Launch) -> None:
        frame = self.frame
        current = strip.current
        if launch.clip != (SILENCE if current is None else current.clip):
            if current is not None:
                current.gain.ramp(frame, 0.0, launch.fade_out_frames)
            strip.current = None
            if launch.clip != SILENCE:
                strip.current = _Voice(launch.clip, frame, launch.fade_in_frames)
                strip.voices.append(strip.current)
                del strip.voices[:-MAX_VOICES]
        self._events.append(
            Landed(
                frame,
                self.spec.segment,
                index,
                launch.clip,
                launch.fade_in_frames,
                launch.fade_out_frames,
            )
        )

    def _next_change(self) -> int:
        """The next frame at which a stretch ends: a change, or the end of the loop."""
        frame = self.frame
        seam = frame + self._loop_frames - (frame - self.spec.origin_frame) % self._loop_frames
        return min(seam, self._steady_until())

    def _steady_until(self) -> int:
        """The next frame at which anything begins or ends: an event, a ramp or a fade."""
        frame = self.frame
        change = NEVER
        for strip in self._strips:
            if strip.pending:
                change = min(change, strip.pending[0].frame)
            for voice in strip.voices:
                if frame < voice.gain.end_frame < change:
                    change = voice.gain.end_frame
        for gain in self._gains:
            if frame < gain.end_frame < change:
                change = gain.end_frame
        for pending in self._ramps:
            if pending:
                change = min(change, pending[0].frame)
        return change

    # -- offline ---------------------------------------------------------------------------

    def steady_until(self) -> int:
        """Apply what is due and return the frame until which nothing changes.

        Until there the mix repeats from loop to loop, bit for bit. :data:`NEVER` if nothing is
        planned; the current frame if something is moving.
        """
        if self.frame >= self._change_frame:
            self._apply_due()
            self._change_frame = self._next_change()
        if any(gain.end_frame > self.frame for gain in self._gains) or any(
            voice.gain.end_frame > self.frame for strip in self._strips for voice in strip.voices
        ):
            return self.frame
        return self._steady_until()

    def seek(self, frame: int) -> None:
        """Move the transport inside a stretch in which nothing changes (:meth:`steady_until`)."""
        self.frame = frame
        self._change_frame = frame

    # -- meters ----------------------------------------------------------------------------

    def _reset_meters(self) -> None:
        if self._meters:
            self.strip_peaks.fill(0.0)
            self.master_peak.fill(0.0)

    def _measure(self, sound: Floats, peak: Floats) -> None:
        """Raise both channels' peaks to the largest of ``sound`` (flat, interleaved)."""
        for channel in (0, 1):
            samples = sound[channel::2]
            highest = max(float(samples.max()), -float(samples.min()))
            if highest > peak[channel]:
                peak[channel] = highest


def _frame_of(plan: Launch | Ramp) -> int:
    return plan.frame
