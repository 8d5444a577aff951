"""`mwk record`: records topics to a file."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.option_types import a_path, positive_seconds, topic_name
from mwk_desktop.cli.verb_options import NOT_GIVEN, add_json, add_servers, options_of

NAME = "record"
HELP = "write a Kafka topic to a file that mwk replay, jq and DuckDB read"
EXAMPLES = """\
examples:
  mwk record -o show.jsonl.zst                   everything, and what follows, until Ctrl+C
  mwk record -o show.jsonl.zst --to-end          everything that is there now
  mwk record -o tonight.jsonl --since now        what comes from now on
  mwk record -o all.jsonl --topic twitter_json --topic charts

The lines are those of `kcat -C -J`; .gz and .zst are compressed. What came is safe in the file
within a second. The first line says that the file is a copy: it replays by event time, whenever it
was made. A live show records itself: this is for topics without a show.

exit codes: 0 recorded, 2 wrong usage, or Kafka or the topic was never there (no file is left then).
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: the file, the topics, and where to begin and end."""
    parser.add_argument(
        "-o", "--output", metavar="FILE", type=a_path, required=True, help="the recording"
    )
    add_servers(parser)
    parser.add_argument(
        "--topic",
        metavar="NAME",
        type=topic_name,
        action="append",
        dest="topics",
        help="a topic, may be repeated (default: the input topic)",
    )
    parser.add_argument(
        "--since",
        metavar="WHEN",
        default="beginning",
        help="beginning (default), now, or a time: 20:15, 2018-04-11T20:15",
    )
    parser.add_argument("--to-end", action="store_true", help="end with what is there now")
    parser.add_argument("--force", action="store_true", help="replace a file that exists")
    parser.add_argument(
        "--exit-after",
        metavar="S",
        type=positive_seconds,
        default=NOT_GIVEN,
        help="end by itself after this many seconds",
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Record until the end, Ctrl+C or ``--exit-after``; prints a summary."""
    from mwk_desktop.app.verbs.record_topic import RecordOptions, record_topic

    wanted = RecordOptions(tuple(args.topics or ()), args.since, args.to_end, args.force)
    return record_topic(options_of(args), wanted, args.output)
