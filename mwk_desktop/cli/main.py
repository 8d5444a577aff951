"""The command line: finds the verb, runs it, turns errors into one line and an exit code."""

from __future__ import annotations

import argparse
import errno
import logging
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol, cast

from mwk_desktop.cli import (
    bluesky_verb,
    bounce_verb,
    check_verb,
    console_verb,
    controllers_verb,
    crowd_verb,
    devices_verb,
    live_verb,
    mastodon_verb,
    page_verb,
    produce_verb,
    record_verb,
    replay_verb,
    report_verb,
    sounds_verb,
    sql_verb,
    streams_verb,
    tweet_verb,
    twitch_verb,
    twitter_verb,
)
from mwk_desktop.cli.argument_parser import (
    BAD_USAGE,
    Parser,
    PrintCompletion,
    PrintVersion,
    one_line,
)
from mwk_desktop.cli.standard_streams import flush_stdout, prepare_streams, use_utf_8
from mwk_desktop.cli.usage_problem import UsageProblem
from mwk_desktop.cli.verb_options import add_common, add_show
from mwk_desktop.messages import Message, message, message_of, verbatim

DONE = 0
UNEXPECTED = 1

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
"""Not bugs: the disk or the quota is full, or a file is too large."""

EXAMPLES = """\
examples:
  mwk                                     the console with a simulated crowd
  mwk --headless --json --exit-after 60   the same without windows, as JSON Lines
  mwk live                                the console on a real Kafka
  mwk replay show.jsonl.zst               a recorded topic, in its own time
  mwk bounce show.jsonl.zst -o show.wav   a recorded topic to audio

exit codes: 0 done; 2 bad usage, or a file, folder or Kafka that cannot be used as asked (one line
says which); 1 it began and failed. `mwk VERB --help` tells more.
"""


class Verb(Protocol):
    """A module of this package that implements one verb."""

    NAME: str
    HELP: str
    EXAMPLES: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, args: argparse.Namespace) -> int: ...


VERBS = cast(
    tuple[Verb, ...],
    (
        live_verb,
        replay_verb,
        bounce_verb,
        report_verb,
        record_verb,
        produce_verb,
        crowd_verb,
        tweet_verb,
        twitter_verb,
        mastodon_verb,
        bluesky_verb,
        twitch_verb,
        page_verb,
        sql_verb,
        streams_verb,
        sounds_verb,
        devices_verb,
        controllers_verb,
        check_verb,
    ),
)


def parser() -> Parser:
    """The whole command line."""
    top = Parser(
        prog="mwk",
        description="Music with Kafka: the audience's messages play the music.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    top.add_argument(
        "--version", action=PrintVersion, nargs=0, help="print the version and its commit"
    )
    top.add_argument(
        "--print-completion",
        action=PrintCompletion,
        choices=("bash", "zsh", "fish"),
        help="what makes this shell complete verbs, options and files",
    )
    console_verb.add_arguments(top)
    add_common(top)
    add_show(top)
    top.set_defaults(run=console_verb.run, parser=top)
    verbs = top.add_subparsers(metavar="VERB", title="verbs", parser_class=Parser)
    for verb in VERBS:
        sub = verbs.add_parser(
            verb.NAME,
            help=verb.HELP,
            description=verb.HELP[0].upper() + verb.HELP[1:] + ".",
            epilog=verb.EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        verb.add_arguments(sub)
        add_common(sub)
        sub.set_defaults(run=verb.run, parser=sub)
    return top


def _flush(code: int) -> int:
    """Flush stdout; returns the exit code."""
    error = flush_stdout()
    if error is not None and code == DONE:
        reason = error.strerror or ""
        _print_line(message("{path}: cannot be written: {reason}", path="stdout", reason=reason))
        return BAD_USAGE
    return code


def _print_line(text: Message) -> None:
    """One line on stderr, whatever somebody named a file."""
    # Late: a start without a message does not need it.
    from mwk_desktop.app.stderr_lines import presenter_text

    print(f"mwk: {one_line(presenter_text(text))}", file=sys.stderr)


@contextmanager
def _sigterm_as_ctrl_c() -> Iterator[None]:
    """Inside the block SIGTERM acts like Ctrl+C: no half-written file and no process is left."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def on_signal(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, on_signal)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _is_bad_input(error: Exception) -> bool:
    """Whether the request or its files are at fault: the message says what would be right."""
    # Late and cheap: an error of these classes can only come from a module already imported.
    from mwk_desktop.app.line_printer import OutputError
    from mwk_desktop.app.run_options import BadInput
    from mwk_desktop.records.line_reader import RecordingError
    from mwk_desktop.show.settings.load import SettingsError
    from mwk_desktop.sounds.set_findings import SoundSetError

    kinds = (UsageProblem, BadInput, OutputError, RecordingError, SettingsError, SoundSetError)
    return isinstance(error, kinds)


def run(argv: Sequence[str]) -> int:
    """Run ``mwk`` with these arguments; returns the exit code, never raises."""
    prepare_streams()
    try:
        top = parser()
        top.refuse_unknown_options(argv)
        args, unknown = top.parse_known_args(argv)
        if unknown:
            args.parser.refuse(unknown)
    except SystemExit as stop:
        return _flush(stop.code if isinstance(stop.code, int) else BAD_USAGE)
    except (OSError, UnicodeError):  # the help text could not be written
        return _flush(DONE)
    if getattr(args, "json", False):
        use_utf_8()
    with _sigterm_as_ctrl_c():
        return _flush(_run(args))


def _run(args: argparse.Namespace) -> int:
    """Run the verb; prints an error as one line."""
    verbose = getattr(args, "verbose", 0)
    logging.basicConfig(
        level=[logging.WARNING, logging.INFO, logging.DEBUG][min(verbose, 2)],
        format="mwk: %(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    try:
        return int(args.run(args))
    except KeyboardInterrupt:
        _print_line(message("interrupted"))
        return 128 + signal.SIGINT
    except BrokenPipeError:
        return DONE  # the reader of our output has gone (`| head`): no error
    except Exception as error:
        if _is_bad_input(error):
            _print_line(message_of(error))
            return BAD_USAGE
        if isinstance(error, OSError) and (error.filename or error.errno in FULL):
            what = verbatim(str(error.filename or "")) or message("the output")
            _print_line(message("{what}: {problem}", what=what, problem=error.strerror or ""))
            return BAD_USAGE
        logging.getLogger(__name__).debug("unexpected", exc_info=True)
        reason = f"{type(error).__name__}: {error}"
        _print_line(message("unexpected failure: {reason} (-vv shows where)", reason=reason))
        return UNEXPECTED
