"""The service on a real broker: its cost beside Kafka Streams, its delay and its memory.

Run: ``python tests/benchmarks/bench_streams.py [tweets] [most]``, a million and for the memory five
million by default (ten minutes). The yardsticks are a bare consumer of the same topic, and the same
counts with Kafka Streams (built by Maven), in the same run. Processor seconds are those of the
instances, their start and end included: they hold on a busy machine too, the clock does not.
"""

from __future__ import annotations

import argparse
import compileall
import json
import os
import random
import resource
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

REPO = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPO))

from tests.benchmarks import bench_kafka  # noqa: E402

T0_MS = 1_523_450_010_000
PARTITIONS = 6
STEP = 1_000_000
RATE_PER_S = 50
DELAY_S = 30


def produce(servers: str, topic: str, count: int, first: int = 0) -> None:
    from confluent_kafka import Producer

    from mwk_desktop.units import INSTRUMENTS

    producer = Producer({"bootstrap.servers": servers, "linger.ms": 20, "compression.type": "lz4"})
    rng = random.Random(1)
    for number in range(first, first + count):
        user = f"user{rng.randrange(5_000)}"
        value: dict[str, Any] = {
            "Id": number,
            "CreatedAt": T0_MS + number,
            "Text": f"{rng.choice(INSTRUMENTS)} please, for everybody here #mwk",
            "Source": "x" * 600,
            "User": {"ScreenName": user, "Name": user.title(), "ProfileImageURL": "x" * 60},
        }
        key = json.dumps({"Id": number}).encode()
        producer.produce(topic, json.dumps(value).encode(), key, timestamp=T0_MS + number)
        producer.poll(0)
        if number % 5_000 == 0:
            producer.flush()
    producer.flush()


def consumed(servers: str, topic: str, count: int, timeout_s: float = 300.0) -> float:
    """Seconds until a read-committed consumer has had ``count`` records of a topic."""
    from confluent_kafka import Consumer

    settings = {
        "bootstrap.servers": servers,
        "group.id": secrets.token_hex(4),
        "auto.offset.reset": "earliest",
        "isolation.level": "read_committed",
        "topic.metadata.refresh.interval.ms": 500,
        "allow.auto.create.topics": False,
    }
    consumer = Consumer(settings)
    consumer.subscribe([topic])
    begin = time.monotonic()
    had = 0
    while had < count and time.monotonic() - begin < timeout_s:
        had += sum(1 for message in consumer.consume(1_000, 0.2) if message.error() is None)
    seconds = time.monotonic() - begin
    consumer.close()
    if had < count:
        print(f"only {had} of {count} came through")
    return seconds


def clear_topics(servers: str, topic: str) -> Any:
    """Delete all topics but the input; returns who can ask for them."""
    from confluent_kafka.admin import AdminClient

    admin = AdminClient({"bootstrap.servers": servers})
    there = admin.list_topics(timeout=10).topics
    gone = [name for name in there if name != topic and not name.startswith("__")]
    for future in admin.delete_topics(gone).values() if gone else ():
        future.result(20)
    time.sleep(1.0)
    return admin


def start_instance(servers: str, topic: str, group: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "mwk_desktop", "streams", "--bootstrap-servers", servers]
    command += ["--topic", topic, "--partitions", str(PARTITIONS), "--json", "--group", group]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=REPO)


def run(servers: str, topic: str, count: int, instances: int) -> float:
    """Instances from nothing to the last tweet's message in the result topic; CPU seconds a
    million."""
    admin = clear_topics(servers, topic)
    group = f"bench-{secrets.token_hex(4)}"
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    processes = [start_instance(servers, topic, group) for _ in range(instances)]
    while "user-message" not in admin.list_topics(timeout=10).topics:
        time.sleep(0.2)
    seconds = consumed(servers, "user-message", count)
    for process in processes:
        process.send_signal(signal.SIGTERM)
    for process in processes:
        process.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"{instances} instance{'s' if instances > 1 else ' '}: {count / seconds:,.0f} tweets/s "
        f"by the clock, {count / cpu_s:,.0f} a processor second, "
        f"{cpu_s * 1e6 / count:.1f} processor seconds a million"
    )
    return cpu_s * 1e6 / count


def delay(servers: str) -> None:
    """From a tweet that is produced to the chart that counts it."""
    from confluent_kafka import Consumer, Producer

    from mwk_desktop.kafka.topic_admin import RESULT_PARTITIONS, create_topic

    topic = "delay"
    clear_topics(servers, topic)
    for name, partitions in {topic: PARTITIONS, **RESULT_PARTITIONS}.items():
        create_topic({"bootstrap.servers": servers}, name, partitions=partitions)
    process = start_instance(servers, topic, f"bench-{secrets.token_hex(4)}")
    reader = Consumer(
        {
            "bootstrap.servers": servers,
            "group.id": secrets.token_hex(4),
            "auto.offset.reset": "earliest",
            "isolation.level": "read_committed",
            "fetch.wait.max.ms": 10,
        }
    )
    reader.subscribe(["charts"])
    producer = Producer({"bootstrap.servers": servers, "linger.ms": 0})
    sent_s: list[float] = []
    seen_s: list[float] = []
    charts: dict[int, int] = {}

    def look(timeout_s: float) -> None:
        record = reader.poll(timeout_s)
        if record is None or record.error() is not None:
            return
        value = json.loads(record.value() or b"{}")
        charts[record.timestamp()[1]] = sum(row["count"] for row in value["charts"])
        now_s = time.monotonic()
        seen_s.extend([now_s] * (sum(charts.values()) - len(seen_s)))

    def send() -> None:
        value = {"Id": len(sent_s), "Text": "drum #mwk", "User": {"ScreenName": "monty"}}
        producer.produce(topic, json.dumps(value).encode())
        sent_s.append(time.monotonic())
        producer.poll(0)

    try:
        send()
        while not seen_s:  # the instance is there
            look(0.1)
        begin_s = time.monotonic()
        while (now_s := time.monotonic()) < begin_s + DELAY_S:
            if (len(sent_s) - 1) / RATE_PER_S <= now_s - begin_s:
                send()
            look(0.005)
        until_s = time.monotonic() + 10
        while len(seen_s) < len(sent_s) and time.monotonic() < until_s:
            look(0.1)
    finally:
        producer.flush(5)
        reader.close()
        process.send_signal(signal.SIGTERM)
        process.wait()
    took_ms = sorted(1000 * (b - a) for a, b in zip(sent_s[1:], seen_s[1:], strict=False))
    print(
        f"tweet to chart at {RATE_PER_S}/s: p50 {took_ms[len(took_ms) // 2]:.0f} ms, "
        f"p99 {took_ms[len(took_ms) * 99 // 100]:.0f} ms; {len(seen_s)} of {len(sent_s)} seen"
    )


def memory(servers: str, count: int) -> None:
    """Memory of an instance after each million."""
    from mwk_desktop.kafka.topic_admin import create_topic

    topic = "memory"
    admin = clear_topics(servers, topic)
    create_topic({"bootstrap.servers": servers}, topic, partitions=PARTITIONS)
    process = start_instance(servers, topic, f"bench-{secrets.token_hex(4)}")
    try:
        while "user-message" not in admin.list_topics(timeout=10).topics:
            time.sleep(0.2)
        for first in range(0, count, STEP):
            produce(servers, topic, min(STEP, count - first), first)
            consumed(servers, "user-message", min(first + STEP, count))
            time.sleep(2.0)
            status = Path(f"/proc/{process.pid}/status").read_text()
            kb = int(status.split("VmRSS:")[1].split()[0])
            done = min(first + STEP, count)
            print(f"memory after {done:,} tweets: {kb / 1024:.0f} MB")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()


def build_yardstick() -> list[str]:
    """Build the counting with Kafka Streams; its command, or nothing where Maven is missing."""
    folder = Path(__file__).parent / "kafka-streams"
    if shutil.which("mvn") is None or shutil.which("javac") is None:
        print("NOT RUN: Kafka Streams (apt-get install openjdk-17-jdk-headless maven)")
        return []
    subprocess.run(["mvn", "-q", "-B", "package"], cwd=folder, check=True)
    jars = folder / "target"
    return ["java", "-cp", f"{jars}/kafka-streams-yardstick-1.jar:{jars}/jars/*", "mwk.Yardstick"]


def run_yardstick(
    servers: str, topic: str, count: int, command: list[str], guarantee: str, folder: Path
) -> float:
    """The same counts with Kafka Streams, into the same topics; CPU seconds a million."""
    from mwk_desktop.kafka.topic_admin import RESULT_PARTITIONS, create_topic

    clear_topics(servers, topic)
    for name, partitions in RESULT_PARTITIONS.items():
        create_topic({"bootstrap.servers": servers}, name, partitions=partitions)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    name = f"yardstick-{secrets.token_hex(4)}"
    process = subprocess.Popen([*command, servers, topic, name, guarantee, str(folder)])
    seconds = consumed(servers, "user-message", count)
    process.send_signal(signal.SIGTERM)
    process.wait()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(
        f"Kafka Streams, {guarantee}: {count / seconds:,.0f} tweets/s by the clock, "
        f"{cpu_s * 1e6 / count:.1f} processor seconds a million"
    )
    return cpu_s * 1e6 / count


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tweets", type=int, nargs="?", default=1_000_000)
    parser.add_argument("most", type=int, nargs="?", default=5_000_000, help="for the memory")
    asked = parser.parse_args()
    count, many = asked.tweets, asked.most
    compileall.compile_dir(REPO / "mwk_desktop", quiet=1)  # as after any installation
    module = bench_kafka.load("mwk_broker", REPO / "packaging" / "kafka" / "broker.py")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        ports = [20_000 + os.getpid() % 20_000 + step for step in range(3)]
        broker = module.Broker(
            place / "kafka",
            ports[0],
            controller_port=ports[1],
            sasl_port=ports[2],
            sasl_password=secrets.token_urlsafe(12),
            heap_mb=512,
            nice=0,
        )
        broker.start()
        try:
            from mwk_desktop.kafka.topic_admin import create_topic

            servers = broker.bootstrap_servers
            create_topic({"bootstrap.servers": servers}, "tweets", partitions=PARTITIONS)
            produce(servers, "tweets", count)
            bare_s = consumed(servers, "tweets", count)
            print(f"bare consumer: {count / bare_s:,.0f} records/s by the clock")
            one, two = (run(servers, "tweets", count, instances) for instances in (1, 2))
            print(f"two instances cost {100 * (two / one - 1):+.0f} %")
            command = build_yardstick()
            others = [
                run_yardstick(servers, "tweets", count, command, guarantee, place / guarantee)
                for guarantee in (("at_least_once", "exactly_once_v2") if command else ())
            ]
            if others:
                print(f"the better one of them takes {min(others) / one:.1f} times as much as ours")
            delay(servers)
            memory(servers, many)
        finally:
            broker.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
