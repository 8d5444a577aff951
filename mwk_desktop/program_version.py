"""Which version this is, and of which commit: for ``mwk --version``, the log and a bug report.

The commit is written into ``commit.txt`` beside this file when a wheel, an sdist or the frozen
program is built; a checkout asks git.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from mwk_desktop import __version__

COMMIT_FILE: Final = "commit.txt"
GIT_TIMEOUT_S: Final = 5.0


def full_version(ask_git: bool = True, package: Path | None = None) -> str:
    """The version, and the commit where it is known: ``0.9.0 (commit 1a2b3c4d5e6f)``.

    Parameters
    ----------
    ask_git
        Whether a checkout may ask git, which takes tens of milliseconds.
    package
        The package's folder; this one by default.
    """
    commit = commit_of(package or Path(__file__).parent, ask_git)
    return f"{__version__} (commit {commit})" if commit else __version__


def commit_of(package: Path, ask_git: bool = True) -> str:
    """The commit of a package's folder, abbreviated; "" where nothing tells.

    A checkout that was changed since has ``+`` at its end.
    """
    try:
        return (package / COMMIT_FILE).read_text("ascii").strip()
    except (OSError, UnicodeError):
        pass
    # Of an installed package git would tell somebody else's commit.
    if not ask_git or not (package.parent / ".git").exists():
        return ""
    import subprocess  # late: only a checkout needs it

    command = ["git", "-C", str(package.parent), "describe", "--always", "--abbrev=12"]
    command += ["--exclude=*", "--dirty=+"]
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=GIT_TIMEOUT_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
