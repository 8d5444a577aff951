"""What an instance knows of a partition that it counts."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import dataclass

from confluent_kafka import KafkaError, Producer

from mwk_desktop.service.partition_counting import PartitionCounting


@dataclass(frozen=True, slots=True)
class DamagedBatch:
    """A batch that cannot be read; where the next one begins is being looked for."""

    at: int
    error: KafkaError
    search: Future[int | None]


@dataclass(slots=True)
class OwnedPartition:
    """A partition that this instance has."""

    counting: PartitionCounting
    producer: Producer
    barrier: tuple[int, int] | None = None
    """Windows to be passed, and the end that the input had then."""
    at_end: bool = False
    mended: int | None = None
    """Where a batch could not be read, and then could."""
    damage: DamagedBatch | None = None
    """While it is set, nothing of this partition is read."""
