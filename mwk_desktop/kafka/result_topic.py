"""How far one result topic is read, and what stood in it before the start. The source's thread."""

from __future__ import annotations

from mwk_desktop.kafka.result_delivery import ResultDelivery, SceneResult


class ResultTopic:
    """The state of reading one topic.

    ``damaged`` partitions are assigned too, but not read until the place behind a batch is found.
    """

    def __init__(self, *, begun: bool = False) -> None:
        self.assigned: set[int] = set()
        self.known: set[int] = set()
        self.damaged: set[int] = set()
        self.next: dict[int, int] = {}
        self.before: dict[int, int] = {}
        """Partitions that have not come to what was their end at the start, with that end."""
        self.again: dict[int, int] = {}
        """Up to where partitions are read again for the records that waited for a schema."""
        self.begun = begun
        self._newest: tuple[int, int, dict[str, int] | SceneResult] | None = None

    def reached_end(self, partition: int, end: int) -> None:
        """Note the end of a partition, which may lie behind a transaction's marker.

        Records are handled before the events of the same hand-over, so this may be an end from
        before records that have been read: the next offset never goes back.
        """
        self.next[partition] = max(end, self.next.get(partition, 0))

    def keep_newest(
        self,
        name: str,
        place: str,
        timestamp_ms: int,
        offset: int,
        value: object,
        delivery: ResultDelivery,
    ) -> None:
        """A record from before the start: the newest that can be read is what stands."""
        decoded = ResultDelivery()
        decoded.add_record(name, place, timestamp_ms, None, value)
        if decoded.unreadable:
            delivery.unreadable += 1
            delivery.example = decoded.example
            return
        if self._newest is None or (timestamp_ms, offset) >= self._newest[:2]:
            found: dict[str, int] | SceneResult
            if decoded.scenes:
                found = SceneResult(timestamp_ms, decoded.scenes[0].clips, standing=True)
            else:
                found = decoded.charts[0][1]
            self._newest = timestamp_ms, offset, found

    def read_up_to(self, partition: int, at: int, delivery: ResultDelivery) -> None:
        """A partition is read up to ``at``; where all are at their end, what stands is told."""
        if partition in self.before and at >= self.before[partition]:
            del self.before[partition]
            if not self.before and self._newest is not None:
                timestamp_ms, _, found = self._newest
                self._newest = None
                if isinstance(found, SceneResult):
                    delivery.scenes.append(found)
                else:
                    delivery.charts.append((timestamp_ms, found))
