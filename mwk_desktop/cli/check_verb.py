"""`mwk check`: checks everything a show needs before it begins."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.option_types import a_path, positive_seconds
from mwk_desktop.cli.verb_options import NOT_GIVEN, add_input, add_json, options_of

NAME = "check"
HELP = "check everything a show needs before it begins"
EXAMPLES = """\
examples:
  mwk check                                    screens, sound, sounds, Kafka, disk, settings
  mwk check --tone                             the same, and an audible test tone
  mwk check --bootstrap-servers kafka:9092     another Kafka
  mwk check --watch 5                          also compare clocks, with messages that arrive
  mwk check --headless --device null           a machine without a display and a sound card
  mwk check --bundle report.zip                all of it in one file, for a bug report

exit codes: 0 all is well, 3 amber (a show can run; read the warning), 4 red (fix it first).
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: Kafka's servers, how long to watch, whether to play a tone."""
    add_input(parser)
    parser.add_argument(
        "--watch",
        metavar="S",
        type=positive_seconds,
        default=0.0,
        help="wait for a new message, to compare the producers' clocks with this one",
    )
    parser.add_argument(
        "--tone", action="store_true", help="play a tone on the output, through the engine"
    )
    parser.add_argument(
        "--headless",
        action="store_true",
        default=NOT_GIVEN,
        help="no windows are wanted: leave the screens out",
    )
    parser.add_argument(
        "--bundle",
        metavar="FILE.zip",
        type=a_path,
        default=None,
        help="pack logs, settings without secrets, versions and these rows for a bug report",
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Check everything and print a row each; the exit code is that of the worst."""
    from mwk_desktop.app.verbs.run_checks import run_checks

    return run_checks(options_of(args), watch_s=args.watch, tone=args.tone, bundle=args.bundle)
