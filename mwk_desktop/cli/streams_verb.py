"""`mwk streams`: the aggregation as a service, in the cluster instead of the console."""

from __future__ import annotations

import argparse
import os

from mwk_desktop.cli.option_types import positive_count
from mwk_desktop.cli.verb_options import NOT_GIVEN, add_metrics, add_to_topic, options_of

NAME = "streams"
HELP = "count in the cluster: a scalable service that writes the result topics"
EXAMPLES = """\
examples:
  mwk streams                                          one instance; start more for more
  mwk streams --bootstrap-servers kafka:9092 --json
  mwk live --from-results                              a console that shows what it counts

Instances of one group share the partitions of the input topic; when one ends, the others take over
with its counts.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: Kafka's servers, the group, how topics are created."""
    parser.add_argument(
        "--group",
        metavar="NAME",
        default="mwk-streams",
        help="instances of one group share the work (default: mwk-streams)",
    )
    parser.add_argument(
        "--replication",
        metavar="N",
        type=positive_count,
        default=1,
        help="copies of topics that may be created (default: 1; 3 in a real cluster)",
    )
    parser.add_argument(
        "--window-ms", metavar="MS", default=NOT_GIVEN, help="length of a window (default: 30000)"
    )
    add_to_topic(parser)
    add_metrics(parser)


def run(args: argparse.Namespace) -> int:
    """Run one instance until it is stopped."""
    # Products of matrices are not needed: numpy's library for them starts a thread for each core.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from mwk_desktop.app.verbs.run_streams import StreamsOptions, run_streams

    wanted = StreamsOptions(args.group, args.partitions, args.replication)
    return run_streams(options_of(args), wanted)
