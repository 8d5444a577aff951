"""Writes the commit into what is built, as ``mwk_desktop/commit.txt``: a hook of hatchling.

A checkout asks git; an sdist carries the file, so that a wheel built from it has it too, and is the
same byte for byte. An editable install carries none: it asks git each time.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# The source that is built, not one that may be installed.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mwk_desktop.program_version import COMMIT_FILE, commit_of


class CommitHook(BuildHookInterface):  # type: ignore[type-arg]
    """Adds the file to a wheel and an sdist."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        commit = commit_of(Path(self.root) / "mwk_desktop")
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        if version == "editable" or not commit:
            return
        self._folder = tempfile.TemporaryDirectory(prefix="mwk-commit-")
        path = Path(self._folder.name) / COMMIT_FILE
        path.write_text(f"{commit}\n", "ascii")
        # It takes the place of the one that an sdist carries.
        build_data["force_include"][str(path)] = f"mwk_desktop/{COMMIT_FILE}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        del version, build_data, artifact_path
        if self._folder is not None:
            self._folder.cleanup()
