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
from functools import partial
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.cue_bus import CueBus
from mwk_desktop.engine.gains import Floats, Gain
from mwk_desktop.engine.limiter import Limiter
from mwk_desktop.engine.protocol import (
    CURVES,
    INITIAL,
    SILENCE,
    STRIP_CURVES,
    TRACKS,
    CuePlan,
    Curve,
    EngineSpec,
    Event,
    Landed,
    Launch,
    Ramp,
    Ramped,
)
from mwk_desktop.engine.room import RoomOutput
from mwk_desktop.engine.signal_path import SignalPath, raise_peaks
from mwk_desktop.engine.tracks import Track


class Mixer:
    """The transport, the tracks and the master.

    In a strip: takes, ducking, filter, fader, mute and solo. Master: sum, drive and tilt, dim and
    mono for the room only, fader, gates (panic, fade), limiter.

    Parameters
    ----------
    clips : ndarray of float32, shape (clips, loop_frames, 2), or ClipBank
        The clips, C-contiguous; never written.
    spec : EngineSpec
        Loop length, origin, start frame, segment, ducking and master bus.
    max_frames : int, optional
        Size of the scratch arrays in frames; longer requests are split. Default:
        ``spec.block_frames``.
    meters : bool
        Whether ``strip_peaks`` and ``master_peak`` are measured.
    limit : bool
        Whether :meth:`render_into` limits the master (and delays it by ``delay_frames``).
    cue : bool
        Whether :meth:`render_into` can write what is pre-listened to.

    Raises
    ------
    ValueError
        If the clip table has a wrong shape, type or memory order.
    """

    def __init__(
        self,
        clips: Floats | ClipBank,
        spec: EngineSpec,
        *,
        max_frames: int | None = None,
        meters: bool = True,
        limit: bool = True,
        cue: bool = False,
    ) -> None:
        bank = ClipBank.of(clips)
        if bank.loop_frames != spec.loop_frames:
            raise ValueError(
                f"clips must have shape (n, {spec.loop_frames}, 2), not {bank.loop_frames} frames"
            )
        if spec.clips not in (0, len(bank)):
            raise ValueError(f"the clip table holds {len(bank)} clips, not {spec.clips}")
        self.spec = spec
        self.frame = spec.start_frame
        self._max_frames = max_frames or spec.block_frames
        self._loop_frames = spec.loop_frames
        self._bank = bank
        bank.in_use = self._owners_in_use
        self._tracks = [Track(bank, spec.next_bar, spec.rate_hz) for _ in range(TRACKS)]
        self._gains = [Gain(value) for value in INITIAL]
        self._ramps: list[deque[Ramp]] = [deque() for _ in range(CURVES)]
        self._events: list[Event] = []
        self._change_frame = self.frame
        self._sum = np.zeros(2 * self._max_frames, dtype=np.float32)
        self._path = SignalPath(bank, spec, self._gains, self._max_frames, meters=meters)
        self._meters = meters
        self.master_peak: Floats = np.zeros(2, dtype=np.float32)
        """Peaks of the last request at the output; linear, shape (2,)."""
        self.limiter = Limiter(self._max_frames) if limit else None
        self._room = RoomOutput(self.limiter, self._max_frames) if self.limiter else None
        self._ceilings: list[tuple[int, float]] = []
        self.delay_frames = self.limiter.delay_frames if self.limiter else 0
        """Frames between a sound's transport frame and its output by :meth:`render_into`."""
        self._cue: CueBus | None = None
        if cue:
            coming = Mixer(bank, spec, max_frames=self._max_frames, meters=False, limit=False)
            self._cue = CueBus(coming, self.delay_frames, self._max_frames)
            self._coming = coming
            bank.in_use = lambda: self._owners_in_use() | coming._owners_in_use()

    @property
    def strip_peaks(self) -> Floats:
        """Peaks of the last request, after the fader, before mute and solo; linear, shape (8,
        2)."""
        return self._path.strip_peaks

    @property
    def memory_frames(self) -> int:
        """How far back a frame can still matter for the mix, apart from the voices themselves."""
        return self._path.memory_frames

    @property
    def limiter_gain(self) -> float:
        """The limiter's smallest gain in the last request; linear."""
        return self.limiter.lowest_gain if self.limiter else 1.0

    # -- plans and events ------------------------------------------------------------------

    def plan_launches(self, strip: int, launches: Sequence[Launch]) -> None:
        """Replace everything that is pending on the strip, or on another track.

        Raises
        ------
        IndexError
            If there is no such track or clip.
        """
        if not 0 <= strip < TRACKS:
            raise IndexError(f"there is no strip {strip}")
        for launch in launches:
            if not SILENCE <= launch.clip < len(self._bank):
                raise IndexError(f"there is no clip {launch.clip}")
        self._tracks[strip].plan(launches, self.frame)
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
        self._ramps[curve] = deque(sorted(ramps, key=attrgetter("frame")))
        self._change_frame = self.frame

    def append_ramp(self, curve: int, ramp: Ramp) -> None:
        """Add a ramp behind what is pending on the curve."""
        self._ramps[curve].append(ramp)
        self._change_frame = self.frame

    def plan_cue(self, plan: CuePlan) -> None:
        """Replace what is pre-listened to."""
        if self._cue is not None:
            self._cue.replace_plan(plan, self.frame)
            self._change_frame = self.frame

    @property
    def sounds(self) -> bool:
        """Whether anything plays, or is about to."""
        return any(track.voices or track.pending for track in self._tracks)

    def events(self) -> list[Event]:
        """What happened since the last call, in order."""
        events = self._events
        if events:
            self._events = []
        return events

    # -- sound -----------------------------------------------------------------------------

    def render_into(
        self, out: Floats, program: Floats | None = None, cue: Floats | None = None
    ) -> None:
        """Write the next frames of the limited master and move the transport on.

        Parameters
        ----------
        out : ndarray of float32, shape (frames, 2), C-contiguous
            What the room hears.
        program : ndarray of float32, shape (frames, 2), C-contiguous, optional
            What is recorded: the same, but neither dimmed nor mono.
        cue : ndarray of float32, shape (frames, 2), C-contiguous, optional
            What is pre-listened to.
        """
        heard = None if cue is None else cue.reshape(-1)
        flat = out.reshape(-1)
        recorded = None if program is None else program.reshape(-1)
        self._reset_meters()
        lowest_gain = 1.0
        for begin in range(0, len(flat), 2 * self._max_frames):
            part = flat[begin : begin + 2 * self._max_frames]
            mixed, frame = self._sum[: len(part)], self.frame
            differs = self._mix(mixed, None)
            if self.limiter is None or self._room is None:
                part[:] = mixed
            else:
                self._room.begin(differs, len(part) // 2)
                for each, dbtp in self.drain_ceilings():
                    self.limiter.plan_ceiling(each - frame, dbtp)
                    self._room.plan_ceiling(each - frame, dbtp)
                self.limiter.process_into(mixed, part)
                lowest_gain = min(lowest_gain, self.limiter.lowest_gain)
            if heard is not None and self._cue is not None:
                self._cue.write_into(heard[begin : begin + len(part)], frame, part)
            if recorded is not None:
                recorded[begin : begin + len(part)] = part
            if self._room is not None and self._room.is_apart:
                self._room.process_into(part)
        if self.limiter is not None:
            self.limiter.lowest_gain = lowest_gain
        if self._meters:
            raise_peaks(flat, self.master_peak)

    def mix_into(self, out: Floats, stems: Floats | None = None) -> None:
        """Write the next frames of the master before its limiter and move the transport on.

        Parameters
        ----------
        out : ndarray of float32, shape (frames, 2), C-contiguous
        stems : ndarray of float32, shape (tracks, frames, 2), optional
            Receives each track's contribution to the master: after mute and solo, with the master's
            fader and gates, but without drive and tilt. Without these their sum is ``out``, except
            for rounding.
        """
        flat = out.reshape(-1)
        rows = None if stems is None else stems.reshape(TRACKS, -1)
        self._reset_meters()
        for begin in range(0, len(flat), 2 * self._max_frames):
            end = begin + 2 * self._max_frames
            self._mix(flat[begin:end], None if rows is None else rows[:, begin:end])

    def jump(self, frame: int) -> None:
        """Go on at any frame, also an earlier one.

        Of the tracks only loops sound on, without a fade. A gain that moves, such as that of a long
        fade-out, goes on from where it is. What is pending stays.
        """
        for track in self._tracks:
            track.jump(frame)
        self._path.jump(self.frame, frame)
        if self._cue is not None:
            self._cue.jump(self.frame, frame)
        self.seek(frame)

    @property
    def ceiling_dbtp(self) -> float:
        """The ceiling that was planned last, of what is due."""
        return self._gains[Curve.CEILING].target

    def drain_ceilings(self) -> list[tuple[int, float]]:
        """The ceilings since the last call: from which frame on, and which, in dBTP."""
        ceilings = self._ceilings
        if ceilings:
            self._ceilings = []
        return ceilings

    def _mix(self, out: Floats, stems: npt.NDArray[np.float32] | None) -> bool:
        """Mix at most ``max_frames`` frames, split where anything changes.

        Returns whether the room's sum is another one; it is written where the room may be apart.
        """
        room = None if self._room is None else self._room.sum[: len(out)]
        differs = False
        out.fill(0.0)
        if stems is not None:
            stems.fill(0.0)
        frames, done = len(out) // 2, 0
        cue = self._cue if self._cue is not None and self._cue.is_on else None
        if self._cue is not None:
            self._cue.begin(frames)
        while done < frames:
            if self.frame >= self._change_frame:
                self._apply_due()
            length = min(frames - done, self._change_frame - self.frame)
            cut = slice(2 * done, 2 * (done + length))
            here = room is not None and self._path.room_differs(self.frame)
            self._path.mix(
                self._tracks,
                self.frame,
                out[cut],
                None if stems is None else stems[:, cut],
                room[cut] if room is not None and here else None,
                None if cue is None else partial(cue.tap, frame=self.frame, begin=done),
            )
            if room is not None and here and not differs:
                room[: 2 * done] = out[: 2 * done]
            elif room is not None and differs and not here:
                room[cut] = out[cut]
            differs |= here
            self.frame += length
            done += length
        if room is not None and not differs and self._room is not None and self._room.is_apart:
            room[:] = out
        return differs

    # -- what happens when -----------------------------------------------------------------

    def _apply_due(self) -> None:
        """Apply all that is due, tracks before curves, each in order; find when the next is."""
        frame, segment = self.frame, self.spec.segment
        for index, track in enumerate(self._tracks):
            for done in track.apply_due(frame):
                self._events.append(Landed(done.frame, segment, index, *done[1:]))
        self._path.choose_beat(self._tracks, frame)
        for curve, pending in enumerate(self._ramps):
            while pending and pending[0].frame <= frame:
                ramp = pending.popleft()
                self._gains[curve].ramp(frame, ramp.target, ramp.ramp_frames)
                if self._cue is not None and curve in STRIP_CURVES:
                    self._cue.follow(curve, ramp)
                if curve == Curve.CEILING:
                    self._ceilings.append((frame, ramp.target))
                self._events.append(Ramped(frame, segment, curve, ramp.target, ramp.ramp_frames))
        self._change_frame = self._next_change()

    @property
    def postponed(self) -> int:
        """Launches so far that had to wait, because their clip was not in memory."""
        return sum(track.postponed for track in self._tracks)

    def _owners_in_use(self) -> set[int]:
        """The clips that sound now."""
        return {voice.layout.owner for track in self._tracks for voice in track.voices}

    def _next_change(self) -> int:
        """The next frame at which a stretch ends: a change, or the end of the loop."""
        frame = self.frame
        seam = frame + self._loop_frames - (frame - self.spec.origin_frame) % self._loop_frames
        taps = () if self._cue is None else self._cue.taps
        ends = (tap.end_frame for tap in taps if tap.end_frame > frame)
        return min(seam, self._steady_until(), *ends)

    def _steady_until(self) -> int:
        """The next frame at which anything begins or ends: an event, a ramp or a fade."""
        frame = self.frame
        change = min(track.next_change(frame) for track in self._tracks)
        for gain in self._gains:
            if frame < gain.end_frame < change:
                change = gain.end_frame
        change = self._path.next_change(frame, change)
        for pending in self._ramps:
            if pending:
                change = min(change, pending[0].frame)
        return change

    # -- offline ---------------------------------------------------------------------------

    def steady_until(self) -> int:
        """Apply what is due and return the frame until which nothing changes.

        Until there the mix repeats every ``period_frames``, bit for bit. ``tracks.NEVER`` if
        nothing is planned; the current frame if something is moving, or a filter is not in the
        middle (its memory never repeats exactly).
        """
        if self.frame >= self._change_frame:
            self._apply_due()
        moving = any(gain.end_frame > self.frame for gain in self._gains) or any(
            track.plays_once or any(voice.gain.end_frame > self.frame for voice in track.voices)
            for track in self._tracks
        )
        if moving or self._path.filtered_strips(self.frame):
            return self.frame
        return self._steady_until()

    @property
    def period_frames(self) -> int:
        """After how many frames the sounding clips repeat: one to eight loops."""
        loops = (len(v.layout.pages) for track in self._tracks for v in track.voices)
        return self._loop_frames * max(loops, default=1)

    def seek(self, frame: int) -> None:
        """Move the transport inside a stretch in which nothing changes (:meth:`steady_until`)."""
        self.frame = frame
        self._change_frame = frame

    # -- meters ----------------------------------------------------------------------------

    def _reset_meters(self) -> None:
        if self._meters:
            self._path.strip_peaks.fill(0.0)
            self.master_peak.fill(0.0)
