"""`mwk page`: the audience's voting page, in front of Kafka."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.option_types import listen_at
from mwk_desktop.cli.verb_options import add_metrics, add_to_topic, options_of

NAME = "page"
HELP = "the audience's voting page, written to Kafka"
EXAMPLES = """\
examples:
  mwk page                                         port 8080, into twitter_json on localhost:9092
  mwk page 192.168.1.20:80 --bootstrap-servers kafka:9092
  mwk live --page                                  the same beside a show: phones also see the chart
  mwk --page --headless                            beside the demo: no Kafka needed

Phones open the address (or its QR code) and vote with a thumb; a vote is the same record that the
Twitter connector writes. If a port is taken, the next one is tried. A tunnel's address, the
list of unwelcome words and all limits are set under [page] in mwk.toml.

exit codes: 0 done, 1 votes were lost, 2 wrong usage, or no Kafka at that address.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: where it listens, and where the votes go."""
    parser.add_argument(
        "page",
        metavar="HOST:PORT",
        nargs="?",
        type=listen_at,
        default={},
        help="where to listen (default: port 8080 of all this computer's addresses)",
    )
    add_to_topic(parser)
    add_metrics(parser)


def run(args: argparse.Namespace) -> int:
    """Serve until ``--exit-after`` or Ctrl+C; 1: votes were lost, 2: it could not begin."""
    from mwk_desktop.app.verbs.serve_page import serve_page

    return serve_page(options_of(args), args.partitions)
