"""`mwk sql`: SQL over a recording, or over a topic as it goes on."""

from __future__ import annotations

import argparse
import textwrap
from pathlib import Path

from mwk_desktop.cli.option_types import count, positive_seconds
from mwk_desktop.cli.usage_problem import UsageProblem
from mwk_desktop.cli.verb_options import NOT_GIVEN, add_input, add_json, options_of
from mwk_desktop.messages import message
from mwk_desktop.sql_columns import VIEW_COLUMNS

NAME = "sql"
HELP = "ask a recording or a topic in SQL"
_EXAMPLES = """\
examples:
  mwk sql "SELECT instrument, count(*) FROM tweets GROUP BY ALL" show.jsonl.zst
  mwk sql --list                         queries that are ready to run, each with its name
  mwk sql melody show.jsonl.zst          one of them
  mwk sql instruments show.jsonl --bars  a label and a number, drawn as bars
  mwk sql show.jsonl.zst                 a prompt, with history and completion
  mwk sql --live instruments             over the topic, again and again as it goes on
  mwk sql --live users --once --json     what it holds now, a line of JSON per row

"""


def _views() -> str:
    """The views and their columns, as the help shows them."""
    columns = {view: f"{view} ({', '.join(names)})" for view, names in VIEW_COLUMNS.items()}
    columns["votes"] = "votes (the same, only what is in a chart)"
    text = f"Views: {', '.join(columns.values())}. Times are UTC. A query only reads."
    return textwrap.fill(text, 100) + "\n"


EXAMPLES = _EXAMPLES + _views()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add options: the query, the recording or topic, and the form of the answer."""
    parser.add_argument(
        "words",
        metavar="QUERY or FILE",
        nargs="*",
        help="a query or the name of a ready one, and the recording (none with --live)",
    )
    parser.add_argument("--list", action="store_true", help="list the ready queries")
    parser.add_argument("--live", action="store_true", help="ask a Kafka topic")
    parser.add_argument("--csv", action="store_true", help="comma-separated values")
    parser.add_argument("--bars", action="store_true", help="the first number as bars")
    parser.add_argument(
        "--limit", metavar="N", type=count, default=1_000, help="rows of a table (0: all)"
    )
    parser.add_argument(
        "--timeout",
        metavar="S",
        type=positive_seconds,
        help="stop a query after this time (default: 60, with --live 10)",
    )
    parser.add_argument(
        "--memory", metavar="MB", type=_memory, help="memory that a query may use (default: 1024)"
    )
    add_input(parser)
    parser.add_argument(
        "--since",
        metavar="WHEN",
        default="beginning",
        help="with --live: beginning (default), now, or a time: 20:15, 2018-04-11T20:15",
    )
    parser.add_argument(
        "--once", action="store_true", help="with --live: answer from what is there, then end"
    )
    parser.add_argument(
        "--exit-after",
        metavar="S",
        type=positive_seconds,
        default=NOT_GIVEN,
        help="with --live: end by itself after this many seconds",
    )
    add_json(parser)


def run(args: argparse.Namespace) -> int:
    """Answer once, at a prompt, or continuously."""
    from mwk_desktop.app.verbs.query_sql import print_ready_queries, query_recording, query_topic
    from mwk_desktop.app.verbs.sql_session import SqlOptions

    options = options_of(args)
    if args.list:
        return print_ready_queries(options)
    forms = [name for name in ("json", "csv", "bars") if getattr(args, name, False)]
    if len(forms) > 1:
        raise UsageProblem(
            message("--{one} and --{other}: choose one", one=forms[0], other=forms[1])
        )
    wanted = SqlOptions(
        form=forms[0] if forms else "table",
        most_rows=args.limit,
        timeout_s=args.timeout or (10.0 if args.live else 60.0),
        memory_mb=args.memory or 1_024,
        since=args.since,
        once=args.once,
    )
    words = args.words
    if args.live:
        if len(words) > 1:
            raise UsageProblem(
                message(
                    "--live takes a query and no FILE; {word} is one too many", word=repr(words[1])
                )
            )
        if wanted.form == "csv" and words and not args.once:
            raise UsageProblem(message("--csv needs --once: otherwise the rows never end"))
        return query_topic(options, wanted, words[0] if words else None)
    if args.once or args.since != "beginning":
        raise UsageProblem(message("--once and --since need --live"))
    if len(words) > 2:
        raise UsageProblem(message("one query and one FILE; put the query in quotes"))
    if not words:
        raise UsageProblem(
            message("name a recording, or ask a topic with --live (see mwk sql --help)")
        )
    if not words[-1]:
        raise UsageProblem(message("FILE is empty; name a recording"))
    if len(words) == 1 and " " in words[0] and not _exists(words[0]):
        raise UsageProblem(message("name the FILE after the query, or ask a topic with --live"))
    return query_recording(options, wanted, Path(words[-1]), words[0] if words[1:] else None)


def _exists(name: str) -> bool:
    try:
        return Path(name).exists()
    except OSError:  # a query is often longer than a file's name may be
        return False


def _memory(text: str) -> int:
    if not text.isdecimal() or not 64 <= int(text) <= 1_000_000:
        raise argparse.ArgumentTypeError("a whole number of MB, 64 or more")
    return int(text)
