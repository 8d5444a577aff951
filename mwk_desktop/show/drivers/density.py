"""Votes per equal part of a recording, for a replay's timeline.

Computed once, on the thread that prepares the recording.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from typing import Final

from mwk_desktop.records.batch import Batch
from mwk_desktop.show.drivers.prepared_recording import PreparedRecording
from mwk_desktop.topology.counting_rules import CountingRules
from mwk_desktop.topology.matching import Matcher

PARTS: Final = 200

EXACT_RECORDS: Final = 50_000
"""Up to this many tweets the texts are matched for votes (a third of a second); beyond it all
tweets count, which the scan of the file has already counted."""


def density_of(recorded: PreparedRecording, rules: CountingRules) -> tuple[int, ...]:
    """Votes (of a long recording: tweets) in each of :data:`PARTS` equal parts of a recording.

    Duplicates, limits and blocks are ignored: it is only for a picture.

    Raises
    ------
    mwk_desktop.records.recording_writer.RecordingError
        The recording can no longer be read.
    """
    counts = [0] * PARTS
    first_ms, length_ms = recorded.first_window_ms or 0, recorded.length_ms
    exact = recorded.records <= EXACT_RECORDS
    for event_ms, count in _votes(recorded, rules) if exact else _tweets(recorded):
        part = (event_ms - first_ms) * PARTS // (length_ms + 1)
        # Tweets late for the first window, or a last second that begins beyond the end.
        counts[min(max(part, 0), PARTS - 1)] += count
    return tuple(counts)


def _votes(recorded: PreparedRecording, rules: CountingRules) -> Iterator[tuple[int, int]]:
    matcher = Matcher(rules.aliases, rules.hashtag, rules.require_hashtag, rules.count_retweets)
    for step in recorded.source.steps():
        if not isinstance(step, Batch):
            continue
        real = [tweet is not None for tweet in step.tweets]
        tweets = [tweet for tweet in step.tweets if tweet is not None]
        found = matcher.find_all([tweet.text for tweet in tweets])
        times_ms = compress(step.events_ms, real)
        for event_ms, number, tweet in zip(times_ms, found, tweets, strict=True):
            if number >= 0 and (not matcher.filters or matcher.allows(tweet)):
                yield event_ms, 1


def _tweets(recorded: PreparedRecording) -> Iterator[tuple[int, int]]:
    per_second = recorded.source.prepare().per_second
    return ((second * 1000, count) for second, count in per_second.items())
