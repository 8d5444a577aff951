"""The band, the floor, the race, the last seconds: what the audience sees while it votes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from held_stage import Pixels, crop, inked, rect
from PySide6.QtCore import QRectF
from stage_evening import AFTER, BAND, BEAT_MS, voting, with_band
from stage_states import served

from mwk_desktop.show.snapshot import ChartRow, Snapshot
from mwk_desktop.ui.number_text import countdown
from mwk_desktop.units import INSTRUMENTS


def luminance(pixels: Pixels) -> Any:
    """Relative luminance of pixels (WCAG 2.2)."""
    parts = pixels.astype(float) / 255
    linear = np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)
    return linear @ np.array([0.2126, 0.7152, 0.0722])


# ---- the band --------------------------------------------------------------------------------


@pytest.mark.parametrize("band", [INSTRUMENTS[:5], INSTRUMENTS[3:]], ids=["first", "last"])
def test_names_stand_out_from_the_tide_at_any_level(
    held_stage: Callable[..., Any], band: tuple[str, ...]
) -> None:
    stage = held_stage(with_band(voting(10.0), band))
    for level in (0.0, 0.2, 0.5, 1.0):
        stage.rest(with_band(voting(10.0), band, level), 1.5)
        names = stage.items("playerName")
        assert len(names) == 5
        for name in names:
            name.setVisible(False)
        ground = stage.grab()
        for name in names:
            name.setVisible(True)
            behind = luminance(crop(ground, inked(name)))
            text = luminance(np.array([[[0xF2, 0xF4, 0xF7]]], np.uint8))[0, 0]
            assert (text + 0.05) / (behind.max() + 0.05) >= 7.0, (name.property("text"), level)


@pytest.mark.parametrize("player", INSTRUMENTS)
def test_a_level_fills_its_own_panel_and_no_other(
    held_stage: Callable[..., Any], player: str
) -> None:
    band = BAND if player in BAND else INSTRUMENTS[3:] if player in INSTRUMENTS[3:] else AFTER

    def loud(level: float) -> Snapshot:
        return with_band(voting(10.0), band, [level * (name == player) for name in INSTRUMENTS])

    stage = held_stage(loud(0.0))
    stage.rest(loud(0.0))

    def tide(name: str) -> float:
        panel = stage.item(f"player_{name}")
        return 1.0 - stage.item("lid", panel).height() / panel.height()

    others = [name for name in band if name != player]
    before = {name: crop(stage.grab(), rect(stage.item(f"player_{name}"))) for name in others}
    assert tide(player) == 0.0
    for _ in range(3):  # 50 ms
        stage.show(loud(1.0), 1 / 60)
    top = tide(player)
    assert top >= 0.85  # the panel's top edge stays free
    after = {name: crop(stage.grab(), rect(stage.item(f"player_{name}"))) for name in others}
    assert all(np.array_equal(before[name], after[name]) for name in others)
    stage.rest(loud(1.0))
    full = tide(player)
    assert top >= 0.9 * full
    for _ in range(15):  # 250 ms
        stage.show(loud(0.0), 1 / 60)
    # The level's own part: as long as anything sounds the tide stands 30 of 252 high.
    rest = 30 / 252
    assert tide(player) - rest < 0.2 * (full - rest)
    assert all(tide(name) == 0.0 for name in others)


def test_a_muted_player_stands_still(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(voting(10.0))

    def frame(beats: float, level: float) -> Snapshot:
        playing = with_band(voting(beats), BAND, level)
        strips = tuple(
            replace(s, audible=s.instrument != "lead_bass", mute=s.instrument == "lead_bass")
            for s in playing.strips
        )
        return replace(playing, strips=strips)

    stage.rest(frame(10.0, 0.4))
    panels = {name: rect(stage.item(f"player_{name}")) for name in BAND}
    first = stage.grab()
    for step in range(6):
        stage.show(frame(10.1 + step / 4, 0.2 + 0.1 * step))
    second = stage.grab()
    for name, where in panels.items():
        changed = np.abs(crop(first, where).astype(int) - crop(second, where)).max(axis=2) > 8
        assert changed.mean() == 0 if name == "lead_bass" else changed.mean() > 0.02, name


@pytest.mark.parametrize("name", INSTRUMENTS)
def test_every_player_has_a_figure_that_follows_the_level(
    held_stage: Callable[..., Any], name: str
) -> None:
    stage = held_stage(with_band(voting(10.0), (name,), 0.0), (1280, 720))
    stage.rest(with_band(voting(10.0), (name,), 0.0), 1.0)
    where = rect(stage.item("figure"))
    low = crop(stage.grab(), where)
    stage.rest(with_band(voting(10.0), (name,), 1.0), 1.0)
    high = crop(stage.grab(), where)
    assert (np.abs(low.astype(int) - high).max(axis=2) > 8).mean() > 0.1


def test_more_than_five_players_share_the_width(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(with_band(voting(10.0), INSTRUMENTS))
    panels = [rect(stage.item(f"player_{name}")) for name in INSTRUMENTS]
    assert len({round(panel.width()) for panel in panels}) == 1
    panels.sort(key=lambda panel: panel.left())
    assert all(a.right() < b.left() for a, b in pairwise(panels))
    assert not stage.items("playerName")  # the race names them
    assert panels[-1].right() <= 1920 - 64 + 1


# ---- the floor -------------------------------------------------------------------------------


@pytest.mark.parametrize("offset_ms", [0, 180])
@pytest.mark.parametrize("rate_hz", [24, pytest.param(60, marks=pytest.mark.soak)])
def test_the_playhead_is_highest_on_the_beat(
    held_stage: Callable[..., Any], rate_hz: int, offset_ms: int
) -> None:
    stage = held_stage(voting(8.0), (1280, 720))
    stage.view.visual_offset_ms = offset_ms
    heights: list[tuple[float, float]] = []
    step = 1000 / rate_hz / BEAT_MS
    beats = 8.3
    while beats < 12.5:
        # What is heard now left the transport a little earlier.
        stage.show(voting(beats + offset_ms / BEAT_MS), 1 / rate_hz)
        heights.append((beats, stage.item("playhead").height()))
        beats += step
    stage.view.visual_offset_ms = 0
    for beat in (9, 10, 11, 12):
        around = [(height, at) for at, height in heights if beat - 0.5 <= at < beat + 0.5]
        assert beat <= max(around)[1] < beat + step


def test_the_trail_has_the_colours_of_who_led(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(voting(0.0), (1280, 720))
    chart = voting().chart
    risen = (ChartRow("pad", 99), *(row for row in chart if row.instrument != "pad"))
    for beat in range(8):
        stage.show(replace(voting(beat + 0.2), chart=risen if beat >= 4 else chart))
    assert stage.view.trail == ["drum"] * 4 + ["pad"] * 4
    late = held_stage(voting(6.2), (1280, 720))
    assert late.view.trail == [""] * 6 + ["drum"]


# ---- the race --------------------------------------------------------------------------------


def test_all_eight_stand_in_rank_order_with_a_line_after_the_fifth(
    held_stage: Callable[..., Any],
) -> None:
    stage = held_stage(voting(10.0))
    stage.rest(voting(10.0), 0.2)
    rows = [rect(stage.item(f"race_{row.instrument}")) for row in voting().chart]
    line = rect(stage.item("cutLine"))
    assert all(a.bottom() <= b.top() + 1 for a, b in pairwise(rows))
    assert rows[4].bottom() <= line.top() <= line.bottom() <= rows[5].top()
    # Dashed while it can be passed, solid when the time runs out.
    assert stage.item("dashes", stage.item("cutLine"))
    bars = [stage.item("bar", stage.item(f"race_{row.instrument}")) for row in voting().chart]
    assert len({round(rect(bar).left()) for bar in bars}) == 1
    widths = [bar.width() for bar in bars]
    assert widths == sorted(widths, reverse=True)


def test_a_short_bar_below_the_line_has_corners_as_a_bar_has(
    held_stage: Callable[..., Any],
) -> None:
    """A hollow one that is all corners would be read as a letter or a zero."""
    chart = tuple(ChartRow(name, 900 // 3**n) for n, name in enumerate(INSTRUMENTS))
    stage = held_stage(replace(voting(10.0), chart=chart))
    stage.rest(replace(voting(10.2), chart=chart), 1.0)
    rows = [stage.item(f"race_{row.instrument}") for row in chart if row.votes]
    behind_the_edge = stage.item("bar", rows[0]).property("radius")
    for row in rows:
        bar = stage.item("bar", row)
        seen = bar.width() - behind_the_edge
        assert seen >= 8 * bar.property("radius") > 0
    assert stage.item("bar", rows[-1]).height() < stage.item("bar", rows[0]).height(), "hollow"


def test_rows_pass_each_other_and_arrive(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(voting(10.0))
    chart = voting().chart
    risen = (ChartRow("line_bass", 99), *chart[:7])
    stage.show(replace(voting(10.5), chart=risen))
    stage.rest(replace(voting(10.6), chart=risen), 0.1)
    rows = [rect(stage.item(f"race_{row.instrument}")).top() for row in risen]
    assert rows == sorted(rows)
    assert stage.view.rows[INSTRUMENTS.index("line_bass")]["moved"] == 1
    assert stage.view.rows[INSTRUMENTS.index("drum")]["moved"] == -1
    stage.show(replace(voting(19.0), chart=risen))
    assert stage.view.rows[INSTRUMENTS.index("line_bass")]["moved"] == 0


@pytest.mark.parametrize("left_s", [5, 4, 3, 2, 1])
def test_the_last_seconds_are_one_numeral(held_stage: Callable[..., Any], left_s: int) -> None:
    stage = held_stage(voting(46.0))
    assert not stage.has("numeral")
    beats = 63 - left_s * 1000 / BEAT_MS + 0.2
    snapshot = voting(beats)
    stage.rest(snapshot, 0.1)
    numeral = stage.item("numeral")
    assert numeral.property("font").pixelSize() >= 0.35 * 1080
    assert countdown(snapshot.window.remaining_ms) == f"0:0{numeral.property('text')}"
    assert not stage.has("peoplePage")
    assert inked(numeral).bottom() <= rect(stage.item("howToVote")).top() + 40
    assert stage.item("cutLine").height() >= 6
    assert not stage.items("dashes")


@pytest.mark.parametrize(("sixth", "word"), [(10, "2 short"), (12, "level"), (11, "1 short")])
def test_the_first_below_the_line_says_what_it_lacks(
    held_stage: Callable[..., Any], sixth: int, word: str
) -> None:
    chart = tuple(
        replace(row, votes=sixth) if row.instrument == "melody" else row for row in voting().chart
    )
    stage = held_stage(voting(30.0, chart=chart))
    assert not stage.items("shortText")
    stage.rest(voting(58.0, chart=chart), 0.1)
    (text,) = stage.items("shortText")
    assert text.property("text") == word
    assert rect(stage.item("race_melody")).contains(inked(text))


def test_a_held_scene_has_no_lock(held_stage: Callable[..., Any]) -> None:
    stage = held_stage(voting(60.0, hold=True))
    assert {"held", "this scene", "stays"} <= set(stage.words())
    assert not stage.has("numeral")
    assert not stage.view.lockTick


# ---- silence ---------------------------------------------------------------------------------


def test_silence_rests_and_counts_on(held_stage: Callable[..., Any]) -> None:
    silent = with_band(voting(40.0, panic="silent"), BAND, 0.0)
    stage = held_stage(silent)
    stage.rest(silent, 1.0)
    assert {"Shh.", "Back in a moment.", "Your votes count.", "34"} <= set(stage.words())
    stage.rest(silent, 3.0)
    band = rect(stage.item("band"))
    first = crop(stage.grab(), band)
    # Two seconds of the transport, which goes on: clock, floor and race move, the band does not.
    for frame in range(0, 120, 7):
        beats = 40.0 + frame / 60 * 1000 / BEAT_MS
        stage.show(with_band(voting(beats, panic="silent"), BAND, 0.0), 7 / 60)
        assert np.array_equal(first, crop(stage.grab(), band)), beats


# ---- nothing seen yet ------------------------------------------------------------------------


def test_before_the_first_vote_names_stand_without_a_zero(held_stage: Callable[..., Any]) -> None:
    none = tuple(ChartRow(name, 0) for name in INSTRUMENTS)
    stage = held_stage(voting(10.0, chart=none, leaders=(), feed=(), workers=served()))
    stage.rest(voting(10.0, chart=none, leaders=(), feed=(), workers=served()), 0.1)
    words = stage.words()
    assert {"Drum", "Vocal", "No vote yet:", "this scene stays."} <= set(words)
    assert "0" not in words
    assert not stage.items("bar")
    assert isinstance(rect(stage.item("race_drum")), QRectF)
