"""JACK goes and comes back at 44.1 kHz: a whole show plays on, in time, and says so."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import zstandard

from tests.engine.conftest import _children_start_like_the_app, jack_of
from tests.support import wait_for

__all__ = ["_children_start_like_the_app", "jack_of"]

ROOT = Path(__file__).parents[2]
MWK = (sys.executable, "-m", "mwk_desktop")
BPM = 128


class HeadlessShow:
    """`mwk --headless --json` and its health lines so far."""

    def __init__(self, state_dir: Path) -> None:
        command = [
            sys.executable,
            "-m",
            "mwk_desktop",
            "--headless",
            "--json",
            "--device",
            "system",
        ]
        self._out = state_dir / "out.jsonl"
        with self._out.open("wb") as out:
            self.process = subprocess.Popen(
                [*command, "--window-ms", "3750", "--state-dir", str(state_dir)],
                env={**os.environ, "PYTHONPATH": str(ROOT)},
                stdout=out,
                stderr=subprocess.PIPE,
            )

    def lines(self, kind: str) -> list[dict[str, Any]]:
        whole = self._out.read_bytes().rpartition(b"\n")[0].splitlines()
        return [line for line in map(json.loads, whole) if line["type"] == kind]

    def is_running(self) -> bool:
        health = self.lines("health")
        return bool(health) and health[-1]["engine"] == "running" and health[-1]["playing"] != []

    def end(self) -> str:
        self.process.terminate()
        return self.process.communicate(timeout=60)[1].decode()


@pytest.mark.timeout(300)
def test_the_show_plays_on_at_the_other_rate(tmp_path: Path, jack_of: Callable[..., Any]) -> None:
    server = jack_of(256)
    show = HeadlessShow(tmp_path)
    try:
        wait_for(show.is_running)
        server.kill()
        wait_for(lambda: show.lines("health")[-1]["engine"] == "silent")
        server.start(44_100)
        wait_for(show.is_running)
        seen = len(show.lines("health"))
        wait_for(lambda: len(show.lines("health")) > seen + 2)
    finally:
        said = show.end()
    assert "at 44.1 kHz: the sounds are conformed to it" in said
    assert "Traceback" not in said
    # The music's clock is the wall's, through all of it.
    health = [line for line in show.lines("health") if line["bar"] > 0]
    beats = [(line["t_ms"], 4 * line["bar"] + line["beat"]) for line in health]
    begin_ms, begin = beats[0]
    drift = [(beat - begin) - (t_ms - begin_ms) * BPM / 60_000 for t_ms, beat in beats]
    assert max(drift) - min(drift) <= 2.0
    recording = max(tmp_path.rglob("*.jsonl.zst"), key=lambda path: path.stat().st_size)
    rates = [line["rate_hz"] for line in _show_lines(recording) if line["type"] == "segment"]
    assert rates[-1] == 44_100
    replayed = subprocess.run(
        [*MWK, "replay", recording, "--headless", "--speed", "max", "--json"],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=True,
    )
    lines = [json.loads(line) for line in replayed.stdout.splitlines()]
    live = show.lines("window")
    assert [line for line in lines if line["type"] == "window"][: len(live)] == live


def _show_lines(recording: Path) -> list[dict[str, Any]]:
    """What the show decided, from a recording that a signal ended."""
    with zstandard.open(recording, "rt", encoding="utf-8") as file:
        records = [json.loads(line) for line in file]
    return [json.loads(each["payload"]) for each in records if each["topic"] == "mwk-show"]
