"""`mwk report` of a night of a million tweets, beside reading and decoding the same file plainly.

Run: ``python tests/benchmarks/bench_report.py [tweets]`` (about 0.9 GB in the temporary folder, or
in ``TMPDIR``). Every work is a process of its own with its start; memory is its peak resident size
(``ru_maxrss``). The night has 10,000 people and 100 tweets a second, two hours and three quarters.

Yardstick: ``json.loads`` of every envelope and payload, one ``re.I`` alternation of the eight
names, two Counters (``bench_records.py --plain``). The design's bounds for a million tweets: a page
of 2 MB, 30 s, 400 MB.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.analysis.large import write_large  # noqa: E402

TWEETS = 1_000_000
RATE_PER_S = 100
PAGE_MB, MOST_S, MOST_MB = 2.0, 30.0, 400.0
PLAIN = [sys.executable, str(Path(__file__).with_name("bench_records.py")), "--plain"]


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds on the clock and on the processor, peak memory."""

    wall_s: float
    cpu_s: float
    peak_mb: float


def cost_of(command: list[str], env: dict[str, str]) -> Cost:
    """Run a command to its end."""
    begin_s = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command}: exit code {process.returncode}")
    wall_s = time.perf_counter() - begin_s
    # On macOS this is in bytes.
    peak_mb = used.ru_maxrss / (2**20 if sys.platform == "darwin" else 2**10)
    return Cost(wall_s, used.ru_utime + used.ru_stime, peak_mb)


def main() -> None:
    tweets = int(sys.argv[1]) if len(sys.argv) > 1 else TWEETS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path, page = folder / "night.jsonl", folder / "report.html"
        write_large(path, tweets, RATE_PER_S)
        (folder / "mwk.toml").touch()
        env = {**os.environ, "MWK_CONFIG": f"{name}/mwk.toml", "MWK_STATE_DIR": name}
        mwk = [sys.executable, "-m", "mwk_desktop", "report", str(path)]
        works = {
            "read and decode plainly": [*PLAIN, str(path)],
            "mwk report": [*mwk, "-o", str(page)],
            "mwk report --parquet": [*mwk, "--parquet", f"{name}/rows"],
        }
        print(f"{tweets:,} tweets, {path.stat().st_size / 1e9:.2f} GB", flush=True)
        plain_s = 0.0
        for label, command in works.items():
            cost = cost_of(command, env)
            plain_s = plain_s or cost.cpu_s
            print(
                f"  {label:26s} {cost.wall_s:6.1f} s  {cost.cpu_s:6.1f} CPU s "
                f" {cost.cpu_s / plain_s:5.2f} x plain  {cost.peak_mb:5.0f} MB at most",
                flush=True,
            )
        size_mb = page.stat().st_size / 1e6
        print(f"  the page: {size_mb:.2f} MB")
        print(f"bounds for {TWEETS:,}: {PAGE_MB:g} MB, {MOST_S:g} s, {MOST_MB:g} MB")


if __name__ == "__main__":
    main()
