"""How late `mwk produce` sends, at speed 1, on a real broker.

Run: ``python tests/benchmarks/bench_produce.py [seconds]`` (default 30). The yardstick is a loop
that only sleeps until the same times, in the same run, at the same moment in a process of its own:
what the machine itself makes late.
"""

from __future__ import annotations

import json
import random
import subprocess
import sys
import tempfile
from pathlib import Path

REPO = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPO))

from tests.benchmarks import bench_kafka  # noqa: E402

T0_MS = 1_523_450_010_000
PER_S = 50

SLEEPER = """
import json, sys, time
dues = json.loads(sys.stdin.read())
begun, late = time.monotonic(), []
for due in dues:
    left = begun + due - time.monotonic()
    if left > 0:
        time.sleep(left)
    late.append((time.monotonic() - begun - due) * 1000)
late.sort()
print(round(late[len(late) * 99 // 100], 3))
"""


def write_recording(path: Path, seconds: float) -> list[float]:
    """Messages of an audience, at random times; returns the times in seconds."""
    from mwk_desktop.records.record_types import Record
    from mwk_desktop.records.recording_writer import RecordingWriter

    rng = random.Random(1)
    at_ms, times_ms = 0.0, [0]
    while at_ms < seconds * 1000:
        at_ms += rng.expovariate(PER_S / 1000)
        times_ms.append(int(at_ms))
    value = json.dumps({"Text": "drum #mwk", "User": {"ScreenName": "a"}, "Source": "x" * 800})
    with RecordingWriter(path) as writer:
        writer.write_all(
            [
                Record("twitter_json", 0, number, T0_MS + at, None, value.encode())
                for number, at in enumerate(times_ms)
            ]
        )
    return [at / 1000 for at in times_ms]


def main() -> int:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 30.0
    module = bench_kafka.load("mwk_broker", REPO / "packaging" / "kafka" / "broker.py")
    folder = Path(tempfile.mkdtemp(prefix="bench-produce-"))
    broker = module.Broker(folder / "kafka", 29_792, controller_port=29_793)
    broker.start()
    try:
        file = folder / "crowd.jsonl"
        times_s = write_recording(file, seconds)
        servers = ("--bootstrap-servers", broker.bootstrap_servers)
        words = ("produce", str(file), "--topic", "again", "--json", *servers)
        command = [sys.executable, "-m", "mwk_desktop", *words]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=REPO) as produced:
            sleeper = subprocess.run(
                [sys.executable, "-c", SLEEPER],
                input=json.dumps(times_s),
                capture_output=True,
                text=True,
                check=True,
            )
            out = produced.communicate()[0]
        found = json.loads(out.splitlines()[-1])
        print(f"{found['acknowledged']:,} records at {PER_S}/s, acknowledged of {len(times_s):,}")
        print(f"late, p99: {found['late_p99_ms']:.2f} ms (asked: 5)")
        print(f"late, p99, of a loop that only sleeps: {float(sleeper.stdout):.2f} ms")
    finally:
        broker.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
