"""The part of librdkafka's statistics (``statistics.interval.ms``) that the show reads.

Source of the names and units: librdkafka's STATISTICS.md. Times inside a broker are microseconds.
"""

from __future__ import annotations

import msgspec


class BrokerStats(msgspec.Struct, gc=False):
    """One known address. ``nodeid`` is -1 for a bootstrap address and for logical ones.

    ``rxidle`` is the time since the last byte came (-1: none yet), ``stateage`` the time in
    ``state``, both in microseconds; ``waitresp_cnt`` requests are under way;
    ``req`` counts the requests sent, by kind.
    """

    nodeid: int = -1
    state: str = "INIT"
    stateage: int = 0
    waitresp_cnt: int = 0
    rxidle: int = -1
    req: dict[str, int] = {}


class PartitionStats(msgspec.Struct, gc=False):
    """One partition; ``hi_offset`` (its end) is negative until the first fetch told it."""

    hi_offset: int = -1001
    ls_offset: int = -1001
    unknown: bool = False


class TopicStats(msgspec.Struct):
    """One topic; librdkafka's partition "-1" stands for "not chosen yet"."""

    partitions: dict[str, PartitionStats] = {}


class ClientStats(msgspec.Struct):
    """One report."""

    brokers: dict[str, BrokerStats] = {}
    topics: dict[str, TopicStats] = {}

    def partitions(self, topic: str) -> dict[int, PartitionStats]:
        """Partitions of ``topic`` that exist, by number."""
        entry = self.topics.get(topic)
        if entry is None:
            return {}
        return {
            int(number): partition
            for number, partition in entry.partitions.items()
            if number != "-1" and not partition.unknown
        }


_DECODER = msgspec.json.Decoder(ClientStats)


def decode_stats(text: str) -> ClientStats:
    """Read one report as ``stats_cb`` gets it.

    Raises
    ------
    msgspec.DecodeError
        It is no such report.
    """
    return _DECODER.decode(text)
