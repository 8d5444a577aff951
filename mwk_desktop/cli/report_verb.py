"""`mwk report`: the morning after a show, as one HTML file."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.option_types import a_path
from mwk_desktop.cli.verb_options import NOT_GIVEN, add_json, add_yes, options_of

NAME = "report"
HELP = "tell a recorded show on one page: votes, scenes, winner, loudness"
EXAMPLES = """\
examples:
  mwk report show.jsonl.zst -o report.html              one file, to open, print or send
  mwk report show.jsonl.zst -o report.html --anonymous  without the names of users
  mwk report show.jsonl.zst -o report.html --audio      with the music; the timeline plays it
  mwk report show.jsonl.zst --parquet rows              every counted tweet, window, scene and hand

The page is in the language of `[ui] language`.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="RECORDING", type=a_path, help="the recording")
    parser.add_argument(
        "-o", "--output", metavar="OUT.html", type=a_path, default=None, help="the page"
    )
    parser.add_argument(
        "--csv", metavar="DIR", type=a_path, default=None, help="tweets, windows, scenes and hands"
    )
    parser.add_argument(
        "--parquet", metavar="DIR", type=a_path, default=None, help="the same as Parquet files"
    )
    parser.add_argument(
        "--audio", action="store_true", help="embed the music (about 56 MB an hour)"
    )
    parser.add_argument(
        "--anonymous", action="store_true", help="put numbers in the place of users' names"
    )
    parser.add_argument(
        "--topic", metavar="NAME", default=NOT_GIVEN, help="the input topic in the file"
    )
    parser.add_argument(
        "--window-ms", metavar="MS", default=NOT_GIVEN, help="length of a window (default: 30000)"
    )
    parser.add_argument(
        "--progress", action="store_true", help="print how far the work is, as JSON Lines"
    )
    add_yes(parser)
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    from mwk_desktop.app.verbs.write_report import ReportOptions, report_recording

    wanted = ReportOptions(
        args.output,
        audio=args.audio,
        anonymous=args.anonymous,
        csv=args.csv,
        parquet=args.parquet,
    )
    return report_recording(options_of(args), wanted, args.file)
