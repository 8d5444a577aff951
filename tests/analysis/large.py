"""A large recording, written fast: a crowd's minutes again and again, each time later."""

from __future__ import annotations

from pathlib import Path

from mwk_desktop.records.envelope import encode_lines, out_line
from mwk_desktop.sources.crowd_source import Crowd

START_MS = 1_523_450_010_000
RATE_PER_S = 2_000
TEMPLATES = 20_000


def write_large(path: Path, tweets: int, rate_per_s: int = RATE_PER_S) -> None:
    """Write a recording in order of time: 0.9 KB a tweet, 10,000 users, no two the same.

    Every pass over the prepared lines gives them other times and numbers, which is a microsecond a
    tweet where making them again would be thirty.
    """
    crowd = Crowd("calm", float(rate_per_s), 10_000, start_ms=START_MS, partitions=3)
    pass_ms = TEMPLATES * 1000 // rate_per_s
    records = crowd.tweets_until(START_MS + pass_ms)
    records.sort(key=lambda record: (record.timestamp_ms, record.partition, record.offset))
    templates = []
    for record in records:
        line = encode_lines([out_line(record)])
        number = line.split(b'Id\\":')[1].split(b",")[0].split(b"}")[0]
        templates.append((line, number, int(number), record.timestamp_ms))
    written = 0
    with path.open("wb", buffering=1 << 20) as file:
        while written < tweets:
            later_ms = written // len(templates) * pass_ms
            part = templates[: tweets - written]
            file.writelines(
                line.replace(b"%d" % time_ms, b"%d" % (time_ms + later_ms)).replace(
                    number, b"%d" % (value + later_ms * 1_000_000)
                )
                for line, number, value, time_ms in part
            )
            written += len(part)
