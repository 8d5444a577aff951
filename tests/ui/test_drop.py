"""A recording or a sound set is dragged onto the console: what is said, and what a drop does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fake_show import demo, evening
from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent

from mwk_desktop.messages import message
from mwk_desktop.show.commands import OpenSounds
from mwk_desktop.show.recording_facts import LookAtRecordings, RecordingFacts
from mwk_desktop.show.report_state import ReportState
from mwk_desktop.show.snapshot import Snapshot
from mwk_desktop.ui.console.drop_view import look_at

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


class Drag:
    """Drags files, as the window system reports it."""

    def __init__(self, ui: Any, *paths: Path | str) -> None:
        self.ui = ui
        self.mime = QMimeData()
        urls = [QUrl.fromLocalFile(str(p)) if isinstance(p, Path) else QUrl(p) for p in paths]
        self.mime.setUrls(urls)

    def _point(self, name: str) -> Any:
        targets = self.ui.find("dropTargets")
        share = 0.25 if name == "recording" else 0.75
        return targets.mapToScene(QPointF(targets.width() * share, targets.height() / 2))

    def over(self, name: str) -> None:
        at = self._point(name).toPoint()
        for kind in (QDragEnterEvent, QDragMoveEvent):
            QCoreApplication.sendEvent(self.ui.console, kind(at, COPY, self.mime, LEFT, NONE))
        self.ui.settle()

    def leave(self) -> None:
        QCoreApplication.sendEvent(self.ui.console, QDragLeaveEvent())
        self.ui.settle()

    def drop(self, name: str) -> None:
        self.over(name)
        at = self._point(name)
        QCoreApplication.sendEvent(self.ui.console, QDropEvent(at, COPY, self.mime, LEFT, NONE))
        self.ui.settle()


@pytest.fixture
def console(shared_console: Any) -> Callable[[Snapshot], Any]:
    """The file's one console, unlocked, with nothing opened yet."""

    def give(snapshot: Snapshot) -> Any:
        ui = shared_console(with_sounds(snapshot))
        if ui.windows.console.locked:
            ui.windows.console.toggleLock()
        ui.windows.drop.stay()
        ui.opened.clear()
        ui.sent()
        return ui

    return give


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    sounds = tmp_path / "my set"
    for name in ("drum", "pad", "other"):
        (sounds / name).mkdir(parents=True)
    (sounds / "set.toml").write_text("")
    evening_file = tmp_path / "evening #1.jsonl.zst"
    evening_file.write_bytes(b"x" * 3_200_000)
    picture = tmp_path / "cat.png"
    picture.write_bytes(b"x")
    return {"recording": evening_file, "sounds": sounds, "picture": picture}


def with_sounds(snapshot: Snapshot) -> Snapshot:
    offers = (*snapshot.workers.offers, "OpenSounds")
    return replace(snapshot, workers=replace(snapshot.workers, offers=offers))


def said(ui: Any, name: str, part: str = "dropDetail") -> str:
    return str(ui.find(part, ui.find(f"drop_{name}")).property("text"))


def test_a_target_says_what_will_happen(console: Any, files: Any) -> None:
    ui = console(demo())
    drag = Drag(ui, files["recording"])
    assert not ui.find("drop_recording").isVisible()
    drag.over("recording")
    assert ui.find("drop_recording").isVisible()
    assert said(ui, "recording", "dropTitle") == "Play this recording"
    assert said(ui, "recording") == "evening #1.jsonl.zst \u00b7 3.2 MB"
    assert said(ui, "sounds") == "this is no folder of sounds"
    assert not ui.find("dropWarning", ui.find("drop_recording")).isVisible()
    # The transport stays in sight, and nothing was told to the show yet.
    assert ui.find("panic").mapToScene(QPointF(0, 0)).y() < ui.find("dropTargets").y()
    drag.leave()
    assert not ui.find("drop_recording").isVisible()
    assert ui.opened == []
    drag.drop("recording")
    assert ui.opened == [files["recording"]]
    assert not ui.find("drop_recording").isVisible()


@pytest.mark.parametrize("inside", ["", "set.toml"])
def test_a_folder_of_sounds_is_used(console: Any, files: Any, inside: str) -> None:
    ui = console(demo())
    drag = Drag(ui, files["sounds"] / inside)
    drag.over("sounds")
    assert said(ui, "sounds") == "my set \u00b7 2 of 8 instruments"
    drag.drop("recording")  # not its target
    assert ui.sent() == []
    drag.drop("sounds")
    assert ui.sent() == [OpenSounds(files["sounds"])]


@pytest.mark.parametrize("state", ["live", "recorded"])
def test_a_show_that_would_end_is_asked_about(console: Any, files: Any, state: str) -> None:
    snapshot = evening() if state == "live" else replace(demo(), master_recorded_ms=61_000)
    ui = console(snapshot)
    drag = Drag(ui, files["recording"])
    drag.over("recording")
    assert "asks before it does" in said(ui, "recording", "dropWarning")
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        drag.drop("recording")
        assert ui.shows("dropGuard")
        assert ui.find("dropReason").property("text")
        assert ui.console.activeFocusItem().objectName() == "dropStay"
        ui.press(key)
        assert not ui.shows("dropGuard")
        assert ui.opened == []
    drag.drop("recording")
    ui.click(ui.find("dropUse"))
    assert ui.opened == [files["recording"]]
    assert not ui.shows("dropGuard")


def test_a_locked_console_opens_nothing(console: Any, files: Any) -> None:
    ui = console(demo())
    ui.press(Qt.Key.Key_L)
    drag = Drag(ui, files["recording"])
    drag.over("recording")
    assert "locked" in said(ui, "recording")
    drag.drop("recording")
    assert ui.opened == []


def test_what_is_locked_meanwhile_is_not_opened(console: Any, files: Any) -> None:
    ui = console(demo())
    drag = Drag(ui, files["recording"])
    drag.over("recording")
    ui.windows.console.toggleLock()
    drag.ui.windows.drop.drop()
    assert ui.opened == []


def test_an_open_page_gives_way_to_what_is_dropped(console: Any, files: Any) -> None:
    ui = console(demo())
    ui.windows.pages.open("settings")
    ui.settle()
    Drag(ui, files["recording"]).drop("recording")
    assert ui.windows.pages.page == ""
    assert ui.opened == [files["recording"]]


def test_wrong_files_get_one_line(console: Any, files: Any) -> None:
    ui = console(demo())
    drag = Drag(ui, files["picture"])
    drag.drop("recording")
    assert said(ui, "recording") == "cat.png is no recording (.jsonl, also .gz or .zst)."
    assert said(ui, "sounds") == said(ui, "recording")
    assert ui.opened == []
    # It stays to be read, and a click takes it away.
    ui.click(ui.find("dropTargets"))
    assert not ui.find("drop_recording").isVisible()


def test_what_a_drop_is_refused_for(tmp_path: Path, files: dict[str, Path]) -> None:
    def problem(*paths: Path | str) -> str:
        urls = [p if isinstance(p, str) else QUrl.fromLocalFile(str(p)).toString() for p in paths]
        found = look_at(urls)
        assert found.kind == ""
        assert "\n" not in found.problem
        return found.problem

    assert "one recording" in problem()
    assert "one recording" in problem(files["recording"], files["sounds"])
    assert "this computer" in problem("https://example.org/a.jsonl")
    assert "cannot be read" in problem(tmp_path / "gone.jsonl")
    assert "no sound set" in problem(tmp_path / "my set" / "other")
    assert "cannot be read" in problem("file:///a%00b.jsonl")
    assert problem(tmp_path / "a%2.jsonl").startswith("a%2.jsonl cannot be read: ")
    assert "folder above" in problem(tmp_path / "my set" / "drum")


def known(ui: Any, *facts: RecordingFacts) -> None:
    workers = replace(ui.show.snapshot().workers, recordings=facts)
    ui.show.change(workers=workers)
    ui.settle()


def test_a_recording_tells_what_it_holds_before_it_is_let_go(console: Any, files: Any) -> None:
    snapshot = demo()
    offers = (*snapshot.workers.offers, "LookAtRecordings")
    ui = console(replace(snapshot, workers=replace(snapshot.workers, offers=offers)))
    drag = Drag(ui, files["recording"])
    drag.over("recording")
    assert ui.sent() == [LookAtRecordings((files["recording"],))]
    assert said(ui, "recording") == "evening #1.jsonl.zst \u00b7 3.2 MB"
    path = str(files["recording"])
    known(ui, RecordingFacts(path, 3_200_000, length_ms=2_519_000, tweets=74_112))
    line = "evening #1.jsonl.zst \u00b7 41:59 \u00b7 74,112 tweets \u00b7 3.2 MB"
    assert said(ui, "recording") == line
    assert ui.opened == []
    # What is no recording inside is refused as soon as that is known.
    known(ui, RecordingFacts(path, problem=message("no such thing")))
    assert said(ui, "recording") == "no such thing"
    drag.drop("recording")
    assert ui.opened == []


def test_a_look_that_was_not_done_in_time_refuses_nothing(console: Any, files: Any) -> None:
    ui = console(demo())
    problem = message("not read within {seconds:g} s", seconds=120)
    facts = RecordingFacts(str(files["recording"]), problem=problem, unread=True)
    workers = replace(ui.show.snapshot().workers, recordings=(facts,))
    ui.show.change(workers=workers)
    drag = Drag(ui, files["recording"])
    drag.over("recording")
    assert said(ui, "recording") == "evening #1.jsonl.zst \u00b7 3.2 MB"
    drag.drop("recording")
    assert ui.opened == [files["recording"]]


def test_what_is_known_later_replaces_a_refusal(console: Any, files: Any) -> None:
    ui = console(demo())
    path = str(files["recording"])
    broken = RecordingFacts(path, problem=message("the reading broke off"))
    workers = ui.show.snapshot().workers
    ui.show.change(workers=replace(workers, recordings=(broken,)))
    drag = Drag(ui, files["recording"])
    drag.over("recording")
    assert said(ui, "recording") == "the reading broke off"
    found = RecordingFacts(path, length_ms=61_000, tweets=2)
    ui.show.change(workers=replace(workers, recordings=(found,)))
    ui.settle()
    assert said(ui, "recording") == "evening #1.jsonl.zst \u00b7 1:01 \u00b7 2 tweets \u00b7 3.2 MB"
    drag.leave()


def test_reasons_that_have_gone_are_not_shown_any_more(console: Any, files: Any) -> None:
    ui = console(demo())
    writing = replace(
        ui.show.snapshot().workers, report=ReportState("show.jsonl.zst", running=True)
    )
    ui.show.change(workers=writing)
    ui.settle()
    Drag(ui, files["recording"]).drop("recording")
    assert ui.windows.drop.asking
    assert len(ui.windows.drop.reasons) == 1
    ui.show.change(workers=replace(writing, report=ReportState("show.jsonl.zst", path="/x.html")))
    ui.settle()
    assert ui.windows.drop.reasons == []
    ui.windows.drop.stay()
