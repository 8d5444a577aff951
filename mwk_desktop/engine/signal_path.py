"""The signal path: voices, strips, master. Stateless but for the filters' memory.

The order is fixed. A strip: takes, ducking, filter, fader, mute and solo; what is cued is tapped
before the fader, or at the end. The master: sum, drive and tilt, dim, heard or not, and mono (for
the room only), fader and gates, limiter (in :mod:`mixer`). Neutral settings of each give the same
bits as leaving it out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.ducking import FLOOR_SHARE, Ducking, duck_amount
from mwk_desktop.engine.gains import Floats, Gain, RampTable
from mwk_desktop.engine.master_bus import MasterBus
from mwk_desktop.engine.protocol import FLOOR_TRACK, ROOM_CURVES, Curve, EngineSpec
from mwk_desktop.engine.strip_filter import FilterBank, crossing_frame
from mwk_desktop.engine.tracks import Track
from mwk_desktop.sounds.sound_layout import SoundLayout
from mwk_desktop.units import INSTRUMENTS, STRIPS

DRUM: Final = INSTRUMENTS.index("drum")

KICK_SWITCHES: Final = (Curve.AUDIBLE + DRUM, Curve.FLOOR_AUDIBLE)
"""The gains that switch the kicks of the drum and of the floor."""


class SignalPath:
    """Mixes stretches in which nothing begins or ends.

    Parameters
    ----------
    bank : ClipBank
    spec : EngineSpec
    gains : sequence of Gain
        All curves; moved by the mixer.
    max_frames : int
        The longest stretch.
    meters : bool
        Whether ``strip_peaks`` is measured.
    """

    def __init__(
        self,
        bank: ClipBank,
        spec: EngineSpec,
        gains: Sequence[Gain],
        max_frames: int,
        *,
        meters: bool,
    ) -> None:
        self._bank = bank
        self._gains = gains
        self._room_gains = [gains[curve] for curve in sorted(ROOM_CURVES)]
        self._meters = meters
        self._loop_frames, self._origin_frame = spec.loop_frames, spec.origin_frame
        self._frame = spec.start_frame
        self._table = RampTable(max_frames)
        self._scratch, self._other, self._yield = (
            np.zeros(2 * max_frames, dtype=np.float32) for _ in range(3)
        )
        self._drum_kicks, self._floor_kicks = (
            Ducking(share, spec.rate_hz, spec.loop_frames, spec.origin_frame, max_frames)
            for share in (1.0, FLOOR_SHARE)
        )
        self._duck = [duck_amount(depth_db) for depth_db in spec.duck_db] or [0.0] * STRIPS
        self._ducks = any(self._duck)
        self._knobs = gains[Curve.FILTER : Curve.FILTER + STRIPS]
        self._filters = FilterBank(self._knobs, spec.rate_hz, max_frames)
        self._rows = np.zeros((STRIPS, 2 * max_frames), dtype=np.float32)
        self._bus = MasterBus(spec.drive_db, spec.tilt_db, spec.rate_hz, max_frames)
        self.strip_peaks: Floats = np.zeros((STRIPS, 2), dtype=np.float32)
        """Peaks since they were last reset, after the fader; linear, shape (8, 2)."""
        self.memory_frames = self._bus.memory_frames + self._drum_kicks.memory_frames * self._ducks
        """How far back a frame can still matter, apart from the voices themselves."""

    def choose_beat(self, tracks: Sequence[Track], frame: int) -> None:
        """From ``frame`` on the kicks of the drum count, else those of the floor."""
        if not self._ducks:
            return
        drum, floor = _layout_with_kicks(tracks[DRUM]), _layout_with_kicks(tracks[FLOOR_TRACK])
        self._drum_kicks.set_source(frame, drum)
        self._floor_kicks.set_source(frame, floor if drum is None else None)

    def jump(self, before: int, frame: int) -> None:
        """Go on at ``frame`` instead of ``before``."""
        for gain in self._gains:
            gain.jump(before, frame)
        self._drum_kicks.jump(frame)
        self._floor_kicks.jump(frame)

    def filtered_strips(self, frame: int) -> list[int]:
        """The strips whose filter is not at rest in the middle."""
        return [strip for strip in range(STRIPS) if self._filters.is_active(strip, frame)]

    def next_change(self, frame: int, change: int) -> int:
        """``change``, or the frame before it at which a filter's knob crosses the middle."""
        for knob in self._knobs:
            if frame < knob.end_frame:
                change = min(change, crossing_frame(knob, frame, change))
        return change

    def room_differs(self, frame: int) -> bool:
        """Whether the room is dimmed, mono or cut off, or on its way."""
        return any(gain.end_frame > frame or gain.target != 1.0 for gain in self._room_gains)

    def mix(
        self,
        tracks: Sequence[Track],
        frame: int,
        out: Floats,
        stems: Floats | None,
        room: Floats | None = None,
        tap: Callable[[int, Floats, bool], None] | None = None,
    ) -> None:
        """Mix a stretch in which nothing begins or ends. ``out`` and ``stems`` must be zeroed.

        ``room`` gets the same as the room hears it: dimmed, silenced, made mono. ``tap`` is called
        with each strip's sound before its fader, and after it where that is audible.
        Voices are added to zeros, so silence is +0.0 whichever voices are skipped.
        """
        self._frame = frame
        frames = len(out) // 2
        depth = self._duck_depth(frames) if self._ducks else None
        filtered = self._filtered(tracks, frames, depth)
        for index, track in enumerate(tracks):
            if index in filtered:
                sound = filtered[index]
            elif track.voices:
                sound = self._dry_sound(index, track, frames, depth)
            else:
                continue
            if tap is not None and index < STRIPS:
                tap(index, sound, False)
            gate = None
            if index <= FLOOR_TRACK:
                is_floor = index == FLOOR_TRACK
                fader = Curve.FLOOR_FADER if is_floor else Curve.FADER + index
                sound = self._scaled(sound, self._gains[fader], frames, self._scratch[: 2 * frames])
                gate = self._gains[Curve.FLOOR_AUDIBLE if is_floor else Curve.AUDIBLE + index]
            if self._meters and index < STRIPS:
                raise_peaks(sound, self.strip_peaks[index])
            if gate is not None:
                if gate.end_frame <= self._frame and gate.target == 0.0:
                    continue
                sound = self._scaled(sound, gate, frames, self._scratch[: 2 * frames])
            if tap is not None and index < STRIPS:
                tap(index, sound, True)
            np.add(out, sound, out=out)
            if stems is not None:
                np.add(stems[index], sound, out=stems[index])
        self._bus.process(out)
        if room is not None:
            room[:] = out
            self._scaled(room, self._gains[Curve.DIM], frames, room)
            self._scaled(room, self._gains[Curve.HEARD], frames, room)
            self._narrow(room, self._gains[Curve.WIDTH], frames)
        for curve in (Curve.MASTER, Curve.PANIC, Curve.FADE):
            gain = self._gains[curve]
            self._scaled(out, gain, frames, out)
            if room is not None:
                self._scaled(room, gain, frames, room)
            if stems is not None:
                for stem in stems:
                    self._scaled(stem, gain, frames, stem)

    def _dry_sound(self, index: int, track: Track, frames: int, depth: Floats | None) -> Floats:
        """What a track plays, ducked."""
        sound = self._track_sound(track, frames)
        if depth is not None and index < STRIPS and self._duck[index]:
            sound = self._ducked(sound, depth, self._duck[index])
        return sound

    def _filtered(
        self, tracks: Sequence[Track], frames: int, depth: Floats | None
    ) -> dict[int, Floats]:
        """The sound of each strip whose filter is on and that sounds, or still rings."""
        strips, sounds = [], []
        for strip in self.filtered_strips(self._frame):
            if tracks[strip].voices or not self._filters.is_silent(strip, self._frame):
                strips.append(strip)
            else:
                self._filters.pass_silence(strip, self._frame, frames)
        if not strips:
            return {}
        for row, strip in enumerate(strips):
            copy = self._rows[row, : 2 * frames]
            voices = tracks[strip].voices
            copy[:] = self._dry_sound(strip, tracks[strip], frames, depth) if voices else 0.0
            sounds.append(copy)
        return dict(zip(strips, self._filters.process(strips, sounds, self._frame), strict=True))

    def _track_sound(self, track: Track, frames: int) -> Floats:
        """The sum of a track's voices, oldest first: a page itself, or in the scratch array."""
        scratch = self._scratch[: 2 * frames]
        loop, position = divmod(self._frame - self._origin_frame, self._loop_frames)
        sound: Floats | None = None
        for voice in track.voices:
            clip = voice.samples(self._bank, loop, 2 * position, self._frame, frames)
            if sound is None:
                sound = self._scaled(clip, voice.gain, frames, scratch)
            else:
                other = self._scaled(clip, voice.gain, frames, self._other[: 2 * frames])
                np.add(sound, other, out=scratch)
                sound = scratch
        assert sound is not None
        return sound

    def _duck_depth(self, frames: int) -> Floats | None:
        """How far the strips yield, 0 to 1; None: not at all."""
        deepest: Floats | None = None
        for kicks, switch in zip((self._drum_kicks, self._floor_kicks), KICK_SWITCHES, strict=True):
            depth, gate = kicks.depth(self._frame, frames), self._gains[switch]
            if depth is None or (gate.end_frame <= self._frame and gate.target == 0.0):
                continue  # a kick that is muted moves nothing
            depth = self._scaled(depth, gate, frames, depth)
            deepest = depth if deepest is None else np.maximum(deepest, depth, out=deepest)
        return deepest

    def _ducked(self, sound: Floats, depth: Floats, amount: float) -> Floats:
        gain = self._yield[: len(sound)]
        np.multiply(depth, -amount, out=gain)
        np.add(gain, 1.0, out=gain)
        out = self._scratch[: len(sound)]
        np.multiply(sound, gain, out=out)
        return out

    def _narrow(self, sound: Floats, width: Gain, frames: int) -> None:
        """Keep a share of what differs between left and right: 1 stereo, 0 mono."""
        if width.end_frame <= self._frame and width.target == 1.0:
            return
        left, right = sound[0::2], sound[1::2]
        middle, aside = self._scratch[:frames], self._other[: 2 * frames]
        np.add(left, right, out=middle)
        np.multiply(middle, 0.5, out=middle)
        np.subtract(left, middle, out=aside[0::2])
        np.subtract(right, middle, out=aside[1::2])
        self._scaled(aside, width, frames, aside)
        np.add(middle, aside[0::2], out=left)
        np.add(middle, aside[1::2], out=right)

    def _scaled(self, sound: Floats, gain: Gain, frames: int, out: Floats) -> Floats:
        """``sound`` times the gain: ``sound`` itself if the gain is exactly 1, else ``out``."""
        if gain.end_frame <= self._frame:
            if gain.target == 1.0:
                return sound
            np.multiply(sound, gain.target, out=out)
        else:
            np.multiply(sound, self._table.values(gain, self._frame, frames), out=out)
        return out


def _layout_with_kicks(track: Track) -> SoundLayout | None:
    """The layout of the clip that a track plays, if that carries the beat."""
    current = track.current
    return current.layout if current is not None and current.layout.carries_beat else None


def raise_peaks(sound: Floats, peak: Floats) -> None:
    """Raise both channels' peaks to the largest of ``sound`` (flat, interleaved)."""
    for channel in (0, 1):
        samples = sound[channel::2]
        highest = max(float(samples.max()), -float(samples.min()))
        if highest > peak[channel]:
            peak[channel] = highest
