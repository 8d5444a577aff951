"""Settings that are wrong are named with their place and the remedy; secrets never are."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.messages import languages
from mwk_desktop.show.settings.load import SettingsError, describe, load_settings
from mwk_desktop.show.settings.value_kinds import HIDDEN
from tests.show.settings_files import _own_config_folder, problem, written

__all__ = ["_own_config_folder"]

LANGUAGES = ", ".join(languages())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[show]\nwindow = 1", ["[show] window", "unknown key", "did you mean window_ms?"]),
        ("[show]\nxyzzy = 1", ["[show] xyzzy", "unknown key", "known are window_ms, grace_ms"]),
        ("[shwo]\ntop = 1", ["[shwo] top", "unknown section", "did you mean show?"]),
        ("[shwo]", ["[shwo]", "unknown section", "did you mean show?"]),
        ("window_ms = 3750", ["window_ms", "must stand under [show]"]),
        ("show = 3", ["show", "must be a table, [show]"]),
        ("[[show]]\ntop = 1", ["show", "must be a table, [show]"]),
        ('[show]\nwindow_ms = "3750"', ["[show] window_ms", "whole number", '"3750"']),
        ("[show]\nwindow_ms = 3750.0", ["window_ms", "whole number", "3750.0"]),
        ("[show]\nwindow_ms = true", ["window_ms", "whole number", "true"]),
        ("[show]\nwindow_ms = 99", ["window_ms", "from 100 to", "99"]),
        ("[show]\nwindow_ms = -1", ["window_ms", "-1"]),
        ("[show]\ntop = 0", ["top", "1 to 8", "0"]),
        ("[show]\ntop = 9", ["top", "1 to 8", "9"]),
        ('[show]\nquantize = "halfbar"', ["quantize", "beat, bar, loop", "halfbar"]),
        ('[show]\nopening = ["guitar"]', ["opening", "guitar", "drum"]),
        ("[show]\nopening = [1]", ["opening", "instruments"]),
        ("[show]\nopening = 1", ["opening", "instruments"]),
        ('[show]\nhashtag = ""', ["hashtag"]),
        ('[show]\nhashtag = "a b"', ["hashtag", "a b"]),
        ('[show]\nblocked = ["a b"]', ["blocked", "a b"]),
        ("[show]\nrequire_hashtag = 1", ["require_hashtag", "true or false"]),
        ("[audio]\nblock_size = 0", ["[audio] block_size", "16 to 8192", "0"]),
        ("[audio]\nblock_size = 8193", ["block_size", "16 to 8192"]),
        ("[audio]\nlatency_ms = 0", ["latency_ms"]),
        ("[audio]\nvisual_offset_ms = 301", ["visual_offset_ms", "0 to 300"]),
        ("[audio]\ndevice = 3", ["device", "text"]),
        ('[topics]\ninput = "a b"', ["input", "topic"]),
        ('[topics]\ninput = ".."', ["input", "topic"]),
        ('[topics]\ninput = ""', ["input", "topic"]),
        ("[ui]\nscale = nan", ["scale", "0.5 to 3", "nan"]),
        ("[ui]\nscale = inf", ["scale", "inf"]),
        ("[ui]\nscale = 0.1", ["scale", "0.5 to 3"]),
        ('[ui]\nscale = "big"', ["scale", "big"]),
        ('[ui]\nlanguage = "!"', ["language"]),
        ('[ui]\nlanguage = "tlh"', ["[ui] language", f"must be one of {LANGUAGES}", "tlh"]),
        ('[ui]\nlanguage = "french"', ["[ui] language", f"must be one of {LANGUAGES}"]),
        ("[page]\nport = 65536", ["port", "65535"]),
        ("[osc]\nallow = [1]", ["[osc] allow", "addresses or networks", "1 is not one"]),
        ("[osc]\nallow = [true]", ["[osc] allow", "true"]),
        ('[osc]\nallow = ["192.168.1"]', ["[osc] allow", "192.168.1"]),
        ('[kafka]\n"a.b" = [1]', ["[kafka] a.b", "must be text"]),
        ('[kafka]\n"a.b" = inf', ["[kafka] a.b", "must be text"]),
        ('[sounds]\ndir = "~nobody-of-this-name/x"', ["[sounds] dir", "home folder"]),
    ],
)
def test_a_wrong_file_is_named_with_key_and_remedy(
    tmp_path: Path, text: str, words: list[str]
) -> None:
    path = written(tmp_path, text)
    message = problem(path)
    assert message.startswith(str(path))
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    ("environ", "words"),
    [
        ({"MWK_SHOW__WINDOWMS": "1"}, ["MWK_SHOW__WINDOWMS", "did you mean window_ms?"]),
        ({"MWK_SHOW__TOP": "many"}, ["MWK_SHOW__TOP", "whole number", "many"]),
        ({"MWK_SHOW__TOP": ""}, ["MWK_SHOW__TOP", "whole number"]),
        ({"MWK_SHOW__TOP": "1_0"}, ["MWK_SHOW__TOP"]),
        ({"MWK_SHOW__TOP": "9" * 5000}, ["MWK_SHOW__TOP"]),
        ({"MWK_SHOW__REQUIRE_HASHTAG": "maybe"}, ["MWK_SHOW__REQUIRE_HASHTAG", "true or false"]),
        ({"MWK_SHOW__OPENING": "[drum"}, ["MWK_SHOW__OPENING", "instruments"]),
        ({"MWK_UI__SCALE": "nan"}, ["MWK_UI__SCALE"]),
        ({"MWK_UI__SCALE": "1e999"}, ["MWK_UI__SCALE"]),
        ({"MWK_SHOE__TOP": "1"}, ["MWK_SHOE__TOP", "unknown section", "did you mean show?"]),
        ({"MWK_TOP": "1"}, ["MWK_TOP", "unknown variable", "MWK_<SECTION>__<KEY>"]),
        ({"MWK_STATEDIR": "x"}, ["MWK_STATEDIR", "did you mean MWK_STATE_DIR?"]),
        ({"MWK_SHOW__": "1"}, ["MWK_SHOW__", "unknown variable"]),
        ({"MWK_AUDIO__DEVICE": "a\x00b"}, ["MWK_AUDIO__DEVICE"]),
        ({"MWK_CONFIG": "~nobody-of-this-name/x"}, ["MWK_CONFIG", "home folder"]),
    ],
)
def test_a_wrong_variable_is_named(environ: dict[str, str], words: list[str]) -> None:
    message = problem(environ=environ)
    assert message.startswith(words[0])
    for word in words:
        assert word in message


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ({"audio.block_size": 0}, ["--block-size", "16 to 8192", "0"]),
        ({"show.seed": "x"}, ["--seed", "whole number"]),
        ({"show.window_ms": math.nan}, ["--window-ms", "nan"]),
        ({"topics.input": "a/b"}, ["--topic", "a/b"]),
        ({"audio.blocksize": 3}, ["--blocksize", "did you mean block_size?"]),
        ({"nothing": 3}, ["unknown section nothing"]),
    ],
)
def test_a_wrong_flag_is_named(flags: dict[str, object], words: list[str]) -> None:
    message = problem(flags=flags)
    for word in words:
        assert word in message


def test_files_that_are_no_settings(tmp_path: Path) -> None:
    assert "no such file" in problem(tmp_path / "missing.toml")
    assert "is a folder" in problem(tmp_path)
    binary = tmp_path / "binary.toml"
    binary.write_bytes(b"\xff\xfe\x00\x01")
    assert "is not UTF-8" in problem(binary)
    broken = written(tmp_path, "[show\n")
    message = problem(broken)
    assert "is not TOML" in message
    assert "line 1" in message
    assert "is not TOML" in problem(written(tmp_path, "a = " + "[" * 5000))
    large = tmp_path / "large.toml"
    large.write_bytes(b"#" * (1 << 21))
    assert "too large" in problem(large)
    assert "cannot be read" in problem(tmp_path / ("x" * 300))
    assert "unknown key a\\nb" in problem(written(tmp_path, '[show]\n"a\\nb" = 1'))


@pytest.mark.parametrize("key", ["sasl.password", "ssl.key.password", "sasl.oauthbearer.config"])
def test_secrets_are_never_shown(tmp_path: Path, key: str) -> None:
    path = written(tmp_path, f'[kafka]\n"{key}" = "hunter2"\n[twitter]\nbearer_token = "hunter3"')
    settings = load_settings(path)
    assert settings.kafka[key] == "hunter2"
    shown = f"{settings!r} {settings} {settings.redacted()} {settings.twitter!r}"
    assert "hunter" not in shown
    assert settings.redacted()["kafka"][key] == HIDDEN
    assert settings.redacted()["twitter"]["bearer_token"] == HIDDEN


def test_errors_never_repeat_a_secret(tmp_path: Path) -> None:
    messages = [
        problem(written(tmp_path, '[kafka]\n"sasl.password" = ["hunter2"]')),
        problem(written(tmp_path, '[twitter]\nbearer_token = ["hunter2"]')),
        problem(written(tmp_path, '[twitter]\ntoken = "hunter2"')),
        problem(written(tmp_path, 'password = "hunter2"')),
        problem(environ={"MWK_KAFAK__SASL_PASSWORD": "hunter2"}),
        problem(environ={"MWK_PASSWORD": "hunter2"}),
        problem(environ={"MWK_TWITTER__BEARER_TOKEN": "hunter2\x00"}),
        problem(environ={"MWK_KAFKA__SASL_PASSWORD": "hunter2\x00"}),
    ]
    assert not [message for message in messages if "hunter" in message]


def test_a_login_inside_an_address_is_hidden() -> None:
    settings = load_settings(environ={"MWK_KAFKA__HTTPS_PROXY": "https://me:hunter2@proxy:1/x"})
    assert settings.redacted()["kafka"]["https.proxy"] == f"https://{HIDDEN}@proxy:1/x"


PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
NESTED = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
)
NAMES = [f"{line.section}.{line.key}" for line in describe()]


@given(st.sampled_from([*NAMES, "kafka.a.b"]), NESTED)
def test_any_value_is_taken_or_refused(name: str, value: object) -> None:
    """No value, however odd, gets past the checks or out as another exception."""
    try:
        settings = load_settings(flags={name: value})
    except SettingsError as error:
        assert "\n" not in str(error)  # noqa: PT017
        return
    section, _, key = name.partition(".")
    if section == "kafka" or value is None:
        return
    again = load_settings(flags={name: getattr(getattr(settings, section), key)})
    assert getattr(getattr(again, section), key) == getattr(getattr(settings, section), key)


@given(st.sampled_from([*(line.variable for line in describe()), "MWK_KAFKA__A"]), st.text())
def test_any_text_is_taken_or_refused(variable: str, text: str) -> None:
    try:
        load_settings(environ={variable: text})
    except SettingsError as error:
        assert str(error).startswith(variable)  # noqa: PT017
        assert "\n" not in str(error)  # noqa: PT017
