"""`mwk bluesky`: the hashtag's posts of Bluesky to Kafka."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.verb_options import add_follow, add_hashtag, run_follow

NAME = "bluesky"
HELP = "the posts with the show's hashtag, from Bluesky to Kafka"
EXAMPLES = """\
examples:
  mwk bluesky                                     posts with #mwk until Ctrl+C
  mwk bluesky --hashtag devoxx --dry-run

Reading costs nothing and needs no account. All posts of the network stream by (some 100 KB/s), and
those with the hashtag are passed on. After a break the stream goes on where it was. The addresses
are settings ([bluesky] jetstream, api). Not run by our tests: Bluesky itself.

exit codes: 0 done, 1 posts were lost, 2 wrong usage, a server that refuses us, or no Kafka at that
address.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: which posts, and where they go."""
    add_hashtag(parser)
    add_follow(parser)


def run(args: argparse.Namespace) -> int:
    """Follow the stream; 0: ended, 1: messages were lost, 2: could not begin."""
    return run_follow(args, NAME)
