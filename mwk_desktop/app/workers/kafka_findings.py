"""What a look at Kafka found, as rows for the connect dialog, the pre-flight page and `mwk check`.

Pure but for :func:`check_kafka`, which waits for Kafka a few seconds at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.kafka.connection import Link
from mwk_desktop.kafka.probe import ProbeResult, probe_topic
from mwk_desktop.show.workers_state import CheckFinding

CLOCK_AMBER_MS: Final = 200
"""A producer this far behind has its votes at a window's end counted as late (the grace is 250)."""

OLD_MS: Final = 10 * 60_000
"""Silence for longer than this before a show is normal, and worth a word."""

REMEDIES: Final[Mapping[Link, str]] = {
    Link.REFUSED: "Start the broker, or correct the address.",
    Link.UNKNOWN_HOST: "Correct the name, or join the network that knows it.",
    Link.LOGIN_REFUSED: "Correct sasl.username and sasl.password under [kafka].",
    Link.TLS_FAILED: "Check security.protocol and ssl.ca.location under [kafka].",
    Link.NO_ANSWER: "The server hangs, or another program answers at this address.",
    Link.FORBIDDEN: "Ask for the right to read this topic (an ACL).",
    Link.TOPIC_MISSING: "The show would wait for it; `mwk crowd` and `mwk tweet` create it.",
}


def check_kafka(
    properties: Mapping[str, Any], topic: str, watch_s: float = 0.0, timeout_s: float = 5.0
) -> tuple[CheckFinding, ...]:
    """Connect and look; a refused property is a finding too."""
    try:
        found = probe_topic(properties, topic, watch_s=watch_s, timeout_s=timeout_s)
    except KafkaSettingError as error:
        problem = str(error)
        return (CheckFinding("kafka", "bad", "Broker", problem, "Correct [kafka] in mwk.toml."),)
    return tuple(findings_of(found, topic))


def findings_of(found: ProbeResult, topic: str) -> Iterator[CheckFinding]:
    """Rows ``kafka``, ``kafka.topic``, ``kafka.message`` and ``kafka.clock``."""
    state = found.state
    brokers = ", ".join(found.brokers)
    if state.link is Link.TOPIC_MISSING:
        count = _plural(len(found.brokers), "broker")
        yield CheckFinding("kafka", "ok", "Broker", f"Kafka answers: {count} ({brokers})")
        remedy = REMEDIES[Link.TOPIC_MISSING]
        yield CheckFinding("kafka.topic", "warn", "Topic", str(state.sentence), remedy)
        return
    if not state.ok:
        remedy = REMEDIES.get(state.link, "")
        yield CheckFinding("kafka", "bad", "Broker", str(state.sentence), remedy)
        return
    count = _plural(len(found.brokers), "broker")
    yield CheckFinding("kafka", "ok", "Broker", f"{state.sentence} {count}: {brokers}")
    yield from _topic_findings(found, topic)


def _topic_findings(found: ProbeResult, topic: str) -> Iterator[CheckFinding]:
    holds = f"{_plural(found.partitions or 0, 'partition')}, {found.records or 0:,} records"
    if not found.records:
        yield CheckFinding("kafka.topic", "ok", "Topic", f"{holds}: nobody has written yet")
        return
    yield CheckFinding("kafka.topic", "ok", "Topic", holds)
    title = "Newest message"
    if found.newest_problem:
        remedy = f"Is {topic} the topic of the tweets?"
        text = f"the last one is no tweet: {found.newest_problem}"
        yield CheckFinding("kafka.message", "warn", title, text, remedy)
    if found.age_ms is None:
        text = "the last one has no usable time"
        yield CheckFinding("kafka.message", "warn", title, text, "Windows will go by arrival.")
    elif found.age_ms > OLD_MS:
        text = f"the last one is {age(found.age_ms)} old: a quiet room"
        yield CheckFinding("kafka.message", "ok", title, text)
    elif found.age_ms >= 0:
        yield CheckFinding("kafka.message", "ok", title, f"the last one is {age(found.age_ms)} old")
    yield clock_finding(found.clock_difference_ms)


def clock_finding(ahead_ms: int | None) -> CheckFinding:
    """How far the producers' clocks are from this computer's."""
    title = "Clock"
    if ahead_ms is None:
        text = "no message came meanwhile, so clocks could not be compared"
        return CheckFinding("kafka.clock", "off", title, text)
    if abs(ahead_ms) <= CLOCK_AMBER_MS:
        text = f"producers and this computer agree within {abs(ahead_ms)} ms"
        return CheckFinding("kafka.clock", "ok", title, text)
    remedy = "Synchronise the clocks (NTP) of this computer and of what writes the messages."
    if ahead_ms > 0:
        text = f"producers are {age(ahead_ms)} ahead: their times will be taken as now"
        return CheckFinding("kafka.clock", "warn", title, text, remedy)
    text = f"messages come {age(-ahead_ms)} after their time: votes will be late"
    return CheckFinding("kafka.clock", "warn", title, text, remedy)


def usable(findings: tuple[CheckFinding, ...]) -> bool:
    """Whether a show can begin (it waits for a topic that is missing)."""
    return bool(findings) and all(finding.level != "bad" for finding in findings)


def age(ms: int) -> str:
    """``0.3 s``, ``2 min``, ``5 h``, ``3 days``: as precise as one needs before a show."""
    seconds = ms / 1000
    if seconds < 90:
        return f"{seconds:.1f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    hours = seconds / 3600
    return f"{hours:.0f} h" if hours < 48 else f"{hours / 24:.0f} days"


def _plural(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
