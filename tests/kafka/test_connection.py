"""One state, one sentence: from errors and statistics as librdkafka tells them; a held clock."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mwk_desktop.kafka.connection import (
    ALL_BROKERS_DOWN,
    AUTHENTICATION,
    GROUP_AUTHORIZATION_FAILED,
    RESOLVE,
    SSL,
    STICKY_MS,
    TIMED_OUT,
    TOPIC_AUTHORIZATION_FAILED,
    TRANSPORT,
    UNKNOWN_TOPIC_OR_PART,
    ConnectionTracker,
)
from mwk_desktop.kafka.connection_state import Link, LostHistory
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
)

LOGIN = (
    "sasl_plaintext://h:1/bootstrap: SASL authentication error: Authentication failed: Invalid "
    "username or password (after 312ms in state AUTH_REQ)"
)


def test_the_start(link: ConnectionTracker) -> None:
    assert link.state.link == "connecting"
    assert str(link.state.sentence) == "Connecting to Kafka at h:1."
    assert link.on_stats(BOOTSTRAP_UP, 1500) is False  # it has not said who it is
    assert link.on_stats(UP, 2000) is True
    assert str(link.state.sentence) == "Connected to Kafka at h:1, topic tweets."
    assert (link.state.since_ms, link.state.ok) == (2000, True)
    assert link.on_stats(UP, 2500) is False
    assert link.state.since_ms == 2000


@pytest.mark.parametrize(
    ("code", "text", "word", "sentence"),
    [
        (TRANSPORT, REFUSED, "refused", "Nothing listens at h:1: connection refused."),
        (RESOLVE, UNKNOWN, "unknown host", "Unknown host x: no address is known for this name."),
        (
            AUTHENTICATION,
            LOGIN,
            "login refused",
            "Kafka at h:1 refused the login: Authentication failed: Invalid username or password.",
        ),
        (
            SSL,
            "ssl://h:1/bootstrap: SSL handshake failed: certificate verify failed (after 3ms in "
            "state SSL_HANDSHAKE)",
            "tls failed",
            "No secure connection to Kafka at h:1: its certificate is for another name, or signed "
            "by nobody whom this machine trusts (see ssl.ca.location in [kafka]).",
        ),
        (
            TRANSPORT,
            "ssl://h:1/bootstrap: SSL handshake failed: Disconnected: SSL connection closed by "
            "peer: connecting to a PLAINTEXT broker listener? (after 2ms in state SSL_HANDSHAKE)",
            "tls failed",
            "No secure connection to Kafka at h:1: it does not speak TLS there: is "
            "security.protocol right?",
        ),
        *(
            (
                TRANSPORT,
                f"ssl://h:1/bootstrap: {said} (after 12ms in state SSL_HANDSHAKE)",
                "tls failed",
                "No secure connection to Kafka at h:1: it does not speak TLS there: is "
                "security.protocol right?",
            )
            for said in (
                "Disconnected: SSL connection closed by peer",
                "Disconnected: connection reset by peer",
                "SSL handshake failed: Disconnected: connection reset by peer: connecting to a "
                "PLAINTEXT broker listener?",
            )
        ),
        (
            SSL,
            "ssl://h:1/bootstrap: SSL handshake failed: the key is odd (after 3ms in state "
            "SSL_HANDSHAKE)",
            "tls failed",
            "No secure connection to Kafka at h:1: the key is odd.",
        ),
        (
            ALL_BROKERS_DOWN,
            "1/1 brokers are down",
            "refused",
            "Kafka at h:1 closes the connection: is security.protocol right?",
        ),
    ],
)
def test_why_it_does_not_connect(
    link: ConnectionTracker, code: int, text: str, word: str, sentence: str
) -> None:
    assert link.on_error(code, text, 1100) is True
    assert (link.state.link, str(link.state.sentence), link.state.since_ms) == (
        word,
        sentence,
        1100,
    )
    for repeat_ms in range(1150, 9000, 50):  # it is repeated while it lasts, and told once
        assert link.on_error(code, text, repeat_ms) is False
        assert link.on_error(ALL_BROKERS_DOWN, "1/1 brokers are down", repeat_ms) is False
        assert link.on_stats(DOWN, repeat_ms) is False
    assert link.state.since_ms == 1100
    assert link.on_stats(UP, 9000) is True
    assert link.state.ok


def test_the_graver_of_two_alternating_errors_is_told(link: ConnectionTracker) -> None:
    link.on_error(TRANSPORT, REFUSED, 1100)
    assert link.on_error(AUTHENTICATION, LOGIN, 1200)
    for now_ms in range(1250, 9000, 100):
        assert not link.on_error(TRANSPORT, REFUSED, now_ms)
        assert not link.on_error(AUTHENTICATION, LOGIN, now_ms + 50)
    assert link.state.link == "login refused"
    assert not link.on_error(TRANSPORT, REFUSED, 9000 + STICKY_MS - 1)
    assert link.on_error(TRANSPORT, REFUSED, 9000 + STICKY_MS)
    assert link.state.link == "refused"


@pytest.mark.parametrize("by_statistics", [False, True])
def test_lost_and_found(link: ConnectionTracker, by_statistics: bool) -> None:
    assert link.on_stats(UP, 2000) if by_statistics else link.on_answer(2000)
    assert link.on_error(TRANSPORT, "h:1/1: Disconnected (after 9ms in state UP)", 2900) is False
    assert link.on_error(ALL_BROKERS_DOWN, "1/1 brokers are down", 3000) is True
    assert str(link.state.sentence) == "Lost Kafka at h:1: reconnecting since <3000>."
    for now_ms in range(3100, 9000, 100):
        assert not link.on_error(TRANSPORT, REFUSED, now_ms)
        assert not link.on_error(RESOLVE, UNKNOWN, now_ms)  # the network went, not the name
        assert not link.on_stats(DOWN, now_ms)
    assert link.on_stats(UP, 9000)
    assert link.state.ok


def test_a_broker_that_goes_in_the_middle_of_a_handshake_spoke_tls(link: ConnectionTracker) -> None:
    closed = (
        "ssl://h:1/1: SSL handshake failed: Disconnected: connection reset by peer: connecting to "
        "a PLAINTEXT broker listener? (after 2ms in state SSL_HANDSHAKE)"
    )
    link.on_stats(UP, 2000)
    link.on_error(ALL_BROKERS_DOWN, "1/1 brokers are down", 3000)
    assert not link.on_error(TRANSPORT, closed, 3100)
    assert link.state.link == "reconnecting"


def test_the_topic(link: ConnectionTracker) -> None:
    link.on_error(UNKNOWN_TOPIC_OR_PART, "", 1100)
    assert link.state.link == "connecting"  # first things first
    link.on_stats(UP, 2000)
    assert str(link.state.sentence) == "Topic tweets does not exist yet at h:1."
    assert link.on_topic(None, 3000)
    assert link.state.ok
    link.on_error(TOPIC_AUTHORIZATION_FAILED, "", 4000)
    assert str(link.state.sentence) == "Kafka at h:1 does not let this user use topic tweets."
    link.user = "ana"
    link.on_error(TOPIC_AUTHORIZATION_FAILED, "", 4500)
    assert str(link.state.sentence) == "Kafka at h:1 does not let user ana use topic tweets."
    link.on_error(ALL_BROKERS_DOWN, "", 5000)
    assert link.state.link == "reconnecting"


def test_vanished_history(link: ConnectionTracker) -> None:
    link.on_answer(2000)
    assert link.on_history((LostHistory(1, 5, 9, 20), LostHistory(3, 7, 0, 2)), 2500)
    assert link.state.link == "history gone"
    assert str(link.state.sentence) == (
        "Topic tweets no longer holds what comes next: partition 1 begins at 9, the show had read "
        "up to 5; partition 3 ends at 2, the show had read up to 7 (was the topic created again?)."
    )
    assert link.on_history((), 3000)
    assert link.state.ok


def test_the_end(link: ConnectionTracker) -> None:
    link.on_answer(2000)
    assert link.on_end(Link.STOPPED, "", 3000)
    assert str(link.state.sentence) == "Disconnected from Kafka at h:1."
    link.on_end(Link.FAILED, "it broke", 4000)
    assert str(link.state.sentence) == "Reading from Kafka at h:1 failed: it broke."


def test_a_topic_that_may_be_described_and_not_read(link: ConnectionTracker) -> None:
    link.on_answer(2000)
    assert link.on_fetch_error(TOPIC_AUTHORIZATION_FAILED, "Fetch failed", 2100)
    assert link.state.link == "forbidden"
    # The metadata goes on to answer, the statistics to show a link: neither is a record.
    assert not link.on_topic(None, 2600)
    assert not link.on_stats(UP, 3000)
    assert link.state.link == "forbidden"
    assert link.on_fetched(4000)
    assert link.state.ok
    assert not link.on_fetched(4100)


def test_other_errors_of_a_fetch_are_errors_as_any(link: ConnectionTracker) -> None:
    link.on_answer(2000)
    assert link.on_fetch_error(56, "Disk error", 2100)
    assert str(link.state.remark) == "Kafka's client reports: Disk error."
    assert link.on_fetch_error(UNKNOWN_TOPIC_OR_PART, "", 2200)
    assert (link.state.link, link.state.since_ms) == ("topic missing", 2200)


def test_where_the_topic_counts_a_broker_that_answers_is_not_enough() -> None:
    link = ConnectionTracker("h:1", "tweets", 1000, waits_for_topic=True)
    link.on_answer(2000)
    assert link.up
    assert (link.state.link, link.state.since_ms) == ("connecting", 1000)
    assert link.on_topic(None, 3000)
    assert (link.state.link, link.state.since_ms) == ("connected", 3000)


@pytest.mark.parametrize("user", ["", "ana"])
@pytest.mark.parametrize("denied_first", [True, False])
def test_a_group_that_is_denied_matters_where_something_is_committed(
    user: str, denied_first: bool
) -> None:
    link = ConnectionTracker("h:1", "tweets", 1000, user=user)
    link.on_answer(2000)
    denied = partial(link.on_error, GROUP_AUTHORIZATION_FAILED, "")
    first, second = (denied, link.on_group_commit)[:: 1 if denied_first else -1]
    assert not first(2100)
    assert not link.state.remark
    assert second(2300)
    assert link.state.ok
    who = f"user {user}" if user else "this user"
    assert str(link.state.remark) == (
        f"Kafka does not let {who} commit to the group: "
        "all is counted, but tools that watch the group see no lag."
    )
    assert not link.on_group_commit(2400)


EVENTS: list[tuple[str, tuple[object, ...]]] = [
    ("on_answer", ()),
    *(("on_stats", (each,)) for each in (UP, SILENT, IDLE, CALLING, DOWN, ONE_OF_TWO)),
    *(
        (name, (code, text))
        for name in ("on_error", "on_fetch_error")
        for code, text in (
            (TRANSPORT, REFUSED),
            (RESOLVE, UNKNOWN),
            (AUTHENTICATION, LOGIN),
            (SSL, "SSL handshake failed: no"),
            (ALL_BROKERS_DOWN, "1/1 brokers are down"),
            (UNKNOWN_TOPIC_OR_PART, ""),
            (TOPIC_AUTHORIZATION_FAILED, ""),
            (56, "Disk error"),
            (GROUP_AUTHORIZATION_FAILED, ""),
        )
    ),
    ("on_fetched", ()),
    ("on_group_commit", ()),
    ("on_topic", (None,)),
    ("on_topic", (Link.TOPIC_MISSING,)),
    ("on_history", ((LostHistory(1, 5, 9, 20),),)),
    ("on_history", ((),)),
    ("on_end", (Link.STOPPED, "")),
]


@given(st.lists(st.sampled_from(EVENTS), max_size=12))
def test_a_state_lasts_since_what_brought_it(events: list[tuple[str, tuple[object, ...]]]) -> None:
    link = ConnectionTracker("h:1", "tweets", 0)
    for now_ms, (event, arguments) in enumerate(events, 1):
        before = link.state
        changed = getattr(link, event)(*arguments, now_ms)
        assert changed == (link.state != before)
        since_ms = now_ms if link.state.link is not before.link else before.since_ms
        assert link.state.since_ms == since_ms


def test_what_has_no_state_of_its_own_is_shown_for_a_minute(link: ConnectionTracker) -> None:
    link.on_answer(2000)
    assert link.on_error(56, "Disk error when trying to access log file on disk", 3000)
    assert link.state.ok
    said = "Kafka's client reports: Disk error when trying to access log file on disk."
    assert str(link.state.remark) == said
    assert not link.on_error(56, "Disk error when trying to access log file on disk", 4000)
    assert not link.on_stats(UP, 63_900)
    assert link.on_stats(UP, 64_000)
    assert not link.state.remark


@given(st.integers(-300, 130), st.text(min_size=1))
def test_no_error_of_the_client_is_dropped(code: int, text: str) -> None:
    link = ConnectionTracker("h:1", "tweets", 1000)
    link.on_answer(1050)
    link.on_error(code, text, 1100)
    link.on_group_commit(1200)  # a group that is denied is told of where something is committed
    told_by_the_statistics = {RESOLVE, TRANSPORT, ALL_BROKERS_DOWN, TIMED_OUT}
    assert code in told_by_the_statistics or not link.state.ok or link.state.remark
