"""The report's plots: scales, places of names, lines of the timeline, and what is escaped."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.analysis.report.markup import Wording, table
from mwk_desktop.analysis.report.report_facts import PlayedClip, ReportFacts
from mwk_desktop.analysis.report.scenes_plot import (
    MOST_LINES,
    scene_changes,
    scenes_plot,
    score_lines,
    time_axis,
)
from mwk_desktop.analysis.report.svg_plots import (
    LEFT,
    WIDTH,
    TimeAxis,
    curve,
    nice_ticks,
    race_of_lines,
    spread_out,
    stacked_bars,
)
from mwk_desktop.messages import message

HOURS_MS = 3_600_000


def facts_of(played: tuple[PlayedClip, ...], length_ms: int) -> ReportFacts:
    names = {"drum": message("Drum"), "pad": message("Pad")}
    return ReportFacts(
        file_name="x.jsonl",
        anonymous=False,
        length_ms=length_ms,
        music_name="set",
        beats_per_minute=128.0,
        window_ms=30_000,
        seed=0,
        instrument_names=names,
        summary={},
        windows=(),
        leaders=(),
        race=(),
        sources=(),
        played=played,
        silences=(),
        overrides=(),
        health=(),
        engine_starts=0,
        wall_at=((0, 0),),
    )


@given(highest=st.floats(0.0, 1e9))
def test_a_scale_is_round_and_reaches_the_top(highest: float) -> None:
    ticks = nice_ticks(highest)
    assert ticks[0] == 0.0
    assert ticks[-1] >= highest * 0.999
    assert 2 <= len(ticks) <= 7
    assert all(a < b for a, b in pairwise(ticks))


@given(wanted=st.lists(st.floats(12.0, 314.0), min_size=1, max_size=10).map(sorted))
def test_names_keep_their_order_and_their_distance(wanted: list[float]) -> None:
    places = spread_out(wanted, 17.0, 314.0)
    assert all(b - a >= 17.0 - 1e-6 for a, b in pairwise(places))
    assert places[-1] <= 314.0 + 1e-6


@given(length_ms=st.integers(1, 100 * HOURS_MS))
def test_the_lines_of_the_timeline_hold_the_whole_show(length_ms: int) -> None:
    lines = score_lines(length_ms)
    assert lines[0][0] == 0
    assert lines[-1][1] >= length_ms
    assert all(a[1] == b[0] for a, b in pairwise(lines))
    assert len(lines) <= max(MOST_LINES, 100 // 8 + 1)


@given(
    begin=st.integers(0, 10 * HOURS_MS),
    length=st.integers(1, 20 * HOURS_MS),
    right=st.sampled_from([WIDTH, WIDTH - 190]),
)
def test_time_marks_are_inside_and_not_too_close(begin: int, length: int, right: float) -> None:
    axis = TimeAxis(begin, begin + length, str, right)
    root = ET.fromstring(f"<g>{axis.marks(100.0)}</g>")
    places = [float(text.get("x", "")) for text in root.iter("text")]
    assert all(LEFT - 0.1 <= x <= right + 0.1 for x in places)
    assert all(b - a >= 60 for a, b in pairwise(places))


clips = st.builds(
    lambda instrument, begin, length, heard: PlayedClip(
        instrument,
        f"{instrument}/{instrument}1.flac",
        "A <b>title</b>",
        begin,
        begin + length,
        heard,
    ),
    st.sampled_from(["drum", "pad"]),
    st.integers(0, 500_000),
    st.integers(20, 60_000),
    st.booleans(),
)


@given(played=st.lists(clips, max_size=20))
def test_the_timeline_is_well_formed_and_inside(played: list[PlayedClip]) -> None:
    facts = facts_of(tuple(played), 600_000)
    root = ET.fromstring(f"<g>{scenes_plot(facts, Wording('en'), plays=True)}</g>")
    for rect in root.iter("rect"):
        x, width = float(rect.get("x", "")), float(rect.get("width", ""))
        assert x >= LEFT - 0.1
        assert x + width <= WIDTH + 0.1
    drawn = sum(len(list(svg.iter("rect"))) for svg in root.iter("svg"))
    assert bool(drawn) == bool(played)


@given(played=st.lists(clips, max_size=12))
def test_at_any_moment_the_table_names_what_sounds(played: list[PlayedClip]) -> None:
    facts = facts_of(tuple(played), 600_000)
    for begin, end, heard in scene_changes(facts):
        middle = (begin + end) / 2
        expected = [c for c in played if c.heard and c.begin_ms <= middle < c.end_ms]
        assert sorted(c.begin_ms for c in heard) == sorted(c.begin_ms for c in expected)


def test_a_stack_is_as_high_as_its_votes() -> None:
    axis = TimeAxis(0, 60_000, str)
    bars = [(0, 30_000, {"drum": 30, "pad": 10}, "told"), (30_000, 60_000, {"pad": 20}, "")]
    root = ET.fromstring(stacked_bars(axis, bars, ["pad", "drum"], "label", str))
    paths = {
        p.get("class"): p.get("d", "") for p in root.iter("path") if "i-" in p.get("class", "")
    }
    assert list(paths) == ["i i-pad", "i i-drum"]
    tops = [float(part.split("h")[0]) for part in paths["i i-pad"].split("V")[1:]]
    bottom = 254.0
    assert (bottom - tops[1]) / (bottom - tops[0]) == 2.0
    assert root.get("aria-label") == "label"


def test_a_curve_has_gaps_where_nothing_was_measured() -> None:
    axis = TimeAxis(0, 60_000, str)
    points = [(0, 1.0), (10_000, 2.0), (20_000, None), (30_000, 3.0)]
    root = ET.fromstring(curve(axis, points, [0.0, 5.0], "label", str))
    assert len([p for p in root.iter("path") if p.get("class") == "curve"]) == 2


def test_hostile_names_stay_text() -> None:
    words = Wording("en")
    evil = '"><script>alert(1)</script>\u202e\n'
    axis = TimeAxis(0, 60_000, str)
    plot = race_of_lines(axis, [30_000], [(words.text(evil), [3])], words.text(evil), str)
    assert "<script" not in plot
    assert "\u202e" not in plot
    ET.fromstring(plot)
    assert "<script" not in table("c", ("h",), [(words.name(evil),)])


def test_a_sentence_keeps_its_own_isolates_and_nothing_else_that_turns_it() -> None:
    said = message("clip {title}", title="\u202ea<b")
    assert Wording("ar").say(said) == "\u0627\u0644\u0645\u0642\u0637\u0639 \u2068 a&lt;b\u2069"
    assert Wording("ar").text("\u2066a\u2069") == " a "


def test_figures_in_the_language() -> None:
    assert Wording("en").number(-1234.5, 1) == "\N{MINUS SIGN}1,234.5"
    assert Wording("fr").number(1234.5, 1) == "1\N{NARROW NO-BREAK SPACE}234,5"


@given(length_ms=st.integers(5_000, 20 * HOURS_MS))
def test_no_two_marks_of_an_axis_say_the_same(length_ms: int) -> None:
    axis = time_axis(facts_of((), length_ms), Wording("en"), 0, length_ms)
    said = [text.text for text in ET.fromstring(f"<g>{axis.marks(0.0)}</g>").iter("text")]
    assert len(set(said)) == len(said)
