"""Any results in any order, garbage too, are shown as they were told."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from mwk_desktop.kafka.result_delivery import ResultDelivery
from mwk_desktop.kafka.result_records import UserResult, charts_value, user_value
from mwk_desktop.show.drivers.results import SETTLE_MS
from mwk_desktop.topics import RESULT_TOPICS
from mwk_desktop.topology.leaderboard import Leaderboard
from mwk_desktop.units import INSTRUMENTS
from tests.show.results_shows import STEP_MS, Show, user
from tests.show.shows import MUSIC, WINDOW_MS
from tests.support import T0_MS, examples

CLIP_NAMES = sorted(MUSIC.clip_ids)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(RESULT_TOPICS),
            st.one_of(st.none(), st.binary(max_size=12), st.just(b"monty")),
            st.one_of(
                st.none(),
                st.binary(max_size=40),
                st.recursive(
                    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
                    lambda inner: (
                        st.lists(inner, max_size=3)
                        | st.dictionaries(
                            st.sampled_from(
                                [
                                    "charts",
                                    "sound",
                                    "count",
                                    "sounds",
                                    "name",
                                    "tweetCount",
                                    "message",
                                ]
                            ),
                            inner,
                            max_size=4,
                        )
                    ),
                    max_leaves=8,
                ).map(lambda value: json.dumps(value).encode()),
            ),
            st.integers(-2, 2**62),
        ),
        max_size=12,
    )
)
@settings(max_examples=examples(150), deadline=None)
def test_garbage_is_counted_and_survived(records: list[Any]) -> None:
    show = Show()
    delivery = ResultDelivery()
    for topic, key, value, stamp in records:
        delivery.add_record(topic, f"{topic}[0] offset 7", stamp, key, value)
    assert delivery.records == len(records)
    show.show.fold_batch(delivery)
    show.go(200)
    snapshot = show.show.next_snapshot()
    assert show.show.counting.unreadable == delivery.unreadable
    assert show.show.counting.counts.records == len(records)
    if delivery.unreadable:
        assert "offset 7" in str(snapshot.problems[0])


VOTES = st.dictionaries(st.sampled_from(INSTRUMENTS), st.integers(1, 99), max_size=8)


@given(
    st.lists(
        st.one_of(
            st.tuples(st.just("chart"), st.integers(0, 4), VOTES),
            st.tuples(st.just("scene"), st.integers(0, 4), st.sets(st.sampled_from(CLIP_NAMES))),
            st.tuples(st.just("users"), st.sampled_from("abcdefgh"), st.integers(0, 5)),
            st.tuples(st.just("wait"), st.integers(1, 40), st.none()),
        ),
        max_size=30,
    ),
    st.integers(0, WINDOW_MS - 1),
)
@example(
    [
        ("scene", 1, set()),
        ("scene", 0, set()),
        ("scene", 1, set()),
        ("scene", 1, {"drum/drum1.flac"}),
    ],
    0,
)
@settings(max_examples=examples(60), deadline=None)
def test_any_order_of_results_is_what_is_shown(happenings: list[Any], offset_ms: int) -> None:
    show = Show(T0_MS + offset_ms)
    charts: dict[int, dict[str, int]] = {}
    board: dict[str, int] = {}
    scenes: list[tuple[int, dict[str, str], int]] = []
    landed: list[dict[str, str]] = []
    last: Any = None
    most = 0
    for kind, which, what in happenings:
        start_ms = T0_MS + (which - 2) * WINDOW_MS if kind in ("chart", "scene") else 0
        now_ms = show.clock.now_ms()
        if start_ms >= now_ms + WINDOW_MS:
            start_ms = now_ms - now_ms % WINDOW_MS
        if kind == "chart":
            show.chart(what, at_ms=start_ms)
            charts[start_ms] = what
            most = max(most, sum(sum(votes.values()) for votes in charts.values()))
        elif kind == "scene":
            clips = tuple(sorted(what))
            show.scene(*clips, at_ms=start_ms)
            if (start_ms, clips) != last:
                last = start_ms, clips
                drawn: dict[str, str] = {}
                for clip in clips:
                    drawn.setdefault(clip.partition("/")[0], clip)
                told_ms = show.clock.now_ms()
                landed.append(drawn)
                # A line of this window that waits is that of the last scene.
                scenes = [each for each in scenes if each[0] != start_ms or told_ms >= each[2]]
                scenes.append((start_ms, drawn, told_ms + SETTLE_MS))
        elif kind == "users":
            show.show.fold_batch(ResultDelivery(users=[user(which, what)]))
            board[which] = what
        else:
            show.go(which * STEP_MS)
    snapshot = show.show.next_snapshot()
    now_ms = show.clock.now_ms()
    assert show.top == charts.get(now_ms - now_ms % WINDOW_MS, {})
    assert snapshot.counts.votes == most
    ranked = sorted((name for name in board if board[name]), key=lambda n: (-board[n], n))
    assert [row.name for row in snapshot.leaders] == ranked
    assert snapshot.counts.tweets == sum(board.values())
    show.go(4_000)
    assert len(show.lines) == len(scenes)
    played = [drawn for drawn in landed if drawn]
    if played:
        assert show.playing() == sorted(played[-1].values())
    assert snapshot.counts.late == snapshot.counts.duplicates == 0


LINES = st.dictionaries(
    st.integers(0, 300), st.tuples(st.integers(0, 3), st.integers(0, 3)), max_size=200
)


@given(st.lists(LINES, max_size=6))
@settings(max_examples=examples(60), deadline=None)
def test_a_board_that_is_told_whole_lines(steps: list[dict[int, tuple[int, int]]]) -> None:
    board = Leaderboard()
    board.add_users([f"u{number:03}" for number in range(301)])
    model: dict[int, tuple[int, int]] = {}
    for step in steps:
        board.replace_lines(
            {n: (tweets, at_ms, f"p{at_ms}") for n, (tweets, at_ms) in step.items()}
        )
        model.update(step)
        ranked = sorted(
            (n for n in model if model[n][0]), key=lambda n: (-model[n][0], model[n][1], n)
        )
        assert board.users == len(ranked)
        assert [row.name for row in board.top(150)] == [f"u{n:03}" for n in ranked[:150]]


def test_values_are_read_as_they_are_written() -> None:
    delivery = ResultDelivery()
    pairs: list[tuple[str, dict[str, Any]]] = [
        ("charts", charts_value({"drum": 2})),
        ("users", user_value("monty", "https://x", 4)),
    ]
    for topic, value in pairs:
        delivery.add_record(topic, "here", T0_MS, b"monty", json.dumps(value).encode())
    assert delivery.charts == [(T0_MS, {"drum": 2})]
    assert delivery.users == [("monty", UserResult("monty", 4, "https://x"), T0_MS)]
    delivery.add_record("users", "here", T0_MS, None, b'{"name":"x","imgUri":null,"tweetCount":1}')
    assert delivery.users[1][0] == "x"
    delivery.add_record("users", "here", T0_MS, b"x", b'{"name":"x","tweetCount":99999999999}')
    assert delivery.unreadable == 1
