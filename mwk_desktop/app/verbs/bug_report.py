"""Collects a bug report in one file: logs, versions, settings without secrets, the checks.

`mwk check --bundle FILE.zip`. It holds no audience messages, recordings or counts, only the names
and sizes of the files in the state folder.
"""

from __future__ import annotations

import importlib.metadata as metadata
import json
import os
import platform
import re
import sys
import time
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.wiring.program_log import FOLDER
from mwk_desktop.messages import message
from mwk_desktop.program_version import full_version
from mwk_desktop.show.workers_state import CheckFinding

PACKAGE = "music-with-kafka"
VARIABLES = ("DISPLAY", "LANG", "QT_", "WAYLAND_DISPLAY", "XDG_SESSION_TYPE", "JACK_", "PULSE_")
"""Variables that describe the machine; others are not read, as they may hold secrets."""


def versions() -> dict[str, str]:
    """Versions of the program and of the libraries it uses."""
    found = {"mwk": full_version(), "python": sys.version.split()[0], "system": platform.platform()}
    try:
        wanted = metadata.requires(PACKAGE) or []
    except metadata.PackageNotFoundError:  # the frozen program carries no metadata
        wanted = []
    for requirement in wanted:
        name = re.split(r"[^A-Za-z0-9._-]", requirement, maxsplit=1)[0]
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            found[name] = "not installed"
    return found


def state_files(folder: Path) -> Iterator[dict[str, Any]]:
    """Names, sizes and times of the files in the state folder."""
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        try:
            status = path.stat()
        except OSError:
            continue
        if path.is_file():
            changed = time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(status.st_mtime))
            name = str(path.relative_to(folder))
            yield {"name": name, "bytes": status.st_size, "changed": changed}


def write_bug_report(options: Options, path: Path, findings: Iterable[CheckFinding]) -> int:
    """Write the file; returns how many entries it has.

    Raises
    ------
    BadInput
        The file cannot be written; the message names it.
    """
    environ = {name: value for name, value in os.environ.items() if name.startswith(VARIABLES)}
    texts = {
        "versions.json": versions(),
        "settings.json": options.settings.redacted(),
        "variables.json": environ,
        "state-folder.json": list(state_files(options.state_dir)),
        "checks.json": [
            {
                "name": each.key,
                "level": each.level,
                "title": str(each.title),
                "found": str(each.found),
                "remedy": str(each.remedy),
            }
            for each in findings
        ],
    }
    half = path.with_name(f"{path.name}.part")
    try:
        # A clock before 1980 (a laptop without a battery) must not stop the report.
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as bundle:
            for name, value in texts.items():
                text = json.dumps(value, ensure_ascii=False, indent=1, default=str)
                # A file's name need not be UTF-8.
                bundle.writestr(name, (text + "\n").encode("utf-8", "backslashreplace"))
            for log in sorted((options.state_dir / FOLDER).glob("*.log*")):
                bundle.write(log, f"logs/{log.name}")
            count = len(bundle.namelist())
        half.replace(path)
    except OSError as error:
        with suppress(OSError):
            half.unlink()
        problem = message(
            "{path}: cannot be written: {reason}", path=f"--bundle {path}", reason=error.strerror
        )
        raise BadInput(problem) from None
    return count
