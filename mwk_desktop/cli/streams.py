"""`mwk streams`: the aggregation as a service, in the cluster instead of the console."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.options import NOT_GIVEN, add_json, options_of, positive_seconds

NAME = "streams"
HELP = "count in the cluster: a scalable service that writes the result topics"
EXAMPLES = """\
examples:
  mwk streams                                          one instance; start more for more
  mwk streams --bootstrap-servers kafka:9092 --json
  mwk live --from-results                              a console that shows what it counts

Instances of one group share the partitions of the input topic; when one ends, the others take over
with its counts. It needs an environment of its own: `make streams` in a checkout, else install
music-with-kafka[streams] into a new one.
"""


def positive(text: str) -> int:
    """A whole number above 0."""
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number above 0")
    return value


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where Kafka is, which group, how topics are made."""
    parser.add_argument(
        "--bootstrap-servers", metavar="H:P", default=NOT_GIVEN, help="where Kafka is"
    )
    parser.add_argument("--topic", metavar="NAME", default=NOT_GIVEN, help="the input topic")
    parser.add_argument(
        "--group",
        metavar="NAME",
        default="mwk-streams",
        help="instances of one group share the work (default: mwk-streams)",
    )
    parser.add_argument(
        "--partitions",
        metavar="N",
        type=positive,
        default=4,
        help="of topics that are missing and may be created (default: 4)",
    )
    parser.add_argument(
        "--replication",
        metavar="N",
        type=positive,
        default=1,
        help="copies of topics that may be created (default: 1; 3 in a real cluster)",
    )
    parser.add_argument(
        "--exit-after",
        metavar="S",
        type=positive_seconds,
        default=NOT_GIVEN,
        help="end by itself after this many seconds",
    )
    parser.add_argument(
        "--window-ms", metavar="MS", type=int, default=NOT_GIVEN, help="length of a window"
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """One instance, until it is ended."""
    from mwk_desktop.app.streams import StreamsOptions, streams

    wanted = StreamsOptions(args.group, args.partitions, args.replication)
    return streams(options_of(args), wanted)
