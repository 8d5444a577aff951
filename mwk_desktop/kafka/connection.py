"""Derives the connection's state, and a sentence about it, from errors and statistics.

Pure: no Kafka client, no clock, no thread. The owner feeds it from one thread and reads ``state``.

librdkafka reports an error about twenty times a second while it lasts, and never reports that it is
over. A server that accepts a connection and then does not answer causes no error for ten seconds,
or for a minute once connected. So errors only *explain* (they are de-duplicated), and the
statistics *decide*: "connected" is a broker with a node id whose link is up and that answers what
was asked.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mwk_desktop.kafka.client_stats import ClientStats
from mwk_desktop.kafka.connection_state import (
    ConnectionState,
    Link,
    LostHistory,
    RefusalKind,
    closed_in_handshake,
    local_time,
    reason_of,
    refused_host,
    state_sentence,
    tls_reason,
)
from mwk_desktop.messages import NOTHING, Message, message

SILENT_US: Final = 3_000_000
"""A broker that owes an answer and is silent for this long counts as hanging. A healthy one answers
a fetch within ``fetch.wait.max.ms`` (500 ms), metadata each second; a long garbage collection is
1-2 s."""

STICKY_MS: Final = 5_000
"""With several addresses, errors of different kinds alternate: the more serious one is shown until
it has not occurred for this long."""

UNRESOLVED_MS: Final = 60_000
"""A name without an address is looked up again and again, for many seconds each time where no
resolver answers; meanwhile the client looks as if it called a broker that is silent."""

# librdkafka's codes (rdkafka.h); as numbers, so that this module needs no client to be tested.
RESOLVE: Final = -193
TRANSPORT: Final = -195
ALL_BROKERS_DOWN: Final = -187
SSL: Final = -181
AUTHENTICATION: Final = -169
UNKNOWN_TOPIC: Final = -188
UNKNOWN_PARTITION: Final = -190
UNKNOWN_TOPIC_OR_PART: Final = 3
TOPIC_IS_MISSING: Final = frozenset([UNKNOWN_TOPIC, UNKNOWN_PARTITION, UNKNOWN_TOPIC_OR_PART])
TOPIC_AUTHORIZATION_FAILED: Final = 29
GROUP_AUTHORIZATION_FAILED: Final = 30
TIMED_OUT: Final = -185

ANSWERED_MS: Final = 1_000
"""An answer counts for this long whatever the statistics say: those that waited while the source
asked are older, and the broker that answered may have no node id in them yet."""

REMARK_MS: Final = 60_000
"""A remark (records that were skipped, an error of the client) stays this long after its last
occurrence: long enough to be read from a stage, and gone before the next one."""

_TOLD_OTHERWISE: Final = frozenset([RESOLVE, TRANSPORT, ALL_BROKERS_DOWN, TIMED_OUT])
"""Codes that a state already describes; all others are shown in the client's words."""


_GRAVITY: Final = {
    Link.LOGIN_REFUSED: 4,
    Link.TLS_FAILED: 3,
    Link.UNKNOWN_HOST: 2,
    Link.REFUSED: 1,
}

_CALLING: Final = frozenset(
    ["CONNECT", "SSL_HANDSHAKE", "AUTH_LEGACY", "AUTH_HANDSHAKE", "AUTH_REQ", "APIVERSION_QUERY"]
)


class ConnectionTracker:
    """The state machine of one client.

    Parameters
    ----------
    servers
        ``bootstrap.servers`` as given, for the sentences.
    topic
        The topic of the show; empty if there is none.
    now_ms
        The wall clock.
    time_text
        Formats a time for a sentence.
    user
        The user name; empty if there is none.
    waits_for_topic
        If True, an answering broker is not enough: the state becomes "connected" only after
        :meth:`on_topic`.
    """

    def __init__(
        self,
        servers: str,
        topic: str,
        now_ms: int,
        time_text: Callable[[int], str] = local_time,
        *,
        user: str = "",
        waits_for_topic: bool = False,
    ) -> None:
        self.servers = servers
        self.topic = topic
        self.user = user
        self._time_text = time_text
        self._was_up = False
        self._link = Link.CONNECTING
        self._reason: Message | str = ""
        self._remark = NOTHING
        self._remarked_ms = now_ms
        self._may_not_read = False
        self._group_is_denied = self._commits_to_group = False
        self._seen_ms = now_ms
        self._since_ms = now_ms
        self._answered_ms: int | None = None
        self._topic_problem: Link | None = Link.CONNECTING if waits_for_topic else None
        self._lost: tuple[LostHistory, ...] = ()
        self.state = ConnectionState(Link.CONNECTING, now_ms, self._sentence_of(Link.CONNECTING))

    @property
    def up(self) -> bool:
        """Whether a broker answers, whatever the state of the topic."""
        return self._link is Link.CONNECTED

    def on_error(self, code: int, text: str, now_ms: int) -> bool:
        """Note an error of ``error_cb`` or of a message; True when the state changed."""
        if code in TOPIC_IS_MISSING:
            return self.on_topic(Link.TOPIC_MISSING, now_ms)
        if code == TOPIC_AUTHORIZATION_FAILED:
            return self.on_topic(Link.FORBIDDEN, now_ms)
        if code == GROUP_AUTHORIZATION_FAILED:
            self._group_is_denied = True
            return self._note_denied_commits(now_ms)
        if code == AUTHENTICATION:
            return self._explain(Link.LOGIN_REFUSED, reason_of(text), now_ms)
        if closed_in_handshake(text) and self._was_up:  # it spoke TLS: it is about to go
            return self._explain(Link.RECONNECTING, "", now_ms)
        if code == SSL or "state SSL_HANDSHAKE" in text or "SSL routines" in text:
            return self._explain(Link.TLS_FAILED, tls_reason(text), now_ms)
        if code == ALL_BROKERS_DOWN and self._link is Link.CONNECTED:
            return self._set(Link.RECONNECTING, "", now_ms)
        if code == ALL_BROKERS_DOWN and self._link is Link.CONNECTING:
            # A reason would have come before this; without one, the broker accepted the
            # connection and closed it.
            return self._explain(Link.REFUSED, RefusalKind.CLOSED, now_ms)
        if code == RESOLVE or (code == TRANSPORT and "refused" in text):
            if self._was_up:  # it was there: the network or the broker went, not the name
                return self._explain(Link.RECONNECTING, "", now_ms)
            if code == TRANSPORT:
                return self._explain(Link.REFUSED, "", now_ms)
            return self._explain(Link.UNKNOWN_HOST, refused_host(text), now_ms)
        if code in _TOLD_OTHERWISE:
            return False
        return self.on_remark(
            message("Kafka's client reports: {text}.", text=reason_of(text)), now_ms
        )

    def on_fetch_error(self, code: int, text: str, now_ms: int) -> bool:
        """Note that a partition cannot be read; True when the state changed.

        A user who may describe a topic but not read it gets this error once, while every metadata
        answer looks healthy; so only fetched records (:meth:`on_fetched`) clear it.
        """
        if code == TOPIC_AUTHORIZATION_FAILED:
            self._may_not_read = True
            return self._publish(now_ms)
        return self.on_error(code, text, now_ms)

    def on_fetched(self, now_ms: int) -> bool:
        """Note that records or the end of a partition came: the topic can be read."""
        if not self._may_not_read:
            return False
        self._may_not_read = False
        return self._publish(now_ms)

    def on_remark(self, remark: Message, now_ms: int) -> bool:
        """Show a remark beside the state for a minute; True if it is new."""
        self._remark, self._remarked_ms = remark, now_ms
        return self._publish(now_ms)

    def on_group_commit(self, now_ms: int) -> bool:
        """Note that offsets are committed to the group; True when a remark says that this is
        denied."""
        self._commits_to_group = True
        return self._note_denied_commits(now_ms)

    def _note_denied_commits(self, now_ms: int) -> bool:
        """The denial and the first commit come in either order; alone, neither matters."""
        if not (self._group_is_denied and self._commits_to_group):
            return False
        said = message(
            "Kafka does not let this user commit to the group: "
            "all is counted, but tools that watch the group see no lag."
        )
        if self.user:
            said = message(
                "Kafka does not let user {user} commit to the group: "
                "all is counted, but tools that watch the group see no lag.",
                user=self.user,
            )
        return self.on_remark(said, now_ms)

    def _explain(self, link: Link, reason: Message | str, now_ms: int) -> bool:
        if self._link is Link.CONNECTED and link is Link.RECONNECTING:
            # One of several brokers went: whether that matters the statistics tell.
            return False
        grave = _GRAVITY.get(self._link, 0) > _GRAVITY.get(link, 0)
        if grave and now_ms - self._seen_ms < STICKY_MS:
            return False
        self._seen_ms = now_ms
        return self._set(link, reason, now_ms)

    def on_answer(self, now_ms: int) -> bool:
        """Note that a broker answered a request; this is known before the next statistics."""
        self._was_up = True
        self._answered_ms = now_ms
        return self._set(Link.CONNECTED, "", now_ms)

    def on_stats(self, stats: ClientStats, now_ms: int) -> bool:
        """Read a report of the statistics; True when the state changed."""
        silent = False
        if self._remark and now_ms - self._remarked_ms >= REMARK_MS:
            self._remark = NOTHING
        for broker in stats.brokers.values():
            owes = broker.waitresp_cnt > 0
            if broker.state == "UP" and broker.nodeid >= 0:
                if not (owes and broker.rxidle > SILENT_US):
                    self._was_up = True
                    return self._set(Link.CONNECTED, "", now_ms)
                silent = True
            elif broker.state in _CALLING and broker.stateage > SILENT_US:
                silent = True
        if self._link is Link.CONNECTED and self._has_just_answered(now_ms):
            return self._publish(now_ms)
        if silent and not self._looks_up(now_ms):
            return self._set(Link.NO_ANSWER, "", now_ms)
        if self._link is Link.CONNECTED:
            return self._set(Link.RECONNECTING, "", now_ms)
        return self._publish(now_ms)

    def _has_just_answered(self, now_ms: int) -> bool:
        answered_ms = self._answered_ms  # a clock that was set back meanwhile says nothing
        return answered_ms is not None and 0 <= now_ms - answered_ms < ANSWERED_MS

    def _looks_up(self, now_ms: int) -> bool:
        return self._link is Link.UNKNOWN_HOST and now_ms - self._seen_ms < UNRESOLVED_MS

    def on_topic(self, problem: Link | None, now_ms: int) -> bool:
        """Note that the topic is missing or forbidden, or (None) there; True when the state
        changed."""
        self._topic_problem = problem
        return self._publish(now_ms)

    def on_history(self, lost: tuple[LostHistory, ...], now_ms: int) -> bool:
        """Note the partitions whose next offset is gone (empty: none any more)."""
        self._lost = lost
        return self._publish(now_ms)

    def on_end(self, link: Link, reason: Message | str, now_ms: int) -> bool:
        """Note that the client ended: STOPPED as asked, or FAILED with a reason."""
        return self._set(link, reason, now_ms)

    def _set(self, link: Link, reason: Message | str, now_ms: int) -> bool:
        self._link, self._reason = link, reason
        return self._publish(now_ms)

    def _publish(self, now_ms: int) -> bool:
        link = self._link
        if link is Link.CONNECTED:
            if self._topic_problem is not None:
                link = self._topic_problem
            elif self._may_not_read:
                link = Link.FORBIDDEN
            elif self._lost:
                link = Link.HISTORY_GONE
        if link is not self.state.link:
            self._since_ms = now_ms
        state = ConnectionState(link, self._since_ms, self._sentence_of(link), self._remark)
        if state == self.state:
            return False
        self.state = state
        return True

    def _sentence_of(self, link: Link) -> Message:
        return state_sentence(
            link,
            self.servers,
            self.topic,
            user=self.user,
            reason=self._reason,
            since=self._time_text(self._since_ms),
            lost_history=self._lost,
        )
