"""Settings: three places, one result; whatever is wrong is named, secrets never are."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.app.workers.settings_file import write_setting
from mwk_desktop.show.settings import load as loading
from mwk_desktop.show.settings.load import (
    SECTIONS,
    SchemaFieldsSettings,
    Settings,
    attribute_of,
    default_config_path,
    describe,
    load_settings,
)
from tests.show.settings_files import _own_config_folder, problem, written

__all__ = ["_own_config_folder"]


def test_defaults_are_those_of_the_design() -> None:
    settings = load_settings()
    assert settings == Settings()
    assert settings.redacted() == {
        "show": {
            "window_ms": 30000,
            "grace_ms": 250,
            "top": 5,
            "quantize": "bar",
            "opening": ["drum", "pad"],
            "seed": None,
            "hashtag": "mwk",
            "require_hashtag": False,
            "count_retweets": True,
            "max_votes_per_user": 0,
            "blocked": [],
            "moderation": "open",
            "word_list": "",
            "approvals_to_pass": 0,
        },
        "audio": {
            "device": "",
            "block_size": 256,
            "latency_ms": 40,
            "cue": "off",
            "visual_offset_ms": 0,
        },
        "sounds": {"dir": ""},
        "music": {
            "takes": True,
            "transitions": True,
            "floor": True,
            "ducking": True,
            "crossfade_beats": 0.0,
        },
        "topics": {"input": "twitter_json", "show": "mwk-show"},
        "schema_registry": {
            "url": "",
            "username": "",
            "password": "",
            "ca": "",
            "timeout_s": 5.0,
            "file": "",
            "framed": True,
            "message_name": "",
        },
        "schema_registry.fields": {
            "text": "",
            "screen_name": "",
            "name": "",
            "image_url": "",
            "id": "",
            "created_at": "",
            "retweet": "",
        },
        "midi": {"on": True, "takeover": True, "lights": True, "system": ""},
        "clock": {"midi": False, "ports": [], "link": False, "jack": False, "offset_ms": 0},
        "osc": {"on": False, "host": "127.0.0.1", "port": 9000, "allow": [], "send_to": []},
        "remote": {"host": "", "port": 8081},
        "talk": {"minutes": 45, "amber_minutes": 5, "red_minutes": 1, "ending": "none"},
        "spare": {"takeover": "key"},
        "keys": {},
        "kafka": {},
        "ui": {
            "language": "",
            "stage_second_language": "",
            "stage_screen": "",
            "stage_lost": "wait",
            "escape_held": False,
            "escape_leaves_full_screen": False,
            "reduced_motion": False,
            "scale": 1.0,
            "pictures": True,
        },
        "stage": {"black": "black", "picture": ""},
        "twitter": {
            "bearer_token": "",
            "bearer_token_file": "",
            "rule": "",
            "budget_usd": 0.0,
            "usd_per_post": 0.005,
            "usd_per_user": 0.01,
        },
        "mastodon": {"server": "mastodon.social", "access_token": "", "access_token_file": ""},
        "bluesky": {
            "jetstream": "wss://jetstream2.us-east.bsky.network",
            "api": "https://public.api.bsky.app",
        },
        "twitch": {"channel": "", "server": "ircs://irc.chat.twitch.tv:6697"},
        "page": {
            "host": "",
            "port": 8080,
            "address": "",
            "room_code": False,
            "word_list": "",
            "vote_every_s": 2.0,
            "vote_burst": 3,
            "address_votes_per_s": 1000.0,
            "address_phones": 3000,
            "message_length": 100,
            "name_length": 20,
        },
    }


def test_everything_in_a_file(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        """
        [show]
        window_ms = 3750
        grace_ms = 0
        top = 8
        quantize = "loop"
        opening = []
        seed = 7
        hashtag = "#été2018"
        require_hashtag = true
        count_retweets = false
        max_votes_per_user = 3
        blocked = ["@troll", "other"]
        [audio]
        device = "HDMI"
        block_size = 512
        latency_ms = 20
        visual_offset_ms = 120
        [sounds]
        dir = "my set"
        [topics]
        input = "tweets.v2"
        [kafka]
        bootstrap.servers = "one:9092,two:9092"
        "security.protocol" = "SASL_SSL"
        "enable.ssl.certificate.verification" = false
        "fetch.wait.max.ms" = 10
        "some.ratio" = 0.5
        [ui]
        language = "fr"
        stage_screen = "HDMI-1"
        reduced_motion = true
        scale = 2
        pictures = false
        [twitter]
        bearer_token_file = "token.txt"
        budget_usd = 12.5
        [page]
        host = "0.0.0.0"
        port = 80
        word_list = "words.txt"
        vote_every_s = 5
        """,
    )
    settings = load_settings(path)
    show = settings.show
    assert (show.window_ms, show.grace_ms, show.top, show.quantize) == (3750, 0, 8, "loop")
    assert (show.opening, show.seed, show.hashtag) == ((), 7, "été2018")
    assert (show.require_hashtag, show.count_retweets) == (True, False)
    assert (show.max_votes_per_user, show.blocked) == (3, ("troll", "other"))
    assert dataclasses.astuple(settings.audio) == ("HDMI", 512, 20, "off", 120)
    # Folders and files in the file are relative to the file.
    assert settings.sounds.dir == str(tmp_path / "my set")
    assert settings.twitter.bearer_token_file == str(tmp_path / "token.txt")
    assert settings.topics.input == "tweets.v2"
    assert settings.kafka == {
        "bootstrap.servers": "one:9092,two:9092",
        "security.protocol": "SASL_SSL",
        "enable.ssl.certificate.verification": "false",
        "fetch.wait.max.ms": "10",
        "some.ratio": "0.5",
    }
    assert dataclasses.astuple(settings.ui) == (
        *("fr", "", "HDMI-1", "wait", False, False, True, 2.0, False),
    )
    assert settings.twitter.budget_usd == 12.5
    assert (settings.page.host, settings.page.port) == ("0.0.0.0", 80)
    assert settings.page.word_list == str(tmp_path / "words.txt")
    assert settings.page.vote_every_s == 5.0
    assert settings.config_path == path


def test_flags_beat_variables_beat_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "[show]\nwindow_ms = 1000\ntop = 2\ngrace_ms = 1\n")
    environ = {"MWK_SHOW__TOP": "3", "MWK_SHOW__GRACE_MS": "2", "PATH": "/bin", "MWKISH": "x"}
    settings = load_settings(path, environ, {"show.grace_ms": 3, "show.top": None})
    assert (settings.show.window_ms, settings.show.top, settings.show.grace_ms) == (1000, 3, 3)


@pytest.mark.parametrize(
    ("variable", "text", "section", "key", "value"),
    [
        ("MWK_SHOW__WINDOW_MS", "3750", "show", "window_ms", 3750),
        ("MWK_SHOW__WINDOW_MS", " 3750 ", "show", "window_ms", 3750),
        ("MWK_SHOW__OPENING", "drum, melody", "show", "opening", ("drum", "melody")),
        ("MWK_SHOW__OPENING", '["drum", "vocal"]', "show", "opening", ("drum", "vocal")),
        ("MWK_SHOW__OPENING", "none", "show", "opening", ()),
        ("MWK_SHOW__OPENING", "", "show", "opening", ()),
        ("MWK_SHOW__OPENING", "[]", "show", "opening", ()),
        ("MWK_SHOW__OPENING", "pad,pad", "show", "opening", ("pad",)),
        ("MWK_SHOW__SEED", "-3", "show", "seed", -3),
        ("MWK_SHOW__SEED", "", "show", "seed", None),
        ("MWK_SHOW__SEED", "none", "show", "seed", None),
        ("MWK_SHOW__QUANTIZE", "BEAT", "show", "quantize", "beat"),
        ("MWK_SHOW__BLOCKED", "@a, b", "show", "blocked", ("a", "b")),
        ("MWK_SHOW__REQUIRE_HASHTAG", "yes", "show", "require_hashtag", True),
        ("MWK_SHOW__COUNT_RETWEETS", "0", "show", "count_retweets", False),
        ("MWK_AUDIO__DEVICE", "null", "audio", "device", "null"),
        ("MWK_SOUNDS__DIR", "sets/one", "sounds", "dir", str(Path("sets/one"))),
        ("MWK_UI__SCALE", "1.5", "ui", "scale", 1.5),
        ("MWK_PAGE__PORT", "0", "page", "port", 0),
        ("MWK_TWITTER__BEARER_TOKEN", "abc", "twitter", "bearer_token", "abc"),
    ],
)
def test_variables(variable: str, text: str, section: str, key: str, value: object) -> None:
    settings = load_settings(environ={variable: text})
    assert getattr(getattr(settings, section), key) == value


def test_kafka_variables() -> None:
    settings = load_settings(
        environ={
            "MWK_KAFKA__BOOTSTRAP_SERVERS": "h:9092",
            "MWK_KAFKA__SASL_PASSWORD": "00123",
            "MWK_KAFKA__SSL__CA": "x",
        }
    )
    # Text stays text: a password of digits keeps its zeros.
    assert settings.kafka == {
        "bootstrap.servers": "h:9092",
        "sasl.password": "00123",
        "ssl_ca": "x",
    }


def test_flags_may_be_typed_or_text() -> None:
    settings = load_settings(
        flags={
            "show.window_ms": "3750",
            "show.seed": 5,
            "audio.block_size": 64,
            "show.opening": "none",
            "kafka.bootstrap.servers": "h:1",
            "show.blocked": ["a"],
        }
    )
    assert (settings.show.window_ms, settings.show.seed) == (3750, 5)
    assert (settings.audio.block_size, settings.show.opening) == (64, ())
    assert settings.kafka == {"bootstrap.servers": "h:1"}
    assert settings.show.blocked == ("a",)


def test_the_programs_own_variables_are_no_settings() -> None:
    environ = {"MWK_STATE_DIR": "/tmp/x", "MWK_TEST_KAFKA": "1", "MWK_CONFIG": ""}
    assert load_settings(environ=environ) == Settings()


def test_the_platforms_file_is_read_if_it_is_there() -> None:
    path = loading.default_config_path()
    assert load_settings().config_path is None
    path.write_text("[show]\ntop = 3\n", encoding="utf-8")
    assert load_settings().show.top == 3
    assert load_settings().config_path == path


def test_the_variable_for_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "[show]\ntop = 4\n")
    assert load_settings(environ={"MWK_CONFIG": str(path)}).show.top == 4
    other = tmp_path / "other.toml"
    other.write_text("[show]\ntop = 6\n", encoding="utf-8")
    assert load_settings(other, {"MWK_CONFIG": str(path)}).show.top == 6
    assert "no such file" in problem(environ={"MWK_CONFIG": str(tmp_path / "no.toml")})


def test_platform_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert default_config_path().name == "mwk.toml"
    assert "mwk" in default_config_path().parent.name


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "mwk.toml"
    path.write_bytes(b"\xef\xbb\xbf[show]\r\ntop = 2\r\n")
    assert load_settings(path).show.top == 2


def test_the_reference_covers_every_field_and_is_true() -> None:
    described = list(describe())
    assert {(line.section, line.key) for line in described} == {
        (section, item.name)
        for section, cls in SECTIONS.items()
        for item in dataclasses.fields(cls)
    }
    for line in described:
        assert line.type
        assert str(line.help).endswith(".")
        assert line.right
        assert line.variable == f"MWK_{line.section.replace('.', '__')}__{line.key}".upper()
        default = line.default
        text = (
            ",".join(default) if isinstance(default, tuple) else str(default).removeprefix("None")
        )
        settings = load_settings(environ={line.variable: text})
        assert getattr(getattr(settings, attribute_of(line.section)), line.key) == default


def test_the_section_within_a_section_is_a_section(tmp_path: Path) -> None:
    path = tmp_path / "mwk.toml"
    path.write_text('[schema_registry]\nurl = "http://r"\n[schema_registry.fields]\ntext = "a.b"\n')
    settings = load_settings(path, {"MWK_SCHEMA_REGISTRY__FIELDS__ID": "n"})
    assert settings.schema_registry.url == "http://r"
    fields = settings.schema_registry_fields
    assert (fields.text, fields.id) == ("a.b", "n")
    write_setting(path, "schema_registry.fields", "name", "c")
    write_setting(path, "schema_registry.fields", "text", None)
    assert load_settings(path).schema_registry_fields == SchemaFieldsSettings(name="c")
    path.unlink()
    write_setting(path, "schema_registry.fields", "name", "c")
    assert load_settings(path).schema_registry_fields == SchemaFieldsSettings(name="c")
    path.write_text('[schema_registry.fields]\ntexd = "a"\n')
    assert "[schema_registry.fields] texd: unknown key" in problem(path)
    path.write_text('[schema_registry]\nfields = "a"\n')
    assert "[schema_registry] fields: unknown key" in problem(path)


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        load_settings().show.top = 3  # type: ignore[misc]


@given(st.integers(100, 86_400_000))
def test_numbers_round_trip_through_a_variable(window_ms: int) -> None:
    settings = load_settings(environ={"MWK_SHOW__WINDOW_MS": str(window_ms)})
    assert settings.show.window_ms == window_ms
