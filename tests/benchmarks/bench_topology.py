"""Cost of the counting, us a tweet on one core, beside the plain loop's matching and counting.

Run: ``python tests/benchmarks/bench_topology.py [tweets] [users]``. Every figure is the best of
some rounds (CPU time) over freshly decoded tweets: no string carries a cached hash.
"""

from __future__ import annotations

import gc
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

import msgspec

from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.topology.duplicates import SeenTweets
from mwk_desktop.topology.leaderboard import Leaderboard
from mwk_desktop.topology.matching import Matcher

NAMES = ["drum", "heavy_bass", "lead_bass", "line_bass", "melody", "pad", "synth", "vocal"]
ALIASES = {
    "drum": ["batterie"],
    "heavy_bass": ["basse lourde", "grosse basse"],
    "lead_bass": ["basse lead", "basse solo"],
    "line_bass": ["ligne de basse"],
    "melody": ["mélodie"],
    "pad": ["nappe"],
    "synth": ["synthé", "synthétiseur"],
    "vocal": ["voix", "chant"],
}
SENTENCE = (
    "I want more music with kafka streams please this is a great talk the crowd really loves it "
    "and we vote for now at devoxx france today everybody in the room hears what they choose"
)
WORDS = SENTENCE.split()
PICTURE = "https://pbs.twimg.com/profile_images/{}/{}_normal.jpg"
BATCH = 500
ROUNDS = 5


@dataclass
class Load:
    """Tweets as bytes, so that each round decodes fresh objects."""

    data: bytes
    count: int

    def batches(self) -> list[Batch]:
        tweets = msgspec.msgpack.decode(self.data, type=list[Tweet])
        times = [tweet.created_at_ms or 0 for tweet in tweets]
        return [
            Batch(list(tweets[i : i + BATCH]), times[i : i + BATCH], times[i : i + BATCH])
            for i in range(0, len(tweets), BATCH)
        ]


def make_load(
    count: int, users: int, voters: float = 0.8, mixed: float = 0.0, texts: int = 0
) -> Load:
    """Tweets of 30 to 130 characters, ``voters`` of them with one instrument somewhere.

    ``mixed``: the part of the texts with characters beyond ASCII (an emoji, French accents).
    ``texts``: how many different texts there are at most (0: hardly any repeats).
    """
    rng = random.Random(7)
    forms = [*NAMES, "heavy bass", "Lead-Bass", "drums", "Pad", "#synth", "vocals!", "melody"]
    people = [
        (f"user_{n:07d}", PICTURE.format(rng.randrange(10**17, 10**18), f"{rng.getrandbits(48):x}"))
        for n in range(users)
    ]
    tweets: list[Tweet] = []
    for n in range(count):
        words = ["#mwk"]
        length = rng.randrange(30, 130)
        while sum(map(len, words)) + len(words) < length:
            words.append(rng.choice(WORDS))
        if rng.random() < voters:
            words.insert(rng.randrange(len(words)), rng.choice(forms))
        if rng.random() < mixed:
            words.insert(rng.randrange(len(words)), rng.choice(["🥁", "très", "déjà", "’"]))
        name, picture = people[n % users if count <= users else rng.randrange(users)]
        tweets.append(
            Tweet(
                (1 << 59) + (n << 22) + rng.randrange(64),
                name,
                name,
                picture,
                rng.choice(tweets[:texts]).text if 0 < texts <= n else " ".join(words),
                1_523_450_000_000 + n // 100,
            )
        )
    return Load(msgspec.msgpack.encode(tweets), count)


def best_us(load: Load, make: Callable[[], Callable[[list[Batch]], object]]) -> float:
    """Microseconds a tweet, the best round."""
    best = float("inf")
    for _ in range(ROUNDS):
        batches = load.batches()
        work = make()
        gc.collect()
        gc.disable()
        begin = time.thread_time()
        work(batches)
        best = min(best, time.thread_time() - begin)
        gc.enable()
    return best / load.count * 1e6


def tweets_of(batch: Batch) -> list[Tweet]:
    return cast("list[Tweet]", batch.tweets)


def over_batches(find_all: Callable[[list[str]], object]) -> Callable[[list[Batch]], object]:
    def work(batches: list[Batch]) -> None:
        for batch in batches:
            find_all([tweet.text for tweet in tweets_of(batch)])

    return work


def over_texts(find: Callable[[str], object]) -> Callable[[list[Batch]], object]:
    def work(batches: list[Batch]) -> None:
        for batch in batches:
            for tweet in tweets_of(batch):
                find(tweet.text)

    return work


def plain_loop() -> Callable[[list[Batch]], object]:
    """The yardstick: one ``re.I`` alternation of the eight names and two Counters."""
    search = re.compile("|".join(NAMES), re.I).search
    users: Counter[str] = Counter()
    instruments: Counter[str] = Counter()

    def work(batches: list[Batch]) -> None:
        for batch in batches:
            for tweet in tweets_of(batch):
                users[tweet.screen_name] += 1
                found = search(tweet.text)
                if found:
                    instruments[found[0].lower()] += 1

    return work


def full_fold(track: bool = False) -> Callable[[list[Batch]], object]:
    counting = Counting(CountingRules(aliases=ALIASES), {}, 0, track=track)

    def work(batches: list[Batch]) -> None:
        for batch in batches:
            counting.fold(batch)

    return work


def only_board() -> Callable[[list[Batch]], object]:
    board = Leaderboard()

    def work(batches: list[Batch]) -> None:
        for batch in batches:
            users = []
            for tweet in tweets_of(batch):
                user = board.numbers.get(tweet.screen_name)
                if user is None:
                    board.add_users([tweet.screen_name])
                    user = board.numbers[tweet.screen_name]
                users.append(user)
            board.count_tweets(users, batch.events_ms, [t.image_url for t in tweets_of(batch)])

    return work


def only_duplicates() -> Callable[[list[Batch]], object]:
    memory = SeenTweets()

    def work(batches: list[Batch]) -> None:
        for batch in batches:
            idents = [tweet.id for tweet in tweets_of(batch)]
            memory.repeats(idents, [7] * len(idents), batch.events_ms)

    return work


def rss_mb() -> float:
    with open("/proc/self/statm") as file:  # noqa: PTH123
        return int(file.read().split()[1]) * 4096 / 1e6


def rows(count: int, users: int) -> Iterable[tuple[str, float]]:
    load = make_load(count, users)
    silent = make_load(count, users, voters=0.0)
    mixed = make_load(count, users, mixed=1.0)
    repeated = make_load(count, users, texts=1000)
    matcher = Matcher(ALIASES)
    find, find_all = matcher.find, matcher.find_all
    plain = re.compile("|".join(NAMES), re.I).search
    yield "matching, 8 of 10 vote", best_us(load, lambda: over_texts(find))
    yield "matching, nobody votes", best_us(silent, lambda: over_texts(find))
    yield "matching, every text beyond ASCII", best_us(mixed, lambda: over_texts(find))
    yield "plain loop: matching alone", best_us(load, lambda: over_texts(plain))
    yield "matching in batches, texts repeat", best_us(repeated, lambda: over_batches(find_all))
    yield "leaderboard alone", best_us(load, only_board)
    yield "duplicates alone", best_us(load, only_duplicates)
    yield "counting, everything", best_us(load, full_fold)
    yield "counting, texts repeat", best_us(repeated, full_fold)
    yield "counting, changes tracked", best_us(load, lambda: full_fold(True))
    yield "plain loop: matching and two Counters", best_us(load, plain_loop)


def memory(users: int) -> None:
    """What a million users and their tweets take."""
    load = make_load(users, users)
    paced_slices = [load.data]
    before = rss_mb()
    counting = Counting(CountingRules(aliases=ALIASES), {}, 0)
    tweets = msgspec.msgpack.decode(paced_slices.pop(), type=list[Tweet])
    del load
    loaded = rss_mb()
    for at in range(0, len(tweets), BATCH):
        part = tweets[at : at + BATCH]
        times = [tweet.created_at_ms or 0 for tweet in part]
        counting.fold(Batch(list(part), times, times))
        tweets[at : at + BATCH] = [None] * len(part)  # type: ignore[list-item]
    del tweets, part
    gc.collect()
    after = rss_mb()
    print(f"{users} users, {users} remembered tweets: {after - before:.0f} MB more than before ")
    print(f"(peak with all tweets loaded {loaded:.0f} MB)")
    lap = []
    for _ in range(50):
        begin = time.perf_counter()
        counting.leaderboard.top(10)
        lap.append(time.perf_counter() - begin)
    print(
        f"top 10 of {users} users: median {sorted(lap)[25] * 1e3:.2f} ms, "
        f"worst {max(lap) * 1e3:.2f} ms"
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    users = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000
    print(f"{count} tweets of {users} users, batches of {BATCH}, best of {ROUNDS}")
    for label, cost_us in rows(count, users):
        print(f"  {label:40s} {cost_us:6.2f} us a tweet   {1 / cost_us:7.3f} M/s")
    memory(max(users, 200_000))


if __name__ == "__main__":
    main()
