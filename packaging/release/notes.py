"""Print a version's section of the changelog: the notes of its release.

    python packaging/release/notes.py v0.9.0

Fails if the tag is not the program's version, or if the changelog has no dated section of it. Needs
the standard library only.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from changelog import Release, releases

# Nothing need be installed.
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from mwk_desktop import __version__


def notes(tag: str, program: str, released: Sequence[Release]) -> str:
    """The notes of a tag.

    Parameters
    ----------
    tag
        ``v`` and the version.
    program
        The version that the program says.
    released
        What the changelog has.

    Raises
    ------
    ValueError
        The tag, the program and the changelog do not agree; the text says how.
    """
    if tag != f"v{program}":
        raise ValueError(f"the tag is {tag}, but the program says {program}")
    for release in released:
        if release.version == program:
            return release.notes
    raise ValueError(f"CHANGELOG.md has no dated section [{program}]")


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: notes.py vVERSION", file=sys.stderr)
        return 2
    try:
        print(notes(sys.argv[1], __version__, releases()), end="")
    except ValueError as problem:
        print(f"notes.py: {problem}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
