"""Every text of the stage against the pixels that are really behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from held_stage import HeldStage, Pixels, crop, inked
from PySide6.QtGui import QColor
from stage_evening import revealed, voting
from stage_scenes import SCENES, at_level

ENOUGH = 7.0
"""WCAG 2.2, AAA; a projector in a lit room leaves less."""


def luminance(pixels: Any) -> Any:
    """Relative luminance of pixels (WCAG 2.2)."""
    parts = np.asarray(pixels, float) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


def _letters(text: Any, ground: Pixels, drawn: Pixels) -> Any:
    """The ground behind the letters themselves: where the text has changed a pixel."""
    where = inked(text)
    before, after = crop(ground, where), crop(drawn, where)
    changed = np.abs(before.astype(int) - after).max(axis=2) > 24
    return before[changed]


def least_contrast(stage: HeldStage) -> list[tuple[float, str]]:
    """Each text that is fully there, with its least contrast; the worst first."""
    drawn = stage.grab_at_rest()
    texts = [text for text in stage.texts() if _opacity(text) == 1.0]
    for text in texts:
        text.setOpacity(0.0)
    ground = stage.grab()
    for text in texts:
        text.setOpacity(1.0)
    found = []
    for text in texts:
        behind = _letters(text, ground, drawn)
        if not len(behind):
            continue
        colour: QColor = text.property("color")
        own = luminance([[colour.red(), colour.green(), colour.blue()]])[0]
        others = luminance(behind)
        ratios = (np.maximum(own, others) + 0.05) / (np.minimum(own, others) + 0.05)
        found.append((float(ratios.min()), str(text.property("text"))))
    return sorted(found)


def _opacity(item: Any) -> float:
    shown = 1.0
    while item is not None:
        shown *= item.opacity()
        item = item.parentItem()
    return shown


@pytest.mark.parametrize(
    ("size", "language"),
    [
        pytest.param((1280, 800), "en", id="800-en"),
        pytest.param((1024, 768), "fr", id="768-fr", marks=pytest.mark.soak),
        pytest.param((1920, 1080), "en", id="1080-en", marks=pytest.mark.soak),
    ],
)
def test_every_text_stands_out_from_what_is_behind_it(
    held_stage: Callable[..., Any], size: tuple[int, int], language: str
) -> None:
    stage: HeldStage = held_stage(voting(46.0), size, language=language, reduced_motion=True)
    for name, scene in SCENES.items():
        stage.show(scene())
        stage.show(scene())
        found = least_contrast(stage)
        assert found or name == "logo", name
        assert not found or found[0][0] >= ENOUGH, (name, found[:3])


@pytest.mark.parametrize("level", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("scene", ["voting", "wall", "winner", "calm"])
def test_texts_stand_out_however_loud_it_is(
    held_stage: Callable[..., Any], scene: str, level: float
) -> None:
    stage: HeldStage = held_stage(voting(46.0), (1280, 720))
    stage.rest(at_level(SCENES[scene](), level), 1.5)
    worst = least_contrast(stage)[0]
    assert worst[0] >= ENOUGH, worst


@pytest.mark.parametrize("b", [1.0, 1.1, 1.3, 1.5, 1.8, 2.0])
def test_names_stand_out_while_the_curtain_drains(held_stage: Callable[..., Any], b: float) -> None:
    """The newcomers' panels are solid, the names keep a plate of their own."""
    stage: HeldStage = held_stage(revealed(0.9), (1280, 720))
    stage.rest(revealed(b), 0.3)
    stage.show(revealed(b))
    assert stage.items("curtain") or b == 2.0
    worst = least_contrast(stage)[0]
    assert worst[0] >= ENOUGH, worst
