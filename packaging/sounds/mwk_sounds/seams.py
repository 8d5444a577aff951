"""Where takes meet: joins without a step, what sounds before the line, and what rings after it.

Each take is a circle of its own, so its end flows into its own start. For any take to follow any
other, all of them end and begin as the theme does, for a few milliseconds: at every line the wave
is the theme's own.
"""

import numpy as np
import scipy.signal

from mwk_sounds.effects import hall_impulse
from mwk_sounds.timeline import BAR_FRAMES, FloatArray, frames_of

_JOIN_S = 0.012
_PICKUP_S = 0.07
_TAIL_S = 1.3
_TAIL_FEED_S = 0.7


def _fade(frames: int) -> FloatArray:
    """From 0 to 1, a raised cosine."""
    return np.asarray(0.5 - 0.5 * np.cos(np.pi * (np.arange(frames) + 0.5) / frames))


def joined(
    takes: dict[str, FloatArray], before_fill: str, pickup: FloatArray | None
) -> dict[str, FloatArray]:
    """The takes with common edges.

    Parameters
    ----------
    takes : ``a``, ``b``, ``c`` and ``fill``, each (2, LOOP_FRAMES).
    before_fill : the take whose second bar the fill replaces most often.
    pickup : what of the theme's last milliseconds belongs to its first beat. A fill ends without
        it: the voice may not be there any more.
    """
    frames = frames_of(_JOIN_S)
    rise = _fade(frames)
    theme = takes["a"]
    done = {"a": theme}
    for letter, take in takes.items():
        if letter == "a":
            continue
        take = take.copy()
        take[:, :frames] = theme[:, :frames] * (1 - rise) + take[:, :frames] * rise
        end = theme[:, -frames:]
        if letter == "fill" and pickup is not None:
            end = end - pickup[:, -frames:]
        take[:, -frames:] = take[:, -frames:] * (1 - rise) + end * rise
        done[letter] = take
    fill, before = done["fill"], done[before_fill]
    middle = slice(BAR_FRAMES, BAR_FRAMES + frames)
    fill[:, middle] = before[:, middle] * (1 - rise) + fill[:, middle] * rise
    return done


def pickup_of(first_beat: FloatArray, theme: FloatArray) -> FloatArray:
    """The last 70 ms of a loop in which only the first beat's word sounds, (2, frames).

    Its level is what explains most of the theme's own end: what follows the recipe (compression,
    saturation) depends on how much sounds.
    """
    frames = frames_of(_PICKUP_S)
    cut = first_beat[:, -frames:].copy()
    near = slice(frames - frames_of(0.035), frames)
    end = theme[:, -frames:]
    cut *= max(0.0, float((cut[:, near] * end[:, near]).sum() / (cut[:, near] ** 2).sum()))
    edge = frames_of(0.003)
    cut[:, :edge] *= _fade(edge)
    return cut


def tail_of(take: FloatArray) -> FloatArray:
    """What the hall still answers after a take has ended on the line, (2, frames)."""
    feed = frames_of(_TAIL_FEED_S)
    frames = frames_of(_TAIL_S)
    sent = take[:, -feed:] * np.linspace(0, 1, feed) ** 0.5
    sent = 0.6 * sent.mean(axis=0) + 0.4 * sent
    answered = scipy.signal.fftconvolve(sent, hall_impulse(), axes=1)
    rung = 0.15 * answered[:, feed : feed + frames]
    tail = np.zeros((2, frames))
    tail[:, : rung.shape[1]] = rung
    edge, end = frames_of(0.004), frames_of(0.4)
    tail[:, :edge] *= _fade(edge)
    tail[:, -end:] *= 1 - _fade(end)
    return tail
