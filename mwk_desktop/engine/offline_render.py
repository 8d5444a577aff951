"""Renders a show to audio without a clock: the engine's exact samples, as fast as possible."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, overload

import numpy as np

from mwk_desktop.engine.clip_bank import ClipBank
from mwk_desktop.engine.gains import Floats
from mwk_desktop.engine.limiter import Limiter
from mwk_desktop.engine.mixer import Mixer
from mwk_desktop.engine.protocol import TRACKS, EngineSpec, Launch, Ramp

Launches = Mapping[int, Sequence[Launch]]
Ramps = Mapping[int, Sequence[Ramp]]


@overload
def render(
    clips: Floats | ClipBank,
    spec: EngineSpec,
    launches_by_strip: Launches,
    ramps_by_curve: Ramps,
    end_frame: int,
    *,
    chunk_frames: int = ...,
    stems: Literal[False] = ...,
) -> Iterator[Floats]: ...


@overload
def render(
    clips: Floats | ClipBank,
    spec: EngineSpec,
    launches_by_strip: Launches,
    ramps_by_curve: Ramps,
    end_frame: int,
    *,
    chunk_frames: int = ...,
    stems: Literal[True],
) -> Iterator[tuple[Floats, Floats]]: ...


def render(
    clips: Floats | ClipBank,
    spec: EngineSpec,
    launches_by_strip: Launches,
    ramps_by_curve: Ramps,
    end_frame: int,
    *,
    chunk_frames: int = 8192,
    stems: bool = False,
) -> Iterator[Floats] | Iterator[tuple[Floats, Floats]]:
    """Render ``[spec.start_frame, end_frame)``.

    Parameters
    ----------
    clips : ndarray of float32, shape (clips, loop_frames, 2), or ClipBank
    spec : EngineSpec
        ``start_frame`` is the first frame; block size and output do not matter.
    launches_by_strip, ramps_by_curve : mapping of int to plans
        The pending launches of each strip and ramps of each curve.
    end_frame : int
        One past the last frame.
    chunk_frames : int
        Most frames in a chunk; the samples do not depend on it.
    stems : bool
        Whether each chunk is ``(master, stems)`` instead of the master alone.

    Yields
    ------
    ndarray of float32, shape (frames, 2)
        The limited master as it is recorded (neither dimmed nor mono); its first frame is transport
        frame ``start_frame`` (the limiter's delay is taken out). With ``stems`` a tuple with an
        array of shape (TRACKS, frames, 2): each track's contribution to the master before drive,
        tilt and limiter. The arrays are not overwritten later, but the same master array may be
        yielded more than once.
    """
    mixer = Mixer(clips, spec, max_frames=chunk_frames, meters=False, limit=False)
    limiter = Limiter(chunk_frames)
    for strip, launches in launches_by_strip.items():
        mixer.plan_launches(strip, launches)
    for curve, ramps in ramps_by_curve.items():
        mixer.plan_ramps(curve, ramps)
    if stems:
        return _with_stems(mixer, limiter, end_frame, chunk_frames)
    return _master(mixer, limiter, end_frame, chunk_frames)


def _master(mixer: Mixer, limiter: Limiter, end_frame: int, chunk_frames: int) -> Iterator[Floats]:
    """Render only the master; where nothing changes for long, mix one loop and repeat it.

    The bits stay the same: while nothing changes the mix repeats, and so does the
    limiter's output once the last change is older than its memory.
    """
    delay_frames = limiter.delay_frames
    memory_frames = limiter.memory_frames + mixer.memory_frames
    mixed = np.empty((chunk_frames, 2), dtype=np.float32)

    def chunks(frames: int) -> Iterator[Floats]:
        for begin in range(0, frames, chunk_frames):
            out = np.empty((min(chunk_frames, frames - begin), 2), dtype=np.float32)
            mix_limited(mixer, limiter, mixed[: len(out)], out)
            yield out

    for _ in chunks(delay_frames):
        pass
    frame = mixer.spec.start_frame
    while frame < end_frame:
        steady_frames = min(end_frame, mixer.steady_until() - delay_frames) - frame
        loop_frames = mixer.period_frames
        if steady_frames < memory_frames + 2 * loop_frames:
            frames = min(chunk_frames, end_frame - frame)
            yield from chunks(frames)
            frame += frames
            continue
        yield from chunks(memory_frames)
        loop = []
        for chunk in chunks(loop_frames):
            chunk.flags.writeable = False
            loop.append(chunk)
            yield chunk
        left_frames = steady_frames - memory_frames - loop_frames
        for chunk in itertools.cycle(loop):
            yield chunk[:left_frames] if left_frames < len(chunk) else chunk
            left_frames -= len(chunk)
            if left_frames <= 0:
                break
        frame += steady_frames
        if frame < end_frame:
            # Feed the limiter the same past as without the repetition.
            mixer.seek(frame + delay_frames - memory_frames)
            for _ in chunks(memory_frames):
                pass


def mix_limited(
    mixer: Mixer, limiter: Limiter, mixed: Floats, out: Floats, stems: Floats | None = None
) -> None:
    """Mix the next frames, and limit them with the ceilings that are planned there.

    Parameters
    ----------
    mixed, out : ndarray of float32, shape (frames, 2), C-contiguous
        Receive what goes into the limiter, and what comes out (``delay_frames`` later).
    stems : ndarray of float32, shape (tracks, frames, 2), optional
        As for :meth:`Mixer.mix_into`.
    """
    frame = mixer.frame
    mixer.mix_into(mixed, stems)
    for at, dbtp in mixer.drain_ceilings():
        limiter.plan_ceiling(at - frame, dbtp)
    limiter.process_into(mixed.reshape(-1), out.reshape(-1))


def _with_stems(
    mixer: Mixer, limiter: Limiter, end_frame: int, chunk_frames: int
) -> Iterator[tuple[Floats, Floats]]:
    delay_frames = limiter.delay_frames
    mixed = np.empty((chunk_frames, 2), dtype=np.float32)
    # The strips are ahead of the master by the limiter's delay: the start of ``held`` waits.
    held = np.zeros((TRACKS, delay_frames + chunk_frames, 2), dtype=np.float32)
    filled = 0
    frame = mixer.spec.start_frame
    skip = delay_frames
    while frame < end_frame:
        frames = min(chunk_frames, end_frame - frame) if not skip else min(chunk_frames, skip)
        part = np.empty((TRACKS, frames, 2), dtype=np.float32)
        out = np.empty((frames, 2), dtype=np.float32)
        mix_limited(mixer, limiter, mixed[:frames], out, part)
        held[:, filled : filled + frames] = part
        if skip:
            skip -= frames
            filled += frames
            continue
        ready = held[:, :frames].copy()
        held[:, :filled] = held[:, frames : frames + filled].copy()
        frame += frames
        yield out, ready
