"""A connection's state as the statistics of librdkafka tell it; a held clock."""

from __future__ import annotations

import pytest

from mwk_desktop.kafka.client_stats import ClientStats
from mwk_desktop.kafka.connection import (
    ALL_BROKERS_DOWN,
    ANSWERED_MS,
    RESOLVE,
    TRANSPORT,
    UNRESOLVED_MS,
    ConnectionTracker,
)
from tests.kafka.broker_reports import (
    BOOTSTRAP_UP,
    CALLING,
    DOWN,
    IDLE,
    ONE_OF_TWO,
    REFUSED,
    SILENT,
    UNKNOWN,
    UP,
    stats,
)


def test_lost_by_the_statistics_alone(link: ConnectionTracker) -> None:
    link.on_stats(UP, 2000)
    assert link.on_stats(ONE_OF_TWO, 2500) is False
    assert link.on_stats(DOWN, 3000) is True
    assert (link.state.link, link.state.since_ms) == ("reconnecting", 3000)


@pytest.mark.parametrize("old", [DOWN, BOOTSTRAP_UP, CALLING])
def test_statistics_from_before_an_answer_lose_no_connection(
    link: ConnectionTracker, old: ClientStats
) -> None:
    """They wait while a source asks where to begin, and are read behind its last answer."""
    link.on_answer(2000)
    link.on_answer(2600)
    assert not link.on_stats(old, 2600)
    assert not link.on_stats(old, 2600 + ANSWERED_MS - 1)
    assert link.state.ok
    assert link.on_stats(old, 2600 + ANSWERED_MS)
    assert not link.state.ok


def test_an_answer_before_the_clock_was_set_back_holds_nothing(link: ConnectionTracker) -> None:
    link.on_answer(3_600_000)
    assert link.on_stats(DOWN, 5_000)


def test_a_server_that_takes_the_call_and_says_nothing(link: ConnectionTracker) -> None:
    assert link.on_stats(CALLING, 4100) is True
    assert link.state.link == "no answer"
    assert str(link.state.sentence) == "Kafka at h:1 does not answer since <4100>."
    # Every ten seconds librdkafka hangs up and calls again.
    assert not link.on_error(ALL_BROKERS_DOWN, "1/1 brokers are down", 11_000)
    assert not link.on_stats(DOWN, 11_500)
    assert link.on_stats(UP, 12_000)


def test_a_name_that_is_looked_up_for_long_is_no_silent_server(link: ConnectionTracker) -> None:
    """Where no resolver answers, the client seems to call for as long as it waits for one."""
    looking_up = stats(b={"nodeid": -1, "state": "CONNECT", "stateage": 4_000_000})
    link.on_error(RESOLVE, UNKNOWN, 1100)
    for now_ms in range(1500, 40_000, 500):
        assert not link.on_stats(looking_up, now_ms)
        if now_ms % 10_000 == 0:
            assert not link.on_error(RESOLVE, UNKNOWN, now_ms)
    assert (link.state.link, link.state.since_ms) == ("unknown host", 1100)
    # It has an address now, and nobody answers there.
    assert not link.on_stats(looking_up, 30_000 + UNRESOLVED_MS - 1)
    assert link.on_stats(looking_up, 30_000 + UNRESOLVED_MS)
    assert link.state.link == "no answer"


@pytest.mark.parametrize("us", [0, 2_999_999, 3_000_000])
def test_three_seconds_are_no_silence_yet(link: ConnectionTracker, us: int) -> None:
    called = stats(b={"nodeid": -1, "state": "CONNECT", "stateage": us})
    assert not link.on_stats(called, 2000)
    link.on_stats(UP, 3000)
    owing = stats(b={"nodeid": 1, "state": "UP", "waitresp_cnt": 1, "rxidle": us})
    assert not link.on_stats(owing, 4000)


@pytest.mark.parametrize("state", ["INIT", "DOWN", "TRY_CONNECT", "UP"])
def test_only_a_call_under_way_can_be_left_without_an_answer(
    link: ConnectionTracker, state: str
) -> None:
    """The client itself waits before it calls again: that is nobody's silence."""
    assert not link.on_stats(stats(b={"nodeid": -1, "state": state, "stateage": 60_000_000}), 2000)
    assert link.state.link == "connecting"


def test_a_server_that_falls_silent(link: ConnectionTracker) -> None:
    link.on_stats(UP, 2000)
    assert link.on_stats(IDLE, 2500) is False  # nothing was asked, nothing is owed
    assert link.on_stats(SILENT, 6000) is True
    assert link.state.link == "no answer"
    assert link.on_error(TRANSPORT, REFUSED, 7000) is True  # and then somebody killed it
    assert str(link.state.sentence) == "Lost Kafka at h:1: reconnecting since <7000>."


def test_a_broker_is_there_whatever_its_number_and_owes_from_the_first_question_on(
    link: ConnectionTracker,
) -> None:
    assert link.on_stats(stats(b={"nodeid": 0, "state": "UP"}), 2000)
    assert link.state.ok
    one = stats(b={"nodeid": 0, "state": "UP", "waitresp_cnt": 1, "rxidle": 3_000_001})
    assert link.on_stats(one, 3000)
    assert link.state.link == "no answer"
