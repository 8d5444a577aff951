"""`mwk tweet`: sends one message to Kafka."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.option_types import positive_seconds
from mwk_desktop.cli.verb_options import add_input, add_json, options_of

NAME = "tweet"
HELP = "send one message to Kafka, as if somebody in the audience had"
EXAMPLES = """\
examples:
  mwk tweet "heavy bass please #mwk"
  mwk tweet "drum!" --user monty --bootstrap-servers kafka:9092

When the command says so, the message is safe in Kafka (acks=all); it waits --timeout at most.

exit codes: 0 sent, 1 it did not arrive, 2 wrong usage, or no Kafka at that address.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: the text, its author, and the topic."""
    parser.add_argument("text", metavar="TEXT", help="the message's text")
    parser.add_argument("--user", metavar="NAME", default="mwk", help="its author (default: mwk)")
    add_input(parser)
    parser.add_argument(
        "--timeout",
        metavar="S",
        type=positive_seconds,
        default=10.0,
        help="seconds to wait (default: 10)",
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Send it and wait for the acknowledgement; 1: not delivered, 2: Kafka cannot be reached."""
    from mwk_desktop.app.verbs.send_tweet import send_tweet

    return send_tweet(options_of(args), args.text, args.user, args.timeout)
