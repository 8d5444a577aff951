"""The state of the connection to Kafka and its sentence. Pure values, for any thread."""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from mwk_desktop.messages import NOTHING, Message, listing, message, verbatim


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


class RefusalKind(StrEnum):
    """Why a connection was refused, where the state :attr:`Link.REFUSED` does not say it all."""

    CLOSED = "closed"
    """The broker accepted the connection and closed it, as one does that expects TLS."""


@dataclass(frozen=True, slots=True)
class LostHistory:
    """A partition that no longer holds (or never held) what comes next in the show.

    Attributes
    ----------
    next_offset
        The first offset that the show had not read.
    low, high
        What it holds now and the show has not read: ``[low, high)``.
    recreated
        It is known to belong to another topic of the same name.
    rewritten
        The records below ``next_offset`` are not those that the show had read: the broker lost its
        newest records and reused their offsets.
    """

    partition: int
    next_offset: int
    low: int
    high: int
    recreated: bool = False
    rewritten: bool = False

    @property
    def sentence(self) -> Message:
        """What happened to the partition, as a part of a sentence."""
        places = {"partition": str(self.partition), "offset": str(self.next_offset)}
        if self.rewritten:
            return message(
                "partition {partition} lost records and holds others from {low} on, "
                "the show had read up to {offset}",
                low=str(self.low),
                **places,
            )
        if self.next_offset > self.high:
            return message(
                "partition {partition} ends at {high}, "
                "the show had read up to {offset} (was the topic created again?)",
                high=str(self.high),
                **places,
            )
        return message(
            "partition {partition} begins at {low}, the show had read up to {offset}",
            low=str(self.low),
            **places,
        )


@dataclass(frozen=True, slots=True)
class ConnectionState:
    """A state, since when it holds (wall clock, milliseconds), and its sentence.

    ``remark`` is shown in addition, whatever the state: records that were skipped, or an error of
    the client that has no state of its own. It disappears after a minute.
    """

    link: Link
    since_ms: int
    sentence: Message
    remark: Message = NOTHING

    @property
    def ok(self) -> bool:
        """Whether records can come."""
        return self.link is Link.CONNECTED


def local_time(t_ms: int) -> str:
    """Format a time as ``20:14:05`` in the presenter's time zone."""
    return time.strftime("%H:%M:%S", time.localtime(t_ms / 1000))


def reason_of(text: str) -> str:
    """The readable last part of librdkafka's message, without addresses and internal states."""
    text = re.sub(r"\s*\(after \d+ms in state [A-Z_0-9]+.*?\)", "", text)
    for lead in ("SASL authentication error: ", "SSL handshake failed: ", "failed: "):
        if lead in text:
            text = text.split(lead, 1)[1]
            break
    return text.strip().rstrip(".")


def tls_reason(text: str) -> Message:
    """Why TLS failed; the usual reasons in our words, with advice."""
    if "certificate verify failed" in text:  # librdkafka does not tell one from the other
        return message(
            "its certificate is for another name, or signed by nobody whom this machine trusts "
            "(see ssl.ca.location in [kafka])."
        )
    if closed_in_handshake(text) or "wrong version number" in text:
        return message("it does not speak TLS there: is security.protocol right?")
    return verbatim(f"{reason_of(text)}.")


def closed_in_handshake(text: str) -> bool:
    """Whether the broker closed the connection in the middle of TLS's handshake.

    The client says so in several ways, depending on which of its own events it handles first: only
    one of them names TLS or a listener without it.
    """
    return "Disconnected" in text and "state SSL_HANDSHAKE" in text


def refused_host(text: str) -> str:
    """The name that did not resolve, out of ``Failed to resolve 'name:port'``."""
    found = re.search(r"resolve '(.+?)(?::\d+)?'", text)
    return found.group(1) if found else ""


def state_sentence(
    link: Link,
    servers: str,
    topic: str,
    *,
    user: str = "",
    reason: Message | str,
    since: str,
    lost_history: Sequence[LostHistory],
) -> Message:
    """The sentence of a state; ``since`` is the time since when it holds, as people write it."""
    match link:
        case Link.CONNECTING:
            return message("Connecting to Kafka at {servers}.", servers=servers)
        case Link.CONNECTED if topic:
            return message(
                "Connected to Kafka at {servers}, topic {topic}.", servers=servers, topic=topic
            )
        case Link.CONNECTED:
            return message("Connected to Kafka at {servers}.", servers=servers)
        case Link.REFUSED if reason is RefusalKind.CLOSED:
            return message(
                "Kafka at {servers} closes the connection: is security.protocol right?",
                servers=servers,
            )
        case Link.REFUSED:
            return message("Nothing listens at {servers}: connection refused.", servers=servers)
        case Link.RECONNECTING:
            return message(
                "Lost Kafka at {servers}: reconnecting since {since}.",
                servers=servers,
                since=since,
            )
        case Link.UNKNOWN_HOST:
            return message(
                "Unknown host {host}: no address is known for this name.",
                host=reason or servers,
            )
        case Link.LOGIN_REFUSED:
            return message(
                "Kafka at {servers} refused the login: {reason}.",
                servers=servers,
                reason=reason,
            )
        case Link.TLS_FAILED:
            return message(
                "No secure connection to Kafka at {servers}: {reason}",
                servers=servers,
                reason=reason,
            )
        case Link.NO_ANSWER:
            return message(
                "Kafka at {servers} does not answer since {since}.",
                servers=servers,
                since=since,
            )
        case Link.TOPIC_MISSING:
            return message(
                "Topic {topic} does not exist yet at {servers}.", topic=topic, servers=servers
            )
        case Link.FORBIDDEN if user:
            return message(
                "Kafka at {servers} does not let user {user} use topic {topic}.",
                servers=servers,
                user=user,
                topic=topic,
            )
        case Link.FORBIDDEN:
            return message(
                "Kafka at {servers} does not let this user use topic {topic}.",
                servers=servers,
                topic=topic,
            )
        case Link.HISTORY_GONE if all(lost.recreated for lost in lost_history):
            return message(
                "Topic {topic} was created again: the show had read another one.", topic=topic
            )
        case Link.HISTORY_GONE:
            return message(
                "Topic {topic} no longer holds what comes next: {partitions}.",
                topic=topic,
                partitions=listing([lost.sentence for lost in lost_history], "; "),
            )
        case Link.FAILED:
            return message(
                "Reading from Kafka at {servers} failed: {reason}.",
                servers=servers,
                reason=reason,
            )
        case Link.STOPPED:
            return message("Disconnected from Kafka at {servers}.", servers=servers)
