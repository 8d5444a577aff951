"""How the command line's tests start the program, and what they expect of a refusal."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MWK = [sys.executable, "-m", "mwk_desktop"]
AT_ONCE = ("--headless", "--speed", "max", "--json")
WINDOW_MS = 3750
"""One loop of the sound set: short recordings have several windows."""


@dataclass(frozen=True)
class Result:
    """What a run left behind."""

    code: int
    out: bytes
    err: str

    @property
    def lines(self) -> list[dict[str, Any]]:
        """JSON Lines, each of which must be an object, and nothing else."""
        text = self.out.decode("utf-8")
        assert not text or text.endswith("\n")
        lines = [json.loads(line) for line in text.splitlines()]
        assert all(isinstance(line, dict) for line in lines)
        return lines

    def of_type(self, kind: str) -> list[dict[str, Any]]:
        return [line for line in self.lines if line["type"] == kind]

    def must_be_refused(self, *words: str) -> str:
        """Exit code 2, nothing on stdout, one line on stderr that holds ``words``; returns it."""
        assert self.code == 2, self
        assert self.out == b""
        assert self.err.startswith("mwk"), self.err
        assert self.err.endswith("\n"), self.err
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        assert len(self.err) < 600, self.err
        for word in words:
            assert word in self.err, (word, self.err)
        return self.err


def process(*args: object, **options: Any) -> Result:
    """Run as a process of its own."""
    options = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    done = subprocess.run([*MWK, *map(str, args)], cwd=ROOT, timeout=120, check=False, **options)
    return Result(done.returncode, done.stdout or b"", (done.stderr or b"").decode())
