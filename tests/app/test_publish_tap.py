"""What the tap hands to the publisher: the newest, and never too much."""

from __future__ import annotations

from mwk_desktop.app.workers.publish_tap import (
    MESSAGES_PER_S,
    MOST_CLOSED,
    PublishTap,
    TapGroup,
)
from mwk_desktop.topology.counting import ClosedWindow
from tests.app.live_process import WINDOW_MS
from tests.app.tapped import batch_of, feed, new_tap
from tests.support import T0_MS


def test_the_tap_hands_over_the_newest_line_of_each_user() -> None:
    tap, counting = new_tap()
    feed(tap, counting, batch_of([("a", "drum"), ("b", "pad"), ("a", "drum")]))
    assert tap.request_results()
    assert tap.results() == []
    feed(tap, counting, batch_of([("a", "drum")], 10))
    tap.look_up_results()
    lines = {line.name: line for line in tap.results()}
    assert {name: line.tweets for name, line in lines.items()} == {"a": 3, "b": 1}
    assert lines["a"].latest_ms == T0_MS
    assert tap.request_results()  # "a" has changed since it was asked for
    tap.look_up_results()
    assert [line.tweets for line in tap.results()] == [3]
    assert not tap.request_results()


def test_a_blocked_user_leaves_the_board() -> None:
    tap, counting = new_tap()
    feed(tap, counting, batch_of([("a", "drum"), ("b", "pad")]))
    counting.block("a")
    tap.blocked("a", True, 0)
    tap.request_results()
    tap.look_up_results()
    assert {line.name: line.tweets for line in tap.results()} == {"a": 0, "b": 1}


def test_under_a_flood_the_newest_messages_go_out() -> None:
    tap, counting = new_tap()
    feed(tap, counting, batch_of([(f"u{n}", f"text {n}") for n in range(1_000)]))
    said = tap.messages(10)
    assert [each.text for each in said] == [f"text {n}" for n in range(990, 1_000)]
    assert tap.messages(MESSAGES_PER_S) == []
    assert tap.request_results()
    tap.look_up_results()
    assert len(tap.results()) == 1_000


def test_two_taps_hear_the_same() -> None:
    (one, counting), other = new_tap(), PublishTap()
    other.begin(counting)
    batch = batch_of([("a", "drum")])
    counted: list[tuple[int, str | None]] = []
    counting.fold(batch, 0, None, counted)
    both = TapGroup(one, other)
    both.on_counted(batch, counted, 0, [])
    both.blocked("z", True, 0)
    both.restart()
    assert one.request_results()
    assert other.request_results()


def test_a_night_that_is_read_at_once_loses_no_chart() -> None:
    tap, _ = new_tap()
    starts = [T0_MS + number * WINDOW_MS for number in range(2_880)]  # a day of half minutes
    for start_ms in starts:
        tap.closed(ClosedWindow(start_ms, start_ms + WINDOW_MS, {"drum": 1}, ("drum",), {}))
    assert [window.start_ms for window in tap.windows()] == starts
    assert tap.windows() == []


def test_windows_do_not_wait_without_end() -> None:
    tap, _ = new_tap()
    for number in range(MOST_CLOSED + 10):
        tap.closed(ClosedWindow(number, number + 1, {"drum": 1}, ("drum",), {}))
    assert [window.start_ms for window in tap.windows()] == list(range(10, MOST_CLOSED + 10))
