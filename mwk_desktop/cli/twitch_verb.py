"""`mwk twitch`: the chat of a Twitch channel to Kafka."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.verb_options import NOT_GIVEN, add_follow, run_follow

NAME = "twitch"
HELP = "the lines of a Twitch channel's chat to Kafka"
EXAMPLES = """\
examples:
  mwk twitch --channel musicwithkafka             every line of the chat until Ctrl+C
  mwk twitch --channel musicwithkafka --dry-run

Reading costs nothing and needs no account. The chat has no hashtag: every line that names an
instrument votes. A chat keeps no history: what is written while the connection is broken is lost.
Not run by our tests: Twitch itself.

exit codes: 0 done, 1 lines were lost on the way to Kafka, 2 wrong usage, a channel that Twitch has
closed, or no Kafka at that address.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: which channel, and where its lines go."""
    parser.add_argument(
        "--channel", metavar="NAME", default=NOT_GIVEN, help="the channel whose chat votes"
    )
    add_follow(parser)


def run(args: argparse.Namespace) -> int:
    """Follow the chat; 0: ended, 1: messages were lost, 2: could not begin."""
    return run_follow(args, NAME)
