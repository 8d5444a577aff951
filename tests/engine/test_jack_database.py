"""JACK's own database, locked by a client that was killed: the program says what to do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import needed, not_tested


@pytest.mark.soak
@pytest.mark.timeout(300)
@pytest.mark.parametrize("pages", [("1", "2"), ("0",)])
def test_a_locked_database_is_said_and_left_to_the_user(pages: tuple[str, ...]) -> None:
    """Pages that stop the server at its next client, and the one that stops each client at once."""
    needed("jackd", "jackd2")
    unshare = needed("unshare", "util-linux")
    if os.getuid() != 0:
        not_tested("only root has a /dev/shm of its own: others' JACK would hang too")
    # All of it ends with the first process.
    spaces = [unshare, "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]
    program = [sys.executable, str(Path(__file__).with_name("locked_jack.py"))]
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [*spaces, *program, *pages],
        env={**os.environ, "PYTHONPATH": root},
        cwd=root,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    locked, freed = map(json.loads, done.stdout.splitlines())
    assert locked["hangs"]
    assert "JACK Audio Connection Kit" not in locked["systems"]
    assert "killall -9 jackd jackdbus; rm -r /dev/shm/jack_db-0" in locked["problem"]
    assert locked["kept"]
    assert not freed["hangs"]
    assert "JACK Audio Connection Kit" in freed["systems"]
