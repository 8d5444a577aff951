"""`mwk check`: everything a show needs, looked at before it begins."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from mwk_desktop.cli.option_types import a_path, positive_seconds
from mwk_desktop.cli.usage_problem import UsageProblem
from mwk_desktop.cli.verb_options import NOT_GIVEN, add_input, add_json, options_of

if TYPE_CHECKING:
    from mwk_desktop.app.run_options import Options
    from mwk_desktop.show.workers_state import CheckFinding

NAME = "check"
HELP = "look at everything a show needs before it begins"
EXAMPLES = """\
examples:
  mwk check                                    screens, sound, sounds, Kafka, disk, settings
  mwk check --tone                             the same, and a tone that must be heard
  mwk check --bootstrap-servers kafka:9092     another Kafka
  mwk check --watch 5                          also compare clocks, by messages that come meanwhile
  mwk check --headless --device null           a machine without windows and loudspeakers
  mwk check --bundle report.zip                all of it in one file, for a bug report

exit codes: 0 all is well, 3 amber (the show goes on, but look at it), 4 red (fix it first).
"""

EXIT_CODES = {"off": 0, "ok": 0, "warn": 3, "bad": 4}
WORDS = {"off": "off", "ok": "ok", "warn": "amber", "bad": "red"}

TITLE_WIDTH = 18


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where Kafka is, how long to look, whether to be heard."""
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
    """Look at everything, a row each; the exit code is the worst."""
    from mwk_desktop.app.workers.preflight import PreflightScope, run_preflight

    options = options_of(args)
    _must_be_accepted(options)
    if args.bundle is not None and not args.bundle.absolute().parent.is_dir():
        raise UsageProblem(f"--bundle {args.bundle}: its folder does not exist")
    code = 0
    rows = []
    for finding in run_preflight(options, PreflightScope(watch_s=args.watch, tone=args.tone)):
        code = max(code, EXIT_CODES[finding.level])
        rows.append(finding)
        say(options, finding)
    if args.bundle is not None:
        from mwk_desktop.app.verbs.bug_report import write_bug_report

        write_bug_report(options, args.bundle, rows)
        if not options.json:
            options.lines.say(f"{args.bundle}: for the bug report; it holds no secrets")
    return code


def _must_be_accepted(options: Options) -> None:
    """A property that Kafka's client does not know is bad usage here as with every verb."""
    if not options.settings.kafka:
        return
    from mwk_desktop.kafka.client_settings import KafkaSettingError
    from mwk_desktop.kafka.clients import check_properties

    try:
        check_properties(options.settings.kafka)
    except KafkaSettingError as error:
        raise UsageProblem(str(error)) from error


def say(options: Options, finding: CheckFinding) -> None:
    """One row, for a program or for a person."""
    if options.json:
        from mwk_desktop.app.report_lines import print_json

        line = {"type": "check", "name": finding.key, "level": WORDS[finding.level]}
        line |= {
            "title": str(finding.title),
            "text": str(finding.found),
            "remedy": str(finding.remedy),
        }
        print_json(options, line)
        return
    word = WORDS[finding.level]
    options.lines.say(f"{word:5}  {finding.title!s:{TITLE_WIDTH}}  {finding.found}")
    if finding.remedy:
        options.lines.say(f"{'':5}  {'':{TITLE_WIDTH}}  -> {finding.remedy}")
