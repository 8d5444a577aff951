"""What needs no window: safe text, words, scales, keys, rows, and the rules of the QML files."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from fake_show import OUTPUTS, demo, empty, evening, trouble
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.show.snapshot import ChartRow, FeedItem, OutputList
from mwk_desktop.ui import keys, words
from mwk_desktop.ui.assets import ICON_DIR, QML_DIR, font_paths
from mwk_desktop.ui.console.feed import FeedModel
from mwk_desktop.ui.console.outputs import chosen_row, output_rows
from mwk_desktop.ui.console.problems import Banners
from mwk_desktop.ui.console.strip_facts import short_stem, strip_facts
from mwk_desktop.ui.console.top_facts import top_facts
from mwk_desktop.ui.display import can_open_windows, prepare_graphics
from mwk_desktop.ui.musical import seen_beat
from mwk_desktop.ui.people import Leaders, Votes
from mwk_desktop.ui.safe_text import clean, initial, safe, tint
from mwk_desktop.ui.scales import (
    Ballistics,
    deflection,
    fader_gain,
    fader_position,
    stepped_gain,
)
from mwk_desktop.ui.stage.messages import StageMessages
from mwk_desktop.ui.stage.view import StageView
from mwk_desktop.units import INSTRUMENTS, db_to_gain

# ---- safe text ------------------------------------------------------------------------------


@given(st.text(), st.integers(1, 60))
def test_safe_text_is_bounded_and_has_no_way_to_turn_or_break_a_line(text: str, limit: int) -> None:
    plain = clean(text, limit)
    assert len(plain) <= limit
    assert plain == plain.strip()
    for char in plain:
        assert unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp", "Me", "Co", "Cn")
        assert unicodedata.category(char) != "Cf" or char in "\u200c\u200d"
    marks = [unicodedata.category(c) == "Mn" for c in plain]
    assert not any(all(marks[i : i + 4]) for i in range(len(marks) - 3))
    assert clean(plain, limit) in (plain, plain.rstrip("\u200c\u200d"))


def test_safe_text_keeps_what_languages_need() -> None:
    for text in (
        "\u0644\u06cc\u0644\u06cc \u062d\u062f\u0627\u062f",
        "\u5c0f\u6797\u5065\u4e8c",
        "Nguy\u1ec5n",
        "\u05e9\u05c1\u05bc\u05b8\u05dc\u05d5\u05b9\u05dd",
        "\U0001f469\u200d\U0001f4bb #mwk",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        'it\u2019s 5 < 6 && "x"',
    ):
        assert unicodedata.normalize("NFC", clean(text)) == unicodedata.normalize("NFC", text)


def test_safe_text_isolates_and_counts_anything_else_as_empty() -> None:
    assert safe("ana") == "\u2068ana\u2069"
    for nothing in ("", "   ", "\u202e\u200b", None, 7, b"x"):
        assert safe(nothing) == ""


def test_a_hundred_kilobytes_cost_no_more_than_a_line() -> None:
    assert len(clean("W" * 10_000_000, 48)) == 48
    assert len(clean("z" + "\u0301" * 1_000_000, 48)) <= 5


def test_initials_and_colours_are_stable() -> None:
    assert initial("monty") == "M"
    assert initial("_zoe") == "Z"
    assert initial("\u5c0f\u6797") == "\u5c0f"
    assert initial("") == "?"
    assert {tint(f"user{i}", 6) for i in range(100)} == set(range(6))
    assert tint("monty", 6) == tint("monty", 6)


# ---- words ----------------------------------------------------------------------------------


def test_decibels() -> None:
    shown = {-3.5: "\u22123.5", 0.0: "0.0", 1.5: "+1.5", -60.0: "\u221260.0", -0.04: "0.0"}
    for db, text in shown.items():
        assert words.signed_db(db_to_gain(db)) == text
    assert words.signed_db(0.0) == "\u2212\u221e"


def test_times_and_counts() -> None:
    assert [words.countdown(ms) for ms in (29_999, 2_900, 1, 0, -5)] == [
        "0:30",
        "0:03",
        "0:01",
        "0:00",
        "0:00",
    ]
    assert words.elapsed(112_900) == "1:52"
    assert words.long_time(751_000) == "00:12:31"
    assert words.count(1203) == "1,203"
    assert words.count(1203, "fr") == "1\u202f203"
    assert words.count(1_234_567) == "1.2 M"
    assert words.count(1_234_567, "fr") == "1,2 M"
    assert words.count(123_456) == "123 k"
    assert [words.age(ms) for ms in (2_500, 120_000, 7_200_000)] == ["2 s", "2 min", "2 h"]
    assert words.rate(0.4) == "0.4"
    assert words.rate(12.4) == "12"


# ---- scales ---------------------------------------------------------------------------------


def test_fader_points_of_the_style() -> None:
    points = {6: 1.0, 0: 0.8, -6: 0.65, -12: 0.5, -24: 0.28, -36: 0.15, -60: 0.03}
    for db, place in points.items():
        assert fader_position(db_to_gain(db)) == pytest.approx(place)
    assert fader_position(0.0) == 0.0
    assert fader_gain(0.0) == 0.0


@given(st.floats(0.0, 1.0))
def test_fader_and_back(place: float) -> None:
    assert fader_position(fader_gain(place)) == pytest.approx(place, abs=1e-6)


def test_fader_steps() -> None:
    assert stepped_gain(1.0, 0.5) == pytest.approx(db_to_gain(0.5))
    assert stepped_gain(db_to_gain(-3.46), -0.5) == pytest.approx(db_to_gain(-4.0))
    assert stepped_gain(db_to_gain(6), 3) == pytest.approx(db_to_gain(6))
    assert stepped_gain(db_to_gain(-60), -0.5) == 0.0
    assert stepped_gain(0.0, -0.5) == 0.0
    assert stepped_gain(0.0, 0.5) == pytest.approx(db_to_gain(-60))


def test_meter_points_of_the_style() -> None:
    points = {0: 1.0, -6: 0.85, -12: 0.7, -18: 0.55, -20: 0.5, -30: 0.3, -40: 0.15, -50: 0.075}
    for db, share in points.items():
        assert deflection(db) == pytest.approx(share)
    assert deflection(3.0) == 1.0
    assert deflection(-200.0) == 0.0


def test_meters_rise_at_once_fall_slowly_and_hold() -> None:
    meter = Ballistics(1)
    level, hold = meter.step([db_to_gain(-6.0)], 0.016)
    assert (level, hold) == (pytest.approx(0.85), pytest.approx(0.85))
    level, hold = meter.step([0.0], 0.85)
    assert level == pytest.approx(deflection(-16.0), abs=1e-3)
    assert hold == pytest.approx(0.85)
    level, hold = meter.step([0.0], 0.85)
    assert level == pytest.approx(deflection(-26.0), abs=1e-3)
    assert hold < 0.85
    for _ in range(20):
        level, hold = meter.step([0.0], 1.0)
    assert (level, hold) == (0.0, 0.0)


# ---- transport ------------------------------------------------------------------------------


def test_the_eye_waits_for_late_sound() -> None:
    transport = evening().transport
    now = seen_beat(transport, 0)
    assert (now.bar, now.beat) == (17, 2)
    # 1.3 beats into the bar, 468.75 ms a beat: 300 ms ago it was 0.66 beats into it.
    late = seen_beat(transport, 300)
    assert (late.bar, late.beat) == (17, 1)
    assert seen_beat(transport, 700).bar == 16
    assert now.beat_ms == 469


def test_nothing_pulses_faster_than_three_times_a_second() -> None:
    transport = evening().transport
    for bpm in range(60, 241):
        beat_ms = seen_beat(replace(transport, bpm=float(bpm)), 0).beat_ms
        assert 1000 / beat_ms <= 3.0
    fast = replace(transport, bpm=200.0)
    pulses = [seen_beat(replace(fast, beat=beat), 0).pulse for beat in (1, 2, 3, 4)]
    assert len(set(pulses)) == 2


# ---- keys -----------------------------------------------------------------------------------


def test_key_table() -> None:
    assert keys.act_of(ord("1"), 10, 0, "xcb") == keys.Act("mode", 0)
    assert keys.act_of(0xC9, 11, 0, "xcb") == keys.Act("mode", 1)
    assert keys.act_of(0xC9, 0, 0, "cocoa") == keys.Act("mode", 1)
    assert keys.act_of(ord("3"), 12, keys.SHIFT, "wayland") == keys.Act("solo", 2)
    assert keys.act_of(ord("#"), 4, keys.SHIFT, "windows") == keys.Act("solo", 2)
    assert keys.act_of(ord("9"), 18, 0, "xcb") is None
    assert keys.act_of(ord("F"), 41, keys.SHIFT, "xcb") is None
    assert keys.act_of(ord("Z"), 52, keys.CTRL, "xcb") == keys.Act("undo")
    assert keys.act_of(ord("1"), 10, keys.ALT, "xcb") is None
    assert keys.act_of(ord("("), 60, 0, "xcb") is None


# ---- rows -----------------------------------------------------------------------------------


def test_strip_facts_of_the_evening() -> None:
    facts = [strip_facts(evening(), place) for place in range(8)]
    by_name = {fact["instrument"]: fact for fact in facts}
    assert by_name["drum"]["nowKind"] == "sounding"
    assert (by_name["drum"]["nextMark"], by_name["drum"]["nextText"]) == ("swap", "drum1")
    assert by_name["heavy_bass"]["nextMark"] == "plus"
    assert by_name["lead_bass"]["badge"] == "solid"
    assert by_name["lead_bass"]["nextKind"] == "stay"
    assert by_name["line_bass"]["nowKind"] == "off"
    assert by_name["melody"]["nowKind"] == "muted"
    assert (by_name["melody"]["nextKind"], by_name["melody"]["nextText"]) == ("stop", "bar 19")
    assert by_name["vocal"]["badge"] == "dashed"
    assert (by_name["vocal"]["nextKind"], by_name["vocal"]["nextText"]) == ("hand", "bar 18")
    assert by_name["vocal"]["clipText"] == "v4"
    solo = replace(evening().strips[5], solo=True)
    strips = list(evening().strips)
    strips[5] = solo
    strips[6] = replace(strips[6], silenced_by_solo=True, audible=False)
    assert strip_facts(evening(strips=tuple(strips)), 6)["nowText"] == "solo: pad"


def test_long_file_names_are_short_in_a_slot() -> None:
    clip = evening().strips[1].next
    assert clip is not None
    assert short_stem(replace(clip, name="heavy_bass/heavy_bass5.flac")) == "heavy5"
    assert short_stem(replace(clip, name="heavy_bass/rumble.wav")) == "rumble"


def test_top_facts_of_states() -> None:
    live = top_facts(evening(), 0, "en")
    assert (live["pill"], live["lagText"], live["sourceName"]) == ("live", "0", "twitter_json")
    assert (live["lockBarText"], live["landingText"]) == ("18.4", "bar 19")
    assert top_facts(demo(), 0, "en")["brokerMark"] == "off"
    lost = top_facts(trouble(), 0, "en")
    assert (lost["pill"], lost["brokerMark"], lost["soundMark"]) == ("lost", "bad", "bad")
    assert (lost["comingKind"], lost["nextText"]) == ("held", "held")
    silent = replace(evening().engine, state="silent")
    assert top_facts(evening(engine=silent), 0, "en")["soundMark"] == "off"
    assert not top_facts(evening(engine=silent), 0, "en")["outputBad"]
    lost_device = replace(silent, device_missing=True, detail="the device is gone")
    assert top_facts(evening(engine=lost_device), 0, "en")["outputBad"]
    assert top_facts(empty(), 0, "en")["comingKind"] == "none"
    recorded = top_facts(evening(master_recorded_ms=751_000), 0, "en")
    assert (recorded["recordText"], recorded["recordingText"]) == ("12:31", "recording 00:12:31")
    assert (live["recordText"], live["recordingText"]) == ("", "not recording")


def test_a_missing_device_is_told_even_while_the_broker_is_lost() -> None:
    banners = Banners()
    first, second, third = banners.of(trouble())
    assert first["head"].startswith("Broker lost")
    assert first["ask"] == "connect"
    assert second["head"].startswith("Sound device missing: no sound since ")
    assert second["ask"] == "outputs"
    assert "Scarlett 2i2 is gone" in second["rest"]
    assert third["head"].startswith("Late votes")
    assert banners.of(evening()) == []


def test_rows_of_the_outputs() -> None:
    rows = output_rows(evening(outputs=OUTPUTS))
    kinds = [row["kind"] for row in rows]
    assert kinds == ["output", "output", "output", "silence", "refresh"]
    assert rows[0]["name"] == "Focusrite Scarlett 2i2, ALSA"
    assert rows[0]["detail"] == "ALSA \u00b7 48 kHz"
    assert rows[1]["detail"] == "ALSA \u00b7 default \u00b7 44.1 kHz \u00b7 the show is at 48 kHz"
    assert chosen_row(evening(outputs=OUTPUTS)) == 0
    engine = replace(evening().engine, state="silent", device="null")
    assert chosen_row(evening(outputs=OUTPUTS, engine=engine)) == 3
    engine = replace(engine, device_missing=True)
    assert chosen_row(evening(outputs=OUTPUTS, engine=engine)) == -1
    looking = OutputList(problem="no sound card", looking=True)
    silence, refresh = output_rows(evening(outputs=looking))
    assert silence["name"] == "null"
    assert (refresh["title"], refresh["detail"]) == ("Looking for outputs\u2026", "no sound card")


def test_votes_know_their_rank_and_who_overtook() -> None:
    votes = Votes(INSTRUMENTS)
    votes.tell(evening())
    by_name = {row.instrument: row for row in votes.rows}
    assert [by_name[n].rank for n in ("drum", "pad", "vocal")] == [0, 1, 2]
    assert all(row.moved == 0 for row in votes.rows)
    chart = list(evening().chart)
    chart[0], chart[1] = ChartRow("pad", 40), ChartRow("drum", 34)
    later = evening(chart=tuple(chart), t_ms=evening().t_ms + 100)
    votes.tell(later)
    assert (by_name["pad"].rank, by_name["pad"].moved) == (0, 1)
    assert (by_name["drum"].rank, by_name["drum"].moved) == (1, -1)
    votes.tell(replace(later, t_ms=later.t_ms + 6_000))
    assert by_name["pad"].moved == 0


def test_leaders_beyond_the_end_are_absent() -> None:
    leaders = Leaders(10)
    leaders.tell(evening(leaders=evening().leaders[:3]))
    assert [row.present for row in leaders.rows] == [True] * 3 + [False] * 7
    assert leaders.rows[0].name == "\u2068monty\u2069"


def _item(serial: int, t_ms: int = 0, text: str = "drum") -> FeedItem:
    return FeedItem(serial, f"user{serial}", "", "", text, "drum", t_ms)


def test_the_feed_inserts_only_what_is_new() -> None:
    model = FeedModel()
    inserted: list[tuple[int, int]] = []
    resets: list[int] = []
    model.rowsInserted.connect(lambda _, first, last: inserted.append((first, last)))
    model.modelReset.connect(lambda: resets.append(1))
    model.tell(tuple(_item(n) for n in (1, 2, 3)), 1_000)
    assert len(inserted) == 3
    model.tell(tuple(_item(n) for n in (2, 3, 4)), 2_000)
    assert len(inserted) == 4
    assert inserted[-1] == (0, 0)
    assert model.rowCount() == 3
    assert not resets
    names = [model.data(model.index(row, 0), 257) for row in range(3)]
    assert names == [f"\u2068@user{n}\u2069" for n in (4, 3, 2)]


def test_a_flood_changes_the_feed_ten_times_a_second() -> None:
    model = FeedModel()
    changes: list[int] = []
    model.rowsInserted.connect(lambda *_: changes.append(1))
    for tick in range(60):
        model.tell(tuple(_item(tick * 1000 + n) for n in range(50)), 10_000 + tick * 16)
    assert len(changes) <= 11 * 16
    assert model.rowCount() == 16


def test_stage_messages_come_one_at_a_time_and_leave() -> None:
    model = StageMessages(4)
    model.tell(tuple(_item(n) for n in range(10)), 0)

    def shown() -> list[int]:
        return [model.data(model.index(row, 0), 257) for row in range(model.rowCount())]

    assert shown() == [6, 7, 8, 9]
    model.tell(tuple(_item(n) for n in range(30)), 100)
    assert shown() == [6, 7, 8, 9]
    # The oldest fades, then the newest rises.
    model.tell(tuple(_item(n) for n in range(30)), 1_000)
    assert shown() == [6, 7, 8, 9]
    model.tell(tuple(_item(n) for n in range(30)), 2_199)
    assert shown() == [6, 7, 8, 9]
    model.tell(tuple(_item(n) for n in range(30)), 2_200)
    assert shown() == [7, 8, 9, 29]
    # One was hidden: it leaves at once.
    model.tell(tuple(_item(n) for n in range(30) if n != 8), 2_201)
    assert shown() == [7, 9, 29]
    # Nothing more comes: the wall rests.
    for t_ms in range(3_000, 70_000, 1_000):
        model.tell(tuple(_item(n) for n in range(30) if n != 8), t_ms)
    assert shown() == []


def test_stage_view_of_states() -> None:
    stage = StageView()
    stage.take(evening())
    assert stage.playing == ["drum", "pad", "synth", "lead_bass"]
    assert stage.coming == ["drum", "pad", "vocal", "synth", "heavy_bass"]
    assert (stage.comingText, stage.lockText) == ("in 2 bars", "0:03")
    stage.take(trouble(serial=2))
    assert stage.coming == []
    assert stage.comingText == "this scene stays"
    for fact in ("topTitle", "comingText", "lockText", "lockTitle"):
        assert "lost" not in getattr(stage, fact).lower()


# ---- display and files ----------------------------------------------------------------------


def test_where_windows_can_be_opened() -> None:
    assert "neither" in (can_open_windows({}) or "")
    assert can_open_windows({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert can_open_windows({"WAYLAND_DISPLAY": "wayland-0"}) is None
    assert "nothing answers" in (can_open_windows({"DISPLAY": ":64999"}) or "")
    assert can_open_windows({"DISPLAY": "somewhere.example:0"}) is None


def test_graphics_are_prepared_without_overriding_the_user() -> None:
    env = {"QT_QUICK_BACKEND": "rhi", "QT_SCALE_FACTOR": "1.5"}
    prepare_graphics(env, 2.0)
    assert env == {"QT_QUICK_BACKEND": "rhi", "QT_SCALE_FACTOR": "1.5"}
    fresh: dict[str, str] = {}
    prepare_graphics(fresh, 2.0)
    assert fresh["QT_SCALE_FACTOR"] == "2"


def test_asking_for_a_display_loads_no_qt() -> None:
    code = (
        "import sys; from mwk_desktop.ui.display import can_open_windows; can_open_windows({});"
        "from mwk_desktop.ui.application import UiOptions; UiOptions();"
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))]"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_the_fonts_are_there_with_their_licence() -> None:
    paths = font_paths()
    assert len(paths) == 6
    assert "SIL OPEN FONT LICENSE" in (paths[0].parent / "LICENSE.txt").read_text()


def _qml() -> list[Path]:
    return sorted((QML_DIR / "Mwk").rglob("*.qml"))


def test_only_one_file_writes_text_and_it_is_plain() -> None:
    for path in _qml():
        source = path.read_text()
        if path.name == "Words.qml":
            assert "textFormat: Text.PlainText" in source
            continue
        if path.name == "QueryEditor.qml":  # the presenter's own, of several lines
            assert "textFormat: TextEdit.PlainText" in source
            continue
        assert not re.search(r"^\s*(Text|Label|TextEdit|TextArea)\s*\{", source, re.M), path
        assert "textFormat" not in source, path


_MAY_SHOW_PICTURES = ("Icon.qml", "Hatch.qml", "QrCode.qml", "Avatar.qml", "PageCode.qml")
"""Each shows only what this program has drawn: no address of a user ever comes near them."""


def test_nothing_in_the_windows_can_fetch_anything() -> None:
    for path in _qml():
        source = path.read_text()
        for word in ("http", "XMLHttpRequest", "openUrlExternally", "Loader", "image_url"):
            assert word not in source, (path, word)
        if re.search(r"\bsource:", source):
            assert path.name in _MAY_SHOW_PICTURES, path


def test_every_icon_that_is_named_exists() -> None:
    for path in _qml():
        for name in re.findall(r'"((?:ui|heavy)/[a-z]+)"', path.read_text()):
            assert (ICON_DIR / f"{name}.svg").is_file(), (path.name, name)
    for name in INSTRUMENTS:
        assert (ICON_DIR / f"{name}.svg").is_file()
    for mark in ("swap", "plus", "minus", "same", "mute"):
        assert (ICON_DIR / "heavy" / f"{mark}.svg").is_file()


def test_no_file_is_longer_than_400_lines() -> None:
    for path in [*_qml(), *Path(QML_DIR).parent.rglob("*.py")]:
        assert len(path.read_text().splitlines()) <= 400, path


def test_the_types_for_qmllint_are_up_to_date() -> None:
    from mwk_desktop.ui.typeinfo import TYPES_FILE, type_info

    assert TYPES_FILE.read_text() == type_info(), "run python -m mwk_desktop.ui.typeinfo"
