"""Settings in a file of a test, and what is said of wrong ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from mwk_desktop.show.settings import load as loading
from mwk_desktop.show.settings.load import SettingsError, load_settings


@pytest.fixture(autouse=True)
def _own_config_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test reads the settings of whoever runs it."""
    folder = tmp_path / "config"
    folder.mkdir()
    monkeypatch.setattr(loading, "default_config_path", lambda: folder / "mwk.toml")


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "mwk.toml"
    path.write_text(text, encoding="utf-8")
    return path


def problem(
    path: Path | None = None,
    environ: Mapping[str, str] | None = None,
    flags: Mapping[str, object] | None = None,
) -> str:
    with pytest.raises(SettingsError) as caught:
        load_settings(path, environ, flags)
    message = str(caught.value)
    assert "\n" not in message
    return message
