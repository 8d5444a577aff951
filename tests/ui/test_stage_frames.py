"""Frames of the stage recorded one by one, over music: how much moves, and that nothing flashes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from held_stage import HeldStage, crop, rect
from stage_evening import AFTER, BAND, at_beat, revealed, voting, with_band

from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.units import INSTRUMENTS

pytestmark = pytest.mark.soak
SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"
BEATS_PER_S = 128 / 60


@cache
def loop_levels() -> Any:
    """Peaks of the included set's first clips, each sixtieth of a second of their first loop."""
    import soundfile

    peaks = []
    for name in INSTRUMENTS:
        sound, rate_hz = soundfile.read(SOUNDS / name / f"{name}1.flac")
        step = rate_hz // 60
        blocks = np.abs(sound[: 225 * step]).max(axis=1).reshape(225, step)
        peaks.append(blocks.max(axis=1))
    return np.array(peaks)


def music(snapshot: Snapshot, names: tuple[str, ...], at_s: float) -> Snapshot:
    """The loops of the included set at a second of the music."""
    levels = loop_levels()[:, int(at_s * 60) % 225]
    return with_band(snapshot, names, levels.tolist())


def evening_at(at_s: float) -> tuple[Snapshot, tuple[str, ...]]:
    """The stage at a second of a window of 30: reveal, then voting."""
    beats = at_s * BEATS_PER_S
    if beats < 9.0:
        snapshot = revealed(beats, preview=1)
        return snapshot, AFTER if beats >= 1 else BAND
    return at_beat(voting(), beats - 1.0), BAND


def test_the_band_moves(held_stage: Callable[..., Any]) -> None:
    """Ten seconds of music, a fifteenth of a second apart, as a projector shows them; then two
    more with one player muted."""
    stage: HeldStage = held_stage(voting(10.0))
    panels = {name: rect(stage.item(f"player_{name}")) for name in BAND}
    moved: list[float] = []
    by_panel: dict[str, list[float]] = {name: [] for name in BAND}
    before = None
    for frame in range(660):
        at_s = 5.0 + frame / 60
        stage.show(music(at_beat(voting(), at_s * BEATS_PER_S), BAND, at_s), 1 / 60)
        if frame % 4:
            continue
        pixels = stage.grab().astype(np.int16)
        if before is not None and frame > 60:
            changed = np.abs(pixels - before).max(axis=2) > 8
            moved.append(changed.mean())
            for name, where in panels.items():
                by_panel[name].append(crop(changed, where).mean())
        before = pixels
    assert np.mean(moved) >= 0.04, np.mean(moved)
    assert np.quantile(moved, 0.1) >= 0.02, np.quantile(moved, 0.1)
    for name, shares in by_panel.items():
        assert np.mean(shares) >= 0.06, (name, np.mean(shares))
    for frame in range(660, 660 + 6 * 60):
        at_s = 5.0 + frame / 60
        playing = music(at_beat(voting(), at_s * BEATS_PER_S), BAND, at_s)
        stage.show(_muted(playing, "pad"), 1 / 60)
        if frame < 660 + 4 * 60 or frame % 4:
            continue
        pixels = stage.grab().astype(np.int16)
        if frame > 660 + 4 * 60:
            assert not crop(np.abs(pixels - before).max(axis=2), panels["pad"]).any()
        before = pixels


def _muted(snapshot: Snapshot, name: str) -> Snapshot:
    strips = tuple(
        replace(strip, mute=True, audible=False) if strip.instrument == name else strip
        for strip in snapshot.strips
    )
    return replace(snapshot, strips=strips)


def test_nothing_large_flashes_more_than_three_times_a_second(
    held_stage: Callable[..., Any],
) -> None:
    """Pairs of opposing changes of a tenth of full luminance, in any second of two windows."""
    stage: HeldStage = held_stage(voting(10.0), (960, 540))
    rate = 30
    seconds = 60
    shown: list[Any] = []
    worst_area = worst_field = 0.0
    for frame in range(rate * seconds):
        snapshot, band = evening_at(frame / rate % 30.0)
        stage.show(music(snapshot, band, frame / rate), 1 / rate)
        shown.append(_luminance(stage.grab()))
        if len(shown) > rate:
            shown.pop(0)
        if len(shown) == rate and frame % 10 == 0:
            area, field = _flashing(np.array(shown))
            worst_area, worst_field = max(worst_area, area), max(worst_field, field)
    print(f"flashing: {worst_area:.2%} of the screen, {worst_field:.2%} of a field")
    assert worst_area <= 0.005, worst_area
    assert worst_field <= 0.05, worst_field


def _luminance(pixels: Any) -> Any:
    # Two by two: a flash that is smaller than that is no flash in a room.
    halved = pixels[::2, ::2].astype(np.float32) / 255
    linear = np.where(halved <= 0.04045, halved / 12.92, ((halved + 0.055) / 1.055) ** 2.4)
    return (linear @ np.array([0.2126, 0.7152, 0.0722], np.float32)).astype(np.float32)


def _flashing(second: Any) -> tuple[float, float]:
    """The largest connected area with more than three pairs, as a share of the screen; and the
    share of it in the worst field of a third by a third, wherever that lies.

    A change that is opposed to the one before is half a pair, as in WCAG 2.3.1's three flashes.
    """
    level = second[0].copy()
    rising = np.zeros(level.shape, np.int8)
    turns = np.zeros(level.shape, np.int16)
    for frame in second[1:]:
        change = frame - level
        moved = np.abs(change) >= 0.1
        direction = np.sign(change).astype(np.int8)
        turns += moved & (rising != 0) & (direction != rising)
        rising = np.where(moved, direction, rising)
        # Follow slow changes in the same direction, too.
        follow = moved | (np.sign(change) == rising)
        level = np.where(follow, frame, level)
    flashes = turns / 2 > 3
    height, width = (side // 3 for side in flashes.shape)
    total = np.pad(flashes.cumsum(0).cumsum(1), ((1, 0), (1, 0)))
    fields = total[height:, width:] - total[:-height, width:]
    fields = fields - total[height:, :-width] + total[:-height, :-width]
    return _largest(flashes) / flashes.size, float(fields.max()) / (height * width)


def _largest(flags: Any) -> int:
    """How many flagged points hang together at most."""
    left = set(zip(*map(list, np.nonzero(flags)), strict=True))
    largest = 0
    while left:
        front, size = [left.pop()], 0
        while front:
            y, x = front.pop()
            size += 1
            for near in ((y - 1, x), (y + 1, x), (y, x - 1), (y, x + 1)):
                if near in left:
                    left.remove(near)
                    front.append(near)
        largest = max(largest, size)
    return largest


SEEN = {
    "lockedMark": (0.0, 1.5),
    "faller": (0.0, 0.7),
    "block": (0.16, 7.45),
    "flyingBlock": (0.55, 1.0),
    "leaver": (1.0, 1.6),
    "curtain": (1.0, 2.0),
    "newTag": (1.12, 7.45),  # the first new one is the second row: 0.06 after the first
    "chip": (1.3, 2.9),
    "leaving": (1.5, None),
    "preview": (2.0, 7.45),
    "race": (7.4, None),
    "revealBoard": (0.0, 7.45),
}
"""From which beat of the reveal to which each part is on the stage; None: longer than that."""


def test_a_minute_at_24_frames_a_second_reveals_everything(
    held_stage: Callable[..., Any],
) -> None:
    """Two locks in sixty seconds; every part comes and goes within a frame of its beat."""
    stage: HeldStage = held_stage(voting(10.0), (960, 540))
    seen: list[dict[str, list[float]]] = [{}, {}]
    numerals = [0, 0]
    frame_beats = BEATS_PER_S / 24 + 0.001
    for frame in range(24 * 60):
        # A lock falls where it falls between two frames.
        at_s = frame / 24 + 0.013
        snapshot, band = evening_at(at_s % 30.0)
        stage.show(music(snapshot, band, at_s), 1 / 24)
        window, b = divmod(at_s * BEATS_PER_S, 64.0)
        there = {item.objectName() for item in stage.items()}
        if b < 9.0:
            for name in SEEN.keys() & there:
                seen[int(window)].setdefault(name, []).append(b)
        numerals[int(window)] += "numeral" in there
    for parts in seen:
        assert set(parts) == set(SEEN)
        for name, (begins, ends) in SEEN.items():
            first, last = parts[name][0], parts[name][-1]
            assert begins <= first <= begins + frame_beats, (name, first)
            if ends is not None:
                assert ends - frame_beats <= last <= ends, (name, last)
            # Without a gap.
            assert len(parts[name]) == round((last - first) / (BEATS_PER_S / 24)) + 1, name
    # One numeral a frame for the last five seconds of each window.
    assert all(115 <= number <= 121 for number in numerals), numerals
