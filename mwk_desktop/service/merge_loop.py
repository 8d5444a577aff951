"""One instance of a group merges: it reads all partials and publishes results as transactions. The
group ``<group>-merge``, whose only topic has one partition, decides which instance it is. Its
``transactional.id`` fences the instance that merged before. Results, the draw and how far the
partials are published are one transaction, so no scene is drawn twice.

Threads: :meth:`MergeLoop.run` is one, and waits for Kafka.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from itertools import repeat
from typing import Final

import msgspec
from confluent_kafka import Consumer, KafkaError, KafkaException, Producer, TopicPartition

from mwk_desktop.clock import wall_ms
from mwk_desktop.kafka.clients import open_consumer
from mwk_desktop.kafka.message_decoding import bytes_of
from mwk_desktop.kafka.positions import assign, find_partitions, resolve_positions
from mwk_desktop.kafka.result_records import charts_value, sounds_value, user_value
from mwk_desktop.kafka.since import BEGINNING
from mwk_desktop.service.closed_windows import DRAW_KEY
from mwk_desktop.service.count_loop import SESSION_MS
from mwk_desktop.service.group_topics import ASK_S, GroupTopics, read_to_end
from mwk_desktop.service.partials_merge import MergedLine, MergeState, PartialsMerge
from mwk_desktop.service.partition_takeover import damaged_partial
from mwk_desktop.service.transactions import (
    NO_PARTITION,
    ProducedRecord,
    commit,
    open_transactions,
    queue_record,
    queue_records,
)
from mwk_desktop.topics import CHARTS_TOPIC, SOUNDS_TOPIC, USERS_TOPIC
from mwk_desktop.topology.counting_rules import CountingRules

PUBLISH_S: Final = 0.05
REST: Final = 60
MOST_REST_S: Final = 1.0
"""After users' lines the next ones rest :data:`REST` times as long as these took, and this long at
most: in a flood a line changes again before anybody has read it. Charts and scenes do not wait."""

POLL_S: Final = 0.02
SEARCH_S: Final = 1.0
"""Added partitions are looked for this often."""

VIEW_S: Final = 1.0
MOST_VIEWED: Final = 100
"""How many users an HTTP reader gets."""

PUBLISHED_KEY: Final = b"published"

MOST_LINES: Final = 20_000
"""Most users' lines in one transaction."""

_log = logging.getLogger(__name__)


class MergeLoop:
    """Merges while this instance is the one that does.

    Attributes
    ----------
    merge : PartialsMerge or None
        The sum, where this instance merges.
    windows : int
        Windows closed here.
    view : dict of str to object, or None
        ``charts``, ``tops`` and ``users`` as of a second ago, for HTTP readers.
    """

    def __init__(
        self,
        topics: GroupTopics,
        rules: CountingRules,
        clips: Mapping[str, Sequence[str]],
        seed: int,
        stop: threading.Event,
    ) -> None:
        self._topics = topics
        self._rules = rules
        self._clips = clips
        self._seed = seed
        self._stop = stop
        self._mine = False
        self.merge: PartialsMerge | None = None
        self.windows = 0
        self.view: dict[str, object] | None = None
        self._view_is_old = True
        self._encode = msgspec.json.Encoder().encode
        self.publishes = (0, 0.0)
        """How many transactions there were, and how many seconds they took."""
        self._producer: Producer | None = None
        self._reader: Consumer | None = None
        self._read: dict[int, int] = {}
        self._published: dict[int, int] = {}
        self._inputs: set[int] = set()
        self._stored_ms = -(1 << 63)
        """Up to when windows are closed, as the group's topic says."""
        self._searched_s = self._published_s = self._lines_at_s = self._viewed_s = float("-inf")
        self._election: Consumer = open_consumer(
            topics.properties,
            client_id="mwk-streams-election",
            **{
                "group.id": topics.merge,
                "auto.offset.reset": "latest",
                "session.timeout.ms": SESSION_MS,
                "heartbeat.interval.ms": SESSION_MS // 4,
            },
        )

    def run(self) -> None:
        """Merge until stopped.

        Raises
        ------
        KafkaException
            Kafka refuses something, or another instance merges now: begin again with a new object.
        """
        self._election.subscribe(
            [self._topics.merge],
            on_assign=self._on_assign,
            on_revoke=self._on_revoke,
            on_lost=self._on_revoke,
        )
        try:
            while not self._stop.is_set():
                self._election.poll(0 if self._mine else 0.1)
                if not self._mine:
                    self._end_merging()
                    continue
                if self.merge is None:
                    self._begin_merging()
                self._take_partials()
                self._publish()
                self._update_view()
        finally:
            self._end_merging()
            with suppress(KafkaException, RuntimeError):
                self._election.close()

    def _on_assign(self, consumer: Consumer, places: list[TopicPartition]) -> None:
        self._mine = bool(places)
        consumer.assign(places)
        if places:
            consumer.pause(places)  # nothing is read here: it only elects

    def _on_revoke(self, consumer: Consumer, places: list[TopicPartition]) -> None:
        self._mine = False
        with suppress(KafkaException):
            consumer.unassign()

    def _begin_merging(self) -> None:
        topics = self._topics
        self._producer = open_transactions(
            topics.properties, topics.merge, client_id="mwk-streams-merge"
        )
        kept = dict(read_to_end(topics.properties, topics.merge, 0, "mwk-streams-restore"))
        state = MergeState(self._seed)
        self._published = {}
        try:
            if draw := kept.get(DRAW_KEY):
                state = msgspec.json.decode(draw, type=MergeState)
            if published := kept.get(PUBLISHED_KEY):
                found = msgspec.json.decode(published, type=dict[str, int])
                self._published = {int(number): at for number, at in found.items()}
        except ValueError as error:
            raise damaged_partial(topics.merge, 0, topics.group, error) from error
        self._stored_ms = state.closed_until_ms
        self.merge = PartialsMerge(self._rules, self._clips, state)
        self._read = {}
        self._reader = open_consumer(
            topics.properties,
            client_id="mwk-streams-partials",
            **{"isolation.level": "read_committed", "fetch.wait.max.ms": 50},
        )
        self._find_partitions()

    def _end_merging(self) -> None:
        self.merge, self._producer, self.view = None, None, None
        if self._reader is not None:
            reader, self._reader = self._reader, None
            with suppress(KafkaException, RuntimeError):
                reader.close()

    def _find_partitions(self) -> None:
        """Partitions of the input, all of which must have passed a window, and of the partials."""
        now_s = time.monotonic()
        if now_s - self._searched_s < SEARCH_S and self._read:
            return
        self._searched_s = now_s
        reader, topics = self._reader, self._topics
        assert reader is not None
        found = find_partitions(reader, topics.input, ASK_S)
        self._inputs |= found.led | found.leaderless
        new = find_partitions(reader, topics.partials, ASK_S).led - self._read.keys()
        try:
            starts = resolve_positions(reader, topics.partials, new, {}, BEGINNING, ASK_S).starts
        except KafkaException as error:
            _log.info("partitions wait: %s", error)
            return
        assign(reader, topics.partials, starts, set())
        self._read.update(starts)

    def _take_partials(self) -> None:
        self._find_partitions()
        reader, merge = self._reader, self.merge
        assert reader is not None
        assert merge is not None
        for each in reader.consume(5_000, POLL_S):
            error, number, at = each.error(), each.partition(), each.offset()
            if error is not None:
                if error.code() not in (KafkaError._PARTITION_EOF, KafkaError._TRANSPORT):
                    raise KafkaException(error)
                continue
            assert number is not None
            assert at is not None
            key = bytes_of(each.key()) or b""
            news = at >= self._published.get(number, 0)
            try:
                merge.apply(number, key, bytes_of(each.value()), news=news)
            except ValueError as damage:
                topics = self._topics
                raise damaged_partial(topics.partials, number, topics.group, damage) from damage
            self._read[number] = at + 1

    def _publish(self) -> None:
        """Send what changed: one transaction, at most twenty times a second."""
        now_s = time.monotonic()
        merge, producer = self.merge, self._producer
        if now_s - self._published_s < PUBLISH_S or merge is None or producer is None:
            return
        begun_s = time.thread_time()
        charts = list(merge.drain_charts())
        closed = merge.close(self._inputs) if self._inputs else []
        lines = merge.drain_lines(MOST_LINES) if now_s >= self._lines_at_s else []
        moved = merge.state.closed_until_ms > self._stored_ms
        if not (charts or moved or lines):
            return
        self._published_s = now_s
        now_ms, encode = wall_ms(), msgspec.json.encode
        producer.begin_transaction()
        queue_records(producer, USERS_TOPIC, map(self._line_record, lines, repeat(now_ms)))
        for start_ms, votes in charts:
            value = encode(charts_value(votes))
            queue_record(producer, CHARTS_TOPIC, value, None, timestamp=max(1, start_ms))
        for window in closed:
            value = encode(sounds_value(list(window.drawn.values())))
            queue_record(producer, SOUNDS_TOPIC, value, None, timestamp=max(1, window.start_ms))
        ours = self._topics.merge
        if moved:
            queue_record(producer, ours, encode(merge.state), DRAW_KEY)
        if not merge.waiting:  # else lines before this place are still to come
            places = {str(number): at for number, at in self._read.items()}
            queue_record(producer, ours, encode(places), PUBLISHED_KEY)
        commit(producer)
        self._stored_ms = merge.state.closed_until_ms
        if lines:
            took_s = time.thread_time() - begun_s
            self._lines_at_s = now_s + min(REST * took_s, MOST_REST_S)
        count, seconds = self.publishes
        self.publishes = count + 1, seconds + time.monotonic() - now_s
        self._view_is_old = True
        self.windows += len(closed)

    def _line_record(self, line: MergedLine, now_ms: int) -> ProducedRecord:
        name, image_url, tweets, latest_ms = line
        # Without tweets it is gone: the input was created again.
        value = self._encode(user_value(name, image_url, tweets)) if tweets else None
        key = name.encode("utf-8", "replace")
        return value, key, NO_PARTITION, min(max(1, latest_ms), now_ms)

    def _update_view(self) -> None:
        now_s = time.monotonic()
        if self.merge is None or not self._view_is_old or now_s - self._viewed_s < VIEW_S:
            return
        self._viewed_s, self._view_is_old = now_s, False
        self.view = view_of(self.merge, self._rules.top)


def view_of(merge: PartialsMerge, tops: int) -> dict[str, object]:
    """The newest chart, its first instruments, and the first of the leaderboard."""
    start_ms, votes = merge.newest_chart or (None, {})
    lines = merge.top_lines(MOST_VIEWED)
    return {
        "charts": {"start_ms": start_ms, **charts_value(votes)},
        "tops": {"tops": list(votes)[:tops]},
        "users": {"users": [user_value(line.name, line.image_url, line.tweets) for line in lines]},
    }
