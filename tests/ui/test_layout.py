"""Nothing overlaps, is cut off or leaves the window, at any size and with any text."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import SIZES
from fake_show import evening, served
from layout_checks import (
    HOSTILE,
    STATES,
    _check_console,
    _check_texts,
    _disjoint,
    _rect,
    _scroller,
    _texts,
    check_own_words,
    check_whole_console,
)
from PySide6.QtCore import QRectF

from mwk_desktop.messages import verbatim
from mwk_desktop.show.snapshot import Leader, Problem, ProblemKind, Snapshot
from mwk_desktop.show.snapshot_feed import FeedItem
from mwk_desktop.show.strip_state import Clip
from mwk_desktop.units import INSTRUMENTS

SOUNDS = Path(__file__).resolve().parents[2] / "assets" / "sounds"
PLACES = {
    "header": (0, 0, 1280, 44),
    "transport": (0, 44, 1280, 92),
    "rail": (0, 136, 1280, 40),
    "nextNow": (1042, 60, 70, 60),
    "go": (1118, 60, 86, 60),
    "record": (1210, 60, 58, 60),
    "arm": (12, 142, 92, 28),
    "snap_1": (140, 142, 86, 28),
    "snap_8": (770, 142, 86, 28),
    "allAuto": (1158, 142, 110, 28),
    "master": (824, 186, 120, 572),
    "votes": (952, 186, 316, 187),
    "stagePanel": (952, 381, 316, 130),
    "feed": (952, 519, 316, 239),
}
ROWS = {
    "now": (58, 46),
    "next": (108, 46),
    "segment": (164, 26),
    "clip": (196, 26),
    "fader": (262, 253),
    "mute": (537, 28),
}
"""y and height in a strip."""


@pytest.mark.parametrize("size", SIZES, ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("state", STATES)
def test_console_layout(
    shared_console: Callable[..., Any], size: tuple[int, int], state: str
) -> None:
    ui = shared_console(STATES[state](), size)
    assert (ui.console.width(), ui.console.height()) == size
    check_whole_console(ui)


@pytest.mark.parametrize("state", ["evening", "trouble", "replay", "demo", "armed", "snapshots"])
def test_a_small_console(shared_console: Callable[..., Any], state: str) -> None:
    """The smallest: lower rows, one line of head, and nothing over another."""
    ui = shared_console(STATES[state](), (1024, 600))
    assert (ui.console.width(), ui.console.height()) == (1024, 600)
    assert (ui.console.minimumWidth(), ui.console.minimumHeight()) == (1024, 600)
    _check_console(ui)
    _check_texts(ui, None, ui.console)
    names = [one for one in ui.items() if one.objectName() == "feedName" and one.isVisible()]
    assert [one.property("text") for one in names if one.property("truncated")] == []
    for language in ("fr", "en"):
        ui.windows.change_language(language)
        ui.settle()
        check_own_words(ui)


def test_the_places_of_the_mock_up(open_ui: Callable[..., Any]) -> None:
    """Where things stand at 1280x800."""
    ui = open_ui(evening(), (1280, 800))
    places = {name: _rect(ui.find(name)).toRect().getRect() for name in PLACES}
    assert places == PLACES
    strip = ui.find("strip_drum")
    top = _rect(strip).top()
    for name, (y, height) in ROWS.items():
        rect = _rect(ui.find(name, strip))
        assert (rect.top() - top, rect.height()) == (y, height), name


def test_on_a_large_screen_the_strips_grow_as_well(
    shared_console: Callable[..., Any],
) -> None:
    ui = shared_console(evening(), (2560, 1440))
    check_whole_console(ui)
    assert ui.find("strip_drum").width() > 180
    assert ui.find("votes").width() < 2560 / 3


@pytest.mark.parametrize("scale", [pytest.param("1.5", marks=pytest.mark.soak), "2"])
def test_layout_at_a_larger_scale(display: str, scale: str) -> None:
    """The scale holds for a whole application, so each has one of its own."""
    done = subprocess.run(
        [sys.executable, "-W", "error", str(Path(__file__).parent / "scaled.py"), scale],
        env={**os.environ, "DISPLAY": display},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1024, 768), (2560, 1080)])
@pytest.mark.parametrize("state", ["evening", "empty", "trouble"])
def test_stage_layout(open_ui: Callable[..., Any], size: tuple[int, int], state: str) -> None:
    ui = open_ui(STATES[state](), stage=True, stage_size=size)
    stage = ui.stage
    assert (stage.width(), stage.height()) == size
    root = stage.contentItem()
    if ui.windows.stage.resting:
        names = ("band", "floor", "calm")
    else:
        names = ("band", "floor", "race", "howToVote")
    if not ui.windows.stage.resting:
        _disjoint({name: _rect(ui.find(name, root)) for name in names})
    bounds = QRectF(0, 0, *size)
    assert all(bounds.contains(_rect(ui.find(name, root))) for name in names)
    _check_texts(ui, root, stage)
    # Readable from the last row.
    least = 0.04 * size[1] * 0.999
    avatars = {leader.initial for leader in ui.windows.stage.leaders} | {"\u25b2", "\u25bc"}
    for text in _texts(ui, root):
        if text.property("text") not in avatars and len(text.property("text")) > 1:
            assert text.property("font").pixelSize() >= int(least), text.property("text")


def _hostile(text: str) -> Snapshot:
    before = evening()
    feed = tuple(
        FeedItem(200 - i, text, text, "file:///etc/passwd", text, "pad", before.t_ms)
        for i in range(12)
    )
    leaders = tuple(Leader(f"{text}{i}", 99_999_999 - i, text[:500]) for i in range(10))
    evil = Clip("pad/" + text[:2000].replace("/", "") + ".flac", text)
    strips = tuple(
        replace(s, now=s.now and evil, next=s.next and evil, clips=(evil, evil))
        for s in before.strips
    )
    return replace(
        before,
        feed=feed,
        leaders=leaders,
        strips=strips,
        source=replace(before.source, name=text, detail=text),
        engine=replace(before.engine, device=text),
        problems=(Problem(ProblemKind.OTHER, verbatim(text), verbatim(text)),) * 3,
        undo_label=verbatim(text),
        hashtag=text,
        counts=replace(before.counts, tweets=10**9, users=10**9, tweets_per_s=1e7),
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_neither_renders_nor_breaks_anything(
    open_ui: Callable[..., Any], name: str
) -> None:
    ui = open_ui(_hostile(HOSTILE[name]), (1280, 800), stage=True, stage_size=(1280, 720))
    _check_console(ui)
    _check_texts(ui, None, ui.console)
    _check_texts(ui, ui.stage.contentItem(), ui.stage)
    for text in _texts(ui, ui.find("feed")):
        assert len(text.property("text")) <= 400
        assert not set(text.property("text")) & set("\u202a\u202b\u202d\u202e\n\r\u2028\u2029\x00")
        # A tower of marks would stand above its line.
        assert text.property("contentHeight") <= 2.2 * text.property("font").pixelSize()
    assert not ui.console.grabWindow().isNull()
    assert not ui.stage.grabWindow().isNull()


@pytest.mark.parametrize("name", ["cheatSheet", "openPage", "soundsPage", "crowdPage"])
def test_pages_hold_what_is_on_them(open_ui: Callable[..., Any], name: str) -> None:
    before = served()
    offers = replace(before.workers, offers=(*before.workers.offers, "OpenSounds"))
    ui = open_ui(replace(before, workers=offers))
    if name == "cheatSheet":
        ui.click(ui.find("keys"))
    else:
        ui.menu({"openPage": "open", "soundsPage": "sounds", "crowdPage": "crowd"}[name])
    page = ui.find(name)
    frame = _rect(next(i for i in ui.items(page) if i.objectName() == "page"))
    for text in _texts(ui, page):
        # What a part of the page scrolls to may lie below it; its width may not.
        rect, room = _rect(text), frame if _scroller(text) is None else _rect(_scroller(text))
        assert room.left() <= rect.left(), text.property("text")
        assert rect.right() <= room.right(), text.property("text")
        assert frame.contains(rect) or room is not frame, text.property("text")
        assert not text.property("truncated"), text.property("text")


@pytest.mark.parametrize("size", [(1280, 800), (1366, 768)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_the_names_of_the_included_clips_are_whole(
    shared_console: Callable[..., Any], size: tuple[int, int]
) -> None:
    """Smaller or on two lines, never cut."""
    ui = shared_console(evening(), size)
    table = tomllib.loads((SOUNDS / "set.toml").read_text("utf-8"))["clips"]
    clips: dict[int, list[Clip]] = {place: [] for place in range(len(INSTRUMENTS))}
    for name, facts in table.items():
        folder = name.partition("/")[0]
        if folder in INSTRUMENTS:
            clips[INSTRUMENTS.index(folder)].append(Clip(name, facts["title"]))
    for number in range(6):
        for place, own in clips.items():
            clip = own[number]
            ui.show.change_strip(
                place, now=clip, next=clip, next_kind="enter", can_cancel=False, pending_mode=None
            )
        ui.settle()
        for place, instrument in enumerate(INSTRUMENTS):
            for slot in ("now", "next"):
                box = ui.in_strip(instrument, slot)
                title = ui.find("slotTitle", box)
                assert not title.property("truncated"), (slot, title.property("text"))
                assert title.property("text") == clips[place][number].title
                texts = {str(i): _rect(i) for i in _texts(ui, box)}
                _disjoint(texts, slack=2.0)
                assert all(_rect(box).contains(rect) for rect in texts.values())


def test_targets_are_large_enough_to_hit(ui: Any) -> None:
    for item in ui.items():
        if item.property("ringRadius") is not None and item.isVisible():
            assert item.width() >= 24, item.objectName()
            assert item.height() >= 24, item.objectName()
