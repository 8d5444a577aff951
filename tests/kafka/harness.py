"""A show without music, for the tests that kill it: source, counting and store, wired headless.

    python harness.py SERVERS TOPIC STATE_DIR [--stop-when-read] [--commit-ms MS] [--group ID]

Goes on with the newest show of the folder, prints ``started`` once it reads, and with
``--stop-when-read`` ends when it has read all that was in the topic, printing the result as JSON.
"""

from __future__ import annotations

import argparse
import json
import queue
import sys
import time
from pathlib import Path
from typing import Any

from mwk_desktop.kafka.topic_source import KafkaSource
from mwk_desktop.records.batch import Delivery, OffsetMark
from mwk_desktop.show.drivers.committing import changes_of, restored
from mwk_desktop.store.show_file import ShowFile
from mwk_desktop.store.show_folder import newest_show
from mwk_desktop.store.store_thread import StoreThread
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.support import wait_for


def open_show(folder: Path, topic: str) -> ShowFile:
    entry = newest_show(folder, topic=topic)
    if entry is None:
        return ShowFile.create(folder, {"topic": topic}, int(time.time() * 1000))
    return ShowFile.open(entry.path)


def result_of(counting: Counting, source: KafkaSource) -> dict[str, Any]:
    counts = counting.counts
    board = counting.leaderboard
    return {
        "tweets": counts.tweets,
        "duplicates": counts.duplicates,
        "malformed": counts.malformed,
        "leaderboard": [[s.name, s.tweets, s.image_url] for s in board.top(board.users)],
        "lag": source.lag,
    }


def run(options: argparse.Namespace) -> dict[str, Any]:
    show = open_show(options.state_dir, options.topic)
    stored = show.load()
    counting = restored(stored, CountingRules(), {}) or Counting(CountingRules(), {}, 0, track=True)
    offsets = dict(stored.next_offsets)
    marks = {partition: OffsetMark(*mark) for partition, mark in stored.marks.items()}
    inbox: queue.Queue[Delivery] = queue.Queue(32)

    def deliver(delivery: Delivery) -> bool:
        try:
            inbox.put_nowait(delivery)
        except queue.Full:
            return False
        return True

    source = KafkaSource(
        {"bootstrap.servers": options.servers, "group.id": options.group},
        options.topic,
        deliver,
        next_offsets=offsets,
        marks=marks,
        keep_records=False,
    )
    store = StoreThread(show, on_committed=source.committed)
    store.start()
    source.start()
    print("started", flush=True)
    submitted_s = time.monotonic()
    while True:
        progress = source.progress  # asked first: "caught up" is then said of what was taken
        try:
            delivery = inbox.get(timeout=0.01)
            counting.fold(delivery.batch)
            offsets.update(delivery.next_offsets)
            marks.update(delivery.marks)
        except queue.Empty:
            if options.stop_when_read and progress is not None and progress.caught_up:
                break
        now_s = time.monotonic()
        if now_s - submitted_s >= options.commit_ms / 1000 and store.ready:
            submitted_s = now_s
            counting.close(int(time.time() * 1000) - 250)
            store.submit(changes_of(counting.drain_changes(), offsets, marks))
    source.stop_reading()
    store.submit(changes_of(counting.drain_changes(), offsets, marks))
    assert store.flush(60)
    wait_for(lambda: not source.lag)  # the group hears of it a moment later
    result = result_of(counting, source)
    assert store.stop(60)
    assert source.stop()
    return result


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("servers")
    parser.add_argument("topic")
    parser.add_argument("state_dir", type=Path)
    parser.add_argument("--stop-when-read", action="store_true")
    parser.add_argument("--commit-ms", type=int, default=20)
    parser.add_argument("--group", default="mwk-harness")
    print(json.dumps(run(parser.parse_args())), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
