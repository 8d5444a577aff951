"""Damage on a broker's disk: batches whose records cannot be read any more."""

from __future__ import annotations

import struct
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from confluent_kafka import Producer

from tests.support import needed

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
    of a list, and the damage hits another one than the test means. The topic is asked for before:
    what is produced to one that the client does not know yet reaches its queue bit by bit, and a
    flush sends what is there.
    """
    for records in batches:
        producer = Producer({**kafka, "compression.type": codec, "linger.ms": 60_000})
        producer.list_topics(topic, timeout=30)
        for key, value in records:
            producer.produce(topic, value, key, partition=0)
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
