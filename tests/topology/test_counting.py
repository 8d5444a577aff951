"""Counting, closing, blocking, capping: one behaviour a test."""

from __future__ import annotations

import sys
from array import array

import pytest
from msgspec.structs import replace

from mwk_desktop.topology.counting import Counting, CountingRules
from mwk_desktop.topology.shuffle_bags import ShuffleBags
from mwk_desktop.topology.user_rows import UserRows

W = 30_000


def vote(tweet, text, user="monty", at=1_000, **more):
    return (tweet(text, user, **more), at, at)


def test_counts_are_kept_apart(tweet, batch, clips):
    counting = Counting(CountingRules(blocked=frozenset({"spam"})), clips, 0)
    same = tweet("drum", "anna", ident=7, created_ms=5)
    counting.fold(
        batch(
            [
                (None, 0, 0),
                (same, 1_000, 1_000),
                (same, 2_000, 2_000),
                vote(tweet, "pad", "spam"),
                vote(tweet, "hello"),
            ]
        )
    )
    counts = counting.counts
    assert (counts.records, counts.tweets, counts.votes) == (5, 2, 1)
    assert (counts.malformed, counts.duplicates, counts.blocked, counts.users) == (1, 1, 1, 2)
    assert counting.chart(0) == {"drum": 1}


def test_a_tweet_without_id_is_never_a_duplicate(tweet, batch, clips):
    counting = Counting(CountingRules(), clips, 0)
    counting.fold(batch([vote(tweet, "drum", created_ms=5)] * 3))
    assert counting.counts.tweets == 3


def test_same_id_of_another_author_or_time_is_another_tweet(tweet, batch, clips):
    counting = Counting(CountingRules(), clips, 0)
    tweets = [
        tweet("drum", "anna", 7, 5),
        tweet("drum", "bert", 7, 5),
        tweet("drum", "anna", 7, 6),
        tweet("drum", "anna", 7, None),
    ]
    counting.fold(batch([(t, 0, 0) for t in tweets] * 2))
    assert (counting.counts.tweets, counting.counts.duplicates) == (4, 4)


def test_close_ranks_draws_and_makes_late(tweet, batch, clips):
    counting = Counting(CountingRules(top=3), clips, 0)
    words = ["pad"] * 2 + ["drum"] * 2 + ["line bass"] * 3 + ["vocal"]
    counting.fold(batch([vote(tweet, word) for word in words]))
    forecast = counting.forecast(0)
    assert counting.close(W - 1) == []
    (window,) = counting.close(W)
    assert (window.start_ms, window.end_ms) == (0, W)
    assert list(window.votes.items()) == [("line_bass", 3), ("drum", 2), ("pad", 2), ("vocal", 1)]
    assert window.top == ("line_bass", "drum", "pad")
    assert list(window.drawn) == ["drum", "pad"]
    assert window.drawn == forecast
    assert counting.close(W) == []
    counting.fold(batch([vote(tweet, "drum", at=W - 1), vote(tweet, "drum", at=W)]))
    assert (counting.counts.late, counting.counts.votes) == (1, 9)
    assert counting.leaderboard.top(1)[0].tweets == 10


def test_closes_come_in_order_and_only_windows_with_votes(tweet, batch, clips):
    counting = Counting(CountingRules(), clips, 0)
    counting.fold(batch([vote(tweet, "drum", at=t) for t in (5 * W, 1, -1, 2 * W)]))
    assert [w.start_ms for w in counting.close(3 * W)] == [-W, 0, 2 * W]
    assert counting.open_windows_ms == [5 * W]


def test_part_of_a_batch(tweet, batch, clips):
    counting = Counting(CountingRules(), clips, 0)
    whole = batch([vote(tweet, "drum", at=t) for t in range(10)])
    seen = []
    counting.fold(whole, 2, 5, seen)
    assert seen == [(2, "drum"), (3, "drum"), (4, "drum")]
    counting.fold(whole, 5)
    assert counting.counts.tweets == 8


def test_cap_of_votes_per_user_and_window(tweet, batch, clips):
    counting = Counting(CountingRules(max_votes_per_user=2), clips, 0)
    counting.fold(batch([vote(tweet, "drum", at=t) for t in (0, 1, 2, W)]))
    counting.fold(batch([vote(tweet, "pad", "anna")]))
    assert (counting.counts.votes, counting.counts.capped) == (4, 1)
    assert counting.chart(0) == {"drum": 2, "pad": 1}
    assert counting.leaderboard.top(1)[0].tweets == 4


def test_block_and_its_undo(tweet, batch, clips):
    counting = Counting(CountingRules(), clips, 0)
    counting.fold(batch([vote(tweet, "drum", "spam")] * 3 + [vote(tweet, "pad", "anna")]))
    counting.block("spam")
    counting.block("nobody")
    assert counting.chart(0) == {"pad": 1}
    assert [s.name for s in counting.leaderboard.top(10)] == ["anna"]
    counting.fold(batch([vote(tweet, "drum", "spam"), vote(tweet, "drum", "nobody")]))
    assert (counting.counts.blocked, counting.counts.votes, counting.counts.users) == (2, 1, 1)
    counting.unblock("spam")
    assert counting.chart(0) == {"drum": 3, "pad": 1}
    assert [s.name for s in counting.leaderboard.top(10)] == ["spam", "anna"]
    assert counting.counts.votes == 4


def test_retweets_and_hashtag_are_settings(tweet, batch, clips):
    texts = [
        tweet("RT @a: drum #mwk"),
        tweet("drum #MWK", retweet=True),
        tweet("drum #mwk2"),
        tweet("#drum #mwk!"),
    ]
    for rules, votes in (
        (CountingRules(), 4),
        (CountingRules(count_retweets=False), 2),
        (CountingRules(require_hashtag=True), 3),
        (CountingRules(require_hashtag=True, count_retweets=False), 1),
    ):
        counting = Counting(rules, clips, 0)
        counting.fold(batch([(t, 0, 0) for t in texts]))
        assert (counting.counts.votes, counting.counts.tweets) == (votes, 4)


def test_leaderboard_time_is_created_at_else_the_records(tweet, batch, clips):
    counting = Counting(CountingRules(), clips, 0)
    counting.fold(
        batch(
            [
                (tweet("x", "by_record"), 999, 50),
                (tweet("x", "by_created", created_ms=40), 999, 60),
                (tweet("x", "no_time"), 999, -1),
                (tweet("x", "huge", created_ms=1 << 80), 999, 1),
            ]
        )
    )
    names = [s.name for s in counting.leaderboard.top(9)]
    assert names == ["no_time", "by_created", "by_record", "huge"]


def test_a_restored_show_goes_on_with_its_own_seed(tweet, batch, clips):
    def drawn(counting, start_ms):
        counting.fold(batch([vote(tweet, f"drum {start_ms}", at=start_ms)]))
        (window,) = counting.close(start_ms + W)
        return window.drawn["drum"]

    for seed in range(8):
        counting = Counting(CountingRules(), clips, seed)
        before = [drawn(counting, n * W) for n in range(2)]
        again = Counting.from_rows(CountingRules(), clips, counting.all_rows())
        after = [drawn(again, n * W) for n in range(2, 9)]
        assert after == [drawn(counting, n * W) for n in range(2, 9)]
        bags = ShuffleBags(clips, seed)
        assert before + after == [bags.draw("drum") for _ in range(9)]


def test_broken_state_is_a_clear_error(clips):
    rows = Counting(CountingRules(), clips, 3).all_rows()
    other = "big" if sys.byteorder == "little" else "little"
    for totals, words in (
        (replace(rows.totals, version=1), "version 1; this program reads"),
        (replace(rows.totals, byteorder=other), f"is {other}-endian"),
    ):
        with pytest.raises(ValueError, match=words):
            Counting.from_rows(CountingRules(), clips, replace(rows, totals=totals))
    with pytest.raises(ValueError, match="30000 ms"):
        Counting.from_rows(CountingRules(window_ms=3_750), clips, rows)
    with pytest.raises(ValueError, match="longer than 0"):
        Counting(CountingRules(window_ms=0), clips, 0)


def test_changes_are_tracked_only_on_request(clips):
    with pytest.raises(RuntimeError, match="track=True"):
        Counting(CountingRules(), clips, 0).drain_changes()


def test_a_blocked_newcomer_has_a_stored_number(tweet, batch, clips):
    counting = Counting(CountingRules(blocked=frozenset({"spam"})), clips, 0, track=True)
    counting.fold(batch([vote(tweet, "drum", "spam"), vote(tweet, "pad", "anna")]))
    people = counting.drain_changes().people
    assert [(run.first, run.names) for run in people.newcomers] == [(0, ["spam", "anna"])]
    assert [array("I", page.tweets).tolist() for page in people.pages] == [[0, 1]]
    assert counting.drain_changes().people == UserRows()


def test_damaged_votes_are_a_clear_error(tweet, batch, clips):
    counting = Counting(CountingRules(), clips, 0)
    counting.fold(batch([vote(tweet, "drum")]))
    rows = counting.all_rows()
    (run,) = rows.ballots
    for broken in (type(run)(0, 1, run.data), type(run)(0, 0, run.data[:-1])):
        with pytest.raises(ValueError, match="saved votes"):
            Counting.from_rows(CountingRules(), clips, replace(rows, ballots=[broken]), remember=8)
