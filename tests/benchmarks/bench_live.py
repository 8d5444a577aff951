"""CPU seconds of the whole program `mwk live --headless`, beside the bare pipeline.

Run: ``python tests/benchmarks/bench_live.py [tweets]`` (default 1,000,000, about three minutes;
``make bench ARGS=live`` too). All threads and processes count, from the start to the end: source,
counting, store, the recorder and its process, the engine (without a device). What the program takes
at rest is a matter of time and not of tweets; it is said apart.
"""

from __future__ import annotations

import json
import os
import resource
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

REPO = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPO))

from mwk_desktop.kafka.topic_admin import create_topic  # noqa: E402
from tests.benchmarks import bench_kafka  # noqa: E402

REST_S = 20.0
RUNS = 3


class Used(NamedTuple):
    """What one run of the program took."""

    cpu_s: float
    seconds: float


def program(servers: str, topic: str, total: int, rest_s: float = 0.0) -> Used:
    """Run it until it has counted ``total`` tweets, and ``rest_s`` longer; its CPU seconds, and how
    long the counting took with the start."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "mwk.toml"
        # Else each run would wait for the one before, and take its show over.
        config.write_text(f'[topics]\nshow = "show-{secrets.token_hex(4)}"\n', encoding="utf-8")
        command = [sys.executable, "-m", "mwk_desktop", "live", "--headless", "--json"]
        command += ["--bootstrap-servers", servers, "--topic", topic, "--state-dir", folder]
        command += ["--device", "null", "--new-show", "--since", "beginning"]
        before, begun_s, counted_s = _cpu_s(), time.monotonic(), 0.0
        environ = {**os.environ, "MWK_CONFIG": str(config)}
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, text=True, env=environ, cwd=REPO
        ) as process:
            assert process.stdout is not None
            for line in process.stdout:
                health = json.loads(line)
                if not counted_s and health.get("tweets", -1) >= total:
                    counted_s = time.monotonic()
                if counted_s and time.monotonic() >= counted_s + rest_s:
                    break
            process.send_signal(signal.SIGINT)
            process.stdout.read()
        return Used(_cpu_s() - before, counted_s - begun_s)


def _cpu_s() -> float:
    """Of all processes that have ended, with their own children."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def measure(servers: str, total: int) -> None:
    bench_kafka.fill(servers, "flood", total, 10_000, "lz4")
    create_topic({"bootstrap.servers": servers}, "silence", partitions=4)
    program(servers, "silence", 0)  # a warm disk
    million = total / 1e6
    print(f"{total:,} tweets of 10,000 users, every text different; CPU seconds a million")
    for name, arguments in {
        "bare consume() loop": ("bare", servers, "flood", total),
        "counted and committed, one core": ("ours", servers, "flood", total, 0, 1),
    }.items():
        bench_kafka.child(*arguments)  # once to warm the page cache
        print(f"  {name:40} {bench_kafka.child(*arguments)['cpu_s'] / million:6.2f}", flush=True)
    runs = [program(servers, "flood", total) for _ in range(RUNS)]
    each = ", ".join(f"{run.cpu_s / million:.2f}" for run in runs)
    best = min(runs)
    print(f"  {'mwk live, the whole program (<= 12)':40} {best.cpu_s / million:6.2f}  of {each}")
    short, long = (program(servers, "silence", 0, rest_s) for rest_s in (2.0, 2.0 + REST_S))
    at_rest = (long.cpu_s - short.cpu_s) / REST_S
    start_s = short.cpu_s - at_rest * 2.0
    flood_s = best.cpu_s - start_s - at_rest * best.seconds
    print(
        f"    start and end {start_s:.2f} s, at rest {at_rest:.3f} cores for {best.seconds:.1f} s, "
        f"the tweets {flood_s / million:.2f} s"
    )


def main() -> None:
    total = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    broker_module = bench_kafka.load("mwk_broker", REPO / "packaging" / "kafka" / "broker.py")
    with tempfile.TemporaryDirectory() as folder:
        broker = broker_module.Broker(Path(folder), 29393, heap_mb=768)
        broker.start()
        try:
            measure(broker.bootstrap_servers, total)
        finally:
            broker.stop()


if __name__ == "__main__":
    main()
