"""What all steps of ``build.py`` share: folders, commands, and a check of a show's output."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

# The source that is built, not one that may be installed.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mwk_desktop import __version__

VERSION = __version__
ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
DIST = ROOT / "dist"
BUILD = ROOT / "build"
SHOW_S = 8
NAME = "music-with-kafka"


class Failed(RuntimeError):  # noqa: N818
    """A step failed."""


def say(text: str) -> None:
    print(f"package: {text}", flush=True)


def run(*command: str | Path, cwd: Path = ROOT, env: dict[str, str] | None = None) -> str:
    """Run a command and return its stdout; raises with the end of its output."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        tail = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise Failed(f"{' '.join(map(str, command))}\nexit {done.returncode}\n{tail}")
    return done.stdout


def source_date() -> str:
    """The commit's time in seconds, for tools that write one into what they make."""
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    return given or run("git", "log", "-1", "--format=%ct").strip()


def size_mb(path: Path) -> float:
    """Size of a file, or of everything in a folder."""
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return sum(each.lstat().st_size for each in files if not each.is_symlink()) / 1e6


def check_show(lines: str, seconds: int, device: str = "") -> None:
    """Check the JSON Lines of a show: the transport moved and something sounded.

    Parameters
    ----------
    device
        Part of the name of the output that must have played; "" for any, or none.
    """
    health = [json.loads(line) for line in lines.splitlines() if line.startswith("{")]
    health = [line for line in health if line["type"] == "health"]
    if len(health) < seconds // 2:
        raise Failed(f"{len(health)} health lines in {seconds} s")
    last = health[-1]
    if last["bar"] < 1 or not any(line["playing"] for line in health):
        raise Failed(f"nothing plays: {last}")
    if device and device not in last["device"]:
        raise Failed(f"it does not play on {device}: {last}")
    windows = sum(1 for line in lines.splitlines() if '"type":"window"' in line)
    output = f" on {last['device']}" if device else ""
    say(f"  plays{output}: bar {last['bar']}, {last['tweets']} tweets, {windows} windows")
