"""`mwk twitter`: the Twitter/X filtered stream to Kafka."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.verb_options import NOT_GIVEN, add_follow, add_hashtag, options_of

NAME = "twitter"
HELP = "the posts with the show's hashtag, from Twitter (X) to Kafka"
EXAMPLES = """\
examples:
  mwk twitter                                     posts with #mwk until Ctrl+C
  mwk twitter --hashtag devoxx --budget-usd 20
  mwk twitter --rule="-is:retweet lang:fr" --dry-run --exit-after 60

X wants the bearer token of an app (developer.x.com): put it into MWK_TWITTER__BEARER_TOKEN, or name
a file that holds it in mwk.toml ([twitter] bearer_token_file). It is never shown.

X bills each post that it delivers (about $0.005) and each author once a day (about $0.01); the sum
is shown, and --budget-usd ends the stream before the budget is exceeded (exit code 0). The
account's other rules are left alone; --dry-run costs the same. Not run by our tests: X itself.

exit codes: 0 done, 1 posts were lost, 2 wrong usage, a token or rule that X refuses, or no Kafka at
that address.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: which posts, what they may cost, and where they go."""
    add_hashtag(parser)
    parser.add_argument(
        "--rule",
        metavar="WORDS",
        default=NOT_GIVEN,
        help="what else a post must match, such as --rule=-is:retweet",
    )
    parser.add_argument(
        "--budget-usd",
        metavar="USD",
        default=NOT_GIVEN,
        help="end before more than this is spent (default: no limit)",
    )
    add_follow(parser)


def run(args: argparse.Namespace) -> int:
    """Follow the stream; 0: ended, also by the budget, 1: messages were lost, 2: could not
    begin."""
    from mwk_desktop.app.verbs.follow_source import FollowOptions
    from mwk_desktop.app.verbs.follow_twitter import follow_twitter

    options = options_of(args)
    return follow_twitter(options, FollowOptions(args.dry_run, args.partitions))
