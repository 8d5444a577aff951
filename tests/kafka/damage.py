"""Damage on a broker's disk: batches whose records cannot be read any more."""

from __future__ import annotations

import json
import struct
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from confluent_kafka import Producer

from tests.support import needed, wait_for

LOUD, SILENT = "zstd", "none"
"""Two kinds of damage: what does not unpack is reported by the client, and where the records of a
batch overrun it nothing is said."""


Keyed = tuple[bytes | None, bytes]
"""Key and value of a record."""


def produce_batches(
    kafka: Mapping[str, Any], topic: str, batches: Iterable[Iterable[Keyed]], codec: str = LOUD
) -> None:
    """Each list as one batch of partition 0.

    Nothing is sent before ``flush``: with a shorter linger a machine under load makes two batches
    of a list, and the damage hits another one than the test means. What is produced to a topic that
    the client does not know yet reaches the partition's queue bit by bit, and a flush sends what is
    there: so it waits until the queue has all.
    """
    for records in batches:
        _produce_batch(kafka, topic, list(records), codec)


def _produce_batch(kafka: Mapping[str, Any], topic: str, records: list[Keyed], codec: str) -> None:
    is_queued = False

    def note_queues(text: str) -> None:
        """The statistics count what still waits for its partition, or for the broker's thread."""
        nonlocal is_queued
        partitions = json.loads(text)["topics"].get(topic, {}).get("partitions", {})
        waiting = sum(each["msgq_cnt"] for each in partitions.values())
        is_queued = partitions.get("0", {}).get("leader", -1) >= 0 and not waiting

    def all_queued() -> bool:
        producer.poll(0.01)
        return is_queued

    options = {"compression.type": codec, "linger.ms": 60_000}
    statistics = {"statistics.interval.ms": 20, "stats_cb": note_queues}
    producer = Producer({**kafka, **options, **statistics})
    for key, value in records:
        producer.produce(topic, value, key, partition=0)
    producer.poll(0)
    is_queued = False
    wait_for(all_queued)
    assert producer.flush(30) == 0


def produce_bad_header(
    kafka: Mapping[str, Any], topic: str, value: bytes, key: bytes | None = None
) -> None:
    """A record of partition 0 with a header whose name is no UTF-8, which our client refuses."""
    command: list[str | bytes] = [needed("kcat", "kcat"), "-P", "-b", kafka["bootstrap.servers"]]
    command += ["-t", topic, "-p", "0", "-H", b"k\xff=v"]
    if key is not None:
        command += ["-k", key]
    subprocess.run(command, input=value, check=True, timeout=60)


def damage_batches(
    broker: Any, topic: str, numbers: Iterable[int], codec: str = LOUD, partition: int = 0
) -> None:
    """Damage the records of some batches; their heads (61 bytes) stay whole. The broker is down."""
    (path,) = (broker.folder / "data" / f"{topic}-{partition}").glob("*.log")
    data = bytearray(path.read_bytes())
    starts = batch_places(path)
    for number in numbers:
        begin, end = starts[number]
        if codec == LOUD:
            data[begin + 61 : end] = bytes(byte ^ 0xFF for byte in data[begin + 61 : end])
        else:  # the first record is said to be a million bytes long
            data[begin + 61 : begin + 64] = b"\xff\xff\x7f"
    path.write_bytes(data)


def batch_places(path: Path) -> list[tuple[int, int]]:
    """Where the batches of a segment begin and end."""
    data = path.read_bytes()
    places, at = [], 0
    while at < len(data):
        _, length = struct.unpack(">qi", data[at : at + 12])
        if length <= 0:
            break
        places.append((at, at + 12 + length))
        at += 12 + length
    return places
