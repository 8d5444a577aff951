"""`mwk` without a verb: the console with a simulated crowd (the demo).

If the last show (a topic or a recording) ended by a crash, it goes on with that show instead.
"""

from __future__ import annotations

import argparse

from mwk_desktop.cli.option_types import positive_count, tweets_per_s
from mwk_desktop.cli.verb_options import NOT_GIVEN, options_of


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the options of the demo's crowd."""
    group = parser.add_argument_group("the demo's crowd")
    group.add_argument(
        "--demo",
        action="store_true",
        default=NOT_GIVEN,
        help="play the demo, even if the last show ended by a crash",
    )
    group.add_argument(
        "--profile",
        choices=("calm", "burst", "spammer", "swing"),
        default=NOT_GIVEN,
        help="how the crowd behaves (default: swing, a crowd that changes its mind)",
    )
    group.add_argument(
        "--rate",
        metavar="R",
        type=tweets_per_s,
        default=NOT_GIVEN,
        help="tweets a second (default: 4)",
    )
    group.add_argument(
        "--users",
        metavar="N",
        type=positive_count,
        default=NOT_GIVEN,
        help="how many users (default: 200)",
    )


def run(args: argparse.Namespace) -> int:
    """Go on with a show that ended by a crash; else play the demo."""
    from mwk_desktop.app.verbs.continue_last_show import continue_last_show
    from mwk_desktop.app.verbs.run_demo import run_demo

    options = options_of(args)
    if not any(hasattr(args, name) for name in ("demo", "profile", "rate", "users")):
        code = continue_last_show(options)
        if code is not None:
            return code
    return run_demo(
        options,
        profile=getattr(args, "profile", "swing"),
        rate_per_s=getattr(args, "rate", 4.0),
        users=getattr(args, "users", 200),
    )
