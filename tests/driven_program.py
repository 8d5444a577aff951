"""A program of the tests that is driven line by line through its pipes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


class DrivenProgram:
    """A Python file in a process of its own; it says ``ready`` when it is.

    Parameters
    ----------
    program
        The file.
    arguments
        Its command line.
    """

    def __init__(self, program: Path, *arguments: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(program), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.answer() == "ready"

    def write(self, line: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def ask(self, line: str) -> str:
        """Write a line; returns the answer to it."""
        self.write(line)
        return self.answer()

    def kill(self) -> None:
        self.process.kill()
        self.process.communicate()
