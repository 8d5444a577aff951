"""`mwk sql` over a large recording, beside DuckDB's own JSON reader over the same file.

Run: ``python tests/benchmarks/bench_sql.py [tweets]`` (default: 10 million, about 9 GB of disk in
the temporary folder for a few minutes, or in ``TMPDIR``).

Both read the whole file and answer "tweets per user" and "per instrument". DuckDB's reader parses
the envelope and the payload and looks for the eight names in the text with one regular expression:
it knows no alias, no duplicate and no window. Ours is the whole program, folding by the show's
rules. Memory is the largest of all processes together (PSS), looked at ten times a second.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from mwk_desktop.units import INSTRUMENTS  # noqa: E402
from tests.analysis.large import write_large  # noqa: E402

MEMORY_MB = 1_024

OWN_READER = """
import sys, duckdb
path, names, folder = sys.argv[1:4]
db = duckdb.connect(folder + "/own.duckdb")
db.execute("SET memory_limit = '1GB'")
db.execute("CREATE TABLE t AS SELECT json_extract_string(payload, '$.User.ScreenName') AS user,"
    " regexp_extract(lower(json_extract_string(payload, '$.Text')), '" + names + "') AS instrument,"
    " ts FROM read_json(?, format='newline_delimited', columns={payload: 'VARCHAR', ts: 'BIGINT'})",
    [path])
print(len(db.execute("SELECT user, count(*) FROM t GROUP BY user").fetchall()), flush=True)
for row in db.execute("SELECT instrument, count(*) FROM t GROUP BY ALL ORDER BY 2 DESC").fetchall():
    print(*row, flush=True)
import os; os._exit(0)
"""


class Watch:
    """The largest sum of PSS of a process and its children."""

    def __init__(self, process: psutil.Process) -> None:
        self.most_mb = 0.0
        self._process = process
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._stop.wait(0.1):
            total = 0
            for each in [self._process, *_children(self._process)]:
                try:
                    total += each.memory_full_info().pss
                except psutil.Error:
                    continue
            self.most_mb = max(self.most_mb, total / 2**20)

    def end(self) -> float:
        self._stop.set()
        self._thread.join()
        return self.most_mb


def _children(process: psutil.Process) -> list[psutil.Process]:
    try:
        return process.children(recursive=True)
    except psutil.Error:
        return []


def timed(
    label: str, command: list[str], tweets: int, env: dict[str, str], script: str = ""
) -> float:
    """Run a command; print its time, pace and memory. Its progress bar is on the terminal."""
    begin_s = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        watch = Watch(psutil.Process(child.pid))
        out, _ = child.communicate(script)
        most_mb = watch.end()
        code = child.returncode
    took_s = time.perf_counter() - begin_s
    print(
        f"{label:32s} {took_s:7.1f} s  {tweets / took_s:9,.0f} tweets/s  {most_mb:6,.0f} MB at most"
    )
    if code or not out:
        raise SystemExit(f"{label}: exit code {code}")
    return took_s


def main() -> None:
    tweets = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.jsonl"
        begin_s = time.perf_counter()
        write_large(path, tweets)
        size_gb = path.stat().st_size / 1e9
        took_s = time.perf_counter() - begin_s
        print(f"{tweets:,} tweets, {size_gb:.1f} GB, written in {took_s:.0f} s", flush=True)
        (Path(folder) / "mwk.toml").touch()
        env = {**os.environ, "MWK_CONFIG": f"{folder}/mwk.toml", "MWK_STATE_DIR": folder}
        mwk = [sys.executable, "-m", "mwk_desktop", "sql", str(path), "--json"]
        mwk += ["--memory", str(MEMORY_MB), "--timeout", "600"]
        queries = "users;\ninstruments;\nSELECT count(*) AS n FROM charts;\n"
        own = [sys.executable, "-c", OWN_READER, str(path), "|".join(INSTRUMENTS), folder]
        ours_s = timed("mwk sql, every rule of the show", mwk, tweets, env, queries)
        theirs_s = timed("DuckDB's own JSON reader", own, tweets, env)
        print(f"mwk sql takes {ours_s / theirs_s:.1f} times as long")


if __name__ == "__main__":
    main()
