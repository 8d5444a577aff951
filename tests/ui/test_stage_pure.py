"""The stage's arithmetic: levels, beats, economy, places. No window, a held clock."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from stage_evening import (
    BEAT_FRAMES,
    LOCK_FRAME,
    QUERY,
    answered,
    at_beat,
    bars_query,
    lock,
    revealed,
    voting,
    with_band,
)

from mwk_desktop.show.stage_band import band_places
from mwk_desktop.show.stage_state import LockOutcome
from mwk_desktop.ui.meter_scale import deflection
from mwk_desktop.ui.stage.frame_economy import FrameEconomy
from mwk_desktop.ui.stage.level_envelopes import LevelEnvelopes, deflections
from mwk_desktop.ui.stage.stage_beats import (
    beat_step,
    floor_ticks,
    music_beats,
    reveal_beat,
    winner_beats,
)
from mwk_desktop.ui.stage.stage_motion import StageMotion
from mwk_desktop.ui.stage.stage_query import query_lines, query_properties
from mwk_desktop.units import INSTRUMENTS

# ---- levels ----------------------------------------------------------------------------------


def followed(peaks: Sequence[float], passed_s: float) -> list[list[float]]:
    """One strip's fast, slow and hit for each of some peaks; the other strips are silent."""
    made = LevelEnvelopes()
    shown = []
    for peak in peaks:
        values = made.step(np.array([peak, *([0.0] * 7)]), passed_s)
        assert len(values) == 24
        assert not any(values[i] for i in range(24) if i % 8)
        shown.append([values[0], values[8], values[16]])
    return shown


def test_the_scale_is_the_meters() -> None:
    peaks = np.array([0.0, 0.001, 0.03, 0.1, 0.5, 1.0, 2.0])
    wanted = [deflection(20 * math.log10(peak) if peak else -200.0) for peak in peaks]
    assert deflections(peaks) == pytest.approx(wanted, abs=0.003)


def test_a_level_rises_at_once_and_has_fallen_a_quarter_of_a_second_later() -> None:
    loud = followed([0.0] * 5 + [0.7] * 60 + [0.0] * 30, 1 / 60)
    assert loud[8][0] >= 0.9  # 50 ms after it came
    assert loud[64][0] > 0.9
    assert loud[65 + 15][0] < 0.2 * loud[64][0]
    assert loud[65 + 15][1] > loud[65 + 15][0]  # what is slow hangs behind


@given(st.lists(st.floats(0, 1), min_size=4, max_size=40))
def test_levels_stay_in_their_range(peaks: list[float]) -> None:
    for values in followed(peaks, 0.02):
        assert all(0.0 <= value <= 1.0 for value in values)


@pytest.mark.parametrize("rate_hz", [24, 60, 144])
def test_any_frame_rate_looks_alike(rate_hz: int) -> None:
    """A loop whose level goes up and down for ten seconds."""
    times = np.arange(0, 10, 1 / rate_hz)
    fast = [row[0] for row in followed(0.3 + 0.25 * np.sin(times * 4), 1 / rate_hz)]
    fine = [row[0] for row in followed(0.3 + 0.25 * np.sin(np.arange(0, 10, 0.002) * 4), 0.002)]
    for at_s in (6.0, 7.0, 8.0, 9.0):
        assert fast[int(at_s * rate_hz)] == pytest.approx(fine[int(at_s * 500)], abs=0.12)


def test_no_more_than_three_strokes_a_second() -> None:
    sixteenths = ([0.6] + [0.0] * 6) * 60  # 8.6 a second
    hits = [row[2] for row in followed(sixteenths, 1 / 60)]
    struck = [i for i, hit in enumerate(hits) if hit == 1.0]
    assert len(struck) > 10
    assert min(b - a for a, b in pairwise(struck)) >= 20


def test_a_quiet_and_steady_sound_still_moves() -> None:
    """Heavy bass stays between 0.47 and 0.71 of the scale; a plain meter would be flat."""
    times = np.arange(0, 20, 1 / 60)
    peaks = 0.1 + 0.08 * np.sin(times * 13)
    last = [row[0] for row in followed(peaks, 1 / 60)][600:]
    assert max(last) - min(last) > 0.5


# ---- beats -----------------------------------------------------------------------------------


@given(st.floats(0, 7.99))
@example(0.546875)  # just before the flight
def test_the_reveal_counts_beats_from_the_lock(b: float) -> None:
    assert reveal_beat(lock(), revealed(b), 0.0) == pytest.approx(b, abs=0.001)


def test_there_is_no_reveal_before_or_long_after_or_without_votes() -> None:
    assert reveal_beat(None, revealed(2.0), 0.0) == -1
    assert reveal_beat(lock(), revealed(-0.5), 0.0) == -1
    assert reveal_beat(lock(), revealed(8.1), 0.0) == -1
    nobody = lock(outcome=LockOutcome.STAYS, landing_frame=None)
    assert reveal_beat(nobody, revealed(1.0), 0.0) == -1


@given(st.floats(1.2, 5.0))
def test_a_late_landing_is_still_the_end_of_the_flight(landing: float) -> None:
    late = lock(landing_frame=LOCK_FRAME + round(landing * BEAT_FRAMES))

    def b(since: float) -> float:
        return reveal_beat(late, revealed(since), 0.0)

    assert b(landing) == pytest.approx(1.0, abs=0.001)
    assert b(landing - 0.225) == pytest.approx(0.775, abs=0.001)
    assert b(landing - 0.46) < 0.55
    back = max(landing + 2.0, 4.0 / 0.46875)
    assert b(back - 0.02) > 7.9
    assert b(back + 0.02) == -1
    times = [n / 5 for n in range(round(back * 5))]
    shown = [b(since) for since in times]
    assert shown == sorted(shown)


@pytest.mark.parametrize("outcome", [LockOutcome.HELD, LockOutcome.CANCELLED])
def test_what_does_not_land_is_over_sooner(outcome: LockOutcome) -> None:
    held = lock(outcome=outcome, landing_frame=None)
    assert reveal_beat(held, revealed(2.0), 0.0) == pytest.approx(2.0)
    assert reveal_beat(held, revealed(4.4), 0.0) == pytest.approx(7.9)
    assert reveal_beat(held, revealed(4.6), 0.0) == -1


def test_the_visual_offset_delays_the_reveal() -> None:
    offset_ms = 468.75
    assert reveal_beat(lock(), revealed(2.0), offset_ms) == pytest.approx(1.0, abs=0.001)


@pytest.mark.parametrize("pressed", [40.0, 40.1, 41.9, 43.5])
def test_the_winners_name_comes_on_a_bar_line(pressed: float) -> None:
    key = at_beat(voting(), pressed).transport.frame
    first = math.ceil(pressed)
    for beats in (first - 0.05, first, first + 5.0, first + 30.0):
        transport = at_beat(voting(), beats).transport
        moment = winner_beats(transport, key, music_beats(transport, 0.0), 0.0)
        assert moment.wb == pytest.approx(beats - first if beats >= first else -1, abs=0.001)
        assert 8 <= moment.reveal < 12
        assert (first + moment.reveal) % 4 == 0


@pytest.mark.parametrize(
    ("window_ms", "bpm", "ticks"),
    [(30_000, 128.0, (64, 1.0)), (30_000, 60.0, (30, 1.0)), (120_000, 128.0, (64, 4.0))],
)
def test_the_floor_has_a_tick_a_beat_or_a_bar(
    window_ms: int, bpm: float, ticks: tuple[int, float]
) -> None:
    transport = replace(voting().transport, bpm=bpm)
    assert floor_ticks(window_ms, transport) == ticks


@pytest.mark.parametrize(("bpm", "step"), [(60, 1), (128, 1), (170, 1), (171, 2), (341, 4)])
def test_nothing_on_the_beat_passes_three_a_second(bpm: float, step: int) -> None:
    assert beat_step(bpm) == step
    assert bpm / step / 60 <= 3


# ---- economy ---------------------------------------------------------------------------------


def played(economy: FrameEconomy, begin_s: float, seconds: float, gap_s: float) -> float:
    """Frames for some seconds; a bar is 1.875 s."""
    now_s = begin_s
    while now_s < begin_s + seconds:
        now_s += gap_s
        economy.frame(now_s, gap_s, int(now_s / 1.875))
    return now_s


def test_slow_frames_save_step_by_step_and_fast_ones_come_back() -> None:
    economy = FrameEconomy()
    now_s = played(economy, 0.0, 30.0, 1 / 60)
    assert economy.step == 0
    now_s = played(economy, now_s, 2.5, 1 / 24)
    assert economy.step == 0
    now_s = played(economy, now_s, 6.0, 1 / 24)
    assert 1 <= economy.step <= 2
    now_s = played(economy, now_s, 30.0, 1 / 24)
    assert economy.step == 4
    now_s = played(economy, now_s, 18.0, 1 / 60)
    assert economy.step == 4
    now_s = played(economy, now_s, 10.0, 1 / 60)
    assert economy.step == 3
    played(economy, now_s, 90.0, 1 / 60)
    assert economy.step == 0


@pytest.mark.parametrize(("step", "levels"), [(0, 60), (1, 30), (2, 30), (3, 30), (4, 15)])
def test_economy_takes_levels_but_no_frames(step: int, levels: int) -> None:
    """What is a function of beats is new in each of 60 frames, so a flight keeps its pictures."""
    motion = StageMotion(0.0)
    now_s, beats = 0.0, 0.0
    while motion.frame(at_beat(voting(), beats), now_s) < step:
        now_s, beats = now_s + 1 / 24, beats + 128 / 60 / 24
    made = []
    for frame in range(61):
        loud = [0.1 + 0.4 * ((frame * (3 + place)) % 7) / 7 for place in range(8)]
        snapshot = with_band(at_beat(voting(), beats), INSTRUMENTS, loud)
        assert motion.frame(snapshot, now_s) == step
        motion.step(snapshot, now_s, 0.0, motion.is_due(now_s, many=False))
        made.append(motion.levels)
        now_s, beats = now_s + 1 / 60, beats + 128 / 60 / 60
    pairs = list(pairwise(made))
    assert sum(old[26] != new[26] for old, new in pairs) == 60
    assert sum(old[25] != new[25] for old, new in pairs) == 60
    assert sum(old[:24] != new[:24] for old, new in pairs) == levels
    # The figures move with the levels, not in between.
    assert sum(old[32] != new[32] for old, new in pairs) == levels


def test_a_single_late_frame_changes_nothing() -> None:
    economy = FrameEconomy()
    now_s = 0.0
    for _ in range(40):
        now_s = played(economy, now_s, 1.0, 1 / 60)
        economy.frame(now_s + 0.3, 0.3, int(now_s / 1.875))
        now_s += 0.3
    assert economy.step == 0


# ---- the band --------------------------------------------------------------------------------


def test_who_stays_keeps_the_place_and_newcomers_take_the_leavers() -> None:
    before = ["drum", "pad", "synth", "melody", "lead_bass"]
    after = band_places(before, ["drum", "vocal", "pad", "synth", "heavy_bass"])
    assert after == ["drum", "pad", "synth", "vocal", "heavy_bass"]
    assert band_places(after, ["pad"]) == ["", "pad", "", "", ""]
    assert len(band_places(after, list(INSTRUMENTS))) == 8


@given(st.lists(st.lists(st.sampled_from(INSTRUMENTS), unique=True), min_size=1, max_size=8))
def test_everyone_who_plays_has_one_place(bands: list[list[str]]) -> None:
    places = [""] * 5
    for playing in bands:
        stayed = {name: places.index(name) for name in playing if name in places}
        before = len(places)
        places = band_places(places, playing)
        assert sorted(name for name in places if name) == sorted(playing)
        assert len(places) == max(5, len(playing))
        if len(places) >= before:
            assert all(places.index(name) == place for name, place in stayed.items())


# ---- SQL -------------------------------------------------------------------------------------


def test_a_query_is_broken_before_its_clauses_and_its_key_words_are_marked() -> None:
    lines = query_lines(QUERY + ";  -- a remark\n")
    texts = ["".join(piece["text"] for piece in line) for line in lines]
    assert "\u2026" not in "".join(texts)
    assert texts[0] == "SELECT instrument, count(*) AS votes"
    assert len(texts) <= 4
    assert " ".join(texts) == QUERY
    keys = [piece["text"].strip() for line in lines for piece in line if piece["key"]]
    assert keys[:3] == ["SELECT", "count", "AS"]
    assert "instrument" not in " ".join(keys)


def test_a_long_query_is_cut_and_says_so() -> None:
    lines = query_lines("SELECT " + ", ".join(f"column_number_{i}" for i in range(60)))
    assert len(lines) == 4
    assert lines[-1][-1]["text"].endswith("\u2026")


def test_the_answer_takes_the_shape_that_fits() -> None:
    kinds = {
        "bars": bars_query(),
        "columns": answered(
            ("t", "n"),
            ("TIMESTAMP", "BIGINT"),
            [(f"2018-04-18 20:{i}", "5") for i in range(10, 50)],
        ),
        "lines": answered(
            ("t", "a", "b"),
            ("TIMESTAMP", "BIGINT", "BIGINT"),
            [(f"2018-04-18 20:{i}", "5", "6") for i in range(10, 50)],
        ),
        "table": answered(("name", "text"), ("VARCHAR", "VARCHAR"), [("a", "b")]),
    }
    for kind, workers in kinds.items():
        assert query_properties(workers.query, "en")["queryKind"] == kind
    many = query_properties(bars_query(20).query, "en")
    assert (len(many["queryRows"]), many["queryMore"]) == (8, 12)
    assert query_properties(None, "en")["queryKind"] == ""


@given(st.text(max_size=300))
def test_any_query_fits_four_lines(text: str) -> None:
    assert len(query_lines(text)) <= 4
