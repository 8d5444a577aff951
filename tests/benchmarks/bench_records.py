"""Tweets a second from a recording on one core, beside the plain loop; and what recording costs.

Run: ``python tests/benchmarks/bench_records.py [tweets]``. The recording is a simulated audience's,
about 0.9 KB a tweet, three in four with accents or emoji, from the page cache. Every figure is the
best of some rounds in processor time, plain loop and ours in turn: a busy machine slows both.

Yardstick: ``json.loads`` of the envelope, ``json.loads`` of the payload, one
``re.I`` alternation of the eight names, two Counters.
"""

from __future__ import annotations

import compileall
import gc
import json
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import mwk_desktop
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.sources.crowd_source import Crowd, CrowdSource
from mwk_desktop.sources.one_pass_source import OnePassSource
from mwk_desktop.sources.recording_source import RecordingSource
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.units import INSTRUMENTS

START_MS = 1_523_450_010_000
RATE_PER_S = 2_000
ROUNDS = 3
WHOLE_TWEETS = 400_000
WHOLE_RUNS = 5
PLAIN = "plain loop (json, re)"


def plain_loop(path: Path) -> None:
    search = re.compile("|".join(INSTRUMENTS), re.I).search
    users: Counter[str] = Counter()
    instruments: Counter[str] = Counter()
    with path.open(encoding="utf-8") as file:
        for line in file:
            value = json.loads(json.loads(line)["payload"])
            users[value["User"]["ScreenName"]] += 1
            found = search(value["Text"])
            if found:
                instruments[found[0].lower()] += 1


def one_pass(path: Path, counting: Counting) -> None:
    """What `mwk replay --speed max` does with a recording in order."""
    for step in OnePassSource(path).steps():
        if isinstance(step, Batch):
            counting.fold(step)


def replay(path: Path, counting: Counting | None = None) -> int:
    """Prepare and take all steps as ``replay --speed max`` does; with the fold if asked."""
    source = RecordingSource(path)
    source.prepare()
    count = 0
    for batch in source.steps():
        if isinstance(batch, Batch):
            count += len(batch.tweets)
            if counting is not None:
                counting.fold(batch)
    source.close()
    return count


def write(path: Path, records: list[Record]) -> None:
    with RecordingWriter(path) as writer:
        for record in records:
            writer.write(record)


def flood(count: int) -> None:
    source = CrowdSource(Crowd("flood", 100_000.0, 10_000, start_ms=START_MS))
    for now_ms in range(START_MS, START_MS + count // 100, 20):
        source.poll(now_ms)


def best_us(works: dict[str, Callable[[], object]], count: int) -> dict[str, float]:
    """Microseconds a tweet of each work, best of the rounds, all in turn."""
    best = dict.fromkeys(works, float("inf"))
    for _ in range(ROUNDS):
        for name, work in works.items():
            gc.collect()
            begin = time.process_time()
            work()
            best[name] = min(best[name], (time.process_time() - begin) / count * 1e6)
    return best


def reading(label: str, records: list[Record], base: Path) -> None:
    """The ways to read these records, beside the plain loop."""
    plain, packed, mixed = (base / name for name in ("a.jsonl", "a.jsonl.zst", "m.jsonl"))
    write(plain, records)
    write(packed, records)
    write(mixed, sorted(records, key=lambda record: record.partition))
    print(f"{label}: {len(records)} tweets, {plain.stat().st_size / len(records):.0f} bytes a line")
    show(
        {
            PLAIN: lambda: plain_loop(plain),
            "one pass: decode and count": lambda: one_pass(plain, Counting(CountingRules(), {}, 0)),
            "prepare": lambda: RecordingSource(plain).prepare(),
            "prepare and decode": lambda: replay(plain),
            "prepare, decode and count": lambda: replay(plain, Counting(CountingRules(), {}, 0)),
            "the same from .zst": lambda: replay(packed, Counting(CountingRules(), {}, 0)),
            "the same, partition by partition": lambda: replay(
                mixed, Counting(CountingRules(), {}, 0)
            ),
        },
        len(records),
    )


def show(works: dict[str, Callable[[], object]], count: int) -> None:
    found = best_us(works, count)
    for name, cost_us in found.items():
        ratio = f"{found[PLAIN] / cost_us:5.1f} x plain" if PLAIN in found else ""
        print(f"  {name:34s} {cost_us:6.2f} us  {1e6 / cost_us:9,.0f} /s  {ratio}")


def whole_process(base: Path) -> None:
    """`mwk replay --headless --speed max` beside the plain loop, each a process with its start.

    The bytecode is there, as after any installation: an environment may forbid to write it.
    """
    compileall.compile_dir(Path(mwk_desktop.__file__).parent, quiet=1)
    path = base / "whole.jsonl"
    crowd = Crowd("calm", RATE_PER_S, 10_000, start_ms=START_MS)
    with RecordingWriter(path) as writer:
        for second in range(1, WHOLE_TWEETS // RATE_PER_S + 1):
            for record in crowd.tweets_until(START_MS + 1_000 * second):
                writer.write(record)
    show_max = [sys.executable, "-m", "mwk_desktop", "replay", str(path), "--headless"]
    works = {
        PLAIN: [sys.executable, __file__, "--plain", str(path)],
        "replay --speed max --json": [*show_max, "--speed", "max", "--json"],
    }
    print(f"the whole process, {WHOLE_TWEETS} tweets, its start included (CPU seconds)")
    runs = [{name: cpu_s(command) for name, command in works.items()} for _ in range(WHOLE_RUNS)]
    for name in works:
        print(f"  {name:34s} {min(run[name] for run in runs):6.2f} s at best")
    ratios = [run[PLAIN] / run["replay --speed max --json"] for run in runs]
    print(f"  x plain, run by run: {', '.join(f'{ratio:.2f}' for ratio in ratios)}")
    print(f"  x plain, median: {statistics.median(ratios):.2f}")


def cpu_s(command: list[str]) -> float:
    """Processor seconds of a process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    if sys.argv[1:2] == ["--plain"]:
        plain_loop(Path(sys.argv[2]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    crowd = Crowd("calm", RATE_PER_S, 10_000, start_ms=START_MS, partitions=3)
    records = crowd.tweets_until(START_MS + count * 1000 // RATE_PER_S)
    records.sort(key=lambda record: (record.timestamp_ms, record.partition, record.offset))
    # A quarter of them: what accents and emoji cost is what Python's strings of them cost.
    ascii_only = [record for record in records if record.value and record.value.isascii()]
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        print(f"processor time, best of {ROUNDS}")
        reading("as the crowd writes", records, base)
        reading("ASCII only", ascii_only, base)
        whole_process(base)
        print("the other way")
        show(
            {
                "write .jsonl": lambda: write(base / "w.jsonl", records),
                "write .jsonl.zst": lambda: write(base / "w.jsonl.zst", records),
                "flood of the crowd, decoded": lambda: flood(len(records)),
            },
            len(records),
        )


if __name__ == "__main__":
    main()
