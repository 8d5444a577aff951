"""`mwk crowd`: a simulated audience that writes to Kafka."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.option_types import count, positive_count, share, tweets_per_s
from mwk_desktop.cli.verb_options import add_to_topic, options_of

NAME = "crowd"
HELP = "a simulated audience that writes to Kafka"
EXAMPLES = """\
examples:
  mwk crowd                                       four tweets a second until Ctrl+C
  mwk crowd --rate 50 --users 1500 --profile burst
  mwk crowd --profile flood --rate 100000 --count 1000000

profiles: calm (the taste wanders), burst (waves), spammer (one writes half of everything), swing
(basses one minute, voices the next), flood (as many as you like).

exit codes: 0 all was written, 1 some was lost, 2 wrong usage, or no Kafka at that address.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Who writes how much, and where it goes."""
    parser.add_argument(
        "--rate", metavar="R", type=tweets_per_s, default=4.0, help="tweets a second (default: 4)"
    )
    parser.add_argument(
        "--users", metavar="N", type=positive_count, default=120, help="people (default: 120)"
    )
    parser.add_argument(
        "--profile",
        choices=("calm", "burst", "spammer", "swing", "flood"),
        default="calm",
        help="how they behave (default: calm)",
    )
    parser.add_argument(
        "--noise",
        metavar="SHARE",
        type=share,
        default=0.0,
        help="share of garbage, tombstones and repeated tweets, 0 to 1 (default: 0)",
    )
    parser.add_argument(
        "--count", metavar="N", type=count, default=0, help="end after this many tweets"
    )
    add_to_topic(parser)


def run(args: argparse.Namespace) -> int:
    """Write until ``--count``, ``--exit-after`` or Ctrl+C; 1 where messages were lost, 2 where
    there is no Kafka to write to."""

    from mwk_desktop.app.wiring.connection_lines import ConnectionLines, cannot_begin
    from mwk_desktop.clock import wall_ms
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.kafka.topic_admin import TopicError, ensure_topic
    from mwk_desktop.kafka.tweet_producer import ProduceError, TweetProducer
    from mwk_desktop.sources.crowd_source import Crowd

    options = options_of(args)
    settings = options.settings
    seed = settings.show.seed if settings.show.seed is not None else random.randrange(2**31)
    try:
        crowd = Crowd(
            args.profile,
            args.rate,
            args.users,
            seed,
            settings.show.hashtag,
            start_ms=wall_ms(),
            noise=args.noise,
        )
    except ValueError as error:
        raise UsageProblem(str(error)) from error

    try:
        ensure_topic(settings.kafka, settings.topics.input, partitions=args.partitions)
        producer = TweetProducer(
            settings.kafka, settings.topics.input, client_id="mwk-crowd", on_state=ConnectionLines()
        )
        _write(crowd, producer, args.count, options)
        done = producer.close()
    except KafkaSettingError as error:
        raise UsageProblem(str(error)) from error
    except TopicError as error:
        raise cannot_begin(error) from error
    except ProduceError as error:
        print(f"mwk: {error}", file=sys.stderr)
        return 1
    _say(producer, options, "summary")
    return 0 if not done.failed else 1


def _write(crowd: Crowd, producer: TweetProducer, count: int, options: Options) -> None:
    """On the wall clock; a Ctrl+C or a broken pipe's reader ends it like the end of the time."""
    import time

    from mwk_desktop.clock import wall_ms

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
                _say(producer, options, "crowd")
    except KeyboardInterrupt:
        pass


def _say(producer: TweetProducer, options: Options, kind: str) -> None:
    import json
    import sys

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
        options.lines.say(json.dumps(line))
    elif kind == "summary":
        options.lines.say(f"{found.delivered:,} tweets written, {found.failed:,} failed")
    elif sys.stderr.isatty():
        print(f"\r{found.delivered:,} tweets written", end="", file=sys.stderr, flush=True)
    wanted = CrowdOptions(
        args.profile, args.rate, args.users, args.noise, args.count, args.partitions
    )
    return run_crowd(options_of(args), wanted)
