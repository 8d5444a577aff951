"""A real broker: tweets a second counted and committed, beside a bare ``consume()`` loop.

Run: ``python tests/benchmarks/bench_kafka.py [tweets]`` (default 500,000, two to three minutes;
``make bench ARGS=kafka`` too). CPU seconds are those of the reader's process: they hold on a busy
machine too, the clock does not.
Every reader is a process of its own that is held on one core (the broker gets the others), so that
librdkafka's threads, the source, the counting and the store share that core.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.util
import itertools
import json
import os
import queue
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

REPO = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPO))

RECORD_TWEETS_S = 143_199  # Twitter's all-time record, August 2013
COMPRESSIONS = ("none", "gzip", "snappy", "lz4", "zstd")


def load(name: str, path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def one_core() -> None:
    cores = sorted(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {cores[-1]})


def pss_mb() -> float:
    """Memory of this process and its children, shared pages shared out."""
    total = 0
    own = os.getpid()
    for process in [own, *(int(p.name) for p in Path("/proc").iterdir() if p.name.isdigit())]:
        with contextlib.suppress(OSError, IndexError):
            status = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
            if own in (process, int(status[1])) and (process != own or total == 0):
                rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
                total += int(rollup.split("Pss:")[1].split()[0])
    return total / 1024


def cpu_s() -> float:
    """CPU seconds of this process, all threads: what counts where others use the cores too."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def say(**figures: Any) -> None:
    print(json.dumps(figures), flush=True)


# -- processes of their own -----------------------------------------------------------------------


def bare(servers: str, topic: str, total: int) -> None:
    """The yardstick: consume() and count the bytes, nothing decoded, nothing kept."""
    from confluent_kafka import Consumer, TopicPartition

    from mwk_desktop.kafka.client_settings import consumer_config

    one_core()
    config = consumer_config({"bootstrap.servers": servers}, client_id="bare")
    config["statistics.interval.ms"] = 0
    consumer = Consumer(config)
    partitions = consumer.list_topics(topic, 10).topics[topic].partitions
    consumer.assign([TopicPartition(topic, number, 0) for number in partitions])
    count = size = 0
    begin, cpu = time.perf_counter(), cpu_s()
    while count < total:
        for message in consumer.consume(500, 1.0):
            if message.error() is None:
                count += 1
                size += len(message.value())
    seconds = time.perf_counter() - begin
    cpu = cpu_s() - cpu
    consumer.close()
    say(seconds=seconds, tweets_s=count / seconds, cpu_s=cpu, bytes=size / count, pss_mb=pss_mb())


def ours(servers: str, topic: str, total: int, keep: bool, pinned: bool) -> None:
    """Source thread, show thread's counting, store thread: as in the show, without music."""
    from mwk_desktop.app.wiring.memory_tuning import tune_memory
    from mwk_desktop.kafka.topic_source import KafkaSource
    from mwk_desktop.show.drivers.committing import Committer
    from mwk_desktop.store.show_file import ShowFile
    from mwk_desktop.store.store_thread import StoreThread
    from mwk_desktop.topology.counting import Counting, CountingRules

    if pinned:
        one_core()
    with tempfile.TemporaryDirectory() as folder:
        show = ShowFile.create(Path(folder), {}, 0)
        counting = Counting(CountingRules(), {}, 0, track=True)
        inbox: queue.Queue[Any] = queue.Queue(32)

        def deliver(delivery: Any) -> bool:
            try:
                inbox.put_nowait(delivery)
            except queue.Full:
                return False
            return True

        source = KafkaSource({"bootstrap.servers": servers}, topic, deliver, keep_records=keep)
        store = StoreThread(show, on_committed=source.committed)
        store.start()
        committer = Committer(counting, store.submit, lambda: store.ready)
        tune_memory()
        begin, cpu = time.perf_counter(), cpu_s()
        source.start()
        longest = 0.0
        while counting.counts.records < total:
            delivery = inbox.get(timeout=30)
            counting.fold(delivery.batch)
            committer.note(delivery.next_offsets)
            # In processor time: on a busy machine the clock also counts what others do.
            before = time.thread_time()
            committer.tick(int(time.time() * 1000))
            longest = max(longest, time.thread_time() - before)
        committer.commit()
        assert store.flush(60)
        seconds = time.perf_counter() - begin
        say(
            seconds=seconds,
            tweets_s=total / seconds,
            cpu_s=cpu_s() - cpu,
            commits=store.commits,
            users=counting.counts.users,
            longest_take_ms=longest * 1000,
            pss_mb=pss_mb(),
        )
        source.stop()
        store.stop()


def stamps(servers: str, topic: str, rate: int, seconds: float) -> None:
    """Produce tweets evenly; print when each one was produced (wall clock, seconds)."""
    from confluent_kafka import Producer

    producer = Producer({"bootstrap.servers": servers, "linger.ms": 1, "acks": "all"})
    filler = "x" * 780
    produced: list[float] = []
    begin = time.perf_counter()
    for number in range(int(rate * seconds)):
        while (wait := begin + number / rate - time.perf_counter()) > 0:
            producer.poll(max(wait, 0.001))
        user = number * 7919 % 2_000
        value = (
            f'{{"Id":{number},"Text":"#mwk drum {number}","f":"{filler}",'
            f'"User":{{"ScreenName":"fan_{user}"}},"CreatedAt":{time.time_ns() // 1_000_000}}}'
        )
        produced.append(time.time())
        producer.produce(topic, value.encode(), partition=number % 4)
    producer.flush(30)
    say(produced=produced)


def latency(servers: str, topic: str, rate: int, seconds: float) -> None:
    """Produced -> in a snapshot of a whole show; the producer is another process."""
    from mwk_desktop.kafka.since import NOW
    from mwk_desktop.topology.counting import Counting, CountingRules
    from tests.benchmarks.live_show import live_show

    counting = Counting(CountingRules(), {}, 0, track=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        live_show(servers, topic, Path(folder), counting, NOW) as driver,
    ):
        cpu = cpu_s()
        produced = child("stamps", servers, topic, rate, seconds)["produced"]
        deadline = time.monotonic() + 10
        while counting.counts.tweets < len(produced) and time.monotonic() < deadline:
            time.sleep(0.05)
        time.sleep(0.1)
        cpu = cpu_s() - cpu
        seen = driver.seen
    found: list[float] = []
    for moment, tweets in seen:
        found.extend(1000 * (moment - at) for at in produced[len(found) : tweets])
    ms = sorted(found[len(found) // 10 :])
    say(
        count=len(found),
        cores=cpu / seconds,
        p50_ms=statistics.median(ms),
        p99_ms=ms[int(len(ms) * 0.99)],
        max_ms=ms[-1],
    )


def flood(servers: str, topic: str, total: int) -> None:
    """A whole show, recording itself, on a topic that is all there: memory while it catches up."""
    from mwk_desktop.kafka.since import BEGINNING
    from mwk_desktop.show.log.show_recorder import CALM_S
    from mwk_desktop.topology.counting import Counting, CountingRules
    from tests.benchmarks.live_show import live_show

    counting = Counting(CountingRules(), {}, 0, track=True)
    with tempfile.TemporaryDirectory() as folder:
        begin, cpu, most = time.perf_counter(), cpu_s(), 0.0
        with live_show(servers, topic, Path(folder), counting, BEGINNING) as driver:
            while counting.counts.records < total:
                most = max(most, pss_mb())
                time.sleep(0.1)
            seconds, cpu = time.perf_counter() - begin, cpu_s() - cpu
            gaps = [b[0] - a[0] for a, b in itertools.pairwise(driver.seen[1:])]
            time.sleep(CALM_S + 5)  # the recorder's process is gone, everything is committed
            say(
                settled_mb=pss_mb(),
                seconds=seconds,
                tweets_s=total / seconds,
                cpu_s=cpu,
                users=counting.counts.users,
                longest_gap_ms=max(gaps) * 1000,
                pss_mb=most,
            )


# -- the whole ------------------------------------------------------------------------------------


def child(*arguments: object) -> dict[str, Any]:
    command = [sys.executable, __file__, *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=600)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def fill(servers: str, topic: str, total: int, users: int, compression: str) -> float:
    """Produce a flood of ~0.9 KB tweets; seconds it took."""
    from mwk_desktop.kafka.topic_admin import create_topic
    from mwk_desktop.kafka.tweet_producer import TweetProducer
    from mwk_desktop.sources.crowd_source import Crowd

    create_topic({"bootstrap.servers": servers}, topic, partitions=4)
    start_ms = int(time.time() * 1000) - 3_600_000
    crowd = Crowd("flood", 100_000.0, users, start_ms=start_ms, partitions=4)
    properties: dict[str, Any] = {
        "bootstrap.servers": servers,
        "compression.type": compression,
        "linger.ms": 50,
    }
    producer = TweetProducer(properties, topic)
    begin, sent, until_ms = time.perf_counter(), 0, start_ms
    while sent < total:
        until_ms += 100
        for record in crowd.tweets_until(until_ms)[: total - sent]:
            # A number at the end of each text: none repeats, so that the matcher reads them all.
            value = (record.value or b"").replace(b'","Source"', b' %d","Source"' % sent, 1)
            producer.produce(value, record.key, record.timestamp_ms, record.partition)
            sent += 1
    assert producer.close(120).delivered == total
    return time.perf_counter() - begin


def whole(total: int) -> None:
    broker_module = load("mwk_broker", REPO / "packaging" / "kafka" / "broker.py")
    with tempfile.TemporaryDirectory() as folder:
        broker = broker_module.Broker(Path(folder), 29392, heap_mb=768)
        broker.start()
        try:
            measure(broker.bootstrap_servers, total, Path(folder) / "data")
        finally:
            broker.stop()


def measure(servers: str, total: int, data: Path) -> None:
    print(f"one consumer, one core, {total:,} tweets of 10,000 users, every text different, lz4")
    fill(servers, "flood", total, 10_000, "lz4")
    child("bare", servers, "flood", total)  # once to warm the page cache
    row("bare consume() loop", child("bare", servers, "flood", total))
    row("counted and committed", child("ours", servers, "flood", total, 0, 1))
    row("the same, raw records kept", child("ours", servers, "flood", total, 1, 1))
    print(f"  needed: {RECORD_TWEETS_S:,}/s", flush=True)
    print(f"compression ({total // 5:,} tweets each, one core)", flush=True)
    for compression in COMPRESSIONS:
        topic, some = f"c-{compression}", total // 5
        seconds = fill(servers, topic, some, 10_000, compression)
        on_disk = sum(f.stat().st_size for f in data.glob(f"{topic}-*/*.log"))
        sent = f"produced {some / seconds:9,.0f}/s, {on_disk / some:5.0f} bytes a tweet on disk"
        row(f"{compression}: {sent}", child("ours", servers, topic, some, 0, 1))
    print("a whole show without windows (engine, recorder, store)", flush=True)
    for rate in (50, 10_000):
        from mwk_desktop.kafka.topic_admin import create_topic

        create_topic({"bootstrap.servers": servers}, f"l-{rate}", partitions=4)
        found = child("latency", servers, f"l-{rate}", rate, 10)
        print(
            f"  produced -> snapshot at {rate}/s (p99 <= 20 ms): p50 {found['p50_ms']:.1f} ms, "
            f"p99 {found['p99_ms']:.1f} ms, max {found['max_ms']:.1f} ms, "
            f"{found['cores']:.2f} cores",
            flush=True,
        )
    million = 2 * total
    fill(servers, "million", million, million, "lz4")
    row("a flood that waits in the topic", child("flood", servers, "million", million))
    print(f"rebuild of {million:,} tweets of as many users (<= 12 s a million)", flush=True)
    row("all cores", child("ours", servers, "million", million, 0, 0))
    row("one core", child("ours", servers, "million", million, 0, 1))


def row(name: str, found: dict[str, Any]) -> None:
    more = ""
    if "longest_take_ms" in found:
        more = f", longest take {found['longest_take_ms']:.1f} ms"
    if "settled_mb" in found:
        more = f", {found['settled_mb']:.0f} MB when it is over"
    if "longest_gap_ms" in found:
        more += f", longest time between two snapshots {found['longest_gap_ms']:.0f} ms"
    per_cpu_s = found["tweets_s"] * found["seconds"] / found["cpu_s"]
    print(
        f"  {name:60} {found['tweets_s']:9,.0f}/s in {found['seconds']:5.1f} s "
        f"({per_cpu_s:9,.0f} per CPU second), PSS {found['pss_mb']:.0f} MB{more}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", default=["500000"])
    words = parser.parse_args().words
    match words:
        case ["bare", servers, topic, total]:
            bare(servers, topic, int(total))
        case ["ours", servers, topic, total, keep, pinned]:
            ours(servers, topic, int(total), keep == "1", pinned == "1")
        case ["flood", servers, topic, total]:
            flood(servers, topic, int(total))
        case ["stamps", servers, topic, rate, seconds]:
            stamps(servers, topic, int(rate), float(seconds))
        case ["latency", servers, topic, rate, seconds]:
            latency(servers, topic, int(rate), float(seconds))
        case [total]:
            whole(int(total))
        case _:
            parser.error("one number: how many tweets")


if __name__ == "__main__":
    main()
