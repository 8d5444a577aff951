"""The loudness of a whole show, as a curve: short-term values at even distances.

Short-term loudness covers 3 s (EBU Tech 3341). Of a long show only those 3 s around each point are
mixed: rendering all of a night would take minutes. Offline, on the caller's thread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.limiter import Limiter
from mwk_desktop.engine.loudness import LoudnessMeter
from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.offline_render import Launches, Ramps, mix_limited
from mwk_desktop.engine.protocol import EngineSpec, Launch

SHORT_TERM_MS: Final = 3_000
"""Length of a short-term measurement (EBU Tech 3341)."""

WHOLE_MS: Final = 12 * 60_000
"""A show up to this long is measured without gaps."""

MOST_POINTS: Final = 120
"""Most points of a longer one: mixing all of a night would take a minute or more."""

_BEFORE_LOOPS: Final = 2
"""What was launched this long before a point no longer rings at it, unless it still plays."""

_CHUNK_FRAMES: Final = 8_192


def curve_step_ms(length_ms: int) -> int:
    """Distance of a curve's points in a show of this length: whole short-term stretches."""
    if length_ms <= WHOLE_MS:
        return SHORT_TERM_MS
    stretches = -(-length_ms // SHORT_TERM_MS)
    return SHORT_TERM_MS * max(1, -(-stretches // MOST_POINTS))


class CurveMeter:
    """Measures a curve while a whole show is rendered.

    Parameters
    ----------
    rate_hz, step_ms
        Rate of the samples, and distance of the points.
    """

    def __init__(self, rate_hz: int, step_ms: int) -> None:
        self._meter = LoudnessMeter(rate_hz, SHORT_TERM_MS)
        self._step_frames = step_ms * rate_hz // 1000
        self._stretch = np.empty((self._meter.frames, 2), np.float32)
        self._frame = 0
        self.values: list[float | None] = []
        """LUFS of each stretch so far; None: silence."""

    def add(self, samples: Floats) -> None:
        """Measure the next samples, shape (frames, 2)."""
        done = 0
        while done < len(samples):
            at = self._frame % self._step_frames
            # From here to where the stretch ends, or to where the next one begins.
            within = at < len(self._stretch)
            end = len(self._stretch) if within else self._step_frames
            count = min(end - at, len(samples) - done)
            if within:
                self._stretch[at : at + count] = samples[done : done + count]
                if at + count == end:
                    self.values.append(self._meter.lufs(self._stretch))
            done += count
            self._frame += count


def measure_curve(
    clips: Floats | ClipBank,
    spec: EngineSpec,
    launches_by_strip: Launches,
    ramps_by_curve: Ramps,
    end_frame: int,
    step_ms: int,
) -> Iterator[float | None]:
    """Measure a show's curve without rendering what lies between its points.

    Parameters
    ----------
    clips, spec, launches_by_strip, ramps_by_curve, end_frame
        As for :func:`mwk_desktop.engine.offline_render.render`.
    step_ms
        Distance of the points, at least :data:`SHORT_TERM_MS`.

    Yields
    ------
    float or None
        LUFS of the 3 s from each point on, as long as they lie within the show; None: silence.
    """
    mixer = Mixer(clips, spec, max_frames=_CHUNK_FRAMES, meters=False, limit=False)
    needed_ms = SHORT_TERM_MS + _BEFORE_LOOPS * spec.loop_frames * 1000 // spec.rate_hz
    for strip, launches in launches_by_strip.items():
        if step_ms > needed_ms:
            launches = _heard_at_points(launches, spec, step_ms)
        mixer.plan_launches(strip, launches)
    for curve, ramps in ramps_by_curve.items():
        mixer.plan_ramps(curve, ramps)
    meter = LoudnessMeter(spec.rate_hz, SHORT_TERM_MS)
    step_frames = step_ms * spec.rate_hz // 1000
    limiter = Limiter(_CHUNK_FRAMES)
    memory_frames = limiter.memory_frames + mixer.memory_frames
    for frame in range(spec.start_frame, end_frame - meter.frames + 1, step_frames):
        if mixer.frame < frame - memory_frames:
            _skip_to(mixer, frame - memory_frames)
            limiter = Limiter(_CHUNK_FRAMES)
            limiter.plan_ceiling(0, mixer.ceiling_dbtp)
        lead_frames = frame - mixer.frame + limiter.delay_frames
        stretch = _limited(mixer, limiter, lead_frames + meter.frames)
        yield meter.lufs(stretch[lead_frames:])


def _heard_at_points(launches: Sequence[Launch], spec: EngineSpec, step_ms: int) -> list[Launch]:
    """The launches of a track without those that are over before the next point.

    Their clips need not be decoded. What a voice sounds like does not depend on when it entered.
    """
    step_frames = step_ms * spec.rate_hz // 1000
    after_frames = (SHORT_TERM_MS + 1_000) * spec.rate_hz // 1000
    kept: list[Launch] = []
    for index, launch in enumerate(launches):
        begin = launch.frame - launch.early_frames - spec.start_frame
        is_last = index + 1 == len(launches)
        end = begin if is_last else launches[index + 1].frame - spec.start_frame
        end += _BEFORE_LOOPS * spec.loop_frames
        # The first point that may still hear it, and whether it has begun by the end of that.
        point = -(-max(0, begin - after_frames) // step_frames) * step_frames
        if is_last or point <= end:
            kept.append(launch)
    return kept


def _skip_to(mixer: Mixer, frame: int) -> None:
    """Move on to ``frame``, mixing only where something is moving."""
    scratch = np.empty((_CHUNK_FRAMES, 2), np.float32)
    while mixer.frame < frame:
        steady = min(mixer.steady_until(), frame)
        if steady > mixer.frame:
            mixer.seek(steady)
        else:
            mixer.mix_into(scratch[: min(_CHUNK_FRAMES, frame - mixer.frame)])
    mixer.drain_ceilings()  # the newest one holds


def _limited(mixer: Mixer, limiter: Limiter, frames: int) -> Floats:
    """The next frames as the limiter puts them out, shape (frames, 2)."""
    out, mixed = np.empty((frames, 2), np.float32), np.empty((_CHUNK_FRAMES, 2), np.float32)
    for begin in range(0, frames, _CHUNK_FRAMES):
        part = out[begin : begin + _CHUNK_FRAMES]
        mix_limited(mixer, limiter, mixed[: len(part)], part)
    return out
