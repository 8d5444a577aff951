"""`mwk` without a verb: the console; with nothing configured, a demo show by a simulated crowd."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.options import NOT_GIVEN, options_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Options of the demo's crowd."""
    group = parser.add_argument_group("the demo's crowd")
    group.add_argument(
        "--profile",
        choices=("calm", "burst", "spammer", "swing"),
        default=NOT_GIVEN,
        help="how the crowd behaves (default: swing, a crowd that changes its mind)",
    )
    group.add_argument(
        "--rate", metavar="R", type=float, default=NOT_GIVEN, help="tweets a second (default: 4)"
    )
    group.add_argument(
        "--users", metavar="N", type=int, default=NOT_GIVEN, help="how many users (default: 200)"
    )


def run(args: argparse.Namespace) -> int:
    """Play the demo until it is ended."""
    from mwk_desktop.app.programme import demo

    return demo(
        options_of(args),
        profile=getattr(args, "profile", "swing"),
        rate_per_s=getattr(args, "rate", 4.0),
        users=getattr(args, "users", 200),
    )
