"""The presenter's word list and its file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app.rules_setup import WORDS_FILE, rules_with, show_word_list
from mwk_desktop.app.running_show import RunningShow
from mwk_desktop.app.workers.word_list_worker import WordListWorker, lines_with
from mwk_desktop.show.commands import Undo
from mwk_desktop.show.message_commands import SetWordList
from mwk_desktop.show.settings.load import Settings, ShowSettings
from mwk_desktop.show.workers_state import WordListFile, WorkersState
from mwk_desktop.topology.counting import Counting
from mwk_desktop.word_list import read_word_list
from tests.show.shows import MUSIC, WINDOW_MS, Live


class Evening:
    """A worker without its thread beside real shows."""

    def __init__(self, folder: Path, text: str | None = None) -> None:
        self.path = folder / WORDS_FILE
        self.folder, self.shows = folder, 0
        show = ShowSettings()
        if text is not None:
            self.path = folder / "hall.txt"
            self.path.write_text(text, "utf-8")
            show = replace(show, word_list=str(self.path))
        self.settings = Settings(show=show, config_path=folder / "mwk.toml")
        self.worker = WordListWorker(self.settings)
        self.begin("live")

    def begin(self, kind: str) -> None:
        """Start a show, as the settings say."""
        self.shows += 1
        rules = replace(rules_with(self.settings, {}), window_ms=WINDOW_MS)
        counting = Counting(rules, MUSIC.clips, 5)
        self.live = Live(self.folder / f"show{self.shows}.jsonl", counting=counting)
        thread: Any = None
        self.worker.on_show_started(RunningShow(kind, thread))
        self.turn()

    def snapshot(self) -> Any:
        return self.live.show.next_snapshot()

    def turn(self) -> WordListFile:
        self.worker.complete_state(WorkersState(), self.snapshot())
        self.worker.on_idle()
        state = self.worker.complete_state(WorkersState(), self.snapshot()).word_list
        assert state is not None
        return state


def test_the_file_follows_the_list_and_its_undo(tmp_path: Path) -> None:
    evening = Evening(tmp_path, "# of this hall\ncrap  # rude\npromo*\n")
    evening.live.show.apply_command(SetWordList(("crap", "promo*", "bit.ly/win")))
    assert evening.turn().path == str(evening.path)
    text = evening.path.read_text("utf-8")
    assert text == "# of this hall\ncrap  # rude\npromo*\nbit.ly/win\n"
    evening.live.show.apply_command(Undo())
    evening.turn()
    assert evening.path.read_text("utf-8") == "# of this hall\ncrap  # rude\npromo*\n"
    evening.live.show.apply_command(SetWordList(("promo*",)))
    evening.turn()
    assert read_word_list(evening.path).words == ("promo*",)


def test_a_first_word_makes_a_file_with_which_the_next_show_begins(tmp_path: Path) -> None:
    evening = Evening(tmp_path)
    assert evening.turn() == WordListFile(str(evening.path))
    assert not evening.path.exists()
    evening.live.show.apply_command(SetWordList(("crap",)))
    evening.turn()
    assert evening.path.read_text("utf-8") == "crap\n"
    evening.begin("live")
    assert evening.snapshot().moderation.word_list.words == ("crap",)
    assert not evening.snapshot().can_undo  # no act of the presenter's
    assert show_word_list(Settings(config_path=tmp_path / "mwk.toml")).words == ("crap",)


def test_a_file_that_was_edited_between_two_shows_is_kept_on(tmp_path: Path) -> None:
    evening = Evening(tmp_path, "crap\n")
    evening.path.write_text("crap\nby hand\n", "utf-8")
    evening.begin("live")
    evening.live.show.apply_command(SetWordList(("crap", "by hand", "more")))
    evening.turn()
    assert read_word_list(evening.path).words == ("crap", "by hand", "more")


def test_a_replay_changes_no_file_and_the_next_show_has_the_list(tmp_path: Path) -> None:
    evening = Evening(tmp_path, "crap\n")
    evening.live.show.apply_command(SetWordList(("crap", "more")))
    evening.turn()
    evening.begin("replay")
    evening.live.show.apply_command(SetWordList(("another evening's",)))
    evening.turn()
    assert read_word_list(evening.path).words == ("crap", "more")
    evening.begin("live")
    assert evening.snapshot().moderation.word_list.words == ("crap", "more")


def test_a_file_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    evening = Evening(tmp_path, "crap\n")
    evening.path.unlink()
    evening.path.mkdir()
    evening.live.show.apply_command(SetWordList(("crap", "more")))
    assert "cannot be written" in str(evening.turn().problem)


@pytest.mark.parametrize("lines", [[], ["", "# a", "b # c"]])
def test_comments_and_empty_lines_stay(lines: list[str]) -> None:
    assert lines_with(lines, ("b", "c")) == [*lines, *(["b"] if not lines else []), "c"]
