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

profiles: calm (the taste changes slowly), burst (waves), spammer (one writes half of everything),
swing (basses one minute, voices the next), flood (as many as --rate says).

exit codes: 0 everything was written, 1 tweets were lost, 2 wrong usage, or no Kafka at that
address.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: who writes how much, and the topic."""
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
    """Write until ``--count``, ``--exit-after`` or Ctrl+C; 1: messages were lost, 2: no Kafka."""
    from mwk_desktop.app.verbs.run_crowd import CrowdOptions, run_crowd

    wanted = CrowdOptions(
        args.profile, args.rate, args.users, args.noise, args.count, args.partitions
    )
    return run_crowd(options_of(args), wanted)
