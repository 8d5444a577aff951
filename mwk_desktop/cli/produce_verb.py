"""`mwk produce`: a recording back into a topic."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.option_types import a_path, sending_speed, topic_name
from mwk_desktop.cli.verb_options import add_to_topic, options_of

NAME = "produce"
HELP = "write a recording back into a topic, with its own timing"
EXAMPLES = """\
examples:
  mwk produce show.jsonl.zst                       as it was: into twitter_json, each at its time
  mwk produce show.jsonl --shift-to-now --loop     a rehearsal: as if now, round and round
  mwk produce show.jsonl --speed max --keep-partitions --topic copy

Values, keys, headers and timestamps are those of the recording, tombstones stay tombstones.
--shift-to-now moves the timestamps (not the times inside the values) so that the first is now.
Without --keep-partitions Kafka's client chooses the partition by the key.

exit codes: 0 Kafka has acknowledged all that was sent, 1 not all, 2 wrong usage, no recording, or
no Kafka at that address.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: the file, how fast, and what of the records is changed."""
    parser.add_argument("file", metavar="FILE", type=a_path, help="the recording")
    parser.add_argument(
        "--speed",
        metavar="X|max",
        type=sending_speed,
        default=1.0,
        help="times as fast as it was (default: 1), or max: as fast as Kafka takes it",
    )
    parser.add_argument("--shift-to-now", action="store_true", help="timestamps as if it began now")
    parser.add_argument(
        "--keep-partitions", action="store_true", help="into the partitions of the recording"
    )
    parser.add_argument("--loop", action="store_true", help="begin again at the end")
    parser.add_argument(
        "--from-topic",
        metavar="NAME",
        type=topic_name,
        help="which topic of the file (default: as mwk replay chooses)",
    )
    add_to_topic(parser)


def run(args: argparse.Namespace) -> int:
    """Send until the end of the file, ``--exit-after`` or Ctrl+C."""
    from mwk_desktop.app.verbs.produce_recording import PlaybackOptions, produce_recording

    wanted = PlaybackOptions(
        args.speed,
        args.shift_to_now,
        args.keep_partitions,
        args.loop,
        args.from_topic,
        args.partitions,
    )
    return produce_recording(options_of(args), wanted, args.file)
