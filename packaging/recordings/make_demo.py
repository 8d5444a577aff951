"""Make the demo recording: six minutes of a simulated audience, the same bytes every time.

    python packaging/recordings/make_demo.py [OUT]

The default OUT is ``assets/recordings/demo.jsonl.zst``. The audience writes to three partitions of
``twitter_json``; three percent of the records are hard to read (duplicates, tombstones, broken
values, Connect envelopes). It begins in the middle of a window, at 14:00 on the first day of Devoxx
France 2018, and the file holds what ``kcat -C -J`` would have printed: no arrival times, no log of
a show. The text depends only on this script and the crowd; the compressed bytes also depend on the
version of zstandard.
"""

from __future__ import annotations

import sys
from pathlib import Path

from mwk_desktop.records.recording_writer import RecordingWriter
from mwk_desktop.sources.crowd_source import Crowd, Profile

START_MS = 1_524_052_811_777
LENGTH_MS = 360_000
DEFAULT_OUT = Path(__file__).parents[2] / "assets" / "recordings" / "demo.jsonl.zst"


def make_demo(out: Path) -> int:
    """Write the recording and return how many records it has."""
    crowd = Crowd(
        Profile.CALM,
        rate_per_s=5.0,
        users=90,
        seed=2018,
        start_ms=START_MS,
        partitions=3,
        noise=0.03,
    )
    records = crowd.tweets_until(START_MS + LENGTH_MS)
    # In the replay's order, so that the demo starts without an index.
    records.sort(key=lambda record: (record.timestamp_ms, record.partition, record.offset))
    with RecordingWriter(out) as writer:
        for record in records:
            writer.write(record)
        return writer.written


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT_OUT
    target.parent.mkdir(parents=True, exist_ok=True)
    print(f"{target}: {make_demo(target)} records")
