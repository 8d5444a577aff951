"""Counting against a naive model: any order, any batches, saved and restored anywhere."""

from __future__ import annotations

from collections import Counter, deque

from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.records.record_types import Tweet
from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.topology.counting_rows import CountingRows
from mwk_desktop.topology.matching import Matcher
from mwk_desktop.topology.user_rows import UserRows
from tests.support import examples

WINDOW_MS = 100
REMEMBER = 8

TEXTS = st.sampled_from(
    [
        "drum",
        "pads!",
        "heavy bass",
        "mélodie",
        "hello",
        "iPad",
        "RT @x: synth",
        "voix #mwk",
        "vocal",
    ]
)
TIMES_MS = st.integers(-150, 450)
TWEETS = st.builds(
    Tweet,
    id=st.none() | st.integers(0, 12) | st.sampled_from([-1, 1 << 62, 1 << 70, -(1 << 63)]),
    screen_name=st.sampled_from(["anna", "bert", "Anna", "émile", "spam", "zoë"]),
    name=st.just("x"),
    image_url=st.sampled_from(
        ["", "https://pic/a/1.jpg", "https://pic/a/22.jpg", "b", "https://é/x/"]
    ),
    text=TEXTS,
    created_at_ms=st.none() | TIMES_MS | st.sampled_from([1 << 80, -(1 << 63), -1]),
    retweet=st.booleans(),
)
ENTRIES = st.lists(
    st.tuples(st.none() | TWEETS, TIMES_MS, TIMES_MS | st.just(-1)), min_size=1, max_size=60
)
RULES = st.builds(
    CountingRules,
    window_ms=st.just(WINDOW_MS),
    top=st.integers(1, 5),
    require_hashtag=st.booleans(),
    count_retweets=st.booleans(),
    max_votes_per_user=st.sampled_from([0, 0, 1, 2]),
    blocked=st.sampled_from([frozenset(), frozenset({"spam"}), frozenset({"anna", "nobody"})]),
    aliases=st.just({"melody": ["mélodie"], "vocal": ["voix"]}),
)


class Model:
    """The rules, one tweet at a time, with plain lists and dictionaries."""

    def __init__(self, rules: CountingRules) -> None:
        self.rules = rules
        self.matcher = Matcher(
            rules.aliases, rules.hashtag, rules.require_hashtag, rules.count_retweets
        )
        self.blocked = set(rules.blocked)
        self.memory: deque = deque(maxlen=REMEMBER)
        self.numbers: Counter[str] = Counter()
        self.counted: list[tuple[str, int, str]] = []
        self.ballots: list[tuple[int, str, str]] = []
        self.gone_votes = 0
        self.closed_ms = -(1 << 63)

    def fold(self, tweet, event_ms, record_ms):
        if tweet is None:
            return self.count("malformed")
        if tweet.screen_name in self.blocked:
            return self.count("blocked")
        key = (tweet.id, tweet.screen_name, tweet.created_at_ms)
        if tweet.id is not None:
            if key in self.memory:
                return self.count("duplicates")
            self.memory.append(key)
        self.count("tweets")
        time_ms = record_ms if tweet.created_at_ms is None else tweet.created_at_ms
        time_ms = max(-(1 << 63), min(time_ms, (1 << 63) - 1))
        self.counted.append((tweet.screen_name, time_ms, tweet.image_url))
        instrument = self.matcher.vote(tweet)
        if instrument is None:
            return None
        if event_ms < self.closed_ms:
            return self.count("late")
        start_ms = event_ms // WINDOW_MS * WINDOW_MS
        limit = self.rules.max_votes_per_user
        mine = [b for b in self.ballots if b[:2] == (start_ms, tweet.screen_name)]
        if limit and len(mine) >= limit:
            return self.count("capped")
        self.ballots.append((start_ms, tweet.screen_name, instrument))
        return None

    def count(self, what):
        self.numbers["records"] += what in ("malformed", "blocked", "duplicates", "tweets")
        self.numbers[what] += 1

    def close(self, until_ms):
        self.closed_ms = max(self.closed_ms, until_ms // WINDOW_MS * WINDOW_MS)
        gone = [b for b in self.ballots if b[0] < self.closed_ms]
        self.ballots = [b for b in self.ballots if b[0] >= self.closed_ms]
        charts = {}
        for start_ms in sorted({b[0] for b in gone}):
            chart = self.chart(start_ms, gone)
            self.gone_votes += sum(chart.values())
            if chart:
                charts[start_ms] = chart
        return charts

    def chart(self, start_ms, ballots=None):
        ballots = self.ballots if ballots is None else ballots
        votes = Counter(
            k for start, name, k in ballots if start == start_ms and name not in self.blocked
        )
        return dict(sorted(votes.items(), key=lambda item: (-item[1], item[0])))

    def leaders(self):
        rows = []
        for name in {c[0] for c in self.counted} - self.blocked:
            mine = [(time_ms, url) for who, time_ms, url in self.counted if who == name]
            latest_ms, url = max(mine)
            rows.append((-len(mine), latest_ms, name, url))
        return sorted(rows)


def snapshot(counting: Counting):
    """Everything that can be seen from outside."""
    return (
        counting.counts,
        counting.leaderboard.top(1000),
        {start: counting.chart(start) for start in counting.open_windows_ms},
        counting.closed_until_ms,
        counting.bags.counts,
    )


def leaders(counting: Counting):
    rows = [(-s.tweets, s.latest_ms, s.name, s.image_url) for s in counting.leaderboard.top(1000)]
    assert [counting.leaderboard.rank(row[2]) for row in rows] == list(range(1, len(rows) + 1))
    return rows


ACTIONS = st.one_of(
    st.tuples(st.just("fold"), st.integers(1, 9)),
    st.tuples(st.just("fold"), st.integers(1, 9)),
    st.tuples(st.just("close"), TIMES_MS),
    st.tuples(st.just("block"), st.sampled_from(["anna", "spam", "zoë"])),
    st.tuples(st.just("unblock"), st.sampled_from(["anna", "spam", "zoë"])),
    st.tuples(st.just("restore"), st.none()),
    st.tuples(st.just("commit"), st.none()),
    st.tuples(st.just("kill"), st.none()),
)


@settings(max_examples=examples(400), deadline=None)
@given(rules=RULES, entries=ENTRIES, actions=st.lists(ACTIONS, max_size=30))
def test_equals_the_model_through_closes_blocks_and_restores(rules, entries, actions, batch, clips):
    model = Model(rules)
    counting = Counting(rules, clips, 5, remember=REMEMBER, track=True)
    store = Store()
    at = 0
    for action, value in [*actions, ("fold", len(entries))]:
        if action == "fold":
            part = batch(entries)
            seen = []
            counting.fold(part, at, at + value, seen)
            before = model.numbers["tweets"]
            for entry in entries[at : at + value]:
                model.fold(*entry)
            assert len(seen) == model.numbers["tweets"] - before
            at += value
        elif action == "close":
            closed = counting.close(value)
            assert {w.start_ms: w.votes for w in closed} == model.close(value)
        elif action == "block":
            counting.block(value)
            model.blocked.add(value)
        elif action == "unblock":
            counting.unblock(value)
            model.blocked.discard(value)
        elif action == "restore":
            rows = counting.all_rows()
            counting = Counting.from_rows(rules, clips, rows, remember=REMEMBER, track=True)
            assert counting.all_rows() == rows
            store = Store()
            store.commit(counting.all_rows())
        elif action == "commit":
            store.commit(counting.drain_changes())
        elif store.totals is not None:
            # A kill right after a commit: what the store holds is all that there is.
            store.commit(counting.drain_changes())
            before = snapshot(counting)
            counting = store.rebuild(rules, clips)
            assert snapshot(counting) == before
        check(counting, model)


def check(counting, model):
    counts, numbers = counting.counts, model.numbers
    for name in ("records", "tweets", "malformed", "duplicates", "late", "blocked", "capped"):
        assert getattr(counts, name) == numbers[name], name
    assert counts.records == counts.tweets + counts.malformed + counts.duplicates + counts.blocked
    starts = {b[0] for b in model.ballots}
    assert set(counting.open_windows_ms) == starts
    for start_ms in starts:
        assert counting.chart(start_ms) == model.chart(start_ms)
        assert list(counting.chart(start_ms)) == list(model.chart(start_ms))
    open_votes = sum(sum(model.chart(start_ms).values()) for start_ms in starts)
    assert counts.votes == model.gone_votes + open_votes
    assert leaders(counting) == model.leaders()
    assert counts.users == len(model.leaders())


class Store:
    """Takes deltas as the real one does: users by number, runs appended, the old deleted."""

    def __init__(self) -> None:
        self.totals = None
        self.newcomers = []
        self.pictures = {}
        self.pages = {}
        self.remembered = []
        self.ballots = []

    def commit(self, rows: CountingRows) -> None:
        self.totals = rows.totals
        self.newcomers += rows.people.newcomers
        self.pictures.update(rows.people.pictures)
        self.pages.update((page.page, page) for page in rows.people.pages)
        self.remembered += rows.remembered
        self.ballots += rows.ballots
        forgotten = rows.totals.serial - REMEMBER
        self.remembered = [
            run for run in self.remembered if run.first + len(run.ids) // 8 - 1 > forgotten
        ]
        self.ballots = [run for run in self.ballots if run.start_ms in rows.totals.open_ms]

    def rebuild(self, rules, clips) -> Counting:
        pages = list(self.pages.values())
        people = UserRows(self.newcomers, list(self.pictures.items()), pages)
        return Counting.from_rows(
            rules,
            clips,
            CountingRows(self.totals, people, self.remembered, self.ballots),
            track=True,
            remember=REMEMBER,
        )


@settings(max_examples=examples(200), deadline=None)
@given(data=st.data(), entries=ENTRIES)
def test_no_order_of_partitions_and_no_batching_changes_anything(data, entries, batch, clips):
    """Partitions interleaved anyhow between two closes, cut into any batches."""
    rules = CountingRules(window_ms=WINDOW_MS, blocked=frozenset({"spam"}))
    # What is delivered twice is the same tweet in everything.
    first = {}
    entries = [
        first.setdefault((e[0].id, e[0].screen_name, e[0].created_at_ms), e)
        if e[0] is not None and e[0].id is not None
        else e
        for e in entries
    ]
    parts = data.draw(st.integers(1, 4))
    lanes = [entries[n::parts] for n in range(parts)]
    mixed = []
    while any(lanes):
        lane = data.draw(st.sampled_from([lane for lane in lanes if lane]))
        mixed.append(lane.pop(0))
    one = Counting(rules, clips, 1, remember=64)
    one.fold(batch(entries))
    other = Counting(rules, clips, 1, remember=64)
    at = 0
    while at < len(mixed):
        size = data.draw(st.integers(1, 20))
        other.fold(batch(mixed[at : at + size]))
        at += size
    assert snapshot(one) == snapshot(other)
    assert one.close(10_000) == other.close(10_000)


def test_changed_block_list_after_a_restart(batch, tweet, clips):
    rules = CountingRules(window_ms=WINDOW_MS, blocked=frozenset({"spam"}))
    counting = Counting(rules, clips, 1, remember=64)
    counting.block("anna")
    counting.fold(batch([(tweet("drum", who), 0, 0) for who in ("anna", "bert", "spam", "zoë")]))
    again = Counting.from_rows(
        CountingRules(window_ms=WINDOW_MS, blocked=frozenset({"zoë"})),
        clips,
        counting.all_rows(),
        remember=64,
    )
    assert again.blocked == {"anna", "zoë"}
    assert again.chart(0) == {"drum": 1}
    assert [s.name for s in again.leaderboard.top(9)] == ["bert"]
    assert again.counts.votes == 1
    again.unblock("zoë")
    assert again.chart(0) == {"drum": 2}
    assert again.counts.votes == 2
