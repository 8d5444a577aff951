"""What the audience meets: the page's code, the eight words, a calm still, the beat."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_show import NOON_MS, empty, evening, replayed, trouble
from PySide6.QtCore import QPointF
from stage_evening import bars_query, shown, voting
from stage_states import ADDRESS, served

from mwk_desktop.show.snapshot import SourceState
from mwk_desktop.show.workers_state import WorkersState
from mwk_desktop.ui.stage.stage_view import StageView
from tests.support import needed

# ---- the page -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "address"),
    [((1280, 720), ADDRESS), ((1920, 1080), "http://192.168.100.200:8080/?room=amphi")],
)
def test_the_code_on_the_stage_decodes_to_the_address(
    open_ui: Callable[..., Any], tmp_path: Path, size: tuple[int, int], address: str
) -> None:
    ui = open_ui(evening(workers=served(address)), stage=True, stage_size=size)
    ui.settle()
    root = ui.stage.contentItem()
    shown = ui.find("pageAddress", root)
    assert shown.property("text") == address.removeprefix("http://").rstrip("/")
    tile = ui.find("pageCode", root)
    assert tile.isVisible()
    # A long address stands below a smaller code.
    wide = 132 if len(address) > 30 else 176
    assert tile.width() == pytest.approx(wide * size[1] / 1080, abs=1)
    # Four modules of quiet zone at least, and whole pixels for each module.
    modules = tile.property("modules")
    assert tile.width() >= tile.property("module") * (modules + 8)
    grabbed = ui.stage.grabWindow()
    picture = tmp_path / "stage.png"
    assert grabbed.save(str(picture))
    needed("zbarimg", "zbar-tools")
    done = subprocess.run(
        ["zbarimg", "--quiet", "--raw", str(picture)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == address, done.stderr


def test_closed_votes_and_no_page_are_said_calmly(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening(workers=served(is_open=False)), stage=True, stage_size=(1280, 720))
    ui.settle()
    root = ui.stage.contentItem()
    assert ui.find("pageAddress", root).property("text") == "page votes are closed"
    assert not ui.find("pageCode", root).isVisible()
    assert ui.find("hashtag", root).property("text") == "#mwk"
    ui.show.set(evening(workers=served()))
    ui.settle()
    assert ui.find("pageCode", root).isVisible()
    ui.show.set(evening())
    ui.settle()
    assert not ui.find("pageAddress", root).isVisible()
    assert not ui.find("pageCode", root).isVisible()


def test_another_address_brings_another_code(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(evening(workers=served()), stage=True, stage_size=(1280, 720))
    ui.settle()
    first = ui.windows.stage.pageCode
    picture = ui.stage.grabWindow()
    ui.show.set(evening(workers=served("http://10.0.0.1:8080/")))
    ui.settle()
    assert ui.windows.stage.pageCode != first
    assert ui.stage.grabWindow() != picture


@pytest.mark.parametrize("size", [pytest.param((1280, 720), marks=pytest.mark.soak), (1024, 768)])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_all_eight_words_can_be_read(
    open_ui: Callable[..., Any], size: tuple[int, int], language: str
) -> None:
    ui = open_ui(evening(), stage=True, stage_size=size, language=language)
    for state in (shown("join", voting(workers=WorkersState())), calm()):
        ui.show.set(state)
        ui.settle()
        root = ui.find("eightWords", ui.stage.contentItem())
        words = [item for item in ui.items(root) if item.objectName() == "word"]
        assert [w.property("text") for w in words] == [r["word"] for r in ui.windows.stage.words]
        for word in words:
            assert not word.property("truncated"), word.property("text")
            assert word.mapToScene(QPointF(word.width(), 0)).x() <= size[0]


# ---- calm -----------------------------------------------------------------------------------

ENDED = SourceState("replay", "evening.jsonl", "ended", NOON_MS)


def calm(**changes: Any) -> Any:
    """A minute after the data stopped."""
    placed = voting(31.0)
    source = replace(placed.source, state="reconnecting", since_ms=placed.t_ms - 60_000)
    return replace(placed, source=source, **changes)


@pytest.mark.parametrize("state", ["reconnecting", "ended"])
def test_when_data_stops_the_stage_is_calm_from_a_bar_line_to_a_bar_line(state: str) -> None:
    stage = StageView()
    seen: list[tuple[float, bool, float]] = []
    for step in range(200):
        beats = 8 + step / 4
        placed = voting(beats)
        stopped = 16 <= beats < 44
        source = replace(
            placed.source,
            state=state if stopped else "connected",
            since_ms=voting(16.0).t_ms if stopped else 0,
        )
        snapshot = replace(placed, source=source, serial=step + 10)
        stage.show_snapshot(snapshot)
        stage.show_levels(snapshot, step / 10)
        seen.append((beats, stage.resting, stage.levels[30]))
        assert stage.rows[0]["votes"] == "34"  # the counts stay as they are
    calm_at = [beats for beats, resting, _ in seen if resting]
    # Eight seconds are seventeen beats; then the next bar line.
    assert calm_at[0] == pytest.approx(36.25)
    assert calm_at[-1] == pytest.approx(43.75)
    grown = {beats: level for beats, _, level in seen}
    assert grown[36.0] == 0.0
    assert 0.0 < grown[37.0] < 1.0
    assert grown[38.0] == 1.0
    assert grown[44.0] == 0.0


def test_calm_shows_no_clock_and_the_words(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(calm(), stage=True, stage_size=(1280, 720))
    ui.settle()
    assert ui.windows.stage.clock == ""
    texts = {item.property("text") for item in _texts(ui)}
    assert {"This scene stays", "135 votes so far", "Drum", "#mwk"} <= texts
    assert not any(re.fullmatch(r"\d:\d\d", text) for text in texts)


def test_without_a_clock_nothing_says_that_votes_lock(open_ui: Callable[..., Any]) -> None:
    """Data stopped while the wall, or a query, is shown."""
    still = calm(workers=bars_query())
    ui = open_ui(shown("messages", still), stage=True, stage_size=(1280, 720))
    ui.settle()
    texts = {item.property("text") for item in _texts(ui)}
    assert {"this scene", "stays"} <= texts
    assert not {"votes", "lock in"} & texts
    ui.show.set(shown("sql", still))
    ui.settle()
    assert not any("lock in" in item.property("text") for item in _texts(ui))


def test_no_error_is_ever_on_the_wall(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(stage=True, stage_size=(1280, 720))
    for state in (trouble(), replayed(), empty(), evening(source=ENDED)):
        ui.show.set(state)
        ui.settle()
        _check_calm(ui)


def _check_calm(ui: Any) -> None:
    bad = ("lost", "error", "fail", "reconnect", "missing", "broker", "refused", "silent")
    seen = 0
    for item in ui.items(ui.stage.contentItem()):
        if item.metaObject().className().startswith("Words") and item.isVisible():
            text = str(item.property("text")).lower()
            seen += 1
            assert not any(word in text for word in bad), text
    assert seen > 10


def _texts(ui: Any) -> list[Any]:
    return [
        item
        for item in ui.items(ui.stage.contentItem())
        if item.metaObject().className().startswith("Words") and item.isVisible()
    ]
