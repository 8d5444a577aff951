"""`mwk check`: everything a show needs, looked at before it begins."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from mwk_desktop.cli.errors import UsageProblem
from mwk_desktop.cli.options import NOT_GIVEN, add_json, options_of, positive_seconds

if TYPE_CHECKING:
    from mwk_desktop.app.common import Options
    from mwk_desktop.kafka.probe import Probe

NAME = "check"
HELP = "look at everything a show needs before it begins"
EXAMPLES = """\
examples:
  mwk check                                    what mwk.toml says
  mwk check --bootstrap-servers kafka:9092     another Kafka
  mwk check --watch 5                          also compare clocks, by messages that come meanwhile

exit codes: 0 all is well, 3 amber (the show goes on, but look at it), 4 red (fix it first).
"""

GREEN, AMBER, RED = 0, 3, 4

CLOCK_AMBER_MS = 200
"""A producer this far behind has its votes at a window's end counted as late (the grace is 250)."""

OLD_MS = 10 * 60_000
"""Silence for longer than this before a show is normal, and worth a word."""

FREE_AMBER_MB, FREE_RED_MB = 2_000, 200
"""Space for a night's recording and counts: 100,000 tweets are about 100 MB, uncompressed."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``level`` is also the exit code it asks for."""

    level: int
    name: str
    text: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where Kafka is, and how long to look."""
    parser.add_argument(
        "--bootstrap-servers", metavar="H:P", default=NOT_GIVEN, help="where Kafka is"
    )
    parser.add_argument("--topic", metavar="NAME", default=NOT_GIVEN, help="the input topic")
    parser.add_argument(
        "--watch",
        metavar="S",
        type=positive_seconds,
        default=0.0,
        help="wait for a new message, to compare the producers' clocks with this one",
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Look at everything, a line each; the exit code is the worst."""
    import json

    options = options_of(args)
    worst = GREEN
    for finding in findings(options, args.watch):
        worst = max(worst, finding.level)
        word = {GREEN: "ok", AMBER: "amber", RED: "red"}[finding.level]
        if options.json:
            line = {"type": "check", "name": finding.name, "level": word, "text": finding.text}
            print(json.dumps(line, ensure_ascii=False), flush=True)
        else:
            print(f"{word:5}  {finding.name:9}  {finding.text}", flush=True)
    return worst


def findings(options: Options, watch_s: float) -> Iterator[Finding]:
    """Everything, part by part; a part that breaks is red and the others still speak."""
    parts: list[tuple[str, Callable[[], Iterator[Finding]]]] = [
        ("kafka", lambda: kafka_findings(options, watch_s)),
        ("state", lambda: state_findings(options)),
    ]
    for name, part in parts:
        try:
            yield from part()
        except UsageProblem:
            raise
        except Exception as error:
            yield Finding(RED, name, f"this check failed: {type(error).__name__}: {error}")


def kafka_findings(options: Options, watch_s: float) -> Iterator[Finding]:
    """Brokers, topic, partitions, the age of the last message, the producers' clocks."""
    from mwk_desktop.kafka.connection import Link
    from mwk_desktop.kafka.probe import probe
    from mwk_desktop.kafka.settings import KafkaSettingError

    try:
        found = probe(options.settings.kafka, options.settings.topics.input, watch_s=watch_s)
    except KafkaSettingError as error:
        raise UsageProblem(str(error)) from error
    link = found.state.link
    if link is Link.TOPIC_MISSING:
        yield Finding(GREEN, "kafka", f"brokers {', '.join(found.brokers)}")
        yield Finding(AMBER, "topic", f"{found.state.sentence} The show would wait for it.")
        return
    if not found.state.ok:
        yield Finding(RED, "kafka", found.state.sentence)
        return
    yield Finding(GREEN, "kafka", f"{found.state.sentence} Brokers: {', '.join(found.brokers)}.")
    yield from _topic_findings(found)


def _topic_findings(found: Probe) -> Iterator[Finding]:
    partitions, records = found.partitions or 0, found.records or 0
    plural = "s" if partitions != 1 else ""
    holds = f"{partitions} partition{plural}, {records:,} records"
    if not records:
        yield Finding(GREEN, "topic", f"{holds}: nobody has written yet")
        return
    yield Finding(GREEN, "topic", holds)
    if found.newest_problem:
        yield Finding(AMBER, "message", f"the last one is no tweet: {found.newest_problem}")
    if found.age_ms is None:
        yield Finding(AMBER, "message", "the last one has no usable time")
    elif found.age_ms > OLD_MS:
        yield Finding(GREEN, "message", f"the last one is {_age(found.age_ms)} old: a quiet room")
    elif found.age_ms >= 0:
        yield Finding(GREEN, "message", f"the last one is {_age(found.age_ms)} old")
    ahead_ms = found.clock_difference_ms
    if ahead_ms is None:
        return
    if abs(ahead_ms) <= CLOCK_AMBER_MS:
        yield Finding(
            GREEN, "clock", f"producers and this computer agree within {abs(ahead_ms)} ms"
        )
    elif ahead_ms > 0:
        text = f"producers are {_age(ahead_ms)} ahead: their times will be taken as now"
        yield Finding(AMBER, "clock", text)
    else:
        text = f"messages come {_age(-ahead_ms)} after their time: votes will be late"
        yield Finding(AMBER, "clock", text)


def state_findings(options: Options) -> Iterator[Finding]:
    """Whether counts and recordings can be kept."""
    import os
    import shutil

    folder = options.state_dir
    there = folder
    while not there.exists():
        there = there.parent
    if not os.access(there, os.W_OK | os.X_OK):
        yield Finding(RED, "state", f"{there} cannot be written: see --state-dir")
        return
    free_mb = shutil.disk_usage(there).free // 1_000_000
    level = RED if free_mb < FREE_RED_MB else AMBER if free_mb < FREE_AMBER_MB else GREEN
    yield Finding(level, "state", f"{folder}, {free_mb:,} MB free")


def _age(ms: int) -> str:
    """``0.3 s``, ``2 min``, ``5 h``, ``3 days``: as precise as one needs before a show."""
    seconds = ms / 1000
    if seconds < 90:
        return f"{seconds:.1f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    hours = seconds / 3600
    return f"{hours:.0f} h" if hours < 48 else f"{hours / 24:.0f} days"
