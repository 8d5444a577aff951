"""What a replay at once does not load: a third of its start is importing modules."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
ONLY_FOR_RUNNING_SHOWS = {
    "mwk_desktop.kafka",
    "mwk_desktop.show.drivers.live",
    "mwk_desktop.show.snapshot",
    "mwk_desktop.show.snapshot_builder",
    "mwk_desktop.show.workers_state",
    "mwk_desktop.store.changes",
}


def test_a_replay_at_once_loads_nothing_of_a_running_show(tmp_path: Path) -> None:
    recording = tmp_path / "a.jsonl"
    value = json.dumps({"Text": "drum", "User": {"ScreenName": "a"}})
    line = {"topic": "twitter_json", "partition": 0, "offset": 0, "tstype": "create"}
    recording.write_text(json.dumps({**line, "ts": 1_523_450_010_000, "payload": value}) + "\n")
    arguments = ["replay", str(recording), "--headless", "--speed", "max", "--json"]
    code = (
        "import sys; from mwk_desktop.cli.main import run\n"
        f"code = run({arguments!r})\n"
        f"found = sorted({ONLY_FOR_RUNNING_SHOWS!r} & sys.modules.keys())\n"
        "sys.exit(code or ' '.join(found) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.splitlines()[-1])["votes"] == 1
