"""The visual offset from taps on the beat: the rule, and the page that uses it."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from page_driver import open_page
from PySide6.QtCore import Qt

from mwk_desktop.show.commands import ChangeSetting
from mwk_desktop.ui.pages.tap_offset import FEWEST_TAPS, MOST_MS, TapOffset

__all__ = ["open_page"]


def tapped(late_ms: list[float], bpm: float = 128.0, first_beat: int = 8) -> TapOffset:
    """Taps a beat apart, each so late."""
    taps = TapOffset()
    for place, late in enumerate(late_ms):
        taps.tap(first_beat + place + late * bpm / 60_000.0, bpm)
    return taps


@given(st.integers(0, MOST_MS), st.floats(90.0, 180.0), st.integers(4, 24), st.integers(0, 500))
def test_any_lateness_is_found(late_ms: int, bpm: float, number: int, first_beat: int) -> None:
    found = tapped([float(late_ms)] * number, bpm, first_beat).offset_ms
    assert found == pytest.approx(late_ms, abs=1)


@given(st.integers(20, 280), st.randoms(use_true_random=False))
def test_a_hand_that_is_not_exact_is_understood(late_ms: int, rnd: random.Random) -> None:
    found = tapped([late_ms + rnd.uniform(-40, 40) for _ in range(16)]).offset_ms
    assert found == pytest.approx(late_ms, abs=40)


def test_early_taps_ask_for_no_offset_and_too_few_for_nothing() -> None:
    assert tapped([-25.0] * 8).offset_ms == 0
    assert tapped([120.0] * (FEWEST_TAPS - 1)).offset_ms is None


def test_taps_that_do_not_agree_ask_for_nothing() -> None:
    assert tapped([0.0, 230.0] * 4).offset_ms is None
    assert tapped([0.0, 117.0, 234.0, 351.0] * 4).offset_ms is None


def test_after_a_pause_or_at_another_tempo_a_new_attempt_begins() -> None:
    taps = tapped([250.0] * 8)
    taps.tap(100.0, 128.0)
    assert taps.taps == 1
    taps.tap(101.0, 120.0)
    assert taps.taps == 1


def test_tapping_on_the_page_sets_the_offset(open_page: Any) -> None:
    """By mouse the press counts, not the release; by keyboard Enter does."""
    page = open_page("checks")
    page.sent()
    button = page.find("offsetTap")
    transport = page.ui.show.snapshot().transport
    for beat in range(8):
        later = replace(transport, bar=20 + beat // 4, beat=1 + beat % 4, beat_phase=0.256)
        page.ui.show.change(transport=replace(later, running=True))
        page.settle()
        if beat % 2:
            page.click("offsetTap")
        else:
            button.forceActiveFocus()
            page.press(Qt.Key.Key_Return)
    assert "120 ms" in page.find("offsetText").property("text")
    page.click("offsetUse")
    assert page.sent() == [ChangeSetting("audio.visual_offset_ms", "120")]
