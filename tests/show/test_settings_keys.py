"""``[keys]``: keys and clicker buttons that the presenter gave an action."""

from __future__ import annotations

from pathlib import Path

import pytest

from mwk_desktop.show.settings.key_table import key_name
from mwk_desktop.show.settings.load import SettingsError, load_settings


def load(tmp_path: Path, lines: str) -> dict[str, str]:
    path = tmp_path / "mwk.toml"
    path.write_text(f"[keys]\n{lines}\n", "utf-8")
    settings = load_settings(path)
    assert settings.redacted()["keys"] == settings.keys
    return dict(settings.keys)


def test_keys_are_named_as_the_windows_name_them(tmp_path: Path) -> None:
    lines = 'pagedown = "show.hold"\nb = "stage.black"\n"." = ""\n"ctrl+F5" = "show.undo"'
    assert load(tmp_path, lines) == {
        "PageDown": "show.hold",
        "B": "stage.black",
        ".": "",
        "Ctrl+F5": "show.undo",
    }
    assert key_name("ctrl++") == "Ctrl++"
    assert key_name("+") == "+"


def test_a_variable_gives_a_key_too() -> None:
    assert load_settings(environ={"MWK_KEYS__PAGEUP": "show.fade"}).keys == {"PageUp": "show.fade"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('PageDwn = "show.hold"', "PageDwn: must be a key such as PageDown, B or Ctrl+F5"),
        ('"Hyper+B" = "show.hold"', "must be a key"),
        ('"é" = "show.hold"', "must be a key"),
        ('B = "show.hodl"', "no action show.hodl. The nearest is show.hold."),
        ('B = "strip.1.fader"', "strip.1.fader needs a value, a key has none"),
        ("B = 5", 'must be an action in quotes, or "" for none, is 5'),
    ],
)
def test_a_wrong_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    with pytest.raises(SettingsError, match=r"mwk\.toml") as error:
        load(tmp_path, line)
    assert said in str(error.value)
