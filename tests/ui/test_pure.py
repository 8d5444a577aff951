"""What needs no window: safe text, words, scales, keys, rows, and the rules of the QML files."""

from __future__ import annotations

import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from fake_show import evening
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.show.fader_law import fader_gain, fader_position, stepped_gain
from mwk_desktop.show.settings.key_table import NAMED_KEYS
from mwk_desktop.ui import keys, number_text
from mwk_desktop.ui.assets import ICON_DIR, QML_DIR, font_paths
from mwk_desktop.ui.console.fader_marks import fader_marks
from mwk_desktop.ui.display import can_open_windows, prepare_graphics
from mwk_desktop.ui.meter_scale import Ballistics, deflection
from mwk_desktop.ui.safe_text import clean, initial, safe, tint
from mwk_desktop.ui.visual_beat import visual_beat
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
        assert number_text.signed_db(db_to_gain(db)) == text
    assert number_text.signed_db(0.0) == "\u2212\u221e"


def test_times_and_counts() -> None:
    assert [number_text.countdown(ms) for ms in (29_999, 2_900, 1, 0, -5)] == [
        "0:30",
        "0:03",
        "0:01",
        "0:00",
        "0:00",
    ]
    assert number_text.elapsed(112_900) == "1:52"
    assert number_text.long_time(751_000) == "00:12:31"
    assert number_text.count(1203) == "1,203"
    assert number_text.count(1203, "fr") == "1\u202f203"
    assert number_text.count(1_234_567) == "1.2 M"
    assert number_text.count(1_234_567, "fr") == "1,2 M"
    assert number_text.count(123_456) == "123 k"
    assert [number_text.age(ms) for ms in (2_500, 120_000, 7_200_000)] == ["2 s", "2 min", "2 h"]
    assert number_text.rate(0.4) == "0.4"
    assert number_text.rate(12.4) == "12"


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
    now = visual_beat(transport, 0)
    assert (now.bar, now.beat) == (17, 2)
    # 1.3 beats into the bar, 468.75 ms a beat: 300 ms ago it was 0.66 beats into it.
    late = visual_beat(transport, 300)
    assert (late.bar, late.beat) == (17, 1)
    assert visual_beat(transport, 700).bar == 16


# ---- keys -----------------------------------------------------------------------------------


def test_key_table() -> None:
    assert keys.chord_of(ord("1"), 10, 0, "xcb") == "1"
    assert keys.chord_of(0xC9, 11, 0, "xcb") == "2"
    assert keys.chord_of(0xC9, 0, 0, "cocoa") == "2"
    assert keys.chord_of(ord("3"), 12, keys.SHIFT, "wayland") == "Shift+3"
    assert keys.chord_of(ord("#"), 4, keys.SHIFT, "windows") == "Shift+3"
    assert keys.chord_of(ord("9"), 18, 0, "xcb") not in keys.KEYS
    assert keys.chord_of(ord("F"), 41, keys.SHIFT, "xcb") not in keys.KEYS
    assert keys.KEYS[keys.chord_of(ord("Z"), 52, keys.CTRL, "xcb")] == "show.undo"
    assert keys.KEYS[keys.chord_of(ord("1"), 10, keys.ALT, "xcb")] == "strip.1.focus"
    assert keys.chord_of(ord("1"), 10, keys.ALT | keys.CTRL, "xcb") == ""
    assert keys.chord_of(ord("("), 61, 0, "xcb") not in keys.KEYS
    assert keys.chord_of(ord(":"), 52, 0, "windows") == "."
    assert keys.chord_of(ord(":"), 0, 0, "cocoa") == ":"


# ---- display and files ----------------------------------------------------------------------


def test_where_windows_can_be_opened() -> None:
    assert "neither" in str(can_open_windows({}))
    assert can_open_windows({"QT_QPA_PLATFORM": "offscreen"}) is None
    assert can_open_windows({"WAYLAND_DISPLAY": "wayland-0"}) is None
    assert "nothing answers" in str(can_open_windows({"DISPLAY": ":64999"}))
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
        "import mwk_desktop.ui.application;"
        "from mwk_desktop.ui.ui_options import UiOptions; UiOptions();"
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


_MAY_SHOW_PICTURES = (
    "Icon.qml",
    "Hatch.qml",
    "QrCode.qml",
    "Avatar.qml",
    "PageCode.qml",
    "StageThumb.qml",
    "BandPanel.qml",
    "BlackScene.qml",
    "CodeTile.qml",
    "Confetti.qml",
    "Race.qml",
)
"""Each shows what this program has drawn, or the presenter's own file (BlackScene): no address of
a user ever comes near them."""


def test_nothing_in_the_windows_can_fetch_anything() -> None:
    for path in _qml():
        source = path.read_text()
        for word in ("http", "XMLHttpRequest", "openUrlExternally", "setSource", "image_url"):
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
    from mwk_desktop.ui.qml_typeinfo import TYPES_FILE, type_info

    assert TYPES_FILE.read_text() == type_info(), "run python -m mwk_desktop.ui.qml_typeinfo"


def test_the_settings_know_the_same_keys() -> None:
    named = {keys.chord_of(code, 0, 0, "") for code in keys.NAMED_KEYS}
    assert named == set(NAMED_KEYS)


def test_the_marks_beside_a_fader_stand_where_the_fader_law_puts_their_levels() -> None:
    marks = fader_marks()
    assert [mark["text"] for mark in marks if mark["zero"]] == ["0"]
    for mark in marks:
        db = float(mark["text"].replace("\u2212", "-"))
        assert fader_gain(mark["place"]) == pytest.approx(db_to_gain(db))
