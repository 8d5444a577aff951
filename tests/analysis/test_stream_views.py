"""The views say what the show counts, however tweets, closes, blocks and limits interleave."""

from __future__ import annotations

import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.analysis.counted_rows import (
    CountingRestarted,
    StreamEvent,
    UserBlocked,
    counted_rows_of,
    pack,
)
from mwk_desktop.analysis.query_client import QueryClient
from mwk_desktop.analysis.ready_queries import READY_QUERIES, NamedQuery
from mwk_desktop.analysis.stream_tap import StreamTap
from mwk_desktop.records.batch import Batch
from mwk_desktop.records.record_types import Tweet
from mwk_desktop.topology.counting import Counting, CountingRules
from tests.analysis.queries import LIMITS, rows, wait_idle
from tests.support import T0_MS, examples, live_batch

WINDOW_MS = 30_000
TEXTS = ["drum", "pad", "melody please", "hello", "heavy bass or drum", "RT @x: synth"]
USERS = [f"user{n}" for n in range(6)]


def tweets_of(drawn: list[tuple[int, int, int, int]]) -> Batch:
    """Tweets by (user, text, second, identity); some identities come twice."""
    batch = Batch()
    for user, text, second, ident in drawn:
        time_ms = T0_MS + 1000 * second
        url = f"https://pictures.invalid/{ident % 3}.png"
        tweet = Tweet(ident, USERS[user], USERS[user].title(), url, TEXTS[text], T0_MS + ident)
        batch.tweets.append(tweet if ident % 11 else None)
        batch.events_ms.append(time_ms)
        batch.record_ms.append(time_ms)
        batch.places.append((ident % 3, ident))
    return batch


BATCHES = st.lists(
    st.tuples(
        st.integers(0, len(USERS) - 1),
        st.integers(0, len(TEXTS) - 1),
        st.integers(0, 150),
        st.integers(0, 60),
    ),
    max_size=25,
).map(tweets_of)
STEPS = st.lists(
    st.one_of(
        BATCHES,
        st.tuples(st.just("close"), st.integers(0, 150)),
        st.tuples(st.just("block"), st.integers(0, len(USERS) - 1)),
        st.tuples(st.just("unblock"), st.integers(0, len(USERS) - 1)),
        st.tuples(st.just("limit"), st.integers(0, 3)),
    ),
    max_size=14,
)


class Folding:
    """A counting, its closed charts, and everything it tells a tap."""

    def __init__(self, tap: Any) -> None:
        self.counting = Counting(CountingRules(), {}, 0)
        self.charts: dict[tuple[int, str], int] = {}
        self.rows: list[tuple[int, str]] = []
        self._tap = tap
        counting = self.counting
        counting.on_block = lambda name, blocked: tap.blocked(
            name, blocked, counting.closed_until_ms
        )

    def take(self, step: Any) -> None:
        counting = self.counting
        if isinstance(step, Batch):
            counted: list[tuple[int, str | None]] = []
            counting.fold(step, counted=counted)
            self._tap.on_counted(step, counted, counting.closed_until_ms, counting.late_or_capped)
            self.rows += [step.places[index] for index, _ in counted]
            return
        kind, number = step
        if kind == "close":
            self._close(T0_MS + 1000 * number)
        elif kind == "limit":
            counting.limit_votes(number)
        else:
            (counting.block if kind == "block" else counting.unblock)(USERS[number])

    def _close(self, until_ms: int) -> None:
        for window in self.counting.close(until_ms):
            for name, votes in window.votes.items():
                self.charts[window.start_ms, name] = votes

    def all_charts(self) -> dict[tuple[int, str], int]:
        """Closed windows as they closed, open ones as they stand."""
        charts = dict(self.charts)
        for start_ms in self.counting.open_windows_ms:
            for name, votes in self.counting.chart(start_ms).items():
                charts[start_ms, name] = votes
        return charts


class Packing:
    """A tap that keeps events, with a restart before them."""

    def __init__(self) -> None:
        self.events: list[StreamEvent] = [CountingRestarted(WINDOW_MS)]

    def on_counted(self, batch: Batch, counted: Any, closed_until_ms: int, refused: Any) -> None:
        self.events.append(counted_rows_of(batch, counted, closed_until_ms, refused))

    def blocked(self, name: str, blocked: bool, closed_until_ms: int) -> None:
        self.events.append(UserBlocked(name, blocked, closed_until_ms))


def must_agree(process: QueryClient, folding: Folding, **how: Any) -> None:
    """Views against the counting itself."""
    charts = rows(process, "SELECT epoch_ms(window_start), instrument, votes FROM charts", **how)
    assert {(start, name): votes for start, name, votes in charts} == folding.all_charts()
    board = folding.counting.leaderboard.top(100)
    users = rows(process, "FROM users", **how)
    assert users == [(each.name, each.tweets, each.image_url) for each in board]
    found = rows(process, 'SELECT "partition", "offset" FROM tweets', **how)
    assert sorted(found) == sorted(folding.rows)
    ((votes,),) = rows(process, "SELECT count(*) FROM votes", **how)
    assert votes == folding.counting.counts.votes


@settings(max_examples=examples(40))
@given(steps=STEPS)
def test_any_interleaving_is_what_the_show_counts(process: QueryClient, steps: list[Any]) -> None:
    packing = Packing()
    folding = Folding(packing)
    for step in steps:
        folding.take(step)
    process.feed(pack(packing.events))
    must_agree(process, folding)


@settings(max_examples=examples(4))
@given(steps=STEPS, more=STEPS)
def test_a_tap_that_is_followed_is_the_same(
    tmp_path_factory: Any, steps: list[Any], more: list[Any]
) -> None:
    """Through the spool, with questions in between, a restart, and another show after it."""
    folder_of_process = tmp_path_factory.mktemp("tap")
    process = QueryClient(folder_of_process / "tables", limits())
    tap = StreamTap(folder_of_process, pack_s=0.01)
    tap.start()
    try:
        for show in (steps, more):
            tap.begin(WINDOW_MS)
            folding = Folding(tap)
            for number, step in enumerate(show):
                folding.take(step)
                if number == len(show) // 2:
                    wait_idle(tap)
                    rows(process, "FROM tweets", tap=tap.state)
            wait_idle(tap)
            if tap.state.size_bytes:
                must_agree(process, folding, tap=tap.state)
            assert tap.state.tweets == folding.counting.counts.tweets
            assert not tap.state.problem
    finally:
        process.close()
        tap.close()


def limits() -> Any:
    return LIMITS


def test_odd_values_pass_through(process: QueryClient) -> None:
    """Nothing that a tweet can hold breaks a table."""
    batch = Batch()
    far = 9_000_000_000_000_000_000
    odd = [
        Tweet(None, "no id", "", "", "drum", None),
        Tweet(-5, "nul\0name", "tab\tname", "", "line\nbreak \u202e bidi", -1),
        Tweet(2**63 - 1, "𝄞 é", "", "x" * 5000, "pad " + "é" * 4000, far),
        Tweet(7, "late", "", "", "vocal", -far),
    ]
    for tweet, event_ms in zip(odd, [T0_MS, -1, far, -far], strict=True):
        batch.tweets.append(tweet)
        batch.events_ms.append(event_ms)
        batch.record_ms.append(event_ms)
    counting = Counting(CountingRules(), {}, 0)
    counted: list[tuple[int, str | None]] = []
    counting.fold(batch, counted=counted)
    process.feed(
        pack(
            [
                CountingRestarted(WINDOW_MS),
                counted_rows_of(batch, counted, counting.closed_until_ms),
            ]
        )
    )
    found = rows(process, "SELECT id, screen_name, name, text, created_at, event_time FROM tweets")
    assert [row[0] for row in found] == [None, -5, 2**63 - 1, 7]
    assert [row[1] for row in found] == [tweet.screen_name for tweet in odd]
    assert [row[3] for row in found] == [tweet.text for tweet in odd]
    assert [row[4] is None for row in found] == [True, False, True, True]
    assert [row[5] is None for row in found] == [False, False, True, True]
    assert len(rows(process, "FROM charts")) == 3
    board = counting.leaderboard.top(10)
    assert rows(process, "FROM users") == [(e.name, e.tweets, e.image_url) for e in board]
    assert rows(process, 'SELECT DISTINCT "partition", "offset" FROM tweets') == [(None, None)]


@pytest.mark.parametrize("ready", READY_QUERIES, ids=lambda each: each.name)
def test_every_ready_query_runs_on_nothing(process: QueryClient, ready: NamedQuery) -> None:
    process.feed(pack([CountingRestarted(WINDOW_MS)]))
    result = process.ask(ready.text, 30.0)
    assert result.columns
    assert not result.rows


def test_a_process_goes_on_with_the_tables_of_a_killed_one(tmp_path: Path) -> None:
    tap = StreamTap(tmp_path, pack_s=0.01)
    tap.start()
    process = QueryClient(tmp_path / "tables", limits())
    try:
        tap.begin(WINDOW_MS)
        for n in range(3):
            batch = live_batch(["drum", "pad"], T0_MS, first=10 * n)
            tap.on_counted(batch, [(0, "drum"), (1, "pad")], T0_MS, [])
            wait_idle(tap)
            assert rows(process, "SELECT count(*) FROM tweets", tap=tap.state) == [(2 * n + 2,)]
            first = process.pid
            process.close()
            assert process.pid is None
        assert Counter(rows(process, "SELECT instrument FROM votes", tap=tap.state)) == {
            ("drum",): 3,
            ("pad",): 3,
        }
        assert process.pid not in (None, first)
    finally:
        process.close()
        tap.close()
    assert not list(tmp_path.glob("mwk-sql-*"))


def test_rows_without_end_are_taken_in_before_anybody_asks(own_process: QueryClient) -> None:
    """Ten million rows: what the process says meanwhile must not fill the pipe, or both wait."""
    many = 3_000

    def feed() -> None:
        for n in range(many):
            batch = live_batch(["drum"], T0_MS, first=n)
            own_process.feed(pack([counted_rows_of(batch, [(0, "drum")], T0_MS, [])]))

    feeding = threading.Thread(target=feed, daemon=True)
    own_process.feed(pack([CountingRestarted(WINDOW_MS)]))
    feeding.start()
    feeding.join(60)
    assert not feeding.is_alive()
    assert rows(own_process, "SELECT count(*) FROM tweets") == [(many,)]
