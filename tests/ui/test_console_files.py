"""Opening a recording from the console: from the first-run bar, by keyboard, mouse and path."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_show import demo, evening
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from mwk_desktop.messages import message
from mwk_desktop.show.recording_facts import LookAtRecordings, RecordingFacts
from mwk_desktop.show.workers_state import WorkersState


@pytest.fixture
def ui(open_ui: Callable[..., Any]) -> Any:
    """A show that nothing is lost with: what is opened, opens at once."""
    return open_ui(demo())


MENU_ROWS = ("open", "connect", "sounds", "crowd", "query", "checks", "settings")


def test_first_run_bar(open_ui: Callable[..., Any], tmp_path: Path) -> None:
    ui = open_ui(demo())
    bar = ui.find("firstRun")
    assert bar.isVisible()
    ui.click(ui.find("firstRunOpen"))
    page = ui.find("openPage")
    assert page.isVisible()
    ui.press(Qt.Key.Key_Escape)
    assert not page.isVisible()
    ui.click(ui.find("firstRunClose"))
    assert not bar.isVisible()


def test_nothing_to_open_with_shows_no_way_to_open(open_ui: Callable[..., Any]) -> None:
    ui = open_ui(demo(workers=WorkersState()), on_open_recording=None)
    ui.click(ui.find("menu"))
    rows = [name for name in MENU_ROWS if any(i.objectName() == f"menu_{name}" for i in ui.items())]
    assert rows == ["crowd", "query", "checks", "settings"]
    ui.press(Qt.Key.Key_Escape)
    assert not ui.shows("firstRun")
    ui.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert not any(item.objectName() == "openPage" for item in ui.items())


def _folder(tmp_path: Path) -> Path:
    (tmp_path / "talks").mkdir()
    for name in ("b.jsonl", "a.jsonl.zst", "readme.txt", ".hidden.jsonl"):
        (tmp_path / name).write_text("{}\n")
    (tmp_path / "talks" / "devoxx.jsonl.gz").write_text("{}\n")
    return tmp_path


def test_open_a_recording_by_keyboard(ui: Any, tmp_path: Path) -> None:
    files = ui.windows.console.files
    files.show_folder(_folder(tmp_path))
    ui.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert [entry["name"] for entry in files.entries] == ["talks", "a.jsonl.zst", "b.jsonl"]
    ui.press(Qt.Key.Key_Return)
    assert files.folder == str(tmp_path / "talks")
    ui.press(Qt.Key.Key_Backspace)
    ui.press(Qt.Key.Key_Down)
    ui.press(Qt.Key.Key_Return)
    assert ui.opened == [tmp_path / "a.jsonl.zst"]
    assert not ui.find("openPage").isVisible()
    assert ui.sent() == []


def test_open_a_recording_by_mouse_and_by_path(ui: Any, tmp_path: Path) -> None:
    files = ui.windows.console.files
    files.show_folder(_folder(tmp_path))
    ui.menu("open")
    page = ui.find("openPage")
    ui.click(ui.find("entry_2", page))
    ui.click(ui.find("openChosen", page))
    ui.menu("open")
    ui.click(ui.find("entry_0", page), double=True)
    ui.click(ui.find("entry_0", page), double=True)
    assert ui.opened == [tmp_path / "b.jsonl", tmp_path / "talks" / "devoxx.jsonl.gz"]
    ui.menu("open")
    ui.click(ui.find("folderUp", page))
    path = ui.find("input", ui.find("path", page))
    path.forceActiveFocus()
    path.setProperty("text", str(tmp_path / "none.jsonl"))
    ui.press(Qt.Key.Key_Return)
    assert "no such file" in ui.find("filesNote", page).property("text")
    path.setProperty("text", str(tmp_path / "b.jsonl"))
    ui.press(Qt.Key.Key_Return)
    assert ui.opened[-1] == tmp_path / "b.jsonl"
    assert len(ui.opened) == 3


def test_a_link_to_a_recording_that_is_gone_hides_no_other(ui: Any, tmp_path: Path) -> None:
    files = ui.windows.console.files
    _folder(tmp_path)
    (tmp_path / "gone.jsonl").symlink_to(tmp_path / "nowhere")
    files.show_folder(tmp_path)
    assert files.note == ""
    assert [entry["name"] for entry in files.entries] == ["talks", "a.jsonl.zst", "b.jsonl"]


def test_an_empty_folder_says_what_is_missing(ui: Any, tmp_path: Path) -> None:
    for files, note in (
        (ui.windows.console.files, "No recordings here."),
        (ui.windows.pages.settings.files, "No files here."),
    ):
        files.show_folder(tmp_path)
        assert files.note == note


@pytest.mark.parametrize("typed", ["~nobody-of-this-name/a.jsonl", "x" * 5_000, "a\0b"])
def test_a_path_that_cannot_be_looked_up_is_no_file(ui: Any, tmp_path: Path, typed: str) -> None:
    files = ui.windows.console.files
    files.show_folder(_folder(tmp_path))
    assert files.typed(typed) == ""
    assert "no such file" in files.note


def test_a_folder_that_cannot_be_read_says_so(ui: Any, tmp_path: Path) -> None:
    files = ui.windows.console.files
    files.show_folder(_folder(tmp_path))
    files.show_folder(tmp_path / "gone")
    assert "cannot be read" in files.note
    assert files.folder == str(tmp_path)


def test_what_was_played_last_is_offered_and_a_file_that_is_gone_stays(
    ui: Any, tmp_path: Path
) -> None:
    there = _folder(tmp_path) / "b.jsonl"
    recent = (str(there), str(tmp_path / "gone.jsonl"))
    ui.show.change(workers=replace(ui.show.snapshot().workers, recent=recent))
    ui.settle()
    ui.menu("recent")
    files = ui.windows.console.files
    assert [(entry["name"], entry["gone"]) for entry in files.entries] == [
        ("b.jsonl", False),
        ("gone.jsonl", True),
    ]
    ui.press(Qt.Key.Key_Down)
    ui.press(Qt.Key.Key_Return)
    assert ui.opened == []
    ui.press(Qt.Key.Key_Up)
    ui.press(Qt.Key.Key_Return)
    assert ui.opened == [there]


def test_recordings_are_looked_for_where_they_are_kept(
    open_ui: Callable[..., Any], tmp_path: Path
) -> None:
    ui = open_ui(recordings_dir=_folder(tmp_path))
    ui.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    files = ui.windows.console.files
    assert files.folder == str(tmp_path)
    assert files.places[files.place]["name"] == "Recordings"
    ui.click(ui.find(f"place_{len(files.places) - 1}"))
    assert files.folder != str(tmp_path)


LENGTH_MS = 2_519_000


def test_the_list_tells_what_a_recording_holds_before_it_is_opened(ui: Any, tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    workers = ui.show.snapshot().workers
    ui.show.change(workers=replace(workers, offers=(*workers.offers, "LookAtRecordings")))
    ui.settle()
    ui.windows.console.files.show_folder(folder)
    ui.sent()
    ui.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    card = ui.find("recordingPreview")
    assert ui.find("previewLine", card).property("text") == ""  # a folder has the focus
    ui.press(Qt.Key.Key_Down)
    first, second = folder / "a.jsonl.zst", folder / "b.jsonl"
    assert ui.sent() == [LookAtRecordings((first, second))]
    assert ui.find("previewLine", card).property("text") == "Reading\u2026"
    facts = RecordingFacts(
        str(first),
        3_200_000,
        1_523_450_010_000,
        LENGTH_MS,
        74_112,
        5_204,
        84,
        (1, 4, 2),
        41,
        "devoxx",
        as_it_was=True,
    )
    broken = RecordingFacts(str(second), problem=message("no such thing"))
    ui.show.change(workers=replace(ui.show.snapshot().workers, recordings=(facts, broken)))
    ui.settle()
    line = ui.find("previewLine", card).property("text")
    assert line == "74,112 tweets \u00b7 5,204 users \u00b7 84 windows"
    assert ui.find("previewLength", card).property("text") == "41:59"
    values = [i.property("text") for i in ui.items(card) if i.objectName() == "previewValue"]
    assert values[1:] == ["41 changes", "devoxx", "recorded: plays as it was", "no"]
    row = ui.find("entry_1")
    cells = {name: ui.find(f"cell_{name}", row).property("text") for name in ("length", "tweets")}
    assert cells == {"length": "41:59", "tweets": "74,112"}
    face = QAccessible.queryAccessibleInterface(row)
    assert face.text(QAccessible.Text.Description).startswith("41:59, 74,112 tweets")
    ui.press(Qt.Key.Key_Down)
    assert ui.find("previewLine", card).property("text") == "no such thing"
    assert ui.opened == []
    ui.press(Qt.Key.Key_Return)  # tried all the same: the program says why not
    assert ui.opened == [second]


def test_the_preview_says_the_whole_of_what_is_damaged(ui: Any, tmp_path: Path) -> None:
    path = _folder(tmp_path) / "show-20261130-214941.jsonl.zst"
    path.write_text("{}\n")
    torn = message(
        "{path}: {reason}; everything before that is replayed",
        path=f"/home/presenter/.local/share/mwk/recordings/{path.name}",
        reason=message("the zstandard data ends early"),
    )
    facts = RecordingFacts(
        str(path),
        33_000,
        1_523_450_010_000,
        91_000,
        338,
        156,
        4,
        (1, 4),
        3,
        "devoxx",
        True,
        (torn,),
    )
    ui.show.change(workers=replace(ui.show.snapshot().workers, recordings=(facts,)))
    ui.settle()
    ui.windows.console.files.show_folder(tmp_path)
    ui.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    ui.click(ui.find("entry_3"))
    card = ui.find("recordingPreview")
    values = [i for i in ui.items(card) if i.objectName() == "previewValue"]
    assert values[-1].property("text").endswith("everything before that is replayed")
    assert not values[-1].property("truncated")
    bottom = values[-1].mapToItem(card, values[-1].boundingRect().bottomRight()).y()
    assert bottom <= card.height()


def test_a_recording_of_the_list_asks_before_it_ends_a_live_show(
    open_ui: Callable[..., Any], tmp_path: Path
) -> None:
    ui = open_ui(evening())
    files = ui.windows.console.files
    files.show_folder(_folder(tmp_path))
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        ui.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
        assert "asks first" in ui.find("filesNote").property("text")
        ui.press(Qt.Key.Key_Down)
        ui.press(Qt.Key.Key_Return)
        assert ui.shows("dropGuard")
        ui.press(key)
        assert ui.opened == []
    ui.press(Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    ui.press(Qt.Key.Key_Down)
    ui.press(Qt.Key.Key_Return)
    ui.click(ui.find("dropUse"))
    assert ui.opened == [tmp_path / "a.jsonl.zst"]
