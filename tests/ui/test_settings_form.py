"""The settings as a form: labels, pickers, units, search, undo, and Kafka checked beside it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from fake_show import OUTPUTS, demo
from page_driver import Page, open_shared_page
from pages_state import REFUSED, row, settings, workers_state
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible

from mwk_desktop.messages import message
from mwk_desktop.show.commands import ChangeSetting, ListOutputs
from mwk_desktop.show.setting_commands import CheckKafkaSettings, UndoSetting
from mwk_desktop.show.settings.load import SECTIONS, describe
from mwk_desktop.show.tone_state import PlayTone, ToneState
from mwk_desktop.ui.pages.setting_rows import GROUPS

__all__ = ["open_shared_page"]

OUTPUT, KAFKA, WINDOWS = 1, 2, 3


def editor(page: Page, name: str, control: str) -> Any:
    return page.ui.find(control, page.find(f"setting_{name}"))


def text_in(page: Page, name: str, control: str) -> str:
    return str(editor(page, name, control).property("text"))


def pick(page: Page, name: str, words: str) -> None:
    """Choose from the open list of a picker, by mouse."""
    page.ui.click(editor(page, name, "editPicker"))
    box = page.find("pickerList")
    for item in page.ui.items(box):
        face = QAccessible.queryAccessibleInterface(item)
        if item.objectName().startswith("pick_") and face.text(QAccessible.Text.Name) == words:
            page.ui.click(item)
            return
    pytest.fail(f"{words} is not offered")


def said(item: Any) -> str:
    """What a screen reader calls an item."""
    face = QAccessible.queryAccessibleInterface(item)
    return face.text(QAccessible.Text.Name) if item.objectName().startswith("entry_") else ""


def browse(page: Page, name: str) -> None:
    """Open the list of files by keyboard; the focus brings its row into sight."""
    editor(page, name, "editBrowse").forceActiveFocus()
    page.press(Qt.Key.Key_Return)


def test_every_section_is_in_one_group_and_every_setting_has_a_label() -> None:
    sections = [section for group in GROUPS for section in group]
    assert sorted(sections) == sorted([*SECTIONS, "kafka", "keys"])
    assert all(one.label for one in describe())
    labels = [(one.section, one.label) for one in describe()]
    assert len(labels) == len(set(labels))


def test_a_setting_has_a_label_a_unit_and_its_key_small_beside_it(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    label, unit = message("Voting time"), message("ms")
    changed = row("show.window_ms", "30000", "whole", label=label, unit=unit)
    page.know(settings=settings(changed=changed))
    assert text_in(page, "show.window_ms", "settingLabel") == "Voting time"
    assert text_in(page, "show.window_ms", "settingUnit") == "ms"
    key = editor(page, "show.window_ms", "settingKey")
    assert key.property("text") == "show.window_ms"
    assert key.property("font").pixelSize() == 11
    face = QAccessible.queryAccessibleInterface(
        page.ui.find("input", editor(page, "show.window_ms", "editText"))
    )
    assert face.text(QAccessible.Text.Name) == "Voting time (ms)"
    assert "What" in face.text(QAccessible.Text.Description)


def test_output_and_language_are_picked_by_mouse_and_by_keys(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    outputs = OUTPUTS.rows
    page.show.change(outputs=OUTPUTS)
    page.settle()
    page.click(f"section_{OUTPUT}")
    assert editor(page, "audio.device", "editPicker").property("word") == "Focusrite"
    named = replace(row("audio.device", outputs[0].name, "output"), source="file")
    page.know(settings=settings(named=named))
    detail = f"2 outputs \u00b7 {outputs[0].system}"
    assert text_in(page, "audio.device", "pickerDetail") == detail
    page.sent()
    pick(page, "audio.device", "Silence")
    assert page.sent() == [ListOutputs(), ChangeSetting("audio.device", "null")]
    assert {one.name for one in outputs} <= set(
        editor(page, "audio.device", "editPicker").property("choices")
    )
    page.click(f"section_{WINDOWS}")
    picker = editor(page, "ui.language", "editPicker")
    picker.forceActiveFocus()
    page.press(Qt.Key.Key_Return)
    page.press(Qt.Key.Key_End)
    page.press(Qt.Key.Key_Return)
    assert ChangeSetting("ui.language", "fr") in page.sent()
    assert page.focus.objectName() == "editPicker"
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Escape)  # closes the list, not the page
    assert page.open == "settings"
    assert not [one for one in page.sent() if isinstance(one, ChangeSetting)]


@pytest.mark.soak
def test_a_folder_and_a_file_are_chosen_in_a_list(open_shared_page: Any, tmp_path: Path) -> None:
    (tmp_path / "sounds" / "drum").mkdir(parents=True)
    (tmp_path / "words.txt").write_text("x")
    page = open_shared_page("settings")
    here = row("show.word_list", str(tmp_path), "file")
    page.know(settings=settings(a=here, b=row("show.dir", str(tmp_path), "folder")))
    page.sent()
    browse(page, "show.word_list")
    page.press(Qt.Key.Key_Down)
    page.press(Qt.Key.Key_Return)
    assert page.sent() == [ChangeSetting("show.word_list", str(tmp_path / "words.txt"))]
    assert not page.there("fileChooser")
    browse(page, "show.dir")
    page.press(Qt.Key.Key_Return)
    page.click("chooserUse")
    assert page.sent() == [ChangeSetting("show.dir", str(tmp_path / "sounds"))]
    # By mouse as in every list of files: a click selects, a double click opens.
    browse(page, "show.word_list")
    for name in ("sounds", "drum"):
        row_of = [i for i in page.ui.items(page.find("chooserEntries")) if said(i) == name]
        page.ui.click(*row_of)
        assert Path(page.text("chooserFolder")).name != name
        page.ui.click(*row_of, double=True)
        assert Path(page.text("chooserFolder")).name == name
    assert page.sent() == []
    page.press(Qt.Key.Key_Escape)
    assert not page.there("fileChooser")
    assert page.open == "settings"


def test_kafka_is_edited_and_checked(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    page.sent()
    page.click(f"section_{KAFKA}")
    assert page.sent() == [CheckKafkaSettings()]
    know = page.show.snapshot().workers.settings
    page.know(settings=replace(know, checking=True))
    assert page.there("kafkaChecking")
    page.know(settings=replace(know, kafka=REFUSED))
    finding = page.find("finding_kafka")
    said = [item.property("text") for item in page.ui.items(finding)]
    assert any("connection refused" in str(text) for text in said)
    servers = editor(page, "kafka.bootstrap.servers", "editText")
    page.type_into(servers, "other:9092")
    page.press(Qt.Key.Key_Return)
    assert page.sent() == [ChangeSetting("kafka.bootstrap.servers", "other:9092")]
    name, value = (editor(page, "kafka.", one) for one in ("propertyName", "propertyValue"))
    page.type_into(name, "security.protocol")
    page.press(Qt.Key.Key_Return)
    page.ui.type("ssl")
    page.press(Qt.Key.Key_Return)
    assert page.sent() == [ChangeSetting("kafka.security.protocol", "ssl")]
    assert value.property("text") == ""
    wrong = row("kafka.", "", "property", problem="[kafka] x: no such property")
    page.know(settings=settings(changed=wrong))
    assert text_in(page, "kafka.", "settingProblem") == "[kafka] x: no such property"


def test_a_change_is_taken_back_and_a_page_reset(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    assert not page.there("settingsUndo")
    kept = row("show.top", "3", "whole", source="file", kept=True, label=message("Instruments"))
    know = replace(settings(changed=kept), undo="show.top")
    page.know(settings=know)
    assert page.text("settingsUndo") == "Undo: Instruments"
    page.sent()
    page.click("settingsUndo")
    assert page.sent() == [UndoSetting()]
    page.click("settingsReset")
    assert page.sent() == [ChangeSetting("show.top", "")]


@pytest.mark.soak
def test_search_finds_labels_keys_and_help_on_all_pages(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    page.type_into(page.find("settingsSearch"), "retweets")
    assert page.there("setting_show.count_retweets")
    assert not page.there("setting_show.window_ms")
    page.type_into(page.find("settingsSearch"), "zzz")
    assert page.there("settingsNothing")
    page.click(f"section_{KAFKA}")
    assert page.text("settingsSearch") == ""
    assert page.there("setting_kafka.bootstrap.servers")


def test_a_test_tone_beside_the_output_and_the_pre_listening(open_shared_page: Any) -> None:
    page = open_shared_page("settings")
    page.click(f"section_{OUTPUT}")
    tone = editor(page, "audio.device", "testTone")
    assert not tone.isVisible()  # this program plays none
    cue = row("audio.cue", "3-4", "choice", choices=("off", "3-4"))
    offers = (*page.show.snapshot().workers.offers, "PlayTone")
    page.know(settings=settings(cue=cue), offers=offers)
    page.sent()
    page.ui.click(tone)
    assert page.sent() == [PlayTone("Focusrite", "1-2")]
    page.know(tone=ToneState("1-2", running=True))
    assert text_in(page, "audio.device", "toneText") == "The tone sounds\u2026"
    assert tone.property("locked")
    refused = message("The show is heard on {device}: listen.", device="Focusrite")
    page.know(tone=ToneState("1-2", level="off", text=refused))
    assert text_in(page, "audio.device", "toneText") == "The show is heard on Focusrite: listen."
    cued = editor(page, "audio.cue", "testTone")
    cued.forceActiveFocus()
    page.press(Qt.Key.Key_Return)
    assert page.sent() == [PlayTone("Focusrite", "3-4")]
    page.know(tone=ToneState("3-4", level="ok", text=message("undo")))
    assert not editor(page, "audio.device", "toneText").isVisible()
    assert editor(page, "audio.cue", "toneText").isVisible()
    page.know(settings=settings(cue=row("audio.cue", "off", "choice", choices=("off", "3-4"))))
    assert not editor(page, "audio.cue", "testTone").isVisible()


def test_all_groups_and_whole_notes_fit_a_small_screen(open_ui: Any) -> None:
    ui = open_ui(demo(workers=workers_state()), (1024, 600))
    page = Page(ui, "settings")
    groups = {f"{g[0]}.x": row(f"{g[0]}.x", "", "text") for g in GROUPS}
    told = row(
        "show.x",
        "256",
        "whole",
        default="256",
        source="option",
        given_by="--a-long-name-of-an-option-that-wins-over-the-file",
    )
    page.know(settings=settings(**groups, told=told))
    page.settle()

    def top(item: Any) -> float:
        return float(item.mapToScene(QPointF(0, 0)).y())

    tabs = [page.find(f"section_{number}") for number in range(len(GROUPS))]
    for above, below in pairwise(tabs):
        assert top(above) + above.height() <= top(below)
    foot = page.find("settingsNote")  # 7 px above the page's end
    assert top(tabs[-1]) + tabs[-1].height() <= top(foot) + foot.height() + 7
    note = editor(page, "show.x", "settingSource")
    assert note.property("text").endswith("default: 256")
    assert not note.property("truncated")


def test_the_pictures_offset_is_set_by_tapping_where_the_beat_is_heard(
    open_shared_page: Any,
) -> None:
    page = open_shared_page("settings")
    page.click(f"section_{OUTPUT}")
    page.ui.click(editor(page, "audio.visual_offset_ms", "tapToSet"))
    page.settle()
    assert page.open == "checks"
