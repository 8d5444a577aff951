"""What to say about the connection: one state and one sentence, from errors and statistics.

Pure: no Kafka client, no clock, no thread. The owner feeds it from one thread and reads ``state``.

librdkafka tells of an error about twenty times a second while it lasts and never tells that it is
over; a server that accepts and then keeps silent is no error at all for ten seconds, or for a
minute once connected. So errors only *explain* (they are de-duplicated), and the statistics
*decide*: "connected" is a broker with a node id whose link is up and that answers what was asked.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from mwk_desktop.kafka.client_stats import ClientStats

SILENT_US: Final = 3_000_000
"""A broker that owes an answer and said nothing for so long hangs. A healthy one answers a fetch
within ``fetch.wait.max.ms`` (500 ms), metadata each second; a long garbage collection is 1-2 s."""

STICKY_MS: Final = 5_000
"""With several addresses errors of different kinds alternate: the graver one is told until it was
not seen for this long."""

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


class Link(StrEnum):
    """The states, as the console, the health line and ``--json`` name them."""

    CONNECTING = "connecting"
    CONNECTED = "connected"
    REFUSED = "refused"
    RECONNECTING = "reconnecting"
    UNKNOWN_HOST = "unknown host"
    LOGIN_REFUSED = "login refused"
    TLS_FAILED = "tls failed"
    NO_ANSWER = "no answer"
    TOPIC_MISSING = "topic missing"
    FORBIDDEN = "forbidden"
    HISTORY_GONE = "history gone"
    FAILED = "failed"
    STOPPED = "stopped"


_GRAVITY: Final = {
    Link.LOGIN_REFUSED: 4,
    Link.TLS_FAILED: 3,
    Link.UNKNOWN_HOST: 2,
    Link.REFUSED: 1,
}

_CALLING: Final = frozenset(
    ["CONNECT", "SSL_HANDSHAKE", "AUTH_LEGACY", "AUTH_HANDSHAKE", "AUTH_REQ", "APIVERSION_QUERY"]
)


@dataclass(frozen=True, slots=True)
class LostHistory:
    """A partition that no longer holds (or never held) the next offset of the show.

    ``low`` and ``high`` are what the topic holds now: ``[low, high)``; ``recreated`` where it is
    known to be another topic of the same name.
    """

    partition: int
    next_offset: int
    low: int
    high: int
    recreated: bool = False

    def __str__(self) -> str:
        if self.next_offset > self.high:
            return (
                f"partition {self.partition} ends at {self.high}, "
                f"the show had read up to {self.next_offset} (was the topic created anew?)"
            )
        return (
            f"partition {self.partition} begins at {self.low}, "
            f"the show had read up to {self.next_offset}"
        )


@dataclass(frozen=True, slots=True)
class ConnectionState:
    """One state: since when (wall clock, milliseconds) and one sentence that says it."""

    link: Link
    since_ms: int
    sentence: str

    @property
    def ok(self) -> bool:
        """Whether records can come."""
        return self.link is Link.CONNECTED


def local_time(t_ms: int) -> str:
    """``20:14:05`` where the presenter is."""
    return time.strftime("%H:%M:%S", time.localtime(t_ms / 1000))


def reason_of(text: str) -> str:
    """The last, human part of librdkafka's message, without addresses and internal states."""
    text = re.sub(r"\s*\(after \d+ms in state [A-Z_0-9]+.*?\)", "", text)
    for lead in ("SASL authentication error: ", "SSL handshake failed: ", "failed: "):
        if lead in text:
            text = text.split(lead, 1)[1]
            break
    return text.strip().rstrip(".")


def tls_reason(text: str) -> str:
    """Why there is no TLS connection; the usual reasons in our words, with what to do."""
    if "certificate verify failed" in text:  # librdkafka does not tell one from the other
        return (
            "its certificate is for another name, or signed by nobody whom this machine trusts "
            "(see ssl.ca.location in [kafka])"
        )
    if "PLAINTEXT broker" in text or "wrong version number" in text:
        return "it does not speak TLS there: is security.protocol right?"
    return reason_of(text)


def refused_host(text: str) -> str:
    """The name that did not resolve, out of ``Failed to resolve 'name:port'``."""
    found = re.search(r"resolve '(.+?)(?::\d+)?'", text)
    return found.group(1) if found else ""


class ConnectionTracker:
    """The state machine of one client.

    Parameters
    ----------
    servers
        ``bootstrap.servers`` as given, for the sentences.
    topic
        The topic of the show; empty where there is none to speak of.
    now_ms
        The wall clock.
    time_text
        How a time is written in a sentence.
    """

    def __init__(
        self,
        servers: str,
        topic: str,
        now_ms: int,
        time_text: Callable[[int], str] = local_time,
    ) -> None:
        self.servers = servers
        self.topic = topic
        self._time_text = time_text
        self._was_up = False
        self._link = Link.CONNECTING
        self._reason = ""
        self._seen_ms = now_ms
        self._since_ms = now_ms
        self._topic_problem: Link | None = None
        self._lost: tuple[LostHistory, ...] = ()
        self.state = ConnectionState(Link.CONNECTING, now_ms, self._sentence(Link.CONNECTING))

    @property
    def up(self) -> bool:
        """Whether a broker answers, whatever is with the topic."""
        return self._link is Link.CONNECTED

    def on_error(self, code: int, text: str, now_ms: int) -> bool:
        """Take an error of ``error_cb`` or of a message; True when the state changed."""
        if code in TOPIC_IS_MISSING:
            return self.on_topic(Link.TOPIC_MISSING, now_ms)
        if code == TOPIC_AUTHORIZATION_FAILED:
            return self.on_topic(Link.FORBIDDEN, now_ms)
        if code == AUTHENTICATION:
            return self._explain(Link.LOGIN_REFUSED, reason_of(text), now_ms)
        if code == SSL or "SSL handshake failed" in text or "SSL routines" in text:
            return self._explain(Link.TLS_FAILED, tls_reason(text), now_ms)
        if code == ALL_BROKERS_DOWN and self._link is Link.CONNECTED:
            return self._set(Link.RECONNECTING, "", now_ms)
        if code == ALL_BROKERS_DOWN and self._link is Link.CONNECTING:
            # Reasons come before this; without one the broker took the call and hung up.
            return self._explain(Link.REFUSED, "closed", now_ms)
        if code == RESOLVE or (code == TRANSPORT and "refused" in text):
            if self._was_up:  # it was there: the network or the broker went, not the name
                return self._explain(Link.RECONNECTING, "", now_ms)
            if code == TRANSPORT:
                return self._explain(Link.REFUSED, "", now_ms)
            return self._explain(Link.UNKNOWN_HOST, refused_host(text), now_ms)
        return False

    def _explain(self, link: Link, reason: str, now_ms: int) -> bool:
        if self._link is Link.CONNECTED and link is Link.RECONNECTING:
            # One of several brokers went: whether that matters the statistics tell.
            return False
        grave = _GRAVITY.get(self._link, 0) > _GRAVITY.get(link, 0)
        if grave and now_ms - self._seen_ms < STICKY_MS:
            return False
        self._seen_ms = now_ms
        return self._set(link, reason, now_ms)

    def on_answer(self, now_ms: int) -> bool:
        """A broker answered a question of ours; sooner than the next statistics would tell."""
        self._was_up = True
        return self._set(Link.CONNECTED, "", now_ms)

    def on_stats(self, stats: ClientStats, now_ms: int) -> bool:
        """Take a report of the statistics; True when the state changed."""
        silent = False
        for broker in stats.brokers.values():
            owes = broker.waitresp_cnt > 0
            if broker.state == "UP" and broker.nodeid >= 0:
                if not (owes and broker.rxidle > SILENT_US):
                    self._was_up = True
                    return self._set(Link.CONNECTED, "", now_ms)
                silent = True
            elif broker.state in _CALLING and broker.stateage > SILENT_US:
                silent = True
        if silent:
            return self._set(Link.NO_ANSWER, "", now_ms)
        if self._link is Link.CONNECTED:
            return self._set(Link.RECONNECTING, "", now_ms)
        return False

    def on_topic(self, problem: Link | None, now_ms: int) -> bool:
        """The topic is missing or forbidden, or (None) there; True when the state changed."""
        self._topic_problem = problem
        return self._publish(now_ms)

    def on_history(self, lost: tuple[LostHistory, ...], now_ms: int) -> bool:
        """Partitions whose next offset is gone (empty: all is well again)."""
        self._lost = lost
        return self._publish(now_ms)

    def on_end(self, link: Link, reason: str, now_ms: int) -> bool:
        """The client ended: STOPPED as asked, or FAILED with a reason."""
        return self._set(link, reason, now_ms)

    def _set(self, link: Link, reason: str, now_ms: int) -> bool:
        self._link, self._reason = link, reason
        return self._publish(now_ms)

    def _publish(self, now_ms: int) -> bool:
        link = self._link
        if link is Link.CONNECTED:
            if self._topic_problem is not None:
                link = self._topic_problem
            elif self._lost:
                link = Link.HISTORY_GONE
        if link is not self.state.link:
            self._since_ms = now_ms
        sentence = self._sentence(link)
        if link is self.state.link and sentence == self.state.sentence:
            return False
        self.state = ConnectionState(link, self._since_ms, sentence)
        return True

    def _sentence(self, link: Link) -> str:
        where, reason = f"Kafka at {self.servers}", self._reason
        since = self._time_text(self._since_ms)
        match link:
            case Link.CONNECTING:
                return f"Connecting to {where}."
            case Link.CONNECTED:
                topic = f", topic {self.topic}" if self.topic else ""
                return f"Connected to {where}{topic}."
            case Link.REFUSED if reason == "closed":
                return f"{where} closes the connection: is security.protocol right?"
            case Link.REFUSED:
                return f"Nothing listens at {self.servers}: connection refused."
            case Link.RECONNECTING:
                return f"Lost {where}: reconnecting since {since}."
            case Link.UNKNOWN_HOST:
                return f"Unknown host {reason or self.servers}: no address is known for this name."
            case Link.LOGIN_REFUSED:
                return f"{where} refused the login: {reason}."
            case Link.TLS_FAILED:
                end = "" if reason.endswith("?") else "."
                return f"No secure connection to {where}: {reason}{end}"
            case Link.NO_ANSWER:
                return f"{where} does not answer since {since}."
            case Link.TOPIC_MISSING:
                return f"Topic {self.topic} does not exist yet at {self.servers}."
            case Link.FORBIDDEN:
                return f"{where} does not let this user use topic {self.topic}."
            case Link.HISTORY_GONE if all(lost.recreated for lost in self._lost):
                return f"Topic {self.topic} was created anew: the show had read another one."
            case Link.HISTORY_GONE:
                what = "; ".join(str(lost) for lost in self._lost)
                return f"Topic {self.topic} no longer holds what comes next: {what}."
            case Link.FAILED:
                return f"Reading from {where} failed: {reason}."
            case Link.STOPPED:
                return f"Disconnected from {where}."
