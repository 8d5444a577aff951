"""A recording opened from the console: the show that ran ends, the replay begins."""

from __future__ import annotations

import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from mwk_desktop.app import shows
from mwk_desktop.app.switch import Switch
from mwk_desktop.cli.main import parser
from mwk_desktop.cli.options import options_of
from tests.engine.conftest import _children_start_like_the_app
from tests.support import votes, write_lines

__all__ = ["_children_start_like_the_app"]


def wait_for(what: Any, timeout_s: float = 30.0) -> None:
    deadline = time.monotonic() + timeout_s
    pause = threading.Event()
    while not what():
        assert time.monotonic() < deadline
        pause.wait(0.02)


@pytest.fixture
def switch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("MWK_STATE_DIR", str(tmp_path / "state"))
    (tmp_path / "mwk.toml").touch()
    monkeypatch.setenv("MWK_CONFIG", str(tmp_path / "mwk.toml"))
    path = write_lines(tmp_path / "first.jsonl", votes(["drum", "pad"] * 10))
    args = parser().parse_args(["replay", str(path), "--device", "null", "--headless"])
    options = options_of(args)
    band = shows.gather(options)
    stack = ExitStack()
    thread = shows.prepare_replay(options, band, path)(stack)
    switch = Switch(thread, stack, lambda path: shows.prepare_replay(options, band, path))
    yield switch
    switch.close()


def test_a_recording_takes_over_and_a_bad_one_does_not(switch: Any, tmp_path: Path) -> None:
    wait_for(lambda: switch.snapshot().transport.frame > 0)
    assert switch.snapshot().source.name == "first.jsonl"

    switch.open_recording(tmp_path / "missing.jsonl")
    wait_for(lambda: switch.snapshot().problems)
    assert "missing.jsonl" in switch.snapshot().problems[0]
    frame = switch.snapshot().transport.frame
    wait_for(lambda: switch.snapshot().transport.frame > frame)

    second = write_lines(tmp_path / "second.jsonl", votes(["vocal"] * 5))
    switch.open_recording(second)
    wait_for(lambda: switch.snapshot().source.name == "second.jsonl")
    assert not switch.snapshot().problems
    wait_for(lambda: switch.snapshot().counts.tweets == 5)
