"""The service on a real broker: tweets a second with one instance and with two.

Run: ``python tests/benchmarks/bench_streams.py [tweets]`` (default 60,000, about two minutes). The
yardstick is a bare consumer that reads the same topic in the same run. Processor seconds are those
of the instances: they hold on a busy machine too, the clock does not.
"""

from __future__ import annotations

import importlib.util
import json
import os
import random
import resource
import secrets
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from types import ModuleType
from typing import Any

REPO = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPO))
PYTHON = REPO / ".venv-streams" / "bin" / "python"
T0_MS = 1_523_450_010_000
PARTITIONS = 6


def broker_module() -> ModuleType:
    path = REPO / "packaging" / "kafka" / "broker.py"
    spec = importlib.util.spec_from_file_location("mwk_broker", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["mwk_broker"] = module
    spec.loader.exec_module(module)
    return module


def produce(servers: str, topic: str, count: int) -> None:
    from confluent_kafka import Producer

    from mwk_desktop.units import INSTRUMENTS

    producer = Producer({"bootstrap.servers": servers, "linger.ms": 20, "compression.type": "lz4"})
    rng = random.Random(1)
    for number in range(count):
        user = f"user{rng.randrange(5_000)}"
        value: dict[str, Any] = {
            "Id": number,
            "CreatedAt": T0_MS + number,
            "Text": f"{rng.choice(INSTRUMENTS)} please, for everybody here #mwk",
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


def run(servers: str, topic: str, count: int, instances: int, folder: Path) -> None:
    """Instances from nothing to the last tweet's message in the result topic."""
    from confluent_kafka.admin import AdminClient

    admin = AdminClient({"bootstrap.servers": servers})
    there = admin.list_topics(timeout=10).topics
    gone = [name for name in there if name != topic and not name.startswith("__")]
    for future in admin.delete_topics(gone).values() if gone else ():
        future.result(20)
    time.sleep(1.0)
    command = [str(PYTHON), "-m", "mwk_desktop", "streams", "--bootstrap-servers", servers]
    command += ["--topic", topic, "--partitions", str(PARTITIONS), "--json"]
    command += ["--group", f"bench-{secrets.token_hex(4)}", "--state-dir", str(folder)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    processes = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=REPO)
        for _ in range(instances)
    ]
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
        f"by the clock, {count / cpu_s:,.0f} per processor second (start and end included)"
    )


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60_000
    if not PYTHON.exists():
        print("NOT RUN: the service has no environment yet (make streams)")
        return 1
    module = broker_module()
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
            for instances in (1, 2):
                run(servers, "tweets", count, instances, place / f"state-{instances}")
        finally:
            broker.stop()
    return 0


if __name__ == "__main__":
    sys.exit(main())
