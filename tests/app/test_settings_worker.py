"""Settings kept from the console: comments stay, what wins is said, secrets are not."""

from __future__ import annotations

import os
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
from mwk_desktop.messages import message, verbatim
from mwk_desktop.show.commands import ChangeSetting
from mwk_desktop.show.setting_commands import CheckKafkaSettings, UndoSetting
from mwk_desktop.show.settings.load import Settings, SettingsError, describe, load_settings
from mwk_desktop.show.workers_state import CheckFinding, SettingRow, SettingsList, WorkersState
from tests.support import examples, wait_for

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


class ServedSettings:
    def __init__(self, path: Path, toml: str, environ: dict[str, str], *arguments: str) -> None:
        self.path = path
        if toml:
            path.write_text(toml, "utf-8")
        options = options_of(parser().parse_args(["live", "--config", str(path), *arguments]))
        self.checked: list[Settings] = []
        self.worker = SettingsWorker(options, environ, self._check)

    def _check(self, settings: Settings) -> tuple[CheckFinding, ...]:
        self.checked.append(settings)
        return (CheckFinding("kafka", "bad", message("Broker"), verbatim("nobody there")),)

    def change(self, name: str, value: str) -> None:
        self.worker.handle_request(ChangeSetting(name, value))

    @property
    def list(self) -> SettingsList:
        settings = self.worker.complete_state(WorkersState(), None).settings  # type: ignore[arg-type]
        assert settings is not None
        return settings

    def row(self, name: str) -> SettingRow:
        return next(row for row in self.list.rows if row.name == name)


@pytest.fixture
def serve_settings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., ServedSettings]:
    import os

    for name in (*os.environ,):
        if name.startswith("MWK_"):
            monkeypatch.delenv(name)

    def make(
        toml: str = MINE, environ: dict[str, str] | None = None, *arguments: str
    ) -> ServedSettings:
        for name, value in (environ or {}).items():
            monkeypatch.setenv(name, value)
        return ServedSettings(tmp_path / "mwk.toml", toml, environ or {}, *arguments)

    return make


def test_every_setting_is_there(serve_settings: Any) -> None:
    served = serve_settings()
    names = [row.name for row in served.list.rows]
    assert set(names) >= {f"{one.section}.{one.key}" for one in describe()}
    assert len(names) == len(set(names))
    assert all(row.help for row in served.list.rows)
    assert all(row.label for row in served.list.rows)
    kinds = {"switch", "choice", "language", "whole", "number", "text", "list", "secret"}
    kinds |= {"folder", "file", "output", "screen", "property", "key"}
    assert {row.kind for row in served.list.rows} == kinds
    assert served.row("show.quantize").choices == ("beat", "bar", "loop")
    assert served.row("ui.language").kind == "language"
    assert served.list.path == str(served.path)


def test_comments_and_order_stay(serve_settings: Any) -> None:
    served = serve_settings()
    served.change("show.window_ms", "7500")
    served.change("show.opening", "drum, vocal")
    served.change("audio.block_size", "512")
    assert served.path.read_text("utf-8") == (
        MINE.replace("15_000", "7500").replace(
            'hashtag = "mwk"\n', 'hashtag = "mwk"\nopening = ["drum", "vocal"]\n'
        )
        + "\n[audio]\nblock_size = 512\n"
    )
    assert served.row("show.window_ms").value == "7500"
    assert served.row("show.window_ms").source == "file"
    assert served.row("show.window_ms").kept
    assert served.row("show.window_ms").needs_restart
    assert load_settings(served.path, {}, {}).show.opening == ("drum", "vocal")


def test_back_to_the_default(serve_settings: Any) -> None:
    served = serve_settings()
    served.change("show.window_ms", "")
    assert "window_ms" not in served.path.read_text("utf-8")
    assert "never forget" in served.path.read_text("utf-8")
    assert (served.row("show.window_ms").value, served.row("show.window_ms").source) == (
        "30000",
        "default",
    )
    served.change("show.opening", "")  # an empty list is a value: silence
    assert "opening = []" in served.path.read_text("utf-8")
    assert served.row("show.opening").source == "file"


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
    serve_settings: Any, name: str, value: str, words: str
) -> None:
    served = serve_settings()
    served.change(name, value)
    assert served.path.read_text("utf-8") == MINE
    assert words in str(served.row(name).problem)
    assert not served.list.problem
    served.change(name, served.row(name).value)
    assert not served.row(name).problem


def test_variables_and_options_win_and_it_is_said(serve_settings: Any) -> None:
    served = serve_settings(MINE, {"MWK_SHOW__HASHTAG": "devoxx"}, "--window-ms", "3750")
    row = served.row("show.hashtag")
    assert (row.value, row.source, row.given_by) == ("devoxx", "environment", "MWK_SHOW__HASHTAG")
    row = served.row("show.window_ms")
    assert (row.value, row.source, row.given_by) == ("3750", "option", "--window-ms")
    served.change("show.hashtag", "other")
    assert 'hashtag = "other"' in served.path.read_text("utf-8")
    row = served.row("show.hashtag")
    assert (row.value, row.source, row.kept) == ("devoxx", "environment", True)


def test_kafka_servers_are_changed_where_they_stand(serve_settings: Any) -> None:
    served = serve_settings()
    assert served.row("kafka.bootstrap.servers").value == "kafka:9092"
    served.change("kafka.bootstrap.servers", "one:9092,two:9092")
    text = served.path.read_text("utf-8")
    assert text == MINE.replace("kafka:9092", "one:9092,two:9092")
    served.change("kafka.bootstrap.servers", "")
    assert "bootstrap" not in served.path.read_text("utf-8")
    assert load_settings(served.path, {}, {}).kafka == {"sasl.password": "hunter2"}


def test_any_property_of_kafka_is_kept_if_librdkafka_takes_it(serve_settings: Any) -> None:
    served = serve_settings()
    served.change("kafka.security.protocol", "sasl_ssl")
    assert load_settings(served.path, {}, {}).kafka["security.protocol"] == "sasl_ssl"
    row = served.row("kafka.security.protocol")
    assert (row.value, row.source, row.kept) == ("sasl_ssl", "file", True)
    kept = served.path.read_text("utf-8")
    assert "# never forget" in kept
    for name, value, words in (
        ("no.such.thing", "1", "no such property"),
        ("security.protocol", "magic", "Invalid value"),
        ("enable.auto.commit", "true", "belongs to the show"),
        ("sasl.password.file", "/no/such/file", "No such file"),
        ("", "1", "must have a name"),
    ):
        served.change(f"kafka.{name}", value)
        beside = f"kafka.{name}" if name == "security.protocol" else "kafka."
        problem = str(served.row(beside).problem)
        assert words in problem
        assert "\n" not in problem
        assert served.path.read_text("utf-8") == kept
    # A password is kept, and never shown or said.
    served.change("kafka.sasl.password", "swordfish")
    assert "hunter2" not in served.path.read_text("utf-8")
    assert "swordfish" not in repr(served.list)
    assert served.row("kafka.sasl.password").kind == "secret"
    served.change("kafka.security.protocol", "")
    assert "security.protocol" not in served.path.read_text("utf-8")


def test_kafka_is_checked_as_mwk_check_does(serve_settings: Any) -> None:
    served = serve_settings()
    assert served.list.kafka == ()
    served.worker.handle_request(CheckKafkaSettings())
    found = wait_for(lambda: not served.list.checking and served.list.kafka)
    assert [str(one.found) for one in found] == ["nobody there"]
    assert served.list is served.list  # the same value while nothing changes
    served.change("kafka.bootstrap.servers", "other:9092")
    wait_for(lambda: len(served.checked) == 2 and not served.list.checking)
    assert served.checked[-1].kafka["bootstrap.servers"] == "other:9092"
    served.change("show.top", "4")
    assert len(served.checked) == 2


def test_changes_are_taken_back_one_by_one(serve_settings: Any) -> None:
    served = serve_settings()
    undo = UndoSetting()
    served.worker.handle_request(undo)  # nothing to undo
    texts = [served.path.read_text("utf-8")]
    for name, value in (
        ("show.window_ms", "7500"),
        ("show.opening", "drum, vocal"),
        ("show.window_ms", ""),
        ("kafka.sasl.password", "swordfish"),
        ("ui.scale", "1.5"),
    ):
        served.change(name, value)
        assert served.list.undo == name
        texts.append(served.path.read_text("utf-8"))
    served.change("show.top", "99")  # refused: nothing to take back
    assert served.list.undo == "ui.scale"
    values = [load_settings(served.path, {}, {}).redacted()]
    while served.list.undo:
        served.worker.handle_request(undo)
        values.append(load_settings(served.path, {}, {}).redacted())
    assert len(values) == 6
    now = served.path.read_text("utf-8")
    assert "# never forget" in now
    assert '"sasl.password" = "hunter2"' in now
    served.path.write_text(texts[0], "utf-8")
    assert load_settings(served.path, {}, {}).redacted() == values[-1]


def test_secrets_are_never_shown(serve_settings: Any) -> None:
    served = serve_settings(MINE + '[twitter]\nbearer_token = "AAAA-secret"\n')
    assert served.row("kafka.sasl.password").value == DOTS
    assert served.row("twitter.bearer_token").value == DOTS
    assert served.row("twitter.bearer_token").kind == "secret"
    served.change("twitter.bearer_token", "BBBB-secret\x00")
    assert "BBBB" not in str(served.row("twitter.bearer_token").problem)
    assert served.row("twitter.bearer_token").problem
    served.change("twitter.bearer_token", "CCCC-secret")
    assert 'bearer_token = "CCCC-secret"' in served.path.read_text("utf-8")
    for word in ("hunter2", "-secret"):
        assert word not in repr(served.list)


def test_a_file_is_made_for_its_owner_only(tmp_path: Path, serve_settings: Any) -> None:
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


def test_a_file_that_is_broken_meanwhile_stays_as_it_is(serve_settings: Any) -> None:
    served = serve_settings()
    served.path.write_text("[show\n", "utf-8")
    served.change("show.top", "3")
    assert "is not TOML" in str(served.list.problem)
    assert served.path.read_text("utf-8") == "[show\n"
    served.path.write_bytes(b"\xff\xfe")
    served.change("show.top", "3")
    assert "is not UTF-8" in str(served.list.problem)
    served.path.unlink()
    served.path.mkdir()
    served.change("show.top", "3")
    assert str(served.path) in str(served.list.problem)
    with pytest.raises(SettingsError, match="cannot be"):
        write_setting(Path("/proc/mwk.toml"), "show", "top", 3)


def test_unknown_settings(serve_settings: Any) -> None:
    served = serve_settings()
    for name in ("show.nothing", "nothing", "shw.top", ""):
        served.change(name, "3")
        assert served.list.problem
    assert served.path.read_text("utf-8") == MINE


@settings(max_examples=examples(40))
@given(st.sampled_from(list(describe())), st.text(max_size=20))
def test_whatever_is_typed_the_file_can_be_read(
    tmp_path_factory: pytest.TempPathFactory, one: Any, text: str
) -> None:
    path = tmp_path_factory.mktemp("any") / "mwk.toml"
    served = ServedSettings(path, MINE, {})
    served.change(f"{one.section}.{one.key}", text)
    load_settings(path, {}, {})
    assert "# never forget" in path.read_text("utf-8")
    assert settings_in_file(path) >= {"show.hashtag"} or one.key == "hashtag"


def test_keys_get_an_action_and_lose_it(serve_settings: Any) -> None:
    served = serve_settings('[keys]\n"ctrl+b" = "show.fade"  # mine\n')
    assert served.row("keys.Ctrl+B").value == "show.fade"
    assert served.row("keys.Ctrl+B").source == "file"
    served.change("keys.Ctrl+B", "show.hold")
    assert served.path.read_text("utf-8") == '[keys]\n"ctrl+b" = "show.hold"  # mine\n'
    served.change("keys..", "stage.winner")
    served.change("keys.PageDown", "none")
    assert load_settings(served.path, {}, {}).keys == {
        "Ctrl+B": "show.hold",
        ".": "stage.winner",
        "PageDown": "",
    }
    assert served.row("keys.PageDown").value == "none"
    assert not served.row("keys.PageDown").needs_restart
    assert served.list.undo == "keys.PageDown"
    served.worker.handle_request(UndoSetting())
    served.change("keys.Ctrl+B", "")
    assert load_settings(served.path, {}, {}).keys == {".": "stage.winner"}


@pytest.mark.parametrize(
    ("key", "action", "words"),
    [
        ("Tab", "show.hold", "must be a key such as PageDown"),
        ("", "show.hold", "must be a key such as PageDown"),
        ("B", "show.dance", "There is no action show.dance"),
        ("B", "strip.1.fader", "needs a value"),
    ],
)
def test_a_key_is_judged_before_it_is_saved(
    serve_settings: Any, key: str, action: str, words: str
) -> None:
    served = serve_settings()
    served.change(f"keys.{key}", action)
    assert words in str(served.row("keys.").problem)
    assert served.path.read_text("utf-8") == MINE
    served.change("keys.B", "show.hold")
    assert not served.row("keys.").problem


def test_a_key_that_a_variable_sets_says_so(serve_settings: Any) -> None:
    served = serve_settings(MINE, {"MWK_KEYS__PAGEDOWN": "show.hold"})
    row = served.row("keys.PageDown")
    assert (row.value, row.source, row.given_by) == (
        "show.hold",
        "environment",
        "MWK_KEYS__PAGEDOWN",
    )


def test_a_picture_that_cannot_be_shown_is_said_by_its_name(
    serve_settings: Callable[..., ServedSettings], tmp_path: Path
) -> None:
    served = serve_settings('[stage]\npicture = "gone.png"\n')
    gone = str(served.row("stage.picture").problem)
    assert str(tmp_path / "gone.png") in gone
    assert "PNG, JPEG or WebP" in gone
    (tmp_path / "notes.txt").write_text("no picture", "utf-8")
    os.mkfifo(tmp_path / "pipe")  # to open one waits for a writer
    for typed, why in (
        ("notes.txt", "is no picture"),
        ("pipe", "is no picture"),
        (str(tmp_path), "is a folder"),
    ):
        served.change("stage.picture", typed)
        assert why in str(served.row("stage.picture").problem)
    for head in (b"\x89PNG\r\n\x1a\n1234", b"\xff\xd8\xff12345678", b"RIFF1234WEBP"):
        (tmp_path / "evening").write_bytes(head)
        served.change("stage.picture", "evening")
        assert not served.row("stage.picture").problem
    served.change("stage.picture", "")
    assert not served.row("stage.picture").problem
