"""`mwk live`: the console on a real Kafka."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.usage_problem import UsageProblem
from mwk_desktop.cli.verb_options import add_input, add_metrics, add_show, options_of
from mwk_desktop.messages import Message, message

NAME = "live"
HELP = "play from a Kafka topic"
EXAMPLES = """\
examples:
  mwk live                                            twitter_json on localhost:9092
  mwk live --bootstrap-servers kafka:9092 --new-show  a leaderboard from zero, from now on
  mwk live --since 20:15                              a new show, counted from 20:15 on
  mwk live --list-shows                               shows that can be continued (--show NAME)
  mwk live --from-results                             play what mwk streams, the original's
                                                      application or another console counts
  mwk live --publish                                  count, and publish the results
  mwk live --follow                                   a second laptop: plays the same show in
                                                      silence, and can take it over

Every start goes on with the newest show of the topic: counts and positions are kept together,
so that nothing is lost and nothing counted twice. Everything else of librdkafka (SASL, TLS...)
goes into [kafka] of mwk.toml.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    add_input(parser)
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--new-show",
        action="store_true",
        help="start with an empty leaderboard, from now on",
    )
    which.add_argument("--show", metavar="NAME", default="", help="continue this show")
    which.add_argument(
        "--list-shows", action="store_true", help="list the shows of the state folder and end"
    )
    parser.add_argument(
        "--since",
        metavar="beginning|now|TIME",
        default="",
        help="begin a new show and count from here (default: beginning)",
    )
    parser.add_argument(
        "--lost-history",
        choices=("ask", "oldest", "now"),
        default="ask",
        help="if the topic no longer holds the next record: report it and wait, or go on there",
    )
    results = parser.add_mutually_exclusive_group()
    results.add_argument(
        "--from-results",
        action="store_true",
        help="play what another show counts: topics charts, sounds, users, user-message",
    )
    results.add_argument(
        "--publish",
        action="store_true",
        help="write this show's charts, scenes, leaderboard and messages to those topics",
    )
    part = parser.add_mutually_exclusive_group()
    part.add_argument(
        "--main",
        action="store_true",
        help="be heard, even if another console has the show: that one follows from then on",
    )
    part.add_argument(
        "--follow",
        action="store_true",
        help="show and play what another console decides, in silence, ready to take over",
    )
    add_metrics(parser)
    add_show(parser)


def run(args: argparse.Namespace) -> int:
    from dataclasses import replace

    from mwk_desktop.app.verbs.run_live import print_shows, run_follow, run_live
    from mwk_desktop.app.wiring.show_files import LiveOptions
    from mwk_desktop.show.spare.takeover_rule import Start

    options = options_of(args)
    if args.list_shows:
        return print_shows(options)
    if args.follow:
        _refuse_counting_options(args, message("--follow plays what the main console decides"))
        return run_follow(replace(options, part=Start.FOLLOW))
    if args.from_results:
        from mwk_desktop.app.verbs.run_live import run_from_results

        _refuse_counting_options(args, message("--from-results plays what another show counts"))
        return run_from_results(options)
    wanted = LiveOptions(args.new_show, args.show, args.since, args.lost_history)
    return run_live(replace(options, part=Start.MAIN if args.main else Start.FIRST), wanted)


def _refuse_counting_options(args: argparse.Namespace, reason: Message) -> None:
    """Refuse options that need a show with its own counting, or one that decides."""
    given = {
        "--main": args.main,
        "--from-results": args.follow and args.from_results,
        "--new-show": args.new_show,
        "--show": args.show,
        "--since": args.since,
        "--lost-history": args.lost_history != "ask",
    }
    wrong = [name for name, value in given.items() if value]
    if wrong:
        raise UsageProblem(
            message("{reason}: leave out {options}", reason=reason, options=", ".join(wrong))
        )
