"""Print a version's section of the changelog: the notes of its release.

    python packaging/release/notes.py v0.9.0

Fails if the tag is not the program's version, or if the changelog has no dated section of it.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def notes(tag: str, program: str, changelog: str) -> str:
    """The section of a tag.

    Parameters
    ----------
    tag
        ``v`` and the version.
    program
        The version that the program says.
    changelog
        The text of ``CHANGELOG.md``.

    Raises
    ------
    ValueError
        The tag, the program and the changelog do not agree; the text says how.
    """
    if tag != f"v{program}":
        raise ValueError(f"the tag is {tag}, but the program says {program}")
    heading = rf"^## \[{re.escape(program)}\] - \d{{4}}-\d{{2}}-\d{{2}}\n(.*?)(?=^## |\Z)"
    found = re.search(heading, changelog, re.MULTILINE | re.DOTALL)
    if found is None:
        raise ValueError(f"CHANGELOG.md has no dated section [{program}]")
    return found.group(1).strip() + "\n"


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: notes.py vVERSION", file=sys.stderr)
        return 2
    source = (ROOT / "mwk_desktop" / "__init__.py").read_text("utf-8")
    (program,) = re.findall(r'^__version__ = "(.+)"$', source, re.MULTILINE)
    try:
        print(notes(sys.argv[1], program, (ROOT / "CHANGELOG.md").read_text("utf-8")), end="")
    except ValueError as problem:
        print(f"notes.py: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
