"""Settings kept from the console: comments stay, what wins is said, secrets are not."""

from __future__ import annotations

import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.app.workers.settings_file import settings_in_file, write_setting
from mwk_desktop.app.workers.settings_worker import DOTS, SettingsWorker
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.verb_options import options_of
from mwk_desktop.show.commands import ChangeSetting
from mwk_desktop.show.settings.load import SettingsError, describe, load_settings
from mwk_desktop.show.workers_state import SettingRow, SettingsList, WorkersState

MINE = """\
# my evening
[show]   # the rules
window_ms = 15_000  # short
# never forget
hashtag = "mwk"

[kafka]
bootstrap.servers = "kafka:9092"
"sasl.password" = "hunter2"
"""


class Desk:
    def __init__(self, path: Path, toml: str, environ: dict[str, str], *arguments: str) -> None:
        self.path = path
        if toml:
            path.write_text(toml, "utf-8")
        options = options_of(parser().parse_args(["live", "--config", str(path), *arguments]))
        self.desk = SettingsWorker(options, environ)

    def change(self, name: str, value: str) -> None:
        self.desk.handle_request(ChangeSetting(name, value))

    @property
    def list(self) -> SettingsList:
        settings = self.desk.complete_state(WorkersState(), None).settings  # type: ignore[arg-type]
        assert settings is not None
        return settings

    def row(self, name: str) -> SettingRow:
        return next(row for row in self.list.rows if row.name == name)


@pytest.fixture
def open_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Desk]:
    import os

    for name in (*os.environ,):
        if name.startswith("MWK_"):
            monkeypatch.delenv(name)

    def make(toml: str = MINE, environ: dict[str, str] | None = None, *arguments: str) -> Desk:
        for name, value in (environ or {}).items():
            monkeypatch.setenv(name, value)
        return Desk(tmp_path / "mwk.toml", toml, environ or {}, *arguments)

    return make


def test_every_setting_is_there(open_desk: Any) -> None:
    desk = open_desk()
    names = [row.name for row in desk.list.rows]
    assert set(names) >= {f"{one.section}.{one.key}" for one in describe()}
    assert len(names) == len(set(names))
    assert all(row.help for row in desk.list.rows)
    kinds = {"switch", "choice", "whole", "number", "text", "list", "folder", "secret", "shown"}
    assert {row.kind for row in desk.list.rows} <= kinds
    assert desk.row("show.quantize").choices == ("beat", "bar", "loop")
    assert desk.row("ui.language").kind == "choice"
    assert desk.list.path == str(desk.path)


def test_comments_and_order_stay(open_desk: Any) -> None:
    desk = open_desk()
    desk.change("show.window_ms", "7500")
    desk.change("show.opening", "drum, vocal")
    desk.change("audio.block_size", "512")
    assert desk.path.read_text("utf-8") == (
        MINE.replace("15_000", "7500").replace(
            'hashtag = "mwk"\n', 'hashtag = "mwk"\nopening = ["drum", "vocal"]\n'
        )
        + "\n[audio]\nblock_size = 512\n"
    )
    assert desk.row("show.window_ms").value == "7500"
    assert desk.row("show.window_ms").source == "file"
    assert desk.row("show.window_ms").kept
    assert desk.row("show.window_ms").needs_restart
    assert load_settings(desk.path, {}, {}).show.opening == ("drum", "vocal")


def test_back_to_the_default(open_desk: Any) -> None:
    desk = open_desk()
    desk.change("show.window_ms", "")
    assert "window_ms" not in desk.path.read_text("utf-8")
    assert "never forget" in desk.path.read_text("utf-8")
    assert (desk.row("show.window_ms").value, desk.row("show.window_ms").source) == (
        "30000",
        "default",
    )
    desk.change("show.opening", "")  # an empty list is a value: silence
    assert "opening = []" in desk.path.read_text("utf-8")
    assert desk.row("show.opening").source == "file"


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("show.window_ms", "3", "must be a whole number from 100 to 86400000"),
        ("show.window_ms", "soon", "must be a whole number"),
        ("show.opening", "banjo", "must be a list of instruments"),
        ("ui.scale", "9", "must be a number from 0.5 to 3"),
        ("ui.reduced_motion", "maybe", "must be true or false"),
        ("topics.input", "two words", "must be a topic's name"),
        ("audio.device", "a\x00b", "must be text"),
    ],
)
def test_what_does_not_fit_is_said_beside_it(
    open_desk: Any, name: str, value: str, words: str
) -> None:
    desk = open_desk()
    desk.change(name, value)
    assert desk.path.read_text("utf-8") == MINE
    assert words in str(desk.row(name).problem)
    assert not desk.list.problem
    desk.change(name, desk.row(name).value)
    assert not desk.row(name).problem


def test_variables_and_options_win_and_it_is_said(open_desk: Any) -> None:
    desk = open_desk(MINE, {"MWK_SHOW__HASHTAG": "devoxx"}, "--window-ms", "3750")
    row = desk.row("show.hashtag")
    assert (row.value, row.source, row.given_by) == ("devoxx", "environment", "MWK_SHOW__HASHTAG")
    row = desk.row("show.window_ms")
    assert (row.value, row.source, row.given_by) == ("3750", "option", "--window-ms")
    desk.change("show.hashtag", "other")
    assert 'hashtag = "other"' in desk.path.read_text("utf-8")
    row = desk.row("show.hashtag")
    assert (row.value, row.source, row.kept) == ("devoxx", "environment", True)


def test_kafka_servers_are_changed_where_they_stand(open_desk: Any) -> None:
    desk = open_desk()
    assert desk.row("kafka.bootstrap.servers").value == "kafka:9092"
    desk.change("kafka.bootstrap.servers", "one:9092,two:9092")
    text = desk.path.read_text("utf-8")
    assert text == MINE.replace("kafka:9092", "one:9092,two:9092")
    desk.change("kafka.group.id", "mine")
    assert desk.path.read_text("utf-8") == text
    assert "kafka.group.id" in str(desk.list.problem)
    desk.change("kafka.bootstrap.servers", "")
    assert "bootstrap" not in desk.path.read_text("utf-8")
    assert load_settings(desk.path, {}, {}).kafka == {"sasl.password": "hunter2"}


def test_secrets_are_never_shown(open_desk: Any) -> None:
    desk = open_desk(MINE + '[twitter]\nbearer_token = "AAAA-secret"\n')
    assert desk.row("kafka.sasl.password").value == DOTS
    assert desk.row("twitter.bearer_token").value == DOTS
    assert desk.row("twitter.bearer_token").kind == "secret"
    desk.change("twitter.bearer_token", "BBBB-secret\x00")
    assert "BBBB" not in str(desk.row("twitter.bearer_token").problem)
    assert desk.row("twitter.bearer_token").problem
    desk.change("twitter.bearer_token", "CCCC-secret")
    assert 'bearer_token = "CCCC-secret"' in desk.path.read_text("utf-8")
    for word in ("hunter2", "-secret"):
        assert word not in repr(desk.list)


def test_a_file_is_made_for_its_owner_only(tmp_path: Path, open_desk: Any) -> None:
    path = tmp_path / "conf" / "mwk.toml"
    write_setting(path, "show", "top", 3)
    assert path.read_text("utf-8") == "[show]\ntop = 3\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.chmod(0o640)
    write_setting(path, "show", "top", 4)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(path.parent.iterdir()) == [path]
    link = tmp_path / "link.toml"
    link.symlink_to(path)
    write_setting(link, "show", "top", 5)
    assert link.is_symlink()
    assert "top = 5" in path.read_text("utf-8")


def test_a_file_that_is_broken_meanwhile_stays_as_it_is(open_desk: Any) -> None:
    desk = open_desk()
    desk.path.write_text("[show\n", "utf-8")
    desk.change("show.top", "3")
    assert "is not TOML" in str(desk.list.problem)
    assert desk.path.read_text("utf-8") == "[show\n"
    desk.path.write_bytes(b"\xff\xfe")
    desk.change("show.top", "3")
    assert "is not UTF-8" in str(desk.list.problem)
    desk.path.unlink()
    desk.path.mkdir()
    desk.change("show.top", "3")
    assert str(desk.path) in str(desk.list.problem)
    with pytest.raises(SettingsError, match="cannot be"):
        write_setting(Path("/proc/mwk.toml"), "show", "top", 3)


def test_unknown_settings(open_desk: Any) -> None:
    desk = open_desk()
    for name in ("show.nothing", "nothing", "shw.top", ""):
        desk.change(name, "3")
        assert desk.list.problem
    assert desk.path.read_text("utf-8") == MINE


@settings(max_examples=40)
@given(st.sampled_from(list(describe())), st.text(max_size=20))
def test_whatever_is_typed_the_file_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, one: Any, text: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "mwk.toml"
    desk = Desk(path, MINE, {})
    desk.change(f"{one.section}.{one.key}", text)
    load_settings(path, {}, {})
    assert "# never forget" in path.read_text("utf-8")
    assert settings_in_file(path) >= {"show.hashtag"} or one.key == "hashtag"
