"""`mwk crowd`: a simulated audience that writes to Kafka."""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass

from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.stderr_lines import presenter_text, print_stderr
from mwk_desktop.app.wiring.connection_lines import ConnectionLines, cannot_begin
from mwk_desktop.clock import wall_ms
from mwk_desktop.kafka.client_settings import KafkaSettingError
from mwk_desktop.kafka.topic_admin import TopicError, ensure_topic
from mwk_desktop.kafka.tweet_producer import ProduceError, TweetProducer
from mwk_desktop.messages import message_of, plural_message
from mwk_desktop.sources.crowd_source import Crowd
from mwk_desktop.terminal_text import RawText

TICK_S = 0.02
"""How often the crowd is asked for new tweets: short enough that they do not come in lumps."""


@dataclass(frozen=True, slots=True)
class CrowdOptions:
    """The options of `mwk crowd`: how the audience behaves, and how much it writes."""

    profile: str
    rate: float
    users: int
    noise: float
    count: int
    partitions: int


def run_crowd(options: Options, wanted: CrowdOptions) -> int:
    """Write until ``--count``, ``--exit-after`` or Ctrl+C; returns 1 if messages were lost.

    Raises
    ------
    BadInput
        There is no Kafka to write to, or a value is out of range.
    """
    settings = options.settings
    seed = settings.show.seed if settings.show.seed is not None else random.randrange(2**31)
    try:
        crowd = Crowd(
            wanted.profile,
            wanted.rate,
            wanted.users,
            seed,
            settings.show.hashtag,
            start_ms=wall_ms(),
            noise=wanted.noise,
        )
    except ValueError as error:
        raise BadInput(message_of(error)) from error

    try:
        ensure_topic(settings.kafka, settings.topics.input, partitions=wanted.partitions)
        producer = TweetProducer(
            settings.kafka, settings.topics.input, client_id="mwk-crowd", on_state=ConnectionLines()
        )
        _write(crowd, producer, wanted.count, options)
        done = producer.close()
    except KafkaSettingError as error:
        raise BadInput(message_of(error)) from error
    except TopicError as error:
        raise cannot_begin(error) from error
    except ProduceError as error:
        print_stderr(message_of(error))
        return 1
    _print_figures(producer, options, "summary")
    return 0 if not done.failed else 1


def _write(crowd: Crowd, producer: TweetProducer, count: int, options: Options) -> None:
    """Write on the wall clock; Ctrl+C or a closed pipe ends it just as the end of the time does."""
    ends_s = time.monotonic() + (options.exit_after_s or float("inf"))
    told_s = time.monotonic()
    left = count or None
    try:
        while time.monotonic() < ends_s and left != 0:
            crowd.skip_to(wall_ms())
            for record in crowd.tweets_until(wall_ms())[:left]:
                taken = producer.produce(
                    record.value,
                    record.key,
                    record.timestamp_ms,
                    give_up=lambda: time.monotonic() >= ends_s,
                )
                if not taken:
                    break
                if left is not None:
                    left -= 1
            producer.poll(TICK_S)
            if time.monotonic() - told_s >= 1.0:
                told_s += 1.0
                _print_figures(producer, options, "crowd")
    except (KeyboardInterrupt, BrokenPipeError):
        pass  # what was written so far must still reach Kafka


def _print_figures(producer: TweetProducer, options: Options, kind: str) -> None:
    found = producer.deliveries
    if options.json:
        line = {
            "type": kind,
            "produced": found.produced,
            "delivered": found.delivered,
            "failed": found.failed,
            "waiting": found.waiting,
            "state": str(producer.state.link),
        }
        print_json(options, line)
    elif kind == "summary":
        text = plural_message(
            "{count} tweet written, {failed} failed",
            "{count} tweets written, {failed} failed",
            found.delivered,
            failed=found.failed,
        )
        options.lines.print_line(presenter_text(text))
    elif sys.stderr.isatty():
        sys.stderr.write(RawText(f"\r{found.delivered:,} tweets written"))
        sys.stderr.flush()
