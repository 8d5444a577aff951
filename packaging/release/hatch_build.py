"""Writes the commit into what is built, as ``mwk_desktop/commit.txt``: a hook of hatchling.

In a checkout git tells it; an sdist carries it beside this file, so that a wheel built from it has
it too, and is the same byte for byte. An editable install carries none: it asks git each time.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NAME = "commit.txt"
HERE = "packaging/release"
TARGETS = {"wheel": f"mwk_desktop/{NAME}", "sdist": f"{HERE}/{NAME}"}


def commit(root: Path) -> str:
    """The checkout's commit, with ``+`` if it was changed since; "" if this is no checkout."""
    if not (root / ".git").exists():
        return ""
    command = ["git", "-C", str(root), "describe", "--always", "--abbrev=12"]
    command += ["--exclude=*", "--dirty=+"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""


class CommitHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the file to a wheel and an sdist."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        found = commit(Path(self.root))
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        carried = Path(self.root) / HERE / NAME
        if not found and carried.exists():
            found = carried.read_text("ascii").strip()
        if version == "editable" or not found:
            return
        self._folder = tempfile.TemporaryDirectory(prefix="mwk-commit-")
        path = Path(self._folder.name) / NAME
        path.write_text(f"{found}\n", "ascii")
        build_data["force_include"][str(path)] = TARGETS[self.target_name]

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        del version, build_data, artifact_path
        if self._folder is not None:
            self._folder.cleanup()
