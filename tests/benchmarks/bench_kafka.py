"""A real broker: tweets a second counted and committed, beside a bare ``consume()`` loop.

Run: ``python tests/benchmarks/bench_kafka.py [tweets]`` (default 500,000; ``make bench`` too).
Every reader is a process of its own that is held on one core (the broker gets the others), so that
librdkafka's threads, the source, the counting and the store share that core.
"""

from __future__ import annotations

import argparse
import gc
import importlib.util
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


def rss_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


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

    from mwk_desktop.kafka.settings import consumer_config

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
    say(seconds=seconds, tweets_s=count / seconds, cpu_s=cpu, bytes=size / count, rss_mb=rss_mb())


def ours(servers: str, topic: str, total: int, keep: bool) -> None:
    """Source thread, show thread's counting, store thread: as in the show, without music."""
    from mwk_desktop.kafka.source import KafkaSource
    from mwk_desktop.show.committing import changes_of
    from mwk_desktop.store.show_file import ShowFile
    from mwk_desktop.store.thread import StoreThread
    from mwk_desktop.topology.counting import Counting, Rules

    one_core()
    with tempfile.TemporaryDirectory() as folder:
        show = ShowFile.create(Path(folder), {}, 0)
        counting = Counting(Rules(), {}, 0, track=True)
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
        offsets: dict[int, int] = {}
        gc.freeze()
        begin, cpu = time.perf_counter(), cpu_s()
        submitted = begin
        source.start()
        longest = 0.0
        while counting.counts.records < total:
            delivery = inbox.get(timeout=30)
            counting.fold(delivery.batch)
            offsets.update(delivery.next_offsets)
            now = time.perf_counter()
            if now - submitted >= 1.0 and store.ready:
                submitted = now
                store.submit(changes_of(counting.take_dirty(), offsets))
                longest = max(longest, time.perf_counter() - now)
        store.submit(changes_of(counting.take_dirty(), offsets))
        assert store.flush(60)
        seconds = time.perf_counter() - begin
        say(
            seconds=seconds,
            tweets_s=total / seconds,
            cpu_s=cpu_s() - cpu,
            commits=store.commits,
            users=counting.counts.users,
            longest_take_ms=longest * 1000,
            rss_mb=rss_mb(),
        )
        source.stop()
        store.stop()


def stamps(servers: str, topic: str, rate: int, seconds: float) -> None:
    """Produce tweets whose text is the moment they were produced, in microseconds."""
    from confluent_kafka import Producer

    producer = Producer({"bootstrap.servers": servers, "linger.ms": 2, "acks": "all"})
    filler = "x" * 800
    begin = time.perf_counter()
    for number in range(int(rate * seconds)):
        while (wait := begin + number / rate - time.perf_counter()) > 0:
            producer.poll(max(wait, 0.001))
        text = str(time.time_ns() // 1000)
        value = f'{{"Id":{number},"Text":"{text}","f":"{filler}","User":{{"ScreenName":"a"}}}}'
        producer.produce(topic, value.encode(), partition=number % 4)
    producer.flush(30)


def latency(servers: str, topic: str, rate: int, seconds: float) -> None:
    """Produced -> handed over; the producer is another process on the same clock."""
    import threading

    from mwk_desktop.kafka.positions import NOW
    from mwk_desktop.kafka.source import KafkaSource

    latencies: list[float] = []
    ready = threading.Event()

    def deliver(delivery: Any) -> bool:
        now = time.time()
        latencies.extend(now - int(tweet.text) / 1e6 for tweet in delivery.batch.tweets)
        ready.set()
        return True

    source = KafkaSource({"bootstrap.servers": servers}, topic, deliver, since=NOW)
    source.start()
    assert ready.wait(30)
    command = [sys.executable, __file__, "stamps", servers, topic, str(rate), str(seconds)]
    subprocess.run(command, check=True, timeout=120)
    deadline = time.monotonic() + 10
    while len(latencies) < int(rate * seconds) and time.monotonic() < deadline:
        time.sleep(0.05)
    source.stop()
    ms = sorted(1000 * x for x in latencies[len(latencies) // 10 :])
    say(
        count=len(latencies),
        p50_ms=statistics.median(ms),
        p99_ms=ms[int(len(ms) * 0.99)],
        max_ms=ms[-1],
    )


# -- the whole ------------------------------------------------------------------------------------


def child(*arguments: object) -> dict[str, Any]:
    command = [sys.executable, __file__, *map(str, arguments)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, timeout=600)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return figures


def fill(servers: str, topic: str, total: int, users: int, compression: str) -> float:
    """Produce a flood of ~0.9 KB tweets; seconds it took."""
    from mwk_desktop.kafka.producer import TweetProducer
    from mwk_desktop.kafka.topics import create_topic
    from mwk_desktop.sources.crowd import Crowd

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
            producer.produce(record.value, record.key, record.timestamp_ms, record.partition)
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
    print(f"one consumer, one core, {total:,} tweets in 4 partitions, lz4", flush=True)
    fill(servers, "flood", total, 10_000, "lz4")
    child("bare", servers, "flood", total)  # once to warm the page cache
    row("bare consume() loop", child("bare", servers, "flood", total))
    row("counted and committed", child("ours", servers, "flood", total, 0))
    row("the same, raw records kept", child("ours", servers, "flood", total, 1))
    print(f"needed: {RECORD_TWEETS_S:,}/s", flush=True)
    print("compression (a fifth of the tweets)", flush=True)
    for compression in COMPRESSIONS:
        topic, some = f"c-{compression}", total // 5
        seconds = fill(servers, topic, some, 10_000, compression)
        on_disk = sum(f.stat().st_size for f in data.glob(f"{topic}-*/*.log"))
        sent = f"produced {some / seconds:9,.0f}/s, {on_disk / some:5.0f} bytes a tweet on disk"
        row(f"{compression}: {sent}", child("ours", servers, topic, some, 0))
    for rate in (50, 10_000):
        from mwk_desktop.kafka.topics import create_topic

        create_topic({"bootstrap.servers": servers}, f"l-{rate}", partitions=4)
        found = child("latency", servers, f"l-{rate}", rate, 10)
        print(
            f"produced -> handed over at {rate}/s: p50 {found['p50_ms']:.2f} ms, "
            f"p99 {found['p99_ms']:.2f} ms, max {found['max_ms']:.1f} ms",
            flush=True,
        )
    million, users = 2 * total, 2 * total
    fill(servers, "million", million, users, "lz4")
    found = child("ours", servers, "million", million, 0)
    row(f"rebuild of {million:,} tweets of {found['users']:,} users (<= 12 s)", found)


def row(name: str, found: dict[str, Any]) -> None:
    more = f", longest take {found['longest_take_ms']:.1f} ms" if "longest_take_ms" in found else ""
    per_cpu_s = found["tweets_s"] * found["seconds"] / found["cpu_s"]
    print(
        f"  {name:60} {found['tweets_s']:9,.0f}/s in {found['seconds']:5.1f} s "
        f"({per_cpu_s:9,.0f} per CPU second), {found['rss_mb']:.0f} MB{more}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("words", nargs="*", default=["500000"])
    words = parser.parse_args().words
    match words:
        case ["bare", servers, topic, total]:
            bare(servers, topic, int(total))
        case ["ours", servers, topic, total, keep]:
            ours(servers, topic, int(total), keep == "1")
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
