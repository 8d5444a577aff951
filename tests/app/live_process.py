"""`mwk live` as a process of its own, and what it has kept."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import msgspec

from mwk_desktop.records.recording_writer import read_recording
from mwk_desktop.show.drivers.committing import restored
from mwk_desktop.store.show_file import ShowFile
from mwk_desktop.store.show_folder import list_shows
from mwk_desktop.topics import SHOW_TOPIC
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.support import wait_for

ROOT = Path(__file__).parents[2]


WINDOW_MS = 3_750


class Live:
    """`mwk live` as a process; its JSON lines are read on a thread."""

    def __init__(self, kafka: dict[str, Any], topic: str, state_dir: Path, *more: str) -> None:
        command = [sys.executable, "-m", "mwk_desktop", "live", "--headless", "--json"]
        command += ["--bootstrap-servers", kafka["bootstrap.servers"], "--topic", topic]
        command += ["--device", "null", "--window-ms", str(WINDOW_MS)]
        command += ["--state-dir", str(state_dir), *more]
        self.lines: list[dict[str, Any]] = []
        self.log = state_dir / "stderr.log"
        state_dir.mkdir(exist_ok=True)
        with self.log.open("ab") as stderr:
            self.process = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=stderr, text=True, cwd=ROOT,
                env={**os.environ, "MWK_CONFIG": str(empty_config(state_dir))},
            )  # fmt: skip
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            if line.endswith("\n"):
                self.lines.append(json.loads(line))

    def health(self) -> dict[str, Any]:
        found = [line for line in self.lines if line["type"] == "health"]
        return found[-1] if found else {}

    def wait_for(self, what: Any, timeout_s: float = 90.0) -> None:
        def seen() -> object:
            assert self.process.poll() is None, self.log.read_text("utf-8")
            return what(self.health())

        wait_for(seen, timeout_s, otherwise=lambda: (self.health(), self.log.read_text("utf-8")))

    def kill(self) -> None:
        self.process.kill()
        self.close()

    def end(self) -> None:
        self.process.terminate()
        assert self.process.wait(60) == 0, self.log.read_text("utf-8")
        self.close()

    def close(self) -> None:
        self.process.wait()
        self._reader.join()
        assert self.process.stdout is not None
        self.process.stdout.close()


def empty_config(state_dir: Path) -> Path:
    path = state_dir / "mwk.toml"
    path.touch()
    return path


def kept(state_dir: Path) -> Counting:
    """What the program's own store holds after a clean end."""
    entries = list_shows(state_dir / "shows")
    assert len(entries) == 1
    file = ShowFile.open(entries[0].path)
    try:
        counting = restored(file.load(), CountingRules(window_ms=WINDOW_MS), {})
    finally:
        file.close()
    assert counting is not None
    return counting


def log_of(state_dir: Path) -> list[dict[str, Any]]:
    """What a console's own recording holds of the show's decisions."""
    (path,) = (state_dir / "recordings").iterdir()
    records = read_recording(path)
    return [msgspec.json.decode(r.value or b"") for r in records if r.topic == SHOW_TOPIC]
