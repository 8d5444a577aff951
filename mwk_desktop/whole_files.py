"""Small files that are never half written."""

from __future__ import annotations

from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write a file beside its place and put it there: a reader finds the old one or the new one.

    Its folder is created where it is missing.

    Raises
    ------
    OSError
        It cannot be written; the old one is still there.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_suffix(".new")
    half.write_text(text, "utf-8")
    half.replace(path)
