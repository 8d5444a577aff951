"""The simulated audience is the same every time, and every kind of it is what it claims to be."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.records.record_types import Record, Tweet
from mwk_desktop.records.tweet_decoding import decode_tweet, decode_tweets
from mwk_desktop.sources import crowd_source
from mwk_desktop.sources.crowd_source import Crowd, CrowdSource, Profile
from mwk_desktop.sources.crowd_words import INSTRUMENT_WORDS, SPAMMER, user_of
from mwk_desktop.units import INSTRUMENTS
from tests.support import examples

T0_MS = 1_523_450_012_345


def tweets_of(records: list[Record]) -> list[Tweet]:
    return [tweet for tweet in decode_tweets([record.value for record in records])[0] if tweet]


def named(text: str) -> str | None:
    """The instrument that stands first in a text, the slow and obvious way."""
    words = {word: name for name, spellings in INSTRUMENT_WORDS.items() for word in spellings}
    found = [
        (match.start(), -len(word), name)
        for word, name in words.items()
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.I)
    ]
    return min(found)[2] if found else None


@settings(deadline=None, max_examples=examples(30))
@given(
    profile=st.sampled_from(list(Profile)),
    cuts=st.lists(st.integers(0, 20_000), max_size=10),
    noise=st.sampled_from([0.0, 0.3]),
)
def test_the_same_however_the_time_is_cut(profile: Profile, cuts: list[int], noise: float) -> None:
    def crowd() -> Crowd:
        return Crowd(profile, 10.0, 50, 9, start_ms=T0_MS, partitions=3, noise=noise)

    whole = crowd().tweets_until(T0_MS + 20_001)
    cut = crowd()
    pieces = [record for t in [*cuts, 20_001] for record in cut.tweets_until(T0_MS + t)]
    assert pieces == whole
    assert len(whole) > 50


def test_seed_and_start() -> None:
    def texts(seed: int, start_ms: int) -> list[tuple[int, str]]:
        records = Crowd(seed=seed, start_ms=start_ms).tweets_until(start_ms + 30_000)
        times = [record.timestamp_ms - start_ms for record in records]
        return list(zip(times, [tweet.text for tweet in tweets_of(records)], strict=True))

    assert texts(1, T0_MS) == texts(1, T0_MS + 12_345_678)
    assert texts(1, T0_MS) != texts(2, T0_MS)


@pytest.mark.parametrize("profile", list(Profile))
def test_records_are_whole_statuses(profile: Profile) -> None:
    records = Crowd(profile, 50.0, 80, start_ms=T0_MS, partitions=4).tweets_until(T0_MS + 90_000)
    sizes = [len(record.value or b"") for record in records]
    assert 800 < sum(sizes) / len(sizes) < 1000
    assert len(records) == pytest.approx(4500, rel=0.15)
    times = [record.timestamp_ms for record in records]
    assert times == sorted(times)
    assert T0_MS <= times[0] <= times[-1] < T0_MS + 90_000
    for partition in range(4):
        offsets = [record.offset for record in records if record.partition == partition]
        assert offsets == list(range(len(offsets)))
        assert offsets
    ids = set()
    for record in records:
        tweet = decode_tweet(record.value)
        assert record.key == b'{"Id":%d}' % (tweet.id or 0)
        assert tweet.created_at_ms == record.timestamp_ms
        assert tweet.image_url.startswith("https://pictures.invalid/")
        ids.add(tweet.id)
    assert len(ids) == len(records)


def test_most_name_an_instrument_and_taste_changes() -> None:
    records = Crowd("calm", 40.0, 200, start_ms=T0_MS).tweets_until(T0_MS + 240_000)
    votes = [(tweet.created_at_ms, named(tweet.text)) for tweet in tweets_of(records)]
    assert 0.8 < sum(name is not None for _, name in votes) / len(votes) < 0.95
    winners = []
    for phase in range(6):
        first = T0_MS + phase * 40_000
        chart = Counter(name for t, name in votes if name and first <= (t or 0) < first + 40_000)
        assert set(chart) == set(INSTRUMENTS)
        winners.append(chart.most_common(1)[0][0])
    assert len(set(winners)) > 2


def test_retweets_are_few_and_marked() -> None:
    tweets = tweets_of(Crowd(rate_per_s=100.0, start_ms=T0_MS).tweets_until(T0_MS + 30_000))
    retweets = [tweet for tweet in tweets if tweet.retweet]
    assert 0.02 < len(retweets) / len(tweets) < 0.08
    assert all(tweet.text.startswith("RT @") for tweet in retweets)


def test_one_spammer() -> None:
    tweets = tweets_of(Crowd("spammer", 50.0, start_ms=T0_MS).tweets_until(T0_MS + 30_000))
    (name, count), (_, second), *_ = Counter(tweet.screen_name for tweet in tweets).most_common()
    assert name == user_of(SPAMMER).screen_name
    assert count == pytest.approx(len(tweets) / 2, rel=0.1)
    assert count > 5 * second


def test_a_burst_every_45_seconds() -> None:
    records = Crowd("burst", 20.0, start_ms=T0_MS).tweets_until(T0_MS + 450_000)
    awake = sum((record.timestamp_ms - T0_MS) % 45_000 < 6_000 for record in records)
    asleep = len(records) - awake
    assert awake / 6 == pytest.approx(6 * asleep / 39, rel=0.2)
    assert len(records) == pytest.approx(9000, rel=0.1)


def test_a_crowd_that_changes_its_mind() -> None:
    records = Crowd("swing", 20.0, start_ms=T0_MS).tweets_until(T0_MS + 120_000)
    first, second = Counter[str | None](), Counter[str | None]()
    for tweet in tweets_of(records):
        before = (tweet.created_at_ms or 0) < T0_MS + 60_000
        (first if before else second)[named(tweet.text)] += 1
    assert first["line_bass"] > 3 * second["line_bass"]
    assert second["vocal"] > 3 * first["vocal"]


def test_noise() -> None:
    crowd = Crowd(rate_per_s=50.0, start_ms=T0_MS, noise=0.5)
    records = crowd.tweets_until(T0_MS + 60_000)
    tweets, _ = decode_tweets([record.value for record in records])
    twice = Counter(tweet.id for tweet in tweets if tweet is not None)
    assert max(twice.values()) > 1
    assert 300 < tweets.count(None) < 1200
    assert any(record.value is None for record in records)
    assert any((record.value or b"").startswith(b'{"schema"') for record in records)


def test_a_flood_has_as_many_users_as_asked() -> None:
    for users in (7, 10_000):
        records = Crowd("flood", 20_000.0, users, start_ms=T0_MS).tweets_until(T0_MS + 1_000)
        assert len(records) == 20_000
        counts = Counter(tweet.screen_name for tweet in tweets_of(records))
        assert len(counts) == users
        assert max(counts.values()) - min(counts.values()) <= 1


def test_nobody_shares_a_screen_name() -> None:
    names = [user_of(number).screen_name for number in [SPAMMER, *range(5_000)]]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"\w{1,15}", name, re.ASCII) for name in names)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("rate_per_s", 0.0),
        ("rate_per_s", -1.0),
        ("rate_per_s", float("nan")),
        ("rate_per_s", float("inf")),
        ("users", 0),
        ("partitions", 0),
        ("noise", 1.5),
        ("noise", float("nan")),
        ("profile", "angry"),
    ],
)
def test_arguments_out_of_range(name: str, value: float | str) -> None:
    with pytest.raises(ValueError, match=name if name != "profile" else "angry"):
        Crowd(**{name: value}, start_ms=T0_MS)  # type: ignore[arg-type]


# -- as a live source ---------------------------------------------------------------------------


def test_polled_by_a_clock() -> None:
    source = CrowdSource(Crowd(rate_per_s=20.0, start_ms=T0_MS, noise=0.3))
    expected = Crowd(rate_per_s=20.0, start_ms=T0_MS, noise=0.3).tweets_until(T0_MS + 10_000)
    seen = []
    for now_ms in range(T0_MS - 500, T0_MS + 10_001, 50):
        batch = source.poll(now_ms)
        columns = (batch.tweets, batch.events_ms, batch.record_ms, batch.arrivals_ms)
        assert {len(column) for column in columns} == {len(batch.records)}
        assert batch.arrivals_ms == [now_ms] * len(batch.records)
        for record, tweet, event_ms, record_ms in zip(
            batch.records, batch.tweets, batch.events_ms, batch.record_ms, strict=True
        ):
            assert now_ms - 50 <= event_ms == record_ms == record.timestamp_ms < now_ms
            assert (tweet is None) == (not tweets_of([record]))
            assert record.arrival_ms == now_ms
            seen.append(record)
        for error in batch.errors:
            assert re.match(r"twitter_json\[0\] offset \d+: \w", str(error))
    assert [record.value for record in seen] == [record.value for record in expected]


def test_a_clock_that_starts_at_zero() -> None:
    source = CrowdSource(Crowd(rate_per_s=20.0, start_ms=0))
    batch = source.poll(5_000)
    assert batch.events_ms == [5_000] * len(batch.records)  # before 2006 is no time: arrival
    assert len(batch.records) > 50


def test_a_laptop_that_slept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crowd_source, "_MOST_RECORDS", 1_000)
    source = CrowdSource(Crowd("flood", 1_000.0, start_ms=T0_MS))
    assert len(source.poll(T0_MS + 500).records) == 500
    hour_later_ms = T0_MS + 3_600_000
    assert not source.poll(hour_later_ms).records
    assert len(source.poll(hour_later_ms + 100).records) == 100
