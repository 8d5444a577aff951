"""A simulated audience for the demo, rehearsals, recordings and floods.

A crowd is a pure generator. The same arguments give the same records, bit for bit, however the
calls divide the time. It has no thread and no clock: the caller passes the time.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from enum import StrEnum
from itertools import accumulate
from random import Random
from typing import Final

from mwk_desktop.records.batch import Batch, malformed_record
from mwk_desktop.records.record_types import Record
from mwk_desktop.records.tweet_decoding import are_event_times, decode_tweets, event_time_ms
from mwk_desktop.sources.crowd_words import (
    SPAMMER,
    User,
    chatter_text,
    status_json,
    user_of,
    vote_text,
)
from mwk_desktop.topics import INPUT_TOPIC
from mwk_desktop.units import INSTRUMENTS

# Tweet numbers begin here, higher than any number a person would invent.
_FIRST_STATUS_ID: Final = 983_000_000_000_000_000

# How long the audience's taste lasts: a little longer than a window, so that most scenes change.
_TASTE_MS: Final = 40_000

_TASTE_WEIGHTS: Final = tuple(accumulate(range(len(INSTRUMENTS), 0, -1)))

# The shape of a burst: 6 s of activity every 45 s.
_BURST_EVERY_MS: Final = 45_000
_BURST_MS: Final = 6_000
_BURST_FACTOR: Final = 6.0

_CAMPS: Final = (
    ("drum", "heavy_bass", "lead_bass", "line_bass", "synth"),
    ("melody", "pad", "vocal", "synth", "drum"),
)

# How many different messages a flood repeats with new numbers: enough for chart and leaderboard.
_FLOOD_MESSAGES: Final = 4096

# The most time that one poll catches up; a laptop that slept for an hour must not wake to a flood.
_MOST_RECORDS: Final = 1_000_000


class Profile(StrEnum):
    """How a crowd behaves.

    ``calm`` writes evenly and its taste changes slowly; ``burst`` writes in waves; ``spammer`` is
    calm except for one user who writes half of all messages; ``swing`` prefers the basses in one
    minute and the voices in the next; ``flood`` repeats prepared messages evenly, cheap enough for
    100,000 per second.
    """

    CALM = "calm"
    BURST = "burst"
    SPAMMER = "spammer"
    SWING = "swing"
    FLOOD = "flood"


_Raw = tuple[int, int, int, bytes | None, bytes | None]
"""Partition, offset, timestamp_ms, key, value."""


class Crowd:
    """An audience that writes tweets.

    Parameters
    ----------
    profile
        See :class:`Profile`.
    rate_per_s
        Tweets per second on average, above 0.
    users
        Number of people, at least 1; some write much more than others.
    seed
        The same seed gives the same crowd.
    hashtag
        Without the ``#``.
    start_ms
        When the audience begins to write, in milliseconds since the epoch.
    partitions
        Partitions of the topic; a tweet's key decides its partition.
    noise
        Share of added records, 0 to 1, that are hard to read: broken and foreign values,
        tombstones, duplicates, Connect envelopes.

    Raises
    ------
    ValueError
        If an argument is out of range; the message names it.
    """

    def __init__(
        self,
        profile: Profile | str = Profile.CALM,
        rate_per_s: float = 4.0,
        users: int = 120,
        seed: int = 0,
        hashtag: str = "mwk",
        *,
        start_ms: int,
        partitions: int = 1,
        noise: float = 0.0,
    ) -> None:
        if not 0.0 < rate_per_s <= 10_000_000.0:
            raise ValueError(f"rate_per_s must be above 0 (and at most 10 million): {rate_per_s}")
        if users < 1:
            raise ValueError(f"users must be at least 1: {users}")
        if partitions < 1:
            raise ValueError(f"partitions must be at least 1: {partitions}")
        if not 0.0 <= noise <= 1.0:
            raise ValueError(f"noise must be between 0 and 1: {noise}")
        self.profile = Profile(profile)
        self.rate_per_s = float(rate_per_s)
        self.users = users
        self.seed = seed
        self.hashtag = hashtag
        self.start_ms = start_ms
        self.partitions = partitions
        self.noise = noise
        self._until_ms = start_ms
        self._generation = 0
        self._offsets = [0] * partitions
        self._people: dict[int, User] = {}
        self._taste_phase = -1
        self._loved: list[str] = []
        flood = self.profile is Profile.FLOOD
        self._stream = self._flood_stream() if flood else self._people_stream()
        self._next: _Raw = next(self._stream)

    def tweets_until(self, t_ms: int, *, arrival_ms: int = -1) -> list[Record]:
        """All records written since the last call and before ``t_ms``.

        Parameters
        ----------
        t_ms
            Milliseconds since the epoch; a time before the last call's returns nothing.
        arrival_ms
            Written into the records (-1: not received yet).
        """
        self._until_ms = max(self._until_ms, t_ms)
        records: list[Record] = []
        append, stream = records.append, self._stream
        raw = self._next
        while raw[2] < t_ms:
            partition, offset, timestamp_ms, key, value = raw
            append(Record(INPUT_TOPIC, partition, offset, timestamp_ms, key, value, (), arrival_ms))
            raw = next(stream)
        self._next = raw
        return records

    def skip_to(self, t_ms: int) -> None:
        """Skip the time until ``t_ms`` if too much would have been written in it."""
        missed = (t_ms - self._until_ms) / 1000.0 * self.rate_per_s
        if missed <= _MOST_RECORDS:
            return
        # The same people start again; the topic's offsets continue.
        self._generation += 1
        self._until_ms = self.start_ms = t_ms
        flood = self.profile is Profile.FLOOD
        self._stream = self._flood_stream() if flood else self._people_stream()
        self._next = next(self._stream)

    # -- people -----------------------------------------------------------------------------

    def _people_stream(self) -> Iterator[_Raw]:
        """Endless records in order of time."""
        times = Random(f"{self.seed}:times:{self._generation}")
        draw = Random(f"{self.seed}:words:{self._generation}")
        noise = Random(f"{self.seed}:noise:{self._generation}")
        burst = self.profile is Profile.BURST
        # The mean rate over a burst's period is the requested rate.
        share = _BURST_MS / _BURST_EVERY_MS
        quiet_per_s = self.rate_per_s / (1.0 + share * (_BURST_FACTOR - 1.0) if burst else 1.0)
        peak_per_s = quiet_per_s * (_BURST_FACTOR if burst else 1.0)
        elapsed_ms = 0.0
        status_id = _FIRST_STATUS_ID
        last: tuple[bytes, bytes] | None = None
        while True:
            # A Poisson process at the peak rate, thinned out between bursts.
            elapsed_ms += times.expovariate(peak_per_s / 1000.0)
            asleep = burst and elapsed_ms % _BURST_EVERY_MS >= _BURST_MS
            if asleep and times.random() * _BURST_FACTOR >= 1.0:
                continue
            now_ms = self.start_ms + int(elapsed_ms)
            status_id += draw.randrange(1, 1 << 20)
            key = b'{"Id":%d}' % status_id
            value = self._message(draw, int(elapsed_ms), now_ms, status_id)
            if self.noise and noise.random() < self.noise:
                yield from self._noise_records(noise, now_ms, value, last)
            last = (key, value)
            yield self._next_record(now_ms, key, value)

    def _message(self, draw: Random, elapsed_ms: int, now_ms: int, status_id: int) -> bytes:
        spam = self.profile is Profile.SPAMMER and draw.random() < 0.5
        number = SPAMMER if spam else int(self.users * draw.random() ** 1.6)
        retweet = False
        if spam:
            text = f"HEAVY BASS!!! #{self.hashtag} {status_id % 1000}"
        elif draw.random() < 0.12:
            text = chatter_text(draw, self.hashtag)
        else:
            text = vote_text(draw, self._choice(draw, elapsed_ms), self.hashtag)
            if draw.random() < 0.05:
                other = self._person(int(self.users * draw.random()))
                text, retweet = f"RT @{other.screen_name}: {text}", True
        return status_json(
            self._person(number), text, status_id, now_ms, hashtag=self.hashtag, retweet=retweet
        )

    def _choice(self, draw: Random, elapsed_ms: int) -> str:
        """Choose an instrument by the audience's current taste."""
        if self.profile is Profile.SWING:
            camp = _CAMPS[elapsed_ms // 60_000 % 2]
            return draw.choice(camp if draw.random() < 0.85 else INSTRUMENTS)
        phase = elapsed_ms // _TASTE_MS
        if phase != self._taste_phase:
            taste = Random(f"{self.seed}:taste:{self._generation}:{phase}")
            self._loved = taste.sample(INSTRUMENTS, k=len(INSTRUMENTS))
            self._taste_phase = phase
        # The first is eight times as popular as the last.
        return draw.choices(self._loved, cum_weights=_TASTE_WEIGHTS)[0]

    def _person(self, number: int) -> User:
        person = self._people.get(number)
        if person is None:
            person = user_of(number)
            if len(self._people) < 100_000:
                self._people[number] = person
        return person

    def _noise_records(
        self, noise: Random, now_ms: int, value: bytes, last: tuple[bytes, bytes] | None
    ) -> Iterator[_Raw]:
        kind = noise.randrange(8)
        if kind <= 2 and last is not None:
            yield self._next_record(now_ms, *last)  # delivered twice
        elif kind == 3:
            yield self._next_record(now_ms, b'{"Id":0}', None)
        elif kind == 4:
            yield self._next_record(now_ms, None, value[: noise.randrange(1, len(value))])
        elif kind == 5:
            yield self._next_record(
                now_ms, b"\xff\xfe", bytes(noise.randrange(256) for _ in range(64))
            )
        elif kind == 6:
            yield self._next_record(now_ms, b"", b'{"Text":null,"User":{"ScreenName":"nobody"}}')
        elif last is not None:
            key, inner = last  # the same tweet again, in another producer's envelope
            yield self._next_record(now_ms, key, b'{"schema":null,"payload":' + inner + b"}")

    def _next_record(self, now_ms: int, key: bytes | None, value: bytes | None) -> _Raw:
        partition = zlib.crc32(key or b"") % self.partitions
        offset = self._offsets[partition]
        self._offsets[partition] = offset + 1
        return partition, offset, now_ms, key, value

    # -- flood ------------------------------------------------------------------------------

    def _flood_stream(self) -> Iterator[_Raw]:
        """Prepared messages with new numbers, evenly in time."""
        messages = self._flood_messages()
        offsets, partitions, count, users = (
            self._offsets,
            self.partitions,
            len(messages),
            self.users,
        )
        start_ms, rate_per_s = self.start_ms, self.rate_per_s
        number = 0
        while True:
            now_ms = start_ms + int(number * 1000.0 / rate_per_s)
            status_id = _FIRST_STATUS_ID + number
            partition = number % partitions
            offset = offsets[partition]
            offsets[partition] = offset + 1
            before, between, after = messages[number % count]
            # A prime step visits all users in an order unrelated to that of the messages.
            user = number * 7919 % users
            value = b'{"CreatedAt":%d,"Id":%d%bfan_%d%b%d/fan_%d_normal.png%b' % (
                now_ms, status_id, before, user, between, user, user, after,
            )  # fmt: skip
            yield partition, offset, now_ms, b'{"Id":%d}' % status_id, value
            number += 1

    def _flood_messages(self) -> list[tuple[bytes, bytes, bytes]]:
        """Statuses split in three parts, without number, user name and picture."""
        draw = Random(f"{self.seed}:flood")
        beginning = len(b'{"CreatedAt":0,"Id":0')
        mark, folder = b'"ScreenName":"', b"/profile_images/"
        messages = []
        for index in range(_FLOOD_MESSAGES):
            instrument = draw.choices(INSTRUMENTS, cum_weights=_TASTE_WEIGHTS)[0]
            text = vote_text(draw, instrument, self.hashtag)
            if draw.random() < 0.12:
                text = chatter_text(draw, self.hashtag)
            person = self._person(index % 500)
            status = status_json(person, text, 0, 0, hashtag=self.hashtag, retweet=False)
            name_at = status.index(mark) + len(mark)
            name_end = status.index(b'"', name_at)
            picture_at = status.index(folder) + len(folder)
            picture_end = status.index(b'"', picture_at)
            parts = status[beginning:name_at], status[name_end:picture_at], status[picture_end:]
            messages.append(parts)
        return messages


class CrowdSource:
    """A crowd as a live source.

    Parameters
    ----------
    crowd
        Used only by the thread that polls the source.
    """

    def __init__(self, crowd: Crowd) -> None:
        self.crowd = crowd

    def poll(self, now_ms: int) -> Batch:
        """All records written before ``now_ms`` and not delivered yet.

        Parameters
        ----------
        now_ms
            Wall clock in milliseconds since the epoch: the arrival time of the delivered records.

        Returns
        -------
        Batch
            With raw records; empty if there are none.
        """
        self.crowd.skip_to(now_ms)
        records = self.crowd.tweets_until(now_ms, arrival_ms=now_ms)
        tweets, reasons = decode_tweets([record.value for record in records])
        record_ms = [record.timestamp_ms for record in records]
        events_ms = record_ms
        if records and not are_event_times((record_ms[0], record_ms[-1])):  # a test's clock
            events_ms = [
                event_time_ms(time_ms, None if tweet is None else tweet.created_at_ms, now_ms)
                or now_ms
                for time_ms, tweet in zip(record_ms, tweets, strict=True)
            ]
        errors = []
        for index, reason in reasons:
            record = records[index]
            errors.append(malformed_record(record.topic, record.partition, record.offset, reason))
        return Batch(
            tweets=tweets,
            events_ms=list(events_ms),
            record_ms=record_ms,
            arrivals_ms=[now_ms] * len(records),
            records=records,
            errors=errors,
        )
