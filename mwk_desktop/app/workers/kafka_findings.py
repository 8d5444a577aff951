"""Kafka checks as rows for the connect dialog, the pre-flight page and `mwk check`.

Pure but for :func:`check_kafka`, which waits for Kafka a few seconds at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.kafka.connection_state import Link
from mwk_desktop.kafka.probe import ProbeResult, probe_topic
from mwk_desktop.messages import (
    NOTHING,
    Message,
    duration,
    listing,
    message,
    message_of,
    plural_message,
    sentences,
)
from mwk_desktop.records.schema_decoding import NO_SCHEMAS, ValueSchemas
from mwk_desktop.show.workers_state import CheckFinding

CLOCK_AMBER_MS: Final = 200
"""If a producer's clock is this far behind, its votes at a window's end are late (grace: 250
ms)."""

OLD_MS: Final = 10 * 60_000
"""No message for longer than this is normal before a show, but worth mentioning."""

REMEDIES: Final[Mapping[Link, Message]] = {
    Link.REFUSED: message("Start the broker, or correct the address."),
    Link.UNKNOWN_HOST: message("Correct the name, or join the network that knows it."),
    Link.LOGIN_REFUSED: message("Correct sasl.username and sasl.password under [kafka]."),
    Link.TLS_FAILED: message("Check security.protocol and ssl.ca.location under [kafka]."),
    Link.NO_ANSWER: message("The server hangs, or another program answers at this address."),
    Link.FORBIDDEN: message("Ask for the right to read this topic (an ACL)."),
    Link.TOPIC_MISSING: message(
        "The show would wait for it; `mwk crowd` and `mwk tweet` create it."
    ),
}

BROKER: Final = message("Broker")
TOPIC: Final = message("Topic")
NEWEST: Final = message("Newest message")
CLOCK: Final = message("Clock")


def check_kafka(
    properties: Mapping[str, Any],
    topic: str,
    watch_s: float = 0.0,
    timeout_s: float = 5.0,
    schemas: ValueSchemas = NO_SCHEMAS,
) -> tuple[CheckFinding, ...]:
    """Connect and check; a refused property is a finding too."""
    try:
        found = probe_topic(
            properties, topic, watch_s=watch_s, timeout_s=timeout_s, schemas=schemas
        )
    except KafkaSettingError as error:
        remedy = message("Correct [kafka] in mwk.toml.")
        return (CheckFinding("kafka", "bad", BROKER, message_of(error), remedy),)
    return tuple(findings_of(found, topic))


def findings_of(found: ProbeResult, topic: str) -> Iterator[CheckFinding]:
    """Rows ``kafka``, ``kafka.topic``, ``kafka.message`` and ``kafka.clock``."""
    state = found.state
    brokers = ", ".join(found.brokers)
    if state.link is Link.TOPIC_MISSING:
        answers = plural_message(
            "Kafka answers: {count} broker ({brokers})",
            "Kafka answers: {count} brokers ({brokers})",
            len(found.brokers),
            brokers=brokers,
        )
        yield CheckFinding("kafka", "ok", BROKER, answers)
        remedy = REMEDIES[Link.TOPIC_MISSING]
        yield CheckFinding("kafka.topic", "warn", TOPIC, state.sentence, remedy)
        return
    if not state.ok:
        remedy = REMEDIES.get(state.link, NOTHING)
        yield CheckFinding("kafka", "bad", BROKER, state.sentence, remedy)
        return
    answer = plural_message(
        "{count} broker: {brokers}",
        "{count} brokers: {brokers}",
        len(found.brokers),
        brokers=brokers,
    )
    yield CheckFinding("kafka", "ok", BROKER, sentences((state.sentence, answer)))
    yield from _topic_findings(found, topic)


def _topic_findings(found: ProbeResult, topic: str) -> Iterator[CheckFinding]:
    holds = listing(
        (
            plural_message("{count} partition", "{count} partitions", found.partitions or 0),
            plural_message("{count} record", "{count} records", found.records or 0),
        )
    )
    if not found.records:
        text = message("{topic}: nobody has written yet", topic=holds)
        yield CheckFinding("kafka.topic", "ok", TOPIC, text)
        return
    yield CheckFinding("kafka.topic", "ok", TOPIC, holds)
    if found.newest_problem:
        remedy = message("Is {topic} the topic of the tweets?", topic=topic)
        text = message("the last one is no tweet: {reason}", reason=found.newest_problem)
        yield CheckFinding("kafka.message", "warn", NEWEST, text, remedy)
    if found.age_ms is None:
        text = message("the last one has no usable time")
        remedy = message("Windows will go by arrival.")
        yield CheckFinding("kafka.message", "warn", NEWEST, text, remedy)
    elif found.age_ms > OLD_MS:
        text = message("the last one is {age} old: a quiet room", age=duration(found.age_ms))
        yield CheckFinding("kafka.message", "ok", NEWEST, text)
    elif found.age_ms >= 0:
        text = message("the last one is {age} old", age=duration(found.age_ms))
        yield CheckFinding("kafka.message", "ok", NEWEST, text)
    yield clock_finding(found.clock_difference_ms)


def clock_finding(ahead_ms: int | None) -> CheckFinding:
    """A finding on how far the producers' clocks are from this computer's."""
    if ahead_ms is None:
        text = message("no message came meanwhile, so clocks could not be compared")
        return CheckFinding("kafka.clock", "off", CLOCK, text)
    if abs(ahead_ms) <= CLOCK_AMBER_MS:
        text = message("producers and this computer agree within {offset} ms", offset=abs(ahead_ms))
        return CheckFinding("kafka.clock", "ok", CLOCK, text)
    remedy = message(
        "Synchronise the clocks (NTP) of this computer and of what writes the messages."
    )
    offset = duration(abs(ahead_ms))
    if ahead_ms > 0:
        text = message(
            "producers are {offset} ahead: their times will be taken as now", offset=offset
        )
    else:
        text = message("messages come {offset} after their time: votes will be late", offset=offset)
    return CheckFinding("kafka.clock", "warn", CLOCK, text, remedy)


def usable(findings: tuple[CheckFinding, ...]) -> bool:
    """Whether a show can begin (a missing topic is no obstacle: it waits for it)."""
    return bool(findings) and all(finding.level != "bad" for finding in findings)
