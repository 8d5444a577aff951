"""Every text of every state is large enough, whole, inside the window and free of the others."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from typing import Any

import pytest
from held_stage import inked
from PySide6.QtCore import QRectF
from stage_evening import voting
from stage_scenes import SCENES

STRANGERS = {"messageName", "messageText", "leaderName", "runnerName", "winnerName", "endWinner"}
"""Texts of any length, which end in dots where they do not fit."""


@pytest.mark.parametrize(
    ("size", "language"),
    [
        pytest.param((1280, 800), "en", id="800-en"),
        pytest.param((1024, 768), "fr", id="768-fr"),
        pytest.param((1280, 800), "fr", id="800-fr", marks=pytest.mark.soak),
        pytest.param((1024, 768), "en", id="768-en", marks=pytest.mark.soak),
        pytest.param((1920, 1080), "en", id="1080-en", marks=pytest.mark.soak),
        pytest.param((1920, 1080), "fr", id="1080-fr", marks=pytest.mark.soak),
        pytest.param((1440, 1080), "en", id="4:3-en", marks=pytest.mark.soak),
        pytest.param((1440, 1080), "fr", id="4:3-fr", marks=pytest.mark.soak),
    ],
)
def test_texts_are_readable_and_free(
    held_stage: Callable[..., Any], size: tuple[int, int], language: str
) -> None:
    stage = held_stage(voting(46.0), size, language=language, reduced_motion=True)
    window = QRectF(-1, -1, size[0] + 2, size[1] + 2)
    for name, state in SCENES.items():
        stage.show(state())
        stage.show(state())
        stage.window.grabWindow()
        places = []
        for text in stage.texts():
            said = text.property("text")
            px = text.property("font").pixelSize()
            assert px >= 0.04 * size[1], (name, said, px)
            if text.objectName() not in STRANGERS:
                assert not text.property("truncated"), (name, said)
            where = inked(text)
            if where.width() < 1:
                continue
            assert window.contains(where), (name, said, where)
            # Letters are lower than their line.
            slack = 0.2 * px
            places.append((said, where.adjusted(1, slack, -1, -slack)))
        assert places, name
        for (a, first), (b, second) in combinations(places, 2):
            assert not first.intersects(second), (name, a, b, first, second)
