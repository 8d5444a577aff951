"""`mwk page`: the audience's voting page, in front of Kafka."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.errors import UsageProblem
from mwk_desktop.cli.options import (
    NOT_GIVEN,
    add_json,
    listen_at,
    options_of,
    positive_seconds,
)

NAME = "page"
HELP = "the audience's voting page, written to Kafka"
EXAMPLES = """\
examples:
  mwk page                                         port 8080, into twitter_json on localhost:9092
  mwk page 192.168.1.20:80 --bootstrap-servers kafka:9092
  mwk live --page                                  the same beside a show: phones hear of it
  mwk --page --headless                            beside the demo: no Kafka needed

Phones open the address (or its QR code) and vote with a thumb; a vote is the same record that the
Twitter connector writes. A port that is taken is followed by the next one. A tunnel's address, the
list of unwelcome words and all limits stand under [page] in mwk.toml.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where it listens, and where the votes go."""
    parser.add_argument(
        "page",
        metavar="HOST:PORT",
        nargs="?",
        type=listen_at,
        default={},
        help="where to listen (default: port 8080 of all this computer's addresses)",
    )
    parser.add_argument(
        "--bootstrap-servers", metavar="H:P", default=NOT_GIVEN, help="where Kafka is"
    )
    parser.add_argument("--topic", metavar="NAME", default=NOT_GIVEN, help="the input topic")
    parser.add_argument(
        "--partitions",
        metavar="N",
        type=int,
        default=4,
        help="where the topic is missing and may be created (default: 4)",
    )
    parser.add_argument(
        "--exit-after",
        metavar="S",
        type=positive_seconds,
        default=NOT_GIVEN,
        help="end by itself after this many seconds",
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Serve until ``--exit-after`` or Ctrl+C; 1 where votes were lost."""
    from mwk_desktop.app.page_alone import serve_page

    if args.partitions < 1:
        raise UsageProblem("--partitions must be at least 1")
    return serve_page(options_of(args), args.partitions)
