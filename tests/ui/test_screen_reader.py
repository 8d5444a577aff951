"""What a screen reader is told, over AT-SPI, of the real program with its demo."""

from __future__ import annotations

import ctypes.util
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.units import INSTRUMENTS
from tests.support import needed

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def told(display: str, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """Everything that the accessibility bus says of the console."""
    needed("dbus-run-session", "dbus")
    if ctypes.util.find_library("atspi") is None:
        pytest.fail("libatspi is missing: install at-spi2-core")
    state = tmp_path_factory.mktemp("state")
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, HERE / "screen_reader.py", state],
        capture_output=True,
        text=True,
        env={**os.environ, "XDG_CONFIG_HOME": str(state)},
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]


def named(told: list[dict[str, Any]], role: str) -> list[str]:
    return [one["name"] for one in told if one["role"] == role]


@pytest.mark.soak
def test_rows_of_the_feed_say_who_wrote_what(told: list[dict[str, Any]]) -> None:
    rows = [name for name in named(told, "list item") if ": " in name]
    assert len(rows) >= 2
    assert all(name.split(": ", 1)[1].strip() for name in rows)


@pytest.mark.soak
def test_sliders_have_a_name_and_a_value(told: list[dict[str, Any]]) -> None:
    sliders = [one for one in told if one["role"] == "slider"]
    # A fader and a filter for each strip, and the master's fader.
    assert len(sliders) >= 2 * len(INSTRUMENTS) + 1
    for one in sliders:
        assert one["name"], one
        current, least, most = one["value"]
        assert (least, most) == (0, 100), one
        assert 0 <= current <= 100, one
    # Nothing is filtered, and the faders stand at 0 dB.
    values = {one["name"]: one["value"][0] for one in sliders}
    assert {value for name, value in values.items() if name.startswith("Filter")} == {50}
    assert {value for name, value in values.items() if "0.0 dB" in name} == {80}
    assert len({one["name"] for one in sliders}) == len(sliders)


@pytest.mark.soak
def test_now_and_next_are_texts(told: list[dict[str, Any]]) -> None:
    said = [f"{one['name']} {one['description']}".lower() for one in told]
    strips = [text for text in said if "now" in text and "next" in text]
    assert len(strips) >= len(INSTRUMENTS), strips


@pytest.mark.soak
def test_health_is_said(told: list[dict[str, Any]]) -> None:
    said = " ".join(one["name"] for one in told).lower()
    for words in ("no broker", "tweets", "show recorded", "stage closed"):
        assert words in said
