"""`mwk mastodon`: the hashtag's stream of a Mastodon server to Kafka."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.verb_options import NOT_GIVEN, add_follow, add_hashtag, run_follow

NAME = "mastodon"
HELP = "the posts with the show's hashtag, from a Mastodon server to Kafka"
EXAMPLES = """\
examples:
  mwk mastodon                                    posts with #mwk that mastodon.social sees
  mwk mastodon --server fosstodon.org --hashtag devoxx
  mwk mastodon --dry-run --exit-after 60

Reading costs nothing. A server sees the posts of its own people and of those whom they follow
elsewhere, so choose one that your audience uses. Some servers want the access token of an app
(Preferences, Development): put it into MWK_MASTODON__ACCESS_TOKEN, or name a file that holds it in
mwk.toml ([mastodon] access_token_file). An edit is no new vote. After a break the posts that were
missed are read from the server's timeline. Not run by our tests: a real server.

exit codes: 0 done, 1 posts were lost, 2 wrong usage, a server that refuses us, or no Kafka at that
address.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: which server and posts, and where they go."""
    parser.add_argument(
        "--server", metavar="NAME", default=NOT_GIVEN, help="the server (default: mastodon.social)"
    )
    add_hashtag(parser)
    add_follow(parser)


def run(args: argparse.Namespace) -> int:
    """Follow the stream; 0: ended, 1: messages were lost, 2: could not begin."""
    return run_follow(args, NAME)
